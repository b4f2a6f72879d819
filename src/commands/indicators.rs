//! `kiosk indicators`: what the counters say.

pub mod attack;
mod close;
pub mod collect;
pub mod content;
mod enrol;
mod forget_days;
pub mod keygen;
mod kiosk_list;
pub mod new_secret;
pub mod publish;
mod published_files;
pub mod report;
mod show;
pub mod view;

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::office::{Figures, Office, Work};
use super::{CommandError, Outcome};
use crate::app::{self, Settings};
use crate::base::{Date, Today};
use crate::i18n::Texts;
use crate::shell::{self, Named, Options, Places, Update};
use crate::usage::counters::Month;
use crate::usage::store::Counts;

/// See what was counted: how often the kiosk is used, never by whom.
#[derive(clap::Args)]
#[command(after_help = "Example: kiosk indicators show --month 2026-11")]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Show(show::Args),
    ForgetDays(forget_days::Args),
    Enrol(enrol::Args),
    Close(close::Args),
    View(view::Args),
    #[command(flatten)]
    Office(Figures),
}

/// Does what is asked about the counters.
pub fn indicators(args: Args, update: &mut Update<'_>, office: Office) -> Result<Outcome, CommandError> {
    match args.command {
        Command::Show(args) => show::show(&args),
        Command::ForgetDays(args) => forget_days::forget_days(&args),
        Command::Enrol(args) => enrol::enrol(&args),
        Command::Close(args) => close::close(&args),
        Command::View(args) => match args.from.clone() {
            Some(from) => office(Work::View(args, from), update),
            None => view::of_kiosk(args, update),
        },
        Command::Office(figures) => office(Work::Indicators(figures), update),
    }
}

/// What belongs to the months of a kiosk.
struct MonthPlaces {
    places: Places,
    settings: Settings,
    texts: Texts,
}

impl MonthPlaces {
    /// Those of a state folder and a file of settings. A fault in the settings is told before anything is done with them.
    fn of(state: Option<&PathBuf>, config: Option<&PathBuf>) -> Result<MonthPlaces, CommandError> {
        let places = Places::of(&Options { state: state.cloned(), config: config.cloned(), ..Options::default() });
        let texts = Texts::new(shell::languages(places.locales.as_deref())?.0)?;
        let (settings, faults) = shell::settings(&places, &texts.tags())?;
        if let Some(fault) = faults.into_iter().next() {
            return Err(CommandError::Words(fault.to_string()));
        }
        if !is_of_this_user(&places.state) {
            let mend = "run this as that user, such as `runuser -u kiosk -- kiosk indicators …`";
            return Err(CommandError::Words(format!("'{}' belongs to another user: {mend}", places.state.display())));
        }
        Ok(MonthPlaces { places, settings, texts })
    }

    /// What the counters are named after.
    fn names(&self) -> Named {
        // Content that cannot be opened has no counters.
        let library = shell::open_content(&self.places).map(|opened| opened.library).unwrap_or_default();
        let languages = app::offered(&self.settings, &self.texts).map(|spoken| spoken.lang).collect();
        Named { library, languages }
    }
}

/// What root writes into the folder of a kiosk, the kiosk cannot use.
fn is_of_this_user(folder: &Path) -> bool {
    match (fs::metadata(folder), fs::metadata("/proc/self")) {
        (Ok(folder), Ok(this)) => folder.uid() == this.uid(),
        _ => true,
    }
}

/// Today, as far as the counts let the date of this machine be believed.
fn today(counts: &Counts) -> Result<Date, CommandError> {
    let newest = counts.days.last().and_then(|total| total.day.parse().ok());
    match shell::today(newest) {
        Today::Sure(today) => Ok(today),
        Today::Unsure => Err(wrong_date()),
    }
}

fn wrong_date() -> CommandError {
    CommandError::Words(
        "the date of this machine cannot be right: see `kiosk doctor`, and set it with `timedatectl set-time`"
            .to_owned(),
    )
}

fn current_month(counts: &Counts) -> Result<Month, CommandError> {
    today(counts).map(Month::of)
}
