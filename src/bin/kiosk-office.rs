//! The program `kiosk-office`: all that `kiosk` is, and what is done at a desk: content is written, figures are published.
//!
//! Nobody has to know its name: `kiosk` hands over to it what only it can do.

use std::process::ExitCode;

use inclusion_kiosk::commands;

fn main() -> ExitCode {
    commands::main(commands::office::work)
}
