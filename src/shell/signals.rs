//! Signals of the system, brought into the loop: handlers raise a flag and write a byte into a pipe that `poll` watches.

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

/// What a signal asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signal {
    /// The program shall end.
    Stop,
    /// The terminal has another size, or another font.
    Resized,
    /// The program was stopped and goes on: a shell may have used the terminal in between.
    Resumed,
}

/// Signals and what they ask for. SIGTSTP asks for nothing: a kiosk that stops would leave its screen to nobody.
const HEARD: [(i32, Option<Signal>); 7] = [
    (SIGTERM, Some(Signal::Stop)),
    (SIGHUP, Some(Signal::Stop)),
    (SIGINT, Some(Signal::Stop)),
    (SIGQUIT, Some(Signal::Stop)),
    (SIGWINCH, Some(Signal::Resized)),
    (SIGCONT, Some(Signal::Resumed)),
    (SIGTSTP, None),
];

/// The flags and the pipe.
pub struct Signals {
    flags: [(Signal, Arc<AtomicBool>); 3],
    pipe: UnixStream,
}

impl Signals {
    /// Handles the signals from now on.
    pub fn hear() -> io::Result<Signals> {
        let (pipe, sender) = UnixStream::pair()?;
        pipe.set_nonblocking(true)?;
        let flags = [Signal::Stop, Signal::Resized, Signal::Resumed].map(|signal| (signal, Arc::default()));
        for (number, asks) in HEARD {
            // The flag first: handlers run in this order, and the loop looks at the flags when the pipe wakes it.
            let flag = flags.iter().find(|(signal, _)| Some(*signal) == asks).map(|(_, flag)| flag);
            match flag {
                Some(flag) => {
                    signal_hook::flag::register(number, Arc::clone(flag))?;
                    signal_hook::low_level::pipe::register(number, sender.try_clone()?)?;
                }
                None => {
                    signal_hook::flag::register(number, Arc::new(AtomicBool::new(false)))?;
                }
            }
        }
        Ok(Signals { flags, pipe })
    }

    /// The signals that came since the last time, each once.
    pub fn take(&self) -> impl Iterator<Item = Signal> {
        // What is in the pipe says only that something came; an empty pipe is no fault.
        let _ = rustix::io::read(&self.pipe, &mut [0; 64]);
        self.flags.iter().filter(|(_, flag)| flag.swap(false, Ordering::SeqCst)).map(|(signal, _)| *signal)
    }
}

impl AsFd for Signals {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.pipe.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signal_is_told_once_and_a_wish_to_suspend_is_ignored() {
        let signals = Signals::hear().expect("handlers");
        signal_hook::low_level::raise(SIGWINCH).expect("raised");
        signal_hook::low_level::raise(SIGWINCH).expect("raised");
        signal_hook::low_level::raise(SIGTSTP).expect("raised");
        assert_eq!(signals.take().collect::<Vec<_>>(), [Signal::Resized]);
        assert_eq!(signals.take().count(), 0);
    }
}
