//! `kiosk indicators publish`: the figures of a period, as files that anybody may have.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{kiosk_list, published_files};
use crate::commands::{CommandError, Outcome, PlaceArgs, answer};
use crate::i18n::Texts;
use crate::indicators::attack::Published;
use crate::indicators::catalogue::Catalogue;
use crate::indicators::collected::Collected;
use crate::indicators::formats::dcat::Address;
use crate::indicators::formats::files::File;
use crate::indicators::formats::folder::{self, Context, Files};
use crate::indicators::gathered::Gathered;
use crate::indicators::kiosks::{Kiosk, Kiosks, Site};
use crate::indicators::observation::Observation;
use crate::indicators::period::Period;
use crate::indicators::publish::{Edition, Expected, publish as publish_period};
use crate::shell::{self, secret};

/// Publish the figures of a month, a quarter or a year: once.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  kiosk indicators publish --period 2026-11 --from collected.db --kiosks kiosks.toml \\\n    \
                  --secret 2026.secret --into published\n\n\
                  A quarter comes after its months, and a year after its quarters. What is published once is never changed:\n\
                  months that come later are told as a number of visits in the next quarter.\n\
                  Exit codes: 0 published, 1 it was published already or something is missing, 2 something cannot be read."
)]
pub struct Args {
    /// What to publish: 2026-11, 2026-Q4 or 2026
    #[arg(long)]
    period: Period,
    /// The database of `kiosk indicators collect`
    #[arg(long, value_name = "DB")]
    from: PathBuf,
    /// The list of sites and kiosks
    #[arg(long, value_name = "FILE")]
    kiosks: PathBuf,
    /// The secret of the year, as `kiosk indicators new-secret` makes it
    #[arg(long, value_name = "FILE")]
    secret: PathBuf,
    /// The folder of published files: always the same one
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// Publish made-up visits: for demonstrations and training
    #[arg(long)]
    simulated: bool,
    /// Publish a month without the kiosks that have not sent it. Of what they send later, only the number of visits is told.
    /// Without this word such a month is refused, and those kiosks are named
    #[arg(long)]
    incomplete: bool,
    /// Where the files will be found, as a web address that ends in a slash [default: none]
    #[arg(long, value_name = "ADDRESS")]
    base: Option<String>,
    /// Who publishes them [default: KIOSKBXL]
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    #[command(flatten)]
    places: PlaceArgs,
}

/// Why nothing is published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The months were made up.
    #[error("these months were made up by `kiosk simulate`: say --simulated to publish them as such")]
    Simulated,
    /// They were not.
    #[error("these months are real: leave --simulated out")]
    Real,
    /// No kiosk has sent a month of this period.
    #[error("no month of {0} was collected: run `kiosk indicators collect` first")]
    Nothing(Period),
    /// A quarter comes after its months, and a year after its quarters.
    #[error("{1} is not published yet: publish it before {0}, the months first and then the quarters")]
    InnerMissing(Period, Period),
    /// A period inside of this one was published into another folder.
    #[error("the figures of {period} are not in '{}': always name the same folder", folder.display())]
    Elsewhere {
        /// The period inside.
        period: Period,
        /// The folder that was named.
        folder: PathBuf,
    },
    /// Kiosks have not sent their month.
    #[error(
        "the month {0} of these kiosks is missing: {1}; wait for them, since what comes later is told as a number of visits \
         alone, or say --incomplete"
    )]
    Incomplete(Period, String),
    /// It was published.
    #[error("{0} was published already, and is published once, so nothing was changed: publish the next period")]
    Again(Period),
    /// It was published, and the same would be other figures now.
    #[error(
        "{0} was published with other figures, so nothing was changed: to write its files once more, use the database, list, \
         secret and content of then"
    )]
    Otherwise(Period),
}

/// Publishes a period.
pub fn publish(args: Args) -> Result<Outcome, CommandError> {
    let Args { period, from, kiosks, secret, into, simulated, incomplete, base, publisher, places } = args;
    let kiosks = kiosk_list::read(&kiosks)?;
    let secret = secret::read(&secret, period.year())?;
    if let Err(error) = fs::metadata(&from) {
        return Err(CommandError::Read { path: from, error });
    }
    let mut collected = Collected::open(&from)?;
    match (collected.is_simulated()?, simulated) {
        (Some(true), false) => return Err(PublishError::Simulated.into()),
        (Some(false), true) => return Err(PublishError::Real.into()),
        _ => {}
    }
    let places = shell::Places::of(&places.options());
    let texts = Texts::new(shell::languages(places.locales.as_deref())?.0)?;
    let library = shell::open_content(&places)?.library;
    let present = published_files::read(&into)?;
    let catalogue = Catalogue::of(&library, &texts, &kiosks).with_gone(&folder::codes(&present)?);
    let inner = inner(&collected, &kiosks, period)?;
    if let Some(elsewhere) = inner.iter().find(|inner| !is_in(&present, **inner)) {
        return Err(PublishError::Elsewhere { period: *elsewhere, folder: into }.into());
    }
    let gathered = gather(&collected, period, &catalogue)?;
    if !incomplete {
        refuse_missing(&gathered, &kiosks, period)?;
    }
    if !incomplete && gathered.kiosks.is_empty() {
        return Err(PublishError::Nothing(period).into());
    }
    let expected = expected(&kiosks, period);
    let earlier = Published::read(&present)?;
    let edition = Edition {
        catalogue: &catalogue,
        expected: &expected,
        secret: &secret,
        breaks: kiosks.breaks_in(&period.months()).map(str::to_owned).collect(),
        earlier: &earlier,
    };
    let figures = publish_period(&gathered, &edition);

    let address = address(base, publisher);
    let context = Context { texts: &texts, catalogue: &catalogue, address: &address, is_simulated: simulated };
    let files = folder::publish(&figures, &present, &context)?;
    let digest = digest(period, &files);
    match collected.published(period)? {
        Some(before) if before != digest => return Err(PublishError::Otherwise(period).into()),
        Some(_) if of_period(period, &files).all(|name| present.contains_key(name)) => {
            return Err(PublishError::Again(period).into());
        }
        _ => {}
    }
    // First noted, then written: where the machine stops in between, the same files can be written again.
    collected.record_published(period, &digest, matches!(period, Period::Quarter { .. }))?;
    published_files::write(&into, &files)?;
    note_unlisted(&gathered);
    answer::write(&told(&figures, period, &into))?;
    Ok(Outcome::Fine)
}

/// The periods that lie in this one and were published before it. One of which nothing was expected and nothing came is none
/// of them: kiosks may begin in the middle of a quarter.
fn inner(collected: &Collected, kiosks: &Kiosks, period: Period) -> Result<Vec<Period>, CommandError> {
    let mut published = Vec::new();
    for inner in period.inner() {
        let is_expected = inner.months().iter().any(|month| kiosks.expected(*month).next().is_some());
        match collected.published(inner)? {
            Some(_) => published.push(inner),
            None if is_expected => return Err(PublishError::InnerMissing(period, inner).into()),
            None => {}
        }
    }
    Ok(published)
}

/// Whether a folder holds the figures of a period.
fn is_in(present: &Files, period: Period) -> bool {
    of_period(period, present).next().is_some()
}

/// Adds up the months of a period.
fn gather<'c>(collected: &Collected, period: Period, catalogue: &'c Catalogue) -> Result<Gathered<'c>, CommandError> {
    let mut gathered = Gathered::new(period, catalogue);
    for month in period.months() {
        for file in collected.months(month) {
            gathered.add(&file?);
        }
    }
    let (visits, days) = collected.late_visits(period)?;
    gathered.add_late(visits, days);
    Ok(gathered)
}

/// What comes later is late for ever, so nothing is published of a month while a kiosk is waited for.
fn refuse_missing(gathered: &Gathered, kiosks: &Kiosks, period: Period) -> Result<(), CommandError> {
    let Period::Month { .. } = period else { return Ok(()) };
    let all = period.months().into_iter().flat_map(|month| kiosks.expected(month));
    let reported = |site: &Site, kiosk: &Kiosk| gathered.kiosks.contains_key(&(site.code.clone(), kiosk.number));
    let missing = all.filter(|(site, kiosk)| !reported(site, kiosk));
    let missing: Vec<String> = missing.map(|(site, kiosk)| format!("{}-{}", site.code, kiosk.number)).collect();
    if missing.is_empty() { Ok(()) } else { Err(PublishError::Incomplete(period, missing.join(", ")).into()) }
}

/// How many kiosks of each site should have reported in a period.
fn expected(kiosks: &Kiosks, period: Period) -> Expected {
    let mut of_sites: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for month in period.months() {
        for (site, kiosk) in kiosks.expected(month) {
            of_sites.entry(site.code.clone()).or_default().insert(kiosk.number);
        }
    }
    Expected { sites: of_sites.into_iter().map(|(site, numbers)| (site, numbers.len())).collect() }
}

fn address(base: Option<String>, publisher: Option<String>) -> Address {
    let usual = Address::default();
    Address { base: base.unwrap_or(usual.base), publisher: publisher.unwrap_or(usual.publisher) }
}

/// The names of the files of figures of a period.
fn of_period(period: Period, files: &Files) -> impl Iterator<Item = &String> {
    files.keys().filter(move |name| File::named(name).is_some_and(|file| file.period == period))
}

/// What was published of a period, in 64 digits.
fn digest(period: Period, files: &Files) -> String {
    let mut digest = Sha256::new();
    for name in of_period(period, files) {
        digest.update(files.get(name).map(Vec::as_slice).unwrap_or_default());
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Says which names are in no list of codes: a newer content, or a kiosk that signs what it never counted.
fn note_unlisted(gathered: &Gathered) {
    let Some((table, name)) = gathered.unlisted.first() else { return };
    answer::note(&format!(
        "the content of this program does not know {} counted names, such as '{name}' in '{table}': services, steps, lessons \
         and topics of such names are published together as 'unlisted', the rest is not; name the content of the kiosks with --content",
        gathered.unlisted.len()
    ));
}

/// How much was published, and how much was withheld.
fn told(figures: &[Observation], period: Period, folder: &Path) -> String {
    let values = figures.iter().filter(|figure| figure.value.is_some()).count();
    format!("{period}: {values} figures in '{}', {} without a value\n", folder.display(), figures.len() - values)
}
