//! The first screen: what happened, in three sentences and seven tiles.

use maud::{Markup, html};

use super::{length_of, said};
use crate::indicators::observation::Status;
use crate::indicators::report::Report;
use crate::indicators::report::archive::{Figure, Series};
use crate::indicators::report::change::Change;
use crate::indicators::report::directions::Which;
use crate::indicators::report::draw::spark;
use crate::indicators::report::headlines::{Line, Tile};
use crate::indicators::report::saying::{Saying, Word};
use crate::indicators::report::words::Words;

/// How high the bars are where they stand alone in a tile, and where others stand above or below.
const ALONE: u32 = 36;
const BESIDE: u32 = 16;

pub fn first_screen(report: &Report, words: &Words) -> Markup {
    let lang = words.lang;
    html! {
        header.top {
            h1 { (super::title(report, words)) }
            @if report.is_simulated { p.made-up { strong { (words.plain("published-simulated")) } } }
            p.soft { (words.plain("report-visits-not-persons")) }
        }
        section.sentences aria-labelledby={ (lang) "-three" } {
            h2 id={ (lang) "-three" } { (words.plain(&format!("report-three.{}", length_of(report.period)))) }
            ol { @for saying in &report.sentences { li { (said(words, saying)) (aside(report, saying, words)) } } }
        }
        section aria-labelledby={ (lang) "-tiles" } {
            h2.unseen id={ (lang) "-tiles" } { (words.plain("report-seven")) }
            div.tiles {
                @for tile in &report.tiles { (one(tile, words)) }
                article.tile.how {
                    h3 { (words.plain("report-how")) }
                    ul { @for number in 1..=4 { li { (words.plain(&format!("report-how-{number}"))) } } }
                }
            }
            (contents(words))
        }
    }
}

/// What a sentence leaves out: of when it is, where it is not of the whole period, since not all figures come that seldom;
/// and that it is not very sure.
fn aside(report: &Report, saying: &Saying, words: &Words) -> Markup {
    let figure = saying.words.iter().find_map(|(_, word)| match word {
        Word::Figure(figure) => Some(*figure),
        _ => None,
    });
    let period = figure.map(Figure::period).filter(|period| *period != report.period);
    html! {
        @if let Some(period) = period {
            " " span.soft { (words.filled("report-only", &[("period", &words.period(period))])) }
        }
        @if figure.is_some_and(|figure| figure.status() == Status::Unreliable) {
            " " span.soft { "(" (words.status(Status::Unreliable)) ")" }
        }
    }
}

fn one(tile: &Tile, words: &Words) -> Markup {
    let period = tile.lines.first().and_then(|line| line.series.period());
    html! {
        article.tile {
            h3 { (words.plain(tile.subject.message())) " " @if let Some(period) = period { span { (words.period(period)) } } }
            @match tile.lines.as_slice() {
                [] => p.big.none { (words.plain("report-no-figure")) },
                [line] => (alone(line, words)),
                lines => (beside(lines, words)),
            }
            @if !tile.reading.is_silent() { p { (said(words, &tile.reading)) } }
            p.soft { @for saying in &tile.sureness { (said(words, saying)) " " } }
        }
    }
}

/// A tile of one figure.
fn alone(line: &Line, words: &Words) -> Markup {
    let now = line.series.now();
    html! {
        div.now {
            p.big.none[now.is_none_or(|figure| figure.value().is_none())] { (words.value_or_none(now)) }
            (spark(&line.series, ALONE, &through_time(&line.series, words)))
        }
        p.trend { (said(words, &trend(line))) }
    }
}

/// A tile of several figures.
fn beside(lines: &[Line], words: &Words) -> Markup {
    html! {
        ul.lines {
            @for line in lines {
                li {
                    span { (line.name.map(|name| words.name(name)).unwrap_or_default()) }
                    b { (words.value_or_none(line.series.now())) }
                    (spark(&line.series, BESIDE, &through_time(&line.series, words)))
                    span.soft { (said(words, &short_trend(line))) }
                }
            }
        }
    }
}

/// More, fewer or the same, and what it was before.
fn trend<'a>(line: &Line<'a>) -> Saying<'a> {
    compared("report-trend", line)
}

/// The same in few words.
fn short_trend<'a>(line: &Line<'a>) -> Saying<'a> {
    compared("report-change", line)
}

fn compared<'a>(message: &str, line: &Line<'a>) -> Saying<'a> {
    let said = Saying::plain(&format!("{message}.{}", line.change.word()));
    match line.series.before().filter(|_| line.change != Change::Unknown) {
        Some(before) => said.with("before", Word::Amount(before)).with("period", Word::Period(before.period())),
        None => said,
    }
}

/// What those hear who do not see the bars.
fn through_time(series: &Series, words: &Words) -> String {
    let ends = [series.points.first(), series.points.last()];
    let [Some(first), Some(last)] = ends else { return words.plain("report-no-figure") };
    let [from, to] = [first, last].map(|point| words.period(point.period));
    let [old, new] = [first, last].map(|point| words.value_or_none(point.figure));
    words.filled("report-alt-spark", &[("from", &from), ("old", &old), ("to", &to), ("new", &new)])
}

/// What comes below.
fn contents(words: &Words) -> Markup {
    let lang = words.lang;
    html! {
        nav.contents aria-label=(words.plain("report-contents")) {
            ul {
                @for which in Which::all() {
                    li { a href={ "#" (lang) "-" (which.code()) } { (words.plain(which.message())) } }
                }
                @for chapter in ["tables", "method", "definitions", "official"] {
                    li { a href={ "#" (lang) "-" (chapter) } { (words.plain(&format!("report-{chapter}"))) } }
                }
            }
        }
    }
}
