//! All published figures of a folder, by what they are about, and what they were in the periods before.

use std::collections::{BTreeMap, HashMap};

use crate::indicators::observation::{Flow, Observation, Status, TOTAL, Value};
use crate::indicators::period::Period;

/// So many periods are shown at most, by their length: two years of months, three of quarters.
const MONTHS_MAX: usize = 24;
const QUARTERS_MAX: usize = 12;
const YEARS_MAX: usize = 10;

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
    pub about: About<'a>,
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

    /// Whether there is anything to draw.
    pub fn has_values(&self) -> bool {
        self.points.iter().any(|point| point.figure.is_some_and(|figure| figure.value().is_some()))
    }
}

/// All published figures, seen from a period: nothing of later ones is shown.
pub struct Archive<'a> {
    period: Period,
    figures: HashMap<About<'a>, BTreeMap<Period, Figure<'a>>>,
    /// The periods that were published, up to this one.
    periods: Vec<Period>,
}

impl<'a> Archive<'a> {
    /// The figures that were published of `period` and before.
    pub fn until(period: Period, observations: &'a [Observation]) -> Archive<'a> {
        let mut figures: HashMap<About, BTreeMap<Period, Figure>> = HashMap::new();
        let mut periods = Vec::new();
        for observation in observations.iter().filter(|one| one.key.period.end() <= period.end()) {
            figures.entry(About::of(observation)).or_default().insert(observation.key.period, Figure(observation));
            periods.push(observation.key.period);
        }
        periods.sort_unstable();
        periods.dedup();
        Archive { period, figures, periods }
    }

    /// The period that the report is of.
    pub const fn period(&self) -> Period {
        self.period
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
        let known = self.figures.get(&about);
        let comes = |frequency: &&str| known.is_some_and(|known| known.keys().any(|one| one.frequency() == *frequency));
        let newest = self.frequencies().into_iter().find(comes).and_then(|frequency| self.newest(frequency));
        let (Some(known), Some(newest)) = (known, newest) else { return Series { about, points: Vec::new() } };
        let first = known.keys().find(|one| one.frequency() == newest.frequency()).copied().unwrap_or(newest);
        let points_max = match newest {
            Period::Month { .. } => MONTHS_MAX,
            Period::Quarter { .. } => QUARTERS_MAX,
            Period::Year(_) => YEARS_MAX,
        };
        let periods = std::iter::successors(Some(newest), |period| Some(period.before()));
        let periods = periods.take_while(|period| *period >= first).take(points_max);
        let mut points: Vec<Point> =
            periods.map(|period| Point { period, figure: known.get(&period).copied() }).collect();
        points.reverse();
        Series { about, points }
    }

    /// The figures of an indicator in a table that `keeps` wants, in the newest period of those in which they come; in the
    /// order of their codes.
    pub fn cells(&self, flow: Flow, indicator: &str, keeps: impl Fn(About<'a>) -> bool) -> Vec<Figure<'a>> {
        let of_indicator = self.figures.iter().filter(|(about, _)| about.flow == flow && about.indicator == indicator);
        let wanted: Vec<&BTreeMap<Period, Figure>> =
            of_indicator.filter(|(about, _)| keeps(**about)).map(|(_, figures)| figures).collect();
        let comes = |frequency: &&str| wanted.iter().any(|one| one.keys().any(|one| one.frequency() == *frequency));
        let newest = self.frequencies().into_iter().find(comes).and_then(|frequency| self.newest(frequency));
        let mut cells: Vec<Figure> = wanted.iter().filter_map(|figures| figures.get(&newest?).copied()).collect();
        cells.sort_by_key(|figure| figure.about());
        cells
    }

    /// All figures of an indicator in a table, of all periods.
    pub fn cells_through_time(&self, flow: Flow, indicator: &str) -> Vec<Figure<'a>> {
        let of_indicator = self.figures.iter().filter(|(about, _)| about.flow == flow && about.indicator == indicator);
        let mut cells: Vec<Figure> = of_indicator.flat_map(|(_, figures)| figures.values().copied()).collect();
        cells.sort_by_key(|figure| (figure.about(), figure.period()));
        cells
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
