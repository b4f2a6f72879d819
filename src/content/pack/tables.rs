//! The tables of a pack, and how they are opened: read-only, and nothing else than expected.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::PackError;
use super::record::RECORD_MAX;
use crate::base::sqlite_address;

/// All records by address; and each name with the address of its item and a digest of what residents see of it.
pub(super) const TABLES: [&str; 2] = [
    "CREATE TABLE name(name TEXT NOT NULL PRIMARY KEY, address INTEGER NOT NULL, digest BLOB NOT NULL) WITHOUT ROWID, STRICT",
    "CREATE TABLE record(address INTEGER NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
];

/// The file may come from anybody: nothing in it may act, its pages are looked at twice, and little memory is taken. It is
/// never mapped, as SQLite does by itself: where a stick is pulled out, reading must fail and not kill.
const SETTINGS: &str = "PRAGMA query_only = ON; PRAGMA cell_size_check = ON; PRAGMA cache_size = -256;";

/// What SQLite reads of a file at once, whatever the file says of itself: a row with its record, a table definition.
const LIMITS: [(Limit, usize); 2] =
    [(Limit::SQLITE_LIMIT_LENGTH, RECORD_MAX + 1000), (Limit::SQLITE_LIMIT_SQL_LENGTH, 1000)];

/// Opens the tables of a pack. Nothing is made or locked beside the file: nobody changes it in its place.
pub(super) fn open(path: &Path) -> Result<Connection, PackError> {
    let damaged = |error: rusqlite::Error| PackError::damaged(path, error);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(sqlite_address(path, true), flags).map_err(damaged)?;
    for (limit, most) in LIMITS {
        connection.set_limit(limit, most as i32).map_err(damaged)?;
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false).map_err(damaged)?;
    connection.execute_batch(SETTINGS).map_err(damaged)?;
    expect_tables(&connection, path)?;
    Ok(connection)
}

/// Whether the file holds our two tables, word for word, and no trigger, view, index or table beside them.
fn expect_tables(connection: &Connection, path: &Path) -> Result<(), PackError> {
    let damaged = |error: rusqlite::Error| PackError::damaged(path, error);
    let all = "SELECT type, name, coalesce(substr(sql, 1, 1000), '') FROM sqlite_schema ORDER BY name";
    let mut query = connection.prepare(all).map_err(damaged)?;
    let mut rows = query.query([]).map_err(damaged)?;
    let mut expected = TABLES.iter();
    while let Some(row) = rows.next().map_err(damaged)? {
        let sql: String = row.get(2).map_err(damaged)?;
        if expected.next().is_none_or(|table| *table != sql) {
            let (kind, name): (String, String) = (row.get(0).map_err(damaged)?, row.get(1).map_err(damaged)?);
            let shown: String = name.chars().take(40).collect();
            return Err(PackError::foreign(path, format!("the {kind} '{shown}'")));
        }
    }
    match expected.next() {
        None => Ok(()),
        Some(_) => Err(PackError::foreign(path, "other tables")),
    }
}
