//! Packs and sticks that are not what they should be: each is refused with one sentence, and nothing changes.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use inclusion_kiosk::content::Library;
use inclusion_kiosk::content::model::{Localized, Paragraph, Term};
use inclusion_kiosk::content::pack::{About, Pack, PackError};
use inclusion_kiosk::shell::{self, InstallError, Packs, SigningError};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::harness::{good_files, lang};
use crate::packs::{build, many_files};
use crate::program::{PROGRAM, command};

pub const MAGIC: &[u8] = b"\nkiosk-pack-end\n";
const TRAILER: usize = 48;
/// The addresses of the records that the tests change.
pub const ABOUT: i64 = 0;
const FIRST_TERM: i64 = 5 << 56;
const FIRST_SERVICE: i64 = 8 << 56;

/// A desk with a key, and a kiosk that trusts it.
pub struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    pub fn new() -> Place {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place { folder };
        fs::create_dir(place.path("keys")).expect("a folder");
        shell::keygen(&place.path("keys/library"), false).expect("a key");
        place
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn packs(&self) -> Packs {
        Packs::between(&self.path("state"), &self.path("installed"))
    }

    /// A pack of this version with its signature.
    pub fn signed(&self, version: u64) -> PathBuf {
        let path = self.path(&format!("{version}.kpack"));
        build(&good_files(), version, &path);
        self.sign(&path);
        path
    }

    pub fn sign(&self, pack: &Path) {
        shell::sign(pack, &self.path("keys/library.key"), "test").expect("signed");
    }

    pub fn install(&self, pack: &Path) -> Result<u64, InstallError> {
        let installed = self.packs().install(pack, &self.path("keys"), &|_: &Library| Ok(()));
        installed.map(|installed| installed.about.version)
    }

    /// The version that residents see.
    pub fn seen(&self) -> Option<u64> {
        self.packs().choose().0.map(|chosen| chosen.pack.about().version)
    }

    /// Everything that the kiosk keeps of its packs.
    pub fn kept(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let entries = fs::read_dir(self.path("state/packs")).into_iter().flatten();
        let paths = entries.map(|entry| entry.expect("an entry").path());
        paths.map(|path| (path.clone(), fs::read(&path).expect("a file"))).collect()
    }

    /// Whether a pack is refused with one sentence that names it, and nothing changes.
    fn refuses(&self, pack: &Path, sentence: &str) {
        let before = self.kept();
        let refused = self.install(pack).expect_err("it is hostile on purpose").to_string();
        assert!(refused.contains(sentence), "{refused}");
        assert!(!refused.contains("incoming"), "it is told of what somebody brought: {refused}");
        assert!(!refused.chars().any(char::is_control), "{refused:?}");
        assert_eq!(self.kept(), before);
    }

    /// Whether the program refuses a pack, after its start test.
    fn program_refuses(&self, pack: &Path, sentence: &str) {
        let before = self.kept();
        let (keys, state) = (self.path("keys"), self.path("state"));
        let output = command(PROGRAM)
            .args(["pack", "install"])
            .arg(pack)
            .arg("--keys")
            .arg(&keys)
            .arg("--state")
            .arg(&state)
            .output()
            .expect("the program starts");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(sentence) && said.matches('\n').count() == 1, "{said}");
        assert!(!said.trim_end().chars().any(char::is_control), "{said:?}");
        assert_eq!(self.kept(), before);
    }
}

/// Changes the tables of a pack and seals it again, as somebody would who has the program and the key.
pub fn change(pack: &Path, change: impl FnOnce(&Connection)) {
    let bytes = fs::read(pack).expect("a pack");
    fs::write(pack, &bytes[..bytes.len() - TRAILER]).expect("written");
    let connection = Connection::open(pack).expect("its tables");
    change(&connection);
    connection.close().expect("closed");
    seal(pack);
}

pub fn seal(path: &Path) {
    let mut bytes = fs::read(path).expect("a file");
    bytes.extend(MAGIC);
    let sum = Sha256::digest(&bytes);
    bytes.extend(sum);
    fs::write(path, bytes).expect("written");
}

pub fn record(connection: &Connection, address: i64) -> Vec<u8> {
    let query = "SELECT bytes FROM record WHERE address = ?1";
    connection.query_row(query, [address], |row| row.get(0)).expect("a record")
}

pub fn put(connection: &Connection, address: i64, bytes: &[u8]) {
    let put = "INSERT OR REPLACE INTO record VALUES(?1, ?2)";
    connection.execute(put, (address, bytes)).expect("a record");
}

pub fn change_about(connection: &Connection, change: impl FnOnce(&mut About)) {
    let mut about = postcard::from_bytes(&record(connection, ABOUT)).expect("what the pack says of itself");
    change(&mut about);
    put(connection, ABOUT, &postcard::to_stdvec(&about).expect("bytes"));
}

/// Reads everything of a pack as the kiosk does; nothing of it may panic, whatever is in the file.
pub fn read_everything(library: &Library) {
    library.urgent();
    // A damaged pack may claim to have any number of them.
    for id in library.topic_ids().take(1000) {
        let services = library.topic(id).map_or(0, |topic| topic.services.min(600));
        (0..=services / 60).for_each(|part| drop(library.services_of(id, part as u16)));
    }
    library.event_ids().take(1000).for_each(|id| drop(library.event(id)));
    library.service_ids().take(1000).for_each(|id| drop((library.service(id), library.summary(id))));
    library.term_ids().take(1000).for_each(|id| drop(library.term(id)));
    library.lesson_ids().take(1000).for_each(|id| drop(library.lesson(id)));
    library.room_ids().take(1000).for_each(|id| drop(library.room(id)));
    drop((library.gym(), library.activities(), library.pass_words(), library.code_words()));
    library.commune_ids().take(1000).for_each(|id| drop(library.commune(id)));
    library.place_ids().take(1000).for_each(|id| drop(library.place(id)));
    library.helpers();
    library.outlines(&mut |_| {});
    library.find("wifi");
    for query in ["w", "wifi library", "bibliotek card naktuur", "librarycard 100"] {
        drop(library.search(query, "en".parse().expect("a tag"), 1000));
    }
}

#[test]
fn a_pack_cut_at_any_length_is_refused() {
    let place = Place::new();
    let whole = place.signed(2);
    let bytes = fs::read(&whole).expect("a pack");
    assert_eq!(place.install(&place.signed(1)).expect("a good one"), 1);
    let cut = place.path("cut.kpack");
    let ends = (0..200).chain(bytes.len() - 200..bytes.len());
    for length in ends.chain((200..bytes.len()).step_by(997)).chain((0..bytes.len()).step_by(4096)) {
        fs::write(&cut, &bytes[..length]).expect("written");
        Pack::open(&cut).map(drop).expect_err("it is not whole");
        let refused = Pack::verify(&cut).map(drop).expect_err("it is not whole").to_string();
        assert!(refused.contains("not whole") || refused.contains("not a pack"), "{length}: {refused}");
    }
    fs::copy(place.path("2.kpack.minisig"), place.path("cut.kpack.minisig")).expect("copied");
    place.refuses(&cut, "does not fit");
    // Not even whoever has the key can sign a half one into place.
    place.sign(&cut);
    place.refuses(&cut, "not whole");
    let longer = place.path("longer.kpack");
    fs::write(&longer, [bytes.as_slice(), b"more"].concat()).expect("written");
    place.sign(&longer);
    place.refuses(&longer, "not whole");
}

#[test]
fn ten_thousand_flipped_bytes_are_seen() {
    let place = Place::new();
    let path = place.path("1.kpack");
    build(&good_files(), 1, &path);
    let bytes = fs::read(&path).expect("a pack");
    let file = OpenOptions::new().write(true).open(&path).expect("a file");
    let mut random = fastrand::Rng::with_seed(4);
    for sample in 0..10_000 {
        let at = random.usize(0..bytes.len());
        let flipped = bytes[at] ^ random.u8(1..=255);
        file.write_all_at(&[flipped], at as u64).expect("written");
        Pack::verify(&path).map(drop).expect_err("a byte is another one");
        if sample % 10 == 0 {
            // The start does not read every byte. What it then reads may be wrong, and stops nothing.
            if let Ok(pack) = Pack::open(&path) {
                read_everything(&pack.into_library());
            }
        }
        file.write_all_at(&bytes[at..=at], at as u64).expect("written");
    }
    Pack::verify(&path).expect("every byte is back in its place");
}

#[test]
fn a_pack_that_nobody_trusted_signed_is_refused() {
    let place = Place::new();
    let pack = place.signed(1);
    let signature = shell::signature_of(&pack);
    let good = fs::read_to_string(&signature).expect("a signature");
    fs::remove_file(&signature).expect("removed");
    place.refuses(&pack, "there is no signature");
    shell::keygen(&place.path("stranger"), false).expect("a key");
    shell::sign(&pack, &place.path("stranger.key"), "test").expect("signed");
    place.refuses(&pack, "is not trusted");
    for length in 0..good.trim_end().len() {
        fs::write(&signature, &good[..length]).expect("written");
        let refused = place.install(&pack).expect_err("the signature is cut");
        assert!(matches!(refused, InstallError::Signing(error) if error.is_refusal()), "cut at {length}");
    }
    let mut random = fastrand::Rng::with_seed(4);
    for _ in 0..300 {
        let mut bytes = good.clone().into_bytes();
        let at = random.usize(0..bytes.len());
        bytes[at] = random.u8(..);
        fs::write(&signature, &bytes).expect("written");
        // The first comment is not signed: it may say anything. Nothing panics.
        if place.install(&pack).is_ok() {
            assert!(
                at < good.find('\n').expect("lines") || bytes == good.as_bytes() || bytes[at].is_ascii_whitespace()
            );
            place.packs().rollback().expect_err("there is nothing before");
            fs::remove_dir_all(place.path("state")).expect("removed");
        }
    }
    fs::write(&signature, &good).expect("written");
    fs::write(place.path("keys/broken.pub"), "no key").expect("written");
    assert!(matches!(place.install(&pack), Err(InstallError::Signing(SigningError::NotAKey(_)))));
    fs::remove_file(place.path("keys/broken.pub")).expect("removed");
    fs::remove_file(place.path("keys/library.pub")).expect("removed");
    place.refuses(&pack, "no trusted key");
}

#[test]
fn an_old_pack_that_comes_again_is_refused() {
    let place = Place::new();
    let [one, two, three] = [1, 2, 3].map(|version| place.signed(version));
    place.install(&one).expect("the first");
    place.install(&two).expect("a newer one");
    place.refuses(&one, "is here already");
    place.install(&three).expect("a newer one");
    place.refuses(&one, "this is version 1, and version 3 is here");
    place.packs().rollback().expect("the second is there");
    place.refuses(&one, "this is version 1, and version 3 is here");
    place.refuses(&three, "is here already");
    // The same version with other bytes.
    let other = place.path("other.kpack");
    build(&many_files(1), 3, &other);
    place.sign(&other);
    place.refuses(&other, "another pack of version 3");
    let current = fs::read_to_string(place.path("state/packs/current")).expect("the order");
    assert!(current.starts_with("current 2-"), "{current}");
    // And what came with the program is not undercut either.
    let fresh = Place::new();
    fs::create_dir(fresh.path("installed")).expect("a folder");
    build(&good_files(), 5, &fresh.path("installed/brussels.kpack"));
    fresh.refuses(&fresh.signed(4), "this is version 4, and version 5 is here");
}

#[test]
fn a_name_leads_nowhere_else() {
    let place = Place::new();
    let pack = place.signed(1);
    change(&pack, |tables| change_about(tables, |about| about.name = "../../etc/kiosk".into()));
    place.sign(&pack);
    place.refuses(&pack, "it has no name");
    let pack = place.signed(1);
    change(&pack, |tables| {
        tables.execute("UPDATE name SET name = '../wifi' WHERE name = 'wifi'", []).expect("changed");
    });
    place.sign(&pack);
    place.refuses(&pack, "a wrong name");
    // A pack is named by what is in it: its file may be called anything.
    let odd = place.path("--keys=..%2f \u{1b}[2J.kpack");
    fs::rename(place.signed(1), &odd).expect("renamed");
    fs::rename(place.path("1.kpack.minisig"), shell::signature_of(&odd)).expect("renamed");
    place.install(&odd).expect("the name of the file is of no interest");
    let names: Vec<String> =
        place.kept().keys().map(|path| path.file_name().expect("a name").to_string_lossy().into_owned()).collect();
    assert!(names.len() == 2 && names[0].starts_with("1-") && names[1] == "current", "{names:?}");
}

#[test]
fn huge_declared_sizes_take_no_memory() {
    let place = Place::new();
    // More pages than the file has.
    let pack = place.signed(1);
    OpenOptions::new().write(true).open(&pack).and_then(|file| file.write_all_at(&[0xff; 4], 28)).expect("written");
    place.sign(&pack);
    place.refuses(&pack, "not whole");
    // A list that says that it is longer than all memory.
    for length in [&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f][..], &[0xff, 0xff, 0xff, 0x7f]] {
        let pack = place.signed(1);
        change(&pack, |tables| put(tables, FIRST_SERVICE, length));
        place.sign(&pack);
        place.refuses(&pack, "service 0 cannot be read");
    }
    // A record that is longer than any.
    let pack = place.signed(1);
    change(&pack, |tables| {
        let bytes = record(tables, FIRST_SERVICE);
        put(tables, FIRST_SERVICE, &[bytes, vec![0; 50_000_000]].concat());
    });
    place.sign(&pack);
    place.refuses(&pack, "service 0 cannot be read");
    // More items than there are.
    let pack = place.signed(1);
    change(&pack, |tables| change_about(tables, |about| about.numbers.services = u32::MAX));
    place.sign(&pack);
    place.refuses(&pack, "service 2 cannot be read");
    // Call-outs in call-outs without an end.
    let pack = place.signed(1);
    change(&pack, |tables| {
        let bytes = record(tables, FIRST_SERVICE);
        let nested = [bytes.as_slice(), &[2, 0, 1].repeat(1_000_000)].concat();
        put(tables, FIRST_SERVICE, &nested);
    });
    place.sign(&pack);
    place.refuses(&pack, "service 0 cannot be read");
}

#[test]
fn text_that_steers_a_terminal_is_refused() {
    let place = Place::new();
    let pack = place.signed(1);
    let (old, new) = (b"Get a library card", b"Get\x1b[2Jlibrary card");
    let (old, new) = (&old[..], &new[..old.len()]);
    change(&pack, |tables| {
        for address in [FIRST_SERVICE, 7 << 56] {
            let mut bytes = record(tables, address);
            let at = bytes.windows(old.len()).position(|window| window == old).expect("the title");
            bytes[at..at + old.len()].copy_from_slice(new);
            put(tables, address, &bytes);
        }
    });
    place.sign(&pack);
    place.program_refuses(&pack, "signs that are no letters");
    // The program itself never sends one to a terminal, wherever it comes from.
    let output = command(PROGRAM).args(["page", "library-card", "--lang", "en", "--content"]).arg(&pack).output();
    let written = output.expect("the program starts").stdout;
    assert!(!written.is_empty() && !written.contains(&0x1b), "{}", String::from_utf8_lossy(&written));
}

/// The most memory is told of a process as a whole, so this test goes on in one of its own, where no other test is.
#[test]
fn a_hundred_thousand_tiny_items_take_little_time_and_memory() {
    const ALONE: &str = "HOSTILE_TEST_ALONE";
    if std::env::var_os(ALONE).is_some() {
        return open_a_hundred_thousand_tiny_items();
    }
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    let test = "hostile::a_hundred_thousand_tiny_items_take_little_time_and_memory";
    let output = command.args(["--exact", test]).env(ALONE, "1").output().expect("it runs again");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

fn open_a_hundred_thousand_tiny_items() {
    const ITEMS: u32 = 100_000;
    let place = Place::new();
    let pack = place.signed(1);
    change(&pack, |tables| {
        tables.execute_batch("BEGIN; DELETE FROM name WHERE address >> 56 = 5").expect("changed");
        for index in 0..ITEMS {
            let id: Box<str> = format!("word-{index:06}").into();
            let headword = Localized(vec![(lang("fr"), id.clone())]);
            let explanation = Localized(vec![(lang("fr"), Paragraph::default())]);
            let term = Term {
                id: id.clone(),
                headword,
                area: None,
                explanation,
                official: Localized::default(),
                words: Localized::default(),
            };
            let address = FIRST_TERM | i64::from(index) << 16;
            put(tables, address, &postcard::to_stdvec(&term).expect("bytes"));
            tables.execute("INSERT INTO name VALUES(?1, ?2, x'00')", (&*id, address)).expect("a name");
        }
        change_about(tables, |about| about.numbers.terms = ITEMS);
        tables.execute_batch("COMMIT").expect("changed");
    });
    place.sign(&pack);
    // Everything is there, so it is no fault; and the kiosk opens it as it opens any other.
    place.install(&pack).expect("it is whole");
    let (chosen, faults) = place.packs().choose();
    assert_eq!(faults, Vec::<String>::new());
    let library = chosen.expect("a pack").pack.into_library();
    assert_eq!(library.terms().count(), ITEMS as usize);
    let memory = fs::read_to_string("/proc/self/status").expect("Linux");
    let peak = memory.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the most memory of all");
    let peak: usize = peak.trim().trim_end_matches(" kB").parse().expect("a number");
    // One item kept for each of these would be seen.
    assert!(peak < 60_000, "{peak} kB");
}

#[test]
fn a_database_that_is_something_else_is_refused() {
    let place = Place::new();
    let other = place.path("other.kpack");
    let connection = Connection::open(&other).expect("a database");
    connection.execute_batch("CREATE TABLE record(address INTEGER PRIMARY KEY, bytes BLOB)").expect("a table");
    drop(connection);
    place.sign(&other);
    place.refuses(&other, "not whole");
    seal(&other);
    place.sign(&other);
    place.refuses(&other, "is not a pack of this program");
    for (sql, what) in [
        ("CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM record; END", "the trigger 't'"),
        ("CREATE VIEW v AS SELECT load_extension('x')", "the view 'v'"),
        ("CREATE VIEW a AS SELECT 1", "the view 'a'"),
        ("CREATE TABLE z(x)", "the table 'z'"),
        ("CREATE INDEX i ON record(bytes)", "the index 'i'"),
        ("DROP TABLE record; CREATE VIEW record AS SELECT 0 AS address, x'00' AS bytes", "the view 'record'"),
        ("DROP TABLE name", "the table 'record'"),
    ] {
        let pack = place.signed(1);
        change(&pack, |tables| tables.execute_batch(sql).expect("changed"));
        place.sign(&pack);
        place.refuses(&pack, what);
    }
    let pack = place.signed(1);
    change(&pack, |tables| tables.pragma_update(None, "user_version", 99).expect("changed"));
    place.sign(&pack);
    place.refuses(&pack, "another version of this program");
    assert!(matches!(Pack::open(Path::new("/dev/zero")), Err(PackError::NotAPack(_))));
    assert!(matches!(Pack::open(place.folder.path()), Err(PackError::NotAPack(_))));
}

#[test]
fn what_is_no_file_is_refused_and_waits_for_nobody() {
    let place = Place::new();
    let pack = place.signed(1);
    fs::remove_file(&pack).expect("removed");
    Command::new("mkfifo").arg(&pack).status().expect("mkfifo");
    place.refuses(&pack, "is not a pack");
    fs::remove_file(&pack).expect("removed");
    std::os::unix::fs::symlink("/dev/zero", &pack).expect("a link");
    place.refuses(&pack, "is not a pack");
    fs::remove_file(&pack).expect("removed");
    place.refuses(&pack, "cannot read");
}
