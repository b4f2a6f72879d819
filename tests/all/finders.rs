//! Finders: a few questions, an end, and answers that can be changed; and the glossary, by area and by letter.

use inclusion_kiosk::app::{App, Screen, TermGroup, addresses, screen_at};
use inclusion_kiosk::base::FinderId;
use inclusion_kiosk::content::model::{FinderStep, ItemId};
use inclusion_kiosk::content::parse;

use crate::harness::{Kiosk, LANGUAGES, SMALL, WIDE, World, good_files, lang};

/// The good content, whose finder asks where one wants to read.
fn world() -> World {
    World { library: parse::compile(&good_files()).0, ..World::real() }
}

fn finder(world: &World) -> FinderId {
    match world.library.find("what-to-read") {
        Some(ItemId::Finder(id)) => id,
        other => panic!("{other:?}"),
    }
}

fn begins(world: &World) -> Kiosk<'_> {
    let event = screen_at(&world.library, "i-want-to-read").expect("the life event");
    world.kiosk_with(App::showing(WIDE, lang("en"), event))
}

#[test]
fn questions_lead_from_a_life_event_to_what_helps_and_why() {
    let world = world();
    let mut kiosk = begins(&world);
    kiosk.choose("Where do you want to read?").sees("Choose what you like.");
    kiosk.choose("At home").sees("On paper?");
    kiosk.choose("Yes").sees("With a card you take books home.").sees("Get a library card").sees("Talk to a person");
    kiosk.choose("Get a library card");
    assert!(matches!(kiosk.app.screen(), Some(Screen::Service(_))));
    kiosk.keys("esc").sees("With a card you take books home.");
}

#[test]
fn who_does_not_know_is_led_on_at_every_question() {
    let world = world();
    begins(&world)
        .choose("Where do you want to read?")
        .choose("I do not know")
        .sees("The people here help you choose.");
    let mut kiosk = begins(&world);
    kiosk.choose("Where do you want to read?").choose("At home").choose("I do not know").sees("Both can help you.");
}

#[test]
fn an_earlier_answer_can_be_changed_and_later_ones_stay_where_they_still_make_sense() {
    let world = world();
    let id = finder(&world);
    let mut kiosk = begins(&world);
    kiosk.choose("Where do you want to read?").choose("At home").choose("No").sees("With the Wi-Fi");
    kiosk.choose("Where do you want to read? At home");
    assert_eq!(kiosk.app.screen(), Some(Screen::Finder(id, FinderStep::Question(0))));
    kiosk.choose("Here").sees("With the Wi-Fi").does_not_see("On paper?");
    // Back at home, the second question is not asked again: its answer still holds.
    kiosk.choose("Where do you want to read? Here").choose("At home").sees("With the Wi-Fi").sees("On paper? No");
}

#[test]
fn answers_are_forgotten_with_the_visit() {
    let world = world();
    let mut kiosk = begins(&world);
    kiosk.choose("Where do you want to read?").choose("At home").choose("Yes");
    kiosk.go_to_last_screen().choose("Yes, finish");
    kiosk.keys("enter");
    assert!(kiosk.app.is_at_start());
    assert_eq!(format!("{:?}", kiosk.app).matches("Answered").count(), 0);
}

#[test]
fn every_question_and_end_has_an_address() {
    let world = world();
    let all = addresses(&world.library);
    for part in ["what-to-read", "what-to-read#where", "what-to-read#paper", "what-to-read#card", "what-to-read#ask"] {
        assert!(all.iter().any(|address| address == part), "{part} is in {all:?}");
        assert!(screen_at(&world.library, part).is_some(), "{part}");
    }
    assert_eq!(screen_at(&world.library, "what-to-read#nowhere"), None);
}

#[test]
fn all_words_can_be_found_by_area_and_by_letter_in_each_language() {
    let world = World::real();
    for tag in LANGUAGES {
        let mut shown = 0;
        for letter in 'A'..='Z' {
            let screen = Screen::Terms(TermGroup::Letter(letter));
            let kiosk = world.kiosk_with(App::showing(SMALL, lang(tag), screen));
            // The last choice goes back.
            shown += kiosk.laid().choices.len() - 1;
        }
        assert_eq!(shown, world.library.terms().count(), "{tag}");
    }
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Home));
    kiosk.keys("f8").choose("All words explained").choose("Safety and privacy").choose("PIN").sees("PIN");
    assert!(matches!(kiosk.app.screen(), Some(Screen::Word(_))));
}
