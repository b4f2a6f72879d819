//! The file around the tables: SQLite's own header in front, our trailer at the end.
//!
//! The trailer is a magic of 16 bytes, then the SHA-256 of everything before that sum. SQLite leaves alone what stands
//! after its last page. [`look`] reads both ends and costs the same for any pack; [`sum`] reads every byte.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::PackError;
use super::record::FORMAT;

const MAGIC: &[u8; 16] = b"\nkiosk-pack-end\n";
const SUM: usize = 32;
const TRAILER: usize = MAGIC.len() + SUM;
/// The header of SQLite, of which its magic, the size and number of pages, and our two numbers are looked at; and the first
/// byte after it, which says what the first page is.
const HEADER: usize = 101;
/// The size of a page.
pub(super) const PAGE: u16 = 4096;
/// A page that leads to no other. The first page lists the tables, and ours fit on it. SQLite reads that list before
/// anything can be compared: one that goes on over pages that lead to each other would keep it busy for years.
const LEAF: u8 = 0x0d;
const SQLITE: &[u8; 16] = b"SQLite format 3\0";

/// `KPCK` in ASCII, where SQLite keeps a place for the program that a file belongs to.
pub(super) const APPLICATION: u32 = 0x4b50_434b;

/// The SHA-256 of a pack.
pub type Sum = [u8; SUM];

fn unreadable(path: &Path) -> impl Fn(io::Error) -> PackError {
    let path = path.to_owned();
    move |error| PackError::Unreadable { path: path.clone(), error }
}

/// Looks at both ends of a pack: it is a file of ours, and as long as it says. Returns the sum that it carries.
pub(super) fn look(path: &Path) -> Result<Sum, PackError> {
    let fault = unreadable(path);
    // A pipe would wait for ever.
    let about = std::fs::metadata(path).map_err(&fault)?;
    if !about.is_file() {
        return Err(PackError::NotAPack(path.to_owned()));
    }
    let file = File::open(path).map_err(&fault)?;
    let length = file.metadata().map_err(&fault)?.len();
    let mut header = [0; HEADER];
    let mut trailer = [0; TRAILER];
    let Some(end) = length.checked_sub(TRAILER as u64).filter(|end| *end >= HEADER as u64) else {
        return Err(PackError::NotAPack(path.to_owned()));
    };
    file.read_exact_at(&mut header, 0).map_err(&fault)?;
    file.read_exact_at(&mut trailer, end).map_err(&fault)?;
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if header[..16] != *SQLITE {
        return Err(PackError::NotAPack(path.to_owned()));
    }
    let (magic, sum) = trailer.split_at(MAGIC.len());
    if magic != MAGIC || end != u64::from(PAGE) * u64::from(number(28)) {
        return Err(PackError::NotWhole(path.to_owned()));
    }
    let page = u16::from_be_bytes([header[16], header[17]]);
    if number(68) != APPLICATION || page != PAGE || header[HEADER - 1] != LEAF {
        return Err(PackError::NotAPack(path.to_owned()));
    }
    if number(60) != FORMAT {
        return Err(PackError::OtherFormat(path.to_owned()));
    }
    Sum::try_from(sum).map_err(|_| PackError::NotWhole(path.to_owned()))
}

/// Reads every byte of a pack: whether they are those that were built.
pub(super) fn sum(path: &Path) -> Result<Sum, PackError> {
    let carried = look(path)?;
    let fault = unreadable(path);
    let mut file = File::open(path).map_err(&fault)?;
    let length = file.metadata().map_err(&fault)?.len();
    let found = sum_of((&mut file).take(length.saturating_sub(SUM as u64))).map_err(&fault)?;
    if found == carried { Ok(carried) } else { Err(PackError::Changed(path.to_owned())) }
}

/// Puts the trailer to the end of the tables.
pub(super) fn seal(file: &mut File) -> io::Result<Sum> {
    file.seek(SeekFrom::End(0))?;
    file.write_all(MAGIC)?;
    file.seek(SeekFrom::Start(0))?;
    let sum = sum_of(&mut *file)?;
    file.write_all(&sum)?;
    file.sync_all()?;
    Ok(sum)
}

fn sum_of(mut from: impl Read) -> io::Result<Sum> {
    let mut sum = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match from.read(&mut buffer)? {
            0 => return Ok(sum.finalize().into()),
            read => sum.update(&buffer[..read]),
        }
    }
}
