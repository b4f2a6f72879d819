//! What somebody can find out who has every published file, and nothing else.
//!
//! Each published count says between which bounds the true one lies, and tables that add up to the same total bind the
//! bounds together. An attacker solves these equations for the least and the greatest that every withheld cell can be. Where
//! the two lie close together for a small count, something was found out that was to be withheld. The publisher passes where
//! nothing is found.

mod aims;
mod attempt;
mod attributes;
mod balance;
mod bounds;
mod cells;
mod differencing;
mod finding;
mod insiders;
mod knowledge;
mod mend;
mod parts;
mod published;
mod ratios;
mod relations;
mod search;
mod spans;
mod system;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};

pub use self::finding::{Finding, Kind};
pub use self::knowledge::{Insider, InsiderError, Reason, Reasons, Rules};
pub use self::mend::withhold_more;
pub use self::published::Published;
pub use self::verdict::Verdict;

use self::attempt::Attempt;
use self::bounds::Trouble;
use self::cells::{Contradiction, System};
use self::insiders::beside;
use self::parts::parts;
use super::observation::{Observation, Status};

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

/// How far an attack has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// Targets that were judged.
    pub judged: usize,
    /// All that are open.
    pub all: usize,
}

/// Everything that is found out by an attacker. What does not need equations is found by [`at_sight`].
pub fn attack(published: &Published, attacker: &Attacker) -> Vec<Finding> {
    attack_telling(published, attacker, &|_| {})
}

/// The same, and tells how far it has come.
pub fn attack_telling(published: &Published, attacker: &Attacker, tell: &dyn Fn(Progress)) -> Vec<Finding> {
    let start = match &attacker.reasons {
        Reasons::Supposed(known) => supposed(published, attacker.rules, known),
        _ => system::system(published, attacker.rules, &attacker.reasons),
    };
    let attempt = Attempt::new(published, attacker, &start, tell);
    let mut findings = attempt.all(&start);
    for insider in &attacker.insiders {
        if let Insider::Total { site, period, visits } = insider {
            findings.extend(attempt.with_total(&start, site, *period, *visits));
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
