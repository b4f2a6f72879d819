//! Shares and rates, from published counts alone, by the formulas of the [definitions](crate::indicators::definitions):
//! whoever has the file can compute them again.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Edition, steps};
use crate::indicators::definitions::{DEFINITIONS, Definition, Over, Pick, Share, Term};
use crate::indicators::gathered::Gathered;
use crate::indicators::observation::{Flow, Key, Observation, Status, TOTAL, Value};
use crate::indicators::period::Period;

/// A share of fewer people than this is flagged.
const UNRELIABLE_BELOW: u64 = 100;
/// A rate of fewer people than this is withheld.
const WITHHELD_BELOW: u64 = 50;

/// `scale * part / whole` in tenths, the half rounded away from nothing.
pub fn tenths(part: i64, whole: u64, scale: u32) -> i64 {
    let tenths = (part.unsigned_abs() * 10 * u64::from(scale) + whole / 2) / whole.max(1);
    part.signum() * tenths as i64
}

/// What is known of a published count, or of several put together.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Known {
    /// A difference may be below nothing: its parts are rounded each by itself.
    Count {
        n: i64,
        is_reliable: bool,
    },
    Withheld,
    NotCollected,
    Impossible,
}

impl Known {
    const NOTHING: Known = Known::Count { n: 0, is_reliable: true };

    fn of(observation: Option<&&Observation>) -> Known {
        match observation {
            None => Known::NotCollected,
            Some(Observation { value: Some(Value::Whole(n)), status, .. }) => {
                Known::Count { n: *n as i64, is_reliable: *status != Status::Unreliable }
            }
            Some(Observation { status: Status::NotCollected, .. }) => Known::NotCollected,
            Some(Observation { status: Status::Impossible, .. }) => Known::Impossible,
            Some(_) => Known::Withheld,
        }
    }

    /// With another one added to it or taken away; what is not known of one of them is not known of both.
    fn with(self, other: Known, is_minus: bool) -> Known {
        match (self, other) {
            (Known::Count { n, is_reliable }, Known::Count { n: more, is_reliable: also }) => {
                let n = if is_minus { n - more } else { n + more };
                Known::Count { n, is_reliable: is_reliable && also }
            }
            (Known::Count { .. }, unknown) | (unknown, _) => unknown,
        }
    }

    /// The value and flag of what is not known.
    fn missing(self) -> (Option<Value>, Status) {
        match self {
            Known::NotCollected => (None, Status::NotCollected),
            Known::Impossible => (None, Status::Impossible),
            Known::Withheld | Known::Count { .. } => (None, Status::Withheld),
        }
    }
}

/// The codes that a value stands for.
#[derive(Clone, Copy)]
struct At<'a> {
    site: &'a str,
    lang: &'a str,
    item: &'a str,
}

/// The published counts of a period, and the shares that are made of them.
struct Calculation<'d> {
    gathered: &'d Gathered<'d>,
    sites: Vec<&'d str>,
    counts: HashMap<&'d Key, &'d Observation>,
    /// The codes in a table of a count: sites, languages, items.
    codes: HashMap<(Flow, &'static str), [BTreeSet<&'d str>; 3]>,
    shares: Vec<Observation>,
}

/// All shares of a period.
pub fn shares(gathered: &Gathered, edition: &Edition, published: &[Observation]) -> Vec<Observation> {
    let mut codes: HashMap<(Flow, &'static str), [BTreeSet<&str>; 3]> = HashMap::new();
    for Observation { key, .. } in published {
        let [sites, langs, items] = codes.entry((key.flow, key.indicator)).or_default();
        sites.insert(&key.site);
        langs.insert(&key.lang);
        items.insert(&key.item);
    }
    let mut calculation = Calculation {
        gathered,
        sites: edition.expected.sites.keys().map(String::as_str).collect(),
        counts: published.iter().map(|observation| (&observation.key, observation)).collect(),
        codes,
        shares: Vec::new(),
    };
    for definition in &DEFINITIONS {
        calculation.define(definition);
    }
    if let Period::Quarter { .. } = gathered.period {
        calculation.hazards(&steps::in_order(published, edition));
    }
    if let Period::Year(_) = gathered.period {
        calculation.errors_of_gains();
    }
    calculation.shares
}

impl<'d> Calculation<'d> {
    fn define(&mut self, definition: &Definition) {
        let frequency = self.gathered.period.frequency();
        for share in definition.shares.iter().filter(|share| share.every.code() == frequency) {
            let Some(first) = share.numerator.first() else { continue };
            for site in self.codes(share.site, first, 0, first.site) {
                for lang in self.codes(share.lang, first, 1, first.lang) {
                    for item in self.codes(share.item, first, 2, first.item) {
                        let at = At { site: &site, lang: &lang, item: &item };
                        // Not every site has every kiosk that some site has.
                        if share.item != Over::Kiosks || self.term(first, at) != Known::NotCollected {
                            self.put(definition, share.unit, at, self.value(share, at));
                        }
                    }
                }
            }
        }
        if definition.shares.is_empty() && definition.flow == Flow::Shares && definition.every().code() == frequency {
            let at = At { site: TOTAL, lang: TOTAL, item: TOTAL };
            self.put(definition, "PT", at, (None, definition.status));
        }
    }

    /// The codes for which a share has a value: those of a list, or those that the table of its first term holds.
    fn codes(&self, over: Over, first: &Term, dimension: usize, pick: Pick) -> Vec<String> {
        match over {
            Over::Total => vec![TOTAL.to_owned()],
            Over::SitesAndTotal => self.sites.iter().copied().chain([TOTAL]).map(str::to_owned).collect(),
            Over::Sites => self.sites.iter().map(|site| (*site).to_owned()).collect(),
            Over::Codes(codes) => codes.iter().map(|code| (*code).to_owned()).collect(),
            _ => {
                let found = self.codes.get(&(first.flow, first.count)).map(|codes| &codes[dimension]);
                let ending = if let Pick::OwnThen(ending) = pick { ending } else { "" };
                let found = found.into_iter().flatten().filter(|code| **code != TOTAL);
                let own = found.filter_map(|code| code.strip_suffix(ending));
                own.filter(|code| over != Over::Channels || code.contains(':')).map(str::to_owned).collect()
            }
        }
    }

    fn value(&self, share: &Share, at: At) -> (Option<Value>, Status) {
        let part = self.sum(share.numerator, at);
        let whole = self.sum(share.denominator, at);
        let (Known::Count { n: part, is_reliable }, Known::Count { n: whole, is_reliable: also }) = (part, whole)
        else {
            return if let Known::Count { .. } = part { whole.missing() } else { part.missing() };
        };
        let part = if share.is_signed { part } else { part.max(0) };
        let whole = whole.max(0).unsigned_abs();
        let is_of = |terms: &[Term], flow| terms.iter().all(|term| term.flow == flow);
        // Of people: the rule for small numbers is about them, not about hours.
        let people = match (is_of(share.numerator, Flow::Exact), is_of(share.denominator, Flow::Exact)) {
            (true, _) => None,
            (false, true) => Some(part.unsigned_abs()),
            (false, false) => Some(whole),
        };
        // The doors were never open, as far as is known.
        if whole == 0 && is_of(share.denominator, Flow::Exact) {
            return (None, Status::NotCollected);
        }
        if whole < share.denominator_min.into() || people.is_some_and(|people| people < WITHHELD_BELOW) {
            return (None, Status::Withheld);
        }
        let is_reliable = is_reliable && also && people.is_none_or(|people| people >= UNRELIABLE_BELOW);
        let status = if is_reliable { Status::Normal } else { Status::Unreliable };
        (Some(Value::Tenths(tenths(part, whole, share.scale))), status)
    }

    fn sum(&self, terms: &[Term], at: At) -> Known {
        terms.iter().fold(Known::NOTHING, |sum, term| sum.with(self.term(term, at), term.is_minus))
    }

    fn term(&self, term: &Term, at: At) -> Known {
        let pick = |pick, dimension, own| self.picked(pick, term, dimension, own);
        let mut sum = Known::NOTHING;
        for site in pick(term.site, 0, at.site) {
            for lang in pick(term.lang, 1, at.lang) {
                for item in pick(term.item, 2, at.item) {
                    let key = self.gathered.key(term.flow, term.count, &site, &lang, &item);
                    sum = sum.with(Known::of(self.counts.get(&key)), false);
                }
            }
        }
        sum
    }

    fn picked(&self, pick: Pick, term: &Term, dimension: usize, own: &str) -> Vec<String> {
        match pick {
            Pick::Total => vec![TOTAL.to_owned()],
            Pick::Own => vec![own.to_owned()],
            Pick::Only(code) => vec![code.to_owned()],
            Pick::Sum(codes) => codes.iter().map(|code| (*code).to_owned()).collect(),
            Pick::OwnThen(ending) => vec![format!("{own}{ending}")],
            Pick::AfterColon(beginning) => vec![format!("{beginning}:{own}")],
            Pick::OwnUpToColon => vec![own.split(':').next().unwrap_or_default().to_owned()],
            Pick::All => {
                let found = self.codes.get(&(term.flow, term.count)).map(|codes| &codes[dimension]);
                found.into_iter().flatten().filter(|code| **code != TOTAL).map(|code| (*code).to_owned()).collect()
            }
        }
    }

    fn put(&mut self, definition: &Definition, unit: &'static str, at: At, value: (Option<Value>, Status)) {
        let key = self.gathered.key(definition.flow, definition.id, at.site, at.lang, at.item);
        let status = match value.1 {
            Status::Normal => definition.status,
            heavier => heavier,
        };
        self.shares.push(Observation { key, value: value.0, status, unit });
    }

    /// INC10 once more: how many of those who came as far as a step left there.
    fn hazards(&mut self, guides: &BTreeMap<&str, Vec<&Observation>>) {
        let Some(definition) = DEFINITIONS.iter().find(|definition| definition.id == "INC10") else { return };
        let Some(share) = definition.shares.first() else { return };
        for (service, parts) in guides {
            let key = self.gathered.key(Flow::OneWay, "STARTS", TOTAL, TOTAL, service);
            let mut still = Known::of(self.counts.get(&key));
            for part in parts {
                let left = Known::of(Some(part));
                let value = match (left, still) {
                    (Known::Count { n: left, is_reliable }, Known::Count { n: still, is_reliable: also })
                        if still >= share.denominator_min.into() =>
                    {
                        let tenths = tenths(left, still.unsigned_abs(), share.scale);
                        let status = if is_reliable && also { Status::Normal } else { Status::Unreliable };
                        (Some(Value::Tenths(tenths)), status)
                    }
                    (Known::Count { .. }, Known::Count { .. }) => (None, Status::Withheld),
                    (Known::Count { .. }, unknown) | (unknown, _) => unknown.missing(),
                };
                let item = format!("{}:hazard", part.key.item);
                self.put(definition, share.unit, At { site: TOTAL, lang: TOTAL, item: &item }, value);
                still = still.with(left, true);
            }
        }
    }

    /// The standard error of INC15, of paired shares: sqrt((wr + rw) - (wr - rw)^2 / n) / n.
    fn errors_of_gains(&mut self) {
        let Some(definition) = DEFINITIONS.iter().find(|definition| definition.id == "INC15") else { return };
        let gains: Vec<Observation> =
            self.shares.iter().filter(|share| share.key.indicator == definition.id).cloned().collect();
        for gain in gains {
            let lesson = &gain.key.item;
            let count = |what: &str| {
                let key = self.gathered.key(Flow::OneWay, "GAIN", TOTAL, TOTAL, &format!("{lesson}:{what}"));
                Known::of(self.counts.get(&key))
            };
            let [rr, rw, wr, ww] = ["rr", "rw", "wr", "ww"].map(count);
            let all = [rw, wr, ww].into_iter().fold(rr, |sum, count| sum.with(count, false));
            let value = match (gain.value, rw, wr, all) {
                (Some(_), Known::Count { n: rw, .. }, Known::Count { n: wr, .. }, Known::Count { n, .. }) => {
                    let [rw, wr, n] = [rw, wr, n].map(|count| count as f64);
                    let error = ((wr + rw - (wr - rw).powi(2) / n).max(0.0)).sqrt() / n;
                    (Some(Value::Tenths((error * 1000.0).round() as i64)), gain.status)
                }
                _ => (None, gain.status),
            };
            let item = format!("{lesson}:error");
            self.put(definition, gain.unit, At { site: TOTAL, lang: TOTAL, item: &item }, value);
        }
    }
}
