//! `kiosk indicators forget-days`: mends counts in which a wrong clock has left a day that has not come yet.

use std::path::PathBuf;

use crate::commands::{CommandError, Outcome, answer};
use crate::shell::{Options, Places};
use crate::usage::store::{self, Store};

/// Forget the days of visits, so that the date of this machine is believed again. The counts of the months stay.
#[derive(clap::Args)]
#[command(after_help = "Example: kiosk indicators forget-days --state /var/lib/kiosk\n\n\
                  Needed when the clock was ahead for a while: the kiosk then believes no date before that day.\n\
                  Set the clock first, and start the kiosk anew afterwards.")]
pub struct Args {
    /// The state folder [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    state: Option<PathBuf>,
}

/// Forgets the days in the counts of a state folder.
pub fn forget_days(args: &Args) -> Result<Outcome, CommandError> {
    let folder = Places::of(&Options { state: args.state.clone(), ..Options::default() }).state;
    // A folder without counts is not given any.
    let Some(counts) = store::read(&folder)? else {
        answer::write(&format!("Nothing was counted in '{}' yet.\n", folder.display()))?;
        return Ok(Outcome::Fine);
    };
    Store::open(&folder)?.forget_days()?;
    answer::write(&format!("Days forgotten: {}. The counts of the months stay.\n", counts.days.len()))?;
    Ok(Outcome::Fine)
}
