//! The month file of a kiosk, before it is signed and sealed: all counters of one month, as JSON.
//!
//! It is a pure function of the counters: its members stand in one order, without spaces, so two copies of the same
//! counters give the same bytes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::usage::cell::Table;
use crate::usage::counters::{Count, DAYS_MAX, Month};
use crate::usage::store::Counts;

/// What such a file calls itself.
const WHAT: &str = "kiosk-month";
/// How the names of such files end.
pub const ENDING: &str = "kmonth";
/// The version of its members.
const VERSION: u32 = 1;
/// No name of a counter is longer: two ids of the content and a word.
const NAME_MAX: usize = 200;
const DAYS_A_MONTH: u32 = 31;
/// Of five minutes.
const TICKS_A_DAY: u32 = 288;

/// The counters of a kiosk in a month.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct MonthFile {
    what: String,
    version: u32,
    /// The code of the site, `BIB21004A`.
    pub site: String,
    /// The number of the kiosk at its site.
    pub kiosk: u32,
    /// `YYYY-MM`.
    pub month: String,
    /// Whether these visits were made up by `kiosk simulate`.
    pub simulated: bool,
    /// By table, by counter. Those that stand at 0 are there too: they say what could have been counted.
    pub counts: BTreeMap<String, BTreeMap<String, Counted>>,
}

/// A counter: visits, distinct days (at most five), and days on which the limit of a day was passed.
#[derive(Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Debug)]
pub struct Counted(pub u32, pub u16, pub u16);

impl From<Counted> for Count {
    fn from(Counted(n, days, capped): Counted) -> Count {
        Count { n, days, capped }
    }
}

/// Why a text is no month file.
#[derive(Debug, thiserror::Error)]
pub enum MonthFileError {
    /// It is not JSON of these members.
    #[error("it is not a month file ({0})")]
    Members(#[from] serde_json::Error),
    /// It is of another kind or of a newer version.
    #[error("it is of kind '{what}', version {version}, and this program reads '{WHAT}', version {VERSION}")]
    Kind {
        /// What it calls itself.
        what: String,
        /// The version of its members.
        version: u32,
    },
    /// The month is none.
    #[error("'{0}' is not a month")]
    Month(String),
    /// The site is none.
    #[error("'{0}' is not the code of a site")]
    Site(String),
    /// A counter stands at what no kiosk counts, or has a name that no counter has.
    #[error("it says of the counter '{0}' what no kiosk can count")]
    Counter(String),
    /// Bytes that say the same could be other bytes.
    #[error("its members are not in the order in which kiosks write them")]
    Order,
}

impl MonthFile {
    /// That of a kiosk, from its counters. None where nothing was counted in that month.
    pub fn of(site: &str, kiosk: u32, month: Month, simulated: bool, counts: &Counts) -> Option<MonthFile> {
        let month = month.to_string();
        let mut tables: BTreeMap<String, BTreeMap<String, Counted>> = BTreeMap::new();
        for row in counts.counts.iter().filter(|row| row.month == month) {
            let counted = Counted(row.n, row.days, row.capped);
            tables.entry(row.table.clone()).or_default().insert(row.cell.clone(), counted);
        }
        (!tables.is_empty()).then(|| MonthFile::with(site, kiosk, month, simulated, tables))
    }

    /// That of a kiosk, with these counters by table and name.
    pub fn with(
        site: &str,
        kiosk: u32,
        month: String,
        simulated: bool,
        counts: BTreeMap<String, BTreeMap<String, Counted>>,
    ) -> MonthFile {
        MonthFile { what: WHAT.to_owned(), version: VERSION, site: site.to_owned(), kiosk, month, simulated, counts }
    }

    /// Its bytes: JSON without spaces, with a line feed at the end.
    pub fn bytes(&self) -> Vec<u8> {
        // Maps with keys of text, and numbers, can always be written.
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Reads what [`bytes`](MonthFile::bytes) has written, and nothing else.
    ///
    /// # Errors
    ///
    /// Where the bytes are no month file, or say the same in another way.
    pub fn read(bytes: &[u8]) -> Result<MonthFile, MonthFileError> {
        let file: MonthFile = serde_json::from_slice(bytes)?;
        let MonthFile { what, version, .. } = &file;
        if what != WHAT || *version != VERSION {
            return Err(MonthFileError::Kind { what: short(what), version: *version });
        }
        if !matches!(file.month.parse(), Ok(Month::Of { .. })) {
            return Err(MonthFileError::Month(short(&file.month)));
        }
        let is_sign = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
        if !(1..=32).contains(&file.site.len()) || !file.site.bytes().all(is_sign) {
            return Err(MonthFileError::Site(short(&file.site)));
        }
        for (table, cells) in &file.counts {
            if let Some((cell, _)) = cells.iter().find(|(cell, counted)| !is_possible(table, cell, **counted)) {
                return Err(MonthFileError::Counter(short(&format!("{table} {cell}"))));
            }
        }
        if file.bytes() == bytes { Ok(file) } else { Err(MonthFileError::Order) }
    }

    /// A counter; one that is not there is none.
    pub fn count(&self, table: &str, cell: &str) -> Option<Count> {
        self.counts.get(table)?.get(cell).copied().map(Count::from)
    }

    /// The counters of a table, in the order of their names.
    pub fn table(&self, table: &str) -> impl Iterator<Item = (&str, Count)> {
        let cells = self.counts.get(table).into_iter().flatten();
        cells.map(|(cell, counted)| (cell.as_str(), Count::from(*counted)))
    }
}

/// Whether a kiosk can have counted this: its key lies on a public machine, so what it signs is not believed blindly.
fn is_possible(table: &str, cell: &str, Counted(n, days, capped): Counted) -> bool {
    let is_sign = |byte: u8| match byte {
        // `quit@step`, and `name@version`.
        b'@' => matches!(table, "guide" | "pack"),
        // `75+`, and `2+`.
        b'+' => matches!(table, "age" | "lvl"),
        byte => byte.is_ascii_alphanumeric() || b":._-".contains(&byte),
    };
    let is_name = (1..=NAME_MAX).contains(&cell.len()) && cell.bytes().all(is_sign);
    let most = match Table::ALL.into_iter().find(|known| known.name() == table) {
        Some(Table::Up) => TICKS_A_DAY,
        Some(table) => table.daily_limit().into(),
        // Of a later version: it is in no figure.
        None => u32::MAX / DAYS_A_MONTH,
    };
    is_name && n <= most * DAYS_A_MONTH && days <= DAYS_MAX && u32::from(capped) <= DAYS_A_MONTH
}

/// The beginning of a text that somebody unknown wrote, as a sentence can carry it.
fn short(text: &str) -> String {
    text.chars().take(40).map(|sign| if sign.is_control() { '\u{fffd}' } else { sign }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::usage::store::Row;

    fn counts() -> Counts {
        let row = |month: &str, table: &str, cell: &str, n| Row {
            month: month.to_owned(),
            table: table.to_owned(),
            cell: cell.to_owned(),
            n,
            days: 2,
            capped: 0,
        };
        let counts = vec![
            row("2026-10", "sess", "all", 7),
            row("2026-11", "lang", "fr", 3),
            row("2026-11", "sess", "all", 4),
            row("2026-11", "sess", "engaged", 0),
            row("unsure", "sess", "all", 9),
        ];
        Counts { counts, ..Counts::default() }
    }

    fn november() -> MonthFile {
        let month = Month::Of { year: 2026, month: 11 };
        MonthFile::of("BIB21004A", 1, month, false, &counts()).expect("counted")
    }

    #[test]
    fn a_month_file_is_the_counters_of_that_month_and_is_read_as_it_is_written() {
        let file = november();
        let text = r#"{"what":"kiosk-month","version":1,"site":"BIB21004A","kiosk":1,"month":"2026-11","simulated":false,"counts":{"lang":{"fr":[3,2,0]},"sess":{"all":[4,2,0],"engaged":[0,2,0]}}}"#;
        assert_eq!(String::from_utf8(file.bytes()).expect("text"), format!("{text}\n"));
        assert_eq!(MonthFile::read(&file.bytes()).expect("read"), file);
        assert_eq!(file.count("sess", "all").map(|count| count.n), Some(4));
        assert!(MonthFile::of("BIB21004A", 1, Month::Of { year: 2026, month: 9 }, false, &counts()).is_none());
    }

    #[test]
    fn what_is_not_written_by_a_kiosk_is_refused() {
        let text = String::from_utf8(november().bytes()).expect("text");
        for (from, to) in [
            ("kiosk-month", "other"),
            ("\"version\":1", "\"version\":2"),
            ("2026-11", "2026-13"),
            ("2026-11", "unsure"),
            ("{\"what\"", "{ \"what\""),
            ("\"kiosk\":1", "\"kiosk\":-1"),
            ("[4,2,0]", "[4,2]"),
            ("BIB21004A", "BIB\\u001b[2J"),
            ("[4,2,0]", "[4,6,0]"),
            ("[4,2,0]", "[6201,2,0]"),
            ("[4,2,0]", "[4,2,32]"),
            ("engaged", "enga ged"),
            ("engaged", ""),
            ("}\n", ",\"more\":1}\n"),
        ] {
            assert!(text.contains(from), "{from}");
            assert!(MonthFile::read(text.replacen(from, to, 1).as_bytes()).is_err(), "{from} -> {to}");
        }
    }
}
