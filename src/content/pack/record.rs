//! The records of a pack: the values of [`model`](crate::content::model) as bytes, each under an address.
//!
//! Whoever changes one of those values changes what stands in a pack: then [`FORMAT`] goes up by one, and kiosks of the
//! old version refuse the new packs instead of misreading them. A test holds the bytes of a small library.

use postcard::{take_from_bytes, to_stdvec};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::base::Lang;
use crate::content::library::Numbers;

/// The version of the records and tables.
pub(super) const FORMAT: u32 = 4;

/// No record is longer: those of the longest services have below 20 kB, and what is read into memory and onto pages can be
/// a hundred times as large.
pub(super) const RECORD_MAX: usize = 250_000;

/// So many outlines stand in one record.
pub(super) const OUTLINES: usize = 100;

/// What a record is about. The numbers are part of the format.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    About = 0,
    Urgent = 1,
    Topic = 2,
    Listing = 3,
    Event = 4,
    Term = 5,
    Outlines = 6,
    Summary = 7,
    Service = 8,
    Finder = 9,
    Commune = 10,
    Place = 11,
    Helpers = 12,
    /// The index of the search: first its head, then the words of each language, in pieces.
    Search = 13,
    /// Sheets of mentions of words, by language.
    Mentions = 14,
    Lesson = 15,
    /// What the check of digital skills asks about.
    Activities = 16,
    /// The words from which pass phrases are drawn.
    PassWords = 17,
    Room = 18,
    /// The messages of the scam gym.
    Gym = 19,
    /// The words of codes.
    CodeWords = 20,
}

/// What a pack says of itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct About {
    /// The name of the content, from `pack.toml`.
    pub name: Box<str>,
    /// It only grows.
    pub version: u64,
    /// The languages in which something is said.
    pub languages: Vec<Lang>,
    pub numbers: Numbers,
}

/// Where a record stands: its kind, the number of its item, and its part where it has several.
pub(super) fn address(kind: Kind, index: usize, part: u16) -> i64 {
    (kind as i64) << 56 | (index as i64 & 0xffff_ffff) << 16 | i64::from(part)
}

/// The first and the last address of a kind.
pub(super) fn addresses(kind: Kind) -> (i64, i64) {
    let first = address(kind, 0, 0);
    (first, first | 0x00ff_ffff_ffff_ffff)
}

/// The kind and the number of the item that an address stands for.
pub(super) fn kind_and_index(address: i64) -> Option<(Kind, u32)> {
    let kind = match address >> 56 {
        1 => Kind::Urgent,
        2 => Kind::Topic,
        4 => Kind::Event,
        5 => Kind::Term,
        8 => Kind::Service,
        9 => Kind::Finder,
        10 => Kind::Commune,
        11 => Kind::Place,
        15 => Kind::Lesson,
        18 => Kind::Room,
        _ => return None,
    };
    Some((kind, (address >> 16) as u32))
}

/// A value as bytes.
pub(super) fn write<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
    let bytes = to_stdvec(value).map_err(|error| error.to_string())?;
    check_length(&bytes).map(|()| bytes)
}

/// Whether bytes fit into a record.
pub(super) fn check_length(bytes: &[u8]) -> Result<(), String> {
    match bytes.len() {
        0..=RECORD_MAX => Ok(()),
        length => Err(format!("a record of {} kB is too long", length / 1000)),
    }
}

/// The value that bytes stand for, all of them.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    match take_from_bytes(bytes) {
        Ok((value, [])) => Ok(value),
        Ok(_) => Err("something stands after it".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::model::Block;

    #[test]
    fn call_outs_in_call_outs_without_an_end_are_refused() {
        let paragraph = [0, 0];
        let call_with = |inside: &[u8]| [&[2, 0, 1], inside].concat();
        assert!(matches!(read::<Block>(&paragraph), Ok(Block::Para(_))));
        assert!(matches!(read::<Block>(&call_with(&paragraph)), Ok(Block::Call { .. })));
        let deep: Vec<u8> = [2, 0, 1].repeat(1_000_000).into_iter().chain(paragraph).collect();
        read::<Block>(&deep).expect_err("it would take all of the stack");
    }

    #[test]
    fn bytes_after_a_record_are_refused() {
        assert_eq!(read::<u8>(&[7]), Ok(7));
        read::<u8>(&[7, 7]).expect_err("one byte too many");
        read::<u8>(&[]).expect_err("one byte too few");
    }

    #[test]
    fn an_address_tells_kind_and_number() {
        let kinds = [Kind::Urgent, Kind::Topic, Kind::Event, Kind::Term, Kind::Service, Kind::Finder];
        for kind in kinds.into_iter().chain([Kind::Commune, Kind::Place, Kind::Lesson, Kind::Room]) {
            for index in [0, 1, u32::MAX] {
                let found = kind_and_index(address(kind, index as usize, 7));
                assert_eq!(found, Some((kind, index)));
            }
        }
        assert_eq!(kind_and_index(-1), None);
    }
}
