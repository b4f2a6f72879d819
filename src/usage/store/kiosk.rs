//! What the file holds of the kiosk itself, and not of visits: days, ticks, starts, and notes.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::{MAKE_COUNT, Showing, Store, StoreError, begin_day, months, newest_day, prepare};
use crate::base::Date;
use crate::usage::cell::{Cell, of_kiosk};
use crate::usage::counters::Month;
use crate::usage::uptime::{Cause, Run};

/// Days that are begun: `(day, ticks in its opening hours)`.
pub type Ticks<'t> = dyn Fn(Date) -> u32 + 't;

impl Store {
    /// Begins a day, unless it or a later one was begun: the ticks in the opening hours of all days after the newest known
    /// one are counted, each in its month. Of the first day of all, those of that day alone. Says whether it began.
    pub fn begin_day(&mut self, today: Date, ticks: &Ticks<'_>, all: &Showing<'_>) -> Result<bool, StoreError> {
        let newest = newest_day(&self.connection)?;
        if newest >= Some(today) {
            return Ok(false);
        }
        let days = |newest: Option<Date>| {
            let first = newest.and_then(|day| day.tomorrow().ok()).unwrap_or(today);
            std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(move |day| *day <= today)
        };
        // A month that is over says of everything how often it was, also where nobody came or the kiosk was away.
        let mut over: Vec<Month> = newest.into_iter().chain(days(newest)).map(Month::of).collect();
        over.dedup();
        for month in over.into_iter().filter(|month| *month < Month::of(today)) {
            self.complete(month, all)?;
        }
        self.make_own_rows(Month::of(today))?;
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another kiosk on this folder may have begun it at this moment.
        let newest = newest_day(&change)?;
        let is_new = newest < Some(today);
        if is_new {
            for day in days(newest) {
                raise(&change, Month::of(day), &Cell::OPENING, ticks(day))?;
            }
            begin_day(&change, today)?;
            let latest = newest.and_then(|day| day.checked_add(jiff::Span::new().days(LEAP)).ok());
            if latest.is_some_and(|latest| latest < today) {
                note_leap(&change, true)?;
            }
        }
        change.commit()?;
        Ok(is_new)
    }

    /// Whether the date went far ahead at once, and nobody has said since that it is right.
    pub fn has_leapt(&self) -> Result<bool, StoreError> {
        Ok(note(&self.connection, LEAPT)? != 0)
    }

    /// Somebody says that the date is right.
    pub fn believe_leap(&mut self) -> Result<(), StoreError> {
        Ok(note_leap(&self.connection, false)?)
    }

    /// Counts what the kiosk tells of itself: a tick, a start. It knows no day and no limit. In a month that is closed
    /// nothing is counted.
    pub fn count_of_kiosk(&mut self, month: Month, cells: &[Cell]) -> Result<(), StoreError> {
        self.make_own_rows(month)?;
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for cell in cells {
            raise(&change, month, cell, 1)?;
        }
        Ok(change.commit()?)
    }

    /// Counts a start, and its cause after how the run before stands; from now on this one is running. `beside` is
    /// counted with it.
    pub fn begin_run(&mut self, month: Month, cause: &dyn Fn(Run) -> Cause, beside: &[Cell]) -> Result<(), StoreError> {
        self.make_own_rows(month)?;
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let cause = cause(run(&change)?).cell();
        for cell in [Cell::START].iter().chain(&cause).chain(beside) {
            raise(&change, month, cell, 1)?;
        }
        set_run(&change, Run::Running)?;
        Ok(change.commit()?)
    }

    /// Makes the rows of a month that is over, unless its first visit made them: those were of the content of that month.
    pub fn complete(&mut self, month: Month, all: &Showing<'_>) -> Result<(), StoreError> {
        let Cell { table, name } = Cell::VISITS;
        let visits = "SELECT count(*) FROM count WHERE month = ?1 AND tbl = ?2 AND cell = ?3";
        let made: u32 =
            self.connection.query_row(visits, params![month.to_string(), table.name(), name], |row| row.get(0))?;
        if made == 0 { self.make_rows(month, all) } else { Ok(()) }
    }

    /// Makes the rows of the kiosk itself, unless this program has made them. Those of visits, which may be a hundred thousand,
    /// are made by the first visit of a month or at its end: a start does not wait for them.
    fn make_own_rows(&mut self, month: Month) -> Result<(), StoreError> {
        if self.prepared_own != Some(month) {
            self.refuse_simulated()?;
            prepare(&mut self.connection, month, &|show| of_kiosk().for_each(show))?;
            self.prepared_own = Some(month);
        }
        Ok(())
    }

    /// Notes how this run stands.
    pub fn note_run(&mut self, run: Run) -> Result<(), StoreError> {
        Ok(set_run(&self.connection, run)?)
    }

    /// Notes that the visits of this file were made up. There is no way back.
    pub fn note_simulated(&mut self) -> Result<(), StoreError> {
        Ok(set(&self.connection, SIMULATED, 1)?)
    }
}

/// A kiosk that stood still for longer than this, in days, may as well have a wrong clock: what cannot be undone waits for
/// somebody who looks.
const LEAP: i64 = 100;
const LEAPT: &str = "leap";
const RUN: &str = "run";
const SIMULATED: &str = "simulated";

fn run(connection: &Connection) -> rusqlite::Result<Run> {
    Ok(match note(connection, RUN)? {
        1 => Run::Running,
        2 => Run::Bug,
        _ => Run::Ended,
    })
}

fn set_run(connection: &Connection, run: Run) -> rusqlite::Result<()> {
    let number = match run {
        Run::Ended => 0,
        Run::Running => 1,
        Run::Bug => 2,
    };
    set(connection, RUN, number)
}

/// Whether the visits of a file were made up.
pub fn is_simulated(connection: &Connection) -> rusqlite::Result<bool> {
    Ok(note(connection, SIMULATED)? != 0)
}

/// Notes whether the date went far ahead at once.
pub fn note_leap(connection: &Connection, has_leapt: bool) -> rusqlite::Result<()> {
    set(connection, LEAPT, has_leapt.into())
}

fn note(connection: &Connection, name: &str) -> rusqlite::Result<u8> {
    connection.query_row("SELECT n FROM note WHERE name = ?1", [name], |row| row.get(0))
}

fn set(connection: &Connection, name: &str, number: u8) -> rusqlite::Result<()> {
    connection.execute("UPDATE note SET n_stored = ?2 + 64 WHERE name = ?1", params![name, number]).map(drop)
}

/// Raises a counter of the kiosk by a number. The ticks at which it ran are never more than those that there were.
fn raise(change: &Transaction<'_>, month: Month, cell: &Cell, by: u32) -> Result<(), StoreError> {
    if months::is_closed(change, month)? {
        return Ok(());
    }
    let (month, table) = (month.to_string(), cell.table.name());
    change.execute(MAKE_COUNT, params![month, table, cell.name])?;
    let raised = "UPDATE count SET n_stored = n_stored + ?4 WHERE month = ?1 AND tbl = ?2 AND cell = ?3";
    if *cell == Cell::AVAILABLE {
        let within = format!("{raised} AND n < (SELECT n FROM count WHERE month = ?1 AND tbl = ?2 AND cell = ?5)");
        change.execute(&within, params![month, table, cell.name, by, Cell::OPENING.name])?;
    } else {
        change.execute(raised, params![month, table, cell.name, by])?;
    }
    Ok(())
}
