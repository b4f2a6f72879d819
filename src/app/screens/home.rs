//! The home screen and the lists under it: life events, topics, and the services that belong to them. A list that is too
//! long for one page goes on over several.

use std::ops::Range;

use super::{gym, lessons, places, rooms, service};
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::{List, Screen};
use crate::base::{EventId, ServiceId, TopicId};
use crate::content::model::{FinderStep, PART};
use crate::i18n::Arg;
use crate::page::Progress;

pub fn draft(context: &Context, part: u16) -> Draft {
    let library = context.env.library;
    let mut draft = Draft::new("home", context.say("home-title"));
    let (events, topics) = (library.event_ids(), library.topic_ids());
    let here = range(part);
    let after = here.start.saturating_sub(events.len())..here.end.saturating_sub(events.len());
    let of = parts(events.len() + topics.len());
    let events: Vec<Choice> = within(events, here).filter_map(|id| event_choice(context, id)).collect();
    let topics: Vec<Choice> = within(topics, after).filter_map(|id| topic_choice(context, id)).collect();
    if events.is_empty() && topics.is_empty() {
        draft.para(context.say("home-empty"));
        draft.choices(None, vec![Choice::new(context.say("go-person"), Action::Open(Screen::Person(None)))]);
    }
    draft.choices(Some(context.say("home-events")), events);
    if part == 0 {
        // Before the topics, so that it is in sight: whoever has never used a computer does not look for it further down.
        draft.choices(Some(context.say("home-learn")), lessons::way_in(context).into_iter().collect());
    }
    draft.choices(Some(context.say("home-topics")), topics);
    if part == 0 {
        draft.choices(Some(context.say("home-person")), places::way_in(context).into_iter().collect());
    }
    part_of(context, draft, List::Home, part, of)
}

pub fn topic(context: &Context, id: TopicId, part: u16) -> Option<Draft> {
    let topic = context.env.library.topic(id)?;
    let mut draft = Draft::new("topic", context.localized(&topic.name));
    let services = context.env.library.services_of(id, part);
    if services.is_empty() && topic.services > 0 {
        return None;
    }
    draft.choices(Some(context.say("topic-services")), service_choices(context, &services));
    if part == 0 {
        // All of them stand on the home screen, part by part.
        let events = topic.events.iter().take(PART).filter_map(|id| event_choice(context, *id)).collect();
        draft.choices(Some(context.say("home-events")), events);
        let mut practice = lessons::of_topic(context, id);
        practice.extend(rooms::of_topic(context, id));
        practice.extend(gym::of_topic(context, id));
        draft.choices(Some(context.say("topic-lessons")), practice);
    }
    Some(part_of(context, draft, List::Topic(id), part, parts(topic.services as usize)))
}

pub fn event(context: &Context, id: EventId, part: u16) -> Option<Draft> {
    let event = context.env.library.event(id)?;
    let mut draft = Draft::new("event", context.localized(&event.name));
    let finder = event.finder.filter(|_| part == 0).and_then(|id| Some((id, context.env.library.finder(id)?)));
    if let Some((id, finder)) = finder {
        let ask =
            Choice::new(context.localized(&finder.title), Action::Open(Screen::Finder(id, FinderStep::Question(0))));
        draft.choices(Some(context.say("event-finder")), vec![ask.detail(context.say("event-finder-detail"))]);
    }
    let services = event.services.chunks(PART).nth(usize::from(part)).unwrap_or_default();
    draft.choices(Some(context.say("event-services")), service_choices(context, services));
    Some(part_of(context, draft, List::Event(id), part, parts(event.services.len())))
}

/// The items of a part, from 0.
fn range(part: u16) -> Range<usize> {
    let start = usize::from(part) * PART;
    start..start + PART
}

/// How many parts a list of so many items has.
fn parts(items: usize) -> u16 {
    // What is more than some four million items cannot be reached by turning pages anyway.
    u16::try_from(items.div_ceil(PART)).unwrap_or(u16::MAX)
}

fn within<T>(ids: impl Iterator<Item = T>, range: Range<usize>) -> impl Iterator<Item = T> {
    ids.skip(range.start).take(range.end - range.start)
}

/// Says which part of a list this is, and leads to the next one, where there are several.
fn part_of(context: &Context, mut draft: Draft, list: List, part: u16, of: u16) -> Draft {
    if of < 2 {
        return draft;
    }
    // Parts are told from 1: the number of this one is the place of the next.
    let at = part.saturating_add(1);
    let words = context.say_with("list-part", &[("at", Arg::Count(at.into())), ("of", Arg::Count(of.into()))]);
    let on = match at < of {
        true => Choice::new(context.say("list-more"), Action::Open(Screen::More(list, at))),
        false => Choice::new(context.say("go-back"), Action::Back),
    };
    draft.choices(None, vec![on]);
    draft.progress(Progress { at, of, words })
}

pub(super) fn topic_choice(context: &Context, id: TopicId) -> Option<Choice> {
    let topic = context.env.library.topic(id)?;
    let open = Action::Open(Screen::Topic(id));
    (topic.services > 0).then(|| Choice::new(context.localized(&topic.name), open))
}

/// A life event to choose; one with a single service leads straight to it.
fn event_choice(context: &Context, id: EventId) -> Option<Choice> {
    let event = context.env.library.event(id)?;
    let screen = match event.services.as_slice() {
        [] => return None,
        [service] if event.finder.is_none() => Screen::Service(*service),
        _ => Screen::Event(id),
    };
    Some(Choice::new(context.localized(&event.name), Action::Open(screen)))
}

/// Services to choose from, each with what it is for.
pub(super) fn service_choices(context: &Context, services: &[ServiceId]) -> Vec<Choice> {
    let choice = |id: &ServiceId| {
        let choice = Choice::new(service::title(context, *id), Action::Open(Screen::Service(*id)));
        match service::purpose(context, *id) {
            Some(purpose) => choice.detail(purpose),
            None => choice,
        }
    };
    services.iter().map(choice).collect()
}
