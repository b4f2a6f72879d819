//! `check/activities.toml`: what the check of digital skills asks about.
//!
//! The rule of the check counts the activities of one list of Eurostat. So the file can say how each of them is asked and in
//! which order, and no more: an activity too few or too many would make another level of the same answers.

use super::Ctx;
use super::forms;
use super::lesson::limits::{self, WORDING};
use super::localized::paragraphs;
use super::notes::{Use, quoted};
use super::service::choice;
use super::table::{Doc, Table};
use crate::content::finding::Rule;
use crate::content::model::{Activity, SkillArea};

/// The list that the rule of the check counts: the Digital Skills Indicator 2.0, as asked in 2025.
pub(super) const VERSION: &str = "DSI2.0-2025";

/// The areas, by the names that Eurostat gives them.
pub(super) const AREAS: [(&str, SkillArea); 5] = [
    ("IL", SkillArea::Information),
    ("CC", SkillArea::Communication),
    ("DCC", SkillArea::Content),
    ("SF", SkillArea::Safety),
    ("PS", SkillArea::ProblemSolving),
];

/// The activities of each area; `TIC` and `IUOL` stand for several variables of which one is enough.
const LIST: [(SkillArea, &[&str]); 5] = [
    (SkillArea::Information, &["IUIF", "IUNW1", "IHIF", "TIC"]),
    (SkillArea::Communication, &["IUEM", "IUCHAT1", "IUPH1", "IUSNET", "IUPOL2", "IUVOTE"]),
    (SkillArea::Content, &["CWRD1", "CXFER1", "CXLS1", "CPRES2", "CEPVA1", "CXLSADV1", "CPRG2"]),
    (SkillArea::Safety, &["MAPS_CWSC", "MAPS_RRGL", "PCOOK1", "MAPS_RAAD", "MAPS_LAP", "MAPS_RPS"]),
    (SkillArea::ProblemSolving, &["CINSAPP1", "IUBK", "IBUY", "CCONF1", "IUSELL", "IUJOB", "IUOL"]),
];

/// Reads the activities: all of them, or none where something is wrong with one.
pub(super) fn read(ctx: Ctx, doc: &Doc) -> Vec<Activity> {
    let ctx = Ctx { prose: Use::Lesson, ..ctx };
    let before = ctx.notes.errors();
    let root = doc.root(ctx.notes);
    root.fits(&forms::ACTIVITIES, &[]);
    choice(ctx, &root, "version", &[(VERSION, ())], Rule::UnknownValue);
    root.need("activities", "[[activities]]");
    let tables = root.tables("activities");
    let mut read: Vec<Activity> = Vec::new();
    for table in &tables {
        let Some(activity) = activity(ctx, table) else { continue };
        if read.iter().any(|earlier| earlier.id == activity.id) {
            let what = format!("the activity {} is asked twice", quoted(&activity.id));
            table.note(table.at, Rule::SkillCheck, what, "delete one of the two");
        }
        read.push(activity);
    }
    let all = LIST.iter().flat_map(|(_, ids)| ids.iter());
    let is_whole = read.len() == tables.len() && !doc.is_damaged();
    for id in all.filter(|id| is_whole && !read.iter().any(|activity| *activity.id == ***id)) {
        let what = format!("the activity {} is missing", quoted(id));
        root.note(root.at, Rule::SkillCheck, what, "write an `[[activities]]` for it: the rule counts all of the list");
    }
    if ctx.notes.errors() == before { read } else { Vec::new() }
}

fn activity(ctx: Ctx, table: &Table) -> Option<Activity> {
    table.fits(&forms::ACTIVITY, &[]);
    let id = table.need_text("id", "id = \"IUEM\"");
    let area = choice(ctx, table, "area", &AREAS, Rule::UnknownValue);
    let example = "wording = { fr = \"…\", nl = \"…\" }";
    let wording = table.need_table("wording", example)?;
    let text = paragraphs(ctx, &wording, &forms::SAID, "`wording`", None);
    limits::check(&wording, &text, &WORDING);
    let (id, area) = (id?, area?);
    match LIST.iter().find(|(_, ids)| ids.contains(&id.text)) {
        Some((own, _)) if *own == area => {}
        Some(_) => {
            let what = format!("{} belongs to another area", quoted(id.text));
            table.note(id.at, Rule::SkillCheck, what, "write the area that the list of Eurostat gives it");
        }
        None => {
            let all = LIST.iter().flat_map(|(_, ids)| ids.iter().copied());
            let guess = ctx.notes.did_you_mean(id.text, all);
            let what = format!("{} is no activity of the list", quoted(id.text));
            table.note(id.at, Rule::SkillCheck, what, format!("write a variable of {VERSION}, or delete it{guess}"));
        }
    }
    Some(Activity { id: id.text.into(), area, text })
}
