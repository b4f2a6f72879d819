//! Why a month is not taken, and why the database cannot be used.

use std::io;
use std::path::PathBuf;

use crate::indicators::period::Period;

/// Why a month is not taken though its kiosk signed it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refusal {
    /// The same kiosk has sent another one.
    #[error("this kiosk has sent other figures for this month before, and those stay: ask its site why there are two")]
    Changed,
    /// It was made up, and the others were not.
    #[error(
        "it is simulated, and the others are real: collect it into a database of its own, with the list of simulated kiosks"
    )]
    SimulatedAmongReal,
    /// It is real, and the others are not.
    #[error(
        "it is real, and the others are simulated: collect it into a database of its own, with the list of real kiosks"
    )]
    RealAmongSimulated,
}

/// Why the database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CollectedError {
    /// The file cannot be made or read.
    #[error("cannot use the database '{}' ({error}): check the path and its rights", path.display())]
    Files {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// It is a database of somebody else.
    #[error("'{}' is not a database of collected months: name another file", .0.display())]
    NotOurs(PathBuf),
    /// A newer program made it.
    #[error("a newer version of this program has made the database '{}': use that version", .0.display())]
    Newer(PathBuf),
    /// A row is none that this program wrote.
    #[error(
        "the database of collected months is damaged: put back your copy of it, then collect again what came since"
    )]
    Damaged,
    /// A period is published once.
    #[error("other figures were published of {0}, and those stay: what came late is told with the next quarter")]
    PublishedOtherwise(Period),
    /// SQLite says no.
    #[error("cannot use the database of collected months ({0}): check the file and the disk with `df`")]
    Sqlite(#[from] rusqlite::Error),
}
