//! Lessons: each exercise is played as residents play it, and what must be kept or forgotten is.

pub mod check;
pub mod counts;
pub mod play;

use inclusion_kiosk::app::{Answer, App, Msg, Screen, When};
use inclusion_kiosk::base::{Key, LessonId, Millis, Size};
use inclusion_kiosk::content::model::{Exercise, ExerciseKind, Localized, Paragraph, Part};
use inclusion_kiosk::page::Target;
use inclusion_kiosk::present::plain;

use self::play::{every_exercise, exercise_of, is_a, plainly, solve};
use crate::harness::{Kiosk, LANGUAGES, SMALL, WIDE, World, lang, project};
use crate::program::{PROGRAM, command};
use crate::walk::is_shown_whole;

/// All screens of a lesson.
fn screens(world: &World, id: LessonId) -> Vec<Screen> {
    let lesson = world.library.lesson(id).expect("a lesson");
    let parts = (0..).zip(&lesson.parts).map(|(at, part)| match part {
        Part::Card(_) => Screen::Card(id, at),
        Part::Exercise(_) => Screen::Exercise(id, at),
    });
    let questions = [When::Before, When::After].into_iter().flat_map(|when| {
        [Screen::Sure(id, when), Screen::Asked(id, when, 0), Screen::Asked(id, when, 1), Screen::Asked(id, when, 2)]
    });
    [Screen::Lesson(id), Screen::Learned(id), Screen::LessonSlip(id)]
        .into_iter()
        .chain(parts)
        .chain(questions)
        .collect()
}

#[test]
fn the_end_of_a_guide_leads_to_the_lesson_that_goes_before_it() {
    let world = World::corpus();
    let end = Screen::Done(world.service("safeonweb"), Some(Answer::Yes));
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), end));
    kiosk.choose("Is this message real?");
    assert_eq!(kiosk.page().name, "lesson");
}

#[test]
fn every_screen_of_every_lesson_is_shown_whole_in_every_language_and_size() {
    let world = World::corpus();
    for tag in LANGUAGES {
        for size in [WIDE, SMALL] {
            for id in world.library.lesson_ids() {
                for screen in screens(&world, id) {
                    let kiosk = world.kiosk_with(App::showing(size, lang(tag), screen));
                    let name = format!("{screen:?} in {tag}");
                    assert_ne!(kiosk.page().name, "unreadable", "{name}");
                    if let Some(answered) = kiosk.app.with_answer() {
                        is_shown_whole(&format!("the answer of {name}"), world.kiosk_with(answered));
                    }
                    is_shown_whole(&name, kiosk);
                }
            }
            for screen in [
                Screen::Lessons,
                Screen::Code,
                Screen::CodeLetters,
                Screen::WelcomeBack,
                Screen::Check,
                Screen::CheckOnline,
                Screen::CheckResult,
                Screen::CheckSlip,
            ] {
                is_shown_whole(&format!("{screen:?}"), world.kiosk_with(App::showing(size, lang(tag), screen)));
            }
            for at in 0..world.library.activities().len() as u16 {
                let kiosk = world.kiosk_with(App::showing(size, lang(tag), Screen::Activity(at)));
                is_shown_whole(&format!("activity {at} in {tag}"), kiosk);
            }
        }
    }
}

#[test]
fn every_exercise_is_solved_with_the_keyboard_alone() {
    let world = World::corpus();
    let mut kinds = Vec::new();
    for tag in LANGUAGES {
        for size in [WIDE, SMALL] {
            every_exercise(&world, tag, size, |mut kiosk, exercise| {
                if is_a(exercise, "pass-phrase") || is_a(exercise, "pointer") {
                    return;
                }
                let name = format!("{} in {tag} at {size:?}", exercise.id);
                let hint = plainly(&exercise.hint, tag);
                assert!(!plain::write(&kiosk.page()).contains(&hint), "{name} waits with its hint");
                kiosk.keys("f9");
                assert!(plain::write(&kiosk.page()).contains(&hint), "{name} has a hint");
                solve(&mut kiosk, exercise, tag);
                let told = plain::write(&kiosk.page());
                assert!(told.contains(&plainly(&exercise.why, tag)), "{name} says why:\n{told}");
                let right = world.texts.say(lang(tag), "exercise-right", &[]).to_plain_string();
                assert!(told.contains(&right), "{name} is solved:\n{told}");
                kinds.push(std::mem::discriminant(&exercise.kind));
            });
        }
    }
    kinds.dedup();
    kinds.sort_by_key(|kind| format!("{kind:?}"));
    kinds.dedup();
    assert_eq!(kinds.len(), 8, "all kinds but the pointer and the pass phrase were played");
}

#[test]
fn every_wrong_answer_is_met_with_why_and_may_be_tried_again() {
    let world = World::corpus();
    let mut tried = 0;
    for tag in LANGUAGES {
        every_exercise(&world, tag, SMALL, |kiosk, exercise| {
            let ExerciseKind::ChooseOne(answers) = &exercise.kind else { return };
            for (at, answer) in (0..).zip(answers).filter(|(_, answer)| !answer.right) {
                let mut kiosk = kiosk.clone();
                let before = plain::write(&kiosk.page());
                play::choose(&mut kiosk, at);
                let told = plain::write(&kiosk.page());
                assert!(told.contains(&plainly(&answer.because, tag)), "{} says why not:\n{told}", exercise.id);
                let again = world.texts.say(lang(tag), "exercise-again", &[]).to_plain_string();
                kiosk.choose(&again);
                assert_eq!(plain::write(&kiosk.page()), before, "{} can be tried again", exercise.id);
                tried += 1;
            }
        });
    }
    assert!(tried > 30, "{tried}");
}

#[test]
fn what_is_missing_and_what_does_not_fit_is_told_without_the_answer() {
    let world = World::corpus();
    every_exercise(&world, "en", WIDE, |mut kiosk, exercise| {
        let ExerciseKind::ChooseSeveral(answers) = &exercise.kind else { return };
        kiosk.choose("This is my answer").sees("Choose something first.");
        let wrong = answers.iter().position(|answer| !answer.right).expect("one is wrong") as u16;
        play::choose(&mut kiosk, wrong);
        assert!(kiosk.screen().contains('√'), "what was chosen has a sign:\n{}", kiosk.screen());
        kiosk.choose("This is my answer");
        let told = plain::write(&kiosk.page());
        assert!(told.contains(&plainly(&answers[usize::from(wrong)].because, "en")), "{told}");
        for answer in answers.iter().filter(|answer| answer.right) {
            assert!(!told.contains(&plainly(&answer.because, "en")), "the answer is not given away:\n{told}");
        }
        // What was chosen is still chosen; taking it away again leaves nothing to check.
        kiosk.choose("Try again");
        play::choose(&mut kiosk, wrong);
        kiosk.choose("This is my answer").sees("Choose something first.");
    });
}

#[test]
fn an_order_keeps_what_stands_right_when_it_is_tried_again() {
    let world = World::corpus();
    let mut tried = 0;
    every_exercise(&world, "en", WIDE, |mut kiosk, exercise| {
        let ExerciseKind::Order(items) = &exercise.kind else { return };
        let last = items.len() as u16 - 1;
        // The first one right, then from the last one back.
        for at in std::iter::once(0).chain((1..=last).rev()) {
            play::choose_text(&mut kiosk, &plainly(&items[usize::from(at)].text, "en"));
        }
        if last < 2 {
            return;
        }
        kiosk.choose("This is my answer").sees("Not quite yet");
        let told = plain::write(&kiosk.page());
        assert!(told.contains(&plainly(&items[1].because, "en")), "it says what comes second:\n{told}");
        kiosk.choose("Try again");
        let shown = plain::write(&kiosk.page());
        assert!(shown.contains(&format!("1. {}", plainly(&items[0].text, "en"))), "{shown}");
        (1..=last).for_each(|at| play::choose_text(&mut kiosk, &plainly(&items[usize::from(at)].text, "en")));
        kiosk.choose("This is my answer").sees("Yes, that is right!");
        tried += 1;
    });
    assert!(tried > 1);
}

#[test]
fn show_me_tells_the_right_answer_of_every_exercise() {
    let world = World::corpus();
    every_exercise(&world, "nl", SMALL, |mut kiosk, exercise| {
        if is_a(exercise, "pass-phrase") {
            return;
        }
        kiosk.choose("Toon me het antwoord");
        let told = plain::write(&kiosk.page());
        assert!(told.contains(&plainly(&exercise.why, "nl")), "{}: {told}", exercise.id);
        for wanted in play::right_answers(exercise, "nl") {
            assert!(told.contains(&wanted), "{} does not tell '{wanted}':\n{told}", exercise.id);
        }
    });
}

#[test]
fn home_back_help_a_person_and_the_end_are_reached_from_every_exercise() {
    let world = World::corpus();
    for size in [WIDE, SMALL] {
        every_exercise(&world, "fr", size, |kiosk, exercise| {
            let on = |key: &str, wanted: fn(Screen) -> bool| {
                let mut kiosk = kiosk.clone();
                kiosk.keys(key);
                assert!(kiosk.app.screen().is_some_and(wanted), "{key} in {}", exercise.id);
            };
            on("home", |screen| screen == Screen::Home);
            on("esc", |screen| screen == Screen::Home);
            on("f1", |screen| screen == Screen::Help);
            on("f2", |screen| screen == Screen::Languages);
            on("f3", |screen| screen == Screen::Search);
            on("f6", |screen| matches!(screen, Screen::LessonSlip(_)));
            on("f7", |screen| matches!(screen, Screen::Person(_)));
            on("f10", |screen| matches!(screen, Screen::Questions(_) | Screen::Finish));
            on("f10 f10", |screen| screen == Screen::Finish);
            // Down alone walks out of a place that takes single keys, unless it is the key that is wanted.
            let mut walker = kiosk.clone();
            let first = (walker.laid().focus, walker.laid().at);
            walker.keys("down down");
            let is_wanted = matches!(&exercise.kind, ExerciseKind::Keys(_)) && walker.app.rev() != kiosk.app.rev();
            assert!(
                (walker.laid().focus, walker.laid().at) != first || is_wanted,
                "no trap in {}:\n{}",
                exercise.id,
                walker.screen()
            );
        });
    }
}

#[test]
fn the_language_changes_inside_every_exercise_and_keeps_what_was_done() {
    let world = World::corpus();
    every_exercise(&world, "fr", SMALL, |mut kiosk, exercise| {
        play::begin(&mut kiosk, exercise);
        let before = kiosk.page();
        for (number, tag) in [(2, "nl"), (3, "en"), (1, "fr")] {
            kiosk.keys(&format!("f2 {number}"));
            assert_eq!(kiosk.app.lang(), Some(lang(tag)), "{}", exercise.id);
            assert_eq!(exercise_of(&kiosk).map(|exercise| exercise.id), Some(exercise.id.clone()));
        }
        let after = kiosk.page();
        assert_eq!((after.blocks, after.focus, after.at), (before.blocks, before.focus, before.at), "{}", exercise.id);
    });
}

#[test]
fn back_and_home_keep_what_was_done_in_an_exercise() {
    let world = World::corpus();
    every_exercise(&world, "en", SMALL, |mut kiosk, exercise| {
        play::begin(&mut kiosk, exercise);
        let (screen, before) = (kiosk.app.screen(), plain::write(&kiosk.page()));
        // Home, and again the way of a resident to the part that they saw last.
        kiosk.keys("home").choose("Learn and practise");
        let Some(Screen::Exercise(id, _)) = screen else { panic!("{screen:?}") };
        let title = world.library.lesson(id).expect("a lesson").title();
        kiosk.choose(title.get(lang("en")).expect("a title"));
        kiosk.choose("Go on where I was");
        assert_eq!(kiosk.app.screen(), screen);
        let body = |page: &str| page.split("\n\n").skip(1).collect::<Vec<_>>().join("\n\n");
        assert_eq!(body(&plain::write(&kiosk.page())), body(&before), "{}", exercise.id);
    });
}

#[test]
fn whoever_walks_away_inside_an_exercise_is_asked_and_then_forgotten() {
    let world = World::corpus();
    every_exercise(&world, "en", WIDE, |mut kiosk, exercise| {
        play::begin(&mut kiosk, exercise);
        let before = kiosk.page().blocks;
        kiosk.wait(180);
        kiosk.sees("Still there?");
        // A key stays, and does nothing else, also where keys are what is asked for.
        for key in ["enter", "a", "down", "é"] {
            kiosk.keys(key);
            kiosk.does_not_see("Still there?");
            assert_eq!(kiosk.page().blocks, before, "{key} in {}", exercise.id);
            kiosk.wait(180);
            kiosk.sees("Still there?");
        }
        kiosk.wait(30);
        assert!(kiosk.app.is_at_start(), "{}", exercise.id);
        let state = format!("{:?}", kiosk.app);
        assert!(!state.contains("Attempt"), "nothing of it is left: {state}");
    });
}

/// The exercise of a kind in a lesson, on the screen.
fn at<'a>(world: &'a World, lesson: &str, kind: &str, tag: &str) -> (Kiosk<'a>, Exercise) {
    let id = world.lesson(lesson);
    let read = world.library.lesson(id).expect("a lesson");
    let found = (0..).zip(&read.parts).find_map(|(at, part)| match part {
        Part::Exercise(index) if is_a(&read.exercises[usize::from(*index)], kind) => {
            Some((at, read.exercises[usize::from(*index)].clone()))
        }
        _ => None,
    });
    let (part, exercise) = found.unwrap_or_else(|| panic!("{lesson} has a {kind}"));
    (world.kiosk_with(App::showing(WIDE, lang(tag), Screen::Exercise(id, part))), exercise)
}

#[test]
fn what_one_types_is_itself_and_the_next_key_is_shown_on_the_keyboard() {
    let world = World::corpus();
    let (mut kiosk, _) = at(&world, "learn-web-address", "type", "en");
    kiosk.sees("Type: example.org").sees("Next: press E. It is between Z and R.").sees("│ E │");
    // Digits and signs choose nothing; what is wrong is told at once, and can be taken back.
    kiosk.keys("1 &").sees("You: 1&_").sees("Press Backspace (←) 2 times.");
    kiosk.keys("backspace backspace backspace").sees("You: _");
    assert!(matches!(kiosk.app.screen(), Some(Screen::Exercise(..))), "Backspace leads nowhere");
    kiosk.keys("enter");
    assert!(!plain::write(&kiosk.page()).contains("It must look"), "Enter on an empty line is no answer");
    kiosk.keys("a enter").sees("It must look exactly like the text above.").keys("backspace");
    kiosk.keys("E").sees("Press Caps Lock once").sees("Press Backspace (←) once.").keys("backspace");
    for sign in "example".chars() {
        kiosk.press(Key::Char(sign));
    }
    kiosk.sees("Next: hold Shift down and press ;");
    let told = plain::write(&kiosk.page());
    assert!(told.contains("It is between , and :."), "{told}");
    assert!(told.contains("It is key 9 of row 4. Do not count Tab"), "the picture in words:\n{told}");
    for sign in ".org".chars() {
        kiosk.press(Key::Char(sign));
    }
    kiosk.sees("Now: press Enter.").keys("enter").sees("Yes!");
}

#[test]
fn tab_leaves_a_box_of_a_form_in_which_something_stands_as_the_lesson_teaches() {
    let world = World::corpus();
    let (mut kiosk, exercise) = at(&world, "learn-form", "form", "en");
    let ExerciseKind::Form(fields) = &exercise.kind else { panic!("a form") };
    let first = fields[0].rule.typed(fields[0].practice.get(lang("en")).expect("a text"));
    let label = fields[1].label.get(lang("en")).expect("a label");
    first.chars().for_each(|sign| _ = kiosk.press(Key::Char(sign)));
    kiosk.keys("tab").sees("Yes!").sees(&format!("{label}:"));
    // In an empty box it walks on to the choices, as everywhere.
    let before = kiosk.laid().focus;
    kiosk.keys("tab");
    assert_ne!(kiosk.laid().focus, before);
}

#[test]
fn where_tab_is_the_answer_another_key_leads_to_the_choices() {
    let world = World::corpus();
    let (mut kiosk, _) = at(&world, "learn-form", "keys", "en");
    kiosk.sees("To reach these choices: key ↓").keys("down");
    assert_eq!(kiosk.page().name, "exercise");
    kiosk.does_not_see("That was another key.");
}

#[test]
fn of_a_made_up_message_it_is_said_what_is_suspicious_and_what_is_well_never_that_a_lie_fits() {
    let world = World::corpus();
    for suspicious in [true, false] {
        let (mut kiosk, exercise) = at(&world, "learn-real-message", "spot", "en");
        let ExerciseKind::Spot(fake) = &exercise.kind else { panic!("a message") };
        let place = fake.pieces.iter().position(|piece| piece.suspicious == suspicious).expect("a piece") as u16;
        play::choose(&mut kiosk, place);
        kiosk.choose("This is my answer");
        let told = plain::write(&kiosk.page());
        assert_eq!(told.contains("This is suspicious:"), suspicious, "{told}");
        assert_eq!(told.contains("Nothing is wrong with this:"), !suspicious, "{told}");
        assert!(!told.contains("To choose here"), "{told}");
    }
}

#[test]
fn a_solved_exercise_may_be_done_once_more_from_its_beginning() {
    let world = World::corpus();
    let (mut kiosk, exercise) = at(&world, "learn-web-address", "choose-one", "en");
    solve(&mut kiosk, &exercise, "en");
    kiosk.sees("Yes, that is right!").choose("Do this exercise again");
    kiosk.sees("Show me the answer");
}

#[test]
fn a_field_that_is_not_well_written_is_explained_with_an_example() {
    let world = World::corpus();
    let (mut kiosk, exercise) = at(&world, "learn-form", "form", "en");
    let ExerciseKind::Form(fields) = &exercise.kind else { panic!("a form") };
    kiosk.keys("enter").sees("Nothing is written here yet.");
    for field in fields {
        let wrong = "zzz";
        wrong.chars().for_each(|sign| _ = kiosk.press(Key::Char(sign)));
        kiosk.keys("enter");
        let told = plain::write(&kiosk.page());
        let is_shape = !field.rule.accepts(wrong);
        assert_eq!(told.contains(&plainly(&field.because, "en")), is_shape, "{told}");
        let other = "This is not yet the text that is asked for. Compare letter by letter.";
        assert_eq!(told.contains(other), !is_shape, "{told}");
        kiosk.keys("backspace backspace backspace");
        let practice = field.practice.get(lang("en")).expect("practice");
        field.rule.typed(practice).chars().for_each(|sign| _ = kiosk.press(Key::Char(sign)));
        kiosk.keys("enter");
    }
    kiosk.sees("Yes, that is right!");
}

#[test]
fn a_mouse_is_tried_with_the_mouse_and_the_keyboard_never_stands_for_it() {
    let world = World::corpus();
    let (mut kiosk, exercise) = at(&world, "learn-keyboard", "pointer", "en");
    let ExerciseKind::Pointer(moves) = &exercise.kind else { panic!("a pointer") };
    let target = |kiosk: &Kiosk| {
        let is_target = |label: &str| ["Click here", "Double-click here", "Turn the wheel"].contains(&label);
        play::items(kiosk).into_iter().find(|(label, _)| is_target(label)).expect("a target").1
    };
    kiosk.keys("enter").sees("That was the keyboard. Try it with the mouse.");
    for wanted in moves {
        use inclusion_kiosk::content::model::PointerAct;
        let spot = target(&kiosk);
        let click = |kiosk: &mut Kiosk, after: u64| {
            kiosk.now = kiosk.now + Millis(after);
            kiosk.send(Msg::Pointer(kiosk.now, kiosk.app.rev(), Target::Spot(spot)));
        };
        match wanted.act {
            PointerAct::Click => click(&mut kiosk, 500),
            PointerAct::DoubleClick => {
                click(&mut kiosk, 500);
                click(&mut kiosk, 3000);
                kiosk.sees("Almost! Click twice, a little faster.");
                click(&mut kiosk, 400);
            }
            PointerAct::Scroll => {
                click(&mut kiosk, 500);
                kiosk.sees("That was a click. Turn the wheel of the mouse.");
                kiosk.send(Msg::Wheel(kiosk.now, 1));
            }
        }
    }
    kiosk.sees("Yes, that is right!");
}

#[test]
fn where_there_is_no_mouse_the_lesson_says_so_and_goes_on() {
    let world = World { mouse: false, ..World::corpus() };
    let (mut kiosk, exercise) = at(&world, "learn-keyboard", "pointer", "fr");
    kiosk.sees("Cette machine n'a pas de souris.");
    let ExerciseKind::Pointer(moves) = &exercise.kind else { panic!("a pointer") };
    let told = plain::write(&kiosk.page());
    assert!(moves.iter().all(|wanted| told.contains(&plainly(&wanted.text, "fr"))), "{told}");
    let before = kiosk.app.screen();
    kiosk.keys("enter");
    assert_ne!(kiosk.app.screen(), before, "Enter goes on");
}

#[test]
fn four_words_are_drawn_and_stay_until_others_are_asked_for() {
    let world = World::corpus();
    for tag in LANGUAGES {
        let (mut kiosk, _) = at(&world, "learn-passwords", "pass-phrase", tag);
        let words = world.library.pass_words();
        let words = words.get(lang(tag)).expect("words").clone();
        let drawn = |kiosk: &Kiosk| {
            let told = plain::write(&kiosk.page());
            let line = told.lines().find(|line| {
                let last: Vec<&str> = line.rsplit(": ").next().unwrap_or_default().split(' ').collect();
                last.len() == 4 && last.iter().all(|word| words.iter().any(|known| **known == **word))
            });
            line.unwrap_or_else(|| panic!("four words:\n{told}")).to_owned()
        };
        let first = drawn(&kiosk);
        kiosk.keys("f1 esc f2 esc");
        assert_eq!(drawn(&kiosk), first);
        let other = world.texts.say(lang(tag), "phrase-other", &[]).to_plain_string();
        kiosk.choose(&other);
        assert_ne!(drawn(&kiosk), first);
        let never = world.texts.say(lang(tag), "phrase-never", &[]).to_plain_string();
        assert!(plain::write(&kiosk.page()).contains(&never));
    }
}

#[test]
fn lessons_are_reached_from_the_home_screen_and_from_their_topics() {
    let world = World::corpus();
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Home));
    kiosk.choose("Learn and practise");
    assert_eq!(kiosk.app.screen(), Some(Screen::Lessons));
    for (id, lesson) in world.library.lessons() {
        let title = lesson.title().get(lang("en")).expect("a title").to_string();
        let labels = |screen| {
            let kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), screen));
            play::items(&kiosk).into_iter().map(|(label, _)| label).collect::<Vec<_>>()
        };
        assert!(labels(Screen::Lessons).contains(&title), "{title}");
        for topic in &lesson.topics {
            assert!(labels(Screen::Topic(*topic)).contains(&title), "{title}");
        }
        let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Lessons));
        kiosk.choose(&title);
        assert_eq!(kiosk.app.screen(), Some(Screen::Lesson(id)));
    }
    // Content without lessons has no way to them.
    let world = World::real();
    world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Home)).does_not_see("Learn and practise");
}

#[test]
fn a_lesson_leads_from_its_first_page_to_its_end_with_enter_alone() {
    let world = World::corpus();
    for id in world.library.lesson_ids() {
        let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("fr"), Screen::Lesson(id)));
        kiosk.choose("Aller tout de suite à la leçon");
        let parts = world.library.lesson(id).expect("a lesson").parts.len();
        for _ in 0..parts {
            match kiosk.app.screen() {
                Some(Screen::Card(..)) => kiosk.choose("Continuer"),
                Some(Screen::Exercise(..)) if play::has(&kiosk, "Continuer sans répondre") => {
                    kiosk.choose("Continuer sans répondre")
                }
                Some(Screen::Exercise(..)) if play::has(&kiosk, "Continuer sans souris") => {
                    kiosk.choose("Continuer sans souris")
                }
                Some(Screen::Exercise(..)) => kiosk.choose("Continuer"),
                other => panic!("{other:?}"),
            };
        }
        assert_eq!(kiosk.app.screen(), Some(Screen::Learned(id)), "who skips the questions is asked none after it");
        kiosk.sees("Bravo !").keys("f6");
        assert_eq!(kiosk.app.screen(), Some(Screen::LessonSlip(id)));
    }
}

#[test]
fn kiosk_page_prints_the_right_answers_of_a_lesson_where_they_are_asked_for() {
    let world = World::corpus();
    let page = |extra: &[&str]| {
        let mut command = command(PROGRAM);
        command.args(["page", "learn-real-message", "--lang", "fr"]).args(extra).current_dir(project("."));
        String::from_utf8(command.output().expect("kiosk runs").stdout).expect("text")
    };
    let (asked, answered) = (page(&[]), page(&["--answers"]));
    let lesson = world.library.lesson(world.lesson("learn-real-message")).expect("a lesson");
    for exercise in &lesson.exercises {
        let (task, why) = (plainly(&exercise.task, "fr"), plainly(&exercise.why, "fr"));
        assert!(asked.contains(&task) && !asked.contains(&why), "{}", exercise.id);
        assert!(answered.contains(&task) && answered.contains(&why), "{}", exercise.id);
        for wanted in play::right_answers(exercise, "fr") {
            assert!(answered.contains(&wanted), "'{wanted}' of {}", exercise.id);
        }
    }
    assert_eq!(answered.matches("C'est la bonne réponse").count(), 6, "of the questions before and after, too");
    assert!(!asked.contains("C'est la bonne réponse"));
}
