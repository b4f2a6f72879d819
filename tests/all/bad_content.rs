//! One broken content folder per rule, each with the findings that it must have, word for word.
//!
//! `tests/fixtures/good-content` and `good-locales` are whole and clean. Each folder of `tests/bad_content` holds the
//! files that it changes below `content/`, `locales/` and `dictionaries/` (of which the good content has none), the names of those that it takes away in `removed.txt`, and
//! `expected.txt`. To write the latter anew after a change of words: `BLESS=1 cargo test bad_content`.

use std::fs;
use std::path::{Path, PathBuf};

use inclusion_kiosk::base::{Lang, LocaleFiles};
use inclusion_kiosk::commands::long_pages;
use inclusion_kiosk::content::source::{ContentFiles, dictionaries, read_locales};
use inclusion_kiosk::content::{Finding, Rule, Severity, check, finding, parse};
use inclusion_kiosk::i18n::Texts;

use crate::harness::{copy, project};

/// The good content with the changes of one fixture, or without any.
fn folder(fixture: Option<&Path>) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder for the test");
    copy(&project("tests/fixtures/good-content"), &dir.path().join("content"));
    copy(&project("tests/fixtures/good-locales"), &dir.path().join("locales"));
    let Some(fixture) = fixture else { return dir };
    for part in ["content", "locales", "dictionaries"] {
        if fixture.join(part).is_dir() {
            copy(&fixture.join(part), &dir.path().join(part));
        }
    }
    for path in fs::read_to_string(fixture.join("removed.txt")).unwrap_or_default().lines() {
        let path = dir.path().join(path);
        fs::remove_file(&path).expect("a file to take away");
        // A folder goes with its last file.
        path.ancestors().skip(1).take_while(|folder| fs::remove_dir(folder).is_ok()).for_each(drop);
    }
    dir
}

fn findings(content: &Path, locales: &Path, dictionaries: &Path) -> Vec<Finding> {
    let files = ContentFiles::read(content).expect("a content folder");
    let (locales, mut findings): (Vec<LocaleFiles>, _) = read_locales(locales).expect("a folder of locales");
    let langs: Vec<Lang> = locales.iter().map(|locale| locale.lang).collect();
    let (dictionaries, _) = dictionaries::read(&[dictionaries], &langs);
    let (library, told) = check::read(&files, &locales, &dictionaries);
    findings.extend(told);
    if let Ok(texts) = Texts::new(locales.clone()) {
        findings.extend(long_pages(&library, &texts, &files));
    }
    finding::in_order(check::settle(&files, &locales, findings))
}

/// The findings as `kiosk check` prints them, with paths below `dir`.
fn told(dir: &Path) -> (Vec<Finding>, String) {
    let findings = findings(&dir.join("content"), &dir.join("locales"), &dir.join("dictionaries"));
    let root = format!("{}/", dir.display());
    let lines: String = findings.iter().map(|finding| format!("{finding}\n").replace(&root, "")).collect();
    (findings, lines)
}

fn fixtures() -> Vec<PathBuf> {
    let entries = fs::read_dir(project("tests/bad_content")).expect("the folder of fixtures");
    let mut fixtures: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    fixtures.sort();
    fixtures
}

#[test]
fn the_good_content_is_clean() {
    let dir = folder(None);
    assert_eq!(told(dir.path()).1, "");
    let files = ContentFiles::read(&dir.path().join("content")).expect("a content folder");
    let (library, _) = parse::compile(&files);
    assert_eq!((library.services().count(), library.terms().count(), library.urgent().len()), (2, 2, 1));
}

#[test]
fn every_broken_folder_has_exactly_its_findings() {
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let dir = folder(Some(&fixture));
        let (findings, lines) = told(dir.path());
        let expected = fixture.join("expected.txt");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&expected, &lines).expect("a file");
        }
        let name = fixture.file_name().expect("a name").to_string_lossy().into_owned();
        if !findings.iter().any(|finding| name.starts_with(finding.rule.name())) {
            wrong.push(format!("{name}: no finding of this rule\n{lines}"));
        }
        let expected = fs::read_to_string(&expected).unwrap_or_default();
        if lines != expected {
            wrong.push(format!("{name}: found\n{lines}but expected\n{expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_broken_folder() {
    let names: Vec<String> =
        fixtures().iter().map(|path| path.file_name().expect("a name").to_string_lossy().into()).collect();
    let bare: Vec<&str> =
        Rule::ALL.iter().map(|rule| rule.name()).filter(|rule| !names.iter().any(|name| name == rule)).collect();
    assert_eq!(bare, [] as [&str; 0], "write tests/bad_content/<rule>/");
}

#[test]
fn findings_are_an_array_of_objects_in_json() {
    let dir = folder(Some(&project("tests/bad_content/unknown-group")));
    let json = serde_json::to_value(told(dir.path()).0).expect("JSON");
    let first = &json[0];
    assert_eq!(first["rule"], "unknown-group");
    assert_eq!((first["line"].as_u64(), first["column"].as_u64()), (Some(2), Some(9)));
    assert!(first["path"].is_string() && first["what"].is_string() && first["mend"].is_string(), "{first}");
}

#[test]
fn the_content_of_this_repository_is_clean() {
    let findings = findings(&project("content"), &project("locales"), Path::new("/nowhere"));
    let to_mend = findings.iter().filter(|finding| finding.rule.severity() != Severity::Hint);
    let lines: Vec<String> = to_mend.map(Finding::to_string).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}
