//! Where people get stuck: the list of a service, and each section.

use super::service;
use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::base::ServiceId;

pub fn list(context: &Context, id: ServiceId) -> Option<Draft> {
    let service = &*context.env.library.service(id)?;
    let mut draft = Draft::new("stuck-list", context.say("stuck-title"));
    draft.para(context.say("stuck-intro"));
    let mut choices = Vec::new();
    if let Some((lang, text)) = service::text(context, service) {
        choices.extend((0..).zip(&text.stuck).map(|(index, section)| {
            Choice::new(context.said_in(lang, &section.title), Action::Open(Screen::Stuck(id, index)))
        }));
    }
    choices.push(Choice::new(context.say("go-person"), Action::Open(Screen::Person(Some(id)))));
    draft.choices(None, choices);
    Some(draft)
}

pub fn section(context: &Context, id: ServiceId, index: u16) -> Option<Draft> {
    let service = &*context.env.library.service(id)?;
    let section = service::text(context, service)
        .and_then(|(lang, text)| text.stuck.get(usize::from(index)).map(|section| (lang, section)));
    let Some((lang, section)) = section else { return list(context, id) };
    let mut draft = Draft::new("stuck", context.said_in(lang, &section.title));
    context.section(&mut draft, service, lang, section);
    draft.choices(
        None,
        vec![
            Choice::new(context.say("go-back"), Action::Back),
            Choice::new(context.say("go-person"), Action::Open(Screen::Person(Some(id)))),
        ],
    );
    Some(draft)
}
