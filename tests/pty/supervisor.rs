//! What a supervisor hears of the kiosk: ready, alive, stopping.

use std::io::ErrorKind;
use std::os::unix::net::UnixDatagram;
use std::path::PathBuf;
use std::time::Duration;

use rustix::termios::Action;

use super::lost::set_output;
use super::{Kiosk, PATIENCE, faulty_program, program, size, usual_modes};

const CTRL_G: &str = "\x07";
/// How long the supervisor of a test waits for a sign of life.
const WATCHDOG: Duration = Duration::from_millis(200);

/// The end of the socket that a supervisor reads.
struct Supervisor {
    socket: UnixDatagram,
    path: PathBuf,
    /// Where the socket is; goes when the test ends.
    _folder: tempfile::TempDir,
}

impl Supervisor {
    fn new() -> Supervisor {
        let folder = tempfile::tempdir().expect("a folder for the socket");
        let path = folder.path().join("notify");
        let socket = UnixDatagram::bind(&path).expect("a socket");
        Supervisor { socket, path, _folder: folder }
    }

    /// Starts a kiosk that is told of the supervisor, and of how long it waits for a sign of life.
    fn starts(&self, program: PathBuf, words: &[&str], watchdog: &[(&str, &str)]) -> Kiosk {
        Kiosk::start_changed(&program, words, size(80, 25), |command| {
            command.env("NOTIFY_SOCKET", &self.path);
            watchdog.iter().for_each(|(name, value)| command.env(name, value));
        })
    }

    /// What comes within a time, if anything does.
    fn hears_within(&self, limit: Duration) -> Option<String> {
        self.socket.set_read_timeout(Some(limit)).expect("a limit");
        let mut bytes = [0; 1000];
        match self.socket.recv(&mut bytes) {
            Ok(length) => Some(String::from_utf8_lossy(&bytes[..length]).trim_end().to_owned()),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => None,
            Err(error) => panic!("the socket can be read: {error}"),
        }
    }

    fn hears(&self) -> String {
        self.hears_within(PATIENCE).expect("something comes")
    }
}

fn watchdog_usec() -> String {
    WATCHDOG.as_micros().to_string()
}

#[test]
fn a_supervisor_hears_that_the_kiosk_is_ready_alive_and_stopping() {
    let supervisor = Supervisor::new();
    let mut kiosk = supervisor.starts(program(), &[], &[("WATCHDOG_USEC", &watchdog_usec())]);
    assert_eq!(supervisor.hears(), "READY=1");
    kiosk.sees("Bonjour").sees("Hello");
    // Nobody presses a key: the kiosk wakes for this alone. It sends nothing to the terminal meanwhile: there are times
    // without a byte that are longer than from one sign of life to the next.
    for _ in 0..5 {
        assert_eq!(supervisor.hears(), "WATCHDOG=1");
    }
    assert!((0..20).any(|_| kiosk.output.recv_timeout(WATCHDOG * 2).is_err()), "it draws for every sign of life");
    // Also during a visit, where something else is waited for too.
    kiosk.types("\r").sees("Nederlands");
    for _ in 0..5 {
        assert_eq!(supervisor.hears(), "WATCHDOG=1");
    }
    kiosk.signal("TERM");
    assert_eq!(kiosk.ends(), 0);
    kiosk.is_given_back(&usual_modes());
    let last = std::iter::from_fn(|| supervisor.hears_within(WATCHDOG)).find(|said| said != "WATCHDOG=1");
    assert_eq!(last.as_deref(), Some("STOPPING=1"));
    assert_eq!(supervisor.hears_within(WATCHDOG), None, "nothing comes after it");
}

#[test]
fn a_kiosk_that_hangs_gives_no_more_signs_of_life() {
    let supervisor = Supervisor::new();
    let mut kiosk = supervisor.starts(faulty_program(), &[], &[("WATCHDOG_USEC", &watchdog_usec())]);
    assert_eq!(supervisor.hears(), "READY=1");
    assert_eq!(supervisor.hears(), "WATCHDOG=1");
    kiosk.sees("Bonjour").types(CTRL_G);
    // A few may be on their way; then none comes any more, over many times the time that the supervisor waits.
    let came = std::iter::from_fn(|| supervisor.hears_within(WATCHDOG * 10)).take(20).count();
    kiosk.signal("KILL");
    assert!(came < 20, "it still gives signs of life");
}

#[test]
fn a_kiosk_that_cannot_serve_does_not_say_that_it_is_ready() {
    let supervisor = Supervisor::new();
    let mut kiosk = supervisor.starts(program(), &["--content", "Cargo.toml"], &[]);
    assert_eq!(kiosk.ends(), 2);
    assert_eq!(supervisor.hears_within(WATCHDOG), None);
}

#[test]
fn a_kiosk_whose_first_frame_is_not_on_the_screen_yet_is_not_ready() {
    let supervisor = Supervisor::new();
    let kiosk = program();
    // It starts when the test has stopped the terminal.
    let words = ["-c", "read go; exec \"$0\"", kiosk.to_str().expect("a name")];
    let mut kiosk = supervisor.starts("sh".into(), &words, &[]);
    set_output(&kiosk, Action::OOff);
    kiosk.types("go\r");
    assert_eq!(supervisor.hears_within(WATCHDOG * 5), None);
    set_output(&kiosk, Action::OOn);
    assert_eq!(supervisor.hears(), "READY=1");
    kiosk.sees("Bonjour");
}

#[test]
fn signs_of_life_that_are_meant_for_another_process_or_for_nobody_are_not_given() {
    for watchdog in [&[("WATCHDOG_USEC", "200000"), ("WATCHDOG_PID", "1")][..], &[("WATCHDOG_USEC", "much")], &[]] {
        let supervisor = Supervisor::new();
        let mut kiosk = supervisor.starts(program(), &[], watchdog);
        assert_eq!(supervisor.hears(), "READY=1");
        kiosk.sees("Bonjour");
        assert_eq!(supervisor.hears_within(WATCHDOG * 5), None, "{watchdog:?}");
    }
}
