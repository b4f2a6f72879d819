//! The nine directions: for each one, what the kiosks can say of it and what they cannot, with sentences and charts.

mod conditions;
mod dimensions;

use super::archive::{About, Archive, Figure, Series, largest_first};
use super::chart::{Chart, Drawn, Row};
use super::communes::Commune;
use super::saying::{Name, Saying, Word};
use crate::indicators::definitions::{Condition, DEFINITIONS, Definition, Dimension};
use crate::indicators::known::UNLISTED;
use crate::indicators::observation::Flow;
use crate::usage::event::Reply;

/// So many bars are drawn; the table has all.
const BARS_MAX: usize = 10;

/// One of the nine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    Dimension(Dimension),
    Condition(Condition),
}

impl Which {
    /// All of them, in the order of the Region.
    pub fn all() -> Vec<Which> {
        let dimensions = Dimension::ALL.into_iter().map(Which::Dimension);
        dimensions.chain(Condition::ALL.into_iter().map(Which::Condition)).collect()
    }

    pub const fn code(self) -> &'static str {
        match self {
            Which::Dimension(dimension) => dimension.code(),
            Which::Condition(condition) => condition.code(),
        }
    }

    /// The message of its name.
    pub const fn message(self) -> &'static str {
        match self {
            Which::Dimension(dimension) => dimension.message(),
            Which::Condition(condition) => condition.message(),
        }
    }

    /// The indicators that are about it.
    pub fn definitions(self) -> impl Iterator<Item = &'static Definition> {
        DEFINITIONS.iter().filter(move |definition| match self {
            Which::Dimension(dimension) => definition.dimensions.contains(&dimension),
            Which::Condition(condition) => definition.conditions.contains(&condition),
        })
    }
}

/// A direction with what is known of it.
#[derive(Clone, Debug)]
pub struct Direction<'a> {
    pub which: Which,
    /// What has no chart of its own.
    pub facts: Vec<Saying<'a>>,
    pub charts: Vec<Chart<'a>>,
}

/// All nine.
pub fn directions<'a>(archive: &Archive<'a>, communes: &[Commune]) -> Vec<Direction<'a>> {
    let direction = |which| {
        let (facts, charts) = match which {
            Which::Dimension(Dimension::Connectivity) => dimensions::connectivity(archive),
            Which::Dimension(Dimension::HumanCapital) => dimensions::human_capital(archive),
            Which::Dimension(Dimension::UseOfInternet) => dimensions::use_of_internet(archive),
            Which::Dimension(Dimension::DigitalTechnology) => (Vec::new(), Vec::new()),
            Which::Dimension(Dimension::DigitalPublicServices) => dimensions::public_services(archive),
            Which::Condition(Condition::CrossOver) => conditions::cross_over(archive),
            Which::Condition(Condition::Pooling) => conditions::pooling(archive, communes),
            Which::Condition(Condition::DigitalInclusion) => conditions::inclusion(archive, communes),
            Which::Condition(Condition::EuropeanIntegration) => conditions::european_integration(archive),
        };
        Direction { which, facts, charts: charts.into_iter().filter(|chart| !chart.figures().is_empty()).collect() }
    };
    Which::all().into_iter().map(direction).collect()
}

/// Sentences and charts.
type Told<'a> = (Vec<Saying<'a>>, Vec<Chart<'a>>);

/// The newest figure of something.
fn now<'a>(archive: &Archive<'a>, about: About<'a>) -> Option<Figure<'a>> {
    archive.series(about).now()
}

/// A sentence about one figure, with the period of it.
fn fact<'a>(message: &str, figure: Option<Figure<'a>>) -> Saying<'a> {
    let said = Saying::of(message.to_owned(), &[("value", figure)]);
    match figure {
        Some(figure) => said.with("period", Word::Period(figure.period())),
        None => said,
    }
}

/// A title about the first of these figures, which stands out: its name and its value. Others may have the same value. A
/// title is about what [`is_named`].
fn standing_out<'a>(message: &str, ranked: &[Figure<'a>]) -> Saying<'a> {
    let named: Vec<Figure> = ranked.iter().copied().filter(is_named).collect();
    let first = named.first().copied();
    let said = Saying::of(message.to_owned(), &[("value", first)]);
    let Some(first) = first else { return said };
    let name = Name::of(first.about());
    let is_alone = named.iter().filter(|other| other.value() == first.value()).count() < 2;
    said.with("name", if is_alone { Word::Name(name) } else { Word::Among(name) })
}

/// Whether it is one answer or one thing: neither that nobody answered, nor what the list of codes does not know.
fn is_named(figure: &Figure) -> bool {
    figure.about().item.split([':', '+']).all(|part| part != UNLISTED && part != Reply::Skip.name())
}

/// The cells of an indicator in the region by item, without the total.
fn by_item<'a>(archive: &Archive<'a>, flow: Flow, indicator: &str) -> Vec<Figure<'a>> {
    archive.cells(flow, indicator, About::is_item)
}

/// Bars of one series.
fn bars<'a>(id: &'static str, measure: &'static str, title: Saying<'a>, cells: Vec<Figure<'a>>) -> Chart<'a> {
    let row = |figure: Figure<'a>| Row { name: Name::of(figure.about()), figures: vec![Some(figure)] };
    let rows = cells.into_iter().map(row).collect();
    Chart { id, title, measure, drawn: Drawn::Bars { series: Vec::new(), rows, drawn_max: BARS_MAX } }
}

/// Bars, the largest first, with that one as the title.
fn ranked<'a>(id: &'static str, measure: &'static str, message: &str, mut cells: Vec<Figure<'a>>) -> Chart<'a> {
    largest_first(&mut cells);
    bars(id, measure, standing_out(message, &cells), cells)
}

/// Bars in a given order, with the largest as the title.
fn in_order<'a>(
    archive: &Archive<'a>,
    id: &'static str,
    message: &str,
    (measure, flow, indicator): (&'static str, Flow, &'static str),
    items: impl IntoIterator<Item = &'static str>,
) -> Chart<'a> {
    let cells = items.into_iter().filter_map(|item| now(archive, About::item(flow, indicator, item)));
    let cells: Vec<Figure> = cells.collect();
    let mut ranked = cells.clone();
    largest_first(&mut ranked);
    bars(id, measure, standing_out(message, &ranked), cells)
}

/// Lines through time, with their newest figures in the title: each has its word there.
fn lines<'a, const N: usize>(
    id: &'static str,
    measure: &'static str,
    message: &str,
    lines: [(&'static str, Name<'a>, Series<'a>); N],
) -> Chart<'a> {
    let figures = lines.each_ref().map(|(word, _, series)| (*word, series.now()));
    let title = Saying::of(message.to_owned(), &figures);
    let lines = lines.into_iter().map(|(_, name, series)| (name, series)).collect();
    Chart { id, title, measure, drawn: Drawn::Lines(lines) }
}

/// A line through time, with its newest figure as the title.
fn line<'a>(
    archive: &Archive<'a>,
    id: &'static str,
    measure: &'static str,
    message: &str,
    (name, about): (Name<'a>, About<'a>),
) -> Chart<'a> {
    let series = archive.series(about);
    let title = fact(message, series.now());
    Chart { id, title, measure, drawn: Drawn::Lines(vec![(name, series)]) }
}
