//! Every counter of the list of indicators: which a visit can feed, and which is not collected, so that what is made of it is
//! "not collected" and never 0.

use super::*;
use crate::lessons::{check, counts, play};

/// Table, cell, and whether it is collected. Uptime is no counter of visits.
const COUNTERS: [(&str, &str, bool); 64] = [
    ("sess", "all", true),
    ("sess", "engaged", true),
    ("sess", "assisted", true),
    ("lang", "en", true),
    ("daypart", "weekday-afternoon", true),
    ("first", "yes", true),
    ("first", "no", true),
    ("first", "skip", true),
    ("age", "0-15", true),
    ("age", "16-24", true),
    ("age", "25-54", true),
    ("age", "55-64", true),
    ("age", "65-74", true),
    ("age", "75+", true),
    ("age", "skip", true),
    ("net", "yes", true),
    ("net", "no", true),
    ("net", "skip", true),
    ("item_open", "itsme", true),
    ("lvl", "1", true),
    ("lvl", "2+", true),
    ("guide", "itsme:start", true),
    ("guide", "itsme:done", true),
    ("guide", "itsme:quit@get-app", true),
    ("guide", "itsme:written-down", true),
    ("guide", "itsme:printed", false),
    ("human", "identity:counter", true),
    ("human", "identity:phone", true),
    ("human", "identity:post", true),
    ("search", "hit", true),
    ("search", "zero", true),
    ("search", "chosen", true),
    ("zero", "identity-and-login", true),
    ("train", "learn-email:start", true),
    ("train", "learn-email:done", true),
    ("gain", "learn-email:1:rr", true),
    ("gain", "learn-email:1:rw", true),
    ("gain", "learn-email:1:wr", true),
    ("gain", "learn-email:1:ww", true),
    ("chkA", "start", true),
    ("chkA", "done", true),
    ("chkA", "partial", true),
    ("chkA", "start:en", true),
    ("chkA", "done:en", true),
    ("chkA", "level:AB:16-74", true),
    ("chkA", "area:SF:above", true),
    ("chkB", "start", false),
    ("chkB", "done", false),
    ("a11y", "contrast", true),
    ("a11y", "no-colour", true),
    ("a11y", "switch-keyboard", true),
    ("a11y", "audio", false),
    ("a11y", "large-text", false),
    ("a11y", "easy-read", false),
    ("a11y", "sign-video", false),
    ("poll", "shown", false),
    ("poll", "voted", false),
    ("lang_group", "en:identity", true),
    ("useful", "itsme:yes", true),
    ("useful", "itsme:no", true),
    ("pack", "brussels@1", true),
    ("up", "available", true),
    ("up", "opening", true),
    ("late", "all", true),
];
/// What the kiosk counts of itself, and visits that came too late: no screen feeds these.
const OF_THE_KIOSK: [&str; 2] = ["up", "late"];

#[test]
fn every_counter_of_the_list_is_made_or_not_collected() {
    let names = named(&World::corpus());
    let all: BTreeSet<(&str, String)> =
        all(&names).into_iter().map(|cell| (cell.table.name(), cell.name.into_owned())).collect();
    for (table, cell, is_made) in COUNTERS {
        assert_eq!(all.contains(&(table, cell.to_owned())), is_made, "{table} {cell}");
    }
    for table in ["poll", "chkB"] {
        assert!(cell::Table::ALL.iter().all(|known| known.name() != table), "no screen feeds {table}");
    }
    let listed: BTreeSet<&str> = COUNTERS.iter().map(|(table, ..)| *table).collect();
    for table in cell::Table::ALL {
        assert!(listed.contains(table.name()), "{} is not in the list", table.name());
    }
}

/// The tables that a visit in English raises which goes through these keys, from the home screen on.
fn tables_of(world: &World, go: impl FnOnce(&mut Kiosk)) -> BTreeSet<&'static str> {
    let mut kiosk = world.kiosk(WIDE);
    kiosk.keys("enter 3");
    go(&mut kiosk);
    let events = counts::counted(&mut kiosk);
    cell::of_visit(&events, on("2026-11-25"), &named(world)).iter().map(|cell| cell.table.name()).collect()
}

#[test]
fn screens_feed_every_table_that_is_collected() {
    let world = World::corpus();
    let mut fed = tables_of(&world, |kiosk| {
        kiosk.keys("f4 2 f3");
        "zzzzqqq".chars().for_each(|sign| _ = kiosk.press(Key::Char(sign)));
        let names =
            world.library.topics().filter_map(|(_, topic)| topic.name.get(lang("en")).map(|name| name.to_string()));
        let offered = names.into_iter().find(|name| play::has(kiosk, name)).expect("a topic instead");
        kiosk.choose(&offered);
    });
    fed.extend(tables_of(&world, check::answers_yes));
    let mut learns = counts::learns(&world, [true, false, true], [true, true, false]);
    let events = counts::counted(&mut learns);
    let names = named(&world);
    fed.extend(cell::of_visit(&events, on("2026-11-25"), &names).iter().map(|cell| cell.table.name()));
    let (itsme, change) = (world.service("itsme"), world.service("change-of-address"));
    for screen in [Screen::Route(change, RouteKind::Phone), Screen::Step(itsme, 0), Screen::Done(itsme, None)] {
        let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), screen));
        kiosk.keys(if matches!(screen, Screen::Done(..)) { "1" } else { "f1 esc" });
        let events = counts::counted(&mut kiosk);
        fed.extend(cell::of_visit(&events, on("2026-11-25"), &names).iter().map(|cell| cell.table.name()));
    }
    let of_screens = cell::Table::ALL.iter().map(|table| table.name()).filter(|table| !OF_THE_KIOSK.contains(table));
    assert_eq!(fed, of_screens.collect());
}

#[test]
fn no_group_has_a_limit_below_what_its_services_reach_in_a_day() {
    let library = World::corpus().library;
    let limit = u32::from(cell::Table::LangGroup.daily_limit());
    for group in inclusion_kiosk::base::Group::ALL {
        let number = library.services().filter(|(_, service)| service.group == group).count() as u32;
        let reached = number * u32::from(cell::Table::ItemOpen.daily_limit());
        assert!(reached <= limit, "{}: {reached} are more than {limit}", group.name());
    }
}

#[test]
fn a_group_of_services_says_in_each_language_what_its_services_say() {
    let world = World::corpus();
    let names = named(&world);
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("opened");
    let group = |id: &ServiceId| world.library.service(*id).map(|service| service.group);
    let all: Vec<ServiceId> = world.library.service_ids().collect();
    for (at, tag) in (0..150).zip(["fr", "nl", "en"].into_iter().cycle()) {
        let mut kiosk = world.kiosk_with(App::showing(WIDE, lang(tag), Screen::Home));
        // Three services a visit, some of one group.
        for step in 0..3 {
            let mut other =
                world.kiosk_with(App::showing(WIDE, lang(tag), Screen::Service(all[(at + step) % all.len()])));
            other.keys("f1 esc");
            kiosk = other;
        }
        record(&mut store, &counts::counted(&mut kiosk), on("2026-11-25"), &names);
    }
    let counts = read(folder.path());
    for of in inclusion_kiosk::base::Group::ALL {
        let ids = all.iter().filter(|id| group(id) == Some(of)).filter_map(|id| world.library.service(*id));
        let services: u32 = ids.map(|service| n(&counts, "2026-11", "item_open", &service.id)).sum();
        let cells = ["fr", "nl", "en"].map(|tag| format!("{tag}:{}", of.name()));
        let groups: u32 = cells.iter().map(|cell| n(&counts, "2026-11", "lang_group", cell)).sum();
        assert_eq!(groups, services, "{}", of.name());
    }
    assert!(n(&counts, "2026-11", "lang_group", "fr:identity") > 0);
}
