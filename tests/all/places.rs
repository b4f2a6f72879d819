//! Help near you: the places of the content, when their doors are open, the map, and the way to them from F7.

use inclusion_kiosk::app::{App, Screen};
use inclusion_kiosk::base::{
    Date, Door, Exception, Key, Lang, Size, TimeOfDay, Timetable, Today, WeekHours, is_public_holiday,
};
use inclusion_kiosk::content::Library;
use inclusion_kiosk::content::model::{FactValue, ItemId, Need, Status};
use inclusion_kiosk::content::parse;
use inclusion_kiosk::content::source::{ContentFile, ContentFiles};
use inclusion_kiosk::page::Block;
use inclusion_kiosk::present::plain;
use inclusion_kiosk::shell;

use crate::harness::{HUGE, Kiosk, SMALL, WIDE, World, lang};
use crate::walk::is_shown_whole;

fn commune(library: &Library, id: &str) -> inclusion_kiosk::base::CommuneId {
    match library.find(id) {
        Some(ItemId::Commune(id)) => id,
        other => panic!("{id} is {other:?}"),
    }
}

/// Every screen of places.
fn screens(library: &Library) -> Vec<Screen> {
    let mut screens = vec![Screen::Places, Screen::Map, Screen::Communes(None)];
    screens.extend(Need::ALL.map(|need| Screen::Communes(Some(need))));
    screens.extend(library.commune_ids().map(|id| Screen::Near(id, None)));
    let jette = commune(library, "jette");
    screens.extend(Need::ALL.map(|need| Screen::Near(jette, Some(need))));
    screens.extend(library.helpers().iter().map(|helper| Screen::Place(helper.id)));
    screens
}

#[test]
fn every_page_of_places_is_shown_whole_in_every_size_and_language() {
    let world = World::corpus();
    for size in [SMALL, WIDE, HUGE] {
        for lang in world.texts.tags() {
            for screen in screens(&world.library) {
                let kiosk = world.kiosk_with(App::showing(size, lang, screen));
                assert_ne!(kiosk.page().name, "unreadable", "{screen:?}");
                is_shown_whole(&format!("{screen:?} in {lang}"), kiosk);
            }
        }
    }
}

#[test]
fn the_nineteen_communes_stand_in_places_of_their_own_and_are_neighbours_of_their_neighbours() {
    let library = World::corpus().library;
    let communes: Vec<_> = library.communes().collect();
    assert_eq!(communes.len(), 19);
    for (id, commune) in &communes {
        assert!(!commune.neighbours.is_empty(), "{} lies alone", commune.id);
        for neighbour in &commune.neighbours {
            let other = library.commune(*neighbour).expect("a commune");
            assert!(other.neighbours.contains(id), "{} does not know {}", other.id, commune.id);
        }
        let same_tile = communes.iter().filter(|(_, other)| other.tile == commune.tile).count();
        assert_eq!(same_tile, 1, "{}", commune.id);
    }
}

#[test]
fn nobody_is_sent_to_a_place_that_nobody_confirmed_without_a_number_to_phone_first() {
    let world = World::corpus();
    let mut hidden = 0;
    for (id, place) in world.library.places() {
        let is_shown = world.library.helpers().iter().any(|helper| helper.id == id);
        match place.status {
            Status::Confirmed => assert!(is_shown, "{}", place.id),
            _ => assert_eq!(is_shown, place.contact.phone.is_some(), "{}", place.id),
        }
        hidden += usize::from(!is_shown);
        for fact in place.contact.facts() {
            assert!(!fact.sources.is_empty(), "{}", place.id);
        }
        if is_shown && place.status == Status::NotConfirmed {
            let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Place(id)));
            kiosk.sees("Not confirmed: phone first").does_not_see("open now").does_not_see("opens ");
        }
    }
    assert!(hidden > 0, "the rule leaves some out");
}

/// A place with sure hours, and one with the same hours of which nobody is sure.
const PLACES: &str = r#"
[[place]]
id = "sure"
name = { fr = "Le sûr" }
kind = "library"
commune = "jette"
postcode = "1090"
street = { fr = "Rue Haute" }
offers = ["computers"]
help = "confirmed"
hours = { monday = "09:00-12:00,13:00-17:00", wednesday = "09:00-17:00", friday = "09:00-12:00" }
status = "confirmed"
source = "https://example.be"
checked = 2026-11-23

[[place.exception]]
from = 2026-12-09
hours = { wednesday = "14:00-16:00" }

[[place]]
id = "unsure"
name = { fr = "Le moins sûr" }
kind = "library"
commune = "jette"
offers = ["computers"]
help = "confirmed"
hours = { wednesday = "09:00-17:00" }
status = "confirmed"
source = "https://example.be"
checked = 2026-11-23
confirm = true
"#;

/// The project with these places on top.
fn with_places() -> World {
    let world = World::corpus();
    let (library, findings) = parse::amend(&world.library, "places.toml", PLACES);
    assert_eq!(findings, []);
    World { library, ..world }
}

fn shown(world: &World, id: &str, tag: &str) -> String {
    let Some(ItemId::Place(id)) = world.library.find(id) else { panic!("{id} is no place") };
    plain::write(&world.kiosk_with(App::showing(WIDE, lang(tag), Screen::Place(id))).page())
}

#[test]
fn a_place_says_that_it_is_open_only_where_hours_and_clock_are_sure() {
    let mut world = with_places();
    for (now, en, fr, nl) in [
        ("2026-11-25T10:00", "open now, until 17:00", "c'est ouvert, jusqu'à 17 h", "nu open, tot 17 uur"),
        ("2026-11-25T08:30", "opens today at 9:00", "ouvre aujourd'hui à 9 h", "opent vandaag om 9 uur"),
        ("2026-11-26T08:30", "opens tomorrow at 9:00", "ouvre demain à 9 h", "opent morgen om 9 uur"),
        ("2026-11-25T17:00", "opens Friday at 9:00", "ouvre vendredi à 9 h", "opent vrijdag om 9 uur"),
        ("2026-12-09T15:30", "open now, until 16:00", "c'est ouvert, jusqu'à 16 h", "nu open, tot 16 uur"),
        // Christmas is a Friday.
        ("2026-12-23T18:00", "opens Monday at 9:00", "ouvre lundi à 9 h", "opent maandag om 9 uur"),
    ] {
        world.now = Some(now.parse().expect("a moment"));
        for (tag, wanted) in [("en", en), ("fr", fr), ("nl", nl)] {
            let text = shown(&world, "sure", tag).replace('\u{a0}', " ");
            assert!(text.contains(wanted), "{wanted} at {now}:\n{text}");
        }
    }
    world.now = Some("2026-11-25T10:00".parse().expect("a moment"));
    assert!(!shown(&world, "unsure", "en").contains("open now"), "the hours are not sure");
    // Past their shelf life.
    world.today = Today::Sure(Date::constant(2027, 11, 24));
    assert!(!shown(&world, "sure", "en").contains("open"), "nobody looked for a year");
    (world.today, world.now) = (Today::Unsure, None);
    assert!(!shown(&world, "sure", "en").contains("open"), "the clock is not sure");
}

#[test]
fn days_with_other_hours_are_told_until_they_are_over() {
    let mut world = with_places();
    let told = "Special days: Wednesday 9 December 2026: other hours";
    let text = shown(&world, "sure", "en");
    assert!(text.contains(told) && text.contains("Wednesday: 14:00 to 16:00"), "{text}");
    world.today = Today::Sure(Date::constant(2026, 12, 10));
    assert!(!shown(&world, "sure", "en").contains("Special days"));
}

#[test]
fn an_address_without_a_number_of_a_house_reads_well() {
    let text = shown(&with_places(), "sure", "fr");
    assert!(text.contains("Rue Haute, 1090 Jette"), "{text}");
}

#[test]
fn what_staff_write_stands_in_the_place_of_what_is_known_and_a_closed_place_is_gone() {
    let world = World::corpus();
    let count = |library: &Library| library.helpers().len();
    let old = format!("{PLACES}\n").replace("id = \"sure\"", "id = \"muntpunt\"");
    let (library, findings) = parse::amend(&world.library, "places.toml", &old);
    assert_eq!(findings, []);
    assert_eq!(count(&library), count(&world.library) + 1, "one is new, one was known");
    let Some(ItemId::Place(id)) = library.find("muntpunt") else { panic!("it is still there") };
    assert_eq!(world.library.find("muntpunt"), Some(ItemId::Place(id)), "it keeps its id");
    let closed = old.replacen("status = \"confirmed\"", "status = \"closed\"", 1);
    let (library, _) = parse::amend(&world.library, "places.toml", &closed);
    assert_eq!(count(&library), count(&world.library));
    assert!(library.helpers().iter().all(|helper| helper.id != id));
}

#[test]
fn the_nearest_places_come_first() {
    let mut world = with_places();
    world.settings.site.commune = "jette".to_owned();
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Home));
    kiosk.choose("Find help near me").choose("A computer");
    let text = plain::write(&kiosk.page());
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is missing:\n{text}"));
    assert!(at("Here: Jette") < at("Le sûr") && at("Le sûr") < at("Close by: City of Brussels"));
    assert!(at("Close by: City of Brussels") < at("Further away: Anderlecht"), "{text}");
}

#[test]
fn a_commune_is_found_by_its_postcode() {
    let world = World::corpus();
    let kiosk = world.kiosk_with(App::showing(WIDE, lang("nl"), Screen::Communes(None)));
    let text = plain::write(&kiosk.page());
    for line in ["Brussel (1000, 1020, 1120, 1130)", "Vorst (1190)", "Sint-Lambrechts-Woluwe (1200)"] {
        assert!(text.contains(line), "{line}:\n{text}");
    }
}

#[test]
fn the_search_leads_to_the_help_around_a_commune_and_to_a_place() {
    let world = World::corpus();
    for (typed, label, screen) in [
        ("1140", "Help: Evere – “1140”", Screen::Near(commune(&world.library, "evere"), None)),
        ("schaerbeek", "Help: Schaerbeek", Screen::Near(commune(&world.library, "schaerbeek"), None)),
    ] {
        let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Home));
        kiosk.keys("f3");
        typed.chars().for_each(|sign| _ = kiosk.press(Key::Char(sign)));
        kiosk.sees(label).keys("enter");
        assert_eq!(kiosk.app.screen(), Some(screen), "{typed}");
    }
    // One that staff wrote.
    let world = with_places();
    let Some(ItemId::Place(sure)) = world.library.find("sure") else { panic!("it is there") };
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("fr"), Screen::Home));
    kiosk.keys("f3");
    "le sûr jette".chars().for_each(|sign| _ = kiosk.press(Key::Char(sign)));
    kiosk.sees("Le sûr").choose("Le sûr");
    assert_eq!(kiosk.app.screen(), Some(Screen::Place(sure)));
}

fn tile(kiosk: &Kiosk) -> Option<(u8, u8)> {
    kiosk.laid().focus.and_then(|focus| kiosk.laid().tile(focus))
}

#[test]
fn the_arrows_reach_every_tile_of_the_map_and_lead_out_of_it() {
    let world = World::corpus();
    for size in [SMALL, WIDE, HUGE] {
        let mut kiosk = world.kiosk_with(App::showing(size, lang("fr"), Screen::Map));
        assert_eq!(kiosk.laid().tiles.len(), 19);
        assert!(
            kiosk.laid().tiles.iter().all(|(tile, _)| kiosk.laid().shown.contains(tile)),
            "seen as one at {size:?}"
        );
        let mut seen = Vec::new();
        let mut edge = vec![kiosk.clone()];
        while let Some(from) = edge.pop() {
            let Some(at) = tile(&from).filter(|at| !seen.contains(at)) else { continue };
            seen.push(at);
            for key in ["up", "down", "left", "right"] {
                let mut next = from.clone();
                next.keys(key);
                edge.push(next);
            }
        }
        assert_eq!(seen.len(), 19, "at {size:?}");
        // Forest, Uccle, and out of it.
        kiosk.keys("down down down down down down down down");
        assert_eq!(tile(&kiosk), None, "{}", kiosk.screen());
    }
}

#[test]
fn an_arrow_goes_to_the_tile_that_one_sees_there() {
    let world = World::corpus();
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("fr"), Screen::Map));
    let walk: Vec<_> = ["down", "right", "down", "right", "up", "left"].map(|key| tile(kiosk.keys(key))).into();
    // Koekelberg, Bruxelles, Saint-Gilles, Etterbeek, Saint-Josse, Bruxelles.
    let wanted = [(1, 1), (2, 1), (2, 2), (3, 2), (3, 1), (2, 1)].map(Some);
    assert_eq!(walk, wanted);
    kiosk.keys("enter");
    assert_eq!(kiosk.app.screen(), Some(Screen::Near(commune(&world.library, "bruxelles"), None)));
}

#[test]
fn no_digit_of_a_postcode_opens_a_tile() {
    let world = World::corpus();
    let mut kiosk = world.kiosk_with(App::showing(SMALL, lang("nl"), Screen::Map));
    for digit in '1'..='9' {
        kiosk.press(Key::Char(digit));
        assert_eq!(kiosk.app.screen(), Some(Screen::Map), "{digit}");
    }
}

#[test]
fn a_press_on_a_tile_opens_its_commune() {
    let world = World::corpus();
    for size in [SMALL, WIDE] {
        let kiosk = world.kiosk_with(App::showing(size, lang("en"), Screen::Map));
        for (target, _) in &kiosk.laid().tiles {
            let cells: Vec<_> = kiosk.laid().hits.iter().filter(|hit| hit.target == *target).collect();
            assert!(!cells.is_empty() && cells.iter().all(|hit| hit.width >= 6), "{target:?} at {size:?}");
        }
    }
}

#[test]
fn the_map_is_a_list_for_the_voice() {
    let world = World::corpus();
    let page = world.kiosk_with(App::showing(SMALL, lang("en"), Screen::Map)).page();
    let text = plain::write(&page);
    assert!(text.contains("Woluwe-Saint-Lambert (see close by)") && !text.contains("WSL"), "{text}");
    assert!(page.blocks.iter().any(|block| matches!(block, Block::Map(tiles) if tiles.len() == 19)));
}

#[test]
fn the_map_reads_well_in_both_sizes_and_all_languages() {
    let world = World::corpus();
    let told = |size: Size, lang: Lang| {
        let kiosk = world.kiosk_with(App::showing(size, lang, Screen::Map));
        kiosk.screen().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    };
    let screens: Vec<String> =
        world.texts.tags().into_iter().flat_map(|lang| [told(WIDE, lang), told(SMALL, lang)]).collect();
    insta::assert_snapshot!(screens.join("\n======\n"));
}

#[test]
fn help_near_you_is_reached_from_the_page_of_people_too() {
    let world = World::corpus();
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Step(world.service("itsme"), 1)));
    kiosk.keys("f7").choose("Find help near me");
    assert_eq!(kiosk.app.screen(), Some(Screen::Places));
    kiosk.keys("f7");
    assert_eq!(kiosk.app.screen(), Some(Screen::Person(Some(world.service("itsme")))), "it still knows the service");
}

#[test]
fn the_page_of_people_says_whether_somebody_is_here_now_and_what_brussels_guarantees() {
    let mut world = World::corpus();
    world.settings.site.staff_hours.0[2] = WeekHours::parse_day("09:00-12:00").expect("hours");
    let person = |world: &World, service: &str| {
        let screen = Screen::Person(Some(world.service(service)));
        plain::write(&world.kiosk_with(App::showing(WIDE, lang("en"), screen)).page())
    };
    assert!(person(&world, "change-of-address").contains("Help point: open now, until 12:00"));
    world.now = Some("2026-11-25T12:30".parse().expect("a moment"));
    assert!(person(&world, "change-of-address").contains("Help point: opens on Wednesday 2 December 2026 at 9:00"));
    assert!(person(&world, "change-of-address").contains("This is your right"), "a commune");
    assert!(!person(&world, "card-stop").contains("This is your right"), "no public authority of Brussels");
    world.now = None;
    let text = person(&world, "change-of-address");
    assert!(!text.contains("open now") && !text.contains("opens "), "the clock is not sure");
}

#[test]
fn which_place_was_looked_at_is_not_counted_and_that_one_was_is() {
    use inclusion_kiosk::app::Effect;
    use inclusion_kiosk::usage::event::Event;
    let world = World::corpus();
    let ids: Vec<_> = world.library.helpers().iter().take(2).map(|helper| helper.id).collect();
    let events = |opened: &[Screen]| {
        let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Home));
        for screen in opened {
            kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), *screen));
            kiosk.keys("f1 esc");
        }
        kiosk.finish();
        kiosk.effects.iter().find_map(|effect| match effect {
            Effect::Count(events) => Some(events.clone()),
            _ => None,
        })
    };
    let none = events(&[]).expect("counted");
    assert!(!none.contains(&Event::Near));
    let one = events(&[Screen::Place(ids[0])]).expect("counted");
    assert!(one.contains(&Event::Near));
    assert_eq!(one, events(&[Screen::Place(ids[1])]).expect("counted"));
}

#[test]
fn a_file_of_places_with_mistakes_names_each_with_its_mend() {
    let world = World::corpus();
    let text = PLACES
        .replacen("kind = \"library\"", "kind = \"libary\"", 1)
        .replacen("commune = \"jette\"", "commune = \"jete\"", 1)
        .replacen("status = \"confirmed\"", "", 1)
        .replacen("\"09:00-17:00\"", "\"9-17\"", 1);
    let (library, findings) = parse::amend(&world.library, "places.toml", &text);
    let told: Vec<String> = findings.iter().map(|finding| format!("{finding}\n")).collect();
    insta::assert_snapshot!(told.concat());
    assert!(library.find("sure").is_none() && library.find("unsure").is_some(), "the sound one stands");
}

/// Communes and places of a folder, as their authors write them.
#[test]
fn slips_in_communes_are_findings() {
    let folder = crate::harness::project("content");
    let mut files = ContentFiles::read(&folder).expect("the content");
    files.root = "content".into();
    files.files.retain(|file| !file.path.starts_with("services/") && !file.path.starts_with("finders/"));
    let file = |path: &str, files: &mut ContentFiles, change: &dyn Fn(&str) -> String| {
        let found: &mut ContentFile = files.files.iter_mut().find(|file| file.path == path).expect("a file");
        found.text = change(&found.text);
    };
    file("communes.toml", &mut files, &|text| {
        text.replacen(
            "neighbours = [\"berchem-sainte-agathe\", \"jette\", \"koekelberg\"]",
            "neighbours = [\"jette\"]",
            1,
        )
        .replacen("short = { fr = \"JET\"", "short = { fr = \"JETT\"", 1)
        .replacen("tile = [4, 0]", "tile = [3, 0]", 1)
        .replacen("tile = [0, 2]", "tile = [0, 9]", 1)
    });
    let (_, findings) = parse::compile(&files);
    let told: Vec<String> =
        findings.iter().map(ToString::to_string).filter(|told| told.contains("communes.toml")).collect();
    let all = told.join("\n");
    for piece in [
        "broken-link: `ganshoren` does not name this commune among its neighbours",
        "long-title: `short` has 4 characters in fr: `JETT`",
        "stands on this tile already",
        "`tile` is no place on the map",
    ] {
        assert!(all.contains(piece), "{piece}:\n{all}");
    }
}

/// The minutes of a day.
const DAY: usize = 24 * 60;
/// 2027 begins on a Friday; Monday is 0.
const FIRST_WEEKDAY: usize = 4;
const MONTHS: [usize; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const HOLIDAYS: [(usize, usize); 10] =
    [(1, 1), (3, 29), (5, 1), (5, 6), (5, 17), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)];

/// From which minute of a day to which a door is open.
type Openings = Vec<(usize, usize)>;

fn usual_week() -> [Openings; 7] {
    [
        vec![(540, 720), (780, 1020)],
        vec![(540, 1020)],
        vec![(510, 750), (750, 900)],
        vec![],
        vec![(1200, 1440)],
        vec![(0, 120), (600, 840)],
        vec![(150, 210)],
    ]
}

/// Closed from 24 to 26 December; short days in July, the 21st too.
fn openings_of(month: usize, day: usize, weekday: usize) -> Openings {
    match (month, day) {
        (12, 24..=26) => vec![],
        (7, _) if weekday < 5 => vec![(600, 720)],
        (7, _) => vec![],
        date if HOLIDAYS.contains(&date) => vec![],
        _ => usual_week()[weekday].clone(),
    }
}

/// The same for the program: its usual week, and what is different on some days.
fn hours_and_exceptions() -> (WeekHours, Vec<Exception>) {
    let hours = |openings: &[(usize, usize)]| {
        let clock = |minute: &usize| format!("{:02}:{:02}", minute / 60, minute % 60);
        let spans: Vec<String> = openings.iter().map(|(from, to)| format!("{}-{}", clock(from), clock(to))).collect();
        if spans.is_empty() { vec![] } else { WeekHours::parse_day(&spans.join(",")).expect("hours") }
    };
    let week = usual_week();
    let usual = WeekHours(std::array::from_fn(|day| hours(&week[day])));
    let july = WeekHours(std::array::from_fn(|day| hours(if day < 5 { &[(600, 720)] } else { &[] })));
    let days = |from: Date, to: Date, hours: WeekHours| Exception { from, to, hours };
    let exceptions = vec![
        days(Date::constant(2027, 12, 24), Date::constant(2027, 12, 26), WeekHours::default()),
        days(Date::constant(2027, 7, 1), Date::constant(2027, 7, 31), july),
    ];
    (usual, exceptions)
}

/// The days of 2027, and whether the door is open in each minute of a clock that is never put forward or back.
fn year() -> (Vec<(usize, usize)>, Vec<bool>) {
    let (mut dates, mut open) = (Vec::new(), Vec::new());
    for (month, length) in (1..).zip(MONTHS) {
        for day in 1..=length {
            let openings = openings_of(month, day, (FIRST_WEEKDAY + dates.len()) % 7);
            open.extend((0..DAY).map(|minute| openings.iter().any(|(from, to)| (*from..*to).contains(&minute))));
            dates.push((month, day));
        }
    }
    (dates, open)
}

/// The minute in which the state changes next, from the end of the year backwards.
fn changes(open: &[bool]) -> Vec<usize> {
    let mut change = vec![open.len(); open.len()];
    for minute in (0..open.len() - 1).rev() {
        change[minute] = if open[minute] == open[minute + 1] { change[minute + 1] } else { minute + 1 };
    }
    change
}

/// A year of minutes, against a computation that shares nothing with the program: no library of dates, no rule of Easter,
/// no search. Each minute of a clock is a cell of a table; the clock is put forward and back by hand.
#[test]
fn a_door_is_open_in_every_minute_of_a_year_in_which_it_should_be() {
    let ((dates, open), (week, exceptions)) = (year(), hours_and_exceptions());
    let table = Timetable { week: &week, exceptions: &exceptions, open_on_holidays: false };
    let change = changes(&open);
    // Clocks go forward on 28 March and back on 31 October, at one o'clock UTC; both in minutes of UTC since 1 January.
    let day_of = |month: usize, day: usize| MONTHS[..month - 1].iter().sum::<usize>() + day - 1;
    let (forward, back) = (day_of(3, 28) * DAY + 60, day_of(10, 31) * DAY + 60);
    const NEW_YEAR: i64 = 1_798_761_600;
    let mut told = 0;
    // The last days of the year are left out: what follows them is no part of the table.
    for utc in 0..(365 - 10) * DAY {
        let clock = utc + if (forward..back).contains(&utc) { 120 } else { 60 };
        let now = shell::belgian_time(NEW_YEAR + utc as i64 * 60).expect("a moment");
        let (month, day) = dates[clock / DAY];
        assert_eq!((now.month() as usize, now.day() as usize), (month, day), "minute {utc}");
        assert_eq!(now.hour() as usize * 60 + now.minute() as usize, clock % DAY, "minute {utc}");
        let next = change[clock];
        let at = |time: TimeOfDay| usize::from(time.hour) * 60 + usize::from(time.minute);
        match table.at(now) {
            Door::OpenUntil(end) => {
                assert!(open[clock], "{now} is closed");
                assert_eq!(at(end) % DAY, next % DAY, "{now}");
            }
            Door::Opens(day, from) => {
                assert!(!open[clock], "{now} is open");
                let (month, of_month) = dates[next / DAY];
                assert_eq!((day.month() as usize, day.day() as usize), (month, of_month), "{now}");
                assert_eq!(at(from), next % DAY, "{now}");
            }
            other => panic!("{other:?} at {now}"),
        }
        told += 1;
    }
    assert_eq!(told, 355 * DAY);
    for (month, day) in HOLIDAYS {
        assert!(is_public_holiday(Date::constant(2027, month as i8, day as i8)));
    }
}

#[test]
fn a_pack_has_the_same_places_as_its_folder() {
    let folder = World::corpus();
    let (packed, _kept) = folder.packed();
    assert_eq!(packed.library.helpers(), folder.library.helpers());
    assert!(packed.library.communes().eq(folder.library.communes()));
    assert!(packed.library.places().eq(folder.library.places()));
    for (name, wanted) in [("jette", true), ("muntpunt", true), ("no-such-place", false)] {
        assert_eq!(packed.library.find(name).is_some(), wanted);
        assert_eq!(packed.library.find(name), folder.library.find(name));
    }
    let has_hours = |library: &Library| {
        library
            .places()
            .filter(
                |(_, place)| matches!(&place.contact.hours, Some(fact) if matches!(fact.value, FactValue::Hours(_))),
            )
            .count()
    };
    assert!(has_hours(&packed.library) > 5);
}
