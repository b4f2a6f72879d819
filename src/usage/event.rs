//! What a visit can have done, as far as it is counted.

mod language_group;
mod questions;
pub mod skills;

pub use self::language_group::LanguageGroup;
pub use self::questions::{Age, Reply};
use self::skills::{AreaLevel, Scope, SkillLevel};
use crate::base::{Group, Lang, LessonId, ServiceId, TopicId};

/// One thing that is counted of a visit. It holds enums and ids alone, so it cannot hold what somebody typed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Event {
    /// Somebody chose a language, or went on without a choice.
    Visit,
    /// At least one service or lesson was opened, a rehearsal room or the scam gym entered, or the check of digital skills begun.
    Engaged,
    /// Helper mode was on at some time.
    Assisted,
    /// The language at the end.
    Language(Lang),
    /// A service was opened.
    Opened(ServiceId),
    /// The same, by the language at the end of the visit and by the group of the service: once for each service.
    OpenedIn(ServiceId, Lang, Group),
    /// How many levels of government the opened services belong to.
    Levels(Levels),
    /// A step of a guide was read.
    Started(ServiceId),
    /// The end of a guide was reached.
    Done(ServiceId),
    /// A guide was started and not finished: the step it was left at, from 0.
    LeftAt(ServiceId, u16),
    /// The page to write down was opened.
    WrittenDown(ServiceId),
    /// A way to a person was chosen for a service of this group.
    Human(Group, Channel),
    /// Something was looked for in one's own words.
    Search(Search),
    /// Nothing fitted what was looked for, and this topic was chosen instead.
    ZeroTopic(TopicId),
    /// The page of a place near the resident was opened, whichever it is.
    Near,
    /// "Was this useful?" was answered.
    Useful(ServiceId, bool),
    /// A card or an exercise of a lesson was seen.
    LessonStarted(LessonId),
    /// The end of a lesson was reached.
    LessonDone(LessonId),
    /// Both questions of a pair were answered, one before the lesson and one after it: the pair by its number, from 0.
    Gain(LessonId, u8, Gain),
    /// The check of digital skills was begun.
    CheckStarted,
    /// The same, by the language at the end of the visit.
    CheckStartedIn(LanguageGroup),
    /// Its result was seen.
    CheckDone,
    CheckDoneIn(LanguageGroup),
    /// In it, an answer was withheld that could have changed the result. Then neither level nor areas are counted.
    CheckPartial,
    /// The level of a whole check.
    CheckLevel(SkillLevel, Scope),
    /// What somebody does in an area, by its number, from 0: counted by itself, not crossed with anything.
    CheckArea(u8, AreaLevel),
    /// A way to use the kiosk for those to whom the usual one is hard was on at some time.
    Accessibility(Feature),
    /// "Is this your first time at this machine?"
    FirstTime(Reply),
    /// "How old are you?"
    Age(Age),
    /// "Do you have the internet at home?"
    HomeNet(Reply),
}

/// What makes the kiosk usable for those to whom the usual way is hard: only what exists.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Feature {
    /// The theme of high contrast, for those who see little.
    Contrast,
    /// The theme without colours, for those who do not tell them apart.
    NoColour,
    /// Letters on the screen, for those who use one key, a switch or a touch screen.
    SwitchKeyboard,
}

impl Feature {
    /// All of them, in the order of their counters.
    pub const ALL: [Feature; 3] = [Feature::Contrast, Feature::NoColour, Feature::SwitchKeyboard];

    /// Its name in counters and figures.
    pub const fn name(self) -> &'static str {
        match self {
            Feature::Contrast => "contrast",
            Feature::NoColour => "no-colour",
            Feature::SwitchKeyboard => "switch-keyboard",
        }
    }
}

/// What was known before a lesson and after it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Gain {
    RightRight,
    RightWrong,
    WrongRight,
    WrongWrong,
}

impl Gain {
    /// All of them, in the order of their counters.
    pub const ALL: [Gain; 4] = [Gain::RightRight, Gain::RightWrong, Gain::WrongRight, Gain::WrongWrong];

    /// Its name in counters and figures.
    pub const fn name(self) -> &'static str {
        match self {
            Gain::RightRight => "rr",
            Gain::RightWrong => "rw",
            Gain::WrongRight => "wr",
            Gain::WrongWrong => "ww",
        }
    }

    /// That of two questions which were answered rightly or not.
    pub fn of(before: bool, after: bool) -> Gain {
        match (before, after) {
            (true, true) => Gain::RightRight,
            (true, false) => Gain::RightWrong,
            (false, true) => Gain::WrongRight,
            (false, false) => Gain::WrongWrong,
        }
    }
}

/// How many levels of government (commune, region, community, federal) a visit touched.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Levels {
    One,
    Several,
}

/// How a search ended. What was typed is nowhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Search {
    /// It was left with something that fits.
    Hit,
    /// It was left with nothing that fits well.
    Zero,
    /// Then a topic or another word was chosen that was offered instead.
    Chosen,
}

impl Search {
    /// All of them, in their order.
    pub const ALL: [Search; 3] = [Search::Hit, Search::Zero, Search::Chosen];
}

/// A way to get something done with a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Channel {
    Counter,
    Phone,
    Post,
}

impl Channel {
    /// All of them, in their order.
    pub const ALL: [Channel; 3] = [Channel::Counter, Channel::Phone, Channel::Post];

    /// Its name in counters and figures.
    pub const fn name(self) -> &'static str {
        match self {
            Channel::Counter => "counter",
            Channel::Phone => "phone",
            Channel::Post => "post",
        }
    }
}
