//! A service: `service.toml` and a text per language.

use super::Ctx;
use super::fact::{self, Facts};
use super::folders::Folder;
use super::forms;
use super::inline::FactNames;
use super::localized::{names, paragraphs, words};
use super::markdown::{self, Sectioned};
use super::notes::{Use, quoted};
use super::parity;
use super::table::{Str, Table};
use crate::base::{Group, ServiceId, TopicId};
use crate::content::finding::Rule;
use crate::content::model::{
    Before, FactIndex, Level, Localized, Paragraph, Route, RouteKind, RouteState, Service, ServiceText,
};

/// The levels of government, by their names in TOML.
pub(super) const LEVELS: [(&str, Level); 5] = [
    ("commune", Level::Commune),
    ("region", Level::Region),
    ("community", Level::Community),
    ("federal", Level::Federal),
    ("other", Level::Other),
];

/// What can be known of a route, by its name in TOML.
pub(super) const STATES: [(&str, RouteState); 3] =
    [("offered", RouteState::Offered), ("ask", RouteState::Ask), ("none", RouteState::None)];

/// The nine directions of Brussels: the five dimensions of DESI as the Region names them, and four conditions.
pub(super) const DIRECTIONS: [&str; 9] = [
    "connectivity",
    "human-capital",
    "use-of-internet",
    "integration-of-digital-technology",
    "digital-administration",
    "cross-over",
    "pooling",
    "digital-inclusion",
    "european-integration",
];

/// The languages of the counters of Brussels.
pub(super) const OFFICIAL_LANGUAGES: [&str; 2] = ["fr", "nl"];

/// How many competences each of the five areas of DigComp has.
const COMPETENCES: [u8; 5] = [3, 6, 4, 4, 4];

/// What was read of a service.
pub(super) struct Read {
    /// Nothing where it has errors.
    pub service: Option<Service>,
    /// The topics that it names.
    pub topics: Vec<TopicId>,
}

/// Reads a service. `path` is the one of its folder, as findings show it.
pub(super) fn read(ctx: Ctx, id: &str, path: &str, folder: &Folder) -> Read {
    let before = ctx.notes.errors();
    let root = folder.toml.as_ref().map(|doc| doc.root(ctx.notes));
    if root.is_none() {
        let mend = "write it: copy the one of another service and change it";
        ctx.notes.missing(format!("{path}/service.toml"), Rule::File, mend);
    }
    let complete = folder.toml.as_ref().is_some_and(|doc| !doc.is_damaged());
    let facts = fact::read_all(ctx, root, complete);
    let head = root.map(|root| Head::read(ctx, &root, &facts.names));
    let texts = read_texts(ctx, path, folder, &facts.names);
    if let (Some(root), Some(_)) = (root, texts.as_ref()) {
        note_unused(ctx, &root, &facts);
    }
    let Some(head) = head else { return Read { service: None, topics: Vec::new() } };
    let sound = ctx.notes.errors() == before;
    let Head { level, group, topics, related, run_by, official, words, cost, before, routes } = head;
    let service = match (sound, level, group, texts, routes) {
        (true, Some(level), Some(group), Some(texts), Some(routes)) => Some(Service {
            id: id.into(),
            level,
            group,
            run_by,
            official,
            words,
            cost,
            before,
            routes,
            facts: facts.facts,
            related,
            texts,
            terms: Vec::new(),
        }),
        _ => None,
    };
    Read { service, topics }
}

/// What `service.toml` says, facts aside.
struct Head {
    level: Option<Level>,
    group: Option<Group>,
    topics: Vec<TopicId>,
    related: Vec<ServiceId>,
    run_by: Localized<Paragraph>,
    official: Vec<Localized<Box<str>>>,
    words: Localized<Vec<Box<str>>>,
    cost: Localized<Paragraph>,
    before: Vec<Before>,
    routes: Option<[Route; 4]>,
}

impl Head {
    fn read(ctx: Ctx, root: &Table, facts: &FactNames) -> Head {
        root.fits(&forms::SERVICE, &[]);
        let topics = root.need_texts("topics", "topics = [\"identity-and-login\"]");
        check_directions(ctx, root);
        check_digcomp(root, &root.texts("digcomp", "digcomp = [\"2.3\"]"));
        let sentences = |key: &str| match root.need_table(key, &format!("[{key}]")) {
            Some(table) => paragraphs(ctx, &table, &forms::SAID, &format!("`{key}`"), Some(facts)),
            None => Localized::default(),
        };
        Head {
            level: choice(ctx, root, "level", &LEVELS, Rule::UnknownValue),
            group: choice(ctx, root, "group", &Group::ALL.map(|group| (group.name(), group)), Rule::UnknownGroup),
            topics: topics.iter().filter_map(|id| ctx.names.topic(id, ctx.notes)).map(TopicId::handed_out).collect(),
            related: related(ctx, root),
            run_by: sentences("run_by"),
            official: root
                .tables("official")
                .iter()
                .map(|table| names(ctx, table, &forms::OFFICIAL, "the official name", &OFFICIAL_LANGUAGES, Use::Name))
                .collect(),
            words: words(ctx, root),
            cost: sentences("cost"),
            before: root.tables("before").iter().filter_map(|table| before(ctx, table, facts)).collect(),
            routes: routes(ctx, root, facts),
        }
    }
}

/// A value that must be one of a list.
pub(super) fn choice<T: Copy>(ctx: Ctx, table: &Table, key: &str, values: &[(&str, T)], rule: Rule) -> Option<T> {
    let example = format!("{key} = \"{}\"", values[0].0);
    let text = table.need_text(key, &example)?;
    let found = values.iter().find(|(name, _)| *name == text.text).map(|(_, value)| *value);
    if found.is_none() {
        note_choice(ctx, &text, key, values.iter().map(|(name, _)| *name), rule);
    }
    // Its author sees the rest meanwhile: any value will do.
    found.or_else(|| ctx.notes.may_stand(text.text).then(|| values[0].1))
}

fn note_choice<'n>(ctx: Ctx, text: &Str, key: &str, values: impl Iterator<Item = &'n str> + Clone, rule: Rule) {
    let guess = ctx.notes.did_you_mean(text.text, values.clone());
    let list = values.collect::<Vec<_>>().join(", ");
    let what = format!("{} is not a value of `{key}`", quoted(text.text));
    ctx.notes.note(text.file, text.at, rule, what, format!("write one of {list}{guess}"));
}

fn check_directions(ctx: Ctx, root: &Table) {
    for text in root.need_texts("directions", "directions = [\"digital-administration\"]") {
        if !DIRECTIONS.contains(&text.text) {
            note_choice(ctx, &text, "directions", DIRECTIONS.into_iter(), Rule::UnknownValue);
        }
    }
}

/// Notes what is no competence of DigComp.
pub(super) fn check_digcomp(root: &Table, named: &[Str]) {
    for text in named {
        let parts = text
            .text
            .split_once('.')
            .and_then(|(area, number)| Some((area.parse::<usize>().ok()?.checked_sub(1)?, number.parse::<u8>().ok()?)));
        let known = parts
            .is_some_and(|(area, number)| COMPETENCES.get(area).is_some_and(|count| (1..=*count).contains(&number)));
        if !known {
            let what = format!("{} is no competence of DigComp", quoted(text.text));
            root.note(
                text.at,
                Rule::UnknownValue,
                what,
                "write its number: 1.1 to 1.3, 2.1 to 2.6, 3.1 to 3.4, 4.1 to 4.4 or 5.1 to 5.4",
            );
        }
    }
}

/// The services that an item names as related.
pub(super) fn related(ctx: Ctx, root: &Table) -> Vec<ServiceId> {
    services(ctx, root, "related")
}

/// The services under a key.
pub(super) fn services(ctx: Ctx, root: &Table, key: &str) -> Vec<ServiceId> {
    let named = root.texts(key, &format!("{key} = [\"itsme\"]"));
    named.iter().filter_map(|id| ctx.names.service(id, ctx.notes)).map(ServiceId::handed_out).collect()
}

fn before(ctx: Ctx, table: &Table, facts: &FactNames) -> Option<Before> {
    let text = paragraphs(ctx, table, &forms::BEFORE, "this text", Some(facts));
    table.need("bring", "bring = true");
    Some(Before { bring: table.flag("bring")?, text })
}

fn routes(ctx: Ctx, root: &Table, facts: &FactNames) -> Option<[Route; 4]> {
    let Some(table) = root.get("routes") else {
        let mend = "write `[routes.online]`, `[routes.counter]`, `[routes.phone]` and `[routes.post]`";
        root.note(root.at, Rule::MissingRoute, "the routes are missing", mend);
        return None;
    };
    let table = root.as_table(&table, "routes", "[routes.online]")?;
    table.fits(&forms::ROUTES, &[]);
    let [counter, phone, post, online] = RouteKind::ALL.map(|kind| route(ctx, &table, kind, facts));
    Some([counter?, phone?, post?, online?])
}

fn route(ctx: Ctx, routes: &Table, kind: RouteKind, facts: &FactNames) -> Option<Route> {
    let key = kind.key();
    let Some(table) = routes.get(key) else {
        let what = format!("the route `{key}` is missing");
        let mend = format!(
            "write `[routes.{key}]` with `state = \"offered\"`, `\"ask\"` or `\"none\"` and a text per language"
        );
        routes.note(routes.at, Rule::MissingRoute, what, mend);
        return None;
    };
    let table = routes.as_table(&table, key, &format!("[routes.{key}]"))?;
    let state = choice(ctx, &table, "state", &STATES, Rule::UnknownValue);
    let text = paragraphs(ctx, &table, &forms::ROUTE, &format!("the text of the route `{key}`"), Some(facts));
    let shown = table.texts("facts", "facts = [\"website\"]");
    let shown = shown.iter().filter_map(|id| route_fact(ctx, id, facts)).collect();
    Some(Route { kind, state: state?, facts: shown, text })
}

fn route_fact(ctx: Ctx, id: &Str, facts: &FactNames) -> Option<FactIndex> {
    let Some(index) = facts.index.get(id.text) else {
        if facts.complete {
            let guess = ctx.notes.did_you_mean(id.text, facts.index.keys().copied());
            let mend = format!("add it as `[facts.…]`, or correct the id{guess}");
            ctx.notes.note(id.file, id.at, Rule::BrokenLink, format!("there is no fact {}", quoted(id.text)), mend);
        }
        return None;
    };
    if let Some(used) = facts.used.borrow_mut().get_mut(*index as usize) {
        *used = true;
    }
    Some(FactIndex(*index))
}

/// Reads the texts of all languages; nothing where a required one is not there.
fn read_texts(ctx: Ctx, path: &str, folder: &Folder, facts: &FactNames) -> Option<Localized<ServiceText>> {
    let (texts, is_whole) = markdown::read_all(ctx, path, &folder.texts, Some(facts));
    if let Some((_, file, first)) = texts.first() {
        parity::check_count(ctx, file, first);
    }
    parity::compare(ctx, &texts);
    is_whole.then(|| Localized(texts.into_iter().map(|(lang, _, text)| (lang, text_of(text))).collect()))
}

/// The steps, and the sections for people who are stuck.
fn text_of(text: Sectioned) -> ServiceText {
    let (stuck, steps) = text.sections.into_iter().partition(|section| is_stuck(&section.id));
    ServiceText { title: text.title, purpose: text.purpose, steps, stuck }
}

/// Whether a section is for people who are stuck, by its id.
pub(super) fn is_stuck(id: &str) -> bool {
    id.starts_with("stuck-")
}

fn note_unused(ctx: Ctx, root: &Table, facts: &Facts) {
    let used = facts.names.used.borrow();
    for (id, index) in &facts.names.index {
        if !used[*index as usize] {
            let what = format!("nothing uses the fact {}", quoted(id));
            let mend = format!("write `[](fact:{id})` in a text, name it in a route, or delete it");
            ctx.notes.note(root.file, facts.places[*index as usize], Rule::UnusedFact, what, mend);
        }
    }
}
