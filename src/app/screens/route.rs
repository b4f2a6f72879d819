//! The ways to get a service done: with a person first, the internet beside it.

use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::telling::{machine_explains, route_name};
use crate::base::ServiceId;
use crate::content::model::{RouteKind, RouteState};
use crate::page::Block;

/// The four ways, to choose from.
pub fn list(context: &Context, id: ServiceId) -> Option<Draft> {
    let service = &*context.env.library.service(id)?;
    let mut draft = Draft::new("routes", context.say("routes-title"));
    let ways = service.routes.iter().map(|route| {
        let detail = match route.state {
            RouteState::Offered => "route-offered-detail",
            RouteState::Ask => "route-ask-detail",
            RouteState::None => "route-none-detail",
        };
        let open = Action::Open(Screen::Route(id, route.kind));
        Choice::new(context.say(route_name(route.kind)), open).detail(context.say(detail))
    });
    draft.choices(Some(context.say("routes-which")), ways.collect());
    draft.choices(None, vec![Choice::new(context.say("go-back"), Action::Back)]);
    Some(draft)
}

/// One way: what to do, and where.
pub fn one(context: &Context, id: ServiceId, kind: RouteKind) -> Option<Draft> {
    let service = &*context.env.library.service(id)?;
    let mut draft = Draft::new("route", context.say(route_name(kind)));
    for route in service.routes.iter().filter(|route| route.kind == kind) {
        let text = context.paragraph(&mut draft, service, &route.text);
        draft.para(text);
        let below = route.facts.iter().filter_map(|index| service.facts.get(index.get()));
        let items: Vec<_> = below.flat_map(|fact| context.fact_lines(service, fact)).collect();
        if !items.is_empty() {
            draft.blocks.push(Block::List { ordered: false, items });
        }
        if let Some(doubt) = context.doubt(&context.route_facts(service, route)) {
            draft.para(doubt);
        }
    }
    if kind == RouteKind::Online {
        draft.para(machine_explains(context.env, context.lang));
        draft.choices(None, vec![Choice::new(context.say("service-start"), Action::Open(Screen::Before(id)))]);
    }
    draft.choices(
        None,
        vec![
            Choice::new(context.say("service-slip"), Action::Open(Screen::Slip(id))),
            Choice::new(context.say("route-other"), Action::Open(Screen::Routes(id))),
        ],
    );
    Some(draft)
}
