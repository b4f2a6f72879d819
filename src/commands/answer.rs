//! What a command says: answers to the standard output, complaints to the standard error.

use std::io::{self, Write};

use super::CommandError;

/// How an answer is written.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Writes an answer. Whoever reads it may stop reading (`kiosk page itsme | head -1`): then there is nobody to tell.
pub fn write(text: &str) -> Result<(), CommandError> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(CommandError::Answer(error)),
        _ => Ok(()),
    }
}

/// Writes a sentence about what went wrong.
pub fn complain(sentence: &str) {
    let sentence: String = sentence.chars().map(|sign| if sign.is_control() { '\u{fffd}' } else { sign }).collect();
    // Where even this fails, the exit code still tells.
    let _ = writeln!(io::stderr(), "kiosk: {sentence}");
}

/// Writes a sentence that is good to know and changes nothing.
pub fn note(sentence: &str) {
    complain(&format!("note: {sentence}"));
}
