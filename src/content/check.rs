//! The rules of `kiosk check`: what the reader of the content finds, and the rules that a running kiosk does not need.

mod language;
mod locales;
mod messages;
mod text;
mod typed;

use super::finding::{Finding, in_order};
use super::parse;
use super::parse::notes::{Said, Use};
use super::source::ContentFiles;
use crate::base::LocaleFiles;

/// All findings of a content folder and its locales, by path, line and column.
pub fn check(files: &ContentFiles, locales: &[LocaleFiles]) -> Vec<Finding> {
    let (_, mut findings) = parse::compile_heard(files, Some(hear));
    findings.extend(locales::check(locales));
    in_order(findings)
}

/// What the rules say of a text of the content.
fn hear(said: &Said) -> Vec<Finding> {
    let mut findings = text::check(said);
    if matches!(said.used_as, Use::Prose | Use::Title) {
        findings.extend(typed::check(said));
    }
    findings
}
