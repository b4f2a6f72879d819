//! Lessons without a screen: what a resident did in each exercise of a visit, and what comes of it.
//!
//! All of it lives as long as the visit and is forgotten with it. It holds places in the content, never words of it, so the
//! language may change in the middle of an exercise.

mod attempt;
mod draw;
mod field;
mod judge;
pub mod keyboard;
mod learning;

pub use attempt::{Attempt, Deed, Snag, Stage};
pub use draw::{pass_phrase, sessions, shuffled};
pub use field::FieldFault;
pub use judge::judge;
pub use learning::{Learning, Reply, question};

use crate::base::LessonId;

/// Where an exercise stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExerciseAt {
    /// The part of a lesson with this number, from 0.
    Part(LessonId, u16),
    /// A message of the scam gym, by its place among all of them.
    Message(u16),
}
