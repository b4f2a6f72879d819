//! Small files of text: nothing that stands in the place of one makes the kiosk wait or takes its memory, and a new one is
//! never written over another.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, OFlags, flock};

/// Why a file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It cannot be read.
    #[error("cannot read '{}' ({error}): check the path and its rights", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// It cannot be written.
    #[error("cannot write '{}' ({error}): check the disk and the rights of the folder", path.display())]
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl FileError {
    /// That this file cannot be read.
    pub fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> FileError + use<> {
        let path = path.to_owned();
        move |error| FileError::Unreadable { path, error }
    }

    /// That this file cannot be written.
    pub fn unwritable(path: &Path) -> impl FnOnce(io::Error) -> FileError + use<> {
        let path = path.to_owned();
        move |error| FileError::Unwritable { path, error }
    }
}

/// A text of at most so many bytes.
pub fn read(path: &Path, most: u64) -> io::Result<String> {
    let no_text = |_| io::Error::new(io::ErrorKind::InvalidData, "stream did not contain valid UTF-8");
    String::from_utf8(read_bytes(path, most)?).map_err(no_text)
}

/// A file of at most so many bytes, whatever stands in it.
pub fn read_bytes(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    // Asked before it is opened: to open a pipe would wait for somebody at its other end.
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let mut bytes = Vec::new();
    // The length is asked for twice: a file may grow, and some files of the system are longer than they say.
    if about.len() <= most {
        bytes.reserve_exact(about.len() as usize + 1);
        File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    }
    if about.len().max(bytes.len() as u64) > most {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("it is longer than {most} bytes")));
    }
    Ok(bytes)
}

/// Whether the file is there and holds something else than such a text.
pub fn is_other(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::FileTooLarge)
}

/// Writes a file that is not there yet, through to the disk.
pub fn write_new(path: &Path, text: &str, mode: u32) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(mode).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Puts a whole file in its place, through to the disk, or nothing; what stands there already stays. The name of the unfinished
/// one is always the same, so what a kill leaves of it is used or taken away the next time.
pub fn place(path: &Path, text: &str, mode: u32) -> io::Result<()> {
    let aside = unfinished(path);
    let no_link = OFlags::NOFOLLOW.bits() as i32;
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(false).mode(mode).custom_flags(no_link).open(&aside)?;
    // Another program may be placing the same file: one of them writes, and the other finds it done.
    flock(&file, FlockOperation::LockExclusive)?;
    if fs::symlink_metadata(path).is_err() {
        file.set_len(0)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        match fs::hard_link(&aside, path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
    }
    take_unfinished_away(path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

/// Takes away what a kill has left beside a file that is in its place.
pub fn take_unfinished_away(path: &Path) -> io::Result<()> {
    match fs::remove_file(unfinished(path)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn unfinished(path: &Path) -> PathBuf {
    let mut aside = path.as_os_str().to_owned();
    aside.push(".new");
    PathBuf::from(aside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_small_file_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("text");
        fs::write(&path, "words").expect("written");
        assert_eq!(read(&path, 5).expect("five bytes"), "words");
        assert!(is_other(&read(&path, 4).expect_err("it is longer")));
        fs::write(&path, [0xff]).expect("written");
        assert!(is_other(&read(&path, 5).expect_err("it is no text")));
        read(folder.path(), 5).expect_err("it is a folder");
        read(Path::new("/dev/zero"), 5).expect_err("it never ends");
        read(&folder.path().join("nothing"), 5).expect_err("it is not there");
    }

    #[test]
    fn a_file_is_placed_whole_and_once_whatever_was_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("key");
        fs::write(unfinished(&path), "half of something that was longer").expect("left by a kill");
        place(&path, "whole", 0o600).expect("placed");
        assert_eq!(fs::read_to_string(&path).expect("a file"), "whole");
        fs::hard_link(&path, unfinished(&path)).expect("a kill between the two");
        place(&path, "another", 0o600).expect("it is there");
        assert_eq!(fs::read_to_string(&path).expect("a file"), "whole", "what stands there stays");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left over");
        // Nor is a link followed that somebody put there.
        let other = folder.path().join("other");
        std::os::unix::fs::symlink(&path, unfinished(&other)).expect("a link");
        place(&other, "written", 0o600).expect_err("it is a link");
        assert_eq!(fs::read_to_string(&path).expect("a file"), "whole");
    }

    #[test]
    fn of_many_that_place_a_file_at_once_one_writes_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("key");
        let texts: Vec<String> = (0..8).map(|number| number.to_string().repeat(3000)).collect();
        std::thread::scope(|scope| {
            for text in &texts {
                scope.spawn(|| place(&path, text, 0o600).expect("placed, by whomever"));
            }
        });
        assert!(texts.contains(&fs::read_to_string(&path).expect("a file")), "it is one of them, and whole");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left over");
    }
}
