//! `kiosk indicators forget-days`: mends counts in which a wrong clock has left days that have not come yet.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::MonthPlaces;
use crate::base::{Date, Timetable, Today};
use crate::commands::{CommandError, Outcome, answer};
use crate::shell;
use crate::shell::closing;
use crate::usage::counters::Month;
use crate::usage::store::{self, Ahead, Store};
use crate::usage::uptime::ticks_on;

/// Take back what a clock that was ahead has left behind: days that have not come, and the months that were begun or
/// closed because of them.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  kiosk indicators forget-days --state /var/lib/kiosk\n  kiosk indicators forget-days --state /var/lib/kiosk --yes\n\n\
                  Needed when the clock was ahead for a while: the kiosk then believes no date before that day.\n\
                  Set the clock first: what lies after today is taken back. Without --yes this only says what that is.\n\n\
                  Days after today are no longer known. Months after this one are erased, and their visits count in the month\n\
                  'unsure'. A month that was closed and is not over is open again. The sealed files of all these months are\n\
                  deleted. Months that are over stay as they are.\n\n\
                  A sealed file that has left the kiosk is out of reach of this command. Tell the coordinator not to\n\
                  collect it: what is collected first of a month stays, and the right file is refused later.\n\
                  Run it as the user of the kiosk, and start the kiosk anew afterwards.\n\
                  Exit codes: 0 done, or nothing lies ahead; 1 something does, and --yes was not said."
)]
pub struct Args {
    /// The state folder [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    state: Option<PathBuf>,
    /// The settings of this kiosk, for its opening hours [default: /etc/kiosk/kiosk.toml, where it exists]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Do it: the date of this machine is right
    #[arg(long)]
    yes: bool,
}

/// Takes back what lies ahead in a state folder.
pub fn forget_days(args: &Args) -> Result<Outcome, CommandError> {
    let MonthPlaces { places, settings, .. } = MonthPlaces::of(args.state.as_ref(), args.config.as_ref())?;
    let folder = &places.state;
    // A folder without counts is not given any.
    let Some(counts) = store::read(folder)? else {
        answer::write(&format!("Nothing was counted in '{}' yet.\n", folder.display()))?;
        return Ok(Outcome::Fine);
    };
    // What the counts say of the date is what is doubted here.
    let Today::Sure(today) = shell::today(None) else { return Err(super::wrong_date()) };
    let ahead = Ahead::of(&counts, today);
    let files = closing::closed_too_early(folder, Month::of(today))?;
    let hours = Timetable::of(&settings.site.hours);
    let take_back =
        || closing::forget_days_after(&mut Store::open(folder)?, folder, today, &|day| ticks_on(&hours, day));
    if ahead.is_empty() && files.is_empty() {
        // A date that went far ahead and is right is no longer doubted.
        take_back()?;
        answer::write(&format!("Nothing lies after today, {today}: this date is believed.\n"))?;
        return Ok(Outcome::Fine);
    }
    let told = told(&ahead, today, &files);
    if !args.yes {
        answer::write(&format!(
            "{told}Nothing is changed yet. If today is {today}, say --yes; else set the clock first.\n"
        ))?;
        return Ok(Outcome::NotFine);
    }
    take_back()?;
    answer::write(&format!("{told}All of this is taken back. Start the kiosk anew.\n"))?;
    Ok(Outcome::Fine)
}

/// What lies ahead, one line for each kind.
fn told(ahead: &Ahead, today: Date, files: &[PathBuf]) -> String {
    let mut told = String::new();
    let mut line = |words: String| {
        // Text that goes into memory is always written.
        let _ = writeln!(told, "{words}");
    };
    if let Some(newest) = ahead.newest {
        line(format!("Days after today ({today}): up to {newest}."));
    }
    if let [first, .., last] | [first @ last] = ahead.months.as_slice() {
        let (months, visits) = (ahead.months.len(), ahead.visits);
        line(format!(
            "Months that have not come: {months}, from {first} to {last}. Visits that become undated: {visits}."
        ));
    }
    if let Some(month) = ahead.reopened {
        line(format!("Closed and not over, to be open again: {month}."));
    }
    for path in files {
        line(format!("Sealed too early, to be deleted: '{}'.", path.display()));
    }
    if !files.is_empty() {
        line("If one of these files has left the kiosk, tell the coordinator not to collect it.".to_owned());
    }
    told
}
