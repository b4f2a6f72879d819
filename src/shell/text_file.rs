//! Small files of text: nothing that stands in the place of one makes the kiosk wait or takes its memory, and a new one is
//! never written over another.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// A file of at most so many bytes.
pub fn read(path: &Path, most: u64) -> io::Result<String> {
    // Asked before it is opened: to open a pipe would wait for somebody at its other end.
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let mut text = String::with_capacity(about.len().min(most) as usize + 1);
    File::open(path)?.take(most + 1).read_to_string(&mut text)?;
    if text.len() as u64 > most {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("it is longer than {most} bytes")));
    }
    Ok(text)
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
}
