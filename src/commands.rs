//! The command line: what can be asked for, one file per command, and how every command ends.

mod answer;
mod check;
mod doctor;
mod error;
mod indicators;
mod key_card;
mod new;
pub mod office;
mod pack;
mod page;
mod preview;
mod run;
mod schema;
mod search;
mod simulate;

use std::ffi::OsString;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

pub use self::check::pages::long_pages;
pub use self::error::CommandError;
use self::error::{FAILED, sentence};
use self::office::{Desk, Office, Work};
use crate::app;
use crate::shell::{Options, Update};

/// How a command ends when nothing went wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Done.
    Fine,
    /// The thing that was asked about is not fine; the answer says why.
    NotFine,
}

/// A kiosk that explains public digital services, step by step, in several languages.
#[derive(Parser)]
#[command(
    name = "kiosk",
    version,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    after_help = "Example, in a copy of the source code:\n  kiosk --lang fr\n\n\
                  Exit codes: 0 done, 1 not fine, 2 wrong words or unreadable input, 3 the machine or the kiosk failed."
)]
struct CommandLine {
    #[command(flatten)]
    run: run::Args,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Where to find everything that a kiosk needs.
#[derive(clap::Args)]
struct PlaceArgs {
    /// The content: a folder or a pack [default: ./content in a copy of the source code, else the packs of this kiosk]
    #[arg(long, value_name = "DIR|PACK")]
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
}

impl PlaceArgs {
    fn options(self) -> Options {
        let PlaceArgs { content, locales, state, config } = self;
        Options { content, locales, state, config, ..Options::default() }
    }
}

#[derive(Subcommand)]
enum Command {
    Page(page::Args),
    Search(search::Args),
    Doctor(doctor::Args),
    Pack(pack::Args),
    Indicators(indicators::Args),
    #[command(flatten)]
    Desk(Desk),
}

/// Everything that can be asked for: man pages and completions are written from it.
pub fn command_line() -> clap::Command {
    CommandLine::command()
}

/// Does what the command line of this process asks for.
///
/// What is done at a desk goes to `office`: a program that hands it over holds none of it.
pub fn main(office: Office) -> ExitCode {
    start(std::env::args_os(), &mut app::update, office)
}

/// Does what a command line asks for, with a kiosk that goes through `update`. The first word is the program.
pub fn start(words: impl Iterator<Item = OsString>, update: &mut Update<'_>, office: Office) -> ExitCode {
    // A bug is stopped here, and not by ending the process where it is told: on the way everything that is open is put
    // down in its order. What it left half done is used by nobody any more, so it is safe to go on.
    let ended = panic::catch_unwind(AssertUnwindSafe(|| obey(words, update, office)));
    ended.unwrap_or(ExitCode::from(FAILED))
}

fn obey(words: impl Iterator<Item = OsString>, update: &mut Update<'_>, office: Office) -> ExitCode {
    let words: Vec<OsString> = words.collect();
    let line = match CommandLine::try_parse_from(&words) {
        Ok(line) => line,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return end(answer::write(&error.to_string()).map(|()| Outcome::Fine));
        }
        Err(error) => {
            let said = sentence(&error.to_string(), &CommandLine::command(), &words);
            return end(Err(CommandError::Words(said)));
        }
    };
    end(match line.command {
        None => run::run(line.run, update),
        Some(Command::Page(args)) => page::page(&args),
        Some(Command::Search(args)) => search::search(&args),
        Some(Command::Doctor(args)) => doctor::doctor(args),
        Some(Command::Indicators(args)) => indicators::indicators(args, update, office),
        Some(Command::Pack(args)) => pack::pack(args, update, office),
        Some(Command::Desk(desk)) => office(Work::Desk(desk), update),
    })
}

fn end(ended: Result<Outcome, CommandError>) -> ExitCode {
    match ended {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::NotFine) => ExitCode::from(1),
        Err(error) => {
            answer::complain(&error.to_string());
            ExitCode::from(error.exit_code())
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed_and_every_help_has_an_example() {
        let mut line = CommandLine::command();
        line.build();
        line.clone().debug_assert();
        for mut command in line.get_subcommands().cloned().chain([line.clone()]) {
            let help = command.render_help().to_string();
            assert!(help.contains("Example"), "{help}");
        }
    }

    #[test]
    fn words_that_are_not_understood_become_one_sentence() {
        for (words, command) in [
            (&["kiosk", "--contnet", "x"][..], "kiosk"),
            (&["kiosk", "chek"], "kiosk"),
            (&["kiosk", "--lang"], "kiosk"),
            (&["kiosk", "page"], "kiosk page"),
            (&["kiosk", "page", "itsme", "--lnag", "fr"], "kiosk page"),
            (&["kiosk", "search", "itsme", "--limit", "many"], "kiosk search"),
            (&["kiosk", "indicators"], "kiosk indicators"),
            (&["kiosk", "indicators", "clos"], "kiosk indicators"),
            (&["kiosk", "indicators", "close", "--month", "soon"], "kiosk indicators close"),
            (&["kiosk", "indicators", "close", "now"], "kiosk indicators close"),
        ] {
            let Err(error) = CommandLine::try_parse_from(words) else { panic!("{words:?} are wrong on purpose") };
            let said: Vec<OsString> = words.iter().map(OsString::from).collect();
            let sentence = sentence(&error.to_string(), &CommandLine::command(), &said);
            assert!(!sentence.contains('\n') && !sentence.contains("  "), "{sentence}");
            assert!(sentence.ends_with(&format!(": see {command} --help")), "{sentence}");
        }
    }
}
