//! Moments and days. The clock itself stands in `shell/clock`.

use std::ops::Add;

/// A day of the calendar, without an hour or a zone.
pub use jiff::civil::Date;
/// A day and a time on the clocks of Brussels.
pub use jiff::civil::DateTime;

/// Milliseconds since the machine started (sleep counts). Differences only: never a date.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Debug)]
pub struct Millis(pub u64);

impl Millis {
    /// A length of time in whole seconds.
    pub const fn from_seconds(seconds: u64) -> Self {
        Millis(seconds.saturating_mul(1000))
    }

    /// How long after `earlier` this moment is; nothing when it is not after it.
    pub fn since(self, earlier: Millis) -> Millis {
        Millis(self.0.saturating_sub(earlier.0))
    }
}

impl Add for Millis {
    type Output = Millis;

    fn add(self, other: Millis) -> Millis {
        Millis(self.0.saturating_add(other.0))
    }
}

/// For so many days a kiosk may have stood unused, or a program have waited to be installed: two years.
const UNUSED_MAX: i64 = 731;

/// What the kiosk may believe about today's date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Today {
    /// The machine's date is credible.
    Sure(Date),
    /// The machine's clock is wrong or was never set: nothing may be concluded from the date.
    Unsure,
}

impl Today {
    /// Believes the machine's date unless it lies before the newest day that is known to be past, or so far behind it
    /// that a wrong clock is likelier than a kiosk that nobody used for so long. `known` are days that are past.
    pub fn believe(claimed: Date, known: impl IntoIterator<Item = Date>) -> Today {
        let Some(newest) = known.into_iter().max() else { return Today::Sure(claimed) };
        let latest = newest.saturating_add(jiff::Span::new().days(UNUSED_MAX));
        if (newest..=latest).contains(&claimed) { Today::Sure(claimed) } else { Today::Unsure }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_believed_from_the_newest_known_day_on_and_for_two_years() {
        let date = |text: &str| -> Date { text.parse().expect("a date") };
        let known = [date("2026-11-25"), date("2026-03-01")];
        let believed = |claimed| Today::believe(date(claimed), known) == Today::Sure(date(claimed));
        for claimed in ["2026-11-25", "2026-11-26", "2027-12-31", "2028-11-25"] {
            assert!(believed(claimed), "{claimed}");
        }
        for claimed in ["1970-01-01", "2026-11-24", "2028-11-26", "2036-11-25", "9999-12-31"] {
            assert!(!believed(claimed), "{claimed}");
        }
        assert_eq!(Today::believe(date("1970-01-01"), []), Today::Sure(date("1970-01-01")));
    }
}
