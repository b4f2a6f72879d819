//! Months that are over: each becomes one sealed file for the coordinator, and is erased when it is old.
//!
//! First the counters of the month are closed, then the file is written beside its place and renamed into it. So a kiosk
//! that is stopped in between writes a file of the same counters the next time; and one that is there is never touched.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::sealing::{self, KeyError, KioskKey};
use super::text_file;
use crate::app::Settings;
use crate::base::Date;
use crate::indicators::month::MonthFile;
use crate::usage::counters::Month;
use crate::usage::store::{Store, StoreError, set_times};

/// The folder of sealed months in the state folder.
const FOLDER: &str = "months";
/// How the name of a sealed month ends.
const ENDING: &str = ".kmonth";
/// What stands behind the name of a file that is being written.
const UNFINISHED: &str = ".new";
/// In the same folder: to whom the newest month was sealed. A seal itself does not say it.
const SEALED_FOR: &str = "coordinator";
/// No recipient is longer, in bytes.
const RECIPIENT_MAX: u64 = 4096;
/// With this every file of age begins.
const HEAD: &[u8] = b"age-encryption.org/v1\n";

/// Why a month is not closed.
#[derive(Debug, thiserror::Error)]
pub enum ClosingError {
    /// Its counters still go up.
    #[error("the month {0} is not over: close it when it is, or name one that is over with --month")]
    NotOver(Month),
    /// There are no counters of it.
    #[error("nothing was counted in the month {0}: name one that `kiosk indicators show` lists")]
    NeverWas(Month),
    /// Visits without a date belong to no month.
    #[error(
        "the month 'unsure' is never closed: its visits have no date, `kiosk indicators show` is all there is of them"
    )]
    Unsure,
    /// The clock may be wrong.
    #[error(
        "the date went ahead by more than a hundred days at once: if it is right, run `kiosk indicators close`, else set the \
         clock and run `kiosk indicators forget-days`"
    )]
    Leapt,
    /// No site is set.
    #[error("the site of this kiosk has no code: set `code` under [site] in kiosk.toml")]
    NoSite,
    /// No coordinator is set.
    #[error(
        "nobody is set to send months to: set `coordinator` under [usage] in kiosk.toml to the line that begins with age1"
    )]
    NoCoordinator,
    /// The kiosk has no key.
    #[error(
        "this kiosk has no key to sign months with: run `kiosk indicators enrol` and give its line to the coordinator"
    )]
    NoKey,
    /// The key cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The counters cannot be read or closed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file or folder cannot be made, read or erased.
    #[error("cannot write '{}' ({error}): check the disk and the rights of the folder", path.display())]
    Files {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// Who sends its months to whom.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MonthSender {
    /// The code of the site in capitals, as it stands in published files; empty where none is set.
    pub site: String,
    /// The number of the kiosk at its site.
    pub kiosk: u16,
    /// The recipient of age to whom months are sealed.
    pub coordinator: Option<String>,
}

impl MonthSender {
    /// As staff have set it.
    pub fn of(settings: &Settings) -> MonthSender {
        MonthSender {
            site: settings.site.code.to_ascii_uppercase(),
            kiosk: settings.number,
            coordinator: settings.coordinator.clone(),
        }
    }

    /// The name of one of its months: `BIB21004A-1-2026-11`.
    fn name(&self, month: Month) -> String {
        format!("{}-{}-{month}", self.site, self.kiosk)
    }
}

/// Closes a month that is over in `current`; returns where its file stands. One that is closed stays as it is, whoever
/// it was sealed for.
///
/// # Errors
///
/// Where the month is not over or never was, something is not set, or the disk refuses.
pub fn close_month(
    store: &mut Store,
    state: &Path,
    sender: &MonthSender,
    month: Month,
    current: Month,
) -> Result<PathBuf, ClosingError> {
    match month {
        Month::Unsure => return Err(ClosingError::Unsure),
        month if month >= current => return Err(ClosingError::NotOver(month)),
        _ => {}
    }
    if let Some(path) = sealed_month(state, month)? {
        store.close(month)?;
        store.settle(current)?;
        return Ok(path);
    }
    if store.month(month)?.counts.is_empty() {
        return Err(ClosingError::NeverWas(month));
    }
    if sender.site.is_empty() {
        return Err(ClosingError::NoSite);
    }
    let coordinator = sender.coordinator.as_deref().ok_or(ClosingError::NoCoordinator)?;
    let key = KioskKey::existing(state)?.ok_or(ClosingError::NoKey)?;
    store.close(month)?;
    store.settle(current)?;
    let counts = store.month(month)?;
    let file = MonthFile::of(&sender.site, sender.kiosk.into(), month, counts.simulated, &counts);
    let file = file.ok_or(ClosingError::NeverWas(month))?;
    let name = sender.name(month);
    let sealed = sealing::seal(&file.bytes(), &key, coordinator, &name)?;
    let folder = make_folder(state)?;
    // Before the month: where the disk refuses that, this names whom it will be sealed for.
    if sealed_for(state)?.as_deref() != Some(coordinator) {
        put(&folder.join(SEALED_FOR), format!("{coordinator}\n").as_bytes(), month)?;
    }
    let path = folder.join(format!("{name}{ENDING}"));
    put(&path, &sealed, month)?;
    Ok(path)
}

/// Closes all months that are over in `current`. A kiosk that was never meant to send any has nothing to close.
///
/// # Errors
///
/// Where a month waits: the first reason.
pub fn close_all(
    store: &mut Store,
    state: &Path,
    sender: &MonthSender,
    current: Month,
) -> Result<Vec<PathBuf>, ClosingError> {
    if sender.coordinator.is_none() && KioskKey::existing(state)?.is_none() {
        return Ok(Vec::new());
    }
    let months = store.months_before(current)?;
    months.into_iter().map(|month| close_month(store, state, sender, month, current)).collect()
}

/// Erases the months that have been over for more than 25 months in `current`: their counters, and their files.
///
/// # Errors
///
/// Where the disk refuses. What is not erased is erased the next time.
pub fn erase_old(store: &mut Store, state: &Path, current: Month) -> Result<(), ClosingError> {
    let oldest = store.erase_old(current)?;
    store.settle(current)?;
    erase_files(state, |month| Some(month) < oldest)
}

/// The files of months that are not over in `current`: they were written while the date was ahead.
///
/// # Errors
///
/// Where the folder cannot be read.
pub fn closed_too_early(state: &Path, current: Month) -> Result<Vec<PathBuf>, ClosingError> {
    Ok(months_in(&state.join(FOLDER))?
        .into_iter()
        .filter(|(_, month)| *month >= current)
        .map(|(path, _)| path)
        .collect())
}

/// Takes back what hangs on the days after `today`: what the counters say of them, see
/// [`forget_days_after`](Store::forget_days_after), and the files of [`closed_too_early`].
///
/// # Errors
///
/// Where the disk refuses. To do it again brings it to its end.
pub fn forget_days_after(
    store: &mut Store,
    state: &Path,
    today: Date,
    ticks: &dyn Fn(Date) -> u32,
) -> Result<(), ClosingError> {
    let current = Month::of(today);
    // A month that is open again and has a file would never get its right one.
    erase_files(state, |month| month >= current)?;
    store.forget_days_after(today, ticks)?;
    Ok(store.settle(current)?)
}

fn erase_files(state: &Path, is_to_go: impl Fn(Month) -> bool) -> Result<(), ClosingError> {
    let folder = state.join(FOLDER);
    let mut is_changed = false;
    for (path, _) in months_in(&folder)?.into_iter().filter(|(_, month)| is_to_go(*month)) {
        fs::remove_file(&path).map_err(fault(&path))?;
        is_changed = true;
    }
    if is_changed { sync(&folder) } else { Ok(()) }
}

/// The recipient of age to whom the month that was closed last is sealed; none where none is sealed.
///
/// # Errors
///
/// Where the file that says it cannot be read.
pub fn sealed_for(state: &Path) -> Result<Option<String>, ClosingError> {
    if newest_sealed(state)?.is_none() {
        return Ok(None);
    }
    let path = state.join(FOLDER).join(SEALED_FOR);
    match text_file::read(&path, RECIPIENT_MAX) {
        Ok(text) => Ok(Some(text.trim().to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        // Whatever else stands there is nobody's name.
        Err(error) if text_file::is_other(&error) => Ok(None),
        Err(error) => Err(fault(&path)(error)),
    }
}

/// The newest month of a state folder that is sealed.
///
/// # Errors
///
/// Where the folder cannot be read.
pub fn newest_sealed(state: &Path) -> Result<Option<(Month, PathBuf)>, ClosingError> {
    let months = months_in(&state.join(FOLDER))?.into_iter().filter(|(path, _)| is_sealed(path));
    Ok(months.map(|(path, month)| (month, path)).max())
}

/// The sealed file of a month, whatever the kiosk was called when it was written.
fn sealed_month(state: &Path, month: Month) -> Result<Option<PathBuf>, ClosingError> {
    let mut months = months_in(&state.join(FOLDER))?.into_iter();
    Ok(months.find(|(path, of)| *of == month && is_sealed(path)).map(|(path, _)| path))
}

/// Files appear whole: one that begins like a file of age is one.
fn is_sealed(path: &Path) -> bool {
    let is_named = path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ENDING));
    let mut head = Vec::new();
    let is_file = fs::symlink_metadata(path).is_ok_and(|about| about.is_file());
    is_named
        && is_file
        && File::open(path).and_then(|file| file.take(HEAD.len() as u64).read_to_end(&mut head)).is_ok()
        && head == HEAD
}

/// The files of months in a folder, finished or not, in the order of their names.
fn months_in(folder: &Path) -> Result<Vec<(PathBuf, Month)>, ClosingError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(fault(folder))?,
    };
    let mut months = Vec::new();
    for entry in entries {
        let path = entry.map_err(fault(folder))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let stem = name.strip_suffix(UNFINISHED).unwrap_or(&name).strip_suffix(ENDING);
        let month = stem.and_then(|stem| stem.get(stem.len().checked_sub("YYYY-MM".len())?..)?.parse().ok());
        months.extend(month.map(|month| (path, month)));
    }
    months.sort();
    Ok(months)
}

fn make_folder(state: &Path) -> Result<PathBuf, ClosingError> {
    let folder = state.join(FOLDER);
    DirBuilder::new().recursive(true).mode(0o700).create(&folder).map_err(fault(&folder))?;
    // The folder itself is on the disk before what stands in it.
    sync(state)?;
    Ok(folder)
}

/// Writes a file beside its place, through to the disk, and renames it.
fn put(path: &Path, bytes: &[u8], month: Month) -> Result<(), ClosingError> {
    let mut aside = path.as_os_str().to_owned();
    aside.push(UNFINISHED);
    let aside = PathBuf::from(aside);
    match fs::remove_file(&aside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(fault(&aside)(error)),
        _ => {}
    }
    let written = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&aside).and_then(|mut file| {
        file.write_all(bytes)?;
        set_times(&aside, month.first_day())?;
        file.sync_all()
    });
    written.map_err(fault(&aside))?;
    fs::rename(&aside, path).map_err(fault(path))?;
    path.parent().map_or(Ok(()), sync)
}

fn sync(folder: &Path) -> Result<(), ClosingError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(fault(folder))
}

fn fault(path: &Path) -> impl FnOnce(io::Error) -> ClosingError {
    let path = path.to_owned();
    move |error| ClosingError::Files { path, error }
}
