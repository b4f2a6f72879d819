//! A pack is put in place all or nothing, whatever stops it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use inclusion_kiosk::content::pack::{self, Label};
use inclusion_kiosk::content::parse;
use inclusion_kiosk::content::source::ContentFiles;
use inclusion_kiosk::shell::{self, Packs};

/// What reads a file.
const READS: [&str; 4] = ["read", "pread64", "copy_file_range", "statx"];
/// What makes or changes a file or a folder.
const WRITES: [&str; 7] = ["openat", "write", "copy_file_range", "fsync", "rename", "unlink", "mkdir"];
/// The loader of the system could not read the program: no fault of ours.
const NOT_LOADED: i32 = 127;

/// Two signed packs, and a kiosk on which the first one is in place.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Desk {
        let desk = Desk { folder: tempfile::tempdir().expect("a folder") };
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good-content");
        let library = parse::compile(&ContentFiles::read(&content).expect("the good content")).0;
        fs::create_dir(desk.path("keys")).expect("a folder");
        shell::keygen(&desk.path("keys/library"), false).expect("a key");
        for version in [1, 2] {
            let path = desk.path(&format!("{version}.kpack"));
            pack::build(&library, &Label { name: "test".to_owned(), version }, &path).expect("built");
            shell::sign(&path, &desk.path("keys/library.key"), "test").expect("signed");
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A fresh kiosk with the first pack.
    fn fresh(&self) {
        let _ = fs::remove_dir_all(self.path("state"));
        assert!(self.install(1, &[]).status.success());
    }

    fn packs(&self) -> Packs {
        Packs::between(&self.path("state"), &self.path("nowhere"))
    }

    /// Which version residents see; it can always be opened.
    fn seen(&self) -> u64 {
        let (chosen, faults) = self.packs().choose();
        let chosen = chosen.unwrap_or_else(|| panic!("neither the old nor the new: {faults:?}"));
        assert_eq!(faults, Vec::<String>::new());
        assert!(chosen.pack.into_library().services().count() > 0);
        pack::Pack::verify(&chosen.path).expect("whole").about().version
    }

    /// Installs a pack with the program, watched by strace where words for it are given.
    fn install(&self, version: u64, strace: &[&str]) -> Output {
        let program = env!("CARGO_BIN_EXE_kiosk");
        let mut command = match strace {
            [] => Command::new(program),
            words => {
                let mut command = Command::new("strace");
                command.args(["-f", "-qq"]).args(words).arg(program);
                command
            }
        };
        command.args(["pack", "install"]).arg(self.path(&format!("{version}.kpack")));
        command.arg("--keys").arg(self.path("keys")).arg("--state").arg(self.path("state"));
        command.stdin(Stdio::null()).output().expect("it starts")
    }
}

/// Does something to the n-th call of each kind, n = 1, 2, 3, up to the last one of a clean run.
fn at_every_call(calls: &[&str], fault: &str, check: impl Fn(&Desk, &str, &Output)) {
    let desk = Desk::new();
    for call in calls {
        let trace = format!("trace={call}");
        desk.fresh();
        let log = desk.path("strace.log");
        let clean = desk.install(2, &["-e", &trace, "-o", log.to_str().expect("a name")]);
        assert!(clean.status.success(), "{}", String::from_utf8_lossy(&clean.stderr));
        let number = fs::read_to_string(&log).expect("its log").lines().count();
        for at in 1..=number {
            desk.fresh();
            let inject = format!("inject={call}:{fault}:when={at}");
            let output = desk.install(2, &["-e", &trace, "-e", &inject, "-o", "/dev/null"]);
            check(&desk, &format!("{call} {at}"), &output);
        }
        println!("{fault} at each of {number} calls of {call}");
    }
}

#[test]
#[ignore = "needs strace: see the head of tests/durability.rs"]
fn a_kill_at_the_nth_call_leaves_the_old_pack_or_the_new_one() {
    at_every_call(&WRITES, "signal=SIGKILL", |desk, call, _| {
        let seen = desk.seen();
        assert!(seen == 1 || seen == 2, "{call}: {seen}");
        // And it can be done again, without help.
        let again = desk.install(2, &[]);
        assert!(again.status.success(), "{call}: {}", String::from_utf8_lossy(&again.stderr));
        assert_eq!(desk.seen(), 2, "{call}");
    });
}

fn one_sentence(call: &str, output: &Output) {
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() && output.status.code() != Some(NOT_LOADED) {
        assert!(matches!(output.status.code(), Some(1..=3)), "{call}: {:?} {said}", output.status);
        assert!(said.starts_with("kiosk: ") && said.matches('\n').count() == 1, "{call}: {said}");
    }
}

#[test]
#[ignore = "needs strace: see the head of tests/durability.rs"]
fn a_full_disk_changes_nothing_and_is_told() {
    at_every_call(&WRITES, "error=ENOSPC", |desk, call, output| {
        one_sentence(call, output);
        let seen = desk.seen();
        assert!(seen == 1 || seen == 2, "{call}: {seen}");
        assert!(!output.status.success() || seen == 2, "{call}: it said that all is well");
    });
}

#[test]
#[ignore = "needs strace: see the head of tests/durability.rs"]
fn a_stick_pulled_midway_changes_nothing_and_is_told() {
    at_every_call(&READS, "error=EIO", |desk, call, output| {
        one_sentence(call, output);
        let seen = desk.seen();
        assert!(seen == 1 || seen == 2, "{call}: {seen}");
        assert!(!output.status.success() || seen == 2, "{call}: it said that all is well");
    });
}
