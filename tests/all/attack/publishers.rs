//! Publishers for the attacker to try: one that follows the rules, and some that break one of them.

use hmac::{Hmac, Mac};
use sha2::Sha256;

use inclusion_kiosk::indicators::attack::Published;
use inclusion_kiosk::indicators::observation::{Flow, Key, Observation, Status, TOTAL, Value};

use super::world::Truth;

/// How a publisher judges a count: what stands in the file, or nothing.
pub type Judge<'j> = &'j dyn Fn(&Key, u64) -> Option<u64>;

/// Publishes everything.
pub fn publish(truth: &Truth, judge: Judge) -> Published {
    let observations: Vec<Observation> = truth
        .iter()
        .map(|(key, n)| {
            let value = judge(key, *n).map(Value::Whole);
            let status = if value.is_some() { Status::Normal } else { Status::Withheld };
            Observation { key: key.clone(), value, status, unit: "SESSION" }
        })
        .collect();
    Published { rows: observations, ..Published::default() }
}

/// The true count of a row.
pub fn true_count(truth: &Truth, row: &Observation) -> Option<u32> {
    truth.get(&row.key).and_then(|n| u32::try_from(*n).ok())
}

fn threshold(key: &Key) -> u64 {
    if matches!(key.indicator, "FIRST" | "AGE" | "HOME_NET" | "A11Y") { 20 } else { 10 }
}

/// Rounded to a multiple of five by a draw between 0 and 1.
fn rounded(n: u64, draw: f64) -> u64 {
    n - n % 5 + if draw < (n % 5) as f64 / 5.0 { 5 } else { 0 }
}

fn keyed(key: &Key, secret: u64) -> f64 {
    let Key { flow, period, indicator, site, lang, item } = key;
    let canon = format!("v1|{}|{period}|{indicator}|{site}|{lang}|{item}", flow.id());
    let mut mac = Hmac::<Sha256>::new_from_slice(&secret.to_le_bytes()).expect("any key");
    mac.update(canon.as_bytes());
    let bytes = mac.finalize().into_bytes();
    u64::from_be_bytes(bytes[..8].try_into().expect("eight bytes")) as f64 / 2f64.powi(64)
}

/// As the rules say.
pub fn by_the_rules(secret: u64) -> impl Fn(&Key, u64) -> Option<u64> {
    move |key, n| Some(rounded(n, keyed(key, secret))).filter(|rounded| *rounded >= threshold(key))
}

/// Totals as they are, and inner cells as they are; only small ones are hidden.
pub fn exact_totals(secret: u64) -> impl Fn(&Key, u64) -> Option<u64> {
    move |key, n| {
        let is_inner = matches!(key.flow, Flow::T4 | Flow::T5 | Flow::T6) || key.item != TOTAL || key.lang != TOTAL;
        if is_inner { by_the_rules(secret)(key, n) } else { Some(n).filter(|n| *n >= threshold(key)) }
    }
}

/// The true count is held against the threshold, not the rounded one.
pub fn threshold_on_count(secret: u64) -> impl Fn(&Key, u64) -> Option<u64> {
    move |key, n| Some(rounded(n, keyed(key, secret))).filter(|_| n >= threshold(key))
}
