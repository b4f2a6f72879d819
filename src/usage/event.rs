//! What a visit can have done, as far as it is counted.

use crate::base::{Group, Lang, ServiceId};

/// One thing that is counted of a visit. It holds enums and ids alone, so it cannot hold what somebody typed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Event {
    /// Somebody pressed a key at the start screen.
    Visit,
    /// At least one service was opened.
    Engaged,
    /// The language at the end.
    Language(Lang),
    /// A service was opened.
    Opened(ServiceId),
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
    /// The page of a place near the resident was opened, whichever it is.
    Near,
    /// "Was this useful?" was answered.
    Useful(ServiceId, bool),
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
}
