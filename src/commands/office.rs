//! What is done at a desk and on no kiosk: content is written and checked, the months of kiosks are collected and published.
//!
//! What checks content and what attacks figures is as large as half a kiosk. So that a cheap machine need not read it, it
//! stands in a program of its own, `kiosk-office`. Both know every command; `kiosk` hands these over to it.

use std::env;
use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process;

use clap::Subcommand;

use super::indicators::{attack, collect, content, keygen, new_secret, publish, report, view};
use super::pack::build;
use super::{CommandError, Outcome, check, key_card, new, preview, schema, simulate};
use crate::shell::Update;

/// The name of the program, and the folder for it below that of all programs, where it is no command of its own.
const PROGRAM: &str = "kiosk-office";
const FOLDER: &str = "libexec/kiosk";

/// What becomes of the work of an office in this program.
pub type Office = fn(Work, &mut Update<'_>) -> Result<Outcome, CommandError>;

/// Work of an office.
pub enum Work {
    /// A command of its own.
    Desk(Desk),
    /// One of `kiosk pack`.
    Pack(Packing),
    /// One of `kiosk indicators`.
    Indicators(Figures),
    /// `kiosk indicators view` of the months of many kiosks, in this database.
    View(view::Args, PathBuf),
}

/// What authors do, and whoever tries out what is done with figures.
#[derive(Subcommand)]
pub enum Desk {
    Check(check::Args),
    New(new::Args),
    Preview(preview::Args),
    #[command(name = "json-schema")]
    Schema(schema::Args),
    #[command(name = "key-card")]
    KeyCard(key_card::Args),
    Simulate(simulate::Args),
}

/// What `kiosk pack` does with a folder of content.
#[derive(Subcommand)]
pub enum Packing {
    Build(build::Args),
}

/// What `kiosk indicators` does with the months of many kiosks.
#[derive(Subcommand)]
pub enum Figures {
    Keygen(keygen::Args),
    Collect(collect::Args),
    #[command(name = "new-secret")]
    NewSecret(new_secret::Args),
    Publish(publish::Args),
    Attack(attack::Args),
    Report(report::Args),
    Content(content::Args),
}

/// Does it.
pub fn work(work: Work, update: &mut Update<'_>) -> Result<Outcome, CommandError> {
    match work {
        Work::Desk(Desk::Check(args)) => check::check(&args),
        Work::Desk(Desk::New(args)) => new::new(&args),
        Work::Desk(Desk::Preview(args)) => preview::preview(args, update),
        Work::Desk(Desk::Schema(args)) => schema::schema(&args),
        Work::Desk(Desk::KeyCard(args)) => key_card::key_card(&args),
        Work::Desk(Desk::Simulate(args)) => simulate::simulate(&args),
        Work::Pack(Packing::Build(args)) => build::build(&args),
        Work::View(args, from) => view::of_database(args, &from, update),
        Work::Indicators(Figures::Keygen(args)) => keygen::keygen(&args),
        Work::Indicators(Figures::Collect(args)) => collect::collect(&args),
        Work::Indicators(Figures::NewSecret(args)) => new_secret::new_secret(&args),
        Work::Indicators(Figures::Publish(args)) => publish::publish(args),
        Work::Indicators(Figures::Attack(args)) => attack::attack_folder(&args),
        Work::Indicators(Figures::Report(args)) => report::report(args),
        Work::Indicators(Figures::Content(args)) => content::content(&args),
    }
}

/// Becomes the program that does it, with the words that this one was given. Returns only where that cannot be.
pub fn hand_over(_: Work, _: &mut Update<'_>) -> Result<Outcome, CommandError> {
    let words: Vec<OsString> = env::args_os().skip(1).collect();
    let program = program();
    let error = process::Command::new(&program).args(words).exec();
    Err(CommandError::Office { program, error })
}

/// Where the program is: beside this one, else in a folder for programs that nobody calls by name.
fn program() -> PathBuf {
    let this = env::current_exe().unwrap_or_default();
    let folder = this.parent().unwrap_or(Path::new("."));
    let beside = folder.join(PROGRAM);
    let apart = folder.join("..").join(FOLDER).join(PROGRAM);
    if !beside.exists() && apart.exists() { apart } else { beside }
}
