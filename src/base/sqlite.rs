//! How a file is named to SQLite.

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// The address of a file for SQLite, to be read only; of one that nobody else has open, without locks and without
/// anything made beside it.
pub fn sqlite_address(path: &Path, is_alone: bool) -> String {
    let mut address = String::from("file:");
    for byte in path.as_os_str().as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'_' | b'-' => address.push(char::from(*byte)),
            byte => address.push_str(&format!("%{byte:02x}")),
        }
    }
    address + if is_alone { "?mode=ro&immutable=1" } else { "?mode=ro" }
}
