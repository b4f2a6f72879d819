//! A step of a guide: one screen, and the way on.

use super::service;
use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::base::ServiceId;
use crate::i18n::Arg;
use crate::page::Progress;

pub fn draft(context: &Context, id: ServiceId, step: u16) -> Option<Draft> {
    let service = &*context.env.library.service(id)?;
    let Some((lang, text)) = service::text(context, service) else {
        return Some(Draft::new("step", service::title(context, id)));
    };
    let Some(section) = text.steps.get(usize::from(step)) else {
        return Some(Draft::new("step", service::title(context, id)));
    };
    let title = context.said_in(lang, &section.title);
    let (at, of) = (step + 1, text.steps.len() as u16);
    let words = context.say_with("step-progress", &[("at", Arg::Count(at.into())), ("of", Arg::Count(of.into()))]);
    let mut draft = Draft::new("step", title).progress(Progress { at, of, words });
    context.section(&mut draft, service, lang, section);
    let on = match text.steps.get(usize::from(at)) {
        Some(next) => {
            let next_title = context.said_in(lang, &next.title);
            Choice::new(context.say("step-next"), Action::Open(Screen::Step(id, at))).detail(next_title)
        }
        None => Choice::new(context.say("step-done"), Action::Open(Screen::Done(id, None))),
    };
    let stuck = Choice::new(context.say("go-stuck"), Action::Open(Screen::StuckList(id)));
    let back = match step.checked_sub(1) {
        Some(before) => Choice::new(context.say("step-previous"), Action::Replace(Screen::Step(id, before))),
        None => Choice::new(context.say("step-previous-none"), Action::Replace(Screen::Before(id))),
    };
    draft.choices(None, vec![on, stuck, back]);
    Some(draft)
}
