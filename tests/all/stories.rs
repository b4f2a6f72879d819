//! What people do at the kiosk, told key by key.

use inclusion_kiosk::app::{Answer, App, Effect, Msg, Reason, Screen};
use inclusion_kiosk::base::{Date, Key, Millis, Size, Theme, Today, WeekHours};
use inclusion_kiosk::content::model::RouteKind;
use inclusion_kiosk::page::{Spot, Target};
use inclusion_kiosk::usage::event::{Event, Feature};

use crate::harness::{HUGE, SMALL, WIDE, World, lang};

/// Somebody who has never been here walks with Enter and the arrows alone, from the greeting to the end of a guide.
#[test]
fn enter_and_arrows_lead_from_the_greeting_to_the_end_of_a_guide() {
    let world = World::real();
    for size in [WIDE, SMALL, HUGE] {
        let mut kiosk = world.kiosk(size);
        kiosk.sees("Bonjour").sees("Goedendag").sees("Hello");
        kiosk.keys("enter");
        assert_eq!(kiosk.app.screen(), Some(Screen::Welcome));
        kiosk.keys("down down enter");
        assert_eq!(kiosk.app.lang().map(|lang| lang.to_string()).as_deref(), Some("en"));
        assert_eq!(kiosk.app.screen(), Some(Screen::Home));
        kiosk.keys("enter").sees("Change your address");
        let mut presses = 0;
        while !matches!(kiosk.app.screen(), Some(Screen::Done(..))) {
            kiosk.keys("enter");
            presses += 1;
            assert!(presses < 60, "Enter alone leads on:\n{}", kiosk.screen());
        }
        kiosk.sees("Was this useful?").keys("enter").sees("Thank you");
    }
}

/// In the middle of a step somebody asks for Dutch: the same step, the same focus, and then back again.
#[test]
fn the_language_changes_in_the_middle_of_a_step() {
    let world = World::real();
    let itsme = world.service("itsme");
    let mut kiosk = world.kiosk_with(App::showing(WIDE, world.texts.first(), Screen::Step(itsme, 2)));
    kiosk.keys("down");
    let (screen, focus) = (kiosk.app.screen(), kiosk.laid().focus);
    kiosk.keys("f2 2");
    assert_eq!(kiosk.app.lang().map(|lang| lang.to_string()).as_deref(), Some("nl"));
    assert_eq!((kiosk.app.screen(), kiosk.laid().focus), (screen, focus));
    kiosk.sees("Via de bank");
}

/// A hard word is explained and the resident is back where they were.
#[test]
fn a_hard_word_is_explained_without_leaving_the_place() {
    let world = World::real();
    let itsme = world.service("itsme");
    let en = lang("en");
    let mut kiosk = world.kiosk_with(App::showing(WIDE, en, Screen::Step(itsme, 1)));
    kiosk.keys("f8").sees("Words on this page").sees("app store").keys("enter");
    assert!(matches!(kiosk.app.screen(), Some(Screen::Word(_))));
    kiosk.keys("esc esc");
    assert_eq!(kiosk.app.screen(), Some(Screen::Step(itsme, 1)));
}

/// F7 shows urgent numbers first, then the people for this service.
#[test]
fn a_person_is_one_key_away_with_urgent_numbers_first() {
    let world = World::real();
    let right = world.service("right-to-non-digital-access");
    let en = lang("en");
    let mut kiosk = world.kiosk_with(App::showing(HUGE, en, Screen::Step(right, 0)));
    kiosk.keys("f7").sees("112").sees("02 549 67 00");
    let screen = kiosk.screen();
    assert!(screen.find("112") < screen.find("02 549 67 00"), "{screen}");
}

/// The page of people says who helps here today; where the clock is not sure, it says nothing of today.
#[test]
fn help_of_today_is_told_only_when_the_date_is_sure() {
    let mut world = World::real();
    let en = lang("en");
    let wednesday = WeekHours::parse_day("14:00-16:00").expect("hours");
    world.settings.site.staff_hours.0[2] = wednesday;
    world.kiosk_with(App::showing(HUGE, en, Screen::Person(None))).sees("Today").sees("Wednesday: 14:00 to 16:00");
    world.settings.site.staff_hours.0.rotate_left(1);
    world.kiosk_with(App::showing(HUGE, en, Screen::Person(None))).sees("Nobody helps here today");
    world.today = Today::Unsure;
    world.kiosk_with(App::showing(HUGE, en, Screen::Person(None))).does_not_see("today").sees("Tuesday: 14:00");
}

/// The page to write down has what one needs at the counter, and no way online.
#[test]
fn the_page_to_write_down_holds_the_essentials_alone() {
    let world = World::real();
    let right = world.service("right-to-non-digital-access");
    let en = lang("en");
    let mut kiosk = world.kiosk_with(App::showing(HUGE, en, Screen::Service(right)));
    kiosk.keys("f6").sees("02 549 67 00").sees("1000").does_not_see("ombuds.brussels");
}

/// F10 asks once; "no" goes back; "yes" erases, says so, and the next key is the start.
#[test]
fn finishing_asks_once_and_erases_everything() {
    let world = World::real();
    let en = lang("en");
    let mut kiosk = world.kiosk_with(App::showing(WIDE, en, Screen::Display));
    kiosk.keys("2 f10");
    assert_eq!(kiosk.app.screen(), Some(Screen::Finish));
    kiosk.keys("3");
    assert_eq!(kiosk.app.screen(), Some(Screen::Display));
    assert_eq!(kiosk.app.theme(), Theme::HighContrast);
    kiosk.keys("f10 f10").sees("finish?");
    assert_eq!(kiosk.app.screen(), Some(Screen::Finish), "F10 held down erases nothing");
    kiosk.keys("1").sees("Nothing about you is kept");
    let visit = vec![Event::Visit, Event::Language(en), Event::Accessibility(Feature::Contrast)];
    assert_eq!(kiosk.effects, [Effect::Count(visit), Effect::ForgetInput]);
    kiosk.keys("enter");
    assert!(kiosk.app.is_at_start());
    assert_eq!(kiosk.app.theme(), Theme::Dark, "the next person finds the usual display");
}

/// Somebody walks away: after the limit the kiosk asks, 30 seconds later it forgets.
#[test]
fn who_walks_away_is_asked_and_then_forgotten() {
    let world = World::real();
    let en = lang("en");
    let itsme = world.service("itsme");
    for (screen, limit) in [(Screen::Home, 60), (Screen::Step(itsme, 0), 180)] {
        let mut kiosk = world.kiosk_with(App::showing(WIDE, en, screen));
        kiosk.keys("down").wait(limit - 1);
        kiosk.does_not_see("Still there?");
        kiosk.wait(1);
        kiosk.sees("Still there?");
        kiosk.wait(29);
        kiosk.sees("Still there?");
        assert!(matches!(kiosk.wait(1).as_slice(), [Effect::Count(_), Effect::ForgetInput]));
        assert!(kiosk.app.is_at_start());
    }
}

/// The answer to "still there?" does nothing else.
#[test]
fn any_key_stays_and_does_nothing_else() {
    let world = World::real();
    let en = lang("en");
    for answer in [Key::Enter, Key::Esc, Key::F(10), Key::Char('x'), Key::Down] {
        let mut kiosk = world.kiosk_with(App::showing(WIDE, en, Screen::Help));
        kiosk.keys("down");
        let (screen, focus) = (kiosk.app.screen(), kiosk.laid().focus);
        kiosk.wait(200);
        kiosk.sees("Still there?");
        kiosk.press(answer);
        kiosk.does_not_see("Still there?");
        assert_eq!((kiosk.app.screen(), kiosk.laid().focus), (screen, focus), "{answer:?}");
    }
}

/// Who types something every 55 seconds for an hour is never asked.
#[test]
fn a_slow_resident_is_never_thrown_out() {
    let world = World::real();
    let en = lang("en");
    let mut kiosk = world.kiosk_with(App::showing(WIDE, en, Screen::Home));
    for _ in 0..66 {
        kiosk.wait(54);
        kiosk.does_not_see("Still there?");
        kiosk.keys("down");
    }
}

/// The machine slept through the whole limit: the next key does not land in the visit of somebody else.
#[test]
fn a_key_after_a_long_sleep_starts_a_new_visit() {
    let world = World::real();
    let en = lang("en");
    let mut kiosk = world.kiosk_with(App::showing(WIDE, en, Screen::Help));
    kiosk.keys("down");
    kiosk.now = kiosk.now + Millis::from_seconds(8 * 3600);
    let effects = kiosk.send(Msg::Key(kiosk.now, Key::Enter));
    assert!(matches!(effects.as_slice(), [Effect::Count(_), Effect::ForgetInput]), "{effects:?}");
    assert_eq!(kiosk.app.screen(), Some(Screen::Welcome), "{}", kiosk.screen());
}

/// A press on a page that is no longer there does nothing.
#[test]
fn a_press_on_an_older_page_does_nothing() {
    let world = World::real();
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3");
    let old = kiosk.app.rev() - 1;
    let before = kiosk.app.screen();
    kiosk.send(Msg::Pointer(kiosk.now, old, Target::Spot(Spot(0))));
    assert_eq!(kiosk.app.screen(), before);
    let now = kiosk.app.rev();
    kiosk.send(Msg::Pointer(kiosk.now, now, Target::Spot(Spot(0))));
    assert_ne!(kiosk.app.screen(), before);
}

/// A mouse can press a key of the bar as well.
#[test]
fn the_key_bar_can_be_pressed() {
    let world = World::real();
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3");
    let hit = kiosk.laid().hits.iter().find(|hit| hit.target == Target::Key(Key::F(1))).copied().expect("F1 is shown");
    let target = kiosk.laid().hit(hit.x, hit.y).expect("its cells belong to it");
    let rev = kiosk.app.rev();
    kiosk.send(Msg::Pointer(kiosk.now, rev, target));
    assert_eq!(kiosk.app.screen(), Some(Screen::Help));
}

/// Ctrl-Q leaves only where settings allow it; no other chord does anything.
#[test]
fn only_an_unlocked_kiosk_can_be_left() {
    let mut world = World::real();
    for locked in [false, true] {
        world.settings.locked = locked;
        let mut kiosk = world.kiosk(WIDE);
        for letter in ['c', 'z', '\\', 'd', 'w'] {
            assert_eq!(kiosk.press(Key::Ctrl(letter)), []);
            assert!(kiosk.app.is_at_start());
        }
        let wanted: &[Effect] = if locked { &[] } else { &[Effect::Leave(Reason::Asked)] };
        assert_eq!(kiosk.press(Key::Ctrl('q')), wanted);
    }
}

/// A window that is too small says what to do, in all languages, and loses nothing.
#[test]
fn a_small_window_loses_nothing() {
    let world = World::real();
    let en = lang("en");
    let mut kiosk = world.kiosk_with(App::showing(WIDE, en, Screen::Help));
    let screen = kiosk.app.screen();
    kiosk.send(Msg::Resized(Size { width: 39, height: 10 }));
    let names = ["fr", "nl", "en"].map(|tag| world.texts.language(lang(tag)).expect("it exists"));
    for language in names {
        let first = language.start.too_small.split(' ').next().expect("it has words");
        kiosk.sees(first);
    }
    kiosk.keys("esc enter f10");
    kiosk.send(Msg::Resized(WIDE));
    assert_eq!(kiosk.app.screen(), screen);
}

/// Who says that it was not useful is offered a person first.
#[test]
fn who_was_not_helped_meets_a_person_first() {
    let world = World::real();
    let itsme = world.service("itsme");
    let en = lang("en");
    let mut kiosk = world.kiosk_with(App::showing(WIDE, en, Screen::Done(itsme, None)));
    kiosk.keys("right enter");
    assert_eq!(kiosk.app.screen(), Some(Screen::Done(itsme, Some(Answer::No))));
    kiosk.keys("enter");
    assert_eq!(kiosk.app.screen(), Some(Screen::Person(Some(itsme))));
}

/// Nobody has checked the hours for months: the page of that service says to phone, with the number.
#[test]
fn hours_that_are_too_old_become_a_number_to_phone() {
    let mut world = World::real();
    let right = world.service("right-to-non-digital-access");
    let en = lang("en");
    let screen = Screen::Route(right, RouteKind::Phone);
    world.kiosk_with(App::showing(HUGE, en, screen)).sees("Monday: 14:00 to 17:00").does_not_see("phone to confirm");
    world.today = Today::Sure(Date::constant(2027, 5, 23));
    for (tag, words) in [
        ("en", "please phone to confirm the hours: 02 549 67 00"),
        ("fr", "téléphonez pour vérifier l'horaire : 02 549 67 00"),
        ("nl", "bel om de uren na te vragen: 02 549 67 00"),
    ] {
        world.kiosk_with(App::showing(HUGE, lang(tag), screen)).sees(words).does_not_see("14");
        world.kiosk_with(App::showing(HUGE, lang(tag), Screen::Slip(right))).sees(words).sees("1000");
    }
}

/// After a year the number itself may be wrong: whoever wants to call asks here, and for what else is missing, each by
/// its name. 112 is shown for ever.
#[test]
fn a_number_that_is_too_old_is_asked_for_here_and_urgent_numbers_stay() {
    let mut world = World::real();
    world.today = Today::Sure(Date::constant(2027, 11, 23));
    let right = world.service("right-to-non-digital-access");
    let person = Screen::Person(Some(right));
    for (tag, number, hours, address) in [
        ("en", "ask here for the number", "ask here for the hours", "ask here for the address"),
        ("fr", "demandez le numéro ici", "demandez l'horaire ici", "demandez l'adresse ici"),
        ("nl", "vraag hier het nummer", "vraag hier de uren", "vraag hier het adres"),
    ] {
        let mut kiosk = world.kiosk_with(App::showing(HUGE, lang(tag), person));
        kiosk.sees("112").sees("078 17 01 70").sees(number).sees(hours).sees(address).does_not_see("02 549 67 00");
    }
    let mut kiosk = world.kiosk_with(App::showing(HUGE, lang("en"), Screen::Step(right, 5)));
    kiosk.sees("Call Ombuds Brussels: (ask here for the");
}

/// Whoever gave a code to a swindler needs Card Stop now: the urgent number stays in the middle of a guide too.
#[test]
fn an_urgent_number_stays_wherever_it_stands() {
    let mut world = World::real();
    world.today = Today::Sure(Date::constant(2036, 1, 1));
    let itsme = world.service("itsme");
    let service = world.library.service(itsme).expect("a service");
    let (_, text) = service.texts.0.iter().find(|(tag, _)| *tag == lang("en")).expect("English");
    let asked = (0..).zip(&text.stuck).find(|(_, section)| &*section.id == "stuck-someone-asks");
    let screen = Screen::Stuck(itsme, asked.expect("the section").0);
    let mut kiosk = world.kiosk_with(App::showing(HUGE, lang("en"), screen));
    kiosk.sees("Card Stop at once:").sees("078 17 01 70. Then go").does_not_see("ask here for the number");
}

/// A price in the middle of a sentence: the sentence goes on.
#[test]
fn a_price_that_is_too_old_changes_its_own_sentence_alone() {
    let mut world = World::real();
    world.today = Today::Sure(Date::constant(2027, 5, 23));
    let address = world.service("change-of-address");
    let mut kiosk = world.kiosk_with(App::showing(HUGE, lang("en"), Screen::Service(address)));
    kiosk.sees("Each commune sets its own price").sees("Anderlecht asks (ask here for the price)");
    // What is not shown cannot have changed.
    kiosk.does_not_see("may have changed");
    kiosk.does_not_see("11 euros");
}

/// Where the clock is wrong, nobody knows how old a fact is: everything stays as it was built.
#[test]
fn where_the_date_is_not_sure_facts_stay_as_built() {
    let mut world = World::real();
    world.today = Today::Unsure;
    let right = world.service("right-to-non-digital-access");
    let screen = Screen::Route(right, RouteKind::Phone);
    world.kiosk_with(App::showing(HUGE, lang("en"), screen)).sees("Monday: 14:00").sees("02 549 67 00");
}
