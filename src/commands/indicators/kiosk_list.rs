//! The coordinator's list of sites and kiosks on the disk.

use std::path::Path;

use crate::commands::{CommandError, answer};
use crate::indicators::kiosks::{self, Kiosks};
use crate::shell;

/// Reads the list of kiosks; tells every fault in it.
pub fn read(path: &Path) -> Result<Kiosks, CommandError> {
    let text = shell::read_small_file(path, kiosks::FILE_MAX);
    let text = text.map_err(|error| CommandError::Read { path: path.to_owned(), error })?;
    Kiosks::read(&path.display().to_string(), &text).map_err(|faults| {
        faults.iter().for_each(|fault| answer::complain(&fault.to_string()));
        CommandError::Kiosks { path: path.to_owned(), faults: faults.len() }
    })
}
