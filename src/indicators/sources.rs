//! Which published cells a counter of a month file belongs to.
//!
//! The tables are those of the method note (`docs/indicators.md`): T1 to T3 by month, T4 to T6 by quarter, everything else
//! by itself for the whole region. No counter goes into a table that crosses it with more than one other thing.

use super::known::group_of_language;
use super::observation::{Flow, TOTAL};
use super::period::Period;
use crate::base::Group;
use crate::usage::event::LanguageGroup;

/// Groups of services that everybody needs: e-administration, money and health, as the barometer of digital inclusion has
/// them. Its fourth, shopping, is no public service.
const ESSENTIAL: [Group; 3] = [Group::Administration, Group::TaxMoneyBank, Group::Health];

/// Whether it is one of them.
pub fn is_essential(group: &str) -> bool {
    ESSENTIAL.iter().any(|essential| essential.name() == group)
}

/// The cell of `ESSENTIAL` that holds the openings of a group.
pub fn essential(group: &str) -> &'static str {
    if is_essential(group) { "yes" } else { "no" }
}

/// For whom a cell is published.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Whose {
    /// For each site, and for the region.
    SitesAndRegion,
    Sites,
    Region,
}

/// A cell that a counter adds to.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Target {
    pub flow: Flow,
    pub indicator: &'static str,
    pub whose: Whose,
    pub lang: String,
    pub item: String,
}

impl Target {
    fn new(flow: Flow, indicator: &'static str, whose: Whose) -> Target {
        Target { flow, indicator, whose, lang: TOTAL.to_owned(), item: TOTAL.to_owned() }
    }

    fn one_way(indicator: &'static str, item: impl Into<String>) -> Target {
        Target::new(Flow::OneWay, indicator, Whose::Region).item(item)
    }

    fn item(self, item: impl Into<String>) -> Target {
        Target { item: item.into(), ..self }
    }

    fn lang(self, lang: impl Into<String>) -> Target {
        Target { lang: lang.into(), ..self }
    }
}

/// The cells of a period that a counter adds to; none where it is not published. `group_of` tells the group of a service.
pub fn targets(period: Period, table: &str, cell: &str, group_of: &dyn Fn(&str) -> Option<Group>) -> Vec<Target> {
    match period {
        Period::Month { .. } => by_month(table, cell, group_of),
        Period::Quarter { .. } => by_quarter(table, cell),
        Period::Year(_) => by_year(table, cell),
    }
}

fn by_month(table: &str, cell: &str, group_of: &dyn Fn(&str) -> Option<Group>) -> Vec<Target> {
    let visits = |indicator| vec![Target::new(Flow::T1, indicator, Whose::SitesAndRegion)];
    let by_service = |indicator, service: &str| {
        let all = Target::new(Flow::T3, indicator, Whose::Region);
        vec![all.clone().item(service), all]
    };
    match (table, cell.split_once(':')) {
        ("sess", _) if cell == "all" => visits("SESSIONS"),
        ("sess", _) if cell == "engaged" => visits("ENGAGED"),
        ("lang", _) => vec![Target::new(Flow::T2, "SESSIONS", Whose::Region).lang(cell)],
        ("item_open", _) => by_service("OPENED", cell),
        ("guide", Some((service, "start"))) => {
            let of_group = group_of(service).map(|group| Target::one_way("STARTS_GROUP", group.name()));
            by_service("GUIDE_START", service).into_iter().chain(of_group).collect()
        }
        ("guide", Some((service, "done"))) => by_service("GUIDE_DONE", service),
        ("human", Some((_, channel))) => {
            vec![Target::one_way("CHANNEL", cell), Target::one_way("CHANNEL", channel)]
        }
        ("human", None) => vec![Target::one_way("CHANNEL", cell)],
        ("search", _) => vec![Target::one_way("SEARCH", cell)],
        ("zero", _) => vec![Target::one_way("ZERO_TOPIC", cell)],
        _ => Vec::new(),
    }
}

fn by_quarter(table: &str, cell: &str) -> Vec<Target> {
    let visits = |indicator| vec![Target::new(Flow::T1, indicator, Whose::SitesAndRegion)];
    let alone = |indicator: &'static str| vec![Target::one_way(indicator, cell)];
    match (table, cell.split_once(':')) {
        ("sess", _) => match cell {
            "all" => visits("SESSIONS"),
            "engaged" => visits("ENGAGED"),
            "assisted" => visits("ASSISTED"),
            _ => Vec::new(),
        },
        ("lang", _) => language(cell),
        ("lang_group", Some((lang, group))) => openings(lang, group),
        ("guide", Some((service, what))) => match what.strip_prefix("quit@") {
            Some(step) => vec![Target::one_way("STEP", format!("{service}:{step}"))],
            None => match what {
                "start" => vec![Target::one_way("STARTS", service)],
                "done" => vec![Target::one_way("DONES", service)],
                "written-down" => vec![Target::one_way("WRITTEN_DOWN", service)],
                _ => Vec::new(),
            },
        },
        ("train", Some((lesson, "start"))) => vec![Target::one_way("TRAIN_START", lesson)],
        ("train", Some((lesson, "done"))) => vec![Target::one_way("TRAIN_DONE", lesson)],
        ("chkA", _) => check(cell),
        ("daypart", _) => {
            let outside = !matches!(cell, "weekday-morning" | "weekday-afternoon");
            alone("DAYPART").into_iter().chain(outside.then(|| Target::one_way("DAYPART", "outside"))).collect()
        }
        ("lvl", _) => alone("LEVELS"),
        ("first", _) => alone("FIRST"),
        ("age", _) => alone("AGE"),
        ("net", _) => alone("HOME_NET"),
        ("a11y", _) => alone("A11Y"),
        ("useful", _) => alone("USEFUL"),
        ("late", _) => vec![Target::one_way("LATE", TOTAL)],
        _ => Vec::new(),
    }
}

fn by_year(table: &str, cell: &str) -> Vec<Target> {
    let region = |indicator| vec![Target::new(Flow::T1, indicator, Whose::Region)];
    match (table, cell) {
        ("sess", "all") => region("SESSIONS"),
        ("sess", "engaged") => region("ENGAGED"),
        // `lesson:pair:what`: the pairs of a lesson are added up.
        ("gain", _) => match (cell.split_once(':'), cell.rsplit_once(':')) {
            (Some((lesson, _)), Some((_, what))) => vec![Target::one_way("GAIN", format!("{lesson}:{what}"))],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// A visit in a language: T4, and whether it was in none of the three.
fn language(lang: &str) -> Vec<Target> {
    let group = group_of_language(lang);
    let of_site = Target::new(Flow::T4, "SESSIONS", Whose::Sites).lang(group);
    let other = Target::new(Flow::T1, "OTHERLANG", Whose::SitesAndRegion);
    let is_other = [LanguageGroup::OtherEuropean, LanguageGroup::Other].iter().any(|other| other.name() == group);
    std::iter::once(of_site).chain(is_other.then_some(other)).collect()
}

/// An opening of a service of a group in a language: T5, T6, and whether the group is one that everybody needs.
fn openings(lang: &str, group: &str) -> Vec<Target> {
    vec![
        Target::new(Flow::T5, "OPENED", Whose::Sites).item(group),
        Target::new(Flow::T6, "OPENED", Whose::Region).lang(lang).item(group),
        Target::one_way("ESSENTIAL", essential(group)),
    ]
}

/// The check of digital skills: its counters, and the sums that the rule of Eurostat asks for.
fn check(cell: &str) -> Vec<Target> {
    let parts: Vec<&str> = cell.split(':').collect();
    match parts[..] {
        [what] => vec![Target::one_way("CHECK", what)],
        ["start", group] => vec![Target::one_way("CHECK_START_LANG", group)],
        ["done", group] => vec![Target::one_way("CHECK_DONE_LANG", group)],
        ["level", level, scope] => {
            let mut targets = vec![
                Target::one_way("CHECK_LEVEL", format!("{level}:{scope}")),
                Target::one_way("CHECK", format!("whole:{scope}")),
                Target::one_way("CHECK", "whole"),
            ];
            if matches!(level, "AB" | "B") {
                targets.push(Target::one_way("CHECK", format!("basic:{scope}")));
            }
            targets
        }
        ["area", area, level] => {
            let at_least_basic = (level != "none").then(|| Target::one_way("AREA_BASIC", area));
            std::iter::once(Target::one_way("AREA", format!("{area}:{level}"))).chain(at_least_basic).collect()
        }
        _ => Vec::new(),
    }
}
