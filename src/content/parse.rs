//! Turns files into a library: reads everything, notes every fault, leaves out what has one.
//!
//! Names first, so that references can be checked while texts are read; then all items; then `link` gives the sound
//! ones their final ids and drops references to the others.

pub(in crate::content) mod link;
pub(in crate::content) mod notes;
pub(in crate::content) mod pack;
pub(in crate::content) mod table;

mod activities;
mod code_words;
mod fact;
mod finder;
pub mod forms;

mod folders;
mod gym;
mod heading;
mod inline;
mod lesson;
mod lists;
mod localized;
mod markdown;
mod names;
mod parity;
mod pass_words;
mod places;
mod refused;
mod room;
mod service;
mod survey;

pub use self::notes::PROMPT;
pub use self::pack::{as_id, is_id};
pub use self::places::amend;
pub use self::survey::{PlaceValues, ServiceValues, Survey, survey};

use self::folders::Folders;
use self::lists::Declared;
use self::names::{Name, Names};
use self::notes::{Listener, Notes, Use, quoted};
use self::pack::Languages;
use self::table::Doc;
use super::finding::{Finding, Rule, in_order};
use super::library::Library;
use super::model::Lesson;
use super::pack::Label;
use super::source::ContentFiles;

/// What every reader needs.
#[derive(Clone, Copy)]
pub(in crate::content) struct Ctx<'c> {
    pub notes: &'c Notes<'c>,
    pub languages: &'c Languages,
    pub names: &'c Names,
    /// What sentences are for, as the rules hear them.
    pub prose: Use,
}

/// Reads a content folder: everything in it that is without errors, and all findings, those of the files included.
pub fn compile(files: &ContentFiles) -> (Library, Vec<Finding>) {
    compile_heard(files, None)
}

/// The same, while a set of rules hears every text.
pub(in crate::content) fn compile_heard(
    files: &ContentFiles,
    listener: Option<&dyn Listener>,
) -> (Library, Vec<Finding>) {
    let notes = Notes::new(listener, &files.findings);
    let library = read(files, &notes);
    let mut findings = notes.into_findings();
    findings.extend(files.findings.iter().cloned());
    (library, in_order(findings))
}

/// The library as its author sees it: with what is still to be filled in.
pub fn compile_for_author(files: &ContentFiles) -> Library {
    read(files, &Notes::new(None, &files.findings).for_author())
}

/// The items of the lists beside the services, in the order of their files.
struct Items<'d> {
    topics: Vec<Declared<'d>>,
    /// Each with the place of its topic.
    events: Vec<(u32, Declared<'d>)>,
    terms: Vec<Declared<'d>>,
    urgent: Vec<Declared<'d>>,
    communes: Vec<Declared<'d>>,
    places: Vec<Declared<'d>>,
}

/// All names of a folder, and the items of its lists.
fn declare<'d>(folders: &'d Folders, names: &mut Names, notes: &'d Notes) -> Items<'d> {
    for (index, id) in (0..).zip(folders.services.keys()) {
        names.add_service(id, index);
    }
    for ((index, id), doc) in (0..).zip(folders.finders.keys()).zip(folders.finders.values()) {
        if !names.add_folder(id, Name::Finder(index)) {
            note_taken(id, doc, "finder", notes);
        }
    }
    for ((index, id), folder) in (0..).zip(folders.lessons.keys()).zip(folders.lessons.values()) {
        if let (false, Some(doc)) = (names.add_folder(id, Name::Lesson(index)), &folder.toml) {
            note_taken(id, doc, "lesson", notes);
        }
    }
    for ((index, id), doc) in (0..).zip(folders.rooms.keys()).zip(folders.rooms.values()) {
        if !names.add_folder(id, Name::Room(index)) {
            note_taken(id, doc, "room", notes);
        }
    }
    let topics = lists::declare(folders.topics.iter(), (&forms::TOPICS, "topic"), Name::Topic, names, notes);
    let events = lists::declare_events(&topics, names, notes);
    let terms = lists::declare(folders.glossary.iter(), (&forms::GLOSSARY, "term"), Name::Term, names, notes);
    let urgent =
        lists::declare(folders.urgent.iter(), (&forms::URGENT_NUMBERS, "urgent"), |_| Name::Urgent, names, notes);
    let communes = lists::declare(folders.communes.iter(), (&forms::COMMUNES, "commune"), Name::Commune, names, notes);
    let places = lists::declare(folders.places.iter(), (&forms::PLACES, "place"), Name::Place, names, notes);
    Items { topics, events, terms, urgent, communes, places }
}

/// The folder of a finder, lesson or room has a name that something else has.
fn note_taken(id: &str, doc: &Doc, kind: &str, notes: &Notes) {
    let what = format!("{} is the id of something else already", quoted(id));
    notes.note(&doc.file, 0, Rule::DuplicateId, what, format!("rename the folder of the {kind}"));
}

fn read(files: &ContentFiles, notes: &Notes) -> Library {
    let pack = folders::pack(files, notes);
    let languages = pack.as_ref().map_or_else(Languages::usual, |pack| pack::read(pack, notes));
    let folders = Folders::of(files, &languages, notes);
    let topics_unsure = folders.topics.as_ref().is_none_or(Doc::is_damaged);
    let terms_unsure = folders.glossary.iter().any(Doc::is_damaged) || notes.is_unreadable(&files.shown("glossary"));
    let mut names = Names { topics_unsure, terms_unsure, ..Names::default() };
    let Items { topics, events, terms, urgent, communes, places } = declare(&folders, &mut names, notes);

    let ctx = Ctx { notes, languages: &languages, names: &names, prose: Use::Prose };
    let communes = places::communes(ctx, folders.communes.as_ref(), &communes);
    let places = places.iter().map(|place| places::place(ctx, place, &communes)).collect();
    let mut parts = link::Parts {
        topics: topics.iter().map(|topic| lists::topic(ctx, topic)).collect(),
        events: events.iter().map(|(topic, event)| lists::event(ctx, event, *topic)).collect(),
        terms: terms.iter().map(|term| lists::term(ctx, term)).collect(),
        finders: folders.finders.iter().map(|(id, doc)| finder::read(ctx, id, doc)).collect(),
        lessons: lessons(ctx, &folders, files),
        rooms: folders.rooms.iter().map(|(id, doc)| room::read(ctx, id, doc)).collect(),
        gym: gym::read(ctx, &folders.gym),
        label: Label::of(files).ok(),
        activities: folders.activities.as_ref().map(|doc| activities::read(ctx, doc)).unwrap_or_default(),
        code_words: folders.code_words.as_ref().map(|doc| code_words::read(ctx, doc)).unwrap_or_default(),
        pass_words: folders.pass_words.as_ref().map(|doc| pass_words::read(ctx, doc)).unwrap_or_default(),
        urgent: urgent.iter().filter_map(|urgent| lists::urgent(ctx, urgent)).collect(),
        communes,
        places,
        services: Vec::new(),
        named: Vec::new(),
    };
    let mut filled = vec![false; topics.len()];
    let mut unsure = false;
    for (id, folder) in &folders.services {
        let read = service::read(ctx, id, &files.shown(&format!("services/{id}")), folder);
        for topic in &read.topics {
            if let Some(filled) = filled.get_mut(topic.index()) {
                *filled = true;
            }
        }
        unsure |= folder.toml.as_ref().is_none_or(Doc::is_damaged);
        parts.services.push(read.service);
        parts.named.push(read.topics);
    }
    if !unsure {
        lists::note_empty_topics(ctx, &topics, &filled, &events);
    }
    link::link(parts)
}

fn lessons(ctx: Ctx, folders: &Folders, files: &ContentFiles) -> Vec<Option<Lesson>> {
    let mut shared = lesson::Shared::new(folders.pass_words.is_some());
    let read = |(id, folder): (&&str, &folders::Folder)| {
        lesson::read(ctx, id, &files.shown(&format!("lessons/{id}")), folder, &mut shared)
    };
    folders.lessons.iter().map(read).collect()
}
