//! `kiosk indicators view`: what was counted, on a screen or as text.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use crate::app::figures::{CountedAt, Figures};
use crate::app::{self, App, Env, Settings};
use crate::base::{Lang, Size};
use crate::commands::{CommandError, Outcome, answer, run};
use crate::content::Library;
use crate::i18n::Texts;
use crate::indicators::collected::Collected;
use crate::page::Block;
use crate::present::plain;
use crate::shell::figures::Closed;
use crate::shell::{self, Audience, Options, Places, Update};
use crate::usage::counters::MONTHS_KEPT;
use crate::usage::store;

/// Look at what was counted: months as bars, in the words of those who work at the place.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  kiosk indicators view --state /var/lib/kiosk\n  kiosk indicators view --from collected.db --site BIB21004A --lang nl\n\n\
                  Only months that are closed are shown, to the nearest 5; less than 10 is 'fewer than 10'. Esc leaves.\n\
                  Where its output is no terminal it is written as text."
)]
pub struct Args {
    /// The state folder of a kiosk [default: as for running the kiosk]
    #[arg(long, value_name = "DIR", conflicts_with = "from")]
    state: Option<PathBuf>,
    /// The database of `kiosk indicators collect`, in the place of a state folder
    #[arg(long, value_name = "DB")]
    pub(super) from: Option<PathBuf>,
    /// Only the kiosks of this site, by its code [default: all of the database]
    #[arg(long, value_name = "CODE", requires = "from")]
    site: Option<String>,
    /// The file of settings, for the languages that it offers [default: as for running the kiosk]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The folder of languages [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    locales: Option<PathBuf>,
    /// The language to read in [default: the first one that the settings offer]
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

/// Shows what the kiosk of a state folder has counted.
pub fn of_kiosk(args: Args, update: &mut Update<'_>) -> Result<Outcome, CommandError> {
    let folder = Places::of(&Options { state: args.state.clone(), ..Options::default() }).state;
    // A name that is mistyped is no kiosk that has counted nothing.
    fs::metadata(&folder).map_err(|error| CommandError::Read { path: folder.clone(), error })?;
    let counts = store::read(&folder)?.unwrap_or_default();
    let figures = Closed::of(&counts).figures(CountedAt::ThisKiosk, counts.simulated);
    show(args, figures, update)
}

/// Shows what the kiosks of a database have counted together.
pub fn of_database(args: Args, from: &Path, update: &mut Update<'_>) -> Result<Outcome, CommandError> {
    // A database that is not there is not made.
    fs::metadata(from).map_err(|error| CommandError::Read { path: from.to_owned(), error })?;
    let figures = collected_figures(&Collected::open(from)?, args.site.as_deref())?;
    show(args, figures, update)
}

fn collected_figures(collected: &Collected, site: Option<&str>) -> Result<Figures, CommandError> {
    let (mut closed, mut kiosks) = (Closed::default(), BTreeSet::new());
    let calendar = collected.calendar()?;
    for month in calendar.into_iter().rev().take(MONTHS_KEPT as usize) {
        for file in collected.months(month) {
            let file = file?;
            if site.is_some_and(|site| site != file.site) {
                continue;
            }
            for (table, cells) in &file.counts {
                cells.iter().for_each(|(cell, counted)| closed.add(month, table, cell, counted.0));
            }
            closed.hear(month);
            kiosks.insert((file.site, file.kiosk));
        }
    }
    if let Some(site) = site.filter(|_| kiosks.is_empty()) {
        return Err(CommandError::Words(format!(
            "no month of the site '{site}' was collected: write its code as in the list of kiosks, such as BIB21004A"
        )));
    }
    let sites: BTreeSet<&String> = kiosks.iter().map(|(site, _)| site).collect();
    let counted_at = match sites.first() {
        Some(site) if sites.len() == 1 => CountedAt::Site((*site).clone()),
        _ => CountedAt::Kiosks(kiosks.len()),
    };
    Ok(closed.figures(counted_at, collected.is_simulated()?.unwrap_or_default()))
}

/// On the screen, or as text where nobody sees one.
fn show(args: Args, figures: Figures, update: &mut Update<'_>) -> Result<Outcome, CommandError> {
    let Args { state, config, locales, lang, .. } = args;
    let options = Options { locales, state, config, lang, ..Options::default() };
    if io::stdout().is_terminal() {
        let audience = Audience::Staff(Box::new(figures));
        return run::serve(&Options { audience, ..options }, update);
    }
    let places = Places::of(&options);
    let texts = Texts::new(shell::languages(places.locales.as_deref())?.0)?;
    let lang = match &options.lang {
        Some(asked) => shell::language(asked, &texts)?,
        None => app::first_language(&shell::settings(&places, &texts.tags())?.0, &texts),
    };
    answer::write(&text(&figures, &texts, lang))?;
    Ok(Outcome::Fine)
}

/// The overview and each measure, without the keys and without the choices that lead from one to the other.
fn text(figures: &Figures, texts: &Texts, lang: Lang) -> String {
    let (library, settings) = (Library::default(), Settings::default());
    let env = Env { figures: Some(figures), ..Env::still(&library, texts, &settings) };
    let pages = figures.fronts().into_iter().enumerate().map(|(index, at)| {
        let mut page = app::page(&App::showing_figures(Size::MIN, lang, at), &env);
        if index > 0 {
            page.blocks.retain(|block| !matches!(block, Block::Choices(_)));
            page.place.clear();
        }
        plain::parts(&page).concat()
    });
    pages.collect::<Vec<_>>().join("\n")
}
