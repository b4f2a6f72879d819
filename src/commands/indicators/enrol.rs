//! `kiosk indicators enrol`: the key of this kiosk, and the line by which the coordinator knows it.

use std::path::PathBuf;

use super::{MonthPlaces, current_month};
use crate::commands::{CommandError, Outcome, answer};
use crate::shell::closing::{ClosingError, MonthSender};
use crate::shell::sealing::KioskKey;
use crate::usage::counters::Month;
use crate::usage::store;

/// Make the key of this kiosk, if there is none, and write the line that the coordinator puts into kiosks.toml.
#[derive(clap::Args)]
#[command(after_help = "Example: kiosk indicators enrol --state /var/lib/kiosk\n\n\
                  Run it as the user of the kiosk. The line goes below `commune` in the entry of the site; where the site \
                  has a list of kiosks already, only the part in braces goes into it.\n\
                  The key stays on this kiosk: whoever has it can make up months.")]
pub struct Args {
    /// The state folder [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    state: Option<PathBuf>,
    /// The settings of this kiosk [default: /etc/kiosk/kiosk.toml, where it exists]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Writes the line that enrols a kiosk.
pub fn enrol(args: &Args) -> Result<Outcome, CommandError> {
    let MonthPlaces { places, settings, .. } = MonthPlaces::of(args.state.as_ref(), args.config.as_ref())?;
    let sender = MonthSender::of(&settings);
    if sender.site.is_empty() {
        return Err(ClosingError::NoSite.into());
    }
    // The key is made also where the date is not known yet.
    let key = KioskKey::of(&places.state)?.public()?;
    let counts = store::read(&places.state)?.unwrap_or_default();
    let counted = counts.counts.iter().filter_map(|row| row.month.parse().ok());
    let first = counted.filter(|month| *month != Month::Unsure).min();
    let first = first.map_or_else(|| current_month(&counts), Ok)?;
    answer::write(&line(&sender, &key, first))?;
    Ok(Outcome::Fine)
}

/// One line of TOML. The site stands in a comment: in the list of kiosks it has an entry of its own.
fn line(MonthSender { site, kiosk, .. }: &MonthSender, key: &str, from: Month) -> String {
    format!("kiosk = [{{ number = {kiosk}, key = \"{key}\", from = \"{from}\" }}] # of the site {site}\n")
}
