//! Helper mode: somebody sits beside the resident and helps.

use crate::usage::event::Event;

/// Whether somebody helps in this visit. It is part of the visit, so it is forgotten with it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Helping {
    is_on: bool,
    was_on: bool,
}

impl Helping {
    /// Whether somebody helps now.
    pub fn is_on(self) -> bool {
        self.is_on
    }

    /// Somebody begins to help, or leaves the resident alone.
    pub fn set(&mut self, is_on: bool) {
        self.is_on = is_on;
        self.was_on |= is_on;
    }

    /// What of it is counted: that somebody helped at any time of the visit.
    pub fn event(self) -> Option<Event> {
        self.was_on.then_some(Event::Assisted)
    }
}
