//! Which month files are meant: those that were named, and those in the folders that were named.

use std::fs;
use std::path::{Path, PathBuf};

use crate::commands::{CommandError, answer};
use crate::indicators::month;

/// Folders are looked through so many folders deep: deep enough for what people make on a stick, and never for ever.
const DEPTH: usize = 8;

/// The files that are named, and those in the folders that are named: each once, in an order that does not depend on the
/// one in which they were named.
///
/// # Errors
///
/// Where one that is named cannot be read, and where there is no month file at all: nobody names a folder for nothing.
pub fn month_files(named: &[PathBuf]) -> Result<Vec<PathBuf>, CommandError> {
    let mut found = Vec::new();
    for path in named {
        let unreadable = |error| CommandError::Read { path: path.clone(), error };
        if fs::metadata(path).map_err(unreadable)?.is_dir() {
            in_folder(path, DEPTH, &mut found)?;
        } else {
            found.push(path.clone());
        }
    }
    if found.is_empty() {
        let named: Vec<String> = named.iter().map(|path| format!("'{}'", path.display())).collect();
        return Err(CommandError::Words(format!(
            "there is no month file (its name ends in .{}) in {}, nor in a folder up to {DEPTH} deep in it: name the folder \
             with the files of the kiosks; a kiosk has them in /var/lib/kiosk/months",
            month::ENDING,
            named.join(", ")
        )));
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// Adds the month files of a folder, and of those in it down to this depth. Links to folders are not followed.
fn in_folder(folder: &Path, deeper: usize, found: &mut Vec<PathBuf>) -> Result<(), CommandError> {
    let unreadable = |error| CommandError::Read { path: folder.to_owned(), error };
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        // What a system or a file manager leaves behind: files that were deleted, halves of copies.
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let path = entry.path();
        if !entry.file_type().map_err(unreadable)?.is_dir() {
            let ending = path.extension().unwrap_or_default();
            if ending.eq_ignore_ascii_case(month::ENDING) {
                found.push(path);
            }
        } else if deeper > 0
            && let Err(error) = in_folder(&path, deeper - 1, found)
        {
            // A stick has folders of the system, which are nobody's to read.
            answer::note(&format!("its month files are not collected: {error}"));
        }
    }
    Ok(())
}
