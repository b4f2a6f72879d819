//! Made-up figures of two made-up sites: an example of every table, to show and to validate. No visit stands behind them.

use inclusion_kiosk::base::Group;
use inclusion_kiosk::content::Library;
use inclusion_kiosk::i18n::Texts;
use inclusion_kiosk::indicators::catalogue::{Catalogue, Named};
use inclusion_kiosk::indicators::counts::{self, COUNTS};
use inclusion_kiosk::indicators::definitions::{DEFINITIONS, Every, Over, Share};
use inclusion_kiosk::indicators::formats::Names;
use inclusion_kiosk::indicators::kiosks::Kiosks;
use inclusion_kiosk::indicators::observation::{Flow, Key, Observation, Status, TOTAL, Value};
use inclusion_kiosk::indicators::period::Period;

/// The sites: their commune is none.
const SITES: [&str; 2] = ["BIB99999A", "BIB99999B"];

/// What the content holds, with two sites.
pub fn catalogue(library: &Library, texts: &Texts) -> Catalogue {
    let site = |code: &str| Named { code: code.to_owned(), names: Names::same(&format!("EXAMPLE {code}")) };
    Catalogue {
        sites: SITES.map(site).into(),
        kiosks: 2,
        features: vec!["contrast".to_owned()],
        ..Catalogue::of(library, texts, &Kiosks::default())
    }
}

/// Figures of a period, in every table that such a period has.
pub fn figures(period: Period, catalogue: &Catalogue) -> Vec<Observation> {
    let every =
        [Every::Month, Every::Quarter, Every::Year].into_iter().find(|every| every.code() == period.frequency());
    let mut figures = Vec::new();
    for count in &COUNTS {
        for (flow, _) in count.flows.iter().filter(|(_, often)| every.is_some_and(|every| often.contains(&every))) {
            for (site, lang, item) in cells(*flow, count.code, catalogue) {
                let key = Key { flow: *flow, period, indicator: count.code, site, lang, item };
                figures.push(made_up(key, count.unit, figures.len() as u64));
            }
        }
    }
    for definition in &DEFINITIONS {
        for share in definition.shares.iter().filter(|share| share.every.code() == period.frequency()) {
            figures.extend(shares(definition.flow, definition.id, share, period, catalogue));
        }
    }
    figures
}

/// A number that looks like a published one; each ninth is withheld.
fn made_up(key: Key, unit: &'static str, number: u64) -> Observation {
    let is_exact = key.flow == Flow::Exact;
    if number % 9 == 8 && !is_exact {
        return Observation { key, value: None, status: Status::Withheld, unit };
    }
    let value = if unit == "PT" || unit == "SESSIONS_PER_100H" {
        Value::Tenths((number as i64 * 37) % 1000)
    } else if is_exact {
        Value::Whole(number % 7)
    } else {
        Value::Whole(10 + 5 * (number % 40))
    };
    Observation { key, value: Some(value), status: Status::Normal, unit }
}

type Cell = (String, String, String);

fn cells(flow: Flow, count: &str, catalogue: &Catalogue) -> Vec<Cell> {
    let total = || vec![TOTAL.to_owned()];
    let sites = || catalogue.sites.iter().map(|site| site.code.clone()).collect::<Vec<_>>();
    let languages = || catalogue.languages.iter().map(|language| language.code.clone()).collect::<Vec<_>>();
    let groups = || Group::ALL.iter().map(|group| group.name().to_owned()).collect::<Vec<_>>();
    let services = || catalogue.services.iter().take(5).map(|service| service.named.code.clone()).collect::<Vec<_>>();
    let cross = |sites: Vec<String>, languages: Vec<String>, items: Vec<String>| {
        let mut cells = Vec::new();
        for site in &sites {
            for language in &languages {
                cells.extend(items.iter().map(|item| (site.clone(), language.clone(), item.clone())));
            }
        }
        cells
    };
    match flow {
        Flow::T1 => cross([total(), sites()].concat(), total(), total()),
        Flow::T2 => cross(total(), languages(), total()),
        Flow::T3 if count == "OPENED" => cross(total(), total(), [total(), services()].concat()),
        Flow::T3 => cross(total(), total(), services()),
        Flow::T4 => cross(sites(), [languages(), vec!["other-eu".into(), "other".into()]].concat(), total()),
        Flow::T5 => cross(sites(), total(), groups()),
        Flow::T6 => cross(total(), languages(), groups()),
        _ => cross(total(), total(), items(count, catalogue)),
    }
}

/// Cells that stand by themselves.
fn items(count: &str, catalogue: &Catalogue) -> Vec<String> {
    let with = |ends: &[&str], names: &[Named]| {
        let names = names.iter().take(3);
        names.flat_map(|name| ends.iter().map(|end| format!("{}{end}", name.code))).collect::<Vec<_>>()
    };
    let fixed = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let first = &catalogue.services[0];
    match count {
        "FIRST" | "HOME_NET" => fixed(&["yes", "no", "skip"]),
        "AGE" => fixed(&["0-15", "16-24", "25-54", "55-64", "65-74", "75+", "skip"]),
        "LEVELS" => fixed(&["1", "2+"]),
        "CHECK" => fixed(&["start", "done", "partial"]),
        "CHECK_START_LANG" | "CHECK_DONE_LANG" => fixed(&["fr", "nl", "en", "other-eu", "other"]),
        "CHECK_LEVEL" => fixed(&["NA:16-74", "B:16-74", "AB:16-74", "AB:not-said"]),
        "AREA" => fixed(&["IL:none", "IL:basic", "IL:above", "PS:above"]),
        "DAYPART" => fixed(&["weekday-morning", "weekend-evening"]),
        "A11Y" => catalogue.features.clone(),
        "TRAIN_START" | "TRAIN_DONE" => with(&[""], &catalogue.lessons),
        "USEFUL" => with(&[":yes", ":no"], std::slice::from_ref(&first.named)),
        "STEP" => first.steps.iter().map(|step| format!("{}:{}", first.named.code, step.code)).collect(),
        "WRITTEN_DOWN" | "STARTS" | "DONES" => with(&[""], std::slice::from_ref(&first.named)),
        "CHANNEL" => fixed(&["health:counter", "health:phone", "work:post", "near"]),
        "SEARCH" => fixed(&["hit", "zero", "chosen"]),
        "ZERO_TOPIC" => with(&[""], &catalogue.topics),
        "GAIN" => with(&[":rr", ":rw", ":wr", ":ww"], &catalogue.lessons),
        "UPTICKS" => fixed(&["available", "opening"]),
        _ => vec![TOTAL.to_owned()],
    }
}

fn shares(
    flow: Flow,
    indicator: &'static str,
    share: &Share,
    period: Period,
    catalogue: &Catalogue,
) -> Vec<Observation> {
    let mut figures = Vec::new();
    for site in codes(share.site, catalogue) {
        for lang in codes(share.lang, catalogue) {
            for item in codes(share.item, catalogue) {
                let key = Key { flow, period, indicator, site: site.clone(), lang: lang.clone(), item };
                figures.push(made_up(key, counts::unit(share.unit).expect("a unit"), figures.len() as u64));
            }
        }
    }
    figures
}

fn codes(over: Over, catalogue: &Catalogue) -> Vec<String> {
    let sites = || catalogue.sites.iter().map(|site| site.code.clone()).collect::<Vec<_>>();
    match over {
        Over::Total => vec![TOTAL.to_owned()],
        Over::SitesAndTotal => [vec![TOTAL.to_owned()], sites()].concat(),
        Over::Sites => sites(),
        Over::Languages => catalogue.languages.iter().map(|language| language.code.clone()).collect(),
        Over::LanguageGroups => items("CHECK_START_LANG", catalogue),
        Over::Services => catalogue.services.iter().take(5).map(|service| service.named.code.clone()).collect(),
        Over::Groups => Group::ALL.iter().map(|group| group.name().to_owned()).collect(),
        Over::Lessons => items("TRAIN_DONE", catalogue),
        Over::Topics => items("ZERO_TOPIC", catalogue),
        Over::Kiosks => vec!["1".to_owned(), "2".to_owned()],
        Over::Steps => items("STEP", catalogue),
        Over::Channels => vec!["health:counter".to_owned(), "work:post".to_owned()],
        Over::Features => catalogue.features.clone(),
        Over::Codes(codes) => codes.iter().map(|code| (*code).to_owned()).collect(),
    }
}
