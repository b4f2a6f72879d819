//! Words that the content does without, as `words.toml` lists them: hard words, abbreviations, forms of address.

use std::collections::HashMap;
use std::ops::Range;

use toml::de::DeValue;

use super::prose::{Prose, tokens, words_of};
use crate::base::Lang;
use crate::content::finding::{Finding, Rule};
use crate::content::parse::notes::{Notes, Use, Voice, quoted};
use crate::content::parse::table::Doc;
use crate::content::source::ContentFiles;

/// The file, at the top of a content folder.
pub(super) const FILE: &str = "words.toml";

/// What a list is for.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Kind {
    Avoid,
    Abbreviation,
    Address,
}

const KINDS: [(&str, Kind); 3] =
    [("avoid", Kind::Avoid), ("abbreviations", Kind::Abbreviation), ("address", Kind::Address)];

impl Kind {
    fn rule(self) -> Rule {
        match self {
            Kind::Avoid => Rule::HardWord,
            Kind::Abbreviation => Rule::Abbreviation,
            Kind::Address => Rule::AddressForm,
        }
    }

    fn what(self, word: &str) -> String {
        match self {
            Kind::Avoid => format!("{word} is not plain"),
            Kind::Abbreviation => format!("{word} is an abbreviation"),
            Kind::Address => format!("{word} is not how this content speaks to people"),
        }
    }

    /// The parts that are compared: words, or, for abbreviations, everything between two spaces.
    fn parts(self, lang: Lang, text: &str) -> Vec<String> {
        let parts = match self {
            Kind::Abbreviation => tokens(text).map(|at| short(text, &at)).collect(),
            _ => words_of(lang, text),
        };
        parts.into_iter().map(|at| text[at].to_lowercase()).collect()
    }
}

/// A token without the signs around it that are no part of an abbreviation.
fn short(text: &str, at: &Range<usize>) -> Range<usize> {
    let token = &text[at.clone()];
    let end = at.start + token.trim_end_matches([',', ';', ':', '!', '?', ')', '»', '"', '\'']).len();
    let start = end - text[at.start..end].trim_start_matches(['(', '«', '"', '\'']).len();
    start..end
}

/// One entry: the words after the first one, and what to write instead.
struct Entry {
    rest: Vec<String>,
    /// Whether the last word may go on: `ci-joint*`.
    is_stem: bool,
    plain: Box<str>,
}

impl Entry {
    fn fits(&self, words: &[String]) -> bool {
        let Some((last, before)) = self.rest.split_last() else { return true };
        let fits_last = |word: &String| if self.is_stem { word.starts_with(last) } else { word == last };
        words.starts_with(before) && words.get(before.len()).is_some_and(fits_last)
    }
}

/// The lists of one kind in one language.
#[derive(Default)]
struct List {
    /// By their first word.
    entries: HashMap<String, Vec<Entry>>,
    /// `effectu*`, without the star, sorted; none begins with another.
    stems: Vec<(String, Box<str>)>,
}

impl List {
    fn add(&mut self, kind: Kind, lang: Lang, written: &str, plain: &str) {
        let mut parts = kind.parts(lang, written).into_iter();
        let (Some(first), rest) = (parts.next(), parts.collect::<Vec<_>>()) else { return };
        let is_stem = written.ends_with('*') && kind != Kind::Abbreviation;
        if is_stem && rest.is_empty() {
            self.stems.push((first, plain.into()));
        } else {
            self.entries.entry(first).or_default().push(Entry { rest, is_stem, plain: plain.into() });
        }
    }

    fn settle(&mut self) {
        for entries in self.entries.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        self.stems.sort();
        self.stems.dedup_by(|later, earlier| later.0.starts_with(&earlier.0));
    }

    /// How many parts from the first one on are an entry, and what to write instead.
    fn find(&self, parts: &[String]) -> Option<(usize, &str)> {
        let first = parts.first()?;
        let mut entries = self.entries.get(first).into_iter().flatten();
        if let Some(entry) = entries.find(|entry| entry.fits(&parts[1..])) {
            return Some((entry.rest.len() + 1, &entry.plain));
        }
        // No stem begins with another, so the last one that is not behind the word is the only one that can fit.
        let before = self.stems.partition_point(|(stem, _)| stem <= first).checked_sub(1)?;
        let (stem, plain) = &self.stems[before];
        first.starts_with(stem.as_str()).then_some((1, plain))
    }
}

/// All lists of a content folder.
#[derive(Default)]
pub(super) struct Words {
    lists: Vec<(Lang, Kind, List)>,
}

impl Words {
    /// Reads the lists of a content folder, if it has some, and notes what is wrong in them.
    pub fn read(files: &ContentFiles, notes: &Notes) -> Words {
        let mut words = Words::default();
        let Some(file) = files.files.iter().find(|file| file.path == FILE) else { return words };
        let doc = Doc::read(files.shown(&file.path), &file.text, notes);
        let root = doc.root(notes);
        root.only(&KINDS.map(|(key, _)| key), &[]);
        for (key, kind) in KINDS {
            let Some(languages) = root.table(key, &format!("[{key}.fr]")) else { continue };
            for (tag, value) in languages.entries() {
                let Ok(lang) = tag.text.parse::<Lang>() else {
                    let what = format!("{} is not the tag of a language", quoted(tag.text));
                    root.note(tag.at, Rule::BadId, what, format!("write `[{key}.fr]`"));
                    continue;
                };
                let mut list = List::default();
                let table = languages.as_table(&value, tag.text, &format!("[{key}.{lang}]"));
                for (word, plain) in table.iter().flat_map(|table| table.entries()) {
                    match plain.value {
                        DeValue::String(plain) => list.add(kind, lang, word.text, plain),
                        _ => root.wrong(&plain, word.text, "\"hard word\" = \"plain word\""),
                    }
                }
                list.settle();
                words.lists.push((lang, kind, list));
            }
        }
        words
    }

    /// The words of a passage that its author should write otherwise.
    pub fn check(&self, prose: &Prose) -> Vec<Finding> {
        let mut findings = Vec::new();
        if prose.used_as == Use::Name {
            return findings;
        }
        for (_, kind, list) in self.lists.iter().filter(|(lang, ..)| *lang == prose.lang) {
            let places = match kind {
                Kind::Abbreviation => abbreviations(prose),
                _ => prose.words(Voice::Own),
            };
            let parts: Vec<String> = places.iter().map(|at| prose.text(at).to_lowercase()).collect();
            let mut at = 0;
            while at < parts.len() {
                let Some((length, plain)) = list.find(&parts[at..]) else {
                    at += 1;
                    continue;
                };
                let whole = places[at].start..places[at + length - 1].end;
                let what = kind.what(&quoted(prose.text(&whole)));
                findings.push(prose.finding(whole.start, kind.rule(), what, format!("write {}", quoted(plain))));
                at += length;
            }
        }
        findings
    }
}

fn abbreviations(prose: &Prose) -> Vec<Range<usize>> {
    let tokens = prose.tokens.iter().filter(|token| token.voice == Voice::Own);
    tokens.map(|token| short(prose.text(&(0..token.at.end)), &token.at)).collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::prose::tests::heard;
    use super::*;
    use crate::content::source::ContentFile;

    const LISTS: &str = r#"
[avoid.fr]
"effectu*" = "faire"
"effectif" = "vrai"
"afin de" = "pour"
"votre portable" = "votre GSM"
"ci-joint*" = "avec"
[avoid.en]
"in order to" = "to"
[abbreviations.nl]
"enz." = "en zo voort"
"d.w.z." = "dat betekent"
[abbreviations.fr]
"p. ex." = "par exemple"
[address.fr]
"tu" = "vous"
"ton" = "votre"
[address.nl]
"u" = "je"
"#;

    fn found(lang: &str, text: &str) -> Vec<String> {
        let file = ContentFile { path: FILE.to_owned(), text: LISTS.to_owned() };
        let files = ContentFiles { root: PathBuf::new(), files: vec![file], findings: Vec::new() };
        let notes = Notes::default();
        let words = Words::read(&files, &notes);
        assert_eq!(notes.into_findings(), []);
        let findings = heard(lang, text, |prose| words.check(prose));
        findings.into_iter().map(|finding| format!("{} {}: {}", finding.rule, finding.what, finding.mend)).collect()
    }

    #[test]
    fn listed_words_are_found_with_what_to_write_instead() {
        assert_eq!(found("fr", "Afin d'effectuer cela."), ["hard-word `effectuer` is not plain: write `faire`"]);
        assert_eq!(found("fr", "Afin de payer."), ["hard-word `Afin de` is not plain: write `pour`"]);
        assert_eq!(found("fr", "La lettre ci-jointe"), ["hard-word `ci-jointe` is not plain: write `avec`"]);
        assert_eq!(found("en", "In order to pay"), ["hard-word `In order to` is not plain: write `to`"]);
        assert_eq!(found("nl", "Brood, melk enz."), ["abbreviation `enz.` is an abbreviation: write `en zo voort`"]);
        assert_eq!(found("nl", "(d.w.z. nu)"), ["abbreviation `d.w.z.` is an abbreviation: write `dat betekent`"]);
        assert_eq!(found("fr", "p. ex. ici"), ["abbreviation `p. ex.` is an abbreviation: write `par exemple`"]);
        assert_eq!(
            found("fr", "Peux-tu payer ?"),
            ["address-form `tu` is not how this content speaks to people: write `vous`"]
        );
        assert_eq!(
            found("nl", "Zo betaalt u."),
            ["address-form `u` is not how this content speaks to people: write `je`"]
        );
    }

    #[test]
    fn other_words_and_other_languages_are_left_alone() {
        for (lang, text) in [
            ("fr", "Un ordinateur portable, et votre GSM."),
            ("fr", "Celle-ci est ci-dessous."),
            ("fr", "Vous avez les effets de la tuile au bureau."),
            ("nl", "Nu kun je het menu openen om 9u30."),
            ("en", "The ton is in order."),
            ("de", "effectuer tu u enz."),
        ] {
            assert_eq!(found(lang, text), [] as [String; 0], "{text}");
        }
    }
}
