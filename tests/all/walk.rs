//! A walk over every screen of all content, in every language and size: nothing cut, nothing empty, no way out closed.

use std::collections::{BTreeMap, VecDeque};

use inclusion_kiosk::app::{App, Ask, Screen};
use inclusion_kiosk::base::{Key, Lang, Role, Size, Text};
use inclusion_kiosk::page::{Block, Page, Target};
use inclusion_kiosk::present::plain;

use crate::harness::{HUGE, Kiosk, SMALL, WIDE, World};

/// Every screen that can be reached in a language, by its state written out.
fn reachable<'a>(world: &'a World, lang: Lang, size: Size) -> BTreeMap<String, Kiosk<'a>> {
    let start = world.kiosk_with(App::showing(size, lang, Screen::Home));
    let mut found = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(kiosk) = queue.pop_front() {
        let name = format!("{:?}", kiosk.app.screen());
        if kiosk.app.lang() != Some(lang) || kiosk.app.is_at_start() || found.contains_key(&name) {
            continue;
        }
        let choices = kiosk.laid().choices.iter().map(|(target, _)| *target);
        let keys = kiosk.page().keys.into_iter().filter(|hint| hint.on).map(|hint| Target::Key(hint.key));
        for target in choices.chain(keys) {
            let mut next = kiosk.clone();
            let rev = next.app.rev();
            next.send(inclusion_kiosk::app::Msg::Pointer(next.now, rev, target));
            if next.app.screen().is_some() {
                queue.push_back(next);
            }
        }
        found.insert(name, kiosk);
    }
    assert!(found.len() > 40, "the walk finds the screens of all services, not only {}", found.len());
    found
}

fn languages(world: &World) -> Vec<Lang> {
    world.texts.languages().iter().map(|spoken| spoken.lang).collect()
}

/// The pages before and after a visit, which no choice leads to.
fn outside<'a>(world: &'a World, size: Size) -> Vec<Kiosk<'a>> {
    let mut erased = world.kiosk_with(App::showing(size, world.texts.first(), Screen::Finish));
    erased.keys("1");
    vec![world.kiosk(size), world.kiosk(Size { width: 30, height: 10 }), erased]
}

pub fn all_pages<'a>(world: &'a World, size: Size) -> Vec<(String, Kiosk<'a>)> {
    let visits = languages(world).into_iter().flat_map(|lang| {
        reachable(world, lang, size).into_iter().map(move |(name, kiosk)| (format!("{name} in {lang}"), kiosk))
    });
    visits.chain(outside(world, size).into_iter().map(|kiosk| ("outside a visit".to_owned(), kiosk))).collect()
}

/// Every text of a page, wherever it stands.
fn texts(page: &Page) -> Vec<Text> {
    page.texts().into_iter().cloned().collect()
}

#[test]
fn no_text_is_empty_untranslated_or_in_another_language_by_accident() {
    let world = World::real();
    for (name, kiosk) in all_pages(&world, WIDE) {
        let page = kiosk.page();
        let mut texts = texts(&page);
        if page.name == "start" || page.name == "too-small" {
            texts.retain(|text| *text != page.title);
        }
        for text in texts {
            let words = text.to_plain_string();
            assert!(!words.trim().is_empty(), "an empty text on {name}");
            assert!(!looks_like_an_id(&words), "an untranslated message on {name}: {words}");
            assert!(!words.contains("{$") && !words.contains("{ $"), "a message without its value on {name}: {words}");
            let marked = text.0.iter().any(|span| span.role == Role::LanguageMark);
            assert!(!marked, "a text of the real content that is missing in a language on {name}: {words}");
        }
    }
}

/// Whether a text is the id of a message: small letters and hyphens, as no label is.
fn looks_like_an_id(words: &str) -> bool {
    words.contains('-')
        && words.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !words.starts_with("e-")
}

#[test]
fn nothing_is_cut_and_everything_can_be_turned_to() {
    let world = World::real();
    for size in [WIDE, SMALL, HUGE] {
        for (name, kiosk) in all_pages(&world, size) {
            is_shown_whole(&name, kiosk);
        }
    }
}

/// So many columns of a line a list takes for itself at most.
const MARGINS: usize = 8;

/// Nothing of a page is cut, and all of it comes into view while one turns on.
pub fn is_shown_whole(name: &str, mut kiosk: Kiosk) {
    let size = kiosk.app.size();
    let title = normal(&kiosk.page().title.to_plain_string());
    let mut seen = String::new();
    // Some screens begin where one types.
    while !kiosk.page().keys.is_empty() && kiosk.laid().before(kiosk.laid().at).is_some() {
        kiosk.keys("page-up");
    }
    for _ in 0..40 {
        let screen = normal(&kiosk.screen());
        assert!(screen.contains(&title), "the title is cut on {name} at {size:?}:\n{}", kiosk.screen());
        let body = kiosk.screen().lines().skip(1).collect::<Vec<_>>().join("\n");
        assert!(!body.contains('…'), "something is cut on {name} at {size:?}:\n{body}");
        seen.push_str(&screen);
        seen.push(' ');
        let (before, outside) = (kiosk.laid().at, kiosk.page().keys.is_empty());
        if outside {
            break;
        }
        kiosk.keys("page-down");
        if kiosk.laid().at == before {
            break;
        }
    }
    if kiosk.app.screen().is_some() {
        // A web address that is longer than a line goes on in the next one; on a device there are its sides in between.
        let joined: String = seen.split([' ', '│']).collect();
        for word in body_words(&kiosk.page()) {
            let is_long = word.chars().count() + MARGINS > usize::from(size.width);
            let is_shown = seen.contains(&word) || (is_long && joined.contains(&word));
            assert!(is_shown, "'{word}' of {name} is never shown at {size:?}");
        }
    }
}

/// The words of the body of a page, one by one: lines break between them only.
fn body_words(page: &Page) -> Vec<String> {
    let mut blocks = page.blocks.clone();
    // Pictures say the same in more than one way, of which one is shown.
    blocks.retain(|block| !matches!(block, Block::Keyboard { .. } | Block::Map(_)));
    let title = Text::default();
    // What stands aside is left out where there is no room.
    let (aside, keys) = (None, vec![]);
    let body = Page { title, place: vec![], keys, progress: None, notice: None, aside, blocks, ..page.clone() };
    let texts = texts(&body);
    texts
        .iter()
        .flat_map(|text| normal(&text.to_plain_string()).split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_glyph_exists_on_the_linux_console() {
    let table = include_str!("../../src/content/check/vt-glyphs.txt");
    let glyphs: Vec<char> = table
        .lines()
        .filter_map(|line| u32::from_str_radix(line.trim_start_matches("U+").trim(), 16).ok().and_then(char::from_u32))
        .collect();
    assert!(glyphs.len() > 500, "the table is read");
    let world = World::real();
    for size in [WIDE, SMALL] {
        for (name, kiosk) in all_pages(&world, size) {
            for c in kiosk.screen().chars().filter(|c| *c != '\n') {
                assert!(glyphs.contains(&c), "{c:?} (U+{:04X}) on {name} cannot be shown", u32::from(c));
            }
        }
    }
}

#[test]
fn from_every_screen_home_back_help_and_a_person_are_reached_with_their_keys() {
    let world = World::real();
    for size in [WIDE, SMALL] {
        for (name, kiosk) in languages(&world).into_iter().flat_map(|lang| reachable(&world, lang, size)) {
            let on = |key: &str, wanted: fn(Screen) -> bool| {
                let mut kiosk = kiosk.clone();
                kiosk.keys(key);
                let reached = kiosk.app.screen().is_some_and(wanted);
                assert!(reached, "{key} on {name} leads to {:?}", kiosk.app.screen());
            };
            on("home", |screen| screen == Screen::Home);
            on("f1", |screen| screen == Screen::Help);
            on("f7", |screen| matches!(screen, Screen::Person(_)));
            // Over the questions for those who like to answer, where they are still to be asked.
            on("f10 f10", |screen| screen == Screen::Finish);
            let mut back = kiosk.clone();
            for _ in 0..back.app.depth() {
                back.keys("esc");
            }
            let end = back.app.screen();
            let ends = [Screen::Finish, Screen::Questions(Ask::FirstTime), Screen::Welcome];
            assert!(end.is_some_and(|end| ends.contains(&end)), "Back from {name} ends at {end:?}");
        }
    }
}

#[test]
fn the_language_changes_on_every_screen_and_keeps_the_place_and_the_focus() {
    let world = World::real();
    for from in languages(&world) {
        for (name, kiosk) in reachable(&world, from, SMALL) {
            if matches!(kiosk.app.screen(), Some(Screen::Welcome | Screen::Languages)) {
                continue;
            }
            for (number, to) in (1..).zip(languages(&world)) {
                for way in ["", "page-down", "tab tab", "down down", "page-down page-down up"] {
                    let mut kiosk = kiosk.clone();
                    kiosk.keys(way);
                    let (screen, focus, depth) = (kiosk.app.screen(), kiosk.page().focus, kiosk.app.depth());
                    let at = kiosk.page().at;
                    kiosk.keys(&format!("f2 {number}"));
                    assert_eq!(kiosk.app.lang(), Some(to), "{name}");
                    assert_eq!((kiosk.app.screen(), kiosk.app.depth()), (screen, depth), "{name} after {way}");
                    assert_eq!((kiosk.page().focus, kiosk.page().at), (focus, at), "{name} after {way}");
                }
            }
        }
    }
}

#[test]
fn the_cursor_stands_on_the_focus_on_every_screen() {
    let world = World::real();
    for size in [WIDE, SMALL, HUGE] {
        for (name, kiosk) in all_pages(&world, size) {
            let laid = kiosk.laid();
            let (x, y) = laid.cursor;
            assert!(x < laid.size.width && y < laid.size.height, "the cursor of {name} is on the screen");
            if let Some(focus) = laid.focus {
                assert_eq!(
                    laid.hit(x, y),
                    Some(focus),
                    "the cursor of {name} at {size:?} is on the focus:\n{}",
                    kiosk.screen()
                );
            }
        }
    }
}

#[test]
fn tab_reaches_every_choice_and_every_key() {
    let world = World::real();
    let lang = world.texts.first();
    for (name, kiosk) in reachable(&world, lang, SMALL) {
        let choices = kiosk.laid().choices.iter().map(|(target, _)| *target);
        let keys = kiosk.page().keys.into_iter().filter(|hint| hint.on && hint.key != Key::Tab);
        let mut missing: Vec<Target> = choices.chain(keys.map(|hint| Target::Key(hint.key))).collect();
        let mut walker = kiosk.clone();
        for _ in 0..missing.len() + 1 {
            walker.keys("tab");
            let focus = walker.laid().focus;
            missing.retain(|target| Some(*target) != focus);
        }
        assert!(missing.is_empty(), "Tab on {name} never reaches {missing:?}");
    }
}

#[test]
fn every_screen_reads_well_as_plain_text() {
    let world = World::real();
    for (name, kiosk) in all_pages(&world, WIDE) {
        let text = plain::write(&kiosk.page());
        assert!(!text.trim().is_empty(), "{name} says nothing");
        assert!(
            !text.chars().any(|c| ('\u{2500}'..='\u{259f}').contains(&c)),
            "{name} draws lines in its text:\n{text}"
        );
    }
}
