//! The check of digital skills, from its first question to what is written down.

use super::*;
use inclusion_kiosk::usage::event::Event;
use inclusion_kiosk::usage::event::skills::{Scope, SkillLevel};

/// Does the check and says yes to everything.
pub fn answers_yes(kiosk: &mut Kiosk) {
    kiosk.keys("home").choose("Learn and practise").choose("What can you do already?").choose("16 to 74 years");
    let mut questions = 0;
    while kiosk.app.screen() != Some(Screen::CheckResult) {
        kiosk.choose("Yes");
        questions += 1;
        assert!(questions <= 32, "the check has an end");
    }
    assert_eq!(questions, 1 + 2 + 2 + 3 + 3 + 3, "whoever does all of it is asked least");
}

fn begins<'a>(world: &'a World, tag: &str, size: Size) -> Kiosk<'a> {
    world.kiosk_with(App::showing(size, lang(tag), Screen::Check))
}

#[test]
fn the_check_is_walked_in_every_language_and_size_with_the_keyboard_alone() {
    let world = World::corpus();
    for tag in LANGUAGES {
        for size in [WIDE, SMALL] {
            for answer in 0..3 {
                let mut kiosk = begins(&world, tag, size);
                // 16 to 74; then online; then the same answer to everything.
                play::choose(&mut kiosk, 0);
                play::choose(&mut kiosk, 0);
                let mut asked = 0;
                while let Some(Screen::Activity(_)) = kiosk.app.screen() {
                    is_shown_whole("an activity", kiosk.clone());
                    play::choose(&mut kiosk, answer);
                    asked += 1;
                }
                assert_eq!(asked, if answer == 0 { 13 } else { 30 }, "{tag}");
                assert_eq!(kiosk.app.screen(), Some(Screen::CheckResult));
                is_shown_whole("the result", kiosk.clone());
                let lessons = play::items(&kiosk).iter().filter(|(label, _)| is_lesson(&world, tag, label)).count();
                assert_eq!(lessons, 3, "three lessons are offered:\n{}", kiosk.screen());
                kiosk.keys("f6");
                assert_eq!(kiosk.app.screen(), Some(Screen::CheckSlip));
                is_shown_whole("what to write down", kiosk);
            }
        }
    }
}

fn is_lesson(world: &World, tag: &str, label: &str) -> bool {
    world.library.lessons().any(|(_, lesson)| lesson.title().get(lang(tag)).is_some_and(|title| **title == *label))
}

#[test]
fn the_result_speaks_of_what_one_does_and_gives_no_grade() {
    let world = World::corpus();
    let mut kiosk = begins(&world, "en", WIDE);
    kiosk.choose("16 to 74 years").choose("Yes");
    // Two of the first area, and nothing else.
    kiosk.choose("Yes").choose("Yes");
    while let Some(Screen::Activity(_)) = kiosk.app.screen() {
        kiosk.choose("No");
    }
    kiosk.sees("you do a lot of this").sees("something new to discover").sees("A good next step: Writing and talking");
    let first = play::items(&kiosk).into_iter().find(|(label, _)| is_lesson(&world, "en", label)).expect("a lesson").0;
    let lessons = world.library.lessons().filter(|(_, lesson)| lesson.digcomp.iter().any(|id| id.starts_with("2.")));
    let titles: Vec<String> =
        lessons.map(|(_, lesson)| lesson.title().get(lang("en")).expect("a title").to_string()).collect();
    assert!(titles.contains(&first), "the first lesson fits the next step: {first} is not in {titles:?}");
    let told = plain::write(&kiosk.page()).to_lowercase();
    for word in ["level", "score", "basic", "low", "grade", "%"] {
        assert!(!told.split_whitespace().any(|known| known == word), "'{word}' is a grade:\n{told}");
    }
}

#[test]
fn an_area_is_no_longer_asked_about_once_enough_of_it_is_done_and_answers_can_be_changed() {
    let world = World::corpus();
    let mut kiosk = begins(&world, "en", WIDE);
    kiosk.choose("75 years or older").choose("Yes");
    assert_eq!(kiosk.app.screen(), Some(Screen::Activity(0)));
    kiosk.choose("Yes").choose("Yes");
    assert_eq!(kiosk.app.screen(), Some(Screen::Activity(4)), "the other two of information are left out");
    // On second thoughts one of them was a no: now the others are asked.
    kiosk.keys("esc").choose("No");
    assert_eq!(kiosk.app.screen(), Some(Screen::Activity(2)));
}

#[test]
fn a_whole_check_counts_a_level_and_its_scope_and_one_that_was_left_only_its_start() {
    let world = World::corpus();
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Home));
    answers_yes(&mut kiosk);
    let events = counts::counted(&mut kiosk);
    let level = Event::CheckLevel(SkillLevel::AboveBasic, Scope::From16To74);
    assert!(events.contains(&Event::CheckDone) && events.contains(&level), "{events:?}");
    let mut kiosk = begins(&world, "en", WIDE);
    kiosk.choose("I would rather not say").choose("Yes").choose("Yes");
    let events = counts::counted(&mut kiosk);
    assert!(events.contains(&Event::CheckStarted) && !events.contains(&Event::CheckDone), "{events:?}");
    assert!(!events.iter().any(|event| matches!(event, Event::CheckLevel(..) | Event::CheckArea(..))), "{events:?}");
}

#[test]
fn whoever_was_not_online_gets_kind_words_and_the_first_lessons() {
    let world = World::corpus();
    let mut kiosk = begins(&world, "nl", SMALL);
    kiosk.choose("16 tot 74 jaar").choose("Nee");
    assert_eq!(kiosk.app.screen(), Some(Screen::CheckResult));
    let told = plain::write(&kiosk.page());
    assert!(told.contains("Hier mag je alles proberen"), "{told}");
    assert!(!told.contains("volgende stap"), "the first lessons come before any area: {told}");
    let first = world.library.lesson(world.lesson("learn-keyboard")).expect("a lesson").title();
    assert!(told.contains(&**first.get(lang("nl")).expect("a title")), "{told}");
    let events = counts::counted(&mut kiosk);
    assert!(events.contains(&Event::CheckLevel(SkillLevel::NotAssessed, Scope::From16To74)), "{events:?}");
}

#[test]
fn what_was_answered_is_forgotten_with_the_visit() {
    let world = World::corpus();
    let mut kiosk = begins(&world, "en", WIDE);
    kiosk.choose("16 to 74 years").choose("Yes").choose("Yes");
    kiosk.wait(180);
    kiosk.wait(30);
    assert!(kiosk.app.is_at_start());
    assert!(!format!("{:?}", kiosk.app).contains("From16To74"));
}

#[test]
fn whoever_does_all_of_it_is_offered_the_last_lessons_and_may_begin_the_questions_again() {
    let world = World::corpus();
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Home));
    answers_yes(&mut kiosk);
    let offered: Vec<String> = play::items(&kiosk).into_iter().map(|(label, _)| label).collect();
    assert!(offered.iter().any(|label| label.contains("My rights")), "{offered:?}");
    assert!(!offered.iter().any(|label| label.contains("keyboard")), "{offered:?}");
    kiosk.choose("Start the questions again").choose("16 to 74 years").choose("Yes");
    assert_eq!(kiosk.app.screen(), Some(Screen::Activity(0)), "nothing of the first time stays");
}
