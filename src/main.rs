//! The program `kiosk`: the kiosk itself, and the commands of those who look after one.

use std::process::ExitCode;

use inclusion_kiosk::commands;

fn main() -> ExitCode {
    commands::main(commands::office::hand_over)
}
