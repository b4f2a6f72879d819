//! The code that remembers: written down in one visit, typed in another, and nothing of it anywhere else.

use inclusion_kiosk::app::{App, Screen};
use inclusion_kiosk::base::{Key, LessonId, Size};
use inclusion_kiosk::content::Library;
use inclusion_kiosk::page::{Block, Target};
use inclusion_kiosk::usage::event::Event;

use crate::harness::{HUGE, Kiosk, LANGUAGES, SMALL, WIDE, World, lang, say};
use crate::lessons::check::answers_yes;
use crate::lessons::play::{self, items};
use crate::walk::is_shown_whole;

fn visit<'a>(world: &'a World, tag: &str, size: Size) -> Kiosk<'a> {
    world.kiosk_with(App::showing(size, lang(tag), Screen::Home))
}

/// Goes from the list of lessons to the end of one, without answering anything.
fn does(kiosk: &mut Kiosk, tag: &str, id: LessonId) {
    let world = kiosk.world;
    let title = world.library.lesson(id).expect("a lesson").title().get(lang(tag)).expect("a title").to_string();
    kiosk.keys("home").choose(&say(world, tag, "lessons-title")).choose(&title);
    kiosk.choose(&say(world, tag, "lesson-straight"));
    while kiosk.app.screen() != Some(Screen::Learned(id)) {
        let on = ["lesson-next", "exercise-pass", "pointer-pass"].map(|label| say(world, tag, label));
        let label = on.iter().find(|label| play::has(kiosk, label)).expect("a way on");
        kiosk.choose(label);
    }
}

/// The code on the page to write down.
fn code_on(kiosk: &Kiosk, tag: &str) -> Option<String> {
    let label = say(kiosk.world, tag, "slip-code");
    let facts = kiosk
        .page()
        .blocks
        .into_iter()
        .find_map(|block| if let Block::Facts(facts) = block { Some(facts) } else { None });
    let fact = facts?.into_iter().find(|fact| fact.label.to_plain_string() == label)?;
    (fact.lines.len() > 1).then(|| fact.lines[0].to_plain_string())
}

/// The code of a visit in which these lessons are done.
fn code_of(world: &World, tag: &str, lessons: &[&str]) -> String {
    let mut kiosk = visit(world, tag, WIDE);
    lessons.iter().for_each(|id| does(&mut kiosk, tag, world.lesson(id)));
    kiosk.keys("f6");
    let code = code_on(&kiosk, tag).expect("a code to write down");
    assert_eq!(code.split(' ').count(), 5, "{code}");
    code
}

/// The field of the code, as one gets there from the home screen.
fn at_field<'a>(world: &'a World, tag: &str, size: Size) -> Kiosk<'a> {
    let mut kiosk = visit(world, tag, size);
    for label in ["lessons-title", "code-way-in"] {
        kiosk.choose(&say(world, tag, label));
    }
    assert_eq!(kiosk.app.screen(), Some(Screen::Code));
    kiosk
}

fn types(kiosk: &mut Kiosk, text: &str) {
    text.chars().for_each(|sign| _ = kiosk.press(Key::Char(sign)));
}

/// Types a code and presses Enter.
fn enters(kiosk: &mut Kiosk, text: &str) {
    types(kiosk, text);
    kiosk.keys("enter");
}

fn typed(kiosk: &Kiosk) -> String {
    let field = kiosk
        .page()
        .blocks
        .into_iter()
        .find_map(|block| if let Block::Field(field) = block { Some(field) } else { None });
    field.expect("a field").typed.as_str().to_owned()
}

/// Some words of a language for codes.
fn list(world: &World, tag: &str) -> Vec<String> {
    let words = world.library.code_words();
    words.list(lang(tag)).expect("a list").iter().map(|word| word.to_string()).collect()
}

#[test]
fn whoever_has_a_code_goes_on_where_they_were_in_any_language() {
    let world = World::corpus();
    let code = code_of(&world, "fr", &["learn-keyboard", "learn-email"]);
    for tag in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut kiosk = at_field(&world, tag, size);
            enters(&mut kiosk, &code);
            assert_eq!(kiosk.app.screen(), Some(Screen::WelcomeBack), "{}", kiosk.screen());
            is_shown_whole("the welcome", kiosk.clone());
            let page = kiosk.page();
            let done = page
                .blocks
                .iter()
                .find_map(|block| if let Block::List { items, .. } = block { Some(items) } else { None });
            assert_eq!(done.expect("the lessons of the code").len(), 2);
            kiosk.choose(&say(&world, tag, "lesson-others"));
            let earlier = say(&world, tag, "lesson-seen-earlier");
            let marked = items_marked(&kiosk);
            assert_eq!(marked, [earlier.clone(), earlier], "{}", kiosk.screen());
            kiosk.keys("esc");
            assert_eq!(kiosk.app.screen(), Some(Screen::Home), "the field is not on the way back");
            let next = world.lesson("learn-screen-words");
            does(&mut kiosk, tag, next);
            kiosk.keys("f6");
            assert!(code_on(&kiosk, tag).is_some_and(|new| new != code));
            is_shown_whole("the code on the page to write down", kiosk);
        }
    }
}

/// What stands beside the choices that are marked.
fn items_marked(kiosk: &Kiosk) -> Vec<String> {
    let blocks = kiosk.page().blocks;
    let choices =
        blocks.into_iter().filter_map(|block| if let Block::Choices(choices) = block { Some(choices) } else { None });
    let marked = choices.flat_map(|choices| choices.items).filter(|item| item.marked);
    marked.map(|item| item.detail.expect("a detail").to_plain_string()).collect()
}

#[test]
fn what_a_code_remembers_is_not_counted_and_comes_into_the_next_code() {
    let world = World::corpus();
    let mut kiosk = visit(&world, "en", WIDE);
    answers_yes(&mut kiosk);
    does(&mut kiosk, "en", world.lesson("learn-keyboard"));
    kiosk.keys("f6");
    let code = code_on(&kiosk, "en").expect("a code");

    let mut kiosk = at_field(&world, "en", WIDE);
    enters(&mut kiosk, &code);
    kiosk.sees("The keyboard").sees("You also answered the questions");
    let mut after = kiosk.clone();
    let events = ended(&mut after);
    assert!(events.contains(&Event::Visit));
    let is_of_learning = |event: &Event| {
        matches!(
            event,
            Event::Engaged
                | Event::LessonStarted(_)
                | Event::LessonDone(_)
                | Event::CheckStarted
                | Event::CheckDone
                | Event::CheckLevel(..)
                | Event::CheckArea(..)
                | Event::Search(_)
        )
    };
    assert!(!events.iter().any(is_of_learning), "all of it was counted on another day: {events:?}");

    let second = world.lesson("learn-screen-words");
    does(&mut kiosk, "en", second);
    let events = ended(&mut kiosk.clone());
    let lessons: Vec<&Event> = events.iter().filter(|event| matches!(event, Event::LessonDone(_))).collect();
    assert_eq!(lessons, [&Event::LessonDone(second)]);
    kiosk.keys("f6");
    let next = code_on(&kiosk, "en").expect("a code");
    assert_ne!(next, code);
    let mut kiosk = at_field(&world, "nl", WIDE);
    enters(&mut kiosk, &next);
    let page = kiosk.page();
    let done =
        page.blocks.iter().find_map(|block| if let Block::List { items, .. } = block { Some(items) } else { None });
    assert_eq!(done.expect("the lessons of the code").len(), 2, "both days are in it");
}

fn ended(kiosk: &mut Kiosk) -> Vec<Event> {
    crate::lessons::counts::counted(kiosk)
}

#[test]
fn the_check_says_that_it_was_done_on_another_day_and_what_comes_next() {
    let world = World::corpus();
    let mut kiosk = visit(&world, "en", WIDE);
    answers_yes(&mut kiosk);
    kiosk.keys("f6");
    assert_eq!(kiosk.app.screen(), Some(Screen::CheckSlip));
    let code = code_on(&kiosk, "en").expect("a code of the check alone");
    let mut kiosk = at_field(&world, "en", WIDE);
    enters(&mut kiosk, &code);
    kiosk.keys("home").choose("Learn and practise").choose("What can you do already?");
    kiosk.sees("You answered these questions on another day.");
    let offered: Vec<String> = items(&kiosk).into_iter().map(|(label, _)| label).collect();
    assert!(offered.iter().any(|label| label.contains("My rights")), "who does all of it: {offered:?}");
    kiosk.choose("16 to 74 years");
    assert_eq!(kiosk.app.screen(), Some(Screen::CheckOnline), "they may answer again");
}

#[test]
fn who_withholds_an_answer_has_no_level_in_the_code() {
    let world = World::corpus();
    let mut kiosk = visit(&world, "en", WIDE);
    kiosk.choose("Learn and practise").choose("What can you do already?").choose("16 to 74 years");
    kiosk.choose("I would rather not say").keys("f6");
    assert_eq!(code_on(&kiosk, "en"), None, "it would be a guess:\n{}", kiosk.screen());
}

#[test]
fn each_way_in_which_words_are_no_code_has_its_own_calm_sentence_and_takes_nothing_away() {
    let world = World::corpus();
    for tag in LANGUAGES {
        let (words, code) = (list(&world, tag), code_of(&world, tag, &["learn-keyboard"]));
        let all: Vec<&str> = code.split(' ').collect();
        let swapped = [all[1], all[0], all[2], all[3], all[4]].join(" ");
        let six = [&*all[1..].join(" "), &words[0], &words[1]].join(" ");
        let mut told = std::collections::BTreeSet::new();
        for text in ["", &*all[..3].join(" "), all[0], &*six, &*swapped, "xqzwk"] {
            for size in [WIDE, SMALL, HUGE] {
                let mut kiosk = at_field(&world, tag, size);
                enters(&mut kiosk, text);
                assert_eq!(kiosk.app.screen(), Some(Screen::Code));
                assert_eq!(typed(&kiosk), text, "nothing of it is lost");
                let page = kiosk.page();
                let call = page.blocks.iter().find(|block| matches!(block, Block::Call { .. })).expect("it is told");
                told.insert(format!("{call:?}"));
                is_shown_whole(&format!("{text:?} in {tag}"), kiosk.clone());
                // Whoever goes on typing reads no more of it.
                kiosk.keys("a");
                assert!(!kiosk.page().blocks.iter().any(|block| matches!(block, Block::Call { .. })));
            }
        }
        assert_eq!(told.len(), 6, "{told:#?}");
    }
}

#[test]
fn a_word_with_a_slip_is_offered_as_it_is_written_and_put_into_its_place() {
    let world = World::corpus();
    let code = code_of(&world, "nl", &["learn-keyboard", "learn-search"]);
    let all: Vec<&str> = code.split(' ').collect();
    for size in [WIDE, SMALL] {
        let mut kiosk = at_field(&world, "nl", size);
        let slip = [all[2], "x"].concat();
        enters(&mut kiosk, &[all[0], all[1], &slip, all[3], all[4]].join("  "));
        is_shown_whole("the offer", kiosk.clone());
        // The first choice after the field, with the keyboard alone.
        play::choose_text(&mut kiosk, all[2]);
        assert_eq!(kiosk.app.screen(), Some(Screen::WelcomeBack), "the code is right then:\n{}", kiosk.screen());
    }
}

#[test]
fn a_code_is_typed_with_the_letters_on_the_screen_too() {
    let world = World::corpus();
    let code = code_of(&world, "en", &["learn-email"]);
    let mut kiosk = at_field(&world, "en", WIDE);
    types(&mut kiosk, "ab");
    kiosk.choose(&say(&world, "en", "search-letters"));
    assert_eq!((kiosk.app.screen(), typed(&kiosk)), (Some(Screen::CodeLetters), "ab".to_owned()));
    kiosk.choose(&say(&world, "en", "search-take-back")).choose(&say(&world, "en", "search-take-back"));
    for sign in code.chars() {
        let key = if sign == ' ' { say(&world, "en", "search-space") } else { sign.to_string() };
        kiosk.choose(&key);
    }
    kiosk.choose(&say(&world, "en", "code-take"));
    assert_eq!(kiosk.app.screen(), Some(Screen::WelcomeBack));
    // Arrows go from row to row, as in the search.
    let mut kiosk = at_field(&world, "en", WIDE);
    kiosk.choose(&say(&world, "en", "search-letters"));
    let Some(Target::Spot(field)) = kiosk.laid().focus else { panic!("a focus") };
    kiosk.keys("down down right");
    let Some(Target::Spot(letter)) = kiosk.laid().focus else { panic!("a focus") };
    assert!(letter.0 > field.0 + 2, "a row further down: {letter:?}");
}

#[test]
fn a_code_that_is_typed_is_no_search_and_is_forgotten_with_the_visit() {
    let world = World::corpus();
    let mut kiosk = at_field(&world, "en", WIDE);
    enters(&mut kiosk, "tax declaration");
    kiosk.keys("esc");
    assert!(!ended(&mut kiosk).iter().any(|event| matches!(event, Event::Search(_))));
    let mut kiosk = at_field(&world, "en", WIDE);
    types(&mut kiosk, "secret");
    kiosk.wait(180);
    kiosk.wait(30);
    assert!(kiosk.app.is_at_start());
    assert!(!format!("{:?}", kiosk.app).contains("secret"));
    kiosk.keys("enter 3").choose(&say(&world, "en", "lessons-title")).choose(&say(&world, "en", "code-way-in"));
    assert_eq!(typed(&kiosk), "", "the next person finds an empty field");
}

#[test]
fn content_without_words_for_codes_has_neither_code_nor_way_in() {
    let world = World { library: Library::default(), ..World::corpus() };
    let kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Code));
    assert_eq!(kiosk.page().name, "no-code");
    assert!(!kiosk.is_typed_on());
    let kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Lessons));
    assert!(!play::has(&kiosk, &say(&world, "en", "code-way-in")));
    let kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::CheckSlip));
    assert_eq!(code_on(&kiosk, "en"), None);
    assert!(!kiosk.screen().contains(&say(&world, "en", "slip-code")));
}

/// What a list comes to, in its order: FNV-1a over its words, each with a line end.
fn sum(words: &[String]) -> u64 {
    let bytes = words.iter().flat_map(|word| [word.as_bytes(), b"\n"].concat());
    bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn whoever_changes_to_a_language_without_words_for_codes_loses_nothing() {
    // The good content has no words for codes in Dutch.
    let library = inclusion_kiosk::content::parse::compile(&crate::any_content::with_code_words()).0;
    let world = World { library, ..World::corpus() };
    for size in [WIDE, SMALL] {
        let mut kiosk = world.kiosk_with(App::showing(size, lang("en"), Screen::Code));
        types(&mut kiosk, "babab");
        kiosk.keys("f2").choose("Nederlands");
        assert_eq!((kiosk.app.screen(), kiosk.page().name), (Some(Screen::Code), "no-code"));
        is_shown_whole("a language without codes", kiosk.clone());
        kiosk.choose(&say(&world, "nl", "help-languages")).choose("English");
        assert_eq!(typed(&kiosk), "babab");
    }
}

#[test]
fn the_lists_that_were_published_never_change() {
    let world = World::corpus();
    let lists = LANGUAGES.map(|tag| list(&world, tag));
    assert!(lists.iter().all(|words| words.len() == 1024));
    // Whoever comes here because of a change: take it back. People have these words on paper.
    assert_eq!(
        lists.each_ref().map(|words| [&*words[0], &*words[1023]]),
        [["abeille", "yoga"], ["aalbes", "zwemvest"], ["acorn", "zookeeper"]]
    );
    assert_eq!(
        lists.each_ref().map(|words| sum(words)),
        [0x8867_5f81_a84e_600b, 0xaa6c_f90c_3b55_0fb0, 0xd7a3_cf74_c6f8_2330]
    );
}

/// The words of a code in these languages: lessons 1, 2, 12 and 32, and a level.
fn golden(world: &World, tags: [&str; 5]) -> String {
    let words = tags.iter().zip(crate::simulation::CODE).map(|(tag, at)| list(world, tag)[at].clone());
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_code_whose_words_come_from_several_languages_is_the_same_code() {
    let world = World::corpus();
    for number in 0..3_usize.pow(5) {
        let tags = [1, 3, 9, 27, 81].map(|of| LANGUAGES[number / of % 3]);
        let mut kiosk = world.kiosk_with(App::showing(WIDE, lang(LANGUAGES[number % 3]), Screen::Code));
        enters(&mut kiosk, &golden(&world, tags));
        assert_eq!(kiosk.app.screen(), Some(Screen::WelcomeBack), "{tags:?}:\n{}", kiosk.screen());
    }
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Code));
    enters(&mut kiosk, &golden(&world, ["fr"; 5]).to_uppercase());
    kiosk.sees("And 1 lesson that this machine does not have.");
}

#[test]
fn every_word_of_the_lists_is_known_without_its_accents_and_in_capitals() {
    use unicode_normalization::UnicodeNormalization;
    let world = World::corpus();
    let words = world.library.code_words();
    for tag in LANGUAGES {
        for (index, word) in (0..).zip(list(&world, tag)) {
            let bare: String = word.nfd().filter(|sign| sign.is_ascii() || *sign == 'œ').collect();
            let bare = bare.replace('œ', "oe").to_uppercase();
            let found = words.find(&bare).expect("it is in a list");
            assert_eq!((found.lang, found.index), (lang(tag), index), "{word}");
        }
    }
}
