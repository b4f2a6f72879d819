//! `kiosk check --due`: the facts that somebody must compare with their source again.

use crate::app;
use crate::base::{Date, Lang};
use crate::content::Library;
use crate::content::model::{Block, Contact, Fact, FactIndex, Inline, Localized, Paragraph, Place, Service, Status};
use crate::i18n::Texts;

use super::super::answer::Format;

/// A fact that falls due.
#[derive(Debug, serde::Serialize)]
struct Due {
    /// The day from which it is past its shelf life.
    due: String,
    /// The service, or the urgent number.
    item: String,
    fact: String,
    kind: &'static str,
    /// As residents read it, in the first language.
    value: String,
    sources: Vec<String>,
    checked: String,
    /// Nobody can have checked it after today: such a slip would keep it believed for years.
    #[serde(skip)]
    is_ahead: bool,
    /// Steps, stuck sections and keys of `service.toml`.
    used_in: Vec<String>,
}

/// The facts that are past their shelf life before the end of the month of `today`, the oldest first; and those of which
/// the day cannot be right.
pub fn written(library: &Library, texts: &Texts, today: Date, format: Format) -> String {
    let month_end = today.last_of_month();
    let mut due: Vec<(Date, Due)> = Vec::new();
    for urgent in library.urgent().iter() {
        due.extend(entry(texts, today, &urgent.id, &urgent.number, vec!["every page of people (F7)".to_owned()]));
    }
    for (_, service) in library.services() {
        for (index, fact) in service.facts.iter().enumerate() {
            due.extend(entry(texts, today, &service.id, fact, uses(&service, index)));
        }
    }
    for (_, commune) in library.communes() {
        due.extend(of_contact(texts, today, &commune.id, &commune.town_hall));
    }
    for (_, place) in library.places() {
        due.extend(to_phone(&place));
        if place.is_shown() {
            due.extend(of_contact(texts, today, &place.id, &place.contact));
        }
    }
    due.retain(|(day, _)| *day <= month_end);
    due.sort_by(|(day, one), (other_day, other)| {
        (day, &one.item, &one.fact).cmp(&(other_day, &other.item, &other.fact))
    });
    let due: Vec<Due> = due.into_iter().map(|(_, due)| due).collect();
    match format {
        // Texts alone, which JSON can always hold.
        Format::Json => serde_json::to_string_pretty(&due).unwrap_or_default() + "\n",
        Format::Text if due.is_empty() => format!("Nothing to check again until {month_end}.\n"),
        Format::Text => due.iter().map(told).collect(),
    }
}

fn entry(texts: &Texts, today: Date, item: &str, fact: &Fact, used_in: Vec<String>) -> Option<(Date, Due)> {
    let is_ahead = fact.checked > today;
    let day = fact.due().map(|day| if is_ahead { today } else { day })?;
    let lang: Lang = texts.first();
    let value = app::fact_as_built(texts, lang, fact).to_plain_string().replace('\u{a0}', " ");
    let due = Due {
        due: day.to_string(),
        item: item.to_owned(),
        fact: fact.id.to_string(),
        kind: fact.value.kind(),
        value,
        sources: fact.sources.iter().map(ToString::to_string).collect(),
        checked: fact.checked.to_string(),
        is_ahead,
        used_in,
    };
    Some((day, due))
}

/// The facts of a town hall or a place.
fn of_contact(texts: &Texts, today: Date, id: &str, contact: &Contact) -> Vec<(Date, Due)> {
    let page = format!("the page of {id}");
    contact.facts().filter_map(|fact| entry(texts, today, id, fact, vec![page.clone()])).collect()
}

/// A place of which nobody has confirmed that it is there: somebody must phone or go there, from the first day on.
fn to_phone(place: &Place) -> Option<(Date, Due)> {
    if place.status != Status::NotConfirmed {
        return None;
    }
    let name = place.name.0.first().map(|(_, name)| name.to_string()).unwrap_or_default();
    let shown = if place.is_shown() { "shown as not confirmed" } else { "not shown: no number to phone is known" };
    let due = Due {
        due: place.checked.to_string(),
        item: place.id.to_string(),
        fact: "status".to_owned(),
        kind: "place",
        value: format!("{name}: not confirmed"),
        sources: place.sources.iter().map(ToString::to_string).collect(),
        checked: place.checked.to_string(),
        is_ahead: false,
        used_in: vec![shown.to_owned()],
    };
    Some((place.checked, due))
}

fn told(due: &Due) -> String {
    let Due { due, item, fact, kind, value, sources, checked, is_ahead, used_in } = due;
    let (sources, used_in) = (sources.join("\n            "), used_in.join(", "));
    let mend = if *is_ahead { " is after today: write the day on which somebody checked it" } else { "" };
    format!(
        "{due}  {item}: {fact}\n  {kind:<9} {value}\n  source    {sources}\n  checked   {checked}{mend}\n  used in   {used_in}\n"
    )
}

/// Where a service uses a fact.
fn uses(service: &Service, index: usize) -> Vec<String> {
    let holds =
        |paragraph: &Paragraph| paragraph.0.iter().any(|piece| matches!(piece, Inline::Fact(at) if at.get() == index));
    let said = |said: &Localized<Paragraph>| said.0.iter().any(|(_, paragraph)| holds(paragraph));
    let mut used: Vec<String> = Vec::new();
    for (name, text) in [("run_by", &service.run_by), ("cost", &service.cost)] {
        used.extend(said(text).then(|| name.to_owned()));
    }
    used.extend(service.before.iter().any(|before| said(&before.text)).then(|| "before".to_owned()));
    for route in &service.routes {
        if said(&route.text) || route.facts.iter().any(|at: &FactIndex| at.get() == index) {
            used.push(format!("routes.{}", route.kind.key()));
        }
    }
    for (_, text) in &service.texts.0 {
        used.extend(holds(&text.purpose).then(|| "the purpose".to_owned()));
        for section in text.steps.iter().chain(&text.stuck) {
            used.extend(section.blocks.iter().any(|block| in_block(block, &holds)).then(|| format!("#{}", section.id)));
        }
    }
    let mut seen = std::collections::HashSet::new();
    used.retain(|place| seen.insert(place.clone()));
    used
}

fn in_block(block: &Block, holds: &impl Fn(&Paragraph) -> bool) -> bool {
    match block {
        Block::Para(paragraph) => holds(paragraph),
        Block::List { items, .. } => items.iter().any(holds),
        // A call-out holds no call-out.
        Block::Call { blocks, .. } => blocks.iter().any(|block| in_block(block, holds)),
    }
}
