//! Whether the kiosk has run since the machine was started: an empty file in a folder that no start of the machine
//! outlives. Nothing is compared and nothing is kept that could be told from another machine or another day.

use std::fs::{self, DirBuilder, OpenOptions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::PathBuf;

use super::environment;

/// The mark.
const NAME: &str = "has-run";

/// Whether the mark stood there; it does from now on. Where the machine offers no such folder it is as if it stood there.
pub fn leave() -> bool {
    let Some(folder) = folder() else { return true };
    // Where no folder can be made, the file cannot be either.
    let _ = DirBuilder::new().recursive(true).mode(0o700).create(&folder);
    let mark = folder.join(NAME);
    if fs::symlink_metadata(&mark).is_ok() {
        return true;
    }
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(mark).is_err()
}

/// The folder of a service while it runs, else that of a user who is logged in.
fn folder() -> Option<PathBuf> {
    let service = environment::service_folder("RUNTIME_DIRECTORY");
    let user = || environment::value("XDG_RUNTIME_DIR").map(|folder| PathBuf::from(folder).join("inclusion-kiosk"));
    service.or_else(user).filter(|folder| folder.is_absolute())
}
