//! The nine directions: for each one, what the kiosks can say of it and what they cannot, with sentences and charts.

mod conditions;
mod dimensions;

use std::cmp::Reverse;

use super::archive::{About, Archive, Figure};
use super::chart::{Chart, Drawn, Row};
use super::communes::Commune;
use super::saying::{Name, Saying, Word};
use crate::indicators::definitions::{Condition, DEFINITIONS, Definition, Dimension};
use crate::indicators::observation::Flow;

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

/// A title about the one that stands out among several figures: its name and its value. Others may have the same value.
fn standing_out<'a>(message: &str, one: Option<Figure<'a>>, all: &[Figure<'a>]) -> Saying<'a> {
    let said = Saying::of(message.to_owned(), &[("value", one)]);
    let Some(one) = one else { return said };
    let name = Name::of(one.about());
    let is_alone = all.iter().filter(|other| other.value() == one.value()).count() < 2;
    said.with("name", if is_alone { Word::Name(name) } else { Word::Among(name) })
}

/// The cells of an indicator in the region by item, without the total.
fn by_item<'a>(archive: &Archive<'a>, flow: Flow, indicator: &str) -> Vec<Figure<'a>> {
    archive.cells(flow, indicator, About::is_item)
}

/// The largest first; what has no value comes last.
fn largest_first(cells: &mut [Figure]) {
    cells.sort_by_key(|figure| (Reverse(figure.tenths()), figure.about()));
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
    bars(id, measure, standing_out(message, cells.first().copied(), &cells), cells)
}

/// Bars in a given order, with the largest as the title.
fn in_order<'a>(
    archive: &Archive<'a>,
    id: &'static str,
    message: &str,
    (measure, flow, indicator): (&'static str, Flow, &'static str),
    items: &'static [&'static str],
) -> Chart<'a> {
    let cells: Vec<Figure> = items.iter().filter_map(|item| now(archive, About::item(flow, indicator, item))).collect();
    let largest = cells.iter().copied().filter(|figure| figure.value().is_some()).max_by_key(|figure| figure.tenths());
    bars(id, measure, standing_out(message, largest.or(cells.first().copied()), &cells), cells)
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
