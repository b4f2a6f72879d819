//! The program on a terminal: what only a real one can show. Nothing here waits for a time, only for text.

#[path = "pty/authoring.rs"]
mod authoring;
#[path = "pty/counting.rs"]
mod counting;
#[path = "pty/crash.rs"]
mod crash;
#[path = "pty/figures.rs"]
mod figures;
#[path = "pty/lost.rs"]
mod lost;
#[path = "pty/memory.rs"]
mod memory;
#[path = "pty/packs.rs"]
mod packs;
#[path = "pty/preview.rs"]
mod preview;
#[path = "pty/supervisor.rs"]
mod supervisor;

use std::io::{Read, Write};
use std::num::NonZero;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use portable_pty::{CommandBuilder, ExitStatus, PtyPair, PtySize, native_pty_system};

/// After so long without a byte the test has failed.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is looked for what no terminal tells.
const STEP: Duration = Duration::from_millis(10);

/// A kiosk on a terminal of its own.
struct Kiosk {
    pair: PtyPair,
    pid: u32,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    ended: Receiver<ExitStatus>,
    screen: vt100::Parser,
    /// Everything that was sent to the terminal.
    sent: Vec<u8>,
    /// What the program may keep; goes when the test ends.
    state: tempfile::TempDir,
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn cells(number: u16) -> NonZero<u16> {
    NonZero::new(number).expect("a terminal has cells")
}

/// Three guides of the project as they once were: editors may change the others.
fn guides() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/three-guides")
}

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_kiosk"))
}

/// `examples/faulty.rs`: the kiosk with bugs that a key sets off.
fn faulty_program() -> PathBuf {
    let program = program().with_file_name("examples").join("faulty");
    assert!(program.exists(), "{} is not built: run `cargo test` as a whole", program.display());
    program
}

impl Kiosk {
    fn start(words: &[&str]) -> Kiosk {
        Kiosk::start_as(&program(), "xterm-256color", words, size(80, 25))
    }

    fn start_as(program: &Path, term: &str, words: &[&str], size: PtySize) -> Kiosk {
        Kiosk::start_changed(program, words, size, |command| command.env("TERM", term))
    }

    /// Starts a program after its command was changed, or its environment.
    fn start_changed(program: &Path, words: &[&str], size: PtySize, change: impl FnOnce(&mut CommandBuilder)) -> Kiosk {
        let state = tempfile::tempdir().expect("a folder for the state");
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(program);
        command.args(words);
        command.cwd(guides());
        command.env("TERM", "xterm-256color");
        command.env("XDG_STATE_HOME", state.path());
        for name in ["STATE_DIRECTORY", "NO_COLOR", "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID", "RUST_BACKTRACE"]
        {
            command.env_remove(name);
        }
        change(&mut command);
        Kiosk::spawn(command, pair, size, state)
    }

    fn spawn(command: CommandBuilder, pair: PtyPair, size: PtySize, state: tempfile::TempDir) -> Kiosk {
        let mut child = pair.slave.spawn_command(command).expect("the program starts");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (send, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut bytes) {
                if send.send(bytes[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        let pid = child.process_id().expect("it runs");
        let (send, ended) = channel();
        thread::spawn(move || {
            let status = child.wait().expect("it ends");
            // The test may have failed meanwhile.
            let _ = send.send(status);
        });
        let writer = pair.master.take_writer().expect("a writer");
        let screen = vt100::Parser::new(cells(size.rows), cells(size.cols), 0);
        Kiosk { pair, pid, writer, output, ended, screen, sent: Vec::new(), state }
    }

    fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Waits until the screen is as wanted.
    fn until(&mut self, wanted: impl Fn(&vt100::Screen) -> bool, what: &str) -> &mut Kiosk {
        while !wanted(self.screen.screen()) {
            self.takes(what);
        }
        self
    }

    fn sees(&mut self, text: &str) -> &mut Kiosk {
        self.until(|screen| screen.contents().contains(text), &format!("'{text}'"))
    }

    /// Waits until the screen is cleared, from now on.
    fn is_cleared(&mut self) -> &mut Kiosk {
        const CLEAR: &[u8] = b"\x1b[2J";
        self.sent.clear();
        while !self.sent.windows(CLEAR.len()).any(|bytes| bytes == CLEAR) {
            self.takes("a cleared screen");
        }
        self
    }

    /// Takes what the program sends next.
    fn takes(&mut self, what: &str) {
        match self.output.recv_timeout(PATIENCE) {
            Ok(bytes) => {
                self.screen.process(&bytes);
                self.sent.extend(bytes);
            }
            Err(_) => panic!("{what} does not come:\n{}", self.text()),
        }
    }

    fn types(&mut self, bytes: &str) -> &mut Kiosk {
        self.writer.write_all(bytes.as_bytes()).expect("the terminal takes keys");
        self
    }

    fn resize(&mut self, cols: u16, rows: u16) {
        self.screen.screen_mut().set_size(cells(rows), cells(cols));
        self.pair.master.resize(size(cols, rows)).expect("resized");
    }

    fn signal(&mut self, name: &str) {
        // The shell's own `kill`: the program of that name is not on every machine.
        let status = Command::new("sh").args(["-c", &format!("kill -{name} {}", self.pid)]).status();
        assert!(status.expect("sh can be run").success());
    }

    /// Waits for the end and the way back to the usual screen.
    fn ends(&mut self) -> u32 {
        let status = self.ended.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("it does not end:\n{}", self.text()));
        self.until(|screen| !screen.alternate_screen(), "the usual screen");
        status.exit_code()
    }

    /// What the modes of the terminal are, in a form that can be compared.
    fn modes(&self) -> String {
        format!("{:?}", self.pair.master.get_termios().expect("modes"))
    }

    fn is_given_back(&self, modes: &str) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the second screen is left");
        assert!(!screen.hide_cursor(), "the cursor is seen");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is let go");
        assert_eq!(self.modes(), modes, "lines are edited and keys are echoed as before");
    }
}

/// A file for the log, and its name as a word of a command.
fn log_file() -> (tempfile::NamedTempFile, String) {
    let file = tempfile::NamedTempFile::new().expect("a file for the log");
    let name = file.path().to_str().expect("a name").to_owned();
    (file, name)
}

/// The key of the crash; it is no character, and so erases nothing by itself.
const F9: &str = "\x1b[20~";

/// A kiosk that searches its memory for a text after a crash.
fn searching_for(text: &str, words: &[&str]) -> Kiosk {
    // The program must not hold the text because it searches for it: it gets each byte changed.
    let masked: String = text.bytes().map(|byte| format!("{:02x}", byte ^ 0xa5)).collect();
    Kiosk::start_changed(&faulty_program(), words, size(80, 25), |command| {
        command.args(["--lang", "en"]);
        command.env("MASKED_TEXT", masked);
    })
}

/// Where the text stands, after a crash.
fn places(kiosk: &mut Kiosk) -> usize {
    kiosk.types(F9);
    assert_eq!(kiosk.ends(), 3);
    kiosk.sees("places");
    let text = kiosk.text();
    let found = text.lines().find_map(|line| line.strip_prefix("found in ")?.strip_suffix(" places"));
    found.unwrap_or_else(|| panic!("it searched:\n{text}")).trim().parse().expect("a number")
}

/// A kiosk that another user runs where root would: nothing is closed to root. It stands in a folder that all can read.
fn as_another_user(folder: &Path, words: &[&str]) -> Kiosk {
    let is_root = std::fs::metadata("/proc/self").expect("this process").uid() == 0;
    let reachable = folder.join("kiosk");
    // By another program: a file that this process writes is open in whatever another test starts meanwhile, and what is open
    // for writing cannot be run ("Text file busy").
    let copied = Command::new("cp").arg(program()).arg(&reachable).status().expect("cp can be run");
    assert!(copied.success());
    let copied = Command::new("cp").arg("-r").arg(guides().join("content")).arg(folder).status();
    assert!(copied.expect("cp can be run").success());
    let other = if is_root { "setpriv --reuid=65534 --regid=65534 --clear-groups" } else { "" };
    // Where the system allows it, a crash would write a file.
    let start = format!("ulimit -c unlimited 2>/dev/null; exec {other} \"$0\" \"$@\"");
    let words = [&["-c", &start, reachable.to_str().expect("a name")], words].concat();
    Kiosk::start_changed("sh".as_ref(), &words, size(80, 25), |command| command.cwd(folder))
}

/// Waits until something that no terminal tells is so.
fn until(what: &str, is_so: impl Fn() -> bool) {
    // A channel on which nothing comes is the only clock of the tests.
    let (_nobody, nothing) = channel::<()>();
    for _ in 0..PATIENCE.as_millis() / STEP.as_millis() {
        if is_so() {
            return;
        }
        let _ = nothing.recv_timeout(STEP);
    }
    panic!("{what} does not become so");
}

/// The modes of a terminal that nobody has taken yet.
fn usual_modes() -> String {
    let pair = native_pty_system().openpty(size(80, 25)).expect("a terminal");
    format!("{:?}", pair.master.get_termios().expect("modes"))
}

#[test]
fn the_kiosk_starts_paints_and_takes_keys() {
    let mut kiosk = Kiosk::start(&[]);
    kiosk.sees("Bonjour").sees("Goedendag").sees("Hello");
    assert!(kiosk.screen.screen().alternate_screen());
    assert_ne!(kiosk.modes(), usual_modes());
    kiosk.types("\r").sees("Nederlands").types("3").sees("What do you need?");
    kiosk.types("\x1b[21~").sees("Do you want to finish?");
}

#[test]
fn what_is_typed_into_the_search_leads_to_what_it_names() {
    let mut kiosk = Kiosk::start(&[]);
    kiosk.sees("Bonjour").types("\r").sees("Nederlands").types("3").sees("What do you need?");
    // F3, a digit that chooses nothing and is taken back, letters with an accent and all in one go.
    kiosk
        .types("\x1bOR")
        .sees("What are you looking for?")
        .types("1")
        .sees("Search: 1_")
        .types("\x7f")
        .sees("Search: _");
    kiosk.types("é").sees("Search: é_").types("\x7fitsm").sees("Search: itsm_").types("\x1b[C").sees("Search: itsme_");
    kiosk.types("\r").sees("Set up itsme safely").types("\x1b").sees("Search: itsme_");
}

#[test]
fn a_signal_to_end_gives_the_terminal_back() {
    for name in ["TERM", "HUP", "INT"] {
        let mut kiosk = Kiosk::start(&[]);
        kiosk.sees("Bonjour").types("\r").sees("Nederlands");
        kiosk.signal(name);
        assert_eq!(kiosk.ends(), 0, "{name}");
        kiosk.is_given_back(&usual_modes());
    }
}

#[test]
fn a_new_size_or_font_is_cleared_and_painted_anew() {
    let mut kiosk = Kiosk::start(&[]);
    kiosk.sees("Bonjour").types("\r").sees("Nederlands").types("3").sees("What do you need?");
    kiosk.resize(60, 18);
    kiosk.is_cleared().sees("What do you need?");
    // Whoever loads a font of the same size sends this signal: the kernel does not.
    kiosk.signal("WINCH");
    kiosk.is_cleared().sees("What do you need?");
    // Stopped and woken: somebody else may have had the terminal meanwhile.
    kiosk.signal("STOP");
    kiosk.signal("CONT");
    kiosk.is_cleared().sees("What do you need?");
}

#[test]
fn the_console_is_painted_again_once_its_font_is_loaded() {
    let mut kiosk = Kiosk::start_as(&program(), "linux", &[], size(80, 25));
    kiosk.sees("Bonjour").resize(60, 18);
    kiosk.is_cleared().sees("Bonjour");
    kiosk.is_cleared().sees("Bonjour");
}

#[test]
fn chords_that_end_or_stop_other_programs_do_nothing() {
    let mut kiosk = Kiosk::start(&[]);
    // Any other key begins a visit, and Enter would then choose a language.
    kiosk.sees("Bonjour").types("\x03\x1a\x1c\x13\x11\x04");
    // Ctrl-Q (0x11) is among them: this kiosk is locked by nobody, so it leaves.
    assert_eq!(kiosk.ends(), 0);
    let mut kiosk = Kiosk::start(&[]);
    kiosk.sees("Bonjour").types("\x03\x1a\x1c\x13\x04\r").sees("Nederlands");
    kiosk.signal("TSTP");
    kiosk.types("3").sees("What do you need?");
}

#[test]
fn only_a_kiosk_that_is_not_locked_can_be_left() {
    let mut free = Kiosk::start(&[]);
    free.sees("Ctrl-Q").types("\x11");
    assert_eq!(free.ends(), 0);
    free.is_given_back(&usual_modes());

    let config = tempfile::NamedTempFile::new().expect("a file for settings");
    std::fs::write(config.path(), "[kiosk]\nlocked = true\n").expect("written");
    let mut locked = Kiosk::start(&["--config", config.path().to_str().expect("a name")]);
    locked.sees("Bonjour").sees("Hello");
    assert!(!locked.text().contains("Ctrl-Q"), "{}", locked.text());
    locked.types("\x11\r").sees("Nederlands");
}

#[test]
fn a_window_that_is_too_small_says_so_and_becomes_usable_again() {
    let mut kiosk = Kiosk::start_as(&program(), "xterm-256color", &["--lang", "en"], size(20, 5));
    kiosk.sees("Agrandissez");
    kiosk.types("\r");
    kiosk.resize(80, 25);
    kiosk.sees("Goedendag").types("\r").sees("Nederlands");
}

#[test]
fn what_was_typed_ahead_goes_with_the_visit() {
    let mut kiosk = Kiosk::start(&[]);
    kiosk.sees("Bonjour").types("\r").sees("Nederlands").types("3").sees("What do you need?");
    // F10, "yes", and two keys more in one go: they would lead on to the choice of a language.
    kiosk.types("\x1b[21~1\r\r").sees("Nothing about you is kept");
    kiosk.types("\r").sees("Bonjour");
}

#[test]
fn a_choice_can_be_pressed_with_the_mouse_where_there_is_one() {
    let mut kiosk = Kiosk::start(&[]);
    kiosk.sees("Bonjour");
    assert_ne!(kiosk.screen.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    kiosk.types("\x1b[<0;1;1M\x1b[<0;1;1m").sees("Nederlands");
    let row = kiosk.text().lines().position(|line| line.contains("English")).expect("it is there") + 1;
    kiosk.types(&format!("\x1b[<0;8;{row}M\x1b[<0;8;{row}m")).sees("What do you need?");

    let mut console = Kiosk::start_as(&program(), "linux", &[], size(80, 25));
    console.sees("Bonjour");
    assert_eq!(console.screen.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
}

#[test]
fn no_colour_is_sent_where_none_is_wanted() {
    let has_colour = |kiosk: &Kiosk| {
        let sent = String::from_utf8_lossy(&kiosk.sent).into_owned();
        let styles = sent.split("\x1b[").filter_map(|sequence| sequence.split_once('m')).map(|(codes, _)| codes);
        let mut codes = styles.flat_map(|codes| codes.split(';')).filter_map(|code| code.parse::<u8>().ok());
        codes.any(|code| matches!(code, 30..=38 | 40..=48 | 90..=97 | 100..=107))
    };
    let mut colourful = Kiosk::start(&[]);
    colourful.sees("Hello").types("\r").sees("Nederlands");
    assert!(has_colour(&colourful));
    let mut old = Kiosk::start_as(&program(), "vt220", &[], size(80, 24));
    old.sees("Hello").types("\r").sees("Nederlands");
    assert!(!has_colour(&old));
}

#[test]
fn a_terminal_that_cannot_place_text_is_refused_in_one_sentence() {
    let mut kiosk = Kiosk::start_as(&program(), "dumb", &[], size(80, 25));
    assert_eq!(kiosk.ends(), 2);
    kiosk.sees("kiosk: the terminal 'dumb' cannot place text on its screen");
}

#[test]
fn what_stops_the_start_is_one_sentence_on_a_terminal_that_is_given_back() {
    let refused = [
        (["--content", "/nowhere"], "kiosk: there is no content in '/nowhere'"),
        (["--content", "content/pack.toml"], "kiosk: 'content/pack.toml' is not a pack of this program"),
        (["--lang", "xx"], "kiosk: there is no language 'xx': use one of fr, nl, en"),
        (["--config", "/nowhere"], "kiosk: cannot read the settings '/nowhere'"),
        (["--log", "/nowhere/log"], "kiosk: cannot write the log '/nowhere/log'"),
        (["--locales", "/nowhere"], "'/nowhere'"),
    ];
    for (words, sentence) in refused {
        let mut kiosk = Kiosk::start(&words);
        assert_eq!(kiosk.ends(), 2, "{words:?}");
        kiosk.sees(sentence);
        kiosk.is_given_back(&usual_modes());
    }
}

#[test]
fn settings_with_faults_keep_nobody_out() {
    let config = tempfile::NamedTempFile::new().expect("a file for settings");
    std::fs::write(config.path(), "[kiosk]\nnumber = \"two\"\nlocked = yes\n[sit]\n").expect("written");
    let log = config.path().with_extension("log");
    let (config, log_name) = (config.path().to_str().expect("a name"), log.to_str().expect("a name"));
    let mut kiosk = Kiosk::start(&["--config", config, "--log", log_name]);
    kiosk.sees("Bonjour").types("\r").sees("Nederlands").types("3").sees("What do you need?");
    let lines = std::fs::read_to_string(&log).expect("the log");
    std::fs::remove_file(&log).expect("removed");
    assert!(lines.contains(&format!("<4>{config}:2:10: settings:")), "{lines}");
    assert!(lines.contains("did you mean `site`?"), "{lines}");
}
