//! All content of the project: every page of every guide fits and says something, every service is near, every fact has
//! its source.

use std::collections::BTreeMap;

use inclusion_kiosk::app::{self, App, Screen};
use inclusion_kiosk::base::{Lang, ServiceId, Size};
use inclusion_kiosk::content::model::{Level, RouteKind, RouteState, Service};
use inclusion_kiosk::page::Target;

use crate::harness::{Kiosk, SMALL, WIDE, World};
use crate::walk::is_shown_whole;

/// Every screen that belongs to a service.
fn screens(id: ServiceId, service: &Service) -> Vec<Screen> {
    let mut screens = vec![
        Screen::Service(id),
        Screen::Before(id),
        Screen::Routes(id),
        Screen::StuckList(id),
        Screen::Done(id, None),
        Screen::Slip(id),
        Screen::Person(Some(id)),
    ];
    screens.extend(service.routes.iter().map(|route| Screen::Route(id, route.kind)));
    screens.extend((0..service.steps().len()).map(|step| Screen::Step(id, step as u16)));
    screens.extend((0..service.stuck().len()).map(|section| Screen::Stuck(id, section as u16)));
    screens
}

#[test]
fn every_page_of_every_guide_is_shown_whole_on_the_smallest_screen_in_every_language() {
    let world = World::corpus();
    for lang in world.texts.tags() {
        for (id, service) in world.library.services() {
            for screen in screens(id, &service) {
                let name = format!("{} {screen:?} in {lang}", service.id);
                is_shown_whole(&name, world.kiosk_with(App::showing(SMALL, lang, screen)));
            }
        }
        for (id, finder) in world.library.finders() {
            for (part, step) in finder.steps() {
                let name = format!("{}#{part} in {lang}", finder.id);
                is_shown_whole(&name, world.kiosk_with(App::showing(SMALL, lang, Screen::Finder(id, step))));
            }
        }
    }
}

/// The fewest choices that lead from the start screen to each service: the language is the first of them.
fn distances(world: &World, lang: Lang, size: Size) -> BTreeMap<ServiceId, usize> {
    let mut found = BTreeMap::new();
    let mut seen: Vec<Screen> = Vec::new();
    let mut edge: Vec<Kiosk> = vec![world.kiosk_with(App::showing(size, lang, Screen::Home))];
    for choices in 2..=6 {
        let mut next: Vec<Kiosk> = Vec::new();
        for kiosk in &edge {
            let choices_here: Vec<Target> = kiosk.laid().choices.iter().map(|(target, _)| *target).collect();
            for target in choices_here {
                let mut after = kiosk.clone();
                let rev = after.app.rev();
                after.send(app::Msg::Pointer(after.now, rev, target));
                match after.app.screen() {
                    Some(Screen::Service(id)) => drop(found.entry(id).or_insert(choices)),
                    // From the lists one goes on.
                    Some(screen @ (Screen::Topic(_) | Screen::Event(_) | Screen::More(..) | Screen::Finder(..)))
                        if !seen.contains(&screen) =>
                    {
                        seen.push(screen);
                        next.push(after);
                    }
                    _ => {}
                }
            }
        }
        edge = next;
    }
    found
}

#[test]
fn every_service_is_at_most_five_choices_from_the_start_screen_in_every_language_and_size() {
    let world = World::corpus();
    for size in [WIDE, SMALL] {
        for lang in world.texts.tags() {
            let distances = distances(&world, lang, size);
            for (id, service) in world.library.services() {
                let far = distances.get(&id).copied();
                assert!(
                    far.is_some_and(|far| far <= 5),
                    "{} is {far:?} choices away in {lang} at {size:?}",
                    service.id
                );
            }
        }
    }
}

#[test]
fn every_fact_has_a_source_and_the_day_on_which_it_was_checked() {
    let world = World::corpus();
    let mut facts = 0;
    for (_, service) in world.library.services() {
        for fact in &service.facts {
            assert!(!fact.sources.is_empty() && fact.checked.year() >= 2026, "{}: {}", service.id, fact.id);
            facts += 1;
        }
    }
    assert!(facts > 0);
}

/// Guides of a commune or of the Region for which nobody can write a letter, and why.
const WITHOUT_LETTER: [&str; 5] = [
    // The counter takes fingerprints.
    "eid-card",
    // It is for this night.
    "homeless-emergency-shelter",
    // Rooms and people to go to.
    "public-computer-rooms",
    "public-it-helper-arc",
    "public-writer",
];

/// The Brussels authorities must offer a counter, a phone and a letter: where one is not known, the text says whom to ask.
#[test]
fn no_guide_of_a_commune_or_of_the_region_denies_the_way_to_a_person() {
    let world = World::corpus();
    for (_, service) in world.library.services().filter(|(_, it)| matches!(it.level, Level::Commune | Level::Region)) {
        for kind in [RouteKind::Counter, RouteKind::Phone, RouteKind::Post] {
            let route = service.routes.iter().find(|route| route.kind == kind).map(|route| route.state);
            let is_letter_impossible = kind == RouteKind::Post && WITHOUT_LETTER.contains(&&*service.id);
            let is_denied = matches!(route, None | Some(RouteState::None));
            assert_eq!(is_denied, is_letter_impossible, "{}: {kind:?} is {route:?}", service.id);
        }
    }
}

#[test]
fn what_to_do_in_danger_is_two_keys_away_from_anywhere() {
    let world = World::corpus();
    let guide = world.service("emergency-numbers");
    for size in [WIDE, SMALL] {
        for screen in [Screen::Home, Screen::Step(world.service("itsme"), 2), Screen::Glossary] {
            let mut kiosk = world.kiosk_with(App::showing(size, world.texts.first(), screen));
            kiosk.keys("f7 1");
            assert_eq!(kiosk.app.screen(), Some(Screen::Service(guide)), "from {screen:?} at {size:?}");
        }
    }
}

#[test]
fn what_to_say_at_a_counter_stands_side_by_side_under_f8_and_on_the_page_to_write_down() {
    let world = World::corpus();
    for (service, pair) in [("change-of-address", "changement d'adresse = adreswijziging"), ("irisbox", "IRISbox")] {
        let screen = Screen::Service(world.service(service));
        for lang in world.texts.tags() {
            for key in ["f8", "f6"] {
                let mut kiosk = world.kiosk_with(App::showing(WIDE, lang, screen));
                kiosk.keys(key).sees(pair).does_not_see("IRISbox = IRISbox");
            }
        }
    }
}
