//! The secret of a year, with which published counts are rounded: made once, kept by the owner of the data alone.

use std::io;
use std::path::{Path, PathBuf};

use rustix::rand::{GetRandomFlags, getrandom};

use super::text_file::{self, FileError};
use crate::indicators::rounding::Secret;

/// No such file is longer.
const FILE_MAX: u64 = 4096;
/// What the first line begins with; the year follows.
const HEAD: &str = "kiosk-secret";

/// Why a secret cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The file cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// There is a file of that name.
    #[error("'{}' is there already: a secret is never written over, choose another name", .0.display())]
    Exists(PathBuf),
    /// The file is no secret.
    #[error("'{}' is not a secret of a year: make one with `kiosk indicators new-secret`", .0.display())]
    NotASecret(PathBuf),
    /// The secret is that of another year.
    #[error("'{}' is the secret of {of}, and {wanted} is asked for: name the secret of that year", path.display())]
    OtherYear {
        /// The file.
        path: PathBuf,
        /// Its year.
        of: i16,
        /// The year that is published.
        wanted: i16,
    },
}

/// Makes the secret of a year, for its owner alone.
///
/// # Errors
///
/// Where the file is there, or cannot be written.
pub fn make(path: &Path, year: i16) -> Result<(), SecretError> {
    let unwritable = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => SecretError::Exists(path.to_owned()),
        _ => FileError::unwritable(path)(error).into(),
    };
    let mut bytes = [0; 32];
    // Up to 256 bytes come in one piece.
    getrandom(&mut bytes[..], GetRandomFlags::empty()).map_err(|error| unwritable(error.into()))?;
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    text_file::write_new(path, &format!("{HEAD} {year:04}\n{digits}\n"), 0o600).map_err(unwritable)
}

/// Reads the secret of a year.
///
/// # Errors
///
/// Where the file cannot be read, is no secret, or is that of another year.
pub fn read(path: &Path, year: i16) -> Result<Secret, SecretError> {
    let no_secret = || SecretError::NotASecret(path.to_owned());
    let text = match text_file::read(path, FILE_MAX) {
        Err(error) if text_file::is_other(&error) => return Err(no_secret()),
        Err(error) => return Err(FileError::unreadable(path)(error).into()),
        Ok(text) => text,
    };
    let mut lines = text.lines();
    let head = lines.next().and_then(|line| line.strip_prefix(HEAD)).ok_or_else(no_secret)?;
    let of: i16 = head.trim().parse().map_err(|_| no_secret())?;
    if of != year {
        return Err(SecretError::OtherYear { path: path.to_owned(), of, wanted: year });
    }
    let digits = lines.next().filter(|digits| digits.len() == 64 && digits.is_ascii()).ok_or_else(no_secret)?;
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).map_err(|_| no_secret())?;
    }
    Ok(Secret::new(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_made_once_and_serves_its_year_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("2026.secret");
        make(&path, 2026).expect("made");
        let written = std::fs::read(&path).expect("read");
        assert!(matches!(make(&path, 2026), Err(SecretError::Exists(_))));
        assert_eq!(std::fs::read(&path).expect("read"), written);
        read(&path, 2026).expect("the secret of that year");
        assert!(matches!(read(&path, 2027), Err(SecretError::OtherYear { of: 2026, wanted: 2027, .. })));
        let other = folder.path().join("other.secret");
        make(&other, 2026).expect("made");
        assert_ne!(std::fs::read(&other).expect("read"), written, "another one each time");
    }

    #[test]
    fn what_is_no_secret_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("secret");
        for text in ["", "kiosk-secret 2026\n", "kiosk-secret 2026\nabc\n", "words 2026\n", "kiosk-secret x\n"] {
            std::fs::write(&path, text).expect("written");
            assert!(matches!(read(&path, 2026), Err(SecretError::NotASecret(_))), "{text:?}");
        }
        std::fs::write(&path, format!("kiosk-secret 2026\n{}\n", "é".repeat(32))).expect("written");
        assert!(matches!(read(&path, 2026), Err(SecretError::NotASecret(_))));
        assert!(matches!(
            read(&folder.path().join("none"), 2026),
            Err(SecretError::File(FileError::Unreadable { .. }))
        ));
    }
}
