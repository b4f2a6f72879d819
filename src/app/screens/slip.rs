//! The page to write down: name, phone, address, hours, what to bring, and nothing else.

use super::service;
use super::words::official_names;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::base::ServiceId;
use crate::content::model::{Fact, FactValue, RouteKind, Service};
use crate::page::{Block, Fact as Shown};

/// What can be written down of a fact, by kind: the message that names it, and whether a value is of that kind.
type Kind = (&'static str, fn(&FactValue) -> bool);

const KINDS: [Kind; 3] = [
    ("slip-phone", |value| matches!(value, FactValue::Phone(_))),
    ("slip-address", |value| matches!(value, FactValue::Address(_))),
    ("slip-hours", |value| matches!(value, FactValue::Hours(_))),
];

pub fn draft(context: &Context, id: ServiceId) -> Option<Draft> {
    let service = &*context.env.library.service(id)?;
    let mut draft = Draft::new("slip", context.say("slip-title"));
    let name = service::title(context, id);
    let mut shown = vec![Shown { label: context.say("slip-name"), lines: vec![name], doubt: None }];
    let who = context.paragraph(&mut draft, service, &service.run_by);
    shown.push(Shown { label: context.say("service-run-by"), lines: vec![who], doubt: None });
    let names = official_names(context, service);
    if !names.is_empty() {
        shown.push(Shown { label: context.say("word-official"), lines: names, doubt: None });
    }
    shown.extend(contacts(context, service, &human_facts(context, service)));
    let bring = || service.before.iter().filter(|before| before.bring);
    let lines: Vec<_> = bring().map(|before| context.paragraph(&mut draft, service, &before.text)).collect();
    if !lines.is_empty() {
        let facts: Vec<&Fact> = bring().flat_map(|before| context.facts_in(service, &before.text)).collect();
        shown.push(Shown { label: context.say("slip-bring"), lines, doubt: context.doubt(&facts) });
    }
    draft.blocks.push(Block::Facts(shown));
    draft.choices(None, vec![Choice::new(context.say("go-back"), Action::Back)]);
    Some(draft)
}

/// Phone, address and hours; what is missing is said, once where all of it is.
fn contacts(context: &Context, service: &Service, facts: &[&Fact]) -> Vec<Shown> {
    let ask = || vec![context.say("slip-ask")];
    let contact = |(label, is_kind): Kind| {
        let of_kind: Vec<&Fact> = facts.iter().copied().filter(|fact| is_kind(&fact.value)).collect();
        let lines: Vec<_> = of_kind.iter().flat_map(|fact| context.fact_lines(service, fact)).collect();
        let lines = if lines.is_empty() { ask() } else { lines };
        Shown { label: context.say(label), lines, doubt: context.doubt(&of_kind) }
    };
    if facts.iter().any(|fact| KINDS.iter().any(|(_, is_kind)| is_kind(&fact.value))) {
        KINDS.into_iter().map(contact).collect()
    } else {
        vec![Shown { label: context.say("slip-contact"), lines: ask(), doubt: None }]
    }
}

/// The facts of the counter, the phone and the post, under their text or in it, each once.
fn human_facts<'s>(context: &Context, service: &'s Service) -> Vec<&'s Fact> {
    let human = service.routes.iter().filter(|route| route.kind != RouteKind::Online);
    let mut facts: Vec<&Fact> = Vec::new();
    for fact in human.flat_map(|route| context.route_facts(service, route)) {
        if !facts.iter().any(|known| known.id == fact.id) {
            facts.push(fact);
        }
    }
    facts
}
