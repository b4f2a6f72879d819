//! What more is withheld, so that the counts of a period tell nothing of each other, nor of what was published before.
//!
//! It is seen from what would be published alone, and not from the true counts: so it tells nothing of them.

use std::collections::{BTreeMap, BTreeSet};

use super::steps::is_told;
use super::{Edition, is_small};
use crate::indicators::attack::{Published, Reason, Rules, withhold_more};
use crate::indicators::gathered::Gathered;
use crate::indicators::observation::{Flow, Observation, Status};
use crate::indicators::period::Period;

/// The counts of a period, fewer of them with a value.
pub fn protected(counts: Vec<Observation>, gathered: &Gathered, edition: &Edition) -> Vec<Observation> {
    let mut published = Published { rows: beside(gathered.period, edition.earlier), groups: groups(edition) };
    let earlier = published.rows.len();
    published.rows.extend(counts);
    let reasons = reasons(&published, gathered, edition);
    withhold_more(&mut published, Rules::default(), reasons, &|row| row.key.period != gathered.period);
    let mut counts = published.rows.split_off(earlier);
    let told: BTreeSet<String> =
        counts.iter().filter(|count| is_told(count)).map(|count| count.key.item.clone()).collect();
    counts.retain(|count| {
        count.key.indicator != "STEP" || count.key.item.split_once(':').is_some_and(|(guide, _)| told.contains(guide))
    });
    counts
}

/// The counts of periods that lie in this one: the others are published after it, or have no month in common with it.
fn beside(period: Period, earlier: &Published) -> Vec<Observation> {
    let inner = period.inner();
    let is_count = |row: &&Observation| !matches!(row.key.flow, Flow::Shares | Flow::Exact);
    earlier.rows.iter().filter(is_count).filter(|row| inner.contains(&row.key.period)).cloned().collect()
}

/// The groups of services: those of now, and of those that are gone the last that was said of them.
fn groups(edition: &Edition) -> BTreeMap<String, String> {
    let mut groups = edition.earlier.groups.clone();
    let now = edition.catalogue.services.iter();
    groups.extend(now.map(|service| (service.named.code.clone(), service.group.name().to_owned())));
    groups
}

/// Why counts of this period are withheld, by the place of the row.
fn reasons(published: &Published, gathered: &Gathered, edition: &Edition) -> BTreeMap<usize, Reason> {
    let reason = |(at, row): (usize, &Observation)| {
        let sum = gathered.sums.get(&row.key).filter(|_| row.status == Status::Withheld)?;
        let is_small = is_small(&row.key, edition.secret.rounded(&row.key, sum.n));
        Some((at, if is_small { Reason::Count } else { Reason::Days }))
    };
    published.rows.iter().enumerate().filter_map(reason).collect()
}
