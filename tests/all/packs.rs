//! A pack shows what its folder shows, and costs no more when it grows.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use inclusion_kiosk::app::{App, Screen};
use inclusion_kiosk::content::Library;
use inclusion_kiosk::content::model::ItemId;
use inclusion_kiosk::content::pack::{self, Label, Pack, PackError};
use inclusion_kiosk::content::parse;
use inclusion_kiosk::content::source::{ContentFile, ContentFiles};
use inclusion_kiosk::present::plain;
use inclusion_kiosk::shell;

use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};

use crate::harness::{WIDE, World, good_files, lang};
use crate::walk::all_pages;

/// The good content with so many services more, each a copy of another one.
pub fn many_files(services: usize) -> ContentFiles {
    let mut files = good_files();
    let copied: Vec<ContentFile> =
        files.files.iter().filter(|file| file.path.starts_with("services/wifi/")).cloned().collect();
    for number in 0..services {
        for file in &copied {
            let path = file.path.replace("wifi", &format!("service-{number:05}"));
            files.files.push(ContentFile { path, text: file.text.clone() });
        }
    }
    files
}

pub fn library(files: &ContentFiles) -> Library {
    let (library, findings) = parse::compile(files);
    assert_eq!(findings, [], "the content of the test is clean");
    library
}

/// Builds a pack of files under a name in a folder.
pub fn build(files: &ContentFiles, version: u64, path: &Path) {
    let label = Label { name: "test".to_owned(), version };
    pack::build(&library(files), &label, path).expect("built");
}

#[test]
fn every_page_of_a_pack_is_that_of_its_folder() {
    let folder = World::real();
    let (packed, _kept) = folder.packed();
    let (of_folder, of_pack) = (all_pages(&folder, WIDE), all_pages(&packed, WIDE));
    assert_eq!(of_folder.len(), of_pack.len());
    for ((name, one), (other_name, other)) in of_folder.iter().zip(&of_pack) {
        assert_eq!((name, one.page()), (other_name, other.page()));
        assert_eq!(plain::write(&one.page()), plain::write(&other.page()), "{name}");
    }
    assert!(!packed.library.is_damaged());
}

#[test]
fn a_pack_names_topics_and_lessons_as_its_folder_does() {
    let folder = World::corpus();
    let (packed, _kept) = folder.packed();
    let lessons: Vec<Box<str>> = folder.library.lessons().map(|(_, lesson)| lesson.id.clone()).collect();
    let topics: Vec<Box<str>> = folder.library.topics().map(|(_, topic)| topic.id.clone()).collect();
    assert!(!lessons.is_empty() && !topics.is_empty());
    for library in [&folder.library, &packed.library] {
        assert_eq!((library.lesson_names(), library.topic_names()), (lessons.clone(), topics.clone()));
    }
}

#[test]
fn a_pack_holds_what_its_folder_holds() {
    let folder = World::real();
    let (packed, _kept) = folder.packed();
    assert_eq!(folder.library, packed.library);
    for name in ["itsme", "change-of-address", "nothing-of-this-name"] {
        assert_eq!(folder.library.find(name), packed.library.find(name), "{name}");
    }
    let outlines = |library: &Library| {
        let mut outlines = Vec::new();
        library.outlines(&mut |outline| outlines.push(outline));
        outlines
    };
    assert_eq!(outlines(&folder.library), outlines(&packed.library));
    let (id, _) = packed.library.topics().next().expect("a topic");
    assert!(packed.library.services_of(id, 1000).is_empty(), "there is no such part");
}

#[test]
fn the_same_content_makes_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, other) = (folder.path().join("one.kpack"), folder.path().join("other.kpack"));
    let files = many_files(100);
    build(&files, 1, &one);
    let mut turned = files.clone();
    turned.files.reverse();
    turned.files.sort_by_key(|file| file.path.clone());
    build(&turned, 1, &other);
    assert_eq!(fs::read(&one).expect("a file"), fs::read(&other).expect("a file"));
    build(&files, 2, &other);
    assert_ne!(fs::read(&one).expect("a file"), fs::read(&other).expect("a file"));
    let names: Vec<_> =
        fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("one").path()).collect();
    assert_eq!(names.len(), 2, "nothing is left over: {names:?}");
}

#[test]
fn a_long_list_is_shown_part_by_part() {
    let world = World { library: library(&many_files(130)), ..World::real() };
    let (packed, _kept) = world.packed();
    for world in [&world, &packed] {
        let Some(ItemId::Topic(topic)) = world.library.topics().next().map(|(id, _)| ItemId::Topic(id)) else {
            panic!("a topic")
        };
        let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Topic(topic)));
        let mut seen = Vec::new();
        for part in 1..=3 {
            kiosk.sees(&format!("Part {part} of 3"));
            assert!(kiosk.laid().choices.len() < 70, "{}", kiosk.laid().choices.len());
            seen.push(kiosk.page());
            if part < 3 {
                kiosk.choose("More of this list");
            }
        }
        assert_ne!(seen[0].blocks, seen[1].blocks);
        kiosk.keys("esc esc");
        assert_eq!(kiosk.app.screen(), Some(Screen::Topic(topic)));
    }
}

#[test]
fn what_changed_between_two_packs_is_told_by_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let mut files = many_files(3);
    build(&files, 1, &path("old"));
    // A service that comes before all others moves the ids of all others: they are the same all the same.
    for mut file in files.files.clone().into_iter().filter(|file| file.path.starts_with("services/wifi/")) {
        file.path = file.path.replace("wifi", "a-new-one");
        files.files.push(file);
    }
    let card = files.files.iter_mut().find(|file| file.path == "services/library-card/en.md").expect("a guide");
    card.text = card.text.replace("# Get a library card", "# Get your library card");
    let lesson = files.files.iter_mut().find(|file| file.path == "lessons/first-keys/lesson.toml").expect("a lesson");
    lesson.text = lesson.text.replace("Look on the right.", "Look to the right.");
    files.files.retain(|file| !file.path.starts_with("services/service-00002/"));
    build(&files, 2, &path("new"));
    let open = |name: &str| Pack::open(&path(name)).expect("opened");
    let changes = pack::changes(&open("old"), &open("new")).expect("read");
    let told: Vec<String> =
        changes.0.iter().map(|change| format!("{} {} {}", change.kind, change.name, change.how.word())).collect();
    assert_eq!(
        told,
        [
            "service a-new-one new",
            "lesson first-keys changed",
            "topic library changed",
            "service library-card changed",
            "service service-00002 gone"
        ]
    );
    assert_eq!(
        changes.to_string(),
        "1 service changed, 1 service new, 1 service gone, 1 topic changed, 1 lesson changed"
    );
    let none = pack::changes(&open("old"), &open("old")).expect("read");
    assert_eq!(none.to_string(), "nothing changed");
}

#[test]
fn a_damaged_record_is_a_calm_page_and_the_rest_works() {
    let world = World::real();
    let (_, folder) = world.packed();
    let path = folder.path().join("content.kpack");
    let mut bytes = fs::read(&path).expect("a pack");
    // The beginning of a record of a service: its own id.
    let needle = b"change-of-address\x00";
    let found: Vec<usize> = (0..bytes.len() - needle.len()).filter(|at| bytes[*at..].starts_with(needle)).collect();
    assert!(!found.is_empty(), "the record of a service begins with its id and its level");
    for at in found {
        // A length that no text has.
        bytes[at - 1] = 0xff;
    }
    fs::write(&path, bytes).expect("written");
    let pack = Pack::open(&path).expect("its ends are in order");
    let damaged = World { library: pack.into_library(), ..World::real() };
    let id = world.service("change-of-address");
    for (tag, sentence) in [("fr", "Impossible de lire"), ("nl", "lezen lukt niet"), ("en", "cannot be read")] {
        let mut kiosk = damaged.kiosk_with(App::showing(WIDE, lang(tag), Screen::Service(id)));
        kiosk.sees(sentence);
        let itsme = damaged.service("itsme");
        damaged.kiosk_with(App::showing(WIDE, lang(tag), Screen::Service(itsme))).does_not_see(sentence);
    }
    assert!(damaged.library.is_damaged());
    assert!(matches!(Pack::verify(&path), Err(PackError::Changed(_))));
}

#[test]
#[ignore = "needs the program minisign: .ci/run installs it"]
fn the_standard_tool_verifies_our_signature_and_we_verify_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let minisign = |words: &[&str]| {
        let status = Command::new("minisign").args(words).current_dir(folder.path()).stdout(Stdio::null()).status();
        status.expect("minisign is installed").success()
    };
    build(&good_files(), 1, &path("1.kpack"));
    fs::create_dir(path("keys")).expect("a folder");
    shell::keygen(&path("keys/ours"), false).expect("a key");
    shell::sign(&path("1.kpack"), &path("keys/ours.key"), "test").expect("signed");
    assert!(minisign(&["-Vm", "1.kpack", "-p", "keys/ours.pub"]), "it verifies our signature");
    assert!(minisign(&["-G", "-W", "-p", "keys/theirs.pub", "-s", "theirs.key"]), "it makes a key");
    assert!(!minisign(&["-Vm", "1.kpack", "-p", "keys/theirs.pub"]), "of its own key alone");
    assert!(minisign(&["-Sm", "1.kpack", "-s", "theirs.key"]), "it signs");
    let verify = || {
        let signature = shell::read_signature(&path("1.kpack")).expect("a signature");
        shell::verify_signature(&path("1.kpack"), &signature, &path("1.kpack"), &path("keys"))
    };
    assert_eq!(verify().expect("trusted"), "theirs");
    build(&many_files(1), 2, &path("1.kpack"));
    assert!(verify().expect_err("other bytes").to_string().contains("does not fit"));
}

/// Whoever changes `content::model` changes what stands in packs, and kiosks of the old version would misread them: raise
/// `FORMAT` in `src/content/pack/record.rs` by one, then put the new sum here. (New words in the good content alone
/// change the sum too; then `FORMAT` stays.)
#[test]
fn the_records_of_this_format_are_these_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("1.kpack");
    build(&good_files(), 1, &path);
    let tables = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("tables");
    let mut query = tables.prepare("SELECT address, bytes FROM record ORDER BY address").expect("records");
    let mut rows = query.query([]).expect("records");
    let mut sum = Sha256::new();
    while let Some(row) = rows.next().expect("a row") {
        let (address, bytes): (i64, Vec<u8>) = (row.get(0).expect("a number"), row.get(1).expect("bytes"));
        sum.update(address.to_be_bytes());
        sum.update(bytes);
    }
    let sum: String = sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(sum, "6da9b6e4c8a82e81e435a75b6bfd421c438736a6916d0012eb9de33ddbe7176a");
}

#[test]
fn a_home_screen_with_many_topics_goes_on_over_several_pages() {
    const TOPICS: usize = 130;
    let mut files = good_files();
    let topics = files.files.iter_mut().find(|file| file.path == "topics.toml").expect("topics");
    for number in 0..TOPICS {
        let name = format!("Sujet {number}");
        let names = format!("{{ fr = \"{name}\", nl = \"{name}\", en = \"{name}\" }}");
        topics.text.push_str(&format!("\n[[topic]]\nid = \"topic-{number}\"\nname = {names}\n"));
    }
    let service = files.files.iter_mut().find(|file| file.path == "services/wifi/service.toml").expect("a service");
    let named: Vec<String> = (0..TOPICS).map(|number| format!("\"topic-{number}\"")).collect();
    service.text =
        service.text.replace("topics = [\"library\"]", &format!("topics = [\"library\", {}]", named.join(", ")));
    let world = World { library: library(&files), ..World::real() };
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Home));
    let mut labels: Vec<String> = Vec::new();
    for part in 1..=3 {
        kiosk.sees(&format!("Part {part} of 3"));
        let page = kiosk.page();
        let texts: Vec<String> = page.texts().iter().map(|text| text.to_plain_string()).collect();
        let shown: Vec<String> = texts.into_iter().filter(|text| text.starts_with("Sujet ")).collect();
        assert!(shown.len() <= 60, "{}", shown.len());
        labels.extend(shown);
        if part < 3 {
            kiosk.choose("More of this list");
        }
    }
    labels.sort();
    labels.dedup();
    assert_eq!(labels.len(), TOPICS, "each topic stands on one of the pages");
}
