//! What a resident may have meant: words of the content for each word that was typed.
//!
//! A word is looked for as it is, without its endings, by its beginning (the last one), run together or apart; and where
//! none of the languages has it, by what is one or two letters away and by what sounds like it.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use levenshtein_automata::{DFA, LevenshteinAutomatonBuilder};

use super::fold;
use super::lexicon::Lexicon;
use super::sound::sound;
use super::stem::{is_stop_word, stem};
use crate::base::Lang;

/// So many characters of a query are looked at, and so many of its words.
const CHARS: usize = 120;
const WORDS: usize = 8;
/// So many words of the content are considered for one that was typed, in each language.
const BEGINNINGS: usize = 10;
const GUESSES: usize = 6;
/// So many words that stand apart are tried as one.
const JOINED: usize = 4;
/// Two words that are one are recognised with a wrong letter if they have so many.
const MISSPELT: usize = 7;
/// Words are kin if they share so many letters.
const KIN: usize = 4;
/// So many parts a word is cut into at most.
const PARTS: usize = 4;
/// So many words near to a typed one are weighed.
const NEAR: usize = 200;

/// How well a word of the content fits what was typed.
mod fit {
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

/// Automata of edits: a swap of two letters counts as one.
static ONE_EDIT: LazyLock<LevenshteinAutomatonBuilder> = LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
static TWO_EDITS: LazyLock<LevenshteinAutomatonBuilder> = LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));

/// A word of the content that may have been meant.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Candidate {
    /// The place of its language among the lexicons.
    pub lexicon: usize,
    pub stem: u32,
    /// The place of the word among the surfaces, where one of them was met.
    pub surface: Option<usize>,
    /// From 0 to 1.
    pub fit: f32,
}

/// What a word of another language than the visit's counts.
const FOREIGN: f32 = 0.8;

impl Candidate {
    /// How well it fits in a visit in the language `own`.
    pub(super) fn fit_in(&self, own: Option<usize>) -> f32 {
        if Some(self.lexicon) == own { self.fit } else { self.fit * FOREIGN }
    }
}

/// A word that was typed.
#[derive(Default)]
pub(super) struct Asked {
    pub folded: String,
    /// Whether more letters may follow.
    pub is_open: bool,
    pub candidates: Vec<Candidate>,
}

impl Asked {
    /// What was meant most likely, where `own` is the language of the visit.
    pub(super) fn likeliest(&self, own: Option<usize>) -> Option<&Candidate> {
        let fit = |candidate: &Candidate| candidate.fit_in(own);
        self.candidates.iter().reduce(|best, other| if fit(other) > fit(best) { other } else { best })
    }

    /// Numbers are typed letter by letter: there is nothing to guess.
    fn is_number(&self) -> bool {
        self.folded.bytes().any(|byte| byte.is_ascii_digit())
    }
}

/// A query in a language, held against the lexicons.
pub(super) struct Understanding<'u> {
    lexicons: &'u [Lexicon],
    /// The place of the language of the visit, where it has words.
    own: Option<usize>,
    lang: Lang,
}

impl<'u> Understanding<'u> {
    pub(super) fn of(lexicons: &'u [Lexicon], lang: Lang) -> Understanding<'u> {
        Understanding { lexicons, own: lexicons.iter().position(|lexicon| lexicon.lang == lang), lang }
    }

    /// The words of a query that say something, each with what may have been meant.
    pub(super) fn asked(&self, query: &str) -> Vec<Asked> {
        let end = query.char_indices().nth(CHARS).map_or(query.len(), |(end, _)| end);
        let query = &query[..end];
        let typed = fold::words(query).into_iter().map(|word| Asked { folded: word.folded, ..Asked::default() });
        let mut asked: Vec<Asked> = typed.collect();
        if let Some(last) = asked.last_mut() {
            last.is_open = query.ends_with(char::is_alphanumeric);
        }
        self.join(&mut asked);
        if asked.iter().any(|word| !self.says_nothing(word)) {
            asked.retain(|word| !self.says_nothing(word));
        }
        asked.truncate(WORDS);
        let mut found = Vec::with_capacity(asked.len());
        for mut word in asked {
            self.known(&mut word);
            self.guess(&mut word);
            match self.split(&word) {
                Some(parts) => found.extend(parts),
                None => {
                    if word.candidates.is_empty() && !word.is_number() {
                        self.kin(&mut word);
                    }
                    found.push(word);
                }
            }
        }
        found.truncate(WORDS);
        found
    }

    /// Whether a word stands in any question: in the language of the visit, or in another one where it says nothing here.
    fn says_nothing(&self, word: &Asked) -> bool {
        let is_known = || self.own.and_then(|own| self.lexicons.get(own)?.surface(&word.folded)).is_some();
        let of_others = || self.lexicons.iter().any(|lexicon| is_stop_word(lexicon.lang, &word.folded));
        is_stop_word(self.lang, &word.folded) || (of_others() && !is_known())
    }

    /// Notes words that stand apart and are one in the content: "rij bewijs", "its me". Each of them may mean that one.
    fn join(&self, asked: &mut [Asked]) {
        for count in 2..=JOINED {
            for at in 0..(asked.len() + 1).saturating_sub(count) {
                let Some(parts) = asked.get_mut(at..at + count) else { continue };
                let joined: String = parts.iter().map(|word| word.folded.as_str()).collect();
                if joined.len() < 4 {
                    continue;
                }
                let mut names: Vec<Candidate> =
                    self.lexicons.iter().enumerate().filter_map(|(at, lexicon)| name(at, lexicon, &joined)).collect();
                if names.is_empty()
                    && count == 2
                    && joined.len() >= MISSPELT
                    && parts.iter().any(|word| !self.is_word(word))
                {
                    names.extend(self.near_name(&joined));
                }
                parts.iter_mut().for_each(|word| word.candidates.extend(&names));
            }
        }
    }

    /// Whether anybody wrote this word in the language of the visit.
    fn is_word(&self, word: &Asked) -> bool {
        let own = self.own.and_then(|own| self.lexicons.get(own));
        is_stop_word(self.lang, &word.folded) || own.is_some_and(|own| own.surface(&word.folded).is_some())
    }

    /// A name in the language of the visit that is one letter away.
    fn near_name(&self, joined: &str) -> Option<Candidate> {
        let at = self.own?;
        let lexicon = self.lexicons.get(at)?;
        let near = lexicon.surfaces.near(&ONE_EDIT.build_dfa(joined), NEAR);
        let names = near.into_iter().filter_map(|(surface, _)| name(at, lexicon, lexicon.surfaces.word(surface)));
        names.map(|name| Candidate { fit: fit::ONE_EDIT, ..name }).next()
    }

    /// What the word is, in all languages. How it may go on is a matter of the language of the visit, if it goes on there.
    fn known(&self, word: &mut Asked) {
        let own = self.own.into_iter();
        for at in own.chain((0..self.lexicons.len()).filter(|at| Some(*at) != self.own)) {
            let Some(lexicon) = self.lexicons.get(at) else { continue };
            let mut found = Guesses::of(at);
            let same = lexicon.surfaces.find(&word.folded).next();
            if let Some(surface) = same
                && let Some(number) = lexicon.surfaces.value(surface)
            {
                found.add(number, Some(surface), fit::SAME);
            }
            if let Some(number) = lexicon.stem(&stem(lexicon.lang, &word.folded)) {
                found.add(number, None, fit::STEM);
            }
            if word.is_open && (Some(at) == self.own || word.candidates.is_empty()) {
                beginnings(lexicon, &word.folded, &mut found);
            }
            word.candidates.extend(found.best(BEGINNINGS));
        }
    }

    /// What it may be where it is written wrong: in the language of the visit, and in others where nothing there fits well.
    fn guess(&self, word: &mut Asked) {
        // A word that nobody wrote so may be another one, even where its stem is known.
        let is_same = |candidate: &&Candidate| candidate.fit >= fit::SAME;
        let is_elsewhere = word.candidates.iter().any(|candidate| is_same(&candidate));
        let is_here = word.candidates.iter().filter(is_same).any(|candidate| Some(candidate.lexicon) == self.own);
        if is_here {
            return self.also_heard(word);
        }
        if word.folded.chars().count() < 3 || word.is_number() {
            return;
        }
        let edits = Edits::of(&word.folded);
        let mut best = 0.0;
        if let Some((at, lexicon)) = self.own.and_then(|own| Some((own, self.lexicons.get(own)?))) {
            let mut found = Guesses::of(at);
            guess_in(lexicon, word, &edits, true, &mut found);
            best = found.best_fit();
            word.candidates.extend(found.best(GUESSES));
        }
        if is_elsewhere || best >= fit::GOOD {
            return;
        }
        for (at, lexicon) in self.lexicons.iter().enumerate().filter(|(at, _)| Some(*at) != self.own) {
            let mut found = Guesses::of(at);
            guess_in(lexicon, word, &edits, best == 0.0, &mut found);
            word.candidates.extend(found.best(GUESSES));
        }
    }

    /// At last, words of the language of the visit that have half of their letters in common with it: the first ones, or
    /// those of the last part of a Dutch compound, which says what kind of thing it is.
    fn kin(&self, word: &mut Asked) {
        let Some((at, lexicon)) = self.own.and_then(|own| Some((own, self.lexicons.get(own)?))) else { return };
        let mut found = Guesses::of(at);
        let ends = word.folded.char_indices().map(|(end, _)| end).filter(|end| *end >= KIN.max(word.folded.len() / 2));
        for end in ends.rev() {
            let range = lexicon.surfaces.beginning(&word.folded[..end]);
            for surface in range.take(GUESSES) {
                if let Some(stem) = lexicon.surfaces.value(surface) {
                    found.add(stem, Some(surface), fit::KIN);
                }
            }
            if !found.is_empty() {
                break;
            }
        }
        if is_dutch(lexicon) {
            let lasts = word.folded.char_indices().map(|(at, _)| &word.folded[at..]).filter(|last| last.len() > KIN);
            let last = lasts.skip(1).find_map(|last| lexicon.surfaces.find(last).next());
            if let Some((surface, stem)) = last.and_then(|last| Some((last, lexicon.surfaces.value(last)?))) {
                found.add(stem, Some(surface), fit::KIN);
            }
        }
        word.candidates.extend(found.best(GUESSES));
    }

    /// Words of the language of the visit that sound like a known one: "slip" may be "sleep".
    fn also_heard(&self, word: &mut Asked) {
        let Some((at, lexicon)) = self.own.and_then(|own| Some((own, self.lexicons.get(own)?))) else { return };
        let Some(code) = sound(lexicon.lang, &word.folded).filter(|_| !word.is_number()) else { return };
        let mut found = Guesses::of(at);
        for stem in lexicon.sounds.find(&code).filter_map(|sound| lexicon.sounds.value(sound)) {
            let fit = fit::ALSO_HEARD * alike(&word.folded, lexicon.stems.word(stem as usize));
            found.add(stem, None, fit);
        }
        for candidate in found.best(GUESSES) {
            if !word.candidates.iter().any(|known| known.lexicon == at && known.stem == candidate.stem) {
                word.candidates.push(candidate);
            }
        }
    }

    /// The words that an unknown one is made of, where all of them are known and nothing fits it better as a whole.
    fn split(&self, word: &Asked) -> Option<Vec<Asked>> {
        let best = word.candidates.iter().map(|candidate| candidate.fit).fold(0.0, f32::max);
        if word.folded.len() < 6 || word.is_number() {
            return None;
        }
        let own = self.own.filter(|_| best < fit::SPLIT_BELOW).and_then(|own| self.lexicons.get(own..=own));
        let others = Some(self.lexicons).filter(|_| best < fit::SPLIT_ELSEWHERE_BELOW);
        // At last, the parts may be of several languages.
        let parts = own.into_iter().chain(others).find_map(|lexicons| {
            let mut parts = Vec::new();
            cut(lexicons, &word.folded, &mut parts).then_some(parts)
        })?;
        let mut asked: Vec<Asked> = parts
            .into_iter()
            .map(|part| Asked { folded: part.to_owned(), ..Asked::default() })
            .filter(|word| !self.says_nothing(word))
            .collect();
        asked.iter_mut().for_each(|word| self.known(word));
        (!asked.is_empty()).then_some(asked)
    }
}

/// A word that stands in a name of something, or among the words that people use.
fn name(at: usize, lexicon: &Lexicon, folded: &str) -> Option<Candidate> {
    let surface = lexicon.surfaces.find(folded).next()?;
    let stem = lexicon.surfaces.value(surface).filter(|stem| lexicon.weight(*stem) >= 2 << 6)?;
    Some(Candidate { lexicon: at, stem, surface: Some(surface), fit: fit::STEM })
}

/// The stems that were found in a language, each with its best fit.
struct Guesses {
    lexicon: usize,
    stems: BTreeMap<u32, (f32, Option<usize>)>,
}

impl Guesses {
    fn of(lexicon: usize) -> Guesses {
        Guesses { lexicon, stems: BTreeMap::new() }
    }

    fn add(&mut self, stem: u32, surface: Option<usize>, fit: f32) {
        if fit == 0.0 {
            return;
        }
        let known = self.stems.entry(stem).or_insert((fit, surface));
        if known.0 < fit {
            *known = (fit, surface);
        }
    }

    fn is_empty(&self) -> bool {
        self.stems.is_empty()
    }

    fn best_fit(&self) -> f32 {
        self.stems.values().map(|(fit, _)| *fit).fold(0.0, f32::max)
    }

    /// So many of them, the best first.
    fn best(self, most: usize) -> Vec<Candidate> {
        let lexicon = self.lexicon;
        let candidate = |(stem, (fit, surface))| Candidate { lexicon, stem, surface, fit };
        let mut candidates: Vec<Candidate> = self.stems.into_iter().map(candidate).collect();
        candidates.sort_by(|one, other| other.fit.total_cmp(&one.fit).then(one.stem.cmp(&other.stem)));
        candidates.truncate(most);
        candidates
    }
}

/// The automata of a word, made when they are asked for.
struct Edits<'e> {
    letters: usize,
    one: LazyCell<DFA, Box<dyn FnOnce() -> DFA + 'e>>,
    two: LazyCell<DFA, Box<dyn FnOnce() -> DFA + 'e>>,
    beginning: LazyCell<DFA, Box<dyn FnOnce() -> DFA + 'e>>,
}

impl<'e> Edits<'e> {
    fn of(word: &'e str) -> Edits<'e> {
        Edits {
            letters: word.chars().count(),
            one: LazyCell::new(Box::new(|| ONE_EDIT.build_dfa(word))),
            two: LazyCell::new(Box::new(|| TWO_EDITS.build_dfa(word))),
            beginning: LazyCell::new(Box::new(|| ONE_EDIT.build_prefix_dfa(word))),
        }
    }
}

/// What a word may be in a language where nobody wrote it so; where `is_thorough`, also what is less near to it.
fn guess_in(lexicon: &Lexicon, word: &Asked, edits: &Edits, is_thorough: bool, found: &mut Guesses) {
    near(lexicon, word, &edits.one, fit::ONE_EDIT, found);
    if is_thorough && edits.letters >= 8 && found.best_fit() < fit::GOOD {
        near(lexicon, word, &edits.two, fit::TWO_EDITS, found);
    }
    if word.is_open && edits.letters >= 5 && found.is_empty() {
        near(lexicon, word, &edits.beginning, fit::NEAR_BEGINNING, found);
    }
    sounds(lexicon, &word.folded, is_thorough, found);
    if lexicon.lang.as_str() == "fr"
        && let Some(word) = without_article(&word.folded)
        && let Some(surface) = lexicon.surfaces.find(word).next()
        && let Some(number) = lexicon.surfaces.value(surface)
    {
        found.add(number, Some(surface), fit::STEM);
    }
}

/// The words that an automaton takes.
fn near(lexicon: &Lexicon, word: &Asked, dfa: &DFA, fit: f32, found: &mut Guesses) {
    let is_short = word.folded.chars().count() == 3;
    for (surface, _) in lexicon.surfaces.near(dfa, NEAR) {
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
fn beginnings(lexicon: &Lexicon, start: &str, found: &mut Guesses) {
    let letters = start.chars().count() as f32;
    let mut begun: Vec<(u8, usize, u32)> = lexicon
        .surfaces
        .beginning(start)
        .filter_map(|surface| {
            let stem = lexicon.surfaces.value(surface)?;
            Some((lexicon.weight(stem), surface, stem))
        })
        .collect();
    begun.sort_unstable_by_key(|(weight, surface, _)| (std::cmp::Reverse(*weight), *surface));
    for (_, surface, stem) in begun.into_iter().take(BEGINNINGS * 2) {
        let share = letters / lexicon.surfaces.word(surface).chars().count().max(1) as f32;
        found.add(stem, Some(surface), fit::BEGINNING + (fit::STEM - fit::BEGINNING) * share * share);
    }
}

/// The words that sound like this one; where `is_thorough`, or nothing fits so far, also those that sound nearly so. Short
/// words of a language that is not the own one would sound like everything.
fn sounds(lexicon: &Lexicon, folded: &str, is_thorough: bool, found: &mut Guesses) {
    let Some(code) = sound(lexicon.lang, folded).filter(|code| is_thorough || code.len() > 4) else { return };
    let add = |at: usize, fit: f32, found: &mut Guesses| {
        if let Some(stem) = lexicon.sounds.value(at) {
            let name = lexicon.stems.word(stem as usize);
            found.add(stem, None, fit * alike(folded, name));
        }
    };
    lexicon.sounds.find(&code).for_each(|at| add(at, fit::SOUND, found));
    let letters = code.chars().count();
    if is_thorough && letters >= 4 && found.best_fit() < fit::GOOD {
        let dfa = if letters >= 9 { TWO_EDITS.build_dfa(&code) } else { ONE_EDIT.build_dfa(&code) };
        for (at, edits) in lexicon.sounds.near(&dfa, NEAR) {
            add(at, if edits == 2 { fit::NEAR_SOUND * 0.85 } else { fit::NEAR_SOUND }, found);
        }
    }
}

/// From 0.75 to 1, by how much two words look alike: among words as near as each other, the one that looks like it is meant.
/// 0 where they have hardly a letter in common, whatever they sound like.
fn alike(typed: &str, known: &str) -> f32 {
    let alike = strsim::jaro_winkler(typed, known) as f32;
    if alike < 0.5 { 0.0 } else { 0.5 + 0.5 * alike }
}

/// French runs its articles into the word where the apostrophe is left out: "didentité".
fn without_article(folded: &str) -> Option<&str> {
    let word = folded.strip_prefix("qu").or_else(|| folded.strip_prefix(['l', 'd', 'j', 'm', 't', 's', 'n', 'c']))?;
    word.starts_with(['a', 'e', 'i', 'o', 'u', 'h', 'y']).then_some(word)
}

/// Cuts a word into known ones, the longest first; short ones only where they say nothing: "fix-my-street".
fn cut<'w>(lexicons: &[Lexicon], word: &'w str, parts: &mut Vec<&'w str>) -> bool {
    if word.is_empty() {
        return parts.len() > 1;
    }
    if parts.len() == PARTS {
        return false;
    }
    let is_linked = parts.last().is_some_and(|part| part.len() > 3) && lexicons.iter().any(is_dutch);
    let links: &[&str] = if is_linked { &["", "s"] } else { &[""] };
    for word in links.iter().filter_map(|link| word.strip_prefix(link)) {
        for end in (1..=word.len()).rev().filter(|end| word.is_char_boundary(*end)) {
            let (part, rest) = word.split_at(end);
            if lexicons.iter().any(|lexicon| is_part(lexicon, part)) {
                parts.push(part);
                if cut(lexicons, rest, parts) {
                    return true;
                }
                parts.pop();
            }
        }
    }
    false
}

fn is_dutch(lexicon: &Lexicon) -> bool {
    lexicon.lang.as_str() == "nl"
}

/// Whether a word is one by itself; of three letters, only if it names something.
fn is_part(lexicon: &Lexicon, part: &str) -> bool {
    let is_known = || lexicon.surface(part).is_some_and(|stem| part.len() > 3 || lexicon.weight(stem) >= 3 << 6);
    (part.len() > 2 && is_known()) || (part.len() < 4 && is_stop_word(lexicon.lang, part))
}
