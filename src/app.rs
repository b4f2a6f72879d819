//! The heart: the state of the kiosk, what a message does to it, and the page that it shows.
//!
//! [`update()`] is the only door to the state, [`page`] the only way to see it. Neither reads a clock, a file or a random
//! number: the same messages always lead to the same pages.

mod address;
mod carry;
mod code;
mod draft;
mod effect;
pub mod figures;
mod focus;
mod helping;
pub mod keymap;
mod lesson;
mod msg;
mod questions;
mod rehearsal;
mod screen;
mod screens;
mod settings;
mod skills;
mod state;
mod tally;
mod telling;
mod update;

pub use address::{NAMED_SCREENS, address_in, addresses, part_at, screen_at, screen_of};
pub use effect::{Effect, Reason};
pub use msg::Msg;
pub use questions::Ask;
pub use screen::{Answer, FiguresAt, List, Screen, TermGroup, When};
pub use screens::{cap, is_typed_on, page};
pub use settings::{Keyboard, Settings, Site};
pub use state::{App, first_language, offered};
pub use telling::fact_as_built;
pub use update::update;

use self::figures::Figures;
use crate::base::{DateTime, Today};
use crate::content::Library;
use crate::i18n::Texts;
use crate::page::Laid;

/// What the state is looked at with: read-only, and but for the time fixed during a visit.
#[derive(Clone, Copy)]
pub struct Env<'a> {
    pub library: &'a Library,
    pub texts: &'a Texts,
    pub settings: &'a Settings,
    /// What was counted, where staff look at it.
    pub figures: Option<&'a Figures>,
    pub today: Today,
    /// What the clocks of Brussels show now, if that may be believed. It alone goes on during a visit: words may depend on
    /// it, choices may not.
    pub now: Option<DateTime>,
    /// Whether there is a mouse of which the terminal tells.
    pub mouse: bool,
    /// How the last page was laid out; one of an older page is ignored.
    pub laid: Option<&'a Laid>,
}

impl<'a> Env<'a> {
    /// For pages that nobody turns: without a date or a clock, and before any was laid out.
    pub fn still(library: &'a Library, texts: &'a Texts, settings: &'a Settings) -> Env<'a> {
        let (today, now) = (Today::Unsure, None);
        Env { library, texts, settings, figures: None, today, now, mouse: true, laid: None }
    }
}
