//! A folder of published files: what is written into it when a period is published.
//!
//! A period is published once. Its files never change; those about the whole folder tell all periods.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::Code;
use super::dcat::Address;
use super::files::{File, Kind, after};
use super::sdmx_csv::{self, ReadError, WriteError};
use super::{codes, csvw, datapackage, dcat, indicators_csv, structure};
use crate::i18n::Texts;
use crate::indicators::catalogue::Catalogue;
use crate::indicators::observation::Observation;

/// The list of codes.
pub const CODES: &str = "codes.csv";
/// What describes all tables.
pub const PACKAGE: &str = "datapackage.json";
/// The files about the folder that say something which new ones depend on.
pub const KEPT: [&str; 2] = [CODES, PACKAGE];

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Why a folder stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// A published period would change.
    #[error("'{0}' was published with other figures: a period is published once, so leave it as it is")]
    Published(String),
    /// A file of figures is damaged.
    #[error("'{0}' is damaged: {1}: put back the file as it was published")]
    Damaged(String, ReadError),
    /// The list of codes is damaged: codes of old periods would be lost.
    #[error("'codes.csv' is damaged: put back the file as it was published")]
    Codes,
    /// Real and made-up figures would stand side by side.
    #[error("real and made-up figures never stand in one folder: name another one")]
    OtherKind,
    /// There is no list of the files, so nobody can say whether all of them are there.
    #[error("'datapackage.json' is missing or damaged: put back the file as it was published")]
    Package,
    /// A file that was published is gone.
    #[error("'{0}' was published and is missing: put it back")]
    Missing(String),
    /// A file of figures was not published with the others.
    #[error("'{0}' is not among the published files that 'datapackage.json' names: take it out of the folder")]
    Foreign(String),
    /// The figures contradict themselves.
    #[error(transparent)]
    Figures(#[from] WriteError),
}

/// What stands around the figures.
pub struct Context<'a> {
    pub texts: &'a Texts,
    pub catalogue: &'a Catalogue,
    pub address: &'a Address,
    /// Whether the visits were made up: the files say so.
    pub is_simulated: bool,
}

/// All published figures of a folder.
///
/// # Errors
///
/// Where a file of figures cannot be read.
pub fn read(present: &Files) -> Result<Vec<Observation>, FolderError> {
    let mut observations = Vec::new();
    for (name, bytes) in present.iter().filter(|(name, _)| File::named(name).is_some()) {
        let read = sdmx_csv::read(bytes).map_err(|error| FolderError::Damaged(name.clone(), error))?;
        observations.extend(read);
    }
    Ok(observations)
}

/// The codes of a folder, by list and code; none where nothing was published into it yet.
///
/// # Errors
///
/// Where the list is damaged.
pub fn codes(present: &Files) -> Result<BTreeMap<(String, String), Code>, FolderError> {
    present.get(CODES).map_or_else(|| Ok(BTreeMap::new()), |bytes| codes::rows(bytes).ok_or(FolderError::Codes))
}

/// Whether somebody may take a file for one of figures.
pub fn is_named_like_figures(name: &str) -> bool {
    name.starts_with("kiosk-") && name.ends_with(".csv")
}

/// Whether these are all files of figures that were published, and no others.
///
/// # Errors
///
/// Where one is missing or foreign, or nobody can say.
pub fn check_whole(present: &Files) -> Result<(), FolderError> {
    let named = present.get(PACKAGE).and_then(|package| datapackage::figures(package)).ok_or(FolderError::Package)?;
    if let Some(missing) = named.iter().find(|name| !present.contains_key(*name)) {
        return Err(FolderError::Missing(missing.clone()));
    }
    let mut figures = present.keys().filter(|name| is_named_like_figures(name));
    figures.find(|name| !named.contains(*name)).map_or(Ok(()), |name| Err(FolderError::Foreign(name.clone())))
}

/// The files to write for new figures, beside those that are `present`. Publishing again what is there gives the same
/// bytes.
///
/// # Errors
///
/// Where a published period would change, and where what is there or what is new cannot be right.
pub fn publish(new: &[Observation], present: &Files, context: &Context) -> Result<Files, FolderError> {
    let Context { texts, catalogue, address, is_simulated } = *context;
    let package = present.get(PACKAGE);
    if package.is_some_and(|package| datapackage::is_simulated(package) != is_simulated) {
        return Err(FolderError::OtherKind);
    }
    let mut files = Files::new();
    for file in of_figures(new) {
        let figures: Vec<Observation> = new.iter().filter(|one| file.holds(one)).cloned().collect();
        let bytes = sdmx_csv::write(&figures)?;
        if present.get(&file.name()).is_some_and(|published| *published != bytes) {
            return Err(FolderError::Published(file.name()));
        }
        files.insert(file.metadata(), csvw::write(texts, file, is_simulated));
        files.insert(file.name(), bytes);
    }
    let mut all: BTreeSet<File> = present.keys().filter_map(|name| File::named(name)).collect();
    all.extend(of_figures(new));
    let all: Vec<File> = all.into_iter().collect();
    let lists = codes::lists(texts, catalogue, new, &codes(present)?);
    let prepared = all.iter().map(|file| after(file.period)).max().unwrap_or_default();
    files.insert(CODES.to_owned(), codes::write(&lists));
    files.insert("structure.xml".to_owned(), structure::write(texts, &lists, &prepared));
    files.insert("indicators.csv".to_owned(), indicators_csv::write(texts));
    files.insert(PACKAGE.to_owned(), datapackage::write(texts, &all, is_simulated));
    files.insert("dcat.jsonld".to_owned(), dcat::write(texts, &all, address, is_simulated));
    Ok(files)
}

/// The files in which these figures stand. A period has all three, even where one of them has no figure: that it says
/// nothing is told too.
fn of_figures(observations: &[Observation]) -> BTreeSet<File> {
    let periods: BTreeSet<_> = observations.iter().map(|one| one.key.period).collect();
    periods.into_iter().flat_map(|period| Kind::ALL.map(|kind| File { period, kind })).collect()
}
