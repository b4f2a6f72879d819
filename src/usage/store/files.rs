//! The files of the counters: folder, names, rights, times.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use rustix::fs::{AtFlags, CWD, Timespec, Timestamps, utimensat};

use super::StoreError;
use crate::base::Date;

/// What SQLite keeps beside a file, and the file itself: a log that is left alone would be thrown away by SQLite.
const ENDINGS: [&str; 3] = ["-wal", "-shm", ""];

fn fault(path: &Path) -> impl FnOnce(io::Error) -> StoreError {
    let path = path.to_owned();
    move |error| StoreError::Files { path, error }
}

/// Makes the folder, for its owner alone, where there is none.
pub fn make_folder(folder: &Path) -> Result<(), StoreError> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(fault(folder))
}

/// Makes an empty file, for its owner alone, where there is none. What stands there may be a pipe, say, and to open that
/// would wait for ever.
pub fn make_file(path: &Path) -> Result<(), StoreError> {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => Ok(()),
        Ok(_) => Err(fault(path)(io::Error::other("it is not a file"))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            // Another kiosk may make it at this moment.
            OpenOptions::new().append(true).create(true).mode(0o600).open(path).map(drop).map_err(fault(path))
        }
        Err(error) => Err(fault(path)(error)),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Gives a damaged file, and what belongs to it, a name that is free: `usage.db.damaged-1`. Nothing is deleted.
pub fn set_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let is_free = |aside: &PathBuf| ENDINGS.iter().all(|ending| !beside(aside, ending).exists());
    let mut names = (1..u32::MAX).map(|number| beside(path, &format!(".damaged-{number}")));
    let Some(aside) = names.find(is_free) else {
        return Err(fault(path)(io::Error::other("every name for a damaged file is taken")));
    };
    for ending in ENDINGS {
        match fs::rename(beside(path, ending), beside(&aside, ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(fault(path)(error)),
            _ => {}
        }
    }
    Ok(aside)
}

/// Sets the times of a file to the beginning of a day; to that of 1970 where no day is known. They tell the month then, and
/// not when the kiosk ran.
///
/// By name: to open and close a file of SQLite would give up the locks that it holds on it in this process, and another
/// kiosk on the same folder would then cut the shared file under it.
pub fn set_times(path: &Path, day: Option<Date>) -> io::Result<()> {
    let start = day.and_then(|day| TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok());
    let time = Timespec { tv_sec: start.map_or(0, |start| start.as_second()), tv_nsec: 0 };
    Ok(utimensat(CWD, path, &Timestamps { last_access: time, last_modification: time }, AtFlags::empty())?)
}

/// Sets the times of the counters, and of what SQLite keeps beside them.
pub fn settle_times(path: &Path, day: Option<Date>) -> Result<(), StoreError> {
    for ending in ENDINGS {
        let path = beside(path, ending);
        match set_times(&path, day) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(fault(&path)(error)),
            _ => {}
        }
    }
    Ok(())
}

/// Whether a write-ahead log stands beside a file: a kiosk has it open, or was killed.
pub fn has_log(path: &Path) -> bool {
    beside(path, "-wal").exists()
}

/// Whether the write-ahead log of a file holds anything.
pub fn is_log_written(path: &Path) -> bool {
    fs::metadata(beside(path, "-wal")).is_ok_and(|about| about.len() > 0)
}
