//! Shares held against the counts that they are made of.
//!
//! A share of two rounded counts tells nothing that the counts do not. A share of the true ones does: few pairs of whole
//! numbers between the bounds of the two give it, and where there is only one, the true counts are known.

use std::collections::BTreeMap;

use super::finding::{Finding, Kind};
use super::knowledge::{Reasons, Rules, bounds};
use super::published::Published;
use crate::indicators::definitions::{DEFINITIONS, Over, Pick, Share, Term};
use crate::indicators::observation::{Flow, Observation, TOTAL, Value};
use crate::indicators::period::Period;
use crate::indicators::rounding::THRESHOLD;
use crate::usage::event::LanguageGroup;

/// A numerator below this is small.
const SMALL: i64 = THRESHOLD as i64;
/// Beyond this many denominators no pair is the only one.
const DENOMINATORS_MAX: i64 = 200;

/// Shares that tell a small count.
pub fn shares(published: &Published) -> Vec<Finding> {
    let counts = Counts::of(published);
    let is_share = |row: &&Observation| row.key.flow == Flow::Shares;
    published.rows.iter().filter(is_share).filter_map(|row| counts.only_pair(row)).collect()
}

/// The rows of one table, indicator and period.
type Table<'p> = (Flow, &'p str, Period);

struct Counts<'p> {
    rows: BTreeMap<Table<'p>, Vec<(usize, &'p Observation)>>,
}

impl<'p> Counts<'p> {
    fn of(published: &'p Published) -> Counts<'p> {
        let mut rows: BTreeMap<Table, Vec<(usize, &Observation)>> = BTreeMap::new();
        for (at, row) in published.rows.iter().enumerate() {
            let table = (row.key.flow, row.key.indicator, row.key.period);
            rows.entry(table).or_default().push((at, row));
        }
        Counts { rows }
    }

    fn only_pair(&self, row: &Observation) -> Option<Finding> {
        let tenths = match row.value? {
            Value::Tenths(tenths) => tenths,
            Value::Whole(whole) => 10 * i64::try_from(whole).ok()?,
        };
        let definition = DEFINITIONS.iter().find(|definition| definition.id == row.key.indicator)?;
        let of_period = definition.shares.iter().filter(|share| share.every.code() == row.key.period.frequency());
        let mut of_period = of_period.filter(|share| is_of(share, row));
        let (part, whole) = of_period.find_map(|share| self.pair(row, share, tenths))?;
        let learnt = format!("it can only be {part} of {whole}");
        (part < SMALL).then(|| Finding::about(row, Kind::Share, learnt))
    }

    /// The only pair of whole numbers that gives this share; none where there are several, or none.
    fn pair(&self, row: &Observation, share: &Share, tenths: i64) -> Option<(i64, i64)> {
        let (part_low, part_high) = self.sum(row, share.numerator)?;
        let (whole_low, whole_high) = self.sum(row, share.denominator)?;
        let (whole_low, scale) = (whole_low.max(1), 10 * i64::from(share.scale));
        if whole_high - whole_low > DENOMINATORS_MAX {
            return None;
        }
        let mut only = None;
        for whole in whole_low..=whole_high {
            // Parts near tenths * whole / scale.
            let near = tenths * whole / scale;
            let candidates = (near - 2..=near + 2).filter(|part| (part_low..=part_high).contains(part));
            for part in candidates.filter(|part| *part >= 0 && (part * scale + whole / 2) / whole == tenths) {
                if only.replace((part, whole)).is_some() {
                    return None;
                }
            }
        }
        only
    }

    /// Between which bounds a sum of terms lies; none where one of its counts is not in the files, or can be anything.
    fn sum(&self, row: &Observation, terms: &[Term]) -> Option<(i64, i64)> {
        let mut sum = (0, 0);
        for term in terms {
            let table = (term.flow, term.count, row.key.period);
            let of_term = self.rows.get(&table).into_iter().flatten().filter(|(_, count)| {
                is_picked(term.site, &row.key.site, &count.key.site)
                    && is_picked(term.lang, &row.key.lang, &count.key.lang)
                    && is_picked(term.item, &row.key.item, &count.key.item)
            });
            let mut is_there = false;
            for (at, count) in of_term {
                is_there = true;
                let (low, high) = bounds(count, *at, false, Rules::default(), &Reasons::Supposed(BTreeMap::new()))?;
                #[expect(clippy::cast_possible_truncation, reason = "counts are far below 2^52")]
                let (low, high) = if high.is_finite() { (low as i64, high as i64) } else { return None };
                sum = if term.is_minus { (sum.0 - high, sum.1 - low) } else { (sum.0 + low, sum.1 + high) };
            }
            is_there.then_some(())?;
        }
        Some(sum)
    }
}

/// Whether a value can be one of this share: an indicator has several, and what one formula gives says nothing of the counts
/// of another.
fn is_of(share: &Share, row: &Observation) -> bool {
    is_over(share.site, &row.key.site) && is_over(share.lang, &row.key.lang) && is_over(share.item, &row.key.item)
}

fn is_over(over: Over, code: &str) -> bool {
    match over {
        Over::Total => code == TOTAL,
        Over::SitesAndTotal => true,
        Over::Codes(codes) => codes.contains(&code),
        Over::LanguageGroups => LanguageGroup::ALL.iter().any(|group| group.name() == code),
        _ => code != TOTAL,
    }
}

/// Whether a term takes a code, seen from a share of this code.
fn is_picked(pick: Pick, own: &str, code: &str) -> bool {
    match pick {
        Pick::Total => code == TOTAL,
        Pick::Own => code == own,
        Pick::Only(only) => code == only,
        Pick::Sum(codes) => codes.contains(&code),
        Pick::All => code != TOTAL,
        Pick::OwnThen(then) => code.strip_prefix(own) == Some(then),
        Pick::OwnUpToColon => own.split(':').next() == Some(code),
        Pick::AfterColon(before) => code.split_once(':') == Some((before, own)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::observation::{Key, Status};

    fn row(flow: Flow, indicator: &'static str, lang: &str, value: Option<Value>) -> Observation {
        let total = || TOTAL.to_owned();
        let period = "2026-11".parse().expect("a period");
        let status = if value.is_some() { Status::Normal } else { Status::Withheld };
        let key = Key { flow, period, indicator, site: total(), lang: lang.to_owned(), item: total() };
        Observation { key, value, status, unit: "SESSION" }
    }

    /// INC03: the share of Pashto in all visits.
    fn share_of_pashto(visits: Option<u64>, all: u64, tenths: i64) -> Vec<Finding> {
        let rows = vec![
            row(Flow::T1, "SESSIONS", TOTAL, Some(Value::Whole(all))),
            row(Flow::T2, "SESSIONS", "ps", visits.map(Value::Whole)),
            row(Flow::Shares, "INC03", "ps", Some(Value::Tenths(tenths))),
        ];
        shares(&Published { rows, ..Published::default() })
    }

    #[test]
    fn a_share_of_true_counts_tells_a_small_one() {
        // 7 of 61: no other pair between 0 to 9 and 56 to 64 gives 11.5 %.
        let [finding] = &share_of_pashto(None, 60, 115)[..] else { panic!("found") };
        assert_eq!(finding.learnt, "it can only be 7 of 61");
    }

    #[test]
    fn a_share_is_held_against_its_own_formula_alone() {
        let cell = |flow, indicator, item: &str, value| {
            let mut row = row(flow, indicator, TOTAL, value);
            row.key.period = "2026-Q4".parse().expect("a period");
            row.key.item = item.to_owned();
            row
        };
        // INC19: 20 checks of 460 visits were begun. Of checks, 1 of 23 done would be the same number.
        let rows = vec![
            cell(Flow::T1, "ENGAGED", TOTAL, Some(Value::Whole(460))),
            cell(Flow::OneWay, "CHECK", "start", Some(Value::Whole(20))),
            cell(Flow::OneWay, "CHECK", "done", None),
            cell(Flow::Shares, "INC19", "start", Some(Value::Tenths(43))),
        ];
        assert_eq!(shares(&Published { rows, ..Published::default() }), []);
    }

    #[test]
    fn a_share_of_published_counts_tells_nothing_of_a_small_one() {
        for (visits, all) in [(10, 60), (10, 100), (15, 50), (20, 1240)] {
            assert_eq!(
                share_of_pashto(Some(visits), all, ((visits * 1000 + all / 2) / all) as i64),
                [],
                "{visits}/{all}"
            );
        }
    }
}
