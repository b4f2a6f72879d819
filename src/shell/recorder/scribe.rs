//! The thread of the recorder: it opens the counts, and writes down what it is given.

use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};

use rustix::fs::{FlockOperation, flock};
use tracing::{error, warn};

use super::{AboutKiosk, Named, Note};
use crate::base::{Date, Timetable};
use crate::content::Library;
use crate::shell::closing::{self, ClosingError};
use crate::shell::uptime::Beat;
use crate::shell::{boot_mark, clock};
use crate::usage::cell::{self, Cell};
use crate::usage::counters::{Moment, Month};
use crate::usage::store::{Store, StoreError};
use crate::usage::uptime::{Cause, Run, ticks_on};

/// What the thread works with: the counts, and what it knows of them.
pub struct Scribe {
    folder: PathBuf,
    named: Named,
    kiosk: AboutKiosk,
    store: Option<Store>,
    newest_day: Arc<Mutex<Option<Date>>>,
    /// Whether this start stands in the counts already.
    is_begun: bool,
    /// Whether the open file says that a kiosk runs.
    is_noted: bool,
    /// Whether a kiosk has run since the machine was started, once that was looked up.
    is_same_boot: Option<bool>,
    /// What the log was told last, while it holds.
    told: Option<String>,
    told_of_months: Option<String>,
    lock: Lock,
}

/// Whether this kiosk is the only one on its folder: two of them are a mistake of staff.
enum Lock {
    NotTried,
    /// Held for as long as the kiosk runs.
    Held {
        _folder: File,
    },
    OfAnother,
}

impl Scribe {
    /// A scribe that has nothing open yet.
    pub fn of(folder: &Path, named: Named, kiosk: AboutKiosk, newest_day: Arc<Mutex<Option<Date>>>) -> Scribe {
        Scribe {
            folder: folder.to_owned(),
            named,
            kiosk,
            store: None,
            newest_day,
            is_begun: false,
            is_noted: false,
            is_same_boot: None,
            told: None,
            told_of_months: None,
            lock: Lock::NotTried,
        }
    }

    /// Writes down what it is given, until the kiosk ends.
    pub fn work(&mut self, given: &Receiver<Note>) {
        self.do_safely(Scribe::open);
        while let Ok(note) = given.recv() {
            match note {
                Note::Visit { at, library, events } => {
                    self.use_names_of(library);
                    self.do_safely(|scribe| {
                        let cells = cell::of_visit(&events, at, &scribe.named);
                        scribe.write(at, &|store, names| store.record(at, &cells, &|show| cell::all(names, show)))
                    });
                }
                Note::Beat(at, beat) => self.do_safely(|scribe| scribe.beat(at, beat)),
                Note::End(run) => {
                    self.do_safely(|scribe| scribe.end(run));
                    return;
                }
            }
        }
    }

    /// A bug loses what was to be done, and not the counts of the days to come; the panic hook has told its place.
    fn do_safely(&mut self, act: impl FnOnce(&mut Scribe) -> Result<(), StoreError>) {
        match catch_unwind(AssertUnwindSafe(|| act(self))) {
            Ok(done) => self.tell(done),
            Err(_) => self.store = None,
        }
    }

    /// Opens the counts, unless they are open. The first time, this run begins in them.
    fn open(&mut self) -> Result<(), StoreError> {
        if self.store.is_none() {
            let store = Store::open(&self.folder)?;
            if let Some(aside) = store.set_aside() {
                error!("the counts were damaged: they stand in '{}' now, and new ones begin", aside.display());
            }
            if matches!(self.lock, Lock::NotTried) {
                self.lock_folder();
            }
            self.know_day(store.newest_day()?);
            self.store = Some(store);
            self.is_noted = false;
        }
        if self.is_noted { Ok(()) } else { self.begin_run() }
    }

    /// Counts the start, and does what the days before have left to do.
    fn begin_run(&mut self) -> Result<(), StoreError> {
        let moment = clock::moment(self.know_day(None));
        let today = moment.day();
        if let Some(today) = today {
            self.begin_day(today)?;
        }
        let is_same_boot = *self.is_same_boot.get_or_insert_with(boot_mark::leave);
        let is_alone = !matches!(self.lock, Lock::OfAnother);
        let Scribe { store: Some(store), .. } = self else { return Ok(()) };
        if self.is_begun {
            // The file is another one than before: that was damaged.
            store.note_run(Run::Running)?;
        } else {
            let cause = |run: Run| if is_alone { run.cause(is_same_boot) } else { Cause::Ended };
            let beside = today.is_none().then_some(Cell::UNSURE_DAYS);
            store.begin_run(moment.month(), &cause, beside.as_slice())?;
        }
        (self.is_begun, self.is_noted) = (true, true);
        store.settle(moment.month())?;
        today.map_or(Ok(()), |today| self.send_and_erase(today))
    }

    /// Begins a day in the counts; says whether it is a new one.
    fn begin_day(&mut self, today: Date) -> Result<bool, StoreError> {
        let Scribe { store: Some(store), named, kiosk, .. } = self else { return Ok(false) };
        let hours = Timetable::of(&kiosk.hours);
        let is_new = store.begin_day(today, &|day| ticks_on(&hours, day), &|show| cell::all(named, show))?;
        self.know_day(Some(today));
        Ok(is_new)
    }

    /// Closes the months that are over, and erases those that are old.
    fn send_and_erase(&mut self, today: Date) -> Result<(), StoreError> {
        let Scribe { store: Some(store), kiosk, folder, .. } = self else { return Ok(()) };
        let current = Month::of(today);
        // Neither can be undone.
        if store.has_leapt()? {
            self.tell_of_months(Some(ClosingError::Leapt));
            return Ok(());
        }
        let closed = closing::close_all(store, folder, &kiosk.sender, current).map(drop);
        // What is not closed in time is erased too.
        let erased = closing::erase_old(store, folder, current);
        match closed.and(erased) {
            Err(ClosingError::Store(error)) => return Err(error),
            ended => self.tell_of_months(ended.err()),
        }
        Ok(())
    }

    /// Says why months wait, once.
    fn tell_of_months(&mut self, waiting: Option<ClosingError>) {
        let words = waiting.map(|error| format!("months that are over wait: {error}"));
        if words != self.told_of_months {
            words.iter().for_each(|words| warn!("{words}"));
            self.told_of_months = words;
        }
    }

    /// Another pack has other counters.
    fn use_names_of(&mut self, library: Library) {
        if !library.is_same(&self.named.library) {
            self.named.library = library;
            self.store.iter_mut().for_each(Store::expect_other_counters);
        }
    }

    /// Takes note of a day that is past; the newest one of all.
    fn know_day(&self, day: Option<Date>) -> Option<Date> {
        let mut newest = self.newest_day.lock().unwrap_or_else(PoisonError::into_inner);
        *newest = day.max(*newest);
        *newest
    }

    /// Two kiosks on one folder both count, and rightly so; but nobody meant that.
    fn lock_folder(&mut self) {
        let folder = File::open(&self.folder);
        let locked =
            folder.and_then(|folder| Ok(flock(&folder, FlockOperation::NonBlockingLockExclusive).map(|()| folder)?));
        self.lock = match locked {
            Ok(folder) => Lock::Held { _folder: folder },
            Err(_) => {
                let shown = self.folder.display();
                warn!("another kiosk counts in '{shown}' too: give each its own folder with --state DIR");
                Lock::OfAnother
            }
        };
    }

    fn beat(&mut self, at: Moment, beat: Beat) -> Result<(), StoreError> {
        let cell = match (beat, at) {
            (Beat::Tick, Moment::Known(..)) => Cell::AVAILABLE,
            (Beat::UnsureDay, Moment::Unsure) => Cell::UNSURE_DAYS,
            // The date came or went in the meantime: nothing is known of that tick or day.
            _ => return Ok(()),
        };
        self.write(at, &|store, _| store.count_of_kiosk(at.month(), std::slice::from_ref(&cell)))
    }

    /// Counts something: in a day that is begun, and so that the files tell nothing but counts.
    fn write(&mut self, moment: Moment, act: &Counting<'_>) -> Result<(), StoreError> {
        match self.try_to_write(moment, act) {
            Err(error) if error.is_damage() => {
                // The file broke while it was open. The next opening sets it aside, and this is the first that stands in
                // the new one.
                self.tell(Err(error));
                self.store = None;
                self.try_to_write(moment, act)
            }
            written => written,
        }
    }

    fn try_to_write(&mut self, moment: Moment, act: &Counting<'_>) -> Result<(), StoreError> {
        self.open()?;
        let new_day = match moment.day() {
            Some(today) if self.begin_day(today)? => Some(today),
            _ => None,
        };
        let Scribe { store: Some(store), named, .. } = self else { return Ok(()) };
        act(store, named)?;
        store.settle(moment.month())?;
        new_day.map_or(Ok(()), |today| self.send_and_erase(today))
    }

    /// Notes how this run ends. What never began does not end.
    fn end(&mut self, run: Run) -> Result<(), StoreError> {
        let month = clock::moment(self.know_day(None)).month();
        let Scribe { store: Some(store), .. } = self else { return Ok(()) };
        store.note_run(run)?;
        store.settle(month)
    }

    /// Says what is wrong, once; what went well in between is forgotten.
    fn tell(&mut self, ended: Result<(), StoreError>) {
        let words = ended.err().map(|error| error.to_string());
        if words != self.told {
            words.iter().for_each(|words| error!("{words}"));
            self.told = words;
        }
    }
}

/// Counts something in the open file.
type Counting<'c> = dyn Fn(&mut Store, &Named) -> Result<(), StoreError> + 'c;
