//! The scam gym: `gym/*.toml`, messages that are real or false.

use std::collections::BTreeSet;

use super::Ctx;
use super::forms;
use super::lesson::exercise::{fake, sentences};
use super::lists;
use super::notes::{Use, quoted};
use super::pack::check_id;
use super::service::services;
use super::table::{Doc, Str, Table};
use crate::content::finding::Rule;
use crate::content::model::{Exercise, ExerciseKind, Gym};

/// A session shows so many messages, and neither kind may run out in one.
const SESSION: usize = 10;

/// Reads the gym: all messages, or none of those that have errors.
pub(super) fn read(ctx: Ctx, docs: &[Doc]) -> Gym {
    let ctx = Ctx { prose: Use::Lesson, ..ctx };
    let mut gym = Gym::default();
    let mut ids = BTreeSet::new();
    let mut is_whole = true;
    for doc in docs {
        let root = doc.root(ctx.notes);
        root.fits(&forms::GYM, &[]);
        gym.topics.extend(lists::topics(ctx, &root));
        gym.help.extend(services(ctx, &root, "help"));
        let read = messages(ctx, &root, &mut ids);
        is_whole &= !doc.is_damaged() && read.iter().all(Option::is_some);
        gym.messages.extend(read.into_iter().flatten());
    }
    if let Some(first) = docs.first().filter(|_| is_whole) {
        note_few(&first.root(ctx.notes), &gym);
    }
    gym
}

/// The messages of a file, each under an id that no other has; nothing in the place of one that has errors.
fn messages<'d>(ctx: Ctx, root: &Table<'d>, ids: &mut BTreeSet<&'d str>) -> Vec<Option<Exercise>> {
    const EXAMPLE: &str = "[messages.my-message]";
    let Some(table) = root.table("messages", EXAMPLE) else { return Vec::new() };
    let read = table.entries().into_iter().map(|(id, value)| {
        let before = ctx.notes.errors();
        check_id(&id, ctx.notes);
        if !ids.insert(id.text) {
            let what = format!("{} is the id of another message already", quoted(id.text));
            root.note(id.at, Rule::DuplicateId, what, "choose another id for one of the two");
        }
        let message = message(ctx, &id, &table.as_table(&value, id.text, EXAMPLE)?);
        message.filter(|_| ctx.notes.errors() == before)
    });
    read.collect()
}

fn message(ctx: Ctx, id: &Str, table: &Table) -> Option<Exercise> {
    table.fits(&forms::MESSAGE, &[]);
    let [hint, why] = ["hint", "why"].map(|key| sentences(ctx, table, key));
    let fake = fake(ctx, table)?;
    let kind = ExerciseKind::RealOrFalse(fake);
    // What is asked is the same of all messages.
    Some(Exercise { id: id.text.into(), title: Default::default(), task: Default::default(), hint, why, kind })
}

/// Sees that a session can be drawn of them.
fn note_few(root: &Table, gym: &Gym) {
    let is_false = |message: &&Exercise| matches!(&message.kind, ExerciseKind::RealOrFalse(fake) if fake.is_false());
    let of_false = gym.messages.iter().filter(is_false).count();
    let (all, of_real) = (gym.messages.len(), gym.messages.len() - of_false);
    // They are spread evenly over the sessions, so each gets some of a kind of which there is one for each.
    if all < SESSION || of_real.min(of_false) * SESSION < all {
        let what = format!("the gym has {of_real} real and {of_false} false messages");
        let mend =
            format!("write {SESSION} at least, and one of each kind for every {SESSION}: a session shows {SESSION}");
        root.note(root.at, Rule::Gym, what, mend);
    }
}
