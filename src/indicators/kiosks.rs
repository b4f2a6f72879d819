//! `kiosks.toml`: the coordinator's list of sites and kiosks, whose months are collected, and when they are expected.
//!
//! A month that is taken for another kiosk's would stay in the figures for ever, so the reader is strict: one fault, and the
//! list is not used.

mod read;

use crate::base::{Form, FormKey, Kind};
use crate::usage::counters::Month;

pub use self::read::KiosksFault;

/// Large enough for some ten thousand kiosks, in bytes.
pub const FILE_MAX: u64 = 4_000_000;

const MONTH: Kind = Kind::Like("^[0-9]{4}-(0[1-9]|1[0-2])$", "2026-11");

/// The keys of the file.
pub const FORM: Form = Form::of(&[
    FormKey::free("simulated", Kind::Flag, "whether `kiosk simulate` made these kiosks up"),
    FormKey::needed("site", Kind::Tables(&SITE), "a place with kiosks"),
    FormKey::free("break", Kind::Tables(&BREAK), "another series of figures begins: it is flagged B"),
]);

const BREAK: Form = Form::of(&[
    FormKey::needed("month", MONTH, "the first month of the new series"),
    FormKey::needed("indicator", Kind::Like("^[A-Z0-9_]+$", "CHECK_LEVEL"), "the code of a published count"),
    FormKey::needed("why", Kind::Text, "what changed, for those who come later"),
]);

const SITE: Form = Form::of(&[
    FormKey::needed(
        "code",
        Kind::Like("^[A-Z0-9-]{1,32}$", "BIB21004A"),
        "its code in published files, never used again",
    ),
    FormKey::needed("name", Kind::Text, "what people call it"),
    FormKey::needed("commune", Kind::Text, "the commune that it stands in"),
    FormKey::needed("kiosk", Kind::Tables(&KIOSK), "one of its kiosks, as the line says that enrols it"),
]);

const KIOSK: Form = Form::of(&[
    FormKey::needed("number", Kind::Integer(1, 9999), "its number at its site"),
    FormKey::needed("key", Kind::Like("^RW[A-Za-z0-9+/]{54}$", "RWQ…"), "its public key, of minisign"),
    FormKey::needed("from", MONTH, "the first month that is expected of it"),
    FormKey::free("to", MONTH, "the last one, where it is gone"),
]);

/// All kiosks of a coordinator.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Kiosks {
    /// Whether they were made up by `kiosk simulate`.
    pub is_simulated: bool,
    /// In the order of the file.
    pub sites: Vec<Site>,
    /// Where series of figures begin anew.
    pub breaks: Vec<Break>,
}

/// A month from which on a count is another one: it was counted otherwise before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Break {
    pub month: Month,
    /// The code of the count.
    pub indicator: String,
}

/// A place with kiosks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Site {
    /// Such as `BIB21004A`.
    pub code: String,
    pub name: String,
    pub commune: String,
    pub kiosks: Vec<Kiosk>,
}

/// A kiosk of a site.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kiosk {
    pub number: u32,
    /// Its public key: `RW…`.
    pub key: String,
    /// The line of the file in which its key stands, from 1: nobody but a signature finds a slip in it.
    pub key_line: usize,
    /// The first month that is expected.
    pub from: Month,
    /// The last one; none where the kiosk is still there.
    pub to: Option<Month>,
}

impl Kiosk {
    /// Whether a month of it is expected.
    pub fn is_expected(&self, month: Month) -> bool {
        self.from <= month && self.to.is_none_or(|last| month <= last)
    }
}

impl Kiosks {
    /// Reads the text of a file. `path` is what faults speak of.
    ///
    /// # Errors
    ///
    /// Every fault, in the order of the file.
    pub fn read(path: &str, text: &str) -> Result<Kiosks, Vec<KiosksFault>> {
        read::read(path, text)
    }

    /// A kiosk by its site and number.
    pub fn kiosk(&self, site: &str, number: u32) -> Option<&Kiosk> {
        let site = self.sites.iter().find(|known| known.code == site)?;
        site.kiosks.iter().find(|kiosk| kiosk.number == number)
    }

    /// The counts of which a new series begins in one of these months.
    pub fn breaks_in<'k>(&'k self, months: &'k [Month]) -> impl Iterator<Item = &'k str> {
        let begins = |new: &&Break| months.contains(&new.month);
        self.breaks.iter().filter(begins).map(|new| new.indicator.as_str())
    }

    /// The kiosks of which a month is expected, each with its site.
    pub fn expected(&self, month: Month) -> impl Iterator<Item = (&Site, &Kiosk)> {
        let all = self.sites.iter().flat_map(|site| site.kiosks.iter().map(move |kiosk| (site, kiosk)));
        all.filter(move |(_, kiosk)| kiosk.is_expected(month))
    }
}
