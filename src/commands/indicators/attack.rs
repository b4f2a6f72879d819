//! `kiosk indicators attack`: what somebody can find out from the published files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::publish::read_folder;
use crate::commands::answer;
use crate::commands::{CommandError, Outcome};
use crate::indicators::attack::{Attacker, Finding, Insider, Published, Reasons, at_sight, attack};
use crate::indicators::formats::folder::FolderError;

/// Attack a folder of published files: find out what was to be withheld.
///
/// Each line of the answer says the file, the cell, the kind of the finding, and what one learns. Publish nothing as long as
/// there is such a line.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  kiosk indicators attack published\n  \
                  kiosk indicators attack published --insider own\n  \
                  kiosk indicators attack published --insider BIB21004A:2026-Q4=137")]
pub struct Args {
    /// The folder into which `kiosk indicators publish` wrote
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// What somebody inside knows: 'own' (one visit in each withheld cell in turn was theirs), or all visits of a site in a
    /// period, as SITE:PERIOD=VISITS; several can be given
    #[arg(long = "insider", value_name = "WHAT", value_parser = insider)]
    insiders: Vec<Insider>,
}

/// Why a folder cannot be attacked.
#[derive(Debug, thiserror::Error)]
pub enum AttackError {
    /// A file is not as it was published.
    #[error(transparent)]
    Damaged(FolderError),
    /// There is nothing.
    #[error("there are no published files in '{}': name the folder into which `kiosk indicators publish` wrote", .0.display())]
    Empty(PathBuf),
}

/// Attacks a folder, as somebody who knows nothing of why a cell was withheld and as somebody who holds all of them for small.
pub fn attack_folder(args: &Args) -> Result<Outcome, CommandError> {
    let published = Published::read(&read_folder(&args.folder)?).map_err(AttackError::Damaged)?;
    if published.rows.is_empty() {
        return Err(AttackError::Empty(args.folder.clone()).into());
    }
    let mut findings: BTreeSet<String> = at_sight(&published).iter().map(Finding::to_string).collect();
    for reasons in [Reasons::Unknown, Reasons::Supposed(BTreeMap::new())] {
        let attacker = Attacker { reasons, insiders: args.insiders.clone(), ..Attacker::default() };
        findings.extend(attack(&published, &attacker).iter().map(Finding::to_string));
    }
    if findings.is_empty() {
        answer::write(&format!("Nothing was found out from the {} published figures.\n", published.rows.len()))?;
        return Ok(Outcome::Fine);
    }
    answer::write(&findings.into_iter().map(|finding| finding + "\n").collect::<String>())?;
    Ok(Outcome::NotFine)
}

fn insider(text: &str) -> Result<Insider, String> {
    let wrong = || format!("'{text}' is not what somebody inside knows: write 'own', or SITE:PERIOD=VISITS");
    if text == "own" {
        return Ok(Insider::Own);
    }
    let (place, visits) = text.split_once('=').ok_or_else(wrong)?;
    let (site, period) = place.split_once(':').ok_or_else(wrong)?;
    let period = period.parse().map_err(|_| wrong())?;
    Ok(Insider::Total { site: site.to_owned(), period, visits: visits.parse().map_err(|_| wrong())? })
}
