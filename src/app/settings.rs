//! What staff decided, as values. Files and their faults are the shell's.

use crate::base::{Lang, Millis, WeekHours};
use crate::content::model::Localized;

/// The settings that the kiosk runs with.
#[derive(Clone, PartialEq, Debug)]
pub struct Settings {
    pub site: Site,
    /// The number of this kiosk at its place.
    pub number: u16,
    pub keyboard: Keyboard,
    /// Whether Ctrl-Q is refused.
    pub locked: bool,
    /// Time without a key on lists and near the start.
    pub list_limit: Millis,
    /// Time without a key where one reads.
    pub reading_limit: Millis,
    /// Time without a key, wherever it is, while somebody helps the resident.
    pub helping_limit: Millis,
    /// The languages to offer, by their tags; all of them where empty.
    pub offered: Vec<Lang>,
    /// Whether visits are counted at all.
    pub count: bool,
    /// To whom months are sealed, a recipient of age; nobody where not set.
    pub coordinator: Option<String>,
    /// The language that was asked for on the command line, which speaks before one is chosen.
    pub language: Option<Lang>,
}

/// Where the kiosk stands.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Site {
    /// A short code, in capitals wherever it leaves the kiosk.
    pub code: String,
    pub name: Localized<String>,
    /// The id of the commune.
    pub commune: String,
    pub hours: WeekHours,
    /// When somebody is there to help.
    pub staff_hours: WeekHours,
    /// Where the nearest computer with internet stands, as the end of a sentence.
    pub connected_computer: Localized<String>,
}

/// The keyboard in front of the resident.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Keyboard {
    /// Belgian AZERTY.
    #[default]
    Be,
    /// French AZERTY: the keys of 6 and 8 give `-` and `_`.
    Fr,
    Us,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            site: Site::default(),
            number: 1,
            keyboard: Keyboard::default(),
            locked: false,
            list_limit: Millis::from_seconds(60),
            reading_limit: Millis::from_seconds(180),
            helping_limit: Millis::from_seconds(300),
            offered: Vec::new(),
            count: true,
            coordinator: None,
            language: None,
        }
    }
}
