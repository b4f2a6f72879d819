//! Which translation follows which text: each remembers a hash of what it follows, part by part.
//!
//! The source is the first required language of `pack.toml`. What was looked at stands in `translations.toml`: beside
//! the texts of a service, finder or lesson, and at the top of the content for topics, life events, words, urgent numbers and
//! activities. The
//! files are written by `kiosk check --accept-translation`, one sorted line for each part, so that they merge like text.

mod read;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::finding::{Finding, Rule};
use super::parse::notes::Notes;
use super::parse::pack::{self, Languages};
use super::parse::table::Doc;
use super::source::{ContentFile, ContentFiles};
use crate::base::Lang;

/// The name of the files that remember.
const FILE: &str = "translations.toml";

const HEAD: &str = "# Written by `kiosk check --accept-translation`: what each translation followed when somebody last \
                    looked at it.\n";

/// What one translation of one part is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// There is no text in this language.
    Missing,
    /// The source changed since somebody looked at the translation.
    Stale,
    /// Nobody has said yet that it follows the source.
    Unseen,
}

/// A part of an item that does not follow its source.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
pub struct Gap {
    pub item: String,
    pub language: String,
    /// `#step-id`, `title`, or a key of TOML.
    pub part: String,
    pub state: State,
    pub path: String,
    pub line: usize,
    pub column: usize,
    /// Whether other parts of this item were looked at in this language before.
    #[serde(skip)]
    is_tracked: bool,
}

/// A text in one language, and where it stands.
struct Text {
    words: String,
    path: String,
    place: (usize, usize),
}

/// A part of an item: a step, a price, a name.
struct Part {
    key: String,
    texts: BTreeMap<Lang, Text>,
}

/// Something that is translated as a whole.
struct Item {
    id: String,
    /// The file that remembers what was looked at, below the content folder.
    store: String,
    parts: Vec<Part>,
}

impl Item {
    /// The name of a part in the file that remembers.
    fn name(&self, part: &Part) -> String {
        if self.store == FILE { self.id.clone() } else { part.key.clone() }
    }
}

/// What was looked at: file, language, name of the part, hash of its source.
type Seen = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;

/// All that is translated in a content folder.
pub struct Translations {
    languages: Languages,
    items: Vec<Item>,
    seen: Seen,
}

impl Translations {
    /// Reads what is translated, and what was looked at.
    pub fn of(files: &ContentFiles) -> Translations {
        // What is wrong in these files is told by their own readers.
        let notes = Notes::default();
        let pack = files.files.iter().find(|file| file.path == "pack.toml");
        let pack = pack.map(|file| Doc::read(files.shown(&file.path), &file.text, &notes));
        let languages = pack.as_ref().map_or_else(Languages::usual, |doc| pack::read(doc, &notes));
        let items = read::items(files, &languages, &notes);
        let remembers = |file: &&ContentFile| file.path.rsplit('/').next() == Some(FILE);
        let seen = files.files.iter().filter(remembers);
        let seen = seen.map(|file| (file.path.clone(), read_seen(&file.text))).collect();
        Translations { languages, items, seen }
    }

    /// The language that the others follow.
    pub fn source(&self) -> Lang {
        self.languages.required[0]
    }

    /// The languages that follow it.
    pub fn followers(&self) -> impl Iterator<Item = Lang> {
        self.languages.all.iter().copied().filter(|lang| *lang != self.source())
    }

    /// The ids of everything that is translated.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|item| item.id.as_str())
    }

    /// Everything that is missing, stale or was never looked at.
    pub fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for item in &self.items {
            for lang in self.followers() {
                let is_needed = self.languages.required.contains(&lang)
                    || item.parts.iter().any(|part| part.texts.contains_key(&lang));
                if is_needed {
                    self.gaps_of(item, lang, &mut gaps);
                }
            }
        }
        gaps
    }

    fn gaps_of(&self, item: &Item, lang: Lang, gaps: &mut Vec<Gap>) {
        let seen = self.seen.get(&item.store).and_then(|languages| languages.get(lang.as_str()));
        let is_tracked = item.parts.iter().any(|part| seen.is_some_and(|seen| seen.contains_key(&item.name(part))));
        for part in &item.parts {
            let Some(source) = part.texts.get(&self.source()) else { continue };
            let record = seen.and_then(|seen| seen.get(&item.name(part)));
            let (text, state) = match (part.texts.get(&lang), record) {
                (None, _) => (source, State::Missing),
                (Some(text), None) => (text, State::Unseen),
                (Some(text), Some(record)) if *record != hash(&source.words) => (text, State::Stale),
                (Some(_), Some(_)) => continue,
            };
            let (path, (line, column)) = (text.path.clone(), text.place);
            let (item, language, part) = (item.id.clone(), lang.to_string(), part.key.clone());
            gaps.push(Gap { item, language, part, state, path, line, column, is_tracked });
        }
    }

    /// Remembers that somebody looked at the translations of an item, in one language or in all; says how the file of
    /// that item is called and what stands in it now. Nothing where there is no such item.
    pub fn accept(&mut self, id: &str, only: Option<Lang>) -> Option<(String, String)> {
        let item = self.items.iter().find(|item| item.id == id)?;
        let source = self.languages.required[0];
        let store = self.seen.entry(item.store.clone()).or_default();
        for lang in self.languages.all.iter().filter(|lang| **lang != source && only.is_none_or(|only| only == **lang))
        {
            let seen = store.entry(lang.to_string()).or_default();
            if item.store != FILE {
                // Parts that are gone are forgotten.
                seen.clear();
            }
            for part in item.parts.iter().filter(|part| part.texts.contains_key(lang)) {
                if let Some(text) = part.texts.get(&source) {
                    seen.insert(item.name(part), hash(&text.words));
                }
            }
        }
        Some((item.store.clone(), written(store)))
    }

    /// What `kiosk check` tells: translations that somebody looked at once and that no longer follow.
    pub fn findings(&self) -> Vec<Finding> {
        let source = self.source();
        let known = |gap: &Gap| gap.is_tracked && gap.state != State::Missing;
        let gaps = self.gaps().into_iter().filter(known);
        let finding = |Gap { item, part, state, path, line, column, .. }: Gap| {
            let what = match state {
                State::Stale => format!("`{part}` changed in {source} since somebody looked at this translation"),
                _ => format!("nobody has looked yet whether `{part}` says here what it says in {source}"),
            };
            let mend = format!("compare the two, then run `kiosk check --accept-translation {item}`");
            Finding { line, column, ..Finding::of_file(path, Rule::StaleTranslation, what, mend) }
        };
        gaps.map(finding).collect()
    }
}

fn hash(words: &str) -> String {
    let mut hasher = Sha256::new();
    for word in words.split_whitespace() {
        hasher.update(word.as_bytes());
        hasher.update(b" ");
    }
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn written(store: &BTreeMap<String, BTreeMap<String, String>>) -> String {
    let mut text = HEAD.to_owned();
    for (lang, parts) in store.iter().filter(|(_, parts)| !parts.is_empty()) {
        text.push_str(&format!("\n[{lang}]\n"));
        for (name, hash) in parts {
            text.push_str(&format!("\"{name}\" = \"{hash}\"\n"));
        }
    }
    text
}

/// What cannot be read was not looked at.
fn read_seen(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    toml::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(fr: &str, nl: &str, seen: &str) -> ContentFiles {
        let file = |path: &str, text: &str| ContentFile { path: path.to_owned(), text: text.to_owned() };
        let files = vec![
            file("pack.toml", "name = \"x\"\nversion = 1\nlanguages = { required = [\"fr\", \"nl\"] }\n"),
            file("services/x/fr.md", fr),
            file("services/x/nl.md", nl),
            file("services/x/translations.toml", seen),
        ];
        ContentFiles { files, ..ContentFiles::default() }
    }

    const FR: &str = "# Titre\n\nPour quoi.\n\n## Un {#one}\n\nPremier.\n\n## Deux {#two}\n\nDeuxième.\n";
    const NL: &str = "# Titel\n\nWaarvoor.\n\n## Een {#one}\n\nEerste.\n\n## Twee {#two}\n\nTweede.\n";

    fn accepted() -> String {
        Translations::of(&files(FR, NL, "")).accept("x", None).expect("it exists").1
    }

    fn gaps(fr: &str, nl: &str, seen: &str) -> Vec<(String, State)> {
        Translations::of(&files(fr, nl, seen)).gaps().into_iter().map(|gap| (gap.part, gap.state)).collect()
    }

    #[test]
    fn a_changed_step_marks_only_that_step() {
        assert_eq!(gaps(FR, NL, &accepted()), []);
        assert_eq!(gaps(&FR.replace("Deuxième", "Second"), NL, &accepted()), [("#two".to_owned(), State::Stale)]);
        assert_eq!(gaps(FR, &NL.replace("Tweede", "Nummer twee"), &accepted()), [], "the translation may change");
        let found = Translations::of(&files(&FR.replace("Deuxième", "Second"), NL, &accepted())).findings();
        assert_eq!((found.len(), &*found[0].path, found[0].line), (1, "services/x/nl.md", 9));
    }

    #[test]
    fn other_line_ends_and_comments_for_the_check_change_nothing() {
        assert_eq!(gaps(&FR.replace('\n', "\r\n"), NL, &accepted()), []);
        let comment = FR.replace("Premier", "<!-- check: allow hard-word: it is right -->\nPremier");
        assert_eq!(gaps(&comment, NL, &accepted()), []);
    }

    #[test]
    fn a_new_step_is_unseen_and_a_missing_one_is_missing() {
        let new = |text: &str| format!("{text}\n## + {{#new}}\n\nx\n");
        assert_eq!(gaps(&new(FR), &new(NL), &accepted()), [("#new".to_owned(), State::Unseen)]);
        assert_eq!(gaps(&new(FR), NL, &accepted()), [("#new".to_owned(), State::Missing)]);
    }

    #[test]
    fn an_item_that_nobody_looked_at_is_no_finding_of_the_plain_check() {
        assert_eq!(gaps(FR, NL, "").len(), 3);
        assert_eq!(Translations::of(&files(FR, NL, "")).findings(), []);
    }

    #[test]
    fn what_was_looked_at_is_written_in_order_and_read_again() {
        let text = accepted();
        assert_eq!(
            text.lines().skip(2).map(|line| line.split(" = ").next().expect("a key")).collect::<Vec<_>>(),
            ["[nl]", "\"#one\"", "\"#two\"", "\"title\""]
        );
        let mut again = Translations::of(&files(FR, NL, &text));
        assert_eq!(again.accept("x", None).expect("it exists").1, text);
        assert_eq!(again.accept("y", None), None);
    }
}
