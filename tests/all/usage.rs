//! Counting, from the keys of residents to the file on the disk: what it holds, and what nobody can learn from it.

mod acceptance;
mod collected;
mod faults;
mod file;
mod kiosk;
mod months;
mod questions;
mod visits;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::os::unix::fs::{FileExt, MetadataExt, PermissionsExt};
use std::path::Path;

use inclusion_kiosk::app::{App, Ask, Effect, Msg, Screen};
use inclusion_kiosk::base::{Date, Key, ServiceId, Size, Today};
use inclusion_kiosk::content::Library;
use inclusion_kiosk::content::model::RouteKind;
use inclusion_kiosk::shell::Named;
use inclusion_kiosk::usage::cell::{self, Cell};
use inclusion_kiosk::usage::counters::Moment;
use inclusion_kiosk::usage::event::{Age, Channel, Event, Feature, Levels, Reply};
use inclusion_kiosk::usage::store::{self, Counts, Store, StoreError};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::harness::{Kiosk, SMALL, WIDE, World, good_files, lang};
use crate::simulation::known_key;

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// A Wednesday afternoon.
fn on(day: &str) -> Moment {
    Moment::of(Today::Sure(date(day)), 15)
}

fn named(world: &World) -> Named {
    Named { library: world.library.clone(), languages: world.texts.tags() }
}

/// The counters of the real content in a folder of their own.
struct Ledger {
    world: World,
    names: Named,
    folder: TempDir,
    store: Store,
}

impl Ledger {
    fn open() -> Ledger {
        let world = World::real();
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("opened");
        Ledger { names: named(&world), world, folder, store }
    }
}

/// The events of a visit whose last messages had these effects.
fn counted(effects: &[Effect]) -> Option<Vec<Event>> {
    effects.iter().find_map(|effect| match effect {
        Effect::Count(events) => Some(events.clone()),
        _ => None,
    })
}

/// What a visit adds to the counters that goes through these keys in English, from the home screen on.
fn visit(world: &World, keys: &str) -> Vec<Event> {
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3").keys(keys).finish();
    counted(&kiosk.effects).expect("a visit that has ended is counted")
}

/// Residents who press keys at random, until so many of them have left.
fn visits(world: &World, number: usize) -> Vec<Vec<Event>> {
    let mut random = fastrand::Rng::with_seed(7);
    let mut kiosk = world.kiosk(WIDE);
    let mut visits = Vec::new();
    while visits.len() < number {
        let key = if random.u8(0..3) == 0 { Key::Char(random.char('1'..='9')) } else { known_key(&mut random) };
        visits.extend(counted(&kiosk.press(key)));
    }
    visits
}

fn record(store: &mut Store, events: &[Event], moment: Moment, names: &Named) {
    store.record(moment, &cell::of_visit(events, moment, names), &|show| cell::all(names, show)).expect("counted");
    store.settle(moment.month()).expect("settled");
}

/// All counters there are.
fn all(names: &Named) -> Vec<Cell> {
    let mut cells = Vec::new();
    cell::all(names, &mut |cell| cells.push(cell));
    cells
}

fn read(folder: &Path) -> Counts {
    store::read(folder).expect("readable").expect("something was counted")
}

/// How often a counter of a month went up.
fn n(counts: &Counts, month: &str, table: &str, cell: &str) -> u32 {
    let row = counts.counts.iter().find(|row| (&*row.month, &*row.table, &*row.cell) == (month, table, cell));
    row.map_or(0, |row| row.n)
}

/// Everything in the file, in the order of its keys.
fn dump(folder: &Path) -> String {
    let connection = Connection::open(folder.join("usage.db")).expect("it opens");
    let mut text = String::new();
    for table in ["count", "day_total", "today"] {
        let mut rows = connection.prepare(&format!("SELECT * FROM {table}")).expect("the table exists");
        let columns = rows.column_count();
        let mut rows = rows.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            let row: Vec<String> = (0..columns).map(|at| format!("{:?}", row.get_ref(at).expect("a value"))).collect();
            text += &format!("{table} {row:?}\n");
        }
    }
    text
}

/// A state folder with some counts, closed.
fn counted_folder(world: &World) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("opened");
    record(&mut store, &visit(world, "5 1 1 1"), on("2026-11-25"), &named(world));
    folder
}
