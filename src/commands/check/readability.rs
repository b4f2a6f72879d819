//! `kiosk check --readability`: how easy the texts of the services are to read.

use crate::content::check::{Readability, Spread};

use super::super::answer::Format;

/// One paragraph a language.
pub fn written(all: &[Readability], format: Format) -> String {
    match format {
        // Texts and numbers, which JSON can always hold.
        Format::Json => serde_json::to_string_pretty(all).unwrap_or_default() + "\n",
        Format::Text if all.is_empty() => "No text is long enough to be scored.\n".to_owned(),
        Format::Text => all.iter().map(told).collect(),
    }
}

fn told(of: &Readability) -> String {
    let (ease, lix) = (spread(&of.ease, "at least"), spread(&of.lix, "at most"));
    format!("{}, {} services\n  {}: {ease}\n  LIX: {lix}\n", of.lang, of.services, of.formula)
}

fn spread(of: &Spread, keeps: &str) -> String {
    let over = if of.over_limit.is_empty() { "none".to_owned() } else { of.over_limit.join(", ") };
    let Spread { median, limit, hardest, hardest_service, .. } = of;
    format!(
        "median {median:.1}, hardest {hardest:.1} ({hardest_service}); easy is {keeps} {limit:.0}; not easy: {over}"
    )
}
