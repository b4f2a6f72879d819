//! From counters to figures that anybody may have.
//!
//! A kiosk closes a month into a [`month::MonthFile`]. The coordinator of all kiosks adds months up and publishes
//! [`observation::Observation`]s: counts that are rounded with a secret and withheld where they are small, and shares of
//! these counts. What is published is all that an attacker has.

pub mod attack;
pub mod catalogue;
pub mod collected;
pub mod counts;
pub mod definitions;
pub mod formats;
pub mod gathered;
pub mod kiosks;
pub mod known;
pub mod month;
pub mod observation;
pub mod period;
pub mod publish;
pub mod report;
pub mod residents;
pub mod rewriting;
pub mod rounding;
pub mod sources;
