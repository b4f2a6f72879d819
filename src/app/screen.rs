//! The screens there are, each with the ids that it needs.

use super::Ask;
use crate::base::{CommuneId, EventId, FinderId, LessonId, PlaceId, RoomId, ServiceId, TermId, TopicId};
use crate::content::model::{Area, FinderStep, Need, RouteKind};

/// A screen of a visit. Each variant owns what it needs, by id.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Screen {
    /// The first screen of a visit: the choice of a language.
    Welcome,
    /// The same choice, over any other screen.
    Languages,
    Home,
    /// Finding something in one's own words.
    Search,
    /// The same with letters on the screen, for those who cannot type on the keyboard.
    Letters,
    Topic(TopicId),
    Event(EventId),
    /// A question of a finder, or what helps at its end.
    Finder(FinderId, FinderStep),
    /// A list that is too long for one page goes on: the part with this number, from 1.
    More(List, u16),
    Service(ServiceId),
    /// What to know and to have before one starts.
    Before(ServiceId),
    /// Counter, phone, post and online, to choose from.
    Routes(ServiceId),
    /// One of them.
    Route(ServiceId, RouteKind),
    /// A step, from 0.
    Step(ServiceId, u16),
    /// The list of what people get stuck on.
    StuckList(ServiceId),
    /// A stuck section, from 0.
    Stuck(ServiceId, u16),
    /// The end of a guide, and whether it was useful, once answered.
    Done(ServiceId, Option<Answer>),
    /// The page to write down.
    Slip(ServiceId),
    /// People who help: for a service where one is open.
    Person(Option<ServiceId>),
    /// Help near you: the ways to look for it.
    Places,
    /// The communes as tiles.
    Map,
    /// The communes by name, for whoever looks for something.
    Communes(Option<Need>),
    /// The places around a commune.
    Near(CommuneId, Option<Need>),
    Place(PlaceId),
    /// All lessons, and the check of digital skills.
    Lessons,
    /// A code that was written down on another day, to type.
    Code,
    /// The same with letters on the screen.
    CodeLetters,
    /// What the code remembered.
    WelcomeBack,
    /// What a lesson is about.
    Lesson(LessonId),
    /// "How sure do you feel?"
    Sure(LessonId, When),
    /// A question before or after a lesson: that of the pair with this number, from 0.
    Asked(LessonId, When, u8),
    /// A part of a lesson that is a card, by its place among the parts, from 0.
    Card(LessonId, u16),
    /// A part of a lesson that is an exercise.
    Exercise(LessonId, u16),
    /// The end of a lesson.
    Learned(LessonId),
    /// What to write down of a lesson.
    LessonSlip(LessonId),
    /// All rehearsal rooms.
    Rooms,
    /// What a room is about.
    Room(RoomId),
    /// A scene of a room, from 0.
    Scene(RoomId, u16),
    /// Why a button of a scene is a mistake: that with this number, from 0, among all of the scene.
    Mistake(RoomId, u16, u16),
    /// The goal of a room is reached.
    Rehearsed(RoomId),
    /// What the scam gym is.
    Gym,
    /// A message of it, by its place among all of them.
    Message(u16),
    /// The end of the session with this number, from 0.
    GymEnd(u16),
    /// The check of digital skills: what it is, and whom it is about.
    Check,
    /// Whether the internet was used in the last months.
    CheckOnline,
    /// "Have you …?", from 0.
    Activity(u16),
    CheckResult,
    /// What to write down of the result.
    CheckSlip,
    Help,
    /// What is counted of this visit.
    Counting,
    Display,
    /// The hard words of the screen below.
    Words,
    Word(TermId),
    /// The ways into all words: by area and by letter.
    Glossary,
    /// Some of all words.
    Terms(TermGroup),
    /// One of three questions on the way out, for those who like to answer.
    Questions(Ask),
    /// Asks once before everything is erased.
    Finish,
    /// What was counted, for staff: no resident comes here.
    Figures(FiguresAt),
}

/// A place among what was counted. Measures and parts by their places, from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FiguresAt {
    /// All measures, for the newest month.
    Overview,
    /// A measure in the month that is so many months before the newest one.
    Measure { measure: u8, back: u8 },
    /// A part of a measure in all months.
    Part { measure: u8, part: u8 },
}

/// A list that may be long.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum List {
    Home,
    Topic(TopicId),
    Event(EventId),
}

/// Which words of the glossary.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TermGroup {
    Area(Area),
    /// Those that begin with this letter in the language of the page.
    Letter(char),
}

/// Before a lesson or after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    Before,
    After,
}

impl When {
    pub(super) fn index(self) -> usize {
        self as usize
    }
}

/// An answer to "Was this useful?".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    Yes,
    No,
    Skip,
}

impl Screen {
    /// The service that it belongs to.
    pub fn service(self) -> Option<ServiceId> {
        match self {
            Screen::Service(service)
            | Screen::Before(service)
            | Screen::Routes(service)
            | Screen::Route(service, _)
            | Screen::Step(service, _)
            | Screen::StuckList(service)
            | Screen::Stuck(service, _)
            | Screen::Done(service, _)
            | Screen::Slip(service) => Some(service),
            Screen::Person(service) => service,
            _ => None,
        }
    }

    /// The lesson that it belongs to.
    pub fn lesson(self) -> Option<LessonId> {
        match self {
            Screen::Lesson(lesson)
            | Screen::Sure(lesson, _)
            | Screen::Asked(lesson, ..)
            | Screen::Card(lesson, _)
            | Screen::Exercise(lesson, _)
            | Screen::Learned(lesson)
            | Screen::LessonSlip(lesson) => Some(lesson),
            _ => None,
        }
    }

    /// The rehearsal room that it belongs to.
    pub fn room(self) -> Option<RoomId> {
        match self {
            Screen::Room(room) | Screen::Scene(room, _) | Screen::Mistake(room, ..) | Screen::Rehearsed(room) => {
                Some(room)
            }
            _ => None,
        }
    }

    /// Whether one looks for something in a field. Exercises have fields too.
    pub fn is_for_typing(self) -> bool {
        matches!(self, Screen::Search | Screen::Letters)
    }

    /// Whether one types a code.
    pub fn is_for_code(self) -> bool {
        matches!(self, Screen::Code | Screen::CodeLetters)
    }

    /// Whether letters stand on it like keys.
    pub fn has_letters(self) -> bool {
        matches!(self, Screen::Letters | Screen::CodeLetters)
    }

    /// Whether an arrow up or down goes to the row above or below, and not to the choice before or after.
    pub fn goes_by_rows(self) -> bool {
        self.has_letters()
    }

    /// Whether one reads, types or does something here, and so may take longer than on a list.
    pub fn is_for_reading(self) -> bool {
        match self {
            Screen::Welcome
            | Screen::Languages
            | Screen::Home
            | Screen::Topic(_)
            | Screen::Event(_)
            | Screen::Finder(_, FinderStep::Question(_))
            | Screen::More(..)
            | Screen::Places
            | Screen::Map
            | Screen::Communes(_)
            | Screen::Lessons
            | Screen::Rooms
            | Screen::Words
            | Screen::Glossary
            | Screen::Terms(_)
            | Screen::Display => false,
            Screen::Service(_)
            | Screen::Before(_)
            | Screen::Routes(_)
            | Screen::Route(..)
            | Screen::Step(..)
            | Screen::StuckList(_)
            | Screen::Stuck(..)
            | Screen::Done(..)
            | Screen::Slip(_)
            | Screen::Finder(_, FinderStep::End(_))
            | Screen::Search
            | Screen::Letters
            | Screen::Person(_)
            | Screen::Near(..)
            | Screen::Place(_)
            | Screen::Code
            | Screen::CodeLetters
            | Screen::WelcomeBack
            | Screen::Lesson(_)
            | Screen::Sure(..)
            | Screen::Asked(..)
            | Screen::Card(..)
            | Screen::Exercise(..)
            | Screen::Learned(_)
            | Screen::LessonSlip(_)
            | Screen::Room(_)
            | Screen::Scene(..)
            | Screen::Mistake(..)
            | Screen::Rehearsed(_)
            | Screen::Gym
            | Screen::Message(_)
            | Screen::GymEnd(_)
            | Screen::Check
            | Screen::CheckOnline
            | Screen::Activity(_)
            | Screen::CheckResult
            | Screen::CheckSlip
            | Screen::Help
            | Screen::Counting
            | Screen::Word(_)
            | Screen::Questions(_)
            | Screen::Finish
            | Screen::Figures(_) => true,
        }
    }
}
