//! Sections are the same, in the same order, in all languages: so the language can change on any screen.

use std::collections::HashMap;

use super::Ctx;
use super::markdown::Sectioned;
use super::notes::{File, quoted};
use super::service::is_stuck;
use crate::base::Lang;
use crate::content::finding::Rule;

const STEPS_MIN: usize = 3;
const STEPS_MAX: usize = 8;
const STUCK_MIN: usize = 2;

/// Compares the texts of a service or lesson with the first of them.
pub(super) fn compare(ctx: Ctx, texts: &[(Lang, &File, Sectioned)]) {
    let Some(((lang, _, first), others)) = texts.split_first() else { return };
    for (_, other, text) in others.iter().filter(|(_, _, text)| first.complete && text.complete) {
        compare_ids(ctx, (*lang, first), other, text);
    }
}

/// How many steps and stuck sections a text of a service has.
pub(super) fn check_count(ctx: Ctx, file: &File, text: &Sectioned) {
    if !text.complete {
        return;
    }
    let stuck = text.sections.iter().filter(|section| is_stuck(&section.id)).count();
    let steps = text.sections.len() - stuck;
    if !(STEPS_MIN..=STEPS_MAX).contains(&steps) {
        let at = text.ids.first().map_or(0, |(_, at)| *at);
        let what = format!("{steps} steps, and a guide has {STEPS_MIN} to {STEPS_MAX}");
        ctx.notes.note(file, at, Rule::StepCount, what, "split or join steps `## Title {#id}`, in all languages");
    }
    if stuck < STUCK_MIN {
        let what = format!("{stuck} sections for people who are stuck, and a guide has at least {STUCK_MIN}");
        let mend = "add a section such as `## I have no computer {#stuck-no-computer}`, in all languages";
        ctx.notes.note(file, file.text.len(), Rule::StepCount, what, mend);
    }
}

fn compare_ids(ctx: Ctx, (lang, first): (Lang, &Sectioned), file: &File, text: &Sectioned) {
    let expected: HashMap<&str, usize> = first.ids.iter().zip(0..).map(|((id, _), place)| (&**id, place)).collect();
    let present: HashMap<&str, usize> = text.ids.iter().map(|(id, at)| (&**id, *at)).collect();
    let mut same = true;
    for (id, at) in text.ids.iter().filter(|(id, _)| !expected.contains_key(&**id)) {
        same = false;
        let guess = ctx.notes.did_you_mean(id, first.ids.iter().map(|(id, _)| &**id));
        let what = format!("{lang}.md has no section {}", quoted(id));
        ctx.notes.note(file, *at, Rule::Parity, what, format!("give it the id it has there, or add it there{guess}"));
    }
    let mut after = 0;
    for (id, _) in &first.ids {
        match present.get(&**id) {
            Some(at) => after = *at,
            None => {
                same = false;
                let what = format!("the section {} of {lang}.md is missing", quoted(id));
                let mend = format!("write `## … {{#{id}}}` after the section that begins here");
                ctx.notes.note(file, after, Rule::Parity, what, mend);
            }
        }
    }
    let moved = first.ids.iter().zip(&text.ids).find(|((expected, _), (found, _))| expected != found);
    if let (true, Some(((expected, _), (found, at)))) = (same, moved) {
        let what = format!("{} stands where {lang}.md has {}", quoted(found), quoted(expected));
        ctx.notes.note(file, *at, Rule::Parity, what, format!("bring the sections into the order of {lang}.md"));
    }
}
