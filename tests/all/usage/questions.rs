//! The three questions on the way out: whom they are put to, how they are passed, and what is counted of them.

use super::*;

/// What a visit counts of the questions.
fn answers(events: &[Event]) -> Vec<Event> {
    let is_answer = |event: &&Event| matches!(event, Event::FirstTime(_) | Event::Age(_) | Event::HomeNet(_));
    events.iter().filter(is_answer).copied().collect()
}

/// Somebody who has opened a guide and chooses to finish.
fn on_the_way_out(world: &World, size: Size) -> Kiosk<'_> {
    let mut kiosk = world.kiosk(size);
    kiosk.keys("enter 3 5 1 f10");
    assert_eq!(kiosk.app.screen(), Some(Screen::Questions(Ask::FirstTime)));
    kiosk
}

#[test]
fn who_finishes_is_asked_once_and_one_key_passes_all_of_it() {
    let world = World::real();
    for (size, key) in [(WIDE, "enter"), (WIDE, "f10"), (WIDE, "1"), (SMALL, "enter"), (SMALL, "f10")] {
        let mut kiosk = on_the_way_out(&world, size);
        kiosk.sees("You do not have to answer").keys(key).sees("Do you want to finish?");
        // Back to what one did, and not to the questions; and the second time nothing is asked.
        kiosk.choose("No, go on");
        assert!(matches!(kiosk.app.screen(), Some(Screen::Before(_))), "{}", kiosk.screen());
        kiosk.keys("f10").sees("Do you want to finish?").keys("1");
        let events = counted(&kiosk.effects).expect("counted");
        let skipped = [Event::FirstTime(Reply::Skip), Event::Age(Age::Skip), Event::HomeNet(Reply::Skip)];
        assert_eq!(answers(&events), skipped, "they were shown and not answered");
    }
}

#[test]
fn every_way_to_the_last_screen_leads_over_the_questions_and_back_leads_out_of_them() {
    let world = World::real();
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3 5 1 esc esc esc esc");
    assert_eq!(kiosk.app.screen(), Some(Screen::Questions(Ask::FirstTime)), "Back from the first screen");
    kiosk.keys("esc");
    assert_eq!(kiosk.app.screen(), Some(Screen::Welcome), "who pressed a key by mistake is back");
    let done = Screen::Done(world.service("itsme"), Some(inclusion_kiosk::app::Answer::Yes));
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), done));
    kiosk.keys("f1 esc").choose("Finish and erase my visit");
    assert_eq!(kiosk.app.screen(), Some(Screen::Questions(Ask::FirstTime)), "the choice at the end of a guide");
}

#[test]
fn each_answer_counts_by_itself_and_may_be_changed_or_taken_back() {
    let world = World::real();
    let mut kiosk = on_the_way_out(&world, WIDE);
    kiosk.choose("Yes").sees("How old are you?").choose("65 to 74").sees("Do you have the internet at home?");
    kiosk.keys("esc").sees("√ 65 to 74").choose("55 to 64").keys("esc").sees("√ 55 to 64").does_not_see("√ 65");
    kiosk.choose("Go on, no more questions").sees("Do you want to finish?");
    let written = inclusion_kiosk::present::plain::write(&kiosk.page());
    for line in ["First time at this machine: Yes", "Age: 55 to 64", "Internet at home: no answer"] {
        assert!(written.contains(line), "{line} is missing on the last screen:\n{written}");
    }
    // Whoever changes an answer sees all of them again, and each says what was given.
    kiosk.choose("Change my answers").sees("√ Yes").choose("I would rather not say").sees("√ 55 to 64");
    kiosk.choose("I would rather not say").choose("No").sees("Do you want to finish?");
    kiosk
        .choose("Change my answers")
        .choose("I would rather not say")
        .choose("55 to 64")
        .choose("I would rather not say");
    kiosk.choose("Yes, finish");
    let events = counted(&kiosk.effects).expect("counted");
    let wanted = [Event::FirstTime(Reply::Skip), Event::Age(Age::From55), Event::HomeNet(Reply::Skip)];
    assert_eq!(answers(&events), wanted);
}

#[test]
fn who_has_answered_all_of_them_is_on_the_last_screen_and_its_way_back_leads_out_of_them() {
    let world = World::real();
    for size in [WIDE, SMALL] {
        let mut kiosk = on_the_way_out(&world, size);
        kiosk.choose("No").choose("25 to 54").choose("Yes").sees("Do you want to finish?").keys("esc");
        assert!(matches!(kiosk.app.screen(), Some(Screen::Before(_))), "{}", kiosk.screen());
        let mut kiosk = on_the_way_out(&world, size);
        kiosk.choose("No").choose("25 to 54").keys("esc esc esc");
        assert!(matches!(kiosk.app.screen(), Some(Screen::Before(_))), "{}", kiosk.screen());
    }
}

#[test]
fn who_opened_nothing_refuses_or_walks_away_is_asked_nothing_and_nothing_is_counted_of_it() {
    let mut world = World::real();
    // Who opened nothing.
    assert_eq!(answers(&visit(&world, "f7 esc")), []);
    // Who walks away.
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3 5 1").wait(180);
    kiosk.does_not_see("three questions").wait(30);
    assert_eq!(answers(&counted(&kiosk.effects).expect("counted")), []);
    // Who does not want to be counted.
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3 5 1 f1").choose("What is counted").choose("Do not count my visit").keys("f10");
    kiosk.sees("Do you want to finish?").keys("1");
    assert_eq!(counted(&kiosk.effects), None);
    // Where staff count nothing.
    world.settings.count = false;
    world.kiosk(WIDE).keys("enter 3 5 1 f10").sees("Do you want to finish?");
}

#[test]
fn who_refuses_while_they_are_shown_sees_them_no_more_and_their_answers_count_nowhere() {
    let world = World::real();
    let mut kiosk = on_the_way_out(&world, WIDE);
    kiosk.choose("Yes").keys("f1").choose("What is counted").choose("Do not count my visit").keys("esc esc");
    assert!(matches!(kiosk.app.screen(), Some(Screen::Before(_))), "{}", kiosk.screen());
    kiosk.keys("f10").sees("Do you want to finish?").does_not_see("Change my answers").keys("1");
    assert_eq!(counted(&kiosk.effects), None);
    let mut kiosk = on_the_way_out(&world, WIDE);
    kiosk.choose("Yes").keys("f10").choose("Yes, but do not count my visit").sees("was not counted");
    assert_eq!(counted(&kiosk.effects), None);
}

#[test]
fn who_walks_away_from_the_questions_is_asked_whether_they_are_there_and_forgotten() {
    let world = World::real();
    let mut kiosk = on_the_way_out(&world, WIDE);
    kiosk.choose("I would rather not say").choose("75 or older").wait(180);
    kiosk.sees("Still there?").wait(30);
    assert!(kiosk.app.is_at_start());
    let events = counted(&kiosk.effects).expect("counted");
    assert_eq!(answers(&events), [Event::FirstTime(Reply::Skip), Event::Age(Age::From75), Event::HomeNet(Reply::Skip)]);
    kiosk.keys("enter 3 5 1 f10").does_not_see("√").sees("Go on without answering");
}

/// Nobody turns a page to find their answer, and one digit gives it.
#[test]
fn every_answer_has_a_digit_beside_all_others_in_both_sizes() {
    let world = World::real();
    for size in [WIDE, SMALL] {
        for tag in crate::harness::LANGUAGES {
            for ask in Ask::ALL {
                let mut kiosk = world.kiosk_with(App::showing(size, lang(tag), Screen::Questions(ask)));
                let is_wide = size == WIDE;
                let stops = kiosk.laid().stops.len();
                // On the small screen what the questions are for has a screenful of its own, before the first one.
                assert_eq!(stops, if ask == Ask::FirstTime && !is_wide { 2 } else { 1 }, "{tag}:\n{}", kiosk.screen());
                if stops == 2 {
                    kiosk.keys("page-down");
                }
                let answers = if ask == Ask::Age { 7 } else { 3 };
                let pass = usize::from(stops == 1);
                assert_eq!(kiosk.laid().shown.len(), answers + pass, "{tag}:\n{}", kiosk.screen());
                assert!(answers + pass <= 9);
                kiosk.keys(&(answers + pass).to_string());
                assert_ne!(kiosk.app.screen(), Some(Screen::Questions(ask)), "the last digit answers");
            }
        }
    }
}
