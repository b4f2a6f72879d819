//! What differs between two packs, by name: so that staff see what an update brings.
//!
//! Each name of a pack has a digest of what residents see of its item. Ids are numbers that move when an item comes or
//! goes, so the digest is made of the item with all ids at 0, and of the names that they stand for.

use std::fmt;

use rusqlite::Statement;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::record::{Kind, address, kind_and_index, write};
use super::{Pack, PackError};
use crate::base::{ServiceId, TermId, TopicId};
use crate::content::Library;
use crate::content::model::{
    Commune, Finder, Inline, Lesson, LifeEvent, Paragraph, Place, Room, Service, Term, Topic, Urgent,
};
use crate::content::parse::link::{
    each, every_paragraph, every_paragraph_of, every_paragraph_of_lesson, every_paragraph_of_room,
};

/// So much of a SHA-256 tells two items apart.
const DIGEST: usize = 16;

/// What differs between two packs, in the order of the names.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Changes(pub Vec<Change>);

/// An item that is not the same in both.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    pub how: How,
    /// "service", "topic", …, in the singular.
    pub kind: &'static str,
    pub name: String,
}

/// How an item differs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum How {
    Changed,
    New,
    Gone,
}

impl How {
    /// "changed", "new" or "gone".
    pub fn word(self) -> &'static str {
        match self {
            How::Changed => "changed",
            How::New => "new",
            How::Gone => "gone",
        }
    }
}

/// The kinds of items that have names, and what one and several of them are called.
const KINDS: [(Kind, &str, &str); 10] = [
    (Kind::Service, "service", "services"),
    (Kind::Topic, "topic", "topics"),
    (Kind::Event, "life event", "life events"),
    (Kind::Term, "word", "words"),
    (Kind::Finder, "finder", "finders"),
    (Kind::Lesson, "lesson", "lessons"),
    (Kind::Room, "room", "rooms"),
    (Kind::Commune, "commune", "communes"),
    (Kind::Place, "place", "places"),
    (Kind::Urgent, "urgent number", "urgent numbers"),
];

/// "3 services changed, 1 word new".
impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut told = Vec::new();
        for (_, one, several) in KINDS {
            for how in [How::Changed, How::New, How::Gone] {
                let number = self.0.iter().filter(|change| change.kind == one && change.how == how).count();
                if number > 0 {
                    let noun = if number == 1 { one } else { several };
                    told.push(format!("{number} {noun} {}", how.word()));
                }
            }
        }
        match told.is_empty() {
            true => f.write_str("nothing changed"),
            false => f.write_str(&told.join(", ")),
        }
    }
}

/// What differs between two packs.
pub fn changes(old: &Pack, new: &Pack) -> Result<Changes, PackError> {
    let (mut old, mut new) = (names(old)?.into_iter().peekable(), names(new)?.into_iter().peekable());
    let mut changes = Vec::new();
    loop {
        let (how, named) = match (old.peek(), new.peek()) {
            (None, None) => return Ok(Changes(changes)),
            (Some(before), Some(after)) if before.name == after.name => {
                let is_same = before == after;
                old.next();
                match new.next() {
                    Some(named) if !is_same => (How::Changed, named),
                    _ => continue,
                }
            }
            (Some(before), after) if after.is_none_or(|after| before.name < after.name) => match old.next() {
                Some(named) => (How::Gone, named),
                None => continue,
            },
            _ => match new.next() {
                Some(named) => (How::New, named),
                None => continue,
            },
        };
        changes.push(Change { how, kind: named.kind, name: named.name });
    }
}

/// A name of a pack.
#[derive(PartialEq)]
struct Named {
    name: String,
    kind: &'static str,
    digest: Vec<u8>,
}

/// The names of a pack in their order.
fn names(pack: &Pack) -> Result<Vec<Named>, PackError> {
    let damaged = |what: &str| PackError::damaged(&pack.path, what);
    let sqlite = |error: rusqlite::Error| PackError::damaged(&pack.path, error);
    let file = pack.file();
    let query = "SELECT name, address, digest FROM name WHERE length(name) < 1000 ORDER BY name";
    let mut query: Statement = file.connection.prepare(query).map_err(sqlite)?;
    let mut rows = query.query([]).map_err(sqlite)?;
    let mut names = Vec::new();
    while let Some(row) = rows.next().map_err(sqlite)? {
        let name: String = row.get(0).map_err(sqlite)?;
        let kind = kind_and_index(row.get(1).map_err(sqlite)?).map(|(kind, _)| kind);
        let kind = KINDS.iter().find(|(known, ..)| Some(*known) == kind).map(|(_, one, _)| *one);
        let kind = kind.filter(|_| crate::content::parse::pack::is_id(&name)).ok_or_else(|| damaged("a wrong name"))?;
        names.push(Named { name, kind, digest: row.get(2).map_err(sqlite)? });
    }
    Ok(names)
}

/// Whether there is a name for each item, and each of them is one.
pub(super) fn check_names(pack: &Pack) -> Result<(), PackError> {
    let super::Numbers { topics, events, services, terms, finders, lessons, rooms, communes, places } =
        pack.about.numbers;
    let numbers = [topics, events, services, terms, finders, lessons, rooms, communes, places];
    let items: usize = numbers.iter().map(|number| *number as usize).sum();
    match names(pack)?.len() == items + super::Shelf::urgent(pack).len() {
        true => Ok(()),
        false => Err(PackError::damaged(&pack.path, "a name is missing")),
    }
}

/// A row of the table of names: a name, the address of its item, and its digest.
pub(super) type Row = (Box<str>, i64, Vec<u8>);

/// All names of a library in their order.
pub(super) fn digests(library: &Library) -> Result<Vec<Row>, String> {
    let mut named = Vec::new();
    for (index, urgent) in library.urgent().iter().enumerate() {
        named.push((urgent.id.clone(), address(Kind::Urgent, index, 0), of_urgent(library, urgent)?));
    }
    for (id, topic) in library.topics() {
        named.push((topic.id.clone(), address(Kind::Topic, id.index(), 0), of_topic(library, id, &topic)?));
    }
    for (id, event) in library.event_ids().filter_map(|id| Some((id, library.event(id)?))) {
        named.push((event.id.clone(), address(Kind::Event, id.index(), 0), of_event(library, &event)?));
    }
    for (id, service) in library.services() {
        named.push((service.id.clone(), address(Kind::Service, id.index(), 0), of_service(library, &service)?));
    }
    for (id, term) in library.terms() {
        named.push((term.id.clone(), address(Kind::Term, id.index(), 0), of_term(library, &term)?));
    }
    for (id, finder) in library.finders() {
        named.push((finder.id.clone(), address(Kind::Finder, id.index(), 0), of_finder(library, &finder)?));
    }
    for (id, lesson) in library.lessons() {
        named.push((lesson.id.clone(), address(Kind::Lesson, id.index(), 0), of_lesson(library, &lesson)?));
    }
    for (id, room) in library.rooms() {
        named.push((room.id.clone(), address(Kind::Room, id.index(), 0), of_room(library, &room)?));
    }
    for (id, commune) in library.communes() {
        named.push((commune.id.clone(), address(Kind::Commune, id.index(), 0), of_commune(library, &commune)?));
    }
    for (id, place) in library.places() {
        named.push((place.id.clone(), address(Kind::Place, id.index(), 0), of_place(library, &place)?));
    }
    named.sort();
    Ok(named)
}

fn digest<T: Serialize>(item: &T, names: &[Box<str>]) -> Result<Vec<u8>, String> {
    let sum = Sha256::new().chain_update(write(item)?).chain_update(write(&names)?).finalize();
    Ok(sum[..DIGEST].to_vec())
}

fn of_urgent(library: &Library, urgent: &Urgent) -> Result<Vec<u8>, String> {
    let names = service_names(library, urgent.guide.as_slice());
    digest(&Urgent { guide: None, ..urgent.clone() }, &names)
}

fn of_topic(library: &Library, id: TopicId, topic: &Topic) -> Result<Vec<u8>, String> {
    let mut names: Vec<Box<str>> = Vec::new();
    names.extend(topic.events.iter().filter_map(|id| Some(library.event(*id)?.id.clone())));
    let members: Vec<ServiceId> = library.parts_of(id, topic).flat_map(|part| part.to_vec()).collect();
    names.extend(service_names(library, &members));
    digest(&Topic { events: Vec::new(), ..topic.clone() }, &names)
}

fn of_event(library: &Library, event: &LifeEvent) -> Result<Vec<u8>, String> {
    let mut names = service_names(library, &event.services);
    names.extend(library.topic(event.topic).map(|topic| topic.id.clone()));
    names.extend(event.finder.and_then(|id| library.finder(id)).map(|finder| finder.id.clone()));
    digest(&LifeEvent { topic: TopicId::handed_out(0), services: Vec::new(), finder: None, ..event.clone() }, &names)
}

fn of_finder(library: &Library, finder: &Finder) -> Result<Vec<u8>, String> {
    let (mut bare, mut names) = (finder.clone(), Vec::new());
    for end in &mut bare.ends {
        names.extend(service_names(library, &std::mem::take(&mut end.services)));
    }
    every_paragraph_of(&mut bare, &mut |paragraph| name_terms(library, paragraph, &mut names));
    digest(&bare, &names)
}

fn of_lesson(library: &Library, lesson: &Lesson) -> Result<Vec<u8>, String> {
    let mut names = service_names(library, &lesson.related);
    names.extend(topic_names(library, &lesson.topics));
    let mut bare = Lesson { related: Vec::new(), topics: Vec::new(), ..lesson.clone() };
    every_paragraph_of_lesson(&mut bare, &mut |paragraph| name_terms(library, paragraph, &mut names));
    digest(&bare, &names)
}

fn of_room(library: &Library, room: &Room) -> Result<Vec<u8>, String> {
    let mut names = service_names(library, &room.related);
    names.extend(topic_names(library, &room.topics));
    let mut bare = Room { related: Vec::new(), topics: Vec::new(), ..room.clone() };
    every_paragraph_of_room(&mut bare, &mut |paragraph| name_terms(library, paragraph, &mut names));
    digest(&bare, &names)
}

fn of_service(library: &Library, service: &Service) -> Result<Vec<u8>, String> {
    let mut names = service_names(library, &service.related);
    let mut bare = Service { related: Vec::new(), terms: Vec::new(), ..service.clone() };
    every_paragraph(&mut bare, &mut |paragraph| name_terms(library, paragraph, &mut names));
    digest(&bare, &names)
}

fn of_term(library: &Library, term: &Term) -> Result<Vec<u8>, String> {
    let (mut bare, mut names) = (term.clone(), Vec::new());
    each(&mut bare.explanation, &mut |paragraph| name_terms(library, paragraph, &mut names));
    digest(&bare, &names)
}

fn of_commune(library: &Library, commune: &Commune) -> Result<Vec<u8>, String> {
    let names: Vec<Box<str>> =
        commune.neighbours.iter().filter_map(|id| Some(library.commune(*id)?.id.clone())).collect();
    digest(&Commune { neighbours: Vec::new(), ..commune.clone() }, &names)
}

fn of_place(library: &Library, place: &Place) -> Result<Vec<u8>, String> {
    let (mut bare, mut names) = (place.clone(), Vec::new());
    names.extend(bare.commune.take().and_then(|id| library.commune(id)).map(|commune| commune.id.clone()));
    each(&mut bare.note, &mut |paragraph| name_terms(library, paragraph, &mut names));
    digest(&bare, &names)
}

fn service_names(library: &Library, services: &[ServiceId]) -> Vec<Box<str>> {
    services.iter().filter_map(|id| Some(library.service(*id)?.id.clone())).collect()
}

fn topic_names(library: &Library, topics: &[TopicId]) -> impl Iterator<Item = Box<str>> {
    topics.iter().filter_map(|id| Some(library.topic(*id)?.id.clone()))
}

fn name_terms(library: &Library, paragraph: &mut Paragraph, names: &mut Vec<Box<str>>) {
    for piece in &mut paragraph.0 {
        if let Inline::Term { term, .. } = piece {
            names.extend(library.term(*term).map(|term| term.id.clone()));
            *term = TermId::handed_out(0);
        }
    }
}
