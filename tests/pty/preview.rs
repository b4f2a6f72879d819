//! A preview: what an author saves, as an author sees it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Kiosk, guides, program, size};

/// A folder of content that an author may change.
pub struct Author {
    pub folder: tempfile::TempDir,
}

impl Author {
    pub fn begins() -> Author {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let copied =
            Command::new("cp").arg("-r").arg(guides().join("content")).arg("locales").arg(folder.path()).status();
        assert!(copied.expect("cp can be run").success());
        Author { folder }
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join("content").join(below)
    }

    /// A preview on a screen of this size.
    pub fn previews(&self, words: &[&str], (cols, rows): (u16, u16)) -> Kiosk {
        let words = [&["preview"], words].concat();
        Kiosk::start_changed(&program(), &words, size(cols, rows), |command| command.cwd(self.folder.path()))
    }

    /// Saves a file as editors do: another one is put in its place.
    pub fn saves(&self, below: &str, text: &str) {
        let half = self.path(below).with_file_name(".half");
        fs::write(&half, text).expect("written");
        fs::rename(&half, self.path(below)).expect("renamed");
    }

    pub fn reads(&self, below: &str) -> String {
        fs::read_to_string(self.path(below)).expect("a text")
    }

    /// Saves a file with other words in it, and returns what it was.
    pub fn changes(&self, below: &str, from: &str, to: &str) -> String {
        let before = self.reads(below);
        assert!(before.contains(from), "{below} does not hold '{from}'");
        self.saves(below, &before.replace(from, to));
        before
    }
}

const TEXT: &str = "services/itsme/en.md";
const FACTS: &str = "services/itsme/service.toml";

/// All of a screen on one line: where its lines break does not matter.
fn flat(kiosk: &Kiosk) -> String {
    kiosk.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Kiosk {
    /// Waits until the words are there, wherever lines break.
    fn reads(&mut self, words: &str) -> &mut Kiosk {
        while !flat(self).contains(words) {
            self.takes(&format!("'{words}'"));
        }
        self
    }

    fn reads_no_more(&mut self, words: &str) -> &mut Kiosk {
        while flat(self).contains(words) {
            self.takes(&format!("a screen without '{words}'"));
        }
        self
    }
}

fn is_nothing_counted(kiosk: &Kiosk) -> bool {
    fn holds_counts(folder: &Path) -> bool {
        let mut entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        entries
            .any(|path| if path.is_dir() { holds_counts(&path) } else { path.to_string_lossy().contains("usage.db") })
    }
    !holds_counts(kiosk.state.path())
}

#[test]
fn what_is_saved_shows_at_once_where_the_author_is() {
    let author = Author::begins();
    let mut kiosk = author.previews(&["itsme#get-app", "--lang", "en"], (80, 25));
    kiosk.sees("Get the app").sees("Step 2 of 7");
    author.changes(TEXT, "## Get the app {#get-app}", "## Fetch the app {#get-app}");
    kiosk.sees("Fetch the app").sees("Step 2 of 7");
    // A step before it: the author stays on the same one, which is now the third.
    let step = "## Look first {#look-first}\n\nLook around.\n\n";
    for lang in ["fr", "nl", "en"] {
        let path = format!("services/itsme/{lang}.md");
        let text = author.reads(&path);
        let at = text.find("## ").expect("a step");
        author.saves(&path, &format!("{}{step}{}", &text[..at], &text[at..]));
    }
    kiosk.sees("Step 3 of 8").sees("Fetch the app");
    // And into the file itself, as simple editors do.
    let text = author.reads(TEXT).replace("Fetch the app", "Collect the app");
    fs::write(author.path(TEXT), text).expect("written");
    kiosk.sees("Collect the app").sees("Step 3 of 8");
    kiosk.types("\x11");
    assert_eq!(kiosk.ends(), 0);
    assert!(is_nothing_counted(&kiosk));
}

#[test]
fn a_broken_file_keeps_the_last_good_page_and_tells_what_is_wrong_until_it_is_mended() {
    for screen in [(80, 25), (40, 15), (160, 40)] {
        let author = Author::begins();
        let mut kiosk = author.previews(&["itsme#get-app", "--lang", "en"], screen);
        kiosk.reads("Get the app");
        let before = author.changes(FACTS, "group = \"identity\"", "group = identity");
        kiosk.reads("service.toml:2:9:").reads("You see the last good version.").reads("Get the app");
        // Another screen of the same good version; on a small one the choice is below the text.
        kiosk.types("\x1b[6~\x1b[6~1").reads("Through the bank").reads("service.toml:2:9:");
        author.saves(FACTS, &before);
        kiosk.reads_no_more("service.toml:2:9:").reads("Through the bank");
        kiosk.reads_no_more("You see the last good version.");
    }
}

#[test]
fn a_finding_that_leaves_nothing_out_stands_beside_the_new_version() {
    let author = Author::begins();
    let mut kiosk = author.previews(&["itsme#get-app", "--lang", "en"], (80, 25));
    kiosk.reads("Get the app");
    author.changes(TEXT, "## Get the app {#get-app}", "## Get the 3rd app {#get-app}");
    kiosk.reads("Get the 3rd app").reads("1/1 en.md:15:12: `3rd` is a number in the text");
    assert!(!flat(&kiosk).contains("last good version"));
    // What keeps the newest version from being shown comes before it.
    author.changes(FACTS, "level = \"federal\"", "level = \"moon\"");
    kiosk.reads("1/2 service.toml:1:9: `moon`").reads("You see the last good version.").reads("Get the 3rd app");
}

#[test]
fn a_wide_screen_shows_all_findings_beside_the_page() {
    let author = Author::begins();
    let mut kiosk = author.previews(&["itsme", "--lang", "fr"], (160, 40));
    kiosk.reads("Rien à corriger.").reads("Ctrl-Q : quitter l'aperçu.");
    author.changes(
        "services/itsme/fr.md",
        "# Installer itsme en toute sécurité",
        "# Installer itsme 7 fois en 8 jours",
    );
    author.changes(FACTS, "level = \"federal\"", "level = \"federal\"\nlevels = 1");
    // Two typed numbers, two translations of a title that is no longer the same, and the key.
    kiosk.reads("5 choses à corriger").reads("fr.md:1:").reads("nl.md:1:1: `title` changed in fr");
    kiosk.reads("service.toml:2:1: nothing reads the key `levels`");
}

#[test]
fn a_new_guide_is_shown_with_its_prompts_and_fills_up() {
    let author = Author::begins();
    let new = Command::new(program()).args(["new", "service", "lost-card"]).current_dir(author.folder.path()).output();
    assert!(new.expect("the program starts").status.success());
    let mut kiosk = author.previews(&["lost-card#step-1", "--lang", "en"], (80, 25));
    kiosk.reads("??? Title of step 1").reads("Step 1 of 3").reads("en.md:1:3: `??? Title of the guide`");
    author.changes("services/lost-card/en.md", "??? Title of step 1", "Ask at the desk");
    kiosk.reads("Ask at the desk").reads("Step 1 of 3");
}

#[test]
fn a_guide_that_cannot_be_shown_yet_is_opened_once_it_can() {
    let author = Author::begins();
    let before = author.changes(FACTS, "level = \"federal\"", "level = \"moon\"");
    let mut kiosk = author.previews(&["itsme#get-app", "--lang", "en"], (80, 25));
    kiosk.reads("What do you need?").reads("service.toml:1:9: `moon` is not a value of `level`");
    author.saves(FACTS, &before);
    kiosk.reads("Get the app").reads_no_more("moon");
}

#[test]
fn a_guide_that_is_taken_away_stays_on_the_screen_until_the_author_leaves_it() {
    let author = Author::begins();
    let mut kiosk = author.previews(&["itsme", "--lang", "en"], (80, 25));
    kiosk.reads("Set up itsme safely");
    fs::rename(author.path("services/itsme"), author.folder.path().join("itsme")).expect("moved");
    kiosk.reads("This page is no longer in the files.").reads("Set up itsme safely");
    kiosk.types("\x1b").reads("What do you need?").reads_no_more("no longer in the files");
    fs::rename(author.folder.path().join("content"), author.folder.path().join("elsewhere")).expect("moved");
    kiosk.reads("there is no folder").reads("What do you need?");
}

#[test]
fn a_preview_of_nothing_is_refused_in_one_sentence() {
    let author = Author::begins();
    for (id, sentence) in [
        ("itsm", "there is no page 'itsm': did you mean 'itsme'?"),
        ("itsme#nowhere", "there is no page 'itsme#nowhere'"),
    ] {
        let mut kiosk = author.previews(&[id], (200, 25));
        assert_eq!(kiosk.ends(), 2);
        kiosk.reads(sentence);
    }
}
