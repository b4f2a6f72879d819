//! What the coordinator of the Region does and no kiosk does: it makes up kiosks, collects their months and publishes them.
//!
//! Programs that publish and attack figures are as large as half a kiosk. So that a cheap machine need not read them, they
//! stand in a program of their own, `kiosk-coordinator`. Both know every command; `kiosk` hands these over to it.

use std::env;
use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process;

use clap::Subcommand;

use super::indicators::{attack, collect, keygen, new_secret, publish};
use super::{CommandError, Outcome, simulate};

/// The name of the program, and the folder for it below that of all programs, where it is no command of its own.
const PROGRAM: &str = "kiosk-coordinator";
const FOLDER: &str = "libexec/kiosk";

/// What becomes of a command of the coordinator in this program.
pub type Coordinator = fn(Command) -> Result<Outcome, CommandError>;

/// A command of the coordinator.
pub enum Command {
    /// One of `kiosk indicators`.
    Indicators(Figures),
    /// `kiosk simulate`.
    Simulate(simulate::Args),
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
}

/// Does it.
pub fn obey(command: Command) -> Result<Outcome, CommandError> {
    match command {
        Command::Indicators(Figures::Keygen(args)) => keygen::keygen(&args),
        Command::Indicators(Figures::Collect(args)) => collect::collect(&args),
        Command::Indicators(Figures::NewSecret(args)) => new_secret::new_secret(&args),
        Command::Indicators(Figures::Publish(args)) => publish::publish(args),
        Command::Indicators(Figures::Attack(args)) => attack::attack_folder(&args),
        Command::Simulate(args) => simulate::simulate(&args),
    }
}

/// Becomes the program that does it, with the words that this one was given. Returns only where that cannot be.
pub fn hand_over(_: Command) -> Result<Outcome, CommandError> {
    let words: Vec<OsString> = env::args_os().skip(1).collect();
    let program = program();
    let error = process::Command::new(&program).args(words).exec();
    Err(CommandError::Coordinator { program, error })
}

/// Where the program is: beside this one, else in a folder for programs that nobody calls by name.
fn program() -> PathBuf {
    let this = env::current_exe().unwrap_or_default();
    let folder = this.parent().unwrap_or(Path::new("."));
    let beside = folder.join(PROGRAM);
    let apart = folder.join("..").join(FOLDER).join(PROGRAM);
    if !beside.exists() && apart.exists() { apart } else { beside }
}
