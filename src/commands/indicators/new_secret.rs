//! `kiosk indicators new-secret`: the secret of a year, with which counts are rounded.

use std::path::PathBuf;

use crate::commands::{CommandError, Outcome, answer};
use crate::shell::secret;

/// Make the secret of a year, with which published counts are rounded.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk indicators new-secret 2026 2026.secret\n\n\
                  Keep it off every kiosk, with the owner of the data alone, and a copy in a safe place: all that is published\n\
                  of a year needs the same secret. Destroy it when the archive of the year is closed.")]
pub struct Args {
    /// The year
    #[arg(value_name = "YEAR", value_parser = clap::value_parser!(i16).range(2000..=9999))]
    year: i16,
    /// The file; it must not be there yet
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Makes a secret.
pub fn new_secret(args: &Args) -> Result<Outcome, CommandError> {
    secret::make(&args.file, args.year)?;
    answer::write(&format!("{}: the secret of {}, keep it to yourself\n", args.file.display(), args.year))?;
    Ok(Outcome::Fine)
}
