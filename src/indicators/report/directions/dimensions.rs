//! The five dimensions of the Digital Economy and Society Index.

use super::{BARS_MAX, Told, bars, by_item, fact, in_order, is_named, line, lines, now, ranked, standing_out};
use crate::indicators::definitions::{BENCHMARKS, Benchmark};
use crate::indicators::observation::{Flow, Status};
use crate::indicators::report::archive::{About, Archive, Figure, largest_first};
use crate::indicators::report::chart::Chart;
use crate::indicators::report::headlines::ways_to_a_person;
use crate::indicators::report::saying::{Name, Saying, Word};
use crate::usage::event::skills::AREA_CODES;
use crate::usage::event::{Age, Reply};

pub fn connectivity<'a>(archive: &Archive<'a>) -> Told<'a> {
    let measure = ("report-measure-answers", Flow::OneWay, "HOME_NET");
    (Vec::new(), vec![in_order(archive, "home-net", "report-chart-home-net", measure, Reply::ALL.map(Reply::name))])
}

pub fn human_capital<'a>(archive: &Archive<'a>) -> Told<'a> {
    let take_up = now(archive, About::item(Flow::Shares, "INC19", "done"));
    let facts = vec![beside_the_official_figure(archive), fact("report-fact-checks", take_up)];
    let areas = ("report-measure-checks", Flow::Shares, "INC17");
    let ages = ("report-measure-answers", Flow::OneWay, "AGE");
    let said = Age::ALL.into_iter().filter(|age| *age != Age::Skip).map(Age::name);
    let lessons = by_item(archive, Flow::OneWay, "TRAIN_DONE");
    let charts = vec![
        in_order(archive, "areas", "report-chart-areas", areas, AREA_CODES),
        ranked("lessons", "report-measure-lessons", "report-chart-lessons", lessons),
        in_order(archive, "ages", "report-chart-ages", ages, said),
    ];
    (facts, charts)
}

/// The one sentence in which checks at the kiosk may stand beside the survey of residents.
fn beside_the_official_figure<'a>(archive: &Archive<'a>) -> Saying<'a> {
    let checks = now(archive, About::item(Flow::OneWay, "CHECK", "whole:16-74"));
    let share = now(archive, About::item(Flow::Shares, "INC16", "16-74"));
    let said = Saying::of("benchmark-at-least-basic".to_owned(), &[("checks", checks), ("share", share)]);
    let of_brussels = |one: &&Benchmark| one.indicator == "INC16" && one.area == "BE1";
    match BENCHMARKS.iter().filter(of_brussels).max_by_key(|one| one.year) {
        Some(official) => said.with("official", Word::Official(official)).with("year", Word::OfficialYear(official)),
        None => said,
    }
}

pub fn use_of_internet<'a>(archive: &Archive<'a>) -> Told<'a> {
    let count = |count| archive.series(About::region(Flow::T1, count));
    let visits = ("visits", Name::Message("count-sessions"), count("SESSIONS"));
    let opened = ("opened", Name::Message("count-engaged"), count("ENGAGED"));
    let rate = (Name::Message("inc01"), About::region(Flow::Shares, "INC01"));
    let demand = by_item(archive, Flow::T3, "OPENED");
    let charts = vec![
        lines("visits", "report-measure-visits", "report-chart-visits", [visits, opened]),
        line(archive, "reach", "report-measure-rate", "report-chart-reach", rate),
        ranked("demand", "report-measure-openings", "report-chart-demand", demand),
    ];
    (Vec::new(), charts)
}

pub fn public_services<'a>(archive: &Archive<'a>) -> Told<'a> {
    let ended = (Name::Message("inc09"), About::region(Flow::Shares, "INC09"));
    let unmet = (Name::Message("inc12"), About::region(Flow::Shares, "INC12"));
    let topics = by_item(archive, Flow::OneWay, "ZERO_TOPIC");
    let charts = vec![
        line(archive, "guides", "report-measure-guides", "report-chart-guides", ended),
        guides_of_services(archive),
        steps(archive),
        to_a_person(archive),
        line(archive, "unmet", "report-measure-searches", "report-chart-unmet", unmet),
        ranked("topics", "report-measure-choices", "report-chart-topics", topics),
    ];
    (Vec::new(), charts)
}

/// How often the guides of services are read to the end; those that are read least come first, since they need work.
fn guides_of_services<'a>(archive: &Archive<'a>) -> Chart<'a> {
    let mut cells = by_item(archive, Flow::Shares, "INC09");
    // What is made of small numbers comes behind: chance decides it.
    let is_unsure = |figure: &Figure| (figure.value().is_none(), figure.status() != Status::Normal);
    cells.sort_by_key(|figure| (is_unsure(figure), figure.tenths(), figure.about()));
    let mut told = cells.clone();
    told.retain(|figure| is_named(figure) && figure.status() == Status::Normal);
    let title = standing_out("report-chart-guide-services", if told.is_empty() { &cells } else { &told });
    bars("guide-services", "report-measure-guides", title, cells)
}

/// Where people stop, of all who began; the share of those who came so far is in the published file.
fn steps<'a>(archive: &Archive<'a>) -> Chart<'a> {
    let mut cells = by_item(archive, Flow::Shares, "INC10");
    cells.retain(|figure| figure.value().is_some() && !figure.about().item.ends_with(":hazard"));
    largest_first(&mut cells);
    cells.truncate(2 * BARS_MAX);
    bars("steps", "report-measure-steps", standing_out("report-chart-steps", &cells), cells)
}

fn to_a_person<'a>(archive: &Archive<'a>) -> Chart<'a> {
    let ways = ways_to_a_person(archive).map(|(way, series)| (way, Name::item(way), series));
    lines("person", "report-measure-person", "report-chart-person", ways)
}
