//! Why a command could not do its work, as one sentence that says what to do, and the exit code that goes with it.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

use super::indicators::attack::AttackError;
use super::indicators::publish::PublishError;
use super::indicators::report::ReportError;
use crate::base::nearest;
use crate::content::pack::PackError;
use crate::content::source::SourceError;
use crate::i18n::TextsError;
use crate::indicators::collected::CollectedError;
use crate::indicators::formats::folder::FolderError;
use crate::shell::closing::ClosingError;
use crate::shell::sealing::KeyError;
use crate::shell::secret::SecretError;
use crate::shell::{FileError, InstallError, ShellError, SigningError};
use crate::usage::store::StoreError;

/// The exit code where the machine or the kiosk itself failed: a supervisor tries again.
pub const FAILED: u8 = 3;

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// The words of the command line are wrong.
    #[error("{0}")]
    Words(String),
    /// There is no such page.
    #[error(
        "there is no page '{asked}': {guess}use the id of a service, a step (service#step), a topic, a life event, a word or a screen"
    )]
    NoPage {
        /// What was asked for.
        asked: String,
        /// `did you mean …? Else `, or nothing.
        guess: String,
    },
    /// The clock of this machine is wrong, and a date is needed.
    #[error("the date of this machine cannot be right: set it, or say the day with --today 2026-11-25")]
    NoDate,
    /// A file or folder cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The languages cannot be used.
    #[error(transparent)]
    Texts(#[from] TextsError),
    /// The counts cannot be read.
    #[error(transparent)]
    Counts(#[from] StoreError),
    /// Published files cannot be read.
    #[error(transparent)]
    Attacked(#[from] AttackError),
    /// A pack cannot be used or made.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// A pack cannot be signed, or is not trusted.
    #[error(transparent)]
    Signing(#[from] SigningError),
    /// A key cannot be used or made.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A file that was named cannot be read.
    #[error("cannot read '{}' ({error}): check the path and its rights", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The list of kiosks cannot be used.
    #[error("'{}' has faults ({faults}): correct them, then run the command again", path.display())]
    Kiosks {
        /// The file.
        path: PathBuf,
        /// How many.
        faults: usize,
    },
    /// The collected months cannot be read or kept.
    #[error(transparent)]
    Collected(#[from] CollectedError),
    /// The secret of a year cannot be used.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// Nothing is published.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// There is no report.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// A folder of published files stays as it is.
    #[error(transparent)]
    Published(#[from] FolderError),
    /// The program that does it cannot be started.
    #[error(
        "cannot start '{}' ({error}), which does what is done at a desk: in a copy of the source code run `cargo build --release`, else install the package of the kiosk anew",
        program.display()
    )]
    Office {
        /// Where it should be.
        program: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A month is not closed.
    #[error(transparent)]
    Closing(#[from] ClosingError),
    /// A pack is not put in place.
    #[error(transparent)]
    Install(#[from] InstallError),
    /// The content has errors, so no pack is made of it.
    #[error("'{1}' has errors ({0}): run `kiosk check {1}` and correct them, then build again")]
    Findings(usize, String),
    /// The kiosk cannot run.
    #[error(transparent)]
    Shell(#[from] ShellError),
    /// The terminal went away under the kiosk.
    #[error("the terminal is gone: start the kiosk again in another one")]
    TerminalGone,
    /// A file or folder cannot be written.
    #[error("cannot write '{}' ({error}): check the disk and the rights of its folder, nothing was changed", path.display())]
    Write {
        /// Where it would stand.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The answer cannot be written.
    #[error("cannot write the answer ({0}): check the disk, or where the answer is sent")]
    Answer(io::Error),
}

impl CommandError {
    /// There is no page at this address, and these there are.
    pub fn no_page(asked: &str, addresses: impl Iterator<Item = String>) -> CommandError {
        let addresses: Vec<String> = addresses.collect();
        let guess = match nearest(asked, addresses.iter().map(String::as_str)) {
            Some(address) => format!("did you mean '{address}'? Else "),
            None => String::new(),
        };
        CommandError::NoPage { asked: asked.chars().take(80).collect(), guess }
    }

    /// 2 for wrong words and unreadable input, 3 where the machine failed.
    pub fn exit_code(&self) -> u8 {
        match self {
            CommandError::Words(_) | CommandError::NoPage { .. } | CommandError::NoDate => 2,
            CommandError::Source(_) | CommandError::Texts(_) | CommandError::Attacked(_) => 2,
            CommandError::Shell(ShellError::Machine { .. }) => FAILED,
            CommandError::Counts(error) | CommandError::Closing(ClosingError::Store(error)) => counts_exit_code(error),
            CommandError::Pack(error) | CommandError::Install(InstallError::Pack(error)) => pack_exit_code(error),
            CommandError::Signing(error) | CommandError::Install(InstallError::Signing(error)) => {
                signing_exit_code(error)
            }
            CommandError::Install(InstallError::Files { .. } | InstallError::NotWhatWasBrought) => FAILED,
            CommandError::Install(_) | CommandError::Findings(..) => 1,
            CommandError::Key(error) | CommandError::Closing(ClosingError::Key(error)) => key_exit_code(error),
            CommandError::Closing(ClosingError::Files { .. }) => FAILED,
            CommandError::Closing(ClosingError::NoSite | ClosingError::NoCoordinator | ClosingError::NoKey) => 1,
            CommandError::Collected(CollectedError::Sqlite(_)) => FAILED,
            CommandError::Collected(CollectedError::Files { .. } | CollectedError::NotOurs(_)) => 2,
            CommandError::Collected(_)
            | CommandError::Publish(_)
            | CommandError::Published(_)
            | CommandError::Report(_) => 1,
            CommandError::Secret(SecretError::File(error)) => file_exit_code(error),
            CommandError::Secret(_) | CommandError::Closing(_) | CommandError::Shell(_) => 2,
            CommandError::Read { .. } | CommandError::Kiosks { .. } => 2,
            CommandError::TerminalGone | CommandError::Answer(_) | CommandError::Write { .. } => FAILED,
            CommandError::Office { .. } => FAILED,
        }
    }
}

fn counts_exit_code(error: &StoreError) -> u8 {
    match error {
        StoreError::Newer { .. } | StoreError::NotOurs | StoreError::Damaged => 1,
        _ => 2,
    }
}

fn key_exit_code(error: &KeyError) -> u8 {
    match error {
        KeyError::File(error) => file_exit_code(error),
        KeyError::Machine(_) => FAILED,
        _ => 2,
    }
}

fn file_exit_code(error: &FileError) -> u8 {
    match error {
        FileError::Unreadable { .. } => 2,
        FileError::Unwritable { .. } => FAILED,
    }
}

fn pack_exit_code(error: &PackError) -> u8 {
    match error {
        PackError::Unreadable { .. } => 2,
        PackError::Unwritable { .. } => FAILED,
        _ => 1,
    }
}

fn signing_exit_code(error: &SigningError) -> u8 {
    match error {
        SigningError::File(error) => file_exit_code(error),
        SigningError::Keygen(_) => FAILED,
        error if error.is_refusal() => 1,
        _ => 2,
    }
}

/// What clap says in a paragraph, as one sentence that names the help of the command that was asked for.
pub fn sentence(paragraph: &str, program: &clap::Command, words: &[OsString]) -> String {
    let asked = asked(program, words);
    let what = paragraph.split("\nUsage:").next().unwrap_or_default();
    let what = what.split("\nFor more information").next().unwrap_or_default();
    // Where only the command is missing behind another one, clap shows its help.
    let Some(what) = what.trim().strip_prefix("error: ") else {
        return format!("what to do is missing: see {asked} --help");
    };
    let what = what.replace("\n\n  tip: ", "; ");
    let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{what}: see {asked} --help")
}

/// The command that words ask for, whatever is wrong behind it: `kiosk indicators close`.
fn asked(program: &clap::Command, words: &[OsString]) -> String {
    let mut command = program;
    let mut name = program.get_name().to_owned();
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(next) = command.find_subcommand(word) {
            command = next;
            name.extend([" ", word]);
        }
    }
    name
}
