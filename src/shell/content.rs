//! The content that residents see: opened at the start, and looked at again between two visits.

use std::io;
use std::path::Path;

use tracing::{error, info, warn};

use super::packs::{Chosen, PackName, Packs, Stamp};
use super::{Places, ShellError, text_file};
use crate::content::pack::Pack;
use crate::content::source::ContentFiles;
use crate::content::{Finding, Library, parse};

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

/// A file of places that is larger is none.
const STAFF_PLACES_MAX: u64 = 500_000;

/// Opens the content of a kiosk, with the places that staff wrote on top of it. What is wrong in their file keeps no
/// resident out: a place with a fault is left out, and the fault is told.
pub fn open(places: &Places) -> Result<Opened, ShellError> {
    let mut opened = open_bare(places)?;
    let (library, faults) = read_staff_places(&opened.library, &places.staff_places());
    opened.library = library;
    opened.faults.extend(faults);
    Ok(opened)
}

/// The library with the places that staff know, and what is to be corrected in their file.
///
/// # Errors
///
/// Where the file cannot be read, or is too long.
pub fn with_staff_places(library: &Library, path: &Path) -> io::Result<(Library, Vec<Finding>)> {
    let text = text_file::read(path, STAFF_PLACES_MAX)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Ok(parse::amend(library, &path.display().to_string(), text))
}

/// The same for a kiosk, whose residents go on without places that cannot be read; and what is to be told of the file.
fn read_staff_places(library: &Library, path: &Path) -> (Library, Vec<String>) {
    let shown = path.display();
    match with_staff_places(library, path) {
        Ok((library, findings)) => (library, findings.iter().map(ToString::to_string).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => (library.clone(), Vec::new()),
        Err(error) => (
            library.clone(),
            vec![format!("the places of staff in '{shown}' cannot be read ({error}): check the file")],
        ),
    }
}

/// Opens the content as it was made: the folder or pack that was asked for, else its packs, else the folder that came with
/// the program. Packs that cannot be opened keep no resident out: without any, the kiosk says that it cannot explain
/// anything.
fn open_bare(places: &Places) -> Result<Opened, ShellError> {
    let mut faults = Vec::new();
    if let Some(packs) = &places.packs {
        let (chosen, found) = packs.choose();
        if let Some(Chosen { pack, name, .. }) = chosen {
            let told = tell(&pack, if name.is_some() { "pack" } else { "installed pack" });
            return Ok(Opened { library: pack.into_library(), told, faults: found, pack: name });
        }
        if packs.has_any() && !places.content.exists() {
            let (library, told) = (Library::default(), "no content at all".to_owned());
            return Ok(Opened { library, told, faults: found, pack: None });
        }
        faults = found;
    }
    let shown = places.content.display();
    if places.content.is_dir() {
        let (library, findings) = parse::compile(&ContentFiles::read(&places.content)?);
        let told = format!("{} services in '{shown}'", library.numbers().services);
        if !findings.is_empty() {
            faults.push(format!("{} findings: run `kiosk check {shown}`", findings.len()));
        }
        return Ok(Opened { library, told, faults, pack: None });
    }
    if !places.content.exists() {
        return Err(ShellError::NoContent(places.content.clone()));
    }
    let pack = Pack::open(&places.content)?;
    let told = tell(&pack, "pack");
    Ok(Opened { library: pack.into_library(), told, faults, pack: None })
}

fn tell(pack: &Pack, what: &str) -> String {
    let about = pack.about();
    format!("{} services in the {what} '{}', version {}", about.numbers.services, about.name, about.version)
}

/// The content of a running kiosk.
#[derive(Default)]
pub struct Content {
    pub library: Library,
    /// Where it came from; nothing where nobody may change it under the kiosk.
    places: Option<Places>,
    pack: Option<PackName>,
    /// When somebody last changed the folder of packs, and the places of staff.
    stamps: [Option<Stamp>; 2],
    /// Whether a page could not be read, and that was told.
    is_damage_told: bool,
    /// Whether to choose again before the next visit, although nobody brought anything.
    is_choice_due: bool,
}

impl Content {
    /// Opens the content and tells the log about it.
    pub fn open(places: &Places) -> Result<Content, ShellError> {
        // Looked at before they are read: what comes in between is seen the next time.
        let stamps = stamps(places);
        let opened = open(places)?;
        log(&opened);
        let Opened { library, pack, .. } = opened;
        Ok(Content { library, places: Some(places.clone()), pack, stamps, ..Content::default() })
    }

    /// Takes the pack that was brought since the last visit, and the places that staff wrote since. Whether it did.
    pub fn renew(&mut self) -> bool {
        let Some(places) = &self.places else { return false };
        let stamps = stamps(places);
        if stamps == self.stamps && !self.is_choice_due {
            return false;
        }
        (self.stamps, self.is_choice_due) = (stamps, false);
        match open(places) {
            Ok(opened) if opened.library.numbers().services > 0 => {
                log(&opened);
                (self.library, self.pack, self.is_damage_told) = (opened.library, opened.pack, false);
                true
            }
            // What is open can still be read, whatever became of its file.
            Ok(opened) => {
                opened.faults.iter().for_each(|fault| warn!("{fault}"));
                false
            }
            Err(error) => {
                warn!("{error}");
                false
            }
        }
    }

    /// Tells, once, that a page could not be read, and sees to it that another pack is tried. It does not say which
    /// page: that would tell what somebody looked for.
    pub fn heed_damage(&mut self) {
        if self.is_damage_told || !self.library.is_damaged() {
            return;
        }
        self.is_damage_told = true;
        error!("a page of the content cannot be read: bring the pack again with `kiosk pack install`");
        let packs = self.places.as_ref().and_then(|places| places.packs.as_ref());
        if let (Some(packs), Some(pack)) = (packs, &self.pack) {
            match packs.note_damage(pack) {
                Ok(()) => self.is_choice_due = true,
                Err(error) => warn!("that the pack is damaged cannot be noted for the next start: {error}"),
            }
        }
    }
}

fn stamps(places: &Places) -> [Option<Stamp>; 2] {
    [places.packs.as_ref().and_then(Packs::stamp), Stamp::of(&places.staff_places())]
}

fn log(opened: &Opened) {
    info!("the kiosk runs with {}", opened.told);
    for fault in &opened.faults {
        warn!("{fault}");
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::content::pack::{self, Label};
    use crate::shell::{keygen, sign};

    /// A kiosk with a folder of content and no pack, and a desk.
    struct Place {
        folder: tempfile::TempDir,
        places: Places,
    }

    impl Place {
        fn new() -> Place {
            let folder = tempfile::tempdir().expect("a folder");
            std::fs::create_dir(folder.path().join("keys")).expect("a folder");
            keygen(&folder.path().join("keys/library"), false).expect("a key");
            let state = folder.path().join("state");
            let places = Places {
                content: Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good-content"),
                packs: Some(Packs::between(&state, &folder.path().join("installed"))),
                locales: None,
                state,
                config: folder.path().join("kiosk.toml"),
                is_config_asked: false,
            };
            Place { folder, places }
        }

        fn packs(&self) -> &Packs {
            self.places.packs.as_ref().expect("packs")
        }

        fn brings(&self, version: u64) {
            let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good-content");
            let library = parse::compile(&ContentFiles::read(&good).expect("the good content")).0;
            let path = self.folder.path().join("new.kpack");
            pack::build(&library, &Label { name: "test".to_owned(), version }, &path).expect("built");
            sign(&path, &self.folder.path().join("keys/library.key"), "test").expect("signed");
            self.packs().install(&path, &self.folder.path().join("keys"), &|_| Ok(())).expect("in place");
        }

        fn break_all(&self) {
            for entry in std::fs::read_dir(self.places.state.join("packs")).expect("packs") {
                let path = entry.expect("an entry").path();
                if path.extension().is_some_and(|ending| ending == "kpack") {
                    std::fs::remove_file(&path).expect("removed");
                    std::fs::write(path, "nothing").expect("written");
                }
            }
        }
    }

    fn version(content: &Content) -> Option<u64> {
        content.pack.as_ref().map(|name| name.version)
    }

    #[test]
    fn the_first_pack_of_all_is_taken_by_a_kiosk_that_runs_with_a_folder() {
        let place = Place::new();
        let mut content = Content::open(&place.places).expect("the folder");
        assert!(!content.renew());
        assert_eq!(version(&content), None);
        place.brings(1);
        assert!(content.renew());
        assert_eq!(version(&content), Some(1));
        assert!(!content.renew(), "once");
    }

    const PLACE: &str = "[[place]]\nid = \"our-desk\"\nname = { fr = \"Notre guichet\" }\nkind = \"help-desk\"\n\
                         help = \"confirmed\"\nstatus = \"confirmed\"\nsource = \"we\"\nchecked = 2026-11-23\n";

    #[test]
    fn what_staff_write_of_places_is_taken_between_two_visits_and_survives_a_new_pack() {
        let place = Place::new();
        let helpers = |content: &Content| content.library.helpers().len();
        let mut content = Content::open(&place.places).expect("the folder");
        let before = helpers(&content);
        std::fs::create_dir_all(&place.places.state).expect("a folder");
        std::fs::write(place.places.staff_places(), PLACE).expect("written");
        assert!(content.renew());
        assert_eq!(helpers(&content), before + 1);
        assert!(!content.renew(), "once");
        place.brings(1);
        assert!(content.renew());
        assert_eq!((version(&content), helpers(&content)), (Some(1), before + 1));
    }

    #[test]
    fn a_wrong_file_of_places_keeps_no_resident_out_and_is_told() {
        let place = Place::new();
        std::fs::create_dir_all(&place.places.state).expect("a folder");
        let file = place.places.staff_places();
        let wrong = PLACE.replace("our-desk", "other-desk").replace("help-desk", "hepl-desk");
        std::fs::write(&file, format!("{PLACE}\n{wrong}")).expect("written");
        let opened = open(&place.places).expect("opened");
        assert!(opened.library.find("our-desk").is_some() && opened.library.find("other-desk").is_none());
        let [fault] = &opened.faults[..] else { panic!("one fault: {:?}", opened.faults) };
        assert!(fault.contains("places.toml:13:8: unknown-value: `hepl-desk`"), "{fault}");
        for bytes in [b"\xff\xfe".as_slice(), b"[[place", b"place = 3"] {
            std::fs::write(&file, bytes).expect("written");
            let opened = open(&place.places).expect("opened");
            assert_eq!(opened.library.numbers().services, 2);
            assert!(!opened.faults.is_empty(), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_open_is_shown_on_when_nothing_else_can_be_opened() {
        let mut place = Place::new();
        place.places.content = place.folder.path().join("nowhere");
        place.brings(1);
        let mut content = Content::open(&place.places).expect("the pack");
        place.brings(2);
        place.break_all();
        assert!(!content.renew());
        assert_eq!((version(&content), content.library.services().count()), (Some(1), 2));
        // And a new start says what it has: nothing.
        assert_eq!(open(&place.places).expect("opened").library.numbers().services, 0);
    }

    #[test]
    fn where_no_pack_can_be_opened_the_folder_of_the_program_is_used() {
        let place = Place::new();
        place.brings(1);
        place.break_all();
        let opened = open(&place.places).expect("the folder");
        assert_eq!((opened.library.numbers().services, opened.faults.len()), (2, 1));
        assert!(opened.faults[0].contains("is not a pack"), "{:?}", opened.faults);
    }
}
