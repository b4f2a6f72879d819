//! The first screen: three sentences, and seven tiles.

use std::collections::BTreeSet;

use super::archive::{About, Archive, Figure, Series, largest_first};
use super::availability::{middle_and_least, middles};
use super::change::{Change, Rounding, change};
use super::saying::{Name, Saying, Word};
use crate::indicators::observation::{Flow, Status};
use crate::usage::event::Channel;

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
    /// The message of its name: that of its indicator, or of the count that it shows.
    pub const fn message(self) -> &'static str {
        match self {
            Subject::Reach => "count-engaged",
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
    /// The newest periods of it, as they are drawn and told.
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

fn line<'a>(archive: &Archive<'a>, name: Option<Name<'a>>, series: Series<'a>, rounding: Rounding<'a>) -> Line<'a> {
    let series = series.newest();
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
    let opened = line(archive, None, archive.series(About::region(Flow::T1, "ENGAGED")), Rounding::Count);
    let visits = archive.series(About::region(Flow::T1, "SESSIONS")).now();
    let figures = [("opened", opened.series.now()), ("visits", visits)];
    tile(archive, Subject::Reach, vec![opened], &figures)
}

fn languages<'a>(archive: &Archive<'a>) -> Tile<'a> {
    let mut cells = archive.cells(Flow::Shares, "INC03", About::is_language);
    cells.retain(|figure| figure.status() != Status::Impossible);
    largest_first(&mut cells);
    let lines = cells.iter().take(LANGUAGES_MAX).map(|figure| {
        let about = figure.about();
        line(archive, Some(Name::language(about.lang)), archive.series(about), Rounding::ShareOf(VISITS))
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
    let series = archive.series(About::region(Flow::Shares, indicator));
    let line = line(archive, None, series, Rounding::ShareOf(whole));
    let now = line.series.now();
    tile(archive, subject, vec![line], &[("share", now)])
}

/// The ways to a person, in the order in which the law names them: their names in messages and in the list of codes.
pub fn ways_to_a_person<'a>(archive: &Archive<'a>) -> [(&'static str, Series<'a>); 3] {
    Channel::ALL.map(|way| (way.name(), archive.series(About::item(Flow::Shares, "INC11", way.name()))))
}

fn person<'a>(archive: &Archive<'a>) -> Tile<'a> {
    let ways = ways_to_a_person(archive);
    let figures = ways.each_ref().map(|(way, series)| (*way, series.now()));
    let lines = ways.map(|(way, series)| line(archive, Some(Name::item(way)), series, Rounding::ShareOf(STARTS)));
    tile(archive, Subject::Person, lines.into(), &figures)
}

fn availability<'a>(archive: &Archive<'a>) -> Tile<'a> {
    let line = line(archive, None, middles(archive), Rounding::Exact);
    tile(archive, Subject::Availability, vec![line], &middle_and_least(archive))
}

fn sureness<'a>(archive: &Archive<'a>, subject: Subject, lines: &[Line<'a>]) -> Vec<Saying<'a>> {
    let mut said = Vec::new();
    if let Some(period) = lines.first().and_then(|line| line.series.period()) {
        let sites = |indicator| archive.figure(About::region(Flow::Exact, indicator), period);
        let figures = [("reporting", sites("SITES_REPORTING")), ("expected", sites("SITES_EXPECTED"))];
        said.push(Saying::of("report-sure-sites".to_owned(), &figures));
        // How many sites stand behind a figure is not about the figure: where nobody knows, the tile is silent about it.
        said.retain(|sites| !sites.is_silent());
    }
    said.push(Saying::plain(match subject {
        Subject::Reach => "report-sure-count",
        Subject::Availability => "report-sure-exact",
        _ => "report-sure-share",
    }));
    let statuses: BTreeSet<Status> = lines.iter().filter_map(|line| Some(line.series.now()?.status())).collect();
    // A figure that is as all others needs no word, and where there is none the tile says so in its place.
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
