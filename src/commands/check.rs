//! `kiosk check`: every finding in the content, the languages and the settings.

mod due;
pub mod pages;
mod readability;
mod translations;

use std::fmt;
use std::path::{Path, PathBuf};

use self::pages::long_pages;
use super::answer::{self, Format};
use super::{CommandError, Outcome};
use crate::base::{Date, Lang, Today};
use crate::content::check;
use crate::content::finding::in_order;
use crate::content::parse;
use crate::content::source::{ContentFiles, dictionaries};
use crate::content::{Finding, Severity};
use crate::i18n::Texts;
use crate::shell::{self, Options, Places, SettingsFault};

/// Tell every mistake in the content and the languages, with its place and what to do.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  kiosk check content\n  kiosk check --due\n  kiosk check content --accept-translation itsme --lang nl\n\n\
                        Exit codes: 0 no errors, 1 errors (with --deny warnings: or warnings), \
                        2 the folder cannot be opened."
)]
pub struct Args {
    /// The content folder [default: as for running the kiosk]
    dir: Option<PathBuf>,
    /// The folder of languages [default: DIR/../locales, else those in this program]
    #[arg(long, value_name = "DIR")]
    locales: Option<PathBuf>,
    /// Check this file of settings too
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Check this file of places too, which staff write for their kiosk: `places.toml` in its state folder
    #[arg(long, value_name = "FILE", conflicts_with_all = ["due", "translations", "readability", "accept_translation"])]
    places: Option<PathBuf>,
    /// The folder of the dictionaries of hunspell [default: where the system keeps them]
    #[arg(long, value_name = "DIR")]
    dictionaries: Option<PathBuf>,
    /// Fail for warnings too; hints never fail
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<Deny>,
    /// List the facts to compare with their source before the end of this month, instead of the findings
    #[arg(long, conflicts_with_all = ["deny", "config"])]
    due: bool,
    /// The day on which the facts are looked at [default: today]
    #[arg(long, value_name = "DATE", requires = "due", value_parser = day)]
    today: Option<Date>,
    /// Tell which translations are missing or changed since somebody looked at them, instead of the findings
    #[arg(long, conflicts_with_all = ["deny", "config", "due"])]
    translations: bool,
    /// Tell how easy the texts of the services are to read in each language, instead of the findings
    #[arg(long, conflicts_with_all = ["deny", "config", "due", "translations", "accept_translation"])]
    readability: bool,
    /// Remember that somebody compared the translations of an item with their source
    #[arg(long, value_name = "ITEM", num_args = 1.., conflicts_with_all = ["deny", "config", "due", "translations"])]
    accept_translation: Vec<String>,
    /// The one language that was compared [default: all]
    #[arg(long, value_name = "TAG", requires = "accept_translation")]
    lang: Option<Lang>,
    /// How to write the findings: `text` is one a line, `path:line:column: rule: what is wrong: what to do`
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// What else than errors fails.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Deny {
    Warnings,
}

/// What was found, by whom.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum Found {
    Content(Finding),
    Settings {
        severity: Severity,
        #[serde(flatten)]
        fault: SettingsFault,
    },
}

impl Found {
    fn severity(&self) -> Severity {
        match self {
            Found::Content(finding) => finding.rule.severity(),
            Found::Settings { severity, .. } => *severity,
        }
    }

    /// Whether it can stay as it is.
    fn is_hint(&self) -> bool {
        self.severity() == Severity::Hint
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Found::Content(finding) => finding.fmt(f),
            Found::Settings { fault, .. } => fault.fmt(f),
        }
    }
}

/// A day as the content writes it.
fn day(text: &str) -> Result<Date, &'static str> {
    text.parse().map_err(|_| "write a day as year-month-day, such as 2027-06-01")
}

/// Tells every finding.
pub fn check(args: &Args) -> Result<Outcome, CommandError> {
    let options = Options { content: args.dir.clone(), config: args.config.clone(), ..Options::default() };
    let places = Places::of(&options);
    let files = ContentFiles::read(&places.content)?;
    if args.translations {
        return translations::tell(&files, args.format);
    }
    if args.readability {
        answer::write(&readability::written(&check::readability(&files), args.format))?;
        return Ok(Outcome::Fine);
    }
    if !args.accept_translation.is_empty() {
        return translations::accept(&files, &args.accept_translation, args.lang);
    }
    let folder = args.locales.clone().or_else(|| beside(&places.content));
    let (mut locales, unread) = shell::languages(folder.as_deref())?;
    if let Some(folder) = &folder {
        for locale in &mut locales {
            locale.messages.extend(shell::coordinators_words(folder, locale.lang)?);
        }
    }
    if args.due {
        let today = args.today.map_or_else(|| shell::today(None), Today::Sure);
        let Today::Sure(today) = today else { return Err(CommandError::NoDate) };
        let (library, _) = parse::compile(&files);
        answer::write(&due::written(&library, &Texts::new(locales)?, today, args.format))?;
        return Ok(Outcome::Fine);
    }
    let langs: Vec<Lang> = locales.iter().map(|locale| locale.lang).collect();
    let folders = match &args.dictionaries {
        Some(folder) => vec![folder.as_path()],
        None => dictionaries::FOLDERS.map(Path::new).to_vec(),
    };
    let (dictionaries, notes) = dictionaries::read(&folders, &langs);
    let (library, mut findings) = check::read(&files, &locales, &dictionaries);
    findings.extend(unread);
    // Where the languages themselves are broken, nothing can be laid out: the findings say why.
    let texts = Texts::new(locales.clone());
    if let Ok(texts) = &texts {
        findings.extend(long_pages(&library, texts, &files));
    }
    let findings = in_order(check::settle(&files, &locales, findings));
    let mut found: Vec<Found> = findings.into_iter().map(Found::Content).collect();
    if args.config.is_some() {
        let known = texts?.tags();
        let faults = shell::settings(&places, &known)?.1.into_iter();
        found.extend(faults.map(|fault| Found::Settings { severity: Severity::Error, fault }));
    }
    if let Some(path) = &args.places {
        let unreadable = |error| CommandError::Read { path: path.clone(), error };
        let (_, findings) = shell::with_staff_places(&library, path).map_err(unreadable)?;
        found.extend(findings.into_iter().map(Found::Content));
    }
    answer::write(&written(&found, args.format))?;
    notes.iter().for_each(|note| answer::note(note));
    let fails = |found: &Found| match found.severity() {
        Severity::Error => true,
        Severity::Warning => args.deny == Some(Deny::Warnings),
        Severity::Hint => false,
    };
    if found.iter().any(fails) { Ok(Outcome::NotFine) } else { Ok(Outcome::Fine) }
}

/// The languages beside a content folder.
pub(super) fn beside(content: &Path) -> Option<PathBuf> {
    let folder = content.canonicalize().ok()?.parent()?.join("locales");
    // As somebody would type it, where that says the same.
    let near = content.parent().map(|above| above.join("locales")).filter(|near| near.is_dir());
    near.or(Some(folder)).filter(|folder| folder.is_dir())
}

fn written(found: &[Found], format: Format) -> String {
    match format {
        Format::Text => {
            let (hints, to_correct): (Vec<_>, Vec<_>) = found.iter().partition(|found| found.is_hint());
            let mut text: String = to_correct.iter().map(|found| format!("{found}\n")).collect();
            if to_correct.is_empty() {
                text.push_str("Nothing to correct.\n");
            }
            text.extend(hints.iter().map(|found| format!("{found}\n")));
            text
        }
        // Findings are texts and numbers, which JSON can always hold.
        Format::Json => serde_json::to_string_pretty(found).unwrap_or_default() + "\n",
    }
}
