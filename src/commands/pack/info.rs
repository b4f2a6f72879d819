//! `kiosk pack info`: what a pack is.

use std::path::PathBuf;

use crate::commands::{CommandError, Outcome, answer};
use crate::content::pack::Pack;

/// Tell what a pack is, after every byte of it was read.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk pack info brussels.kpack")]
pub struct Args {
    /// The pack
    pack: PathBuf,
}

/// Tells what a pack says of itself.
pub fn info(args: &Args) -> Result<Outcome, CommandError> {
    let pack = Pack::verify(&args.pack)?;
    let about = pack.about();
    let languages: Vec<&str> = about.languages.iter().map(|lang| lang.as_str()).collect();
    let sum: String = pack.sum().iter().map(|byte| format!("{byte:02x}")).collect();
    let lines = [
        ("name", about.name.to_string()),
        ("version", about.version.to_string()),
        ("languages", languages.join(", ")),
        ("services", about.numbers.services.to_string()),
        ("topics", about.numbers.topics.to_string()),
        ("events", about.numbers.events.to_string()),
        ("words", about.numbers.terms.to_string()),
        ("sha-256", sum),
    ];
    answer::write(&lines.map(|(word, value)| format!("{word:<11}{value}\n")).concat())?;
    Ok(Outcome::Fine)
}
