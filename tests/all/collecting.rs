//! The coordinator's side: months of many kiosks in one database, whatever comes in whatever order.

mod files;
mod simulated;

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use inclusion_kiosk::indicators::collected::{Collected, CollectedError, Refusal, Taken};
use inclusion_kiosk::indicators::month::{Counted, MonthFile};
use inclusion_kiosk::indicators::period::Period;
use inclusion_kiosk::usage::counters::Month;
use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::Value;

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

/// A month with so many visits.
fn file(site: &str, kiosk: u32, month: &str, visits: u32) -> MonthFile {
    let cells = |cells: &[(&str, u32)]| -> BTreeMap<String, Counted> {
        cells.iter().map(|(cell, n)| ((*cell).to_owned(), Counted(*n, (*n).min(5) as u16, 0))).collect()
    };
    let counts = [
        ("lang".to_owned(), cells(&[("en", 0), ("fr", visits / 2), ("nl", visits - visits / 2)])),
        ("sess".to_owned(), cells(&[("all", visits), ("engaged", visits / 3)])),
    ];
    MonthFile::with(site, kiosk, month.to_owned(), false, counts.into())
}

fn take(collected: &mut Collected, files: &[MonthFile]) -> Vec<Taken> {
    let mut taken = Vec::new();
    collected.take(files.iter().map(|file| ((), file.clone())), |(), became| taken.push(became)).expect("taken");
    taken
}

fn all(collected: &Collected, text: &str) -> Vec<MonthFile> {
    collected.months(month(text)).collect::<Result<_, _>>().expect("read")
}

/// All rows of all tables, in the order of their keys.
fn dump(path: &Path) -> Vec<(&'static str, Vec<Vec<Value>>)> {
    let connection = Connection::open(path).expect("a database");
    let rows = |table: &'static str| {
        let mut query = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2, 3")).or_else(|_| {
            // Tables of fewer columns.
            connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1"))
        });
        let query = query.as_mut().expect("a table");
        let columns = query.column_count();
        let rows = query.query_map([], |row| (0..columns).map(|at| row.get(at)).collect());
        (table, rows.expect("rows").collect::<Result<Vec<Vec<Value>>, _>>().expect("rows"))
    };
    ["about", "cells", "month", "late", "published"].map(rows).into()
}

#[test]
fn months_are_read_as_they_were_taken_by_site_and_number() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("collected.db");
    let mut collected = Collected::open(&path).expect("opened");
    assert_eq!(collected.is_simulated().expect("read"), None);
    let files = [
        file("BIB21004B", 1, "2026-11", 7),
        file("BIB21004A", 10, "2026-11", 0),
        file("BIB21004A", 2, "2026-11", 300_000),
        file("BIB21004A", 2, "2026-12", 9),
    ];
    assert_eq!(take(&mut collected, &files), [Taken::New, Taken::New, Taken::New, Taken::New]);
    assert_eq!(all(&collected, "2026-11"), [files[2].clone(), files[1].clone(), files[0].clone()]);
    assert_eq!(all(&collected, "2026-12"), [files[3].clone()]);
    assert_eq!(all(&collected, "2026-10"), []);
    assert_eq!(std::fs::metadata(&path).expect("a file").permissions().mode() & 0o777, 0o600);
    drop(collected);
    assert_eq!(all(&Collected::open(&path).expect("opened again"), "2026-12"), [files[3].clone()]);
}

#[test]
fn a_month_that_changed_is_refused_and_the_first_one_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut collected = Collected::open(&folder.path().join("collected.db")).expect("opened");
    let (first, other) = (file("BIB21004A", 1, "2026-11", 7), file("BIB21004A", 1, "2026-11", 8));
    let taken = take(&mut collected, &[first.clone(), other, first.clone()]);
    assert_eq!(taken, [Taken::New, Taken::Refused(Refusal::Changed), Taken::AlreadyThere]);
    assert_eq!(all(&collected, "2026-11"), [first]);
}

#[test]
fn simulated_and_real_months_never_stand_in_one_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let real = file("BIB21004A", 1, "2026-11", 7);
    let mut made_up = file("BIB21004B", 1, "2026-11", 7);
    made_up.simulated = true;
    for (name, first, second, refusal) in [
        ("real.db", &real, &made_up, Refusal::SimulatedAmongReal),
        ("simulated.db", &made_up, &real, Refusal::RealAmongSimulated),
    ] {
        let mut collected = Collected::open(&folder.path().join(name)).expect("opened");
        assert_eq!(take(&mut collected, &[first.clone(), second.clone()]), [Taken::New, Taken::Refused(refusal)]);
        assert_eq!(collected.is_simulated().expect("read"), Some(first.simulated));
        assert_eq!(all(&collected, "2026-11"), std::slice::from_ref(first));
    }
}

#[test]
fn a_month_that_comes_after_it_was_published_counts_as_late_visits_alone_and_once() {
    for published in ["2026-11", "2026-Q4", "2026"] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut collected = Collected::open(&folder.path().join("collected.db")).expect("opened");
        let early = file("BIB21004A", 1, "2026-11", 7);
        take(&mut collected, std::slice::from_ref(&early));
        collected.record_published(period(published), "one", true).expect("published");
        assert_eq!(collected.published(period(published)).expect("read").as_deref(), Some("one"));
        let late = [file("BIB21004B", 1, "2026-11", 30), file("BIB21004C", 1, "2026-11", 4)];
        assert_eq!(take(&mut collected, &late), [Taken::Late, Taken::Late]);
        assert_eq!(take(&mut collected, &late), [Taken::AlreadyThere, Taken::AlreadyThere]);
        let changed = take(&mut collected, &[file("BIB21004B", 1, "2026-11", 31)]);
        assert_eq!(changed, [Taken::Refused(Refusal::Changed)]);
        assert_eq!(all(&collected, "2026-11"), [early], "there is no breakdown of it");
        let late_in = |collected: &Collected, text| collected.late_visits(period(text)).expect("read").0;
        assert_eq!((late_in(&collected, published), late_in(&collected, "2027-Q1")), (0, 34));
        // A month tells of no late visits; the quarter after it does.
        collected.record_published(period("2027-01"), "two", false).expect("published");
        assert_eq!(late_in(&collected, "2027-Q1"), 34);
        collected.record_published(period("2027-Q1"), "three", true).expect("published");
        take(&mut collected, &[file("BIB21004D", 1, "2026-11", 5)]);
        collected.record_published(period("2027-Q1"), "three", true).expect("the same again");
        assert_eq!((late_in(&collected, "2027-Q1"), late_in(&collected, "2027-Q2")), (34, 5));
    }
}

#[test]
fn a_period_is_published_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut collected = Collected::open(&folder.path().join("collected.db")).expect("opened");
    collected.record_published(period("2026-11"), "one", false).expect("published");
    let refused = collected.record_published(period("2026-11"), "two", false).expect_err("it is frozen");
    assert!(matches!(refused, CollectedError::PublishedOtherwise(_)), "{refused}");
    assert_eq!(collected.published(period("2026-11")).expect("read").as_deref(), Some("one"));
    // Months of other periods are as new as before.
    let others = [file("BIB21004A", 1, "2026-10", 7), file("BIB21004A", 1, "2026-12", 7)];
    assert_eq!(take(&mut collected, &others), [Taken::New, Taken::New]);
}

#[test]
fn a_file_of_somebody_else_is_left_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("theirs.db");
    Connection::open(&path).and_then(|theirs| theirs.execute_batch("CREATE TABLE t(a)")).expect("a database");
    let before = std::fs::read(&path).expect("a file");
    assert!(matches!(Collected::open(&path), Err(CollectedError::NotOurs(_))));
    assert_eq!(std::fs::read(&path).expect("a file"), before);
    assert!(matches!(Collected::open(folder.path()), Err(CollectedError::Files { .. })));
    std::fs::write(folder.path().join("text"), "no database, and longer than its head would be".repeat(9))
        .expect("written");
    assert!(matches!(Collected::open(&folder.path().join("text")), Err(CollectedError::NotOurs(_))));
}

/// Months of a few kiosks, each once, some of them with the same names of counters.
fn some_months() -> impl Strategy<Value = Vec<MonthFile>> {
    let one = (0..3u8, 1..3u32, 1..4u8, 0..50u32, any::<bool>());
    prop::collection::vec(one, 1..12).prop_map(|drawn| {
        let files = drawn.into_iter().map(|(site, kiosk, of_year, visits, has_more)| {
            let mut file = file(&format!("BIB2100{site}A"), kiosk, &format!("2026-{of_year:02}"), visits);
            if has_more {
                file.counts.insert("up".to_owned(), [("opening".to_owned(), Counted(9, 0, 0))].into());
            }
            ((file.site.clone(), file.kiosk, file.month.clone()), file)
        });
        files.collect::<BTreeMap<_, _>>().into_values().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_and_repetition_change_nothing(
        (one, other) in some_months().prop_flat_map(|files| (Just(files.clone()), Just(files).prop_shuffle())),
        again in any::<prop::sample::Index>(),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let (first, second) = (folder.path().join("1.db"), folder.path().join("2.db"));
        let mut collected = Collected::open(&first).expect("opened");
        prop_assert!(take(&mut collected, &one).iter().all(|taken| *taken == Taken::New));
        let mut repeated = Collected::open(&second).expect("opened");
        for file in &other {
            take(&mut repeated, &[file.clone(), file.clone()]);
        }
        let again = take(&mut repeated, &[again.get(&other).clone()]);
        prop_assert_eq!(again, [Taken::AlreadyThere]);
        drop((collected, repeated));
        prop_assert_eq!(dump(&first), dump(&second));
    }
}
