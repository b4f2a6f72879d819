//! Counting, from the keys of residents to the file on the disk: what it holds, and what nobody can learn from it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::os::unix::fs::{FileExt, MetadataExt, PermissionsExt};
use std::path::Path;
use std::sync::Arc;

use inclusion_kiosk::app::{App, Effect, Msg, Screen};
use inclusion_kiosk::base::{Date, Key, ServiceId, Today};
use inclusion_kiosk::content::model::RouteKind;
use inclusion_kiosk::content::source::ContentFiles;
use inclusion_kiosk::shell::Named;
use inclusion_kiosk::usage::cell;
use inclusion_kiosk::usage::counters::Moment;
use inclusion_kiosk::usage::event::{Channel, Event, Levels};
use inclusion_kiosk::usage::store::{self, Counts, Store, StoreError};
use rusqlite::Connection;

use crate::harness::{Kiosk, WIDE, World, lang, project};
use crate::simulation::known_key;

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// A Wednesday afternoon.
fn on(day: &str) -> Moment {
    Moment::of(Today::Sure(date(day)), 15)
}

fn named(world: &World) -> Named {
    Named { library: Arc::new(world.library.clone()), languages: world.texts.tags() }
}

/// The events of a visit whose last messages had these effects.
fn counted(effects: &[Effect]) -> Option<Vec<Event>> {
    effects.iter().find_map(|effect| match effect {
        Effect::Count(events) => Some(events.clone()),
        _ => None,
    })
}

/// What a visit adds to the counters that goes through these keys in English, from the home screen on.
fn visit(world: &World, keys: &str) -> Vec<Event> {
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3").keys(keys).keys("f10 1");
    counted(&kiosk.effects).expect("a visit that has ended is counted")
}

/// Residents who press keys at random, until so many of them have left.
fn visits(world: &World, number: usize) -> Vec<Vec<Event>> {
    let mut random = fastrand::Rng::with_seed(7);
    let mut kiosk = world.kiosk(WIDE);
    let mut visits = Vec::new();
    while visits.len() < number {
        let key = if random.u8(0..3) == 0 { Key::Char(random.char('1'..='9')) } else { known_key(&mut random) };
        visits.extend(counted(&kiosk.press(key)));
    }
    visits
}

fn record(store: &mut Store, events: &[Event], moment: Moment, names: &Named) {
    store.record(moment, &cell::of_visit(events, moment, names), &|| cell::all(names)).expect("counted");
    store.settle(moment.month()).expect("settled");
}

fn read(folder: &Path) -> Counts {
    store::read(folder).expect("readable").expect("something was counted")
}

/// How often a counter of a month went up.
fn n(counts: &Counts, month: &str, table: &str, cell: &str) -> u32 {
    let row = counts.counts.iter().find(|row| (&*row.month, &*row.table, &*row.cell) == (month, table, cell));
    row.map_or(0, |row| row.n)
}

/// Everything in the file, in the order of its keys.
fn dump(folder: &Path) -> String {
    let connection = Connection::open(folder.join("usage.db")).expect("it opens");
    let mut text = String::new();
    for table in ["count", "day_total", "today"] {
        let mut rows = connection.prepare(&format!("SELECT * FROM {table}")).expect("the table exists");
        let columns = rows.column_count();
        let mut rows = rows.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            let row: Vec<String> = (0..columns).map(|at| format!("{:?}", row.get_ref(at).expect("a value"))).collect();
            text += &format!("{table} {row:?}\n");
        }
    }
    text
}

#[test]
fn a_visit_counts_what_it_did_once_however_often() {
    let world = World::real();
    let (itsme, en) = (world.service("itsme"), lang("en"));
    assert_eq!(visit(&world, ""), [Event::Visit, Event::Language(en)]);
    assert_eq!(visit(&world, "f7 esc f1 esc f4 2"), [Event::Visit, Event::Language(en)], "nothing was read");
    // "I have a new phone", and on to step 3, back, and on to it again; the page to write down, twice.
    let events = visit(&world, "5 1 1 1 1 esc 1 f6 esc f6 esc home 5 1");
    let engaged = [Event::Visit, Event::Engaged, Event::Language(en), Event::Opened(itsme), Event::Levels(Levels::One)];
    assert!(engaged.iter().all(|event| events.contains(event)), "{events:?}");
    let guide = [Event::Started(itsme), Event::LeftAt(itsme, 2), Event::WrittenDown(itsme)];
    assert!(guide.iter().all(|event| events.contains(event)), "{events:?}");
    let distinct: BTreeSet<_> = events.iter().collect();
    assert_eq!(distinct.len(), events.len(), "each counter goes up once: {events:?}");
}

#[test]
fn a_guide_that_was_read_to_the_end_was_not_left() {
    let world = World::real();
    let itsme = world.service("itsme");
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3 5 1 1 1 1 1 1 1 1 1 1");
    assert!(matches!(kiosk.app.screen(), Some(Screen::Done(..))), "{}", kiosk.screen());
    // "No", and on second thoughts "yes": the last answer holds.
    kiosk.keys("2 esc 1 1 f10 1");
    let events = counted(&kiosk.effects).expect("counted");
    assert!(events.contains(&Event::Done(itsme)) && events.contains(&Event::Useful(itsme, true)), "{events:?}");
    let others = events.iter().filter(|event| matches!(event, Event::LeftAt(..) | Event::Useful(_, false)));
    assert_eq!(others.count(), 0, "{events:?}");
}

/// The ways to a person that are counted of a visit that opens these pages of a service, and the page of people.
fn ways_counted(world: &World, service: ServiceId, opened: &[RouteKind]) -> Vec<Channel> {
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Service(service)));
    for kind in opened {
        let at = RouteKind::ALL.iter().position(|known| known == kind).expect("a way");
        kiosk.keys("2").keys(&(at + 1).to_string());
        assert_eq!(kiosk.app.screen(), Some(Screen::Route(service, *kind)));
        kiosk.keys("esc esc");
    }
    kiosk.keys("f7 esc f10 1");
    let of_group = |event: Event| match event {
        Event::Human(group, channel) => {
            assert_eq!(group, world.library.service(service).group);
            Some(channel)
        }
        _ => None,
    };
    counted(&kiosk.effects).expect("counted").into_iter().filter_map(of_group).collect()
}

#[test]
fn a_way_to_a_person_counts_when_it_was_chosen() {
    let world = World::real();
    let change = world.service("change-of-address");
    assert_eq!(ways_counted(&world, change, &[]), [], "the page of people shows all ways, so it tells of none");
    assert_eq!(ways_counted(&world, change, &[RouteKind::Online]), []);
    let opened = [RouteKind::Post, RouteKind::Phone, RouteKind::Post];
    assert_eq!(ways_counted(&world, change, &opened), [Channel::Phone, Channel::Post]);
}

/// The page of a way that the service does not offer says what to do instead: it is no way to a person.
#[test]
fn a_way_that_does_not_exist_is_not_counted() {
    let mut files = ContentFiles::read(&project("tests/fixtures/good-content")).expect("the good content");
    for file in &mut files.files {
        file.text = file.text.replace("[routes.phone]\nstate = \"ask\"", "[routes.phone]\nstate = \"none\"");
    }
    let library = inclusion_kiosk::content::parse::compile(&files).0;
    let world = World { library, ..World::real() };
    let card = world.service("library-card");
    assert_eq!(ways_counted(&world, card, &[RouteKind::Phone, RouteKind::Post]), [Channel::Post]);
}

#[test]
fn a_refusal_counts_nothing_not_even_itself() {
    let world = World::real();
    const REFUSE: &str = "Do not count my visit";
    let ends: [fn(&mut Kiosk); 3] = [
        // At the end, below what is counted.
        |kiosk| _ = kiosk.keys("5 1 f10").choose("Yes, but do not count my visit").sees("was not counted"),
        // Early, on the page that tells what is counted; then the usual end.
        |kiosk| {
            _ = kiosk.keys("f1").choose("What is counted").choose(REFUSE).keys("esc esc 5 1 f10").choose("Yes, finish")
        },
        // Early, and then walking away.
        |kiosk| _ = kiosk.keys("f1").choose("What is counted").choose(REFUSE).sees("is not counted"),
    ];
    for end in ends {
        let mut kiosk = world.kiosk(WIDE);
        kiosk.keys("enter 3");
        end(&mut kiosk);
        kiosk.wait(1000);
        kiosk.wait(1000);
        assert!(kiosk.app.is_at_start(), "{}", kiosk.screen());
        assert_eq!(counted(&kiosk.effects), None);
    }
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3 f1").choose("What is counted").choose(REFUSE).choose("Count my visit").keys("f10 1");
    assert!(counted(&kiosk.effects).is_some(), "who changes their mind is counted");
}

#[test]
fn the_last_screen_names_every_counter_that_goes_up() {
    let world = World::real();
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3 5 1 1 1 f6 esc f10");
    let written = inclusion_kiosk::present::plain::write(&kiosk.page());
    for line in
        ["All visits, and those of today", "Visits in this language: English", "Visits at this time of the week"]
    {
        assert!(written.contains(line), "{line} is missing:\n{written}");
    }
    let of_itsme = "Set up itsme safely: opened, steps begun, last step read: 2, “Write down the main points” opened";
    assert!(written.contains(of_itsme), "{written}");
    let mut events = visit(&world, "5 1 1 1 f6 esc");
    events.retain(|event| !matches!(event, Event::Started(_) | Event::LeftAt(..) | Event::WrittenDown(_)));
    let lines = written.lines().filter(|line| line.starts_with("- ")).count();
    assert_eq!(lines, events.len() + 1, "a line for each counter, those of a service on one, and the time:\n{written}");
}

#[test]
fn where_staff_want_no_counts_there_are_none_and_none_are_told() {
    let mut world = World::real();
    world.settings.count = false;
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter").does_not_see("visites").keys("3 5 1 f10").does_not_see("counted").keys("1");
    assert_eq!(counted(&kiosk.effects), None);
}

#[test]
fn who_leaves_before_the_choice_of_a_language_is_no_visit() {
    let world = World::real();
    for keys in ["enter esc", "x f1 esc esc", "enter"] {
        let mut kiosk = world.kiosk(WIDE);
        kiosk.keys(keys).wait(1000);
        kiosk.wait(1000);
        assert!(kiosk.app.is_at_start());
        assert_eq!(counted(&kiosk.effects), None, "{keys}");
    }
}

#[test]
fn who_is_told_to_end_loses_the_visit_under_way_alone() {
    let world = World::real();
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3 5 1");
    kiosk.send(Msg::Stop(inclusion_kiosk::app::Reason::Signal));
    assert_eq!(counted(&kiosk.effects), None);
}

#[test]
fn the_file_says_what_the_visits_did_and_nothing_else() {
    let world = World::real();
    let names = named(&world);
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("opened");
    let mut wanted: BTreeMap<(String, String), u32> = BTreeMap::new();
    for (day, events) in (1..=28).cycle().zip(visits(&world, 400)) {
        let moment = on(&format!("2026-11-{day:02}"));
        // The clock goes back at the end of each round: those visits are not sure.
        let moment = if store.newest_day().expect("readable") > Some(date(&format!("2026-11-{day:02}"))) {
            Moment::Unsure
        } else {
            moment
        };
        for cell in cell::of_visit(&events, moment, &names) {
            let key = (format!("{} {}", moment.month(), cell.table.name()), cell.name.into_owned());
            *wanted.entry(key).or_default() += 1;
        }
        record(&mut store, &events, moment, &names);
    }
    let counts = read(folder.path());
    let raised = counts.counts.iter().filter(|row| row.n > 0);
    let found: BTreeMap<_, _> =
        raised.map(|row| ((format!("{} {}", row.month, row.table), row.cell.clone()), row.n)).collect();
    assert_eq!(found, wanted);
    assert_eq!(counts.counts.len(), 2 * cell::all(&names).len(), "each month has a row for each counter");
    assert!(counts.counts.iter().any(|row| row.cell.contains("quit@") && row.n > 0), "the residents read guides");
    assert!(counts.counts.iter().all(|row| row.days <= 5 && (row.month != "unsure" || row.days == 0)));
}

#[test]
fn the_order_of_visits_leaves_no_trace() {
    let world = World::real();
    let names = named(&world);
    let mut visits = visits(&world, 150);
    let mut random = fastrand::Rng::with_seed(3);
    let (mut dumps, mut files, mut indexes) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..3 {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::open(folder.path()).expect("opened");
        for (index, events) in visits.iter().enumerate() {
            let day = if index < 100 { "2026-11-25" } else { "2026-11-26" };
            record(&mut store, events, on(day), &names);
        }
        assert_eq!(fs::metadata(folder.path().join("usage.db-wal")).expect("a log").len(), 0, "the log is empty");
        // What follows the head of the index says which pages were written last.
        indexes.push(fs::read(folder.path().join("usage.db-shm")).expect("the index").split_off(136));
        drop(store);
        files.push(fs::read(folder.path().join("usage.db")).expect("the file"));
        dumps.push(dump(folder.path()));
        // The visits of each day in another order.
        random.shuffle(&mut visits[..100]);
        random.shuffle(&mut visits[100..]);
    }
    assert_eq!(dumps[0], dumps[1]);
    assert_eq!(dumps[0], dumps[2]);
    assert!(files[0] == files[1] && files[0] == files[2], "nor do the bytes of the file tell the order");
    assert!(
        indexes[0] == indexes[1] && indexes[0] == indexes[2],
        "nor does the index of the log tell of the last visit"
    );
}

#[test]
fn the_files_tell_the_month_and_belong_to_the_kiosk_alone() {
    let world = World::real();
    let names = named(&world);
    let above = tempfile::tempdir().expect("a folder");
    let folder = above.path().join("state");
    let mut store = Store::open(&folder).expect("opened");
    let first = jiff::tz::TimeZone::UTC.to_timestamp(date("2026-11-01").at(0, 0, 0, 0)).expect("a time");
    for (moment, time) in [(on("2026-11-25"), first.as_second()), (Moment::Unsure, 0)] {
        record(&mut store, &visit(&world, "5 1"), moment, &names);
        for name in ["usage.db", "usage.db-wal", "usage.db-shm"] {
            let about = fs::metadata(folder.join(name)).expect("it is there");
            assert_eq!((about.mtime(), about.mtime_nsec()), (time, 0), "{name}");
            assert_eq!((about.atime(), about.atime_nsec()), (time, 0), "{name}");
            assert_eq!(about.permissions().mode() & 0o777, 0o600, "{name}");
        }
    }
    assert_eq!(fs::metadata(&folder).expect("a folder").permissions().mode() & 0o777, 0o700);
}

#[test]
fn dates_stand_in_the_totals_of_the_last_days_and_nowhere_else() {
    let world = World::real();
    let names = named(&world);
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("opened");
    let mut day = date("2026-08-31");
    for events in visits(&world, 90) {
        record(&mut store, &events, on(&day.to_string()), &names);
        day = day.tomorrow().expect("a day");
    }
    let kept = read(folder.path()).days;
    assert_eq!(kept.len(), 35);
    assert_eq!(kept.iter().map(|total| total.visits).sum::<u32>(), 35);
    // The bytes of the file hold no other date: what was erased is overwritten.
    let bytes = fs::read(folder.path().join("usage.db")).expect("the file");
    let is_date = |window: &[u8]| {
        let shape = |(at, byte): (usize, &u8)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() };
        window.iter().enumerate().all(shape)
    };
    let dates = bytes.windows(10).filter(|window| is_date(window)).map(|window| String::from_utf8_lossy(window));
    let dates: BTreeSet<String> = dates.map(|date| date.into_owned()).collect();
    assert_eq!(dates, kept.into_iter().map(|total| total.day).collect());
}

#[test]
fn one_heavy_user_cannot_fill_a_month() {
    let world = World::real();
    let names = named(&world);
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("opened");
    let events = visit(&world, "5 1");
    for _ in 0..230 {
        record(&mut store, &events, on("2026-11-25"), &names);
    }
    let counts = read(folder.path());
    assert_eq!(n(&counts, "2026-11", "sess", "all"), 200);
    assert_eq!(n(&counts, "2026-11", "lang", "en"), 200);
    assert_eq!(n(&counts, "2026-11", "daypart", "weekday-afternoon"), 200);
    assert_eq!(n(&counts, "2026-11", "item_open", "itsme"), 50);
    assert_eq!(counts.days, [store::DayTotal { day: "2026-11-25".to_owned(), visits: 200 }]);
    let capped = counts.counts.iter().filter(|row| row.n > 0).all(|row| row.capped == 1 && row.days == 1);
    assert!(capped, "the month says that the limit was passed: {counts:?}");
}

#[test]
fn a_clock_that_jumps_leaves_months_right_or_goes_to_the_month_unsure() {
    let world = World::real();
    let names = named(&world);
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("opened");
    let built = date("2026-10-01");
    let events = visit(&world, "");
    let days = [
        "2026-10-30",
        "2026-10-31",
        "2026-11-01", // as it should be
        "1970-01-01",
        "2000-01-01", // the battery is empty
        "2026-11-02",
        "2036-11-02",
        "2036-11-03", // ten years on, and back
        "2026-11-03",
        "2026-11-02",
        "2026-11-01", // a few days back
        "2026-11-04",
    ];
    for day in days {
        let known = store.newest_day().expect("readable").into_iter().chain([built]);
        record(&mut store, &events, Moment::of(Today::believe(date(day), known), 15), &names);
    }
    let counts = read(folder.path());
    let months: BTreeSet<&str> = counts.counts.iter().map(|row| &*row.month).collect();
    assert_eq!(months, BTreeSet::from(["2026-10", "2026-11", "unsure"]));
    assert_eq!(n(&counts, "2026-10", "sess", "all"), 2);
    assert_eq!(n(&counts, "2026-11", "sess", "all"), 4);
    assert_eq!(n(&counts, "unsure", "sess", "all"), 6);
    let last = counts.days.last().map(|total| total.day.as_str());
    assert_eq!((last, counts.days.len()), (Some("2026-11-04"), 6));
}

#[test]
fn an_older_day_than_the_file_knows_goes_to_the_month_unsure() {
    let world = World::real();
    let names = named(&world);
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("opened");
    let events = visit(&world, "5 1");
    for day in ["2026-11-26", "2026-11-25", "2026-11-26"] {
        record(&mut store, &events, on(day), &names);
    }
    let counts = read(folder.path());
    assert_eq!((n(&counts, "2026-11", "sess", "all"), n(&counts, "unsure", "sess", "all")), (2, 1));
    assert_eq!(n(&counts, "unsure", "daypart", "weekday-afternoon"), 0, "nor is the part of the week known");
    assert_eq!(counts.days, [store::DayTotal { day: "2026-11-26".to_owned(), visits: 2 }]);
    let row = counts.counts.iter().find(|row| row.month == "2026-11" && row.cell == "all").expect("visits");
    assert_eq!(row.days, 1);
}

#[test]
fn a_day_that_never_came_can_be_forgotten() {
    let world = World::real();
    let names = named(&world);
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("opened");
    record(&mut store, &visit(&world, ""), on("2028-05-01"), &names);
    store.forget_days().expect("forgotten");
    assert_eq!(store.newest_day().expect("readable"), None);
    record(&mut store, &visit(&world, ""), on("2026-11-25"), &names);
    let counts = read(folder.path());
    assert_eq!((n(&counts, "2026-11", "sess", "all"), n(&counts, "2028-05", "sess", "all")), (1, 1));
}

/// A state folder with some counts, closed.
fn counted_folder(world: &World) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("opened");
    record(&mut store, &visit(world, "5 1 1 1"), on("2026-11-25"), &named(world));
    folder
}

#[test]
fn a_damaged_file_is_set_aside_and_new_counts_begin() {
    let world = World::real();
    type Harm = fn(&Path);
    let harms: [(&str, Harm); 5] = [
        ("its head is overwritten", |path| {
            let file = OpenOptions::new().write(true).open(path).expect("the file");
            file.write_all_at(b"no database any more", 0).expect("written");
        }),
        ("a page in its middle is overwritten", |path| {
            let file = OpenOptions::new().write(true).open(path).expect("the file");
            file.write_all_at(&[0xaa; 4096], 4096).expect("written");
        }),
        ("its end is missing", |path| {
            let file = OpenOptions::new().write(true).open(path).expect("the file");
            file.set_len(file.metadata().expect("a length").len() / 2).expect("shorter");
        }),
        ("its tables are missing", |path| {
            Connection::open(path).expect("opened").execute_batch("DROP TABLE count").expect("dropped");
        }),
        ("it is the database of somebody else", |path| {
            fs::remove_file(path).expect("removed");
            let other = Connection::open(path).expect("made");
            other.execute_batch("CREATE TABLE books(title TEXT)").expect("a table");
        }),
    ];
    for (harm, do_harm) in harms {
        let folder = counted_folder(&world);
        let path = folder.path().join("usage.db");
        do_harm(&path);
        let harmed = fs::read(&path).expect("the file");
        let mut store = Store::open(folder.path()).unwrap_or_else(|error| panic!("{harm}: {error}"));
        let aside = store.set_aside().unwrap_or_else(|| panic!("{harm}: it is not noticed")).to_owned();
        assert_eq!(aside, folder.path().join("usage.db.damaged-1"), "{harm}");
        assert!(fs::read(&aside).expect("kept") == harmed, "{harm}: it is kept as it was");
        record(&mut store, &visit(&world, ""), on("2026-11-26"), &named(&world));
        assert_eq!(n(&read(folder.path()), "2026-11", "sess", "all"), 1, "{harm}");
        drop(store);
        // A second time, it gets the next name.
        do_harm(&path);
        let again = Store::open(folder.path()).expect("opened");
        assert_eq!(again.set_aside(), Some(folder.path().join("usage.db.damaged-2").as_path()), "{harm}");
    }
}

#[test]
fn the_file_of_a_newer_kiosk_is_left_alone() {
    let world = World::real();
    let folder = counted_folder(&world);
    let path = folder.path().join("usage.db");
    Connection::open(&path).expect("opened").pragma_update(None, "user_version", 99).expect("changed");
    let before = fs::read(&path).expect("the file");
    assert!(matches!(Store::open(folder.path()), Err(StoreError::Newer { .. })));
    assert!(matches!(store::read(folder.path()), Err(StoreError::Newer { .. })));
    assert!(fs::read(&path).expect("the file") == before);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").filter(is_aside).count(), 0);
}

fn is_aside(entry: &std::io::Result<fs::DirEntry>) -> bool {
    entry.as_ref().is_ok_and(|entry| entry.file_name().to_string_lossy().contains("damaged"))
}

#[test]
fn two_kiosks_on_one_folder_lose_no_count() {
    let world = World::real();
    let names = named(&world);
    let folder = tempfile::tempdir().expect("a folder");
    let events = visit(&world, "5 1");
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut store = Store::open(folder.path()).expect("opened");
                (0..40).for_each(|_| record(&mut store, &events, on("2026-11-25"), &names));
            });
        }
    });
    let counts = read(folder.path());
    assert_eq!(n(&counts, "2026-11", "sess", "all"), 80);
    assert_eq!(n(&counts, "2026-11", "item_open", "itsme"), 50, "the limit of a day holds for both");
}

#[test]
fn counts_can_be_read_while_the_kiosk_runs_and_reading_leaves_nothing_behind() {
    let world = World::real();
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(store::read(folder.path()).expect("readable"), None);
    let mut store = Store::open(folder.path()).expect("opened");
    record(&mut store, &visit(&world, "5 1"), on("2026-11-25"), &named(&world));
    let files = || {
        let about = |entry: std::io::Result<fs::DirEntry>| {
            let entry = entry.expect("an entry");
            let about = entry.metadata().expect("about it");
            // The file through which kiosk and reader share their locks is touched by reading, too.
            let time = if entry.file_name() == "usage.db-shm" { 0 } else { about.mtime() };
            (entry.file_name(), about.len(), time, about.ino())
        };
        fs::read_dir(folder.path()).expect("a folder").map(about).collect::<BTreeSet<_>>()
    };
    let before = files();
    assert_eq!(n(&read(folder.path()), "2026-11", "sess", "all"), 1);
    assert_eq!(files(), before);
    drop(store);
    let before = files();
    assert_eq!(n(&read(folder.path()), "2026-11", "sess", "all"), 1);
    assert_eq!(files(), before, "nor when no kiosk runs");
}

#[test]
fn what_is_read_while_the_kiosk_writes_is_whole() {
    let world = World::real();
    let names = named(&world);
    let folder = tempfile::tempdir().expect("a folder");
    let events = visit(&world, "5 1");
    let mut store = Store::open(folder.path()).expect("opened");
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| (0..100).for_each(|_| record(&mut store, &events, Moment::Unsure, &names)));
        while !writer.is_finished() {
            let Some(counts) = store::read(folder.path()).expect("readable") else { continue };
            let all = n(&counts, "unsure", "sess", "all");
            assert_eq!(n(&counts, "unsure", "item_open", "itsme"), all, "a visit is seen whole or not at all");
        }
    });
}

/// New content brings new counters in the middle of a month; those of content that is gone stay.
#[test]
fn counters_come_with_content_and_stay_when_it_goes() {
    let world = World::real();
    let mut names = named(&world);
    let folder = counted_folder(&world);
    names.languages.push(lang("de"));
    let mut store = Store::open(folder.path()).expect("opened");
    record(&mut store, &[Event::Visit, Event::Language(lang("de"))], on("2026-11-25"), &names);
    drop(store);
    names.library = Arc::default();
    let mut store = Store::open(folder.path()).expect("opened");
    record(&mut store, &[Event::Visit], on("2026-11-25"), &names);
    let counts = read(folder.path());
    assert_eq!(n(&counts, "2026-11", "sess", "all"), 3);
    assert_eq!(n(&counts, "2026-11", "lang", "de"), 1);
    assert_eq!(n(&counts, "2026-11", "item_open", "itsme"), 1);
}

#[test]
fn every_event_of_a_visit_has_a_counter_that_is_made_with_the_month() {
    let world = World::real();
    let names = named(&world);
    let all: BTreeSet<_> = cell::all(&names).into_iter().collect();
    assert_eq!(all.len(), cell::all(&names).len(), "each counter stands once");
    for events in visits(&world, 200) {
        for cell in cell::of_visit(&events, on("2026-11-25"), &names) {
            assert!(all.contains(&cell), "{cell:?}");
        }
        assert_eq!(
            cell::of_visit(&events, Moment::Unsure, &names).len(),
            events.len(),
            "no event is without a counter"
        );
    }
}
