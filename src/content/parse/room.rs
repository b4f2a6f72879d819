//! A rehearsal room: `room.toml`, scenes with devices whose buttons lead from one to another.

use std::collections::{BTreeMap, BTreeSet};

use super::Ctx;
use super::forms;
use super::lesson::exercise::{check_typing, plain, sentences, several};
use super::lesson::limits::{self, LABEL, LINE, Limit, PAIR_OTHER, WANTED};
use super::lists;
use super::localized::{names, paragraphs, words};
use super::notes::{Notes, Use, quoted};
use super::pack::check_id;
use super::service::{check_digcomp, choice, related};
use super::table::{Doc, Str, Table};
use crate::base::Lang;
use crate::content::finding::Rule;
use crate::content::model::{Button, Device, DeviceKind, Leads, Localized, PracticeField, Room, Scene};

/// How long a room takes.
pub(super) const MINUTES: (i64, i64) = (2, 10);
/// Devices, by their names in TOML.
pub(super) const DEVICES: [(&str, DeviceKind); 4] = [
    ("screen", DeviceKind::Screen),
    ("phone", DeviceKind::Phone),
    ("reader", DeviceKind::Reader),
    ("voice", DeviceKind::Voice),
];
/// The name of the goal among the scenes.
const GOAL: &str = "goal";
/// What stands at the top of a device, or on a button.
const SIGN: Limit = PAIR_OTHER;
const TITLE: Limit = Limit::of(40, 1);
/// Whoever makes no mistake learns less.
const MISTAKES_MIN: usize = 3;
const SCENES: std::ops::RangeInclusive<usize> = 3..=12;

/// The scenes of a room, by id.
struct Scenes<'d> {
    by_id: BTreeMap<&'d str, u16>,
    /// Whether all of them could be read: else a missing one is not noted.
    complete: bool,
}

/// Reads a room; nothing where it has errors.
pub(super) fn read(ctx: Ctx, id: &str, doc: &Doc) -> Option<Room> {
    let ctx = Ctx { prose: Use::Lesson, ..ctx };
    let before = ctx.notes.errors();
    let root = doc.root(ctx.notes);
    root.fits(&forms::ROOM, &[]);
    let minutes = root.number("minutes", MINUTES);
    let digcomp = root.need_texts("digcomp", "digcomp = [\"2.6\"]");
    check_digcomp(&root, &digcomp);
    let title = plain(ctx, &root, "title", Use::Title, &TITLE);
    let [purpose, goal] = ["purpose", "goal"].map(|key| sentences(ctx, &root, key));
    let named = named(ctx, &root);
    let by_id: BTreeMap<&str, u16> = named.iter().map(|(id, _)| id.text).zip(0..).collect();
    let scenes = Scenes { by_id, complete: !doc.is_damaged() };
    let first = root.need_text("first", "first = \"my-scene\"").and_then(|id| scenes.find(&id, ctx.notes));
    let read: Vec<Scene> = (0..).zip(&named).map(|(at, scene)| read_scene(ctx, scene, at, &scenes)).collect();
    let learned = several(&root, "learned", 2..=5);
    let learned = learned.iter().map(|table| {
        let said = paragraphs(ctx, table, &forms::SAID, "this text", None);
        limits::check(table, &said, &limits::SENTENCES);
        said
    });
    let mut room = Room {
        id: id.into(),
        minutes: minutes.unwrap_or_default(),
        digcomp: digcomp.iter().map(|text| text.text.into()).collect(),
        topics: lists::topics(ctx, &root),
        related: related(ctx, &root),
        words: words(ctx, &root),
        title,
        purpose,
        goal,
        scenes: read,
        learned: learned.collect(),
    };
    let first = first?;
    match first {
        Leads::To(first) if ctx.notes.errors() == before => {
            prove(ctx.notes, &room, first, &named);
            put_first(&mut room, first);
        }
        Leads::To(_) => {}
        Leads::Goal => root.note(root.at, Rule::Room, "the room begins at its goal", "name a scene with `first`"),
    }
    (ctx.notes.errors() == before).then_some(room)
}

/// The tables of the scenes, in the order of the file.
fn named<'d>(ctx: Ctx, root: &Table<'d>) -> Vec<(Str<'d>, Table<'d>)> {
    const EXAMPLE: &str = "[scenes.my-scene]";
    let Some(table) = root.need_table("scenes", EXAMPLE) else { return Vec::new() };
    let scenes = table.entries().into_iter().filter_map(|(id, value)| {
        check_id(&id, ctx.notes);
        if id.text == GOAL {
            let mend = "choose another id: buttons lead to the goal under this name";
            root.note(id.at, Rule::DuplicateId, "a scene is called `goal`", mend);
        }
        Some((id, table.as_table(&value, id.text, EXAMPLE)?))
    });
    let scenes: Vec<_> = scenes.collect();
    if !SCENES.contains(&scenes.len()) {
        let what = format!("this room has {} scenes", scenes.len());
        root.note(table.at, Rule::Room, what, format!("give it {} to {}", SCENES.start(), SCENES.end()));
    }
    scenes
}

impl Scenes<'_> {
    fn find(&self, id: &Str, notes: &Notes) -> Option<Leads> {
        if id.text == GOAL {
            return Some(Leads::Goal);
        }
        let found = self.by_id.get(id.text).copied();
        if found.is_none() && self.complete {
            let guess = notes.did_you_mean(id.text, self.by_id.keys().copied());
            let what = format!("there is no scene {}", quoted(id.text));
            notes.note(
                id.file,
                id.at,
                Rule::BrokenLink,
                what,
                format!("add `[scenes.{}]`, or correct the id{guess}", id.text),
            );
        }
        found.map(Leads::To)
    }
}

fn read_scene(ctx: Ctx, (id, table): &(Str, Table), at: u16, scenes: &Scenes) -> Scene {
    table.fits(&forms::SCENE, &[]);
    let tells = if table.has("tells") { sentences(ctx, table, "tells") } else { Localized::default() };
    let devices = several(table, "devices", 1..=2);
    let devices: Vec<Device> = devices.iter().map(|table| device(ctx, table, at, scenes)).collect();
    let scene = Scene { id: id.text.into(), tells, devices };
    if scene.buttons().next().is_none() {
        let what = format!("the scene {} has no button", quoted(id.text));
        table.note(id.at, Rule::Room, what, "write one: nobody could go on");
    }
    scene
}

fn device(ctx: Ctx, table: &Table, at: u16, scenes: &Scenes) -> Device {
    table.fits(&forms::DEVICE, &[]);
    let kind = choice(ctx, table, "kind", &DEVICES, Rule::UnknownValue).unwrap_or(DeviceKind::Screen);
    let address = match kind {
        DeviceKind::Screen if table.has("address") => plain(ctx, table, "address", Use::MadeUp, &LINE),
        _ => Localized::default(),
    };
    if kind != DeviceKind::Screen
        && let Some(value) = table.get("address")
    {
        table.note(value.span.start, Rule::UnknownKey, "only a screen has an address line", "delete it");
    }
    let needed: Vec<&str> = ctx.languages.required.iter().map(Lang::as_str).collect();
    let line = |table: &Table| {
        let line = names(ctx, table, &forms::SAID, "this line", &needed, Use::MadeUp);
        limits::check(table, &line, &LINE);
        line
    };
    Device {
        kind,
        title: plain(ctx, table, "title", Use::MadeUp, &SIGN),
        address,
        lines: at_most(table, "lines", 4).iter().map(line).collect(),
        fields: at_most(table, "fields", 3).iter().map(|table| field(ctx, table)).collect(),
        buttons: at_most(table, "buttons", 4).iter().filter_map(|table| button(ctx, table, at, scenes)).collect(),
    }
}

/// The tables of a list that may be left out.
fn at_most<'d>(table: &Table<'d>, key: &str, most: usize) -> Vec<Table<'d>> {
    if table.has(key) { several(table, key, 0..=most) } else { Vec::new() }
}

fn field(ctx: Ctx, table: &Table) -> PracticeField {
    table.fits(&forms::PRACTICE_FIELD, &[]);
    let practice = plain(ctx, table, "practice", Use::MadeUp, &WANTED);
    check_typing(table, "practice", &practice);
    PracticeField { label: plain(ctx, table, "label", Use::Lesson, &LABEL), practice }
}

/// A button of the scene with the number `at`.
fn button(ctx: Ctx, table: &Table, at: u16, scenes: &Scenes) -> Option<Button> {
    let needed: Vec<&str> = ctx.languages.required.iter().map(Lang::as_str).collect();
    let text = names(ctx, table, &forms::BUTTON, "this button", &needed, Use::MadeUp);
    limits::check(table, &text, &SIGN);
    let mistake = if table.has("mistake") { sentences(ctx, table, "mistake") } else { Localized::default() };
    let leads = match table.text("to", "to = \"my-scene\"") {
        Some(to) => scenes.find(&to, ctx.notes)?,
        None if table.has("mistake") => Leads::To(at),
        None => {
            let mend = "write `to = \"…\"` with a scene or `goal`, or `mistake` with the reason why it is one";
            table.note(table.at, Rule::Room, "this button leads nowhere", mend);
            return None;
        }
    };
    if table.has("mistake") && leads == Leads::Goal {
        table.note(table.at, Rule::Room, "a mistake leads to the goal", "lead back to a scene");
    }
    Some(Button { text, leads, mistake })
}

/// Sees that every scene is reached, that the goal is reached from each of them, and without a mistake from the first one.
fn prove(notes: &Notes, room: &Room, first: u16, named: &[(Str, Table)]) {
    let all = reached(room, first, |_| true);
    for (at, (id, _)) in (0..).zip(named) {
        if !all.scenes.contains(&at) {
            let what = format!("no button leads to the scene {}", quoted(id.text));
            notes.note(id.file, id.at, Rule::Room, what, "let one lead there with `to`, or delete it");
        } else if !reached(room, at, |_| true).has_goal {
            let what = format!("nobody comes from the scene {} to the goal", quoted(id.text));
            notes.note(id.file, id.at, Rule::Room, what, "let a button lead on with `to`");
        }
    }
    let (id, table) = &named[usize::from(first)];
    if !reached(room, first, |button| !button.is_mistake()).has_goal {
        let what = "the goal cannot be reached without a mistake";
        table.note(id.at, Rule::Room, what, "lead to it step by step with `to`");
    }
    let mistakes = room.scenes.iter().flat_map(Scene::buttons).filter(|button| button.is_mistake()).count();
    if mistakes < MISTAKES_MIN {
        let what = format!("one can make {mistakes} mistakes in this room");
        table.note(id.at, Rule::Room, what, format!("give it {MISTAKES_MIN} at least: one learns from them"));
    }
}

/// Where one comes from a scene.
struct Reached {
    scenes: BTreeSet<u16>,
    has_goal: bool,
}

/// Follows buttons of one sort from a scene on.
fn reached(room: &Room, from: u16, follows: impl Fn(&Button) -> bool) -> Reached {
    let mut reached = Reached { scenes: BTreeSet::from([from]), has_goal: false };
    let mut open = vec![from];
    while let Some(scene) = open.pop().and_then(|at| room.scenes.get(usize::from(at))) {
        for button in scene.buttons().filter(|button| follows(button)) {
            match button.leads {
                Leads::Goal => reached.has_goal = true,
                Leads::To(next) if reached.scenes.insert(next) => open.push(next),
                Leads::To(_) => {}
            }
        }
    }
    reached
}

/// The first scene moves to the first place.
fn put_first(room: &mut Room, first: u16) {
    room.scenes[..=usize::from(first)].rotate_right(1);
    let devices = room.scenes.iter_mut().flat_map(|scene| &mut scene.devices);
    for button in devices.flat_map(|device| &mut device.buttons) {
        if let Leads::To(at) = &mut button.leads {
            *at = match *at {
                at if at == first => 0,
                at if at < first => at + 1,
                at => at,
            };
        }
    }
}
