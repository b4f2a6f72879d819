//! The everyday words of which codes are made: 1,024 for each language, none of them in two lists. So a code that was made in
//! French is read in Dutch, and a word alone says in which list it stands.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::model::Localized;
use super::search::{folded, sound};
use crate::base::Lang;

/// So many words stand in each list.
pub const LIST: usize = 1024;
/// So many words are named in the place of one that nobody knows.
const NEAR: usize = 4;

/// The lists. The place of a word in its list is the number that it stands for.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
pub struct CodeWords(pub(in crate::content) Localized<Vec<Box<str>>>);

/// A word of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WordAt {
    pub lang: Lang,
    pub index: u16,
}

impl CodeWords {
    /// The words of a language; none where it has no list.
    pub fn list(&self, lang: Lang) -> Option<&[Box<str>]> {
        self.0.get(lang).map(Vec::as_slice)
    }

    /// The languages that have a list.
    pub fn languages(&self) -> impl Iterator<Item = Lang> {
        self.0.0.iter().map(|(lang, _)| *lang)
    }

    /// A word as it is written in its list.
    pub fn word(&self, at: WordAt) -> Option<&str> {
        Some(self.list(at.lang)?.get(usize::from(at.index))?)
    }

    /// The word that somebody typed, in whichever language. Accents and capitals do not matter.
    pub fn find(&self, typed: &str) -> Option<WordAt> {
        let typed = folded(typed);
        self.all().find(|(_, word)| compared(word) == typed).map(|(at, _)| at)
    }

    /// The words that somebody may have meant who typed one that stands in no list: nearest first, by its letters and by ear.
    /// The word that makes the code fit stands before all others, and those of a language before those of another one.
    pub fn near(&self, typed: &str, lang: Lang, fitting: Option<u16>) -> Vec<WordAt> {
        let typed = Heard::of(typed, self.languages());
        let mut found: Vec<_> = self
            .all()
            .filter_map(|(at, word)| {
                let fits = fitting == Some(at.index);
                let far = typed.far_from(at.lang, word);
                (far <= typed.farthest() + usize::from(fits)).then_some((!fits, far, at.lang != lang, at))
            })
            .collect();
        found.sort_by_key(|(misfits, far, is_foreign, at)| (*misfits, *far, *is_foreign, at.index));
        found.into_iter().map(|(.., at)| at).take(NEAR).collect()
    }

    fn all(&self) -> impl Iterator<Item = (WordAt, &str)> {
        self.0.0.iter().flat_map(|(lang, words)| {
            let lang = *lang;
            (0..).zip(words).map(move |(index, word)| (WordAt { lang, index }, &**word))
        })
    }
}

/// A word of a list as it is compared. Most have no accents, and are so already.
fn compared(word: &str) -> Cow<'_, str> {
    if word.is_ascii() { Cow::Borrowed(word) } else { Cow::Owned(folded(word)) }
}

/// A word that somebody typed, as it is compared with all of the lists.
struct Heard {
    folded: String,
    letters: usize,
    /// How it sounds in each language.
    sounds: Vec<(Lang, String)>,
}

impl Heard {
    fn of(typed: &str, languages: impl Iterator<Item = Lang>) -> Heard {
        let (folded, small) = (folded(typed), typed.to_lowercase());
        let sounds = languages.filter_map(|lang| Some((lang, sound(lang, &small)?))).collect();
        Heard { letters: folded.chars().count(), folded, sounds }
    }

    /// How far a word of the lists may be from it: one letter, one more for every four, and no more than three.
    fn farthest(&self) -> usize {
        (1 + self.letters / 4).min(3)
    }

    /// By how many letters another word differs; one that sounds the same is as near as one letter.
    fn far_from(&self, lang: Lang, word: &str) -> usize {
        let other = compared(word);
        let sounds_alike = || {
            let heard = self.sounds.iter().find(|(known, _)| *known == lang);
            heard.is_some_and(|(_, heard)| sound(lang, word).as_ref() == Some(heard))
        };
        // Counting the letters of all words takes longer than to look at their lengths.
        let by_letters = match other.chars().count().abs_diff(self.letters) {
            more if more > self.farthest() + 1 => more,
            _ => strsim::osa_distance(&self.folded, &other),
        };
        if by_letters > 1 && sounds_alike() { 1 } else { by_letters }
    }
}
