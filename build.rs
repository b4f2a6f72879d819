//! Tells the program the day it was built from: the kiosk believes no date before it (`shell/clock.rs`).
//!
//! The day comes from what is built, not from the clock of the machine that builds: `SOURCE_DATE_EPOCH` where a packager
//! sets it, else the last commit, else the time of `Cargo.toml`. So the same source gives the same program.

use std::process::Command;
use std::time::UNIX_EPOCH;

fn main() {
    println!("cargo::rerun-if-env-changed=SOURCE_DATE_EPOCH");
    // The locales are compiled in; a new file among them is seen only when somebody looks for it.
    for path in ["build.rs", "Cargo.toml", "locales"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let seconds = packager().or_else(last_commit).or_else(file_time).unwrap_or_default();
    println!("cargo::rustc-env=KIOSK_BUILD_SECONDS={seconds}");
}

fn packager() -> Option<u64> {
    std::env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok()
}

fn last_commit() -> Option<u64> {
    let output = Command::new("git").args(["log", "-1", "--format=%ct"]).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

fn file_time() -> Option<u64> {
    let changed = std::fs::metadata("Cargo.toml").ok()?.modified().ok()?;
    Some(changed.duration_since(UNIX_EPOCH).ok()?.as_secs())
}
