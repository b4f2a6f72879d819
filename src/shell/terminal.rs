//! The terminal: how it is taken, painted and given back.
//!
//! Two buffers and their difference take the place of ratatui's `Terminal`, which asks for the size of the screen at
//! every frame and writes twice. After the start, a change of size and a pause everything is cleared and painted anew:
//! the Linux console has no second screen, and stores numbers of glyphs that mean something else in another font.

use std::io::{self, Write};
use std::os::fd::AsFd;
use std::sync::{Mutex, PoisonError};

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::io::Errno;
use rustix::stdio::{stdin, stdout};
use rustix::termios::{OptionalActions, QueueSelector, Termios, isatty, tcflush, tcgetattr, tcgetwinsize, tcsetattr};

use super::{ShellError, environment};
use crate::base::{Size, Theme};
use crate::page::Laid;
use crate::present::screen;

/// Where a terminal does not tell its size (a serial line).
const USUAL_SIZE: Size = Size { width: 80, height: 24 };
/// More cells than this are left blank: a size is only what the terminal says, and memory is real.
const LARGEST_SIZE: Size = Size { width: 500, height: 200 };

/// How long a terminal that takes no more output may hold up the end.
const FAREWELL_MAX: Timespec = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };

/// What a terminal can do, as far as its name tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Traits {
    /// Whether colours may be sent.
    pub colours: bool,
    /// Whether it reports a mouse and knows the shapes of a cursor. The Linux console and old terminals do not.
    pub modern: bool,
}

impl Traits {
    /// What the environment says of the terminal, once it is sure that there is one.
    pub fn of_this_terminal() -> Result<Traits, ShellError> {
        if !isatty(stdin()) || !isatty(stdout()) {
            return Err(ShellError::NoTerminal);
        }
        let term = environment::value("TERM").map(|term| term.to_string_lossy().into_owned());
        Traits::of(term.as_deref().unwrap_or_default(), environment::value("NO_COLOR").is_some())
    }

    /// What the values of `TERM` and `NO_COLOR` mean.
    pub fn of(term: &str, no_color: bool) -> Result<Traits, ShellError> {
        if matches!(term, "" | "dumb" | "unknown") {
            return Err(ShellError::DumbTerminal(term.to_owned()));
        }
        // A monitor of the seventies, or a description that says that it has no colours.
        let old = term.starts_with("vt") || term.ends_with("-m") || term.ends_with("-mono");
        let console = term == "linux" || term.starts_with("linux-");
        Ok(Traits { colours: !old && !no_color, modern: !old && !console })
    }
}

/// How the terminal was before the kiosk took it.
struct Before {
    modes: Termios,
    flags: OFlags,
    traits: Traits,
}

/// What has to be given back, if the kiosk has the terminal. It stands here for the panic hook.
static BEFORE: Mutex<Option<Before>> = Mutex::new(None);

/// The terminal while the kiosk has it. Dropping it gives it back.
pub struct Terminal {
    traits: Traits,
    /// What is on the screen.
    shown: Buffer,
    /// The page before, until the next one is drawn over it.
    next: Buffer,
    cursor: Option<(u16, u16)>,
    /// Bytes of the frame that is being made; everything goes out in one write.
    out: Vec<u8>,
    /// Whether the page that is on the screen now is the last of a visit that was forgotten.
    is_forgetting: bool,
}

impl Terminal {
    /// Takes the terminal. The first frame is what reaches it first.
    pub fn take(traits: Traits) -> io::Result<Terminal> {
        take_modes(traits)?;
        let mut terminal = Terminal {
            traits,
            shown: Buffer::default(),
            next: Buffer::default(),
            cursor: None,
            out: Vec::with_capacity(16 * 1024),
            is_forgetting: false,
        };
        terminal.clear();
        Ok(terminal)
    }

    /// Takes the terminal again after somebody else had it.
    pub fn take_again(&mut self) -> io::Result<()> {
        give_back_modes();
        take_modes(self.traits)?;
        self.clear();
        Ok(())
    }

    /// Whether it keeps numbers of glyphs instead of characters, as the Linux console does.
    pub fn keeps_glyphs(&self) -> bool {
        !self.traits.modern
    }

    /// Lets the next frame begin with an empty screen.
    pub fn clear(&mut self) {
        self.write_over();
        self.out.extend_from_slice(enter(self.traits).as_bytes());
        self.shown.reset();
        self.cursor = None;
    }

    /// Lets nothing stay in memory of what is on the screen, once the next page is there.
    pub fn forget(&mut self) {
        self.is_forgetting = true;
    }

    /// Empties the frame that was sent: its bytes hold what a resident typed, too.
    fn write_over(&mut self) {
        self.out.fill(0);
        self.out.clear();
    }

    /// Shows a page. Writes once, and only what changed; nothing where nothing did.
    ///
    /// Where the terminal takes no more and `signals` becomes readable, the frame is given up so that the signal is heard:
    /// each of them ends the kiosk or has everything painted anew.
    pub fn show(&mut self, laid: &Laid, theme: Theme, signals: &impl AsFd) -> io::Result<()> {
        let theme = if self.traits.colours { theme } else { Theme::Monochrome };
        let area = Rect::new(0, 0, laid.size.width, laid.size.height);
        if self.next.area != area {
            self.shown = Buffer::empty(area);
            self.next = Buffer::empty(area);
        }
        screen::draw(laid, theme, &mut self.next);
        let mut changes = self.shown.diff_iter(&self.next).peekable();
        let is_changed = changes.peek().is_some();
        if is_changed {
            CrosstermBackend::new(&mut self.out).draw(changes)?;
        }
        let cursor = Some(laid.cursor);
        if is_changed || self.cursor != cursor {
            let (x, y) = laid.cursor;
            write!(self.out, "\x1b[{};{}H", y.saturating_add(1), x.saturating_add(1))?;
        }
        self.cursor = cursor;
        std::mem::swap(&mut self.shown, &mut self.next);
        if std::mem::take(&mut self.is_forgetting) {
            self.next.reset();
            for buffer in [&mut self.shown, &mut self.next] {
                buffer.content.iter_mut().for_each(write_anew);
            }
        }
        let written = write_all(&self.out, || takes_more_before(signals));
        self.write_over();
        if matches!(written, Ok(false)) {
            // What is on the screen is not known any more, so the next frame begins with an empty one.
            self.clear();
        }
        written.map(|_| ())
    }
}

/// Writes all bytes of a cell: one that was only set back to blank may keep what stood in it before.
fn write_anew(cell: &mut Cell) {
    let sign = cell.symbol().chars().next().unwrap_or(' ');
    cell.set_char(sign);
}

/// How large the screen is now.
pub fn screen_size() -> Size {
    match tcgetwinsize(stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => {
            Size { width: size.ws_col.min(LARGEST_SIZE.width), height: size.ws_row.min(LARGEST_SIZE.height) }
        }
        _ => USUAL_SIZE,
    }
}

/// How wide the terminal is that an answer goes to; nothing where it goes elsewhere.
pub fn terminal_width() -> Option<u16> {
    tcgetwinsize(stdout()).ok().map(|size| size.ws_col).filter(|width| *width > 0)
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back as it was, if the kiosk has it. What was on the screen is erased first.
pub fn restore() {
    let traits = BEFORE.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(|before| before.traits);
    if let Some(traits) = traits {
        // Where this fails the terminal is gone: there is nothing to give back.
        let _ = write_all(leave(traits).as_bytes(), takes_more_soon);
        give_back_modes();
    }
}

fn take_modes(traits: Traits) -> io::Result<()> {
    let modes = tcgetattr(stdin())?;
    let mut raw = modes.clone();
    raw.make_raw();
    let flags = fcntl_getfl(stdout())?;
    *BEFORE.lock().unwrap_or_else(PoisonError::into_inner) = Some(Before { modes, flags, traits });
    // A write to a terminal that is stopped would wait for ever, and no signal would be heard.
    let taken = fcntl_setfl(stdout(), flags | OFlags::NONBLOCK)
        // What somebody typed before is thrown away: nobody knows who that was.
        .and_then(|()| tcsetattr(stdin(), OptionalActions::Flush, &raw));
    if taken.is_err() {
        give_back_modes();
    }
    Ok(taken?)
}

fn give_back_modes() {
    if let Some(before) = BEFORE.lock().unwrap_or_else(PoisonError::into_inner).take() {
        // Keys that were meant for the kiosk do not reach the shell of whoever gets the terminal next. Where these fail
        // the terminal is gone. Nothing is waited for: a line that takes no more output must not hold up the end.
        let _ = tcflush(stdin(), QueueSelector::IFlush);
        let _ = tcsetattr(stdin(), OptionalActions::Now, &before.modes);
        let _ = fcntl_setfl(stdout(), before.flags);
    }
}

/// Second screen, no wrapping at the right edge, usual colours, empty, cursor seen and steady; a mouse that tells of its
/// buttons and wheel, not of its way; no brackets around what is pasted.
fn enter(traits: Traits) -> &'static str {
    if traits.modern {
        "\x1b[?1049h\x1b[?7l\x1b[0m\x1b[H\x1b[2J\x1b[?25h\x1b[2 q\x1b[?2004l\x1b[?1000h\x1b[?1006h"
    } else {
        "\x1b[?1049h\x1b[?7l\x1b[0m\x1b[H\x1b[2J\x1b[?25h"
    }
}

fn leave(traits: Traits) -> &'static str {
    if traits.modern {
        "\x1b[?1006l\x1b[?1000l\x1b[0 q\x1b[0m\x1b[H\x1b[2J\x1b[?7h\x1b[?25h\x1b[?1049l"
    } else {
        "\x1b[0m\x1b[H\x1b[2J\x1b[?7h\x1b[?25h\x1b[?1049l"
    }
}

/// Writes to the terminal: one system call, unless the terminal takes only a part. Then `takes_more` waits; where it
/// says no, the rest is left. Says whether all was written.
fn write_all(mut bytes: &[u8], takes_more: impl Fn() -> rustix::io::Result<bool>) -> io::Result<bool> {
    while !bytes.is_empty() {
        match rustix::io::write(stdout(), bytes) {
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) if takes_more()? => {}
            Err(Errno::AGAIN) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(true)
}

/// Whether the terminal takes more before a signal comes.
fn takes_more_before(signals: &impl AsFd) -> rustix::io::Result<bool> {
    let stdout = stdout();
    let mut doors = [PollFd::new(&stdout, PollFlags::OUT), PollFd::new(signals, PollFlags::IN)];
    match poll(&mut doors, None) {
        Ok(_) | Err(Errno::INTR) => {}
        Err(error) => return Err(error),
    }
    let [_, signals] = doors.map(|door| door.revents());
    Ok(signals.is_empty())
}

/// Whether the terminal takes more within the time that an end may last.
fn takes_more_soon() -> rustix::io::Result<bool> {
    Ok(poll(&mut [PollFd::new(&stdout(), PollFlags::OUT)], Some(&FAREWELL_MAX))? > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_terminal_tells_what_it_can() {
        let traits = |term, no_color| Traits::of(term, no_color).expect("it can be used");
        assert_eq!(traits("xterm-256color", false), Traits { colours: true, modern: true });
        assert_eq!(traits("xterm-256color", true), Traits { colours: false, modern: true });
        assert_eq!(traits("linux", false), Traits { colours: true, modern: false });
        assert_eq!(traits("foot", false), Traits { colours: true, modern: true });
        for old in ["vt100", "vt220", "vt420-w", "xterm-mono", "linux-m"] {
            assert!(!traits(old, false).colours, "{old}");
        }
        for none in ["", "dumb", "unknown"] {
            assert!(Traits::of(none, false).is_err(), "{none}");
        }
    }

    #[test]
    fn what_is_switched_on_is_switched_off() {
        for traits in [Traits { colours: true, modern: true }, Traits { colours: true, modern: false }] {
            for mode in enter(traits).split('\x1b').filter(|mode| mode.starts_with("[?") && mode.ends_with('h')) {
                let off = mode.replace('h', "l");
                assert!(mode == "[?25h" || leave(traits).contains(&off), "{mode} stays on");
            }
            assert!(leave(traits).contains("\x1b[?7h"), "lines wrap again");
            assert!(leave(traits).contains("\x1b[2J"), "the page of the last visitor is erased");
        }
    }
}
