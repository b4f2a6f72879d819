//! How the figures are made, what they must not be used for, what each indicator is, and the official figures.

use maud::{Markup, html};

use crate::indicators::definitions::{BENCHMARKS, Benchmark, DEFINITIONS, Definition};
use crate::indicators::report::words::Words;

/// How many sentences each list has: messages `report-method-1`, and so on.
const METHOD: usize = 9;
const CAVEATS: usize = 8;
const MISUSE: usize = 7;

pub fn method(words: &Words) -> Markup {
    let lang = words.lang;
    let heading = |id: &str| html! { h2 id={ (lang) "-" (id) } { (words.plain(&format!("report-{id}"))) } };
    html! {
        section.fixed aria-labelledby={ (lang) "-method" } {
            (heading("method"))
            (list("method", METHOD, words))
            h3 { (words.plain("report-misuse")) }
            (list("misuse", MISUSE, words))
        }
        section.fixed aria-labelledby={ (lang) "-definitions" } {
            (heading("definitions"))
            dl { @for definition in &DEFINITIONS { (defined(definition, words)) } }
        }
        section.fixed aria-labelledby={ (lang) "-official" } {
            (heading("official"))
            p { (words.plain("report-official-intro")) }
            (official(words))
            h3 { (words.plain("report-caveats")) }
            p { (words.plain("report-caveats-intro")) }
            (list("caveat", CAVEATS, words))
        }
    }
}

fn list(name: &str, length: usize, words: &Words) -> Markup {
    html! { ul { @for number in 1..=length { li { (words.plain(&format!("report-{name}-{number}"))) } } } }
}

fn defined(definition: &Definition, words: &Words) -> Markup {
    let message = |attribute: &str| words.plain(&definition.attribute(attribute));
    let about: Vec<String> = definition
        .dimensions
        .iter()
        .map(|dimension| words.plain(dimension.message()))
        .chain(definition.conditions.iter().map(|condition| words.plain(condition.message())))
        .collect();
    html! {
        dt id={ (words.lang) "-" (definition.id) } { (definition.id) " " (words.plain(&definition.message())) }
        dd {
            (message("what")) " " (message("compare")) " " (message("guard")) br;
            span.soft {
                (about.join(", "))
                @if !definition.desi.is_empty() { " · DESI: " code { (definition.desi.join(", ")) } }
                @if !definition.series.is_empty() { " · " code { (definition.series.join(", ")) } }
            }
        }
    }
}

fn official(words: &Words) -> Markup {
    let columns = ["indicator", "area", "year", "percent", "source"].map(|name| format!("report-column-{name}"));
    html! {
        div.table tabindex="0" role="group" aria-label=(words.plain("report-official")) {
            table {
                thead { tr { @for column in &columns { th scope="col" { (words.plain(column)) } } } }
                tbody { @for benchmark in &BENCHMARKS { (quoted(benchmark, words)) } }
            }
        }
    }
}

fn quoted(benchmark: &Benchmark, words: &Words) -> Markup {
    let item = (benchmark.item != "_T").then(|| format!("skills-{}", benchmark.item.to_ascii_lowercase()));
    html! {
        tr {
            th scope="row" {
                (benchmark.indicator) " " (words.plain(&benchmark.indicator.to_ascii_lowercase()))
                @if let Some(item) = item { ": " (words.plain(&item)) }
            }
            td.x { (words.plain(&format!("report-area-{}", benchmark.area.to_ascii_lowercase().replace('_', "-")))) }
            td.x { (benchmark.year) }
            td.o { (words.percent(&words.official(benchmark.percent))) }
            td.x { (benchmark.source) @if benchmark.is_computed { " (" (words.plain("report-computed")) ")" } }
        }
    }
}
