//! A language is a folder: German, from a fixture, is used to the last screen, with no line of Rust changed.

use inclusion_kiosk::app::{App, Screen};
use inclusion_kiosk::base::Role;
use inclusion_kiosk::content::source::read_locales;

use crate::harness::{SMALL, WIDE, World, lang, project};

fn with_german() -> World {
    let mut locales = read_locales(&project("locales")).expect("the project has locales").0;
    locales.extend(read_locales(&project("tests/fixtures/locales-de")).expect("the fixture exists").0);
    World::with_locales(locales)
}

#[test]
fn a_fourth_language_is_chosen_and_used_to_the_last_screen() {
    let world = with_german();
    for size in [WIDE, SMALL] {
        let mut kiosk = world.kiosk(size);
        kiosk.sees("Guten Tag").keys("enter 4");
        assert_eq!(kiosk.app.lang().map(|lang| lang.to_string()).as_deref(), Some("de"));
        let mut presses = 0;
        kiosk.keys("1");
        while !matches!(kiosk.app.screen(), Some(Screen::Done(..))) {
            kiosk.keys("enter");
            presses += 1;
            assert!(presses < 80, "Enter leads on:\n{}", kiosk.screen());
        }
        kiosk.keys("enter").finish().keys("enter");
        assert!(kiosk.app.is_at_start());
    }
}

#[test]
fn what_is_missing_in_it_comes_from_its_declared_chain_and_is_marked() {
    let world = with_german();
    let (de, nl) = (lang("de"), lang("nl"));
    let kiosk = world.kiosk_with(App::showing(WIDE, de, Screen::Person(None)));
    let title = kiosk.page().title;
    assert_eq!(title.0.first().map(|span| span.role), Some(Role::LanguageMark), "{title:?}");
    assert!(title.0.iter().any(|span| span.lang == nl), "{title:?}");
}
