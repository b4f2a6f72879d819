//! Months that are closed, and months that are erased.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::{Counts, Store, StoreError, read};
use crate::usage::counters::{MONTHS_KEPT, Month};

/// Months with a name of their own: the one of visits without a date is never closed and never old.
pub(super) const NAMED: &str = "month <> 'unsure'";

impl Store {
    /// Closes a month: its counters stay as they are from now on. Closing it again changes nothing.
    pub fn close(&mut self, month: Month) -> Result<(), StoreError> {
        if let Month::Of { .. } = month
            && !is_closed(&self.connection, month)?
        {
            self.connection.execute("INSERT OR IGNORE INTO closed VALUES(?1)", [month.to_string()])?;
        }
        Ok(())
    }

    /// The counters of a month: none where it never was, or is erased.
    pub fn month(&self, month: Month) -> Result<Counts, StoreError> {
        read::month(&self.connection, month)
    }

    /// The months with counters that are over in `current`, oldest first.
    pub fn months_before(&self, current: Month) -> Result<Vec<Month>, StoreError> {
        let mut months = self
            .connection
            .prepare(&format!("SELECT DISTINCT month FROM count WHERE {NAMED} AND month < ?1 ORDER BY 1"))?;
        let months = months.query_map([current.to_string()], |row| row.get::<_, String>(0))?;
        let months: Vec<String> = months.collect::<Result<_, _>>()?;
        Ok(months.iter().filter_map(|month| month.parse().ok()).collect())
    }

    /// Erases the months that have been over for more than 25 months in `current`, so that no byte of them stays in the
    /// file. [`settle`](Store::settle) comes next and empties the log. Returns the oldest month that is kept.
    pub fn erase_old(&mut self, current: Month) -> Result<Option<Month>, StoreError> {
        let Some(oldest) = current.later(-MONTHS_KEPT) else { return Ok(None) };
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let old = format!("{NAMED} AND month < ?1");
        change.execute(&format!("DELETE FROM closed WHERE {old}"), [oldest.to_string()])?;
        if change.execute(&format!("DELETE FROM count WHERE {old}"), [oldest.to_string()])? > 0 {
            // Nor do the names stay of what no month counts any more.
            change.execute("DELETE FROM today WHERE (tbl, cell) NOT IN (SELECT tbl, cell FROM count)", [])?;
        }
        change.commit()?;
        // What was erased is overwritten already (`secure_delete`). The room that it took is given back, also where a kill
        // came in between.
        let unused: u32 = self.connection.query_row("PRAGMA freelist_count", [], |row| row.get(0))?;
        if unused > 0 {
            self.connection.execute_batch("VACUUM")?;
        }
        Ok(Some(oldest))
    }
}

/// Whether a month is closed. The one that is not known never is.
pub fn is_closed(connection: &Connection, month: Month) -> rusqlite::Result<bool> {
    let found = connection.query_row("SELECT 1 FROM closed WHERE month = ?1", [month.to_string()], |_| Ok(()));
    Ok(found.optional()?.is_some())
}

/// The months that are closed, oldest first.
pub fn closed(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection.prepare("SELECT month FROM closed ORDER BY 1")?.query_map([], |row| row.get(0))?.collect()
}

/// The newest month with counters, where it is open; else the month after the newest one that is closed.
pub fn newest_open(connection: &Connection) -> rusqlite::Result<Month> {
    let newest = |table: &str| -> rusqlite::Result<Option<Month>> {
        let newest = format!("SELECT max(month) FROM {table} WHERE {NAMED}");
        let newest: Option<String> = connection.query_row(&newest, [], |row| row.get(0))?;
        Ok(newest.and_then(|month| month.parse().ok()))
    };
    let (counted, closed) = (newest("count")?, newest("closed")?);
    Ok(match closed {
        Some(closed) if counted <= Some(closed) => closed.later(1).unwrap_or(Month::Unsure),
        _ => counted.unwrap_or(Month::Unsure),
    })
}
