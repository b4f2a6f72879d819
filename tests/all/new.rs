//! `kiosk new`: what it writes has only to be filled in, and what it refuses it leaves as it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use inclusion_kiosk::content::Rule;
use inclusion_kiosk::content::check;
use inclusion_kiosk::content::parse;
use inclusion_kiosk::content::source::ContentFiles;

use crate::harness::{THREE_GUIDES, copy, project};
use crate::program::{PROGRAM, command};

const KINDS: [&str; 9] = ["service", "finder", "lesson", "room", "topic", "event", "term", "urgent", "place"];

struct Author {
    folder: tempfile::TempDir,
}

impl Author {
    fn begins() -> Author {
        let folder = tempfile::tempdir().expect("a folder for the test");
        copy(&project(THREE_GUIDES), &folder.path().join("content"));
        Author { folder }
    }

    fn content(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    fn asks_for(&self, words: &[&str]) -> Output {
        let content = self.content();
        let mut command = command(PROGRAM);
        command.current_dir(project("")).arg("new").args(words).arg("--content").arg(content);
        command.output().expect("the program starts")
    }

    fn makes(&self, words: &[&str]) {
        let output = self.asks_for(words);
        assert_eq!(output.status.code(), Some(0), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// It is refused with this sentence, and nothing changes.
    fn is_refused(&self, words: &[&str], sentence: &str) {
        let before = self.files();
        let output = self.asks_for(words);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{words:?}: {said}");
        assert!(said.contains(sentence) && said.matches('\n').count() == 1, "{words:?}: {said}");
        assert!(output.stdout.is_empty(), "{words:?}");
        assert_eq!(self.files(), before, "{words:?} changed something");
    }

    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        gather(&self.content(), &mut files);
        files
    }

    fn findings(&self) -> Vec<inclusion_kiosk::content::Finding> {
        check::check(&ContentFiles::read(&self.content()).expect("a folder"), &[], &check::Dictionaries::default())
    }
}

/// Hidden files too: nothing half written may stay behind.
fn gather(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => gather(&path, files),
            false => drop(files.insert(path.clone(), fs::read(&path).expect("a file"))),
        }
    }
}

/// The one piece that was put into a text; panics where something else changed.
fn inserted<'t>(before: &str, after: &'t str) -> &'t str {
    let same = before.bytes().zip(after.bytes()).take_while(|(old, new)| old == new).count();
    let rest = before.len() - same;
    assert!(after.ends_with(&before[same..]), "something else changed:\n{after}");
    &after[same..after.len() - rest]
}

#[test]
fn every_kind_is_a_skeleton_that_only_has_to_be_filled_in() {
    for kind in KINDS {
        let author = Author::begins();
        let before = author.files();
        author.makes(&[kind, "brand-new"]);
        let findings = author.findings();
        let others: Vec<String> =
            findings.iter().filter(|found| found.rule != Rule::Unfilled).map(ToString::to_string).collect();
        match kind {
            // Nothing can belong to it yet.
            "topic" => assert!(others.len() == 1 && others[0].contains("belongs to the topic"), "{others:?}"),
            _ => assert_eq!(others, [] as [&str; 0], "{kind}"),
        }
        for lang in ["fr", "nl", "en"] {
            let is_told = findings.iter().any(|found| {
                found.rule == Rule::Unfilled && {
                    let text = fs::read_to_string(&found.path).expect("a file");
                    let line = text.lines().nth(found.line - 1).expect("a line");
                    found.path.ends_with(&format!("{lang}.md")) || line.contains(&format!("{lang} = \"???"))
                }
            });
            assert!(is_told, "{kind} has no prompt in {lang}: {findings:?}");
        }
        let after = author.files();
        for (path, bytes) in &before {
            let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
            let (old, new) = (text(bytes), text(&after[path]));
            let piece = inserted(&old, &new);
            assert!(piece.is_empty() || piece.contains("brand-new"), "{}: {piece}", path.display());
        }
    }
}

#[test]
fn no_resident_sees_what_is_still_to_be_filled_in_and_its_author_does() {
    let author = Author::begins();
    let urgent = |library: &inclusion_kiosk::content::Library| library.urgent().len();
    let (whole, _) = parse::compile(&ContentFiles::read(&author.content()).expect("a folder"));
    for kind in KINDS {
        author.makes(&[kind, &format!("brand-new-{kind}")]);
    }
    let files = ContentFiles::read(&author.content()).expect("a folder");
    let (library, seen) = (parse::compile(&files).0, parse::compile_for_author(&files));
    for kind in ["service", "lesson", "term"] {
        let id = format!("brand-new-{kind}");
        assert!(library.find(&id).is_none(), "{kind} reaches residents");
        assert!(seen.find(&id).is_some(), "{kind} is hidden from its author");
    }
    assert!(library.find("brand-new-topic").is_none() && library.find("brand-new-event").is_none());
    assert_eq!(urgent(&library), urgent(&whole));
    // What was there stays.
    for (_, service) in whole.services() {
        assert!(library.find(&service.id).is_some(), "{} is lost", service.id);
    }
}

#[test]
fn a_service_and_a_life_event_go_under_the_topic_that_is_named() {
    let author = Author::begins();
    author.makes(&["event", "lost-keys", "--topic", "moving"]);
    author.makes(&["service", "new-keys", "--topic", "moving"]);
    let topics = fs::read_to_string(author.content().join("topics.toml")).expect("text");
    let (moving, _) = topics.split_once("rights-and-help").expect("the next topic");
    assert!(moving.contains("lost-keys"), "{topics}");
    let service = fs::read_to_string(author.content().join("services/new-keys/service.toml")).expect("text");
    assert!(service.contains("topics = [\"moving\"]"), "{service}");
    author.is_refused(&["event", "x", "--topic", "mooving"], "did you mean 'moving'?");
    author.is_refused(&["term", "x", "--topic", "moving"], "leave out --topic");
}

#[test]
fn an_id_that_something_has_already_is_refused_whatever_the_kind() {
    let author = Author::begins();
    for kind in KINDS {
        for (id, owner) in [
            ("itsme", "a service"),
            ("moving", "a topic"),
            ("i-am-moving", "a life event"),
            ("account", "a word of the glossary"),
            ("urgent-112", "an urgent number"),
        ] {
            author.is_refused(&[kind, id], &format!("'{id}' is the id of {owner} already"));
        }
    }
    // A guide that is broken keeps its id, and so does a folder that holds nothing.
    fs::write(author.content().join("services/itsme/service.toml"), "= broken").expect("written");
    author.is_refused(&["term", "itsme"], "is the id of a service already");
    fs::create_dir(author.content().join("services/empty")).expect("a folder");
    author.is_refused(&["service", "empty"], "is there already");
}

#[test]
fn a_bad_id_is_refused_with_a_better_one() {
    let author = Author::begins();
    author.is_refused(&["service", "Été à Ixelles"], "such as 'ete-a-ixelles'");
    author.is_refused(&["topic", "../evil"], "such as 'evil'");
    author.is_refused(&["term", ""], "'' is not an id");
    author.is_refused(&["topic", "help"], "'help' is the name of a screen");
    author.is_refused(&["course", "mouse"], "invalid value 'course'");
}

#[test]
fn a_folder_that_is_no_content_and_a_list_that_is_broken_are_refused() {
    let author = Author::begins();
    fs::write(author.content().join("topics.toml"), "[[topic]\n").expect("written");
    author.is_refused(&["topic", "x"], "topics.toml': ");
    fs::write(author.content().join("topics.toml"), "topic = [{ id = \"a\" }]\n").expect("written");
    author.is_refused(&["topic", "x"], "its list is not written as [[…]]");
    fs::write(author.content().join("topics.toml"), "").expect("written");
    author.is_refused(&["event", "x"], "a life event needs a topic above it");
    fs::write(author.content().join("urgent.toml"), b"\xff\xfe").expect("written");
    author.is_refused(&["urgent", "x"], "it cannot be read as text");
    fs::remove_file(author.content().join("pack.toml")).expect("removed");
    author.is_refused(&["service", "x"], "is no content folder: it holds no pack.toml");
}

#[test]
fn a_place_that_cannot_be_written_to_is_told_and_left_as_it_was() {
    let author = Author::begins();
    fs::remove_dir_all(author.content().join("services")).expect("removed");
    fs::write(author.content().join("services"), "not a folder").expect("written");
    let before = author.files();
    let output = author.asks_for(&["service", "x"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("cannot write '") && said.contains("nothing was changed"), "{said}");
    assert_eq!(author.files(), before);
}

#[test]
fn a_file_from_windows_and_a_link_stay_what_they_are() {
    let author = Author::begins();
    let topics = author.content().join("topics.toml");
    let text = fs::read_to_string(&topics).expect("text").replace('\n', "\r\n");
    let elsewhere = author.folder.path().join("elsewhere.toml");
    fs::write(&elsewhere, &text).expect("written");
    fs::remove_file(&topics).expect("removed");
    std::os::unix::fs::symlink(&elsewhere, &topics).expect("a link");
    author.makes(&["topic", "keys"]);
    assert!(fs::symlink_metadata(&topics).expect("about it").is_symlink());
    let after = fs::read_to_string(&elsewhere).expect("text");
    assert!(inserted(&text, &after).contains("keys"));
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
}
