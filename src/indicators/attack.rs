//! What somebody can find out who has every published file, and nothing else.
//!
//! Each published count says between which bounds the true one lies, and tables that add up to the same total bind the
//! bounds together. An attacker solves these equations for the least and the greatest that every withheld cell can be. Where
//! the two lie close together for a small count, something was found out that was to be withheld. The publisher passes where
//! nothing is found.

mod aims;
mod attributes;
mod bounds;
mod cells;
mod differencing;
mod finding;
mod knowledge;
mod mend;
mod published;
mod ratios;
mod relations;
mod search;
mod spans;
mod system;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};

pub use self::bounds::{Part, Trouble};
pub use self::cells::{Name, Span, System};
pub use self::finding::{Finding, Kind};
pub use self::knowledge::{Insider, Reason, Reasons, Rules};
pub use self::mend::withhold_more;
pub use self::published::Published;
pub use self::verdict::Verdict;

use self::aims::{Target, targets};
use self::bounds::{part_of, parts};
use self::cells::Contradiction;
use self::search::{Aim, Points, Range, ranges, whole_ranges};
use super::observation::{Observation, Status};
use super::period::Period;

/// What an attacker knows, and how hard they try.
#[derive(Clone, Debug)]
pub struct Attacker {
    pub rules: Rules,
    pub reasons: Reasons,
    pub insiders: Vec<Insider>,
    /// Whether every target is solved for, also where it is known before that nothing is found: slow, and the same answer.
    pub is_thorough: bool,
}

impl Default for Attacker {
    fn default() -> Attacker {
        Attacker { rules: Rules::default(), reasons: Reasons::Unknown, insiders: Vec::new(), is_thorough: false }
    }
}

/// Everything that is found out by an attacker. What does not need equations is found by [`at_sight`].
pub fn attack(published: &Published, attacker: &Attacker) -> Vec<Finding> {
    let start = match &attacker.reasons {
        Reasons::Supposed(known) => supposed(published, attacker.rules, known),
        _ => system::system(published, attacker.rules, &attacker.reasons),
    };
    let search = Search { published, targets: targets(published, &start), attacker };
    let mut findings = search.all(&start);
    for insider in &attacker.insiders {
        if let Insider::Total { site, period, visits } = insider {
            findings.extend(search.with_total(&start, site, *period, *visits));
        }
    }
    findings
}

/// Every withheld cell whose reason is not known is held for small, as long as that contradicts nothing: where it does, a
/// cell nearby was withheld for another reason.
fn supposed(published: &Published, rules: Rules, known: &BTreeMap<usize, Reason>) -> System {
    let withheld = published.rows.iter().enumerate().filter(|(_, row)| row.status == Status::Withheld);
    let mut small: BTreeSet<usize> = withheld.map(|(at, _)| at).filter(|at| !known.contains_key(at)).collect();
    loop {
        let reasons =
            small.iter().map(|at| (*at, Reason::Count)).chain(known.iter().map(|(at, reason)| (*at, *reason)));
        let system = system::system(published, rules, &Reasons::Known(reasons.collect()));
        let mut tight = system.clone();
        let Err(Contradiction(cell)) = tight.tighten() else { return system };
        let rows = beside(&system, cell).into_iter().filter_map(|cell| system.cells.get(cell)?.row);
        if rows.filter(|row| small.remove(row)).count() == 0 {
            return system;
        }
    }
}

/// What anybody sees who holds two files side by side, or a share against its counts.
pub fn at_sight(published: &Published) -> Vec<Finding> {
    let mut findings = differencing::changed(published);
    findings.extend(ratios::shares(published));
    findings
}

/// Where the truth lies outside of what the attacker holds for possible: then either of them is wrong. `truth` is the true
/// count of a row.
pub fn unsound(
    published: &Published,
    attacker: &Attacker,
    truth: &dyn Fn(&Observation) -> Option<u32>,
) -> Vec<Finding> {
    let mut system = system::system(published, attacker.rules, &attacker.reasons);
    for at in 0..system.cells.len() {
        let row = system.cells.get(at).and_then(|cell| cell.row).and_then(|row| published.rows.get(row));
        if let Some(truth) = row.and_then(truth) {
            system.bound(at, truth.into(), truth.into());
        }
    }
    let impossible = |cell: usize| Finding::contradiction(published, &system, &[cell], Kind::Unsound);
    let mut tight = system.clone();
    if let Err(Contradiction(cell)) = tight.tighten() {
        return vec![impossible(cell)];
    }
    let all = parts(&tight, &[]);
    let wrong = all.iter().filter(|part| matches!(part.extreme(&[], true), Err(Trouble::Contradiction)));
    wrong.map(|part| Finding::contradiction(published, &system, &part.cells, Kind::Unsound)).collect()
}

/// The search of one publication.
struct Search<'s> {
    published: &'s Published,
    targets: Vec<Target>,
    attacker: &'s Attacker,
}

impl Search<'_> {
    fn all(&self, start: &System) -> Vec<Finding> {
        let mut system = start.clone();
        if let Err(Contradiction(cell)) = system.tighten() {
            return vec![Finding::contradiction(self.published, start, &[cell], Kind::Solver)];
        }
        let mut findings: Vec<Finding> = Vec::new();
        let together: Vec<Vec<usize>> = self.targets.iter().map(|target| target.cells.clone()).collect();
        let parts = parts(&system, &together);
        let of_part = self.by_part(&system, &parts, |_| true, &mut findings);
        let mut all_points: Vec<Points> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let targets = of_part.get(&at).map(Vec::as_slice).unwrap_or_default();
            let mut points = Points::default();
            findings.extend(self.of_part(&system, part, targets, &mut points));
            if self.attacker.insiders.contains(&Insider::Own) {
                findings.extend(self.with_own(&system, part, targets, &points));
            }
            all_points.push(points);
        }
        findings.extend(attributes::attributes(self.published, start, &system, &parts, all_points));
        findings
    }

    /// The targets that are open, by the place of their part. Those whose cells are all known already are judged at once.
    fn by_part(
        &self,
        system: &System,
        parts: &[Part],
        is_asked: impl Fn(&Target) -> bool,
        findings: &mut Vec<Finding>,
    ) -> BTreeMap<usize, Vec<(&Target, Aim)>> {
        let part_of = part_of(parts);
        let mut by_part: BTreeMap<usize, Vec<(&Target, Aim)>> = BTreeMap::new();
        for target in self.targets.iter().filter(|target| is_asked(target)) {
            let bounds = || target.cells.iter().filter_map(|cell| system.cells.get(*cell));
            let low: f64 = bounds().map(|cell| cell.low).sum();
            // As large as that, it is safe wherever it lies.
            if low >= verdict::THRESHOLD && !self.attacker.is_thorough {
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

    fn of_part(&self, system: &System, part: &Part, targets: &[(&Target, Aim)], points: &mut Points) -> Vec<Finding> {
        let aims: Vec<Aim> = targets.iter().map(|(_, aim)| aim.clone()).collect();
        let found = if self.attacker.is_thorough { whole_ranges(part, &aims) } else { ranges(part, &aims, points) };
        match found {
            Ok(ranges) => {
                targets.iter().zip(ranges).filter_map(|((target, _), range)| self.judged(target, range, "")).collect()
            }
            // What was supposed is wrong here, and the attacker knows nothing.
            Err(Trouble::Contradiction) if matches!(self.attacker.reasons, Reasons::Supposed(_)) => Vec::new(),
            Err(trouble) => vec![Finding::trouble(self.published, system, &part.cells, &trouble)],
        }
    }

    fn judged(&self, target: &Target, range: Range, by: &'static str) -> Option<Finding> {
        let verdict = Verdict::of(range.low, range.high)?;
        let row = self.published.rows.get(target.row)?;
        Some(Finding::of(row, target, verdict, verdict::whole(range.low, range.high), by))
    }

    /// "One of these visits was mine": for each withheld cell in turn, what of it is of others, and what that says of the
    /// cells beside it.
    fn with_own(&self, system: &System, part: &Part, targets: &[(&Target, Aim)], points: &Points) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (target, aim) in targets.iter().filter(|(target, _)| !target.is_remainder) {
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
            let mut points = points.at_least(*place, 1.0);
            // Who could not have been there knows nothing.
            let Ok(ranges) = ranges(&part.at_least(*place, 1.0), &aims, &mut points) else { continue };
            let by = ", for whoever made one of these visits";
            findings.extend(near.iter().zip(ranges).filter_map(|((other, _), range)| self.judged(other, range, by)));
        }
        findings
    }

    /// "The visits to this site were exactly so many": what that says of the site.
    fn with_total(&self, start: &System, site: &str, period: Period, visits: u32) -> Vec<Finding> {
        let mut system = start.clone();
        let Some(cell) = system.find(&Name::whole("SESSIONS", Span::Of(period)).site(site)) else { return Vec::new() };
        system.bound(cell, visits.into(), visits.into());
        if let Err(Contradiction(cell)) = system.tighten() {
            return vec![Finding::contradiction(self.published, start, &[cell], Kind::Solver)];
        }
        let is_of_site = |target: &Target| {
            target.cells.iter().all(|cell| system.cells.get(*cell).is_some_and(|cell| cell.name.site == site))
        };
        let together: Vec<Vec<usize>> = self.targets.iter().map(|target| target.cells.clone()).collect();
        let parts = parts(&system, &together);
        let mut findings = Vec::new();
        let of_part = self.by_part(&system, &parts, is_of_site, &mut findings);
        for (at, targets) in of_part {
            if let Some(part) = parts.get(at) {
                findings.extend(self.of_part(&system, part, &targets, &mut Points::default()));
            }
        }
        findings.iter_mut().for_each(|finding| finding.by = ", for whoever knows all visits of the site");
        findings
    }
}

/// The cells that are in a sum with this one, and itself.
fn beside(system: &System, cell: usize) -> Vec<usize> {
    let sums = system.sums.iter().filter(|sum| sum.whole == cell || sum.parts.contains(&cell));
    let mut beside: Vec<usize> = sums.flat_map(|sum| sum.parts.iter().copied().chain([sum.whole])).collect();
    beside.push(cell);
    beside
}
