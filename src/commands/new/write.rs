//! Writes what is new: all of it or nothing, and never over something else.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};

use super::NewText;
use crate::commands::CommandError;

/// Writes a folder that is not there yet.
pub(super) fn folder(content: &Path, folder: &str, texts: &[NewText]) -> Result<(), CommandError> {
    let target = content.join(folder);
    // A hidden name, so that nobody reads a folder that is half written.
    let half = hidden_beside(&target);
    let written = write_folder(content, folder, texts, &half, &target);
    if written.is_err() {
        // Where nothing was made there is nothing to take away.
        let _ = fs::remove_dir_all(&half);
    }
    written.map_err(|error| refused(target, error))
}

fn write_folder(content: &Path, folder: &str, texts: &[NewText], half: &Path, target: &Path) -> io::Result<()> {
    if let Some(above) = target.parent() {
        fs::create_dir_all(above)?;
    }
    fs::create_dir(half)?;
    for NewText { path, text } in texts {
        let name = path.strip_prefix(folder).unwrap_or(path).trim_start_matches('/');
        write_whole(&half.join(name), text)?;
    }
    renameat_with(CWD, half, CWD, target, RenameFlags::NOREPLACE)?;
    File::open(target.parent().unwrap_or(content))?.sync_all()
}

/// Puts the text `after` in the place of `before`, or makes a file where there was none.
pub(super) fn over(content: &Path, path: &str, before: Option<&str>, after: &str) -> Result<(), CommandError> {
    let asked = content.join(path);
    write_over(&asked, before, after).map_err(|error| refused(asked, error))
}

fn write_over(asked: &Path, before: Option<&str>, after: &str) -> io::Result<()> {
    // Whoever keeps the file elsewhere and a link here keeps the link.
    let target = if before.is_some() { asked.canonicalize()? } else { asked.to_path_buf() };
    if let Some(above) = target.parent() {
        fs::create_dir_all(above)?;
    }
    let half = hidden_beside(&target);
    let written = write_whole(&half, after).and_then(|()| match before {
        None => Ok(renameat_with(CWD, &half, CWD, &target, RenameFlags::NOREPLACE)?),
        Some(before) => {
            let now = fs::read_to_string(&target)?;
            if now.strip_prefix('\u{feff}').unwrap_or(&now) != before {
                return Err(io::Error::other("somebody else is changing it"));
            }
            fs::set_permissions(&half, fs::metadata(&target)?.permissions())?;
            fs::rename(&half, &target)
        }
    });
    if written.is_err() {
        let _ = fs::remove_file(&half);
    }
    written
}

fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// A name that the kiosk does not read, in the same folder.
fn hidden_beside(target: &Path) -> PathBuf {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    target.with_file_name(format!(".new-{}-{name}", std::process::id()))
}

fn refused(path: PathBuf, error: io::Error) -> CommandError {
    // Another `AlreadyExists` is that of a file in the place of a folder above.
    if error.kind() == io::ErrorKind::AlreadyExists && fs::symlink_metadata(&path).is_ok() {
        let what = format!("'{}' is there already", path.display());
        return CommandError::Words(format!("{what}: choose another id, nothing was changed"));
    }
    CommandError::Write { path, error }
}
