//! Wholes of which all are of one kind: whoever is in one of them has that attribute.

use std::collections::BTreeMap;

use super::bounds::{Part, TOLERANCE};
use super::cells::{Sum, System, Unknown};
use super::finding::Finding;
use super::parts::part_of;
use super::published::Published;
use super::search::Points;

/// Such wholes. `start` is the system before its bounds were drawn together, and `points` the solutions that were found of
/// each part.
pub fn attributes(
    published: &Published,
    start: &System,
    system: &System,
    parts: &[Part],
    points: Vec<Points>,
) -> Vec<Finding> {
    // What cannot hold anything is no kind: that is public.
    let is_possible = |cell: &&usize| start.cells.get(**cell).is_some_and(|cell| cell.high > 0.0);
    let row = |sum: &Sum| start.cells.get(sum.whole).and_then(|cell| published.rows.get(cell.row?));
    let shown = system.sums.iter().filter(|sum| row(sum).is_some());
    let of_kinds = shown.map(|sum| (sum, sum.parts.iter().filter(is_possible).copied().collect::<Vec<_>>()));
    let mut open: Vec<(&Sum, Vec<usize>)> = of_kinds.filter(|(_, kinds)| kinds.len() > 1).collect();
    let mut solved = Solved { system, parts, points, part_of: part_of(parts) };
    open.retain(|(sum, kinds)| !solved.is_mixed(sum, kinds));
    loop {
        let before = open.len();
        solved.raise(&open);
        open.retain(|(sum, kinds)| !solved.is_mixed(sum, kinds));
        solved.lower(&open);
        open.retain(|(sum, kinds)| !solved.is_mixed(sum, kinds));
        if open.len() == before {
            break;
        }
    }
    open.retain(|(sum, kinds)| solved.is_of_one_kind(sum, kinds));
    open.iter().filter_map(|(sum, _)| Some(Finding::group(row(sum)?, sum.whole))).collect()
}

struct Solved<'s> {
    system: &'s System,
    parts: &'s [Part],
    points: Vec<Points>,
    part_of: BTreeMap<usize, usize>,
}

impl Solved<'_> {
    /// Whether two kinds were seen, or nobody at all: that settles it.
    fn is_mixed(&self, sum: &Sum, kinds: &[usize]) -> bool {
        let is_seen = |kind: &&usize| self.is_seen(**kind, |cell| cell.low > 0.0, |value| value > TOLERANCE);
        kinds.iter().filter(is_seen).take(2).count() == 2
            || self.is_seen(sum.whole, |cell| cell.high < 1.0, |value| value < 1.0 - TOLERANCE)
    }

    fn is_of_one_kind(&self, sum: &Sum, kinds: &[usize]) -> bool {
        kinds.iter().filter(|kind| self.extreme(**kind, true) > TOLERANCE).take(2).count() < 2
            && self.extreme(sum.whole, false) >= 1.0 - TOLERANCE
    }

    /// Whether the bounds of a cell say something of it, or one of the solutions shows it.
    fn is_seen(&self, cell: usize, is_sure: fn(&Unknown) -> bool, is_shown: fn(f64) -> bool) -> bool {
        let in_part = self.place(cell).and_then(|(part, place)| Some(self.points.get(part)?.any(place, is_shown)));
        self.system.cells.get(cell).is_some_and(is_sure) || in_part.unwrap_or_default()
    }

    /// The part in which a cell is, and its place there.
    fn place(&self, cell: usize) -> Option<(usize, usize)> {
        let part = *self.part_of.get(&cell)?;
        Some((part, self.parts.get(part)?.place(cell)?))
    }

    /// Looks for solutions with somebody of each kind.
    fn raise(&mut self, open: &[(&Sum, Vec<usize>)]) {
        for (part, levels) in self.levels(open.iter().flat_map(|(_, kinds)| kinds.iter().copied()), 1.0) {
            let found = self.parts.get(part).and_then(|part| part.raised(&levels).ok());
            self.points.get_mut(part).into_iter().zip(found).for_each(|(points, found)| points.add(found));
        }
    }

    /// Looks for solutions with nobody in the wholes.
    fn lower(&mut self, open: &[(&Sum, Vec<usize>)]) {
        for (part, levels) in self.levels(open.iter().map(|(sum, _)| sum.whole), 0.0) {
            let found = self.parts.get(part).and_then(|part| part.lowered(&levels).ok());
            self.points.get_mut(part).into_iter().zip(found).for_each(|(points, found)| points.add(found));
        }
    }

    /// Levels of cells, by their part and their place there.
    fn levels(&self, cells: impl Iterator<Item = usize>, level: f64) -> BTreeMap<usize, BTreeMap<usize, f64>> {
        let mut levels: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
        for (part, place) in cells.filter_map(|cell| self.place(cell)) {
            levels.entry(part).or_default().insert(place, level);
        }
        levels
    }

    /// The least or greatest value of a cell.
    fn extreme(&self, cell: usize, is_greatest: bool) -> f64 {
        let part = self.part_of.get(&cell).and_then(|part| self.parts.get(*part));
        let solved = part.and_then(|part| part.extreme(&[part.place(cell)?], is_greatest).ok());
        let bound = |cell: &Unknown| if is_greatest { cell.high } else { cell.low };
        solved.map(|(value, _)| value).or(self.system.cells.get(cell).map(bound)).unwrap_or_default()
    }
}
