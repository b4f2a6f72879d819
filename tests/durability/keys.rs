//! The key of a kiosk is there whole or not at all, whatever stops its making: the next time brings it to its end.

use std::fs;
use std::process::{Command, Stdio};

use super::{at_every_write, strace};
use inclusion_kiosk::shell::sealing::KioskKey;

/// What makes or changes a file or a folder.
const WRITES: [&str; 8] = ["openat", "write", "fsync", "ftruncate", "flock", "linkat", "unlink", "mkdir"];

#[test]
#[ignore = "needs strace: see the head of tests/durability.rs"]
fn a_kill_at_the_nth_write_leaves_one_key_and_nothing_beside_it_the_next_time() {
    at_every_write(&WRITES, |killing, moment| {
        let folder = tempfile::tempdir().expect("a folder");
        let config = folder.path().join("kiosk.toml");
        fs::write(&config, "[site]\ncode = \"BIB21004A\"\n").expect("written");
        let state = folder.path().join("state");
        let is_enrolled = |mut strace: Command| {
            strace.arg(env!("CARGO_BIN_EXE_kiosk")).args(["indicators", "enrol", "--state"]).arg(&state);
            strace.arg("--config").arg(&config).stdout(Stdio::null()).status().expect("strace is installed").success()
        };
        let is_clean = is_enrolled(killing);
        // Whatever stands under its name is whole.
        let first = KioskKey::existing(&state).expect("whole or not there").map(|key| key.public().expect("a key"));
        if let Ok(public) = fs::read_to_string(state.join("kiosk.pub")) {
            assert!(public.ends_with(&format!("{}\n", first.clone().expect("its other half"))), "{moment}: {public}");
        }
        assert!(is_enrolled(strace(None)), "{moment}: it goes on");
        let key = KioskKey::existing(&state).expect("a key").expect("a key").public().expect("a key");
        assert!(first.is_none_or(|first| first == key), "{moment}: a key that was there stays");
        let names: Vec<_> =
            fs::read_dir(&state).expect("a folder").map(|entry| entry.expect("one").file_name()).collect();
        assert_eq!(names.len(), 2, "{moment}: nothing half done is left: {names:?}");
        is_clean
    });
}
