//! What the state asks the world to do: data that can be compared, printed and replayed.

use crate::usage::event::Event;

/// An order to the shell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// A visit was forgotten: throw away the keys that were typed ahead and not read yet.
    ForgetInput,
    /// A visit that may be counted has ended: each of these goes up by one, in one go.
    Count(Vec<Event>),
    /// End the program.
    Leave(Reason),
}

/// Why the program ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// Staff pressed Ctrl-Q, where settings allow it.
    Asked,
    /// The system sent a signal: SIGTERM, SIGHUP or SIGINT.
    Signal,
    /// The terminal is gone.
    NoTerminal,
}
