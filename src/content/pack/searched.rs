//! The index of the search in a pack: its head, the words of each language in pieces, and sheets of their mentions.
//!
//! Words are read at the first search, sheets when one of their words is asked for.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use serde::{Deserialize, Serialize};

use super::build::Writer;
use super::record::{Kind, address};
use super::{Pack, PackError, bytes, record};
use crate::base::{Lang, TopicId};
use crate::content::Library;
use crate::content::library::Shelf;
use crate::content::search::{self, Index, Indexed, Lexicon};

/// The words of a language are cut into pieces of so many bytes.
const PIECE: usize = 200_000;
/// So many pieces of a language are read at most: its words would be those of a hundred thousand guides.
const PIECES_MAX: u16 = 100;

/// What the index says of itself.
#[derive(Serialize, Deserialize)]
struct Head {
    /// Each language, and in how many pieces its words stand.
    languages: Vec<(Lang, u16)>,
    /// The first topic of each service.
    topics: Vec<Option<TopicId>>,
}

/// Where a sheet stands.
fn sheet_address(lexicon: usize, sheet: u32) -> Option<i64> {
    Some(address(Kind::Mentions, sheet as usize, u16::try_from(lexicon).ok()?))
}

impl Writer<'_> {
    /// Builds the index of a library and writes it.
    pub(super) fn search(&self, library: &Library) -> Result<(), PackError> {
        let too_large = || PackError::Content("there are too many words in it".to_owned());
        let search::Built { index, sheets } = search::build_guides(library.shelf());
        let mut head = Head { languages: Vec::new(), topics: index.topics.clone() };
        for (at, lexicon) in (1..).zip(&index.lexicons) {
            let bytes = lexicon.write();
            let pieces = u16::try_from(bytes.len().div_ceil(PIECE)).ok();
            let pieces = pieces.filter(|pieces| *pieces <= PIECES_MAX).ok_or_else(too_large)?;
            head.languages.push((lexicon.lang(), pieces));
            for (piece, bytes) in (0..).zip(bytes.chunks(PIECE)) {
                self.put_bytes(address(Kind::Search, at, piece), bytes)?;
            }
        }
        self.put(address(Kind::Search, 0, 0), &head)?;
        for (lexicon, sheets) in sheets.iter().enumerate() {
            for (sheet, bytes) in (0..).zip(sheets) {
                let address = sheet_address(lexicon, sheet).ok_or_else(too_large)?;
                self.put_bytes(address, bytes)?;
            }
        }
        Ok(())
    }
}

impl Pack {
    fn read_index(&self) -> Result<Index, String> {
        let file = self.file();
        let head: Head = record::read(&bytes(&file.connection, address(Kind::Search, 0, 0))?)?;
        let mut lexicons = Vec::new();
        for (at, (lang, pieces)) in (1..).zip(head.languages) {
            let mut read = Vec::new();
            for piece in 0..pieces.min(PIECES_MAX) {
                read.extend(bytes(&file.connection, address(Kind::Search, at, piece))?);
            }
            lexicons.push(Lexicon::read(lang, &read).ok_or("the words of a language are damaged")?);
        }
        Ok(Index { topics: head.topics, lexicons })
    }

    /// Whether every mention of every word can be read.
    pub(super) fn check_search(&self) -> Result<(), PackError> {
        let index = self.index();
        let is_whole = !self.is_damaged() && search::is_whole(&index, self);
        if is_whole { Ok(()) } else { Err(PackError::damaged(&self.path, "the search cannot be read")) }
    }
}

impl Indexed for Pack {
    /// Read once; an empty one where it cannot be read.
    fn index(&self) -> Arc<Index> {
        let read = || {
            self.read_index().unwrap_or_else(|_| {
                self.is_damaged.store(true, Ordering::Relaxed);
                Index::default()
            })
        };
        self.index.get_or_init(|| Arc::new(read())).clone()
    }

    /// From what is kept of them or from the file.
    fn sheet(&self, lexicon: usize, sheet: u32) -> Option<Arc<Vec<u8>>> {
        let address = sheet_address(lexicon, sheet)?;
        let mut file = self.file();
        if let Some(sheet) = file.sheets.get(address) {
            return Some(sheet);
        }
        match bytes(&file.connection, address) {
            Ok(read) => {
                let (length, sheet) = (read.len(), Arc::new(read));
                file.sheets.put(address, sheet.clone(), length);
                Some(sheet)
            }
            Err(_) => {
                self.is_damaged.store(true, Ordering::Relaxed);
                None
            }
        }
    }
}
