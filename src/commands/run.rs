//! `kiosk`: the kiosk itself, full screen.

use std::path::PathBuf;

use super::{CommandError, Outcome, PlaceArgs};
use crate::app::Reason;
use crate::shell::{self, Options, Update};

/// How to run the kiosk.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    places: PlaceArgs,
    /// The language that speaks before a resident chooses one
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Write log lines to this file
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
}

/// Runs the kiosk until staff leave it or the system ends it.
pub fn run(args: Args, update: &mut Update<'_>) -> Result<Outcome, CommandError> {
    let Args { places, lang, log } = args;
    serve(&Options { lang, log, ..places.options() }, update)
}

/// Runs a kiosk until it ends, and says whether that is as it should be.
pub fn serve(options: &Options, update: &mut Update<'_>) -> Result<Outcome, CommandError> {
    match shell::run(options, update)? {
        Reason::Asked | Reason::Signal => Ok(Outcome::Fine),
        Reason::NoTerminal => Err(CommandError::TerminalGone),
    }
}
