//! Where guides are left: only of guides that were begun often, and with steps put together until each part is large
//! enough to be published.

use std::collections::BTreeMap;

use super::{Edition, judged};
use crate::indicators::gathered::{Gathered, Sum};
use crate::indicators::observation::{Key, Observation};

/// A guide is told of from this published number of starts on.
const STARTS_MIN: u64 = 100;

/// Whether a published count says of a guide that it was begun often enough.
pub fn is_told(observation: &Observation) -> bool {
    observation.key.indicator == "STARTS" && observation.count().is_some_and(|starts| starts >= STARTS_MIN)
}

/// The steps at which guides were left, of those guides that `published` says were begun often enough.
pub fn steps(gathered: &Gathered, edition: &Edition, published: &[Observation]) -> Vec<Observation> {
    let often = published.iter().filter(|observation| is_told(observation));
    often.flat_map(|starts| of_guide(&starts.key.item, gathered, edition)).collect()
}

fn of_guide(service: &str, gathered: &Gathered, edition: &Edition) -> Vec<Observation> {
    let mut steps: Vec<(&str, &Key, Sum)> = Vec::new();
    for (key, sum) in gathered.sums.iter().filter(|(key, _)| key.indicator == "STEP") {
        if let Some((_, step)) = key.item.split_once(':').filter(|(of, _)| *of == service) {
            steps.push((step, key, *sum));
        }
    }
    steps.sort_by_key(|(step, ..)| edition.catalogue.place(service, step));
    let mut parts: Vec<Observation> = Vec::new();
    // Steps that are not large enough yet.
    let mut open: Option<(Key, Sum)> = None;
    for (step, key, sum) in steps {
        let joined = match open.take() {
            None => (key.clone(), sum),
            Some((key, before)) => joined(key, step, before, sum),
        };
        let observation = judged(joined.0.clone(), joined.1, edition.secret);
        match observation.value {
            Some(_) => parts.push(observation),
            None => open = Some(joined),
        }
    }
    parts.extend(open.map(|(key, sum)| judged(key, sum, edition.secret)));
    parts
}

/// The cell of one more step. A day of the one may be a day of the other.
fn joined(mut key: Key, step: &str, before: Sum, sum: Sum) -> (Key, Sum) {
    key.item = format!("{}+{step}", key.item);
    let Sum { n, days, is_capped } = sum;
    let sum = Sum { n: before.n + n, days: before.days.max(days), is_capped: before.is_capped || is_capped };
    (key, sum)
}

/// The steps of published parts by guide, in the order in which residents come to them.
pub fn in_order<'o>(published: &'o [Observation], edition: &Edition) -> BTreeMap<&'o str, Vec<&'o Observation>> {
    let mut guides: BTreeMap<&str, Vec<&Observation>> = BTreeMap::new();
    for observation in published.iter().filter(|observation| observation.key.indicator == "STEP") {
        if let Some((service, _)) = observation.key.item.split_once(':') {
            guides.entry(service).or_default().push(observation);
        }
    }
    for (service, steps) in &mut guides {
        let first = |observation: &&Observation| {
            let steps = observation.key.item.split_once(':').map(|(_, steps)| steps).unwrap_or_default();
            edition.catalogue.place(service, steps.split('+').next().unwrap_or_default())
        };
        steps.sort_by_key(first);
    }
    guides
}
