//! Whole months at once, for `kiosk simulate`: nobody waits for a disk after each visit.

use rusqlite::{TransactionBehavior, params};

use super::{Store, StoreError};
use crate::usage::cell::Cell;
use crate::usage::counters::{Count, Month};

impl Store {
    /// Stores the counters of months that are made up, and marks the file so that no visit is ever counted into it.
    /// Counters come in the order of their keys. [`settle`](Store::settle) comes next.
    ///
    /// # Errors
    ///
    /// Where something was counted already, or the file cannot be written; then nothing of it is stored.
    pub fn fill(&mut self, months: &[(Month, Vec<(Cell, Count)>)]) -> Result<(), StoreError> {
        let counted: u32 = self.connection.query_row("SELECT count(*) FROM count", [], |row| row.get(0))?;
        if counted > 0 {
            return Err(StoreError::Counted);
        }
        self.note_simulated()?;
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut make = change.prepare(
                "INSERT INTO count(month, tbl, cell, n_stored, days_stored, capped_stored)
                 VALUES(?1, ?2, ?3, ?4 + 16777216, ?5 + 64, ?6 + 64)",
            )?;
            for (month, counts) in months {
                let month = month.to_string();
                for (cell, Count { n, days, capped }) in counts {
                    make.execute(params![month, cell.table.name(), cell.name, n, days, capped])?;
                }
            }
        }
        Ok(change.commit()?)
    }
}
