//! Months that are closed: what still comes to them, what their file is, and how they go.

use inclusion_kiosk::indicators::month::MonthFile;
use inclusion_kiosk::shell::closing::{self, ClosingError, MonthSender};
use inclusion_kiosk::shell::sealing::{self, Identity, KioskKey};
use inclusion_kiosk::usage::counters::Month;

use super::*;

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// How many files there are of months, finished or not.
fn months_in(state: &Path) -> usize {
    let entries = fs::read_dir(state.join("months")).expect("a folder");
    entries.filter(|entry| entry.as_ref().is_ok_and(|entry| entry.file_name() != "coordinator")).count()
}

/// A kiosk that sends its months.
struct Sending {
    ledger: Ledger,
    identity: Identity,
    sender: MonthSender,
}

impl Sending {
    /// One visit in October and one in November.
    fn open() -> Sending {
        let mut ledger = Ledger::open();
        let identity = Identity::make();
        for day in ["2026-10-30", "2026-11-03"] {
            record(&mut ledger.store, &visit(&ledger.world, "5 1"), on(day), &ledger.names);
        }
        KioskKey::of(ledger.folder.path()).expect("a key");
        let sender = MonthSender { site: "BIB21004A".to_owned(), kiosk: 1, coordinator: Some(identity.recipient()) };
        Sending { ledger, identity, sender }
    }

    fn close(&mut self, closed: &str, current: &str) -> Result<Vec<u8>, ClosingError> {
        let Ledger { store, folder, .. } = &mut self.ledger;
        let path = closing::close_month(store, folder.path(), &self.sender, month(closed), month(current))?;
        Ok(fs::read(path).expect("a file"))
    }

    fn opened(&self, sealed: &[u8]) -> MonthFile {
        let opened = sealing::open(sealed, &self.identity).expect("it is for this coordinator");
        MonthFile::read(&opened.plaintext).expect("a month")
    }
}

#[test]
fn a_month_that_is_over_becomes_one_file_that_says_what_was_counted() {
    let mut kiosk = Sending::open();
    let sealed = kiosk.close("2026-10", "2026-11").expect("closed");
    let path = kiosk.ledger.folder.path().join("months/BIB21004A-1-2026-10.kmonth");
    let about = fs::metadata(&path).expect("it stands under its name");
    let first = jiff::tz::TimeZone::UTC.to_timestamp(date("2026-10-01").at(0, 0, 0, 0)).expect("a time");
    assert_eq!((about.mtime(), about.mtime_nsec()), (first.as_second(), 0), "its time tells the month");
    assert_eq!(about.permissions().mode() & 0o777, 0o600);
    let file = kiosk.opened(&sealed);
    assert_eq!((&*file.site, file.kiosk, &*file.month, file.simulated), ("BIB21004A", 1, "2026-10", false));
    assert_eq!(file.count("sess", "all").map(|count| count.n), Some(1));
    let rows: usize = file.counts.values().map(|table| table.len()).sum();
    assert_eq!(rows, all(&kiosk.ledger.names).len());
    // Signed with the key that the kiosk was enrolled with.
    let public = KioskKey::of(kiosk.ledger.folder.path()).expect("a key").public().expect("a key");
    let opened = sealing::open(&sealed, &kiosk.identity).expect("opened");
    assert_eq!(sealing::verify(&opened.plaintext, &opened.signature, &public), Ok(()));
    assert!(!opened.signature.contains("timestamp"), "{}", opened.signature);
}

#[test]
fn to_close_again_touches_nothing_and_two_closed_apart_agree() {
    let mut kiosk = Sending::open();
    let sealed = kiosk.close("2026-10", "2026-11").expect("closed");
    // Whatever is set since, or comes late.
    record(&mut kiosk.ledger.store, &[Event::Visit], on("2026-11-04"), &kiosk.ledger.names);
    kiosk.sender = MonthSender { site: "OTHER".to_owned(), kiosk: 2, coordinator: None };
    assert!(kiosk.close("2026-10", "2026-12").expect("closed") == sealed);
    assert_eq!(months_in(kiosk.ledger.folder.path()), 1);
    let other = Sending::open().close("2026-10", "2027-03").map(|_| ());
    other.expect("closed");
    let mut other = Sending::open();
    let again = other.close("2026-10", "2027-03").expect("closed");
    assert!(again != sealed, "a seal is never the same");
    assert_eq!(other.opened(&again).bytes(), kiosk.opened(&sealed).bytes(), "and what is sealed always is");
}

#[test]
fn what_cannot_be_closed_is_refused_with_its_mend() {
    let mut kiosk = Sending::open();
    let mut refused = |closed: &str, change: fn(&mut MonthSender)| {
        let sender = kiosk.sender.clone();
        change(&mut kiosk.sender);
        let refused = kiosk.close(closed, "2026-11").expect_err("refused").to_string();
        kiosk.sender = sender;
        refused
    };
    let nothing: fn(&mut MonthSender) = |_| {};
    for (closed, change, said) in [
        ("2026-11", nothing, "the month 2026-11 is not over: close it when it is"),
        ("2026-12", nothing, "the month 2026-12 is not over"),
        ("2026-09", nothing, "nothing was counted in the month 2026-09: name one"),
        ("unsure", nothing, "the month 'unsure' is never closed"),
        ("2026-10", |sender| sender.coordinator = None, "set `coordinator` under [usage]"),
        ("2026-10", |sender| sender.site.clear(), "set `code` under [site]"),
        ("2026-10", |sender| sender.coordinator = Some("age1".to_owned()), "is not a recipient of age"),
    ] {
        let refused = refused(closed, change);
        assert!(refused.contains(said), "{refused}");
    }
    fs::remove_file(kiosk.ledger.folder.path().join("kiosk.key")).expect("removed");
    let refused = kiosk.close("2026-10", "2026-11").expect_err("refused").to_string();
    assert!(refused.contains("run `kiosk indicators enrol`"), "{refused}");
    assert!(!kiosk.ledger.folder.path().join("months").exists());
}

#[test]
fn what_stands_in_the_place_of_a_month_and_is_none_is_written_anew() {
    let mut kiosk = Sending::open();
    let folder = kiosk.ledger.folder.path().join("months");
    fs::create_dir(&folder).expect("a folder");
    fs::write(folder.join("BIB21004A-1-2026-10.kmonth"), "").expect("written");
    fs::write(folder.join("BIB21004A-1-2026-10.kmonth.new"), "half of it").expect("written");
    let sealed = kiosk.close("2026-10", "2026-11").expect("closed");
    assert_eq!(kiosk.opened(&sealed).month, "2026-10");
    assert_eq!(months_in(kiosk.ledger.folder.path()), 1);
}

/// A closed month takes no visit any more; the visit is not lost, but tells nothing.
#[test]
fn a_visit_of_a_closed_month_is_late_and_nothing_else() {
    let mut kiosk = Sending::open();
    kiosk.close("2026-10", "2026-11").expect("closed");
    let Ledger { world, names, folder, mut store } = kiosk.ledger;
    let before = read(folder.path());
    // A clock that was set back: October is older than the newest day, and closed.
    record(&mut store, &visit(&world, "5 1"), on("2026-10-31"), &names);
    record(&mut store, &visit(&world, "5 1"), on("2026-10-01"), &names);
    // Another pack brings no row into a closed month either.
    let mut more = named(&world);
    more.languages.push(lang("de"));
    store.expect_other_counters();
    record(&mut store, &visit(&world, "5 1"), on("2026-10-31"), &more);
    let after = read(folder.path());
    let october =
        |counts: &Counts| counts.counts.iter().filter(|row| row.month == "2026-10").cloned().collect::<Vec<_>>();
    assert_eq!(october(&before), october(&after), "its counters stay as they are");
    let changed: Vec<_> = after.counts.iter().filter(|row| row.n > 0 && !before.counts.contains(row)).collect();
    let [late] = &changed[..] else { panic!("{changed:?}") };
    assert_eq!((&*late.month, &*late.table, &*late.cell, late.n, late.days), ("2026-11", "late", "all", 3, 0));
    assert_eq!(after.days, before.days);
    assert_eq!(after.closed, ["2026-10"]);
}

/// A clock that was in January closed the month that still goes on, and the one after it.
#[test]
fn months_that_were_closed_ahead_of_time_are_open_again_and_become_a_right_file_when_they_are_over() {
    let mut kiosk = Sending::open();
    record(&mut kiosk.ledger.store, &visit(&kiosk.ledger.world, "5 1"), on("2026-12-24"), &kiosk.ledger.names);
    record(&mut kiosk.ledger.store, &[Event::Visit], on("2027-01-10"), &kiosk.ledger.names);
    for closed in ["2026-10", "2026-11", "2026-12"] {
        kiosk.close(closed, "2027-01").expect("closed");
    }
    let months = kiosk.ledger.folder.path().join("months");
    let names = || {
        let names = fs::read_dir(&months).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let names: BTreeSet<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
        names.into_iter().filter(|name| name.contains("20")).collect::<Vec<_>>()
    };
    // One that a kill left half written goes too.
    fs::write(months.join("BIB21004A-1-2027-01.kmonth.new"), "half of it").expect("written");
    let too_early = closing::closed_too_early(kiosk.ledger.folder.path(), month("2026-11")).expect("read");
    assert_eq!(too_early.len(), 3, "{too_early:?}");
    let october = fs::read(months.join("BIB21004A-1-2026-10.kmonth")).expect("a file");
    let take_back = |kiosk: &mut Sending| {
        let Ledger { store, folder, .. } = &mut kiosk.ledger;
        closing::forget_days_after(store, folder.path(), date("2026-11-10"), &|_| 96).expect("taken back");
    };
    take_back(&mut kiosk);
    assert_eq!(names(), ["BIB21004A-1-2026-10.kmonth"], "a month that is over stays as it is");
    assert!(fs::read(months.join("BIB21004A-1-2026-10.kmonth")).expect("a file") == october);
    let counts = read(kiosk.ledger.folder.path());
    assert_eq!(counts.closed, ["2026-10"]);
    assert_eq!((n(&counts, "2026-11", "sess", "all"), n(&counts, "unsure", "sess", "all")), (1, 2));
    take_back(&mut kiosk);
    assert_eq!(read(kiosk.ledger.folder.path()), counts, "a second time there is nothing to take back");
    // What comes now counts where it belongs, and the month has a file that says so when it is over.
    record(&mut kiosk.ledger.store, &[Event::Visit], on("2026-11-11"), &kiosk.ledger.names);
    let sealed = kiosk.close("2026-11", "2026-12").expect("closed");
    assert_eq!(kiosk.opened(&sealed).count("sess", "all").map(|count| count.n), Some(2));
}

/// A kill after the files and before the counters: what stands there still lies ahead, and goes the next time.
#[test]
fn a_file_that_is_deleted_before_its_month_is_open_again_does_no_harm() {
    let mut kiosk = Sending::open();
    kiosk.close("2026-11", "2026-12").expect("closed");
    fs::remove_file(kiosk.ledger.folder.path().join("months/BIB21004A-1-2026-11.kmonth")).expect("removed");
    let ahead = inclusion_kiosk::usage::store::Ahead::of(&read(kiosk.ledger.folder.path()), date("2026-11-03"));
    assert_eq!(ahead.reopened, Some(month("2026-11")));
    let Ledger { store, folder, .. } = &mut kiosk.ledger;
    closing::forget_days_after(store, folder.path(), date("2026-11-03"), &|_| 96).expect("taken back");
    assert_eq!(read(folder.path()).closed, [] as [&str; 0]);
}

#[test]
fn to_whom_the_newest_month_was_sealed_is_known() {
    let mut kiosk = Sending::open();
    let sealed_for = |kiosk: &Sending| closing::sealed_for(kiosk.ledger.folder.path()).expect("read");
    assert_eq!(sealed_for(&kiosk), None);
    kiosk.close("2026-10", "2026-11").expect("closed");
    assert_eq!(sealed_for(&kiosk), Some(kiosk.identity.recipient()));
    let other = Identity::make().recipient();
    kiosk.sender.coordinator = Some(other.clone());
    kiosk.close("2026-10", "2026-12").expect("closed before");
    assert_eq!(sealed_for(&kiosk), Some(kiosk.identity.recipient()), "it was not sealed anew");
    kiosk.close("2026-11", "2026-12").expect("closed");
    assert_eq!(sealed_for(&kiosk), Some(other));
}

#[test]
fn where_every_month_is_closed_a_late_visit_goes_to_the_one_that_comes_next() {
    let mut kiosk = Sending::open();
    for closed in ["2026-10", "2026-11"] {
        kiosk.close(closed, "2026-12").expect("closed");
    }
    let Ledger { names, folder, mut store, .. } = kiosk.ledger;
    record(&mut store, &[Event::Visit], on("2026-11-30"), &names);
    let counts = read(folder.path());
    assert_eq!((n(&counts, "2026-12", "late", "all"), n(&counts, "2026-12", "sess", "all")), (1, 0));
    // Nor does the kiosk count itself in a month that is closed.
    store.count_of_kiosk(month("2026-11"), &[Cell::START]).expect("nothing to do");
    assert_eq!(n(&read(folder.path()), "2026-11", "up", "start"), 0);
}

#[test]
fn visits_that_were_made_up_are_marked_in_their_month() {
    let mut kiosk = Sending::open();
    kiosk.ledger.store.note_simulated().expect("noted");
    let sealed = kiosk.close("2026-10", "2026-11").expect("closed");
    assert!(kiosk.opened(&sealed).simulated);
    assert!(read(kiosk.ledger.folder.path()).simulated);
}

/// Whether any file below a folder holds these bytes.
fn holds(folder: &Path, text: &str) -> bool {
    fs::read_dir(folder).expect("a folder").any(|entry| {
        let path = entry.expect("an entry").path();
        let name = path.display().to_string();
        match path.is_dir() {
            true => holds(&path, text),
            false => {
                let bytes = fs::read(&path).expect("a file");
                name.contains(text) || bytes.windows(text.len()).any(|window| window == text.as_bytes())
            }
        }
    })
}

#[test]
fn a_month_is_erased_for_real_when_it_has_been_over_for_25_months() {
    for is_sent in [true, false] {
        let Sending { ledger: Ledger { names, folder, mut store, .. }, sender, .. } = Sending::open();
        let planted = cell::Cell { table: cell::Table::Guide, name: "planted-name:start".into() };
        let all = |show: &mut dyn FnMut(Cell)| cell::all(&names, show);
        // Enough of it for pages of its own.
        let many = (0..2000).map(|at| Cell { table: cell::Table::Guide, name: format!("planted-name-{at}").into() });
        let cells: Vec<Cell> = [planted].into_iter().chain(many).collect();
        store.record(on("2026-11-20"), &cells, &all).expect("counted");
        record(&mut store, &[Event::Visit], on("2026-12-20"), &names);
        if is_sent {
            closing::close_all(&mut store, folder.path(), &sender, month("2026-12")).expect("closed");
        }
        let length = |folder: &Path| fs::metadata(folder.join("usage.db")).expect("a file").len();
        let before = length(folder.path());
        record(&mut store, &[Event::Visit], on("2028-12-01"), &names);
        closing::erase_old(&mut store, folder.path(), month("2028-12")).expect("erased");
        assert!(holds(folder.path(), "2026-11"), "it has been over for 24 months");
        assert!(!holds(folder.path(), "2026-10"));
        record(&mut store, &[Event::Visit], on("2029-01-02"), &names);
        closing::erase_old(&mut store, folder.path(), month("2029-01")).expect("erased");
        for erased in ["2026-11", "planted-name"] {
            assert!(!holds(folder.path(), erased), "no byte of {erased} is left while the kiosk runs");
        }
        let months: BTreeSet<String> = read(folder.path()).counts.into_iter().map(|row| row.month).collect();
        assert_eq!(months, ["2026-12", "2028-12", "2029-01"].map(str::to_owned).into());
        assert_eq!(read(folder.path()).closed, [] as [&str; 0]);
        assert!(length(folder.path()) < before, "the room is given back");
        drop(store);
        assert!(!holds(folder.path(), "2026-11") && !holds(folder.path(), "planted-name"));
        // And once more nothing happens.
        let bytes = fs::read(folder.path().join("usage.db")).expect("a file");
        let mut store = Store::open(folder.path()).expect("opened");
        closing::erase_old(&mut store, folder.path(), month("2029-01")).expect("nothing to erase");
        drop(store);
        assert!(fs::read(folder.path().join("usage.db")).expect("a file") == bytes);
    }
}
