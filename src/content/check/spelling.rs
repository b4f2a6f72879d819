//! Words that no dictionary has, in the language that they are written in.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};

use spellbook::Dictionary;
use toml::de::DeValue;

use super::prose::Prose;
use crate::base::Lang;
use crate::content::finding::{Finding, Rule};
use crate::content::parse::notes::{Notes, Use, Voice, quoted};
use crate::content::parse::table::Doc;
use crate::content::source::ContentFiles;

/// The words of the project, at the top of a content folder: names, and what dictionaries do not have yet.
const FILE: &str = "spelling.toml";
/// The key of the words that are right in all languages.
const ALL: &str = "all";
/// How many unknown words are compared with a whole dictionary in one run: that is slow.
const GUESSES_MAX: u32 = 30;

/// The dictionaries that are installed, by language.
#[derive(Default)]
pub struct Dictionaries(Vec<(Lang, Dictionary)>);

impl Dictionaries {
    /// Adds a dictionary in the two files of hunspell.
    pub fn add(&mut self, lang: Lang, affixes: &str, words: &str) -> Result<(), String> {
        self.0.push((lang, Dictionary::new(affixes, words).map_err(|error| error.to_string())?));
        Ok(())
    }
}

/// The words of the project, and what the dictionaries said so far.
pub(super) struct Spelling<'d> {
    dictionaries: &'d Dictionaries,
    known: HashMap<String, HashSet<String>>,
    /// Words that were looked up: nothing where they are right, else what they might have been.
    looked_up: RefCell<HashMap<Lang, HashMap<String, Option<String>>>>,
    guesses: Cell<u32>,
}

impl<'d> Spelling<'d> {
    /// Reads the words of the project, if it has some, and notes what is wrong in their file.
    pub fn read(files: &ContentFiles, dictionaries: &'d Dictionaries, notes: &Notes) -> Spelling<'d> {
        let mut known: HashMap<String, HashSet<String>> = HashMap::new();
        if let Some(file) = files.files.iter().find(|file| file.path == FILE) {
            let doc = Doc::read(files.shown(&file.path), &file.text, notes);
            let root = doc.root(notes);
            for (key, value) in root.entries() {
                if key.text != ALL && key.text.parse::<Lang>().is_err() || !matches!(value.value, DeValue::Array(_)) {
                    let what = format!("{} is no list of words of a language", quoted(key.text));
                    root.note(key.at, Rule::UnknownKey, what, "write `fr = [\"word\"]`, or `all = [\"Name\"]`");
                    continue;
                }
                let words = root.texts(key.text, "fr = [\"word\"]");
                // A name of several words is several entries: words are looked up one by one.
                let words = words.iter().flat_map(|word| word.text.split_whitespace()).map(str::to_lowercase);
                known.entry(key.text.to_owned()).or_default().extend(words);
            }
        }
        Spelling { dictionaries, known, looked_up: RefCell::default(), guesses: Cell::new(0) }
    }

    /// The words of a passage that nobody knows.
    pub fn check(&self, prose: &Prose) -> Vec<Finding> {
        let mut findings = Vec::new();
        if self.dictionaries.0.is_empty() || prose.used_as == Use::Name {
            return findings;
        }
        for token in prose.tokens.iter().filter(|token| token.is_word) {
            let lang = match token.voice {
                Voice::Own => prose.lang,
                Voice::Foreign(lang) => lang,
                Voice::Fact => continue,
            };
            let Some((_, dictionary)) = self.dictionaries.0.iter().find(|(known, _)| *known == lang) else { continue };
            let whole = prose.text(&token.at);
            let word = whole.trim_matches(|sign: char| !sign.is_alphanumeric());
            if let Some((wrong, guess)) = self.unknown(lang, dictionary, word) {
                let at = token.at.start + whole.find(&*wrong).unwrap_or(0);
                let what = format!("{} is in no dictionary of {lang}", quoted(&wrong));
                let guess = guess.map(|guess| format!(" (did you mean {}?)", quoted(&guess))).unwrap_or_default();
                let mend = format!("correct it{guess}, or add it to `{FILE}`");
                findings.push(prose.finding(at, Rule::Spelling, what, mend));
            }
        }
        findings
    }

    /// The part of a word that nobody knows, and what it might have been.
    fn unknown(&self, lang: Lang, dictionary: &Dictionary, word: &str) -> Option<(String, Option<String>)> {
        if is_no_word(word) || self.is_right(lang, dictionary, word) {
            return None;
        }
        let parts: Vec<&str> = word.split(['-', '/', '\'', '\u{2019}']).collect();
        if parts.len() == 1 {
            return Some((word.to_owned(), self.guess(lang, dictionary, word)));
        }
        let last = parts.len() - 1;
        let wrong = parts.into_iter().enumerate().find(|(index, part)| {
            // "l'", "qu'": what an apostrophe cuts off is short. "card's": and so is what follows it.
            let is_cut = part.chars().count() <= 2 || *index < last && is_elided(part);
            !is_cut && !is_no_word(part) && !self.is_right(lang, dictionary, part)
        });
        wrong.map(|(_, part)| (part.to_owned(), self.guess(lang, dictionary, part)))
    }

    fn is_right(&self, lang: Lang, dictionary: &Dictionary, word: &str) -> bool {
        if let Some(answer) = self.looked_up.borrow().get(&lang).and_then(|words| words.get(word)) {
            return answer.is_none();
        }
        let plain = word.replace('\u{2019}', "'");
        let lower = plain.to_lowercase();
        let is_known =
            [ALL, lang.as_str()].iter().any(|key| self.known.get(*key).is_some_and(|known| known.contains(&lower)));
        let is_right = is_known || dictionary.check(&plain);
        let guess = if is_right { None } else { Some(String::new()) };
        self.looked_up.borrow_mut().entry(lang).or_default().insert(word.to_owned(), guess);
        is_right
    }

    fn guess(&self, lang: Lang, dictionary: &Dictionary, word: &str) -> Option<String> {
        let earlier = self.looked_up.borrow().get(&lang).and_then(|words| words.get(word).cloned()).flatten();
        if let Some(guess) = earlier.filter(|guess| !guess.is_empty()) {
            return Some(guess);
        }
        if self.guesses.get() >= GUESSES_MAX {
            return None;
        }
        self.guesses.set(self.guesses.get() + 1);
        let mut guesses = Vec::new();
        dictionary.suggest(word, &mut guesses);
        let guess = guesses.into_iter().find(|guess| !guess.contains(' '))?;
        self.looked_up.borrow_mut().entry(lang).or_default().insert(word.to_owned(), Some(guess.clone()));
        Some(guess)
    }
}

/// French words that end with an apostrophe.
fn is_elided(part: &str) -> bool {
    ["jusqu", "lorsqu", "puisqu", "quelqu", "quoiqu", "presqu", "aujourd"].contains(&&*part.to_lowercase())
}

/// Names with digits, addresses, abbreviations in capitals and single letters are no words.
fn is_no_word(word: &str) -> bool {
    let mut letters = 0;
    let mut capitals = 0;
    for sign in word.chars() {
        if sign.is_numeric() || matches!(sign, '.' | '@' | '\u{FFFC}') {
            return true;
        }
        letters += usize::from(sign.is_alphabetic());
        capitals += usize::from(sign.is_uppercase());
    }
    letters <= 1 || letters == capitals
}

#[cfg(test)]
mod tests {
    use super::super::prose::tests::heard;
    use super::*;
    use crate::content::source::ContentFile;

    fn found(lang: &str, text: &str) -> Vec<String> {
        let mut dictionaries = Dictionaries::default();
        let tag = |tag: &str| tag.parse().expect("a tag");
        let words = "6\nadresse\nvotre\npeux\npour\nboîte\ngratuit\n";
        dictionaries.add(tag("fr"), "SET UTF-8\nTRY esianrtulo\n", words).expect("a dictionary");
        let file = ContentFile { path: FILE.to_owned(), text: "all = [\"itsme\"]\nfr = [\"IRISbox\"]\n".to_owned() };
        let files = ContentFiles { files: vec![file], ..ContentFiles::default() };
        let spelling = Spelling::read(&files, &dictionaries, &Notes::default());
        let findings = heard(lang, text, |prose| spelling.check(prose));
        findings.into_iter().map(|finding| format!("{}: {}", finding.what, finding.mend)).collect()
    }

    #[test]
    fn an_unknown_word_is_told_with_the_nearest_one() {
        let told =
            "`adrese` is in no dictionary of fr: correct it (did you mean `adresse`?), or add it to `spelling.toml`";
        assert_eq!(found("fr", "Votre adrese."), [told]);
        assert_eq!(found("fr", "L'adrese"), [told]);
        assert_eq!(
            found("fr", "Zzyzx"),
            ["`Zzyzx` is in no dictionary of fr: correct it, or add it to `spelling.toml`"]
        );
    }

    #[test]
    fn known_words_names_and_other_languages_are_no_findings() {
        for text in ["L'adresse, pour votre boîte", "Peux-tu, itsme, IRISbox", "www.exemple.be 4G GSM à l’adresse"]
        {
            assert_eq!(found("fr", text), [] as [String; 0], "{text}");
        }
        assert_eq!(found("nl", "Een onbekend woord"), [] as [String; 0], "no dictionary, no findings");
    }
}
