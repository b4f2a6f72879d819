//! What staff see of counts: counters of closed months, added up and rounded.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::figures::{CountedAt, Figure, Figures, Head, Measure, Part, PartName, Rounded};
use crate::base::{Date, Group, Lang};
use crate::usage::cell::Table;
use crate::usage::counters::{MONTHS_KEPT, Month};
use crate::usage::event::Channel;
use crate::usage::store::Counts;

/// The measure of languages.
const LANGUAGES: &str = "figures-languages";
/// Of five minutes.
const TICKS_AN_HOUR: u64 = 12;

/// Counters of closed months, added up over kiosks.
#[derive(Clone, Default, Debug)]
pub struct Closed {
    months: BTreeMap<Month, Counters>,
    /// How many kiosks sent a month, where kiosks were collected.
    heard: BTreeMap<Month, usize>,
}

/// By table and name.
type Counters = BTreeMap<String, BTreeMap<String, u64>>;

/// Which counters of a table belong to a part.
enum Which<'w> {
    /// The one of this name.
    Named(&'w str),
    /// All whose names end so: what was done, after the name of a guide or a lesson.
    Ending(&'w str),
}

impl Closed {
    /// Those of a kiosk. A month that is open is not among them.
    pub fn of(counts: &Counts) -> Closed {
        let mut closed = Closed::default();
        for row in &counts.counts {
            if counts.closed.contains(&row.month)
                && let Ok(month) = row.month.parse()
            {
                closed.add(month, &row.table, &row.cell, row.n);
            }
        }
        closed
    }

    /// Adds a counter of a month that is closed.
    pub fn add(&mut self, month: Month, table: &str, cell: &str, n: u32) {
        let tables = self.months.entry(month).or_default();
        // Of a thousand kiosks nearly every counter is there already.
        match tables.get_mut(table).and_then(|cells| cells.get_mut(cell)) {
            Some(count) => *count = count.saturating_add(n.into()),
            None => {
                tables.entry(table.to_owned()).or_default().insert(cell.to_owned(), n.into());
            }
        }
    }

    /// Adds a kiosk that sent a month.
    pub fn hear(&mut self, month: Month) {
        *self.heard.entry(month).or_default() += 1;
    }

    /// What staff see of them: the newest months.
    pub fn figures(&self, counted_at: CountedAt, is_simulated: bool) -> Figures {
        let months = self.calendar();
        let days: Vec<Date> = months.iter().filter_map(|month| month.first_day()).collect();
        // Staff of one site are shown no languages: few people speak some of them, and those are known there.
        let is_of_many = matches!(counted_at, CountedAt::Kiosks(_));
        let mut measures = self.measures(&months);
        measures.retain(|measure| is_of_many || measure.name != LANGUAGES);
        let heard = |month| self.heard.get(month).copied().unwrap_or_default();
        let heard = if self.heard.is_empty() { Vec::new() } else { months.iter().map(heard).collect() };
        Figures { counted_at, is_simulated, months: days, heard, measures }
    }

    /// All months up to the newest one, also those of which there is nothing: at most as many as a kiosk keeps.
    fn calendar(&self) -> Vec<Month> {
        let is_known = |month: &&Month| month.first_day().is_some();
        let (first, last) = (self.months.keys().find(is_known), self.months.keys().rev().find(is_known));
        let (Some(first), Some(last)) = (first.copied(), last.copied()) else { return Vec::new() };
        let first = last.later(1 - MONTHS_KEPT).map_or(first, |oldest| first.max(oldest));
        std::iter::successors(Some(first), |month| month.later(1)).take_while(|month| *month <= last).collect()
    }

    fn measures(&self, months: &[Month]) -> Vec<Measure> {
        use Which::{Ending, Named};
        let part = |name: &'static str, table: Table, which: Which<'_>| Part {
            name: PartName::Message(name),
            values: self.visits(months, table, &which),
        };
        let one = |name, about, table, cell| Measure {
            name,
            about,
            head: Head::First,
            parts: vec![part(name, table, Named(cell))],
        };
        let two = |name, about, parts: [Part; 2]| Measure { name, about, head: Head::First, parts: parts.into() };
        let many = |name, about, parts| Measure { name, about, head: Head::Most, parts };
        let groups = Group::ALL.map(|group| Part {
            name: PartName::Group(group),
            values: self.visits(months, Table::LangGroup, &Ending(group.name())),
        });
        let ways = Channel::ALL.map(|way| part(way_name(way), Table::Human, Ending(way.name())));
        let near = part("figures-people-near", Table::Human, Named("near"));
        let guides = ["start", "done"];
        let guide = |name, at: usize| part(name, Table::Guide, Ending(guides[at]));
        let lesson = |name, at: usize| part(name, Table::Training, Ending(guides[at]));
        let search = |name, cell| part(name, Table::Search, Named(cell));
        let hours = |name, cell| Part { name: PartName::Message(name), values: self.hours(months, cell) };
        vec![
            one("figures-visits", "figures-visits-about", Table::Visits, "all"),
            one("figures-engaged", "figures-engaged-about", Table::Visits, "engaged"),
            many(LANGUAGES, "figures-languages-about", self.languages(months)),
            many("figures-groups", "figures-groups-about", groups.into()),
            two(
                "figures-guides",
                "figures-guides-about",
                [guide("figures-guides-begun", 0), guide("figures-guides-done", 1)],
            ),
            two(
                "figures-searches",
                "figures-searches-about",
                [search("figures-searches-hit", "hit"), search("figures-searches-zero", "zero")],
            ),
            many("figures-people", "figures-people-about", ways.into_iter().chain([near]).collect()),
            two(
                "figures-lessons",
                "figures-lessons-about",
                [lesson("figures-lessons-begun", 0), lesson("figures-lessons-done", 1)],
            ),
            two(
                "figures-machine",
                "figures-machine-about",
                [hours("figures-machine-on", "available"), hours("figures-machine-open", "opening")],
            ),
        ]
    }

    /// Every language that was counted in one of the months.
    fn languages(&self, months: &[Month]) -> Vec<Part> {
        let table = Table::Lang;
        let of = |month| self.months.get(month).and_then(|counters| counters.get(table.name()));
        let tags: BTreeSet<&String> = months.iter().filter_map(of).flat_map(BTreeMap::keys).collect();
        let named = tags.into_iter().filter_map(|tag| Some((tag, tag.parse::<Lang>().ok()?)));
        let part = |(tag, lang): (&String, Lang)| Part {
            name: PartName::Language(lang),
            values: self.visits(months, table, &Which::Named(tag)),
        };
        named.map(part).collect()
    }

    fn visits(&self, months: &[Month], table: Table, which: &Which<'_>) -> Vec<Option<Figure>> {
        let visits = |count| Figure::Visits(Rounded::of(count));
        months.iter().map(|month| self.sum(*month, table, which).map(visits)).collect()
    }

    fn hours(&self, months: &[Month], cell: &str) -> Vec<Option<Figure>> {
        let hours = |ticks: u64| Figure::Hours((ticks + TICKS_AN_HOUR / 2) / TICKS_AN_HOUR);
        months.iter().map(|month| self.sum(*month, Table::Up, &Which::Named(cell)).map(hours)).collect()
    }

    /// The sum of counters in a month; none where there was none of them, which is not the same as nobody.
    fn sum(&self, month: Month, table: Table, which: &Which<'_>) -> Option<u64> {
        let cells = self.months.get(&month)?.get(table.name())?;
        let is_it = |cell: &str| match which {
            Which::Named(name) => cell == *name,
            Which::Ending(word) => cell.rsplit_once(':').is_some_and(|(_, last)| last == *word),
        };
        let counts = cells.iter().filter(|(cell, _)| is_it(cell)).map(|(_, count)| *count);
        counts.reduce(u64::saturating_add)
    }
}

fn way_name(way: Channel) -> &'static str {
    match way {
        Channel::Counter => "figures-people-counter",
        Channel::Phone => "figures-people-phone",
        Channel::Post => "figures-people-post",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::usage::store::Row;

    fn row(month: &str, table: &str, cell: &str, n: u32) -> Row {
        Row { month: month.into(), table: table.into(), cell: cell.into(), n, days: 5, capped: 0 }
    }

    fn figures() -> Figures {
        let counts = vec![
            row("2026-08", "sess", "all", 41),
            row("2026-10", "lang_group", "fr:health", 9),
            row("2026-10", "lang_group", "nl:health", 9),
            row("2026-10", "sess", "all", 0),
            row("2026-10", "up", "available", 18),
            row("2026-11", "sess", "all", 500),
            row("unsure", "sess", "all", 500),
        ];
        let closed = vec!["2026-08".to_owned(), "2026-10".to_owned()];
        Closed::of(&Counts { counts, closed, ..Counts::default() }).figures(CountedAt::ThisKiosk, false)
    }

    fn values(figures: &Figures, measure: &str, part: usize) -> Vec<Option<Figure>> {
        let measure = figures.measures.iter().find(|found| found.name == measure).expect("a measure");
        measure.parts[part].values.clone()
    }

    #[test]
    fn the_open_month_is_not_shown_and_a_month_without_counts_is_not_known() {
        let figures = figures();
        let months: Vec<String> = figures.months.iter().map(Date::to_string).collect();
        assert_eq!(months, ["2026-08-01", "2026-09-01", "2026-10-01"]);
        let visits = |count| Some(Figure::Visits(Rounded::of(count)));
        assert_eq!(values(&figures, "figures-visits", 0), [visits(40), None, visits(0)]);
    }

    #[test]
    fn languages_of_a_group_are_added_up_before_they_are_rounded() {
        let health = Group::ALL.iter().position(|group| *group == Group::Health).expect("a group");
        let newest = values(&figures(), "figures-groups", health).pop().flatten();
        assert_eq!(newest, Some(Figure::Visits(Rounded::of(18))));
    }

    #[test]
    fn languages_are_told_of_several_sites_together_alone() {
        let counts = vec![row("2026-10", "lang", "ar", 40)];
        let closed = Closed::of(&Counts { counts, closed: vec!["2026-10".to_owned()], ..Counts::default() });
        let has_languages = |counted_at| {
            let figures = closed.figures(counted_at, false);
            figures.measures.iter().any(|measure| measure.name == LANGUAGES)
        };
        assert!(has_languages(CountedAt::Kiosks(12)));
        assert!(!has_languages(CountedAt::ThisKiosk) && !has_languages(CountedAt::Site("BIB21004A".to_owned())));
    }

    #[test]
    fn ticks_become_hours() {
        assert_eq!(values(&figures(), "figures-machine", 0), [None, None, Some(Figure::Hours(2))]);
    }

    #[test]
    fn no_more_months_are_shown_than_a_kiosk_keeps() {
        let mut closed = Closed::default();
        let first = Month::Of { year: 2020, month: 1 };
        closed.add(first, "sess", "all", 7);
        closed.add(first.later(60).expect("a month"), "sess", "all", 7);
        assert_eq!(closed.figures(CountedAt::ThisKiosk, false).months.len(), 25);
    }
}
