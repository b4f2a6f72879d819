//! Another pack under a running kiosk, and a pack that breaks.

use std::fs;
use std::path::PathBuf;

use inclusion_kiosk::content::pack::{self, Label};
use inclusion_kiosk::content::parse;
use inclusion_kiosk::content::source::ContentFiles;
use inclusion_kiosk::shell::{self, Packs};

use super::{Kiosk, guides, log_file, program, size};

const F1: &str = "\x1bOP";
const F10: &str = "\x1b[21~";

/// A kiosk that is no checkout, and a desk beside it.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Place {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("keys")).expect("a folder");
        shell::keygen(&folder.path().join("keys/library"), false).expect("a key");
        Place { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn packs(&self) -> Packs {
        Packs::between(&self.path("state"), &self.path("nowhere"))
    }

    /// Puts a pack in place in which the English for "I am moving house" is `event`.
    fn brings(&self, version: u64, event: &str) {
        let content = guides().join("content");
        let mut files = ContentFiles::read(&content).expect("the content of the project");
        let topics = files.files.iter_mut().find(|file| file.path == "topics.toml").expect("topics");
        assert!(topics.text.contains("I am moving"), "the event of the test");
        topics.text = topics.text.replace("I am moving", event);
        let library = parse::compile(&files).0;
        let pack = self.path(&format!("{version}.kpack"));
        pack::build(&library, &Label { name: "test".to_owned(), version }, &pack).expect("built");
        shell::sign(&pack, &self.path("keys/library.key"), "test").expect("signed");
        self.packs().install(&pack, &self.path("keys"), &|_| Ok(())).expect("in place");
    }

    fn kiosk(&self, log: &str) -> Kiosk {
        let state = self.path("state");
        let words = ["--state", state.to_str().expect("a name"), "--lang", "en", "--log", log];
        Kiosk::start_changed(&program(), &words, size(80, 25), |command| command.cwd(self.folder.path()))
    }
}

fn begins(kiosk: &mut Kiosk) -> &mut Kiosk {
    kiosk.sees("Bonjour").types("\r").sees("Nederlands").types("3").sees("What do you need?")
}

fn finishes(kiosk: &mut Kiosk) {
    // The second one passes the questions, where they are asked.
    kiosk.types(F10).types(F10).sees("Do you want to finish?").types("1").sees("Nothing").types(" ").sees("Bonjour");
}

#[test]
fn a_new_pack_is_taken_between_two_visits_and_never_during_one() {
    let place = Place::new();
    place.brings(1, "I am moving first");
    let (log, name) = log_file();
    let mut kiosk = place.kiosk(&name);
    begins(&mut kiosk).sees("I am moving first");
    place.brings(2, "I am moving second");
    kiosk.types(F1).sees("Help").types("\x1b").sees("I am moving first");
    finishes(&mut kiosk);
    begins(&mut kiosk).sees("I am moving second");
    finishes(&mut kiosk);
    place.packs().rollback().expect("the first is there");
    begins(&mut kiosk).sees("I am moving first");
    kiosk.signal("TERM");
    assert_eq!(kiosk.ends(), 0);
    let log = fs::read_to_string(log.path()).expect("a log");
    let lines = |text: &str| log.matches(text).count();
    assert_eq!((lines("version 1"), lines("version 2")), (2, 1), "{log}");
}

#[test]
fn a_page_that_breaks_is_a_calm_sentence_and_the_next_visit_has_the_pack_before() {
    let place = Place::new();
    place.brings(1, "I am moving first");
    place.brings(2, "I am moving second");
    let packs = fs::read_dir(place.path("state/packs")).expect("packs");
    let mut paths = packs.map(|entry| entry.expect("an entry").path());
    let second = paths.find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("2-")));
    let second = second.expect("the second pack");
    let mut bytes = fs::read(&second).expect("a pack");
    let id = b"change-of-address\x00";
    let found: Vec<usize> = (0..bytes.len() - id.len()).filter(|at| bytes[*at..].starts_with(id)).collect();
    found.iter().for_each(|at| bytes[at - 1] = 0xff);
    // A running kiosk keeps the file open: the damage is in it, not in another file of its name.
    fs::write(&second, bytes).expect("written");
    let (log, name) = log_file();
    let mut kiosk = place.kiosk(&name);
    begins(&mut kiosk).sees("I am moving second").types("1").sees("This page cannot be read").sees("Talk to a person");
    kiosk.types("\x1b").sees("What do you need?").types("1").sees("This page cannot be read");
    finishes(&mut kiosk);
    begins(&mut kiosk).sees("I am moving first").types("1").sees("Show me step by step");
    kiosk.signal("TERM");
    assert_eq!(kiosk.ends(), 0);
    let mut again = place.kiosk(&name);
    begins(&mut again).sees("I am moving first");
    again.signal("TERM");
    assert_eq!(again.ends(), 0);
    let log = fs::read_to_string(log.path()).expect("a log");
    assert_eq!(log.matches("a page of the content cannot be read").count(), 1, "{log}");
    assert!(!log.contains("change-of-address"), "the log does not tell what somebody looked for: {log}");
}

#[test]
fn a_current_pack_that_cannot_be_opened_is_passed_over() {
    let place = Place::new();
    place.brings(1, "I am moving first");
    place.brings(2, "I am moving second");
    for entry in fs::read_dir(place.path("state/packs")).expect("packs") {
        let path = entry.expect("an entry").path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("2-")) {
            fs::write(&path, "nothing").expect("written");
        }
    }
    let (log, name) = log_file();
    let mut kiosk = place.kiosk(&name);
    begins(&mut kiosk).sees("I am moving first");
    kiosk.signal("TERM");
    assert_eq!(kiosk.ends(), 0);
    let log = fs::read_to_string(log.path()).expect("a log");
    assert_eq!(log.matches("is not a pack").count(), 1, "{log}");
}

#[test]
fn a_pack_can_be_named_like_a_folder() {
    let place = Place::new();
    place.brings(1, "I am moving first");
    let pack = place.path("1.kpack");
    let words = ["--content", pack.to_str().expect("a name"), "--lang", "en"];
    let mut kiosk = Kiosk::start(&words);
    begins(&mut kiosk).sees("I am moving first");
    kiosk.signal("TERM");
    assert_eq!(kiosk.ends(), 0);
}
