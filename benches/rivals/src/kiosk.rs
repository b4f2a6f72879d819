//! The kiosk's own search, as residents have it: from a pack.

use std::error::Error;

use inclusion_kiosk::base::sqlite_address;
use rusqlite::{Connection, OpenFlags};

use crate::corpus::Corpus;
use crate::engine::{Engine, LIMIT};

/// The records of the index of a language: its words and its sheets. `content/pack/record.rs` says what an address is.
const BYTES: &str = "SELECT sum(length(bytes)) FROM record
    WHERE (address >> 56 = 13 AND (address >> 16) & 0xffffffff = ?1 + 1) OR (address >> 56 = 14 AND address & 0xffff = ?1)";
/// The languages of an index, in its order.
const LEXICONS: [&str; 3] = ["en", "fr", "nl"];

pub fn engine<'c>(corpus: &'c Corpus<'_>) -> Result<Engine<'c>, Box<dyn Error>> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let pack = Connection::open_with_flags(sqlite_address(corpus.pack, true), flags)?;
    let lexicon =
        LEXICONS.iter().position(|tag| *tag == corpus.lang.as_str()).ok_or("a language that the index lacks")?;
    let bytes: i64 = pack.query_row(BYTES, [lexicon as i64], |row| row.get(0))?;
    let find = |query: &str| {
        let found = corpus.library.search(query, corpus.lang, LIMIT);
        found.hits.iter().filter_map(|hit| corpus.places.get(&hit.item).copied()).collect()
    };
    Ok(Engine { find: Box::new(find), bytes: bytes.try_into()? })
}
