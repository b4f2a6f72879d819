//! The state over another version of the content, with everybody where they were: for whoever writes that content.

use super::address::part_at;
use super::questions::Questions;
use super::rehearsal::Rehearsal;
use super::skills::Check;
use super::state::{Phase, View, Visit};
use super::tally::Tally;
use super::{App, List, Screen};
use crate::base::{CommuneId, EventId, FinderId, Lang, LessonId, PlaceId, RoomId, ServiceId, TermId, TopicId};
use crate::content::Library;
use crate::content::model::{ItemId, Section};

impl App {
    /// The same state over another version of the content: the same screens, focus and anchors, as far as they are still
    /// there. Nothing where what is on the screen is not in it. What the visit would add to the counters is forgotten.
    pub fn carried(&self, from: &Library, to: &Library) -> Option<App> {
        let phase = match &self.phase {
            Phase::Visit(visit) => Phase::Visit(Box::new(carried(visit, &Move { from, to })?)),
            other => other.clone(),
        };
        Some(App { rev: self.rev + 1, phase, ..*self })
    }

    /// The same kiosk on another screen of a visit, as if somebody had gone there from the home screen.
    pub fn moved(&self, lang: Lang, screen: Screen) -> App {
        App { rev: self.rev + 1, last: self.last, ..App::showing(self.size, lang, screen) }
    }
}

/// From one version of the content to another. Names stay; ids do not.
struct Move<'m> {
    from: &'m Library,
    to: &'m Library,
}

fn carried(visit: &Visit, to: &Move) -> Option<Visit> {
    let (shown, below) = visit.stack.split_last()?;
    let view = |view: &View| Some(View { screen: to.screen(view.screen)?, ..*view });
    let mut stack: Vec<View> = below.iter().filter_map(view).collect();
    stack.push(view(shown)?);
    // Questions may have moved: answers to them would be answers to others.
    let (tally, answers, check) = (Tally::default(), Vec::new(), Check::default());
    let (learning, rehearsal, questions) = (visit.learning.anew(), Rehearsal::default(), Questions::default());
    Some(Visit { stack, tally, answers, learning, rehearsal, check, questions, ..visit.clone() })
}

impl Move<'_> {
    fn screen(&self, screen: Screen) -> Option<Screen> {
        Some(match screen {
            Screen::Topic(id) => Screen::Topic(self.topic(id)?),
            Screen::Event(id) => Screen::Event(self.event(id)?),
            Screen::More(list, part) => {
                let list = match list {
                    List::Home => List::Home,
                    List::Topic(id) => List::Topic(self.topic(id)?),
                    List::Event(id) => List::Event(self.event(id)?),
                };
                Screen::More(list, part)
            }
            Screen::Finder(id, step) => {
                let new = self.finder(id)?;
                Screen::Finder(new, self.to.finder(new)?.step(self.from.finder(id)?.id_of(step)?)?)
            }
            Screen::Word(id) => Screen::Word(self.term(id)?),
            Screen::Near(id, need) => Screen::Near(self.commune(id)?, need),
            Screen::Place(id) => Screen::Place(self.place(id)?),
            Screen::Service(id) => Screen::Service(self.service(id)?),
            Screen::Before(id) => Screen::Before(self.service(id)?),
            Screen::Routes(id) => Screen::Routes(self.service(id)?),
            Screen::Route(id, kind) => Screen::Route(self.service(id)?, kind),
            Screen::StuckList(id) => Screen::StuckList(self.service(id)?),
            Screen::Done(id, answer) => Screen::Done(self.service(id)?, answer),
            Screen::Slip(id) => Screen::Slip(self.service(id)?),
            Screen::Person(Some(id)) => Screen::Person(Some(self.service(id)?)),
            Screen::Step(id, at) => {
                let new = self.service(id)?;
                Screen::Step(new, section(self.from.service(id)?.steps(), self.to.service(new)?.steps(), at)?)
            }
            Screen::Stuck(id, at) => {
                let new = self.service(id)?;
                Screen::Stuck(new, section(self.from.service(id)?.stuck(), self.to.service(new)?.stuck(), at)?)
            }
            Screen::Lesson(id) => Screen::Lesson(self.lesson(id)?),
            Screen::Sure(id, when) => Screen::Sure(self.lesson(id)?, when),
            Screen::Asked(id, when, pair) => Screen::Asked(self.lesson(id)?, when, pair),
            Screen::Card(id, at) | Screen::Exercise(id, at) => self.part(id, at)?,
            Screen::Learned(id) => Screen::Learned(self.lesson(id)?),
            Screen::LessonSlip(id) => Screen::LessonSlip(self.lesson(id)?),
            Screen::Room(id) => Screen::Room(self.room(id)?),
            // A button may have moved.
            Screen::Scene(id, at) | Screen::Mistake(id, at, _) => self.scene(id, at)?,
            Screen::Rehearsed(id) => Screen::Rehearsed(self.room(id)?),
            Screen::Message(at) => self.message(at)?,
            Screen::Rooms
            | Screen::Gym
            | Screen::GymEnd(_)
            | Screen::Person(None)
            | Screen::Lessons
            | Screen::Code
            | Screen::CodeLetters
            | Screen::WelcomeBack
            | Screen::Check
            | Screen::CheckOnline
            | Screen::Activity(_)
            | Screen::CheckResult
            | Screen::CheckSlip
            | Screen::Welcome
            | Screen::Languages
            | Screen::Home
            | Screen::Search
            | Screen::Letters
            | Screen::Places
            | Screen::Map
            | Screen::Communes(_)
            | Screen::Help
            | Screen::Counting
            | Screen::Display
            | Screen::Words
            | Screen::Glossary
            | Screen::Terms(_)
            | Screen::Questions(_)
            | Screen::Finish
            | Screen::Figures(_) => screen,
        })
    }
}

impl Move<'_> {
    /// The same part of a lesson; where it has gone or has another name, the one in its place.
    fn part(&self, id: LessonId, at: u16) -> Option<Screen> {
        let new = self.lesson(id)?;
        let (old, lesson) = (self.from.lesson(id)?, self.to.lesson(new)?);
        let name = old.parts.get(usize::from(at)).and_then(|part| old.id_of(*part));
        let same = name.and_then(|name| lesson.parts.iter().position(|part| lesson.id_of(*part) == Some(name)));
        let place = same.unwrap_or(usize::from(at).min(lesson.parts.len().checked_sub(1)?));
        part_at(new, &lesson, place as u16)
    }
}

impl Move<'_> {
    /// The scene of the same name; where it has gone, the first page of the room.
    fn scene(&self, id: RoomId, at: u16) -> Option<Screen> {
        let new = self.room(id)?;
        let (old, room) = (self.from.room(id)?, self.to.room(new)?);
        let name = old.scenes.get(usize::from(at)).map(|scene| &scene.id);
        let same = room.scenes.iter().position(|scene| Some(&scene.id) == name);
        Some(same.map_or(Screen::Room(new), |place| Screen::Scene(new, place as u16)))
    }

    /// The message of the same name; where it has gone, the first page of the gym.
    fn message(&self, at: u16) -> Option<Screen> {
        let (old, new) = (self.from.gym(), self.to.gym());
        let name = &old.messages.get(usize::from(at))?.id;
        let same = new.messages.iter().position(|message| message.id == *name);
        Some(same.map_or(Screen::Gym, |place| Screen::Message(place as u16)))
    }
}

/// What stands for an item in the new version: that of the same name, if it is of the same kind.
macro_rules! moved {
    ($($item:ident: $id:ident => $kind:ident),*) => {
        impl Move<'_> {
            $(fn $item(&self, id: $id) -> Option<$id> {
                match self.to.find(&self.from.$item(id)?.id)? {
                    ItemId::$kind(found) => Some(found),
                    _ => None,
                }
            })*
        }
    };
}
moved!(topic: TopicId => Topic, event: EventId => Event, service: ServiceId => Service, term: TermId => Term,
    finder: FinderId => Finder, lesson: LessonId => Lesson, room: RoomId => Room, commune: CommuneId => Commune, place: PlaceId => Place);

/// The same section; where it has gone or has another name, the one in its place.
fn section(old: &[Section], new: &[Section], at: u16) -> Option<u16> {
    let id = old.get(usize::from(at)).map(|section| &section.id);
    let same = id.and_then(|id| new.iter().position(|section| section.id == *id)).map(|place| place as u16);
    let last = (new.len() as u16).checked_sub(1)?;
    Some(same.unwrap_or(at.min(last)))
}
