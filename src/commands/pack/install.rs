//! `kiosk pack install` and `rollback`: another pack for residents, all or nothing.

use std::path::{Path, PathBuf};

use super::{KeyArgs, start_test};
use crate::commands::{CommandError, Outcome, answer};
use crate::shell::{Installed, Options, Packs, Places};

/// Put a pack in place: from the next visit on, residents see it. It must be whole, signed and newer, and every page of
/// it must be shown in every language; else nothing changes.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk pack install /media/stick/brussels.kpack\n\n\
                  Exit codes: 0 it is in place, 1 it is refused, 2 it cannot be read, 3 the disk failed.")]
pub struct InstallArgs {
    /// The pack; its signature stands beside it
    pack: PathBuf,
    #[command(flatten)]
    keys: KeyArgs,
    #[command(flatten)]
    state: StateArgs,
}

/// Go back to the pack that was in place before.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk pack rollback")]
pub struct RollbackArgs {
    #[command(flatten)]
    state: StateArgs,
}

#[derive(clap::Args)]
struct StateArgs {
    /// The state folder of the kiosk [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    state: Option<PathBuf>,
}

impl StateArgs {
    fn folder(&self) -> PathBuf {
        Places::of(&Options { state: self.state.clone(), ..Options::default() }).state
    }
}

/// Which kiosk it was done to: each user has a state folder, and that of another user is another kiosk.
fn which(state: &Path) -> String {
    format!("The kiosk is the one that keeps its files in '{}'\n", state.display())
}

/// Puts a pack in place.
pub fn install(args: &InstallArgs) -> Result<Outcome, CommandError> {
    let state = args.state.folder();
    let installed = Packs::of(&state).install(&args.pack, &args.keys.keys, &start_test::try_out)?;
    let Installed { about, key, changes, is_known } = installed;
    let mut told = match is_known {
        true => format!("{} version {} is in place already\n", about.name, about.version),
        false => format!("{} version {} is in place from the next visit on", about.name, about.version),
    };
    if !is_known {
        told.push_str(&key.map(|key| format!(", signed by '{key}'")).unwrap_or_default());
        told.push_str(&changes.map(|changes| format!(": {changes}")).unwrap_or_default());
        told.push('\n');
    }
    answer::write(&(told + &which(&state)))?;
    Ok(Outcome::Fine)
}

/// Goes back to the pack before.
pub fn rollback(args: &RollbackArgs) -> Result<Outcome, CommandError> {
    let state = args.state.folder();
    let about = Packs::of(&state).rollback()?.about;
    let told = format!("{} version {} is in place again from the next visit on\n", about.name, about.version);
    answer::write(&(told + &which(&state)))?;
    Ok(Outcome::Fine)
}
