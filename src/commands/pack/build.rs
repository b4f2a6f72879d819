//! `kiosk pack build`: a content folder as one file.

use std::path::{Path, PathBuf};

use crate::commands::{CommandError, Outcome, answer, check};
use crate::content::pack::{self, Label, Pack, PackError};
use crate::content::source::ContentFiles;
use crate::content::{Severity, check as rules, parse};
use crate::shell::{self, Options, Places};

/// Make a pack of a content folder. Content with errors is refused.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  kiosk pack build content -o brussels.kpack\n  \
                  kiosk pack build content -o brussels-13.kpack --since brussels-12.kpack\n\n\
                  The same content always makes the same bytes.")]
pub struct Args {
    /// The content folder [default: as for running the kiosk]
    dir: Option<PathBuf>,
    /// The pack to make
    #[arg(short, long, value_name = "NAME.kpack")]
    output: PathBuf,
    /// Tell what changed since this pack
    #[arg(long, value_name = "OLD.kpack")]
    since: Option<PathBuf>,
}

/// Makes the pack and tells what is in it.
pub fn build(args: &Args) -> Result<Outcome, CommandError> {
    let places = Places::of(&Options { content: args.dir.clone(), ..Options::default() });
    // A pack that cannot be compared is no reason to find out after the work is done.
    let old = args.since.as_deref().map(Pack::verify).transpose()?;
    spare(&args.output)?;
    let files = ContentFiles::read(&places.content)?;
    let (locales, unread) = shell::languages(check::beside(&places.content).as_deref())?;
    // What is no error is for the author to weigh: it does not keep a corrected phone number from residents.
    let findings = unread.into_iter().chain(rules::check(&files, &locales, &rules::Dictionaries::default()));
    let errors = findings.filter(|finding| finding.rule.severity() == Severity::Error).count();
    if errors > 0 {
        return Err(CommandError::Findings(errors, places.content.display().to_string()));
    }
    let label = Label::of(&files)?;
    let library = parse::compile(&files).0;
    pack::build(&library, &label, &args.output)?;
    let new = Pack::open(&args.output)?;
    let about = new.about();
    let mut told = format!("{} version {}: {} services\n", about.name, about.version, about.numbers.services);
    if let Some(old) = old {
        let changes = pack::changes(&old, &new)?;
        told.push_str(&format!("Since version {}: {changes}\n", old.about().version));
        for change in &changes.0 {
            told.push_str(&format!("{:<9}{} {}\n", change.how.word(), change.kind, change.name));
        }
        if old.about().version >= about.version && old.sum() != new.sum() {
            let file = places.content.join("pack.toml");
            told.push_str(&format!(
                "No kiosk takes it in place of version {}: raise `version` in {} and build again\n",
                old.about().version,
                file.display()
            ));
        }
    }
    answer::write(&told)?;
    Ok(Outcome::Fine)
}

/// A slip of the pen in the name of the pack costs nobody a file of another kind.
fn spare(output: &Path) -> Result<(), CommandError> {
    let is_pack = |path: &Path| !matches!(Pack::open(path), Err(PackError::NotAPack(_)));
    if output.exists() && !is_pack(output) {
        let what = format!("'{}' is there already, and it is not a pack", output.display());
        return Err(CommandError::Words(format!("{what}: choose another name, nothing was changed")));
    }
    Ok(())
}
