//! The four conditions that projects of the Region fulfil beside the dimensions.

use super::{BARS_MAX, Told, by_item, fact, in_order, line, lines, now, ranked, standing_out};
use crate::base::Group;
use crate::indicators::observation::{Flow, TOTAL};
use crate::indicators::report::archive::{About, Archive, Figure, Series, largest_first};
use crate::indicators::report::availability::{kiosks, middle_and_least};
use crate::indicators::report::chart::{Chart, Dot, Drawn, Row, SERIES_MAX, SiteSeries};
use crate::indicators::report::communes::{Commune, number_of};
use crate::indicators::report::saying::{Name, Saying, Word};
use crate::usage::cell::DayPart;

pub fn cross_over<'a>(archive: &Archive<'a>) -> Told<'a> {
    let levels = (Name::Message("inc13"), About::region(Flow::Shares, "INC13"));
    (Vec::new(), vec![line(archive, "levels", "report-measure-levels", "report-chart-levels", levels)])
}

pub fn pooling<'a>(archive: &Archive<'a>, communes: &[Commune]) -> Told<'a> {
    let count = |count| archive.series(About::region(Flow::Exact, count));
    let reporting = ("reporting", Name::Message("count-sites-reporting"), count("SITES_REPORTING"));
    let expected = ("expected", Name::Message("count-sites-expected"), count("SITES_EXPECTED"));
    let sites = lines("sites", "report-measure-sites", "report-chart-sites", [reporting, expected]);
    let dots = kiosks(archive).into_iter();
    let dots = dots.map(|figure| Dot { commune: commune_of(communes, figure.about().site), figure }).collect();
    let availability = Chart {
        id: "availability",
        title: Saying::of("report-chart-availability".to_owned(), &middle_and_least(archive)),
        measure: "report-measure-availability",
        drawn: Drawn::Dots(dots),
    };
    let shared = fact("report-fact-shared", now(archive, About::region(Flow::Exact, "INC25")));
    (vec![shared], vec![sites, availability])
}

/// Where the commune of a site stands in the list.
fn commune_of(communes: &[Commune], site: &str) -> Option<usize> {
    let number = number_of(site)?;
    communes.iter().position(|commune| commune.number == number)
}

pub fn inclusion<'a>(archive: &Archive<'a>, communes: &[Commune]) -> Told<'a> {
    let share = |message: &str, indicator| fact(message, now(archive, About::region(Flow::Shares, indicator)));
    let first = now(archive, About::item(Flow::Shares, "INC05", "yes"));
    let facts = vec![
        share("report-fact-essential", "INC08"),
        share("report-fact-assisted", "INC22"),
        share("report-fact-outside", "INC20"),
        fact("report-fact-first", first),
    ];
    let parts = ("report-measure-visits", Flow::OneWay, "DAYPART");
    let aids = by_item(archive, Flow::Shares, "INC21");
    let places = places(archive, communes);
    let charts = vec![
        languages(archive),
        map(&places),
        in_order(archive, "day-parts", "report-chart-day-parts", parts, DayPart::NAMES),
        panels(places),
        ranked("aids", "report-measure-aids", "report-chart-aids", aids),
    ];
    (facts, charts)
}

fn languages<'a>(archive: &Archive<'a>) -> Chart<'a> {
    let mut cells: Vec<Figure> = archive.cells(Flow::Shares, "INC03", About::is_language);
    largest_first(&mut cells);
    let title = standing_out("report-chart-languages", &cells);
    let lines = cells.iter().map(|figure| (Name::language(figure.about().lang), archive.series(figure.about())));
    // What is hardly ever chosen is a line along the bottom: the table of the published file has it.
    let lines: Vec<(Name, Series)> = lines.filter(|(_, series)| series.has_values()).take(SERIES_MAX).collect();
    Chart { id: "languages", title, measure: "report-measure-languages", drawn: Drawn::Lines(lines) }
}

/// The visits of each site.
fn places<'a>(archive: &Archive<'a>, communes: &[Commune]) -> Vec<SiteSeries<'a>> {
    let sites = archive.cells(Flow::T1, "SESSIONS", |about| about.site != TOTAL).into_iter().map(Figure::about);
    let place = |about: About<'a>| SiteSeries {
        site: about.site,
        commune: commune_of(communes, about.site),
        series: archive.series(about).newest(),
    };
    sites.map(place).collect()
}

fn map<'a>(places: &[SiteSeries<'a>]) -> Chart<'a> {
    let largest = places.iter().filter_map(|place| place.series.now()).max_by_key(|figure| figure.tenths());
    let title = Saying::of("report-chart-map".to_owned(), &[("value", largest)]);
    Chart { id: "map", title, measure: "report-measure-visits-site", drawn: Drawn::Map(places.to_vec()) }
}

fn panels(places: Vec<SiteSeries>) -> Chart {
    let title = Saying::plain("report-chart-panels");
    Chart { id: "panels", title, measure: "report-measure-visits-site", drawn: Drawn::Panels(places) }
}

pub fn european_integration<'a>(archive: &Archive<'a>) -> Told<'a> {
    let other = fact("report-fact-other-languages", now(archive, About::region(Flow::Shares, "INC04")));
    (vec![other], vec![by_language(archive)])
}

/// What is opened in each language: the groups of services as bars, a series for each language.
fn by_language<'a>(archive: &Archive<'a>) -> Chart<'a> {
    let cells: Vec<Figure> = archive.cells(Flow::T6, "OPENED", |_| true);
    // The language in which most was opened comes first, as in the chart of languages.
    let mut ranked = cells.clone();
    largest_first(&mut ranked);
    ranked.retain(|figure| figure.value().is_some());
    let mut languages: Vec<&str> = Vec::new();
    for figure in &ranked {
        if !languages.contains(&figure.about().lang) {
            languages.push(figure.about().lang);
        }
    }
    languages.truncate(SERIES_MAX);
    let row = |group: &Group| {
        let of = |lang: &&str| cells.iter().find(|one| one.about().lang == *lang && one.about().item == group.name());
        Row { name: Name::Group(group.name()), figures: languages.iter().map(|lang| of(lang).copied()).collect() }
    };
    let rows: Vec<Row> = Group::ALL.iter().map(row).filter(|row| row.figures.iter().any(Option::is_some)).collect();
    let largest = ranked.first().copied();
    let title = Saying::of("report-chart-by-language".to_owned(), &[("value", largest.or(cells.first().copied()))]);
    let title = match largest.map(Figure::about) {
        Some(about) => {
            let language = Word::Name(Name::language(about.lang));
            title.with("name", Word::Name(Name::of(about))).with("language", language)
        }
        None => title,
    };
    let series = languages.iter().map(|lang| Name::language(lang)).collect();
    let drawn = Drawn::Bars { series, rows, drawn_max: BARS_MAX };
    Chart { id: "by-language", title, measure: "report-measure-openings", drawn }
}
