//! The import table of the house, held against every source file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::project;

/// Who may import whom: a room, and the rooms that it may name.
const TABLE: [(&str, &[&str]); 12] = [
    ("base", &[]),
    ("i18n", &["base"]),
    ("content", &["base"]),
    ("usage", &["base"]),
    ("page", &["base", "i18n"]),
    // Of `usage` the events alone: DOORS.
    ("app", &["base", "i18n", "content", "page", "usage"]),
    ("present", &["base", "i18n", "page"]),
    ("indicators", &["base", "i18n", "content", "usage"]),
    ("shell", &["base", "i18n", "content", "page", "app", "present", "indicators", "usage"]),
    ("commands", &["base", "i18n", "content", "page", "app", "present", "shell", "indicators", "usage"]),
    ("main", &["commands"]),
    ("bin", &["commands"]),
];

/// What only some places may touch: a path in the code, and the files or folders below `src/` that may name it.
const DOORS: [(&str, &[&str]); 29] = [
    ("std::fs", &["shell", "commands", "content/source", "content/pack", "usage/store", "indicators/collected"]),
    ("std::env", &["shell", "commands"]),
    ("std::process", &["shell", "commands", "main", "bin"]),
    ("std::thread", &["shell", "commands"]),
    ("std::time", &["shell/clock"]),
    ("SystemTime", &["shell/clock"]),
    ("Timestamp::now", &["shell/clock"]),
    ("crossterm", &["shell"]),
    ("termina::", &["shell/keys"]),
    ("rusqlite", &["usage/store", "content/pack", "indicators/collected"]),
    // The ids in a record are read by the library alone.
    ("postcard", &["content/pack"]),
    ("minisign::", &["shell/signing", "shell/sealing"]),
    ("age::x25519", &["shell/sealing"]),
    ("usage::store", &["shell", "commands", "indicators/month"]),
    ("usage::counters", &["shell", "commands", "indicators", "usage"]),
    ("usage::cell", &["shell", "commands", "indicators", "usage"]),
    ("usage::uptime", &["shell", "commands", "usage"]),
    // Ids are numbers that the library alone hands out, so that no id can hold what somebody typed.
    ("handed_out", &["content", "base/id"]),
    ("rustix::process", &["shell/memory"]),
    ("rustix::rand", &["shell/secret"]),
    // What is freed is written over; what was typed has a type of its own.
    ("zeroizing_alloc", &["shell/memory"]),
    ("zeroize::", &["base/typed"]),
    // What is drawn by lot is always the same for the same seed.
    ("fastrand", &["app/lesson/draw", "indicators/residents"]),
    ("microlp", &["indicators/attack/bounds"]),
    ("plotters", &["indicators/report/draw"]),
    ("inotify", &["shell/watch"]),
    ("toml_edit", &["commands/new"]),
    ("sd_notify", &["shell/supervisor"]),
    ("ratatui", &["shell", "present/screen", "present/theme"]),
];

fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![project("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src can be read") {
            let path: PathBuf = entry.expect("an entry of src").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(project("src")).expect("below src").with_extension("");
                found.push((name.to_string_lossy().into_owned(), without_tests(&path)));
            }
        }
    }
    assert!(found.len() > 20, "the walk finds the sources");
    found
}

/// The code of a file up to its tests, comments left out.
fn without_tests(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file is text");
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn room(file: &str) -> &str {
    file.split('/').next().unwrap_or(file)
}

#[test]
fn rooms_import_only_what_the_table_allows() {
    let mut faults = Vec::new();
    for (file, code) in sources().iter().filter(|(file, _)| file != "lib") {
        let (_, allowed) = TABLE.iter().find(|(name, _)| *name == room(file)).expect("every room is in the table");
        for (other, _) in TABLE {
            let named = [format!("crate::{other}"), format!("inclusion_kiosk::{other}")];
            let names = named.iter().any(|path| {
                code.match_indices(path)
                    .any(|(at, _)| !code[at + path.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_'))
            });
            if names && other != room(file) && !allowed.contains(&other) {
                faults.push(format!("src/{file}.rs names {other}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn imports_are_not_grouped_from_the_root() {
    // The table is read off `crate::room`; a group would hide its rooms from it.
    for (file, code) in sources() {
        assert!(!code.contains("crate::{") && !code.contains("inclusion_kiosk::{"), "src/{file}.rs groups its imports");
    }
}

#[test]
fn the_world_is_touched_only_at_its_doors() {
    let mut faults = Vec::new();
    for (file, code) in sources() {
        for (path, places) in DOORS {
            let allowed = places.iter().any(|place| file == *place || file.starts_with(&format!("{place}/")));
            let touches = code.contains(path) || grouped(&code, path);
            if touches && !allowed {
                faults.push(format!("src/{file}.rs touches {path}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Whether `std::fs` is named in a group: `use std::{fs, io}`.
fn grouped(code: &str, path: &str) -> bool {
    let Some((root, name)) = path.split_once("::") else { return false };
    let open = format!("{root}::{{");
    code.match_indices(&open).any(|(at, _)| {
        let group = code[at + open.len()..].split(';').next().unwrap_or_default();
        group.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name)
    })
}
