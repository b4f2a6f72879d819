//! A code as a resident types it, and what is not quite right with it. It blames nobody and takes nothing away.

use super::{Code, Fault, Progress, WORDS, missing};
use crate::base::{Lang, Typed};
use crate::content::code_words::{CodeWords, WordAt};

/// A word has more letters: one alone is an article or a slip, as in *l'arbre*.
const SHORTEST: usize = 2;

/// What stands in the field of the code. It is part of the visit, so it is forgotten with it.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Entry {
    pub typed: Typed,
    /// Why it is no code, once somebody said that it is theirs, and until they change it.
    pub trouble: Option<Trouble>,
}

/// Why what was typed is no code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// There is no word yet.
    Nothing,
    /// There are this many, and more are needed.
    Few(u8),
    Many,
    /// The word at a place, from 0, stands in no list: those that may be meant.
    Unknown {
        at: u8,
        near: Vec<WordAt>,
    },
    /// The words do not belong together.
    Mismatch,
    /// The code is of a later version.
    Later,
}

impl Entry {
    /// Changes what is typed: what was said of it is about something else then.
    pub fn write(&mut self, change: impl FnOnce(&mut Typed)) {
        change(&mut self.typed);
        self.trouble = None;
    }

    /// Reads what was typed as a code; where it is none, says why.
    pub fn read(&mut self, words: &CodeWords, lang: Lang) -> Option<Progress> {
        match read(&split(self.typed.as_str()), words, lang) {
            Ok(progress) => Some(progress),
            Err(trouble) => {
                self.trouble = Some(trouble);
                None
            }
        }
    }

    /// Writes the n-th of the words that may be meant in the place of the one that nobody knows.
    pub fn put(&mut self, words: &CodeWords, choice: u16) {
        let Some(Trouble::Unknown { at, near }) = &self.trouble else { return };
        let Some(meant) = near.get(usize::from(choice)).and_then(|meant| words.word(*meant)) else { return };
        let mut all = split(self.typed.as_str());
        if let Some(place) = all.get_mut(usize::from(*at)) {
            *place = meant;
            let mut typed = Typed::default();
            typed.add_all(&all.join(" "));
            self.write(|old| *old = typed);
        }
    }
}

/// The words of a text, whatever stands between them.
fn split(text: &str) -> Vec<&str> {
    let words = text.split(|sign: char| !sign.is_alphabetic());
    words.filter(|word| word.chars().nth(SHORTEST - 1).is_some()).collect()
}

fn read(typed: &[&str], words: &CodeWords, lang: Lang) -> Result<Progress, Trouble> {
    if typed.is_empty() {
        return Err(Trouble::Nothing);
    }
    if typed.len() > WORDS {
        return Err(Trouble::Many);
    }
    let found: Vec<Option<WordAt>> = typed.iter().map(|word| words.find(word)).collect();
    if let Some(at) = found.iter().position(Option::is_none) {
        let near = words.near(typed[at], lang, fitting(&found, at));
        return Err(Trouble::Unknown { at: at as u8, near });
    }
    let numbers: Vec<u16> = found.iter().flatten().map(|word| word.index).collect();
    let code = Code::try_from(numbers).map_err(|few| Trouble::Few(few.len() as u8))?;
    Progress::of(code).map_err(|fault| match fault {
        Fault::Mismatch => Trouble::Mismatch,
        Fault::Later => Trouble::Later,
    })
}

/// The number of a word that nobody knows, where all others are known.
fn fitting(found: &[Option<WordAt>], at: usize) -> Option<u16> {
    let number = |(place, word): (usize, &Option<WordAt>)| match word {
        Some(word) => Some(word.index),
        None => (place == at).then_some(0),
    };
    let numbers: Vec<u16> = found.iter().enumerate().map(number).collect::<Option<_>>()?;
    missing(Code::try_from(numbers).ok()?, at)
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::content::parse;
    use crate::content::source::ContentFiles;
    use crate::usage::event::skills::SkillLevel;

    const LANGUAGES: [&str; 2] = ["fr", "en"];

    fn words() -> Arc<CodeWords> {
        let folder = |name: &str| {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
            ContentFiles::read(&folder).expect("content")
        };
        let mut files = folder("good-content");
        files.files.extend(folder("code-words").files);
        parse::compile(&files).0.code_words()
    }

    fn lang(tag: &str) -> Lang {
        tag.parse().expect("a tag")
    }

    fn any(random: &mut fastrand::Rng) -> Progress {
        let mut progress = Progress::at(SkillLevel::ALL.get(random.usize(..9)).copied());
        (1..=32).filter(|_| random.bool()).for_each(|place| progress.add(place));
        progress
    }

    /// The words of a code, each in any of the languages.
    fn written(words: &CodeWords, code: Code, random: &mut fastrand::Rng) -> Vec<String> {
        let word = |index| {
            let lang = lang(LANGUAGES[random.usize(..LANGUAGES.len())]);
            words.word(WordAt { lang, index }).expect("a whole list").to_owned()
        };
        code.map(word).into()
    }

    fn typed(text: &str) -> Entry {
        let mut entry = Entry::default();
        entry.write(|typed| typed.add_all(text));
        entry
    }

    /// What comes of a text; the text itself stays.
    fn trouble(words: &CodeWords, text: &str) -> Option<Trouble> {
        let mut entry = typed(text);
        let read = entry.read(words, lang("fr"));
        assert_eq!(entry.typed, typed(text).typed, "nothing is lost of what was typed");
        assert_eq!(read.is_none(), entry.trouble.is_some());
        entry.trouble
    }

    #[test]
    fn every_code_is_read_in_any_language_and_in_a_mixture_of_them() {
        let (words, mut random) = (words(), fastrand::Rng::with_seed(1));
        for _ in 0..300 {
            let progress = any(&mut random);
            let text = written(&words, progress.code(), &mut random).join(" ");
            for tag in ["fr", "nl", "en"] {
                assert_eq!(typed(&text).read(&words, lang(tag)), Some(progress), "{text}");
            }
        }
    }

    #[test]
    fn capitals_accents_and_what_stands_between_the_words_do_not_matter() {
        let (words, mut random) = (words(), fastrand::Rng::with_seed(2));
        for between in ["  ", ", ", "-", ".", " - ", " / ", "; 2", "' ", " l'"] {
            let progress = any(&mut random);
            let all = written(&words, progress.code(), &mut random);
            for text in [all.join(between), all.join(between).to_uppercase(), all.join(between).replace('a', "â")] {
                assert_eq!(typed(&format!(" {text}. ")).read(&words, lang("fr")), Some(progress), "{text}");
            }
        }
    }

    #[test]
    fn a_wrong_word_and_two_that_changed_places_are_no_code() {
        let (words, mut random) = (words(), fastrand::Rng::with_seed(3));
        for _ in 0..60 {
            let all = written(&words, any(&mut random).code(), &mut random);
            for at in 0..WORDS {
                let mut other = all.clone();
                other[at] = written(&words, [random.u16(..1024); WORDS], &mut random).swap_remove(0);
                let is_same =
                    words.find(&other[at]).map(|word| word.index) == words.find(&all[at]).map(|word| word.index);
                assert_eq!(trouble(&words, &other.join(" ")), (!is_same).then_some(Trouble::Mismatch), "{other:?}");
            }
            for at in 1..WORDS {
                let mut other = all.clone();
                other.swap(at - 1, at);
                assert_eq!(trouble(&words, &other.join(" ")), Some(Trouble::Mismatch), "{other:?}");
            }
        }
    }

    #[test]
    fn too_few_and_too_many_words_are_told_apart() {
        let (words, mut random) = (words(), fastrand::Rng::with_seed(4));
        let all = written(&words, any(&mut random).code(), &mut random);
        assert_eq!(trouble(&words, " , -"), Some(Trouble::Nothing));
        for count in 1..WORDS {
            assert_eq!(trouble(&words, &all[..count].join(" ")), Some(Trouble::Few(count as u8)));
        }
        assert_eq!(trouble(&words, &[all.join(" "), all[0].clone()].join(" ")), Some(Trouble::Many));
    }

    #[test]
    fn a_word_with_a_slip_is_offered_first_and_put_into_its_place() {
        let (words, mut random) = (words(), fastrand::Rng::with_seed(5));
        let mut slips = 0;
        for _ in 0..200 {
            let progress = any(&mut random);
            let mut all = written(&words, progress.code(), &mut random);
            let at = random.usize(..WORDS);
            all[at] = slip(&all[at], &mut random);
            let mut entry = typed(&all.join(" "));
            if entry.read(&words, lang("fr")).is_some() {
                continue;
            }
            let Some(Trouble::Unknown { at: unknown, near }) = &entry.trouble else { continue };
            assert_eq!(usize::from(*unknown), at);
            assert!((1..=4).contains(&near.len()), "{all:?}");
            entry.put(&words, 0);
            assert_eq!(entry.read(&words, lang("fr")), Some(progress), "{all:?}");
            slips += 1;
        }
        assert!(slips > 150, "{slips}");
    }

    /// A word with a letter too many, too few or changed, or with two that changed places.
    fn slip(word: &str, random: &mut fastrand::Rng) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        let at = random.usize(..letters.len() - 1);
        match random.u8(..4) {
            0 => letters.insert(at, letters[at]),
            1 => drop(letters.remove(at)),
            2 => letters[at] = random.char('a'..='z'),
            _ => letters.swap(at, at + 1),
        }
        letters.into_iter().collect()
    }

    #[test]
    fn whatever_is_typed_is_read_without_harm() {
        let (words, mut random) = (words(), fastrand::Rng::with_seed(6));
        let list = words.list(lang("fr")).expect("a list").to_vec();
        for _ in 0..3000 {
            let mut entry = Entry::default();
            for _ in 0..random.usize(..14) {
                match random.u8(..8) {
                    0 => entry.write(|typed| typed.add_all(&list[random.usize(..list.len())])),
                    1 => entry.write(|typed| typed.add(' ')),
                    2 => entry.write(Typed::take_last),
                    3 => _ = entry.read(&words, lang("nl")),
                    4 => entry.put(&words, random.u16(..6)),
                    _ => entry.write(|typed| typed.add(random.char(..))),
                }
            }
            let read = entry.read(&words, lang("en"));
            assert!(read.is_some() || entry.trouble.is_some(), "{:?}", entry.typed.as_str());
            assert_eq!(entry.read(&CodeWords::default(), lang("fr")), None, "without lists there are no codes");
        }
    }
}
