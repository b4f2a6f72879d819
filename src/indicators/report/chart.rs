//! A chart as data: its title, what is drawn, and the figures of the table behind it.

use std::collections::BTreeSet;

use super::archive::{Figure, Series};
use super::saying::{Name, Saying};
use crate::indicators::observation::Status;
use crate::indicators::period::Period;

/// There are four colours, and four ways to dash a line.
pub const SERIES_MAX: usize = 4;

/// A chart. What it draws is what its table holds.
#[derive(Clone, Debug)]
pub struct Chart<'a> {
    /// Its name in addresses and in the names of files.
    pub id: &'static str,
    /// What one sees in it.
    pub title: Saying<'a>,
    /// What is measured, and in what: a message.
    pub measure: &'static str,
    pub drawn: Drawn<'a>,
}

/// How it is drawn.
#[derive(Clone, Debug)]
pub enum Drawn<'a> {
    /// A bar for each cell of one period; several beside each other where there is more than one series.
    Bars {
        series: Vec<Name<'a>>,
        rows: Vec<Row<'a>>,
        /// So many rows are drawn; the table has all.
        drawn_max: usize,
    },
    /// Figures through time.
    Lines(Vec<(Name<'a>, Series<'a>)>),
    /// A square for each site, in the tile of its commune.
    Map(Vec<SiteSeries<'a>>),
    /// Small multiples: the months of each site, in the panel of its commune.
    Panels(Vec<SiteSeries<'a>>),
    /// A dot for each kiosk, in the row of its commune.
    Dots(Vec<Dot<'a>>),
}

/// A row of bars.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    pub name: Name<'a>,
    /// One for each series; none where there is no such figure.
    pub figures: Vec<Option<Figure<'a>>>,
}

/// A site and its months.
#[derive(Clone, Debug)]
pub struct SiteSeries<'a> {
    pub site: &'a str,
    /// The place of its commune in the list of communes.
    pub commune: Option<usize>,
    pub series: Series<'a>,
}

/// A kiosk and its figure.
#[derive(Clone, Debug)]
pub struct Dot<'a> {
    pub commune: Option<usize>,
    pub figure: Figure<'a>,
}

impl<'a> Chart<'a> {
    /// All figures, as the table has them.
    pub fn figures(&self) -> Vec<Figure<'a>> {
        self.figures_of_rows(usize::MAX)
    }

    /// Those figures for which there is room in the drawing.
    pub fn drawn_figures(&self) -> Vec<Figure<'a>> {
        match self.drawn {
            Drawn::Bars { drawn_max, .. } => self.figures_of_rows(drawn_max),
            _ => self.figures(),
        }
    }

    fn figures_of_rows(&self, max: usize) -> Vec<Figure<'a>> {
        match &self.drawn {
            Drawn::Bars { rows, .. } => {
                rows.iter().take(max).flat_map(|row| row.figures.iter().flatten().copied()).collect()
            }
            Drawn::Lines(lines) => lines.iter().flat_map(|(_, series)| of_series(series)).collect(),
            Drawn::Map(places) => places.iter().filter_map(|place| place.series.now()).collect(),
            Drawn::Panels(places) => places.iter().flat_map(|place| of_series(&place.series)).collect(),
            Drawn::Dots(dots) => dots.iter().map(|dot| dot.figure).collect(),
        }
    }

    /// Whether anything has a value.
    pub fn has_values(&self) -> bool {
        self.figures().iter().any(|figure| figure.value().is_some())
    }

    /// The first and the last period that it shows.
    pub fn periods(&self) -> Option<(Period, Period)> {
        let periods: BTreeSet<Period> = self.figures().iter().map(|figure| figure.period()).collect();
        Some((*periods.first()?, *periods.last()?))
    }
}

/// How figures are to be taken that are not quite as the others, each once.
pub fn statuses(figures: &[Figure]) -> BTreeSet<Status> {
    figures.iter().map(|figure| figure.status()).filter(|status| *status != Status::Normal).collect()
}

fn of_series<'a>(series: &Series<'a>) -> Vec<Figure<'a>> {
    series.points.iter().filter_map(|point| point.figure).collect()
}
