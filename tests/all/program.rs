//! The programs, and how tests start them.

use std::process::{Command, Stdio};

/// The program of a kiosk.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_kiosk");
/// The program of an office.
pub const OFFICE: &str = env!("CARGO_BIN_EXE_kiosk-office");

/// A program that is to be started: nobody types, and whatever runs the tests gives it no state folder.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).env_remove("STATE_DIRECTORY");
    command
}
