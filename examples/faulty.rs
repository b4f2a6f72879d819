//! The kiosk with bugs that a key sets off, for `tests/pty`: what becomes of the terminal, the log and what was typed?
//!
//! - Ctrl-P: a panic whose message holds a text, as std makes it when a text is cut in a wrong place.
//! - Ctrl-T: the same on another thread.
//! - Ctrl-G: it hangs.
//! - Ctrl-O: an hour goes by.
//! - Ctrl-K: from now on it keeps the keys that are pressed.
//! - F9: a panic, after which it says in how many places of its memory the text of the test is found.

use std::env;
use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::panic;
use std::process::ExitCode;
use std::thread;

use inclusion_kiosk::app::{self, App, Env, Msg};
use inclusion_kiosk::base::{Key, Millis};
use inclusion_kiosk::commands;
use rustix::process::{DumpableBehavior, set_dumpable_behavior};

fn main() -> ExitCode {
    let mut kept = None;
    let mut faulty = |app: &mut App, env: &Env<'_>, msg: Msg| {
        let Msg::Key(now, key) = msg else { return app::update(app, env, msg) };
        match key {
            Key::Ctrl('p') => cut_in_a_wrong_place(),
            // Why the other thread ended is none of the kiosk's business.
            Key::Ctrl('t') => drop(thread::spawn(cut_in_a_wrong_place).join()),
            Key::Ctrl('g') => loop {
                thread::park();
            },
            Key::Ctrl('o') => return app::update(app, env, Msg::Tick(now + Millis::from_seconds(3600))),
            Key::Ctrl('k') => kept = Some(Vec::new()),
            Key::F(9) => {
                search_after_the_panic();
                panic!("to see what is left in memory");
            }
            key => kept.iter_mut().for_each(|kept| kept.push(key)),
        }
        app::update(app, env, msg)
    };
    commands::start(env::args_os(), &mut faulty, commands::office::hand_over)
}

fn cut_in_a_wrong_place() {
    let name = "Zoé Peeters".to_owned();
    let cut = &name[..3];
    unreachable!("{cut} is half a letter");
}

/// The kiosk has prepared for a panic by now; the search comes after all that it does then.
fn search_after_the_panic() {
    let kiosks = panic::take_hook();
    panic::set_hook(Box::new(move |bug| {
        kiosks(bug);
        eprintln!("found in {} places", Searched::for_test().places());
    }));
}

/// What is searched for in the memory of this program, which must not be there because of the search.
struct Searched {
    /// The text, each byte changed.
    masked: Vec<u8>,
}

const MASK: u8 = 0xa5;
/// A part of the text that is a find: a queue may hold its end before its beginning, and parts may be written over.
const RUN: usize = 8;
/// The largest distance from one character to the next, as in a list of keys.
const STRIDE_MAX: usize = 64;
const CHUNK: usize = 1 << 20;

impl Searched {
    /// The text that the test gives, as masked bytes in hexadecimal digits.
    fn for_test() -> Searched {
        let digits = env::var("MASKED_TEXT").expect("the test says what to search for");
        let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).expect("hexadecimal digits");
        let masked: Vec<u8> = (0..digits.len()).step_by(2).map(byte).collect();
        assert!(masked.len() >= RUN, "the text is long enough to be no accident");
        Searched { masked }
    }

    /// In how many places of what can be read in this process it stands.
    fn places(&self) -> usize {
        set_dumpable_behavior(DumpableBehavior::Dumpable).expect("its own memory can be opened");
        let memory = File::open("/proc/self/mem").expect("the memory of this process");
        let maps = fs::read_to_string("/proc/self/maps").expect("what is in it");
        let ranges = maps.lines().filter_map(|line| {
            let (range, rights) = line.split_once(' ')?;
            let (from, to) = range.split_once('-')?;
            let address = |digits| u64::from_str_radix(digits, 16).ok();
            rights.starts_with('r').then_some((address(from)?, address(to)?))
        });
        let mut bytes = vec![0; CHUNK + RUN * STRIDE_MAX];
        let mut places = 0;
        for (from, to) in ranges {
            for start in (from..to).step_by(CHUNK) {
                let length = bytes.len().min((to - start) as usize);
                // Some of the pages that the kernel lends can be named and not read.
                let read = memory.read_at(&mut bytes[..length], start).unwrap_or_default();
                places += self.places_in(&bytes[..read]);
            }
        }
        places
    }

    fn places_in(&self, bytes: &[u8]) -> usize {
        let begins_with = |byte: u8| self.masked.chunks_exact(RUN).filter(move |run| run[0] == byte ^ MASK);
        let runs: Vec<Vec<&[u8]>> = (0..=u8::MAX).map(|byte| begins_with(byte).collect()).collect();
        let stands = |run: &[u8], at: usize, stride: usize| {
            (1..RUN).all(|nth| bytes.get(at + nth * stride).is_some_and(|byte| byte ^ MASK == run[nth]))
        };
        (0..bytes.len().min(CHUNK))
            .filter(|at| {
                let runs = &runs[usize::from(bytes[*at])];
                runs.iter().any(|run| (1..=STRIDE_MAX).any(|stride| stands(run, *at, stride)))
            })
            .count()
    }
}
