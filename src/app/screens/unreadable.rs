//! What stands in the place of a page that cannot be read: the pack is damaged, and nobody here is to blame.

use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};

pub fn draft(context: &Context) -> Draft {
    let mut draft = Draft::new("unreadable", context.say("unreadable-title"));
    draft.para(context.say("unreadable-text"));
    draft.choices(
        None,
        vec![
            Choice::new(context.say("go-back"), Action::Back),
            Choice::new(context.say("go-person"), Action::Open(Screen::Person(None))),
            Choice::new(context.say("go-home"), Action::Home),
        ],
    );
    draft
}
