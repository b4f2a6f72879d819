//! A help kiosk for public places: it guides residents through public digital services, step by step.
//!
//! The house has ten rooms, and data flows through them one way. [`content`] and the folders of `locales/` are read
//! into a [`content::Library`] and [`i18n::Texts`]. [`app`] is the heart: a state, one function that changes it and one
//! that shows it as a [`page::Page`], which says what a screen means and not how it looks. [`page::layout`] gives it
//! rows for a size; [`present`] paints those, or writes the page as plain text. [`usage`] says what is counted of a
//! visit, and keeps it in a file. [`indicators`] makes figures that anybody may have of the months of many kiosks.
//! [`base`] holds the plain values that all of them use. None of these reads a clock or opens a terminal: that is for
//! [`shell`], and [`commands`] are what the command line can ask for.
//!
//! Two programs are made of it: `kiosk`, which a kiosk runs, and `kiosk-office`, which does all of that and what is
//! done at a desk.
//!
//! Begin with [`app::update`](app::update()), the only door to the state; then follow one screen, such as
//! `app/screens/guide.rs`, to the glass. `docs/architecture.md` tells the same at more length, and a test holds who may
//! import whom.

// An invariant may be expected, with a reason beside it; nothing may be unwrapped.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used))]

pub mod app;
pub mod base;
pub mod commands;
pub mod content;
pub mod i18n;
pub mod indicators;
pub mod page;
pub mod present;
pub mod shell;
pub mod usage;
