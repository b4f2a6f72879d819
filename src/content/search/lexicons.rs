//! The lexicons in which a query is looked up: those of guides and those of places, side by side as if they were of one
//! index.

use std::sync::Arc;

use super::Index;
use super::lexicon::Lexicon;
use super::mentions::{self, Mentions, Opened, sheet_of};
use super::understand::Candidate;
use crate::base::Lang;

/// Where an index comes from.
pub(in crate::content) trait Indexed {
    /// What the search keeps in memory of it: made or read when it is first asked for.
    fn index(&self) -> Arc<Index>;
    /// A sheet of mentions of the words of a language.
    fn sheet(&self, lexicon: usize, sheet: u32) -> Option<Arc<Vec<u8>>>;
}

/// All of them, for a visit in one language.
pub(super) struct Lexicons<'l> {
    /// The language of the visit.
    pub lang: Lang,
    /// Those in this language first, and those of the guides before those of the places.
    words: Vec<&'l Lexicon>,
    /// So many are in the language of the visit.
    own: usize,
    /// Where each comes from.
    sources: Vec<Source<'l>>,
}

/// Where a lexicon comes from.
struct Source<'l> {
    from: &'l dyn Indexed,
    /// The place of the lexicon in its index.
    at: usize,
    is_of_places: bool,
}

impl<'l> Lexicons<'l> {
    /// Those of the guides, then those of the places.
    pub(super) fn of(lang: Lang, guides: (&'l Index, &'l dyn Indexed), places: (&'l Index, &'l dyn Indexed)) -> Self {
        let placed = |(index, from): (&'l Index, &'l dyn Indexed), is_of_places: bool| {
            let lexicons = index.lexicons.iter().enumerate();
            lexicons.map(move |(at, lexicon)| (lexicon, Source { from, at, is_of_places }))
        };
        let all = placed(guides, false).chain(placed(places, true));
        let (own, others): (Vec<_>, Vec<_>) = all.partition(|(lexicon, _)| lexicon.lang == lang);
        let count = own.len();
        let (words, sources) = own.into_iter().chain(others).unzip();
        Lexicons { lang, words, own: count, sources }
    }

    pub(super) fn all(&self) -> &[&'l Lexicon] {
        &self.words
    }

    /// Those in the language of the visit.
    pub(super) fn own(&self) -> &[&'l Lexicon] {
        &self.words[..self.own]
    }

    /// Those in other languages, each with its place among all.
    pub(super) fn others(&self) -> impl Iterator<Item = (usize, &'l Lexicon)> {
        self.words.iter().copied().enumerate().skip(self.own)
    }

    /// Whether the lexicon at this place is in the language of the visit.
    pub(super) fn is_own(&self, at: usize) -> bool {
        at < self.own
    }

    /// The language of the lexicon at this place.
    pub(super) fn lang_of(&self, at: usize) -> Option<Lang> {
        self.words.get(at).map(|lexicon| lexicon.lang)
    }

    /// How much a word matters by the texts in which it stands: from 0, for sentences, to 3, for titles.
    pub(super) fn class(&self, candidate: &Candidate) -> u8 {
        self.words.get(candidate.lexicon).map_or(0, |lexicon| lexicon.weight(candidate.stem) >> 6)
    }

    /// Whether a word is one of communes and places.
    pub(super) fn is_of_places(&self, candidate: &Candidate) -> bool {
        self.sources.get(candidate.lexicon).is_some_and(|source| source.is_of_places)
    }

    /// Shows where a word stands.
    pub(super) fn mentions(&self, candidate: &Candidate, show: &mut impl FnMut(u32, Mentions)) {
        // What comes after a fault in a damaged pack is not found.
        let _ = self.opened(candidate, |entry| entry.mentions(show));
    }

    /// In how many items a word stands.
    pub(super) fn items(&self, candidate: &Candidate) -> usize {
        self.opened(candidate, |entry| Some(entry.items)).unwrap_or(0)
    }

    /// A word as it is written in the content.
    pub(super) fn written(&self, candidate: &Candidate) -> Option<Box<str>> {
        let lexicon = self.words.get(candidate.lexicon)?;
        let surface = candidate.surface.map(|surface| lexicon.surfaces.word(surface));
        self.opened(candidate, |mut entry| {
            let ways: Vec<&str> = entry.written().collect();
            let same = ways.iter().find(|way| surface.is_some_and(|surface| super::fold::letters(way) == surface));
            same.or(ways.first()).map(|way| (*way).into())
        })
    }

    /// Opens the entry of a word.
    fn opened<T>(&self, candidate: &Candidate, read: impl FnOnce(Opened) -> Option<T>) -> Option<T> {
        let address = self.words.get(candidate.lexicon)?.stems.value(candidate.stem as usize)?;
        let Source { from, at, .. } = self.sources.get(candidate.lexicon)?;
        let sheet = from.sheet(*at, sheet_of(address))?;
        read(mentions::open(&sheet, address)?)
    }
}
