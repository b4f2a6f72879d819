//! One attempt on a publication: what of it is found out, target by target.

use std::cell::Cell as Counter;
use std::collections::BTreeMap;

use super::aims::{Target, targets};
use super::attributes::attributes;
use super::bounds::{Part, Trouble};
use super::cells::{Contradiction, System};
use super::finding::{Finding, Kind};
use super::knowledge::{Insider, Reasons};
use super::parts::{part_of, parts};
use super::published::Published;
use super::search::{Aim, Points, Range, ranges, whole_ranges};
use super::verdict::{self, Verdict};
use super::{Attacker, Progress};

/// A publication, and somebody who attacks it.
pub struct Attempt<'s> {
    pub(super) published: &'s Published,
    pub(super) targets: Vec<Target>,
    pub(super) attacker: &'s Attacker,
    /// The targets that were judged so far, and who is told.
    judged: Counter<usize>,
    tell: &'s dyn Fn(Progress),
}

impl<'s> Attempt<'s> {
    pub fn new(
        published: &'s Published,
        attacker: &'s Attacker,
        start: &System,
        tell: &'s dyn Fn(Progress),
    ) -> Attempt<'s> {
        Attempt { published, targets: targets(published, start), attacker, judged: Counter::new(0), tell }
    }

    /// What is found out by somebody who has the files, and by whoever knows of a visit of their own.
    pub fn all(&self, start: &System) -> Vec<Finding> {
        let mut system = start.clone();
        if let Err(Contradiction(cell)) = system.tighten() {
            return vec![Finding::contradiction(self.published, start, &[cell], Kind::Solver)];
        }
        let mut findings: Vec<Finding> = Vec::new();
        let parts = parts(&system, &self.together());
        let of_part = self.by_part(&system, &parts, |_| true, &mut findings);
        let all = of_part.values().map(Vec::len).sum();
        let mut all_points: Vec<Points> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let targets = of_part.get(&at).map(Vec::as_slice).unwrap_or_default();
            let mut points = Points::default();
            findings.extend(self.of_part(&system, part, targets, &mut points));
            if self.attacker.insiders.contains(&Insider::Own) {
                findings.extend(self.with_own(&system, part, targets, &mut points, all));
            } else {
                self.tell(targets.len(), all);
            }
            all_points.push(points);
        }
        findings.extend(attributes(self.published, start, &system, &parts, all_points));
        findings
    }

    /// The targets that are open, by the place of their part. Those whose cells are all known already are judged at once.
    pub(super) fn by_part(
        &self,
        system: &System,
        parts: &[Part],
        is_asked: impl Fn(&Target) -> bool,
        findings: &mut Vec<Finding>,
    ) -> BTreeMap<usize, Vec<(&Target, Aim)>> {
        let part_of = part_of(parts);
        let mut by_part: BTreeMap<usize, Vec<(&Target, Aim)>> = BTreeMap::new();
        // Who takes a visit of their own away leaves one fewer.
        let own = if self.attacker.insiders.contains(&Insider::Own) { 1.0 } else { 0.0 };
        for target in self.targets.iter().filter(|target| is_asked(target)) {
            let bounds = || target.cells.iter().filter_map(|cell| system.cells.get(*cell));
            let low: f64 = bounds().map(|cell| cell.low).sum();
            // As large as that, it is safe wherever it lies.
            if low >= verdict::THRESHOLD + own && !self.attacker.is_thorough {
                continue;
            }
            let fixed: f64 = bounds().filter(|cell| cell.low >= cell.high).map(|cell| cell.low).sum();
            let part = target.cells.iter().find_map(|cell| part_of.get(cell));
            let Some(part) = part else {
                findings.extend(self.judged(target, Range { low: fixed, high: fixed }, ""));
                continue;
            };
            let places =
                parts.get(*part).map(|part| target.cells.iter().filter_map(|cell| part.place(*cell)).collect());
            let aim = Aim { cells: places.unwrap_or_default(), known: fixed, own: 0.0 };
            by_part.entry(*part).or_default().push((target, aim));
        }
        by_part
    }

    pub(super) fn of_part(
        &self,
        system: &System,
        part: &Part,
        targets: &[(&Target, Aim)],
        points: &mut Points,
    ) -> Vec<Finding> {
        let aims: Vec<Aim> = targets.iter().map(|(_, aim)| aim.clone()).collect();
        let found = if self.attacker.is_thorough { whole_ranges(part, &aims) } else { ranges(part, &aims, points) };
        match found {
            Ok(ranges) => {
                targets.iter().zip(ranges).filter_map(|((target, _), range)| self.judged(target, range, "")).collect()
            }
            // What was supposed contradicts itself here, and supposing teaches nothing. Whoever supposes nothing, or knows the
            // reasons, is tried beside.
            Err(Trouble::Contradiction) if matches!(self.attacker.reasons, Reasons::Supposed(_)) => Vec::new(),
            Err(trouble) => vec![Finding::trouble(self.published, system, &part.cells, &trouble)],
        }
    }

    pub(super) fn judged(&self, target: &Target, range: Range, by: &'static str) -> Option<Finding> {
        let verdict = Verdict::of(range.low, range.high)?;
        let row = self.published.rows.get(target.row)?;
        Some(Finding::of(row, target, verdict, verdict::whole(range.low, range.high), by))
    }

    /// Cells that are asked for together.
    pub(super) fn together(&self) -> Vec<Vec<usize>> {
        self.targets.iter().map(|target| target.cells.clone()).collect()
    }

    /// Tells that some more targets of all were judged.
    pub(super) fn tell(&self, more: usize, all: usize) {
        self.judged.set(self.judged.get() + more);
        (self.tell)(Progress { judged: self.judged.get(), all });
    }
}
