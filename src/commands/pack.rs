//! `kiosk pack`: content in one file: made, signed, brought to a kiosk, and taken back.

pub mod build;
mod info;
mod install;
mod keys;
mod start_test;

use std::path::PathBuf;

use clap::Subcommand;

use super::office::{Office, Packing, Work};
use super::{CommandError, Outcome};
use crate::shell::Update;

/// The keys that a kiosk trusts.
const KEYS: &str = "/etc/kiosk/keys";

/// Make a pack of content, sign it, and put it in place on a kiosk.
#[derive(clap::Args)]
#[command(after_help = "Example, at the desk of an author:\n  kiosk pack build content -o brussels.kpack\n  \
                        kiosk pack sign brussels.kpack --key library.key\n\n\
                        And on the kiosk, from a stick:\n  kiosk pack install /media/stick/brussels.kpack")]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    #[command(flatten)]
    Office(Packing),
    Info(info::Args),
    Keygen(keys::KeygenArgs),
    Sign(keys::SignArgs),
    Verify(keys::VerifyArgs),
    Install(install::InstallArgs),
    Rollback(install::RollbackArgs),
}

/// Where the keys stand that a kiosk trusts.
#[derive(clap::Args)]
struct KeyArgs {
    /// The folder of trusted public keys, files that end in .pub
    #[arg(long, value_name = "DIR", default_value = KEYS)]
    keys: PathBuf,
}

/// Does what is asked of packs.
pub fn pack(args: Args, update: &mut Update<'_>, office: Office) -> Result<Outcome, CommandError> {
    match args.command {
        Command::Office(packing) => office(Work::Pack(packing), update),
        Command::Info(args) => info::info(&args),
        Command::Keygen(args) => keys::keygen(&args),
        Command::Sign(args) => keys::sign(&args),
        Command::Verify(args) => keys::verify(&args),
        Command::Install(args) => install::install(&args),
        Command::Rollback(args) => install::rollback(&args),
    }
}
