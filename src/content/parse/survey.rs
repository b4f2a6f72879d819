//! What a content folder holds by name, sound or not: what a new item has to fit into.

use std::collections::BTreeMap;

use super::folders::{self, Folders};
use super::names::Names;
use super::notes::Notes;
use super::{declare, lesson, pack, places, service};
use crate::base::{Group, Lang};
use crate::content::source::ContentFiles;

/// What a content folder holds by name.
#[derive(Clone, PartialEq, Debug)]
pub struct Survey {
    /// The languages that everything must be said in.
    pub required: Vec<Lang>,
    /// The ids of topics, in the order of the home screen.
    pub topics: Vec<String>,
    /// The first place in the code of progress that no lesson has.
    pub free_lesson_place: Option<u8>,
    /// Every id, with what it is the id of: "a service".
    pub names: BTreeMap<String, &'static str>,
}

/// The values that a service chooses from, as an author writes them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServiceValues {
    pub levels: Vec<&'static str>,
    pub groups: Vec<&'static str>,
    pub directions: Vec<&'static str>,
    /// The states of a route.
    pub states: Vec<&'static str>,
}

/// The values that a place chooses from, as an author writes them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlaceValues {
    pub kinds: Vec<&'static str>,
    pub offers: Vec<&'static str>,
    pub help: Vec<&'static str>,
    pub statuses: Vec<&'static str>,
}

impl PlaceValues {
    /// All of them.
    pub fn all() -> PlaceValues {
        PlaceValues {
            kinds: places::KINDS.map(|(name, _)| name).to_vec(),
            offers: places::OFFERS.map(|(name, _)| name).to_vec(),
            help: places::HELP.map(|(name, _)| name).to_vec(),
            statuses: places::STATUSES.map(|(name, _)| name).to_vec(),
        }
    }
}

impl ServiceValues {
    /// All of them.
    pub fn all() -> ServiceValues {
        ServiceValues {
            levels: service::LEVELS.map(|(name, _)| name).to_vec(),
            groups: Group::ALL.map(Group::name).to_vec(),
            directions: service::DIRECTIONS.to_vec(),
            states: service::STATES.map(|(name, _)| name).to_vec(),
        }
    }
}

/// Looks through a content folder; nothing where it is none, because `pack.toml` is missing.
pub fn survey(files: &ContentFiles) -> Option<Survey> {
    let notes = Notes::default();
    let languages = pack::read(&folders::pack(files, &notes)?, &notes);
    let folders = Folders::of(files, &languages, &notes);
    let mut names = Names::default();
    let items = declare(&folders, &mut names, &notes);
    let topics = items.topics.iter().filter_map(|topic| topic.id).map(|id| id.text.to_owned()).collect();
    let names = names.names.iter().map(|(id, name)| (id.clone(), name.kind())).collect();
    let free_lesson_place =
        lesson::free_place(folders.lessons.values().filter_map(|lesson| lesson.toml.as_ref()), &notes);
    Some(Survey { required: languages.required, topics, free_lesson_place, names })
}
