//! Why a pack cannot be used, as one sentence that says what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::content::finding::is_command;

/// Why a pack cannot be used. Each sentence begins with the file.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// The file cannot be opened or read.
    #[error("cannot read '{}' ({error}): check the path and its rights, or copy the file anew", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// It is no pack at all.
    #[error("'{}' is not a pack of this program: make one with `kiosk pack build`", .0.display())]
    NotAPack(PathBuf),
    /// The end of the file is missing, or something stands after it.
    #[error("'{}' is not whole: copy it anew, and take the stick out only when that is done", .0.display())]
    NotWhole(PathBuf),
    /// The bytes are not those that were built.
    #[error("'{}' was changed or damaged since it was built: copy it anew", .0.display())]
    Changed(PathBuf),
    /// Another version of this program built it.
    #[error("'{}' was built for another version of this program: build it anew with this one", .0.display())]
    OtherFormat(PathBuf),
    /// It holds something that this program does not put into packs.
    #[error("'{}' holds what no pack holds ({what}): build it anew with `kiosk pack build`", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it holds.
        what: String,
    },
    /// Something in it cannot be read.
    #[error("'{}' is damaged ({what}): copy it or build it anew", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What cannot be read, and why.
        what: String,
    },
    /// It cannot be written.
    #[error("cannot write '{}' ({error}): check the disk with `df` and the rights of the folder", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The content has something that a pack cannot hold.
    #[error("cannot make a pack of this content ({0})")]
    Content(String),
}

impl PackError {
    /// Something in a file cannot be read. What SQLite says of it may repeat words of the file.
    pub(super) fn damaged(path: &Path, what: impl fmt::Display) -> PackError {
        PackError::Damaged { path: path.to_owned(), what: tame(&what.to_string()) }
    }

    /// A file holds something that no pack holds.
    pub(super) fn foreign(path: &Path, what: impl fmt::Display) -> PackError {
        PackError::Foreign { path: path.to_owned(), what: tame(&what.to_string()) }
    }

    /// The same of another file: of the one that somebody named, and not of its copy.
    pub fn naming(mut self, name: &Path) -> PackError {
        match &mut self {
            PackError::NotAPack(path)
            | PackError::NotWhole(path)
            | PackError::Changed(path)
            | PackError::OtherFormat(path)
            | PackError::Unreadable { path, .. }
            | PackError::Foreign { path, .. }
            | PackError::Damaged { path, .. }
            | PackError::Unwritable { path, .. } => name.clone_into(path),
            PackError::Content(_) => {}
        }
        self
    }
}

/// The longest piece of a sentence that a file may have a say in, in characters.
const WORDS_MAX: usize = 120;

/// Words that cannot command a terminal or fill it.
fn tame(words: &str) -> String {
    words.chars().filter(|sign| !is_command(*sign)).take(WORDS_MAX).collect()
}
