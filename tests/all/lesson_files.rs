//! Lessons, the words of pass phrases and the check of digital skills, as their authors write them and a pack keeps them.

use std::collections::HashSet;
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use inclusion_kiosk::content::model::{
    Block, Exercise, ExerciseKind, FieldRule, Inline, ItemId, Lesson, Part, SkillArea, WantedKey,
};
use inclusion_kiosk::content::pack::Pack;
use inclusion_kiosk::content::source::ContentFiles;
use inclusion_kiosk::content::{Library, Rule, parse};

use crate::any_content::{rules, with, with_code_words};
use crate::harness::{good_files, lang, project};
use crate::packs::build;

fn lesson(library: &Library, id: &str) -> Arc<Lesson> {
    match library.find(id) {
        Some(ItemId::Lesson(id)) => library.lesson(id).expect("a lesson of the library"),
        other => panic!("{id} is {other:?}"),
    }
}

fn exercise<'l>(lesson: &'l Lesson, id: &str) -> &'l Exercise {
    lesson.exercises.iter().find(|exercise| *exercise.id == *id).expect("an exercise of the lesson")
}

#[test]
fn a_lesson_is_read_with_its_cards_exercises_and_questions() {
    let (library, findings) = parse::compile(&good_files());
    assert_eq!(findings, []);
    let first = lesson(&library, "first-keys");
    assert_eq!((first.place, first.minutes, first.topics.len(), first.related.len()), (1, 5, 1, 1));
    let way: Vec<&str> = first.parts.iter().filter_map(|part| first.id_of(*part)).collect();
    assert_eq!(way, ["keyboard", "press", "write", "signs", "which", "these", "steps", "together"]);
    assert_eq!(first.parts[..2], [Part::Card(0), Part::Exercise(0)]);
    let text = first.texts.get(lang("en")).expect("English is required");
    assert_eq!((&*text.title, text.cards.len()), ("The first keys", 2));
    let Block::Para(paragraph) = &text.cards[0].blocks[0] else { panic!("a paragraph") };
    assert!(paragraph.0.iter().any(|piece| matches!(piece, Inline::Term { .. })), "{paragraph:?}");
    let ExerciseKind::Keys(presses) = &exercise(&first, "press").kind else { panic!("keys") };
    assert_eq!([presses[0].key, presses[1].key], [WantedKey::Enter, WantedKey::Char('é')]);
    let ExerciseKind::ChooseOne(options) = &exercise(&first, "which").kind else { panic!("one of several") };
    assert_eq!(options.iter().map(|option| option.right).collect::<Vec<_>>(), [true, false]);
    let ExerciseKind::Order(items) = &exercise(&first, "steps").kind else { panic!("an order") };
    assert!(items.iter().all(|item| item.right));
    assert_eq!(first.questions.len(), 3);
    assert_eq!(first.questions[0].after.answers.iter().filter(|answer| answer.right).count(), 1);

    let safe = lesson(&library, "stay-safe");
    let ExerciseKind::Spot(fake) = &exercise(&safe, "spot-it").kind else { panic!("a fake") };
    assert_eq!(fake.pieces.iter().map(|piece| piece.suspicious).collect::<Vec<_>>(), [false, true]);
    let ExerciseKind::Form(fields) = &exercise(&safe, "fill-in").kind else { panic!("a form") };
    let practice = fields[0].practice.get(lang("en")).expect("English is required");
    assert_eq!((fields[0].rule, &*fields[0].rule.typed(practice)), (FieldRule::Phone, "0470 00 00 00"));
}

#[test]
fn a_lesson_with_an_error_is_left_out_and_the_others_work() {
    let path = "lessons/first-keys/lesson.toml";
    let (library, findings) = parse::compile(&with(path, "kind = \"match\"", "kind = \"mach\""));
    assert_eq!(rules(&findings), [Rule::UnknownValue]);
    assert_eq!(library.find("first-keys"), None);
    lesson(&library, "stay-safe");
}

#[test]
fn a_text_that_is_only_too_long_is_shown_all_the_same() {
    let path = "lessons/first-keys/lesson.toml";
    let (library, findings) = parse::compile(&with(path, "fr = \"Cherchez à droite.\"", "fr = \"Un. Deux. Trois.\""));
    assert_eq!(rules(&findings), [Rule::LongText]);
    lesson(&library, "first-keys");
}

#[test]
fn what_a_lesson_names_and_is_left_out_is_not_there() {
    let (library, _) = parse::compile(&with("services/wifi/service.toml", "\"skills\"", "\"skill\""));
    assert_eq!(lesson(&library, "first-keys").related, []);
    let (library, _) = parse::compile(&with("glossary/terms.toml", "fr = \"Internet sans fil.\"\n", ""));
    let first = lesson(&library, "first-keys");
    let text = first.texts.get(lang("en")).expect("English is required");
    let Block::Para(paragraph) = &text.cards[0].blocks[0] else { panic!("a paragraph") };
    assert!(paragraph.0.iter().all(|piece| matches!(piece, Inline::Text(_))), "{paragraph:?}");
}

#[test]
fn a_lesson_cannot_have_the_name_of_something_else() {
    let mut files = good_files();
    for file in files.files.iter_mut().filter(|file| file.path.starts_with("lessons/stay-safe/")) {
        file.path = file.path.replace("stay-safe", "wifi");
    }
    let (library, findings) = parse::compile(&files);
    assert_eq!(rules(&findings), [Rule::DuplicateId]);
    assert!(matches!(library.find("wifi"), Some(ItemId::Service(_))));
}

#[test]
fn the_activities_are_those_of_the_rule_or_there_is_no_check_of_skills() {
    let (library, _) = parse::compile(&good_files());
    let activities = library.activities();
    let counts = SkillArea::ALL.map(|area| activities.iter().filter(|activity| activity.area == area).count());
    assert_eq!(counts, [4, 6, 7, 6, 7]);
    let (library, findings) = parse::compile(&with("check/activities.toml", "id = \"IUEM\"", "id = \"IUEMM\""));
    assert_eq!(rules(&findings), [Rule::SkillCheck; 2], "one is missing, and one is none");
    assert_eq!(library.activities().len(), 0);
}

#[test]
fn one_wrong_word_leaves_out_all_words_of_pass_phrases() {
    let (library, _) = parse::compile(&good_files());
    assert!(library.pass_words().0.iter().all(|(_, words)| words.len() >= 256));
    let (library, findings) = parse::compile(&with("lessons/pass-words.toml", "\"abeille\"", "\"l'abeille\""));
    assert_eq!(rules(&findings), [Rule::PassWords]);
    assert_eq!(library.pass_words().0, []);
}

#[test]
fn one_wrong_word_leaves_out_all_words_of_codes() {
    let mut files = with_code_words();
    let (library, _) = parse::compile(&files);
    assert_eq!(library.code_words().languages().collect::<Vec<_>>(), [lang("fr"), lang("en")]);
    let words = files.files.iter_mut().find(|file| file.path == "code-words.toml").expect("the words");
    words.text = words.text.replacen("\"babab\", ", "", 1);
    let (library, findings) = parse::compile(&files);
    assert_eq!(rules(&findings), [Rule::CodeWords], "a word is missing");
    assert_eq!(library.code_words().languages().count(), 0);
}

#[test]
fn a_pack_keeps_lessons_activities_and_words_as_they_are() {
    let (library, _) = parse::compile(&with_code_words());
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("1.kpack");
    build(&with_code_words(), 1, &path);
    let packed = Pack::verify(&path).expect("a whole pack").into_library();
    assert_eq!(*lesson(&packed, "first-keys"), *lesson(&library, "first-keys"));
    assert!(packed.lessons().eq(library.lessons()) && packed.lessons().count() == 2);
    assert_eq!((packed.activities(), packed.pass_words()), (library.activities(), library.pass_words()));
    assert!(packed.code_words() == library.code_words() && packed.code_words().languages().count() == 2);
    assert_eq!(packed.activities().len(), 30);
}

#[test]
fn the_lessons_of_the_project_are_twenty_four_with_every_kind_of_exercise() {
    let (library, _) = parse::compile(&ContentFiles::read(&project("content")).expect("content"));
    let mut places: Vec<u8> = library.lessons().map(|(_, lesson)| lesson.place).collect();
    places.sort_unstable();
    assert_eq!(places, (1..=24).collect::<Vec<u8>>());
    let lessons: Vec<Arc<Lesson>> = library.lessons().map(|(_, lesson)| lesson).collect();
    let kinds = |lesson: &Arc<Lesson>| -> HashSet<Discriminant<ExerciseKind>> {
        lesson.exercises.iter().map(|exercise| discriminant(&exercise.kind)).collect()
    };
    assert_eq!(lessons.iter().flat_map(kinds).collect::<HashSet<_>>().len(), 10, "kinds of exercises");
    for lesson in &lessons {
        assert!(kinds(lesson).len() >= 3, "{} has only {} kinds of exercises", lesson.id, kinds(lesson).len());
    }
    assert!(library.lessons().all(|(_, lesson)| !lesson.related.is_empty() && lesson.texts.0.len() == 3));
}
