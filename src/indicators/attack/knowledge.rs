//! What an attacker knows beside the published files.

use std::collections::{BTreeMap, BTreeSet};

use crate::indicators::observation::{Flow, Observation, Status, TOTAL};
use crate::indicators::period::Period;
use crate::indicators::rounding;

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
    pub base: u64,
    pub threshold: u64,
    pub voluntary_threshold: u64,
    /// Whether the true count was held against the threshold. A publisher must not do so: then a published 10 is at least
    /// 10, and not 6.
    pub is_threshold_on_count: bool,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            base: rounding::BASE,
            threshold: rounding::THRESHOLD,
            voluntary_threshold: rounding::VOLUNTARY_THRESHOLD,
            is_threshold_on_count: false,
        }
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

/// Why nobody can know what an insider is said to know.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum InsiderError {
    /// Nothing is published of the site.
    #[error("there is no site '{0}' among the published figures: name one of {1}")]
    Site(String, String),
    /// Nothing is published of the visits to this site in this period.
    #[error("the visits to {0} in {1} are not among the published figures: name one of {2}")]
    Period(String, Period, String),
    /// A network of one site, whose figures are those of the region.
    #[error("no site is told apart in the published figures: say nothing of one")]
    NoSites,
}

impl Insider {
    /// Whether what they know can be known of what is published.
    ///
    /// # Errors
    ///
    /// Where the site or the period is none of those that are published.
    pub fn check(&self, rows: &[Observation]) -> Result<(), InsiderError> {
        let Insider::Total { site, period, .. } = self else { return Ok(()) };
        let visits = rows
            .iter()
            .map(|row| &row.key)
            .filter(|key| key.flow == Flow::T1 && key.indicator == "SESSIONS" && key.site != TOTAL);
        let of_site: BTreeSet<Period> = visits.clone().filter(|key| key.site == *site).map(|key| key.period).collect();
        if of_site.contains(period) {
            return Ok(());
        }
        if !of_site.is_empty() {
            return Err(InsiderError::Period(site.clone(), *period, listed(&of_site)));
        }
        let sites: BTreeSet<&String> = visits.map(|key| &key.site).collect();
        if sites.is_empty() {
            Err(InsiderError::NoSites)
        } else {
            Err(InsiderError::Site(site.clone(), listed(&sites)))
        }
    }
}

fn listed(all: &BTreeSet<impl ToString>) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The bounds of the true count of a row: none where it says nothing.
pub fn bounds(row: &Observation, at: usize, is_exact: bool, rules: Rules, reasons: &Reasons) -> Option<(f64, f64)> {
    let is_voluntary = rounding::is_voluntary(row.key.indicator);
    let threshold = real(if is_voluntary { rules.voluntary_threshold } else { rules.threshold });
    let away = real(rules.base) - 1.0;
    let largest_withheld = if rules.is_threshold_on_count {
        threshold - 1.0
    } else {
        // The largest count that can be rounded down below the threshold.
        threshold - real(rules.base) + away
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
            let count = real(count);
            let away = if is_exact { 0.0 } else { away };
            let low = if rules.is_threshold_on_count { (count - away).max(threshold) } else { (count - away).max(0.0) };
            // The limit of a day was passed: more may have been done than was counted. A group has no limit that is ever
            // reached: it is flagged since one of its services has.
            let is_of_group = matches!(row.key.flow, Flow::T5 | Flow::T6) || row.key.indicator == "ESSENTIAL";
            let is_open = status == Status::Unreliable && !is_of_group;
            let high = if is_open { f64::INFINITY } else { count + away };
            Some((low.min(high), high))
        }
        (_, None) => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn real(count: u64) -> f64 {
    count as f64
}
