//! Rehearsal rooms and the scam gym: every room is played to its goal and into each of its mistakes, every message is judged.

use std::collections::BTreeSet;

use inclusion_kiosk::app::{App, Msg, Screen, addresses, screen_at};
use inclusion_kiosk::base::{Key, RoomId, Size};
use inclusion_kiosk::content::model::{ExerciseKind, Gym, Leads, Localized, Room, Scene};
use inclusion_kiosk::page::{Spot, Target};
use inclusion_kiosk::present::plain;
use inclusion_kiosk::usage::event::{Age, Event, Reply};

use crate::harness::{Kiosk, LANGUAGES, SMALL, WIDE, World, lang, project, say};
use crate::lessons::counts::counted;
use crate::lessons::play::{choose_text, plainly, solve};
use crate::walk::is_shown_whole;

fn said(text: &Localized<Box<str>>, tag: &str) -> String {
    text.get(lang(tag)).expect("it is said in each language").to_string()
}

/// Calls for each room in each language and size, on its first scene.
fn every_room(world: &World, mut with: impl FnMut(Kiosk, RoomId, &Room, &str, Size)) {
    assert!(world.library.rooms().count() >= 6);
    for (id, room) in world.library.rooms() {
        for tag in LANGUAGES {
            for size in [WIDE, SMALL] {
                let mut kiosk = world.kiosk_with(App::showing(size, lang(tag), Screen::Room(id)));
                choose_text(&mut kiosk, &say(world, tag, "room-begin"));
                assert_eq!(kiosk.app.screen(), Some(Screen::Scene(id, 0)));
                with(kiosk, id, &room, tag, size);
            }
        }
    }
}

/// Types the practice data of a scene as a resident does: sign by sign, and Enter after each field.
fn fill(kiosk: &mut Kiosk, scene: &Scene, tag: &str) {
    for field in scene.fields() {
        let label = said(&field.label, tag);
        said(&field.practice, tag).chars().for_each(|sign| _ = kiosk.press(Key::Char(sign)));
        assert!(kiosk.screen().contains(&label), "the field {label} is in view:\n{}", kiosk.screen());
        let told = plain::write(&kiosk.page());
        assert!(told.contains(&say(kiosk.world, tag, "room-enter")), "Enter is still to come:\n{told}");
        kiosk.keys("enter");
    }
    assert!(matches!(kiosk.app.screen(), Some(Screen::Scene(..))), "nothing was pressed by it:\n{}", kiosk.screen());
    assert!(!kiosk.is_typed_on(), "all fields are filled:\n{}", kiosk.screen());
}

/// The scenes on the shortest way from one of them to the goal, without a mistake: the label of each button.
fn way_to_goal(room: &Room, from: u16) -> Vec<(u16, usize)> {
    let mut ways = std::collections::VecDeque::from([(from, Vec::new())]);
    let mut seen = BTreeSet::from([from]);
    while let Some((at, way)) = ways.pop_front() {
        let scene = &room.scenes[usize::from(at)];
        for (number, button) in scene.buttons().enumerate().filter(|(_, button)| !button.is_mistake()) {
            let way: Vec<_> = way.iter().copied().chain([(at, number)]).collect();
            match button.leads {
                Leads::Goal => return way,
                Leads::To(next) if seen.insert(next) => ways.push_back((next, way)),
                Leads::To(_) => {}
            }
        }
    }
    panic!("{} has no way from scene {from}", room.id);
}

fn walk_to_goal(kiosk: &mut Kiosk, room: &Room, from: u16, tag: &str) {
    for (at, number) in way_to_goal(room, from) {
        let scene = &room.scenes[usize::from(at)];
        if kiosk.is_typed_on() {
            fill(kiosk, scene, tag);
        }
        let button = scene.buttons().nth(number).expect("a button");
        choose_text(kiosk, &said(&button.text, tag));
    }
}

#[test]
fn every_room_is_played_to_its_goal_with_the_keyboard_alone() {
    let world = World::corpus();
    every_room(&world, |mut kiosk, id, room, tag, _| {
        walk_to_goal(&mut kiosk, room, 0, tag);
        assert_eq!(kiosk.app.screen(), Some(Screen::Rehearsed(id)), "{} in {tag}", room.id);
        let told = plain::write(&kiosk.page());
        for learned in &room.learned {
            assert!(told.contains(&plainly(learned, tag)), "{} in {tag} says what was learned:\n{told}", room.id);
        }
        kiosk.choose(&say(&world, tag, "room-others"));
        let list = plain::write(&kiosk.page());
        assert!(list.contains(&say(&world, tag, "room-seen")), "the list knows it:\n{list}");
    });
}

#[test]
fn every_mistake_is_explained_and_leads_back_to_the_goal() {
    let world = World::corpus();
    let mut tried = 0;
    every_room(&world, |kiosk, id, room, tag, size| {
        for (at, scene) in (0..).zip(&room.scenes) {
            for button in scene.buttons().filter(|button| button.is_mistake()) {
                let mut kiosk = world.kiosk_with(App::showing(size, lang(tag), Screen::Scene(id, at)));
                choose_text(&mut kiosk, &said(&button.text, tag));
                let told = plain::write(&kiosk.page());
                let name = format!("'{}' in {} in {tag}", said(&button.text, tag), room.id);
                assert!(told.contains(&plainly(&button.mistake, tag)), "{name} is explained:\n{told}");
                assert!(told.contains(&say(&world, tag, "room-nothing-real")), "{name} is framed as practice");
                is_shown_whole(&name, kiosk.clone());
                let back = if button.leads == Leads::To(at) { "exercise-again" } else { "mistake-on" };
                choose_text(&mut kiosk, &say(&world, tag, back));
                let Leads::To(next) = button.leads else { panic!("{name} leads to the goal") };
                assert_eq!(kiosk.app.screen(), Some(Screen::Scene(id, next)), "{name}");
                walk_to_goal(&mut kiosk, room, next, tag);
                assert_eq!(kiosk.app.screen(), Some(Screen::Rehearsed(id)), "{name}");
                tried += 1;
            }
        }
        drop(kiosk);
    });
    assert!(tried >= 6 * 3 * 6, "{tried}");
}

#[test]
fn every_scene_is_shown_whole_and_says_that_nothing_is_real() {
    let world = World::corpus();
    every_room(&world, |_, id, room, tag, size| {
        let scenes = (0..room.scenes.len() as u16).map(|at| Screen::Scene(id, at));
        for screen in scenes.chain([Screen::Room(id), Screen::Rehearsed(id)]) {
            let kiosk = world.kiosk_with(App::showing(size, lang(tag), screen));
            let told = plain::write(&kiosk.page());
            assert!(told.contains(&say(&world, tag, "room-nothing-real")), "{screen:?} of {}:\n{told}", room.id);
            is_shown_whole(&format!("{screen:?} of {} in {tag}", room.id), kiosk);
        }
    });
    for tag in LANGUAGES {
        for size in [WIDE, SMALL] {
            for screen in [Screen::Rooms, Screen::Gym, Screen::GymEnd(0)] {
                is_shown_whole(&format!("{screen:?}"), world.kiosk_with(App::showing(size, lang(tag), screen)));
            }
        }
    }
}

#[test]
fn a_field_of_a_room_takes_its_practice_data_and_nothing_that_is_real() {
    let world = World::corpus();
    let (id, room) = world
        .library
        .rooms()
        .find(|(_, room)| room.scenes.iter().any(|scene| scene.fields().count() > 0))
        .expect("a field");
    let at = room.scenes.iter().position(|scene| scene.fields().count() > 0).expect("a field");
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Scene(id, at as u16)));
    let practice = said(&room.scenes[at].fields().next().expect("a field").practice, "en");
    let typed = "93.04.28-123.45 BE68 5390 0754 7034 zorro";
    typed.chars().for_each(|sign| _ = kiosk.press(Key::Char(sign)));
    let told = plain::write(&kiosk.page());
    assert!(!told.contains(typed) && !told.contains("zorro") && !told.contains("BE68"), "{told}");
    // Enter says what works here, and the machine fills the fields in for whoever asks.
    kiosk.keys("enter");
    assert!(plain::write(&kiosk.page()).contains(&practice), "{}", kiosk.screen());
    for _ in room.scenes[at].fields() {
        kiosk.choose("Fill it in for me");
    }
    assert!(!kiosk.is_typed_on());
}

#[test]
fn a_button_leads_on_once_the_last_field_is_typed_and_needs_no_enter() {
    let world = World::corpus();
    let mut seen = 0;
    for (id, room) in world.library.rooms() {
        for (at, scene) in (0..).zip(&room.scenes).filter(|(_, scene)| scene.fields().count() > 0) {
            let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("fr"), Screen::Scene(id, at)));
            let button = scene.buttons().find(|button| !button.is_mistake()).expect("a way on");
            let label = said(&button.text, "fr");
            for field in scene.fields() {
                choose_text(&mut kiosk, &label);
                assert_eq!(kiosk.app.screen(), Some(Screen::Scene(id, at)), "{} #{}: too early", room.id, scene.id);
                said(&field.practice, "fr").chars().for_each(|sign| _ = kiosk.press(Key::Char(sign)));
            }
            choose_text(&mut kiosk, &label);
            let leads = match button.leads {
                Leads::To(next) => Screen::Scene(id, next),
                Leads::Goal => Screen::Rehearsed(id),
            };
            assert_eq!(kiosk.app.screen(), Some(leads), "{} #{}:\n{}", room.id, scene.id, kiosk.screen());
            seen += 1;
        }
    }
    assert!(seen > 5, "{seen}");
}

#[test]
fn a_room_that_is_played_again_begins_with_empty_fields_and_the_language_may_change_inside_it() {
    let world = World::corpus();
    every_room(&world, |mut kiosk, id, room, tag, _| {
        let next = LANGUAGES.iter().position(|known| *known == tag).map_or(0, |at| (at + 1) % 3);
        // In the middle of a field, where there is one: what was typed of the other practice data is not shown with this one.
        let first = room.scenes[0].fields().next().map(|field| said(&field.practice, tag));
        first.iter().flat_map(|text| text.chars().take(2)).for_each(|sign| _ = kiosk.press(Key::Char(sign)));
        kiosk.keys(&format!("f2 {}", next + 1));
        assert_eq!(kiosk.app.screen(), Some(Screen::Scene(id, 0)), "{}", room.id);
        let wanted = room.scenes[0].fields().next().map(|field| said(&field.practice, LANGUAGES[next]));
        let typed = first.iter().flat_map(|text| text.chars().take(2)).collect::<String>();
        for _ in typed.chars().filter(|_| wanted.as_ref().is_some_and(|wanted| wanted.starts_with(&typed))) {
            kiosk.keys("backspace");
        }
        let other = LANGUAGES[next];
        assert_eq!(kiosk.app.lang(), Some(lang(other)));
        walk_to_goal(&mut kiosk, room, 0, other);
        kiosk.choose(&say(&world, other, "room-again"));
        let typed = kiosk.is_typed_on();
        assert_eq!(typed, room.scenes[0].fields().count() > 0, "{} begins anew", room.id);
    });
}

#[test]
fn every_scene_and_message_has_an_address() {
    let world = World::corpus();
    let all = addresses(&world.library);
    for (id, room) in world.library.rooms() {
        assert_eq!(screen_at(&world.library, &room.id), Some(Screen::Room(id)));
        for (at, scene) in (0..).zip(&room.scenes) {
            let address = format!("{}#{}", room.id, scene.id);
            assert_eq!(screen_at(&world.library, &address), Some(Screen::Scene(id, at)));
            assert!(all.contains(&address), "{address}");
        }
    }
    for (at, message) in (0..).zip(&world.library.gym().messages) {
        let address = format!("gym#{}", message.id);
        assert_eq!(screen_at(&world.library, &address), Some(Screen::Message(at)));
        assert!(all.contains(&address), "{address}");
    }
}

#[test]
fn the_gym_has_thirty_messages_and_more_of_every_kind_real_and_false() {
    let gym: std::sync::Arc<Gym> = World::corpus().library.gym();
    let fakes = gym.messages.iter().filter_map(|message| match &message.kind {
        ExerciseKind::RealOrFalse(fake) => Some(fake),
        _ => None,
    });
    let fakes: Vec<_> = fakes.collect();
    assert!(fakes.len() >= 30 && fakes.len() == gym.messages.len(), "{}", fakes.len());
    let kinds: BTreeSet<String> = fakes.iter().map(|fake| format!("{:?}", fake.kind)).collect();
    assert!(kinds.len() >= 5, "{kinds:?}");
    let of_real = fakes.iter().filter(|fake| !fake.is_false()).count();
    assert!(of_real * 4 >= fakes.len() && of_real * 2 <= fakes.len(), "{of_real} of {} are real", fakes.len());
    assert!(!gym.help.is_empty(), "somebody can be called");
}

#[test]
fn every_message_is_judged_with_the_keyboard_alone_and_every_clue_is_told() {
    let world = World::corpus();
    for tag in LANGUAGES {
        for size in [WIDE, SMALL] {
            for (at, message) in (0..).zip(&world.library.gym().messages) {
                let mut kiosk = world.kiosk_with(App::showing(size, lang(tag), Screen::Message(at)));
                let name = format!("{} in {tag}", message.id);
                is_shown_whole(&name, kiosk.clone());
                solve(&mut kiosk, message, tag);
                let told = plain::write(&kiosk.page());
                assert!(told.contains(&say(&world, tag, "exercise-right")), "{name} is solved:\n{told}");
                assert!(told.contains(&plainly(&message.why, tag)), "{name} says why:\n{told}");
                let ExerciseKind::RealOrFalse(fake) = &message.kind else { panic!("{name}") };
                for piece in &fake.pieces {
                    assert!(told.contains(&plainly(&piece.because, tag)), "{name} says why of each piece:\n{told}");
                }
                is_shown_whole(&format!("the answer of {name}"), kiosk);
            }
        }
    }
}

#[test]
fn whoever_is_taken_in_looks_again_and_whoever_doubts_a_real_one_is_told_why_it_is_fine() {
    let world = World::corpus();
    for (at, message) in (0..).zip(&world.library.gym().messages) {
        let ExerciseKind::RealOrFalse(fake) = &message.kind else { panic!("a message") };
        let mut kiosk = world.kiosk_with(App::showing(SMALL, lang("en"), Screen::Message(at)));
        if fake.is_false() {
            kiosk.choose("It is real").sees("This message is false.");
            let told = plain::write(&kiosk.page());
            for piece in &fake.pieces {
                assert!(!told.contains(&plainly(&piece.because, "en")), "the clues are still to be found:\n{told}");
            }
            kiosk.choose("Find what shows it is false").sees("What shows it?");
        } else {
            kiosk.choose("It is false").sees("This message is real.");
            assert!(plain::write(&kiosk.page()).contains(&plainly(&message.why, "en")));
        }
    }
}

#[test]
fn a_session_has_ten_messages_none_comes_twice_and_its_end_says_whom_to_call() {
    let world = World::corpus();
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Lessons));
    kiosk.choose("Real or false?");
    let mut seen = BTreeSet::new();
    for label in ["Begin: ten messages", "Ten other messages"] {
        kiosk.choose(label);
        for number in 1..=10 {
            let Some(Screen::Message(at)) = kiosk.app.screen() else { panic!("a message:\n{}", kiosk.screen()) };
            assert!(seen.insert(at), "none comes twice");
            kiosk.sees(&format!("Message {number} of 10")).choose("Show me the answer");
            kiosk.choose(if number < 10 { "The next message" } else { "To the end" });
        }
        assert!(matches!(kiosk.app.screen(), Some(Screen::GymEnd(_))));
        let told = plain::write(&kiosk.page());
        assert!(told.contains("Card Stop"), "{told}");
    }
}

#[test]
fn practice_makes_a_visit_engaged_and_is_counted_in_no_other_way() {
    let world = World::corpus();
    let (id, _) = world.library.rooms().next().expect("a room");
    for screen in [Screen::Room(id), Screen::Gym] {
        let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), screen));
        let before = counted(&mut kiosk.clone());
        assert!(!before.contains(&Event::Engaged), "to look at the first page is not to begin");
        match screen {
            Screen::Gym => kiosk.choose("Begin: ten messages").choose("Show me the answer"),
            _ => kiosk.choose("Begin"),
        };
        let mut after = counted(&mut kiosk);
        after.retain(|event| !before.contains(event));
        // Who did something is asked three questions on the way out, and passed them here.
        let asked = [Event::FirstTime(Reply::Skip), Event::Age(Age::Skip), Event::HomeNet(Reply::Skip)];
        assert_eq!(after, [&[Event::Engaged][..], &asked].concat());
    }
}

#[test]
fn every_room_and_message_is_in_the_library() {
    let library = World::corpus().library;
    let rooms = std::fs::read_dir(project("content/rooms")).expect("rooms").count();
    assert_eq!(library.rooms().count(), rooms, "none was left out for an error");
    let files = std::fs::read_dir(project("content/gym")).expect("messages");
    let texts = files.map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("text"));
    let written: usize = texts.map(|text| text.lines().filter(|line| line.starts_with("[messages.")).count()).sum();
    assert_eq!(library.gym().messages.len(), written, "none was left out for an error");
}

#[test]
fn whoever_comes_to_a_scene_or_begins_it_again_is_at_its_field_and_not_at_a_mistake() {
    let world = World::corpus();
    let mut seen = 0;
    every_room(&world, |_, id, room, tag, size| {
        for (at, scene) in (0..).zip(&room.scenes) {
            let Some(field) = scene.fields().next() else { continue };
            let mut kiosk = world.kiosk_with(App::showing(size, lang(tag), Screen::Room(id)));
            choose_text(&mut kiosk, &say(&world, tag, "room-begin"));
            if at > 0 {
                kiosk = world.kiosk_with(App::showing(size, lang(tag), Screen::Scene(id, at)));
                // The state is looked at as after any message.
                kiosk.send(Msg::Tick(kiosk.now));
            }
            let mut is_at_field = |kiosk: &Kiosk| {
                if !kiosk.laid().shown.contains(&Target::Spot(Spot(0))) {
                    return;
                }
                seen += 1;
                assert!(
                    kiosk.screen().contains(&said(&field.label, tag)),
                    "{} #{}:\n{}",
                    room.id,
                    scene.id,
                    kiosk.screen()
                );
                assert_eq!(kiosk.laid().focus, Some(Target::Spot(Spot(0))), "{} #{}", room.id, scene.id);
            };
            is_at_field(&kiosk);
            let Some(wrong) = scene.buttons().find(|button| button.leads == Leads::To(at) && button.is_mistake())
            else {
                continue;
            };
            choose_text(&mut kiosk, &said(&wrong.text, tag));
            choose_text(&mut kiosk, &say(&world, tag, "exercise-again"));
            is_at_field(&kiosk);
        }
    });
    assert!(seen > 60, "{seen}");
}
