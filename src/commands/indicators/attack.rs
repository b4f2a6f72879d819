//! `kiosk indicators attack`: what somebody can find out from the published files.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use super::published_files;
use crate::base::Millis;
use crate::commands::answer;
use crate::commands::{CommandError, Outcome};
use crate::indicators::attack::{
    Attacker, Finding, Insider, InsiderError, Progress, Published, Reasons, at_sight, attack_telling,
};
use crate::indicators::formats::folder::{FolderError, check_whole};
use crate::shell;

/// An attack that takes no longer than this says nothing until its end.
const SHORT: Millis = Millis(2000);

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
    /// What somebody inside is said to know cannot be known.
    #[error(transparent)]
    Insider(#[from] InsiderError),
}

/// Attacks a folder, as somebody who knows nothing of why a cell was withheld and as somebody who holds all of them for small.
pub fn attack_folder(args: &Args) -> Result<Outcome, CommandError> {
    let files = published_files::read(&args.folder)?;
    if files.is_empty() {
        return Err(AttackError::Empty(args.folder.clone()).into());
    }
    check_whole(&files).map_err(AttackError::Damaged)?;
    let published = Published::read(&files).map_err(AttackError::Damaged)?;
    if published.rows.is_empty() {
        return Err(AttackError::Empty(args.folder.clone()).into());
    }
    args.insiders.iter().try_for_each(|insider| insider.check(&published.rows)).map_err(AttackError::Insider)?;
    let mut findings: BTreeSet<String> = at_sight(&published).iter().map(Finding::to_string).collect();
    let telling = Telling::begin();
    for (at, reasons) in [Reasons::Unknown, Reasons::Supposed(BTreeMap::new())].into_iter().enumerate() {
        let attacker = Attacker { reasons, insiders: args.insiders.clone(), ..Attacker::default() };
        let tell = |progress| telling.tell(at + 1, progress);
        findings.extend(attack_telling(&published, &attacker, &tell).iter().map(Finding::to_string));
    }
    telling.end();
    if findings.is_empty() {
        answer::write(&format!("Nothing was found out from the {} published figures.\n", published.rows.len()))?;
        return Ok(Outcome::Fine);
    }
    answer::write(&findings.into_iter().map(|finding| finding + "\n").collect::<String>())?;
    Ok(Outcome::NotFine)
}

/// Tells somebody at a terminal how far an attack has come, on a line that is written over.
struct Telling {
    is_terminal: bool,
    begun: Millis,
    /// The attack and the percentage that were told last.
    told: Cell<Option<(usize, usize)>>,
}

impl Telling {
    fn begin() -> Telling {
        Telling { is_terminal: io::stderr().is_terminal(), begun: shell::boot_time(), told: Cell::new(None) }
    }

    fn tell(&self, attack: usize, Progress { judged, all }: Progress) {
        let now = (attack, judged * 100 / all.max(1));
        let is_long = || shell::boot_time().0.saturating_sub(self.begun.0) > SHORT.0;
        if self.is_terminal && self.told.get() != Some(now) && is_long() {
            self.told.set(Some(now));
            // What cannot be told changes nothing.
            let _ = write!(io::stderr(), "\rattack {attack} of 2: {} %", now.1);
        }
    }

    fn end(&self) {
        if self.told.get().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
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
