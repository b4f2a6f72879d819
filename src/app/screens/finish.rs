//! F10: asks once before everything is erased.

use crate::app::draft::{Action, Choice, Context, Draft};

pub fn draft(context: &Context) -> Draft {
    let mut draft = Draft::new("finish", context.say("finish-title"));
    draft.para(context.say("finish-text"));
    draft.choices(
        None,
        vec![
            Choice::new(context.say("finish-yes"), Action::Erase).detail(context.say("finish-yes-detail")),
            Choice::new(context.say("finish-no"), Action::Back).detail(context.say("finish-no-detail")),
        ],
    );
    draft
}
