//! Ways to show a page: on the screen, as plain text. They know pages, and no screen of the kiosk by name.

pub mod plain;
pub mod screen;
pub mod theme;
