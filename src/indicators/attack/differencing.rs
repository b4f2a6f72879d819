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

#[cfg(test)]
mod tests {
    //! Why nothing is published twice: two releases, and what came in between as unknowns beside those of both.

    use super::*;
    use crate::indicators::attack::bounds::Part;
    use crate::indicators::attack::cells::{Name, System};
    use crate::indicators::attack::knowledge::{Reasons, Rules};
    use crate::indicators::attack::parts::parts;
    use crate::indicators::attack::system;
    use crate::indicators::observation::{Flow, Status, TOTAL, Value};

    const SITES: [&str; 3] = ["BIB21004A", "BIB21009A", "BIB21012A"];
    const MONTHS: [&str; 3] = ["2026-10", "2026-11", "2026-12"];

    fn visits(period: &str, site: &str, value: Option<u64>) -> Observation {
        let total = || TOTAL.to_owned();
        let period = period.parse().expect("a period");
        let key =
            Key { flow: Flow::T1, period, indicator: "SESSIONS", site: site.to_owned(), lang: total(), item: total() };
        let status = if value.is_some() { Status::Normal } else { Status::Withheld };
        Observation { key, value: value.map(Value::Whole), status, unit: "SESSION" }
    }

    /// A period: three sites, and the region.
    fn release(period: &str, [one, two, three]: [u64; 3], judge: fn(u64) -> Option<u64>) -> Vec<Observation> {
        let sites = SITES.iter().zip([one, two, three]).map(|(site, n)| visits(period, site, judge(n)));
        sites.chain([visits(period, TOTAL, judge(one + two + three))]).collect()
    }

    fn exact(n: u64) -> Option<u64> {
        Some(n).filter(|n| *n >= 10)
    }

    /// As near as rounding can be.
    fn rounded(n: u64) -> Option<u64> {
        Some((n + 2) / 5 * 5).filter(|n| *n >= 10)
    }

    fn later(name: &Name) -> Name {
        Name { what: format!("later {}", name.what), ..name.clone() }
    }

    fn between(name: &Name) -> Name {
        Name { what: format!("between {}", name.what), ..name.clone() }
    }

    /// What an attacker solves who has both releases: all unknowns of the first, those of the second, and between them what
    /// is not below nothing.
    fn both(first: &[Observation], second: &[Observation]) -> System {
        let of = |rows: &[Observation]| {
            let published = Published { rows: rows.to_vec(), ..Published::default() };
            system::system(&published, Rules::default(), &Reasons::Unknown)
        };
        let (mut all, second) = (of(first), of(second));
        for cell in &second.cells {
            let at = all.cell(later(&cell.name));
            all.bound(at, cell.low, cell.high);
        }
        for sum in &second.sums {
            let name = |at: &usize| later(&second.cells[*at].name);
            all.sum(name(&sum.whole), sum.parts.iter().map(name));
        }
        let names: Vec<Name> = second.cells.iter().map(|cell| cell.name.clone()).collect();
        for name in names {
            all.sum(later(&name), [name.clone(), between(&name)]);
        }
        all
    }

    /// The differences that are surely there and small: at least 1 and at most 9.
    fn told(first: &[Observation], second: &[Observation]) -> Vec<(String, f64, f64)> {
        let mut system = both(first, second);
        system.tighten().expect("the releases agree");
        let all = parts(&system, &[]);
        let range = |at: usize| {
            let of = |part: &Part| Some((part.clone(), part.place(at)?));
            match all.iter().find_map(of) {
                None => (system.cells[at].low, system.cells[at].high),
                Some((part, place)) => {
                    let extreme = |is_greatest| part.extreme(&[place], is_greatest).expect("solved").0;
                    (extreme(false), extreme(true))
                }
            }
        };
        let differences = (0..system.cells.len()).filter(|at| system.cells[*at].name.what.starts_with("between"));
        let ranges = differences.map(|at| (system.cells[at].name.site.clone(), range(at)));
        let found = ranges.map(|(site, (low, high))| (site, (low - 1e-6).ceil(), (high + 1e-6).floor()));
        found.filter(|(_, low, high)| *low >= 1.0 && *high <= 9.0).collect()
    }

    const BEFORE: [u64; 3] = [41, 63, 24];
    /// A kiosk of the second site was late with three visits.
    const AFTER: [u64; 3] = [41, 66, 24];

    #[test]
    fn a_second_release_with_a_late_month_would_tell_what_came_late() {
        let told_by = |judge| told(&release("2026-11", BEFORE, judge), &release("2026-11", AFTER, judge));
        let three = |site: &str| (site.to_owned(), 3.0, 3.0);
        assert_eq!(told_by(exact), [three(SITES[1]), three(TOTAL)]);
    }

    #[test]
    fn two_roundings_of_what_changed_would_tell_it_too() {
        // 42 of 102, then 46 of 106: the site goes from 40 to 50, the total stays, so 2 to 8 came there, and nowhere else more.
        let release =
            |site, total| vec![visits("2026-11", SITES[0], Some(site)), visits("2026-11", TOTAL, Some(total))];
        let mut others = [release(40, 105), release(50, 105)];
        others.iter_mut().for_each(|rows| rows.push(visits("2026-11", SITES[1], None)));
        let [before, after] = others;
        let few = |site: &str| (site.to_owned(), 2.0, 8.0);
        assert_eq!(told(&before, &after), [few(SITES[0]), few(TOTAL)]);
    }

    #[test]
    fn a_quarter_with_what_came_after_its_months_would_tell_it() {
        let months: Vec<Observation> = MONTHS.iter().flat_map(|month| release(month, BEFORE, exact)).collect();
        let quarter = |sums| release("2026-Q4", sums, exact);
        let nothing: Vec<Observation> = release("2026-Q4", [0; 3], exact);
        let first: Vec<Observation> = months.iter().chain(&nothing).cloned().collect();
        let three = |site: &str| (site.to_owned(), 3.0, 3.0);
        assert_eq!(told(&first, &quarter([123, 192, 72])), [three(SITES[1]), three(TOTAL)]);
        assert_eq!(told(&first, &quarter([123, 189, 72])), [], "it is the sum of its months alone");
    }

    #[test]
    fn what_is_frozen_tells_nothing_of_what_came_late() {
        for judge in [exact, rounded] {
            // The second release is the first one, whatever came in between.
            let first = release("2026-11", BEFORE, judge);
            assert_eq!(told(&first, &first), []);
        }
        // And a month that came late is not in its quarter either, so nothing lies between the quarter and its months.
        let months: Vec<Observation> = MONTHS.iter().flat_map(|month| release(month, BEFORE, rounded)).collect();
        let quarter = release("2026-Q4", [123, 189, 72], rounded);
        let all: Vec<Observation> = months.iter().chain(&quarter).cloned().collect();
        assert_eq!(told(&all, &all), []);
    }
}
