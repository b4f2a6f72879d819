//! A pack: all content of a kiosk, checked and compiled, in one file.
//!
//! The file is one of SQLite with two tables, followed by a trailer with its SHA-256. Opening it looks at both ends and
//! at the table definitions, and reads one record; everything else is read when it is asked for, and kept as long as
//! there is room. [`build()`] makes a pack, [`Pack::open`] reads it, [`Pack::verify`] reads all of it, and [`changes()`]
//! tells what differs between two.

mod build;
mod changes;
mod envelope;
mod error;
mod kept;
mod record;
mod searched;
mod tables;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use rusqlite::{Connection, OptionalExtension};
use serde::de::DeserializeOwned;

pub use self::build::{Label, build};
pub use self::changes::{Changes, changes};
pub use self::envelope::Sum;
pub use self::error::PackError;
use self::kept::Kept;
pub use self::record::About;
use self::record::{Kind, OUTLINES, RECORD_MAX, address, addresses, kind_and_index};
use super::code_words::CodeWords;
use super::library::{Library, Numbers, PassWords, Shelf};
use super::model::{
    Activity, Commune, Finder, Gym, InList, ItemId, Lesson, LifeEvent, Outline, Place, Room, Service, Summary, Term,
    Topic, Urgent,
};
use super::search::Index;
use crate::base::{CommuneId, EventId, FinderId, LessonId, PlaceId, RoomId, ServiceId, TermId, TopicId};

/// Room for the items of each kind, as bytes of the pack: a page of sixty summaries, or some ten services.
const KEPT: usize = 256_000;
/// Room for mentions of words: those of a long query in three languages, among ten thousand services.
const KEPT_SHEETS: usize = 1_000_000;

/// An open pack.
pub struct Pack {
    path: PathBuf,
    sum: Sum,
    about: About,
    file: Mutex<OpenFile>,
    is_damaged: AtomicBool,
    /// What the search keeps in memory, from the first one on.
    index: OnceLock<Arc<Index>>,
}

/// The open file, and what was read of it lately.
struct OpenFile {
    connection: Connection,
    urgent: Kept<Vec<Urgent>>,
    topics: Kept<Topic>,
    listings: Kept<Vec<ServiceId>>,
    events: Kept<LifeEvent>,
    terms: Kept<Term>,
    finders: Kept<Finder>,
    lessons: Kept<Lesson>,
    rooms: Kept<Room>,
    gym: Kept<Gym>,
    activities: Kept<Vec<Activity>>,
    pass_words: Kept<PassWords>,
    code_words: Kept<CodeWords>,
    summaries: Kept<Summary>,
    services: Kept<Service>,
    sheets: Kept<Vec<u8>>,
    communes: Kept<Commune>,
    places: Kept<Place>,
    helpers: Kept<Vec<InList>>,
}

impl Pack {
    /// Opens a pack. It is trusted to be what was built: that is for [`Pack::verify`].
    pub fn open(path: &Path) -> Result<Pack, PackError> {
        let sum = envelope::look(path)?;
        let connection = tables::open(path)?;
        let bytes = bytes(&connection, address(Kind::About, 0, 0));
        let about = bytes.and_then(|bytes| record::read::<About>(&bytes));
        let about = about.map_err(|what| PackError::damaged(path, what))?;
        if !super::parse::pack::is_id(&about.name) {
            return Err(PackError::damaged(path, "it has no name"));
        }
        let file = OpenFile {
            connection,
            urgent: Kept::of(KEPT),
            topics: Kept::of(KEPT),
            listings: Kept::of(KEPT),
            events: Kept::of(KEPT),
            terms: Kept::of(KEPT),
            finders: Kept::of(KEPT),
            lessons: Kept::of(KEPT),
            rooms: Kept::of(KEPT),
            gym: Kept::of(KEPT),
            activities: Kept::of(KEPT),
            pass_words: Kept::of(KEPT),
            code_words: Kept::of(KEPT),
            summaries: Kept::of(KEPT),
            services: Kept::of(KEPT),
            sheets: Kept::of(KEPT_SHEETS),
            communes: Kept::of(KEPT),
            places: Kept::of(KEPT),
            helpers: Kept::of(KEPT),
        };
        let (is_damaged, index) = (AtomicBool::new(false), OnceLock::new());
        Ok(Pack { path: path.to_owned(), sum, about, file: Mutex::new(file), is_damaged, index })
    }

    /// Opens a pack after every byte of it was compared with the sum that it carries, and reads every record.
    pub fn verify(path: &Path) -> Result<Pack, PackError> {
        envelope::sum(path)?;
        let pack = Pack::open(path)?;
        pack.read_all()?;
        Ok(pack)
    }

    /// What it says of itself.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The SHA-256 that it carries.
    pub fn sum(&self) -> &Sum {
        &self.sum
    }

    /// The library in it.
    pub fn into_library(self) -> Library {
        Library::on(self)
    }

    /// Whether every record that must be there can be read.
    fn read_all(&self) -> Result<(), PackError> {
        let damaged = |what: String| PackError::damaged(&self.path, what);
        let check: String = {
            let file = self.file();
            let check = file.connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
            check.map_err(|error| damaged(error.to_string()))?
        };
        if check != "ok" {
            return Err(damaged(check));
        }
        let Numbers { topics, events, services, terms, finders, lessons, rooms, communes, places } = self.about.numbers;
        let missing = |kind: &str, index: u32| damaged(format!("{kind} {index} cannot be read"));
        self.urgent();
        for index in 0..topics {
            let id = TopicId::handed_out(index);
            let topic = self.topic(id).ok_or_else(|| missing("topic", index))?;
            let parts = topic.services.div_ceil(super::model::PART as u32);
            let listed = (0..parts).map(|part| u16::try_from(part).ok().and_then(|part| self.services_of(id, part)));
            let lengths = listed.map(|part| part.map(|part| part.len() as u32).ok_or_else(|| missing("topic", index)));
            if lengths.sum::<Result<u32, _>>()? != topic.services {
                return Err(missing("topic", index));
            }
        }
        (0..events).try_for_each(|index| {
            self.event(EventId::handed_out(index)).map(drop).ok_or_else(|| missing("life event", index))
        })?;
        (0..terms).try_for_each(|index| {
            self.term(TermId::handed_out(index)).map(drop).ok_or_else(|| missing("word", index))
        })?;
        (0..finders).try_for_each(|index| {
            self.finder(FinderId::handed_out(index)).map(drop).ok_or_else(|| missing("finder", index))
        })?;
        (0..lessons).try_for_each(|index| {
            self.lesson(LessonId::handed_out(index)).map(drop).ok_or_else(|| missing("lesson", index))
        })?;
        (0..rooms).try_for_each(|index| {
            self.room(RoomId::handed_out(index)).map(drop).ok_or_else(|| missing("room", index))
        })?;
        self.gym();
        self.activities();
        self.pass_words();
        self.code_words();
        (0..communes).try_for_each(|index| {
            self.commune(CommuneId::handed_out(index)).map(drop).ok_or_else(|| missing("commune", index))
        })?;
        (0..places).try_for_each(|index| {
            self.place(PlaceId::handed_out(index)).map(drop).ok_or_else(|| missing("place", index))
        })?;
        self.helpers();
        for index in 0..services {
            let id = ServiceId::handed_out(index);
            self.service(id).zip(self.summary(id)).ok_or_else(|| missing("service", index))?;
        }
        changes::check_names(self)?;
        self.check_search()?;
        let mut outlines = 0;
        self.outlines(&mut |_| outlines += 1);
        match self.is_damaged() || outlines != services {
            true => Err(damaged("a list in it cannot be read".to_owned())),
            false => Ok(()),
        }
    }

    fn file(&self) -> MutexGuard<'_, OpenFile> {
        // A thread that panicked left nothing half done that matters: the file is only read.
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The names of all items of a kind. Where they cannot be read, that is noted.
    fn names(&self, kind: Kind) -> Vec<Box<str>> {
        names(&self.file().connection, kind).unwrap_or_else(|_| {
            self.is_damaged.store(true, Ordering::Relaxed);
            Vec::new()
        })
    }

    /// A record, from what is kept of its kind or from the file. Where it cannot be read, that is noted.
    fn record<T: DeserializeOwned>(&self, kept: fn(&mut OpenFile) -> &mut Kept<T>, address: i64) -> Option<Arc<T>> {
        let mut file = self.file();
        if let Some(record) = kept(&mut file).get(address) {
            return Some(record);
        }
        let read = bytes(&file.connection, address).and_then(|bytes| Ok((record::read::<T>(&bytes)?, bytes.len())));
        match read {
            Ok((record, length)) => {
                let record = Arc::new(record);
                kept(&mut file).put(address, record.clone(), length);
                Some(record)
            }
            Err(_) => {
                self.is_damaged.store(true, Ordering::Relaxed);
                None
            }
        }
    }
}

/// The names of all items of a kind, in the order of the items.
fn names(connection: &Connection, kind: Kind) -> rusqlite::Result<Vec<Box<str>>> {
    let query = "SELECT name FROM name WHERE address BETWEEN ?1 AND ?2 ORDER BY address";
    let mut query = connection.prepare(query)?;
    let names = query.query_map(addresses(kind), |row| row.get(0))?;
    names.collect()
}

/// The bytes of a record.
fn bytes(connection: &Connection, address: i64) -> Result<Vec<u8>, String> {
    let query = "SELECT bytes FROM record WHERE address = ?1 AND length(bytes) <= ?2";
    let mut query = connection.prepare_cached(query).map_err(|error| error.to_string())?;
    let bytes = query.query_row((address, RECORD_MAX as i64), |row| row.get(0)).optional();
    bytes.map_err(|error| error.to_string())?.ok_or_else(|| "a record is missing".to_owned())
}

impl Shelf for Pack {
    fn label(&self) -> Option<Label> {
        Some(Label { name: self.about.name.to_string(), version: self.about.version })
    }

    fn numbers(&self) -> Numbers {
        self.about.numbers
    }

    fn is_damaged(&self) -> bool {
        self.is_damaged.load(Ordering::Relaxed)
    }

    fn urgent(&self) -> Arc<Vec<Urgent>> {
        self.record(|file| &mut file.urgent, address(Kind::Urgent, 0, 0)).unwrap_or_default()
    }

    fn topic(&self, id: TopicId) -> Option<Arc<Topic>> {
        self.record(|file| &mut file.topics, address(Kind::Topic, id.index(), 0))
    }

    fn services_of(&self, topic: TopicId, part: u16) -> Option<Arc<Vec<ServiceId>>> {
        self.record(|file| &mut file.listings, address(Kind::Listing, topic.index(), part))
    }

    fn event(&self, id: EventId) -> Option<Arc<LifeEvent>> {
        self.record(|file| &mut file.events, address(Kind::Event, id.index(), 0))
    }

    fn service(&self, id: ServiceId) -> Option<Arc<Service>> {
        self.record(|file| &mut file.services, address(Kind::Service, id.index(), 0))
    }

    fn summary(&self, id: ServiceId) -> Option<Arc<Summary>> {
        self.record(|file| &mut file.summaries, address(Kind::Summary, id.index(), 0))
    }

    fn term(&self, id: TermId) -> Option<Arc<Term>> {
        self.record(|file| &mut file.terms, address(Kind::Term, id.index(), 0))
    }

    fn finder(&self, id: FinderId) -> Option<Arc<Finder>> {
        self.record(|file| &mut file.finders, address(Kind::Finder, id.index(), 0))
    }

    fn lesson(&self, id: LessonId) -> Option<Arc<Lesson>> {
        self.record(|file| &mut file.lessons, address(Kind::Lesson, id.index(), 0))
    }

    fn room(&self, id: RoomId) -> Option<Arc<Room>> {
        self.record(|file| &mut file.rooms, address(Kind::Room, id.index(), 0))
    }

    fn gym(&self) -> Arc<Gym> {
        self.record(|file| &mut file.gym, address(Kind::Gym, 0, 0)).unwrap_or_default()
    }

    fn activities(&self) -> Arc<Vec<Activity>> {
        self.record(|file| &mut file.activities, address(Kind::Activities, 0, 0)).unwrap_or_default()
    }

    fn pass_words(&self) -> Arc<PassWords> {
        self.record(|file| &mut file.pass_words, address(Kind::PassWords, 0, 0)).unwrap_or_default()
    }

    fn code_words(&self) -> Arc<CodeWords> {
        self.record(|file| &mut file.code_words, address(Kind::CodeWords, 0, 0)).unwrap_or_default()
    }

    fn commune(&self, id: CommuneId) -> Option<Arc<Commune>> {
        self.record(|file| &mut file.communes, address(Kind::Commune, id.index(), 0))
    }

    fn place(&self, id: PlaceId) -> Option<Arc<Place>> {
        self.record(|file| &mut file.places, address(Kind::Place, id.index(), 0))
    }

    fn helpers(&self) -> Arc<Vec<InList>> {
        self.record(|file| &mut file.helpers, address(Kind::Helpers, 0, 0)).unwrap_or_default()
    }

    fn outlines(&self, show: &mut dyn FnMut(Outline)) {
        for index in 0..(self.about.numbers.services as usize).div_ceil(OUTLINES) {
            // The file is free in between: whoever presses a key does not wait for all of them.
            let bytes = bytes(&self.file().connection, address(Kind::Outlines, index, 0));
            match bytes.and_then(|bytes| record::read::<Vec<Outline>>(&bytes)) {
                Ok(outlines) => outlines.into_iter().for_each(&mut *show),
                Err(_) => self.is_damaged.store(true, Ordering::Relaxed),
            }
        }
    }

    fn topic_names(&self) -> Vec<Box<str>> {
        self.names(Kind::Topic)
    }

    fn lesson_names(&self) -> Vec<Box<str>> {
        self.names(Kind::Lesson)
    }

    fn find(&self, name: &str) -> Option<ItemId> {
        let file = self.file();
        let mut query = file.connection.prepare_cached("SELECT address FROM name WHERE name = ?1").ok()?;
        let (kind, index) = kind_and_index(query.query_row([name], |row| row.get(0)).ok()?)?;
        match kind {
            Kind::Topic => Some(ItemId::Topic(TopicId::handed_out(index))),
            Kind::Event => Some(ItemId::Event(EventId::handed_out(index))),
            Kind::Service => Some(ItemId::Service(ServiceId::handed_out(index))),
            Kind::Term => Some(ItemId::Term(TermId::handed_out(index))),
            Kind::Finder => Some(ItemId::Finder(FinderId::handed_out(index))),
            Kind::Lesson => Some(ItemId::Lesson(LessonId::handed_out(index))),
            Kind::Room => Some(ItemId::Room(RoomId::handed_out(index))),
            Kind::Commune => Some(ItemId::Commune(CommuneId::handed_out(index))),
            Kind::Place => Some(ItemId::Place(PlaceId::handed_out(index))),
            Kind::About
            | Kind::Urgent
            | Kind::Listing
            | Kind::Outlines
            | Kind::Summary
            | Kind::Search
            | Kind::Mentions
            | Kind::Helpers
            | Kind::Gym
            | Kind::Activities
            | Kind::PassWords
            | Kind::CodeWords => None,
        }
    }
}
