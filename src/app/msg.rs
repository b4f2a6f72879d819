//! What happened in the world.

use crate::app::Reason;
use crate::base::{Key, Millis, Size};
use crate::page::Target;

/// A message to the state. Every moment comes with it: nothing inside reads a clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Msg {
    /// Time went by.
    Tick(Millis),
    Key(Millis, Key),
    /// A mouse button was released on a target of the page with this revision.
    Pointer(Millis, u64, Target),
    /// The mouse wheel turned: positive is towards the end of the text.
    Wheel(Millis, i8),
    Resized(Size),
    /// The program was told to end.
    Stop(Reason),
}
