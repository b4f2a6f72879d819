//! A terminal that is missing, goes away or takes no more output, and signals that come meanwhile.

use std::fs::{self, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;

use rustix::fs::OFlags;
use rustix::termios::{Action, tcflow};

use super::{Kiosk, PATIENCE, log_file, program, size, usual_modes};

/// What the log says from its second line on, without the time: the first one is of the start.
fn told_at_the_end(log: &tempfile::NamedTempFile) -> Vec<String> {
    let lines = fs::read_to_string(log.path()).expect("the log");
    let mut lines = lines.lines().map(|line| line.split_once(' ').map_or(line, |(_, words)| words).to_owned());
    let start = lines.next().expect("a line of the start");
    assert!(start.contains("the kiosk runs with"), "{start}");
    lines.collect()
}

#[test]
fn a_terminal_that_hangs_up_is_one_line_in_the_log() {
    let (log, log_name) = log_file();
    let mut kiosk = Kiosk::start(&["--log", &log_name]);
    kiosk.sees("Bonjour").types("\r").sees("Nederlands");
    kiosk.signal("HUP");
    assert_eq!(kiosk.ends(), 0);
    kiosk.is_given_back(&usual_modes());
    assert_eq!(told_at_the_end(&log), ["<6>the kiosk ends: Signal"]);
}

#[test]
fn a_kiosk_whose_terminal_goes_away_ends() {
    let (log, log_name) = log_file();
    let mut kiosk = Kiosk::start(&["--log", &log_name]);
    kiosk.sees("Bonjour").types("\r").sees("Nederlands");
    let Kiosk { pair, mut writer, output, ended, .. } = kiosk;
    // The thread that reads holds the terminal too; it lets go at the next bytes that nobody wants.
    drop(output);
    writer.write_all(b"\x1b[B").expect("the terminal takes a key");
    drop((pair, writer));
    let status = ended.recv_timeout(PATIENCE).expect("it ends by itself");
    // The system sends a signal as well; whichever is seen first is the reason.
    let told = told_at_the_end(&log);
    match status.exit_code() {
        0 => assert_eq!(told, ["<6>the kiosk ends: Signal"]),
        3 => assert_eq!(told, ["<6>the kiosk ends: NoTerminal"]),
        other => panic!("the exit code is {other}: {told:?}"),
    }
}

#[test]
fn an_input_that_is_no_terminal_is_refused_in_one_sentence() {
    let program = program();
    let words = ["-c", "exec \"$0\" </dev/null", program.to_str().expect("a name")];
    let mut kiosk = Kiosk::start_as("sh".as_ref(), "xterm-256color", &words, size(120, 25));
    assert_eq!(kiosk.ends(), 2);
    kiosk.sees("kiosk: the kiosk needs a terminal: start it in one, without sending its input or output elsewhere");
    kiosk.is_given_back(&usual_modes());
}

/// Stops the output of a terminal, as somebody's Ctrl-S or a line that takes no more does, or lets it go on.
pub fn set_output(kiosk: &Kiosk, action: Action) {
    let name = kiosk.pair.master.tty_name().expect("the terminal has a name");
    let no_terminal_of_ours = OFlags::NOCTTY.bits() as i32;
    let terminal = OpenOptions::new().write(true).custom_flags(no_terminal_of_ours).open(name).expect("the terminal");
    tcflow(&terminal, action).expect("the terminal obeys");
}

#[test]
fn a_signal_is_heard_while_the_terminal_takes_no_more_output() {
    for name in ["TERM", "HUP"] {
        let (log, log_name) = log_file();
        let mut kiosk = Kiosk::start(&["--log", &log_name]);
        kiosk.sees("Bonjour");
        set_output(&kiosk, Action::OOff);
        // Nothing can tell that the frame of this key is stuck; if the signal is faster, this test sees less.
        kiosk.types("\r");
        kiosk.signal(name);
        let status = kiosk.ended.recv_timeout(PATIENCE).expect("it ends");
        assert_eq!(status.exit_code(), 0, "{name}");
        assert_eq!(kiosk.modes(), usual_modes(), "lines are edited and keys are echoed as before");
        assert_eq!(told_at_the_end(&log), ["<6>the kiosk ends: Signal"]);
    }
}

#[test]
fn whoever_gets_the_terminal_next_can_wait_for_it_to_take_output() {
    let program = program();
    // The flags of an open file are shared with whoever has it too; the 4 stands for "return at once".
    let then = "\"$0\"; grep flags: /proc/self/fdinfo/1; echo done";
    let words = ["-c", then, program.to_str().expect("a name")];
    let mut kiosk = Kiosk::start_as("sh".as_ref(), "xterm-256color", &words, size(80, 25));
    kiosk.sees("Bonjour").types("\x11").sees("done");
    let text = kiosk.text();
    let flags = text.lines().find_map(|line| line.strip_prefix("flags:")).expect("flags").trim();
    let flags = u32::from_str_radix(flags, 8).expect("octal digits");
    assert!(!OFlags::from_bits_retain(flags).contains(OFlags::NONBLOCK), "{text}");
}
