//! The counters in one file of SQLite, `usage.db`, in the state folder.
//!
//! A visit is one transaction, written through to the disk, and then moved from the write-ahead log into the file, so
//! that the log is empty between visits. The rows of a month are made at 0, in the order of their keys, before its first
//! visit; and the times of the files are set to the first of the month: neither tells when or in which order people
//! came. A file that is damaged is set aside, never deleted, and a new one begins.

mod error;
mod files;
mod fill;
mod forget;
mod kiosk;
mod months;
mod read;

pub use error::StoreError;
pub use files::set_times;
pub use forget::Ahead;
pub use read::{Counts, DayTotal, Raised, Row, read};

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::cell::{Cell, Table};
use super::counters::{Count, DAY_TOTALS, Moment, Month, raise};
use crate::base::Date;

/// The file in the state folder.
const FILE_NAME: &str = "usage.db";
/// `KIOS` in ASCII: says whose file it is.
const APPLICATION: i32 = 0x4b49_4f53;

/// What leads from one version of the tables to the next; the version of a file is how many of them it went through.
///
/// SQLite stores small numbers in fewer bytes than larger ones, so a row that grows moves, and the bytes of the file would
/// tell which counter went up before which. So each number is stored with a large one added, and never grows; `n`,
/// `days` and `capped` are what one reads.
///
/// The second step: months that are closed, and notes on the kiosk, each with a row from the beginning on (`leap`: whether the
/// date went far ahead at once; `run`: how the last run ended; `simulated`: whether the visits were made up).
const MIGRATIONS: [&str; 2] = [
    "
    CREATE TABLE count(
        month TEXT NOT NULL, tbl TEXT NOT NULL, cell TEXT NOT NULL,
        n_stored INTEGER NOT NULL DEFAULT 16777216,
        days_stored INTEGER NOT NULL DEFAULT 64,
        capped_stored INTEGER NOT NULL DEFAULT 64,
        n INTEGER AS (n_stored - 16777216), days INTEGER AS (days_stored - 64), capped INTEGER AS (capped_stored - 64),
        PRIMARY KEY(month, tbl, cell)) WITHOUT ROWID, STRICT;
    CREATE TABLE day_total(day TEXT NOT NULL PRIMARY KEY, visits INTEGER NOT NULL) WITHOUT ROWID, STRICT;
    CREATE TABLE today(
        tbl TEXT NOT NULL, cell TEXT NOT NULL,
        n_stored INTEGER NOT NULL DEFAULT 16777216, n INTEGER AS (n_stored - 16777216),
        PRIMARY KEY(tbl, cell)) WITHOUT ROWID, STRICT;",
    "
    CREATE TABLE closed(month TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID, STRICT;
    CREATE TABLE note(
        name TEXT NOT NULL PRIMARY KEY,
        n_stored INTEGER NOT NULL DEFAULT 64, n INTEGER AS (n_stored - 64)) WITHOUT ROWID, STRICT;
    INSERT INTO note(name) VALUES('leap'), ('run'), ('simulated');",
];

const MAKE_COUNT: &str = "INSERT OR IGNORE INTO count(month, tbl, cell) VALUES(?1, ?2, ?3)";
const MAKE_TODAY: &str = "INSERT OR IGNORE INTO today(tbl, cell) VALUES(?1, ?2)";
const FORGET_TODAY: &str = "UPDATE today SET n_stored = 16777216 WHERE n <> 0";

/// How the file is used, on each connection anew: each commit reaches the disk, what is erased is overwritten, the log
/// is moved into the file by us alone, and little memory is taken.
const SETTINGS: &str = "
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA wal_autocheckpoint = 0;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -128;";

/// Shows counters, one after the other.
pub type Showing<'s> = dyn Fn(&mut dyn FnMut(Cell)) + 's;

/// The open file of counters.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    /// That of its tables.
    version: u32,
    /// The month whose rows this program has made.
    prepared: Option<Month>,
    /// The month in which it has made those of the kiosk itself.
    prepared_own: Option<Month>,
    /// The file that was found damaged, where it stands now.
    set_aside: Option<PathBuf>,
}

impl Store {
    /// Opens the counters of a state folder; makes folder and file where they are missing. A damaged file is set aside.
    pub fn open(folder: &Path) -> Result<Store, StoreError> {
        Store::open_with(folder, &MIGRATIONS)
    }

    fn open_with(folder: &Path, migrations: &[&str]) -> Result<Store, StoreError> {
        files::make_folder(folder)?;
        let path = folder.join(FILE_NAME);
        let open = || {
            files::make_file(&path)?;
            open_file(&path, migrations)
        };
        let (connection, set_aside) = match open() {
            Err(error) if error.is_damage() => {
                let aside = files::set_aside(&path)?;
                (open()?, Some(aside))
            }
            opened => (opened?, None),
        };
        Ok(Store { connection, path, version: migrations.len() as u32, prepared: None, prepared_own: None, set_aside })
    }

    /// Where a damaged file was put when this one was begun.
    pub fn set_aside(&self) -> Option<&Path> {
        self.set_aside.as_deref()
    }

    /// There are other counters from now on: their rows are made before the next visit.
    pub fn expect_other_counters(&mut self) {
        self.prepared = None;
    }

    /// The newest day that was begun: today cannot be before it.
    pub fn newest_day(&self) -> Result<Option<Date>, StoreError> {
        Ok(newest_day(&self.connection)?)
    }

    /// Counts one visit: each of its cells goes up by one, unless the limit of the day is reached. `all` shows the
    /// counters there are, in the order of their keys; their rows are made before the first visit of a month.
    /// [`settle`](Store::settle) comes next.
    ///
    /// A visit of a month that is closed goes to the counter `late` of the newest month that is open, and to no other.
    ///
    /// On an error nothing of the visit is counted, and what was counted before stands.
    pub fn record(&mut self, moment: Moment, cells: &[Cell], all: &Showing<'_>) -> Result<(), StoreError> {
        self.make_rows(moment.month(), all)?;
        if months::is_closed(&self.connection, moment.month())? {
            self.make_rows(months::newest_open(&self.connection)?, all)?;
        }
        let visit = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        match moment {
            // A day of a closed month is before the newest one, so its date is not believed: as of every such visit, its day
            // and the limit of the day are not known. `today` belongs to the newest day, so nobody could tell whether the
            // counter went up on that other day already. What the days do not carry is withheld, and not published too early.
            Moment::Known(..) if months::is_closed(&visit, moment.month())? => {
                count(&visit, months::newest_open(&visit)?, &[Cell::LATE], false)?;
            }
            // Another kiosk on this folder may know of a later day.
            Moment::Known(date, _) if newest_day(&visit)? <= Some(date) => {
                let day = begin_day(&visit, date)?;
                count(&visit, moment.month(), cells, true)?;
                end_day(&visit, &day)?;
            }
            // Then the part of the week is not known either.
            _ => {
                let sure: Vec<Cell> = cells.iter().filter(|cell| cell.table != Table::Daypart).cloned().collect();
                count(&visit, Month::Unsure, &sure, false)?;
            }
        }
        Ok(visit.commit()?)
    }

    /// Makes the rows of a month, unless this program has made them.
    fn make_rows(&mut self, month: Month, all: &Showing<'_>) -> Result<(), StoreError> {
        if self.prepared != Some(month) {
            self.refuse_simulated()?;
            prepare(&mut self.connection, month, all)?;
            self.prepared = Some(month);
        }
        Ok(())
    }

    fn refuse_simulated(&self) -> Result<(), StoreError> {
        match kiosk::is_simulated(&self.connection)? {
            true => Err(StoreError::Simulated { path: self.path.clone() }),
            false => Ok(()),
        }
    }

    /// Makes the files tell nothing but counts: the write-ahead log is emptied into the file, its index tells of no visit,
    /// and the times of the files are set to the first of the month.
    pub fn settle(&self, month: Month) -> Result<(), StoreError> {
        if files::is_log_written(&self.path) {
            self.empty_log()?;
            // The index of the log keeps the numbers of the pages that were written last, so something is written that is
            // the same after every visit.
            self.connection.pragma_update(None, "user_version", self.version)?;
            self.empty_log()?;
        }
        files::settle_times(&self.path, month.first_day())
    }

    /// Somebody who reads the file at this moment is waited for, a few seconds at most; the next visit catches up.
    fn empty_log(&self) -> rusqlite::Result<()> {
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
    }
}

/// Opens a file and brings its tables to the newest version.
fn open_file(path: &Path, migrations: &[&str]) -> Result<Connection, StoreError> {
    let mut connection = Connection::open(path)?;
    let newest = migrations.len() as u32;
    // A file that is not for us is not even changed by our settings.
    let version = version_of(&connection, path, newest)?;
    connection.execute_batch(SETTINGS)?;
    if version < newest {
        migrate(&mut connection, path, migrations)?;
    }
    // Tables that were made this moment are whole.
    if version > 0 {
        examine(&connection)?;
    }
    Ok(connection)
}

/// Leads the tables of a file to the newest version, in one step. Another kiosk may be doing the same at this moment.
fn migrate(connection: &mut Connection, path: &Path, migrations: &[&str]) -> Result<(), StoreError> {
    let newest = migrations.len() as u32;
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version = version_of(&change, path, newest)?;
    if version < newest {
        migrations.iter().skip(version as usize).try_for_each(|step| change.execute_batch(step))?;
        change.pragma_update(None, "application_id", APPLICATION)?;
        change.pragma_update(None, "user_version", newest)?;
    }
    Ok(change.commit()?)
}

/// The version of the tables in a file, if they are ours and not of a newer kiosk.
fn version_of(connection: &Connection, path: &Path, newest: u32) -> Result<u32, StoreError> {
    let version: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    // It goes up with each table that is made.
    let schema: u32 = connection.query_row("PRAGMA schema_version", [], |row| row.get(0))?;
    if application != APPLICATION && (application != 0 || schema > 0) {
        return Err(StoreError::NotOurs);
    }
    if version > newest { Err(StoreError::Newer { path: path.to_owned() }) } else { Ok(version) }
}

/// Whether a file that we find is whole.
fn examine(connection: &Connection) -> Result<(), StoreError> {
    let health: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if health == "ok" && has_tables(connection, MIGRATIONS.len() as u32)? { Ok(()) } else { Err(StoreError::Damaged) }
}

/// Whether the tables are there that a file of this version must have.
fn has_tables(connection: &Connection, version: u32) -> rusqlite::Result<bool> {
    let names =
        if version < 2 { "'count', 'day_total', 'today'" } else { "'count', 'day_total', 'today', 'closed', 'note'" };
    let tables = format!("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ({names})");
    let found: u32 = connection.query_row(&tables, [], |row| row.get(0))?;
    Ok(found as usize == names.split(',').count())
}

/// Makes the rows of a month, and of today, at 0 in the order of their keys. A month that is closed stays as it is.
fn prepare(connection: &mut Connection, month: Month, all: &Showing<'_>) -> Result<(), StoreError> {
    let rows = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if !months::is_closed(&rows, month)? {
        let mut count = rows.prepare(MAKE_COUNT)?;
        let mut today = rows.prepare(MAKE_TODAY)?;
        let month = month.to_string();
        let mut make = |cell: &Cell| {
            count.execute(params![month, cell.table.name(), cell.name])?;
            today.execute(params![cell.table.name(), cell.name]).map(drop)
        };
        let mut made = Ok(());
        all(&mut |cell| {
            if made.is_ok() {
                made = make(&cell);
            }
        });
        made?;
    }
    Ok(rows.commit()?)
}

fn newest_day(connection: &Connection) -> rusqlite::Result<Option<Date>> {
    let day: Option<String> = connection.query_row("SELECT max(day) FROM day_total", [], |row| row.get(0))?;
    Ok(day.and_then(|day| day.parse().ok()))
}

/// A new day forgets how often each counter went up on the one before; totals of days that are long past go.
fn begin_day(visit: &Transaction, date: Date) -> Result<String, StoreError> {
    let day = date.to_string();
    if newest_day(visit)? != Some(date) {
        visit.execute(FORGET_TODAY, [])?;
        visit.execute("INSERT OR IGNORE INTO day_total VALUES(?1, 0)", [&day])?;
        if let Ok(oldest) = date.checked_sub(jiff::Span::new().days(DAY_TOTALS - 1)) {
            visit.execute("DELETE FROM day_total WHERE day < ?1", [oldest.to_string()])?;
        }
    }
    Ok(day)
}

/// The total of a day is what its counter of visits says, so it stops at the same limit.
fn end_day(visit: &Transaction, day: &str) -> Result<(), StoreError> {
    let Cell { table, name } = Cell::VISITS;
    let total =
        "UPDATE day_total SET visits = min(?2, (SELECT n FROM today WHERE tbl = ?3 AND cell = ?4)) WHERE day = ?1";
    visit.execute(total, params![day, table.daily_limit(), table.name(), name])?;
    Ok(())
}

/// Raises the counters of one visit.
fn count(visit: &Transaction, month: Month, cells: &[Cell], is_day_known: bool) -> Result<(), StoreError> {
    const ROW: &str = "month = ?1 AND tbl = ?2 AND cell = ?3";
    // A counter may have come with new content since the rows of the month were made.
    let mut make = visit.prepare(MAKE_COUNT)?;
    let mut make_today = visit.prepare(MAKE_TODAY)?;
    let mut find = visit.prepare(&format!("SELECT n, days, capped FROM count WHERE {ROW}"))?;
    let mut find_today = visit.prepare("SELECT n FROM today WHERE tbl = ?1 AND cell = ?2")?;
    let stored = "n_stored = ?4 + 16777216, days_stored = ?5 + 64, capped_stored = ?6 + 64";
    let mut change = visit.prepare(&format!("UPDATE count SET {stored} WHERE {ROW}"))?;
    let mut change_today = visit.prepare("UPDATE today SET n_stored = ?3 + 16777216 WHERE tbl = ?1 AND cell = ?2")?;
    let month = month.to_string();
    for cell in cells {
        let (table, name) = (cell.table.name(), &cell.name);
        make.execute(params![month, table, name])?;
        make_today.execute(params![table, name])?;
        let stands = find.query_row(params![month, table, name], |row| {
            Ok(Count { n: row.get(0)?, days: row.get(1)?, capped: row.get(2)? })
        })?;
        let today = match is_day_known {
            true => Some(find_today.query_row(params![table, name], |row| row.get(0))?),
            false => None,
        };
        let (Count { n, days, capped }, today) = raise(cell.table, stands, today);
        change.execute(params![month, table, name, n, days, capped])?;
        if let Some(today) = today {
            change_today.execute(params![table, name, today])?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rusqlite::ErrorCode;

    use super::*;
    use crate::base::Today;

    fn november() -> Moment {
        Moment::of(Today::Sure(Date::constant(2026, 11, 25)), 15)
    }

    fn visits(folder: &Path) -> u32 {
        let counts = read(folder).expect("readable").expect("counted");
        counts.counts.iter().find(|row| row.table == "sess" && row.cell == "all").map_or(0, |row| row.n)
    }

    fn cell(name: String) -> Cell {
        Cell { table: Table::Guide, name: name.into() }
    }

    #[test]
    fn a_full_disk_takes_no_more_and_loses_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::open(folder.path()).expect("opened");
        store.record(november(), &[Cell::VISITS], &|_| {}).expect("counted");
        let full = |store: &Store, pages: u32| {
            let limit = format!("PRAGMA max_page_count = {pages}");
            store.connection.query_row(&limit, [], |_| Ok(())).expect("limited");
        };
        full(&store, 1);
        let mut many = vec![Cell::VISITS];
        many.extend((0..500).map(|number| cell(format!("guide-{number}:start"))));
        for _ in 0..3 {
            let refused = store.record(november(), &many, &|_| {}).expect_err("there is no room");
            assert!(!refused.is_damage());
            let StoreError::Sqlite(error) = refused else { panic!("{refused:?}") };
            assert_eq!(error.sqlite_error_code(), Some(ErrorCode::DiskFull));
            assert_eq!(visits(folder.path()), 1, "nothing of that visit is counted, and what was counted stands");
        }
        full(&store, 1000);
        store.record(november(), &many, &|_| {}).expect("there is room again");
        assert_eq!(visits(folder.path()), 2);
    }

    #[test]
    fn an_older_file_is_brought_to_the_newest_tables_and_keeps_its_counts() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::open(folder.path()).expect("opened");
        store.record(november(), &[Cell::VISITS], &|_| {}).expect("counted");
        drop(store);
        let next = [MIGRATIONS[0], MIGRATIONS[1], "CREATE TABLE remark(text TEXT NOT NULL) STRICT;"];
        let store = Store::open_with(folder.path(), &next).expect("opened");
        let remarks: u32 =
            store.connection.query_row("SELECT count(*) FROM remark", [], |row| row.get(0)).expect("a table");
        let sum = "SELECT sum(n) FROM count";
        let counted: u32 = store.connection.query_row(sum, [], |row| row.get(0)).expect("counts");
        assert_eq!((remarks, counted, store.set_aside()), (0, 1, None));
        drop(store);
        // And the kiosk of before does not touch what it does not know.
        assert!(matches!(Store::open(folder.path()), Err(StoreError::Newer { .. })));
    }

    #[test]
    fn a_file_of_the_first_tables_is_read_as_it_is_and_led_to_the_second() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut connection = Connection::open(folder.path().join(FILE_NAME)).expect("made");
        migrate(&mut connection, folder.path(), &MIGRATIONS[..1]).expect("as a kiosk of before made it");
        prepare_row(&connection);
        drop(connection);
        assert_eq!(visits(folder.path()), 3, "whoever only reads changes nothing");
        let mut store = Store::open(folder.path()).expect("opened");
        assert_eq!((store.set_aside(), visits(folder.path())), (None, 3));
        store.record(november(), &[Cell::VISITS], &|_| {}).expect("counted");
        assert_eq!(visits(folder.path()), 4);
    }

    fn prepare_row(connection: &Connection) {
        let row = "INSERT INTO count(month, tbl, cell, n_stored) VALUES('2026-11', 'sess', 'all', 16777219)";
        connection.execute_batch(row).expect("a row");
    }

    #[test]
    fn what_is_no_file_is_refused_and_waits_for_nobody() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join(FILE_NAME)).expect("a folder in its place");
        assert!(matches!(Store::open(folder.path()), Err(StoreError::Files { .. })));
        assert!(matches!(Store::open(&folder.path().join(FILE_NAME).join("x\0y")), Err(StoreError::Files { .. })));
    }

    #[test]
    fn every_commit_reaches_the_disk() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("opened");
        let asked = |pragma: &str| -> String {
            let value = |row: &rusqlite::Row| Ok(format!("{:?}", row.get_ref(0)?));
            store.connection.query_row(&format!("PRAGMA {pragma}"), [], value).expect("an answer")
        };
        assert_eq!(asked("synchronous"), "Integer(2)", "FULL");
        assert_eq!(asked("secure_delete"), "Integer(1)");
        assert!(asked("journal_mode").contains(&format!("{:?}", b"wal")), "{}", asked("journal_mode"));
    }
}
