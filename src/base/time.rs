//! Moments and days. The clock itself stands in `shell/clock`.

use std::ops::Add;

/// A day of the calendar, without an hour or a zone.
pub use jiff::civil::Date;

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

/// What the kiosk may believe about today's date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Today {
    /// The machine's date is credible.
    Sure(Date),
    /// The machine's clock is wrong or was never set: nothing may be concluded from the date.
    Unsure,
}

impl Today {
    /// Believes the machine's date unless it lies before `floor`, the newest day that is known to be past.
    pub fn believe(claimed: Date, floor: Option<Date>) -> Today {
        match floor {
            Some(floor) if claimed < floor => Today::Unsure,
            _ => Today::Sure(claimed),
        }
    }
}
