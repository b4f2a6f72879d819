//! The months that a coordinator has collected, in one file of SQLite.
//!
//! What stands in it depends on which months were taken and not on their order; to take one again changes nothing. Numbers
//! are kept small and read month by month, so that a thousand kiosks and sixty months fit and no more than one kiosk's
//! month is in memory.

mod error;
mod packed;

use std::collections::HashMap;
use std::fs::OpenOptions;
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::rc::Rc;

use rusqlite::{Connection, ErrorCode, OptionalExtension, Transaction, TransactionBehavior, params};
use sha2::{Digest, Sha256};

pub use self::error::{CollectedError, Refusal};
use self::packed::CellList;
use super::month::MonthFile;
use super::period::Period;
use crate::usage::counters::Month;

/// `KCOL` in ASCII: says whose file it is.
const APPLICATION: i32 = 0x4b43_4f4c;
/// The version of its tables.
const VERSION: u32 = 1;

/// `month`: the counters, a row for each kiosk and month; `cells` are the names that their numbers belong to, by their
/// hash: most kiosks have the same. `late`: months that came after they were published; of those only the visits and their days are kept,
/// and the period that told of them. `published`: what was published of which period.
///
/// The rows of `month` stand beside their keys and not among them: there each would take a page of its own.
const TABLES: &str = "
    CREATE TABLE about(simulated INTEGER NOT NULL) STRICT;
    CREATE TABLE cells(hash BLOB NOT NULL PRIMARY KEY, names BLOB NOT NULL) WITHOUT ROWID, STRICT;
    CREATE TABLE month(
        month TEXT NOT NULL, site TEXT NOT NULL, kiosk INTEGER NOT NULL,
        digest BLOB NOT NULL, cells BLOB NOT NULL, numbers BLOB NOT NULL,
        PRIMARY KEY(month, site, kiosk)) STRICT;
    CREATE TABLE late(
        month TEXT NOT NULL, site TEXT NOT NULL, kiosk INTEGER NOT NULL,
        digest BLOB NOT NULL, visits INTEGER NOT NULL, days INTEGER NOT NULL, told TEXT,
        PRIMARY KEY(month, site, kiosk)) WITHOUT ROWID, STRICT;
    CREATE TABLE published(period TEXT NOT NULL PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID, STRICT;";

/// Memory for pages of the file: 16 MiB.
const SETTINGS: &str = "PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;";

/// So many months are taken in one step: fewer are lost where the machine stops, and they can be taken again.
const STEP: usize = 500;
/// So many lists of names are kept at hand while months are read: kiosks of one version of the content share one.
const LISTS_MAX: usize = 16;

/// The open database of a coordinator.
pub struct Collected {
    connection: Connection,
}

/// What became of a month.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Taken {
    /// It is there now.
    New,
    /// It was there, and is the same.
    AlreadyThere,
    /// Its period was published without it: only the number of its visits is there now.
    Late,
    /// It is not taken.
    Refused(Refusal),
}

impl Collected {
    /// Opens a database; makes one, for its owner alone, where there is none.
    ///
    /// # Errors
    ///
    /// Where the file cannot be used, or is of somebody else or of a newer program.
    pub fn open(path: &Path) -> Result<Collected, CollectedError> {
        let fault = |error| CollectedError::Files { path: path.to_owned(), error };
        match std::fs::metadata(path) {
            Ok(about) if about.is_file() => {}
            Ok(_) => return Err(fault(io::Error::other("it is not a file"))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                OpenOptions::new().append(true).create(true).mode(0o600).open(path).map_err(fault)?;
            }
            Err(error) => return Err(fault(error)),
        }
        let opened = open_file(path);
        let connection = opened.map_err(|error| match error {
            CollectedError::Sqlite(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
                CollectedError::NotOurs(path.to_owned())
            }
            error => error,
        })?;
        Ok(Collected { connection })
    }

    /// Takes months whose signatures were verified, one after the other, and tells what became of each. `T` is what the
    /// caller knows a month by.
    ///
    /// # Errors
    ///
    /// Where the file cannot be written. What was told before may have to be taken again.
    pub fn take<T>(
        &mut self,
        months: impl Iterator<Item = (T, MonthFile)>,
        mut told: impl FnMut(T, Taken),
    ) -> Result<(), CollectedError> {
        let mut months = months.peekable();
        while months.peek().is_some() {
            let step = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for (whose, month) in months.by_ref().take(STEP) {
                told(whose, take_one(&step, &month)?);
            }
            step.commit()?;
        }
        Ok(())
    }

    /// Whether its months were made up by `kiosk simulate`; none where it holds no month yet.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read.
    pub fn is_simulated(&self) -> Result<Option<bool>, CollectedError> {
        Ok(is_simulated(&self.connection)?)
    }

    /// The months of the calendar of which there is something, oldest first; those that came late are not among them.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read.
    pub fn calendar(&self) -> Result<Vec<Month>, CollectedError> {
        let mut months = self.connection.prepare("SELECT DISTINCT month FROM month ORDER BY 1")?;
        let months: Vec<String> = months.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(months.iter().filter_map(|month| month.parse().ok()).collect())
    }

    /// The months of all kiosks in a month of the calendar, by site and number; those that came late are not among them.
    /// They are read one by one.
    pub fn months(&self, month: Month) -> Months<'_> {
        Months { collected: self, month: month.to_string(), after: (String::new(), 0), lists: HashMap::new() }
    }

    /// The visits of months that came late, as a period has told of them, or, where it is not published yet, will tell:
    /// all those that no period has told of. And their days, added up over the kiosks: at most five a kiosk and month.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read.
    pub fn late_visits(&self, period: Period) -> Result<(u64, u64), CollectedError> {
        let which = if self.published(period)?.is_some() { "told = ?1" } else { "told IS NULL AND ?1 IS NOT NULL" };
        let sum = format!("SELECT coalesce(sum(visits), 0), coalesce(sum(days), 0) FROM late WHERE {which}");
        let (visits, days): (i64, i64) =
            self.connection.query_row(&sum, [period.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((visits.unsigned_abs(), days.unsigned_abs()))
    }

    /// The digest of what was published of a period; none where nothing was.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read.
    pub fn published(&self, period: Period) -> Result<Option<String>, CollectedError> {
        let query = "SELECT digest FROM published WHERE period = ?1";
        Ok(self.connection.query_row(query, [period.to_string()], |row| row.get(0)).optional()?)
    }

    /// Notes that a period is published: its months are late from now on. `tells_late` says that it told of the visits of
    /// those that came late so far, which no other period will tell again.
    ///
    /// # Errors
    ///
    /// Where something else was published of it, or the file cannot be written.
    pub fn record_published(&mut self, period: Period, digest: &str, tells_late: bool) -> Result<(), CollectedError> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let made = change.execute("INSERT OR IGNORE INTO published VALUES(?1, ?2)", [&period.to_string(), digest])?;
        let stands: String =
            change
                .query_row("SELECT digest FROM published WHERE period = ?1", [period.to_string()], |row| row.get(0))?;
        if stands != digest {
            return Err(CollectedError::PublishedOtherwise(period));
        }
        if made > 0 && tells_late {
            change.execute("UPDATE late SET told = ?1 WHERE told IS NULL", [period.to_string()])?;
        }
        Ok(change.commit()?)
    }

    fn list(&self, hash: &[u8]) -> Result<CellList, CollectedError> {
        let query = "SELECT names FROM cells WHERE hash = ?1";
        let names: Vec<u8> = self.connection.prepare_cached(query)?.query_row([hash], |row| row.get(0))?;
        CellList::read(&names).ok_or(CollectedError::Damaged)
    }
}

/// Opens a file and makes its tables where there are none.
fn open_file(path: &Path) -> Result<Connection, CollectedError> {
    let mut connection = Connection::open(path)?;
    connection.execute_batch(SETTINGS)?;
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    match version_of(&change, path)? {
        0 => {
            change.execute_batch(TABLES)?;
            change.pragma_update(None, "application_id", APPLICATION)?;
            change.pragma_update(None, "user_version", VERSION)?;
        }
        VERSION => {}
        _ => return Err(CollectedError::Newer(path.to_owned())),
    }
    change.commit()?;
    Ok(connection)
}

/// The version of the tables in a file; 0 where there are none.
fn version_of(connection: &Connection, path: &Path) -> Result<u32, CollectedError> {
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    // It goes up with each table that is made.
    let schema: u32 = connection.query_row("PRAGMA schema_version", [], |row| row.get(0))?;
    if application != APPLICATION && (application != 0 || schema > 0) {
        return Err(CollectedError::NotOurs(path.to_owned()));
    }
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

fn is_simulated(connection: &Connection) -> rusqlite::Result<Option<bool>> {
    connection.prepare_cached("SELECT simulated FROM about")?.query_row([], |row| row.get(0)).optional()
}

fn take_one(step: &Transaction<'_>, file: &MonthFile) -> Result<Taken, CollectedError> {
    match is_simulated(step)? {
        Some(simulated) if simulated != file.simulated => {
            let refusal = if simulated { Refusal::RealAmongSimulated } else { Refusal::SimulatedAmongReal };
            return Ok(Taken::Refused(refusal));
        }
        Some(_) => {}
        None => drop(step.execute("INSERT INTO about VALUES(?1)", [file.simulated])?),
    }
    let digest = Sha256::digest(file.bytes());
    for table in ["month", "late"] {
        let query = format!("SELECT digest FROM {table} WHERE month = ?1 AND site = ?2 AND kiosk = ?3");
        let stands: Option<Vec<u8>> = step
            .prepare_cached(&query)?
            .query_row(params![file.month, file.site, file.kiosk], |row| row.get(0))
            .optional()?;
        match stands {
            Some(stands) if stands == *digest => return Ok(Taken::AlreadyThere),
            Some(_) => return Ok(Taken::Refused(Refusal::Changed)),
            None => {}
        }
    }
    if is_published(step, file)? {
        let visits = file.count("sess", "all").unwrap_or_default();
        let keep = "INSERT INTO late VALUES(?1, ?2, ?3, ?4, ?5, ?6, NULL)";
        let row = params![file.month, file.site, file.kiosk, digest.as_slice(), visits.n, visits.days];
        step.prepare_cached(keep)?.execute(row)?;
        return Ok(Taken::Late);
    }
    let (names, numbers) = packed::pack(file);
    let hash = Sha256::digest(&names);
    let keep = "INSERT OR IGNORE INTO cells VALUES(?1, ?2)";
    step.prepare_cached(keep)?.execute(params![hash.as_slice(), names])?;
    let row = params![file.month, file.site, file.kiosk, digest.as_slice(), hash.as_slice(), numbers];
    step.prepare_cached("INSERT INTO month VALUES(?1, ?2, ?3, ?4, ?5, ?6)")?.execute(row)?;
    Ok(Taken::New)
}

/// Whether something that a month belongs to was published: itself, its quarter or its year.
fn is_published(step: &Transaction<'_>, file: &MonthFile) -> Result<bool, CollectedError> {
    let Ok(Month::Of { year, month }) = file.month.parse() else { return Ok(false) };
    let periods =
        [Period::Month { year, month }, Period::Quarter { year, quarter: (month + 2) / 3 }, Period::Year(year)];
    let [month, quarter, year] = periods.map(|period| period.to_string());
    let query = "SELECT count(*) FROM published WHERE period IN (?1, ?2, ?3)";
    let found: u32 = step.prepare_cached(query)?.query_row([month, quarter, year], |row| row.get(0))?;
    Ok(found > 0)
}

/// The months of all kiosks in a month of the calendar, read one by one.
pub struct Months<'c> {
    collected: &'c Collected,
    month: String,
    /// The site and number of the one before.
    after: (String, u32),
    lists: HashMap<Vec<u8>, Rc<CellList>>,
}

impl Months<'_> {
    fn read_next(&mut self) -> Result<Option<MonthFile>, CollectedError> {
        let query = "SELECT site, kiosk, cells, numbers FROM month
            WHERE month = ?1 AND (site, kiosk) > (?2, ?3) ORDER BY site, kiosk LIMIT 1";
        let row = self
            .collected
            .connection
            .prepare_cached(query)?
            .query_row(params![self.month, self.after.0, self.after.1], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, u32>(1)?, row.get::<_, Vec<u8>>(2)?, row.get(3)?))
            });
        let Some((site, kiosk, hash, numbers)) = row.optional()? else { return Ok(None) };
        let numbers: Vec<u8> = numbers;
        let list = match self.lists.get(&hash) {
            Some(list) => list.clone(),
            None => {
                if self.lists.len() == LISTS_MAX {
                    self.lists.clear();
                }
                let list = Rc::new(self.collected.list(&hash)?);
                self.lists.insert(hash, list.clone());
                list
            }
        };
        let counts = list.with(&numbers).ok_or(CollectedError::Damaged)?;
        let is_simulated = self.collected.is_simulated()?.unwrap_or_default();
        self.after = (site.clone(), kiosk);
        Ok(Some(MonthFile::with(&site, kiosk, self.month.clone(), is_simulated, counts)))
    }
}

impl Iterator for Months<'_> {
    type Item = Result<MonthFile, CollectedError>;

    fn next(&mut self) -> Option<Result<MonthFile, CollectedError>> {
        self.read_next().transpose()
    }
}
