//! `kiosk indicators close`: months that are over, each as one sealed file for the coordinator.

use std::path::PathBuf;

use super::{MonthPlaces, current_month};
use crate::base::Timetable;
use crate::commands::{CommandError, Outcome, answer};
use crate::shell::closing::{self, ClosingError, MonthSender};
use crate::usage::cell::{self, Cell};
use crate::usage::counters::Month;
use crate::usage::store::{self, Store};
use crate::usage::uptime::ticks_on;

/// Close months that are over: each becomes one file, signed by this kiosk and readable for the coordinator alone.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  kiosk indicators close --state /var/lib/kiosk\n  kiosk indicators close --month 2026-11\n\n\
                  A kiosk closes its months by itself; this is for one that stands still. Run it as the user of the kiosk.\n\
                  A month that is closed stays as it is: its file is named again, and not written again."
)]
pub struct Args {
    /// Only this month: YYYY-MM [default: all months that are over]
    #[arg(long, value_name = "YYYY-MM")]
    month: Option<Month>,
    /// The state folder [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    state: Option<PathBuf>,
    /// The settings of this kiosk [default: /etc/kiosk/kiosk.toml, where it exists]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Closes months, and writes where their files stand.
pub fn close(args: &Args) -> Result<Outcome, CommandError> {
    let found = MonthPlaces::of(args.state.as_ref(), args.config.as_ref())?;
    let MonthPlaces { places, settings, .. } = &found;
    let sender = MonthSender::of(settings);
    let state = &places.state;
    // A folder without counts is not given any.
    let Some(counts) = store::read(state)? else {
        return match args.month {
            Some(month) => Err(ClosingError::NeverWas(month).into()),
            None => nothing(),
        };
    };
    let (today, current) = (super::today(&counts)?, current_month(&counts)?);
    let mut store = Store::open(state)?;
    // Whoever closes months has looked at the date.
    store.believe_leap()?;
    let months = match args.month {
        Some(month) => vec![month],
        None => store.months_before(current)?,
    };
    if months.is_empty() {
        return nothing();
    }
    // The days on which the kiosk stood still belong to their months before these are closed.
    let hours = Timetable::of(&settings.site.hours);
    let over: Vec<Month> = months.iter().copied().filter(|month| *month < current).collect();
    if !over.is_empty() {
        let names = found.names();
        let all = |show: &mut dyn FnMut(Cell)| cell::all(&names, show);
        if settings.count {
            store.begin_day(today, &|day| ticks_on(&hours, day), &all)?;
        }
        // Those that only the kiosk itself counted in say of everything else that it was not.
        let is_counted = |month: &Month| counts.counts.iter().any(|row| row.month == month.to_string());
        over.into_iter().filter(is_counted).try_for_each(|month| store.complete(month, &all))?;
    }
    for month in months {
        let path = closing::close_month(&mut store, state, &sender, month, current)?;
        answer::write(&format!("{}\n", path.display()))?;
    }
    Ok(Outcome::Fine)
}

fn nothing() -> Result<Outcome, CommandError> {
    answer::write("No month is over yet.\n")?;
    Ok(Outcome::Fine)
}
