//! Tells the program the day it was built from: the kiosk believes no date before it (`shell/clock.rs`).
//!
//! The day comes from what is built, not from the clock of the machine that builds: `SOURCE_DATE_EPOCH` where a packager
//! sets it, else the last commit, else the time of `Cargo.toml`. So the same source gives the same program.
//!
//! And has the linker pack the list of places in the program that hold addresses, where the C library can unpack it: some
//! ten thousand places, whose list otherwise is a twentieth of the program.

use std::process::Command;
use std::time::UNIX_EPOCH;

fn main() {
    println!("cargo::rerun-if-env-changed=SOURCE_DATE_EPOCH");
    // The locales are compiled in; a new file among them is seen only when somebody looks for it.
    for path in ["build.rs", "Cargo.toml", "locales", "locales-coordinator"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let seconds = packager().or_else(last_commit).or_else(file_time).unwrap_or_default();
    println!("cargo::rustc-env=KIOSK_BUILD_SECONDS={seconds}");
    if unpacks_addresses() {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
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

/// Whether the program is for this machine and its C library is GNU's, 2.36 or later: an earlier one would not start it. A
/// program for another machine, or without any library of the system, is linked as usual.
fn unpacks_addresses() -> bool {
    let is_here = std::env::var("HOST").ok() == std::env::var("TARGET").ok();
    is_here
        && std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux")
        && std::env::var("CARGO_CFG_TARGET_ENV").as_deref() == Ok("gnu")
        && library().is_some_and(|version| version >= (2, 36))
}

/// The version of GNU's C library on this machine.
fn library() -> Option<(u32, u32)> {
    let output = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?;
    let answer = String::from_utf8(output.stdout).ok()?;
    let (major, minor) = answer.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}
