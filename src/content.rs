//! Content: what residents read, as authors write it (folders of TOML and Markdown) and as the kiosk uses it.
//!
//! [`source`] reads the files of a folder, [`parse`] turns them into a [`Library`] and notes every finding,
//! [`check`] adds the rules that a running kiosk does not need. [`model`] is what comes out; how
//! long its facts may be believed stands in `shelf`.

pub mod check;
pub mod finding;
pub mod model;
pub mod parse;
mod shelf;
pub mod source;
pub mod translations;

pub use finding::{Finding, Rule, Severity};
pub use model::Library;
