//! The first screen: three sentences, and seven tiles.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::archive::{About, Archive, Figure, Point, Series};
use super::change::{Change, Rounding, change};
use super::saying::{Name, Saying, Word};
use crate::indicators::observation::{Flow, Status};

/// The number of languages that fit into a tile.
const LANGUAGES_MAX: usize = 4;

/// What a tile is about, in the order of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    Reach,
    Languages,
    Essential,
    Guides,
    Person,
    Unmet,
    Availability,
}

impl Subject {
    /// The message of its name: that of its indicator.
    pub const fn message(self) -> &'static str {
        match self {
            Subject::Reach => "inc01",
            Subject::Languages => "inc03",
            Subject::Essential => "inc08",
            Subject::Guides => "inc09",
            Subject::Person => "inc11",
            Subject::Unmet => "inc12",
            Subject::Availability => "inc24",
        }
    }

    /// Its word in the messages of the page.
    pub const fn word(self) -> &'static str {
        match self {
            Subject::Reach => "reach",
            Subject::Languages => "languages",
            Subject::Essential => "essential",
            Subject::Guides => "guides",
            Subject::Person => "person",
            Subject::Unmet => "unmet",
            Subject::Availability => "availability",
        }
    }
}

/// A line of a tile: a figure through time.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// None where the title of the tile says it.
    pub name: Option<Name<'a>>,
    pub series: Series<'a>,
    pub change: Change,
}

/// One of the seven figures that come first.
#[derive(Clone, Debug)]
pub struct Tile<'a> {
    pub subject: Subject,
    pub lines: Vec<Line<'a>>,
    /// What it says, in one sentence.
    pub reading: Saying<'a>,
    /// How sure it is: sites, rounding, flags.
    pub sureness: Vec<Saying<'a>>,
}

const STARTS: &[About] = &[About::region(Flow::T3, "GUIDE_START")];
const VISITS: &[About] = &[About::region(Flow::T1, "SESSIONS")];
const OPENINGS: &[About] =
    &[About::item(Flow::OneWay, "ESSENTIAL", "yes"), About::item(Flow::OneWay, "ESSENTIAL", "no")];
const SEARCHES: &[About] = &[About::item(Flow::OneWay, "SEARCH", "hit"), About::item(Flow::OneWay, "SEARCH", "zero")];
/// The ways to a person, in the order in which the law names them.
pub const CHANNELS: [&str; 3] = ["counter", "phone", "post"];

/// The seven tiles.
pub fn tiles<'a>(archive: &Archive<'a>) -> Vec<Tile<'a>> {
    vec![
        reach(archive),
        languages(archive),
        share(archive, Subject::Essential, "INC08", OPENINGS),
        share(archive, Subject::Guides, "INC09", STARTS),
        person(archive),
        share(archive, Subject::Unmet, "INC12", SEARCHES),
        availability(archive),
    ]
}

/// What a reader should be able to say after the first screen: how much, how well, and what is missing.
pub fn sentences<'a>(tiles: &[Tile<'a>]) -> Vec<Saying<'a>> {
    let told = [Subject::Reach, Subject::Guides, Subject::Unmet];
    let tiles = told.iter().filter_map(|subject| tiles.iter().find(|tile| tile.subject == *subject));
    tiles.map(sentence).collect()
}

fn sentence<'a>(tile: &Tile<'a>) -> Saying<'a> {
    let about = format!("report-sentence-{}", tile.subject.word());
    let Some(line) = tile.lines.first() else { return Saying::plain(&format!("{about}.none")) };
    let message = format!("{about}.{}", line.change.word());
    let figures = match line.change {
        Change::Unknown => vec![("now", line.series.now())],
        _ => vec![("now", line.series.now()), ("before", line.series.before())],
    };
    let said = Saying::of(message, &figures);
    if said.is_silent() { Saying::plain(&format!("{about}.none")) } else { said }
}

fn line<'a>(archive: &Archive<'a>, name: Option<Name<'a>>, about: About<'a>, rounding: Rounding<'a>) -> Line<'a> {
    let series = archive.series(about);
    Line { name, change: change(archive, &series, rounding), series }
}

fn tile<'a>(
    archive: &Archive<'a>,
    subject: Subject,
    lines: Vec<Line<'a>>,
    figures: &[(&'static str, Option<Figure<'a>>)],
) -> Tile<'a> {
    let reading = Saying::of(format!("report-read-{}", subject.word()), figures);
    let sureness = sureness(archive, subject, &lines);
    Tile { subject, lines, reading, sureness }
}

fn reach<'a>(archive: &Archive<'a>) -> Tile<'a> {
    let opened = line(archive, None, About::region(Flow::T1, "ENGAGED"), Rounding::Count);
    let visits = archive.series(About::region(Flow::T1, "SESSIONS")).now();
    let figures = [("opened", opened.series.now()), ("visits", visits)];
    tile(archive, Subject::Reach, vec![opened], &figures)
}

fn languages<'a>(archive: &Archive<'a>) -> Tile<'a> {
    let mut cells = archive.cells(Flow::Shares, "INC03", About::is_language);
    cells.retain(|figure| figure.status() != Status::Impossible);
    // The first ones are those that are spoken most.
    cells.sort_by_key(|figure| (Reverse(figure.tenths()), figure.about()));
    let lines = cells.iter().take(LANGUAGES_MAX).map(|figure| {
        line(archive, Some(Name::language(figure.about().lang)), figure.about(), Rounding::ShareOf(VISITS))
    });
    let lines: Vec<Line> = lines.collect();
    let first = lines.first().and_then(|line| line.series.now());
    let mut tile = tile(archive, Subject::Languages, lines, &[("share", first)]);
    if let Some(first) = first {
        tile.reading = tile.reading.with("language", Word::Name(Name::language(first.about().lang)));
    }
    tile
}

/// A tile of one share of the region.
fn share<'a>(
    archive: &Archive<'a>,
    subject: Subject,
    indicator: &'static str,
    whole: &'static [About<'static>],
) -> Tile<'a> {
    let line = line(archive, None, About::region(Flow::Shares, indicator), Rounding::ShareOf(whole));
    let now = line.series.now();
    tile(archive, subject, vec![line], &[("share", now)])
}

fn person<'a>(archive: &Archive<'a>) -> Tile<'a> {
    let lines: Vec<Line> = CHANNELS
        .iter()
        .map(|channel| {
            let about = About::item(Flow::Shares, "INC11", channel);
            line(archive, Some(Name::item(channel)), about, Rounding::ShareOf(STARTS))
        })
        .collect();
    let now = |at: usize| lines.get(at).and_then(|line| line.series.now());
    let figures = [("counter", now(0)), ("phone", now(1)), ("post", now(2))];
    tile(archive, Subject::Person, lines, &figures)
}

/// The kiosks that have a value of their own, the least available first.
pub fn by_availability<'a>(archive: &Archive<'a>) -> Vec<Figure<'a>> {
    let mut kiosks = archive.cells(Flow::Exact, "INC24", |_| true);
    kiosks.retain(|figure| figure.value().is_some());
    kiosks.sort_by_key(|figure| (figure.tenths(), figure.about()));
    kiosks
}

/// The region has no published figure: the kiosk in the middle of all stands for them.
fn availability<'a>(archive: &Archive<'a>) -> Tile<'a> {
    let kiosks = by_availability(archive);
    let middle = kiosks.get(kiosks.len() / 2).copied();
    let lines = middle.map(|middle| {
        let series = Series { about: middle.about(), points: middles(archive, middle) };
        Line { name: None, change: change(archive, &series, Rounding::Exact), series }
    });
    let figures = [("middle", middle), ("least", kiosks.first().copied())];
    tile(archive, Subject::Availability, lines.into_iter().collect(), &figures)
}

/// The kiosk in the middle, period by period.
fn middles<'a>(archive: &Archive<'a>, newest: Figure<'a>) -> Vec<Point<'a>> {
    let periods = archive.series(newest.about()).points;
    let all = archive.cells_through_time(Flow::Exact, "INC24");
    let middle = |period| {
        let mut kiosks: Vec<Figure> = all.iter().filter(|figure| figure.period() == period).copied().collect();
        kiosks.retain(|figure| figure.value().is_some());
        kiosks.sort_by_key(|figure| (figure.tenths(), figure.about()));
        kiosks.get(kiosks.len() / 2).copied()
    };
    periods.iter().map(|point| Point { period: point.period, figure: middle(point.period) }).collect()
}

fn sureness<'a>(archive: &Archive<'a>, subject: Subject, lines: &[Line<'a>]) -> Vec<Saying<'a>> {
    let mut said = Vec::new();
    if let Some(period) = lines.first().and_then(|line| line.series.period()) {
        let sites = |indicator| archive.figure(About::region(Flow::Exact, indicator), period);
        let figures = [("reporting", sites("SITES_REPORTING")), ("expected", sites("SITES_EXPECTED"))];
        said.push(Saying::of("report-sure-sites".to_owned(), &figures));
    }
    said.push(Saying::plain(match subject {
        Subject::Reach => "report-sure-count",
        Subject::Availability => "report-sure-exact",
        _ => "report-sure-share",
    }));
    let statuses: BTreeSet<Status> = lines.iter().filter_map(|line| Some(line.series.now()?.status())).collect();
    said.extend(statuses.into_iter().filter_map(flag).map(Saying::plain));
    said
}

/// What a status means for a reader; none where it is nothing to say.
pub const fn flag(status: Status) -> Option<&'static str> {
    match status {
        Status::Normal => None,
        Status::Break => Some("report-flag-break"),
        Status::Experimental => Some("report-flag-experimental"),
        Status::NotCollected => Some("report-flag-not-collected"),
        Status::Impossible => Some("report-flag-impossible"),
        Status::Withheld => Some("report-flag-withheld"),
        Status::Unreliable => Some("report-flag-unreliable"),
    }
}
