//! Helper mode: a word for whoever sits beside the resident, more time, and one counter.

use std::collections::BTreeSet;

use inclusion_kiosk::app::{App, Screen};
use inclusion_kiosk::base::{Millis, Size};
use inclusion_kiosk::content::model::Part;
use inclusion_kiosk::page::{Block, Page};
use inclusion_kiosk::usage::event::Event;

use crate::harness::{Kiosk, LANGUAGES, SMALL, WIDE, World, lang, say};
use crate::lessons::counts::counted;
use crate::lessons::play;
use crate::walk::is_shown_whole;

/// A screen of a visit in which somebody helps: they turned it on with F1 and came back.
fn helped<'a>(world: &'a World, tag: &str, size: Size, screen: Screen) -> Kiosk<'a> {
    let mut kiosk = world.kiosk_with(App::showing(size, lang(tag), screen));
    kiosk.keys("f1").choose(&say(world, tag, "helping-start")).sees(&say(world, tag, "helping-stop"));
    assert_eq!(kiosk.app.screen(), Some(Screen::Help));
    kiosk.keys("esc");
    kiosk
}

/// What the page says to the helper.
fn cue(world: &World, tag: &str, page: &Page) -> Option<String> {
    let title = say(world, tag, "helping-title");
    page.aside.iter().find_map(|block| match block {
        Block::Call { title: known, blocks, .. } if known.to_plain_string() == title => match blocks.as_slice() {
            [Block::Para(words)] => Some(words.to_plain_string()),
            other => panic!("one short paragraph: {other:?}"),
        },
        _ => None,
    })
}

/// All steps of a guide, all cards and exercises of the lessons, all scenes of rooms and messages of the gym.
fn to_do(world: &World) -> Vec<Screen> {
    let guide = world.service("itsme");
    let steps = world.library.service(guide).expect("a guide").steps().len() as u16;
    let parts = world.library.lessons().flat_map(|(id, lesson)| {
        let part = |(at, part): (u16, &Part)| match part {
            Part::Card(_) => Screen::Card(id, at),
            Part::Exercise(_) => Screen::Exercise(id, at),
        };
        (0..).zip(&lesson.parts).map(part).collect::<Vec<_>>()
    });
    let rooms = world.library.rooms();
    let scenes = rooms.flat_map(|(id, room)| (0..room.scenes.len() as u16).map(move |at| Screen::Scene(id, at)));
    let messages = (0..world.library.gym().messages.len() as u16).map(Screen::Message);
    (0..steps).map(|step| Screen::Step(guide, step)).chain(parts).chain(scenes).chain(messages).collect()
}

#[test]
fn every_step_card_and_exercise_has_a_short_word_for_the_helper_below_all_else() {
    let world = World::corpus();
    for tag in LANGUAGES {
        for size in [WIDE, SMALL] {
            let (mut cues, mut shown) = (BTreeSet::new(), 0);
            for screen in to_do(&world) {
                let mut alone = world.kiosk_with(App::showing(size, lang(tag), screen));
                // As after the way to F1 and back.
                alone.keys("f1 esc");
                assert_eq!(cue(&world, tag, &alone.page()), None, "nobody helps on {screen:?}");
                let kiosk = helped(&world, tag, size, screen);
                let page = kiosk.page();
                let said = cue(&world, tag, &page).expect("a cue");
                assert!(said.chars().count() <= 80, "{said}");
                assert_eq!(page.blocks, alone.page().blocks);
                let begins = |kiosk: &Kiosk| kiosk.laid().stops.clone();
                assert_eq!(begins(&kiosk), begins(&alone), "nothing of the resident moves to another screenful");
                let first: String = said.chars().take(12).collect();
                shown += usize::from(kiosk.screen().contains(&first));
                is_shown_whole(&format!("{screen:?} in {tag} with a helper"), kiosk);
                cues.insert(said);
            }
            assert_eq!(cues.len(), 4 + 2 + 3, "they vary with the kind of screen: {cues:#?}");
            assert!(size == SMALL || shown > 100, "on the usual screen most are seen at once: {shown}");
        }
    }
}

#[test]
fn the_cues_of_steps_take_turns_and_a_solved_exercise_has_one_of_its_own() {
    let world = World::corpus();
    let guide = world.service("itsme");
    let of_step = |at| cue(&world, "en", &helped(&world, "en", WIDE, Screen::Step(guide, at)).page());
    let told: BTreeSet<_> = (0..4).map(of_step).collect();
    assert_eq!(told.len(), 4);
    let mut solved = 0;
    play::every_exercise(&world, "en", WIDE, |kiosk, exercise| {
        if !play::is_a(exercise, "choose-one") {
            return;
        }
        let mut kiosk = helped(&world, "en", WIDE, kiosk.app.screen().expect("an exercise"));
        let before = cue(&world, "en", &kiosk.page());
        play::solve(&mut kiosk, exercise, "en");
        let after = cue(&world, "en", &kiosk.page());
        assert_eq!(after, Some(say(&world, "en", "helping-solved")));
        assert_ne!(after, before);
        solved += 1;
    });
    assert!(solved > 5, "{solved}");
}

#[test]
fn every_screen_says_that_somebody_helps_and_f1_ends_it() {
    let world = World::corpus();
    for tag in LANGUAGES {
        for size in [WIDE, SMALL] {
            let on = say(&world, tag, "helping-on");
            for screen in [Screen::Home, Screen::Lessons, Screen::Person(None), Screen::Map] {
                let mut kiosk = helped(&world, tag, size, screen);
                let line = |kiosk: &Kiosk| kiosk.screen().lines().any(|line| line.contains(&on) && line.contains('─'));
                assert!(line(&kiosk), "it takes no room: it stands in the rule:\n{}", kiosk.screen());
                kiosk.keys("f1");
                is_shown_whole("the help", kiosk.clone());
                kiosk.choose(&say(&world, tag, "helping-stop")).keys("esc");
                assert!(!line(&kiosk), "{}", kiosk.screen());
                assert_eq!(kiosk.page().blocks, world.kiosk_with(App::showing(size, lang(tag), screen)).page().blocks);
            }
        }
    }
}

#[test]
fn a_key_too_many_on_the_help_screen_turns_nothing_on_or_off() {
    let world = World::corpus();
    for size in [WIDE, SMALL] {
        let mut kiosk = world.kiosk_with(App::showing(size, lang("en"), Screen::Home));
        kiosk.keys("f1 enter enter").does_not_see(&say(&world, "en", "helping-on"));
        let mut kiosk = helped(&world, "en", size, Screen::Home);
        kiosk.keys("f1 enter").sees(&say(&world, "en", "helping-on"));
        assert_eq!(kiosk.app.screen(), Some(Screen::Home));
    }
}

#[test]
fn a_helper_finds_it_on_the_first_screen_in_the_language_that_speaks() {
    let world = World::corpus();
    for size in [WIDE, SMALL] {
        let mut kiosk = world.kiosk(size);
        kiosk.keys("enter").sees("J'aide quelqu'un");
        is_shown_whole("the choice of a language", kiosk.clone());
        kiosk.choose("J'aide quelqu'un");
        assert_eq!(kiosk.app.screen(), Some(Screen::Welcome), "the language is still to be chosen");
        kiosk.choose("Nederlands").sees("Je helpt iemand");
        kiosk.keys("f2").does_not_see("Ik help iemand");
    }
}

#[test]
fn whoever_helps_has_five_minutes_everywhere() {
    let mut world = World::corpus();
    let due = |world: &World, screen| {
        let mut kiosk = helped(world, "en", WIDE, screen);
        let with = kiosk.deadline().expect("a visit").since(kiosk.now);
        kiosk.keys("f1").choose(&say(world, "en", "helping-stop")).keys("esc");
        (with, kiosk.deadline().expect("a visit").since(kiosk.now))
    };
    let seconds = Millis::from_seconds;
    let step = Screen::Step(world.service("itsme"), 0);
    assert_eq!(due(&world, Screen::Home), (seconds(300), seconds(60)));
    assert_eq!(due(&world, step), (seconds(300), seconds(180)));
    world.settings.helping_limit = seconds(600);
    assert_eq!(due(&world, Screen::Home).0, seconds(600), "staff decide");
    (world.settings.helping_limit, world.settings.reading_limit) = (seconds(300), seconds(600));
    assert_eq!(due(&world, step), (seconds(600), seconds(600)), "never less than alone");
}

#[test]
fn a_visit_with_a_helper_is_counted_as_assisted_once_and_forgotten() {
    let world = World::corpus();
    let visit = || helped(&world, "en", WIDE, Screen::Home);
    let mut alone = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Home));
    assert!(!counted(&mut alone).contains(&Event::Assisted));
    let of = |events: Vec<Event>| events.iter().filter(|event| **event == Event::Assisted).count();
    assert_eq!(of(counted(&mut visit())), 1);
    // At any time of the visit is enough, and twice is once.
    let mut twice = visit();
    for label in ["helping-stop", "helping-start", "helping-stop"] {
        twice.keys("f1").choose(&say(&world, "en", label)).keys("esc");
    }
    twice.keys("f10").sees("Visits in which somebody was helped").keys("esc");
    assert_eq!(of(counted(&mut twice)), 1);
    let mut left = visit();
    left.wait(300);
    left.wait(30);
    assert!(left.app.is_at_start());
    left.keys("enter 3").does_not_see(&say(&world, "en", "helping-on"));
}
