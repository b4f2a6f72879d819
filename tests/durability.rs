//! Neither a kill at any moment nor another program on the same file loses a stored count. The first needs `strace`:
//! `.ci/run` installs it and runs those tests with `cargo test --test durability -- --ignored`.

#[path = "durability/keys.rs"]
mod keys;
#[path = "durability/months.rs"]
mod months;
#[path = "durability/packs.rs"]
mod packs;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use inclusion_kiosk::usage::store::{self, Store};

/// What changes a file, a folder or the disk.
const WRITES: [&str; 9] =
    ["openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "utimensat", "fcntl"];
/// Stores visits.
const STORE: &str = "store_visits";
/// Enough for a new file, a month, and visits that follow each other.
const VISITS: usize = 3;

fn program(name: &str) -> PathBuf {
    let tests = std::env::current_exe().expect("a path");
    let program = tests.ancestors().nth(2).expect("the folder of the build").join("examples").join(name);
    assert!(program.exists(), "{} is not built: run `cargo build --examples`", program.display());
    program
}

fn strace(words: &[&str], folder: &Path, visits: usize) -> Command {
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq"])
        .args(words)
        .arg(program(STORE))
        .arg(folder)
        .arg(visits.to_string())
        .stderr(Stdio::null());
    command
}

/// The same number in every counter, or nothing at all: how many visits are in the file.
fn stored(folder: &Path) -> usize {
    let store = Store::open(folder).expect("it opens without help");
    assert_eq!(store.set_aside(), None, "no repair is needed");
    drop(store);
    let counts = store::read(folder).expect("readable").expect("a file");
    let numbers: Vec<u32> = counts.counts.iter().map(|row| row.n).collect();
    assert!(numbers.windows(2).all(|pair| pair[0] == pair[1]), "a visit is counted whole or not at all: {numbers:?}");
    let of_day = counts.days.first().map_or(0, |total| total.visits);
    let visits = numbers.first().copied().unwrap_or_default();
    assert_eq!(of_day, visits, "the day says the same");
    visits as usize
}

#[test]
fn two_programs_on_one_folder_lose_no_visit() {
    let folder = tempfile::tempdir().expect("a folder");
    // The file is there before they begin, as on a kiosk that has run before.
    drop(Store::open(folder.path()).expect("opened"));
    let start =
        || Command::new(program(STORE)).arg(folder.path()).arg("20").stdout(Stdio::null()).spawn().expect("started");
    for mut program in [start(), start()] {
        assert!(program.wait().expect("it ends").success());
    }
    assert_eq!(stored(folder.path()), 40);
}

#[test]
fn whoever_looks_at_the_file_takes_no_visit_away() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(Store::open(folder.path()).expect("opened"));
    let mut program =
        Command::new(program(STORE)).arg(folder.path()).arg("40").stdout(Stdio::null()).spawn().expect("started");
    while program.try_wait().expect("it runs").is_none() {
        // As `sqlite3` or a backup does: opened, read, closed.
        let looks = rusqlite::Connection::open(folder.path().join("usage.db")).expect("opened");
        let _: i64 = looks.query_row("SELECT count(*) FROM count", [], |row| row.get(0)).expect("read");
    }
    assert!(program.wait().expect("it ended").success());
    assert_eq!(stored(folder.path()), 40);
}

#[test]
#[ignore = "needs strace: see the head of this file"]
fn a_kill_at_the_nth_write_loses_no_stored_count() {
    for call in WRITES {
        let mut at = 0;
        loop {
            at += 1;
            assert!(at < 1000, "a run is clean in the end");
            let folder = tempfile::tempdir().expect("a folder");
            let kill = format!("inject={call}:signal=SIGKILL:when={at}");
            let trace = format!("trace={call}");
            let words = ["-o", "/dev/null", "-e", trace.as_str(), "-e", kill.as_str()];
            let output = strace(&words, folder.path(), VISITS).output().expect("strace is installed");
            let told = String::from_utf8_lossy(&output.stdout).lines().count();
            let found = stored(folder.path());
            // What was told is stored; the visit under way may be.
            assert!(found == told || found == told + 1, "{call} {at}: told {told}, stored {found}");
            if output.status.success() {
                assert_eq!(told, VISITS, "a run that nobody killed stores everything");
                break;
            }
        }
        println!("killed at each of {} calls of {call}", at - 1);
    }
}

#[test]
#[ignore = "needs strace: see the head of this file"]
fn every_visit_is_forced_to_the_disk() {
    let syncs = |visits: usize| {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("strace.log");
        let words = ["-o", log.to_str().expect("a name"), "-e", "trace=fsync,fdatasync"];
        let state = folder.path().join("state");
        assert!(strace(&words, &state, visits).stdout(Stdio::null()).status().expect("strace").success());
        std::fs::read_to_string(&log).expect("its log").lines().filter(|line| line.contains("sync(")).count()
    };
    let a_visit = (syncs(11) - syncs(1)) as f64 / 10.0;
    println!("{a_visit} syncs a visit");
    // The log at the commit; the log, the file and the log when it is moved there; and the same for what is written over the
    // index of the log.
    assert!((4.0..=8.0).contains(&a_visit), "{a_visit}");
}
