//! The ids of what the content holds: numbers, never names.
//!
//! Only the library hands them out, for names that exist. So whatever holds ids alone (the state of a visit, what is
//! counted of it) cannot hold what somebody typed. `tests/all/tidy.rs` sees to it that nobody else makes one. That they
//! can be read by serde is for the records of a pack, which the library wrote.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
        pub struct $name(u32);

        impl $name {
            /// The id of the thing that stands at `index` in the list of its kind: for the library alone.
            pub const fn handed_out(index: u32) -> Self {
                $name(index)
            }

            /// Where the thing stands in the list of its kind.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}
id!(/// A topic of the home screen.
    TopicId);
id!(/// A life event under a topic: "I am moving".
    EventId);
id!(/// A service that the kiosk guides through.
    ServiceId);
id!(/// A word of the glossary.
    TermId);
id!(/// A finder: questions that lead to the services that help.
    FinderId);
id!(/// A lesson: cards and exercises.
    LessonId);
id!(/// A rehearsal room: a simulated service.
    RoomId);
id!(/// A commune of Brussels.
    CommuneId);
id!(/// A place where people help.
    PlaceId);
