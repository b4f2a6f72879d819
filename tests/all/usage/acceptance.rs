//! The acceptance tests 1 and 2 of the indicators, on a kiosk that counts visits and itself, and sends its months.
//! Number 3, "do not count me", needs a running kiosk: `tests/pty/counting.rs`.

use inclusion_kiosk::base::{Timetable, WeekHours};
use inclusion_kiosk::shell::closing::{self, MonthSender};
use inclusion_kiosk::shell::sealing::{Identity, KioskKey};
use inclusion_kiosk::usage::counters::Month;
use inclusion_kiosk::usage::uptime::{Run, ticks_on};

use super::*;

/// What residents type here.
const TYPED: &str = "kvzwqjxubfy";

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Runs of ASCII letters, digits and the signs between them in times, each at least four long.
fn words(bytes: &[u8]) -> BTreeSet<String> {
    let is_of_word = |byte: &u8| byte.is_ascii_alphanumeric() || b"-:.@+_/".contains(byte);
    let words = bytes.split(|byte| !is_of_word(byte)).filter(|word| word.len() >= 4);
    words.map(|word| String::from_utf8_lossy(word).into_owned()).collect()
}

/// Whether a text holds a shape, in which `0` stands for any digit.
fn has_shape(text: &str, shape: &str) -> bool {
    let fits = |(byte, of): (&u8, u8)| if of == b'0' { byte.is_ascii_digit() } else { *byte == of };
    text.as_bytes().windows(shape.len()).any(|window| window.iter().zip(shape.bytes()).all(fits))
}

/// 6.4 no. 1: 1,000 visits of residents who type, each tick of ten days, and a month that is sent.
#[test]
fn acceptance_1_the_state_of_a_kiosk_holds_no_time_finer_than_a_month_no_id_and_no_typed_text() {
    let Ledger { world, names, folder, mut store } = Ledger::open();
    let all = |show: &mut dyn FnMut(Cell)| cell::all(&names, show);
    let mut week = WeekHours::default();
    week.0[..5].iter_mut().for_each(|day| *day = WeekHours::parse_day("09:00-09:30").expect("written by hand"));
    let events = typed_visits(&world, 1000);
    let days: Vec<Date> = (26..=30)
        .map(|day| date(&format!("2026-10-{day}")))
        .chain((2..=6).map(|day| date(&format!("2026-11-0{day}"))))
        .collect();
    for (day, visits) in days.iter().zip(events.chunks(100)) {
        let moment = on(&day.to_string());
        store.begin_day(*day, &|day| ticks_on(&Timetable::of(&week), day), &all).expect("begun");
        store.begin_run(moment.month(), &|run: Run| run.cause(true), &[]).expect("begun");
        visits.iter().for_each(|events| record(&mut store, events, moment, &names));
        for _ in 0..6 {
            store.count_of_kiosk(moment.month(), &[Cell::AVAILABLE]).expect("counted");
            store.settle(moment.month()).expect("settled");
        }
    }
    KioskKey::of(folder.path()).expect("a key");
    let coordinator = Some(Identity::make().recipient());
    let sender = MonthSender { site: "BIB21004A".to_owned(), kiosk: 1, coordinator };
    let current = Month::of(date("2026-11-06"));
    assert_eq!(closing::close_all(&mut store, folder.path(), &sender, current).expect("closed").len(), 1);
    let counts = read(folder.path());
    assert_eq!(n(&counts, "2026-10", "sess", "all") + n(&counts, "2026-11", "sess", "all"), 1000);
    assert_eq!(n(&counts, "2026-11", "up", "available"), 30);

    let known: BTreeSet<String> = counts.days.iter().map(|total| total.day.clone()).collect();
    let mut images: Vec<(String, Vec<u8>)> = Vec::new();
    let take = |images: &mut Vec<(String, Vec<u8>)>| {
        images.extend(
            files(folder.path()).into_iter().map(|path| (path.display().to_string(), fs::read(&path).expect("a file"))),
        );
    };
    take(&mut images);
    drop(store);
    take(&mut images);
    assert!(images.len() >= 8, "counts with their log, the key, and a month: {}", images.len());
    for (name, bytes) in images {
        // What is encrypted, and a key, look like anything.
        let is_cipher = [".kmonth", ".key", ".pub", "months/coordinator"].iter().any(|ending| name.ends_with(ending));
        assert!(!bytes.windows(TYPED.len()).any(|window| window == TYPED.as_bytes()), "{name} holds what was typed");
        for word in words(&bytes).iter().filter(|_| !is_cipher) {
            let days = word.as_bytes().windows(10).filter_map(|window| std::str::from_utf8(window).ok());
            let unknown: Vec<&str> = days.filter(|day| has_shape(day, "0000-00-00") && !known.contains(*day)).collect();
            assert!(unknown.is_empty(), "{name} holds the days {unknown:?}");
            for shape in ["00:00", "0000000000", "T00", "00000000-0000-0000", "00h00"] {
                assert!(!has_shape(word, shape), "{name} holds '{word}', which could be a time or an id");
            }
        }
    }
}

/// Residents who type into the field of the search and choose what comes, each of them twenty-five times.
fn typed_visits(world: &World, number: usize) -> Vec<Vec<Event>> {
    let mut random = fastrand::Rng::with_seed(11);
    let mut kiosk = world.kiosk(WIDE);
    let mut visits = Vec::new();
    for _ in 0..number / 25 {
        kiosk.keys("enter 3 f3");
        TYPED.chars().for_each(|letter| drop(kiosk.press(Key::Char(letter))));
        for _ in 0..random.u8(0..6) {
            let key = if random.bool() { Key::Char(random.char('1'..='5')) } else { Key::Enter };
            kiosk.press(key);
        }
        kiosk.finish();
        visits.push(counted(&kiosk.effects).expect("a visit that has ended is counted"));
        kiosk = world.kiosk(WIDE);
    }
    visits.into_iter().cycle().take(number).collect()
}
