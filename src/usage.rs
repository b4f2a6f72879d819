//! How the kiosk is used, as counters that nobody can be known from.
//!
//! [`event`] is what a visit can have done, in enums and ids; [`cell`] is the counter that each of it raises;
//! [`counters`] are the rules (once a visit, a limit a day, whole months); [`store`] keeps the numbers in one file of
//! SQLite. There is no event, no visit and no time of day in that file, and nothing in it is finer than a month, but for
//! two things: how many visits each of the last days had, and how often each counter went up today. [`uptime`] is how
//! long the kiosk itself was there, and why it started.

pub mod cell;
pub mod counters;
pub mod event;
pub mod store;
pub mod uptime;
