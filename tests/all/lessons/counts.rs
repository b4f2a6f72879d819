//! What is counted of lessons.

use std::collections::BTreeSet;

use super::*;
use inclusion_kiosk::app::Effect;
use inclusion_kiosk::usage::event::{Event, Gain};

/// What the visit counts that ends now.
pub fn counted(kiosk: &mut Kiosk) -> Vec<Event> {
    kiosk.finish();
    let counted = kiosk.effects.iter().find_map(|effect| match effect {
        Effect::Count(events) => Some(events.clone()),
        _ => None,
    });
    counted.expect("a visit that has ended is counted")
}

/// Answers the three questions before or after a lesson: rightly or not.
fn answer(kiosk: &mut Kiosk, right: [bool; 3]) {
    for wanted in right {
        let Some(Screen::Asked(..)) = kiosk.app.screen() else { panic!("a question:\n{}", kiosk.screen()) };
        // Whoever proof-reads sees which one is right; a resident does not.
        let answered = kiosk.world.kiosk_with(kiosk.app.with_answer().expect("a question has an answer"));
        let told = plain::write(&answered.page());
        let right = told.lines().filter(|line| line.ends_with("(This is the right answer)")).collect::<Vec<_>>();
        assert_eq!(right.len(), 1, "{told}");
        let number: u16 = right[0].split('.').next().expect("a number").parse().expect("a number");
        assert!(!plain::write(&kiosk.page()).contains("This is the right answer"));
        let at = if wanted { number - 1 } else { number % 3 };
        play::choose(kiosk, at);
    }
}

/// A resident who does a lesson with its questions.
pub fn learns<'a>(world: &'a World, before: [bool; 3], after: [bool; 3]) -> Kiosk<'a> {
    let id = world.lesson("learn-email");
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Lesson(id)));
    kiosk.choose("Begin").sees("How sure do you feel?").choose("Not very sure");
    answer(&mut kiosk, before);
    while !matches!(kiosk.app.screen(), Some(Screen::Sure(..))) {
        let label = if play::has(&kiosk, "Go on") { "Go on" } else { "Go on without answering" };
        kiosk.choose(label);
    }
    kiosk.sees("You have followed the lesson").choose("Quite sure");
    answer(&mut kiosk, after);
    assert_eq!(kiosk.app.screen(), Some(Screen::Learned(id)));
    kiosk
}

#[test]
fn a_lesson_counts_its_start_its_end_and_what_was_gained_by_each_pair() {
    let world = World::corpus();
    let id = world.lesson("learn-email");
    let mut kiosk = learns(&world, [true, false, false], [true, true, false]);
    kiosk
        .sees("You feel surer than before the lesson.")
        .sees("You now know more answers than before.")
        .sees("Good to know");
    let events = counted(&mut kiosk);
    let wanted = [
        Event::LessonStarted(id),
        Event::LessonDone(id),
        Event::Gain(id, 0, Gain::RightRight),
        Event::Gain(id, 1, Gain::WrongRight),
        Event::Gain(id, 2, Gain::WrongWrong),
    ];
    assert!(wanted.iter().all(|event| events.contains(event)), "{events:?}");
    let distinct: BTreeSet<_> = events.iter().collect();
    assert_eq!(distinct.len(), events.len(), "each counter goes up once: {events:?}");
}

#[test]
fn whoever_knows_less_after_a_lesson_hears_no_word_of_it() {
    let world = World::corpus();
    let id = world.lesson("learn-email");
    let mut kiosk = learns(&world, [true, true, true], [false, true, true]);
    kiosk.sees("Well done!").does_not_see("more answers");
    assert!(counted(&mut kiosk).contains(&Event::Gain(id, 0, Gain::RightWrong)));
}

#[test]
fn questions_that_were_skipped_count_nothing() {
    let world = World::corpus();
    let id = world.lesson("learn-email");
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Lesson(id)));
    kiosk.choose("Begin").choose("Skip the questions");
    assert!(matches!(kiosk.app.screen(), Some(Screen::Card(..))));
    let events = counted(&mut kiosk);
    assert!(events.contains(&Event::LessonStarted(id)) && !events.contains(&Event::LessonDone(id)), "{events:?}");
    assert!(!events.iter().any(|event| matches!(event, Event::Gain(..))), "{events:?}");
}

#[test]
fn the_questions_of_a_pair_change_places_from_visit_to_visit() {
    let world = World::corpus();
    let id = world.lesson("learn-email");
    let first = |visits: u64| {
        let mut kiosk = world.kiosk(WIDE);
        kiosk.now = Millis(visits);
        kiosk.send(Msg::Key(kiosk.now, Key::Enter));
        kiosk.keys("3").choose("Learn and practise");
        let title = world.library.lesson(id).expect("a lesson").title();
        kiosk.choose(title.get(lang("en")).expect("a title")).choose("Begin").choose("In between");
        plain::parts(&kiosk.page())[1].clone()
    };
    assert_eq!(first(1000), first(5002), "the parity decides");
    assert_ne!(first(1000), first(1001));
}

#[test]
fn the_last_screen_and_the_file_name_every_counter_of_lessons_and_of_the_check() {
    use inclusion_kiosk::shell::Named;
    use inclusion_kiosk::usage::cell;
    let world = World::corpus();
    let names = Named { library: world.library.clone(), languages: world.texts.tags() };
    let mut all = BTreeSet::new();
    cell::all(&names, &mut |cell| _ = all.insert(cell));
    let mut kiosk = learns(&world, [true, false, true], [true, true, false]);
    check::answers_yes(&mut kiosk);
    kiosk.go_to_last_screen();
    let shown = plain::write(&kiosk.page());
    for line in [
        "Lesson Reading and sending e-mail",
        "What can you do already? begun",
        "What can you do already? begun, by language: English",
        "all together: group AB (16 to 74 years)",
        "question 2: right answer after, not before",
    ] {
        // The name of the lesson is the content's to change.
        let line = if line.starts_with("Lesson") { "Lesson " } else { line };
        assert!(shown.contains(line), "{line}:\n{shown}");
    }
    kiosk.keys("esc");
    let events = counted(&mut kiosk);
    assert!(events.contains(&Event::Engaged), "whoever learns opened something: {events:?}");
    for event in events {
        let cell = cell::of(event, &names).expect("every event has a counter");
        assert!(all.contains(&cell), "{cell:?}");
    }
    let name = |cell: &cell::Cell| format!("{} {}", cell.table.name(), cell.name);
    let names: Vec<String> = all.iter().map(name).collect();
    for wanted in [
        "train learn-email:start",
        "gain learn-email:3:ww",
        "chkA start:en",
        "chkA level:LW:16-74",
        "chkA area:SF:basic",
    ] {
        assert!(names.iter().any(|name| name == wanted), "{wanted}");
    }
}
