//! `kiosk indicators show`: the stored counts, for the administrator.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::commands::answer::{self, Format};
use crate::commands::{CommandError, Outcome};
use crate::shell::{Options, Places};
use crate::usage::counters::Month;
use crate::usage::store::{self, Counts, Raised, Row};

/// Write the stored counts: everything that this kiosk keeps of its visits.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  kiosk indicators show\n  kiosk indicators show --month 2026-11 --format json\n\n\
                  The month 'unsure' holds visits at a time when the date was not credible.")]
pub struct Args {
    /// Only this month: YYYY-MM, or 'unsure' [default: all months]
    #[arg(long, value_name = "YYYY-MM")]
    month: Option<Month>,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The state folder [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    state: Option<PathBuf>,
}

/// Writes the counts of a state folder.
pub fn show(args: &Args) -> Result<Outcome, CommandError> {
    let folder = Places::of(&Options { state: args.state.clone(), ..Options::default() }).state;
    let found = store::read(&folder)?;
    let is_empty = found.is_none();
    let mut counts = found.unwrap_or_default();
    if let Some(month) = args.month {
        let month = month.to_string();
        let newest = counts.days.last().map(|total| total.day.clone());
        counts.counts.retain(|row| row.month == month);
        counts.days.retain(|total| total.day.starts_with(&month));
        // Today's counts belong to the newest day, which may be of another month.
        if counts.days.last().map(|total| &total.day) != newest.as_ref() || newest.is_none() {
            counts.today.clear();
        }
    }
    match args.format {
        Format::Json => {
            let written = serde_json::to_string_pretty(&counts);
            answer::write(&format!("{}\n", written.map_err(|error| CommandError::Answer(error.into()))?))?;
        }
        Format::Text if is_empty || counts == Counts::default() && args.month.is_none() => {
            answer::write(&format!("Nothing was counted in '{}' yet.\n", folder.display()))?
        }
        Format::Text => answer::write(&text(&counts))?,
    }
    Ok(Outcome::Fine)
}

/// A block per month, a line per counter; what was never counted is left out, and said so.
fn text(counts: &Counts) -> String {
    let mut text = String::new();
    // Writing into a String cannot fail.
    for month in counts.counts.chunk_by(|one, other| one.month == other.month) {
        let raised: Vec<&Row> = month.iter().filter(|row| row.n > 0).collect();
        let name = month.first().map(|row| row.month.as_str()).unwrap_or_default();
        let _ = writeln!(text, "Month {name}: visits, and the days on which they were (5 means 5 or more)");
        let width = raised.iter().map(|row| row.cell.chars().count()).max().unwrap_or_default();
        for Row { table, cell, n, days, capped, .. } in &raised {
            let limited =
                if *capped > 0 { format!("  days on which the limit was passed: {capped}") } else { String::new() };
            let _ = writeln!(text, "  {table:<10}{cell:<width$}  {n:>6}  {days:>2}{limited}");
        }
        let _ = writeln!(text, "  Counters of this month that stand at 0: {}\n", month.len() - raised.len());
    }
    if !counts.days.is_empty() {
        let _ = writeln!(text, "Visits by day (the last 35 days):");
        for total in &counts.days {
            let _ = writeln!(text, "  {}  {:>6}", total.day, total.visits);
        }
    }
    let today: Vec<&Raised> = counts.today.iter().filter(|raised| raised.n > 0).collect();
    if !today.is_empty() {
        let _ = writeln!(text, "\nHow often each counter went up on the newest of these days:");
        let width = today.iter().map(|raised| raised.cell.chars().count()).max().unwrap_or_default();
        for Raised { table, cell, n } in today {
            let _ = writeln!(text, "  {table:<10}{cell:<width$}  {n:>6}");
        }
    }
    if text.is_empty() { "Nothing was counted in this month.\n".to_owned() } else { text }
}
