//! What is found out by people who know something beside the published files.

use super::aims::Target;
use super::attempt::Attempt;
use super::bounds::{Part, Trouble};
use super::cells::{Contradiction, Name, Span, System};
use super::finding::{Finding, Kind};
use super::parts::parts;
use super::search::{Aim, Points, ranges_where, spread};
use crate::indicators::period::Period;

/// Who is said to have found something out.
const VISITOR: &str = ", for whoever made one of these visits";
const STAFF: &str = ", for whoever knows all visits of the site";

impl Attempt<'_> {
    /// "One of these visits was mine": for each withheld cell in turn, what of it is of others, and what that says of the
    /// cells beside it.
    pub fn with_own(
        &self,
        system: &System,
        part: &Part,
        targets: &[(&Target, Aim)],
        points: &mut Points,
        all: usize,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        let aims: Vec<Aim> = targets.iter().map(|(_, aim)| aim.clone()).collect();
        // What the solver cannot do here, it cannot do below.
        let _ = spread(part, &aims, points);
        for (target, aim) in targets {
            self.tell(1, all);
            if target.is_remainder {
                continue;
            }
            let ([cell], [place]) = (&target.cells[..], &aim.cells[..]) else { continue };
            let beside = beside(system, *cell);
            let near = targets.iter().filter(|(other, _)| other.cells.iter().any(|cell| beside.contains(cell)));
            let near: Vec<(&Target, Aim)> = near
                .map(|(other, aim)| {
                    let own = if other.cells.contains(cell) { 1.0 } else { 0.0 };
                    (*other, Aim { own, ..aim.clone() })
                })
                .collect();
            let aims: Vec<Aim> = near.iter().map(|(_, aim)| aim.clone()).collect();
            match ranges_where(part, *place, 1.0, &aims, points) {
                Ok(ranges) => {
                    let judged = |((other, _), range): (&(&Target, Aim), _)| self.judged(other, range, VISITOR);
                    findings.extend(near.iter().zip(ranges).filter_map(judged));
                }
                // Who could not have been there knows nothing.
                Err(Trouble::Contradiction) => {}
                Err(trouble) => findings.push(Finding::trouble(self.published, system, &part.cells, &trouble)),
            }
        }
        findings
    }

    /// "The visits to this site were exactly so many": what that says of the site.
    pub fn with_total(&self, start: &System, site: &str, period: Period, visits: u32) -> Vec<Finding> {
        let mut system = start.clone();
        let Some(cell) = system.find(&Name::whole("SESSIONS", Span::Of(period)).site(site)) else { return Vec::new() };
        system.bound(cell, visits.into(), visits.into());
        if let Err(Contradiction(cell)) = system.tighten() {
            let finding = Finding::contradiction(self.published, start, &[cell], Kind::Solver);
            return vec![Finding { by: STAFF, ..finding }];
        }
        let is_of_site = |target: &Target| {
            target.cells.iter().all(|cell| system.cells.get(*cell).is_some_and(|cell| cell.name.site == site))
        };
        let parts = parts(&system, &self.together());
        let mut findings = Vec::new();
        let of_part = self.by_part(&system, &parts, is_of_site, &mut findings);
        for (at, targets) in of_part {
            if let Some(part) = parts.get(at) {
                findings.extend(self.of_part(&system, part, &targets, &mut Points::default()));
            }
        }
        findings.iter_mut().for_each(|finding| finding.by = STAFF);
        findings
    }
}

/// The cells that are in a sum with this one, and itself.
pub fn beside(system: &System, cell: usize) -> Vec<usize> {
    let sums = system.sums.iter().filter(|sum| sum.whole == cell || sum.parts.contains(&cell));
    let mut beside: Vec<usize> = sums.flat_map(|sum| sum.parts.iter().copied().chain([sum.whole])).collect();
    beside.push(cell);
    beside
}
