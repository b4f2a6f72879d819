//! Why counts cannot be kept or read, as one sentence that says what to do.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;

/// Why counts cannot be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A folder or file cannot be made, read or changed.
    #[error("cannot use '{}' for counts ({error}): look at it with `ls -l`; it must belong to the user of the kiosk", path.display())]
    Files {
        /// The folder or file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A newer kiosk has changed the tables.
    #[error("a newer kiosk keeps its counts in '{}': install that version again", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// The file is a database of somebody else.
    #[error("the file of counts is not one of this program: move it elsewhere")]
    NotOurs,
    /// The visits of the file were made up, and real ones do not belong among them.
    #[error("the counts in '{}' were made up by `kiosk simulate`: name another folder with --state", path.display())]
    Simulated {
        /// The file.
        path: PathBuf,
    },
    /// There are counts where none may be.
    #[error("something was counted here already: name an empty folder")]
    Counted,
    /// The file does not hold together.
    #[error("the file of counts is damaged: start the kiosk, which sets it aside and begins a new one")]
    Damaged,
    /// SQLite says no: the disk may be full, or somebody holds the file.
    #[error("cannot keep or read the counts ({0}): check the disk with `df` and `kiosk doctor`")]
    Sqlite(#[from] rusqlite::Error),
}

impl StoreError {
    /// Whether the file is of no more use as it is.
    pub fn is_damage(&self) -> bool {
        match self {
            StoreError::Damaged | StoreError::NotOurs => true,
            StoreError::Sqlite(error) => {
                matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
            }
            StoreError::Files { .. } | StoreError::Newer { .. } => false,
            StoreError::Simulated { .. } | StoreError::Counted => false,
        }
    }
}
