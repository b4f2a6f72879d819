//! Everything that is tested from outside, in one program: it links once.

mod any_content;
mod any_pack;
mod bad_content;
mod books;
mod carried;
mod checking;
mod cli;
mod corpus;
mod edges;
mod finders;
mod finding;
mod fourth_language;
mod harness;
mod hostile;
mod new;
mod packs;
mod privacy;
mod readme;
mod schemas;
mod search;
mod simulation;
mod state_folder;
mod stories;
mod tidy;
mod usage;
mod walk;
