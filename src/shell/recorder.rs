//! Keeps the counters of visits that have ended, on a thread of its own: no key waits for a disk.
//!
//! Whatever goes wrong here, residents are served; the log says it once, and again only when something else goes wrong
//! or after it went well in between.

use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use rustix::fs::{FlockOperation, flock};
use tracing::{error, warn};

use super::clock;
use crate::base::{Date, Lang, LessonId, ServiceId, TopicId};
use crate::content::Library;
use crate::content::model::Outline;
use crate::usage::cell::{self, Cell, Names, ServiceNames};
use crate::usage::counters::Moment;
use crate::usage::event::Event;
use crate::usage::store::{Store, StoreError};

/// What the names of counters are made of.
pub struct Named {
    pub library: Library,
    pub languages: Vec<Lang>,
}

impl Names for Named {
    fn languages(&self) -> Vec<Lang> {
        self.languages.clone()
    }

    fn service(&self, service: ServiceId) -> Option<ServiceNames> {
        self.library.service(service).map(|service| names(Outline::of(&service)))
    }

    fn lesson(&self, lesson: LessonId) -> Option<Box<str>> {
        self.library.lesson(lesson).map(|lesson| lesson.id.clone())
    }

    fn lessons(&self) -> Vec<Box<str>> {
        self.library.lessons().map(|(_, lesson)| lesson.id.clone()).collect()
    }

    fn topic(&self, topic: TopicId) -> Option<Box<str>> {
        self.library.topic(topic).map(|topic| topic.id.clone())
    }

    fn topics(&self) -> Vec<Box<str>> {
        self.library.topics().map(|(_, topic)| topic.id.clone()).collect()
    }

    fn pack(&self) -> Option<(Box<str>, u64)> {
        self.library.label().map(|label| (label.name.as_str().into(), label.version))
    }

    fn services(&self, show: &mut dyn FnMut(&ServiceNames)) {
        self.library.outlines(&mut |outline| show(&names(outline)));
    }
}

fn names(outline: Outline) -> ServiceNames {
    ServiceNames { service: outline.id, steps: outline.steps }
}

/// A visit that has ended.
struct Ended {
    at: Moment,
    /// What the ids of its events belong to: another pack may have come since.
    library: Library,
    events: Vec<Event>,
}

/// The hand that writes counts down. Dropping it waits until what it was given is written.
pub struct Recorder {
    visits: Option<Sender<Ended>>,
    thread: Option<JoinHandle<()>>,
    newest_day: Arc<Mutex<Option<Date>>>,
}

impl Recorder {
    /// Begins to keep counts in a state folder. Without a thread there are no counts, and the log says so.
    pub fn start(folder: &Path, named: Named) -> Recorder {
        let (visits, given) = channel();
        let newest_day = Arc::new(Mutex::new(None));
        let mut desk = Desk {
            folder: folder.to_owned(),
            named,
            store: None,
            newest_day: newest_day.clone(),
            told: None,
            lock: Lock::NotTried,
        };
        let thread = thread::Builder::new().name("recorder".to_owned()).spawn(move || desk.work(&given));
        let thread = thread.inspect_err(|error| error!("no visit is counted, there is no thread for it: {error}")).ok();
        Recorder { visits: Some(visits), thread, newest_day }
    }

    /// Counts a visit to a library that has just ended.
    pub fn count(&self, library: &Library, events: Vec<Event>) {
        if let Some(visits) = &self.visits {
            // Where the thread is gone the log has told why.
            let at = clock::moment(self.newest_day());
            let _ = visits.send(Ended { at, library: library.clone(), events });
        }
    }

    /// The newest day with a visit, once the counts are open: today cannot be before it.
    pub fn newest_day(&self) -> Option<Date> {
        *self.newest_day.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.visits = None;
        if let Some(thread) = self.thread.take() {
            // A bug in the thread has been told by the panic hook.
            let _ = thread.join();
        }
    }
}

/// What the thread works with.
struct Desk {
    folder: PathBuf,
    named: Named,
    store: Option<Store>,
    newest_day: Arc<Mutex<Option<Date>>>,
    /// What the log was told last, while it holds.
    told: Option<String>,
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

impl Desk {
    fn work(&mut self, given: &Receiver<Ended>) {
        let opened = self.open();
        self.tell(opened);
        while let Ok(Ended { at, library, events }) = given.recv() {
            self.use_names_of(library);
            // A bug loses this visit, and not the counts of the days to come; the panic hook has told its place.
            let recorded = catch_unwind(AssertUnwindSafe(|| self.record(at, &events)));
            match recorded {
                Ok(recorded) => self.tell(recorded),
                Err(_) => self.store = None,
            }
        }
    }

    /// Opens the counts, unless they are open.
    fn open(&mut self) -> Result<(), StoreError> {
        if self.store.is_some() {
            return Ok(());
        }
        let store = Store::open(&self.folder)?;
        if let Some(aside) = store.set_aside() {
            error!("the counts were damaged: they stand in '{}' now, and new ones begin", aside.display());
        }
        if matches!(self.lock, Lock::NotTried) {
            self.lock_folder();
        }
        let newest = self.know_day(store.newest_day()?);
        store.settle(clock::moment(newest).month())?;
        self.store = Some(store);
        Ok(())
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

    fn record(&mut self, moment: Moment, events: &[Event]) -> Result<(), StoreError> {
        let cells = cell::of_visit(events, moment, &self.named);
        match self.write(moment, &cells) {
            Err(error) if error.is_damage() => {
                // The file broke while it was open. The next opening sets it aside, and this visit is the first of the new
                // one.
                self.tell(Err(error));
                self.store = None;
                self.write(moment, &cells)?;
            }
            written => written?,
        }
        let Desk { store: Some(store), .. } = self else { return Ok(()) };
        store.settle(moment.month())
    }

    fn write(&mut self, moment: Moment, cells: &[Cell]) -> Result<(), StoreError> {
        self.open()?;
        let Desk { store: Some(store), named, .. } = self else { return Ok(()) };
        store.record(moment, cells, &|show| cell::all(named, show))?;
        if let Moment::Known(date, _) = moment {
            self.know_day(Some(date));
        }
        Ok(())
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
