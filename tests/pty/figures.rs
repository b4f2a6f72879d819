//! Staff look at what was counted.

use std::path::Path;
use std::process::Command;

use super::{Kiosk, program, size};

/// The folder of a kiosk whose visits were made up, and whose months are closed.
fn simulated(folder: &Path) -> String {
    let words = ["simulate", "--visits", "60", "--months", "3", "--sites", "1", "--seed", "3", "--state"];
    let made = Command::new(env!("CARGO_BIN_EXE_kiosk-office")).args(words).arg(folder).output().expect("it runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let mut entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let kiosk = entries.find(|path| path.is_dir()).expect("a kiosk").to_str().expect("a name").to_owned();
    let closed = Command::new(program()).args(["indicators", "close", "--state", &kiosk]).output().expect("it runs");
    assert!(closed.status.success(), "{}", String::from_utf8_lossy(&closed.stderr));
    kiosk
}

#[test]
fn figures_are_shown_on_a_terminal_and_esc_gives_it_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = simulated(folder.path());
    let words = ["indicators", "view", "--state", &state, "--lang", "en"];
    let mut kiosk = Kiosk::start_changed(&program(), &words, size(80, 25), |_| {});
    kiosk.sees("What was counted").sees("Made-up visits").sees("█");
    kiosk.types("1").sees("A visit begins when").types("\x1b").sees("Choose a line.").types("\x1b");
    assert_eq!(kiosk.ends(), 0);
}

#[test]
fn where_nobody_sees_a_screen_they_are_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = simulated(folder.path());
    let view =
        |words: &[&str]| Command::new(program()).args(["indicators", "view"]).args(words).output().expect("runs");
    let written = view(&["--state", &state, "--lang", "nl"]);
    let text = String::from_utf8(written.stdout).expect("text");
    assert!(written.status.success() && text.starts_with("Wat er geteld is\n"), "{text}");
    assert!(!text.contains('█') && text.contains("Verzonnen bezoeken"), "{text}");
    // Nobody asked for a language: the first one that the settings offer, which is not the first one that there is.
    let settings = folder.path().join("kiosk.toml");
    std::fs::write(&settings, "[languages]\noffered = [\"nl\"]\n").expect("written");
    let written = view(&["--state", &state, "--config", settings.to_str().expect("a name")]).stdout;
    assert!(written.starts_with(b"Wat er geteld is\n"), "{}", String::from_utf8_lossy(&written));
    let nowhere = view(&["--state", "/nowhere"]);
    assert_eq!(nowhere.status.code(), Some(2), "{}", String::from_utf8_lossy(&nowhere.stderr));
}
