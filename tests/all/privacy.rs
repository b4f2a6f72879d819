//! `docs/privacy.md`: the kiosk says what the page quotes, and each test that it names exists.

use std::fs;
use std::path::PathBuf;

use crate::harness::{World, lang, project};

/// All Rust sources below a folder, as one text.
fn sources(folder: &str) -> String {
    let mut text = String::new();
    let mut folders: Vec<PathBuf> = vec![project(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            match path.extension() {
                _ if path.is_dir() => folders.push(path),
                Some(ending) if ending == "rs" => text += &fs::read_to_string(&path).expect("a source"),
                _ => {}
            }
        }
    }
    text
}

/// What stands between two marks, each time.
fn between<'t>(text: &'t str, mark: &str) -> Vec<&'t str> {
    text.split(mark).skip(1).step_by(2).collect()
}

#[test]
fn the_page_of_privacy_quotes_what_the_kiosk_says() {
    let world = World::real();
    let page = fs::read_to_string(project("docs/privacy.md")).expect("there is a page");
    let tests = sources("tests") + &sources("src");
    let table = page.split("## What is counted").next().expect("the first part");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| line.starts_with("| \""))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect();
    assert!(rows.len() >= 8, "the table is found");
    let mut quoted_ids = Vec::new();
    for row in rows {
        let [quotes, ids, names] = row[..] else { panic!("three columns: {row:?}") };
        let (ids, names) = (between(ids, "`"), between(names, "`"));
        let said: Vec<String> = ids
            .iter()
            .map(|id| world.texts.say(lang("en"), id, &[]).0.iter().map(|span| &*span.text).collect())
            .collect();
        for quote in between(quotes, "\"") {
            assert!(
                said.iter().any(|said| said.contains(quote)),
                "the kiosk does not say '{quote}' in {ids:?}: {said:?}"
            );
        }
        assert!(!names.is_empty(), "{quotes} is held by no test");
        for name in names {
            assert!(tests.contains(&format!("fn {name}(")), "there is no test {name}");
        }
        quoted_ids.extend(ids);
    }
    // What is said of counting and erasing is on the page, all of it.
    let sentences = ["welcome-counting", "finish-text", "counting-intro", "counting-refused", "erased-not-counted"];
    for id in sentences.iter().chain(&["erased-title", "erased-nothing-kept", "still-there"]) {
        assert!(quoted_ids.contains(id), "the page does not quote {id}");
    }
}
