//! Reads the counters, for staff and for reports.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use serde::Serialize;

use super::{FILE_NAME, MIGRATIONS, StoreError, files, has_tables, kiosk, months, version_of};
use crate::base::sqlite_address;
use crate::usage::counters::Month;

const ROWS: &str = "SELECT month, tbl, cell, n, days, capped FROM count";

/// Everything that is stored.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Debug)]
pub struct Counts {
    /// In the order of their keys: month, table, cell.
    pub counts: Vec<Row>,
    /// The newest days, at most 35.
    pub days: Vec<DayTotal>,
    /// How often each counter went up on the newest of them.
    pub today: Vec<Raised>,
    /// The months that are closed, `YYYY-MM`, oldest first.
    pub closed: Vec<String>,
    /// Whether the visits were made up by `kiosk simulate`.
    pub simulated: bool,
}

/// A counter in a month.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct Row {
    /// `YYYY-MM`, or `unsure`.
    pub month: String,
    pub table: String,
    pub cell: String,
    /// Visits.
    pub n: u32,
    /// Distinct days, at most five.
    pub days: u16,
    /// Days on which the limit of a day was passed.
    pub capped: u16,
}

/// How often a counter went up on the newest day.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct Raised {
    pub table: String,
    pub cell: String,
    /// Visits; one more than the limit of a day where that was passed.
    pub n: u16,
}

/// How many visits a day had.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct DayTotal {
    /// `YYYY-MM-DD`.
    pub day: String,
    pub visits: u32,
}

/// Reads the counters of a state folder; nothing where nothing was counted yet. The kiosk may run meanwhile.
pub fn read(folder: &Path) -> Result<Option<Counts>, StoreError> {
    let path = folder.join(FILE_NAME);
    match std::fs::metadata(&path) {
        Ok(about) if about.is_file() && about.len() > 0 => {}
        Ok(about) if about.is_file() => return Ok(None),
        Ok(_) => return Err(StoreError::Files { path, error: std::io::Error::other("it is not a file") }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StoreError::Files { path, error }),
    }
    match read_file(&path) {
        Err(error) if error.is_damage() => Err(StoreError::Damaged),
        found => found,
    }
}

/// Opens a file for reading. Where a kiosk has it open there is a log beside it, and its locks are respected. Where there
/// is none, the file is all there is: it is read as it lies, and nothing is made beside it.
fn open(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(sqlite_address(path, !files::has_log(path)), flags)?;
    connection.execute_batch("PRAGMA busy_timeout = 5000")?;
    Ok(connection)
}

fn read_file(path: &Path) -> Result<Option<Counts>, StoreError> {
    let connection = open(path)?;
    let version = version_of(&connection, path, MIGRATIONS.len() as u32)?;
    if version == 0 {
        // A kiosk is making it at this moment.
        return Ok(None);
    }
    if !has_tables(&connection, version)? {
        return Err(StoreError::Damaged);
    }
    let (closed, simulated) = match version {
        1 => (Vec::new(), false),
        _ => (months::closed(&connection)?, kiosk::is_simulated(&connection)?),
    };
    let mut counts = connection.prepare(&format!("{ROWS} ORDER BY 1, 2, 3"))?;
    let counts = counts.query_map([], row)?;
    let mut days = connection.prepare("SELECT day, visits FROM day_total ORDER BY day")?;
    let days = days.query_map([], |row| Ok(DayTotal { day: row.get(0)?, visits: row.get(1)? }))?;
    let mut today = connection.prepare("SELECT tbl, cell, n FROM today ORDER BY 1, 2")?;
    let today = today.query_map([], |row| Ok(Raised { table: row.get(0)?, cell: row.get(1)?, n: row.get(2)? }))?;
    Ok(Some(Counts {
        counts: counts.collect::<Result<_, _>>()?,
        days: days.collect::<Result<_, _>>()?,
        today: today.collect::<Result<_, _>>()?,
        closed,
        simulated,
    }))
}

/// The counters of one month alone, in the order of their keys.
pub fn month(connection: &Connection, month: Month) -> Result<Counts, StoreError> {
    let mut counts = connection.prepare(&format!("{ROWS} WHERE month = ?1 ORDER BY 1, 2, 3"))?;
    let counts = counts.query_map([month.to_string()], row)?.collect::<Result<_, _>>()?;
    Ok(Counts { counts, simulated: kiosk::is_simulated(connection)?, ..Counts::default() })
}

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        month: row.get(0)?,
        table: row.get(1)?,
        cell: row.get(2)?,
        n: row.get(3)?,
        days: row.get(4)?,
        capped: row.get(5)?,
    })
}
