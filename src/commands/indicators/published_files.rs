//! A folder of published files on the disk.

use std::fs;
use std::io;
use std::path::Path;

use crate::commands::CommandError;
use crate::indicators::formats::folder::{self, Files};

/// No published file is longer, in bytes.
const FILE_MAX: u64 = 100_000_000;

/// The published files of a folder; none where it is not there yet.
pub fn read(folder: &Path) -> Result<Files, CommandError> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |error| CommandError::Read { path, error }
    };
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Files::new()),
        entries => entries.map_err(unreadable(folder))?,
    };
    let mut files = Files::new();
    for entry in entries {
        let path = entry.map_err(unreadable(folder))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let about = fs::metadata(&path).map_err(unreadable(&path))?;
        if about.is_file()
            && about.len() <= FILE_MAX
            && (folder::is_named_like_figures(name) || folder::KEPT.contains(&name))
        {
            files.insert(name.to_owned(), fs::read(&path).map_err(unreadable(&path))?);
        }
    }
    Ok(files)
}

/// Writes files into a folder, each whole or not at all.
pub fn write(folder: &Path, files: &Files) -> Result<(), CommandError> {
    let unwritable = |path: &Path| {
        let path = path.to_owned();
        move |error| CommandError::Write { path, error }
    };
    fs::create_dir_all(folder).map_err(unwritable(folder))?;
    for (name, bytes) in files {
        let path = folder.join(name);
        let part = folder.join(format!(".{name}.part"));
        fs::write(&part, bytes).and_then(|()| fs::rename(&part, &path)).map_err(unwritable(&path))?;
    }
    Ok(())
}
