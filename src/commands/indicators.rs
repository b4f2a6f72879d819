//! `kiosk indicators`: what the counters say.

mod attack;
mod catalogue;
mod collect;
mod forget_days;
mod keygen;
mod new_secret;
pub mod publish;
mod show;

use clap::Subcommand;

use super::{CommandError, Outcome};

/// See what was counted: how often the kiosk is used, never by whom.
#[derive(clap::Args)]
#[command(after_help = "Example: kiosk indicators show --month 2026-11")]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Attack(attack::Args),
    Show(show::Args),
    ForgetDays(forget_days::Args),
    Keygen(keygen::Args),
    Collect(collect::Args),
    #[command(name = "new-secret")]
    NewSecret(new_secret::Args),
    Publish(publish::Args),
}

/// Does what is asked about the counters.
pub fn indicators(args: Args) -> Result<Outcome, CommandError> {
    match args.command {
        Command::Attack(args) => attack::attack_folder(&args),
        Command::Show(args) => show::show(&args),
        Command::ForgetDays(args) => forget_days::forget_days(&args),
        Command::Keygen(args) => keygen::keygen(&args),
        Command::Collect(args) => collect::collect(&args),
        Command::NewSecret(args) => new_secret::new_secret(&args),
        Command::Publish(args) => publish::publish(args),
    }
}
