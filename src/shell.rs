//! The doors to the world: the terminal, the keyboard, signals, the clock, settings, files, the log, and the loop.
//!
//! Everything that depends on a machine stands here. [`run()`] is the loop: it waits, gives what happened to
//! [`update`](crate::app::update()), and shows the page.

mod boot_mark;
mod clock;
pub mod closing;
mod content;
mod crash;
mod environment;
pub mod figures;
mod input;
mod keys;
mod languages;
mod log;
mod memory;
mod packs;
mod places;
mod preview;
mod recorder;
mod run;
pub mod sealing;
pub mod secret;
mod settings;
mod signals;
mod signing;
mod supervisor;
mod terminal;
mod text_file;
mod uptime;
mod watch;

use std::io;
use std::path::PathBuf;

pub use clock::{belgian_time, boot_time, build_date, is_clock_doubted, now, stamp, today};
pub use content::{Opened, open as open_content, with_staff_places};
pub use languages::{coordinators_words, languages, languages_of_coordinator};
pub use packs::{Chosen, InstallError, Installed, PackName, Packs};
pub use places::{Audience, Options, Places, Rules};
pub use recorder::{Named, Recorder};
pub use run::{Update, run};
pub use settings::{KEYS as SETTINGS_KEYS, SettingsFault, SettingsKey, of as settings};
pub use signing::{SigningError, keygen, read_signature, sign, signature_of, verify as verify_signature};
pub use terminal::{Traits, screen_size, terminal_width};
pub use text_file::{FileError, read as read_small_file, read_bytes as read_small_bytes};

use crate::base::Lang;
use crate::content::pack::PackError;
use crate::content::source::SourceError;
use crate::i18n::TextsError;

/// Why the kiosk cannot start, or cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum ShellError {
    /// The standard input or output is not a terminal.
    #[error("the kiosk needs a terminal: start it in one, without sending its input or output elsewhere")]
    NoTerminal,
    /// The terminal cannot place text.
    #[error(
        "the terminal '{0}' cannot place text on its screen: set TERM to what it is, such as TERM=xterm or TERM=linux"
    )]
    DumbTerminal(String),
    /// The content or the languages cannot be opened.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// There is no content where it is looked for.
    #[error("there is no content in '{}': bring a pack with `kiosk pack install`, or name a pack or a folder with --content", .0.display())]
    NoContent(PathBuf),
    /// The pack cannot be used.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// The languages cannot be used.
    #[error(transparent)]
    Texts(#[from] TextsError),
    /// There is no such language.
    #[error("there is no language '{asked}': use one of {}", list(.known))]
    NoLanguage {
        /// What was asked for.
        asked: String,
        /// What there is.
        known: Vec<Lang>,
    },
    /// A file of words cannot be read.
    #[error("cannot read the words '{}' ({error}): check that it is a text, and its rights", path.display())]
    Words {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file of settings that was asked for cannot be read.
    #[error("cannot read the settings '{}' ({error}): check the path and its rights", path.display())]
    Config {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file for log lines cannot be written.
    #[error("cannot write the log '{}' ({error}): name another file with --log FILE", path.display())]
    Log {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The machine does not let the kiosk use its terminal, clock or signals.
    #[error("cannot {act} ({error}): try again, then start the machine anew")]
    Machine {
        /// What the kiosk wanted to do.
        act: &'static str,
        /// What the system says.
        error: io::Error,
    },
}

fn list(known: &[Lang]) -> String {
    known.iter().map(Lang::as_str).collect::<Vec<_>>().join(", ")
}

/// The language that somebody asked for by its tag.
pub fn language(asked: &str, texts: &crate::i18n::Texts) -> Result<Lang, ShellError> {
    let known = texts.tags();
    let found = known.iter().copied().find(|lang| lang.as_str() == asked);
    found.ok_or_else(|| ShellError::NoLanguage { asked: asked.chars().take(40).collect(), known })
}
