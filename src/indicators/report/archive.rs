//! All published figures of a folder, by what they are about, and what they were in the periods before.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::indicators::observation::{Flow, Observation, Status, TOTAL, Value};
use crate::indicators::period::Period;

/// So many periods are shown at most, by their length: two years of months, three of quarters.
const MONTHS_MAX: usize = 24;
const QUARTERS_MAX: usize = 12;
const YEARS_MAX: usize = 10;

/// So many are drawn where there is little room: a year of months, and the same month of the year before.
pub const NEWEST_MAX: usize = 13;

/// What a figure is about, in whatever period.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct About<'a> {
    pub flow: Flow,
    pub indicator: &'a str,
    pub site: &'a str,
    pub lang: &'a str,
    pub item: &'a str,
}

impl<'a> About<'a> {
    /// All of the region.
    pub const fn region(flow: Flow, indicator: &'a str) -> About<'a> {
        About { flow, indicator, site: TOTAL, lang: TOTAL, item: TOTAL }
    }

    /// An item in the region.
    pub const fn item(flow: Flow, indicator: &'a str, item: &'a str) -> About<'a> {
        About { item, ..About::region(flow, indicator) }
    }

    /// Whether it is one language, and all of the region and of what can be opened.
    pub fn is_language(self) -> bool {
        self.site == TOTAL && self.lang != TOTAL && self.item == TOTAL
    }

    /// Whether it is one item, and all of the region and of languages.
    pub fn is_item(self) -> bool {
        self.site == TOTAL && self.lang == TOTAL && self.item != TOTAL
    }

    /// What an observation is about.
    fn of(observation: &'a Observation) -> About<'a> {
        let key = &observation.key;
        let (site, lang, item) = (key.site.as_str(), key.lang.as_str(), key.item.as_str());
        About { flow: key.flow, indicator: key.indicator, site, lang, item }
    }
}

/// A figure of the report. It stands in a published file: nothing else makes one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Figure<'a>(&'a Observation);

impl<'a> Figure<'a> {
    /// The published observation.
    pub const fn observation(self) -> &'a Observation {
        self.0
    }

    pub fn about(self) -> About<'a> {
        About::of(self.0)
    }

    pub const fn value(self) -> Option<Value> {
        self.0.value
    }

    pub const fn status(self) -> Status {
        self.0.status
    }

    pub const fn period(self) -> Period {
        self.0.key.period
    }

    /// Its value in tenths, to compare it with others and to draw it.
    pub const fn tenths(self) -> Option<i64> {
        match self.0.value {
            Some(Value::Whole(whole)) => Some(whole as i64 * 10),
            Some(Value::Tenths(tenths)) => Some(tenths),
            None => None,
        }
    }

    /// Whether it is a share of a hundred.
    pub fn is_percent(self) -> bool {
        self.0.unit == "PT"
    }
}

/// The largest first; what has no value comes last.
pub fn largest_first(figures: &mut [Figure]) {
    figures.sort_by_key(|figure| (Reverse(figure.tenths()), figure.about()));
}

/// A period and what was published of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Point<'a> {
    pub period: Period,
    /// None where there is no such figure.
    pub figure: Option<Figure<'a>>,
}

/// One figure through periods of one length, the oldest first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Series<'a> {
    /// One after the other, without a gap.
    pub points: Vec<Point<'a>>,
}

impl<'a> Series<'a> {
    /// The newest figure.
    pub fn now(&self) -> Option<Figure<'a>> {
        self.points.last()?.figure
    }

    /// The figure of the period before.
    pub fn before(&self) -> Option<Figure<'a>> {
        self.points.iter().rev().nth(1)?.figure
    }

    /// The newest period.
    pub fn period(&self) -> Option<Period> {
        Some(self.points.last()?.period)
    }

    /// The newest periods alone: as many as are drawn where there is little room.
    #[must_use]
    pub fn newest(mut self) -> Series<'a> {
        self.points.drain(..self.points.len().saturating_sub(NEWEST_MAX));
        self
    }

    /// Whether there is anything to draw.
    pub fn has_values(&self) -> bool {
        self.points.iter().any(|point| point.figure.is_some_and(|figure| figure.value().is_some()))
    }
}

/// All periods of some series, the oldest first.
pub fn periods<'s, 'a: 's>(series: impl Iterator<Item = &'s Series<'a>>) -> Vec<Period> {
    let periods: BTreeSet<Period> = series.flat_map(|series| &series.points).map(|point| point.period).collect();
    periods.into_iter().collect()
}

/// What was published of one thing, by period.
type History<'a> = BTreeMap<Period, Figure<'a>>;

/// All published figures, seen from a period: nothing of later ones is shown.
pub struct Archive<'a> {
    period: Period,
    figures: HashMap<About<'a>, History<'a>>,
    /// The periods that were published, up to this one.
    periods: Vec<Period>,
}

impl<'a> Archive<'a> {
    /// The figures that were published of `period` and before.
    pub fn until(period: Period, observations: &'a [Observation]) -> Archive<'a> {
        let mut figures: HashMap<About, History> = HashMap::new();
        let mut periods = Vec::new();
        for observation in observations.iter().filter(|one| one.key.period.end() <= period.end()) {
            figures.entry(About::of(observation)).or_default().insert(observation.key.period, Figure(observation));
            periods.push(observation.key.period);
        }
        periods.sort_unstable();
        periods.dedup();
        Archive { period, figures, periods }
    }

    /// Whether anything of this period was published.
    pub fn has_period(&self) -> bool {
        self.periods.contains(&self.period)
    }

    /// The figure of a period.
    pub fn figure(&self, about: About<'a>, period: Period) -> Option<Figure<'a>> {
        self.figures.get(&about)?.get(&period).copied()
    }

    /// A figure through time: in periods as long as that of the report where it comes that often, else in those in which it
    /// comes.
    pub fn series(&self, about: About<'a>) -> Series<'a> {
        let known: Vec<&History> = self.figures.get(&about).into_iter().collect();
        let figure = |period| Some(*known.first()?.get(&period)?);
        let points = self.periods_of(&known).into_iter().map(|period| Point { period, figure: figure(period) });
        Series { points: points.collect() }
    }

    /// What stands for several figures together, through time: in each period `chosen` chooses one of those of an indicator
    /// in a table, which come in the order of their codes.
    pub fn series_of_cells(
        &self,
        flow: Flow,
        indicator: &str,
        chosen: impl Fn(Vec<Figure<'a>>) -> Option<Figure<'a>>,
    ) -> Series<'a> {
        let cells = self.histories(flow, indicator, |_| true);
        let points = self.periods_of(&cells).into_iter();
        Series { points: points.map(|period| Point { period, figure: chosen(cells_of(&cells, period)) }).collect() }
    }

    /// The figures of an indicator in a table that `keeps` wants, in the newest period of those in which they come; in the
    /// order of their codes.
    pub fn cells(&self, flow: Flow, indicator: &str, keeps: impl Fn(About<'a>) -> bool) -> Vec<Figure<'a>> {
        let cells = self.histories(flow, indicator, keeps);
        self.newest_of(&cells).map(|newest| cells_of(&cells, newest)).unwrap_or_default()
    }

    /// What was published of each cell of an indicator in a table that `keeps` wants.
    fn histories(&self, flow: Flow, indicator: &str, keeps: impl Fn(About<'a>) -> bool) -> Vec<&History<'a>> {
        let of_indicator = self.figures.iter().filter(|(about, _)| about.flow == flow && about.indicator == indicator);
        of_indicator.filter(|(about, _)| keeps(**about)).map(|(_, history)| history).collect()
    }

    /// The newest published period, of the length in which these come and which suits the report best. That none of them
    /// comes in it is told too.
    fn newest_of(&self, cells: &[&History<'a>]) -> Option<Period> {
        let comes = |frequency: &&str| cells.iter().any(|one| one.keys().any(|one| one.frequency() == *frequency));
        self.frequencies().into_iter().find(comes).and_then(|frequency| self.newest(frequency))
    }

    /// The periods in which these are shown, without a gap: from the first in which one of them comes to the newest one.
    fn periods_of(&self, cells: &[&History<'a>]) -> Vec<Period> {
        let Some(newest) = self.newest_of(cells) else { return Vec::new() };
        let of_length =
            |history: &&History<'a>| history.keys().find(|one| one.frequency() == newest.frequency()).copied();
        let first = cells.iter().filter_map(of_length).min().unwrap_or(newest);
        let periods_max = match newest {
            Period::Month { .. } => MONTHS_MAX,
            Period::Quarter { .. } => QUARTERS_MAX,
            Period::Year(_) => YEARS_MAX,
        };
        let periods = std::iter::successors(Some(newest), |period| Some(period.before()));
        let mut periods: Vec<Period> = periods.take_while(|period| *period >= first).take(periods_max).collect();
        periods.reverse();
        periods
    }

    /// How often figures may come, what suits the report best first.
    const fn frequencies(&self) -> [&'static str; 3] {
        match self.period {
            Period::Month { .. } => ["M", "Q", "A"],
            Period::Quarter { .. } => ["Q", "M", "A"],
            Period::Year(_) => ["A", "Q", "M"],
        }
    }

    /// The newest published period of a length.
    fn newest(&self, frequency: &str) -> Option<Period> {
        self.periods.iter().rev().find(|period| period.frequency() == frequency).copied()
    }
}

/// The figures of a period, in the order of their codes.
fn cells_of<'a>(cells: &[&History<'a>], period: Period) -> Vec<Figure<'a>> {
    let mut figures: Vec<Figure> = cells.iter().filter_map(|history| history.get(&period).copied()).collect();
    figures.sort_by_key(|figure| figure.about());
    figures
}
