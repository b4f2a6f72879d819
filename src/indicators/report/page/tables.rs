//! The table behind each chart.

use maud::{Markup, html};

use super::chapters::measured;
use super::{spans, title_of};
use crate::indicators::period::Period;
use crate::indicators::report::Report;
use crate::indicators::report::archive::{Figure, Series, periods};
use crate::indicators::report::chart::{Chart, Drawn, SiteSeries, statuses};
use crate::indicators::report::headlines::flag;
use crate::indicators::report::saying::Name;
use crate::indicators::report::words::Words;

pub fn tables(report: &Report, words: &Words) -> Markup {
    let lang = words.lang;
    html! {
        section.annex aria-labelledby={ (lang) "-tables" } {
            h2 id={ (lang) "-tables" } { (words.plain("report-tables")) }
            p { (words.plain("report-tables-intro")) }
            @for chart in report.charts() { (table(chart, words)) }
        }
    }
}

fn table(chart: &Chart, words: &Words) -> Markup {
    let lang = words.lang;
    html! {
        h3 id={ (lang) "-t-" (chart.id) } { (spans(lang, &title_of(chart, words))) }
        p.soft { (measured(chart, words)) }
        div.table tabindex="0" role="group" aria-labelledby={ (lang) "-t-" (chart.id) } {
            table aria-labelledby={ (lang) "-t-" (chart.id) } {
                @match &chart.drawn {
                    Drawn::Bars { series, rows, .. } => {
                        (head(&words.plain("report-column-name"), series.iter().map(|name| words.name(*name)), words))
                        tbody { @for row in rows { tr { th scope="row" { (words.name(row.name)) } @for one in &row.figures { (cell(*one, words)) } } } }
                    }
                    Drawn::Lines(lines) => (through_time(lines, words)),
                    Drawn::Map(places) => {
                        (head(&words.plain("report-column-site"), [words.plain("report-column-commune"), words.plain("report-column-value")].into_iter(), words))
                        tbody { @for place in places { tr { (site(place, words)) (cell(place.series.now(), words)) } } }
                    }
                    Drawn::Panels(places) => (months_of_sites(places, words)),
                    Drawn::Dots(dots) => {
                        (head(&words.plain("report-column-site"), [words.plain("report-column-kiosk"), words.plain("report-column-value")].into_iter(), words))
                        tbody {
                            @for dot in dots {
                                @let about = dot.figure.about();
                                tr { th scope="row" { (words.name(Name::site(about.site))) } td.x { (about.item) } (cell(Some(dot.figure), words)) }
                            }
                        }
                    }
                }
            }
            @for status in statuses(&chart.figures()) {
                @if let Some(message) = flag(status) { p.soft { (status.code()) " = " (words.plain(message)) } }
            }
        }
    }
}

/// The names of columns; one column of figures needs no name but "value".
fn head(first: &str, others: impl Iterator<Item = String>, words: &Words) -> Markup {
    let others: Vec<String> = others.collect();
    html! {
        thead {
            tr {
                th scope="col" { (first) }
                @if others.is_empty() { th scope="col" { (words.plain("report-column-value")) } }
                @for other in &others { th scope="col" { (other) } }
            }
        }
    }
}

fn through_time(lines: &[(Name, Series)], words: &Words) -> Markup {
    let periods = periods(lines.iter().map(|(_, series)| series));
    html! {
        (head(&words.plain("report-column-period"), lines.iter().map(|(name, _)| words.name(*name)), words))
        tbody {
            @for period in periods.iter().rev() {
                tr { th scope="row" { (words.period(*period)) } @for (_, series) in lines { (cell(at(series, *period), words)) } }
            }
        }
    }
}

fn months_of_sites(places: &[SiteSeries], words: &Words) -> Markup {
    let periods = periods(places.iter().map(|place| &place.series));
    html! {
        (head(&words.plain("report-column-site"), periods.iter().rev().map(|period| words.short_period(*period)), words))
        tbody {
            @for place in places {
                tr {
                    th scope="row" { (words.name(Name::site(place.site))) }
                    @for period in periods.iter().rev() { (cell(at(&place.series, *period), words)) }
                }
            }
        }
    }
}

/// The name of a site and of its commune.
fn site(place: &SiteSeries, words: &Words) -> Markup {
    let commune =
        place.commune.map_or_else(|| words.plain("report-elsewhere"), |place| words.name(Name::Commune(place)));
    html! { th scope="row" { (words.name(Name::site(place.site))) } td.x { (commune) } }
}

fn at<'a>(series: &Series<'a>, period: Period) -> Option<Figure<'a>> {
    series.points.iter().find(|point| point.period == period)?.figure
}

/// A figure: most cells are one, so these need no class. With the letter of its status where it is not as the others.
fn cell(figure: Option<Figure>, words: &Words) -> Markup {
    html! {
        @match figure {
            None => td { "–" },
            Some(figure) if figure.value().is_none() => td.q { (words.value(figure)) },
            Some(figure) => td { (words.value(figure)) @if flag(figure.status()).is_some() { sup { (figure.status().code()) } } },
        }
    }
}
