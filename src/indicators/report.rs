//! The report of a period: the nine directions in figures, as a page that officials can put on the table.
//!
//! A report is made of published figures alone. [`Report::of`] chooses them and says what they show, as data: each number
//! in it is a [`Figure`], and only an [`Archive`] makes one, of an observation that was published. The page and the tables
//! are written from it. Nothing is computed that no file holds; figures are compared, as far as rounding allows.

mod archive;
mod availability;
mod change;
mod chart;
mod communes;
mod directions;
mod draw;
mod headlines;
mod page;
mod saying;
mod tables;
mod words;

pub use self::archive::{About, Archive, Figure, Point, Series};
pub use self::change::Change;
pub use self::chart::{Chart, Drawn};
pub use self::communes::{Commune, communes};
pub use self::directions::{Direction, Which};
pub use self::headlines::{Subject, Tile};
pub use self::page::page;
pub use self::saying::{Name, Saying, Word};
pub use self::tables::tables;
pub use self::words::{Codes, Lexicon, Words};

use super::observation::Observation;
use super::period::Period;

/// What is told of a period.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    pub period: Period,
    /// Whether the visits were made up.
    pub is_simulated: bool,
    /// What a reader should be able to say after the first screen.
    pub sentences: Vec<Saying<'a>>,
    pub tiles: Vec<Tile<'a>>,
    /// The nine, in the order of the Region.
    pub directions: Vec<Direction<'a>>,
}

impl<'a> Report<'a> {
    /// The report of a period; none where nothing of it was published.
    pub fn of(
        period: Period,
        published: &'a [Observation],
        communes: &[Commune],
        is_simulated: bool,
    ) -> Option<Report<'a>> {
        let archive = Archive::until(period, published);
        if !archive.has_period() {
            return None;
        }
        let tiles = headlines::tiles(&archive);
        let sentences = headlines::sentences(&tiles);
        let directions = directions::directions(&archive, communes);
        Some(Report { period, is_simulated, sentences, tiles, directions })
    }

    /// All charts, in the order of the page.
    pub fn charts(&self) -> impl Iterator<Item = &Chart<'a>> {
        self.directions.iter().flat_map(|direction| &direction.charts)
    }

    /// All figures that the report shows, some of them more than once.
    pub fn figures(&self) -> Vec<Figure<'a>> {
        let of_saying = |saying: &Saying<'a>| -> Vec<Figure<'a>> {
            let figure = |(_, word): &(&str, Word<'a>)| match word {
                Word::Figure(figure) | Word::Amount(figure) => Some(*figure),
                _ => None,
            };
            saying.words.iter().filter_map(figure).collect()
        };
        let mut figures: Vec<Figure> = self.sentences.iter().flat_map(of_saying).collect();
        for tile in &self.tiles {
            figures.extend(of_saying(&tile.reading));
            figures.extend(tile.sureness.iter().flat_map(of_saying));
            let points = tile.lines.iter().flat_map(|line| &line.series.points);
            figures.extend(points.filter_map(|point| point.figure));
        }
        for direction in &self.directions {
            figures.extend(direction.facts.iter().flat_map(of_saying));
        }
        for chart in self.charts() {
            figures.extend(of_saying(&chart.title));
            figures.extend(chart.figures());
        }
        figures
    }
}
