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
pub use draw::{pass_phrase, shuffled};
pub use field::FieldFault;
pub use judge::judge;
pub use learning::{Learning, Reply, question};

use crate::base::LessonId;

/// Where an exercise stands: the part of a lesson with this number, from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PartAt {
    pub lesson: LessonId,
    pub part: u16,
}
