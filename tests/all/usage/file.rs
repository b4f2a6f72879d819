//! What the file of counters holds, and what nobody can learn from it.

use super::*;
use crate::packs::{library, many_files};

#[test]
fn the_file_says_what_the_visits_did_and_nothing_else() {
    let Ledger { world, names, folder, mut store } = Ledger::open();
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
    assert_eq!(counts.counts.len(), 2 * all(&names).len(), "each month has a row for each counter");
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
    let Ledger { world, names, folder, mut store } = Ledger::open();
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
    let Ledger { world, names, folder, mut store } = Ledger::open();
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
    // A group has the limit of many services, so that it does not say less than they do.
    assert_eq!(n(&counts, "2026-11", "lang_group", "en:identity"), 230);
    let mut raised = counts.counts.iter().filter(|row| row.n > 0 && row.table != "lang_group");
    let capped = raised.all(|row| row.capped == 1 && row.days == 1);
    assert!(capped, "the month says that the limit was passed: {counts:?}");
}

#[test]
fn a_clock_that_jumps_leaves_months_right_or_goes_to_the_month_unsure() {
    let Ledger { world, names, folder, mut store } = Ledger::open();
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
    let Ledger { world, names, folder, mut store } = Ledger::open();
    let events = visit(&world, "5 1");
    for day in ["2026-11-26", "2026-11-25", "2026-11-26"] {
        record(&mut store, &events, on(day), &names);
    }
    let counts = read(folder.path());
    assert_eq!((n(&counts, "2026-11", "sess", "all"), n(&counts, "unsure", "sess", "all")), (2, 1));
    assert_eq!(n(&counts, "unsure", "daypart", "weekday-afternoon"), 0, "nor is the part of the week known");
    assert_eq!(counts.days, [store::DayTotal { day: "2026-11-26".to_owned(), visits: 2 }]);
    let row = counts
        .counts
        .iter()
        .find(|row| row.month == "2026-11" && row.table == "sess" && row.cell == "all")
        .expect("visits");
    assert_eq!(row.days, 1);
}

#[test]
fn a_day_that_never_came_can_be_forgotten() {
    let Ledger { world, names, folder, mut store } = Ledger::open();
    record(&mut store, &visit(&world, ""), on("2026-11-24"), &names);
    record(&mut store, &visit(&world, ""), on("2026-11-28"), &names);
    record(&mut store, &visit(&world, "5 1"), on("2028-05-01"), &names);
    record(&mut store, &visit(&world, "5 1"), on("2028-06-01"), &names);
    let ahead = store::Ahead::of(&read(folder.path()), date("2026-11-25"));
    let months = ahead.months.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!((ahead.newest, months.join(" "), ahead.visits), (Some(date("2028-06-01")), "2028-05 2028-06".into(), 2));
    store.forget_days_after(date("2026-11-25"), &|_| 0).expect("forgotten");
    assert_eq!(store.newest_day().expect("readable"), Some(date("2026-11-25")));
    record(&mut store, &visit(&world, ""), on("2026-11-25"), &names);
    let counts = read(folder.path());
    assert!(store::Ahead::of(&counts, date("2026-11-25")).is_empty());
    let visits = ["2026-11", "2028-05", "unsure"].map(|month| n(&counts, month, "sess", "all"));
    assert_eq!(visits, [3, 0, 2], "what lay ahead is without a date, and what is of this month stays");
    assert!(!counts.counts.iter().any(|row| row.month.starts_with("2028")));
    let undated = |table: &str| counts.counts.iter().any(|row| row.month == "unsure" && row.table == table);
    assert!(!undated("daypart") && !undated("up"), "nor is the part of the week known");
    assert!(counts.counts.iter().all(|row| row.month != "unsure" || (row.days, row.capped) == (0, 0)));
    assert_eq!(n(&counts, "unsure", "sess", "engaged"), 2);
    // A second time there is nothing to take back.
    store.forget_days_after(date("2026-11-25"), &|_| 0).expect("forgotten");
    assert_eq!(read(folder.path()), counts);
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
    names.library = Library::default();
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
    let listed = all(&names);
    let all: BTreeSet<_> = listed.iter().cloned().collect();
    assert_eq!(all.len(), listed.len(), "each counter stands once");
    for events in visits(&world, 200) {
        for cell in cell::of_visit(&events, on("2026-11-25"), &names) {
            assert!(all.contains(&cell), "{cell:?}");
        }
        assert_eq!(
            cell::of_visit(&events, Moment::Unsure, &names).len(),
            events.len() + 1,
            "no event is without a counter, and the content has one"
        );
    }
}

/// However the counters are brought, the file is the one that comes of them in the order of their keys.
#[test]
fn a_month_of_many_services_is_the_same_file_as_one_made_of_a_sorted_list() {
    let names = Named { library: library(&many_files(300)), languages: vec![lang("fr"), lang("nl")] };
    let made = |all: &store::Showing| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::open(folder.path()).expect("opened");
        store.record(on("2026-11-25"), &[cell::Cell::VISITS], all).expect("counted");
        store.settle(on("2026-11-25").month()).expect("settled");
        drop(store);
        fs::read(folder.path().join("usage.db")).expect("the file")
    };
    let mut sorted = all(&names);
    sorted.sort_by(|one, other| (one.table.name(), &one.name).cmp(&(other.table.name(), &other.name)));
    let of_list = made(&|show| sorted.iter().cloned().for_each(show));
    assert!(of_list == made(&|show| cell::all(&names, show)));
    assert!(of_list != made(&|show| sorted.iter().rev().cloned().for_each(show)), "the order is in the bytes");
}
