//! F10: says what is counted, and asks once before everything is erased.

use super::counting;
use crate::app::draft::{Action, Choice, Context, Draft};

pub fn draft(context: &Context) -> Draft {
    let mut draft = Draft::new("finish", context.say("finish-title"));
    draft.para(context.say("finish-text"));
    if context.visit.refused {
        draft.para(context.say("counting-refused"));
    }
    let yes = Choice::new(context.say("finish-yes"), Action::Erase);
    let no = Choice::new(context.say("finish-no"), Action::Back);
    draft.choices(None, vec![yes, no]);
    if context.env.settings.count && !context.visit.refused {
        // Who is done is not held up; who reads what is counted finds the way to refuse right below it.
        counting::explain_at_the_end(context, &mut draft);
        draft.choices(None, vec![Choice::new(context.say("finish-yes-uncounted"), Action::EraseUncounted)]);
    }
    draft
}
