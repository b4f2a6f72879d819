//! The counters in one file of SQLite, `usage.db`, in the state folder.
//!
//! A visit is one transaction, written through to the disk, and then moved from the write-ahead log into the file, so
//! that the log is empty between visits. The rows of a month are made at 0, in the order of their keys, before its first
//! visit; and the times of the files are set to the first of the month: neither tells when or in which order people
//! came. A file that is damaged is set aside, never deleted, and a new one begins.

mod error;
mod files;
mod read;

pub use error::StoreError;
pub use read::{Counts, DayTotal, Row, read};

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::cell::Cell;
use super::counters::{Count, DAY_TOTALS, Moment, Month, raise};
use crate::base::Date;

/// The file in the state folder.
const FILE_NAME: &str = "usage.db";
/// `KIOS` in ASCII: says whose file it is.
const APPLICATION: i32 = 0x4b49_4f53;

/// What leads from one version of the tables to the next; the version of a file is how many of them it went through.
const MIGRATIONS: [&str; 1] = ["
    CREATE TABLE count(
        month TEXT NOT NULL, tbl TEXT NOT NULL, cell TEXT NOT NULL,
        n INTEGER NOT NULL, days INTEGER NOT NULL, capped INTEGER NOT NULL,
        PRIMARY KEY(month, tbl, cell)) WITHOUT ROWID, STRICT;
    CREATE TABLE day_total(day TEXT NOT NULL PRIMARY KEY, visits INTEGER NOT NULL) WITHOUT ROWID, STRICT;
    CREATE TABLE today(
        tbl TEXT NOT NULL, cell TEXT NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY(tbl, cell)) WITHOUT ROWID, STRICT;"];

/// How the file is used, on each connection anew: each commit reaches the disk, what is erased is overwritten, the log
/// is moved into the file by us alone, and little memory is taken.
const SETTINGS: &str = "
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA wal_autocheckpoint = 0;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -256;";

/// The open file of counters.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    /// The month whose rows this program has made.
    prepared: Option<Month>,
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
        Ok(Store { connection, path, prepared: None, set_aside })
    }

    /// Where a damaged file was put when this one was begun.
    pub fn set_aside(&self) -> Option<&Path> {
        self.set_aside.as_deref()
    }

    /// The newest day with a visit: today cannot be before it.
    pub fn newest_day(&self) -> Result<Option<Date>, StoreError> {
        Ok(newest_day(&self.connection)?)
    }

    /// Counts one visit: each of its cells goes up by one, unless the limit of the day is reached. `all` lists the
    /// counters there are; their rows are made before the first visit of a month.
    ///
    /// On an error nothing of the visit is counted, and what was counted before stands.
    pub fn record(&mut self, moment: Moment, cells: &[Cell], all: &dyn Fn() -> Vec<Cell>) -> Result<(), StoreError> {
        let month = moment.month();
        if self.prepared != Some(month) {
            prepare(&mut self.connection, month, &all())?;
            self.prepared = Some(month);
        }
        let visit = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let day = match moment {
            Moment::Known(date, _) => Some(begin_day(&visit, date)?),
            Moment::Unsure => None,
        };
        count(&visit, month, cells, day.is_some())?;
        if let Some(day) = day {
            end_day(&visit, &day)?;
        }
        visit.commit()?;
        self.settle(month)
    }

    /// Empties the write-ahead log into the file, and sets the times of the files to the first of the month.
    pub fn settle(&self, month: Month) -> Result<(), StoreError> {
        // Somebody who reads the file at this moment may hold this up; the next visit catches up.
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        files::set_times(&self.path, month.first_day())
    }
}

/// Opens a file and brings its tables to the newest version.
fn open_file(path: &Path, migrations: &[&str]) -> Result<Connection, StoreError> {
    let mut connection = Connection::open(path)?;
    connection.execute_batch(SETTINGS)?;
    let newest = migrations.len() as u32;
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: u32 = change.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let application: i32 = change.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: u32 = change.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if application != APPLICATION && (application != 0 || tables > 0) {
        return Err(StoreError::NotOurs);
    }
    if version > newest {
        return Err(StoreError::Newer { path: path.to_owned() });
    }
    if version < newest {
        migrations.iter().skip(version as usize).try_for_each(|step| change.execute_batch(step))?;
        change.pragma_update(None, "application_id", APPLICATION)?;
        change.pragma_update(None, "user_version", newest)?;
    }
    change.commit()?;
    let health: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if health != "ok" {
        return Err(StoreError::Damaged);
    }
    Ok(connection)
}

/// Makes the rows of a month, and of today, at 0 in the order of their keys.
fn prepare(connection: &mut Connection, month: Month, all: &[Cell]) -> Result<(), StoreError> {
    let rows = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    {
        let mut count = rows.prepare("INSERT OR IGNORE INTO count VALUES(?1, ?2, ?3, 0, 0, 0)")?;
        let mut today = rows.prepare("INSERT OR IGNORE INTO today VALUES(?1, ?2, 0)")?;
        let month = month.to_string();
        for cell in all {
            count.execute(params![month, cell.table.name(), cell.name])?;
            today.execute(params![cell.table.name(), cell.name])?;
        }
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
        visit.execute("UPDATE today SET n = 0 WHERE n <> 0", [])?;
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
    const TODAY: &str = "tbl = ?1 AND cell = ?2";
    // A counter may have come with new content since the rows of the month were made.
    let mut make = visit.prepare("INSERT OR IGNORE INTO count VALUES(?1, ?2, ?3, 0, 0, 0)")?;
    let mut find = visit.prepare(&format!("SELECT n, days, capped FROM count WHERE {ROW}"))?;
    let mut find_today = visit.prepare(&format!("SELECT n FROM today WHERE {TODAY}"))?;
    let mut change = visit.prepare(&format!("UPDATE count SET n = ?4, days = ?5, capped = ?6 WHERE {ROW}"))?;
    let mut change_today = visit.prepare("INSERT OR REPLACE INTO today VALUES(?1, ?2, ?3)")?;
    let month = month.to_string();
    for cell in cells {
        let (table, name) = (cell.table.name(), &cell.name);
        make.execute(params![month, table, name])?;
        let stands = find.query_row(params![month, table, name], |row| {
            Ok(Count { n: row.get(0)?, days: row.get(1)?, capped: row.get(2)? })
        })?;
        let mut today = None;
        if is_day_known {
            today = Some(find_today.query_row(params![table, name], |row| row.get(0)).optional()?.unwrap_or_default());
        }
        let (Count { n, days, capped }, today) = raise(cell.table, stands, today);
        change.execute(params![month, table, name, n, days, capped])?;
        if let Some(today) = today {
            change_today.execute(params![table, name, today])?;
        }
    }
    Ok(())
}
