//! What a start and a key cost inside the core. Compare figures of one run with each other, never milliseconds of two
//! machines; `docs/performance.md` has the figures on a terminal.

use std::path::Path;

use divan::Bencher;
use inclusion_kiosk::app::{self, App, Env, Msg, Screen, Settings};
use inclusion_kiosk::base::{Key, Lang, Millis, Size, Theme};
use inclusion_kiosk::commands::long_pages;
use inclusion_kiosk::content::Library;
use inclusion_kiosk::content::check;
use inclusion_kiosk::content::model::ItemId;
use inclusion_kiosk::content::source::{ContentFile, ContentFiles, dictionaries, read_locales};
use inclusion_kiosk::i18n::Texts;
use inclusion_kiosk::page::{Laid, layout};
use inclusion_kiosk::present::screen;
use inclusion_kiosk::shell::Named;
use inclusion_kiosk::usage::cell;
use inclusion_kiosk::usage::counters::Moment;
use inclusion_kiosk::usage::event::Event;
use inclusion_kiosk::usage::store::Store;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZE: Size = Size { width: 80, height: 25 };

fn main() {
    divan::main();
}

struct World {
    library: Library,
    texts: Texts,
    settings: Settings,
}

impl World {
    fn read() -> World {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let files = ContentFiles::read(&root.join("content")).expect("the project has content");
        let locales = read_locales(&root.join("locales")).expect("the project has locales").0;
        World {
            library: app_library(&files),
            texts: Texts::new(locales).expect("the locales are well formed"),
            settings: Settings::default(),
        }
    }

    fn env<'a>(&'a self, laid: Option<&'a Laid>) -> Env<'a> {
        Env { laid, ..Env::still(&self.library, &self.texts, &self.settings) }
    }

    fn step(&self) -> App {
        let Some(ItemId::Service(service)) = self.library.find("itsme") else { unreachable!("the content has itsme") };
        App::showing(SIZE, self.lang(), Screen::Step(service, 3))
    }

    fn home(&self) -> App {
        App::showing(SIZE, self.lang(), Screen::Home)
    }

    fn lang(&self) -> Lang {
        self.texts.first()
    }
}

fn app_library(files: &ContentFiles) -> Library {
    inclusion_kiosk::content::parse::compile(files).0
}

/// The content of the project with so many copies of a service, in three languages.
fn many_services(count: usize) -> ContentFiles {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut files = ContentFiles::read(&root).expect("the project has content");
    let guide: Vec<ContentFile> =
        files.files.iter().filter(|file| file.path.starts_with("services/itsme/")).cloned().collect();
    for number in 0..count {
        files.files.extend(guide.iter().map(|file| ContentFile {
            path: file.path.replace("itsme", &format!("service-{number}")),
            text: file.text.clone(),
        }));
    }
    files
}

/// `kiosk check` without reading files and without pages: every rule of texts, with the dictionaries of this machine.
#[divan::bench(args = [2_500, 5_000, 10_000], sample_count = 1, sample_size = 1)]
fn check_texts(bencher: Bencher, count: usize) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = many_services(count);
    let locales = read_locales(&root.join("locales")).expect("the project has locales").0;
    let langs: Vec<Lang> = locales.iter().map(|locale| locale.lang).collect();
    let (dictionaries, _) = dictionaries::read(&dictionaries::FOLDERS.map(Path::new), &langs);
    bencher.bench_local(|| {
        let (_, findings) = check::read(&files, &locales, &dictionaries);
        check::settle(&files, &locales, findings).len()
    });
}

/// The pages of these services, each laid out at two sizes in three languages.
#[divan::bench(args = [2_500, 5_000, 10_000], sample_count = 1, sample_size = 1)]
fn check_pages(bencher: Bencher, count: usize) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = many_services(count);
    let texts = Texts::new(read_locales(&root.join("locales")).expect("the project has locales").0);
    let texts = texts.expect("the locales are well formed");
    let library = app_library(&files);
    bencher.bench_local(|| long_pages(&library, &texts, &files).len());
}

/// The languages, up to the first page laid out: all that stands before the first frame.
#[divan::bench]
fn start_to_first_page(bencher: Bencher) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    bencher.bench(|| {
        let locales = read_locales(&root.join("locales")).expect("the project has locales").0;
        let texts = Texts::new(locales).expect("the locales are well formed");
        let (library, settings) = (Library::default(), Settings::default());
        let env = Env::still(&library, &texts, &settings);
        layout(&app::page(&App::fresh(SIZE), &env), SIZE)
    });
}

/// The whole content folder, read and linked: after the first frame, before the first key is answered.
#[divan::bench]
fn read_the_content(bencher: Bencher) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    bencher.bench(|| app_library(&ContentFiles::read(&root).expect("the project has content")));
}

#[divan::bench(args = ["home", "step"])]
fn page(bencher: Bencher, screen: &str) {
    let world = World::read();
    let state = if screen == "home" { world.home() } else { world.step() };
    bencher.bench_local(|| app::page(&state, &world.env(None)));
}

#[divan::bench(args = ["home", "step"])]
fn lay_out(bencher: Bencher, screen: &str) {
    let world = World::read();
    let state = if screen == "home" { world.home() } else { world.step() };
    let page = app::page(&state, &world.env(None));
    bencher.bench_local(|| layout(&page, SIZE));
}

/// A key in a list, from the key to the cells: update, page, layout, draw.
#[divan::bench]
fn key_in_a_list(bencher: Bencher) {
    let world = World::read();
    let mut state = world.home();
    let mut laid = layout(&app::page(&state, &world.env(None)), SIZE);
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
    let mut down = false;
    bencher.bench_local(|| {
        down = !down;
        let key = if down { Key::Down } else { Key::Up };
        app::update(&mut state, &world.env(Some(&laid)), Msg::Key(Millis(1), key));
        laid = layout(&app::page(&state, &world.env(None)), SIZE);
        screen::draw(&laid, Theme::Dark, &mut buffer);
    });
}

/// The index of the search of the whole content folder: at its first search; of a pack, it was built with it.
#[divan::bench]
fn build_the_search(bencher: Bencher) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = ContentFiles::read(&root).expect("the project has content");
    bencher.with_inputs(|| app_library(&files)).bench_local_values(|library| library.search("a", lang("fr"), 10));
}

/// A key in the search, the last of what is typed. `examples/search_keys.rs` says what it costs on a pack.
#[divan::bench(args = ["carte", "carte d'identité", "kart didentiter", "facture de gaz trop chère ce mois-ci"])]
fn key_in_the_search(bencher: Bencher, query: &str) {
    let world = World::read();
    world.library.search("a", world.lang(), 10);
    bencher.bench_local(|| world.library.search(query, world.lang(), 10));
}

fn lang(tag: &str) -> Lang {
    tag.parse().expect("a tag")
}

/// Opening the counts, as at a start: after the first frame, on the recorder's thread.
#[divan::bench]
fn open_the_counts(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a folder");
    drop(Store::open(folder.path()).expect("opened"));
    bencher.bench_local(|| Store::open(folder.path()).expect("opened"));
}

/// A visit that opened a service, through to the disk: on the recorder's thread, no key waits for it.
#[divan::bench]
fn store_a_visit(bencher: Bencher) {
    let world = World::read();
    let names = Named { library: world.library.clone(), languages: world.texts.tags() };
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("opened");
    let Some(ItemId::Service(service)) = world.library.find("itsme") else { unreachable!("the content has itsme") };
    let events = [Event::Visit, Event::Engaged, Event::Language(world.lang()), Event::Opened(service)];
    let cells = cell::of_visit(&events, Moment::Unsure, &names);
    // Without a date there is no limit of a day, so each visit is written.
    bencher.bench_local(|| {
        store.record(Moment::Unsure, &cells, &|show| cell::all(&names, show)).expect("counted");
        store.settle(Moment::Unsure.month()).expect("settled");
    });
}
