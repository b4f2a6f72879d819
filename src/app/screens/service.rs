//! A service: what it is for, what one needs, and every way to get it done.

use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::telling::route_name;
use crate::base::ServiceId;
use crate::base::{Lang, Text};
use crate::content::model::{RouteState, Service, ServiceText};
use crate::i18n::Arg;
use crate::page::{Block, Fact};

pub fn draft(context: &Context, id: ServiceId) -> Option<Draft> {
    let service = &*context.env.library.service(id)?;
    let mut draft = Draft::new("service", title(context, id));
    if let Some((lang, text)) = text(context, service) {
        let purpose = context.inline(&mut draft, service, lang, &text.purpose);
        draft.para(context.env.texts.mark_foreign(context.lang, lang, purpose));
    }
    let steps = text(context, service).map(|(_, text)| text.steps.len()).unwrap_or_default();
    let steps = context.say_with("service-start-detail", &[("steps", Arg::Count(steps as i64))]);
    draft.choices(
        Some(context.say("service-what-now")),
        vec![
            Choice::new(context.say("service-start"), Action::Open(Screen::Before(id))).detail(steps),
            Choice::new(context.say("service-routes"), Action::Open(Screen::Routes(id)))
                .detail(routes_in_short(context, service)),
            Choice::new(context.say("go-stuck"), Action::Open(Screen::StuckList(id))),
            Choice::new(context.say("service-slip"), Action::Open(Screen::Slip(id))),
        ],
    );
    let run_by = context.paragraph(&mut draft, service, &service.run_by);
    let cost = context.paragraph(&mut draft, service, &service.cost);
    draft.blocks.push(Block::Facts(vec![
        Fact {
            label: context.say("service-cost"),
            lines: vec![cost],
            doubt: context.doubt(&context.facts_in(service, &service.cost)),
        },
        Fact {
            label: context.say("service-run-by"),
            lines: vec![run_by],
            doubt: context.doubt(&context.facts_in(service, &service.run_by)),
        },
    ]));
    // The last screenful has a choice too, so that Enter always leads on.
    match related(context, &service.related) {
        none if none.is_empty() => draft.choices(None, vec![Choice::new(context.say("go-back"), Action::Back)]),
        related => draft.choices(Some(context.say("service-related")), related),
    }
    Some(draft)
}

/// The services that go with something, by their names.
pub fn related(context: &Context, services: &[ServiceId]) -> Vec<Choice> {
    services.iter().map(|id| Choice::new(title(context, *id), Action::Open(Screen::Service(*id)))).collect()
}

/// What to know and to bring before one starts; the first step comes after it.
pub fn before(context: &Context, id: ServiceId) -> Option<Draft> {
    let service = &*context.env.library.service(id)?;
    let mut draft = Draft::new("before", context.say("before-title"));
    for (bring, head) in [(true, "before-have"), (false, "before-know")] {
        let about = service.before.iter().filter(|before| before.bring == bring);
        let items: Vec<Text> = about.map(|before| context.paragraph(&mut draft, service, &before.text)).collect();
        if !items.is_empty() {
            draft.heading(context.say(head));
            draft.blocks.push(Block::List { ordered: false, items });
        }
    }
    let facts: Vec<_> = service.before.iter().flat_map(|before| context.facts_in(service, &before.text)).collect();
    if let Some(doubt) = context.doubt(&facts) {
        draft.para(doubt);
    }
    draft.choices(
        None,
        vec![
            Choice::new(context.say("before-first-step"), Action::Open(Screen::Step(id, 0))),
            Choice::new(context.say("service-routes"), Action::Open(Screen::Routes(id))),
        ],
    );
    Some(draft)
}

/// "Counter: yes. Phone: ask. Post: yes. Internet: yes."
fn routes_in_short(context: &Context, service: &Service) -> Text {
    let mut text = Text::default();
    for route in &service.routes {
        let state = match route.state {
            RouteState::Offered => "route-offered",
            RouteState::Ask => "route-ask",
            RouteState::None => "route-none",
        };
        let name = context.say(route_name(route.kind));
        if !text.is_blank() {
            text = text.then(Text::plain(context.lang, " "));
        }
        text = text.then(context.say_with(state, &[("route", Arg::Text(&name))]));
    }
    text
}

/// The name of a service.
pub fn title(context: &Context, id: ServiceId) -> Text {
    match context.env.library.summary(id) {
        Some(summary) => context.localized(&summary.title),
        None => context.say("unreadable-title"),
    }
}

/// What a service is for, without noting its hard words.
pub fn purpose(context: &Context, id: ServiceId) -> Option<Text> {
    let summary = context.env.library.summary(id)?;
    let mut nowhere = Draft::new("", Text::default());
    Some(context.paragraph(&mut nowhere, &*summary, &summary.purpose))
}

/// What a service says, in the first language of the chain that has it.
pub fn text<'a>(context: &Context, service: &'a Service) -> Option<(Lang, &'a ServiceText)> {
    service.texts.along(context.env.texts.chain(context.lang))
}
