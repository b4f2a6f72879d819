//! A month is closed and an old one erased all or nothing, whatever stops it: the next start brings it to its end.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use inclusion_kiosk::base::{Date, Today};
use inclusion_kiosk::indicators::month::MonthFile;
use inclusion_kiosk::shell::sealing::{self, Identity, KioskKey};
use inclusion_kiosk::usage::cell::{Cell, Table};
use inclusion_kiosk::usage::counters::{Moment, Month};
use inclusion_kiosk::usage::store::{self, Store};

use super::program;

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
    for call in WRITES {
        let mut at = 0;
        loop {
            at += 1;
            assert!(at < 1000, "a run is clean in the end");
            let folder = tempfile::tempdir().expect("a folder");
            copy(begun.path(), folder.path());
            let close = |strace: &[String]| {
                let mut command = Command::new("strace");
                command.args(["-f", "-qq", "-o", "/dev/null"]).args(strace).arg(program("close_months"));
                command.arg(folder.path()).arg(identity.recipient()).stderr(Stdio::null());
                command.status().expect("strace is installed")
            };
            let kill = [
                "-e".to_owned(),
                format!("trace={call}"),
                "-e".to_owned(),
                format!("inject={call}:signal=SIGKILL:when={at}"),
            ];
            let is_clean = close(&kill).success();
            let sealed = folder.path().join("months/BIB21004A-1-2026-10.kmonth");
            let first = fs::read(&sealed).ok();
            assert!(close(&["-e".to_owned(), "trace=none".to_owned()]).success(), "{call} {at}: it goes on");
            let bytes = fs::read(&sealed).expect("the month is there");
            assert!(first.is_none_or(|first| first == bytes), "{call} {at}: a file that was there stays");
            let opened = sealing::open(&bytes, &identity).expect("it is whole");
            assert!(opened.plaintext == plaintext, "{call} {at}: the same counters");
            assert_eq!(store::read(folder.path()).expect("readable").expect("counts").closed, ["2026-10"]);
            for path in files(folder.path()) {
                let bytes = fs::read(&path).expect("a file");
                let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
                assert!(!holds(PLANTED), "{call} {at}: {} holds what is erased", path.display());
                assert!(!path.display().to_string().ends_with(".new"), "{call} {at}: nothing half done is left");
            }
            if is_clean {
                break;
            }
        }
        println!("killed at each of {} calls of {call}", at - 1);
    }
}
