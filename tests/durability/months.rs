//! A month is closed and an old one erased all or nothing, whatever stops it: the next start brings it to its end.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use inclusion_kiosk::base::{Date, Today};
use inclusion_kiosk::indicators::month::MonthFile;
use inclusion_kiosk::shell::sealing::{self, Identity, KioskKey};
use inclusion_kiosk::usage::cell::{Cell, Table};
use inclusion_kiosk::usage::counters::{Moment, Month};
use inclusion_kiosk::usage::store::{self, Store};

use super::{at_every_write, program, strace};

/// What makes or changes a file or a folder.
const WRITES: [&str; 12] = [
    "openat",
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "ftruncate",
    "unlink",
    "utimensat",
    "fcntl",
    "rename",
    "mkdir",
    "chmod",
];
const PLANTED: &str = "planted-name";

/// A state folder with a month that is over, and one that is old; and what the month says.
fn counted(folder: &Path) -> Vec<u8> {
    let mut store = Store::open(folder).expect("opened");
    let at = |year, month| Moment::of(Today::Sure(Date::constant(year, month, 20)), 15);
    let planted = (0..400).map(|at| Cell { table: Table::Guide, name: format!("{PLANTED}-{at}").into() });
    let old: Vec<Cell> = planted.chain([Cell::VISITS]).collect();
    for (moment, cells) in [(at(2024, 9), &old[..]), (at(2026, 10), &[Cell::VISITS]), (at(2026, 11), &[Cell::VISITS])] {
        store.record(moment, cells, &|_| {}).expect("counted");
        store.settle(moment.month()).expect("settled");
    }
    KioskKey::of(folder).expect("a key");
    let month = Month::Of { year: 2026, month: 10 };
    MonthFile::of("BIB21004A", 1, month, false, &store.month(month).expect("read")).expect("counted").bytes()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn copy(from: &Path, to: &Path) {
    for path in files(from) {
        fs::copy(&path, to.join(path.file_name().expect("a name"))).expect("copied");
    }
}

#[test]
#[ignore = "needs strace: see the head of tests/durability.rs"]
fn a_kill_at_the_nth_write_leaves_a_month_that_is_closed_and_erased_the_next_time() {
    let identity = Identity::make();
    let begun = tempfile::tempdir().expect("a folder");
    let plaintext = counted(begun.path());
    at_every_write(&WRITES, |killing, moment| {
        let folder = tempfile::tempdir().expect("a folder");
        copy(begun.path(), folder.path());
        let is_closed = |mut strace: Command| {
            strace.arg(program("close_months")).arg(folder.path()).arg(identity.recipient());
            strace.status().expect("strace is installed").success()
        };
        let is_clean = is_closed(killing);
        let sealed = folder.path().join("months/BIB21004A-1-2026-10.kmonth");
        let first = fs::read(&sealed).ok();
        assert!(is_closed(strace(None)), "{moment}: it goes on");
        let bytes = fs::read(&sealed).expect("the month is there");
        assert!(first.is_none_or(|first| first == bytes), "{moment}: a file that was there stays");
        let opened = sealing::open(&bytes, &identity).expect("it is whole");
        assert!(opened.plaintext == plaintext, "{moment}: the same counters");
        assert_eq!(store::read(folder.path()).expect("readable").expect("counts").closed, ["2026-10"]);
        for path in files(folder.path()) {
            let bytes = fs::read(&path).expect("a file");
            let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(!holds(PLANTED), "{moment}: {} holds what is erased", path.display());
            assert!(!path.display().to_string().ends_with(".new"), "{moment}: nothing half done is left");
        }
        is_clean
    });
}
