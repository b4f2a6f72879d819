//! Sentences as data: a message and what stands in it. They are said in a language only when a page is written.

use super::archive::{About, Figure};
use crate::base::Group;
use crate::indicators::definitions::Benchmark;
use crate::indicators::formats::codes::ITEMS;
use crate::indicators::observation::{Flow, Status, TOTAL};
use crate::indicators::period::Period;

/// What stands in a sentence.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Word<'a> {
    /// Its value alone: the sentence says the unit.
    Figure(Figure<'a>),
    /// Its value with its unit.
    Amount(Figure<'a>),
    Period(Period),
    Name(Name<'a>),
    /// A name, and that others have the same value.
    Among(Name<'a>),
    /// Why there is no value.
    Status(Status),
    /// An official figure, and the year of its survey.
    Official(&'static Benchmark),
    OfficialYear(&'static Benchmark),
}

/// A name that the list of codes, or a message, holds in each language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Name<'a> {
    /// A code of a list, `CL_ITEM`.
    Code(&'static str, &'a str),
    Message(&'static str),
    /// A group of services: the list of codes has one entry for it and a topic of the same code.
    Group(&'static str),
    /// A topic, by its code.
    Topic(&'a str),
    /// A kiosk, by its number at its site: the list of codes has one entry for it and a level of government.
    Kiosk(&'a str),
    /// A commune, by its place in the list.
    Commune(usize),
}

impl<'a> Name<'a> {
    pub const fn item(code: &'a str) -> Name<'a> {
        Name::Code(ITEMS, code)
    }

    fn group(code: &'a str) -> Name<'a> {
        let group = Group::ALL.into_iter().find(|group| group.name() == code);
        group.map_or(Name::item(code), |group| Name::Group(group.name()))
    }

    pub const fn language(code: &'a str) -> Name<'a> {
        Name::Code("CL_LANG", code)
    }

    pub const fn site(code: &'a str) -> Name<'a> {
        Name::Code("CL_SITE", code)
    }

    /// What a cell of a table is called: by that of its codes which is not the total.
    pub fn of(about: About<'a>) -> Name<'a> {
        match about {
            About { indicator: "ZERO_TOPIC", item, .. } if item != TOTAL => Name::Topic(item),
            About { indicator: "INC24", item, .. } if item != TOTAL => Name::Kiosk(item),
            About { flow: Flow::T5 | Flow::T6, item, .. } if item != TOTAL => Name::group(item),
            About { item, .. } if item != TOTAL => Name::item(item),
            About { lang, .. } if lang != TOTAL => Name::language(lang),
            About { site, .. } => Name::site(site),
        }
    }
}

/// What is said where a figure has no value, and where there is no figure: never the same.
const NO_VALUE: &str = "report-chart-silent";
const NO_FIGURE: &str = "report-chart-none";

/// A sentence.
#[derive(Clone, PartialEq, Debug)]
pub struct Saying<'a> {
    /// A message, or an attribute of one.
    pub message: String,
    pub words: Vec<(&'static str, Word<'a>)>,
}

impl<'a> Saying<'a> {
    /// A sentence that needs no figure.
    pub fn plain(message: &str) -> Saying<'a> {
        Saying { message: message.to_owned(), words: Vec::new() }
    }

    /// A sentence with figures; a silent one where one of them has no value.
    pub fn of(message: String, figures: &[(&'static str, Option<Figure<'a>>)]) -> Saying<'a> {
        let mut words = Vec::new();
        for (name, figure) in figures {
            match figure {
                Some(figure) if figure.value().is_some() => words.push((*name, Word::Figure(*figure))),
                other => return Saying::silent(*other),
            }
        }
        Saying { message, words }
    }

    /// That a figure has no value, and why; or that there is no figure.
    pub fn silent(figure: Option<Figure<'a>>) -> Saying<'a> {
        match figure {
            Some(figure) => Saying::plain(NO_VALUE).also("why", Word::Status(figure.status())),
            None => Saying::plain(NO_FIGURE),
        }
    }

    /// Whether it says that there is no value.
    pub fn is_silent(&self) -> bool {
        self.message == NO_VALUE || self.message == NO_FIGURE
    }

    /// A silent one, with what would have been measured: a message.
    #[must_use]
    pub fn of_what(self, measure: &'static str) -> Saying<'a> {
        self.also("what", Word::Name(Name::Message(measure)))
    }

    /// The same with something more in it; a silent one stays as it is.
    #[must_use]
    pub fn with(self, name: &'static str, word: Word<'a>) -> Saying<'a> {
        if self.is_silent() { self } else { self.also(name, word) }
    }

    fn also(mut self, name: &'static str, word: Word<'a>) -> Saying<'a> {
        self.words.push((name, word));
        self
    }
}
