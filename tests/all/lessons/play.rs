//! Hands that play exercises as a resident does, and eyes that know the right answers.

use super::*;
use inclusion_kiosk::app::screen_at;
use inclusion_kiosk::page::Spot;

/// Calls for each exercise of the project's lessons with a kiosk on whose screen it is.
pub fn every_exercise<'a>(world: &'a World, tag: &str, size: Size, mut with: impl FnMut(Kiosk<'a>, &Exercise)) {
    let mut number = 0;
    for id in world.library.lesson_ids() {
        let lesson = world.library.lesson(id).expect("a lesson");
        for (at, part) in (0..).zip(&lesson.parts) {
            if let Part::Exercise(index) = part {
                let kiosk = world.kiosk_with(App::showing(size, lang(tag), Screen::Exercise(id, at)));
                with(kiosk, &lesson.exercises[usize::from(*index)]);
                number += 1;
            }
        }
    }
    assert!(number >= 36, "twelve lessons have some exercises: {number}");
}

/// Whether an exercise is of a kind, by its name in TOML.
pub fn is_a(exercise: &Exercise, kind: &str) -> bool {
    kind == match exercise.kind {
        ExerciseKind::ChooseOne(_) => "choose-one",
        ExerciseKind::ChooseSeveral(_) => "choose-several",
        ExerciseKind::Order(_) => "order",
        ExerciseKind::Match(_) => "match",
        ExerciseKind::Type(_) => "type",
        ExerciseKind::Keys(_) => "keys",
        ExerciseKind::Pointer(_) => "pointer",
        ExerciseKind::Spot(_) => "spot",
        ExerciseKind::Form(_) => "form",
        ExerciseKind::PassPhrase => "pass-phrase",
        ExerciseKind::RealOrFalse(_) => "real-or-false",
    }
}

/// The exercise on the screen.
pub fn exercise_of(kiosk: &Kiosk) -> Option<Exercise> {
    let (id, at) = match kiosk.app.screen()? {
        Screen::Exercise(id, at) => (id, at),
        Screen::Message(at) => return kiosk.world.library.gym().messages.get(usize::from(at)).cloned(),
        _ => return None,
    };
    let lesson = kiosk.world.library.lesson(id)?;
    let Part::Exercise(index) = lesson.parts[usize::from(at)] else { return None };
    lesson.exercises.get(usize::from(index)).cloned()
}

/// What a text says in a language, as the plain text of a page has it.
pub fn plainly(said: &Localized<Paragraph>, tag: &str) -> String {
    use inclusion_kiosk::content::model::Inline;
    let paragraph = said.get(lang(tag)).expect("it is said in each language");
    let words = paragraph.0.iter().map(|piece| match piece {
        Inline::Text(text) | Inline::Strong(text) | Inline::Term { text, .. } | Inline::Foreign { text, .. } => &**text,
        Inline::Fact(_) => panic!("lessons have no facts"),
    });
    words.collect::<String>().trim().to_owned()
}

/// The labels of all choices, in their order, each with its spot.
pub fn items(kiosk: &Kiosk) -> Vec<(String, Spot)> {
    let page = kiosk.page();
    let items = page.choices().into_iter().flat_map(|choices| &choices.items);
    items.map(|item| (item.label.to_plain_string(), item.spot)).collect()
}

/// Whether there is a choice with this label.
pub fn has(kiosk: &Kiosk, label: &str) -> bool {
    items(kiosk).iter().any(|(known, _)| known == label)
}

/// Goes to a choice with Tab, and chooses it with Enter.
fn reach(kiosk: &mut Kiosk, spot: Spot) {
    for _ in 0..60 {
        if kiosk.laid().focus == Some(Target::Spot(spot)) {
            kiosk.keys("enter");
            return;
        }
        kiosk.keys("tab");
    }
    panic!("Tab reaches every choice:\n{}", kiosk.screen());
}

/// Chooses the n-th choice with the keyboard.
pub fn choose(kiosk: &mut Kiosk, at: u16) {
    let spot = items(kiosk)[usize::from(at)].1;
    reach(kiosk, spot);
}

/// Chooses a choice by its words, with the keyboard.
pub fn choose_text(kiosk: &mut Kiosk, text: &str) {
    let found = items(kiosk).into_iter().find(|(label, _)| label == text);
    let spot = found.unwrap_or_else(|| panic!("'{text}' is no choice:\n{}", kiosk.screen())).1;
    reach(kiosk, spot);
}

fn types(kiosk: &mut Kiosk, text: &str) {
    text.chars().for_each(|sign| _ = kiosk.press(Key::Char(sign)));
}

/// Gives the right answer.
pub fn solve(kiosk: &mut Kiosk, exercise: &Exercise, tag: &str) {
    let check = kiosk.world.texts.say(lang(tag), "exercise-check", &[]).to_plain_string();
    let said = |text: &Localized<Box<str>>| text.get(lang(tag)).expect("it is said").to_string();
    match &exercise.kind {
        ExerciseKind::ChooseOne(answers) => {
            choose(kiosk, answers.iter().position(|answer| answer.right).expect("one is right") as u16);
        }
        ExerciseKind::ChooseSeveral(answers) => {
            let right = (0..).zip(answers).filter(|(_, answer)| answer.right);
            right.for_each(|(at, _)| choose(kiosk, at));
            choose_text(kiosk, &check);
        }
        ExerciseKind::Spot(fake) => {
            let right = (0..).zip(&fake.pieces).filter(|(_, piece)| piece.suspicious);
            right.for_each(|(at, _)| choose(kiosk, at));
            choose_text(kiosk, &check);
        }
        ExerciseKind::Order(items) => {
            items.iter().for_each(|item| choose_text(kiosk, &plainly(&item.text, tag)));
            choose_text(kiosk, &check);
        }
        ExerciseKind::Match(pairs) => {
            pairs.iter().for_each(|pair| choose_text(kiosk, &said(&pair.other)));
            choose_text(kiosk, &check);
        }
        ExerciseKind::Type(texts) => {
            for text in texts {
                types(kiosk, &said(&text.text));
                kiosk.keys("enter");
            }
        }
        ExerciseKind::Keys(presses) => presses.iter().for_each(|wanted| _ = kiosk.press(wanted.key.sent())),
        ExerciseKind::Form(fields) => {
            for field in fields {
                types(kiosk, &field.rule.typed(&said(&field.practice)));
                kiosk.keys("enter");
            }
        }
        ExerciseKind::RealOrFalse(fake) => {
            let verdict = if fake.is_false() { "gym-false" } else { "gym-real" };
            choose_text(kiosk, &kiosk.world.texts.say(lang(tag), verdict, &[]).to_plain_string());
            if fake.is_false() {
                let right = (0..).zip(&fake.pieces).filter(|(_, piece)| piece.suspicious);
                right.for_each(|(at, _)| choose(kiosk, at));
                choose_text(kiosk, &check);
            }
        }
        ExerciseKind::Pointer(_) | ExerciseKind::PassPhrase => {}
    }
}

/// Does a little of an exercise, and leaves it unfinished.
pub fn begin(kiosk: &mut Kiosk, exercise: &Exercise) {
    match &exercise.kind {
        ExerciseKind::ChooseOne(answers) => {
            choose(kiosk, answers.iter().position(|answer| !answer.right).expect("one is wrong") as u16);
        }
        ExerciseKind::Type(_) | ExerciseKind::Form(_) => types(kiosk, "ab"),
        ExerciseKind::Keys(presses) => _ = kiosk.press(presses[0].key.sent()),
        ExerciseKind::Pointer(_) => _ = kiosk.keys("enter"),
        ExerciseKind::PassPhrase => choose(kiosk, 1),
        _ => choose(kiosk, 0),
    }
}

/// Texts that the answer to an exercise must tell.
pub fn right_answers(exercise: &Exercise, tag: &str) -> Vec<String> {
    let said = |text: &Localized<Box<str>>| text.get(lang(tag)).expect("it is said").to_string();
    match &exercise.kind {
        ExerciseKind::ChooseOne(answers) | ExerciseKind::ChooseSeveral(answers) => {
            let right = answers.iter().filter(|answer| answer.right);
            right.flat_map(|answer| [plainly(&answer.text, tag), plainly(&answer.because, tag)]).collect()
        }
        ExerciseKind::Order(items) => {
            (1..).zip(items).map(|(at, item)| format!("{at}. {}", plainly(&item.text, tag))).collect()
        }
        ExerciseKind::Match(pairs) => {
            pairs.iter().map(|pair| format!("{}: {}", said(&pair.one), said(&pair.other))).collect()
        }
        ExerciseKind::Type(texts) => texts.iter().map(|text| said(&text.text)).collect(),
        ExerciseKind::Keys(presses) => presses.iter().map(|wanted| plainly(&wanted.text, tag)).collect(),
        ExerciseKind::Pointer(moves) => moves.iter().map(|wanted| plainly(&wanted.text, tag)).collect(),
        ExerciseKind::Spot(fake) | ExerciseKind::RealOrFalse(fake) => {
            fake.pieces.iter().map(|piece| plainly(&piece.because, tag)).collect()
        }
        ExerciseKind::Form(fields) => fields.iter().map(|field| field.rule.typed(&said(&field.practice))).collect(),
        ExerciseKind::PassPhrase => Vec::new(),
    }
}

#[test]
fn every_part_of_a_lesson_has_an_address() {
    let world = World::corpus();
    let all = inclusion_kiosk::app::addresses(&world.library);
    for (id, lesson) in world.library.lessons() {
        assert_eq!(screen_at(&world.library, &lesson.id), Some(Screen::Lesson(id)));
        for (at, part) in (0..).zip(&lesson.parts) {
            let address = format!("{}#{}", lesson.id, lesson.id_of(*part).expect("an id"));
            let wanted = match part {
                Part::Card(_) => Screen::Card(id, at),
                Part::Exercise(_) => Screen::Exercise(id, at),
            };
            assert_eq!(screen_at(&world.library, &address), Some(wanted), "{address}");
            assert!(all.contains(&address), "{address}");
        }
    }
}
