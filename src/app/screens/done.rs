//! The end of a guide: was it useful, and what next.

use super::{lessons, rooms, service};
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::{Answer, Screen};
use crate::base::ServiceId;

pub fn draft(context: &Context, id: ServiceId, answer: Option<Answer>) -> Draft {
    let mut draft = Draft::new("done", context.say("done-title"));
    match answer {
        None => {
            draft.para(context.say("done-text"));
            let answers = [(Answer::Yes, "done-yes"), (Answer::No, "done-no"), (Answer::Skip, "done-skip")];
            let choice =
                |(answer, label)| Choice::new(context.say(label), Action::Replace(Screen::Done(id, Some(answer))));
            draft.side_by_side(Some(context.say("done-question")), answers.into_iter().map(choice).collect());
        }
        Some(answer) => {
            draft.para(context.say(match answer {
                Answer::Yes => "done-thanks",
                Answer::No => "done-sorry",
                Answer::Skip => "done-fine",
            }));
            draft.choices(Some(context.say("done-next")), next(context, id, answer));
            draft.choices(Some(context.say("service-rooms")), rooms::of_service(context, id));
            draft.choices(Some(context.say("topic-lessons")), lessons::of_service(context, id));
        }
    }
    draft
}

/// What to do next: who was not helped meets a person first.
fn next(context: &Context, id: ServiceId, answer: Answer) -> Vec<Choice> {
    let mut choices = Vec::new();
    if answer == Answer::No {
        choices.push(Choice::new(context.say("go-person"), Action::Open(Screen::Person(Some(id)))));
        choices.push(Choice::new(context.say("go-stuck"), Action::Open(Screen::StuckList(id))));
    }
    choices.push(Choice::new(context.say("service-slip"), Action::Open(Screen::Slip(id))));
    if let Some(service) = context.env.library.service(id) {
        choices.extend(service::related(context, &service.related));
    }
    choices.push(Choice::new(context.say("go-home"), Action::Home));
    choices.push(Choice::new(context.say("go-finish"), Action::Finish));
    choices
}
