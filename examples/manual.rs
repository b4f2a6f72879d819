//! Writes the man pages and the completions for shells, from the same definitions as `--help`.
//!
//!     cargo run --example manual -- target/manual

use std::env;
use std::fs;
use std::io;
use std::path::Path;

use clap::Command;
use clap_complete::Shell;
use inclusion_kiosk::commands::command_line;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).expect("a folder to write to");
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(command_line(), folder)?;
    for shell in [Shell::Bash, Shell::Fish, Shell::Zsh] {
        let mut command: Command = command_line();
        clap_complete::generate_to(shell, &mut command, "kiosk", folder)?;
    }
    Ok(())
}
