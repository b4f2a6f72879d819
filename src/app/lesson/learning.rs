//! What a visit has learned so far: how far it is in each lesson, and every attempt at an exercise.

use super::{Attempt, ExerciseAt, Stage};
use crate::app::Screen;
use crate::app::When;
use crate::base::{LessonId, QUESTION_PAIRS};
use crate::content::Library;
use crate::content::model::{ParallelQuestion, QuestionPair};
use crate::usage::event::{Event, Gain};

/// So many attempts are kept; the oldest makes room for another one.
const ATTEMPTS_MAX: usize = 256;

/// What a visit did in its lessons. It is part of the visit, so it is forgotten with it.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Learning {
    /// What is drawn by lot in this visit is drawn from this: the moment at which it began.
    pub seed: u64,
    /// Whether the answers are shown: for whoever proof-reads a lesson, never for a resident.
    pub reveals: bool,
    taken: Vec<Taken>,
    attempts: Vec<Attempt>,
}

/// What was done in a lesson.
#[derive(Clone, PartialEq, Debug)]
struct Taken {
    lesson: LessonId,
    /// The part that was seen last.
    part: Option<u16>,
    is_done: bool,
    /// How sure the resident feels, 1 to 5, before and after.
    sure: [Option<u8>; 2],
    replies: [[Option<Reply>; QUESTION_PAIRS as usize]; 2],
}

/// A reply to a question before or after a lesson.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reply {
    /// The answer at this place.
    Answer(u8),
    Unsure,
}

/// The question of a pair that is asked before the lesson or after it. In every other visit they change places: then a
/// difference in difficulty does not look like learning.
pub fn question(pair: &QuestionPair, when: When, seed: u64) -> &ParallelQuestion {
    if (when == When::Before) == seed.is_multiple_of(2) { &pair.before } else { &pair.after }
}

impl Learning {
    /// The same seed, and nothing done yet.
    pub fn anew(&self) -> Learning {
        Learning { seed: self.seed, reveals: self.reveals, ..Learning::default() }
    }

    /// Takes note of the screen that a resident sees.
    pub fn see(&mut self, screen: Screen) {
        match screen {
            Screen::Card(lesson, part) | Screen::Exercise(lesson, part) => self.taken_mut(lesson).part = Some(part),
            Screen::Learned(lesson) => self.taken_mut(lesson).is_done = true,
            _ => {}
        }
    }

    /// The part of a lesson that was seen last.
    pub fn part(&self, lesson: LessonId) -> Option<u16> {
        self.taken(lesson)?.part
    }

    /// Whether the end of a lesson was reached.
    pub fn is_done(&self, lesson: LessonId) -> bool {
        self.taken(lesson).is_some_and(|taken| taken.is_done)
    }

    /// How sure the resident said to feel.
    pub fn sure(&self, lesson: LessonId, when: When) -> Option<u8> {
        self.taken(lesson)?.sure[when.index()]
    }

    /// Whether it is still before a lesson: whoever has seen a part of it knows more already.
    pub fn is_before(&self, lesson: LessonId) -> bool {
        self.part(lesson).is_none()
    }

    /// Takes note of it.
    pub fn set_sure(&mut self, lesson: LessonId, when: When, sure: Option<u8>) {
        self.taken_mut(lesson).sure[when.index()] = sure;
    }

    /// The reply to a question of a pair.
    pub fn reply(&self, lesson: LessonId, when: When, pair: u8) -> Option<Reply> {
        self.taken(lesson)?.replies[when.index()].get(usize::from(pair)).copied().flatten()
    }

    /// Takes a reply, in the place of an earlier one. One to a question before the lesson comes too late once a part of it
    /// was seen: it would be counted as what was known before.
    pub fn set_reply(&mut self, lesson: LessonId, (when, pair): (When, u8), reply: Reply) {
        if when == When::Before && !self.is_before(lesson) {
            return;
        }
        if let Some(place) = self.taken_mut(lesson).replies[when.index()].get_mut(usize::from(pair)) {
            *place = Some(reply);
        }
    }

    /// The attempt at an exercise, if there is one.
    pub fn attempt(&self, at: ExerciseAt) -> Option<&Attempt> {
        self.attempts.iter().find(|attempt| attempt.at == at)
    }

    /// The attempt at an exercise, begun now where there is none.
    pub fn attempt_mut(&mut self, at: ExerciseAt) -> &mut Attempt {
        let place = self.attempts.iter().position(|attempt| attempt.at == at).unwrap_or_else(|| {
            if self.attempts.len() == ATTEMPTS_MAX {
                self.attempts.remove(0);
            }
            self.attempts.push(Attempt::new(at));
            self.attempts.len() - 1
        });
        &mut self.attempts[place]
    }

    /// Whether a message of the scam gym was looked at to its end.
    pub fn is_settled(&self, message: u16) -> bool {
        let attempt = self.attempt(ExerciseAt::Message(message));
        attempt.is_some_and(|attempt| matches!(attempt.stage, Stage::Solved | Stage::Shown))
    }

    /// Whether something was done with a message of the scam gym.
    pub fn has_judged(&self) -> bool {
        self.attempts.iter().any(|attempt| matches!(attempt.at, ExerciseAt::Message(_)))
    }

    /// Whether the reply to a question was right; nothing where there is none.
    pub fn was_right(&self, library: &Library, lesson: LessonId, (when, pair): (When, u8)) -> Option<bool> {
        let reply = self.reply(lesson, when, pair)?;
        let read = library.lesson(lesson)?;
        let asked = question(read.questions.get(usize::from(pair))?, when, self.seed);
        Some(match reply {
            Reply::Answer(at) => asked.answers.get(usize::from(at)).is_some_and(|answer| answer.right),
            Reply::Unsure => false,
        })
    }

    /// What of it is counted, each thing once.
    pub fn events(&self, library: &Library) -> Vec<Event> {
        let mut events = Vec::new();
        for taken in &self.taken {
            let lesson = taken.lesson;
            events.extend(taken.part.map(|_| Event::LessonStarted(lesson)));
            events.extend(taken.is_done.then_some(Event::LessonDone(lesson)));
            for pair in 0..QUESTION_PAIRS {
                let right = |when| self.was_right(library, lesson, (when, pair));
                if let (Some(before), Some(after)) = (right(When::Before), right(When::After)) {
                    events.push(Event::Gain(lesson, pair, Gain::of(before, after)));
                }
            }
        }
        events
    }

    fn taken(&self, lesson: LessonId) -> Option<&Taken> {
        self.taken.iter().find(|taken| taken.lesson == lesson)
    }

    fn taken_mut(&mut self, lesson: LessonId) -> &mut Taken {
        let place = self.taken.iter().position(|taken| taken.lesson == lesson).unwrap_or_else(|| {
            let (sure, replies) = Default::default();
            self.taken.push(Taken { lesson, part: None, is_done: false, sure, replies });
            self.taken.len() - 1
        });
        &mut self.taken[place]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_from_before_a_lesson_comes_too_late_once_a_part_of_it_was_seen() {
        let lesson = LessonId::handed_out(0);
        let before = (When::Before, 1);
        let mut learning = Learning::default();
        learning.set_reply(lesson, before, Reply::Unsure);
        learning.see(Screen::Card(lesson, 0));
        learning.set_reply(lesson, before, Reply::Answer(0));
        assert_eq!(learning.reply(lesson, When::Before, 1), Some(Reply::Unsure), "what was known before stays");
        learning.set_reply(lesson, (When::After, 1), Reply::Answer(0));
        assert_eq!(learning.reply(lesson, When::After, 1), Some(Reply::Answer(0)));
    }
}
