//! What an attacker knows beside the published files.

use std::collections::BTreeMap;

use crate::indicators::observation::{Flow, Observation, Status};
use crate::indicators::period::Period;
use crate::indicators::rounding::VOLUNTARY;

/// Why a cell was withheld.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// It is small.
    Count,
    /// It comes from few days, whatever its size.
    Days,
    /// It is not small, and would have told of others.
    Others,
}

/// What is known of the reasons.
#[derive(Clone, PartialEq, Debug)]
pub enum Reasons {
    /// None: a withheld cell can be anything.
    Unknown,
    /// Somebody knows some of them, by the place of the row, and supposes that every other withheld cell is small.
    Supposed(BTreeMap<usize, Reason>),
    /// All of them, by the place of the row. This is the strongest attacker, and one that does not exist as long as the
    /// publisher tells nobody.
    Known(BTreeMap<usize, Reason>),
}

/// How counts are rounded: public.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rules {
    pub base: u32,
    pub threshold: u32,
    pub voluntary_threshold: u32,
    /// Whether the true count was held against the threshold. A publisher must not do so: then a published 10 is at least
    /// 10, and not 6.
    pub is_threshold_on_count: bool,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules { base: 5, threshold: 10, voluntary_threshold: 20, is_threshold_on_count: false }
    }
}

/// What somebody inside knows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Insider {
    /// "One of these visits was mine", for each withheld cell in turn.
    Own,
    /// "The visits to this site were exactly so many."
    Total { site: String, period: Period, visits: u32 },
}

/// The bounds of the true count of a row: none where it says nothing.
pub fn bounds(row: &Observation, at: usize, is_exact: bool, rules: Rules, reasons: &Reasons) -> Option<(f64, f64)> {
    let is_voluntary = VOLUNTARY.contains(&row.key.indicator);
    let threshold = f64::from(if is_voluntary { rules.voluntary_threshold } else { rules.threshold });
    let away = f64::from(rules.base) - 1.0;
    let largest_withheld = if rules.is_threshold_on_count {
        threshold - 1.0
    } else {
        // The largest count that can be rounded down below the threshold.
        threshold - f64::from(rules.base) + away
    };
    let reason = match reasons {
        Reasons::Unknown => None,
        Reasons::Supposed(known) => Some(known.get(&at).copied().unwrap_or(Reason::Count)),
        Reasons::Known(known) => known.get(&at).copied(),
    };
    match (row.status, row.count()) {
        (Status::Withheld, _) => match reason? {
            Reason::Count => Some((0.0, largest_withheld)),
            // Of one that was withheld for the sake of others nobody is told that it is not small: one status stands for all.
            Reason::Days | Reason::Others => None,
        },
        (Status::Impossible, _) => Some((0.0, 0.0)),
        // What did not report is in no total. An indicator that is not collected says nothing of others.
        (Status::NotCollected, _) => matches!(row.key.flow, Flow::T1 | Flow::T4 | Flow::T5).then_some((0.0, 0.0)),
        (status, Some(count)) => {
            #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
            let count = count as f64;
            let away = if is_exact { 0.0 } else { away };
            let low = if rules.is_threshold_on_count { (count - away).max(threshold) } else { (count - away).max(0.0) };
            // The limit of a day was passed: more may have been done than was counted.
            let high = if status == Status::Unreliable { f64::INFINITY } else { count + away };
            Some((low.min(high), high))
        }
        (_, None) => None,
    }
}
