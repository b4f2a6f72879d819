//! Days that never came: what hangs on them after a clock that was ahead, and how it is taken back.

use rusqlite::{Transaction, TransactionBehavior, params};

use super::kiosk::{Ticks, note_leap};
use super::months::NAMED;
use super::{Counts, FORGET_TODAY, Store, StoreError, newest_day};
use crate::base::Date;
use crate::usage::cell::{Cell, Table};
use crate::usage::counters::Month;

/// What hangs on days after a day.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Ahead {
    /// The newest of these days.
    pub newest: Option<Date>,
    /// The months after that of the day, oldest first, with their visits: none of their days has come.
    pub months: Vec<Month>,
    pub visits: u32,
    /// The month of the day, where it is closed though it is not over.
    pub reopened: Option<Month>,
}

impl Ahead {
    /// What hangs on the days after `today`.
    pub fn of(counts: &Counts, today: Date) -> Ahead {
        let current = Month::of(today);
        let is_ahead = |month: &Month| matches!(month, Month::Of { .. }) && *month > current;
        let named = counts.counts.iter().map(|row| &row.month).chain(&counts.closed);
        let mut months: Vec<Month> = named.filter_map(|month| month.parse().ok()).filter(is_ahead).collect();
        months.sort();
        months.dedup();
        let Cell { table, name } = Cell::VISITS;
        let rows = counts.counts.iter().filter(|row| row.table == table.name() && *row.cell == *name);
        let visits = rows.filter(|row| row.month.parse().is_ok_and(|month| is_ahead(&month))).map(|row| row.n).sum();
        let newest = counts.days.last().and_then(|total| total.day.parse().ok()).filter(|day| *day > today);
        let is_closed = counts.closed.iter().any(|closed| closed.parse() == Ok(current));
        Ahead { newest, months, visits, reopened: is_closed.then_some(current) }
    }

    /// Whether nothing does.
    pub fn is_empty(&self) -> bool {
        *self == Ahead::default()
    }
}

impl Store {
    /// Takes back what hangs on the days after `today`, for staff who know that these never came:
    ///
    /// - their totals, and the ticks of their opening hours, so that each day is counted once when it comes;
    /// - the months after that of today. Their visits are visits without a date, in the month `unsure`;
    /// - the closing of months that are not over.
    ///
    /// A visit on a wrong day of the month of today stays: its month is right. [`settle`](Store::settle) comes next.
    pub fn forget_days_after(&mut self, today: Date, ticks: &Ticks<'_>) -> Result<(), StoreError> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let current = Month::of(today).to_string();
        if let Some(newest) = newest_day(&change)?.filter(|newest| *newest > today) {
            if take_back_opening(&change, today, newest, ticks)? {
                change.execute("INSERT OR IGNORE INTO day_total VALUES(?1, 0)", [today.to_string()])?;
            }
            change.execute("DELETE FROM day_total WHERE day > ?1", [today.to_string()])?;
            change.execute(FORGET_TODAY, [])?;
        }
        undate_visits(&change, &current)?;
        change.execute(&format!("DELETE FROM count WHERE {NAMED} AND month > ?1"), [&current])?;
        change.execute(&format!("DELETE FROM closed WHERE {NAMED} AND month >= ?1"), [&current])?;
        note_leap(&change, false)?;
        Ok(change.commit()?)
    }
}

/// Takes the ticks of the days after `today` out of its month: all days up to the newest one were begun, today too. Says
/// whether anything was counted in that month.
fn take_back_opening(
    change: &Transaction<'_>,
    today: Date,
    newest: Date,
    ticks: &Ticks<'_>,
) -> Result<bool, StoreError> {
    let last = newest.min(today.last_of_month());
    let days = std::iter::successors(today.tomorrow().ok(), |day| day.tomorrow().ok());
    let never_came: u32 = days.take_while(|day| *day <= last).map(ticks).sum();
    let (month, table) = (Month::of(today).to_string(), Table::Up.name());
    // The hours may have been others then: today at least is counted.
    let less = "UPDATE count SET n_stored = max(n - ?4, ?5) + 16777216 WHERE month = ?1 AND tbl = ?2 AND cell = ?3";
    let changed = change.execute(less, params![month, table, Cell::OPENING.name, never_came, ticks(today)])?;
    // The ticks at which it ran are never more than those that there were.
    let within = "UPDATE count SET n_stored = min(n_stored,
        (SELECT n_stored FROM count WHERE month = ?1 AND tbl = ?2 AND cell = ?4))
        WHERE month = ?1 AND tbl = ?2 AND cell = ?3";
    if changed > 0 {
        change.execute(within, params![month, table, Cell::AVAILABLE.name, Cell::OPENING.name])?;
    }
    Ok(changed > 0)
}

/// Adds the visits of the months after `current` to those without a date. Of these neither the part of the week is known
/// nor the days; and what the kiosk counted of itself is of no month.
fn undate_visits(change: &Transaction<'_>, current: &str) -> Result<(), StoreError> {
    let moved = format!("{NAMED} AND month > ?1 AND tbl NOT IN (?2, ?3)");
    let make = format!(
        "INSERT OR IGNORE INTO count(month, tbl, cell)
         SELECT DISTINCT 'unsure', tbl, cell FROM count WHERE {moved} ORDER BY tbl, cell"
    );
    let add = format!(
        "UPDATE count SET n_stored = count.n_stored + ahead.n
         FROM (SELECT tbl, cell, sum(n) AS n FROM count WHERE {moved} GROUP BY tbl, cell) AS ahead
         WHERE count.month = 'unsure' AND count.tbl = ahead.tbl AND count.cell = ahead.cell"
    );
    for step in [make, add] {
        change.execute(&step, params![current, Table::Daypart.name(), Table::Up.name()])?;
    }
    Ok(())
}
