//! `indicators.csv`: what each indicator is, of what it is made, and what it may be held against.

use super::sdmx_csv::lines;
use super::{Names, written};
use crate::i18n::Texts;
use crate::indicators::definitions::{Benchmark, DEFINITIONS, Definition, Pick, Share, Term};

/// The columns, in their order.
pub const COLUMNS: [&str; 25] = [
    "INDICATOR",
    "DATAFLOW",
    "NAME_FR",
    "NAME_NL",
    "NAME_EN",
    "WHAT_FR",
    "WHAT_NL",
    "WHAT_EN",
    "DESI_LEGACY",
    "DESI_CURRENT",
    "CONDITION",
    "DIGCOMP_AREA",
    "FORMULA",
    "BREAKDOWN",
    "FREQ",
    "STATUS",
    "RISK",
    "GUARD_FR",
    "GUARD_NL",
    "GUARD_EN",
    "SERIES",
    "COMPARE_FR",
    "COMPARE_NL",
    "COMPARE_EN",
    "BENCHMARK",
];

/// The file.
pub fn write(texts: &Texts) -> Vec<u8> {
    let header = COLUMNS.map(str::to_owned);
    lines(std::iter::once(header).chain(DEFINITIONS.iter().map(|definition| row(texts, definition))))
}

fn row(texts: &Texts, definition: &Definition) -> [String; COLUMNS.len()] {
    let said = |attribute: &str| Names::said(texts, &definition.attribute(attribute)).0;
    let [name_fr, name_nl, name_en] = Names::said(texts, &definition.message()).0;
    let [what_fr, what_nl, what_en] = said("what");
    let [guard_fr, guard_nl, guard_en] = said("guard");
    let [compare_fr, compare_nl, compare_en] = said("compare");
    let codes = |codes: Vec<&str>| codes.join(" ");
    let digcomp: Vec<String> = definition.digcomp.iter().map(u8::to_string).collect();
    let mut every: Vec<&str> = definition.shares.iter().map(|share| share.every.code()).collect();
    every.dedup();
    let each = |told: fn(&Share) -> String| definition.shares.iter().map(told).collect::<Vec<_>>().join("; ");
    [
        definition.id.to_owned(),
        definition.flow.id().to_owned(),
        name_fr,
        name_nl,
        name_en,
        what_fr,
        what_nl,
        what_en,
        codes(definition.dimensions.iter().map(|dimension| dimension.code()).collect()),
        codes(definition.desi.to_vec()),
        codes(definition.conditions.iter().map(|condition| condition.code()).collect()),
        digcomp.join(" "),
        each(formula),
        each(breakdown),
        codes(every),
        definition.status.code().to_owned(),
        definition.risk.code().to_owned(),
        guard_fr,
        guard_nl,
        guard_en,
        codes(definition.series.to_vec()),
        compare_fr,
        compare_nl,
        compare_en,
        definition.benchmarks().map(benchmark).collect::<Vec<_>>().join("; "),
    ]
}

/// `100 * (T1.SESSIONS - T1.ENGAGED) / (T1.SESSIONS)`.
fn formula(share: &Share) -> String {
    format!("{} * ({}) / ({}) {}", share.scale, sum(share.numerator), sum(share.denominator), share.unit)
}

fn sum(terms: &[Term]) -> String {
    let mut text = String::new();
    for term in terms {
        let sign = match (term.is_minus, text.is_empty()) {
            (true, _) => " - ",
            (false, true) => "",
            (false, false) => " + ",
        };
        let picks = [("SITE", term.site), ("LANG", term.lang), ("ITEM", term.item)];
        let picked = picks.iter().filter_map(|(dimension, pick)| picked(dimension, *pick)).collect::<Vec<_>>();
        text.push_str(&format!("{sign}{}.{}[{}]", term.flow.id(), term.count, picked.join(" ")));
    }
    text
}

/// Which codes of a dimension go in; nothing where it is the total.
fn picked(dimension: &str, pick: Pick) -> Option<String> {
    Some(match pick {
        Pick::Total => return None,
        Pick::Own => format!("{dimension}={{{dimension}}}"),
        Pick::Only(code) => format!("{dimension}={}", written(code)),
        Pick::Sum(codes) => {
            let codes: Vec<String> = codes.iter().map(|code| written(code)).collect();
            format!("{dimension}={}", codes.join("+"))
        }
        Pick::All => format!("{dimension}=*"),
        Pick::OwnThen(end) => format!("{dimension}={{{dimension}}}{}", written(end)),
        Pick::OwnUpToColon => format!("{dimension}={{{dimension} up to @}}"),
        Pick::AfterColon(beginning) => format!("{dimension}={beginning}@{{{dimension}}}"),
    })
}

fn breakdown(share: &Share) -> String {
    let over = [share.site, share.lang, share.item].map(super::super::definitions::Over::name);
    let over: Vec<String> = over.into_iter().filter(|name| name != "_T").map(|name| written(&name)).collect();
    if over.is_empty() { "_T".to_owned() } else { over.join(" x ") }
}

/// `BE1 2025 65.19 (Eurostat isoc_r_dskl_i)`.
fn benchmark(benchmark: &Benchmark) -> String {
    let Benchmark { item, area, year, percent, source, is_computed, .. } = benchmark;
    let item = if *item == "_T" { String::new() } else { format!("{item} ") };
    let computed = if *is_computed { ", computed" } else { "" };
    format!("{item}{area} {year} {percent} ({source}{computed})")
}
