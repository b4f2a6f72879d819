//! `kiosk`: the kiosk itself, full screen.

use std::path::PathBuf;

use super::{CommandError, Outcome};
use crate::app::Reason;
use crate::shell::{self, Options, Update};

/// How to run the kiosk.
#[derive(clap::Args)]
pub struct Args {
    /// The content folder [default: ./content in a copy of the source code, else /usr/share/kiosk/content]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The folder of languages [default: ./locales in a copy of the source code, else those in this program]
    #[arg(long, value_name = "DIR")]
    locales: Option<PathBuf>,
    /// The folder for what the kiosk keeps [default: $XDG_STATE_HOME/inclusion-kiosk]
    #[arg(long, value_name = "DIR")]
    state: Option<PathBuf>,
    /// The settings of this kiosk [default: /etc/kiosk/kiosk.toml, where it exists]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The language that speaks before a resident chooses one
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Write log lines to this file
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
}

/// Runs the kiosk until staff leave it or the system ends it.
pub fn run(args: Args, update: &mut Update<'_>) -> Result<Outcome, CommandError> {
    let Args { content, locales, state, config, lang, log } = args;
    match shell::run(&Options { content, locales, state, config, lang, log }, update)? {
        Reason::Asked | Reason::Signal => Ok(Outcome::Fine),
        Reason::NoTerminal => Err(CommandError::TerminalGone),
    }
}
