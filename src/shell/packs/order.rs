//! `current`: which pack is in use, and which one was before it.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::content::pack::Pack;
use crate::shell::text_file;

/// The file that names the packs, in the folder of packs.
pub const FILE_NAME: &str = "current";
/// It has two lines.
const FILE_MAX: u64 = 1000;

/// The name of a pack in the folder: its version, and the beginning of its sum. Nothing else is a name, so nothing leads
/// out of the folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PackName {
    pub version: u64,
    /// Sixteen hexadecimal digits.
    sum: String,
}

impl PackName {
    /// The name for a pack.
    pub fn of(pack: &Pack) -> PackName {
        let sum = pack.sum().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        PackName { version: pack.about().version, sum }
    }
}

impl fmt::Display for PackName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}.kpack", self.version, self.sum)
    }
}

impl FromStr for PackName {
    type Err = ();

    fn from_str(text: &str) -> Result<PackName, ()> {
        let (version, sum) = text.strip_suffix(".kpack").and_then(|name| name.split_once('-')).ok_or(())?;
        let name = PackName { version: version.parse().map_err(drop)?, sum: sum.to_owned() };
        let is_sum = sum.len() == 16 && sum.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        // What is written in another way, such as `007`, is another name.
        if is_sum && name.to_string() == text { Ok(name) } else { Err(()) }
    }
}

/// Which packs of a folder are in use.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Order {
    /// The pack that residents see; none: the one that came with the program.
    pub current: Option<PackName>,
    /// The pack that was before it, to go back to.
    pub previous: Option<PackName>,
}

impl Order {
    /// Reads the order of a folder; nothing was brought where there is none.
    pub fn read(folder: &Path) -> Result<Order, String> {
        let path = folder.join(FILE_NAME);
        let damaged = || format!("'{}' is damaged: bring the pack again", path.display());
        let text = match text_file::read(&path, FILE_MAX) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Order::default()),
            Err(error) if text_file::is_other(&error) => return Err(damaged()),
            Err(error) => return Err(format!("cannot read '{}' ({error}): bring the pack again", path.display())),
        };
        let mut order = Order::default();
        for line in text.lines() {
            let (word, name) = line.split_once(' ').ok_or_else(damaged)?;
            let name = Some(name.parse().map_err(|()| damaged())?);
            match word {
                "current" => order.current = name,
                "previous" => order.previous = name,
                _ => return Err(damaged()),
            }
        }
        Ok(order)
    }

    /// Puts the order in place: with one rename, and forced to the disk before and after.
    pub fn write(&self, folder: &Path) -> Result<(), (PathBuf, io::Error)> {
        let line = |word, name: &Option<PackName>| name.as_ref().map(|name| format!("{word} {name}\n"));
        let lines = [line("current", &self.current), line("previous", &self.previous)];
        let text: String = lines.into_iter().flatten().collect();
        place(folder, FILE_NAME, &text)
    }

    /// Whether a file of the folder is one of the packs.
    pub fn names(&self, name: &PackName) -> bool {
        [&self.current, &self.previous].into_iter().flatten().any(|known| known == name)
    }
}

/// Puts a small text in the place of another one: with one rename, and forced to the disk before and after.
pub fn place(folder: &Path, name: &str, text: &str) -> Result<(), (PathBuf, io::Error)> {
    let (new, path) = (folder.join(format!("{name}.new")), folder.join(name));
    let written = remove(&new).and_then(|()| {
        // Always a new file: whatever stands there is not written to.
        let mut file = File::create_new(&new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|error| (new.clone(), error))?;
    fs::rename(&new, &path).map_err(|error| (path, error))?;
    sync(folder).map_err(|error| (folder.to_owned(), error))
}

/// Removes a file, if it is there.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Forces the names in a folder to the disk.
pub fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_version_and_a_sum_are_a_name() {
        let good = "12-0123456789abcdef.kpack";
        assert_eq!(good.parse::<PackName>().map(|name| name.to_string()), Ok(good.to_owned()));
        for wrong in [
            "",
            "12.kpack",
            "../12-0123456789abcdef.kpack",
            "12-../../../etc/pass.kpack",
            "12-0123456789ABCDEF.kpack",
            "12-0123456789abcdef",
            "012-0123456789abcdef.kpack",
            "+12-0123456789abcdef.kpack",
            "99999999999999999999-0123456789abcdef.kpack",
            "12-0123456789abcdef.kpack\n",
        ] {
            assert_eq!(wrong.parse::<PackName>(), Err(()), "{wrong:?}");
        }
    }

    #[test]
    fn an_order_that_is_damaged_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(Order::read(folder.path()), Ok(Order::default()));
        for wrong in ["current", "current /etc/passwd", "next 12-0123456789abcdef.kpack", "current ../x.kpack", "\0"] {
            fs::write(folder.path().join(FILE_NAME), wrong).expect("written");
            let fault = Order::read(folder.path()).expect_err("it is damaged on purpose");
            assert!(fault.contains("is damaged"), "{fault}");
        }
        let order = Order { current: "2-0123456789abcdef.kpack".parse().ok(), previous: None };
        order.write(folder.path()).expect("written");
        assert_eq!(Order::read(folder.path()), Ok(order));
    }
}
