//! F10: says what is counted, and asks once before everything is erased.

use super::{code, counting};
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::{Ask, Screen};

pub fn draft(context: &Context) -> Draft {
    let mut draft = Draft::new("finish", context.say("finish-title"));
    draft.para(context.say("finish-text"));
    if context.visit.refused {
        draft.para(context.say("counting-refused"));
    }
    let is_counted = context.env.settings.count && !context.visit.refused;
    let mut choices = vec![Choice::new(context.say("finish-yes"), Action::Erase)];
    if is_counted {
        choices.push(Choice::new(context.say("finish-yes-uncounted"), Action::EraseUncounted));
    }
    if let (Some(_), Some(slip)) = (code::words(context), context.visit.slip()) {
        choices.push(Choice::new(context.say("finish-code"), Action::Open(slip)));
    }
    choices.push(Choice::new(context.say("finish-no"), Action::Back));
    draft.choices(None, choices);
    if is_counted {
        // Below the choices: who is done is not held up. The last screenful has a choice too.
        counting::explain_at_the_end(context, &mut draft);
        let mut choices = vec![Choice::new(context.say("finish-yes"), Action::Erase)];
        if context.visit.questions.is_shown {
            choices.push(Choice::new(context.say("ask-change"), Action::Open(Screen::Questions(Ask::FirstTime))));
        }
        choices.push(Choice::new(context.say("finish-no"), Action::Back));
        draft.choices(None, choices);
    }
    draft
}
