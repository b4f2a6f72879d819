//! The kiosk with a bug: it panics at the first key. `tests/pty.rs` sees with it that a crash gives the terminal back.

use std::process::ExitCode;

use inclusion_kiosk::app::{self, App, Env, Msg};
use inclusion_kiosk::commands;

fn main() -> ExitCode {
    let mut buggy = |app: &mut App, env: &Env<'_>, msg: Msg| match msg {
        Msg::Key(..) => panic!("this bug is here on purpose"),
        msg => app::update(app, env, msg),
    };
    commands::start(std::env::args_os(), &mut buggy)
}
