//! All counters there are, one after the other in the order of their keys: however many services there are, they take no
//! more memory.

use super::{
    Cell, DayPart, NEAR, Names, ServiceNames, Table, accessibility, check_area, check_in, check_level, gain, human,
    lang_group, left_at, pack, search, training,
};
use crate::base::{Group, QUESTION_PAIRS};
use crate::usage::event::skills::{AREAS, AreaLevel, Scope, SkillLevel};
use crate::usage::event::{Age, Channel, Feature, Gain, LanguageGroup, Reply, Search};
use crate::usage::uptime::Cause;

/// Shows all counters there are, in the order of their keys.
pub fn all(names: &dyn Names, show: &mut dyn FnMut(Cell)) {
    for table in Table::ALL {
        match table {
            Table::Guide => by_service(names, guide, show),
            // A name that is the id alone comes in the order of the services.
            Table::ItemOpen => names.services(&mut |names| show(names.opened())),
            Table::Useful => by_service(names, |names| [false, true].map(|answer| names.useful(answer)).into(), show),
            table => sorted(of_few(table, names)).for_each(&mut *show),
        }
    }
}

/// What a kiosk counts of itself.
pub fn of_kiosk() -> impl Iterator<Item = Cell> {
    let ticks_and_starts = [Cell::AVAILABLE, Cell::OPENING, Cell::START, Cell::UNSURE_DAYS];
    ticks_and_starts.into_iter().chain(Cause::ALL.into_iter().filter_map(Cause::cell))
}

/// The counters of a table that is small enough to be put in order as a whole: the content has at most 32 lessons, and its
/// topics stand on the home screen.
fn of_few(table: Table, names: &dyn Names) -> Vec<Cell> {
    let fixed = |names: &[&'static str]| names.iter().map(|name| Cell::fixed(table, name)).collect();
    match table {
        Table::Accessibility => Feature::ALL.map(accessibility).into(),
        Table::Age => fixed(&Age::ALL.map(Age::name)),
        Table::Check => check(),
        Table::Daypart => {
            let parts = [false, true].into_iter().flat_map(|is_weekend| [9, 14, 18].map(|hour| (is_weekend, hour)));
            parts.map(|(is_weekend, hour)| DayPart { is_weekend, hour }.cell()).collect()
        }
        Table::Human => {
            let ways = Group::ALL.iter().flat_map(|group| Channel::ALL.map(|channel| human(*group, channel)));
            ways.chain([Cell::fixed(table, NEAR)]).collect()
        }
        // Lessons are few: each has a place of its own from 1 to 32.
        Table::Gain => names.lessons().iter().flat_map(|lesson| gains(lesson)).collect(),
        Table::Training => {
            let lessons = names.lessons();
            lessons.iter().flat_map(|lesson| ["start", "done"].map(|what| training(lesson, what))).collect()
        }
        Table::FirstTime | Table::HomeNet => fixed(&Reply::ALL.map(Reply::name)),
        Table::LangGroup => {
            let of_language = |lang| Group::ALL.map(|group| lang_group(lang, group));
            names.languages().into_iter().flat_map(of_language).collect()
        }
        Table::Pack => pack(names).into_iter().collect(),
        Table::ZeroTopic => names.topics().into_iter().map(|topic| Cell::of(table, String::from(topic))).collect(),
        Table::Lang => names.languages().iter().map(|lang| Cell::of(table, lang.as_str().to_owned())).collect(),
        Table::Late => vec![Cell::LATE],
        Table::Levels => fixed(&["1", "2+"]),
        Table::Search => Search::ALL.map(search).into(),
        Table::Up => of_kiosk().collect(),
        Table::Visits => fixed(&["all", "assisted", "engaged"]),
        Table::Guide | Table::ItemOpen | Table::Useful => Vec::new(),
    }
}

fn gains(lesson: &str) -> impl Iterator<Item = Cell> {
    (0..QUESTION_PAIRS).flat_map(move |pair| Gain::ALL.map(|what| gain(lesson, pair, what)))
}

fn check() -> Vec<Cell> {
    let levels = SkillLevel::ALL.iter().flat_map(|level| Scope::ALL.map(|scope| check_level(*level, scope)));
    let areas = (0..AREAS).flat_map(|area| AreaLevel::ALL.map(|level| check_area(area, level)));
    let fixed = ["start", "done", "partial"].map(|name| Cell::fixed(Table::Check, name));
    let by_language =
        ["start", "done"].into_iter().flat_map(|what| LanguageGroup::ALL.map(|group| check_in(what, group)));
    levels.chain(areas.flatten()).chain(fixed).chain(by_language).collect()
}

fn guide(names: &ServiceNames) -> Vec<Cell> {
    let mut cells: Vec<Cell> = ["start", "done", "written-down"].map(|what| names.guide(what)).into();
    cells.extend(names.steps.iter().map(|step| names.guide(&left_at(step))));
    cells
}

/// Shows the counters of each service. Services come in the order of their ids; but the colon behind an id in a name comes
/// after digits and the hyphen: `tax:start` after `tax-card:start`. So `tax` waits until no id goes on from it like that.
fn by_service(names: &dyn Names, cells: fn(&ServiceNames) -> Vec<Cell>, show: &mut dyn FnMut(Cell)) {
    let mut waiting: Vec<(String, Vec<Cell>)> = Vec::new();
    names.services(&mut |names| {
        let start = format!("{}:", names.service);
        while let Some((_, cells)) = waiting.pop_if(|(earlier, _)| *earlier < start) {
            sorted(cells).for_each(&mut *show);
        }
        waiting.push((start, cells(names)));
    });
    waiting.into_iter().rev().flat_map(|(_, cells)| sorted(cells)).for_each(show);
}

fn sorted(mut cells: Vec<Cell>) -> impl Iterator<Item = Cell> {
    cells.sort_by(|one, other| one.name.cmp(&other.name));
    cells.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Lang, LessonId, ServiceId, TopicId};

    /// Services of these ids, each with two steps.
    struct Ids(Vec<&'static str>);

    impl Names for Ids {
        fn languages(&self) -> Vec<Lang> {
            ["nl", "en", "fr"].map(|tag| tag.parse().expect("a tag")).into()
        }

        fn service(&self, service: ServiceId) -> Option<ServiceNames> {
            let steps = ["way", "ask"].map(Box::from).into();
            self.0.get(service.index()).map(|id| ServiceNames { service: Box::from(*id), steps })
        }

        fn lesson(&self, lesson: LessonId) -> Option<Box<str>> {
            self.0.get(lesson.index()).map(|id| Box::from(*id))
        }

        fn lessons(&self) -> Vec<Box<str>> {
            self.0.iter().map(|id| Box::from(*id)).collect()
        }

        fn topic(&self, topic: TopicId) -> Option<Box<str>> {
            self.0.get(topic.index()).map(|id| Box::from(*id))
        }

        fn topics(&self) -> Vec<Box<str>> {
            self.lessons()
        }

        fn pack(&self) -> Option<(Box<str>, u64)> {
            Some((Box::from("brussels"), 7))
        }

        fn services(&self, show: &mut dyn FnMut(&ServiceNames)) {
            (0..self.0.len() as u32)
                .filter_map(|index| self.service(ServiceId::handed_out(index)))
                .for_each(|names| show(&names));
        }
    }

    #[test]
    fn the_counters_come_in_the_order_of_their_keys() {
        let ids =
            ["a", "a-b", "a-b-c", "a-b0", "a-bc", "a0", "a0-x", "aa", "b", "b-", "tax", "tax-card", "tax2", "taxes"];
        assert!(ids.is_sorted());
        let mut keys: Vec<(&str, String)> = Vec::new();
        all(&Ids(ids.into()), &mut |cell| keys.push((cell.table.name(), cell.name.into_owned())));
        assert!(keys.is_sorted(), "{keys:#?}");
        keys.dedup();
        let of_visits = 3 + 3 + 6 + 2 + 3 + 1;
        let (of_groups, of_check) = (3 * Group::ALL.len() + 1 + 3 * Group::ALL.len(), 21 + 15 + 3 + 10);
        let of_questions = 3 + 7 + 3;
        let of_kiosk = 1 + 7;
        let of_ids = ids.len() * (1 + 5 + 2 + 2 + 12 + 1);
        assert_eq!(keys.len(), of_visits + of_groups + of_check + of_questions + of_kiosk + 3 + of_ids);
        assert!(keys.contains(&("pack", "brussels@7".to_owned())));
    }
}
