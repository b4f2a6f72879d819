//! What is published of a period, and what is withheld.

use std::collections::{BTreeMap, BTreeSet};

use crate::harness::World;
use inclusion_kiosk::base::Group;
use inclusion_kiosk::indicators::attack::Published;
use inclusion_kiosk::indicators::catalogue::{Catalogue, Named, Service};
use inclusion_kiosk::indicators::formats::dcat::Address;
use inclusion_kiosk::indicators::formats::folder::{self, Context, Files};
use inclusion_kiosk::indicators::formats::{Names, codes};
use inclusion_kiosk::indicators::gathered::Gathered;
use inclusion_kiosk::indicators::kiosks::Kiosks;
use inclusion_kiosk::indicators::month::{Counted, MonthFile};
use inclusion_kiosk::indicators::observation::{Flow, Observation, Status, TOTAL, Value};
use inclusion_kiosk::indicators::publish::{Edition, Expected, publish};
use inclusion_kiosk::indicators::residents::{self, Choices, Draw, Residents};
use inclusion_kiosk::indicators::rounding::Secret;
use inclusion_kiosk::shell::Named as Offered;
use inclusion_kiosk::usage::cell;
use inclusion_kiosk::usage::counters::Month;
use inclusion_kiosk::usage::store::{Counts, Row};

/// A month of a kiosk: counters, each on five days.
fn month(site: &str, kiosk: u32, month: &str, cells: &[(&str, &str, u32)]) -> MonthFile {
    let row = |(table, cell, n): &(&str, &str, u32)| Row {
        month: month.to_owned(),
        table: (*table).to_owned(),
        cell: (*cell).to_owned(),
        n: *n,
        days: (*n).min(5) as u16,
        capped: 0,
    };
    let counts = Counts { counts: cells.iter().map(row).collect(), ..Counts::default() };
    let of: Month = month.parse().expect("a month");
    MonthFile::of(site, kiosk, of, false, &counts).expect("counted")
}

fn catalogue() -> Catalogue {
    let named = |code: &str| Named { code: code.to_owned(), names: Names::same(code) };
    let service = |code, group, steps: &[&str]| Service {
        named: named(code),
        group,
        steps: steps.iter().map(|step| named(step)).collect(),
    };
    Catalogue {
        languages: ["fr", "nl", "en", "ps"].map(named).into(),
        services: vec![
            service("eid", Group::Identity, &["ask"]),
            service("tax", Group::TaxMoneyBank, &["open", "fill", "check", "send"]),
        ],
        ..Catalogue::default()
    }
}

fn expected(sites: &[&str]) -> Expected {
    Expected { sites: sites.iter().map(|site| ((*site).to_owned(), 1)).collect() }
}

fn published(period: &str, files: &[MonthFile], expected: &Expected) -> Vec<Observation> {
    published_with(period, files, expected, &Secret::new([7; 32]), BTreeSet::new())
}

fn published_with(
    period: &str,
    files: &[MonthFile],
    expected: &Expected,
    secret: &Secret,
    breaks: BTreeSet<String>,
) -> Vec<Observation> {
    let catalogue = catalogue();
    let mut gathered = Gathered::new(period.parse().expect("a period"), &catalogue);
    files.iter().for_each(|file| gathered.add(file));
    let earlier = Published::default();
    publish(&gathered, &Edition { catalogue: &catalogue, expected, secret, breaks, earlier: &earlier })
}

fn find<'o>(all: &'o [Observation], flow: Flow, indicator: &str, [site, lang, item]: [&str; 3]) -> &'o Observation {
    let is = |observation: &&Observation| {
        let key = &observation.key;
        key.flow == flow && key.indicator == indicator && key.site == site && key.lang == lang && key.item == item
    };
    all.iter().find(is).unwrap_or_else(|| panic!("{flow:?} {indicator} {site} {lang} {item} is published"))
}

fn whole(observation: &Observation) -> u64 {
    match observation.value {
        Some(Value::Whole(value)) => value,
        other => panic!("{observation:?} has a whole value, not {other:?}"),
    }
}

const A: &str = "BIB21004A";
const B: &str = "BIB21012A";

fn november() -> Vec<MonthFile> {
    let cells = [
        ("sess", "all", 240),
        ("sess", "engaged", 180),
        ("lang", "fr", 150),
        ("lang", "nl", 82),
        ("lang", "en", 2),
        ("item_open", "tax", 120),
        ("item_open", "eid", 2),
        ("guide", "tax:start", 101),
        ("guide", "tax:done", 60),
        ("search", "hit", 70),
        ("search", "zero", 30),
        ("human", "identity:phone", 15),
        ("up", "available", 1140),
        ("up", "opening", 1200),
        ("pack", "brussels@3", 240),
    ];
    vec![month(A, 1, "2026-11", &cells), month(B, 1, "2026-11", &cells)]
}

#[test]
fn counts_are_multiples_of_five_from_ten_on_and_what_is_withheld_has_no_value() {
    let all = published("2026-11", &november(), &expected(&[A, B]));
    let people = all.iter().filter(|observation| !matches!(observation.key.flow, Flow::Shares | Flow::Exact));
    let mut withheld = 0;
    for observation in people {
        match observation.value {
            Some(Value::Whole(value)) => assert!(value >= 10 && value % 5 == 0, "{observation:?}"),
            Some(Value::Tenths(_)) => panic!("{observation:?} is a count"),
            None => {
                assert!(matches!(observation.status, Status::Withheld | Status::NotCollected | Status::Impossible));
                withheld += usize::from(observation.status == Status::Withheld);
            }
        }
    }
    assert!(withheld > 0);
    let keys: BTreeSet<_> = all.iter().map(|observation| &observation.key).collect();
    assert_eq!(keys.len(), all.len(), "one value for a key");
    assert!(all.is_sorted_by_key(|observation| &observation.key));
}

#[test]
fn the_order_in_which_months_come_changes_nothing() {
    let mut files = november();
    let one = published("2026-11", &files, &expected(&[A, B]));
    files.reverse();
    assert_eq!(one, published("2026-11", &files, &expected(&[A, B])));
}

#[test]
fn a_site_that_did_not_report_and_a_language_that_nobody_offers_are_told_and_are_not_nothing() {
    let all = published("2026-11", &november(), &expected(&[A, B, "BIB21019A"]));
    let silent = find(&all, Flow::T1, "SESSIONS", ["BIB21019A", TOTAL, TOTAL]);
    assert_eq!((silent.value, silent.status), (None, Status::NotCollected));
    let pashto = find(&all, Flow::T2, "SESSIONS", [TOTAL, "ps", TOTAL]);
    assert_eq!((pashto.value, pashto.status), (None, Status::Impossible));
    let english = find(&all, Flow::T2, "SESSIONS", [TOTAL, "en", TOTAL]);
    assert_eq!((english.value, english.status), (None, Status::Withheld), "four visits are few");
    assert_eq!(whole(find(&all, Flow::Exact, "SITES_EXPECTED", [TOTAL, TOTAL, TOTAL])), 3);
    assert_eq!(whole(find(&all, Flow::Exact, "SITES_REPORTING", [TOTAL, TOTAL, TOTAL])), 2);
}

#[test]
fn what_went_up_on_few_days_is_withheld_however_high_it_is() {
    let mut file = month(A, 1, "2026-11", &[("sess", "all", 90), ("lang", "fr", 50), ("lang", "nl", 40)]);
    for counted in file.counts.values_mut().flat_map(BTreeMap::values_mut) {
        counted.1 = 4;
    }
    let all = published("2026-11", std::slice::from_ref(&file), &expected(&[A]));
    assert_eq!(find(&all, Flow::T1, "SESSIONS", [TOTAL, TOTAL, TOTAL]).status, Status::Withheld);
    let status = |site: &str, kiosk| {
        let mut other = file.clone();
        (other.site, other.kiosk) = (site.to_owned(), kiosk);
        let both = published("2026-11", &[file.clone(), other], &expected(&[A, B]));
        find(&both, Flow::T1, "SESSIONS", [TOTAL, TOTAL, TOTAL]).status
    };
    assert_eq!(status(A, 2), Status::Withheld, "two kiosks of a site may have been used on the same four days");
    assert_eq!(status(B, 1), Status::Normal, "eight site-days");
}

#[test]
fn where_there_is_one_site_its_figures_are_those_of_the_region_and_stand_there_once() {
    let all = published("2026-11", &november()[..1], &expected(&[A]));
    let sites =
        |flow| all.iter().filter(|observation| observation.key.flow == flow && observation.key.site == A).count();
    assert_eq!(sites(Flow::T1), 0);
    find(&all, Flow::T1, "SESSIONS", [TOTAL, TOTAL, TOTAL]);
}

#[test]
fn what_people_say_of_themselves_is_withheld_below_twenty() {
    let cells = [("sess", "all", 300), ("lang", "fr", 300), ("age", "16-24", 14), ("age", "25-54", 60)];
    for key in 0..40 {
        let files = [month(A, 1, "2026-10", &cells)];
        let secret = Secret::new([key; 32]);
        let all = published_with("2026-Q4", &files, &expected(&[A]), &secret, BTreeSet::new());
        let young = find(&all, Flow::OneWay, "AGE", [TOTAL, TOTAL, "16-24"]);
        assert_eq!((young.value, young.status), (None, Status::Withheld));
        assert!(whole(find(&all, Flow::OneWay, "AGE", [TOTAL, TOTAL, "25-54"])) >= 20);
    }
}

#[test]
fn steps_are_told_of_guides_that_were_begun_often_and_small_ones_are_put_together() {
    let cells = |starts| {
        vec![
            ("sess", "all", 900),
            ("lang", "fr", 600),
            ("lang", "nl", 300),
            ("item_open", "tax", 400),
            ("guide", "tax:start", starts),
            // Whoever did not come to the end left at a step.
            ("guide", "tax:done", starts - 44),
            ("guide", "tax:quit@open", 30),
            ("guide", "tax:quit@fill", 3),
            ("guide", "tax:quit@check", 11),
            ("guide", "tax:quit@send", 0),
        ]
    };
    let items = |starts| -> Vec<String> {
        let all = published("2026-Q4", &[month(A, 1, "2026-10", &cells(starts))], &expected(&[A]));
        let steps = all.iter().filter(|observation| observation.key.indicator == "STEP");
        steps.map(|observation| observation.key.item.clone()).collect()
    };
    assert_eq!(items(94), [""; 0]);
    let mut parts = items(300);
    parts.sort();
    assert_eq!(parts, ["tax:fill+check", "tax:open", "tax:send"]);
}

#[test]
fn shares_are_those_of_the_published_counts() {
    let all = published("2026-11", &november(), &expected(&[A, B]));
    let share = |observation: &Observation| match observation.value {
        Some(Value::Tenths(tenths)) => tenths,
        other => panic!("{observation:?} is a share, not {other:?}"),
    };
    let [starts, done] = ["GUIDE_START", "GUIDE_DONE"].map(|of| whole(find(&all, Flow::T3, of, [TOTAL, TOTAL, "tax"])));
    let completion = find(&all, Flow::Shares, "INC09", [TOTAL, TOTAL, "tax"]);
    assert_eq!(share(completion), ((done as f64 / starts as f64) * 1000.0).round() as i64);
    let [hit, zero] = ["hit", "zero"].map(|of| whole(find(&all, Flow::OneWay, "SEARCH", [TOTAL, TOTAL, of])));
    let unmet = find(&all, Flow::Shares, "INC12", [TOTAL, TOTAL, TOTAL]);
    assert_eq!(share(unmet), ((zero as f64 / (zero + hit) as f64) * 1000.0).round() as i64);
    // Each kiosk was open for 100 hours.
    let engaged = whole(find(&all, Flow::T1, "ENGAGED", [A, TOTAL, TOTAL]));
    assert_eq!(share(find(&all, Flow::Shares, "INC01", [A, TOTAL, TOTAL])), engaged as i64 * 10);
    assert_eq!(share(find(&all, Flow::Exact, "INC24", [A, TOTAL, "1"])), 950);
    // English is withheld, so its share is too.
    assert_eq!(find(&all, Flow::Shares, "INC03", [TOTAL, "en", TOTAL]).status, Status::Withheld);
}

#[test]
fn a_share_of_few_is_flagged_and_of_very_few_withheld() {
    let status = |starts| {
        let cells =
            [("sess", "all", 900), ("lang", "fr", 900), ("guide", "tax:start", starts), ("guide", "tax:done", 30)];
        let all = published("2026-11", &[month(A, 1, "2026-11", &cells)], &expected(&[A]));
        find(&all, Flow::Shares, "INC09", [TOTAL, TOTAL, "tax"]).status
    };
    assert_eq!(
        [45, 50, 95, 100].map(status),
        [Status::Withheld, Status::Unreliable, Status::Unreliable, Status::Normal]
    );
}

#[test]
fn a_limit_that_was_passed_and_a_series_that_begins_anew_are_flagged() {
    let mut files = november();
    for file in &mut files {
        file.counts.get_mut("item_open").expect("counted").get_mut("tax").expect("counted").2 = 1;
    }
    let breaks = BTreeSet::from(["ENGAGED".to_owned()]);
    let all = published_with("2026-11", &files, &expected(&[A, B]), &Secret::new([7; 32]), breaks);
    assert_eq!(find(&all, Flow::T3, "OPENED", [TOTAL, TOTAL, "tax"]).status, Status::Unreliable);
    assert_eq!(find(&all, Flow::T1, "ENGAGED", [A, TOTAL, TOTAL]).status, Status::Break);
    assert_eq!(find(&all, Flow::T1, "SESSIONS", [A, TOTAL, TOTAL]).status, Status::Normal);
}

#[test]
fn openings_of_a_group_are_flagged_where_one_of_its_services_passed_the_limit_of_a_day() {
    let cells = [
        ("sess", "all", 240),
        ("lang", "fr", 150),
        ("lang", "nl", 90),
        ("item_open", "tax", 120),
        ("item_open", "eid", 80),
        ("lang_group", "fr:tax-money-bank", 70),
        ("lang_group", "nl:tax-money-bank", 50),
        ("lang_group", "fr:identity", 80),
    ];
    let mut files = [month(A, 1, "2026-10", &cells), month(B, 1, "2026-10", &cells)];
    files[0].counts.get_mut("item_open").expect("counted").get_mut("tax").expect("counted").2 = 1;
    let all = published("2026-Q4", &files, &expected(&[A, B]));
    let (tax, identity) = (Group::TaxMoneyBank.name(), Group::Identity.name());
    let site = |site, group| find(&all, Flow::T5, "OPENED", [site, TOTAL, group]).status;
    assert_eq!([site(A, tax), site(A, identity), site(B, tax)], [Status::Unreliable, Status::Normal, Status::Normal]);
    // In which language it was opened so often, nobody knows.
    let language = |lang, group| find(&all, Flow::T6, "OPENED", [TOTAL, lang, group]).status;
    let by_language = [language("fr", tax), language("nl", tax), language("fr", identity)];
    assert_eq!(by_language, [Status::Unreliable, Status::Unreliable, Status::Normal]);
    let essential = |item| find(&all, Flow::OneWay, "ESSENTIAL", [TOTAL, TOTAL, item]).status;
    assert_eq!([essential("yes"), essential("no")], [Status::Unreliable, Status::Normal]);
}

#[test]
fn a_name_that_the_content_does_not_know_is_not_published_and_its_counts_are() {
    const ID: &str = "95.02.11-123.45";
    let start = format!("{ID}:start");
    let cells = |name: &'static str, starts: &str| {
        let cells = [
            ("sess", "all", 240),
            ("lang", "fr", 150),
            ("lang", "nl", 50),
            ("lang", ID, 40),
            ("item_open", "tax", 120),
            ("item_open", name, 60),
            ("guide", "tax:start", 110),
            ("guide", "tax:quit@open", 30),
            ("guide", "tax:quit@gone", 50),
            ("guide", starts, 30),
            ("zero", name, 40),
            ("age", ID, 90),
        ];
        [month(A, 1, "2026-11", &cells), month(B, 1, "2026-11", &cells)]
    };
    let both = expected(&[A, B]);
    let foreign = cells(ID, &start);
    for period in ["2026-11", "2026-Q4", "2026"] {
        for Observation { key, .. } in published(period, &foreign, &both) {
            assert!(!format!("{key:?}").contains(ID) && !key.item.contains("gone"), "{key}");
        }
    }
    let all = published("2026-11", &foreign, &both);
    let known = published("2026-11", &cells("eid", "eid:start"), &both);
    for (indicator, least) in [("OPENED", 356), ("GUIDE_START", 276)] {
        let whole = |all: &[Observation]| whole(find(all, Flow::T3, indicator, [TOTAL, TOTAL, TOTAL]));
        assert_eq!(whole(&all), whole(&known), "the total is true");
        assert!(whole(&all) >= least);
    }
    assert!(whole(find(&all, Flow::T3, "OPENED", [TOTAL, TOTAL, "unlisted"])).abs_diff(120) < 5);
    assert!(whole(find(&all, Flow::OneWay, "ZERO_TOPIC", [TOTAL, TOTAL, "unlisted"])).abs_diff(80) < 5);
    assert!(whole(find(&all, Flow::T2, "SESSIONS", [TOTAL, "other", TOTAL])).abs_diff(80) < 5);
    let quarter = published("2026-Q4", &foreign, &both);
    assert!(whole(find(&quarter, Flow::OneWay, "STEP", [TOTAL, TOTAL, "tax:unlisted"])).abs_diff(100) < 5);
    let catalogue = catalogue();
    let mut gathered = Gathered::new("2026-11".parse().expect("a period"), &catalogue);
    foreign.iter().for_each(|file| gathered.add(file));
    let tables: Vec<&str> = gathered.unlisted.iter().map(|(table, _)| table.as_str()).collect();
    assert_eq!(tables, ["age", "guide", "guide", "item_open", "lang", "zero"], "and is noted");
}

#[test]
fn a_service_that_was_published_keeps_its_name_when_the_content_loses_it() {
    let world = World::real();
    let before = Catalogue::of(&world.library, &world.texts, &Kiosks::default());
    let lists = codes::lists(&world.texts, &before, &[], &BTreeMap::new());
    let earlier = codes::rows(&codes::write(&lists)).expect("a list of codes");
    let mut after = before.clone();
    let gone = after.services.remove(0);
    assert!(!gone.steps.is_empty());
    let after = after.with_gone(&earlier);
    let kept = after.services.last().expect("services");
    assert_eq!((&kept.named.code, kept.group), (&gone.named.code, gone.group));
    let steps = |service: &Service| service.steps.iter().map(|step| step.code.clone()).collect::<BTreeSet<_>>();
    assert_eq!(steps(kept), steps(&gone));
    assert_eq!(before.clone().with_gone(&earlier), before, "what is there is not there twice");
}

#[test]
fn a_cell_that_is_all_of_another_one_stands_there_once() {
    let cells = |languages: &'static [(&'static str, &'static str, u32)]| {
        let mut cells = vec![
            ("sess", "all", 400),
            ("item_open", "tax", 120),
            ("guide", "tax:start", 90),
            ("chkA", "start", 60),
            ("chkA", "start:fr", 40),
            ("chkA", "start:nl", 20),
            ("chkA", "start:other-eu", 0),
        ];
        cells.extend(languages);
        cells
    };
    let french = cells(&[("lang", "fr", 300), ("lang", "nl", 100)]);
    let pashto = cells(&[("lang", "fr", 250), ("lang", "nl", 100), ("lang", "ps", 50)]);
    let is_there = |all: &[Observation], flow, indicator: &str, [site, lang, item]: [&str; 3]| {
        let of = |key: &&Observation| key.key.flow == flow && key.key.indicator == indicator;
        let is = |row: &Observation| row.key.site == site && row.key.lang == lang && row.key.item == item;
        all.iter().filter(of).any(is)
    };
    let quarter =
        published("2026-Q4", &[month(A, 1, "2026-10", &french), month(B, 1, "2026-10", &pashto)], &expected(&[A, B]));
    // One language of no contact: visits in it are those in other languages.
    assert!(is_there(&quarter, Flow::T1, "OTHERLANG", [B, TOTAL, TOTAL]));
    assert!(!is_there(&quarter, Flow::T4, "SESSIONS", [B, "other", TOTAL]));
    assert!(is_there(&quarter, Flow::T4, "SESSIONS", [B, "fr", TOTAL]));
    let status = |flow, indicator: &str, codes| find(&quarter, flow, indicator, codes).status;
    assert_eq!(status(Flow::T4, "SESSIONS", [B, "other-eu", TOTAL]), Status::Impossible);
    assert_eq!(status(Flow::T1, "OTHERLANG", [A, TOTAL, TOTAL]), Status::Impossible);
    // Nobody offers such a language, so nobody begins a check in one.
    assert_eq!(status(Flow::OneWay, "CHECK_START_LANG", [TOTAL, TOTAL, "other-eu"]), Status::Impossible);
    assert!(is_there(&quarter, Flow::OneWay, "CHECK_START_LANG", [TOTAL, TOTAL, "fr"]));
    // Every group has one guide here.
    let month_of =
        published("2026-10", &[month(A, 1, "2026-10", &french), month(B, 1, "2026-10", &pashto)], &expected(&[A, B]));
    assert!(is_there(&month_of, Flow::T3, "GUIDE_START", [TOTAL, TOTAL, "tax"]));
    assert!(!month_of.iter().any(|row| row.key.indicator == "STARTS_GROUP"));
    // Nobody is asked in more than one language.
    let alone = cells(&[("lang", "fr", 400)]);
    let alone =
        published("2026-Q4", &[month(A, 1, "2026-10", &alone), month(B, 1, "2026-10", &alone)], &expected(&[A, B]));
    assert!(!alone.iter().any(|row| row.key.indicator == "CHECK_START_LANG"));
    assert!(is_there(&alone, Flow::OneWay, "CHECK", [TOTAL, TOTAL, "start"]));
}

#[test]
fn what_no_screen_of_a_kiosk_can_tell_is_missing_and_not_zero() {
    let all = published("2026-Q4", &november(), &expected(&[A, B]));
    for (indicator, item) in [("POLL", TOTAL), ("CHECK_B", TOTAL), ("A11Y", "audio")] {
        let found = find(&all, Flow::OneWay, indicator, [TOTAL, TOTAL, item]);
        assert_eq!((found.value, found.status), (None, Status::NotCollected), "{indicator}");
    }
    assert_eq!(find(&all, Flow::Shares, "INC23", [TOTAL, TOTAL, TOTAL]).status, Status::NotCollected);
}

#[test]
fn services_whose_content_is_the_same_at_two_sites_are_shared() {
    let shared = |other: &'static str| {
        let files = [
            month(A, 1, "2026-10", &[("pack", "brussels@3", 9), ("item_open", "tax", 1), ("lang", "fr", 1)]),
            month(B, 1, "2026-10", &[("pack", other, 9), ("item_open", "tax", 1), ("lang", "fr", 1)]),
        ];
        let all = published("2026-Q4", &files, &expected(&[A, B]));
        find(&all, Flow::Exact, "INC25", [TOTAL, TOTAL, TOTAL]).value
    };
    assert_eq!(shared("brussels@3"), Some(Value::Tenths(1000)));
    assert_eq!(shared("brussels@4"), Some(Value::Tenths(0)));
}

/// A month in which every counter that there is stands at sixty, at each site.
fn everything(world: &World, sites: &[&str]) -> Vec<MonthFile> {
    let named = Offered { library: world.library.clone(), languages: world.texts.tags() };
    let mut cells = Vec::new();
    cell::all(&named, &mut |cell| cells.push((cell.table.name(), cell.name.into_owned())));
    let cells: Vec<_> = cells.iter().map(|(table, cell)| (*table, cell.as_str(), 60)).collect();
    sites.iter().map(|site| month(site, 1, "2026-11", &cells)).collect()
}

/// A month in which virtual residents came, many of them, at each site.
fn visited(world: &World, sites: &[&str]) -> Vec<MonthFile> {
    let named = Offered { library: world.library.clone(), languages: world.texts.tags() };
    let mut cells = Vec::new();
    cell::all(&named, &mut |cell| cells.push(cell));
    let choices = Choices::of(&world.library, world.texts.tags());
    let draw = Draw { month: "2026-11".parse().expect("a month"), visits: 3000 };
    let of_site = |(at, site): (usize, &&str)| {
        let mut residents = Residents::of(&choices, 7, at as u64);
        let mut counts: BTreeMap<String, BTreeMap<String, Counted>> = BTreeMap::new();
        for (cell, count) in residents::month(&mut residents, draw, &named, &cells) {
            let counted = Counted(count.n, count.days, count.capped);
            counts.entry(cell.table.name().to_owned()).or_default().insert(cell.name.into_owned(), counted);
        }
        MonthFile::with(site, 1, "2026-11".to_owned(), true, counts)
    };
    sites.iter().enumerate().map(of_site).collect()
}

#[test]
fn every_code_of_a_publication_is_in_a_list_of_codes_and_has_a_name() {
    let world = World::corpus();
    let catalogue = Catalogue::of(&world.library, &world.texts, &Kiosks::default());
    for text in ["2026-11", "2026-Q4", "2026"] {
        let files = everything(&world, &[A, B]);
        let mut gathered = Gathered::new(text.parse().expect("a period"), &catalogue);
        files.iter().for_each(|file| gathered.add(file));
        let edition = Edition {
            catalogue: &catalogue,
            expected: &expected(&[A, B]),
            secret: &Secret::new([7; 32]),
            breaks: BTreeSet::new(),
            earlier: &Published::default(),
        };
        let all = publish(&gathered, &edition);
        let lists = codes::lists(&world.texts, &catalogue, &all, &BTreeMap::new());
        let list = |id: &str| lists.iter().find(|list| list.id == id).expect("a list");
        let knows = |id: &str, code: &str| list(id).codes.iter().any(|known| known.code == code);
        for Observation { key, unit, .. } in &all {
            assert!(knows("CL_ITEM", &key.item), "{text}: {} of {}", key.item, key.indicator);
            assert!(knows("CL_INDICATOR", key.indicator), "{}", key.indicator);
            assert!(knows("CL_UNIT", unit), "{unit} of {}", key.indicator);
            assert!(key.lang == TOTAL || knows("CL_LANG", &key.lang), "{}", key.lang);
        }
        let items = list("CL_ITEM").codes.iter().map(|code| &code.names);
        assert!(items.clone().all(|names| names.iter().all(|(_, name)| !name.is_empty() && !name.contains("cell-"))));
    }
}

/// What the columns of a published file say, from its bytes alone.
fn columns(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader.headers().expect("a header").clone();
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        let row = row.expect("a row");
        header.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()
    };
    reader.records().map(row).collect()
}

/// Rows of published counts, by the names of their columns.
struct Rows(Vec<BTreeMap<String, String>>);

impl Rows {
    fn count(&self, indicator: &str, [site, lang, item]: [&str; 3]) -> Option<f64> {
        let is = |row: &&BTreeMap<String, String>| {
            row["INDICATOR"] == indicator && row["SITE"] == site && row["LANG"] == lang && row["ITEM"] == item
        };
        self.0.iter().find(is)?["OBS_VALUE"].parse().ok()
    }

    /// What a published share of a period is the share of, and its part of it; nothing where no formula is written here.
    fn part_and_whole(&self, period: &str, share: &BTreeMap<String, String>) -> Option<[Option<f64>; 2]> {
        let (site, lang, item) = (share["SITE"].as_str(), share["LANG"].as_str(), share["ITEM"].as_str());
        let visits = |indicator| self.count(indicator, [site, TOTAL, TOTAL]);
        let one_way = |indicator: &str, item: &str| self.count(indicator, [TOTAL, TOTAL, item]);
        let both = |indicator, [one, other]: [&str; 2]| Some(one_way(indicator, one)? + one_way(indicator, other)?);
        Some(match share["INDICATOR"].as_str() {
            "INC02" => [
                Some((visits("SESSIONS").zip(visits("ENGAGED"))).map_or(0.0, |(all, some)| all - some).max(0.0)),
                visits("SESSIONS"),
            ],
            "INC03" if site == TOTAL && item == TOTAL => {
                [self.count("SESSIONS", [TOTAL, lang, TOTAL]), one_way("SESSIONS", TOTAL)]
            }
            "INC05" if item == "yes" => [one_way("FIRST", "yes"), both("FIRST", ["yes", "no"])],
            "INC07" if lang == TOTAL && site == TOTAL => [one_way("OPENED", item), one_way("OPENED", TOTAL)],
            "INC09" if period == "2026-11" => [one_way("GUIDE_DONE", item), one_way("GUIDE_START", item)],
            "INC09" => [one_way("DONES", item), one_way("STARTS", item)],
            "INC11" if !item.contains('@') => [one_way("CHANNEL", item), one_way("GUIDE_START", TOTAL)],
            "INC12" if item == TOTAL => [one_way("SEARCH", "zero"), both("SEARCH", ["zero", "hit"])],
            "INC13" => [one_way("LEVELS", "2_PLUS"), one_way("ENGAGED", TOTAL)],
            "INC14" => [one_way("TRAIN_DONE", item), one_way("TRAIN_START", item)],
            "INC16" => [one_way("CHECK", &format!("basic@{item}")), one_way("CHECK", &format!("whole@{item}"))],
            "INC17" => [one_way("AREA_BASIC", item), one_way("CHECK", "whole")],
            "INC20" => [one_way("DAYPART", "outside"), one_way("SESSIONS", TOTAL)],
            "INC21" => [one_way("A11Y", item), one_way("ENGAGED", TOTAL)],
            "INC22" => [visits("ASSISTED"), visits("ENGAGED")],
            _ => return None,
        })
    }
}

/// 6.4 no. 9: from the files alone, by formulas that are written here once more.
#[test]
fn ratios_recomputed_from_the_public_files_equal_the_published_ones() {
    let world = World::corpus();
    let catalogue = Catalogue::of(&world.library, &world.texts, &Kiosks::default());
    let address = Address::default();
    let context = Context { texts: &world.texts, catalogue: &catalogue, address: &address, is_simulated: false };
    let visited = visited(&world, &[A, B]);
    // Lessons are begun too rarely by those who came.
    let everything = everything(&world, &[A, B]);
    let mut compared = BTreeSet::new();
    for (text, months) in [("2026-11", &visited), ("2026-Q4", &visited), ("2026-Q4", &everything)] {
        let mut gathered = Gathered::new(text.parse().expect("a period"), &catalogue);
        months.iter().for_each(|file| gathered.add(file));
        let expected = expected(&[A, B]);
        let secret = Secret::new([9; 32]);
        let earlier = Published::default();
        let edition = Edition {
            catalogue: &catalogue,
            expected: &expected,
            secret: &secret,
            breaks: BTreeSet::new(),
            earlier: &earlier,
        };
        let files = folder::publish(&publish(&gathered, &edition), &Files::new(), &context).expect("files");
        let read = |name: &str| columns(&files[&format!("kiosk-{text}{name}.csv")]);
        let mut counts = read("");
        counts.extend(read("-exact"));
        let counts = Rows(counts);
        for row in read("-shares") {
            let Ok(published) = row["OBS_VALUE"].parse::<f64>() else { continue };
            let Some(of) = counts.part_and_whole(text, &row) else { continue };
            let [Some(part), Some(whole)] = of else { panic!("{row:?} is made of published counts") };
            let share = part * 100.0 / whole;
            assert!((share - published).abs() <= 0.0501, "{row:?}: {share}");
            compared.insert(row["INDICATOR"].clone());
        }
    }
    let all = ["02", "03", "05", "07", "09", "11", "12", "13", "14", "16", "17", "20", "21", "22"];
    assert_eq!(compared, all.map(|number| format!("INC{number}")).into());
}

#[test]
fn hours_that_a_kiosk_does_not_know_are_not_known_of_its_site_and_of_the_region() {
    let mut files = november();
    files[0].counts.get_mut("up").expect("ticks").get_mut("opening").expect("ticks").0 = 0;
    let all = published("2026-11", &files, &expected(&[A, B]));
    let status = |site| find(&all, Flow::Shares, "INC01", [site, TOTAL, TOTAL]).status;
    assert_eq!([A, B, TOTAL].map(status), [Status::NotCollected, Status::Normal, Status::NotCollected]);
}
