//! Months, quarters and years, as published files name them.

use std::fmt;
use std::str::FromStr;

use crate::usage::counters::Month;

/// A span of whole months.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Period {
    Month {
        year: i16,
        /// From 1.
        month: i8,
    },
    Quarter {
        year: i16,
        /// From 1.
        quarter: i8,
    },
    Year(i16),
}

impl Period {
    /// That of a month; none for the one that is not known.
    pub const fn of(month: Month) -> Option<Period> {
        match month {
            Month::Of { year, month } => Some(Period::Month { year, month }),
            Month::Unsure => None,
        }
    }

    /// Its months, in their order.
    pub fn months(self) -> Vec<Month> {
        let (year, months) = match self {
            Period::Month { year, month } => (year, month..=month),
            Period::Quarter { year, quarter } => (year, quarter * 3 - 2..=quarter * 3),
            Period::Year(year) => (year, 1..=12),
        };
        months.map(|month| Month::Of { year, month }).collect()
    }

    /// The shorter periods that lie in it, months first: what is published before it.
    pub fn inner(self) -> Vec<Period> {
        let months = self.months().into_iter().filter_map(Period::of);
        match self {
            Period::Month { .. } => Vec::new(),
            Period::Quarter { .. } => months.collect(),
            Period::Year(year) => months.chain((1..=4).map(|quarter| Period::Quarter { year, quarter })).collect(),
        }
    }

    /// How often such a period comes, as a code of SDMX: `M`, `Q` or `A`.
    pub const fn frequency(self) -> &'static str {
        match self {
            Period::Month { .. } => "M",
            Period::Quarter { .. } => "Q",
            Period::Year(_) => "A",
        }
    }

    /// The one before it, of the same length.
    #[must_use]
    pub const fn before(self) -> Period {
        match self {
            Period::Month { year, month: 1 } => Period::Month { year: year - 1, month: 12 },
            Period::Month { year, month } => Period::Month { year, month: month - 1 },
            Period::Quarter { year, quarter: 1 } => Period::Quarter { year: year - 1, quarter: 4 },
            Period::Quarter { year, quarter } => Period::Quarter { year, quarter: quarter - 1 },
            Period::Year(year) => Period::Year(year - 1),
        }
    }

    /// Its last month: the year, and the month from 1.
    pub const fn end(self) -> (i16, i8) {
        match self {
            Period::Month { year, month } => (year, month),
            Period::Quarter { year, quarter } => (year, quarter * 3),
            Period::Year(year) => (year, 12),
        }
    }

    /// Its year.
    pub const fn year(self) -> i16 {
        match self {
            Period::Month { year, .. } | Period::Quarter { year, .. } | Period::Year(year) => year,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Period::Quarter { year, quarter } => write!(f, "{year:04}-Q{quarter}"),
            Period::Year(year) => write!(f, "{year:04}"),
        }
    }
}

/// Why a text is not a period.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("write a period as 2026-11 (a month), 2026-Q4 (a quarter) or 2026 (a year)")]
pub struct PeriodError;

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Period, PeriodError> {
        if let Ok(Month::Of { year, month }) = text.parse() {
            return Ok(Period::Month { year, month });
        }
        let year = |text: &str| {
            let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
            is_year.then(|| text.parse().ok()).flatten().ok_or(PeriodError)
        };
        match text.split_once("-Q") {
            None => Ok(Period::Year(year(text)?)),
            Some((before, quarter @ ("1" | "2" | "3" | "4"))) => {
                Ok(Period::Quarter { year: year(before)?, quarter: quarter.parse().map_err(|_| PeriodError)? })
            }
            Some(_) => Err(PeriodError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_as_it_is_written() {
        for text in ["2026-11", "2026-Q1", "2026-Q4", "2026", "0001-01"] {
            assert_eq!(text.parse::<Period>().expect("a period").to_string(), text);
        }
        for text in ["", "26", "2026-13", "2026-Q5", "2026-Q0", "2026-Q", "2026-q1", "unsure", "+026", "2026-11-25"] {
            assert_eq!(text.parse::<Period>(), Err(PeriodError), "{text}");
        }
    }

    #[test]
    fn before_the_first_of_a_year_comes_the_last_of_another() {
        for (period, before, end) in
            [("2026-11", "2026-10", (2026, 11)), ("2026-Q3", "2026-Q2", (2026, 9)), ("2026", "2025", (2026, 12))]
        {
            let period: Period = period.parse().expect("a period");
            assert_eq!((period.before().to_string().as_str(), period.end()), (before, end));
        }
        for (period, before) in [("2026-01", "2025-12"), ("2026-Q1", "2025-Q4")] {
            assert_eq!(period.parse::<Period>().expect("a period").before().to_string(), before);
        }
    }

    #[test]
    fn quarters_and_years_are_whole_months() {
        let months = |text: &str| {
            let period: Period = text.parse().expect("a period");
            period.months().iter().map(Month::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(months("2026-11"), "2026-11");
        assert_eq!(months("2026-Q4"), "2026-10 2026-11 2026-12");
        assert_eq!(months("2026-Q1"), "2026-01 2026-02 2026-03");
        assert_eq!(months("2026").split(' ').count(), 12);
        let inner = |text: &str| text.parse::<Period>().expect("a period").inner().len();
        assert_eq!(["2026-11", "2026-Q4", "2026"].map(inner), [0, 3, 16]);
    }
}
