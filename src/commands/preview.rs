//! `kiosk preview`: the real kiosk for whoever writes its content.

use std::path::PathBuf;

use super::{CommandError, Outcome, run};
use crate::app;
use crate::content::source::ContentFiles;
use crate::content::{Finding, check, parse};
use crate::shell::{Audience, Options, Places, Update};

/// Show content as a resident will see it, with what is to be corrected; what you save shows at once
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  kiosk preview itsme\n  kiosk preview itsme#get-app --lang nl\n\n\
                        Ctrl-Q leaves the preview. Nothing is counted in it. On a screen of 123 columns or more, all that \
                        is to be corrected stands beside the page; else the first of it stands above the keys.")]
pub struct Args {
    /// A service, a step (service#step), a topic, a life event, a word or a screen [default: the start screen]
    id: Option<String>,
    /// The content folder [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The folder of languages [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    locales: Option<PathBuf>,
    /// The settings of a kiosk: its name, its hours [default: as for running the kiosk]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The language to read in [default: the first one]
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

/// Shows the content until its author leaves.
pub fn preview(args: Args, update: &mut Update<'_>) -> Result<Outcome, CommandError> {
    let Args { id, content, locales, config, lang } = args;
    let options = Options { content, locales, config, lang, ..Options::default() };
    if let Some(id) = &id {
        check_id(id, &options)?;
    }
    run::serve(&Options { audience: Audience::Author { at: id, check: findings }, ..options }, update)
}

/// Dictionaries take a moment to read, and every word of every save would be looked up: spelling is left to `kiosk check`.
fn findings(files: &ContentFiles) -> Vec<Finding> {
    check::check(files, &[], &check::Dictionaries::default())
}

/// Whether there is something of this name, be it broken.
fn check_id(id: &str, options: &Options) -> Result<(), CommandError> {
    let files = ContentFiles::read(&Places::of(options).content)?;
    let library = parse::compile_for_author(&files);
    let item = id.split('#').next().unwrap_or(id);
    let is_named = parse::survey(&files).is_some_and(|survey| survey.names.contains_key(item));
    let is_page = app::screen_at(&library, id).is_some();
    // A step of a service that can be shown is there or is not; of a broken one nobody knows.
    let is_whole = library.find(item).is_some();
    if is_page || is_named && !is_whole {
        return Ok(());
    }
    Err(CommandError::no_page(id, app::addresses(&library).into_iter()))
}
