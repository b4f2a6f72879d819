//! Whatever authors write, the kiosk reads what is sound, leaves out the rest, and says why.

use std::path::PathBuf;
use std::sync::Arc;

use inclusion_kiosk::base::{LocaleFiles, LocaleText};
use inclusion_kiosk::content::check::Dictionaries;
use inclusion_kiosk::content::model::{Block, CallKind, FactValue, Inline, ItemId, RouteState, Service};
use inclusion_kiosk::content::source::{ContentFile, ContentFiles, read_locales};
use inclusion_kiosk::content::{Finding, Library, Rule, check, parse};
use proptest::prelude::*;

use crate::harness::{good_files, lang, project};

fn good_locales() -> Vec<LocaleFiles> {
    read_locales(&project("tests/fixtures/good-locales")).expect("the good locales").0
}

/// The good content with words for codes: so many that nothing else is read with them.
pub fn with_code_words() -> ContentFiles {
    let mut files = good_files();
    files.files.extend(ContentFiles::read(&project("tests/fixtures/code-words")).expect("words").files);
    files
}

/// The good content with one replacement in one file.
pub fn with(path: &str, old: &str, new: &str) -> ContentFiles {
    let mut files = good_files();
    let file = files.files.iter_mut().find(|file| file.path == path).expect("a file of the good content");
    assert!(file.text.contains(old), "{path} holds {old}");
    file.text = file.text.replacen(old, new, 1);
    files
}

fn service(library: &Library, id: &str) -> Arc<Service> {
    match library.find(id) {
        Some(ItemId::Service(id)) => library.service(id).expect("a service of the library"),
        other => panic!("{id} is {other:?}"),
    }
}

pub fn rules(findings: &[Finding]) -> Vec<Rule> {
    findings.iter().map(|finding| finding.rule).collect()
}

#[test]
fn a_guide_is_read_with_its_steps_facts_and_words() {
    let (library, findings) = parse::compile(&good_files());
    assert_eq!(findings, []);
    let card = service(&library, "library-card");
    let text = card.texts.get(lang("en")).expect("English is required");
    assert_eq!(&*text.title, "Get a library card");
    let steps: Vec<&str> = text.steps.iter().map(|step| &*step.id).collect();
    assert_eq!(steps, ["ask", "wait", "take"]);
    let stuck: Vec<&str> = text.stuck.iter().map(|section| &*section.id).collect();
    assert_eq!(stuck, ["stuck-no-address", "stuck-lost"]);
    let Block::Para(wait) = &text.steps[1].blocks[0] else { panic!("a paragraph") };
    let [Inline::Text(before), Inline::Fact(fact), Inline::Text(after)] = wait.0.as_slice() else { panic!("{wait:?}") };
    assert_eq!((&**before, &**after), ("The card is there in ", " days."));
    assert_eq!(card.facts[fact.get()].value, FactValue::Number(3));
    let [Block::Para(_), Block::List { ordered: false, items }, Block::Call { kind: CallKind::Tip, blocks }] =
        text.steps[0].blocks.as_slice()
    else {
        panic!("{:?}", text.steps[0].blocks)
    };
    assert_eq!(items[0].0[0], Inline::Strong("Name".into()));
    assert_eq!(blocks.len(), 1);
    let words: Vec<Box<str>> = card.terms.iter().filter_map(|term| Some(library.term(*term)?.id.clone())).collect();
    assert_eq!(words, ["wi-fi".into()]);
    assert_eq!(card.routes[0].state, RouteState::Offered);
    assert_eq!(card.facts[card.routes[0].facts[0].get()].id, "hours".into());
    let Block::Para(lost) = &text.stuck[1].blocks[0] else { panic!("a paragraph") };
    assert_eq!(lost.0[1], Inline::Foreign { lang: lang("fr"), text: "perdue".into() });
}

#[test]
fn topics_events_and_services_know_each_other() {
    let (library, _) = parse::compile(&good_files());
    let (id, topic) = library.topics().next().expect("a topic");
    let services = library.services_of(id, 0);
    let services: Vec<Box<str>> = services.iter().filter_map(|id| Some(library.service(*id)?.id.clone())).collect();
    assert_eq!((topic.services, services), (2, vec!["library-card".into(), "wifi".into()]));
    let event = library.event(topic.events[0]).expect("an event of the library");
    assert_eq!((&*event.id, event.topic, event.services.len()), ("i-want-to-read", id, 2));
    let terms: Vec<Box<str>> = library.terms().map(|(_, term)| term.id.clone()).collect();
    assert_eq!(terms, ["account".into(), "wi-fi".into()]);
}

#[test]
fn a_service_with_an_error_is_left_out_and_the_others_work() {
    let (library, findings) = parse::compile(&with("services/wifi/service.toml", "\"skills\"", "\"skill\""));
    assert_eq!(rules(&findings), [Rule::UnknownGroup]);
    assert_eq!(library.find("wifi"), None);
    let card = service(&library, "library-card");
    assert_eq!(card.related, []);
    let (_, topic) = library.topics().next().expect("a topic");
    let event = library.event(topic.events[0]).expect("an event of the library");
    assert_eq!((topic.services, event.services.len()), (1, 1));
}

#[test]
fn a_word_with_an_error_stays_in_the_text_without_its_explanation() {
    let (library, findings) = parse::compile(&with("glossary/terms.toml", "fr = \"Internet sans fil.\"\n", ""));
    assert_eq!(rules(&findings), [Rule::MissingLanguage]);
    assert_eq!(library.terms().count(), 1);
    let card = service(&library, "library-card");
    assert_eq!(card.terms, []);
    let text = card.texts.get(lang("en")).expect("English is required");
    let Block::Para(take) = &text.steps[2].blocks[0] else { panic!("a paragraph") };
    let words: String = take.0.iter().map(|piece| if let Inline::Text(text) = piece { &**text } else { "?" }).collect();
    assert_eq!(words, "Now you have a card. You can use the Wi-Fi too.");
}

#[test]
fn what_only_looks_wrong_is_shown_all_the_same() {
    let files = with("services/wifi/service.toml", "level =", "colour = \"red\"\nlevel =");
    let (library, findings) = parse::compile(&files);
    assert_eq!(rules(&findings), [Rule::UnknownKey]);
    assert!(library.find("wifi").is_some());
}

#[test]
fn a_topic_to_which_nothing_sound_belongs_is_left_out() {
    let mut files = good_files();
    files.files.retain(|file| !file.path.starts_with("services/"));
    let (library, _) = parse::compile(&files);
    assert_eq!((library.topics().count(), library.services().count()), (0, 0));
    assert_eq!(library.urgent().len(), 1);
}

#[test]
fn damaged_topics_do_not_take_the_services_away() {
    let (library, findings) = parse::compile(&with("topics.toml", "[[topic]]", "[[topic"));
    assert!(findings.iter().all(|finding| finding.path.ends_with("topics.toml")), "{findings:?}");
    assert_eq!(library.services().count(), 2);
}

#[test]
fn an_empty_folder_has_findings_and_an_empty_library() {
    let empty = ContentFiles { root: PathBuf::from("content"), ..ContentFiles::default() };
    let (library, findings) = parse::compile(&empty);
    assert_eq!(library, Library::default());
    let paths: Vec<&str> = findings.iter().map(|finding| &*finding.path).collect();
    assert_eq!(paths, ["content/pack.toml", "content/topics.toml", "content/urgent.toml"]);
}

#[test]
fn the_line_ends_of_windows_are_no_fault() {
    let mut files = good_files();
    let mut locales = good_locales();
    let texts = files.files.iter_mut().map(|file| &mut file.text);
    let words = locales.iter_mut().flat_map(|locale| &mut locale.messages).map(|file| file.text.to_mut());
    for text in texts.chain(words) {
        *text = text.replace('\n', "\r\n");
    }
    assert_eq!(check::check(&files, &locales, &Dictionaries::default()), []);
    assert_eq!(parse::compile(&files).0, parse::compile(&good_files()).0);
}

#[test]
fn thousands_of_services_are_read_as_easily_as_two() {
    const SERVICES: usize = 2_000;
    let mut files = good_files();
    let service: Vec<ContentFile> =
        files.files.iter().filter(|file| file.path.starts_with("services/wifi/")).cloned().collect();
    for number in 0..SERVICES {
        for file in &service {
            let path = file.path.replace("wifi", &format!("service-{number}"));
            // Half of them refer to something that does not exist: even the search for a similar name has an end.
            let related = if number % 2 == 0 { "\"library-card\"" } else { "\"library-cart\"" };
            files.files.push(ContentFile { path, text: file.text.replace("\"library-card\"", related) });
        }
    }
    let (library, findings) = parse::compile(&files);
    assert_eq!(library.services().count(), SERVICES / 2 + 2);
    assert_eq!(findings.len(), SERVICES / 2);
}

/// Pieces that mean something to one of the parsers.
const PIECES: &[&str] = &[
    "{#a}",
    "## ",
    "# ",
    "> [!TIP]\n",
    "> ",
    "- ",
    "1. ",
    "[x](fact:days)",
    "[](",
    "](glossary:wi-fi)",
    "**",
    "*",
    "`",
    "```\n",
    "<b>",
    "&amp;",
    "&#0;",
    "\\",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u{0}",
    "\u{301}",
    "é",
    "|a|\n|-|\n",
    "---\n",
    "===\n",
    "[^1]: ",
    "[x]: y\n",
    "!",
    "\"",
    "\"\"\"",
    "'",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ",",
    ".",
    "#",
    "true",
    "-1",
    "99999999999999999999",
    "1e9",
    "2026-11-23",
    "facts",
    "\u{e000}",
    "112",
    "a@b.c",
    "€",
    "🏠",
    "$x",
    "{ $x ->",
    "*[other]",
    "-term = ",
    "+",
    "    ",
];

/// A text in which pieces are put in place of some of its characters.
fn mutated(text: &str, changes: &[(prop::sample::Index, prop::sample::Index, usize)]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (place, piece, gone) in changes {
        let at = if letters.is_empty() { 0 } else { place.index(letters.len()) };
        let end = (at + gone).min(letters.len());
        letters.splice(at..end, piece.get(PIECES).chars());
    }
    letters.into_iter().collect()
}

type Changes = Vec<(prop::sample::Index, prop::sample::Index, usize)>;

fn changes() -> impl Strategy<Value = Changes> {
    prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..40usize), 1..12)
}

/// Every finding says where it is, and where it is exists.
fn assert_places(findings: &[Finding], files: &ContentFiles) {
    for finding in findings {
        let file = files.files.iter().find(|file| files.root.join(&file.path).display().to_string() == finding.path);
        if let Some(file) = file {
            let lines = file.text.split('\n').count();
            assert!((1..=lines).contains(&finding.line) && finding.column >= 1, "{finding}");
        }
        assert!(!finding.what.is_empty() && !finding.mend.is_empty(), "{finding}");
        assert!(!finding.to_string().chars().any(char::is_control), "{:?}", finding.to_string());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_of_a_good_file_stops_the_reader(file in any::<prop::sample::Index>(), changes in changes()) {
        let mut files = good_files();
        let file = file.index(files.files.len());
        files.files[file].text = mutated(&files.files[file].text, &changes);
        let (library, findings) = parse::compile(&files);
        if library.services().count() < 2 {
            prop_assert!(!findings.is_empty(), "something was left out without a word");
        }
        assert_places(&check::check(&files, &[], &Dictionaries::default()), &files);
    }

    #[test]
    fn no_bytes_stop_the_reader(name in 0..13usize, bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let paths = ["pack.toml", "topics.toml", "glossary/terms.toml", "urgent.toml", "services/wifi/service.toml", "services/wifi/en.md",
            "lessons/first-keys/lesson.toml", "lessons/first-keys/en.md", "lessons/pass-words.toml", "check/activities.toml",
            "rooms/get-in/room.toml", "gym/messages.toml", "code-words.toml"];
        let mut files = good_files();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        files.files.retain(|file| file.path != paths[name]);
        files.files.push(ContentFile { path: paths[name].to_owned(), text });
        assert_places(&check::check(&files, &[], &Dictionaries::default()), &files);
    }

    #[test]
    fn no_locale_stops_the_check(language in any::<bool>(), changes in changes()) {
        let mut locales = good_locales();
        let text: &mut LocaleText = if language { &mut locales[0].language } else { &mut locales[0].messages[0] };
        text.text = mutated(&text.text, &changes).into();
        for finding in check::check(&good_files(), &locales, &Dictionaries::default()) {
            prop_assert!(!finding.to_string().chars().any(char::is_control), "{:?}", finding.to_string());
        }
    }
}
