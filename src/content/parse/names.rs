//! Which names exist in a content folder, and what each of them stands for.
//!
//! A name counts as existing even when the item behind it has errors: what refers to it is then right, and only the
//! item is left out.

use std::collections::BTreeMap;

use super::notes::{File, Notes, quoted};
use super::pack::check_id;
use super::table::Str;
use crate::content::finding::Rule;

/// What a name stands for: a place in the list of its kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::content) enum Name {
    Service(u32),
    Topic(u32),
    Event(u32),
    Term(u32),
    Finder(u32),
    Lesson(u32),
    Room(u32),
    Commune(u32),
    Place(u32),
    Urgent,
}

impl Name {
    /// The place in the list of its kind, where it has one.
    fn index(self) -> Option<u32> {
        match self {
            Name::Service(at) | Name::Topic(at) | Name::Event(at) | Name::Term(at) => Some(at),
            Name::Finder(at) | Name::Lesson(at) | Name::Room(at) | Name::Commune(at) | Name::Place(at) => Some(at),
            Name::Urgent => None,
        }
    }

    pub fn kind(self) -> &'static str {
        match self {
            Name::Service(_) => "a service",
            Name::Topic(_) => "a topic",
            Name::Event(_) => "a life event",
            Name::Term(_) => "a word of the glossary",
            Name::Finder(_) => "a finder",
            Name::Lesson(_) => "a lesson",
            Name::Room(_) => "a room",
            Name::Commune(_) => "a commune",
            Name::Place(_) => "a place",
            Name::Urgent => "an urgent number",
        }
    }
}

/// All names of a content folder: unique across all kinds.
#[derive(Default)]
pub(in crate::content) struct Names {
    pub names: BTreeMap<String, Name>,
    /// Whether topics may exist that could not be read: then a missing one is not noted.
    pub topics_unsure: bool,
    /// The same for the words of the glossary.
    pub terms_unsure: bool,
}

impl Names {
    /// Takes in the name of a folder.
    pub fn add_service(&mut self, id: &str, index: u32) {
        self.names.insert(id.to_owned(), Name::Service(index));
    }

    /// Takes in the name of a folder of a finder, lesson or room; says whether nothing else has it.
    pub fn add_folder(&mut self, id: &str, name: Name) -> bool {
        let is_free = !self.names.contains_key(id);
        if is_free {
            self.names.insert(id.to_owned(), name);
        }
        is_free
    }

    /// Takes in a name unless something else has it already; says whether it did.
    pub fn add(&mut self, id: &Str, name: Name, notes: &Notes) -> bool {
        if !check_id(id, notes) {
            return false;
        }
        if let Some(first) = self.names.get(id.text) {
            let what = format!("the id {} is the id of {} already", quoted(id.text), first.kind());
            notes.note(id.file, id.at, Rule::DuplicateId, what, "choose another id for one of the two");
            return false;
        }
        self.names.insert(id.text.to_owned(), name);
        true
    }

    /// The service of a name, noted where there is none.
    pub fn service(&self, id: &Str, notes: &Notes) -> Option<u32> {
        self.sought(id.text, Name::Service, (id.file, id.at, Rule::BrokenLink), notes)
    }

    /// The topic of a name, noted where there is none.
    pub fn topic(&self, id: &Str, notes: &Notes) -> Option<u32> {
        self.sought(id.text, Name::Topic, (id.file, id.at, Rule::UnknownTopic), notes)
    }

    /// The finder of a name, noted where there is none.
    pub fn finder(&self, id: &Str, notes: &Notes) -> Option<u32> {
        self.sought(id.text, Name::Finder, (id.file, id.at, Rule::BrokenLink), notes)
    }

    /// The commune of a name, noted where there is none.
    pub fn commune(&self, id: &Str, notes: &Notes) -> Option<u32> {
        self.sought(id.text, Name::Commune, (id.file, id.at, Rule::BrokenLink), notes)
    }

    /// The term of a name, noted at `at` where there is none.
    pub fn term(&self, id: &str, file: &File, at: usize, notes: &Notes) -> Option<u32> {
        self.sought(id, Name::Term, (file, at, Rule::BrokenLink), notes)
    }

    /// The place of a name of one kind; where there is none, that is noted.
    fn sought(
        &self,
        id: &str,
        kind: fn(u32) -> Name,
        (file, at, rule): (&File, usize, Rule),
        notes: &Notes,
    ) -> Option<u32> {
        let found = self.names.get(id).and_then(|name| name.index().filter(|index| kind(*index) == *name));
        if found.is_none() {
            self.missing(file, at, id, rule, kind(0), notes);
        }
        found
    }

    fn missing(&self, file: &File, at: usize, id: &str, rule: Rule, sought: Name, notes: &Notes) {
        let unsure = match sought {
            Name::Topic(_) => self.topics_unsure,
            Name::Term(_) => self.terms_unsure,
            _ => false,
        };
        if unsure && !self.names.contains_key(id) {
            return;
        }
        let what = match self.names.get(id) {
            Some(other) => format!("{} is {}, not {}", quoted(id), other.kind(), sought.kind()),
            None => format!("{} is not {}", quoted(id), sought.kind()),
        };
        let same_kind = |name: &&Name| std::mem::discriminant(*name) == std::mem::discriminant(&sought);
        let others = self.names.iter().filter(|(_, name)| same_kind(name)).map(|(id, _)| id.as_str());
        let guess = notes.did_you_mean(id, others);
        let place = match sought {
            Name::Term(_) => "glossary/terms.toml",
            Name::Service(_) => "the folder services/",
            Name::Finder(_) => "the folder finders/",
            Name::Commune(_) => "communes.toml",
            _ => "topics.toml",
        };
        notes.note(file, at, rule, what, format!("write an id of {place}, or add it there{guess}"));
    }
}
