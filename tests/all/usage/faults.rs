//! Damage, other versions, other programs: no stored count is lost.

use super::*;

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
fn a_file_that_is_just_being_made_holds_nothing_yet() {
    let folder = tempfile::tempdir().expect("a folder");
    // As SQLite leaves it before the first tables are there.
    let connection = Connection::open(folder.path().join("usage.db")).expect("made");
    connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA user_version = 0;").expect("begun");
    drop(connection);
    assert!(fs::metadata(folder.path().join("usage.db")).expect("a file").len() > 0);
    assert_eq!(store::read(folder.path()).expect("readable"), None);
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
