//! Whatever is in a pack, its reader says what is wrong or shows calm pages. `.ci/long` draws many more cases.

mod random;

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use inclusion_kiosk::app::{self, App, Env, NAMED_SCREENS, Screen, When};
use inclusion_kiosk::base::{DateTime, Lang, Size, Today};
use inclusion_kiosk::content::library::Numbers;
use inclusion_kiosk::content::model::{
    Activity, Commune, Finder, Gym, InList, ItemId, Lesson, LifeEvent, Localized, Outline, Place, Room, RouteKind,
    Service, Summary, Term, Topic, Urgent,
};
use inclusion_kiosk::content::pack::{About, Pack};
use inclusion_kiosk::page::layout;
use inclusion_kiosk::present::{plain, screen};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::harness::{SMALL, World, good_files};
use crate::hostile::{ABOUT, change, change_about, put, read_everything, record, seal};
use crate::packs::build;

/// The first record of each kind, and of the search the words of a language too.
const FIRST: [i64; 21] = {
    let mut first = [ABOUT; 21];
    let mut kind = 1;
    while kind < 20 {
        first[kind as usize] = kind << 56;
        kind += 1;
    }
    first[20] = 13 << 56 | 1 << 16;
    first
};

/// The kinds of which a value is drawn; those of the search are bytes of its own.
const KINDS: [i64; 18] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19];

/// A case reads and draws a whole pack: a sixteenth of the usual number takes as long as elsewhere.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: (usual.cases / 16).max(1), failure_persistence: None, ..usual }
}

/// The bytes of a good pack, built once.
fn good_pack() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("1.kpack");
        build(&good_files(), 1, &path);
        fs::read(&path).expect("a pack")
    })
}

/// Reads a pack in every way there is: an error is one sentence, and what can be opened can be shown.
fn reads(path: &Path, world: &mut World) {
    if let Err(error) = Pack::verify(path) {
        let told = error.to_string();
        assert!(!told.chars().any(char::is_control) && told.len() < 500, "{told:?}");
    }
    if let Ok(pack) = Pack::open(path) {
        world.library = pack.into_library();
        read_everything(&world.library);
        shows_everything(world);
    }
}

/// Makes and draws the pages of the first items of each kind. Whatever they hold, the terminal gets no command.
fn shows_everything(world: &World) {
    let World { library, texts, settings, .. } = world;
    let today = Today::Sure("2026-11-25".parse().expect("a date"));
    let now = today_at_ten(today);
    let env = Env { library, texts, settings, figures: None, today, now, mouse: true, laid: None };
    let mut screens: Vec<Screen> = NAMED_SCREENS.iter().map(|(_, screen)| *screen).collect();
    screens.extend(library.topic_ids().take(4).map(|id| app::screen_of(ItemId::Topic(id))));
    screens.extend(library.event_ids().take(4).map(|id| app::screen_of(ItemId::Event(id))));
    screens.extend(library.term_ids().take(4).map(|id| app::screen_of(ItemId::Term(id))));
    for id in library.lesson_ids().take(4) {
        screens.extend([Screen::Lesson(id), Screen::Learned(id), Screen::LessonSlip(id)]);
        screens.extend([When::Before, When::After].map(|when| Screen::Sure(id, when)));
        screens.extend([When::Before, When::After].map(|when| Screen::Asked(id, when, 1)));
        screens.extend((0..12).flat_map(|part| [Screen::Card(id, part), Screen::Exercise(id, part)]));
    }
    for id in library.room_ids().take(4) {
        screens.extend([Screen::Room(id), Screen::Rehearsed(id)]);
        screens.extend(
            (0..4).flat_map(|at| [Screen::Scene(id, at), Screen::Mistake(id, at, 0), Screen::Mistake(id, at, 2)]),
        );
    }
    screens.extend((0..4).flat_map(|at| [Screen::Message(at), Screen::GymEnd(at)]));
    screens.extend((0..3).map(Screen::Activity));
    screens.extend([Screen::CodeLetters, Screen::WelcomeBack]);
    screens.extend(library.commune_ids().take(4).map(|id| app::screen_of(ItemId::Commune(id))));
    screens.extend(library.place_ids().take(4).map(|id| app::screen_of(ItemId::Place(id))));
    for id in library.service_ids().take(3) {
        screens.extend([Screen::Service(id), Screen::Before(id), Screen::Routes(id), Screen::StuckList(id)]);
        screens.extend([Screen::Done(id, None), Screen::Slip(id), Screen::Person(Some(id))]);
        screens.extend(RouteKind::ALL.map(|kind| Screen::Route(id, kind)));
        screens.extend((0..3).flat_map(|at| [Screen::Step(id, at), Screen::Stuck(id, at)]));
    }
    let languages: Vec<Lang> = texts.tags();
    for (screen, lang) in screens.iter().zip(languages.iter().cycle()) {
        let asked = App::showing(SMALL, *lang, *screen);
        let page = app::page(&asked, &env);
        if let Some(answered) = asked.with_answer() {
            plain::write(&app::page(&answered, &env));
        }
        let laid = layout(&page, SMALL);
        let Size { width, height } = SMALL;
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        screen::draw(&laid, env_theme(), &mut buffer);
        let shown: String = buffer.content.iter().map(|cell| cell.symbol()).collect();
        assert!(!shown.chars().any(char::is_control), "{screen:?}: {shown:?}");
        let words = plain::write(&page);
        assert!(!words.chars().any(|sign| sign.is_control() && sign != '\n'), "{screen:?}: {words:?}");
    }
}

fn today_at_ten(today: Today) -> Option<DateTime> {
    match today {
        Today::Sure(date) => Some(date.at(10, 0, 0, 0)),
        Today::Unsure => None,
    }
}

fn env_theme() -> inclusion_kiosk::base::Theme {
    App::fresh(SMALL).theme()
}

/// A pack as it was built, in a folder of its own, and something in it is changed; its checksum is right.
fn changed(act: impl FnOnce(&rusqlite::Connection)) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("1.kpack");
    fs::write(&path, good_pack()).expect("written");
    change(&path, act);
    (folder, path)
}

/// Runs a property with one world for all of its cases.
fn holds<S: Strategy>(strategy: S, property: impl Fn(&mut World, S::Value)) {
    let world = std::cell::RefCell::new(World::real());
    let tried = TestRunner::new(config()).run(&strategy, |drawn| {
        property(&mut world.borrow_mut(), drawn);
        Ok(())
    });
    tried.unwrap_or_else(|error| panic!("{error}"));
}

/// A value at random as a record.
fn drawn<T: Serialize + DeserializeOwned>(random: &mut fastrand::Rng) -> Option<Vec<u8>> {
    random::value::<T>(random).map(|value| postcard::to_stdvec(&value).expect("bytes"))
}

/// What a pack says of itself, at random. Numbers of items that no pack holds are refused before it is used
/// (`huge_declared_sizes_take_no_memory`); to look for each of four thousand million items takes hours.
fn drawn_about(random: &mut fastrand::Rng) -> Option<Vec<u8>> {
    let mut about = random::value::<About>(random)?;
    let Numbers { topics, events, services, terms, finders, lessons, rooms, communes, places } = &mut about.numbers;
    for number in [topics, events, services, terms, finders, lessons, rooms, communes, places] {
        *number %= 1000;
    }
    postcard::to_stdvec(&about).ok()
}

/// A record of a kind at random.
fn drawn_of(kind: i64, random: &mut fastrand::Rng) -> Option<Vec<u8>> {
    match kind {
        0 => drawn_about(random),
        1 => drawn::<Vec<Urgent>>(random),
        2 => drawn::<Topic>(random),
        3 => drawn::<Vec<u32>>(random),
        4 => drawn::<LifeEvent>(random),
        5 => drawn::<Term>(random),
        6 => drawn::<Vec<Outline>>(random),
        7 => drawn::<Summary>(random),
        9 => drawn::<Finder>(random),
        10 => drawn::<Commune>(random),
        11 => drawn::<Place>(random),
        12 => drawn::<Vec<InList>>(random),
        15 => drawn::<Lesson>(random),
        16 => drawn::<Vec<Activity>>(random),
        17 => drawn::<Localized<Vec<Box<str>>>>(random),
        18 => drawn::<Room>(random),
        19 => drawn::<Gym>(random),
        _ => drawn::<Service>(random),
    }
}

#[test]
fn no_file_stops_the_reader_of_packs() {
    holds(prop::collection::vec(any::<u8>(), 0..2000), |world, bytes| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("1.kpack");
        fs::write(&path, &bytes).expect("written");
        reads(&path, world);
        // The same between the two ends of a pack.
        let tables = &good_pack()[..4096];
        fs::write(&path, [&tables[..101], &bytes, &tables[101..]].concat()).expect("written");
        seal(&path);
        reads(&path, world);
    });
}

#[test]
fn no_bytes_in_a_pack_stop_its_reader() {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40);
    holds((changes, any::<bool>()), |world, (changes, is_sealed)| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("1.kpack");
        let mut bytes = good_pack().to_vec();
        if is_sealed {
            bytes.truncate(bytes.len() - 48);
        }
        for (place, byte) in &changes {
            let at = place.index(bytes.len());
            bytes[at] = *byte;
        }
        fs::write(&path, &bytes).expect("written");
        if is_sealed {
            seal(&path);
        }
        reads(&path, world);
    });
}

#[test]
fn no_bytes_of_a_record_stop_its_reader() {
    let record = prop::collection::vec(any::<u8>(), 0..400);
    holds((prop::sample::select(FIRST.to_vec()), record), |world, (address, bytes)| {
        let (_folder, path) = changed(|tables| put(tables, address, &bytes));
        reads(&path, world);
    });
}

#[test]
fn no_slip_in_a_record_stops_its_reader() {
    let slips = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4);
    holds((prop::sample::select(FIRST.to_vec()), slips), |world, (address, slips)| {
        let (_folder, path) = changed(|tables| {
            let mut bytes = record(tables, address);
            for (place, byte) in &slips {
                let at = place.index(bytes.len());
                bytes[at] = *byte;
            }
            put(tables, address, &bytes);
        });
        reads(&path, world);
    });
}

#[test]
fn no_value_of_a_record_stops_its_reader() {
    holds(any::<u64>(), |world, seed| {
        let mut random = fastrand::Rng::with_seed(seed);
        let (_folder, path) = changed(|tables| {
            for _ in 0..random.usize(1..6) {
                // Now and then what the pack says of itself; else its items.
                let kind = if random.u8(..20) == 0 { 0 } else { KINDS[random.usize(1..KINDS.len())] };
                if let Some(bytes) = drawn_of(kind, &mut random) {
                    let index = if matches!(kind, 2 | 5 | 7 | 8 | 10 | 11 | 15 | 18) { random.i64(..2) } else { 0 };
                    put(tables, FIRST[kind as usize] | index << 16, &bytes);
                }
            }
            if random.u8(..10) == 0 {
                change_about(tables, |about| about.numbers.topics = random.u32(..1000));
            }
        });
        reads(&path, world);
    });
}

#[test]
fn values_of_every_kind_are_drawn() {
    let mut random = fastrand::Rng::with_seed(4);
    for kind in KINDS {
        let drawn = (0..100).filter_map(|_| drawn_of(kind, &mut random)).count();
        assert!(drawn > 90, "kind {kind}: {drawn} of 100");
    }
}
