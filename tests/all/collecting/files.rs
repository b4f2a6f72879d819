//! `kiosk indicators collect` on sealed files: what is refused, why, and that the others go on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use inclusion_kiosk::indicators::month::MonthFile;
use inclusion_kiosk::shell::sealing::{self, Identity, KioskKey};
use tempfile::TempDir;

use super::{dump, file};
use crate::program::{PROGRAM, command};

/// A coordinator with two kiosks of a site and one of another one.
struct Desk {
    folder: TempDir,
    identity: Identity,
    keys: [KioskKey; 3],
}

/// Sites and numbers of the kiosks of the desk.
const KIOSKS: [(&str, u32); 3] = [("BIB21004A", 1), ("BIB21004A", 2), ("BIB21004B", 1)];

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let identity = Identity::make();
        identity.write_new(&folder.path().join("coordinator.key"), "2026-11-26T09:00:00Z").expect("written");
        let keys = [(); 3].map(|()| KioskKey::make().expect("a key"));
        let entry = |at: usize| {
            let key = keys[at].public().expect("a key");
            format!("[[site.kiosk]]\nnumber = {}\nkey = \"{key}\"\nfrom = \"2026-11\"\n", KIOSKS[at].1)
        };
        let site = |code| format!("[[site]]\ncode = \"{code}\"\nname = \"Sésame\"\ncommune = \"Bruxelles\"\n");
        let kiosks = [site("BIB21004A"), entry(0), entry(1), site("BIB21004B"), entry(2)].concat();
        fs::write(folder.path().join("kiosks.toml"), kiosks).expect("written");
        fs::create_dir(folder.path().join("stick")).expect("a folder");
        Desk { folder, identity, keys }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The bytes of a month, sealed with the key of a kiosk for the coordinator.
    fn sealed(&self, month: &MonthFile, key: usize) -> Vec<u8> {
        sealing::seal(&month.bytes(), &self.keys[key], &self.identity.recipient(), "test").expect("sealed")
    }

    /// Brings a file on the stick.
    fn brings(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path("stick").join(name), bytes).expect("written");
    }

    /// Brings the months of November and December of all three kiosks.
    fn brings_all(&self) -> Vec<PathBuf> {
        let mut paths = Vec::new();
        for month in ["2026-11", "2026-12"] {
            for (at, (site, number)) in KIOSKS.into_iter().enumerate() {
                let month = file(site, number, month, 30 + at as u32);
                let name = format!("{site}-{number}-{}.kmonth", month.month);
                self.brings(&name, &self.sealed(&month, at));
                paths.push(self.path("stick").join(name));
            }
        }
        paths
    }

    fn collects(&self, files: &[&Path], into: &str) -> Output {
        let mut command = command(PROGRAM);
        command.args(["indicators", "collect"]).args(files).current_dir(self.folder.path());
        command.args(["--kiosks", "kiosks.toml", "--identity", "coordinator.key", "--into", into]);
        command.output().expect("the program starts")
    }

    /// What collecting the stick answers, and how it ends.
    fn answer(&self) -> (String, Option<i32>) {
        let output = self.collects(&[&self.path("stick")], "collected.db");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        (String::from_utf8(output.stdout).expect("text"), output.status.code())
    }
}

#[test]
fn a_folder_of_months_is_collected_and_again_changes_nothing() {
    let desk = Desk::new();
    desk.brings_all();
    desk.brings("notes.txt", b"not a month");
    assert_eq!(desk.answer(), ("New: 6. Already there: 0. Late: 0. Refused: 0.\n".to_owned(), Some(0)));
    let before = dump(&desk.path("collected.db"));
    assert_eq!(desk.answer(), ("New: 0. Already there: 6. Late: 0. Refused: 0.\n".to_owned(), Some(0)));
    assert_eq!(dump(&desk.path("collected.db")), before);
}

#[test]
fn months_are_found_in_folders_of_folders_whatever_the_letters_of_their_ending() {
    let desk = Desk::new();
    let months: Vec<PathBuf> = desk.brings_all();
    let stick = desk.path("stick");
    let deepest = (1..=8).fold(stick.clone(), |folder, at| folder.join(at.to_string()));
    fs::create_dir_all(deepest.join("9")).expect("folders");
    fs::create_dir(stick.join(".Trash")).expect("a folder");
    let moves = |at: usize, to: PathBuf| fs::rename(&months[at], to).expect("moved");
    moves(0, stick.join("1/A.KMONTH"));
    moves(1, deepest.join("b.kMonth"));
    moves(2, deepest.join("9/too-deep.kmonth"));
    moves(3, stick.join(".Trash/deleted.kmonth"));
    moves(4, stick.join("._copy.kmonth"));
    // A folder that leads to itself.
    std::os::unix::fs::symlink(&stick, stick.join("again")).expect("a link");
    assert_eq!(desk.answer(), ("New: 3. Already there: 0. Late: 0. Refused: 0.\n".to_owned(), Some(0)));
}

#[test]
fn a_slip_in_a_public_key_is_told_with_the_line_in_which_the_key_stands() {
    let desk = Desk::new();
    desk.brings_all();
    let list = desk.path("kiosks.toml");
    let good = fs::read_to_string(&list).expect("a file");
    let (before, rest) = good.split_once("key = \"").expect("a key");
    for at in [5, 30, 50] {
        let other = if rest.as_bytes()[at] == b'A' { "B" } else { "A" };
        fs::write(&list, format!("{before}key = \"{}{other}{}", &rest[..at], &rest[at + 1..])).expect("written");
        let (answer, code) = desk.answer();
        let refused: Vec<&str> = answer.lines().filter(|line| line.contains("refused")).collect();
        assert_eq!((refused.len(), code), (2, Some(1)), "{answer}");
        let told =
            "its key in 'kiosks.toml', line 7, may have a slip: compare it with the line that `kiosk indicators enrol`";
        assert!(refused.iter().all(|line| line.contains(told)), "{answer}");
    }
}

#[test]
fn the_order_of_the_files_changes_neither_database_nor_answer() {
    let desk = Desk::new();
    let mut paths = desk.brings_all();
    desk.brings("bad.kmonth", b"age-encryption.org/v1\n");
    // Another November of the first kiosk: which of the two is the first does not depend on the order of the words.
    desk.brings("another.kmonth", &desk.sealed(&file("BIB21004A", 1, "2026-11", 99), 0));
    paths.extend(["bad.kmonth", "another.kmonth"].map(|name| desk.path("stick").join(name)));
    let collect = |paths: &[PathBuf], into: &str| {
        let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
        let output = desk.collects(&paths, into);
        assert_eq!(output.status.code(), Some(1));
        (output.stdout, dump(&desk.path(into)))
    };
    let first = collect(&paths, "1.db");
    paths.reverse();
    assert_eq!(collect(&paths, "2.db"), first);
    paths.rotate_left(3);
    paths.extend_from_within(..4);
    assert_eq!(collect(&paths, "3.db"), first);
}

#[test]
fn each_file_that_is_not_fine_is_refused_with_its_reason_and_the_others_go_on() {
    let desk = Desk::new();
    desk.brings_all();
    let november = |site: &str, kiosk| file(site, kiosk, "2026-11", 12);
    let mut flipped = desk.sealed(&november("BIB21004A", 1), 0);
    let last = flipped.len() - 1;
    flipped[last] ^= 1;
    let mut cut = desk.sealed(&november("BIB21004A", 1), 0);
    // How long the beginning of a file of age is differs each time.
    cut.truncate(cut.len() - 40);
    let other_coordinator =
        sealing::seal(&november("BIB21004A", 1).bytes(), &desk.keys[0], &Identity::make().recipient(), "test");
    let unsigned = sealing::seal(b"", &desk.keys[0], &desk.identity.recipient(), "test").expect("sealed");
    let mut simulated = november("BIB21004A", 1);
    simulated.simulated = true;
    let january = file("BIB21004A", 1, "2026-01", 12);
    for (name, bytes, reason) in [
        ("01-text.kmonth", b"{}".to_vec(), "it is not a sealed file, or damaged at its beginning"),
        ("02-empty.kmonth", Vec::new(), "it is not a sealed file, or damaged at its beginning"),
        ("03-flipped.kmonth", flipped, "it was changed or cut short after it was sealed"),
        ("04-cut.kmonth", cut, "it was changed or cut short after it was sealed"),
        ("05-other.kmonth", other_coordinator.expect("sealed"), "it is sealed for another coordinator"),
        ("06-nothing.kmonth", unsigned, "it is not a month file"),
        ("07-site.kmonth", desk.sealed(&november("BIB21004C", 1), 0), "there is no kiosk 1 of BIB21004C"),
        ("08-number.kmonth", desk.sealed(&november("BIB21004B", 2), 2), "there is no kiosk 2 of BIB21004B"),
        (
            "09-neighbour.kmonth",
            desk.sealed(&november("BIB21004A", 2), 0),
            "it is not signed with the key of this kiosk",
        ),
        (
            "10-changed.kmonth",
            desk.sealed(&november("BIB21004B", 1), 2),
            "has sent other figures for this month before",
        ),
        ("11-simulated.kmonth", desk.sealed(&simulated, 0), "it is simulated, and the others are real"),
        ("12-early.kmonth", desk.sealed(&january, 0), "does not expect 2026-01 of kiosk 1 of BIB21004A"),
    ] {
        // Beside those that are fine, and before them in the order of names.
        let stick = desk.path("stick");
        fs::write(stick.join(name), bytes).expect("written");
        if name.starts_with("10") {
            desk.brings("00-first.kmonth", &fs::read(stick.join("BIB21004B-1-2026-11.kmonth")).expect("a file"));
        }
        let (answer, code) = desk.answer();
        let line = answer.lines().find(|line| line.contains(name)).unwrap_or_default();
        assert!(line.contains(&format!("{name}: refused: ")) && line.contains(reason), "{answer}");
        assert!(answer.ends_with("Refused: 1.\n"), "{answer}");
        assert_eq!(code, Some(1));
        fs::remove_file(stick.join(name)).expect("removed");
    }
    assert!(desk.answer().0.contains("Already there: 7."), "all that is fine is there");
}

#[test]
fn wrong_words_and_a_wrong_list_are_told_before_anything_is_made() {
    let desk = Desk::new();
    let refuses = |sentence: &str| {
        let output = desk.collects(&[&desk.path("stick")], "collected.db");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(sentence), "{said}");
        assert!(!desk.path("collected.db").exists());
    };
    let good = fs::read_to_string(desk.path("kiosks.toml")).expect("a file");
    fs::write(desk.path("kiosks.toml"), good.replacen("commune", "comune", 1)).expect("written");
    refuses("kiosks.toml:4:1: kiosks: `comune` means nothing in [[site]]: write `commune`, or delete it");
    fs::write(desk.path("kiosks.toml"), good).expect("written");
    desk.brings("notes.txt", b"not a month");
    refuses("there is no month file (its name ends in .kmonth) in '");
    fs::remove_file(desk.path("stick/notes.txt")).expect("removed");
    fs::remove_dir(desk.path("stick")).expect("removed");
    refuses("cannot read");
    fs::write(desk.path("coordinator.key"), "no key").expect("written");
    refuses("is not an identity of age: make one with `kiosk indicators keygen`");
}

#[test]
fn a_new_identity_is_told_and_never_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let keygen = || {
        let mut command = command(PROGRAM);
        command.args(["indicators", "keygen"]).current_dir(folder.path()).output().expect("the program starts")
    };
    let output = keygen();
    let identity = Identity::read(&folder.path().join("coordinator.key")).expect("an identity");
    let told = String::from_utf8(output.stdout).expect("text");
    assert_eq!(told.lines().nth(1), Some(&*identity.recipient()), "{told}");
    let output = keygen();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("a key is never written over"));
}
