//! The key of a kiosk is there whole or not at all, whatever stops its making: the next time brings it to its end.

use std::fs;
use std::process::{Command, ExitStatus, Stdio};

use inclusion_kiosk::shell::sealing::KioskKey;

/// What makes or changes a file or a folder.
const WRITES: [&str; 8] = ["openat", "write", "fsync", "ftruncate", "flock", "linkat", "unlink", "mkdir"];

#[test]
#[ignore = "needs strace: see the head of tests/durability.rs"]
fn a_kill_at_the_nth_write_leaves_one_key_and_nothing_beside_it_the_next_time() {
    for call in WRITES {
        let mut at = 0;
        loop {
            at += 1;
            assert!(at < 1000, "a run is clean in the end");
            let folder = tempfile::tempdir().expect("a folder");
            let config = folder.path().join("kiosk.toml");
            fs::write(&config, "[site]\ncode = \"BIB21004A\"\n").expect("written");
            let state = folder.path().join("state");
            let enrol = |strace: &[String]| -> ExitStatus {
                let mut command = Command::new("strace");
                command.args(["-f", "-qq", "-o", "/dev/null"]).args(strace).arg(env!("CARGO_BIN_EXE_kiosk"));
                command.args(["indicators", "enrol", "--state"]).arg(&state).arg("--config").arg(&config);
                command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("strace is installed")
            };
            let kill = ["-e", &format!("trace={call}"), "-e", &format!("inject={call}:signal=SIGKILL:when={at}")];
            let is_clean = enrol(&kill.map(str::to_owned)).success();
            // Whatever stands under its name is whole.
            let first = KioskKey::existing(&state).expect("whole or not there").map(|key| key.public().expect("a key"));
            if let Ok(public) = fs::read_to_string(state.join("kiosk.pub")) {
                assert!(
                    public.ends_with(&format!("{}\n", first.clone().expect("its other half"))),
                    "{call} {at}: {public}"
                );
            }
            assert!(enrol(&["-e".to_owned(), "trace=none".to_owned()]).success(), "{call} {at}: it goes on");
            let key = KioskKey::existing(&state).expect("a key").expect("a key").public().expect("a key");
            assert!(first.is_none_or(|first| first == key), "{call} {at}: a key that was there stays");
            let names: Vec<_> =
                fs::read_dir(&state).expect("a folder").map(|entry| entry.expect("one").file_name()).collect();
            assert_eq!(names.len(), 2, "{call} {at}: nothing half done is left: {names:?}");
            if is_clean {
                break;
            }
        }
        println!("killed at each of {} calls of {call}", at - 1);
    }
}
