//! What to rewrite first: the published figures of a quarter, guide by guide and lesson by lesson, for their authors.
//!
//! It reads what anybody may have and nothing else, so it is protected as that is. The order follows two numbers: how many
//! people began a guide and did not finish it, and how many said that it was not useful.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer};

use super::formats::codes::Code;
use super::observation::{Flow, Observation, Status, TOTAL};
use super::period::Period;

/// A published count, rounded as it was published.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    Count(u64),
    /// It is too small to be told, or tells something that is.
    Withheld,
    /// Nothing was published of it.
    Nothing,
}

impl Told {
    fn of(observation: Option<&Observation>) -> Told {
        match observation {
            Some(observation) if observation.status == Status::Withheld => Told::Withheld,
            Some(observation) => observation.count().map_or(Told::Nothing, Told::Count),
            None => Told::Nothing,
        }
    }

    fn count(self) -> Option<u64> {
        match self {
            Told::Count(count) => Some(count),
            Told::Withheld | Told::Nothing => None,
        }
    }

    /// Together with another one, as far as both are known.
    fn and(self, other: Told) -> Told {
        match (self, other) {
            (Told::Count(one), Told::Count(other)) => Told::Count(one + other),
            (Told::Nothing, other) => other,
            (one, Told::Nothing) => one,
            (Told::Withheld, _) | (_, Told::Withheld) => Told::Withheld,
        }
    }
}

/// A number, `"withheld"` or null.
impl Serialize for Told {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Told::Count(count) => serializer.serialize_u64(*count),
            Told::Withheld => serializer.serialize_str("withheld"),
            Told::Nothing => serializer.serialize_none(),
        }
    }
}

/// A guide, and what became of those who opened it.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct Guide {
    pub id: String,
    /// In the language that was asked for.
    pub title: String,
    pub group: String,
    /// How often it was opened, in all months of the quarter.
    pub opened: Told,
    pub begun: Told,
    pub finished: Told,
    /// The steps at which it was left, where most people left it first; steps that are too small by themselves are put together.
    pub left: Vec<Left>,
    pub useful: Told,
    pub not_useful: Told,
    pub written_down: Told,
}

/// Steps, and how many people left the guide there.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct Left {
    pub steps: Vec<String>,
    pub people: Told,
}

/// A lesson.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct Lesson {
    pub id: String,
    pub title: String,
    pub begun: Told,
    pub finished: Told,
}

/// How often a person was wanted while something of a group of services was on the screen.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct Wanted {
    pub group: String,
    /// By channel: the counter, the phone, the post, and so on.
    pub channels: Vec<(String, Told)>,
}

/// All of it. What wants an author first comes first.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct Rewriting {
    pub guides: Vec<Guide>,
    pub lessons: Vec<Lesson>,
    pub wanted: Vec<Wanted>,
}

impl Guide {
    /// About how many people began it and did not finish it. Both counts are rounded, each by itself.
    pub fn unfinished(&self) -> Option<u64> {
        Some(self.begun.count()?.saturating_sub(self.finished.count()?))
    }

    fn weight(&self) -> u64 {
        given_up(self.begun, self.finished) + self.not_useful.count().unwrap_or_default()
    }

    /// Whether anything is known of it.
    pub fn is_told(&self) -> bool {
        let counts = [self.opened, self.begun, self.finished, self.useful, self.not_useful, self.written_down];
        counts.iter().any(|told| told.count().is_some())
    }
}

/// How many people gave up, for the order alone: where so few finished that it is withheld, nearly all did.
fn given_up(begun: Told, finished: Told) -> u64 {
    match (begun, finished) {
        (Told::Count(begun), Told::Count(finished)) => begun.saturating_sub(finished),
        (Told::Count(begun), Told::Withheld) => begun,
        _ => 0,
    }
}

/// The titles and groups of items, by their codes.
pub type Titles = BTreeMap<String, Code>;

/// What the published figures say of a quarter. `language` is the place of a language among those of the list of codes.
pub fn of(published: &[Observation], quarter: Period, titles: &Titles, language: usize) -> Rewriting {
    let figures = Figures { published, quarter, titles, language };
    let mut guides: Vec<Guide> = figures.guides().map(|id| figures.guide(id)).collect();
    guides.sort_by(|one, other| (other.weight(), &one.id).cmp(&(one.weight(), &other.id)));
    let lessons = figures.items(&["TRAIN_START", "TRAIN_DONE"]).into_iter();
    let mut lessons: Vec<Lesson> = lessons.map(|id| figures.lesson(id)).collect();
    let weight = |lesson: &Lesson| given_up(lesson.begun, lesson.finished);
    lessons.sort_by(|one, other| (weight(other), &one.id).cmp(&(weight(one), &other.id)));
    Rewriting { guides, lessons, wanted: figures.wanted() }
}

struct Figures<'f> {
    published: &'f [Observation],
    quarter: Period,
    titles: &'f Titles,
    language: usize,
}

impl<'f> Figures<'f> {
    /// What is published once for the whole region: of the quarter.
    fn of_quarter(&self, indicator: &str) -> impl Iterator<Item = &'f Observation> {
        let is_asked = move |key: &super::observation::Key| key.flow == Flow::OneWay && key.indicator == indicator;
        self.published.iter().filter(move |one| one.key.period == self.quarter && is_asked(&one.key))
    }

    /// The same of its months.
    fn of_months(&self, flow: Flow, indicator: &str) -> impl Iterator<Item = &'f Observation> {
        let months = self.quarter.inner();
        self.published.iter().filter(move |one| {
            one.key.flow == flow && one.key.indicator == indicator && months.contains(&one.key.period)
        })
    }

    /// The items of which one of these is published.
    fn items(&self, indicators: &[&str]) -> BTreeSet<&'f str> {
        let all = indicators.iter().flat_map(|indicator| self.of_quarter(indicator));
        all.map(|one| one.key.item.as_str()).collect()
    }

    fn guides(&self) -> impl Iterator<Item = &'f str> {
        let mut guides = self.items(&["STARTS", "DONES"]);
        let opened = self.of_months(Flow::T3, "OPENED").map(|one| one.key.item.as_str());
        guides.extend(opened.filter(|item| *item != TOTAL));
        guides.into_iter()
    }

    fn told(&self, indicator: &str, item: &str) -> Told {
        Told::of(self.of_quarter(indicator).find(|one| one.key.item == item))
    }

    /// A count of the months of the quarter, as far as it is told of each of them.
    fn told_of_months(&self, flow: Flow, indicator: &str, item: &str) -> Told {
        let months = self.of_months(flow, indicator).filter(|one| one.key.item == item);
        months.map(|one| Told::of(Some(one))).fold(Told::Nothing, Told::and)
    }

    fn title(&self, id: &str) -> (String, String) {
        let code = self.titles.get(id);
        let title = code.and_then(|code| code.names.0.get(self.language));
        let group = code.and_then(|code| code.parent.as_ref());
        (title.cloned().unwrap_or_else(|| id.to_owned()), group.cloned().unwrap_or_default())
    }

    fn guide(&self, id: &str) -> Guide {
        let (title, group) = self.title(id);
        let answers = |answer: &str| self.told("USEFUL", &format!("{id}:{answer}"));
        let left = self.of_quarter("STEP").filter_map(|one| {
            let (_, steps) = one.key.item.split_once(':').filter(|(guide, _)| *guide == id)?;
            Some(Left { steps: steps.split('+').map(str::to_owned).collect(), people: Told::of(Some(one)) })
        });
        let mut left: Vec<Left> = left.collect();
        left.sort_by_key(|left| Reverse(left.people.count()));
        Guide {
            opened: self.told_of_months(Flow::T3, "OPENED", id),
            begun: self.told("STARTS", id),
            finished: self.told("DONES", id),
            left,
            useful: answers("yes"),
            not_useful: answers("no"),
            written_down: self.told("WRITTEN_DOWN", id),
            id: id.to_owned(),
            title,
            group,
        }
    }

    fn lesson(&self, id: &str) -> Lesson {
        let (title, _) = self.title(id);
        Lesson { id: id.to_owned(), title, begun: self.told("TRAIN_START", id), finished: self.told("TRAIN_DONE", id) }
    }

    fn wanted(&self) -> Vec<Wanted> {
        let mut groups: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for one in self.of_months(Flow::OneWay, "CHANNEL") {
            if let Some((group, channel)) = one.key.item.split_once(':') {
                groups.entry(group).or_default().insert(channel);
            }
        }
        let channel = |group: &str, channel: &str| {
            let told = self.told_of_months(Flow::OneWay, "CHANNEL", &format!("{group}:{channel}"));
            (channel.to_owned(), told)
        };
        let wanted = |(group, channels): (&str, BTreeSet<&str>)| Wanted {
            group: group.to_owned(),
            channels: channels.into_iter().map(|of| channel(group, of)).collect(),
        };
        groups.into_iter().map(wanted).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::formats::Names;
    use crate::indicators::observation::{Key, Value};

    /// A published figure of a cell of the region; none is a withheld one.
    fn figure(period: &str, flow: Flow, indicator: &'static str, item: &str, count: Option<u64>) -> Observation {
        let period = period.parse().expect("a period");
        let [site, lang] = [TOTAL, TOTAL].map(str::to_owned);
        let key = Key { flow, period, indicator, site, lang, item: item.to_owned() };
        let status = if count.is_some() { Status::Normal } else { Status::Withheld };
        Observation { key, value: count.map(Value::Whole), status, unit: "GUIDE" }
    }

    fn rewriting() -> Rewriting {
        let quarter = |indicator, item, count| figure("2026-Q4", Flow::OneWay, indicator, item, count);
        let opened = |month, item, count| figure(month, Flow::T3, "OPENED", item, count);
        let published = [
            quarter("STARTS", "eid", Some(120)),
            quarter("DONES", "eid", Some(110)),
            quarter("USEFUL", "eid:no", Some(5)),
            quarter("STARTS", "tax", Some(200)),
            quarter("DONES", "tax", Some(80)),
            quarter("STEP", "tax:open+fill", Some(45)),
            quarter("STEP", "tax:check", None),
            quarter("STEP", "tax:send", Some(60)),
            quarter("USEFUL", "tax:yes", None),
            figure("2026-Q3", Flow::OneWay, "STARTS", "tax", Some(5_000)),
            opened("2026-10", "tax", Some(100)),
            opened("2026-11", "tax", Some(90)),
            opened("2026-12", "tax", Some(95)),
            opened("2026-10", "rare", None),
            opened("2026-11", "rare", Some(15)),
            opened("2026-10", TOTAL, Some(500)),
            quarter("TRAIN_START", "easy", Some(50)),
            quarter("TRAIN_DONE", "easy", Some(40)),
            quarter("TRAIN_START", "hard", Some(30)),
            quarter("TRAIN_DONE", "hard", None),
            quarter("TRAIN_START", "mouse", Some(60)),
            quarter("TRAIN_DONE", "mouse", Some(70)),
            figure("2026-10", Flow::OneWay, "CHANNEL", "identity:counter", Some(20)),
            figure("2026-11", Flow::OneWay, "CHANNEL", "identity:counter", Some(25)),
            figure("2026-11", Flow::OneWay, "CHANNEL", "counter", Some(30)),
        ];
        let tax = Code {
            code: "tax".to_owned(),
            parent: Some("tax-money-bank".to_owned()),
            names: Names(["Impôts", "Belastingen", "Tax"].map(str::to_owned)),
        };
        let titles = Titles::from([("tax".to_owned(), tax)]);
        of(&published, "2026-Q4".parse().expect("a quarter"), &titles, 1)
    }

    #[test]
    fn the_guide_that_most_people_leave_comes_first() {
        let rewriting = rewriting();
        let order: Vec<(&str, Option<u64>)> =
            rewriting.guides.iter().map(|guide| (guide.id.as_str(), guide.unfinished())).collect();
        assert_eq!(order, [("tax", Some(120)), ("eid", Some(10)), ("rare", None)]);
        let tax = &rewriting.guides[0];
        assert_eq!((tax.title.as_str(), tax.group.as_str()), ("Belastingen", "tax-money-bank"));
        let left: Vec<(String, Told)> = tax.left.iter().map(|left| (left.steps.join(" "), left.people)).collect();
        let (most, some) = (("send", Told::Count(60)), ("open fill", Told::Count(45)));
        let expected = [most, some, ("check", Told::Withheld)];
        assert_eq!(left, expected.map(|(steps, people)| (steps.to_owned(), people)));
    }

    #[test]
    fn what_is_withheld_is_neither_nothing_nor_zero_and_makes_no_sum() {
        let rewriting = rewriting();
        let [tax, eid, rare] = &rewriting.guides[..] else { panic!("three guides") };
        assert_eq!([tax.opened, eid.opened, rare.opened], [Told::Count(285), Told::Nothing, Told::Withheld]);
        assert_eq!([tax.useful, tax.not_useful, eid.not_useful], [Told::Withheld, Told::Nothing, Told::Count(5)]);
        assert!(tax.is_told() && !rare.is_told());
        let json = serde_json::to_value(rare).expect("json");
        assert_eq!((&json["opened"], &json["begun"]), (&"withheld".into(), &serde_json::Value::Null));
    }

    #[test]
    fn what_nearly_nobody_finished_comes_before_what_many_did() {
        let lessons = rewriting().lessons;
        let order: Vec<(&str, Told)> = lessons.iter().map(|lesson| (lesson.id.as_str(), lesson.finished)).collect();
        // Rounding may have more end a lesson than begin it.
        let expected = [("hard", Told::Withheld), ("easy", Told::Count(40)), ("mouse", Told::Count(70))];
        assert_eq!(order, expected);
    }

    #[test]
    fn a_person_is_told_of_by_group_and_channel_over_the_months() {
        let wanted = rewriting().wanted;
        assert_eq!(
            wanted,
            [Wanted { group: "identity".to_owned(), channels: vec![("counter".to_owned(), Told::Count(45))] }]
        );
    }
}
