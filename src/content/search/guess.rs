//! What a word may be where nobody wrote it so: words of the content that are an edit or two away, that begin so, that sound
//! like it, or that share half of its letters.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::edits::{Edits, Letters, Within};
use super::lexicon::Lexicon;
use super::sound::sound;
use super::understand::{Asked, Candidate};
use crate::base::Lang;

/// So many words of the content are considered for one that was typed, in each language.
pub(super) const BEGINNINGS: usize = 10;
pub(super) const GUESSES: usize = 6;
/// Words are kin if they share so many letters.
const KIN: usize = 4;
/// So many words near to a typed one are weighed.
pub(super) const NEAR: usize = 200;

/// How well a word of the content fits what was typed.
pub(super) mod fit {
    pub const SAME: f32 = 1.0;
    pub const STEM: f32 = 0.95;
    pub const BEGINNING: f32 = 0.55;
    pub const ONE_EDIT: f32 = 0.84;
    pub const TWO_EDITS: f32 = 0.68;
    pub const ONE_OF_THREE: f32 = 0.6;
    pub const SOUND: f32 = 0.82;
    pub const ALSO_HEARD: f32 = 0.55;
    pub const NEAR_SOUND: f32 = 0.62;
    /// A guess that fits so well needs no other beside it.
    pub const GOOD: f32 = 0.7;
    pub const NEAR_BEGINNING: f32 = 0.5;
    pub const KIN: f32 = 0.45;
    /// A word that fits as a whole better than this is not cut into parts.
    pub const SPLIT_BELOW: f32 = 0.7;
    /// The same for the words of another language.
    pub const SPLIT_ELSEWHERE_BELOW: f32 = 0.55;
}

/// Words of a lexicon that have half of their letters in common with one that nobody knows: the first ones, or those of the
/// last part of a Dutch compound, which says what kind of thing it is.
pub(super) fn kin_in(at: usize, lexicon: &Lexicon, folded: &str) -> Vec<Candidate> {
    let mut found = Guesses::of(at);
    let ends = folded.char_indices().map(|(end, _)| end).filter(|end| *end >= KIN.max(folded.len() / 2));
    for end in ends.rev() {
        let range = lexicon.surfaces.beginning(&folded[..end]);
        for surface in range.take(GUESSES) {
            if let Some(stem) = lexicon.surfaces.value(surface) {
                found.add(stem, Some(surface), fit::KIN);
            }
        }
        if !found.is_empty() {
            break;
        }
    }
    if is_dutch(&lexicon) {
        let lasts = folded.char_indices().map(|(at, _)| &folded[at..]).filter(|last| last.len() > KIN);
        let last = lasts.skip(1).find_map(|last| lexicon.surfaces.find(last).next());
        if let Some((surface, stem)) = last.and_then(|last| Some((last, lexicon.surfaces.value(last)?))) {
            found.add(stem, Some(surface), fit::KIN);
        }
    }
    found.best(GUESSES)
}

/// The stems that were found in a language, each with its best fit.
pub(super) struct Guesses {
    lexicon: usize,
    stems: BTreeMap<u32, (f32, Option<usize>)>,
}

impl Guesses {
    pub(super) fn of(lexicon: usize) -> Guesses {
        Guesses { lexicon, stems: BTreeMap::new() }
    }

    pub(super) fn add(&mut self, stem: u32, surface: Option<usize>, fit: f32) {
        if fit == 0.0 {
            return;
        }
        let known = self.stems.entry(stem).or_insert((fit, surface));
        if known.0 < fit {
            *known = (fit, surface);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.stems.is_empty()
    }

    pub(super) fn best_fit(&self) -> f32 {
        self.stems.values().map(|(fit, _)| *fit).fold(0.0, f32::max)
    }

    /// So many of them, the best first.
    pub(super) fn best(self, most: usize) -> Vec<Candidate> {
        let lexicon = self.lexicon;
        let candidate = |(stem, (fit, surface))| Candidate { lexicon, stem, surface, fit };
        let mut candidates: Vec<Candidate> = self.stems.into_iter().map(candidate).collect();
        candidates.sort_by(|one, other| other.fit.total_cmp(&one.fit).then(one.stem.cmp(&other.stem)));
        candidates.truncate(most);
        candidates
    }
}

/// What a word is held against.
pub(super) struct Typed<'t> {
    word: &'t str,
    letters: Letters,
    /// Guides and places have a lexicon each in the same language.
    heard: RefCell<Vec<(Lang, Option<Rc<Heard>>)>>,
}

/// How a word sounds in a language.
struct Heard {
    code: String,
    letters: Letters,
}

impl<'t> Typed<'t> {
    pub(super) fn of(word: &'t str) -> Typed<'t> {
        Typed { word, letters: Letters::of(word), heard: RefCell::default() }
    }

    /// How the word sounds in a language, if that can be said.
    fn heard_in(&self, lang: Lang) -> Option<Rc<Heard>> {
        let mut all = self.heard.borrow_mut();
        if let Some((_, heard)) = all.iter().find(|(tag, _)| *tag == lang) {
            return heard.clone();
        }
        let heard = sound(lang, self.word).map(|code| Rc::new(Heard { letters: Letters::of(&code), code }));
        all.push((lang, heard.clone()));
        heard
    }
}

impl Heard {
    /// The codes that sound nearly so.
    fn near(&self) -> Within<'_> {
        self.letters.within(if self.letters.count() >= 9 { Edits::Two } else { Edits::One })
    }
}

/// What a word may be in a language where nobody wrote it so; where `is_thorough`, also what is less near to it.
pub(super) fn guess_in(lexicon: &Lexicon, word: &Asked, typed: &Typed, is_thorough: bool, found: &mut Guesses) {
    near(lexicon, word, &typed.letters.within(Edits::One), fit::ONE_EDIT, found);
    if is_thorough && typed.letters.count() >= 8 && found.best_fit() < fit::GOOD {
        near(lexicon, word, &typed.letters.within(Edits::Two), fit::TWO_EDITS, found);
    }
    if word.is_open && typed.letters.count() >= 5 && found.is_empty() {
        near(lexicon, word, &typed.letters.beginning_within(Edits::One), fit::NEAR_BEGINNING, found);
    }
    sounds(lexicon, typed, is_thorough, found);
    if lexicon.lang.as_str() == "fr"
        && let Some(word) = without_article(&word.folded)
        && let Some(surface) = lexicon.surfaces.find(word).next()
        && let Some(number) = lexicon.surfaces.value(surface)
    {
        found.add(number, Some(surface), fit::STEM);
    }
}

/// The words that are so near.
fn near(lexicon: &Lexicon, word: &Asked, wanted: &Within, fit: f32, found: &mut Guesses) {
    let is_short = word.folded.chars().count() == 3;
    for (surface, _) in lexicon.surfaces.near(wanted, NEAR) {
        let known = lexicon.surfaces.word(surface);
        // Of three letters, two are little to go by.
        if is_short && known.len() != word.folded.len() {
            continue;
        }
        let fit = if is_short { fit::ONE_OF_THREE } else { fit };
        if let Some(number) = lexicon.surfaces.value(surface) {
            found.add(number, Some(surface), fit * alike(&word.folded, known));
        }
    }
}

/// The words that begin so: those that matter most.
pub(super) fn beginnings(lexicon: &Lexicon, start: &str, found: &mut Guesses) {
    let letters = start.chars().count() as f32;
    let mut begun: Vec<(u8, usize, u32)> = lexicon
        .surfaces
        .beginning(start)
        .filter_map(|surface| {
            let stem = lexicon.surfaces.value(surface)?;
            Some((lexicon.weight(stem), surface, stem))
        })
        .collect();
    let by_weight = |(weight, surface, _): &(u8, usize, u32)| (std::cmp::Reverse(*weight), *surface);
    // Two letters begin thousands of words: only the first ones need an order.
    if begun.len() > BEGINNINGS * 2 {
        begun.select_nth_unstable_by_key(BEGINNINGS * 2, by_weight);
        begun.truncate(BEGINNINGS * 2);
    }
    begun.sort_unstable_by_key(by_weight);
    for (_, surface, stem) in begun {
        let share = letters / lexicon.surfaces.word(surface).chars().count().max(1) as f32;
        found.add(stem, Some(surface), fit::BEGINNING + (fit::STEM - fit::BEGINNING) * share * share);
    }
}

/// The words that sound like this one; where `is_thorough`, or nothing fits so far, also those that sound nearly so. Short
/// words of a language that is not the own one would sound like everything.
fn sounds(lexicon: &Lexicon, typed: &Typed, is_thorough: bool, found: &mut Guesses) {
    let heard = typed.heard_in(lexicon.lang).filter(|heard| is_thorough || heard.code.len() > 4);
    let Some(heard) = heard else { return };
    let add = |at: usize, fit: f32, found: &mut Guesses| {
        if let Some(stem) = lexicon.sounds.value(at) {
            let name = lexicon.stems.word(stem as usize);
            found.add(stem, None, fit * alike(typed.word, name));
        }
    };
    lexicon.sounds.find(&heard.code).for_each(|at| add(at, fit::SOUND, found));
    if is_thorough && heard.letters.count() >= 4 && found.best_fit() < fit::GOOD {
        for (at, edits) in lexicon.sounds.near(&heard.near(), NEAR) {
            add(at, if edits == 2 { fit::NEAR_SOUND * 0.85 } else { fit::NEAR_SOUND }, found);
        }
    }
}

/// From 0.75 to 1, by how much two words look alike: among words as near as each other, the one that looks like it is meant.
/// 0 where they have hardly a letter in common, whatever they sound like.
pub(super) fn alike(typed: &str, known: &str) -> f32 {
    let alike = strsim::jaro_winkler(typed, known) as f32;
    if alike < 0.5 { 0.0 } else { 0.5 + 0.5 * alike }
}

/// French runs its articles into the word where the apostrophe is left out: "didentité".
fn without_article(folded: &str) -> Option<&str> {
    let word = folded.strip_prefix("qu").or_else(|| folded.strip_prefix(['l', 'd', 'j', 'm', 't', 's', 'n', 'c']))?;
    word.starts_with(['a', 'e', 'i', 'o', 'u', 'h', 'y']).then_some(word)
}

pub(super) fn is_dutch(lexicon: &&Lexicon) -> bool {
    lexicon.lang.as_str() == "nl"
}
