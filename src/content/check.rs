//! The rules of `kiosk check`: what the reader of the content finds, and the rules that a running kiosk does not need.

mod accept;
mod language;
mod locales;
mod made_up;
mod messages;
mod prose;
mod readability;
mod sentences;
mod spelling;
mod syllables;
mod text;
mod typed;
mod words;

use self::prose::Prose;
use self::readability::Scores;
use self::spelling::Spelling;
use self::words::Words;
use super::Library;
use super::finding::{Finding, in_order};
use super::parse;
use super::parse::notes::{Listener, Notes, Passage, Said, Use};
use super::source::ContentFiles;
use super::translations::Translations;
use crate::base::LocaleFiles;

pub use accept::settle;
pub use readability::{Readability, Spread, readability};
pub use spelling::Dictionaries;

/// All findings of a content folder and its locales, by path, line and column, without those that authors accepted.
pub fn check(files: &ContentFiles, locales: &[LocaleFiles], dictionaries: &Dictionaries) -> Vec<Finding> {
    let (_, findings) = read(files, locales, dictionaries);
    in_order(settle(files, locales, findings))
}

/// Reads a content folder, with all findings of it and its locales; what authors accepted is still among them.
pub fn read(files: &ContentFiles, locales: &[LocaleFiles], dictionaries: &Dictionaries) -> (Library, Vec<Finding>) {
    let notes = Notes::default();
    let spelling = Spelling::read(files, dictionaries, &notes);
    let rules = Rules { words: Words::read(files, &notes), spelling, scores: Scores::default() };
    let (library, mut findings) = parse::compile_heard(files, Some(&rules));
    findings.extend(locales::check(locales, &rules));
    findings.extend(rules.scores.findings());
    findings.extend(Translations::of(files).findings());
    findings.extend(notes.into_findings());
    (library, findings)
}

/// The rules that hear every text.
struct Rules<'d> {
    words: Words,
    spelling: Spelling<'d>,
    scores: Scores,
}

impl Listener for Rules<'_> {
    fn hear(&self, said: &Said) -> Vec<Finding> {
        let mut findings = text::check(said);
        match said.used_as {
            Use::Prose | Use::Lesson | Use::Title => findings.extend(typed::check(said)),
            Use::MadeUp => findings.extend(made_up::check(said)),
            Use::Name | Use::Value => {}
        }
        findings
    }

    fn hear_passage(&self, passage: &Passage) -> Vec<Finding> {
        let prose = Prose::new(passage);
        self.scores.hear(&prose);
        self.hear_prose(&prose)
    }
}

impl Rules<'_> {
    /// What the rules of language say of whole sentences.
    fn hear_prose(&self, prose: &Prose) -> Vec<Finding> {
        let mut findings = sentences::check(prose);
        findings.extend(self.words.check(prose));
        findings.extend(self.spelling.check(prose));
        findings
    }
}
