//! The nine directions.

use maud::{Markup, html};

use super::{said, spans, title_of};
use crate::indicators::observation::Status;
use crate::indicators::report::Report;
use crate::indicators::report::chart::{Chart, Drawn, SERIES_MAX, statuses};
use crate::indicators::report::directions::{Direction, Which};
use crate::indicators::report::draw::{self, Paint};
use crate::indicators::report::headlines::flag;
use crate::indicators::report::words::Words;

pub fn chapters(report: &Report, words: &Words) -> Markup {
    html! {
        section.directions aria-labelledby={ (words.lang) "-directions" } {
            h2 id={ (words.lang) "-directions" } { (words.plain("report-directions")) }
            p { (words.plain("report-directions-intro")) }
            @for direction in &report.directions { (chapter(direction, words)) }
        }
    }
}

fn chapter(direction: &Direction, words: &Words) -> Markup {
    let (lang, code) = (words.lang, direction.which.code());
    let kind = match direction.which {
        Which::Dimension(_) => "report-dimension",
        Which::Condition(_) => "report-condition",
    };
    let message = |part: &str| words.plain(&format!("report-{}.{part}", code.to_ascii_lowercase()));
    html! {
        section.direction aria-labelledby={ (lang) "-" (code) } {
            h3 id={ (lang) "-" (code) } { (words.plain(direction.which.message())) " " small { (words.plain(kind)) " · " (code) } }
            div.says {
                p { strong { (words.plain("report-can")) } " " (message("can")) }
                p { strong { (words.plain("report-cannot")) } " " (message("cannot")) }
            }
            @if !direction.facts.is_empty() {
                ul.facts { @for saying in direction.facts.iter().filter(|saying| !saying.is_silent()) { li { (said(words, saying)) } } }
            }
            div.charts { @for chart in &direction.charts { (figure(chart, words)) } }
            @if direction.which.definitions().next().is_some() {
                p.soft {
                    (words.plain("report-indicators")) " "
                    @for (at, definition) in direction.which.definitions().enumerate() {
                        @if at > 0 { ", " }
                        a href={ "#" (lang) "-" (definition.id) } { (definition.id) " " (words.plain(&definition.message())) }
                    }
                }
            }
        }
    }
}

fn figure(chart: &Chart, words: &Words) -> Markup {
    let lang = words.lang;
    let title = title_of(chart, words);
    let alternative = words.filled("report-alt", &[("title", &title.to_plain_string())]);
    html! {
        figure id={ (lang) "-c-" (chart.id) } {
            figcaption {
                h4 { (spans(words.lang, &title)) }
                p.soft { (measured(chart, words)) }
            }
            (legend(chart, words))
            @if chart.has_values() { (draw::chart(chart, words, &alternative)) }
            @else { p.none { (words.plain("report-nothing-to-draw")) } }
            p.soft {
                (notes(chart, words))
                a href={ "#" (lang) "-t-" (chart.id) } { (words.plain("report-to-table")) }
            }
        }
    }
}

/// What is measured, in what, and when.
pub fn measured(chart: &Chart, words: &Words) -> String {
    let when = match chart.periods() {
        Some((first, last)) if first != last => {
            words.filled("report-from-to", &[("from", &words.period(first)), ("to", &words.period(last))])
        }
        Some((only, _)) => words.period(only),
        None => String::new(),
    };
    words.filled("report-measured", &[("what", &words.plain(chart.measure)), ("when", &when)])
}

fn legend(chart: &Chart, words: &Words) -> Markup {
    let names: Vec<String> = match &chart.drawn {
        Drawn::Lines(lines) => lines.iter().map(|(name, _)| words.name(*name)).collect(),
        Drawn::Bars { series, .. } => series.iter().map(|name| words.name(*name)).collect(),
        Drawn::Map(places) => return shades(&draw::steps_of_map(places), words),
        Drawn::Panels(places) => {
            let end = words.number(draw::end_of_panels(places) as i64);
            return html! { p.soft.t { (words.filled("report-top-line", &[("number", &end)])) } };
        }
        Drawn::Dots(_) => Vec::new(),
    };
    html! {
        @if names.len() > 1 {
            ul.legend {
                @for (at, name) in names.iter().enumerate().take(SERIES_MAX) {
                    li {
                        svg.key aria-hidden="true" viewBox="0 0 24 12" {
                            @if let Drawn::Lines(_) = chart.drawn {
                                path.{ (Paint::Series(at as u8).class()) " s w" } d="M1 6h22" {}
                            } @else {
                                rect.{ (Paint::Series(at as u8).class()) } width="24" height="12" {}
                            }
                        }
                        (name)
                    }
                }
            }
        }
    }
}

fn shades(steps: &[f64], words: &Words) -> Markup {
    html! {
        ul.legend {
            @for (at, step) in steps.iter().enumerate() {
                li {
                    svg.key aria-hidden="true" viewBox="0 0 24 12" {
                        rect.{ (Paint::Shade(at as u8).class()) } width="24" height="12" {}
                    }
                    span.t { (words.filled("report-up-to", &[("number", &words.number(*step as i64))])) }
                }
            }
        }
    }
}

/// How to take what is not quite as the rest.
fn notes(chart: &Chart, words: &Words) -> Markup {
    let statuses = statuses(&chart.drawn_figures());
    let has_more = matches!(&chart.drawn, Drawn::Bars { rows, drawn_max, .. } if rows.len() > *drawn_max);
    html! {
        @for status in &statuses {
            @if *status == Status::Withheld { (words.plain("report-hatched")) " " }
            @else if let Some(message) = flag(*status) { (words.plain(message)) " " }
        }
        @if has_more { (words.plain("report-more-in-table")) " " }
        @if matches!(chart.drawn, Drawn::Map(_) | Drawn::Panels(_)) { (words.plain("report-no-ranking")) " " }
    }
}
