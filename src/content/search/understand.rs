//! What a resident may have meant: words of the content for each word that was typed.
//!
//! A word is looked for as it is, without its endings, by its beginning (the last one), run together or apart; and where
//! none of the languages has it, by what is one or two letters away and by what sounds like it.

use super::edits::{Edits, Letters};
use super::fold;
use super::guess::{BEGINNINGS, GUESSES, Guesses, NEAR, Typed, alike, beginnings, fit, guess_in, is_dutch, kin_in};
use super::lexicon::Lexicon;
use super::lexicons::Lexicons;
use super::sound::sound;
use super::stem::{is_stop_word, stem};

/// So many characters of a query are looked at, and so many of its words.
const CHARS: usize = 120;
const WORDS: usize = 8;
/// So many words that stand apart are tried as one.
const JOINED: usize = 4;
/// Two words that are one are recognised with a wrong letter if they have so many.
const MISSPELT: usize = 7;
/// So many words of the content are looked up for one that was typed.
const CANDIDATES: usize = 12;
/// So many parts a word is cut into at most.
const PARTS: usize = 4;

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
    /// How well it fits in the language of the visit.
    pub(super) fn fit_in(&self, lexicons: &Lexicons) -> f32 {
        if lexicons.is_own(self.lexicon) { self.fit } else { self.fit * FOREIGN }
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
    /// What was meant most likely: what fits best, and among words that fit as well, the first that names something.
    pub(super) fn likeliest(&self, lexicons: &Lexicons) -> Option<&Candidate> {
        let key = |candidate: &Candidate| (candidate.fit_in(lexicons), lexicons.class(candidate));
        self.candidates.iter().reduce(|best, other| if key(other) > key(best) { other } else { best })
    }

    /// Numbers are typed letter by letter: there is nothing to guess.
    fn is_number(&self) -> bool {
        self.folded.bytes().any(|byte| byte.is_ascii_digit())
    }
}

/// A query in a language, held against the lexicons.
pub(super) struct Understanding<'u> {
    pub lexicons: &'u Lexicons<'u>,
}

impl Understanding<'_> {
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
            self.keep_best(&mut word);
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
        // The first one alone: places keep their names in all languages, and a name has any word.
        let is_known = || self.lexicons.own().first().is_some_and(|own| own.surface(&word.folded).is_some());
        let of_others = || self.lexicons.all().iter().any(|lexicon| is_stop_word(lexicon.lang, &word.folded));
        is_stop_word(self.lexicons.lang, &word.folded) || (of_others() && !is_known())
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
                let lexicons = self.lexicons.all().iter().enumerate();
                let mut names: Vec<Candidate> =
                    lexicons.filter_map(|(at, lexicon)| name(at, lexicon, &joined)).collect();
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
        let is_known = |own: &&Lexicon| own.surface(&word.folded).is_some();
        is_stop_word(self.lexicons.lang, &word.folded) || self.lexicons.own().iter().any(is_known)
    }

    /// A name in the language of the visit that is one letter away.
    fn near_name(&self, joined: &str) -> Option<Candidate> {
        let letters = Letters::of(joined);
        self.lexicons.own().iter().enumerate().find_map(|(at, lexicon)| {
            let near = lexicon.surfaces.near(&letters.within(Edits::One), NEAR);
            let names = near.into_iter().filter_map(|(surface, _)| name(at, lexicon, lexicon.surfaces.word(surface)));
            names.map(|name| Candidate { fit: fit::ONE_EDIT, ..name }).next()
        })
    }

    /// What the word is, in all languages. How it may go on is a matter of the language of the visit, if it goes on there.
    fn known(&self, word: &mut Asked) {
        for (at, lexicon) in self.lexicons.all().iter().enumerate() {
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
            if word.is_open && (self.lexicons.is_own(at) || word.candidates.is_empty()) {
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
        let is_here = word.candidates.iter().filter(is_same).any(|candidate| self.lexicons.is_own(candidate.lexicon));
        if is_here {
            return self.also_heard(word);
        }
        if word.folded.chars().count() < 3 || word.is_number() {
            return;
        }
        let typed = Typed::of(&word.folded);
        let mut best: f32 = 0.0;
        for (at, lexicon) in self.lexicons.own().iter().enumerate() {
            let mut found = Guesses::of(at);
            guess_in(lexicon, word, &typed, best < fit::GOOD, &mut found);
            best = best.max(found.best_fit());
            word.candidates.extend(found.best(GUESSES));
        }
        if is_elsewhere || best >= fit::GOOD {
            return;
        }
        for (at, lexicon) in self.lexicons.others() {
            let mut found = Guesses::of(at);
            guess_in(lexicon, word, &typed, best == 0.0, &mut found);
            word.candidates.extend(found.best(GUESSES));
        }
    }

    /// Each word of the content that may have been meant is looked up in two turns, so there are only so many.
    fn keep_best(&self, word: &mut Asked) {
        let fit = |candidate: &Candidate| candidate.fit_in(self.lexicons);
        word.candidates.sort_by(|one, other| fit(other).total_cmp(&fit(one)));
        word.candidates.truncate(CANDIDATES);
    }

    /// At last, words of the language of the visit that are kin of it.
    fn kin(&self, word: &mut Asked) {
        for (at, lexicon) in self.lexicons.own().iter().enumerate() {
            if word.candidates.is_empty() {
                word.candidates = kin_in(at, lexicon, &word.folded);
            }
        }
    }

    /// Words of the language of the visit that sound like a known one: "slip" may be "sleep".
    fn also_heard(&self, word: &mut Asked) {
        let Some(code) = sound(self.lexicons.lang, &word.folded).filter(|_| !word.is_number()) else { return };
        for (at, lexicon) in self.lexicons.own().iter().enumerate() {
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
    }

    /// The words that an unknown one is made of, where all of them are known and nothing fits it better as a whole.
    fn split(&self, word: &Asked) -> Option<Vec<Asked>> {
        let best = word.candidates.iter().map(|candidate| candidate.fit).fold(0.0, f32::max);
        if word.folded.len() < 6 || word.is_number() {
            return None;
        }
        let own = Some(self.lexicons.own()).filter(|_| best < fit::SPLIT_BELOW);
        let others = Some(self.lexicons.all()).filter(|_| best < fit::SPLIT_ELSEWHERE_BELOW);
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

/// Cuts a word into known ones, the longest first; short ones only where they say nothing: "fix-my-street".
fn cut<'w>(lexicons: &[&Lexicon], word: &'w str, parts: &mut Vec<&'w str>) -> bool {
    if word.is_empty() {
        return parts.len() > 1;
    }
    if parts.len() == PARTS {
        return false;
    }
    let is_linked = parts.last().is_some_and(|part| part.len() > 3) && lexicons.iter().any(is_dutch);
    let links: &[&str] = if is_linked { &["", "s"] } else { &[""] };
    for word in links.iter().filter_map(|link| word.strip_prefix(link)) {
        let mut first: Vec<&str> = lexicons.iter().flat_map(|lexicon| first_parts(lexicon, word)).collect();
        first.sort_unstable_by_key(|part| std::cmp::Reverse(part.len()));
        first.dedup();
        for part in first {
            parts.push(part);
            if cut(lexicons, &word[part.len()..], parts) {
                return true;
            }
            parts.pop();
        }
    }
    false
}

/// What a word may begin with that is a word by itself: of three letters, only if it names something; or words that say
/// nothing.
fn first_parts<'w>(lexicon: &Lexicon, word: &'w str) -> impl Iterator<Item = &'w str> {
    let is_part = |(part, surface): &(&str, usize)| match part.len() {
        ..3 => false,
        3 => lexicon.surfaces.value(*surface).is_some_and(|stem| lexicon.weight(stem) >= 3 << 6),
        _ => true,
    };
    let known: Vec<&str> =
        lexicon.surfaces.beginnings_of(word).into_iter().filter(is_part).map(|(part, _)| part).collect();
    let short = (1..4).filter_map(|end| word.get(..end)).filter(|part| is_stop_word(lexicon.lang, part));
    known.into_iter().chain(short)
}
