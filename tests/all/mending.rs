//! What a kiosk says of its state folder, and how staff mend it: `kiosk doctor` and `kiosk indicators forget-days`.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Output;

use inclusion_kiosk::base::{Date, Today};
use inclusion_kiosk::shell::sealing::{Identity, KioskKey};
use inclusion_kiosk::usage::cell::Cell;
use inclusion_kiosk::usage::counters::Moment;
use inclusion_kiosk::usage::store::Store;

use crate::program::{PROGRAM, command};

fn kiosk(words: &[&str]) -> Output {
    command(PROGRAM).args(words).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the program writes UTF-8")
}

/// A state folder in which a clock that was in 2031 has left its days.
fn ahead() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("opened");
    let at = Moment::of(Today::Sure(Date::constant(9031, 3, 5)), 15);
    store.record(at, &[Cell::VISITS], &|_| {}).expect("counted");
    let months = folder.path().join("months");
    fs::create_dir(&months).expect("a folder");
    fs::write(months.join("BIB21004A-1-9031-02.kmonth"), "age-encryption.org/v1\n").expect("written");
    folder
}

#[test]
fn days_that_lie_ahead_are_told_first_and_taken_back_when_somebody_says_yes() {
    let folder = ahead();
    let state = folder.path().to_str().expect("a name");
    let told = || text(&kiosk(&["doctor", "--state", state]).stdout);
    assert!(told().contains("if that day has not come yet, run `kiosk indicators forget-days`"), "{}", told());
    let words = ["indicators", "forget-days", "--state", state];
    let output = kiosk(&words);
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}{}", text(&output.stderr));
    for line in
        ["up to 9031-03-05", "from 9031-03 to 9031-03. Visits that become undated: 1", "9031-02.kmonth'", "--yes"]
    {
        assert!(said.contains(line), "{line} is missing:\n{said}");
    }
    assert!(said.contains("If one of these files has left the kiosk, tell the coordinator"), "{said}");
    assert_eq!(text(&kiosk(&words).stdout), said, "nothing was changed");
    let output = kiosk(&[&words[..], &["--yes"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).ends_with("All of this is taken back. Start the kiosk anew.\n"));
    assert_eq!(fs::read_dir(folder.path().join("months")).expect("a folder").count(), 0);
    assert!(told().contains("ok    clock"), "{}", told());
    let output = kiosk(&words);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).starts_with("Nothing lies after today"), "{}", text(&output.stdout));
}

/// What the doctor says about something, of a state folder and settings; called in the folder of both.
fn doctor_says(folder: &Path, about: &str, state: &str, settings: &str) -> String {
    fs::write(folder.join("kiosk.toml"), settings).expect("written");
    let output = command(PROGRAM)
        .current_dir(folder)
        .args(["doctor", "--state", state, "--config", "kiosk.toml"])
        .output()
        .expect("it starts");
    let told = text(&output.stdout);
    let line = told.lines().find(|line| line.get(6..).is_some_and(|line| line.starts_with(about)));
    line.unwrap_or_else(|| panic!("nothing about {about}:\n{told}")).to_owned()
}

#[test]
fn the_doctor_knows_a_state_folder_by_its_name_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let says = |state: &str| doctor_says(folder.path(), "state", state, "");
    for state in ["name", "./name", "a/b"] {
        assert_eq!(says(state), format!("ok    state     '{state}' will be made when needed"));
    }
    fs::write(folder.path().join("file"), "").expect("written");
    assert!(says("file/name").starts_with("MEND"), "{}", says("file/name"));
    fs::create_dir(folder.path().join("name")).expect("a folder");
    fs::set_permissions(folder.path().join("name"), fs::Permissions::from_mode(0o700)).expect("changed");
    assert_eq!(says("name"), "ok    state     'name'");
}

#[test]
fn the_doctor_says_whether_months_go_to_the_coordinator_who_is_set() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = folder.path().join("state");
    KioskKey::of(&state).expect("a key");
    let says = |settings: &str| doctor_says(folder.path(), "enrolment", "state", settings);
    let [one, other] = [(); 2].map(|()| Identity::make().recipient());
    let set = |coordinator: &str| format!("[site]\ncode = \"BIB21004A\"\n[usage]\ncoordinator = \"{coordinator}\"\n");
    assert!(says(&set(&one)).starts_with("ok  "), "{}", says(&set(&one)));
    // Months were sealed for another one.
    fs::create_dir(state.join("months")).expect("a folder");
    fs::write(state.join("months/coordinator"), format!("{other}\n")).expect("written");
    // Where the disk refused the month itself, none was sealed yet.
    assert!(says(&set(&one)).starts_with("ok  "), "{}", says(&set(&one)));
    fs::write(state.join("months/BIB21004A-1-2026-10.kmonth"), "age-encryption.org/v1\n").expect("written");
    let said = says(&set(&one));
    assert!(said.starts_with("MEND") && said.contains(&other), "{said}");
    assert!(says(&set(&other)).starts_with("ok  "), "{}", says(&set(&other)));
    // A line that was copied wrongly is not the same as none.
    let said = says(&set(&one[..30]));
    assert!(said.starts_with("MEND") && said.contains("while the settings have a fault"), "{said}");
    assert!(says("").starts_with("ok  "), "{}", says(""));
    fs::write(state.join("kiosk.key"), "half of it").expect("written");
    assert!(says(&set(&other)).contains("is not the secret key of a kiosk"), "{}", says(&set(&other)));
}
