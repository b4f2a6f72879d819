//! Promises at their edges: windows, settings, content and orders of keys that are rare and still happen.

use inclusion_kiosk::app::{App, Ask, Effect, Msg, Reason, Screen};
use inclusion_kiosk::base::{Key, Size};
use inclusion_kiosk::content::model::Localized;
use inclusion_kiosk::content::{Library, parse};
use inclusion_kiosk::page::{Anchor, Block, Target};

use crate::harness::{HUGE, SMALL, WIDE, World, good_files, lang};

/// The languages of the project with the small content of the tests.
fn small_world() -> World {
    World { library: parse::compile(&good_files()).0, ..World::real() }
}

/// The same, with its content changed in one place.
fn with_content(path: &str, old: &str, new: &str) -> World {
    let mut files = good_files();
    let file = files.files.iter_mut().find(|file| file.path == path).expect("a file of the good content");
    assert!(file.text.contains(old), "{path} holds {old}");
    file.text = file.text.replacen(old, new, 1);
    World { library: parse::compile(&files).0, ..World::real() }
}

/// In a window that is too small for any page, a press on "more" turns no page of the visit below.
#[test]
fn a_press_in_a_window_that_is_too_small_moves_nothing() {
    let world = World::real();
    let mut kiosk = world.kiosk_with(App::showing(SMALL, lang("en"), Screen::Help));
    let at = kiosk.page().at;
    kiosk.send(Msg::Resized(Size { width: 12, height: 5 }));
    assert_eq!(kiosk.laid().focus, Some(Target::More), "the sentences do not fit");
    let rev = kiosk.app.rev();
    kiosk.send(Msg::Pointer(kiosk.now, rev, Target::More));
    kiosk.send(Msg::Resized(SMALL));
    assert_eq!((kiosk.app.screen(), kiosk.page().at), (Some(Screen::Help), at));
}

/// Languages that do not exist are not offered, and keep nobody from the others.
#[test]
fn settings_that_name_unknown_languages_leave_all_that_exist() {
    let mut world = World::real();
    world.settings.offered = vec![lang("zz")];
    world.settings.language = Some(lang("zz"));
    let mut kiosk = world.kiosk(WIDE);
    kiosk.sees("Bonjour").sees("Goedendag").sees("Hello").keys("enter");
    kiosk.sees("Nederlands").does_not_see("[FR]").keys("2");
    assert_eq!(kiosk.app.lang(), Some(lang("nl")));
}

#[test]
fn one_offered_language_is_the_one_that_speaks() {
    let mut world = World::real();
    world.settings.offered = vec![lang("nl"), lang("zz")];
    world.settings.language = Some(lang("en"));
    let mut kiosk = world.kiosk(WIDE);
    kiosk.sees("Goedendag").does_not_see("Hello").keys("enter");
    assert_eq!(kiosk.page().lang, lang("nl"));
    kiosk.keys("enter");
    assert_eq!((kiosk.app.lang(), kiosk.app.screen()), (Some(lang("nl")), Some(Screen::Home)));
}

/// The screen of the first choice speaks the language on which the focus stands, from the first moment on.
#[test]
fn the_focus_of_the_first_choice_stands_on_the_language_that_speaks() {
    let mut world = World::real();
    world.settings.language = Some(lang("nl"));
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter");
    assert_eq!(kiosk.page().lang, lang("nl"));
    kiosk.keys("enter");
    assert_eq!(kiosk.app.lang(), Some(lang("nl")));
}

/// Who stands on English and looks for help before choosing finds it in English.
#[test]
fn before_a_choice_help_is_told_in_the_language_of_the_focus() {
    let world = World::real();
    let mut kiosk = world.kiosk(WIDE);
    for key in ["enter down down", "tab", "f7"] {
        kiosk.keys(key);
        assert_eq!(kiosk.page().lang, lang("en"), "{key}");
    }
    assert_eq!(kiosk.app.screen(), Some(Screen::Person(None)));
}

/// Home leads on from the choice of a language; from then on, Back asks before it erases anything.
#[test]
fn who_goes_on_without_choosing_a_language_is_asked_before_everything_is_erased() {
    let world = World::real();
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter home enter enter");
    for _ in 0..kiosk.app.depth() {
        kiosk.keys("esc");
    }
    assert_eq!(kiosk.app.screen(), Some(Screen::Questions(Ask::FirstTime)), "something was opened");
    kiosk.keys("enter");
    assert_eq!(kiosk.app.screen(), Some(Screen::Finish));
}

/// The list of languages opened twice, with help in between: the resident is back at the help, not below it.
#[test]
fn the_language_changes_over_a_screen_that_was_opened_over_the_list_of_languages() {
    let world = World::real();
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Display));
    kiosk.keys("f2 f1 f2 2");
    assert_eq!((kiosk.app.screen(), kiosk.app.lang()), (Some(Screen::Help), Some(lang("nl"))));
    kiosk.keys("esc esc");
    assert_eq!(kiosk.app.screen(), Some(Screen::Display));
}

/// F8 on the page to write down explains the words of that page, also when it was opened from other words.
#[test]
fn the_words_are_those_of_the_screen_right_below() {
    let world = with_content(
        "services/library-card/service.toml",
        "en = \"A card.\"",
        "en = \"The [code](glossary:account).\"",
    );
    let card = world.service("library-card");
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Step(card, 2)));
    kiosk.keys("f8");
    let of_step = kiosk.page().blocks;
    kiosk.keys("f6 f8");
    assert_eq!(kiosk.app.screen(), Some(Screen::Words));
    assert_ne!(kiosk.page().blocks, of_step);
    kiosk.keys("esc");
    assert_eq!(kiosk.app.screen(), Some(Screen::Slip(card)));
    kiosk.keys("esc");
    assert_eq!(kiosk.page().blocks, of_step);
}

/// Arrows and Enter alone reach the key bar too, and lead back from it.
#[test]
fn arrows_lead_to_the_key_bar_and_back() {
    // Two choices, and nothing below them.
    let mut world = World::real();
    world.settings.count = false;
    for size in [WIDE, SMALL, HUGE] {
        let mut kiosk = world.kiosk_with(App::showing(size, lang("en"), Screen::Finish));
        kiosk.keys("down");
        let last = kiosk.laid().focus;
        kiosk.keys("down");
        assert_eq!(kiosk.laid().focus, Some(Target::Key(Key::F(1))), "{size:?}");
        kiosk.keys("up");
        assert_eq!(kiosk.laid().focus, last);
        kiosk.keys("down down down down down enter");
        assert!(matches!(kiosk.app.screen(), Some(Screen::Person(None))), "{:?} at {size:?}", kiosk.app.screen());
    }
}

/// Tab on "more text follows" goes on to the choices that follow, not back to the first one in view.
#[test]
fn tab_on_more_text_goes_on() {
    let world = World::real();
    let mut kiosk = world.kiosk_with(App::showing(SMALL, lang("en"), Screen::Home));
    let in_view = kiosk.laid().shown.len();
    let next = kiosk.laid().choices[in_view].0;
    (0..in_view).for_each(|_| _ = kiosk.keys("down"));
    assert_eq!(kiosk.laid().focus, Some(Target::More));
    kiosk.keys("tab");
    assert_eq!(kiosk.laid().focus, Some(next));
}

/// A place that staff wrote in one language alone says so to readers of the others.
#[test]
fn a_place_told_in_another_language_is_marked_as_such() {
    let mut world = World::real();
    world.settings.site.connected_computer = Localized(vec![(lang("fr"), "dans le hall".into())]);
    let kiosk = world.kiosk(WIDE);
    let mut told = 0;
    for block in kiosk.page().blocks {
        let Block::Para(text) = block else { continue };
        let Some(place) = text.0.iter().find(|span| span.text.contains("dans le hall")) else { continue };
        let page_lang = text.0[0].lang;
        assert_eq!(place.lang, lang("fr"));
        assert_eq!(text.to_plain_string().contains("[FR] dans le hall"), page_lang != lang("fr"));
        told += 1;
    }
    assert_eq!(told, 3);
}

/// A number that stands in the sentence of a route is on the page to write down like one below it.
#[test]
fn the_page_to_write_down_holds_facts_within_a_sentence() {
    let world = with_content(
        "services/library-card/service.toml",
        "facts = [\"hours\"]\nfr = \"Venez.\"\nen = \"Come.\"",
        "fr = \"Venez : [](fact:hours).\"\nen = \"Come: [](fact:hours).\"",
    );
    let card = world.service("library-card");
    world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Slip(card))).sees("Monday: 9:00 to 12:00");
}

/// A care for a fact stands wherever the fact does, and nowhere else.
#[test]
fn a_doubt_stands_beside_what_to_bring_and_who_runs_it() {
    let path = "services/library-card/service.toml";
    let sure = small_world();
    let card = sure.service("library-card");
    let doubt = sure.texts.say(lang("en"), "fact-doubt", &[]).to_plain_string();
    for screen in [Screen::Slip(card), Screen::Service(card), Screen::Routes(card), Screen::Person(Some(card))] {
        sure.kiosk_with(App::showing(HUGE, lang("en"), screen)).does_not_see(&doubt);
    }
    let world = with_content(path, "en = \"A card.\"", "en = \"A card of [](fact:days) days.\"");
    let card = world.service("library-card");
    world.kiosk_with(App::showing(HUGE, lang("en"), Screen::Slip(card))).sees(&doubt);
    let world = with_content(path, "en = \"The library\"", "en = \"The [](fact:days) libraries\"");
    let card = world.service("library-card");
    world.kiosk_with(App::showing(HUGE, lang("en"), Screen::Service(card))).sees(&doubt);
}

/// A service that is not told in the language of the visit is told in the next one of its chain, to the last step.
#[test]
fn a_service_without_a_translation_is_told_in_another_language() {
    let world = small_world();
    let card = world.service("library-card");
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("nl"), Screen::Service(card)));
    kiosk.sees("[FR]").keys("1 1");
    assert!(matches!(kiosk.app.screen(), Some(Screen::Step(_, 0))));
    kiosk.sees("[FR]").keys("1 1 1");
    assert_eq!(kiosk.app.screen(), Some(Screen::Done(card, None)));
}

/// A kiosk without any content says so and still leads to people.
#[test]
fn an_empty_library_leads_to_people() {
    let world = World { library: Library::default(), ..World::real() };
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3 enter");
    assert_eq!(kiosk.app.screen(), Some(Screen::Person(None)));
}

/// The farewell stands for a while, so that it can be read, and then makes room by itself.
#[test]
fn the_farewell_makes_room_after_twenty_seconds() {
    let world = World::real();
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Finish));
    kiosk.keys("1").wait(19);
    assert!(!kiosk.app.is_at_start());
    assert_eq!(kiosk.wait(1), [Effect::ForgetInput]);
    assert!(kiosk.app.is_at_start());
}

/// No key, no wheel and no press reaches the page below a window that is too small; Ctrl-Q still leaves.
#[test]
fn a_window_that_is_too_small_takes_nothing_but_the_way_out() {
    let world = World::real();
    let mut kiosk = world.kiosk_with(App::showing(SMALL, lang("en"), Screen::Help));
    // So small that even what it says has more than one screenful.
    kiosk.send(Msg::Resized(Size { width: 12, height: 5 }));
    let before = kiosk.page();
    for key in ["enter", "esc", "home", "f10", "1", "page-down", "backspace"] {
        assert_eq!(kiosk.press(crate::harness::key(key)), [], "{key}");
    }
    for by in [1, -1] {
        kiosk.send(Msg::Wheel(kiosk.now, by));
    }
    assert_eq!(kiosk.page(), before);
    assert_eq!(kiosk.press(Key::Ctrl('q')), [Effect::Leave(Reason::Asked)]);
    kiosk.send(Msg::Resized(SMALL));
    assert_eq!((kiosk.app.screen(), kiosk.page().at), (Some(Screen::Help), Anchor::default()));
}

/// A step says that a number on it may have changed, also where the number stands in a call-out beside a sure one.
#[test]
fn a_step_with_a_doubtful_fact_says_so() {
    let path = "services/library-card/en.md";
    let world = with_content(path, "> [!TIP]\n> ", "> [!TIP]\n> Not in [](fact:days) days.\n>\n> ");
    let card = world.service("library-card");
    let doubt = world.texts.say(lang("en"), "fact-doubt-in-section", &[]);
    let tells = |step| {
        let page = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Step(card, step))).page();
        page.blocks.contains(&Block::Para(doubt.clone()))
    };
    assert!(tells(0) && tells(1), "the days are not sure");
    assert!(!tells(2), "nothing there is doubtful");
}

/// Backspace is Back, on every screen without a text field.
#[test]
fn backspace_is_back() {
    let world = World::real();
    let itsme = world.service("itsme");
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Service(itsme)));
    kiosk.keys("f1 backspace");
    assert_eq!(kiosk.app.screen(), Some(Screen::Service(itsme)));
}

/// A name that is missing in the language of the visit says in which language it is told.
#[test]
fn a_name_from_another_language_is_marked() {
    let world = small_world();
    let (id, topic) = world.library.topics().next().expect("a topic");
    let name = topic.name.get(lang("fr")).expect("French is required");
    let page = world.kiosk_with(App::showing(WIDE, lang("nl"), Screen::Topic(id))).page();
    assert_eq!(page.title.to_plain_string(), format!("[FR] {name}"));
}

/// A digit chooses the n-th choice that is in view, on every screenful of a long list.
#[test]
fn digits_count_what_is_in_view() {
    let world = World::real();
    let mut kiosk = world.kiosk_with(App::showing(SMALL, lang("en"), Screen::Home));
    kiosk.keys("page-down");
    let second = kiosk.laid().shown[1];
    assert_ne!(second, kiosk.laid().choices[1].0, "the list is longer than the screen");
    let mut pressed = kiosk.clone();
    let rev = pressed.app.rev();
    pressed.send(Msg::Pointer(pressed.now, rev, second));
    kiosk.keys("2");
    assert_eq!(kiosk.app.screen(), pressed.app.screen());
    assert_ne!(kiosk.app.screen(), Some(Screen::Home));
}

/// Up from the first choice in view goes to the one right before it, at the end of the screenful above.
#[test]
fn up_leads_to_the_last_choice_of_the_screenful_above() {
    let world = World::real();
    let mut kiosk = world.kiosk_with(App::showing(SMALL, lang("en"), Screen::Home));
    let above = kiosk.laid().shown.last().copied();
    kiosk.keys("page-down");
    assert_ne!(kiosk.laid().focus, above);
    kiosk.keys("up");
    assert_eq!(kiosk.laid().focus, above);
}

/// A digit acts on the page that is on the screen, or on none: here the new page was not laid out yet.
#[test]
fn a_key_never_acts_on_a_layout_of_another_page() {
    let world = World::real();
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Finish));
    let old = kiosk.laid().clone();
    kiosk.keys("f4");
    kiosk.laid = Some(old);
    let theme = kiosk.app.theme();
    kiosk.keys("2");
    assert_eq!((kiosk.app.screen(), kiosk.app.theme()), (Some(Screen::Display), theme));
}
