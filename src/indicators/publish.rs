//! What may be published of a period: counts, rounded or withheld, and shares of these.

mod protected;
mod shares;
mod steps;

use std::collections::{BTreeMap, BTreeSet};

use super::attack::Published;
use super::catalogue::Catalogue;
use super::gathered::{Gathered, Sum, Ticks};
use super::known::group_of_language;
use super::observation::{Flow, Key, Observation, Status, TOTAL, Value};
use super::period::Period;
use super::rounding::{DAYS, Secret, threshold};
use crate::usage::event::LanguageGroup;
use protected::protected;
use shares::{shares, tenths};
use steps::steps;

/// What the list of indicators knows and no screen of a kiosk can tell: cells by quarter.
const NOT_COLLECTED: [(&str, &str); 6] = [
    ("A11Y", "audio"),
    ("A11Y", "easy-read"),
    ("A11Y", "large-text"),
    ("A11Y", "sign-video"),
    ("CHECK_B", TOTAL),
    ("POLL", TOTAL),
];

/// The kiosks that should report in a period.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Expected {
    /// By site, how many of its kiosks.
    pub sites: BTreeMap<String, usize>,
}

/// What goes with the counts into a publication.
pub struct Edition<'e> {
    pub catalogue: &'e Catalogue,
    pub expected: &'e Expected,
    pub secret: &'e Secret,
    /// The indicators of which another series begins in this period, as the coordinator knows.
    pub breaks: BTreeSet<String>,
    /// What was published before: nothing of this period may tell more together with it.
    pub earlier: &'e Published,
}

/// Everything that is published of a period, in the order of the keys.
pub fn publish(gathered: &Gathered, edition: &Edition) -> Vec<Observation> {
    let mut all = protected(counts(gathered, edition), gathered, edition);
    all.extend(exact(gathered, edition));
    for observation in &mut all {
        if observation.status == Status::Normal && edition.breaks.contains(observation.key.indicator) {
            observation.status = Status::Break;
        }
    }
    let shares = shares(gathered, edition, &all);
    all.extend(shares);
    all.sort_by(|one, other| one.key.cmp(&other.key));
    all
}

/// Everything that is counted, each by itself.
fn counts(gathered: &Gathered, edition: &Edition) -> Vec<Observation> {
    let mut all: Vec<Observation> = Vec::new();
    let region = Offered::of(gathered, None);
    for (key, sum) in &gathered.sums {
        if key.indicator == "STEP" || is_its_parent(key, gathered, &region) {
            continue;
        }
        all.push(match is_possible(key, &region) {
            true => judged(key.clone(), *sum, edition.secret),
            false => {
                Observation { key: key.clone(), value: None, status: Status::Impossible, unit: unit(key.indicator) }
            }
        });
    }
    all.extend(steps(gathered, edition, &all));
    all.extend(absent(gathered, edition));
    all
}

/// Rounds a count, and withholds it where it is small or comes from few days.
fn judged(key: Key, sum: Sum, secret: &Secret) -> Observation {
    let unit = unit(key.indicator);
    let rounded = secret.rounded(&key, sum.n);
    if is_small(&key, rounded) || sum.days < DAYS {
        return Observation { key, value: None, status: Status::Withheld, unit };
    }
    let status = if sum.is_capped { Status::Unreliable } else { Status::Normal };
    Observation { key, value: Some(Value::Whole(rounded)), status, unit }
}

/// Whether a rounded count is withheld however many days it comes from.
fn is_small(key: &Key, rounded: u64) -> bool {
    rounded < threshold(key.indicator)
}

/// What is counted under an indicator.
fn unit(indicator: &str) -> &'static str {
    super::counts::count(indicator).map_or("SESSION", |count| count.unit)
}

/// Kiosks count the check by all groups of languages, those too that nobody offers.
fn is_possible(key: &Key, region: &Offered) -> bool {
    let is_by_language = matches!(key.indicator, "CHECK_START_LANG" | "CHECK_DONE_LANG");
    !is_by_language || region.groups.contains(key.item.as_str())
}

/// Whether a cell is the same as one above it, since there is nothing else below that: then only the one above is
/// published. Two roundings of one count would tell more than one.
fn is_its_parent(key: &Key, gathered: &Gathered, region: &Offered) -> bool {
    let has_one_site = gathered.offered.len() == 1;
    let is_alone = |offered: &Offered| offered.languages.len() == 1;
    let site = Offered::of(gathered, Some(&key.site));
    match (key.flow, key.indicator) {
        (Flow::T1, "OTHERLANG") if key.site == TOTAL => region.groups == region.others,
        (Flow::T1, "OTHERLANG") => has_one_site || site.groups == site.others,
        (Flow::T1, _) => has_one_site && key.site != TOTAL,
        (Flow::T2, _) => is_alone(region),
        (Flow::T4, _) => site.groups.len() == 1 || site.others.len() == 1 && site.others.contains(key.lang.as_str()),
        (Flow::T5, _) => has_one_site && is_alone(region),
        (Flow::OneWay, "CHECK_START_LANG" | "CHECK_DONE_LANG") => region.groups.len() == 1,
        // Its one guide has its starts among those of all guides.
        (Flow::OneWay, "STARTS_GROUP") => gathered.guides_of(&key.item) == 1,
        _ => false,
    }
}

/// What a site offers, or the region.
struct Offered<'g> {
    languages: BTreeSet<&'g str>,
    /// The groups of these.
    groups: BTreeSet<&'static str>,
    /// Those of them that are none of the three languages of contact.
    others: BTreeSet<&'static str>,
}

impl<'g> Offered<'g> {
    fn of(gathered: &'g Gathered, site: Option<&str>) -> Offered<'g> {
        let here = gathered.offered.iter().filter(|(of, _)| site.is_none_or(|site| *of == site));
        let languages: BTreeSet<&str> = here.flat_map(|(_, languages)| languages).map(String::as_str).collect();
        let groups: BTreeSet<&str> = languages.iter().map(|lang| group_of_language(lang)).collect();
        let others = [LanguageGroup::OtherEuropean, LanguageGroup::Other].map(LanguageGroup::name);
        let others = others.into_iter().filter(|other| groups.contains(other)).collect();
        Offered { languages, groups, others }
    }
}

/// Cells in which nothing could be counted: languages that are not offered, sites that did not report, screens that do not
/// exist.
fn absent(gathered: &Gathered, edition: &Edition) -> Vec<Observation> {
    let mut absent = Vec::new();
    let mut add = |flow, indicator, site: &str, lang: &str, item: &str, status| {
        let key = gathered.key(flow, indicator, site, lang, item);
        if !gathered.sums.contains_key(&key) {
            absent.push(Observation { key, value: None, status, unit: unit(indicator) });
        }
    };
    let silent = edition.expected.sites.keys().filter(|site| gathered.kiosks_of(site) == 0);
    let visits: &[&str] = match gathered.period {
        Period::Month { .. } => &["SESSIONS", "ENGAGED"],
        Period::Quarter { .. } => &["SESSIONS", "ENGAGED", "ASSISTED", "OTHERLANG"],
        Period::Year(_) => &[],
    };
    for site in silent {
        visits.iter().for_each(|indicator| add(Flow::T1, indicator, site, TOTAL, TOTAL, Status::NotCollected));
    }
    match gathered.period {
        Period::Month { .. } => {
            for lang in &edition.catalogue.languages {
                add(Flow::T2, "SESSIONS", TOTAL, &lang.code, TOTAL, Status::Impossible);
            }
        }
        Period::Quarter { .. } => {
            for (indicator, item) in NOT_COLLECTED {
                add(Flow::OneWay, indicator, TOTAL, TOTAL, item, Status::NotCollected);
            }
            for site in gathered.offered.keys() {
                add(Flow::T1, "OTHERLANG", site, TOTAL, TOTAL, Status::Impossible);
                for group in LanguageGroup::ALL {
                    add(Flow::T4, "SESSIONS", site, group.name(), TOTAL, Status::Impossible);
                }
            }
            add(Flow::T1, "OTHERLANG", TOTAL, TOTAL, TOTAL, Status::Impossible);
        }
        Period::Year(_) => {}
    }
    absent
}

/// What is not about people: who reported, whether kiosks ran, what is shared.
fn exact(gathered: &Gathered, edition: &Edition) -> Vec<Observation> {
    let whole = |indicator, site: &str, item: &str, value: usize| Observation {
        key: gathered.key(Flow::Exact, indicator, site, TOTAL, item),
        value: Some(Value::Whole(value as u64)),
        status: Status::Normal,
        unit: unit(indicator),
    };
    let expected = &edition.expected.sites;
    let reporting = expected.keys().filter(|site| gathered.kiosks_of(site) > 0).count();
    let mut exact =
        vec![whole("SITES_EXPECTED", TOTAL, TOTAL, expected.len()), whole("SITES_REPORTING", TOTAL, TOTAL, reporting)];
    for (site, kiosks) in expected {
        exact.push(whole("KIOSKS_EXPECTED", site, TOTAL, *kiosks));
        exact.push(whole("KIOSKS_REPORTING", site, TOTAL, gathered.kiosks_of(site)));
    }
    if let Period::Month { .. } = gathered.period {
        exact.extend(ticks(gathered));
    }
    if let Period::Quarter { .. } = gathered.period {
        exact.extend(reuse(gathered));
    }
    exact
}

/// Ticks of five minutes: of each kiosk, of each site, of the region.
fn ticks(gathered: &Gathered) -> Vec<Observation> {
    let mut cells: BTreeMap<(&str, String), u64> = BTreeMap::new();
    for ((site, kiosk), Ticks { available, opening }) in &gathered.kiosks {
        // More ticks than were planned: the hours were changed in between.
        for (what, ticks) in [("available", *available.min(opening)), ("opening", *opening)] {
            cells.insert((site, format!("{kiosk}:{what}")), ticks);
            for of in [site, TOTAL] {
                *cells.entry((of, what.to_owned())).or_default() += ticks;
            }
        }
    }
    // Of a kiosk without opening hours nothing is known, and so not of its site and of the region.
    for ((site, _), _) in gathered.kiosks.iter().filter(|(_, ticks)| ticks.opening == 0) {
        for (of, what) in [(site.as_str(), "available"), (site, "opening"), (TOTAL, "available"), (TOTAL, "opening")] {
            cells.remove(&(of, what.to_owned()));
        }
    }
    let observation = |((site, item), ticks): ((&str, String), u64)| Observation {
        key: gathered.key(Flow::Exact, "UPTICKS", site, TOTAL, &item),
        value: Some(Value::Whole(ticks)),
        status: Status::Normal,
        unit: unit("UPTICKS"),
    };
    cells.into_iter().map(observation).collect()
}

/// INC25: services whose content was the same at two sites or more.
fn reuse(gathered: &Gathered) -> Vec<Observation> {
    let all = gathered.versions.len();
    let is_shared = |versions: &&BTreeMap<String, BTreeSet<String>>| versions.values().any(|sites| sites.len() > 1);
    let shared = gathered.versions.values().filter(is_shared).count();
    let whole = |item: &str, value: usize| Observation {
        key: gathered.key(Flow::Exact, "ITEMS", TOTAL, TOTAL, item),
        value: Some(Value::Whole(value as u64)),
        status: Status::Normal,
        unit: unit("ITEMS"),
    };
    let share = (all > 0).then(|| Value::Tenths(tenths(shared as i64, all as u64, 100)));
    let status = if share.is_some() { Status::Normal } else { Status::NotCollected };
    let key = gathered.key(Flow::Exact, "INC25", TOTAL, TOTAL, TOTAL);
    vec![whole("all", all), whole("shared", shared), Observation { key, value: share, status, unit: "PT" }]
}
