//! The counters by name: which there are, and which of them an event raises.
//!
//! A name is made of fixed words and of ids of the content (folder names, which are never used again for something
//! else), so that counts of different years and of different versions of the content can be added up.

mod all;

use std::borrow::Cow;

pub use self::all::{all, of_kiosk};
use super::counters::Moment;
use super::event::skills::{AREA_CODES, AreaLevel, Scope, SkillLevel};
use super::event::{Channel, Event, Feature, Gain, LanguageGroup, Levels, Search};
use crate::base::{Group, Lang, LessonId, ServiceId, TopicId};

/// A table of counters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Table {
    Accessibility,
    Age,
    Check,
    Daypart,
    FirstTime,
    Gain,
    Guide,
    Human,
    ItemOpen,
    Lang,
    LangGroup,
    Late,
    Levels,
    HomeNet,
    Pack,
    Search,
    Visits,
    Training,
    Up,
    Useful,
    ZeroTopic,
}

impl Table {
    /// All tables, in the order of their names.
    pub const ALL: [Table; 21] = [
        Table::Accessibility,
        Table::Age,
        Table::Check,
        Table::Daypart,
        Table::FirstTime,
        Table::Gain,
        Table::Guide,
        Table::Human,
        Table::ItemOpen,
        Table::Lang,
        Table::LangGroup,
        Table::Late,
        Table::Levels,
        Table::HomeNet,
        Table::Pack,
        Table::Search,
        Table::Visits,
        Table::Training,
        Table::Up,
        Table::Useful,
        Table::ZeroTopic,
    ];

    /// Its name in the file and in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Table::Accessibility => "a11y",
            Table::Age => "age",
            Table::Check => "chkA",
            Table::Daypart => "daypart",
            Table::FirstTime => "first",
            Table::Gain => "gain",
            Table::Guide => "guide",
            Table::Human => "human",
            Table::ItemOpen => "item_open",
            Table::Lang => "lang",
            Table::LangGroup => "lang_group",
            Table::Late => "late",
            Table::Levels => "lvl",
            Table::HomeNet => "net",
            Table::Pack => "pack",
            Table::Search => "search",
            Table::Visits => "sess",
            Table::Training => "train",
            Table::Up => "up",
            Table::Useful => "useful",
            Table::ZeroTopic => "zero",
        }
    }

    /// How often a counter of this table goes up in a day at most: it limits what one heavy user can do to a month.
    ///
    /// What goes up at every visit has the limit of visits. A group of services goes up with each of its services, in one
    /// visit too, so it reaches 50 for each of them: a limit of its own below that would make a group say less than its
    /// services do. It is the limit of forty services, some three times as many as the largest group has. It may not be that of the services
    /// themselves: whether the language of a visit counted would then depend on which visit came first, and tell it.
    pub const fn daily_limit(self) -> u16 {
        match self {
            Table::Visits | Table::Lang | Table::Daypart | Table::Pack => 200,
            Table::LangGroup => 40 * 50,
            _ => 50,
        }
    }
}

/// One counter.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Cell {
    pub table: Table,
    pub name: Cow<'static, str>,
}

impl Cell {
    /// The counter of all visits.
    pub const VISITS: Cell = Cell::fixed(Table::Visits, "all");
    /// Visits of a month that was closed already.
    pub const LATE: Cell = Cell::fixed(Table::Late, "all");
    /// Ticks of five minutes at which the place was open and the kiosk ran.
    pub const AVAILABLE: Cell = Cell::fixed(Table::Up, "available");
    /// Ticks of five minutes at which the place was open.
    pub const OPENING: Cell = Cell::fixed(Table::Up, "opening");
    /// Days on which the kiosk ran without knowing the date.
    pub const UNSURE_DAYS: Cell = Cell::fixed(Table::Up, "unsure-days");
    /// Starts of the kiosk.
    pub const START: Cell = Cell::fixed(Table::Up, "start");

    const fn fixed(table: Table, name: &'static str) -> Cell {
        Cell { table, name: Cow::Borrowed(name) }
    }

    fn of(table: Table, name: impl Into<Cow<'static, str>>) -> Cell {
        Cell { table, name: name.into() }
    }
}

/// The part of a week in which a visit ended: the finest time that is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayPart {
    /// Saturday or Sunday.
    pub is_weekend: bool,
    /// The hour in Belgium, from 0.
    pub hour: i8,
}

impl DayPart {
    /// The names of all of them, in their order.
    pub const NAMES: [&str; 6] = [
        "weekday-morning",
        "weekday-afternoon",
        "weekday-evening",
        "weekend-morning",
        "weekend-afternoon",
        "weekend-evening",
    ];

    /// The counter of this part of the week.
    pub fn cell(self) -> Cell {
        let first = if self.is_weekend { 3 } else { 0 };
        let part = match self.hour {
            ..12 => 0,
            12..17 => 1,
            _ => 2,
        };
        Cell::fixed(Table::Daypart, DayPart::NAMES[first + part])
    }
}

/// Says which names the ids stand for, and which there are.
pub trait Names {
    /// The languages that the kiosk offers.
    fn languages(&self) -> Vec<Lang>;
    /// The names of a service; none where it cannot be read.
    fn service(&self, service: ServiceId) -> Option<ServiceNames>;
    /// The name of a lesson; none where it cannot be read.
    fn lesson(&self, lesson: LessonId) -> Option<Box<str>>;
    /// Those of all lessons, in their order.
    fn lessons(&self) -> Vec<Box<str>>;
    /// The name of a topic; none where it cannot be read.
    fn topic(&self, topic: TopicId) -> Option<Box<str>>;
    /// Those of all topics.
    fn topics(&self) -> Vec<Box<str>>;
    /// The name and version of the content; none where it has none.
    fn pack(&self) -> Option<(Box<str>, u64)>;
    /// Shows those of every service.
    fn services(&self, show: &mut dyn FnMut(&ServiceNames));
}

/// The names under which a service is counted.
pub struct ServiceNames {
    pub service: Box<str>,
    /// Those of its steps, in their order.
    pub steps: Vec<Box<str>>,
}

/// The counters that a visit raises: one for each of its events, the content, and the part of the week where that is known.
pub fn of_visit(events: &[Event], moment: Moment, names: &dyn Names) -> Vec<Cell> {
    let mut cells: Vec<Cell> = events.iter().filter_map(|event| of(*event, names)).collect();
    cells.extend(pack(names));
    if let Moment::Known(_, part) = moment {
        cells.push(part.cell());
    }
    cells
}

/// The counter that an event raises; none for a step or an area that does not exist, and for a service or a lesson that cannot
/// be read.
pub fn of(event: Event, names: &dyn Names) -> Option<Cell> {
    Some(match event {
        Event::Visit => Cell::VISITS,
        Event::Engaged => Cell::fixed(Table::Visits, "engaged"),
        Event::Assisted => Cell::fixed(Table::Visits, "assisted"),
        Event::Language(lang) => Cell::of(Table::Lang, lang.as_str().to_owned()),
        Event::Opened(service) => names.service(service)?.opened(),
        Event::OpenedIn(_, lang, group) => lang_group(lang, group),
        Event::Levels(Levels::One) => Cell::fixed(Table::Levels, "1"),
        Event::Levels(Levels::Several) => Cell::fixed(Table::Levels, "2+"),
        Event::Started(service) => names.service(service)?.guide("start"),
        Event::Done(service) => names.service(service)?.guide("done"),
        Event::LeftAt(service, step) => {
            let names = names.service(service)?;
            names.guide(&left_at(names.steps.get(usize::from(step))?))
        }
        Event::WrittenDown(service) => names.service(service)?.guide("written-down"),
        Event::Human(group, channel) => human(group, channel),
        Event::Search(how) => search(how),
        Event::ZeroTopic(topic) => Cell::of(Table::ZeroTopic, String::from(names.topic(topic)?)),
        Event::Near => Cell::fixed(Table::Human, NEAR),
        Event::Useful(service, is_useful) => names.service(service)?.useful(is_useful),
        Event::LessonStarted(lesson) => training(&names.lesson(lesson)?, "start"),
        Event::LessonDone(lesson) => training(&names.lesson(lesson)?, "done"),
        Event::Gain(lesson, pair, what) => gain(&names.lesson(lesson)?, pair, what),
        Event::CheckStarted => Cell::fixed(Table::Check, "start"),
        Event::CheckStartedIn(group) => check_in("start", group),
        Event::CheckDone => Cell::fixed(Table::Check, "done"),
        Event::CheckDoneIn(group) => check_in("done", group),
        Event::CheckPartial => Cell::fixed(Table::Check, "partial"),
        Event::CheckLevel(level, scope) => check_level(level, scope),
        Event::CheckArea(area, level) => check_area(usize::from(area), level)?,
        Event::Accessibility(feature) => accessibility(feature),
        Event::FirstTime(reply) => Cell::fixed(Table::FirstTime, reply.name()),
        Event::Age(age) => Cell::fixed(Table::Age, age.name()),
        Event::HomeNet(reply) => Cell::fixed(Table::HomeNet, reply.name()),
    })
}

impl ServiceNames {
    fn opened(&self) -> Cell {
        Cell::of(Table::ItemOpen, self.service.to_string())
    }

    fn guide(&self, what: &str) -> Cell {
        Cell::of(Table::Guide, format!("{}:{what}", self.service))
    }

    fn useful(&self, is_useful: bool) -> Cell {
        Cell::of(Table::Useful, format!("{}:{}", self.service, if is_useful { "yes" } else { "no" }))
    }
}

/// The counter of all places near residents: which place would tell where somebody lives.
const NEAR: &str = "near";

/// The openings of the services of a group, in a language.
fn lang_group(lang: Lang, group: Group) -> Cell {
    Cell::of(Table::LangGroup, format!("{lang}:{}", group.name()))
}

/// The visits that were served with this content.
fn pack(names: &dyn Names) -> Option<Cell> {
    let (name, version) = names.pack()?;
    Some(Cell::of(Table::Pack, format!("{name}@{version}")))
}

fn accessibility(feature: Feature) -> Cell {
    Cell::fixed(Table::Accessibility, feature.name())
}

fn left_at(step: &str) -> String {
    format!("quit@{step}")
}

fn search(how: Search) -> Cell {
    Cell::fixed(
        Table::Search,
        match how {
            Search::Hit => "hit",
            Search::Zero => "zero",
            Search::Chosen => "chosen",
        },
    )
}

fn human(group: Group, channel: Channel) -> Cell {
    Cell::of(Table::Human, format!("{}:{}", group.name(), channel.name()))
}

fn training(lesson: &str, what: &str) -> Cell {
    Cell::of(Table::Training, format!("{lesson}:{what}"))
}

/// The pairs of a lesson are counted from 1.
fn gain(lesson: &str, pair: u8, what: Gain) -> Cell {
    Cell::of(Table::Gain, format!("{lesson}:{}:{}", u16::from(pair) + 1, what.name()))
}

/// How often the check is begun and done, by language: whom it loses.
fn check_in(what: &str, group: LanguageGroup) -> Cell {
    Cell::of(Table::Check, format!("{what}:{}", group.name()))
}

/// A level, and whom it is about.
fn check_level(level: SkillLevel, scope: Scope) -> Cell {
    Cell::of(Table::Check, format!("level:{}:{}", level.code(), scope.name()))
}

fn check_area(area: usize, level: AreaLevel) -> Option<Cell> {
    Some(Cell::of(Table::Check, format!("area:{}:{}", AREA_CODES.get(area)?, level.name())))
}
