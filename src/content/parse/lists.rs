//! The lists beside the services: topics with their life events, words of the glossary, urgent numbers.

use super::Ctx;
use super::fact;
use super::forms;
use super::localized::{name, names, paragraphs, words};
use super::names::{Name, Names};
use super::notes::{Notes, Use, quoted};
use super::service::OFFICIAL_LANGUAGES;
use super::table::{Doc, Str, Table};
use crate::base::{FinderId, Form, ServiceId, TopicId};
use crate::content::finding::Rule;
use crate::content::model::{Area, LifeEvent, Localized, Term, Topic, Urgent};

/// The five areas of DigComp, by their names in TOML.
pub(super) const AREAS: [(&str, Area); 5] = [
    ("information", Area::Information),
    ("communication", Area::Communication),
    ("content-creation", Area::ContentCreation),
    ("safety", Area::Safety),
    ("problem-solving", Area::ProblemSolving),
];

/// A table with an id that is its own, or none.
pub(super) struct Declared<'d> {
    pub table: Table<'d>,
    pub id: Option<Str<'d>>,
}

impl<'d> Declared<'d> {
    fn new(table: Table<'d>, name: Name, names: &mut Names, notes: &'d Notes<'d>) -> Declared<'d> {
        let id = table.need_text("id", "id = \"my-id\"").filter(|id| names.add(id, name, notes));
        Declared { table, id }
    }
}

/// The tables `[[key]]` of files, each with its name added to the names.
pub(super) fn declare<'d>(
    docs: impl Iterator<Item = &'d Doc<'d>>,
    (form, key): (&Form, &str),
    name: fn(u32) -> Name,
    names: &mut Names,
    notes: &'d Notes<'d>,
) -> Vec<Declared<'d>> {
    let mut tables = Vec::new();
    for doc in docs {
        let root = doc.root(notes);
        root.fits(form, &[]);
        tables.extend(root.tables(key));
    }
    (0..).zip(tables).map(|(index, table)| Declared::new(table, name(index), names, notes)).collect()
}

/// The life events of the topics, each with the place of its topic.
pub(super) fn declare_events<'d>(
    topics: &[Declared<'d>],
    names: &mut Names,
    notes: &'d Notes<'d>,
) -> Vec<(u32, Declared<'d>)> {
    let events = (0..)
        .zip(topics)
        .flat_map(|(topic, declared)| declared.table.tables("event").into_iter().map(move |table| (topic, table)));
    let events: Vec<(u32, Table)> = events.collect();
    (0..)
        .zip(events)
        .map(|(index, (topic, table))| (topic, Declared::new(table, Name::Event(index), names, notes)))
        .collect()
}

/// The topics to which an item says to belong.
pub(super) fn topics(ctx: Ctx, root: &Table) -> Vec<TopicId> {
    let named = root.texts("topics", "topics = [\"identity-and-login\"]");
    named.iter().filter_map(|id| ctx.names.topic(id, ctx.notes)).map(TopicId::handed_out).collect()
}

/// Reads a topic, without its events and services.
pub(super) fn topic(ctx: Ctx, declared: &Declared) -> Option<Topic> {
    let before = ctx.notes.errors();
    declared.table.fits(&forms::TOPIC, &[]);
    let name = name(ctx, &declared.table, "name", Use::Title);
    let sound = ctx.notes.errors() == before;
    let id = declared.id.filter(|_| sound)?.text.into();
    Some(Topic { id, name, events: Vec::new(), services: 0 })
}

/// Reads a life event of a topic.
pub(super) fn event(ctx: Ctx, declared: &Declared, topic: u32) -> Option<LifeEvent> {
    let before = ctx.notes.errors();
    let table = &declared.table;
    table.fits(&forms::EVENT, &[]);
    let name = name(ctx, table, "name", Use::Title);
    let services = table.need_texts("services", "services = [\"itsme\"]");
    let services =
        services.iter().filter_map(|id| ctx.names.service(id, ctx.notes)).map(ServiceId::handed_out).collect();
    let finder = table.text("finder", "finder = \"my-letter\"").and_then(|id| ctx.names.finder(&id, ctx.notes));
    let finder = finder.map(FinderId::handed_out);
    let sound = ctx.notes.errors() == before;
    let id = declared.id.filter(|_| sound)?.text.into();
    Some(LifeEvent { id, name, topic: TopicId::handed_out(topic), services, finder })
}

/// Reads a word of the glossary.
pub(super) fn term(ctx: Ctx, declared: &Declared) -> Option<Term> {
    let before = ctx.notes.errors();
    let table = &declared.table;
    let headword = name(ctx, table, "headword", Use::Name);
    let explanation = paragraphs(ctx, table, &forms::TERM, "the explanation", None);
    let official = match table.table("official", "official = { fr = \"…\", nl = \"…\" }") {
        Some(inner) => names(ctx, &inner, &forms::SAID, "the official name", &OFFICIAL_LANGUAGES, Use::Name),
        None => Localized::default(),
    };
    let words = words(ctx, table);
    let named = table.text("digcomp", "digcomp = \"safety\"");
    let area = named.and_then(|named| AREAS.into_iter().find(|(name, _)| *name == named.text)).map(|(_, area)| area);
    if let (Some(named), None) = (named, area) {
        let areas = AREAS.map(|(name, _)| name);
        let mend = format!("write one of {}{}", areas.join(", "), ctx.notes.did_you_mean(named.text, areas));
        table.note(named.at, Rule::UnknownValue, format!("{} is no area of DigComp", quoted(named.text)), mend);
    }
    let sound = ctx.notes.errors() == before;
    let id = declared.id.filter(|_| sound)?.text.into();
    Some(Term { id, headword, area, explanation, official, words })
}

/// Reads an urgent number.
pub(super) fn urgent(ctx: Ctx, declared: &Declared) -> Option<Urgent> {
    let before = ctx.notes.errors();
    let table = &declared.table;
    table.fits(&forms::URGENT, &[]);
    let name = name(ctx, table, "name", Use::Prose);
    let value = fact::phone(ctx, table);
    let id = declared.id.map_or("", |id| id.text);
    let number = fact::about(table, id).zip(value).map(|(about, value)| about.fact(id, value));
    let guide = table.text("guide", "guide = \"my-guide\"").and_then(|id| ctx.names.service(&id, ctx.notes));
    let guide = guide.map(ServiceId::handed_out);
    let sound = ctx.notes.errors() == before && declared.id.is_some();
    Some(Urgent { id: id.into(), name, number: number.filter(|_| sound)?, guide })
}

/// Topics that lead nowhere, noted; a topic is empty when no service names it and it has no life event.
pub(super) fn note_empty_topics(ctx: Ctx, topics: &[Declared], named: &[bool], events: &[(u32, Declared)]) {
    let mut filled = named.to_vec();
    for (topic, _) in events {
        if let Some(filled) = filled.get_mut(*topic as usize) {
            *filled = true;
        }
    }
    for (declared, _) in topics.iter().zip(&filled).filter(|(_, filled)| !**filled) {
        if let Some(id) = declared.id {
            let what = format!("no service and no life event belongs to the topic {}", quoted(id.text));
            ctx.notes.note(id.file, id.at, Rule::EmptyText, what, "name it in `topics` of a service, or delete it");
        }
    }
}
