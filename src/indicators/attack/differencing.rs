//! Two files held side by side.
//!
//! What was published once is frozen: so no difference between two releases can tell of the visits that came in between, and
//! the test is whether two rows about the same thing are the same. Periods that lie in each other are in one
//! [system](super::system) of equations anyway.

use std::collections::BTreeMap;

use super::finding::{Finding, Kind};
use super::published::Published;
use crate::indicators::observation::{Key, Observation};

/// Figures that were published more than once, and not alike.
pub fn changed(published: &Published) -> Vec<Finding> {
    let mut first: BTreeMap<&Key, &Observation> = BTreeMap::new();
    let mut findings = Vec::new();
    for row in &published.rows {
        let before = *first.entry(&row.key).or_insert(row);
        if (before.value, before.status) != (row.value, row.status) {
            let says = |row: &Observation| match row.value {
                Some(value) => value.to_string(),
                None => format!("nothing ({})", row.status.code()),
            };
            let learnt = format!("it says {}, and was said to be {}", says(row), says(before));
            findings.push(Finding::about(row, Kind::Changed, learnt));
        }
    }
    findings
}
