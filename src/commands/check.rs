//! `kiosk check`: every finding in the content, the languages and the settings.

use std::path::{Path, PathBuf};

use super::answer::{self, Format};
use super::{CommandError, Outcome};
use crate::content::Finding;
use crate::content::check;
use crate::content::source::ContentFiles;
use crate::i18n::Texts;
use crate::shell::{self, Options, Places, SettingsFault};

/// Tell every mistake in the content and the languages, with its place and what to do.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk check content\n\n\
                        Exit codes: 0 nothing found, 1 findings, 2 the folder cannot be opened.")]
pub struct Args {
    /// The content folder [default: as for running the kiosk]
    dir: Option<PathBuf>,
    /// The folder of languages [default: DIR/../locales, else those in this program]
    #[arg(long, value_name = "DIR")]
    locales: Option<PathBuf>,
    /// Check this file of settings too
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// How to write the findings: `text` is one a line, `path:line:column: rule: what is wrong: what to do`
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// What was found, by whom.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum Found {
    Content(Finding),
    Settings(SettingsFault),
}

/// Tells every finding.
pub fn check(args: &Args) -> Result<Outcome, CommandError> {
    let options = Options { content: args.dir.clone(), config: args.config.clone(), ..Options::default() };
    let places = Places::of(&options);
    let files = ContentFiles::read(&places.content)?;
    let folder = args.locales.clone().or_else(|| beside(&places.content));
    let (locales, unread) = shell::languages(folder.as_deref())?;
    let mut findings = unread;
    findings.extend(check::check(&files, &locales));
    findings.sort();
    findings.dedup();
    let mut found: Vec<Found> = findings.into_iter().map(Found::Content).collect();
    if args.config.is_some() {
        let texts = Texts::new(locales)?;
        let known = texts.tags();
        found.extend(shell::settings(&places, &known)?.1.into_iter().map(Found::Settings));
    }
    answer::write(&written(&found, args.format))?;
    if found.is_empty() { Ok(Outcome::Fine) } else { Ok(Outcome::NotFine) }
}

/// The languages beside a content folder.
fn beside(content: &Path) -> Option<PathBuf> {
    let folder = content.canonicalize().ok()?.parent()?.join("locales");
    // As somebody would type it, where that says the same.
    let near = content.parent().map(|above| above.join("locales")).filter(|near| near.is_dir());
    near.or(Some(folder)).filter(|folder| folder.is_dir())
}

fn written(found: &[Found], format: Format) -> String {
    match format {
        Format::Text if found.is_empty() => "Nothing to correct.\n".to_owned(),
        Format::Text => {
            let line = |found: &Found| match found {
                Found::Content(finding) => format!("{finding}\n"),
                Found::Settings(fault) => format!("{fault}\n"),
            };
            found.iter().map(line).collect()
        }
        // Findings are texts and numbers, which JSON can always hold.
        Format::Json => serde_json::to_string_pretty(found).unwrap_or_default() + "\n",
    }
}
