//! Exercises, and the questions before and after a lesson: each kind with what it needs to be answered.

use std::ops::RangeInclusive;

use super::super::Ctx;
use super::super::forms;
use super::super::localized::{name, names, paragraphs};
use super::super::notes::{Use, quoted};
use super::super::service::choice;
use super::super::table::{Str, Table};
use super::limits::{self, Limit, Shown};
use super::typing::untypeable;
use crate::base::{Form, Lang, Typed};
use crate::content::finding::Rule;
use crate::content::model::{
    Answer, Exercise, ExerciseKind, Fake, FakeKind, FakePiece, FieldRule, FormField, Localized, Match, Paragraph,
    ParallelQuestion, PointerAct, PointerMove, Press, QuestionPair, Wanted, WantedKey,
};

/// The kinds of exercises.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::content::parse) enum Named {
    ChooseOne,
    ChooseSeveral,
    Order,
    Match,
    Type,
    Keys,
    Pointer,
    Spot,
    Form,
    PassPhrase,
}

/// The kinds of exercises, by their names in TOML.
pub(in crate::content::parse) const KINDS: [(&str, Named); 10] = [
    ("choose-one", Named::ChooseOne),
    ("choose-several", Named::ChooseSeveral),
    ("order", Named::Order),
    ("match", Named::Match),
    ("type", Named::Type),
    ("keys", Named::Keys),
    ("pointer", Named::Pointer),
    ("spot", Named::Spot),
    ("form", Named::Form),
    ("pass-phrase", Named::PassPhrase),
];
pub(in crate::content::parse) const MOVES: [(&str, PointerAct); 3] =
    [("click", PointerAct::Click), ("double-click", PointerAct::DoubleClick), ("scroll", PointerAct::Scroll)];
pub(in crate::content::parse) const FAKES: [(&str, FakeKind); 6] = [
    ("sms", FakeKind::Sms),
    ("email", FakeKind::Email),
    ("address", FakeKind::Address),
    ("page", FakeKind::Page),
    ("call", FakeKind::Call),
    ("qr", FakeKind::Qr),
];
pub(in crate::content::parse) const RULES: [(&str, FieldRule); 6] = [
    ("text", FieldRule::Text),
    ("number", FieldRule::Number),
    ("date", FieldRule::Date),
    ("postcode", FieldRule::Postcode),
    ("email", FieldRule::Email),
    ("phone", FieldRule::Phone),
];
/// The keys that write no character.
const KEYS: [(&str, WantedKey); 8] = [
    ("Up", WantedKey::Up),
    ("Down", WantedKey::Down),
    ("Left", WantedKey::Left),
    ("Right", WantedKey::Right),
    ("Enter", WantedKey::Enter),
    ("Backspace", WantedKey::Backspace),
    ("Tab", WantedKey::Tab),
    ("Space", WantedKey::Space),
];

/// How many answers a question before or after the lesson has.
const ANSWERS_BEFORE: usize = 3;

/// Reads an exercise; nothing where its kind cannot be read.
pub(super) fn read(ctx: Ctx, id: &Str, table: &Table, has_pass_words: bool) -> Option<Exercise> {
    table.fits(&forms::EXERCISE, &[]);
    let named = choice(ctx, table, "kind", &KINDS, Rule::UnknownValue);
    let [task, hint, why] = ["task", "hint", "why"].map(|key| sentences(ctx, table, key));
    note_misplaced(table);
    if named == Some(Named::PassPhrase) && !has_pass_words {
        let mend = "write `lessons/pass-words.toml`, with a list for each language";
        table.note(id.at, Rule::Exercise, "there are no words to draw a pass phrase from", mend);
    }
    let title = match table.has("title") {
        true => plain(ctx, table, "title", Use::Title, &limits::TITLE),
        false => Localized::default(),
    };
    Some(Exercise { id: id.text.into(), title, task, hint, why, kind: kind(ctx, table, named?)? })
}

/// Reads a pair of questions.
pub(super) fn questions(ctx: Ctx, table: &Table) -> Option<QuestionPair> {
    table.fits(&forms::QUESTION_PAIR, &[]);
    let [before, after] = ["before", "after"].map(|key| {
        let table = table.need_table(key, &format!("[questions.{key}]"))?;
        table.fits(&forms::PARALLEL, &[]);
        let task = sentences(ctx, &table, "task");
        let options = several(&table, "options", ANSWERS_BEFORE..=ANSWERS_BEFORE);
        let answers = answers(ctx, &options, &forms::ANSWER_BEFORE);
        check_right(&table, &answers, true);
        Some(ParallelQuestion { task, answers })
    });
    Some(QuestionPair { before: before?, after: after? })
}

/// Keys of another kind of exercise.
fn note_misplaced(table: &Table) {
    let named = table.text("kind", "").map(|kind| kind.text);
    let Some(kind) = named.filter(|kind| KINDS.iter().any(|(known, _)| known == kind)) else { return };
    for key in forms::EXERCISE.keys {
        let has_place = key.only_with.is_none_or(|(_, kinds)| kinds.contains(&kind));
        if let (false, Some(value)) = (has_place, table.get(key.name)) {
            let what = format!("nothing reads `{}` in an exercise of the kind {}", key.name, quoted(kind));
            table.note(value.span.start, Rule::UnknownKey, what, "delete it, or correct the kind");
        }
    }
}

fn kind(ctx: Ctx, table: &Table, named: Named) -> Option<ExerciseKind> {
    Some(match named {
        Named::ChooseOne => {
            let answers = answers(ctx, &several(table, "options", 2..=5), &forms::ANSWER_OF_LESSON);
            check_right(table, &answers, true);
            ExerciseKind::ChooseOne(answers)
        }
        Named::ChooseSeveral => {
            let answers = answers(ctx, &several(table, "options", 3..=6), &forms::ANSWER_OF_LESSON);
            check_right(table, &answers, false);
            ExerciseKind::ChooseSeveral(answers)
        }
        Named::Order => {
            let mut items = answers(ctx, &several(table, "items", 3..=6), &forms::ITEM);
            items.iter_mut().for_each(|item| item.right = true);
            ExerciseKind::Order(items)
        }
        Named::Match => ExerciseKind::Match(pairs(ctx, table)),
        Named::Type => ExerciseKind::Type(all(&several(table, "texts", 1..=3), |table| wanted(ctx, table))),
        Named::Keys => ExerciseKind::Keys(all(&several(table, "presses", 2..=6), |table| press(ctx, table))),
        Named::Pointer => ExerciseKind::Pointer(all(&several(table, "moves", 1..=4), |table| pointer(ctx, table))),
        Named::Spot => ExerciseKind::Spot(spot(ctx, table)?),
        Named::Form => ExerciseKind::Form(all(&several(table, "fields", 2..=5), |table| field(ctx, table))),
        Named::PassPhrase => ExerciseKind::PassPhrase,
    })
}

fn all<'d, T>(tables: &[Table<'d>], read: impl Fn(&Table<'d>) -> Option<T>) -> Vec<T> {
    tables.iter().filter_map(read).collect()
}

/// The tables of a list that must be there, in their number.
pub(in crate::content::parse) fn several<'d>(
    table: &Table<'d>,
    key: &str,
    of: RangeInclusive<usize>,
) -> Vec<Table<'d>> {
    let Some(value) = table.need(key, &format!("[[….{key}]]")) else { return Vec::new() };
    let tables = table.tables(key);
    if !of.contains(&tables.len()) {
        let what = format!("there are {} `{key}` here", tables.len());
        let mend = match (of.start(), of.end()) {
            (least, most) if least == most => format!("write {least} of them"),
            (least, most) => format!("write {least} to {most} of them"),
        };
        table.note(tables.first().map_or(value.span.start, |table| table.at), Rule::Exercise, what, mend);
    }
    tables
}

/// Sentences under a key, in each language.
pub(in crate::content::parse) fn sentences(ctx: Ctx, table: &Table, key: &str) -> Localized<Paragraph> {
    let example = format!("{key} = {{ fr = \"…\", nl = \"…\" }}");
    let Some(inner) = table.need_table(key, &example) else { return Localized::default() };
    let said = paragraphs(ctx, &inner, &forms::SAID, &format!("`{key}`"), None);
    limits::check(&inner, &said, &limits::SENTENCES);
    said
}

/// Plain text under a key, in each language.
pub(in crate::content::parse) fn plain(
    ctx: Ctx,
    table: &Table,
    key: &str,
    used_as: Use,
    limit: &Limit,
) -> Localized<Box<str>> {
    let said = name(ctx, table, key, used_as);
    if let Some(inner) = table.table(key, "") {
        limits::check(&inner, &said, limit);
    }
    said
}

/// Answers to choose from, or items to order, in the form of their tables.
fn answers(ctx: Ctx, tables: &[Table], form: &Form) -> Vec<Answer> {
    let has_because = form.names().any(|name| name == "because");
    let read = |table: &Table| {
        let text = paragraphs(ctx, table, form, "this answer", None);
        limits::check(table, &text, &limits::LINE);
        let right = table.flag("right").unwrap_or(false);
        let because = if has_because { sentences(ctx, table, "because") } else { Localized::default() };
        Answer { text, right, because }
    };
    let answers: Vec<Answer> = tables.iter().map(read).collect();
    note_alike(tables, None, answers.iter().map(|answer| &answer.text));
    answers
}

/// Exactly one answer must be right, or at least one right and one wrong.
fn check_right(table: &Table, answers: &[Answer], is_one: bool) {
    let right = answers.iter().filter(|answer| answer.right).count();
    let is_fine = if is_one { right == 1 } else { right > 0 && right < answers.len() };
    if is_fine || answers.is_empty() {
        return;
    }
    let at = table.tables("options").first().map_or(table.at, |table| table.at);
    let what = format!("{right} of these {} answers are right", answers.len());
    let mend = match is_one {
        true => "write `right = true` with exactly one of them",
        false => "write `right = true` with those that are right, and keep at least one that is not",
    };
    table.note(at, Rule::Exercise, what, mend);
}

/// Two texts that nobody could tell apart, in these tables or in the ones under a key of them.
fn note_alike<'s, T: Shown + 's>(tables: &[Table], key: Option<&str>, said: impl Iterator<Item = &'s Localized<T>>) {
    let shown = |said: &Localized<T>| said.0.iter().map(|(lang, text)| (*lang, text.shown())).collect::<Vec<_>>();
    let all: Vec<Vec<(Lang, String)>> = said.map(shown).collect();
    for (at, (table, said)) in tables.iter().zip(&all).enumerate() {
        let alike = said.iter().find(|text| all[..at].iter().any(|earlier| earlier.contains(text)));
        if let Some((lang, _)) = alike {
            let what = format!("this says the same in {lang} as another one before it");
            let mend = "write something else: nobody could tell the two apart";
            let inner = key.and_then(|key| table.table(key, "")).unwrap_or(*table);
            inner.note(limits::place(&inner, *lang), Rule::Exercise, what, mend);
        }
    }
}

fn pairs(ctx: Ctx, table: &Table) -> Vec<Match> {
    let tables = several(table, "pairs", 2..=5);
    let read = |table: &Table| {
        table.fits(&forms::PAIR, &[]);
        Match {
            one: plain(ctx, table, "one", Use::Lesson, &limits::PAIR_ONE),
            other: plain(ctx, table, "other", Use::Lesson, &limits::PAIR_OTHER),
            because: sentences(ctx, table, "because"),
        }
    };
    let pairs: Vec<Match> = tables.iter().map(read).collect();
    note_alike(&tables, Some("one"), pairs.iter().map(|pair| &pair.one));
    note_alike(&tables, Some("other"), pairs.iter().map(|pair| &pair.other));
    pairs
}

fn wanted(ctx: Ctx, table: &Table) -> Option<Wanted> {
    table.fits(&forms::WANTED, &[]);
    let text = plain(ctx, table, "wanted", Use::MadeUp, &limits::WANTED);
    check_typing(table, "wanted", &text);
    Some(Wanted { text, because: sentences(ctx, table, "because") })
}

/// What is to be typed must have keys.
pub(in crate::content::parse) fn check_typing(table: &Table, key: &str, said: &Localized<Box<str>>) {
    let Some(inner) = table.table(key, "") else { return };
    for (lang, text) in &said.0 {
        if let Some(sign) = untypeable(text) {
            let what = format!("a Belgian keyboard does not write {}", quoted(&sign.to_string()));
            let mend = "write it with the letters and signs that stand on the keys";
            inner.note(limits::place(&inner, *lang), Rule::Exercise, what, mend);
        } else if !is_held(text) {
            let what = format!("a field does not hold {} as it stands here", quoted(text));
            let mend = "leave out spaces before and after it, and what is too long for a line";
            inner.note(limits::place(&inner, *lang), Rule::Exercise, what, mend);
        }
    }
}

/// Whether a field can hold a text, sign by sign: nobody could finish it else.
fn is_held(text: &str) -> bool {
    let mut typed = Typed::default();
    typed.add_all(text);
    typed.as_str() == text && text.trim() == text
}

fn press(ctx: Ctx, table: &Table) -> Option<Press> {
    let text = paragraphs(ctx, table, &forms::PRESS, "this text", None);
    limits::check(table, &text, &limits::SENTENCES);
    let named = table.need_text("key", "key = \"Enter\"")?;
    let mut signs = named.text.chars();
    let key = match (KEYS.iter().find(|(name, _)| *name == named.text), signs.next(), signs.next()) {
        (Some((_, key)), ..) => *key,
        (None, Some(sign), None) if untypeable(named.text).is_none() => WantedKey::Char(sign),
        _ => {
            let what = format!("{} is not a key of a Belgian keyboard", quoted(named.text));
            let all = KEYS.map(|(name, _)| name).join(", ");
            table.note(named.at, Rule::UnknownValue, what, format!("write one of {all}, or one character"));
            return None;
        }
    };
    Some(Press { key, text })
}

fn pointer(ctx: Ctx, table: &Table) -> Option<PointerMove> {
    let text = paragraphs(ctx, table, &forms::MOVE, "this text", None);
    limits::check(table, &text, &limits::SENTENCES);
    Some(PointerMove { act: choice(ctx, table, "move", &MOVES, Rule::UnknownValue)?, text })
}

/// The made-up message of an exercise: something in it must be suspicious.
fn spot(ctx: Ctx, table: &Table) -> Option<Fake> {
    let table = table.need_table("fake", "[exercises.my-exercise.fake]")?;
    table.fits(&forms::FAKE, &[]);
    let fake = fake(ctx, &table)?;
    if !fake.pieces.is_empty() && !fake.is_false() {
        let mend = "write `suspicious = true` with at least one of them, and not with all";
        table.note(table.at, Rule::Exercise, "none of these pieces is suspicious", mend);
    }
    Some(fake)
}

/// What a table says of a made-up message: its kind, who seems to have sent it, and its pieces.
pub(in crate::content::parse) fn fake(ctx: Ctx, table: &Table) -> Option<Fake> {
    let kind = choice(ctx, table, "kind", &FAKES, Rule::UnknownValue);
    let from = plain(ctx, table, "from", Use::MadeUp, &limits::LINE);
    let tables = several(table, "pieces", 2..=8);
    let pieces: Vec<FakePiece> = tables.iter().map(|table| piece(ctx, table)).collect();
    note_alike(&tables, None, pieces.iter().map(|piece| &piece.text));
    if !pieces.is_empty() && pieces.iter().all(|piece| piece.suspicious) {
        let what = format!("all of these {} pieces are suspicious", pieces.len());
        table.note(table.at, Rule::Exercise, what, "keep `suspicious = true` where something gives the message away");
    }
    Some(Fake { kind: kind?, from, pieces })
}

fn piece(ctx: Ctx, table: &Table) -> FakePiece {
    let needed: Vec<&str> = ctx.languages.required.iter().map(Lang::as_str).collect();
    let text = names(ctx, table, &forms::PIECE, "this piece", &needed, Use::MadeUp);
    limits::check(table, &text, &limits::LINE);
    FakePiece { text, suspicious: table.flag("suspicious").unwrap_or(false), because: sentences(ctx, table, "because") }
}

fn field(ctx: Ctx, table: &Table) -> Option<FormField> {
    table.fits(&forms::FIELD, &[]);
    let rule = choice(ctx, table, "rule", &RULES, Rule::UnknownValue);
    let label = plain(ctx, table, "label", Use::Lesson, &limits::LABEL);
    let practice = plain(ctx, table, "practice", Use::MadeUp, &limits::PRACTICE);
    check_typing(table, "practice", &practice);
    // It shows how to write what is to be written here.
    let because = sentences(Ctx { prose: Use::MadeUp, ..ctx }, table, "because");
    let rule = rule?;
    if let Some(inner) = table.table("practice", "") {
        for (lang, text) in practice.0.iter().filter(|(_, text)| !rule.accepts(&rule.typed(text))) {
            let what = format!("the field itself would refuse {}", quoted(text));
            let mend = "write what follows `rule`, such as 07/03/1955, 1000, name@example.org or 0470 ## ## ##";
            inner.note(limits::place(&inner, *lang), Rule::Exercise, what, mend);
        }
    }
    Some(FormField { rule, label, practice, because })
}
