//! What a resident typed stays in the kiosk, and is gone from there when it was handled.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::fs::PermissionsExt;

use super::{Kiosk, as_another_user, places, searching_for};

const CTRL_K: &str = "\x0b";
const CTRL_O: &str = "\x0f";
const F3: &str = "\x1bOR";
/// Typed key by key, on every screen: letters and digits that choose nothing.
const TEXT: &str = "k0vaz0wqj0xub0fy";
/// Typed or pasted in one go: longer than any queue inside.
const LONG_TEXT: &str = "m0rah0lipe0dugo0tesu0nywi0baxo0zive0kuha0jore0fima0sytu0qepo0";

/// Digits that would choose something if they were not within a sequence, and that stand in no table of numbers.
const DIGITS: &str = "719305286417390852";

fn types_key_by_key(kiosk: &mut Kiosk, text: &str) {
    for key in text.chars() {
        kiosk.types(&key.to_string());
    }
}

#[test]
fn a_crash_leaves_nothing_that_was_typed_in_memory() {
    let mut kiosk = searching_for(TEXT, &[]);
    kiosk.sees("Bonjour");
    types_key_by_key(&mut kiosk, TEXT);
    kiosk.sees("Nederlands");
    types_key_by_key(&mut kiosk, TEXT);
    kiosk.types("3").sees("What do you need?");
    types_key_by_key(&mut kiosk, TEXT);
    // A service, what is needed for it, and its first step.
    kiosk.types("1").sees("Show me step by step");
    types_key_by_key(&mut kiosk, TEXT);
    kiosk.types("1").sees("First");
    types_key_by_key(&mut kiosk, TEXT);
    kiosk.types("\r").sees("Step 1 of");
    types_key_by_key(&mut kiosk, TEXT);
    kiosk.types("\x1b[B");
    assert_eq!(places(&mut kiosk), 0);
}

#[test]
fn a_crash_leaves_nothing_of_what_came_in_one_go() {
    let mut kiosk = searching_for(LONG_TEXT, &[]);
    kiosk.sees("Bonjour").types("\r").sees("Nederlands").types("3").sees("What do you need?");
    kiosk.types("1").sees("Show me step by step").types(LONG_TEXT);
    // Behind what begins an answer of a terminal, within the marks of something pasted, and before another key.
    kiosk.types(&format!("\x1b]{LONG_TEXT}\x1b[200~{LONG_TEXT}\x1b[201~{LONG_TEXT}\x1b[21~"));
    kiosk.sees("Before you go: three questions");
    assert_eq!(places(&mut kiosk), 0);
}

#[test]
fn a_crash_leaves_nothing_of_what_looked_like_a_key_that_does_not_exist() {
    let mut kiosk = searching_for(DIGITS, &[]);
    kiosk.sees("Bonjour").types("\r").sees("Nederlands").types("3").sees("What do you need?");
    kiosk.types(&format!("\x1b[{DIGITS}~\x1b[21~")).sees("Do you want to finish?");
    assert_eq!(places(&mut kiosk), 0);
}

/// Looks for the text on the screen of the search, and opens something else from there.
fn searches(kiosk: &mut Kiosk, text: &str) {
    kiosk.sees("Bonjour").types("\r").sees("Nederlands").types("3").sees("What do you need?");
    kiosk.types(F3).sees("What are you looking for?");
    types_key_by_key(kiosk, text);
    kiosk.sees(text);
}

#[test]
fn a_search_stands_in_memory_while_it_is_looked_at() {
    let mut kiosk = searching_for(TEXT, &[]);
    searches(&mut kiosk, TEXT);
    assert!(places(&mut kiosk) > 0, "it is on the screen");
}

#[test]
fn nothing_of_a_search_is_in_memory_once_its_visit_is_over() {
    let mut kiosk = searching_for(TEXT, &[]);
    searches(&mut kiosk, TEXT);
    // To a page that it leads to, back, to another screen with the text drawn as a whole, and to the end.
    kiosk.types("\r\r").types("\x1b").sees(TEXT).types("\x1b[12~").sees("Nederlands").types("\x1b").sees(TEXT);
    kiosk.types("\x1b[21~\x1b[21~").sees("Do you want to finish?").types("1").sees("Nothing about you is kept");
    assert_eq!(places(&mut kiosk), 0);
}

#[test]
fn nothing_of_a_search_that_was_taken_back_is_in_memory_once_its_visit_is_over() {
    let mut kiosk = searching_for(TEXT, &[]);
    searches(&mut kiosk, TEXT);
    // The text is taken back, letter by letter: what stood in the field before is gone as well.
    for _ in TEXT.chars() {
        kiosk.types("\x7f");
    }
    kiosk.sees("Search: _").types("\x1b[21~").sees("Do you want to finish?").types("1");
    kiosk.sees("Nothing about you is kept");
    assert_eq!(places(&mut kiosk), 0);
}

#[test]
fn nothing_of_a_search_is_in_memory_once_its_resident_walked_away() {
    let mut kiosk = searching_for(TEXT, &[]);
    searches(&mut kiosk, TEXT);
    kiosk.types(CTRL_O).sees("Bonjour");
    assert_eq!(places(&mut kiosk), 0);
}

#[test]
fn a_kiosk_that_keeps_what_was_typed_is_found_out() {
    for text in [TEXT, LONG_TEXT] {
        let mut kiosk = searching_for(text, &[]);
        kiosk.sees("Bonjour").types("\r").sees("Nederlands").types(CTRL_K).types(text);
        assert!(places(&mut kiosk) > 0, "the keys stand in a list");
    }
}

#[test]
fn nobody_else_can_look_into_the_memory_of_the_kiosk_and_no_file_of_it_is_written() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("changed");
    let mut kiosk = as_another_user(folder.path(), &[]);
    kiosk.sees("Bonjour");

    let owner = |name: &str| fs::metadata(format!("/proc/{}/{name}", kiosk.pid)).expect("it runs").uid();
    assert_ne!(owner(""), 0, "the kiosk is not run by root");
    assert_eq!((owner("mem"), owner("environ")), (0, 0), "its user may not look into it");
    let limits = fs::read_to_string(format!("/proc/{}/limits", kiosk.pid)).expect("its limits");
    let core = limits.lines().find_map(|line| line.strip_prefix("Max core file size")).expect("a limit");
    assert_eq!(core.split_whitespace().collect::<Vec<_>>(), ["0", "0", "bytes"]);
}
