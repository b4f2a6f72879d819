//! One published figure: what it is about, its value, and how it is to be taken.
//!
//! The dimensions and codes are those of the published files (`docs/indicators.md`).

use std::fmt;

use super::formats::written;
use super::period::Period;

/// All of a dimension.
pub const TOTAL: &str = "_T";

/// A table of published figures: a dataflow of SDMX.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Flow {
    /// Visits by site; the region's totals.
    T1,
    /// Visits by language, in the region.
    T2,
    /// Openings and guides by service, in the region.
    T3,
    /// Visits by site and group of languages.
    T4,
    /// Openings by site and group of services.
    T5,
    /// Openings by language and group of services, in the region.
    T6,
    /// Everything else by itself, in the region: `ITEM` holds the code of the cell.
    OneWay,
    /// Shares and rates, from published counts.
    Shares,
    /// What is not about people: exact.
    Exact,
}

impl Flow {
    /// All of them, in their order.
    pub const ALL: [Flow; 9] =
        [Flow::T1, Flow::T2, Flow::T3, Flow::T4, Flow::T5, Flow::T6, Flow::OneWay, Flow::Shares, Flow::Exact];

    /// Its id as a dataflow.
    pub const fn id(self) -> &'static str {
        match self {
            Flow::T1 => "DF_T1",
            Flow::T2 => "DF_T2",
            Flow::T3 => "DF_T3",
            Flow::T4 => "DF_T4",
            Flow::T5 => "DF_T5",
            Flow::T6 => "DF_T6",
            Flow::OneWay => "DF_1W",
            Flow::Shares => "DF_SHARES",
            Flow::Exact => "DF_EXACT",
        }
    }
}

/// What a figure is about. Two observations of one key are one too many.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Key {
    pub flow: Flow,
    pub period: Period,
    /// What is counted: a code of the list of indicators, such as `SESSIONS` or `INC09`.
    pub indicator: &'static str,
    /// The code of a site, or [`TOTAL`].
    pub site: String,
    /// A language, a group of languages, or [`TOTAL`].
    pub lang: String,
    /// A service, a group, or the code of a cell; or [`TOTAL`].
    pub item: String,
}

/// As a reader of a published file finds it.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Key { flow, period, indicator, site, lang, item } = self;
        let item = written(item);
        write!(f, "{} {indicator} {period} SITE={site} LANG={lang} ITEM={item}", flow.id())
    }
}

/// How a value is to be taken: `OBS_STATUS` of SDMX.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Status {
    /// As it is.
    Normal,
    /// The series is another one from here on.
    Break,
    /// Of an instrument that is not yet proven.
    Experimental,
    /// Exists, and is not collected.
    NotCollected,
    /// Cannot exist.
    Impossible,
    /// Withheld.
    Withheld,
    /// Of low reliability.
    Unreliable,
}

impl Status {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Status::Normal => "A",
            Status::Break => "B",
            Status::Experimental => "G",
            Status::NotCollected => "L",
            Status::Impossible => "M",
            Status::Withheld => "Q",
            Status::Unreliable => "U",
        }
    }

    /// Whether it may be known: `CONF_STATUS` of SDMX.
    pub const fn confidentiality(self) -> &'static str {
        match self {
            Status::Withheld => "C",
            _ => "F",
        }
    }
}

/// A value: a whole number, or one with a decimal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Value {
    Whole(u64),
    /// In tenths.
    Tenths(i64),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Whole(value) => write!(f, "{value}"),
            Value::Tenths(tenths) => {
                let sign = if *tenths < 0 { "-" } else { "" };
                write!(f, "{sign}{}.{}", tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10)
            }
        }
    }
}

/// A published figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Observation {
    pub key: Key,
    /// None where it is withheld, not collected or impossible.
    pub value: Option<Value>,
    pub status: Status,
    /// A code of the list of units: `SESSION`, `OPENING`, `PT` (percent), and so on.
    pub unit: &'static str,
}

impl Observation {
    /// Its count; none where it is withheld, or no count.
    pub const fn count(&self) -> Option<u64> {
        match self.value {
            Some(Value::Whole(count)) => Some(count),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_with_a_decimal_point() {
        let written = [Value::Whole(0), Value::Whole(1240), Value::Tenths(333), Value::Tenths(5), Value::Tenths(-12)];
        assert_eq!(written.map(|value| value.to_string()), ["0", "1240", "33.3", "0.5", "-1.2"]);
    }
}
