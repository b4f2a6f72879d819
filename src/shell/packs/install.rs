//! Puts a pack in the place of another one: all or nothing.
//!
//! The pack is copied first, and everything that is verified is verified of the copy: what a stick gives on a second
//! reading is of no interest. Until `current` is renamed nothing has changed for residents; after it, everything has.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};

use super::order::{Order, remove, sync};
use super::{Chosen, DAMAGED, PackName, Packs};
use crate::content::Library;
use crate::content::pack::{About, Changes, Pack, PackError, changes};
use crate::shell::signing::{self, SigningError};

/// The copy that is not verified yet.
const INCOMING: &str = "incoming";

/// Why a pack is not put in place. Nothing has changed then.
#[derive(Debug, thiserror::Error)]
pub enum InstallError {
    /// The pack cannot be used.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// The pack is not trusted.
    #[error(transparent)]
    Signing(#[from] SigningError),
    /// It is older than what is there.
    #[error("this is version {brought}, and version {here} is here: only `kiosk pack rollback` goes back")]
    Older {
        /// Its version.
        brought: u64,
        /// The newest version here.
        here: u64,
    },
    /// It has the version of another pack that is there.
    #[error("another pack of version {0} is here: raise `version` in pack.toml and build it anew")]
    SameVersion(u64),
    /// It is the pack that staff can go back to.
    #[error("this pack is here already: `kiosk pack rollback` goes back to it")]
    IsBefore,
    /// It was tried, and a page of it cannot be shown.
    #[error("the pack cannot be shown ({0}): mend its content and build it anew")]
    StartTest(String),
    /// Somebody else does the same.
    #[error("another pack is being put in place at this moment: wait, then try again")]
    Busy,
    /// There is no pack to go back to.
    #[error("there is no other pack to go back to")]
    NothingBefore,
    /// What residents would see is not what was brought.
    #[error("the pack was put in place, but it is not what is read from there: check the disk, then bring it again")]
    NotWhatWasBrought,
    /// A file cannot be made, written or read.
    #[error("cannot use '{}' ({error}): check the disk with `df` and the rights of the folder", path.display())]
    Files {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

fn files(path: &Path) -> impl Fn(io::Error) -> InstallError {
    let path = path.to_owned();
    move |error| InstallError::Files { path: path.clone(), error }
}

/// A pack that residents see from now on.
#[derive(Debug)]
pub struct Installed {
    pub about: About,
    /// The name of the key that signed it.
    pub key: Option<String>,
    /// What differs from the pack before it, where there was one.
    pub changes: Option<Changes>,
    /// Whether it was there already.
    pub is_known: bool,
}

/// Shows every page of a library; says which one cannot be shown.
pub type StartTest<'t> = dyn Fn(&Library) -> Result<(), String> + 't;

impl Packs {
    /// Puts a pack in place that one of the keys in a folder signed.
    pub fn install(&self, brought: &Path, keys: &Path, try_out: &StartTest<'_>) -> Result<Installed, InstallError> {
        let _lock = self.lock()?;
        let copy = self.folder.join(INCOMING);
        let installed = self.install_copy(brought, &copy, keys, try_out);
        match remove(&copy) {
            Err(error) => installed.and(Err(files(&copy)(error))),
            Ok(()) => installed,
        }
    }

    fn install_copy(
        &self,
        brought: &Path,
        copy: &Path,
        keys: &Path,
        try_out: &StartTest<'_>,
    ) -> Result<Installed, InstallError> {
        let signature = signing::read_signature(brought)?;
        self.copy(brought, copy)?;
        let key = signing::verify(copy, &signature, brought, keys)?;
        let pack = Pack::verify(copy).map_err(|error| error.naming(brought))?;
        let name = PackName::of(&pack);
        let about = pack.about().clone();
        // An order that is damaged is as good as none; residents see the installed pack then.
        let order = Order::read(&self.folder).unwrap_or_default();
        let place = self.folder.join(name.to_string());
        let is_again = order.current.as_ref() == Some(&name);
        if is_again && !self.damaged().contains(&name) && Pack::verify(&place).is_ok() {
            return Ok(Installed { about, key: Some(key), changes: None, is_known: true });
        }
        if !is_again {
            self.allow(&order, &name)?;
        }
        let seen = self.choose().0;
        // What changed is told where it can be; the pack is none the worse.
        let changes = seen.as_ref().and_then(|seen| changes(&seen.pack, &pack).ok());
        try_out(&pack.into_library()).map_err(InstallError::StartTest)?;
        fs::rename(copy, &place).map_err(files(&place))?;
        sync(&self.folder).map_err(files(&self.folder))?;
        let previous = self.to_go_back_to(seen, &name, order.previous);
        self.switch(Order { current: Some(name), previous })?;
        Ok(Installed { about, key: Some(key), changes, is_known: false })
    }

    /// What residents saw before a pack: none for the pack of the program. Where they saw a damaged file of that same
    /// pack, what was before it stays, if it can be opened.
    fn to_go_back_to(&self, seen: Option<Chosen>, name: &PackName, previous: Option<PackName>) -> Option<PackName> {
        let opens = |before: &PackName| Pack::open(&self.folder.join(before.to_string())).is_ok();
        match seen?.name? {
            seen if seen == *name => previous.filter(|before| before != name && opens(before)),
            seen => Some(seen),
        }
    }

    /// Goes back to the pack that was there before, or to the one that came with the program.
    pub fn rollback(&self) -> Result<Installed, InstallError> {
        let _lock = self.lock()?;
        let order = Order::read(&self.folder).map_err(|_| InstallError::NothingBefore)?;
        if order.current.is_none() && order.previous.is_none() {
            return Err(InstallError::NothingBefore);
        }
        let target = match &order.previous {
            Some(name) => self.folder.join(name.to_string()),
            None => self.installed_packs().into_iter().next().ok_or(InstallError::NothingBefore)?,
        };
        let about = Pack::verify(&target)?.about().clone();
        self.switch(Order { current: order.previous, previous: order.current })?;
        Ok(Installed { about, key: None, changes: None, is_known: false })
    }

    /// Makes the folder where it is missing; holds it for as long as the lock lives.
    fn lock(&self) -> Result<File, InstallError> {
        // The state folder is for its owner alone; of packs nothing is secret.
        let state = self.folder.parent().unwrap_or(Path::new("."));
        for (folder, mode) in [(state, 0o700), (self.folder.as_path(), 0o755)] {
            if !folder.exists() {
                DirBuilder::new().recursive(true).mode(mode).create(folder).map_err(files(folder))?;
                let above = folder.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
                sync(above).map_err(files(above))?;
            }
        }
        let folder = File::open(&self.folder).map_err(files(&self.folder))?;
        match flock(&folder, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(folder),
            Err(_) => Err(InstallError::Busy),
        }
    }

    /// Copies a pack from a stick, through to the disk. What was left over from another time goes.
    fn copy(&self, brought: &Path, copy: &Path) -> Result<(), InstallError> {
        let unreadable = |error| InstallError::Pack(PackError::Unreadable { path: brought.to_owned(), error });
        if !fs::metadata(brought).map_err(unreadable)?.is_file() {
            return Err(PackError::NotAPack(brought.to_owned()).into());
        }
        remove(copy).map_err(files(copy))?;
        let mut from = File::open(brought).map_err(unreadable)?;
        let length = from.metadata().map_err(unreadable)?.len();
        let mut to = OpenOptions::new().write(true).create_new(true).mode(0o644).open(copy).map_err(files(copy))?;
        // Not more than the file says it has: some never end.
        let copied = io::copy(&mut (&mut from).take(length), &mut to).map_err(|error| match error.raw_os_error() {
            // The stick is gone, or cannot be read.
            Some(code) if code == rustix::io::Errno::IO.raw_os_error() => unreadable(error),
            _ => files(copy)(error),
        })?;
        if copied < length {
            return Err(PackError::NotWhole(brought.to_owned()).into());
        }
        to.sync_all().map_err(files(copy))
    }

    /// Versions only grow. The newest one ever is always the current or the one before it.
    fn allow(&self, order: &Order, name: &PackName) -> Result<(), InstallError> {
        if order.previous.as_ref() == Some(name) {
            return Err(InstallError::IsBefore);
        }
        let mut known: Vec<u64> =
            [&order.current, &order.previous].into_iter().flatten().map(|known| known.version).collect();
        for path in self.installed_packs() {
            if let Ok(pack) = Pack::open(&path) {
                if PackName::of(&pack) == *name {
                    return Err(InstallError::IsBefore);
                }
                known.push(pack.about().version);
            }
        }
        match known.into_iter().max() {
            Some(here) if here == name.version => Err(InstallError::SameVersion(here)),
            Some(here) if here > name.version => Err(InstallError::Older { brought: name.version, here }),
            _ => Ok(()),
        }
    }

    /// Changes what residents see, reads it again, and takes away what is no longer of use.
    fn switch(&self, order: Order) -> Result<(), InstallError> {
        order.write(&self.folder).map_err(|(path, error)| InstallError::Files { path, error })?;
        let note = self.state.join(DAMAGED);
        remove(&note).map_err(files(&note))?;
        if Order::read(&self.folder).as_ref() != Ok(&order) {
            return Err(InstallError::NotWhatWasBrought);
        }
        if let Some(name) = &order.current {
            let read = Pack::verify(&self.folder.join(name.to_string()))?;
            if PackName::of(&read) != *name {
                return Err(InstallError::NotWhatWasBrought);
            }
        }
        // A pack that stays only takes room.
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        for entry in entries {
            let name = entry.file_name().to_str().and_then(|name| name.parse::<PackName>().ok());
            if name.is_some_and(|name| !order.names(&name)) {
                let _ = fs::remove_file(entry.path());
            }
        }
        Ok(())
    }
}
