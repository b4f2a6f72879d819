//! `kiosk indicators report`: the published figures of a period, as a page for officials.

use std::path::PathBuf;

use super::published_files;
use crate::commands::{CommandError, Outcome, PlaceArgs, answer};
use crate::i18n::Texts;
use crate::indicators::catalogue::topics;
use crate::indicators::formats::datapackage;
use crate::indicators::formats::folder;
use crate::indicators::period::Period;
use crate::indicators::report::{Lexicon, Report, communes, page, tables};
use crate::shell;

/// Write the report of a published period: a page of the nine directions, in all languages, for a screen and for paper.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  kiosk indicators report --period 2026-10 --from published --out report.html --tables tables\n\n\
                  Every number of it stands in the published files. The page asks for nothing else: send it as it is.\n\
                  Exit codes: 0 written, 1 nothing of the period was published or a file is missing or damaged, 2 something cannot be read."
)]
pub struct Args {
    /// The period: 2026-10, 2026-Q4 or 2026
    #[arg(long)]
    period: Period,
    /// The folder into which `kiosk indicators publish` wrote
    #[arg(long, value_name = "DIR")]
    from: PathBuf,
    /// The page to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// A folder for the table behind each chart, as CSV [default: none is written]
    #[arg(long, value_name = "DIR")]
    tables: Option<PathBuf>,
    #[command(flatten)]
    places: PlaceArgs,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
#[error("nothing of {period} was published in '{}': publish it first, or name a period and a folder that has it", folder.display())]
pub struct ReportError {
    period: Period,
    folder: PathBuf,
}

/// Writes the page, and the tables.
pub fn report(args: Args) -> Result<Outcome, CommandError> {
    let Args { period, from, out, tables: into, places } = args;
    let files = published_files::read(&from)?;
    let published = folder::read(&files)?;
    let is_simulated = files.get(folder::PACKAGE).is_some_and(|package| datapackage::is_simulated(package));
    let places = shell::Places::of(&places.options());
    let texts = Texts::new(shell::languages_of_coordinator(places.locales.as_deref())?)?;
    let library = shell::open_content(&places)?.library;
    let communes = communes(&library, &texts);
    let Some(report) = Report::of(period, &published, &communes, is_simulated) else {
        return Err(ReportError { period, folder: from }.into());
    };
    // What is missing by accident would look as if nothing had been published of it.
    folder::check_whole(&files)?;
    let (codes, topics) = (folder::codes(&files)?, topics(&library, &texts));
    let lexicon = Lexicon::new(&texts, &codes, &communes, &topics);
    published_files::write_whole(&out, page(&report, &lexicon).as_bytes())?;
    let mut told = format!("The report of {period} is in '{}'.\n", out.display());
    if let Some(into) = into {
        let tables = tables(&report, &lexicon);
        published_files::write(&into, &tables)?;
        told += &format!("Its {} tables are in '{}'.\n", tables.len(), into.display());
    }
    answer::write(&told)?;
    Ok(Outcome::Fine)
}
