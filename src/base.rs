//! Plain values that every room may use: ids, languages, keys, moments, styled text, opening hours and public holidays,
//! the files of a locale, what a resident types; how near two names are, and how SQLite is told of a file.
//!
//! Nothing here knows where a value comes from or how it is shown.

mod form;
mod group;
mod holidays;
mod hours;
mod id;
mod key;
mod lang;
mod locale;
mod near;
mod sqlite;
mod text;
mod theme;
mod time;
mod timetable;
mod typed;

pub use form::{Form, FormKey, ID, Kind, names};
pub use group::Group;
pub use holidays::{easter, is_public_holiday};
pub use hours::{HOURS, HoursError, Opening, TimeOfDay, WEEKDAYS, WeekHours, week_of_record};
pub use id::{CommuneId, EventId, FinderId, LessonId, PlaceId, RoomId, ServiceId, TermId, TopicId};
pub use key::Key;
pub use lang::{Lang, LangError};
pub use locale::{Language, LocaleFiles, LocaleText, StartTexts};
pub use near::nearest;
pub use sqlite::sqlite_address;
pub use text::{Role, Span, Text};
pub use theme::Theme;
pub use time::{Date, DateTime, Millis, Today};
pub use timetable::{Door, Exception, Timetable};
pub use typed::Typed;

/// So many pairs of questions belong to a lesson: one of each pair is asked before it, the other one after it.
pub const QUESTION_PAIRS: u8 = 3;

/// The size of a screen in character cells.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Size {
    /// The smallest screen on which every page can be used.
    pub const MIN: Size = Size { width: 40, height: 15 };

    /// Whether every page can be used on a screen of this size.
    pub fn is_usable(self) -> bool {
        self.width >= Self::MIN.width && self.height >= Self::MIN.height
    }
}
