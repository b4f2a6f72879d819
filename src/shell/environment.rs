//! What the environment of the process says.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// The value of a variable; an empty one is none.
pub fn value(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// The folder that systemd made for the service, by the name of its variable.
pub fn service_folder(name: &str) -> Option<PathBuf> {
    // systemd separates several folders by colons; the kiosk has one.
    value(name).and_then(|list| env::split_paths(&list).next())
}
