//! The attacker against publishers whose truth is known here.

mod publishers;
mod world;

use std::collections::BTreeMap;

use inclusion_kiosk::indicators::attack::{
    Attacker, Finding, Insider, Kind, Published, Reason, Reasons, Rules, Verdict, at_sight, attack, unsound,
    withhold_more,
};
use inclusion_kiosk::indicators::observation::Status;

use publishers::{by_the_rules, exact_totals, publish, threshold_on_count, true_count};
use world::{Size, Truth, groups, truth};

/// A few small libraries in one quarter.
const SMALL: Size = Size { sites: 3, months: 3, services: 6, visits: 60.0, fall: 1.0 };

fn published(size: Size, truth: &Truth, judge: publishers::Judge) -> Published {
    Published { groups: groups(size), ..publish(truth, judge) }
}

/// A few more: enough for rare draws.
const LARGER: Size = Size { sites: 4, services: 12, ..SMALL };

/// Somebody who knows that every withheld cell of these publishers is small.
fn strongest(published: &Published) -> Attacker {
    let withheld = published.rows.iter().enumerate().filter(|(_, row)| row.status == Status::Withheld);
    let known: BTreeMap<usize, Reason> = withheld.map(|(at, _)| (at, Reason::Count)).collect();
    Attacker { reasons: Reasons::Known(known), ..Attacker::default() }
}

fn report(findings: &[Finding]) -> String {
    findings.iter().map(|finding| format!("{finding}\n")).collect()
}

/// What the rules publish, and what more has to be withheld so that nothing is found out.
fn mended(size: Size, truth: &Truth, seed: u64) -> (Published, Attacker) {
    let mut published = published(size, truth, &by_the_rules(seed));
    let Reasons::Known(mut reasons) = strongest(&published).reasons else { panic!("known") };
    let more = withhold_more(&mut published, Rules::default(), reasons.clone(), &|_| false);
    reasons.extend(more.into_iter().map(|at| (at, Reason::Others)));
    (published, Attacker { reasons: Reasons::Known(reasons), ..Attacker::default() })
}

/// Attacks many worlds, and says what was found out in each of them; `publish` says what is attacked, and by whom.
pub fn found(
    seeds: std::ops::Range<u64>,
    size: Size,
    publish: impl Fn(&Truth, u64) -> (Published, Attacker),
) -> Vec<(u64, Vec<Finding>)> {
    let mut found = Vec::new();
    for seed in seeds {
        let truth = truth(size, seed);
        let (published, attacker) = publish(&truth, seed);
        let wrong = unsound(&published, &attacker, &|row| true_count(&truth, row));
        assert!(wrong.is_empty(), "seed {seed}: {}", report(&wrong));
        let mut findings = at_sight(&published);
        findings.extend(attack(&published, &attacker));
        findings.extend(attack(&published, &Attacker { reasons: Reasons::Unknown, ..attacker }));
        if !findings.is_empty() {
            found.push((seed, findings));
        }
    }
    found
}

fn nothing_is_found(seeds: std::ops::Range<u64>, size: Size) {
    let found = found(seeds, size, |truth, seed| mended(size, truth, seed));
    let told: Vec<String> =
        found.iter().map(|(seed, findings)| format!("seed {seed}:\n{}", report(findings))).collect();
    assert!(found.is_empty(), "{}", told.concat());
}

#[test]
fn nothing_is_found_out_where_more_is_withheld() {
    nothing_is_found(0..12, SMALL);
}

#[test]
#[ignore = "takes minutes: .ci/long runs it"]
fn nothing_is_found_out_in_a_thousand_worlds() {
    nothing_is_found(0..1000, SMALL);
}

#[test]
#[ignore = "takes minutes: .ci/long runs it"]
fn forty_libraries_are_attacked_in_minutes() {
    let size = Size { sites: 40, months: 12, services: 98, visits: 400.0, fall: 0.7 };
    let truth = truth(size, 1);
    let published = published(size, &truth, &by_the_rules(1));
    for reasons in [Reasons::Unknown, strongest(&published).reasons] {
        print!("{}", report(&attack(&published, &Attacker { reasons, ..Attacker::default() })));
    }
}

#[test]
fn rounding_alone_lets_narrow_bounds_through() {
    // Each count is drawn by itself, so a part can be published as more than its whole: what is left of it is then at most 3.
    let plain = |truth: &Truth, seed| {
        let published = published(SMALL, truth, &by_the_rules(seed));
        let attacker = strongest(&published);
        (published, attacker)
    };
    let found = found(0..10, SMALL, plain);
    let kinds: Vec<Kind> = found.iter().flat_map(|(_, findings)| findings).map(|finding| finding.kind).collect();
    assert!(kinds.contains(&Kind::Count(Verdict::Narrow)), "{kinds:?}");
    assert!(!kinds.contains(&Kind::Count(Verdict::Exact)) && !kinds.contains(&Kind::Solver), "{kinds:?}");
}

#[test]
fn totals_that_are_exact_are_found_out() {
    let exact = |truth: &Truth, seed| {
        let published = published(SMALL, truth, &exact_totals(seed));
        let attacker = strongest(&published);
        (published, attacker)
    };
    let found = found(0..5, SMALL, exact);
    let is_exact = |finding: &Finding| finding.kind == Kind::Count(Verdict::Exact);
    assert!(found.iter().any(|(_, findings)| findings.iter().any(is_exact)), "nothing exact");
}

#[test]
fn a_threshold_on_the_true_count_is_found_out() {
    // The method note says how it is done, so the attacker knows that a published 10 is at least 10.
    let rules = Rules { is_threshold_on_count: true, ..Rules::default() };
    let on_count = |truth: &Truth, seed| {
        let published = published(LARGER, truth, &threshold_on_count(seed));
        let attacker = Attacker { rules, ..strongest(&published) };
        (published, attacker)
    };
    assert!(!found(0..12, LARGER, on_count).is_empty());
}

#[test]
fn rounding_that_is_drawn_anew_is_found_out() {
    let truth = truth(SMALL, 1);
    let mut published = published(SMALL, &truth, &by_the_rules(0));
    for again in 1..20 {
        published.rows.extend(publish(&truth, &by_the_rules(again)).rows);
    }
    assert!(at_sight(&published).iter().any(|finding| finding.kind == Kind::Changed));
    let findings = attack(&published, &strongest(&published));
    assert!(findings.iter().any(|finding| matches!(finding.kind, Kind::Count(_))), "{}", report(&findings));
}

#[test]
fn what_is_not_solved_would_have_found_nothing() {
    for seed in 0..2 {
        let published = published(SMALL, &truth(SMALL, seed), &by_the_rules(seed));
        let quick = strongest(&published);
        let thorough = Attacker { is_thorough: true, ..quick.clone() };
        let of = |attacker: &Attacker| {
            let mut findings = attack(&published, attacker);
            findings.sort();
            report(&findings)
        };
        assert_eq!(of(&quick), of(&thorough), "seed {seed}");
    }
}

#[test]
fn whoever_was_there_or_knows_the_site_is_told_no_less() {
    let size = SMALL;
    let truth = truth(size, 3);
    let (published, attacker) = mended(size, &truth, 3);
    let period = "2027-Q1".parse().expect("a period");
    let totals = published.rows.iter().filter(|row| {
        row.key.indicator == "SESSIONS" && row.key.period == period && row.key.site != "_T" && row.key.lang == "_T"
    });
    let mut insiders = vec![Insider::Own];
    insiders.extend(totals.filter_map(|row| {
        Some(Insider::Total { site: row.key.site.clone(), period, visits: true_count(&truth, row)? })
    }));
    assert_eq!(insiders.len(), 1 + size.sites);
    let outside = attack(&published, &attacker);
    let inside = attack(&published, &Attacker { insiders, ..attacker });
    assert!(outside.iter().all(|finding| inside.contains(finding)));
    assert!(!inside.iter().any(|finding| finding.kind == Kind::Solver), "{}", report(&inside));
}
