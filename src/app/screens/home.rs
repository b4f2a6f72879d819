//! The home screen and the lists under it: life events, topics, and the services that belong to them.

use super::service;
use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::base::{EventId, ServiceId, TopicId};
use crate::content::model::Topic;

pub fn draft(context: &Context) -> Draft {
    let library = context.env.library;
    let mut draft = Draft::new("home", context.say("home-title"));
    let mut events = Vec::new();
    let mut topics = Vec::new();
    for (id, topic) in library.topics() {
        events.extend(event_choices(context, topic));
        if !topic.services.is_empty() {
            topics.push(Choice::new(context.localized(&topic.name), Action::Open(Screen::Topic(id))));
        }
    }
    if topics.is_empty() {
        draft.para(context.say("home-empty"));
        draft.choices(None, vec![Choice::new(context.say("go-person"), Action::Open(Screen::Person(None)))]);
        return draft;
    }
    draft.choices(Some(context.say("home-events")), events);
    draft.choices(Some(context.say("home-topics")), topics);
    draft
}

pub fn topic(context: &Context, id: TopicId) -> Draft {
    let topic = context.env.library.topic(id);
    let mut draft = Draft::new("topic", context.localized(&topic.name));
    draft.choices(Some(context.say("topic-services")), service_choices(context, &topic.services));
    draft.choices(Some(context.say("home-events")), event_choices(context, topic));
    draft
}

pub fn event(context: &Context, id: EventId) -> Draft {
    let event = context.env.library.event(id);
    let mut draft = Draft::new("event", context.localized(&event.name));
    draft.choices(Some(context.say("event-services")), service_choices(context, &event.services));
    draft
}

/// The life events of a topic; one with a single service leads straight to it.
fn event_choices(context: &Context, topic: &Topic) -> Vec<Choice> {
    let choice = |id: &EventId| {
        let event = context.env.library.event(*id);
        let screen = match event.services.as_slice() {
            [] => return None,
            [service] => Screen::Service(*service),
            _ => Screen::Event(*id),
        };
        Some(Choice::new(context.localized(&event.name), Action::Open(screen)))
    };
    topic.events.iter().filter_map(choice).collect()
}

/// Services to choose from, each with what it is for.
fn service_choices(context: &Context, services: &[ServiceId]) -> Vec<Choice> {
    let choice = |id: &ServiceId| {
        let choice = Choice::new(service::title(context, *id), Action::Open(Screen::Service(*id)));
        choice.detail(service::purpose(context, *id))
    };
    services.iter().map(choice).collect()
}
