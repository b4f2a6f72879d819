//! Waits for the resident, the system and the clock, and says what happened.

use std::io;
use std::os::fd::AsFd;
use std::path::Path;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{QueueSelector, tcflush};

use super::clock::Alarm;
use super::keys::{Input, Parser};
use super::signals::{Signal, Signals};
use super::watch::Watch;
use crate::base::{Key, Millis};

/// How long the rest of a sequence may take to come over a slow line.
const REST_MAX: Timespec = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };
/// As much as the system keeps of a terminal's input: one read takes all of it.
const READ_MAX: usize = 4096;
/// More never happens at once: a key for each byte, the second key of a pair that was begun before (Esc and a letter),
/// the end of the terminal, one of each signal, the alarm, and changed files. A queue that holds so much never moves to
/// another place and leaves a copy behind.
pub const MOST_AT_ONCE: usize = READ_MAX + 7;

/// Something that happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Happening {
    Resident(Input),
    System(Signal),
    /// The moment that was waited for may be there.
    Time,
    /// Something was saved in a folder that is watched.
    Files,
    /// The terminal is gone.
    HungUp,
}

impl Happening {
    /// Takes it out of a queue, and writes over what a resident typed there.
    pub fn take(&mut self) -> Happening {
        std::mem::replace(self, Happening::Resident(Input::Key(Key::Char('\0'))))
    }
}

/// Everything that can wake the kiosk.
pub struct Inbox {
    signals: Signals,
    alarm: Alarm,
    watch: Option<Watch>,
    parser: Parser,
    bytes: Box<[u8; READ_MAX]>,
}

impl Inbox {
    /// Handles signals from now on; reads from the standard input.
    pub fn open() -> io::Result<Inbox> {
        Ok(Inbox {
            signals: Signals::hear()?,
            alarm: Alarm::new()?,
            watch: None,
            parser: Parser::default(),
            bytes: Box::new([0; READ_MAX]),
        })
    }

    /// Tells of changes below a folder from now on.
    pub fn watch(&mut self, folder: &Path) -> io::Result<()> {
        self.watch = Some(Watch::begin(folder)?);
        Ok(())
    }

    /// Waits until something happens or `deadline` comes, and adds what happened to `out`, in its order. One key costs
    /// one `poll` and one `read`. Nothing wakes it without a cause.
    pub fn wait(&mut self, deadline: Option<Millis>, out: &mut Vec<Happening>) -> io::Result<()> {
        self.alarm.set(deadline)?;
        let stdin = rustix::stdio::stdin();
        let mut doors = [
            PollFd::new(&stdin, PollFlags::IN),
            PollFd::new(&self.signals, PollFlags::IN),
            PollFd::new(&self.alarm, PollFlags::IN),
            // Where no folder is watched, this last one is not asked.
            PollFd::from_borrowed_fd(self.watch.as_ref().map_or(self.alarm.as_fd(), Watch::as_fd), PollFlags::IN),
        ];
        let asked = if self.watch.is_some() { &mut doors[..] } else { &mut doors[..3] };
        let limit = self.parser.is_waiting().then_some(&REST_MAX);
        let open = match poll(asked, limit) {
            Ok(open) => open,
            Err(Errno::INTR) => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        let [terminal, signals, alarm, files] = doors.map(|door| door.revents());
        if open == 0 {
            self.parser.forget();
        }
        if !terminal.is_empty() {
            self.read(terminal, out);
        }
        if !signals.is_empty() {
            out.extend(self.signals.take().map(Happening::System));
        }
        if !alarm.is_empty() {
            self.alarm.acknowledge();
            out.push(Happening::Time);
        }
        if let Some(watch) = self.watch.as_ref().filter(|_| !files.is_empty()) {
            watch.acknowledge();
            watch.take_in_new_folders();
            out.push(Happening::Files);
        }
        Ok(())
    }

    fn read(&mut self, ready: PollFlags, out: &mut Vec<Happening>) {
        if !ready.contains(PollFlags::IN) {
            out.push(Happening::HungUp);
            return;
        }
        match rustix::io::read(rustix::stdio::stdin(), &mut self.bytes[..]) {
            Ok(0) => out.push(Happening::HungUp),
            Ok(length) => {
                let typed = self.bytes.get_mut(..length).unwrap_or_default();
                self.parser.feed(typed, &mut |input| out.push(Happening::Resident(input)));
                typed.fill(0);
            }
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => out.push(Happening::HungUp),
        }
    }

    /// What becomes readable when a signal came.
    pub fn signals(&self) -> &Signals {
        &self.signals
    }

    /// Throws away what was typed and not yet read.
    pub fn forget(&mut self) {
        self.parser.forget();
        // Where this fails the terminal is gone, and the next read says so.
        let _ = tcflush(rustix::stdio::stdin(), QueueSelector::IFlush);
    }
}
