//! The code lists: each code with its names, and what it belongs to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::sdmx_csv::lines;
use super::{AREA, Names, unwritten, written};
use crate::base::Group;
use crate::i18n::Texts;
use crate::indicators::catalogue::{Catalogue, Named, Service};
use crate::indicators::counts::{COUNTS, UNITS};
use crate::indicators::definitions::DEFINITIONS;
use crate::indicators::known::UNLISTED;
use crate::indicators::observation::{Observation, TOTAL};
use crate::usage::cell::DayPart;
use crate::usage::event::skills::{AREA_CODES, AreaLevel, Scope, SkillLevel};
use crate::usage::event::{Channel, Gain, LanguageGroup};

/// The items in their list: by it a service finds its group.
pub const ITEMS: &str = "CL_ITEM";

/// One code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Code {
    pub code: String,
    /// The code in the same list that it is a part of.
    pub parent: Option<String>,
    pub names: Names,
}

/// A list of codes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CodeList {
    /// Its id, `CL_SITE`.
    pub id: &'static str,
    pub codes: Vec<Code>,
}

impl CodeList {
    /// The message of its name.
    pub fn message(&self) -> String {
        self.id.to_ascii_lowercase().replace('_', "-")
    }
}

/// The ids of the lists, in their order.
const LISTS: [&str; 9] =
    ["CL_FREQ", "CL_AREA", "CL_SITE", "CL_LANG", ITEMS, "CL_INDICATOR", "CL_OBS_STATUS", "CL_CONF_STATUS", "CL_UNIT"];

/// Cells that stand for an answer, an age, a time of the week, and so on; their names are messages.
const CELLS: [&str; 31] = [
    "yes",
    "no",
    "skip",
    "response",
    "0-15",
    "16-24",
    "25-54",
    "55-64",
    "65-74",
    "75+",
    "1",
    "2+",
    "start",
    "done",
    "partial",
    "hit",
    "zero",
    "chosen",
    "near",
    "available",
    "opening",
    "outside",
    "whole",
    "all",
    "shared",
    "counter",
    "phone",
    "post",
    "error",
    "hazard",
    UNLISTED,
];
/// What can stand behind another code, after a colon.
const BEHIND: [&str; 5] = ["available", "opening", "error", "hazard", UNLISTED];
/// Aids that kiosks do not have yet: figures say so.
const FEATURES_MISSING: [&str; 4] = ["audio", "easy-read", "large-text", "sign-video"];
/// What was answered to "was this useful?".
pub const ANSWERS: [&str; 2] = ["yes", "no"];

/// All code lists, with what `earlier` files (see [`rows`]) have and nothing has any more: figures of old periods keep
/// their codes.
pub fn lists(
    texts: &Texts,
    catalogue: &Catalogue,
    figures: &[Observation],
    earlier: &BTreeMap<(String, String), Code>,
) -> Vec<CodeList> {
    let mut lists: Vec<CodeList> = LISTS.iter().map(|id| list(id, texts, catalogue, earlier)).collect();
    for list in lists.iter_mut().filter(|list| list.id == ITEMS) {
        let known: BTreeMap<&str, &Code> = list.codes.iter().map(|code| (code.code.as_str(), code)).collect();
        let items: BTreeSet<&str> = figures.iter().map(|figure| figure.key.item.as_str()).collect();
        let new = items.into_iter().filter(|item| !known.contains_key(item));
        let composed: Vec<Code> = new.filter_map(|item| composed(texts, item, &known)).collect();
        list.codes.extend(composed);
    }
    lists
}

/// A code that figures make of others: several steps of a service (`tax:open+fill`), or one of them and what is told of it
/// (`tax:open:hazard`).
fn composed(texts: &Texts, code: &str, known: &BTreeMap<&str, &Code>) -> Option<Code> {
    if let Some(code) = known.get(code) {
        return Some((*code).clone());
    }
    if let Some((one, behind)) = code.rsplit_once(':').filter(|(_, behind)| BEHIND.contains(behind)) {
        return Some(beside(texts, &composed(texts, one, known)?, &message(texts, "cell", behind)));
    }
    let (service, steps) = code.split_once(':')?;
    let whole = &known.get(service)?.names;
    let mut all: Option<Names> = None;
    for step in steps.split('+') {
        let code = format!("{service}:{step}");
        let step = match known.get(code.as_str()) {
            Some(step) => step.names.part_alone(whole),
            None if step == UNLISTED => Names::said(texts, "cell-unlisted"),
            None => return None,
        };
        all = Some(all.map_or_else(|| step.clone(), |all| all.then(" + ", &step)));
    }
    Some(Code { code: code.to_owned(), parent: None, names: Names::part(texts, whole, &all?) })
}

fn list(
    id: &'static str,
    texts: &Texts,
    catalogue: &Catalogue,
    earlier: &BTreeMap<(String, String), Code>,
) -> CodeList {
    let said = |prefix: &str, codes: &[&str]| codes.iter().map(|code| message(texts, prefix, code)).collect();
    let codes = match id {
        "CL_FREQ" => said("freq", &["M", "Q", "A"]),
        "CL_AREA" => said("area", &[AREA]),
        "CL_SITE" => [total(texts)].into_iter().chain(catalogue.sites.iter().map(of)).collect(),
        "CL_LANG" => {
            let groups = [LanguageGroup::OtherEuropean, LanguageGroup::Other];
            let groups = groups.map(|group| message(texts, "language-group", group.name()));
            [total(texts)].into_iter().chain(catalogue.languages.iter().map(of)).chain(groups).collect()
        }
        ITEMS => items(texts, catalogue),
        "CL_INDICATOR" => {
            let counts = COUNTS.iter().map(|count| message(texts, "count", count.code));
            let indicators = DEFINITIONS.iter().map(|definition| Code {
                code: definition.id.to_owned(),
                parent: None,
                names: Names::said(texts, &definition.message()),
            });
            counts.chain(indicators).collect()
        }
        "CL_OBS_STATUS" => said("status", &["A", "B", "G", "L", "M", "Q", "U"]),
        "CL_CONF_STATUS" => said("confidentiality", &["F", "C"]),
        _ => said("unit", &UNITS),
    };
    CodeList { id, codes: with_earlier(id, once(texts, codes), earlier) }
}

/// A code whose name is the message `prefix-code`.
fn message(texts: &Texts, prefix: &str, code: &str) -> Code {
    let id = format!("{prefix}-{}", written(code).to_ascii_lowercase().replace('_', "-"));
    Code { code: code.to_owned(), parent: None, names: Names::said(texts, &id) }
}

fn total(texts: &Texts) -> Code {
    Code { code: TOTAL.to_owned(), parent: None, names: Names::said(texts, "code-total") }
}

fn of(named: &Named) -> Code {
    Code { code: named.code.clone(), parent: None, names: named.names.clone() }
}

/// All that can stand in `ITEM`: groups, services, lessons, topics, cells, and cells of these.
fn items(texts: &Texts, catalogue: &Catalogue) -> Vec<Code> {
    let mut codes = vec![total(texts)];
    let groups: Vec<Code> = Group::ALL.iter().map(|group| message(texts, "group", group.name())).collect();
    codes.extend(groups.iter().map(|group| group_and_topic(texts, group, &catalogue.topics)));
    codes.extend(catalogue.services.iter().map(in_group));
    codes.extend(catalogue.lessons.iter().map(of));
    let is_group = |topic: &&Named| groups.iter().any(|group| group.code == topic.code);
    codes.extend(catalogue.topics.iter().filter(|topic| !is_group(topic)).map(of));
    codes.extend(CELLS.iter().chain(&DayPart::NAMES).map(|cell| message(texts, "cell", cell)));
    let features = catalogue.features.iter().map(String::as_str).chain(FEATURES_MISSING);
    codes.extend(features.map(|feature| message(texts, "feature", feature)));
    codes.extend(LanguageGroup::ALL.iter().map(|group| language(texts, catalogue, *group)));
    codes.extend(skills(texts));
    codes.extend(groups.iter().flat_map(|group| Channel::ALL.map(|channel| to_a_person(texts, group, channel))));
    for service in &catalogue.services {
        codes.extend(service.steps.iter().map(|step| beside(texts, &of(&service.named), &of(step))));
        codes.extend(ANSWERS.iter().map(|answer| beside(texts, &of(&service.named), &message(texts, "cell", answer))));
    }
    for lesson in &catalogue.lessons {
        codes.extend(Gain::ALL.iter().map(|gain| beside(texts, &of(lesson), &message(texts, "cell", gain.name()))));
    }
    let unlisted = message(texts, "cell", UNLISTED);
    codes.extend(
        ANSWERS
            .into_iter()
            .chain(Gain::ALL.map(Gain::name))
            .map(|cell| beside(texts, &unlisted, &message(texts, "cell", cell))),
    );
    codes.extend((1..=catalogue.kiosks).map(|number| {
        let number = number.to_string();
        let names = Names::said_with(texts, "code-kiosk", &[("number", &Names::same(&number))]);
        Code { code: number, parent: None, names }
    }));
    codes
}

/// A group of services; where a topic has the same code, both are named.
fn group_and_topic(texts: &Texts, group: &Code, topics: &[Named]) -> Code {
    let Some(topic) = topics.iter().find(|topic| topic.code == group.code) else { return group.clone() };
    let names = [("group", &group.names), ("topic", &topic.names)];
    Code { names: Names::said_with(texts, "code-group-and-topic", &names), ..group.clone() }
}

fn in_group(service: &Service) -> Code {
    Code { parent: Some(service.group.name().to_owned()), ..of(&service.named) }
}

/// A group of languages: three are one language.
fn language(texts: &Texts, catalogue: &Catalogue, group: LanguageGroup) -> Code {
    let one = catalogue.languages.iter().find(|language| language.code == group.name());
    one.map_or_else(|| message(texts, "language-group", group.name()), of)
}

fn to_a_person(texts: &Texts, group: &Code, channel: Channel) -> Code {
    beside(texts, group, &message(texts, "cell", channel.name()))
}

/// The cells of the check of digital skills.
fn skills(texts: &Texts) -> Vec<Code> {
    let mut codes = Vec::new();
    codes.extend(Scope::ALL.map(|one| message(texts, "cell", one.name())));
    // As a sum, `basic` is all levels from basic on; the level itself is `B`.
    let at_least = Code { code: "basic".to_owned(), parent: None, names: Names::said(texts, "cell-at-least-basic") };
    for sum in [message(texts, "cell", "whole"), at_least] {
        codes.extend(Scope::ALL.map(|one| beside(texts, &sum, &message(texts, "cell", one.name()))));
    }
    for level in SkillLevel::ALL {
        let level = message(texts, "level", level.code());
        codes.extend(Scope::ALL.map(|one| beside(texts, &level, &message(texts, "cell", one.name()))));
    }
    for area in AREA_CODES.map(|area| message(texts, "skills", area)) {
        codes.extend(AreaLevel::ALL.map(|level| beside(texts, &area, &message(texts, "cell", level.name()))));
        codes.push(area);
    }
    codes
}

/// `one:other`.
fn beside(texts: &Texts, one: &Code, other: &Code) -> Code {
    let code = format!("{}:{}", one.code, other.code);
    Code { code, parent: None, names: Names::part(texts, &one.names, &other.names) }
}

/// Each code once. One that stands for two things (`1`: a kiosk, and a level of government) has both names.
fn once(texts: &Texts, codes: Vec<Code>) -> Vec<Code> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut single: Vec<Code> = Vec::with_capacity(codes.len());
    for code in codes {
        match places.get(&code.code).and_then(|at| single.get_mut(*at)) {
            None => {
                places.insert(code.code.clone(), single.len());
                single.push(code);
            }
            Some(first) if first.names == code.names => {}
            Some(first) => {
                let names = [("one", &first.names), ("other", &code.names)];
                first.names = Names::said_with(texts, "code-either", &names);
            }
        }
    }
    single
}

fn with_earlier(id: &str, mut codes: Vec<Code>, earlier: &BTreeMap<(String, String), Code>) -> Vec<Code> {
    let gone: Vec<Code> = earlier
        .iter()
        .filter(|((list, code), _)| list == id && !codes.iter().any(|one| one.code == *code))
        .map(|(_, code)| code.clone())
        .collect();
    codes.extend(gone);
    codes
}

/// The columns of `codes.csv` in their order, each with what it tells.
pub const COLUMNS: [(&str, &str); 6] = [
    ("LIST", "The list: CL_ITEM holds the codes of the column ITEM, and so on"),
    ("CODE", "The code as the figures write it: @ joins its parts, _PLUS is a plus"),
    ("PARENT", "The code of the same list that it is a part of: the group of a service"),
    ("FR", "Its name in French"),
    ("NL", "Its name in Dutch"),
    (
        "EN",
        "Its name in English; of two things that share a code, the column INDICATOR of a figure tells which one is meant",
    ),
];

/// `codes.csv`: every list, with the codes as other files write them.
pub fn write(lists: &[CodeList]) -> Vec<u8> {
    let header = COLUMNS.map(|(name, _)| name.to_owned());
    let rows = lists.iter().flat_map(|list| list.codes.iter().map(|code| (list.id, code))).map(|(list, code)| {
        let [fr, nl, en] = code.names.0.clone();
        let parent = code.parent.as_deref().map(written).unwrap_or_default();
        [list.to_owned(), written(&code.code), parent, fr, nl, en]
    });
    lines(std::iter::once(header).chain(rows))
}

/// Reads `codes.csv`: by list and code. None where it is no such file.
pub fn rows(bytes: &[u8]) -> Option<BTreeMap<(String, String), Code>> {
    let mut reader = csv::Reader::from_reader(bytes);
    let mut rows = BTreeMap::new();
    for row in reader.deserialize() {
        let (list, code, parent, fr, nl, en): (String, String, String, String, String, String) = row.ok()?;
        let code = unwritten(&code);
        let parent = (!parent.is_empty()).then(|| unwritten(&parent));
        rows.insert((list, code.clone()), Code { code, parent, names: Names([fr, nl, en]) });
    }
    Some(rows)
}
