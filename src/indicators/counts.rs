//! The published counts by code: in which tables they stand, how often, and in which unit.
//!
//! With the ids of the [definitions](super::definitions) they are the closed list of `INDICATOR`.

use super::definitions::{DEFINITIONS, Every};
use super::observation::Flow;

/// A published count.
#[derive(Clone, Copy, Debug)]
pub struct PublishedCount {
    /// Its code as an `INDICATOR`.
    pub code: &'static str,
    /// A code of [`UNITS`].
    pub unit: &'static str,
    /// The tables in which it stands, and how often it comes there.
    pub flows: &'static [(Flow, &'static [Every])],
}

/// The units of `UNIT_MEASURE`.
pub const UNITS: [&str; 15] = [
    "SESSION",
    "OPENING",
    "GUIDE",
    "ANSWER",
    "CHECK",
    "CHOICE",
    "SEARCH",
    "LESSON",
    "PAIR",
    "TICK",
    "SITE",
    "KIOSK",
    "SERVICE",
    "PT",
    "SESSIONS_PER_100H",
];

const MONTH: &[Every] = &[Every::Month];
const QUARTER: &[Every] = &[Every::Quarter];
const YEAR: &[Every] = &[Every::Year];
/// The totals of the region come yearly too.
const ALL: &[Every] = &[Every::Month, Every::Quarter, Every::Year];

/// A count that stands by itself, once a quarter.
const fn one_way(code: &'static str, unit: &'static str) -> PublishedCount {
    PublishedCount { code, unit, flows: &[(Flow::OneWay, QUARTER)] }
}

/// A count that stands by itself, once a month.
const fn monthly(code: &'static str, unit: &'static str) -> PublishedCount {
    PublishedCount { code, unit, flows: &[(Flow::OneWay, MONTH)] }
}

/// What is not about people.
const fn exact(code: &'static str, unit: &'static str) -> PublishedCount {
    PublishedCount { code, unit, flows: &[(Flow::Exact, ALL)] }
}

/// All of them.
pub static COUNTS: [PublishedCount; 41] = [
    PublishedCount {
        code: "SESSIONS",
        unit: "SESSION",
        flows: &[(Flow::T1, ALL), (Flow::T2, MONTH), (Flow::T4, QUARTER)],
    },
    PublishedCount { code: "ENGAGED", unit: "SESSION", flows: &[(Flow::T1, ALL)] },
    PublishedCount { code: "ASSISTED", unit: "SESSION", flows: &[(Flow::T1, QUARTER)] },
    PublishedCount { code: "OTHERLANG", unit: "SESSION", flows: &[(Flow::T1, QUARTER)] },
    PublishedCount {
        code: "OPENED",
        unit: "OPENING",
        flows: &[(Flow::T3, MONTH), (Flow::T5, QUARTER), (Flow::T6, QUARTER)],
    },
    PublishedCount { code: "GUIDE_START", unit: "GUIDE", flows: &[(Flow::T3, MONTH)] },
    PublishedCount { code: "GUIDE_DONE", unit: "GUIDE", flows: &[(Flow::T3, MONTH)] },
    one_way("FIRST", "ANSWER"),
    one_way("AGE", "ANSWER"),
    one_way("HOME_NET", "ANSWER"),
    one_way("LEVELS", "SESSION"),
    one_way("CHECK", "CHECK"),
    one_way("CHECK_B", "CHECK"),
    one_way("CHECK_START_LANG", "CHECK"),
    one_way("CHECK_DONE_LANG", "CHECK"),
    one_way("CHECK_LEVEL", "CHECK"),
    one_way("AREA", "CHECK"),
    one_way("AREA_BASIC", "CHECK"),
    one_way("ESSENTIAL", "OPENING"),
    one_way("POLL", "ANSWER"),
    one_way("DAYPART", "SESSION"),
    one_way("A11Y", "SESSION"),
    one_way("TRAIN_START", "LESSON"),
    one_way("TRAIN_DONE", "LESSON"),
    one_way("USEFUL", "ANSWER"),
    one_way("WRITTEN_DOWN", "GUIDE"),
    one_way("STARTS", "GUIDE"),
    one_way("DONES", "GUIDE"),
    one_way("STEP", "GUIDE"),
    one_way("LATE", "SESSION"),
    monthly("CHANNEL", "CHOICE"),
    monthly("SEARCH", "SEARCH"),
    monthly("STARTS_GROUP", "GUIDE"),
    monthly("ZERO_TOPIC", "CHOICE"),
    PublishedCount { code: "GAIN", unit: "PAIR", flows: &[(Flow::OneWay, YEAR)] },
    exact("UPTICKS", "TICK"),
    exact("SITES_REPORTING", "SITE"),
    exact("SITES_EXPECTED", "SITE"),
    exact("KIOSKS_REPORTING", "KIOSK"),
    exact("KIOSKS_EXPECTED", "KIOSK"),
    exact("ITEMS", "SERVICE"),
];

/// A count by its code.
pub fn count(code: &str) -> Option<&'static PublishedCount> {
    COUNTS.iter().find(|count| count.code == code)
}

/// A unit by its code.
pub fn unit(code: &str) -> Option<&'static str> {
    UNITS.iter().find(|unit| **unit == code).copied()
}

/// The codes of `INDICATOR`: counts, then indicators.
pub fn indicators() -> impl Iterator<Item = &'static str> {
    COUNTS.iter().map(|count| count.code).chain(DEFINITIONS.iter().map(|definition| definition.id))
}

/// A code of `INDICATOR`.
pub fn indicator(code: &str) -> Option<&'static str> {
    indicators().find(|indicator| *indicator == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_said_once_and_have_a_unit() {
        let mut codes: Vec<&str> = indicators().collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), COUNTS.len() + DEFINITIONS.len());
        for PublishedCount { code, unit, flows } in &COUNTS {
            assert!(super::unit(unit).is_some() && !flows.is_empty(), "{code}");
        }
        assert_eq!(indicator("INC25"), Some("INC25"));
        assert_eq!(indicator("inc25"), None);
    }
}
