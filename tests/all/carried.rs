//! The state over another version of the content: whoever writes it stays where they were.

use inclusion_kiosk::app::{App, Screen, screen_at};
use inclusion_kiosk::content::Library;
use inclusion_kiosk::content::parse;
use inclusion_kiosk::content::source::ContentFiles;

use crate::harness::{Kiosk, SMALL, THREE_GUIDES, World, lang, project};

/// The content of the project with something changed in each of its files.
fn changed(change: impl Fn(&str, &str) -> String) -> Library {
    let mut files = ContentFiles::read(&project(THREE_GUIDES)).expect("the project has content");
    for file in &mut files.files {
        file.text = change(&file.path, &file.text);
    }
    parse::compile(&files).0
}

/// The same kiosk after its content was changed.
fn carry<'w>(kiosk: &Kiosk<'_>, world: &'w World) -> Option<Kiosk<'w>> {
    let app = kiosk.app.carried(&kiosk.world.library, &world.library)?;
    Some(Kiosk { now: kiosk.now, ..world.kiosk_with(app) })
}

fn with(library: Library) -> World {
    World { library, ..World::real() }
}

#[test]
fn screen_focus_and_place_stay_when_words_change_and_ids_move() {
    let world = World::real();
    let service = world.service("itsme");
    let mut kiosk = world.kiosk_with(App::showing(SMALL, lang("en"), Screen::Step(service, 3)));
    kiosk.keys("page-down page-down down").sees("Step 4 of 7");
    let (at, focus) = (kiosk.page().at, kiosk.page().focus);
    assert!(at.block > 0 && focus.is_some(), "{at:?} {focus:?}");
    // A service before it, and a step before the one that is read.
    let new = with(changed(|path, text| match path.strip_prefix("services/itsme/") {
        Some(name) if name.ends_with(".md") => text.replacen("\n## ", "\n## New {#new}\n\nNew.\n\n## ", 1),
        _ => text.to_owned(),
    }));
    let mut carried = carry(&kiosk, &new).expect("it is there");
    carried.sees("Step 5 of 8");
    assert_eq!((carried.page().at, carried.page().focus), (at, focus));
    assert!(carried.app.rev() > kiosk.app.rev(), "a press on the old page does nothing");
    // The way back is the same one.
    carried.keys("home").sees("What do you need?");
}

#[test]
fn ids_that_became_other_numbers_lead_to_the_same_items() {
    let world = World::real();
    // Without the first service, all others have other numbers.
    let mut files = ContentFiles::read(&project(THREE_GUIDES)).expect("content");
    files.files.retain(|file| !file.path.starts_with("services/change-of-address/"));
    for file in &mut files.files {
        file.text = file.text.replace("\"change-of-address\", ", "").replace("[\"change-of-address\"]", "[\"itsme\"]");
    }
    let library = parse::compile(&files).0;
    assert_ne!(screen_at(&library, "itsme"), screen_at(&world.library, "itsme"), "the number is another one");
    let new = with(library);
    for address in ["itsme", "itsme#get-app", "itsme#stuck-many-tries", "identity-and-login", "i-lost-my-phone", "app"]
    {
        let screen = screen_at(&world.library, address).expect("a screen");
        let kiosk = world.kiosk_with(App::showing(SMALL, lang("nl"), screen));
        let carried = carry(&kiosk, &new).unwrap_or_else(|| panic!("{address} is still there"));
        assert_eq!(carried.app.screen(), screen_at(&new.library, address), "{address}");
    }
    let gone = screen_at(&world.library, "change-of-address").expect("a screen");
    let kiosk = world.kiosk_with(App::showing(SMALL, lang("nl"), gone));
    assert!(carry(&kiosk, &new).is_none(), "what is on the screen is gone");
}

#[test]
fn a_step_that_is_taken_away_leads_to_the_one_in_its_place() {
    let world = World::real();
    let service = world.service("itsme");
    let kiosk = world.kiosk_with(App::showing(SMALL, lang("en"), Screen::Step(service, 6)));
    let new = with(changed(|path, text| match path.starts_with("services/itsme/") && path.ends_with(".md") {
        true => {
            let from = text.find("## Confirm").or(text.find("## Bevestig")).expect("the last step");
            let to = text.find("{#stuck-no-smartphone}").expect("a section");
            let to = text[..to].rfind("## ").expect("its title");
            text[..from].to_owned() + &text[to..]
        }
        false => text.to_owned(),
    }));
    carry(&kiosk, &new).expect("the service is there").sees("Step 6 of 6");
}

#[test]
fn a_screen_below_that_is_gone_is_left_out_of_the_way_back() {
    let world = World::real();
    let guide = screen_at(&world.library, "itsme").expect("a screen");
    let mut kiosk = world.kiosk_with(App::showing(SMALL, lang("en"), guide));
    kiosk.keys("f1");
    let empty = with(Library::default());
    let mut carried = carry(&kiosk, &empty).expect("help needs no content");
    carried.sees("Help").keys("esc").sees("explain anything today");
    // Nobody counts the service that is no longer there.
    carried.finish().sees("Nothing about you is kept");
    let start = App::fresh(SMALL);
    assert!(start.carried(&world.library, &empty.library).is_some_and(|app| app.is_at_start()));
}
