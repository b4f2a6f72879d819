//! `indicators.csv`: what each indicator is, of what it is made, and what it may be held against.

use super::sdmx_csv::lines;
use super::{Names, written};
use crate::i18n::Texts;
use crate::indicators::definitions::{Benchmark, DEFINITIONS, Definition, Every, Pick, Share, Special, Term};

/// The columns in their order, each with what it tells.
pub const COLUMNS: [(&str, &str); 25] = [
    ("INDICATOR", "The code in the column INDICATOR of the figures"),
    ("DATAFLOW", "The table in which its values stand: DF_SHARES, or DF_EXACT where it is not about people"),
    ("NAME_FR", "Its name in French"),
    ("NAME_NL", "Its name in Dutch"),
    ("NAME_EN", "Its name in English"),
    ("WHAT_FR", "What is divided by what, in French"),
    ("WHAT_NL", "What is divided by what, in Dutch"),
    ("WHAT_EN", "What is divided by what, in English"),
    (
        "DESI_LEGACY",
        "Dimensions of the Digital Economy and Society Index until 2020 that it is about: CONN connectivity, HC human \
         capital, UI use of internet, IDT integration of digital technology, DPS digital public services",
    ),
    ("DESI_CURRENT", "Codes or groups of the dashboard of the Digital Decade (since 2023) that it is about"),
    (
        "CONDITION",
        "Conditions of the Region that it is about: C1 cross-over, C2 pooling, C3 digital inclusion, C4 European \
         integration",
    ),
    (
        "DIGCOMP_AREA",
        "Areas of DigComp that it is about: 1 information, 2 communication, 3 content creation, 4 safety, 5 problem solving",
    ),
    (
        "FORMULA",
        "How each of its figures is made; several are parted by a semicolon, in the order of BREAKDOWN. \
         TABLE.COUNT[COLUMN=code] is a published count of the same period: a column that is not named is _T; + in a code list \
         adds these codes, * all but _T; {SITE}, {LANG} and {ITEM} are the codes of the figure itself. A unit ends the formula. \
         A figure is withheld where one of its counts is",
    ),
    (
        "BREAKDOWN",
        "For which codes each formula gives a value: _T is the total, x crosses two columns, @ joins the parts of a code; \
         several are parted by a semicolon, in the order of FORMULA",
    ),
    ("FREQ", "How often it comes: M month, Q quarter, A year"),
    (
        "STATUS",
        "The OBS_STATUS of its values where nothing else holds: A normal, G experimental (the instrument is not proven), L not \
         collected yet",
    ),
    (
        "RISK",
        "How much the true counts could tell about a person before they are rounded and withheld: L low, M medium, H high; NONE \
         where it is not about people",
    ),
    ("GUARD_FR", "How visitors are protected in it, in French"),
    ("GUARD_NL", "How visitors are protected in it, in Dutch"),
    ("GUARD_EN", "How visitors are protected in it, in English"),
    ("SERIES", "Codes of public series that one may look at beside it; COMPARE says whether they compare"),
    ("COMPARE_FR", "What it can be held against and what not, in French"),
    ("COMPARE_NL", "What it can be held against and what not, in Dutch"),
    ("COMPARE_EN", "What it can be held against and what not, in English"),
    (
        "BENCHMARK",
        "Official figures of the same subject, parted by a semicolon: item (where there is one), area, year of the survey, \
         percent, source. BE1 is Brussels, BE Belgium, EU27_2020 the European Union",
    ),
];

/// The file.
pub fn write(texts: &Texts) -> Vec<u8> {
    let header = COLUMNS.map(|(name, _)| name.to_owned());
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
    let Definition { shares, special, .. } = definition;
    let mut every: Vec<Every> = shares.iter().map(|share| share.every).collect();
    every.extend(special.iter().map(|special| special.every));
    every.sort_unstable();
    every.dedup();
    let each = |of_share: fn(&Share) -> String, of_special: fn(&Special) -> String| {
        shares.iter().map(of_share).chain(special.iter().map(of_special)).collect::<Vec<_>>().join("; ")
    };
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
        each(formula, |special| special.formula.to_owned()),
        each(breakdown, |special| written(special.over)),
        codes(every.into_iter().map(Every::code).collect()),
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

/// `100 * (DF_T1.SESSIONS[SITE={SITE}] - DF_T1.ENGAGED[SITE={SITE}]) / (DF_T1.SESSIONS[SITE={SITE}]) PT`.
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
