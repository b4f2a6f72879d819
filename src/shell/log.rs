//! Log lines: to the journal, to a file, or nowhere; never onto the screen of a resident.
//!
//! Three levels: an error means that staff must act, a warning that the kiosk runs with less, the rest is start, stop and
//! settings. No line is written because a resident came, pressed a key or left.

use std::fmt::{self, Write as _};
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::stdio::stderr;
use rustix::termios::isatty;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

use super::clock;

/// Where lines go.
enum Sink {
    /// The standard error, with the `<N>` before each line that the journal reads as its level.
    Journal,
    File(File),
    Nowhere,
}

/// Whether lines go to the standard error.
static TO_STDERR: AtomicBool = AtomicBool::new(false);

/// Begins to log: to `file` where one is given, else to the standard error where that is not a terminal.
pub fn start(file: Option<&Path>) -> io::Result<()> {
    let sink = match file {
        Some(path) => Sink::File(OpenOptions::new().create(true).append(true).open(path)?),
        None if isatty(stderr()) => Sink::Nowhere,
        None => Sink::Journal,
    };
    TO_STDERR.store(matches!(sink, Sink::Journal), Ordering::Relaxed);
    // A second start within one process (only tests do that) leaves the first one in place.
    let _ = tracing::subscriber::set_global_default(Log(sink));
    Ok(())
}

/// Whether the log goes to the standard error, so that nothing needs to be said there twice.
pub fn is_on_stderr() -> bool {
    TO_STDERR.load(Ordering::Relaxed)
}

struct Log(Sink);

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::INFO && !matches!(self.0, Sink::Nowhere)
    }

    // Spans are not used: all of them are one.
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut message = Message(String::new());
        event.record(&mut message);
        let line = line(*event.metadata().level(), &message.0);
        // Nobody can be told that a line of the log was lost.
        let _ = match &self.0 {
            Sink::Journal => io::stderr().write_all(line.as_bytes()),
            Sink::File(file) => (&mut &*file).write_all(format!("{} {line}", clock::stamp()).as_bytes()),
            Sink::Nowhere => Ok(()),
        };
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// One line, whatever is in the message.
fn line(level: Level, message: &str) -> String {
    let number = match level {
        Level::ERROR => 3,
        Level::WARN => 4,
        _ => 6,
    };
    let message: String = message.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    format!("<{number}>{message}\n")
}

/// The words of an event, its other values behind them.
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        // Writing into a String cannot fail.
        let _ = match field.name() {
            "message" => write!(self.0, "{value:?}"),
            name => write!(self.0, " {name}={value:?}"),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_one_line_with_its_level() {
        assert_eq!(line(Level::ERROR, "a bug:\nat x\x1b[2J"), "<3>a bug: at x [2J\n");
        assert_eq!(line(Level::WARN, "less"), "<4>less\n");
        assert_eq!(line(Level::INFO, "started"), "<6>started\n");
    }
}
