//! Keeps the counters of visits that have ended, on a thread of its own: no key waits for a disk.
//!
//! Whatever goes wrong here, residents are served; the log says it once, and again only when something else goes wrong
//! or after it went well in between.

mod scribe;

use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use tracing::error;

use self::scribe::Scribe;
use super::clock;
use super::closing::MonthSender;
use super::uptime::Beat;
use crate::base::{Date, Lang, LessonId, ServiceId, TopicId, WeekHours};
use crate::content::Library;
use crate::content::model::Outline;
use crate::usage::cell::{Names, ServiceNames};
use crate::usage::counters::Moment;
use crate::usage::event::Event;
use crate::usage::uptime::Run;

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
        self.library.lesson_names()
    }

    fn topic(&self, topic: TopicId) -> Option<Box<str>> {
        self.library.topic(topic).map(|topic| topic.id.clone())
    }

    fn topics(&self) -> Vec<Box<str>> {
        self.library.topic_names()
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

/// What the kiosk is, beside what its counters are named after.
pub struct AboutKiosk {
    /// When it is open, if that is known.
    pub hours: WeekHours,
    /// Who sends its months to whom.
    pub sender: MonthSender,
}

/// Something to be written down.
enum Note {
    /// A visit has ended.
    Visit {
        at: Moment,
        /// What the ids of its events belong to: another pack may have come since.
        library: Library,
        events: Vec<Event>,
    },
    Beat(Moment, Beat),
    /// The kiosk ends.
    End(Run),
}

/// The hand that writes counts down. Dropping it waits until what it was given is written.
pub struct Recorder {
    notes: Sender<Note>,
    thread: Option<JoinHandle<()>>,
    newest_day: Arc<Mutex<Option<Date>>>,
}

impl Recorder {
    /// Begins to keep counts in a state folder. Without a thread there are no counts, and the log says so.
    pub fn start(folder: &Path, named: Named, kiosk: AboutKiosk) -> Recorder {
        let (notes, given) = channel();
        let newest_day = Arc::new(Mutex::new(None));
        let mut scribe = Scribe::of(folder, named, kiosk, newest_day.clone());
        let thread = thread::Builder::new().name("recorder".to_owned()).spawn(move || scribe.work(&given));
        let thread = thread.inspect_err(|error| error!("no visit is counted, there is no thread for it: {error}")).ok();
        Recorder { notes, thread, newest_day }
    }

    /// Counts a visit to a library that has just ended.
    pub fn count(&self, library: &Library, events: Vec<Event>) {
        self.give(Note::Visit { at: clock::moment(self.newest_day()), library: library.clone(), events });
    }

    /// Counts a tick or a day of the kiosk itself.
    pub fn count_beat(&self, beat: Beat) {
        self.give(Note::Beat(clock::moment(self.newest_day()), beat));
    }

    /// Where the thread is gone the log has told why.
    fn give(&self, note: Note) {
        let _ = self.notes.send(note);
    }

    /// The newest day that was begun, once the counts are open: today cannot be before it.
    pub fn newest_day(&self) -> Option<Date> {
        *self.newest_day.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        // On the way out of a bug everything that is open is put down, and so is this.
        self.give(Note::End(if thread::panicking() { Run::Bug } else { Run::Ended }));
        if let Some(thread) = self.thread.take() {
            // A bug in the thread has been told by the panic hook.
            let _ = thread.join();
        }
    }
}
