//! A finder: `finder.toml`, questions whose answers lead to other questions and at last to an end.

use std::collections::BTreeMap;

use super::Ctx;
use super::forms;
use super::localized::{name, names, paragraphs, words};
use super::notes::{Notes, Use, quoted};
use super::pack::check_id;
use super::table::{Doc, Str, Table};
use crate::base::{Lang, ServiceId};
use crate::content::finding::Rule;
use crate::content::model::{Finder, FinderAnswer, FinderEnd, FinderStep, Localized, Question};

/// So many questions stand between the first one and an end at most.
const DEPTH_MAX: usize = 6;
/// How many answers a question has, without "I do not know".
const ANSWERS: std::ops::RangeInclusive<usize> = 1..=5;
/// How many services an end names at most; a person comes beside them.
const SERVICES_MAX: usize = 3;

/// Where the ids of a finder lead.
struct Steps<'d> {
    by_id: BTreeMap<&'d str, FinderStep>,
    /// Whether all of them could be read: else a missing one is not noted.
    complete: bool,
}

/// Reads a finder; nothing where it has errors.
pub(super) fn read(ctx: Ctx, id: &str, doc: &Doc) -> Option<Finder> {
    let before = ctx.notes.errors();
    let root = doc.root(ctx.notes);
    root.fits(&forms::FINDER, &[]);
    let title = name(ctx, &root, "title", Use::Title);
    let words = words(ctx, &root);
    let first = root.need_text("first", "first = \"my-question\"");
    let (asked, ending) = (named(&root, "questions", ctx.notes), named(&root, "ends", ctx.notes));
    let steps = steps(&asked, &ending, ctx.notes, !doc.is_damaged());
    let mut questions: Vec<Question> = Vec::new();
    for (id, table) in &asked {
        questions.extend(question(ctx, id, table, &steps));
    }
    let ends: Vec<FinderEnd> = ending.iter().filter_map(|(id, table)| end(ctx, id, table)).collect();
    let first = first.and_then(|first| match steps.find(&first, ctx.notes)? {
        FinderStep::Question(at) => Some(at),
        FinderStep::End(_) => {
            ctx.notes.note(
                first.file,
                first.at,
                Rule::FinderTree,
                "the first step is an end",
                "write the id of a question",
            );
            None
        }
    })?;
    if questions.len() < asked.len() || ends.len() < ending.len() {
        return None;
    }
    let mut finder = Finder { id: id.into(), title, words, questions, ends };
    prove(ctx.notes, &finder, first, &asked, &ending);
    if ctx.notes.errors() > before {
        return None;
    }
    put_first(&mut finder, first);
    Some(finder)
}

/// The tables under names of the author's own, in the order of these names.
fn named<'d>(root: &Table<'d>, key: &str, notes: &Notes) -> Vec<(Str<'d>, Table<'d>)> {
    let example = format!("[{key}.my-id]");
    let Some(table) = root.need_table(key, &example) else { return Vec::new() };
    let tables = table.entries().into_iter().filter_map(|(id, value)| {
        check_id(&id, notes);
        Some((id, table.as_table(&value, key, &example)?))
    });
    tables.collect()
}

fn steps<'d>(
    asked: &[(Str<'d>, Table<'d>)],
    ending: &[(Str<'d>, Table<'d>)],
    notes: &Notes,
    complete: bool,
) -> Steps<'d> {
    let questions = (0..).zip(asked).map(|(at, (id, _))| (id, FinderStep::Question(at)));
    let ends = (0..).zip(ending).map(|(at, (id, _))| (id, FinderStep::End(at)));
    let mut by_id = BTreeMap::new();
    for (id, step) in questions.chain(ends) {
        if by_id.insert(id.text, step).is_some() {
            let what = format!("{} is the id of a question and of an end", quoted(id.text));
            notes.note(id.file, id.at, Rule::DuplicateId, what, "choose another id for one of the two");
        }
    }
    Steps { by_id, complete }
}

impl Steps<'_> {
    fn find(&self, id: &Str, notes: &Notes) -> Option<FinderStep> {
        let found = self.by_id.get(id.text).copied();
        if found.is_none() && self.complete {
            let guess = notes.did_you_mean(id.text, self.by_id.keys().copied());
            let what = format!("there is no question or end {}", quoted(id.text));
            let mend = format!("add it as `[questions.…]` or `[ends.…]`, or correct the id{guess}");
            notes.note(id.file, id.at, Rule::BrokenLink, what, mend);
        }
        found
    }
}

fn question(ctx: Ctx, id: &Str, table: &Table, steps: &Steps) -> Option<Question> {
    table.fits(&forms::QUESTION, &[]);
    let text = name(ctx, table, "text", Use::Title);
    let hint = match table.table("hint", "hint = { fr = \"…\", nl = \"…\" }") {
        Some(hint) => paragraphs(ctx, &hint, &forms::SAID, "the hint", None),
        None => Localized::default(),
    };
    table.need("answers", "[[questions.my-question.answers]]");
    let given = table.tables("answers");
    if table.has("answers") && !ANSWERS.contains(&given.len()) {
        let what = format!("the question {} has {} answers", quoted(id.text), given.len());
        let mend = format!("give it {} to {}: \"I do not know\" comes by itself", ANSWERS.start(), ANSWERS.end());
        table.note(id.at, Rule::FinderTree, what, mend);
    }
    let answers: Vec<FinderAnswer> = given.iter().filter_map(|table| answer(ctx, table, steps)).collect();
    let unsure = table.need_text("unsure", "unsure = \"ask-somebody\"").and_then(|to| steps.find(&to, ctx.notes))?;
    (answers.len() == given.len()).then(|| Question { id: id.text.into(), text, hint, answers, unsure })
}

fn answer(ctx: Ctx, table: &Table, steps: &Steps) -> Option<FinderAnswer> {
    let needed: Vec<&str> = ctx.languages.required.iter().map(Lang::as_str).collect();
    let text = names(ctx, table, &forms::ANSWER, "this answer", &needed, Use::Prose);
    let leads_to = table.need_text("to", "to = \"my-end\"").and_then(|to| steps.find(&to, ctx.notes))?;
    Some(FinderAnswer { text, leads_to })
}

fn end(ctx: Ctx, id: &Str, table: &Table) -> Option<FinderEnd> {
    let why = paragraphs(ctx, table, &forms::END, "this end", None);
    table.need("services", "services = [\"itsme\"]");
    let named = table.texts("services", "services = [\"itsme\"]");
    if named.len() > SERVICES_MAX {
        let what = format!("the end {} names {} services", quoted(id.text), named.len());
        let mend = format!("keep the {SERVICES_MAX} that help most: who has to choose among many asks again");
        table.note(id.at, Rule::FinderTree, what, mend);
    }
    let services = named.iter().filter_map(|id| ctx.names.service(id, ctx.notes)).map(ServiceId::handed_out).collect();
    Some(FinderEnd { id: id.text.into(), why, services })
}

/// Sees that every question and end is reached, that no way leads in a circle, and that none is too long.
fn prove(notes: &Notes, finder: &Finder, first: u16, asked: &[(Str, Table)], ending: &[(Str, Table)]) {
    let mut depths: Vec<Option<usize>> = vec![None; finder.questions.len()];
    let mut ended = vec![false; finder.ends.len()];
    // A way that is longer than the number of questions meets one of them twice.
    let mut ways = vec![(first, 1)];
    while let Some((at, depth)) = ways.pop() {
        if depth > finder.questions.len() {
            let what = format!("the answers of {} lead in a circle", quoted(&finder.questions[usize::from(at)].id));
            let id = &asked[usize::from(at)].0;
            return notes.note(id.file, id.at, Rule::FinderTree, what, "let one of them lead to an end");
        }
        if depths[usize::from(at)].is_some_and(|known| known >= depth) {
            continue;
        }
        depths[usize::from(at)] = Some(depth);
        let question = &finder.questions[usize::from(at)];
        for step in question.answers.iter().map(|answer| answer.leads_to).chain([question.unsure]) {
            match step {
                FinderStep::Question(next) => ways.push((next, depth + 1)),
                FinderStep::End(end) => ended[usize::from(end)] = true,
            }
        }
    }
    for ((id, _), depth) in asked.iter().zip(&depths) {
        match depth {
            None => note_unreached(notes, id, "question"),
            Some(depth) if *depth > DEPTH_MAX => {
                let what = format!("{} is question number {depth} on its way", quoted(id.text));
                notes.note(id.file, id.at, Rule::FinderTree, what, format!("ask at most {DEPTH_MAX} on any way"));
            }
            Some(_) => {}
        }
    }
    for ((id, _), _) in ending.iter().zip(ended).filter(|(_, reached)| !reached) {
        note_unreached(notes, id, "end");
    }
}

fn note_unreached(notes: &Notes, id: &Str, kind: &str) {
    let what = format!("no answer leads to the {kind} {}", quoted(id.text));
    notes.note(id.file, id.at, Rule::FinderTree, what, "let an answer lead there with `to`, or delete it");
}

/// The first question moves to the first place.
fn put_first(finder: &mut Finder, first: u16) {
    finder.questions[..=usize::from(first)].rotate_right(1);
    let moved = |step: &mut FinderStep| {
        if let FinderStep::Question(at) = step {
            *at = match *at {
                at if at == first => 0,
                at if at < first => at + 1,
                at => at,
            };
        }
    };
    for question in &mut finder.questions {
        question.answers.iter_mut().for_each(|answer| moved(&mut answer.leads_to));
        moved(&mut question.unsure);
    }
}
