//! What a bug does: the terminal is given back and the place of the bug is told; a supervisor may start the kiosk anew.
//!
//! Only the place in the source is told, never what the panic says: that can hold what a resident typed (std prints the
//! text that was cut in a wrong place).

use std::io::{self, Write};
use std::panic;
use std::thread;

use tracing::error;

use super::{log, terminal};

/// Prepares for a bug on the thread that calls, which has the terminal. A bug on another thread ends that thread only:
/// it must not take the screen from a resident.
pub fn prepare() {
    let usual = panic::take_hook();
    let serving = thread::current().id();
    panic::set_hook(Box::new(move |bug| {
        let place = bug.location().map(ToString::to_string).unwrap_or_default();
        if thread::current().id() != serving {
            error!("a bug ends a thread beside the kiosk, please report its place: {place}");
            return;
        }
        terminal::restore();
        error!("a bug ends the kiosk, please report its place: {place}");
        if log::is_on_stderr() {
            return;
        }
        if is_for_developers() {
            usual(bug);
        } else {
            // Where even this fails, the exit code still tells.
            let _ = writeln!(io::stderr(), "kiosk: a bug ended the kiosk: please report its place, {place}");
        }
    }));
}

/// Whether whoever started the kiosk wants to see all that is known about a bug.
fn is_for_developers() -> bool {
    std::env::var_os("RUST_BACKTRACE").is_some_and(|wish| wish != "0")
}
