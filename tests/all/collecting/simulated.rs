//! Virtual residents are plausible, the same for the same seed, and never taken for real ones.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Output;

use inclusion_kiosk::base::{Date, Today};
use inclusion_kiosk::indicators::kiosks::Kiosks;
use inclusion_kiosk::indicators::residents::{Choices, Residents};
use inclusion_kiosk::usage::cell::Cell;
use inclusion_kiosk::usage::counters::Moment;
use inclusion_kiosk::usage::event::Event;
use inclusion_kiosk::usage::store::{self, Counts, Store, StoreError};

use crate::harness::{THREE_GUIDES, World, project};
use crate::program::{PROGRAM, command};

fn simulate(folder: &Path, seed: &str) -> Output {
    let mut command = command(PROGRAM);
    command.args(["simulate", "--visits", "60", "--months", "2", "--sites", "4", "--until", "2026-10"]);
    command.args(["--seed", seed, "--state"]).arg(folder).arg("--content").arg(project(THREE_GUIDES));
    command.output().expect("the program starts")
}

fn counts(folder: &Path) -> Counts {
    store::read(folder).expect("readable").expect("counted")
}

#[test]
fn the_same_seed_gives_the_same_counts_and_another_one_gives_others() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, seed) in [("a", "7"), ("b", "7"), ("c", "8")] {
        let output = simulate(&folder.path().join(name), seed);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
    for kiosk in ["BIB21001A-1", "BIB21004A-2"] {
        let [a, b, c] = ["a", "b", "c"].map(|name| counts(&folder.path().join(name).join(kiosk)));
        assert_eq!(a, b, "{kiosk}");
        assert_ne!(a, c, "{kiosk}");
    }
    assert_ne!(counts(&folder.path().join("a/BIB21001A-1")), counts(&folder.path().join("a/BIB21002A-1")));
    // A folder that holds something is not touched.
    let output = simulate(&folder.path().join("a"), "7");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn everything_says_that_it_is_simulated_and_no_kiosk_counts_into_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = folder.path().join("demo");
    simulate(&state, "7");
    let list = fs::read_to_string(state.join("kiosks.toml")).expect("a list");
    let kiosks = Kiosks::read("kiosks.toml", &list).expect("a good list");
    assert!(kiosks.is_simulated);
    let october = "2026-10".parse().expect("a month");
    let expected: Vec<String> =
        kiosks.expected(october).map(|(site, kiosk)| format!("{}-{}", site.code, kiosk.number)).collect();
    assert_eq!(expected, ["BIB21001A-1", "BIB21002A-1", "BIB21003A-1", "BIB21004A-1", "BIB21004A-2"]);
    for (kiosk, key) in expected.iter().zip(kiosks.sites.iter().flat_map(|site| &site.kiosks)) {
        let folder = state.join(kiosk);
        let before = counts(&folder);
        assert!(before.simulated);
        let months: BTreeSet<&str> = before.counts.iter().map(|row| row.month.as_str()).collect();
        assert_eq!(months.into_iter().collect::<Vec<_>>(), ["2026-09", "2026-10"]);
        assert!(fs::read_to_string(folder.join("kiosk.pub")).expect("a key").contains(&key.key));
        let mut store = Store::open(&folder).expect("opened");
        assert_eq!(store.set_aside(), None);
        let today = Moment::of(Today::Sure(Date::constant(2026, 10, 30)), 15);
        let refused = store.record(today, &[Cell::VISITS], &|show| show(Cell::VISITS)).expect_err("nobody is counted");
        assert!(matches!(refused, StoreError::Simulated { .. }), "{refused}");
        assert_eq!(counts(&folder), before);
    }
}

#[test]
fn visits_are_plausible_and_each_thing_is_done_once() {
    let world = World::real();
    let choices = Choices::of(&world.library, world.texts.tags());
    let mut residents = Residents::of(&choices, 7, 0);
    let visits: Vec<Vec<Event>> = (0..4000).map(|_| residents.visit()).collect();
    let mut opened = vec![0_u32; choices.services.len()];
    for visit in &visits {
        let unique: BTreeSet<&Event> = visit.iter().collect();
        assert_eq!(unique.len(), visit.len(), "{visit:?}");
        assert!(visit.contains(&Event::Visit));
        assert_eq!(visit.iter().filter(|event| matches!(event, Event::Language(_))).count(), 1);
        for event in visit {
            match event {
                Event::Opened(id) => opened[id.index()] += 1,
                Event::Started(id) => {
                    assert!(visit.contains(&Event::Opened(*id)), "{visit:?}");
                    let is_end = |event: &&Event| match event {
                        Event::Done(of) | Event::LeftAt(of, _) => of == id,
                        _ => false,
                    };
                    assert_eq!(visit.iter().filter(is_end).count(), 1, "a guide ends once: {visit:?}");
                }
                _ => {}
            }
        }
    }
    let share =
        |event: Event| visits.iter().filter(|visit| visit.contains(&event)).count() as f64 / visits.len() as f64;
    assert!((0.6..0.9).contains(&share(Event::Engaged)), "{}", share(Event::Engaged));
    assert!((0.05..0.2).contains(&share(Event::Assisted)));
    opened.sort_unstable_by(|one, other| other.cmp(one));
    assert!(opened[0] > 3 * opened[2] / 2, "some are wanted more than others: {opened:?}");
}
