//! A folder of published files on the disk.

use std::ffi::OsString;
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
    fs::create_dir_all(folder).map_err(|error| CommandError::Write { path: folder.to_owned(), error })?;
    files.iter().try_for_each(|(name, bytes)| write_whole(&folder.join(name), bytes))
}

/// Writes a file whole or not at all. What is no file, such as `/dev/stdout`, is written into and never replaced.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), CommandError> {
    let failed = |error| CommandError::Write { path: path.to_owned(), error };
    if fs::metadata(path).is_ok_and(|about| !about.is_file()) {
        return fs::write(path, bytes).map_err(failed);
    }
    let mut part = OsString::from(".");
    part.push(path.file_name().unwrap_or_default());
    part.push(".part");
    let part = path.with_file_name(part);
    fs::write(&part, bytes).and_then(|()| fs::rename(&part, path)).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_written_into_and_not_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("nowhere");
        std::os::unix::fs::symlink("/dev/null", &path).expect("a link");
        write_whole(&path, b"a page").expect("written");
        assert!(fs::symlink_metadata(&path).expect("the link").is_symlink());
    }
}
