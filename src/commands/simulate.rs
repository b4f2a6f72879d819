//! `kiosk simulate`: sites with virtual residents, for demonstrations, training and tests of load.

mod place;

use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use self::place::SimulatedSite;
use super::{CommandError, Outcome, answer};
use crate::i18n::Texts;
use crate::indicators::residents::{self, Choices, Draw, Residents};
use crate::shell::sealing::{Identity, KioskKey};
use crate::shell::{self, Named, Options, Places};
use crate::usage::cell::{self, Cell};
use crate::usage::counters::{Count, Month};
use crate::usage::store::Store;

/// More sites than this have no code.
const SITES_MAX: u32 = 9_000;
/// More months than this no kiosk keeps nor anybody publishes.
const MONTHS_MAX: u32 = 120;

/// Make state folders of kiosks as if virtual residents had come. Everything is marked as simulated: no kiosk counts into
/// it, and it is never published as real.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk simulate --visits 300 --months 6 --sites 12 --seed 7 --state demo\n  \
                  kiosk indicators close --state demo/BIB21001A-1\n\n\
                  The same seed and the same months give the same counts; keys are new each time.\n\
                  How often residents do what is guessed, and no figure about anybody.")]
pub struct Args {
    /// Visits of a kiosk in a month, on average
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    visits: u32,
    /// How many months
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u32).range(1..=i64::from(MONTHS_MAX)))]
    months: u32,
    /// How many sites; every fourth has two kiosks, the others one
    #[arg(long, value_name = "S", value_parser = clap::value_parser!(u32).range(1..=i64::from(SITES_MAX)))]
    sites: u32,
    /// Any number
    #[arg(long, value_name = "N")]
    seed: u64,
    /// A new folder: in it a folder for each kiosk, kiosks.toml and coordinator.key
    #[arg(long, value_name = "DIR")]
    state: PathBuf,
    /// The last of the months: YYYY-MM [default: the last one that is over]
    #[arg(long, value_name = "YYYY-MM")]
    until: Option<Month>,
    /// The content, a folder or a pack [default: as for running the kiosk]
    #[arg(long, value_name = "DIR|PACK")]
    content: Option<PathBuf>,
    /// The folder of languages [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    locales: Option<PathBuf>,
}

/// What is the same for all kiosks.
struct World {
    named: Named,
    choices: Choices,
    /// All counters there are, in the order of their keys.
    cells: Vec<Cell>,
    /// To whom months are sealed.
    recipient: String,
}

/// Makes the folders.
pub fn simulate(args: &Args) -> Result<Outcome, CommandError> {
    let months = months(args)?;
    make_folder(&args.state)?;
    let identity = Identity::make();
    identity.write_new(&args.state.join("coordinator.key"), &shell::stamp())?;
    let world = world(args, identity.recipient())?;
    let mut sites: Vec<SimulatedSite> = (0..args.sites).map(SimulatedSite::of).collect();
    let mut kiosks = 0;
    for site in &mut sites {
        for number in 1..=site.kiosks {
            let key = make_kiosk(args, &world, (site, number), kiosks, &months)?;
            site.keys.push(key);
            kiosks += 1;
        }
    }
    let (first, last) = (months.first().copied(), months.last().copied());
    write(&args.state.join("kiosks.toml"), &place::kiosks_toml(&sites, first.unwrap_or(Month::Unsure)))?;
    let span = [first, last].map(|month| month.map_or_else(String::new, |month| month.to_string())).join(" to ");
    let folder = args.state.display();
    answer::write(&format!(
        "Simulated kiosks: {kiosks}, at sites: {}, months: {span}.\n{folder}/kiosks.toml lists them, \
         {folder}/coordinator.key opens their months:\n{}\n",
        sites.len(),
        world.recipient
    ))?;
    Ok(Outcome::Fine)
}

/// The months, oldest first: as many as are asked for, the last of them one that is over.
fn months(args: &Args) -> Result<Vec<Month>, CommandError> {
    let last = match args.until {
        Some(until) => until,
        None => {
            let now = shell::now(shell::today(None)).ok_or(CommandError::NoDate)?;
            Month::of(now.date()).later(-1).ok_or(CommandError::NoDate)?
        }
    };
    let months: Option<Vec<Month>> = (0..args.months as i32).rev().map(|back| last.later(-back)).collect();
    let months = months.filter(|_| last != Month::Unsure);
    months.ok_or_else(|| CommandError::Words(format!("'{last}' is not a month to end with: see kiosk simulate --help")))
}

/// A new folder, or an empty one.
fn make_folder(folder: &Path) -> Result<(), CommandError> {
    let fault = |error| CommandError::Write { path: folder.to_owned(), error };
    DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(fault)?;
    match fs::read_dir(folder).map_err(fault)?.next() {
        None => Ok(()),
        Some(_) => Err(CommandError::Words(format!("'{}' is not empty: name a new folder", folder.display()))),
    }
}

fn world(args: &Args, recipient: String) -> Result<World, CommandError> {
    let options = Options { content: args.content.clone(), locales: args.locales.clone(), ..Options::default() };
    let places = Places::of(&options);
    let texts = Texts::new(shell::languages(places.locales.as_deref())?.0)?;
    let named = Named { library: shell::open_content(&places)?.library, languages: texts.tags() };
    let choices = Choices::of(&named.library, texts.tags());
    let mut cells = Vec::new();
    cell::all(&named, &mut |cell| cells.push(cell));
    Ok(World { named, choices, cells, recipient })
}

/// Makes the folder of a kiosk, and returns its public key.
fn make_kiosk(
    args: &Args,
    world: &World,
    (site, number): (&SimulatedSite, u32),
    index: u64,
    months: &[Month],
) -> Result<String, CommandError> {
    let folder = args.state.join(format!("{}-{number}", site.code));
    let key = KioskKey::of(&folder)?.public()?;
    write(&folder.join("settings.toml"), &place::settings_toml(site, number, &world.recipient))?;
    let mut residents = Residents::of(&world.choices, args.seed, index);
    let counted: Vec<(Month, Vec<(Cell, Count)>)> = months
        .iter()
        .map(|month| {
            let draw = Draw { month: *month, visits: args.visits };
            (*month, residents::month(&mut residents, draw, &world.named, &world.cells))
        })
        .collect();
    let mut store = Store::open(&folder)?;
    store.fill(&counted)?;
    store.settle(months.last().copied().unwrap_or(Month::Unsure))?;
    Ok(key)
}

fn write(path: &Path, text: &str) -> Result<(), CommandError> {
    fs::write(path, text).map_err(|error| CommandError::Write { path: path.to_owned(), error })
}
