//! A system cut into parts that say nothing of each other.

use std::collections::BTreeMap;

use super::bounds::{Block, Part};
use super::cells::{Span, Sum, System, Unknown};
use crate::indicators::observation::TOTAL;
use crate::indicators::period::Period;

/// The parts of a system, after its bounds were [tightened](System::tighten). Cells of one group are in one part.
pub fn parts(system: &System, together: &[Vec<usize>]) -> Vec<Part> {
    let is_fixed = |at: usize| system.cells.get(at).is_some_and(|cell| cell.low >= cell.high);
    let used = used(system);
    let mut sets = Sets::new(system.cells.len());
    let sums: Vec<_> = system.sums.iter().filter(|sum| !sum.is_implied && !is_idle(system, sum, &used)).collect();
    for sum in &sums {
        let mut open = sum.parts.iter().chain([&sum.whole]).copied().filter(|at| !is_fixed(*at));
        if let Some(first) = open.next() {
            open.for_each(|at| sets.join(first, at));
        }
    }
    for group in together {
        let mut open = group.iter().copied().filter(|at| !is_fixed(*at));
        if let Some(first) = open.next() {
            open.for_each(|at| sets.join(first, at));
        }
    }
    let mut parts: BTreeMap<usize, Part> = BTreeMap::new();
    let mut sites: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, cell) in system.cells.iter().enumerate().filter(|(at, _)| !is_fixed(*at)) {
        let part = parts.entry(sets.root(at)).or_default();
        let site = (cell.name.site != TOTAL).then(|| {
            let next = sites.len();
            *sites.entry(cell.name.site.as_str()).or_insert(next)
        });
        part.add(at, (block_of(cell), site), (cell.low, cell.high));
    }
    for sum in sums {
        let mut terms: BTreeMap<usize, f64> = BTreeMap::new();
        let mut fixed = 0.0;
        let of = sum.parts.iter().map(|part| (*part, 1.0)).chain([(sum.whole, -1.0)]);
        for (at, factor) in of {
            match system.cells.get(at) {
                Some(cell) if cell.low >= cell.high => fixed += factor * cell.low,
                _ => *terms.entry(at).or_default() += factor,
            }
        }
        let Some(part) = terms.keys().next().and_then(|at| parts.get_mut(&sets.root(*at))) else { continue };
        let terms = terms.iter().filter_map(|(at, factor)| Some((part.place(*at)?, *factor))).collect();
        part.equate(terms, -fixed);
    }
    parts.into_values().map(Part::end).collect()
}

fn block_of(cell: &Unknown) -> Block {
    let (Span::Of(period) | Span::RestOf(period)) = cell.name.span;
    let quarter = match period {
        Period::Month { month, .. } => Some((month + 2) / 3),
        Period::Quarter { quarter, .. } => Some(quarter),
        Period::Year(_) => None,
    };
    (period.year(), quarter)
}

/// The part in which each cell is.
pub fn part_of(parts: &[Part]) -> BTreeMap<usize, usize> {
    let cells = |(at, part): (usize, &Part)| part.cells.iter().map(|cell| (*cell, at)).collect::<Vec<_>>();
    parts.iter().enumerate().flat_map(cells).collect()
}

/// In how many sums each cell is.
fn used(system: &System) -> Vec<usize> {
    let mut used = vec![0; system.cells.len()];
    let all = system.sums.iter().flat_map(|sum| sum.parts.iter().chain([&sum.whole]));
    all.for_each(|at| used[*at] += 1);
    used
}

/// Whether a sum says nothing: one of its parts is in no other sum, is not published, and is certainly so large that it
/// takes up whatever the others are.
fn is_idle(system: &System, sum: &Sum, used: &[usize]) -> bool {
    let low = |at: &usize| system.cells.get(*at).map_or(0.0, |cell| cell.low);
    let high = |at: &usize| system.cells.get(*at).map_or(f64::INFINITY, |cell| cell.high);
    let is_rest = |at: &&usize| used.get(**at) == Some(&1) && system.cells.get(**at).is_some_and(|cell| cell.is_free);
    sum.parts.iter().filter(is_rest).any(|rest| {
        let others: f64 = sum.parts.iter().filter(|part| *part != rest).map(high).sum();
        low(&sum.whole) - others >= super::verdict::THRESHOLD
    })
}

/// Cells that hang together.
struct Sets(Vec<usize>);

impl Sets {
    fn new(len: usize) -> Sets {
        Sets((0..len).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[other] = one;
    }
}
