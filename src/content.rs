//! Content: what residents read, as authors write it (folders of TOML and Markdown) and as the kiosk uses it.
//!
//! [`source`] reads the files of a folder, [`parse`] turns them into a [`Library`] and notes every finding,
//! [`check`] adds the rules that a running kiosk does not need. [`model`] is what comes out, and how long its facts may be
//! believed stands in `shelf_life`; [`pack`] is the same in one file, of which no more is read than is shown.

pub mod check;
pub mod code_words;
pub mod count;
pub mod finding;
pub mod library;
pub mod model;
pub mod pack;
pub mod parse;
pub mod search;
mod shelf_life;
pub mod source;
pub mod translations;

pub use finding::{Finding, Rule, Severity};
pub use library::Library;
