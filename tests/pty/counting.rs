//! Visits by hand, and what is on the disk after them.

use std::cell::{Cell, RefCell};
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;

use inclusion_kiosk::usage::store;

use super::{Kiosk, PATIENCE, as_another_user, faulty_program, log_file, places, program, searching_for, size, until};

const F1: &str = "\x1bOP";
const F2: &str = "\x1bOQ";
const F3: &str = "\x1bOR";
const F4: &str = "\x1bOS";
const F6: &str = "\x1b[17~";
const F7: &str = "\x1b[18~";
const F8: &str = "\x1b[19~";
const F10: &str = "\x1b[21~";
/// Typed on every screen: letters and a zero, which choose nothing.
const TEXT: &str = "k0vaz0wqj0xub0fy";

/// From the home screen to every kind of screen there is.
const WAYS: [&[&str]; 18] = [
    &[],
    &["5"],
    &["7"],
    &["1", "1"],
    &["1", "1", "1"],
    &["1", "1", "1", "1"],
    &["1", "2"],
    &["1", "2", "2"],
    &["1", "3"],
    &["1", "3", "1"],
    &["1", F6],
    &[F7],
    &[F1],
    &[F2],
    &[F3],
    &[F3, "\r"],
    &[F4],
    &["5", "1", F8, "1"],
];

/// Counts of a state folder that nobody uses any more.
fn visits(folder: &Path) -> Option<u32> {
    let counts = store::read(folder).expect("readable")?;
    counts.counts.iter().find(|row| row.table == "sess" && row.cell == "all").map(|row| row.n)
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()))
}

/// Begins a visit in English.
fn enter(kiosk: &mut Kiosk) -> &mut Kiosk {
    kiosk.sees("Bonjour").types("\r").sees("Nederlands").types("3").sees("What do you need?")
}

/// To the last screen: F10 passes the questions too, and does nothing on the last screen.
fn to_last_screen(kiosk: &mut Kiosk) -> &mut Kiosk {
    kiosk.types(F10).types(F10).sees("Do you want to finish?")
}

fn leave(kiosk: &mut Kiosk) {
    to_last_screen(kiosk).types("1").sees("Nothing about you is kept").types("\r");
    kiosk.sees("Bonjour");
}

fn end(kiosk: &mut Kiosk) {
    kiosk.signal("TERM");
    assert_eq!(kiosk.ends(), 0);
}

#[test]
fn a_thousand_visits_leave_no_word_that_was_typed() {
    let (log, log_name) = log_file();
    let mut kiosk = searching_for(TEXT, &["--log", &log_name]);
    kiosk.sees("Bonjour");
    for way in WAYS.iter().cycle().take(1000) {
        // Any key begins, so the rest of the text stands on the choice of a language.
        let keys: Vec<&str> = [TEXT, "3", TEXT].into_iter().chain(way.iter().flat_map(|key| [*key, TEXT])).collect();
        to_last_screen(kiosk.types(&keys.concat()));
        kiosk.types(TEXT).types("1").sees("Nothing about you is kept").types(TEXT).sees("Bonjour");
    }
    kiosk.types("\r").sees("Nederlands").types(TEXT);
    assert_eq!(places(&mut kiosk), 0, "in memory, at a crash");
    let state = kiosk.state.path().to_owned();
    assert_eq!(visits(&state.join("inclusion-kiosk")), Some(200), "a day has a limit");
    let found = files(&state);
    assert!(!found.is_empty());
    for file in found.iter().map(PathBuf::as_path).chain([log.path()]) {
        assert!(!contains(&fs::read(file).expect("readable"), TEXT), "{} holds what was typed", file.display());
    }
    let log = fs::read_to_string(log.path()).expect("the log");
    // It starts, and it crashes; nothing tells of a visit.
    assert_eq!(log.lines().count(), 2, "{log}");
}

/// The name, the bytes and the time of change of each file below a folder.
fn portrait(folder: &Path) -> Vec<(PathBuf, Vec<u8>, i64)> {
    let about = |path: PathBuf| {
        let time = fs::metadata(&path).expect("about it").mtime();
        (path.strip_prefix(folder).expect("below it").to_owned(), fs::read(&path).expect("readable"), time)
    };
    let mut all: Vec<_> = files(folder).into_iter().map(about).collect();
    all.sort();
    all
}

/// The same, once the recorder has nothing more to write: nothing has changed for a while.
fn portrait_at_rest(folder: &Path) -> Vec<(PathBuf, Vec<u8>, i64)> {
    let (last, unchanged) = (RefCell::new(portrait(folder)), Cell::new(0));
    until("the files are at rest", || {
        let now = portrait(folder);
        let is_same = *last.borrow() == now;
        unchanged.set(if is_same { unchanged.get() + 1 } else { 0 });
        last.replace(now);
        unchanged.get() == 20
    });
    last.into_inner()
}

/// Ends a visit with "do not count my visit".
fn refuse(kiosk: &mut Kiosk) {
    to_last_screen(kiosk.types("5").sees("step by step")).sees("What is counted");
    // The choice has the number that stands before it.
    kiosk.sees("do not count my visit");
    let text = kiosk.text();
    let line = text.lines().find(|line| line.contains("do not count my visit")).expect("it is there");
    let number: String = line.chars().filter(char::is_ascii_digit).collect();
    kiosk.types(&number).sees("was not counted").types("\r").sees("Bonjour");
}

/// 6.4 no. 3. A start and an end are counted, so kiosks are compared that differ in the refused visit alone.
#[test]
fn a_refusal_leaves_the_files_as_they_were() {
    let after = |refusals: usize| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut kiosk = Kiosk::start(&["--state", folder.path().to_str().expect("a name")]);
        leave(enter(&mut kiosk));
        until("the visit is counted", || visits(folder.path()) == Some(1));
        let counted = portrait_at_rest(folder.path());
        for _ in 0..refusals {
            refuse(enter(&mut kiosk));
        }
        assert!(portrait(folder.path()) == counted, "a refusal changes no byte and no time while the kiosk runs");
        end(&mut kiosk);
        assert_eq!(visits(folder.path()), Some(1));
        portrait(folder.path())
    };
    assert!(after(0) == after(2), "nor when it has ended");
}

#[test]
fn two_kiosks_on_one_folder_serve_and_count_and_the_log_says_it_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = folder.path().to_str().expect("a name");
    // Whichever opens the folder second says it; both write into one log here.
    let (log, log_name) = log_file();
    let mut one = Kiosk::start(&["--state", state, "--log", &log_name]);
    leave(enter(&mut one));
    until("the first visit is counted", || visits(folder.path()) == Some(1));
    let mut two = Kiosk::start(&["--state", state, "--log", &log_name]);
    for _ in 0..2 {
        leave(enter(&mut one));
        leave(enter(&mut two));
    }
    // While both are there, so that both have opened the folder.
    until("all visits are counted", || visits(folder.path()) == Some(5));
    end(&mut two);
    end(&mut one);
    let log = fs::read_to_string(log.path()).expect("the log");
    assert_eq!(log.lines().filter(|line| line.contains("another kiosk counts in")).count(), 1, "{log}");
}

#[test]
fn a_damaged_file_of_counts_keeps_nobody_out() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("usage.db"), "not counts at all").expect("written");
    let (log, log_name) = log_file();
    let mut kiosk = Kiosk::start(&["--state", folder.path().to_str().expect("a name"), "--log", &log_name]);
    leave(enter(&mut kiosk));
    end(&mut kiosk);
    assert_eq!(visits(folder.path()), Some(1));
    let aside = folder.path().join("usage.db.damaged-1");
    assert_eq!(fs::read_to_string(&aside).expect("it is kept"), "not counts at all");
    let log = fs::read_to_string(log.path()).expect("the log");
    assert_eq!(log.lines().filter(|line| line.contains(aside.to_str().expect("a name"))).count(), 1, "{log}");
}

#[test]
fn without_rights_on_its_folder_the_kiosk_serves_and_says_it_once() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("changed");
    let state = folder.path().join("state");
    fs::create_dir(&state).expect("made");
    fs::set_permissions(&state, fs::Permissions::from_mode(0o500)).expect("closed");
    let log = folder.path().join("log");
    fs::write(&log, "").expect("made");
    fs::set_permissions(&log, fs::Permissions::from_mode(0o666)).expect("open to all");
    let words = ["--state", state.to_str().expect("a name"), "--log", log.to_str().expect("a name")];
    let mut kiosk = as_another_user(folder.path(), &words);
    for _ in 0..3 {
        leave(enter(&mut kiosk));
    }
    end(&mut kiosk);
    let log = fs::read_to_string(&log).expect("the log");
    assert_eq!(log.lines().filter(|line| line.contains("for counts")).count(), 1, "{log}");
    assert_eq!(files(&state), [] as [PathBuf; 0]);
}

#[test]
fn the_administrator_sees_what_was_counted() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = folder.path().to_str().expect("a name");
    let show = |words: &[&str]| {
        let command = Command::new(program()).args(["indicators", "show", "--state", state]).args(words).output();
        let output = command.expect("the program starts");
        (output.status.code(), String::from_utf8(output.stdout).expect("text"))
    };
    assert_eq!(show(&[]), (Some(0), format!("Nothing was counted in '{state}' yet.\n")));
    let mut kiosk = Kiosk::start(&["--state", state]);
    leave(enter(&mut kiosk).types("5").sees("step by step"));
    leave(enter(&mut kiosk).types("5").sees("step by step").types("1").sees("First").types("1").sees("Step 1 of"));
    end(&mut kiosk);
    let (code, text) = show(&[]);
    assert_eq!(code, Some(0));
    let count = |text: &str, cell: &str| {
        let line = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
        line.filter_map(|words| if words.get(1) == Some(&cell) { words.get(2)?.parse().ok() } else { None }).next()
    };
    let counted =
        ["all", "engaged", "en", "itsme:start", "itsme:quit@choose-route", "nothing"].map(|cell| count(&text, cell));
    assert_eq!(counted, [Some(2), Some(2), Some(2), Some(1), Some(1), None], "{text}");
    let month = text.split_whitespace().nth(1).expect("a month").trim_end_matches(':').to_owned();
    assert_eq!(show(&["--month", &month]).1, text);
    assert_eq!(show(&["--month", "2001-01"]).1, "Nothing was counted in this month.\n");
    let json: serde_json::Value = serde_json::from_str(&show(&["--format", "json"]).1).expect("JSON");
    let rows = json["counts"].as_array().expect("a list");
    let all = rows.iter().find(|row| row["table"] == "sess" && row["cell"] == "all").expect("all visits");
    assert_eq!((&all["table"], &all["n"], &all["month"]), (&"sess".into(), &2.into(), &month.into()));
    assert_eq!(json["days"][0]["visits"], 2);
}

/// How often counters of the kiosk itself went up.
fn of_kiosk(folder: &Path, cells: &[&str]) -> Vec<u32> {
    let counts = store::read(folder).expect("readable").unwrap_or_default();
    let of =
        |cell: &&str| counts.counts.iter().filter(|row| row.table == "up" && row.cell == **cell).map(|row| row.n).sum();
    cells.iter().map(of).collect()
}

/// Nobody gives its terminal back.
fn kill(mut kiosk: Kiosk) {
    kiosk.signal("KILL");
    kiosk.ended.recv_timeout(PATIENCE).expect("it ends");
}

#[test]
fn each_start_is_counted_with_its_cause() {
    let (folder, boot) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let state = folder.path().to_str().expect("a name");
    let start = || {
        let words = ["--state", state];
        let mut kiosk = Kiosk::start_changed(&faulty_program(), &words, size(80, 25), |command| {
            command.env("XDG_RUNTIME_DIR", boot.path());
        });
        kiosk.sees("Bonjour");
        kiosk
    };
    let told = || of_kiosk(folder.path(), &["start", "after-kill", "after-power-cut", "after-bug"]);
    let is_told = |wanted: [u32; 4]| {
        until("the start is counted", || folder.path().join("usage.db").exists() && told() == wanted)
    };
    let mut kiosk = start();
    is_told([1, 0, 0, 0]);
    end(&mut kiosk);
    let kiosk = start();
    is_told([2, 0, 0, 0]);
    kill(kiosk);
    let mut kiosk = start();
    is_told([3, 1, 0, 0]);
    kiosk.types("\x10");
    assert_eq!(kiosk.ends(), 3, "a bug");
    let kiosk = start();
    is_told([4, 1, 0, 1]);
    kill(kiosk);
    // A start of the machine empties this folder.
    fs::remove_dir_all(boot.path().join("inclusion-kiosk")).expect("the mark was there");
    let mut kiosk = start();
    is_told([5, 1, 1, 1]);
    end(&mut kiosk);
}
