//! The tables behind the charts as CSV: a file for each, a row for each figure, with the codes of the published files.

use super::Report;
use super::saying::Name;
use super::words::Lexicon;
use crate::indicators::formats::folder::Files;
use crate::indicators::formats::sdmx_csv::lines;
use crate::indicators::formats::{TAGS, written};

/// The files by name.
pub fn tables(report: &Report, lexicon: &Lexicon) -> Files {
    let names = TAGS.map(|tag| format!("NAME_{}", tag.to_ascii_uppercase()));
    let before = ["INDICATOR", "TIME_PERIOD", "SITE", "LANG", "ITEM"].map(str::to_owned);
    let after = ["OBS_VALUE", "OBS_STATUS", "UNIT_MEASURE"].map(str::to_owned);
    let header: Vec<String> = before.into_iter().chain(names).chain(after).collect();
    let file = |chart: &super::Chart| {
        let rows = chart.figures().into_iter().map(|figure| {
            let observation = figure.observation();
            let key = &observation.key;
            let codes = [key.indicator.to_owned(), key.period.to_string(), key.site.clone(), key.lang.clone()];
            let mut row: Vec<String> = codes.into_iter().chain([written(&key.item)]).collect();
            row.extend(lexicon.in_all(Name::of(figure.about())));
            row.push(observation.value.map(|value| value.to_string()).unwrap_or_default());
            row.extend([observation.status.code().to_owned(), observation.unit.to_owned()]);
            row
        });
        (format!("{}.csv", chart.id), lines(std::iter::once(header.clone()).chain(rows)))
    };
    report.charts().map(file).collect()
}
