//! Settings of staff: `kiosk.toml` as installed, and what staff changed on the kiosk itself on top of it.
//!
//! A wrong key or value never keeps residents out: what stood there before, or the usual value, holds, and the fault is
//! told with its place.

mod read;
mod values;

use std::fmt;
use std::io;

use super::places::Places;
use super::{ShellError, text_file};
use crate::app::Settings;
use crate::base::Lang;

pub use read::{KEYS, SettingsKey, read_text};

/// Larger files are no settings.
const FILE_MAX: u64 = 100_000;

/// What is wrong in a file of settings, where, and what to do.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
pub struct SettingsFault {
    /// The file, as staff would type it.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// Always `settings`: in a list with findings about content it says which kind this is.
    pub rule: &'static str,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
}

impl fmt::Display for SettingsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SettingsFault { path, line, column, rule, what, mend } = self;
        write!(f, "{path}:{line}:{column}: {rule}: {what}: {mend}")
    }
}

/// The settings of a kiosk that speaks the languages `known`, and what is wrong in their files.
///
/// A file that does not exist says nothing, unless somebody asked for it by name.
pub fn of(places: &Places, known: &[Lang]) -> Result<(Settings, Vec<SettingsFault>), ShellError> {
    let mut settings = Settings::default();
    let mut faults = Vec::new();
    for (path, is_asked) in [(&places.config, places.is_config_asked), (&places.state_settings(), false)] {
        match text_file::read(path, FILE_MAX) {
            Ok(text) => read_text(&mut settings, &path.display().to_string(), &text, known, &mut faults),
            Err(error) if is_asked => return Err(ShellError::Config { path: path.clone(), error }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => faults.push(SettingsFault {
                path: path.display().to_string(),
                line: 1,
                column: 1,
                rule: "settings",
                what: format!("this file cannot be read ({error})"),
                mend: "check the file and its rights with `ls -l`".to_owned(),
            }),
        }
    }
    Ok((settings, faults))
}
