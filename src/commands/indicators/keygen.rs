//! `kiosk indicators keygen`: the identity of the coordinator who collects months.

use std::path::PathBuf;

use crate::commands::{CommandError, Outcome, answer};
use crate::shell::{self, sealing};

/// Make the identity that opens the month files of kiosks: NAME.key. Kiosks seal for its recipient, age1…
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk indicators keygen coordinator\n\n\
                  Keep coordinator.key to yourself, and a copy of it in a safe place: without it no month can be opened.\n\
                  The line that begins with age1 goes to each kiosk: as `coordinator` into its answers for kiosk-setup, or under\n\
                  [usage] into its kiosk.toml. It is no secret. `age-keygen` makes such a file too.")]
pub struct Args {
    /// The name of the file, without its ending
    #[arg(default_value = "coordinator")]
    name: PathBuf,
}

/// Makes an identity.
pub fn keygen(args: &Args) -> Result<Outcome, CommandError> {
    let mut path = args.name.clone().into_os_string();
    path.push(".key");
    let path = PathBuf::from(path);
    let identity = sealing::Identity::make();
    identity.write_new(&path, &shell::stamp())?;
    answer::write(&format!("{}: keep it to yourself\n{}\n", path.display(), identity.recipient()))?;
    Ok(Outcome::Fine)
}
