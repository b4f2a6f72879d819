//! The rules of counting: when a counter goes up, and what may be concluded from a date.

use std::fmt;

use super::cell::{DayPart, Table};
use crate::base::{Date, Today};

/// Distinct days are counted up to this number: more of them tell nothing that is published.
pub const DAYS_MAX: u16 = 5;
/// How many days keep a total of their visits.
pub const DAY_TOTALS: i64 = 35;
/// So many months after its own a month is still kept: it is erased when it has been over for 25 months.
pub const MONTHS_KEPT: i32 = 25;

/// When a visit ended, as far as it is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moment {
    /// The machine's date is credible.
    Known(Date, DayPart),
    /// It is not: the visit goes to the month `unsure`, which is shown to staff and never published.
    Unsure,
}

impl Moment {
    /// A moment of the machine's clock, as far as its date is believed.
    pub fn of(today: Today, hour: i8) -> Moment {
        match today {
            Today::Sure(date) => {
                let is_weekend = date.weekday().to_monday_zero_offset() >= 5;
                Moment::Known(date, DayPart { is_weekend, hour })
            }
            Today::Unsure => Moment::Unsure,
        }
    }

    /// The day, where it is known.
    pub fn day(self) -> Option<Date> {
        match self {
            Moment::Known(date, _) => Some(date),
            Moment::Unsure => None,
        }
    }

    /// The month that it counts in.
    pub fn month(self) -> Month {
        match self {
            Moment::Known(date, _) => Month::of(date),
            Moment::Unsure => Month::Unsure,
        }
    }
}

/// A month of counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Month {
    Of {
        year: i16,
        /// From 1.
        month: i8,
    },
    /// Visits at a time when the date was not credible.
    Unsure,
}

impl Month {
    /// That in which a day lies.
    pub fn of(day: Date) -> Month {
        Month::Of { year: day.year(), month: day.month() }
    }

    /// The one so many months later, or earlier; none for the one that is not known, and at the ends of time.
    pub fn later(self, months: i32) -> Option<Month> {
        let day = self.first_day()?.checked_add(jiff::Span::new().try_months(months).ok()?).ok()?;
        Some(Month::of(day))
    }

    /// Its first day; none for the one that is not known.
    pub fn first_day(self) -> Option<Date> {
        match self {
            Month::Of { year, month } => Date::new(year, month, 1).ok(),
            Month::Unsure => None,
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Month::Of { year, month } => write!(f, "{year:04}-{month:02}"),
            Month::Unsure => f.write_str("unsure"),
        }
    }
}

/// Why a text is not a month.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("write a month as YYYY-MM, such as 2026-11, or 'unsure'")]
pub struct MonthError;

impl std::str::FromStr for Month {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Month, MonthError> {
        if text == "unsure" {
            return Ok(Month::Unsure);
        }
        let month = |text: &str| {
            let (year, month) = text.split_once('-')?;
            let is_shaped =
                year.len() == 4 && month.len() == 2 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
            let date = is_shaped.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok())??;
            Some(Month::Of { year: date.year(), month: date.month() })
        };
        month(text).ok_or(MonthError)
    }
}

/// A counter in a month.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Count {
    /// Visits.
    pub n: u32,
    /// The distinct days on which it went up, at most [`DAYS_MAX`].
    pub days: u16,
    /// The days on which it would have gone up further, had the limit of a day not stopped it.
    pub capped: u16,
}

/// Counts one visit. `today` is how often the counter went up on this day already, and one more where the limit has
/// stopped it; without a credible date there is none, and so neither days nor a limit.
pub fn raise(table: Table, count: Count, today: Option<u16>) -> (Count, Option<u16>) {
    let Count { n, days, capped } = count;
    let up = n.saturating_add(1);
    let Some(today) = today else { return (Count { n: up, ..count }, None) };
    let limit = table.daily_limit();
    match today {
        0 => (Count { n: up, days: days.saturating_add(1).min(DAYS_MAX), capped }, Some(1)),
        today if today < limit => (Count { n: up, days, capped }, Some(today + 1)),
        today if today == limit => (Count { n, days, capped: capped.saturating_add(1) }, Some(limit + 1)),
        today => (count, Some(today)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_counter_stops_at_its_limit_and_says_so_once_a_day() {
        let limits = [(Table::Visits, 200), (Table::Lang, 200), (Table::Daypart, 200), (Table::Pack, 200)];
        let others = [(Table::Guide, 50), (Table::FirstTime, 50), (Table::LangGroup, 2000)];
        for (table, limit) in limits.into_iter().chain(others) {
            let mut state = (Count::default(), Some(0));
            for _ in 0..limit {
                state = raise(table, state.0, state.1);
            }
            assert_eq!(state.0, Count { n: limit, days: 1, capped: 0 });
            for _ in 0..3 {
                state = raise(table, state.0, state.1);
            }
            assert_eq!(state.0, Count { n: limit, days: 1, capped: 1 });
            // The next day it goes on.
            state = raise(table, state.0, Some(0));
            assert_eq!(state, (Count { n: limit + 1, days: 2, capped: 1 }, Some(1)));
        }
    }

    #[test]
    fn more_than_five_days_are_five() {
        let mut count = Count::default();
        for _ in 0..9 {
            count = raise(Table::Useful, count, Some(0)).0;
        }
        assert_eq!(count, Count { n: 9, days: 5, capped: 0 });
    }

    #[test]
    fn without_a_credible_date_there_are_no_days_and_no_limit() {
        let mut count = Count::default();
        for _ in 0..300 {
            let (next, today) = raise(Table::Guide, count, None);
            assert_eq!(today, None);
            count = next;
        }
        assert_eq!(count, Count { n: 300, days: 0, capped: 0 });
    }

    #[test]
    fn a_month_is_read_as_it_is_written() {
        for text in ["2026-11", "0001-01", "9999-12", "unsure"] {
            assert_eq!(text.parse::<Month>().expect("a month").to_string(), text);
        }
        for text in ["", "2026", "2026-13", "2026-1", "26-11", "2026-11-25", "-026-11", "+026-11", "2026-00", "Unsure"]
        {
            assert_eq!(text.parse::<Month>(), Err(MonthError), "{text}");
        }
    }

    #[test]
    fn months_are_counted_over_the_ends_of_years() {
        let later = |month: &str, by| Some(month.parse::<Month>().ok()?.later(by)?.to_string());
        assert_eq!(later("2026-11", 1).as_deref(), Some("2026-12"));
        assert_eq!(later("2026-12", 1).as_deref(), Some("2027-01"));
        assert_eq!(later("2026-11", -MONTHS_KEPT).as_deref(), Some("2024-10"));
        assert_eq!((later("unsure", 1), later("9999-12", 1)), (None, None));
    }

    #[test]
    fn a_moment_is_a_month_and_a_part_of_the_week() {
        let part = |day, hour| match Moment::of(Today::Sure(Date::constant(2026, 11, day)), hour) {
            Moment::Known(_, part) => part.cell().name.into_owned(),
            Moment::Unsure => panic!("the date is sure"),
        };
        assert_eq!(part(25, 11), "weekday-morning");
        assert_eq!(part(25, 12), "weekday-afternoon");
        assert_eq!(part(27, 17), "weekday-evening");
        assert_eq!(part(28, 0), "weekend-morning");
        assert_eq!(part(29, 23), "weekend-evening");
        assert_eq!(part(30, 16), "weekday-afternoon");
        assert_eq!(Moment::of(Today::Unsure, 12).month(), Month::Unsure);
    }
}
