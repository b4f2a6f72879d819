//! A bug gives the terminal back, is told by its place alone, and ends the kiosk with the code to try again.

use std::fs;

use super::{Kiosk, faulty_program, log_file, size, usual_modes};

const CTRL_P: &str = "\x10";
const CTRL_T: &str = "\x14";
/// What the panics of `examples/faulty.rs` say: it could be the name of a resident.
const TEXT: &str = "Zoé";

#[test]
fn a_crash_gives_the_terminal_back_and_tells_its_place_and_no_text() {
    let (log, log_name) = log_file();
    let mut kiosk = Kiosk::start_as(&faulty_program(), "xterm-256color", &["--log", &log_name], size(80, 25));
    kiosk.sees("Bonjour").types(CTRL_P);
    assert_eq!(kiosk.ends(), 3, "a supervisor tries again");
    kiosk.sees("kiosk: a bug ended the kiosk: please report its place, examples/faulty.rs:");
    kiosk.is_given_back(&usual_modes());
    let lines = fs::read_to_string(log.path()).expect("the log");
    let told: Vec<&str> = lines.lines().filter(|line| line.contains("a bug")).collect();
    let [told] = told[..] else { panic!("it is told once: {lines}") };
    assert!(told.contains("<3>a bug ends the kiosk, please report its place: examples/faulty.rs:"), "{told}");
    for said in [lines, kiosk.text()] {
        assert!(!said.contains(TEXT) && !said.contains("panicked"), "{said}");
    }
}

#[test]
fn a_developer_sees_all_that_is_known_of_a_crash() {
    let mut kiosk = Kiosk::start_changed(&faulty_program(), &[], size(200, 60), |command| {
        command.env("RUST_BACKTRACE", "1");
    });
    kiosk.sees("Bonjour").types(CTRL_P);
    assert_eq!(kiosk.ends(), 3);
    kiosk.sees(TEXT).sees("stack backtrace");
}

#[test]
fn a_crash_that_the_log_on_the_standard_error_tells_is_told_there_alone() {
    let errors = tempfile::NamedTempFile::new().expect("a file for the standard error");
    let command = format!("exec \"$0\" 2>'{}'", errors.path().display());
    let program = faulty_program();
    let words = ["-c", &command, program.to_str().expect("a name")];
    let mut kiosk = Kiosk::start_changed("sh".as_ref(), &words, size(80, 25), |command| {
        command.env("RUST_BACKTRACE", "1");
    });
    kiosk.sees("Bonjour").types(CTRL_P);
    assert_eq!(kiosk.ends(), 3);
    let lines = fs::read_to_string(errors.path()).expect("the standard error");
    assert_eq!(lines.matches("<3>a bug ends the kiosk").count(), 1, "{lines}");
    assert!(lines.lines().all(|line| line.starts_with('<')) && !lines.contains(TEXT), "{lines}");
}

#[test]
fn a_bug_on_another_thread_takes_nothing_from_the_resident() {
    let (log, log_name) = log_file();
    let mut kiosk = Kiosk::start_as(&faulty_program(), "xterm-256color", &["--log", &log_name], size(80, 25));
    kiosk.sees("Bonjour").types("\r").sees("Nederlands");
    kiosk.sent.clear();
    kiosk.types(CTRL_T).types("3").sees("What do you need?");
    assert!(kiosk.screen.screen().alternate_screen(), "the screen is still that of the kiosk");
    assert_ne!(kiosk.modes(), usual_modes());
    assert!(!kiosk.sent.windows(4).any(|bytes| bytes == b"\x1b[2J"), "nothing was cleared or painted anew");
    let lines = fs::read_to_string(log.path()).expect("the log");
    let told: Vec<&str> = lines.lines().filter(|line| line.contains("a bug")).collect();
    let [told] = told[..] else { panic!("it is told once: {lines}") };
    assert!(told.contains("<3>a bug ends a thread beside the kiosk, please report its place: examples/"), "{told}");
    assert!(!lines.contains(TEXT), "{lines}");
    kiosk.signal("TERM");
    assert_eq!(kiosk.ends(), 0);
}
