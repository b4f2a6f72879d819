//! The words of a language, in memory: which there are, how they sound, and at which address their mentions stand.

use super::bytes::{Reader, put_number};
use super::sorted::Sorted;
use crate::base::Lang;

/// The words of a language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::content) struct Lexicon {
    pub(super) lang: Lang,
    /// Each folded word, with the number of its stem.
    pub(super) surfaces: Sorted,
    /// Each stem, with the address of its entry.
    pub(super) stems: Sorted,
    /// Each code of a sound, with the number of a stem that sounds so.
    pub(super) sounds: Sorted,
    /// How much each stem matters: where it stands, and in how many items.
    pub(super) weights: Vec<u8>,
}

impl Lexicon {
    /// The language of its words.
    pub(in crate::content) fn lang(&self) -> Lang {
        self.lang
    }

    /// The number of a stem.
    pub(super) fn stem(&self, stem: &str) -> Option<u32> {
        self.stems.find(stem).next().map(|at| at as u32)
    }

    /// The number of the stem of a folded word.
    pub(super) fn surface(&self, folded: &str) -> Option<u32> {
        self.surfaces.find(folded).next().and_then(|at| self.surfaces.value(at))
    }

    /// How much a stem matters.
    pub(super) fn weight(&self, stem: u32) -> u8 {
        self.weights.get(stem as usize).copied().unwrap_or(0)
    }

    /// As bytes.
    pub(in crate::content) fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.surfaces.write(&mut bytes);
        self.stems.write(&mut bytes);
        self.sounds.write(&mut bytes);
        put_number(&mut bytes, self.weights.len() as u64);
        bytes.extend_from_slice(&self.weights);
        bytes
    }

    /// What was written, or nothing.
    pub(in crate::content) fn read(lang: Lang, bytes: &[u8]) -> Option<Lexicon> {
        let mut reader = Reader::of(bytes);
        let (surfaces, stems, sounds) =
            (Sorted::read(&mut reader)?, Sorted::read(&mut reader)?, Sorted::read(&mut reader)?);
        let count = reader.length()?;
        let weights = reader.take(count)?.to_vec();
        reader.is_at_end().then_some(Lexicon { lang, surfaces, stems, sounds, weights })
    }
}
