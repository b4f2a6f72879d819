//! F3: what people do who look for something in their own words, key by key.

use inclusion_kiosk::app::{App, Effect, Msg, Screen};
use inclusion_kiosk::base::{Key, Millis, Role};
use inclusion_kiosk::page::{Block, Choices, Ink, Pick, Target};
use inclusion_kiosk::present::plain;
use inclusion_kiosk::usage::event::{Event, Search};

use crate::harness::{HUGE, Kiosk, SMALL, WIDE, World, lang};

/// Somebody who reads a language and has just pressed F3.
fn searching<'a>(world: &'a World, tag: &str) -> Kiosk<'a> {
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang(tag), Screen::Home));
    kiosk.keys("f3");
    kiosk
}

impl Kiosk<'_> {
    fn types(&mut self, text: &str) -> &mut Self {
        text.chars().for_each(|sign| _ = self.press(Key::Char(sign)));
        self
    }

    /// What stands in the field, as plain text tells it.
    fn field(&self) -> String {
        let written = plain::write(&self.page());
        let labels = ["Search:", "Zoeken:", "Chercher :"];
        let line = written.lines().find(|line| labels.iter().any(|label| line.starts_with(label)));
        line.unwrap_or_else(|| panic!("there is a field:\n{written}")).to_owned()
    }

    fn lists(&self) -> Vec<Choices> {
        let blocks = self.page().blocks.into_iter();
        blocks.filter_map(|block| if let Block::Choices(choices) = block { Some(choices) } else { None }).collect()
    }
}

#[test]
fn every_character_is_written_and_none_of_them_chooses() {
    let world = World::real();
    for text in ["azerty", "1060", "&é\"'(§è!çà", "l'eau - 2", "ŒUVRE"] {
        let mut kiosk = searching(&world, "en");
        kiosk.types(text);
        assert_eq!(kiosk.app.screen(), Some(Screen::Search), "{text}");
        let written = kiosk.field();
        assert!(written.starts_with(&format!("Search: \"{text}\"")), "{written}");
        assert!(kiosk.screen().contains(&format!("> Search: {text}_")), "{}", kiosk.screen());
    }
}

#[test]
fn what_was_found_stands_below_after_every_key_and_the_first_three_stand_out() {
    let world = World::corpus();
    let mut kiosk = searching(&world, "fr");
    for sign in "adresse".chars() {
        kiosk.press(Key::Char(sign));
        let lists = kiosk.lists();
        assert!(lists.iter().all(|list| list.pick == Pick::Plain), "digits are typed here, so no list has numbers");
        let items = &lists.first().expect("there is always something to choose").items;
        for (rank, item) in items.iter().enumerate() {
            let first = item.label.0.first().expect("a label has words");
            assert_eq!(first.role == Role::Strong, rank < 3, "{rank}: {:?}", item.label);
        }
    }
    kiosk.sees("Changer d'adresse");
    let strong = |kiosk: &Kiosk| {
        let rows = kiosk.laid().rows.iter().flat_map(|row| &row.0);
        rows.filter(|run| run.ink == Ink::Text(Role::Strong) && run.text.contains("adresse")).count()
    };
    assert!(strong(&kiosk) > 0, "{}", kiosk.screen());
}

#[test]
fn backspace_only_deletes_also_when_nothing_is_there() {
    let world = World::real();
    let mut kiosk = searching(&world, "en");
    kiosk.types("ab").keys("backspace");
    assert!(kiosk.field().starts_with("Search: \"a\""), "{}", kiosk.field());
    kiosk.keys("backspace backspace backspace");
    assert_eq!((kiosk.app.screen(), kiosk.field().as_str()), (Some(Screen::Search), "Search: …"));
    // From a result, too.
    kiosk.types("its").keys("down backspace");
    assert!(kiosk.field().starts_with("Search: \"it\""), "{}", kiosk.field());
    assert_eq!(kiosk.laid().focus, kiosk.laid().shown.first().copied(), "what one types comes into view");
}

#[test]
fn right_writes_the_rest_of_the_word_that_is_offered() {
    let world = World::real();
    let mut kiosk = searching(&world, "en");
    kiosk.types("itsm").sees("→ itsme").keys("right");
    assert!(kiosk.field().starts_with("Search: \"itsme\""), "{}", kiosk.field());
    // Where nothing is offered it does nothing.
    let mut kiosk = searching(&world, "en");
    kiosk.types("xqzwv").keys("right right left");
    assert_eq!(kiosk.field(), "Search: \"xqzwv\"");
    assert_eq!(kiosk.laid().focus, kiosk.laid().shown.first().copied());
}

#[test]
fn enter_opens_the_first_and_the_way_back_finds_everything_as_it_was() {
    let world = World::real();
    let itsme = world.service("itsme");
    for way in ["enter", "down enter", "tab enter", "down space"] {
        for size in [WIDE, SMALL, HUGE] {
            let mut kiosk = searching(&world, "en");
            kiosk.send(Msg::Resized(size));
            kiosk.types("itsme");
            let field = kiosk.field();
            kiosk.keys(way);
            assert_eq!(kiosk.app.screen(), Some(Screen::Service(itsme)), "{way}");
            let on_result = way != "enter";
            kiosk.keys("1 esc esc");
            assert_eq!((kiosk.app.screen(), kiosk.field()), (Some(Screen::Search), field), "{way}");
            assert_eq!(kiosk.laid().focus != kiosk.laid().shown.first().copied(), on_result, "{way}");
        }
    }
}

#[test]
fn down_leads_to_what_was_found_and_up_back_to_the_field() {
    let world = World::real();
    let mut kiosk = searching(&world, "en");
    kiosk.types("its").keys("down down");
    let focus = kiosk.laid().focus;
    assert_eq!(focus, kiosk.laid().shown.get(2).copied());
    kiosk.keys("up up up up");
    assert_eq!(kiosk.laid().focus, kiosk.laid().shown.first().copied());
    kiosk.keys("down").types("m");
    assert!(kiosk.field().starts_with("Search: \"itsm\""), "a letter on a result goes on in the field");
    assert_eq!(kiosk.laid().focus, kiosk.laid().shown.first().copied());
}

#[test]
fn nothing_found_is_never_all_there_is() {
    let world = World::corpus();
    for (tag, person) in [("fr", "Parler à quelqu'un"), ("nl", "Met iemand praten"), ("en", "Talk to a person")] {
        for text in ["xqzwv", "xqzwv itsme", "zzzzzzzz yyyyyyyyy", "ßßßß", "!!!", "0000"] {
            let mut kiosk = searching(&world, tag);
            kiosk.types(text);
            let written = plain::write(&kiosk.page());
            let choices: usize = kiosk.lists().iter().map(|list| list.items.len()).sum();
            assert!(choices >= 4, "{tag} {text}:\n{written}");
            let is_about_people = written.contains(person) || text == "!!!";
            assert!(is_about_people && written.contains("F7"), "{tag} {text}:\n{written}");
            kiosk.keys("enter");
            assert!(kiosk.app.screen().is_some(), "Enter does no harm");
        }
    }
    let mut kiosk = searching(&world, "en");
    kiosk.types("xqzwv").sees("We do not know this word yet").sees("These topics may help:").sees("Talk to a person");
    kiosk.keys("enter");
    assert_eq!(kiosk.app.screen(), Some(Screen::Search), "nobody is sent to a topic unasked");
    kiosk.keys("enter");
    assert!(matches!(kiosk.app.screen(), Some(Screen::Topic(_))), "{:?}", kiosk.app.screen());
}

#[test]
fn an_empty_field_says_how_it_is_used_and_shows_the_topics() {
    let world = World::corpus();
    for size in [WIDE, SMALL] {
        for (tag, words) in [("fr", "avec vos mots"), ("nl", "eigen woorden"), ("en", "in your own words")] {
            let mut kiosk = searching(&world, tag);
            kiosk.send(Msg::Resized(size));
            let written = plain::write(&kiosk.page());
            assert!(written.contains(words), "{written}");
            let topics = world.library.topics().filter(|(_, topic)| topic.services > 0).count();
            assert!(kiosk.lists().iter().any(|list| list.items.len() == topics.min(12)), "{written}");
        }
    }
}

#[test]
fn letters_on_the_screen_are_walked_with_arrows_and_written_with_one_key() {
    let world = World::real();
    for size in [WIDE, SMALL, HUGE] {
        let mut kiosk = searching(&world, "en");
        kiosk.send(Msg::Resized(size));
        kiosk.choose("Letters on the screen");
        assert_eq!(kiosk.app.screen(), Some(Screen::Letters));
        for (label, typed) in [("i", "i"), ("t", "it"), ("s", "its"), ("m", "itsm"), ("7", "itsm7"), ("delete", "itsm")]
        {
            kiosk.choose(label);
            assert!(kiosk.field().starts_with(&format!("Search: \"{typed}\"")), "{}", kiosk.field());
        }
        kiosk.choose("itsme").choose("space").choose("a");
        assert!(kiosk.field().starts_with("Search: \"itsme a\""), "{}", kiosk.field());
        // With arrows and one key alone, from the field to every key and back.
        let mut kiosk = searching(&world, "en");
        kiosk.send(Msg::Resized(size));
        kiosk.choose("Letters on the screen").keys("down right right enter enter space");
        assert!(kiosk.field().starts_with("Search: \"ccc\""), "{}", kiosk.field());
        kiosk.keys("up");
        assert_eq!(kiosk.laid().focus, kiosk.laid().shown.first().copied());
        for _ in 0..60 {
            kiosk.keys("down");
        }
        assert!(matches!(kiosk.laid().focus, Some(Target::Key(_))), "the way down ends at the key bar");
    }
}

#[test]
fn an_arrow_goes_to_the_key_above_or_below() {
    let world = World::real();
    let mut kiosk = searching(&world, "en");
    kiosk.choose("Letters on the screen").keys("down right right");
    let place = |kiosk: &Kiosk| kiosk.laid().cursor;
    let (x, y) = place(&kiosk);
    kiosk.keys("down");
    assert_eq!(place(&kiosk), (x, y + 1));
    kiosk.keys("up");
    assert_eq!(place(&kiosk), (x, y));
}

#[test]
fn the_language_changes_under_a_search_and_the_text_stays() {
    let world = World::real();
    let mut kiosk = searching(&world, "en");
    kiosk.types("itsme").keys("f2 2").sees("Zoeken: itsme_");
    kiosk.keys("f2 1").sees("Chercher : itsme_");
}

#[test]
fn a_search_goes_on_after_a_result_and_begins_anew_after_the_home_screen() {
    let world = World::real();
    let mut kiosk = searching(&world, "en");
    kiosk.types("itsme").keys("enter f3").sees("> Search: itsme_");
    kiosk.keys("enter f7 esc esc").sees("Search: itsme");
    kiosk.keys("down f3").sees("> Search: itsme_");
    kiosk.keys("home f3").sees("> Search: _");
    kiosk.types("bank").sees("> Search: bank_");
}

#[test]
fn the_arrow_down_reaches_what_was_found_below_the_letters_on_a_small_screen() {
    let world = World::real();
    let mut kiosk = world.kiosk_with(App::showing(SMALL, lang("en"), Screen::Letters));
    kiosk.types("itsme");
    let is_result =
        |line: &str| line.trim_start().starts_with("> ") && line.contains("itsme") && !line.contains("Search");
    let is_on_a_result = |kiosk: &Kiosk| kiosk.screen().lines().any(is_result);
    for _ in 0..12 {
        if is_on_a_result(&kiosk) {
            return;
        }
        kiosk.keys("down");
    }
    panic!("no result has the focus:\n{}", kiosk.screen());
}

#[test]
fn what_was_typed_is_forgotten_with_the_visit() {
    let world = World::real();
    let ends: [fn(&mut Kiosk); 3] = [
        |kiosk| _ = kiosk.finish(),
        |kiosk| {
            kiosk.wait(1000);
            kiosk.wait(1000);
        },
        |kiosk| {
            kiosk.now = kiosk.now + Millis::from_seconds(8 * 3600);
            kiosk.send(Msg::Tick(kiosk.now));
        },
    ];
    for end in ends {
        let mut kiosk = searching(&world, "en");
        kiosk.types("k0vaz0wq");
        assert!(!format!("{:?}", kiosk.app).contains("k0vaz"), "no log can show it");
        end(&mut kiosk);
        assert!(kiosk.app.screen().is_none());
        kiosk.keys("enter").does_not_see("k0vaz");
        while kiosk.app.is_at_start() {
            kiosk.keys("enter");
        }
        kiosk.keys("3 f3");
        assert_eq!(kiosk.field(), "Search: …");
    }
}

/// The searches that a visit counts.
fn counted(kiosk: &mut Kiosk) -> Vec<Search> {
    kiosk.finish();
    let events = kiosk.effects.iter().find_map(|effect| match effect {
        Effect::Count(events) => Some(events.clone()),
        _ => None,
    });
    let searches = events.expect("counted").into_iter().filter_map(|event| match event {
        Event::Search(how) => Some(how),
        _ => None,
    });
    searches.collect()
}

#[test]
fn a_search_counts_how_it_ended_once_and_never_what_was_typed() {
    let world = World::real();
    let counts = |act: fn(&mut Kiosk)| {
        let mut kiosk = searching(&world, "en");
        act(&mut kiosk);
        counted(&mut kiosk)
    };
    assert_eq!(counts(|_| {}), [], "an empty field is no search");
    assert_eq!(counts(|kiosk| _ = kiosk.types("!? ")), [], "nor is one without a word");
    assert_eq!(counts(|kiosk| _ = kiosk.types("itsme")), [Search::Hit], "also for who leaves with it on the screen");
    assert_eq!(counts(|kiosk| _ = kiosk.types("itsme").keys("enter esc").types(" app").keys("enter")), [Search::Hit]);
    assert_eq!(counts(|kiosk| _ = kiosk.types("xqzwv").keys("esc")), [Search::Zero]);
    assert_eq!(counts(|kiosk| _ = kiosk.types("xqzwv").keys("down enter")), [Search::Zero, Search::Chosen]);
    let both = counts(|kiosk| _ = kiosk.types("itsme").keys("esc f3").types("xqzwv").keys("home"));
    assert_eq!(both, [Search::Hit, Search::Zero]);
    let mut kiosk = searching(&world, "en");
    kiosk.types("xqzwv");
    kiosk.wait(1000);
    let walked_away = kiosk.effects.iter().any(|effect| match effect {
        Effect::Count(events) => events.contains(&Event::Search(Search::Zero)),
        _ => false,
    });
    assert!(walked_away, "{:?}", kiosk.effects);
}

/// What three residents see, one in each language.
#[test]
fn the_screen_of_the_search_looks_like_this() {
    let world = World::real();
    insta::assert_snapshot!(searching(&world, "en").screen(), @r"
    Topics
    What are you looking for?
    ────────────────────────────────────────────────────────────────────────────
    > Search: _

    Type what you need, in your own words. Mistakes do not matter.

      Letters on the screen

    Or choose a topic:
      Moving house
      My rights and help
      Identity and logging in

      All topics







    ────────────────────────────────────────────────────────────────────────────
    F1 Help   F2 Language  F3 Search   F4 Screen                 F7 A person
    F8 Words               F10 Finish  Esc Back   Home Topics
    ");
    let mut kiosk = searching(&world, "fr");
    kiosk.send(Msg::Resized(SMALL));
    kiosk.choose("Lettres à l'écran").keys("down right").types("itsm");
    insta::assert_snapshot!(kiosk.screen(), @r"
    Thèmes
    Que cherchez-vous ?
    ──────────────────────────────────────
      Chercher : itsm  → itsme

     a  >b   c   d   e   f   g   h   i
     j   k   l   m   n   o   p   q   r
     s   t   u   v   w   x   y   z

     0  1  2  3  4  5  6  7  8  9

      La suite est plus bas : touche ↓
    ──────────────────────────────────────
    F1 Aide      F3 Chercher  F7 Quelqu'un
    F10 Terminer Esc Retour   Tab Suite
    ");
    let mut kiosk = searching(&world, "nl");
    kiosk.send(Msg::Resized(SMALL));
    kiosk.types("veilig").keys("down");
    let top: Vec<String> = kiosk.screen().lines().take(8).map(str::to_owned).collect();
    insta::assert_snapshot!(top.join("\n"), @r"
    Thema's
    Wat zoek je?
    ──────────────────────────────────────
      Zoeken: veilig

    Kies met ↓ en druk op Enter.

    > Zo stel je itsme veilig in
    ");
}
