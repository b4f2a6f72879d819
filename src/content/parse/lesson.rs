//! A lesson: `lesson.toml` with its exercises, and its cards in a text per language.

pub(super) mod exercise;
pub(super) mod limits;
mod typing;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

pub(super) use self::exercise::{FAKES, KINDS, MOVES, RULES};
use super::Ctx;
use super::folders::Folder;
use super::forms;
use super::lists;
use super::localized::words;
use super::markdown::{self, Sectioned};
use super::notes::{File, Notes, Use, quoted};
use super::pack::check_id;
use super::parity;
use super::service::{check_digcomp, related};
use super::table::{Doc, Str, Table};
use crate::base::{Lang, QUESTION_PAIRS};
use crate::content::finding::Rule;
use crate::content::model::{Exercise, Lesson, LessonText, Localized, Part, QuestionPair};

/// Places in the code of progress.
pub(super) const PLACES: (i64, i64) = (1, 32);
/// How long a lesson takes.
pub(super) const MINUTES: (i64, i64) = (5, 10);
/// How many exercises it has.
const EXERCISES: RangeInclusive<usize> = 3..=6;

/// The first place in the code of progress that none of these lessons has.
pub(super) fn free_place<'d>(lessons: impl Iterator<Item = &'d Doc<'d>>, notes: &Notes) -> Option<u8> {
    let taken: Vec<u8> = lessons.filter_map(|doc| doc.root(notes).number("place", PLACES)).collect();
    (PLACES.0..=PLACES.1).filter_map(|place| u8::try_from(place).ok()).find(|place| !taken.contains(place))
}

/// What all lessons share.
pub(super) struct Shared {
    /// The places that are taken, and the lesson that has each.
    taken: BTreeMap<u8, String>,
    /// Whether there are words for pass phrases.
    has_pass_words: bool,
}

impl Shared {
    pub fn new(has_pass_words: bool) -> Shared {
        Shared { taken: BTreeMap::new(), has_pass_words }
    }
}

/// Reads a lesson; nothing where it has errors. `path` is the one of its folder, as findings show it.
pub(super) fn read(ctx: Ctx, id: &str, path: &str, folder: &Folder, shared: &mut Shared) -> Option<Lesson> {
    let ctx = Ctx { prose: Use::Lesson, ..ctx };
    let before = ctx.notes.errors();
    let Some(doc) = &folder.toml else {
        let mend = "write it: copy the one of another lesson and change it";
        ctx.notes.missing(format!("{path}/lesson.toml"), Rule::File, mend);
        return None;
    };
    let root = doc.root(ctx.notes);
    root.fits(&forms::LESSON, &[]);
    let place = root.number("place", PLACES);
    let minutes = root.number("minutes", MINUTES);
    take(shared, id, place, &root);
    let (texts, is_whole) = markdown::read_all(ctx, path, &folder.texts, None);
    parity::compare(ctx, &texts);
    check_cards(ctx, &texts);
    let tried = exercises(ctx, &root, shared);
    let parts = texts.first().map(|(_, file, text)| parts(ctx, &root, (file, text), &tried, doc));
    let questions = questions(ctx, &root);
    let digcomp = root.need_texts("digcomp", "digcomp = [\"2.3\"]");
    check_digcomp(&root, &digcomp);
    let lesson = Lesson {
        id: id.into(),
        place: place.unwrap_or_default(),
        minutes: minutes.unwrap_or_default(),
        digcomp: digcomp.iter().map(|text| text.text.into()).collect(),
        topics: lists::topics(ctx, &root),
        related: related(ctx, &root),
        words: words(ctx, &root),
        texts: Localized(texts.into_iter().map(|(lang, _, text)| (lang, text_of(text))).collect()),
        parts: parts.unwrap_or_default(),
        exercises: tried.into_iter().filter_map(|(_, exercise)| exercise).collect(),
        questions,
    };
    (is_whole && ctx.notes.errors() == before).then_some(lesson)
}

fn text_of(text: Sectioned) -> LessonText {
    LessonText { title: text.title, purpose: text.purpose, cards: text.sections }
}

/// Takes a place in the code of progress: no other lesson may have it.
fn take(shared: &mut Shared, id: &str, place: Option<u8>, root: &Table) {
    let (Some(place), Some(value)) = (place, root.get("place")) else { return };
    match shared.taken.get(&place) {
        Some(other) => {
            let what = format!("the place {place} is that of the lesson {} already", quoted(other));
            root.note(value.span.start, Rule::DuplicateId, what, "write a number that no lesson ever had");
        }
        None => {
            shared.taken.insert(place, id.to_owned());
        }
    }
}

fn check_cards(ctx: Ctx, texts: &[(Lang, &File, Sectioned)]) {
    for (_, file, text) in texts {
        for (card, (_, at)) in text.sections.iter().zip(&text.ids) {
            limits::check_card(ctx.notes, file, *at, card);
        }
    }
}

/// The exercises in the order of the file, each with its id; nothing in the place of one that cannot be read.
fn exercises<'d>(ctx: Ctx, root: &Table<'d>, shared: &Shared) -> Vec<(Str<'d>, Option<Exercise>)> {
    const EXAMPLE: &str = "[exercises.my-exercise]";
    let Some(table) = root.need_table("exercises", EXAMPLE) else { return Vec::new() };
    let read = table.entries().into_iter().filter_map(|(id, value)| {
        check_id(&id, ctx.notes);
        let exercise = exercise::read(ctx, &id, &table.as_table(&value, id.text, EXAMPLE)?, shared.has_pass_words);
        Some((id, exercise))
    });
    read.collect()
}

/// The way through the lesson. Every card and every exercise stands in it once.
fn parts(
    ctx: Ctx,
    root: &Table,
    (file, text): (&File, &Sectioned),
    exercises: &[(Str, Option<Exercise>)],
    doc: &Doc,
) -> Vec<Part> {
    let cards = (0..).zip(&text.ids).map(|(at, (id, _))| (&**id, Part::Card(at)));
    let mut known: BTreeMap<&str, Part> = cards.collect();
    for (at, (id, _)) in (0..).zip(exercises) {
        if known.insert(id.text, Part::Exercise(at)).is_some_and(|other| matches!(other, Part::Card(_))) {
            let what = format!("{} is the id of a card and of an exercise", quoted(id.text));
            root.note(id.at, Rule::DuplicateId, what, "choose another id for one of the two");
        }
    }
    let named = root.need_texts("parts", "parts = [\"my-card\", \"my-exercise\"]");
    let mut parts: Vec<Part> = Vec::new();
    for id in &named {
        match known.get(id.text) {
            Some(part) if parts.contains(part) => {
                let what = format!("{} stands twice in `parts`", quoted(id.text));
                root.note(id.at, Rule::LessonParts, what, "delete one of the two");
            }
            Some(part) => parts.push(*part),
            None if text.complete && !doc.is_damaged() => {
                let guess = ctx.notes.did_you_mean(id.text, known.keys().copied());
                let what = format!("there is no card and no exercise {}", quoted(id.text));
                let mend = format!("add `## … {{#{}}}` or `[exercises.…]`, or correct the id{guess}", id.text);
                root.note(id.at, Rule::BrokenLink, what, mend);
            }
            None => {}
        }
    }
    if let (Some(Part::Exercise(_)), Some(first)) = (parts.first(), named.first()) {
        root.note(first.at, Rule::LessonParts, "the lesson begins with an exercise", "begin `parts` with a card");
    }
    if !named.is_empty() {
        note_left(ctx, (file, text), exercises, &parts, &known);
    }
    if !EXERCISES.contains(&exercises.len()) {
        let what = format!("this lesson has {} exercises", exercises.len());
        let mend = format!("give it {} to {}", EXERCISES.start(), EXERCISES.end());
        root.note(named.first().map_or(root.at, |id| id.at), Rule::LessonParts, what, mend);
    }
    parts
}

/// Cards and exercises that nobody comes to.
fn note_left(
    ctx: Ctx,
    (file, text): (&File, &Sectioned),
    exercises: &[(Str, Option<Exercise>)],
    parts: &[Part],
    known: &BTreeMap<&str, Part>,
) {
    let cards = text.ids.iter().map(|(id, at)| (file, &**id, *at, "card"));
    let all = cards.chain(exercises.iter().map(|(id, _)| (id.file, id.text, id.at, "exercise")));
    for (file, id, at, kind) in all {
        if known.get(id).is_some_and(|part| !parts.contains(part)) {
            let what = format!("the {kind} {} is in no part of the lesson", quoted(id));
            ctx.notes.note(file, at, Rule::LessonParts, what, "name it in `parts`, or delete it");
        }
    }
}

fn questions(ctx: Ctx, root: &Table) -> Vec<QuestionPair> {
    root.need("questions", "[[questions]]");
    let tables = root.tables("questions");
    if root.has("questions") && tables.len() != usize::from(QUESTION_PAIRS) {
        let what = format!("this lesson has {} pairs of questions", tables.len());
        let mend = format!("write {QUESTION_PAIRS} of them: `[[questions]]`, each with `before` and `after`");
        let at = tables.first().map_or(root.at, |table| table.at);
        root.note(at, Rule::LessonParts, what, mend);
    }
    tables.iter().filter_map(|table| exercise::questions(ctx, table)).collect()
}
