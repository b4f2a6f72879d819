//! What a kiosk counts of itself: ticks of its opening hours, starts by cause, days without a date.

use inclusion_kiosk::base::{Timetable, WeekHours};
use inclusion_kiosk::usage::counters::Month;
use inclusion_kiosk::usage::uptime::{Cause, Run, ticks_on};

use super::*;

/// Open from nine to five on weekdays: 96 ticks.
fn hours() -> WeekHours {
    let mut week = WeekHours::default();
    week.0[..5].iter_mut().for_each(|day| *day = WeekHours::parse_day("09:00-17:00").expect("written by hand"));
    week
}

fn begin(store: &mut Store, day: &str, names: &Named) -> bool {
    let week = hours();
    let ticks = |day: Date| ticks_on(&Timetable::of(&week), day);
    store.begin_day(date(day), &ticks, &|show| cell::all(names, show)).expect("begun")
}

fn tick(store: &mut Store, day: &str, names: &Named) {
    begin(store, day, names);
    let month = on(day).month();
    store.count_of_kiosk(month, &[Cell::AVAILABLE]).expect("counted");
    store.settle(month).expect("settled");
}

fn start(store: &mut Store, moment: Moment, is_same_boot: bool) {
    store.begin_run(moment.month(), &|run: Run| run.cause(is_same_boot), &[]).expect("begun");
}

#[test]
fn days_on_which_the_kiosk_was_off_were_open_and_it_was_not_there() {
    let Ledger { names, folder, mut store, .. } = Ledger::open();
    // Thursday 29 October 2026: of the first day, that day alone.
    assert!(begin(&mut store, "2026-10-29", &names));
    tick(&mut store, "2026-10-29", &names);
    assert!(!begin(&mut store, "2026-10-29", &names), "a day begins once");
    // Then it is off: Friday 30 October, a holiday on the 2nd day of a weekend, Monday the 2nd and Tuesday the 3rd.
    assert!(begin(&mut store, "2026-11-03", &names));
    assert!(!begin(&mut store, "2026-11-02", &names), "no day begins behind the newest one");
    let counts = read(folder.path());
    let of = |month: &str, cell: &str| n(&counts, month, "up", cell);
    assert_eq!((of("2026-10", "opening"), of("2026-10", "available")), (2 * 96, 1));
    assert_eq!((of("2026-11", "opening"), of("2026-11", "available")), (2 * 96, 0));
    let days: Vec<(&str, u32)> = counts.days.iter().map(|total| (&*total.day, total.visits)).collect();
    assert_eq!(days, [("2026-10-29", 0), ("2026-11-03", 0)], "only days on which it ran have a total");
    let untouched = counts.counts.iter().all(|row| row.days == 0 && row.capped == 0);
    assert!(untouched && counts.today.iter().all(|raised| raised.n == 0), "ticks know no day and no limit");
}

#[test]
fn a_month_in_which_the_kiosk_was_off_is_there_as_a_whole() {
    let Ledger { names, folder, mut store, .. } = Ledger::open();
    begin(&mut store, "2026-08-31", &names);
    begin(&mut store, "2026-11-02", &names);
    let counts = read(folder.path());
    // 22 weekdays each, and no holiday.
    assert_eq!((n(&counts, "2026-09", "up", "opening"), n(&counts, "2026-10", "up", "opening")), (22 * 96, 22 * 96));
    let rows = |month: &str| counts.counts.iter().filter(|row| row.month == month).count();
    for over in ["2026-08", "2026-09", "2026-10"] {
        assert_eq!(rows(over), all(&names).len(), "{over}");
    }
    assert_eq!(rows("2026-11"), cell::of_kiosk().count(), "the first visit makes the others");
}

#[test]
fn a_date_that_leaps_is_doubted_until_somebody_says_that_it_is_right() {
    let Ledger { names, mut store, .. } = Ledger::open();
    begin(&mut store, "2026-05-04", &names);
    // A hundred days: a kiosk that stood still over the summer.
    begin(&mut store, "2026-08-12", &names);
    assert!(!store.has_leapt().expect("read"));
    begin(&mut store, "2026-11-21", &names);
    assert!(store.has_leapt().expect("read"));
    begin(&mut store, "2026-11-22", &names);
    assert!(store.has_leapt().expect("read"), "another day makes it no better");
    store.believe_leap().expect("written");
    assert!(!store.has_leapt().expect("read"));
    begin(&mut store, "2028-01-03", &names);
    store.forget_days_after(date("2026-11-25"), &|_| 96).expect("forgotten");
    assert!(!store.has_leapt().expect("read"), "then the wrong days are gone");
}

/// A clock that goes to 2031 and is set right the same day: each day is counted once, when it comes.
#[test]
fn the_ticks_of_days_that_never_came_are_taken_back_and_no_day_is_counted_twice() {
    let ticks = |day: Date| ticks_on(&Timetable::of(&hours()), day);
    // The day on which it is set right may have begun before, or not.
    for before in ["2026-11-24", "2026-11-25"] {
        for ahead in ["2026-11-27", "2027-01-04", "2031-03-05"] {
            let Ledger { names, folder, mut store, .. } = Ledger::open();
            begin(&mut store, "2026-11-23", &names);
            begin(&mut store, before, &names);
            tick(&mut store, ahead, &names);
            store.forget_days_after(date("2026-11-25"), &ticks).expect("forgotten");
            store.expect_other_counters();
            assert_eq!(store.newest_day().expect("read"), Some(date("2026-11-25")), "today is begun");
            let counted = |of: &str| n(&read(folder.path()), "2026-11", "up", of);
            assert_eq!(counted("opening"), 3 * 96, "Monday to Wednesday, before {before} and {ahead}");
            assert!(!begin(&mut store, "2026-11-25", &names), "once");
            tick(&mut store, "2026-11-25", &names);
            begin(&mut store, "2026-11-26", &names);
            assert_eq!(counted("opening"), 4 * 96);
            begin(&mut store, "2027-01-05", &names);
            let counts = read(folder.path());
            // From then on it counts as one that was never wrong.
            let Ledger { names, folder, mut store, .. } = Ledger::open();
            begin(&mut store, "2026-11-23", &names);
            begin(&mut store, "2027-01-05", &names);
            for month in ["2026-11", "2026-12", "2027-01"] {
                let opening = |counts: &Counts| n(counts, month, "up", "opening");
                assert_eq!(opening(&counts), opening(&read(folder.path())), "{month}");
            }
            assert!(!counts.counts.iter().any(|row| row.month == "2031-03"));
        }
    }
}

#[test]
fn a_kiosk_whose_first_day_of_all_lay_ahead_begins_with_today() {
    let ticks = |day: Date| ticks_on(&Timetable::of(&hours()), day);
    for ahead in ["2026-11-27", "2031-03-05"] {
        let Ledger { names, folder, mut store, .. } = Ledger::open();
        for _ in 0..100 {
            tick(&mut store, ahead, &names);
        }
        store.forget_days_after(date("2026-11-25"), &ticks).expect("forgotten");
        store.expect_other_counters();
        begin(&mut store, "2026-11-25", &names);
        let counts = read(folder.path());
        let of = |cell: &str| n(&counts, "2026-11", "up", cell);
        assert_eq!(of("opening"), 96, "{ahead}");
        assert!(of("available") <= 96, "{ahead}");
    }
}

#[test]
fn a_kiosk_is_never_longer_there_than_its_place_is_open() {
    let Ledger { names, folder, mut store, .. } = Ledger::open();
    for _ in 0..100 {
        tick(&mut store, "2026-11-25", &names);
    }
    assert_eq!(n(&read(folder.path()), "2026-11", "up", "available"), 96);
    // Where no hours are known nothing is known of the time in which it was there.
    let Ledger { names, folder, mut store, .. } = Ledger::open();
    let all = |show: &mut dyn FnMut(Cell)| cell::all(&names, show);
    store.begin_day(date("2026-11-25"), &|_| 0, &all).expect("begun");
    store.count_of_kiosk(on("2026-11-25").month(), &[Cell::AVAILABLE]).expect("counted");
    let counts = read(folder.path());
    assert_eq!((n(&counts, "2026-11", "up", "opening"), n(&counts, "2026-11", "up", "available")), (0, 0));
}

#[test]
fn a_start_is_counted_with_what_ended_the_run_before() {
    let Ledger { folder, mut store, .. } = Ledger::open();
    let day = on("2026-11-25");
    let count = |cell: &str| n(&read(folder.path()), "2026-11", "up", cell);
    let told = || ["start", "after-kill", "after-power-cut", "after-bug"].map(count);
    start(&mut store, day, false);
    assert_eq!(told(), [1, 0, 0, 0], "the first of all");
    store.note_run(Run::Ended).expect("noted");
    start(&mut store, day, false);
    assert_eq!(told(), [2, 0, 0, 0], "it ended because it should");
    start(&mut store, day, true);
    assert_eq!(told(), [3, 1, 0, 0]);
    start(&mut store, day, false);
    assert_eq!(told(), [4, 1, 1, 0]);
    store.note_run(Run::Bug).expect("noted");
    start(&mut store, day, true);
    assert_eq!(told(), [5, 1, 1, 1]);
    // Who opens the file again finds the same.
    drop(store);
    let mut store = Store::open(folder.path()).expect("opened");
    start(&mut store, Moment::Unsure, true);
    assert_eq!(n(&read(folder.path()), "unsure", "up", "after-kill"), 1, "the date is not known");
    assert_eq!(Cause::ALL.into_iter().filter_map(Cause::cell).count(), 3);
}

/// 6.4 no. 2, with the ticks of the kiosk in between.
#[test]
fn acceptance_2_the_order_of_visits_and_ticks_leaves_no_trace() {
    let world = World::real();
    let names = named(&world);
    let mut acts: Vec<Option<Vec<Event>>> = visits(&world, 60).into_iter().map(Some).collect();
    acts.extend((0..60).map(|_| None));
    let mut random = fastrand::Rng::with_seed(5);
    let (mut dumps, mut files) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::open(folder.path()).expect("opened");
        for day in ["2026-11-25", "2026-11-26"] {
            random.shuffle(&mut acts);
            begin(&mut store, day, &names);
            start(&mut store, on(day), true);
            for act in &acts {
                match act {
                    Some(events) => record(&mut store, events, on(day), &names),
                    None => tick(&mut store, day, &names),
                }
            }
        }
        assert_eq!(fs::metadata(folder.path().join("usage.db-wal")).expect("a log").len(), 0, "the log is empty");
        assert_eq!(n(&read(folder.path()), "2026-11", "up", "available"), 120);
        drop(store);
        files.push(fs::read(folder.path().join("usage.db")).expect("the file"));
        dumps.push(dump(folder.path()));
    }
    assert!(dumps[0] == dumps[1] && dumps[0] == dumps[2]);
    assert!(files[0] == files[1] && files[0] == files[2], "nor do the bytes of the file tell the order");
}

#[test]
fn a_month_without_a_date_has_its_days() {
    let Ledger { folder, mut store, .. } = Ledger::open();
    store.begin_run(Month::Unsure, &|run: Run| run.cause(true), &[Cell::UNSURE_DAYS]).expect("begun");
    store.count_of_kiosk(Month::Unsure, &[Cell::UNSURE_DAYS]).expect("counted");
    let counts = read(folder.path());
    assert_eq!((n(&counts, "unsure", "up", "unsure-days"), n(&counts, "unsure", "up", "start")), (2, 1));
    assert_eq!(counts.days, []);
}

#[test]
fn a_start_makes_the_rows_of_the_kiosk_and_the_end_of_a_month_makes_those_of_visits() {
    let Ledger { names, folder, mut store, .. } = Ledger::open();
    begin(&mut store, "2026-11-30", &names);
    start(&mut store, on("2026-11-30"), true);
    let rows = |month: &str| read(folder.path()).counts.iter().filter(|row| row.month == month).count();
    assert_eq!(rows("2026-11"), cell::of_kiosk().count());
    // Nobody came in all of November: it says so of everything, before it can be closed.
    begin(&mut store, "2026-12-01", &names);
    assert_eq!((rows("2026-11"), rows("2026-12")), (all(&names).len(), cell::of_kiosk().count()));
}

#[test]
fn the_content_of_the_next_month_has_no_rows_in_the_one_that_its_first_visit_made() {
    let Ledger { names, folder, mut store, .. } = Ledger::open();
    begin(&mut store, "2026-11-30", &names);
    record(&mut store, &[Event::Visit], on("2026-11-30"), &names);
    let week = hours();
    let ticks = |day: Date| ticks_on(&Timetable::of(&week), day);
    let newer = Cell { table: cell::Table::ItemOpen, name: "a-new-service".into() };
    store.begin_day(date("2026-12-01"), &ticks, &|show| show(newer.clone())).expect("begun");
    assert!(read(folder.path()).counts.iter().all(|row| row.cell != "a-new-service"));
}
