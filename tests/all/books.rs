//! The counts of a simulated kiosk: a real file, a disk and a clock that fail, and what must stand in the file.

use std::collections::{BTreeMap, VecDeque};
use std::fs::{self, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::PathBuf;

use inclusion_kiosk::base::{Date, Today};
use inclusion_kiosk::shell::Named;
use inclusion_kiosk::usage::cell::{self, Cell};
use inclusion_kiosk::usage::counters::{Count, Moment, raise};
use inclusion_kiosk::usage::event::Event;
use inclusion_kiosk::usage::store::{self, Store};
use tempfile::TempDir;

/// What happens to the recorder, its disk and its clock.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Fate {
    /// It writes down what waits.
    Work,
    /// The kiosk is killed and started again: what waited is lost.
    Restart,
    /// While it was off, the file was damaged.
    Damage,
    /// The folder cannot be used, or can be again.
    Block(bool),
    /// The clock moves on, or jumps, by days.
    Clock(i16),
}

impl Fate {
    /// One of them, the usual ones more often.
    pub fn any(random: &mut fastrand::Rng) -> Fate {
        match random.u8(0..20) {
            0..=12 => Fate::Work,
            13..=14 => Fate::Restart,
            15 => Fate::Damage,
            16 => Fate::Block(random.bool()),
            17..=18 => Fate::Clock(1),
            _ => Fate::Clock(random.i16(-400..4000)),
        }
    }
}

/// A counter of a month.
type Key = (String, Cell);

pub struct Books {
    names: Named,
    above: TempDir,
    store: Option<Store>,
    /// Visits that have ended and are not written down yet.
    waiting: VecDeque<Vec<Event>>,
    built: Date,
    clock: Date,
    /// What must stand in the file, and how often each counter went up on the newest day.
    wanted: BTreeMap<Key, Count>,
    today: BTreeMap<Cell, u16>,
    newest: Option<Date>,
}

impl Books {
    pub fn new(names: Named) -> Books {
        // In memory where there is such a place: a simulated disk need not wear out a real one.
        let above = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
        let built = Date::constant(2026, 11, 1);
        Books {
            names,
            above,
            store: None,
            waiting: VecDeque::new(),
            built,
            clock: built,
            wanted: BTreeMap::new(),
            today: BTreeMap::new(),
            newest: None,
        }
    }

    fn folder(&self) -> PathBuf {
        self.above.path().join("state")
    }

    /// A visit ended.
    pub fn take(&mut self, events: Vec<Event>) {
        self.waiting.push_back(events);
    }

    pub fn meet(&mut self, fate: Fate) {
        match fate {
            Fate::Work => {
                while let Some(events) = self.waiting.pop_front() {
                    self.record(&events);
                }
            }
            Fate::Restart => {
                self.store = None;
                self.waiting.clear();
            }
            Fate::Damage => self.damage(),
            Fate::Block(is_blocked) => self.block(is_blocked),
            Fate::Clock(days) => {
                let moved = self.clock.checked_add(jiff::Span::new().days(days));
                self.clock = moved.unwrap_or(self.built);
            }
        }
    }

    fn damage(&mut self) {
        self.store = None;
        let file = OpenOptions::new().write(true).open(self.folder().join("usage.db"));
        if let Ok(file) = file
            && file.metadata().is_ok_and(|about| about.len() > 0)
        {
            file.write_all_at(&[0xaa; 100], 0).expect("damaged");
            self.wanted.clear();
            self.today.clear();
            self.newest = None;
        }
    }

    /// A file stands where the folder was, or the folder is back.
    fn block(&mut self, is_blocked: bool) {
        let (folder, away) = (self.folder(), self.above.path().join("away"));
        if is_blocked && folder.is_dir() {
            self.store = None;
            fs::rename(&folder, &away).expect("moved away");
            fs::write(&folder, "").expect("a file in its place");
        } else if !is_blocked && away.exists() {
            fs::remove_file(&folder).expect("removed");
            fs::rename(&away, &folder).expect("moved back");
        }
    }

    fn record(&mut self, events: &[Event]) {
        if self.store.is_none() {
            self.store = Store::open(&self.folder()).ok();
        }
        let known = self.newest.into_iter().chain([self.built]);
        let moment = Moment::of(Today::believe(self.clock, known), 10);
        let cells = cell::of_visit(events, moment, &self.names);
        let Some(store) = &mut self.store else { return };
        assert_eq!(store.newest_day().expect("readable"), self.newest, "the file knows the newest day");
        store.record(moment, &cells, &|show| cell::all(&self.names, show)).expect("an open file takes a visit");
        store.settle(moment.month()).expect("it settles");
        self.want(moment, &cells);
    }

    fn want(&mut self, moment: Moment, cells: &[Cell]) {
        if let Moment::Known(date, _) = moment
            && self.newest != Some(date)
        {
            self.newest = Some(date);
            self.today.clear();
        }
        for cell in cells {
            let count = self.wanted.entry((moment.month().to_string(), cell.clone())).or_default();
            let today = matches!(moment, Moment::Known(..)).then(|| self.today.get(cell).copied().unwrap_or_default());
            let (raised, today) = raise(cell.table, *count, today);
            *count = raised;
            if let Some(today) = today {
                self.today.insert(cell.clone(), today);
            }
        }
    }

    /// The file says what it must say.
    pub fn check(&mut self) {
        self.block(false);
        self.meet(Fate::Work);
        if self.wanted.is_empty() {
            return;
        }
        let counts = store::read(&self.folder()).expect("readable").expect("something was counted");
        let raised = counts.counts.iter().filter(|row| row.n > 0);
        let found: Vec<_> = raised.map(|row| (row.month.clone(), &*row.table, &*row.cell, row.n, row.days)).collect();
        let mut wanted: Vec<_> = self.wanted.iter().filter(|(_, count)| count.n > 0).collect();
        wanted.sort_by_key(|((month, cell), _)| (month.clone(), cell.table.name(), cell.name.clone()));
        let wanted = wanted
            .iter()
            .map(|((month, cell), count)| (month.clone(), cell.table.name(), &*cell.name, count.n, count.days));
        assert_eq!(found, wanted.collect::<Vec<_>>(), "what is stored is what was counted");
    }
}
