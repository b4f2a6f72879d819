//! Publishers for the attacker to try: one that draws by the rules and withholds no more, and some that break one of them.

use std::collections::BTreeSet;

use inclusion_kiosk::indicators::attack::Published;
use inclusion_kiosk::indicators::observation::{Flow, Key, Observation, Status, TOTAL, Value};
use inclusion_kiosk::indicators::rounding::{Secret, threshold};
use inclusion_kiosk::usage::event::LanguageGroup;

use super::world::Truth;

/// How a publisher judges a count: what stands in the file, or nothing.
pub type Judge<'j> = &'j dyn Fn(&Key, u64) -> Option<u64>;

/// Publishes everything but steps, which take more than a judge.
pub fn publish(truth: &Truth, judge: Judge) -> Published {
    let counts = truth.iter().filter(|(key, _)| key.indicator != "STEP");
    let observations = counts.map(|(key, sum)| {
        let value = judge(key, sum.n).map(Value::Whole);
        let status = if value.is_some() { Status::Normal } else { Status::Withheld };
        Observation { key: key.clone(), value, status, unit: "SESSION" }
    });
    let mut rows: Vec<Observation> = observations.collect();
    rows.extend(impossible(truth));
    Published { rows, ..Published::default() }
}

/// Groups of languages that a site does not offer: else their zeros, which everybody knows, would be found out.
fn impossible(truth: &Truth) -> Vec<Observation> {
    let crossed = truth.keys().filter(|key| key.flow == Flow::T4);
    let all =
        crossed.flat_map(|key| LanguageGroup::ALL.map(|group| Key { lang: group.name().to_owned(), ..key.clone() }));
    let missing: BTreeSet<Key> = all.filter(|key| !truth.contains_key(key)).collect();
    let row = |key| Observation { key, value: None, status: Status::Impossible, unit: "SESSION" };
    missing.into_iter().map(row).collect()
}

/// As the rules say, each count by itself.
pub fn by_the_rules(secret: Secret) -> impl Fn(&Key, u64) -> Option<u64> {
    move |key, n| Some(secret.rounded(key, n)).filter(|rounded| *rounded >= threshold(key.indicator))
}

/// Totals as they are, and inner cells as they are; only small ones are hidden.
pub fn exact_totals(secret: Secret) -> impl Fn(&Key, u64) -> Option<u64> {
    let by_the_rules = by_the_rules(secret);
    move |key, n| {
        let is_inner = matches!(key.flow, Flow::T4 | Flow::T5 | Flow::T6) || key.item != TOTAL || key.lang != TOTAL;
        if is_inner { by_the_rules(key, n) } else { Some(n).filter(|n| *n >= threshold(key.indicator)) }
    }
}

/// The true count is held against the threshold, not the rounded one.
pub fn threshold_on_count(secret: Secret) -> impl Fn(&Key, u64) -> Option<u64> {
    move |key, n| Some(secret.rounded(key, n)).filter(|_| n >= threshold(key.indicator))
}
