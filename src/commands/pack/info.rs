//! `kiosk pack info`: what a pack is.

use std::path::PathBuf;

use crate::commands::{CommandError, Outcome, answer};
use crate::content::count;
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
    let languages: Vec<String> = about.languages.iter().map(ToString::to_string).collect();
    let sum: String = pack.sum().iter().map(|byte| format!("{byte:02x}")).collect();
    let (name, version, numbers) = (about.name.to_string(), about.version.to_string(), about.numbers);
    let extent = count::extent(&pack.into_library());
    let words: Vec<String> = extent.words.iter().map(|(lang, words)| format!("{lang} {words}")).collect();
    let lines = [
        ("name", name),
        ("version", version),
        ("languages", languages.join(", ")),
        ("services", numbers.services.to_string()),
        ("steps", extent.steps.to_string()),
        ("words", words.join(", ")),
        ("topics", numbers.topics.to_string()),
        ("events", numbers.events.to_string()),
        ("finders", numbers.finders.to_string()),
        ("lessons", numbers.lessons.to_string()),
        ("rooms", numbers.rooms.to_string()),
        ("terms", numbers.terms.to_string()),
        ("sha-256", sum),
    ];
    answer::write(&lines.map(|(word, value)| format!("{word:<11}{value}\n")).concat())?;
    Ok(Outcome::Fine)
}
