//! Makes a pack of a library: the same bytes from the same library, every time.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

use rusqlite::{Connection, Transaction, params};
use serde::{Deserialize, Serialize};

use super::changes::digests;
use super::envelope::APPLICATION;
use super::record::{About, FORMAT, Kind, OUTLINES, address};
use super::tables::TABLES;
use super::{PackError, Sum, envelope, record};
use crate::base::Lang;
use crate::content::Library;
use crate::content::model::Outline;
use crate::content::source::ContentFiles;

/// A new file that nobody else sees, filled in one go; what SQLite does not use of a page is zero. The size of its pages
/// is [`PAGE`](envelope::PAGE).
const SETTINGS: &str = "
    PRAGMA page_size = 4096;
    PRAGMA encoding = 'UTF-8';
    PRAGMA secure_delete = ON;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;";

/// The name and version of content, from its `pack.toml`.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct Label {
    /// The name of the content.
    pub name: String,
    /// It only grows.
    pub version: u64,
}

impl Label {
    /// Reads the label of a content folder.
    pub fn of(files: &ContentFiles) -> Result<Label, PackError> {
        let file = files.files.iter().find(|file| file.path == "pack.toml");
        let label = file.and_then(|file| toml::from_str(&file.text).ok());
        label.ok_or_else(|| PackError::Content("`pack.toml` says no name and version: run `kiosk check`".to_owned()))
    }
}

/// Makes a pack of a library. The file appears when all of it is written, or not at all.
pub fn build(library: &Library, label: &Label, path: &Path) -> Result<Sum, PackError> {
    let unwritable = |error| PackError::Unwritable { path: path.to_owned(), error };
    let name = path.file_name().ok_or_else(|| unwritable(io::Error::other("it names no file")))?;
    let mut part = name.to_owned();
    part.push(".part");
    let part = path.with_file_name(part);
    let built = fill(&part, library, label).and_then(|()| {
        let mut file = OpenOptions::new().read(true).write(true).open(&part).map_err(unwritable)?;
        envelope::seal(&mut file).map_err(unwritable)
    });
    let placed = built.and_then(|sum| {
        fs::rename(&part, path).map_err(unwritable)?;
        // A folder that cannot be opened has the file all the same.
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(unwritable)?;
        Ok(sum)
    });
    if placed.is_err() {
        // What went wrong is told; the half file is of no use.
        let _ = fs::remove_file(&part);
    }
    placed
}

fn fill(part: &Path, library: &Library, label: &Label) -> Result<(), PackError> {
    let unwritable = |error| PackError::Unwritable { path: part.to_owned(), error };
    let sqlite = |error: rusqlite::Error| unwritable(io::Error::other(error));
    match fs::remove_file(part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(unwritable(error)),
        _ => {}
    }
    let mut connection = Connection::open(part).map_err(sqlite)?;
    connection.execute_batch(SETTINGS).map_err(sqlite)?;
    connection.pragma_update(None, "application_id", APPLICATION).map_err(sqlite)?;
    connection.pragma_update(None, "user_version", FORMAT).map_err(sqlite)?;
    let filling = connection.transaction().map_err(sqlite)?;
    TABLES.iter().try_for_each(|table| filling.execute(table, []).map(drop)).map_err(sqlite)?;
    Writer { filling: &filling, part }.everything(library, label)?;
    filling.commit().map_err(sqlite)?;
    connection.close().map_err(|(_, error)| sqlite(error))
}

/// Writes records, in the order of their addresses.
pub(super) struct Writer<'w> {
    filling: &'w Transaction<'w>,
    part: &'w Path,
}

impl Writer<'_> {
    pub(super) fn put<T: Serialize>(&self, address: i64, value: &T) -> Result<(), PackError> {
        self.put_bytes(address, &record::write(value).map_err(PackError::Content)?)
    }

    pub(super) fn put_bytes(&self, address: i64, bytes: &[u8]) -> Result<(), PackError> {
        record::check_length(bytes).map_err(PackError::Content)?;
        let insert = self.filling.prepare_cached("INSERT INTO record VALUES(?1, ?2)");
        insert
            .and_then(|mut insert| insert.execute(params![address, bytes]))
            .map(drop)
            .map_err(|error| self.fault(error))
    }

    fn fault(&self, error: rusqlite::Error) -> PackError {
        PackError::Unwritable { path: self.part.to_owned(), error: io::Error::other(error) }
    }

    fn everything(&self, library: &Library, label: &Label) -> Result<(), PackError> {
        self.put(address(Kind::About, 0, 0), &about(library, label))?;
        self.put(address(Kind::Urgent, 0, 0), &*library.urgent())?;
        for (id, topic) in library.topics() {
            self.put(address(Kind::Topic, id.index(), 0), &*topic)?;
        }
        for (id, topic) in library.topics() {
            for (part, listed) in library.parts_of(id, &topic).enumerate() {
                let part = u16::try_from(part).map_err(|_| too_many(&topic.id))?;
                self.put(address(Kind::Listing, id.index(), part), &*listed)?;
            }
        }
        for id in library.event_ids() {
            let event = library.event(id).ok_or_else(unreadable)?;
            self.put(address(Kind::Event, id.index(), 0), &*event)?;
        }
        for (id, term) in library.terms() {
            self.put(address(Kind::Term, id.index(), 0), &*term)?;
        }
        for (id, finder) in library.finders() {
            self.put(address(Kind::Finder, id.index(), 0), &*finder)?;
        }
        self.outlines(library)?;
        for id in library.service_ids() {
            let summary = library.summary(id).ok_or_else(unreadable)?;
            self.put(address(Kind::Summary, id.index(), 0), &*summary)?;
        }
        for (id, service) in library.services() {
            self.put(address(Kind::Service, id.index(), 0), &*service)?;
        }
        for (id, commune) in library.communes() {
            self.put(address(Kind::Commune, id.index(), 0), &*commune)?;
        }
        for (id, place) in library.places() {
            self.put(address(Kind::Place, id.index(), 0), &*place)?;
        }
        self.put(address(Kind::Helpers, 0, 0), &*library.helpers())?;
        self.search(library)?;
        for (id, lesson) in library.lessons() {
            self.put(address(Kind::Lesson, id.index(), 0), &*lesson)?;
        }
        self.put(address(Kind::Activities, 0, 0), &*library.activities())?;
        self.put(address(Kind::PassWords, 0, 0), &*library.pass_words())?;
        for (id, room) in library.rooms() {
            self.put(address(Kind::Room, id.index(), 0), &*room)?;
        }
        self.put(address(Kind::Gym, 0, 0), &*library.gym())?;
        self.put(address(Kind::CodeWords, 0, 0), &*library.code_words())?;
        let insert = "INSERT INTO name VALUES(?1, ?2, ?3)";
        let mut insert = self.filling.prepare(insert).map_err(|error| self.fault(error))?;
        for (name, address, digest) in digests(library).map_err(PackError::Content)? {
            insert.execute(params![name, address, digest]).map_err(|error| self.fault(error))?;
        }
        Ok(())
    }

    fn outlines(&self, library: &Library) -> Result<(), PackError> {
        let mut all: Vec<Outline> = Vec::new();
        library.outlines(&mut |outline| all.push(outline));
        for (index, outlines) in all.chunks(OUTLINES).enumerate() {
            self.put(address(Kind::Outlines, index, 0), &outlines)?;
        }
        Ok(())
    }
}

fn unreadable() -> PackError {
    PackError::Content("a part of it cannot be read".to_owned())
}

fn too_many(topic: &str) -> PackError {
    PackError::Content(format!("the topic '{topic}' has too many services"))
}

fn about(library: &Library, label: &Label) -> About {
    let mut languages: Vec<Lang> = Vec::new();
    for (_, service) in library.services() {
        for (lang, _) in &service.texts.0 {
            if !languages.contains(lang) {
                languages.push(*lang);
            }
        }
    }
    About { name: label.name.as_str().into(), version: label.version, languages, numbers: library.numbers() }
}
