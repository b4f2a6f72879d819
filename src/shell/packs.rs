//! The packs of a kiosk: which of them residents see.
//!
//! `packs/` in the state folder holds what staff brought: files that are named by version and sum and never change, and
//! `current`, a small text that names the pack in use and the one before it. Only [`install`](Packs::install) and
//! [`rollback`](Packs::rollback) write there, and they change what residents see with one rename of `current`. Where
//! neither pack can be opened, the one that came with the program is used.

mod install;
mod order;

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

pub use self::install::{InstallError, Installed};
use self::order::Order;
pub use self::order::PackName;
use super::text_file;
use crate::content::pack::Pack;

/// Where packs stand that came with the program.
const INSTALLED: &str = "/usr/share/kiosk";
/// The file in the state folder that names the packs of which a page could not be read.
const DAMAGED: &str = "damaged-pack";

/// So many packs are brought at a time: the current one and the one before it.
const DAMAGED_MOST: usize = 2;
/// A name of a pack has below fifty characters.
const NOTE_MAX: u64 = 1000;

/// The folders with the packs of a kiosk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Packs {
    /// Those that staff brought.
    folder: PathBuf,
    /// Those that came with the program.
    installed: PathBuf,
    /// Where the kiosk notes which of them are damaged.
    state: PathBuf,
}

/// The pack that residents see.
pub struct Chosen {
    pub path: PathBuf,
    pub pack: Pack,
    /// Its name among those that staff brought; none of the one that came with the program.
    pub name: Option<PackName>,
}

/// What tells that another pack was put in place (`current` is always a new file), or that a file was changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp(u64, i64, i64);

impl Stamp {
    /// That of a file; one look at it.
    pub fn of(file: &Path) -> Option<Stamp> {
        let about = fs::metadata(file).ok()?;
        Some(Stamp(about.ino(), about.mtime(), about.mtime_nsec()))
    }
}

impl Packs {
    /// The packs of a kiosk with this state folder.
    pub fn of(state: &Path) -> Packs {
        Packs::between(state, Path::new(INSTALLED))
    }

    /// The same, with those that came with the program in another folder.
    pub fn between(state: &Path, installed: &Path) -> Packs {
        Packs { folder: state.join("packs"), installed: installed.to_owned(), state: state.to_owned() }
    }

    /// Changes when another pack is put in place; one look at a file.
    pub fn stamp(&self) -> Option<Stamp> {
        Stamp::of(&self.folder.join(order::FILE_NAME))
    }

    /// Whether there is a pack at all.
    pub fn has_any(&self) -> bool {
        self.stamp().is_some() || !self.installed_packs().is_empty()
    }

    /// Opens the pack that residents see: the current one, else the one before it, else the one that came with the
    /// program. One of which a page could not be read comes last of all. Also says why better ones are not used.
    pub fn choose(&self) -> (Option<Chosen>, Vec<String>) {
        let mut faults = Vec::new();
        let order = Order::read(&self.folder).unwrap_or_else(|fault| {
            faults.push(fault);
            Order::default()
        });
        let damaged = self.damaged();
        let is_damaged =
            |(_, name): &(PathBuf, Option<PackName>)| name.as_ref().is_some_and(|name| damaged.contains(name));
        let brought = |name: Option<PackName>| name.map(|name| (self.folder.join(name.to_string()), Some(name)));
        let installed = self.installed_packs().into_iter().map(|path| (path, None));
        // Where none of those that were brought is in use, staff went back to the one that came with the program.
        let (current, previous) = (brought(order.current), brought(order.previous));
        let all: Vec<_> = match current {
            Some(_) => current.into_iter().chain(previous).chain(installed).collect(),
            None => installed.chain(previous).collect(),
        };
        let (mut last, mut candidates): (Vec<_>, Vec<_>) = all.into_iter().partition(is_damaged);
        for (path, _) in &last {
            faults.push(format!("a page of '{}' could not be read: bring that pack again", path.display()));
        }
        candidates.append(&mut last);
        for (path, name) in candidates {
            match Pack::open(&path) {
                Ok(pack) => return (Some(Chosen { path, pack, name }), faults),
                Err(error) => faults.push(error.to_string()),
            }
        }
        (None, faults)
    }

    /// The packs that came with the program, the newest first as far as their names tell.
    fn installed_packs(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.installed).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "kpack"));
        paths.sort();
        paths.reverse();
        paths
    }

    /// The names of the packs of which a page could not be read.
    fn damaged(&self) -> Vec<PackName> {
        let noted = text_file::read(&self.state.join(DAMAGED), NOTE_MAX).unwrap_or_default();
        noted.lines().filter_map(|line| line.parse().ok()).collect()
    }

    /// Notes that a page of a pack could not be read: from the next choice on, another one is preferred.
    pub fn note_damage(&self, name: &PackName) -> io::Result<()> {
        let mut names = self.damaged();
        names.retain(|known| known != name);
        names.push(name.clone());
        let text: String = names.iter().rev().take(DAMAGED_MOST).map(|name| format!("{name}\n")).collect();
        order::place(&self.state, DAMAGED, &text).map_err(|(_, error)| error)
    }
}
