//! Wholes of which all are of one kind: whoever is in one of them has that attribute.

use std::collections::BTreeMap;

use super::bounds::{Part, TOLERANCE, part_of};
use super::cells::{Sum, System};
use super::finding::Finding;
use super::published::Published;
use super::search::Points;

/// Such wholes. `start` is the system before its bounds were drawn together, and `points` the solutions that were found of
/// each part.
pub fn attributes(
    published: &Published,
    start: &System,
    system: &System,
    parts: &[Part],
    points: &[Points],
) -> Vec<Finding> {
    let solved = Solved { system, parts, points, part_of: part_of(parts) };
    // What cannot hold anything is no kind: that is public.
    let is_possible = |cell: &&usize| start.cells.get(**cell).is_some_and(|cell| cell.high > 0.0);
    let mut findings = Vec::new();
    for sum in &system.sums {
        let kinds: Vec<usize> = sum.parts.iter().filter(is_possible).copied().collect();
        let row = start.cells.get(sum.whole).and_then(|cell| published.rows.get(cell.row?));
        if let Some(row) = row.filter(|_| kinds.len() > 1 && solved.is_of_one_kind(sum, &kinds)) {
            findings.push(Finding::group(row));
        }
    }
    findings
}

struct Solved<'s> {
    system: &'s System,
    parts: &'s [Part],
    points: &'s [Points],
    part_of: BTreeMap<usize, usize>,
}

impl Solved<'_> {
    fn is_of_one_kind(&self, sum: &Sum, kinds: &[usize]) -> bool {
        // Two kinds that were seen settle it.
        kinds.iter().filter(|kind| self.is_seen(**kind)).take(2).count() < 2
            && kinds.iter().filter(|kind| self.extreme(**kind, true) > TOLERANCE).take(2).count() < 2
            && self.extreme(sum.whole, false) >= 1.0 - TOLERANCE
    }

    fn is_seen(&self, cell: usize) -> bool {
        let low = self.system.cells.get(cell).map_or(0.0, |cell| cell.low);
        let in_part = self.part_of.get(&cell).and_then(|part| {
            let place = self.parts.get(*part)?.place(cell)?;
            Some(self.points.get(*part)?.has(place))
        });
        low > 0.0 || in_part.unwrap_or_default()
    }

    /// The least or greatest value of a cell.
    fn extreme(&self, cell: usize, is_greatest: bool) -> f64 {
        let part = self.part_of.get(&cell).and_then(|part| self.parts.get(*part));
        let solved = part.and_then(|part| part.extreme(&[part.place(cell)?], is_greatest).ok());
        let bound = |cell: &super::cells::Cell| if is_greatest { cell.high } else { cell.low };
        solved.map(|(value, _)| value).or(self.system.cells.get(cell).map(bound)).unwrap_or_default()
    }
}
