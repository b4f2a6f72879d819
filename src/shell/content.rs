//! The content that residents see: opened at the start, and looked at again between two visits.

use tracing::{error, info, warn};

use super::packs::{Chosen, PackName, Packs, Stamp};
use super::{Places, ShellError};
use crate::content::pack::Pack;
use crate::content::source::ContentFiles;
use crate::content::{Library, parse};

/// What was opened.
pub struct Opened {
    /// The content itself.
    pub library: Library,
    /// What it is: "3 services in the pack 'brussels', version 12".
    pub told: String,
    /// What is wrong with it, or with what should have been opened instead; a sentence each.
    pub faults: Vec<String>,
    /// Its name among the packs that staff brought.
    pack: Option<PackName>,
}

/// Opens the content of a kiosk: the folder or pack that was asked for, else its packs, else the folder that came with
/// the program.
pub fn open(places: &Places) -> Result<Opened, ShellError> {
    if let Some(packs) = &places.packs
        && packs.has_any()
    {
        return Ok(of_packs(packs));
    }
    let shown = places.content.display();
    if places.content.is_dir() {
        let (library, findings) = parse::compile(&ContentFiles::read(&places.content)?);
        let told = format!("{} services in '{shown}'", library.numbers().services);
        let left_out = |findings: usize| format!("{findings} findings: run `kiosk check {shown}`");
        let faults = if findings.is_empty() { Vec::new() } else { vec![left_out(findings.len())] };
        return Ok(Opened { library, told, faults, pack: None });
    }
    if !places.content.exists() {
        return Err(ShellError::NoContent(places.content.clone()));
    }
    let pack = Pack::open(&places.content)?;
    let told = tell(&pack, "pack");
    Ok(Opened { library: pack.into_library(), told, faults: Vec::new(), pack: None })
}

fn tell(pack: &Pack, what: &str) -> String {
    let about = pack.about();
    format!("{} services in the {what} '{}', version {}", about.numbers.services, about.name, about.version)
}

/// Packs that cannot be opened keep no resident out: without any, the kiosk says that it cannot explain anything.
fn of_packs(packs: &Packs) -> Opened {
    match packs.choose() {
        (Some(Chosen { pack, name, .. }), faults) => {
            let told = tell(&pack, if name.is_some() { "pack" } else { "installed pack" });
            Opened { library: pack.into_library(), told, faults, pack: name }
        }
        (None, faults) => {
            Opened { library: Library::default(), told: "no content at all".to_owned(), faults, pack: None }
        }
    }
}

/// The content of a running kiosk.
pub struct Content {
    pub library: Library,
    packs: Option<Packs>,
    pack: Option<PackName>,
    stamp: Option<Stamp>,
    /// Whether a page could not be read, and that was told.
    is_damage_told: bool,
    /// Whether to choose again before the next visit, although nobody brought anything.
    is_choice_due: bool,
}

impl Default for Content {
    fn default() -> Content {
        let library = Library::default();
        Content { library, packs: None, pack: None, stamp: None, is_damage_told: false, is_choice_due: false }
    }
}

impl Content {
    /// Opens the content and tells the log about it.
    pub fn open(places: &Places) -> Result<Content, ShellError> {
        let packs = places.packs.clone().filter(Packs::has_any);
        let stamp = packs.as_ref().and_then(Packs::stamp);
        let opened = open(places)?;
        log(&opened);
        let Opened { library, pack, .. } = opened;
        Ok(Content { library, packs, pack, stamp, ..Content::default() })
    }

    /// Takes the pack that was brought since the last visit, if there is one. Whether it did.
    pub fn renew(&mut self) -> bool {
        let Some(packs) = &self.packs else { return false };
        let stamp = packs.stamp();
        if stamp == self.stamp && !self.is_choice_due {
            return false;
        }
        (self.stamp, self.is_choice_due) = (stamp, false);
        let opened = of_packs(packs);
        log(&opened);
        (self.library, self.pack, self.is_damage_told) = (opened.library, opened.pack, false);
        true
    }

    /// Tells, once, that a page could not be read, and sees to it that another pack is tried. It does not say which
    /// page: that would tell what somebody looked for.
    pub fn heed_damage(&mut self) {
        if self.is_damage_told || !self.library.is_damaged() {
            return;
        }
        self.is_damage_told = true;
        error!("a page of the content cannot be read: bring the pack again with `kiosk pack install`");
        if let (Some(packs), Some(pack)) = (&self.packs, &self.pack) {
            match packs.note_damage(pack) {
                Ok(()) => self.is_choice_due = true,
                Err(error) => warn!("that the pack is damaged cannot be noted for the next start: {error}"),
            }
        }
    }
}

fn log(opened: &Opened) {
    info!("the kiosk runs with {}", opened.told);
    for fault in &opened.faults {
        warn!("{fault}");
    }
}
