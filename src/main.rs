//! The program `kiosk`.

use std::process::ExitCode;

fn main() -> ExitCode {
    inclusion_kiosk::commands::main()
}
