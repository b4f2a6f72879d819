//! What more has to be withheld, so that nothing is found out.
//!
//! Rounding draws each count by itself: a part can be published as more than its whole, or three months as much as their
//! quarter, and then the rest lies between narrow bounds. Which counts are withheld for that depends on what would be
//! published alone, and not on the true counts.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::System;
use super::knowledge::{Reason, Reasons};
use super::published::Published;
use super::{Attacker, Rules, attack, system};
use crate::indicators::observation::{Observation, Status};

/// Withholds counts until no attacker finds out anything, and says the places of their rows: one who knows why each of
/// them is withheld, one who holds all withheld counts for small, and one who knows nothing of it. `reasons` are those of the
/// rows that are withheld already, as far as they are known; what `is_frozen` stays as it was published before.
pub fn withhold_more(
    published: &mut Published,
    rules: Rules,
    mut reasons: BTreeMap<usize, Reason>,
    is_frozen: &dyn Fn(&Observation) -> bool,
) -> BTreeSet<usize> {
    let mut more = BTreeSet::new();
    loop {
        let system = system::system(published, rules, &Reasons::Unknown);
        let mut chosen = BTreeSet::new();
        for reasons in [Reasons::Supposed(reasons.clone()), Reasons::Supposed(BTreeMap::new()), Reasons::Unknown] {
            let attacker = Attacker { rules, reasons, ..Attacker::default() };
            for finding in attack(published, &attacker) {
                chosen.extend(smallest_near(published, &system, &finding.cells, is_frozen));
            }
            // What is withheld now changes what the others find.
            if !chosen.is_empty() {
                break;
            }
        }
        // Nothing is found out, or nothing is left that could be withheld.
        if chosen.is_empty() {
            return more;
        }
        for at in chosen {
            if let Some(row) = published.rows.get_mut(at) {
                row.value = None;
                row.status = Status::Withheld;
            }
            reasons.insert(at, Reason::Others);
            more.insert(at);
        }
    }
}

/// The smallest published count that is in a sum with these cells, or else in one with the cells beside them, and so on.
fn smallest_near(
    published: &Published,
    system: &System,
    cells: &[usize],
    is_frozen: &dyn Fn(&Observation) -> bool,
) -> Option<usize> {
    let mut near: BTreeSet<usize> = cells.iter().copied().collect();
    loop {
        let rows = near.iter().filter_map(|cell| {
            let at = system.cells.get(*cell)?.row?;
            let row = published.rows.get(at).filter(|row| !is_frozen(row))?;
            Some((row.count()?, at))
        });
        if let Some((_, at)) = rows.min() {
            return Some(at);
        }
        let is_near = |cell: &usize| near.contains(cell);
        let sums = system.sums.iter().filter(|sum| is_near(&sum.whole) || sum.parts.iter().any(is_near));
        let wider: BTreeSet<usize> = sums.flat_map(|sum| sum.parts.iter().copied().chain([sum.whole])).collect();
        if wider.is_subset(&near) {
            return None;
        }
        near.extend(wider);
    }
}
