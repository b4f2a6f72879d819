//! What an attacker would like to know: withheld cells, what is left of a whole without its published parts, and the finest
//! cells of tables with two dimensions.

use std::collections::BTreeSet;

use super::cells::System;
use super::published::Published;
use crate::indicators::observation::{Flow, Observation, Status};

/// A sum of cells, and the row that tells of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    /// By their places in the system.
    pub cells: Vec<usize>,
    pub row: usize,
    /// Whether it is what is left of the row without its published parts, and not the row itself.
    pub is_remainder: bool,
}

/// All of them. Cells that cannot hold anything are no target: that is public.
pub fn targets(published: &Published, system: &System) -> Vec<Target> {
    let row = |cell: usize| system.cells.get(cell).and_then(|cell| cell.row);
    let status = |cell: usize| row(cell).and_then(|row| published.rows.get(row)).map(|row| row.status);
    let is_possible = |cell: &usize| system.cells.get(*cell).is_some_and(|cell| cell.high > 0.0);
    let mut targets = Vec::new();
    let mut seen: BTreeSet<Vec<usize>> = BTreeSet::new();
    for cell in 0..system.cells.len() {
        let Some(at) = row(cell).filter(|at| is_possible(&cell) && published.rows.get(*at).is_some_and(is_wanted))
        else {
            continue;
        };
        seen.insert(vec![cell]);
        targets.push(Target { cells: vec![cell], row: at, is_remainder: false });
    }
    for sum in &system.sums {
        let (shown, mut left): (Vec<usize>, Vec<usize>) =
            sum.parts.iter().copied().filter(is_possible).partition(|part| {
                row(*part).is_some_and(|row| published.rows.get(row).is_some_and(|row| row.value.is_some()))
            });
        left.sort_unstable();
        let is_known = matches!(status(sum.whole), Some(status) if status != Status::NotCollected);
        if let Some(row) = row(sum.whole).filter(|_| is_known && !shown.is_empty() && !left.is_empty())
            && seen.insert(left.clone())
        {
            targets.push(Target { cells: left, row, is_remainder: true });
        }
    }
    targets
}

fn is_wanted(row: &Observation) -> bool {
    let is_finest = matches!(row.key.flow, Flow::T4 | Flow::T5 | Flow::T6);
    row.status == Status::Withheld || is_finest && row.value.is_some()
}
