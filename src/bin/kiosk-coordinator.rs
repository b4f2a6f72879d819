//! The program `kiosk-coordinator`: all that `kiosk` is, and what the coordinator of the Region does with months of kiosks.
//!
//! Nobody has to know its name: `kiosk` hands over to it what only it can do.

use std::process::ExitCode;

use inclusion_kiosk::commands;

fn main() -> ExitCode {
    commands::main(commands::coordinator::obey)
}
