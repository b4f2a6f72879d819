//! The addresses of screens: `itsme`, `itsme#get-app`, `home`. People type them; the state holds ids alone.

use super::{Ask, Screen};
use crate::base::LessonId;
use crate::content::Library;
use crate::content::model::{FinderStep, ItemId, Lesson, Part, Section};

/// The screens that have a name of their own.
pub const NAMED_SCREENS: [(&str, Screen); 19] = [
    ("languages", Screen::Languages),
    ("home", Screen::Home),
    ("search", Screen::Search),
    ("help", Screen::Help),
    ("counting", Screen::Counting),
    ("display", Screen::Display),
    ("person", Screen::Person(None)),
    ("places", Screen::Places),
    ("map", Screen::Map),
    ("communes", Screen::Communes(None)),
    ("lessons", Screen::Lessons),
    ("rooms", Screen::Rooms),
    ("gym", Screen::Gym),
    ("code", Screen::Code),
    ("check", Screen::Check),
    ("check-result", Screen::CheckResult),
    ("glossary", Screen::Glossary),
    ("questions", Screen::Questions(Ask::FirstTime)),
    ("finish", Screen::Finish),
];

/// The screen at an address: the id of a service, topic, life event, term, finder, lesson, room, commune or place, a section
/// of a service, a question or end of a finder, a part of a lesson, a scene of a room, a message of the gym, or the name of a screen.
pub fn screen_at(library: &Library, address: &str) -> Option<Screen> {
    if let Some((_, screen)) = NAMED_SCREENS.iter().find(|(name, _)| *name == address) {
        return Some(*screen);
    }
    let (item, section) = address.split_once('#').map_or((address, None), |(item, section)| (item, Some(section)));
    if let ("gym", Some(id)) = (item, section) {
        let message = library.gym().messages.iter().position(|message| *message.id == *id)?;
        return Some(Screen::Message(u16::try_from(message).ok()?));
    }
    match (library.find(item)?, section) {
        (item, None) => Some(screen_of(item)),
        (ItemId::Service(id), Some(section)) => {
            let service = library.service(id)?;
            let at = |sections: &[Section]| sections.iter().position(|found| *found.id == *section).map(|at| at as u16);
            let step = at(service.steps()).map(|step| Screen::Step(id, step));
            step.or_else(|| at(service.stuck()).map(|section| Screen::Stuck(id, section)))
        }
        (ItemId::Finder(id), Some(part)) => Some(Screen::Finder(id, library.finder(id)?.step(part)?)),
        (ItemId::Lesson(id), Some(name)) => {
            let lesson = library.lesson(id)?;
            let at = lesson.parts.iter().position(|part| lesson.id_of(*part) == Some(name))?;
            part_at(id, &lesson, at as u16)
        }
        (ItemId::Room(id), Some(name)) => {
            let scene = library.room(id)?.scenes.iter().position(|scene| *scene.id == *name)?;
            Some(Screen::Scene(id, scene as u16))
        }
        (_, Some(_)) => None,
    }
}

/// The part of a lesson with this number, from 0.
pub fn part_at(id: LessonId, lesson: &Lesson, at: u16) -> Option<Screen> {
    Some(match lesson.parts.get(usize::from(at))? {
        Part::Card(_) => Screen::Card(id, at),
        Part::Exercise(_) => Screen::Exercise(id, at),
    })
}

/// The first screen of an item.
pub fn screen_of(item: ItemId) -> Screen {
    match item {
        ItemId::Topic(id) => Screen::Topic(id),
        ItemId::Event(id) => Screen::Event(id),
        ItemId::Service(id) => Screen::Service(id),
        ItemId::Term(id) => Screen::Word(id),
        ItemId::Finder(id) => Screen::Finder(id, FinderStep::Question(0)),
        ItemId::Lesson(id) => Screen::Lesson(id),
        ItemId::Room(id) => Screen::Room(id),
        ItemId::Commune(id) => Screen::Near(id, None),
        ItemId::Place(id) => Screen::Place(id),
    }
}

/// All addresses, to guess what somebody meant.
pub fn addresses(library: &Library) -> Vec<String> {
    let mut addresses: Vec<String> = NAMED_SCREENS.iter().map(|(name, _)| (*name).to_owned()).collect();
    for (_, topic) in library.topics() {
        addresses.push(topic.id.to_string());
        addresses.extend(topic.events.iter().filter_map(|event| Some(library.event(*event)?.id.to_string())));
    }
    addresses.extend(library.terms().map(|(_, term)| term.id.to_string()));
    for (_, finder) in library.finders() {
        addresses.push(finder.id.to_string());
        addresses.extend(finder.steps().map(|(part, _)| format!("{}#{part}", finder.id)));
    }
    for (_, lesson) in library.lessons() {
        addresses.push(lesson.id.to_string());
        let parts = lesson.parts.iter().filter_map(|part| lesson.id_of(*part));
        addresses.extend(parts.map(|part| format!("{}#{part}", lesson.id)));
    }
    for (_, room) in library.rooms() {
        addresses.push(room.id.to_string());
        addresses.extend(room.scenes.iter().map(|scene| format!("{}#{}", room.id, scene.id)));
    }
    addresses.extend(library.gym().messages.iter().map(|message| format!("gym#{}", message.id)));
    addresses.extend(library.communes().map(|(_, commune)| commune.id.to_string()));
    addresses.extend(library.places().map(|(_, place)| place.id.to_string()));
    for (_, service) in library.services() {
        addresses.push(service.id.to_string());
        let sections = service.steps().iter().chain(service.stuck());
        addresses.extend(sections.map(|section| format!("{}#{}", service.id, section.id)));
    }
    addresses
}

/// The address of a screen of a service: that of its section, else that of the service.
pub fn address_in(library: &Library, screen: Screen) -> Option<String> {
    let id = screen.service()?;
    let service = library.service(id)?;
    let section = |sections: &[Section], at: u16| sections.get(usize::from(at)).map(|section| section.id.to_string());
    let part = match screen {
        Screen::Step(_, at) => section(service.steps(), at),
        Screen::Stuck(_, at) => section(service.stuck(), at),
        _ => None,
    };
    Some(part.map_or_else(|| service.id.to_string(), |part| format!("{}#{part}", service.id)))
}
