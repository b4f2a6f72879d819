//! People who help: urgent numbers first, then whoever is here, then the routes of the service.

use super::{places, service};
use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::base::ServiceId;
use crate::base::{Text, Timetable, Today};
use crate::content::model::{self as content, Level, RouteKind};
use crate::i18n::Arg;
use crate::page::{Block, Fact};

pub fn draft(context: &Context, id: Option<ServiceId>) -> Draft {
    let mut draft = Draft::new("person", context.say("person-title"));
    let urgent = context.env.library.urgent();
    let lines = urgent.iter().map(|urgent| {
        // As built, however old: an urgent number that is not shown helps nobody.
        let number = context.fact(context.lang, &urgent.number);
        let name = context.localized(&urgent.name);
        context.say_with("person-urgent-number", &[("number", Arg::Text(&number)), ("name", Arg::Text(&name))])
    });
    // One line each: whoever needs the people below must not look for them.
    let items: Vec<Text> = lines.collect();
    if !items.is_empty() {
        draft.heading(context.say("person-urgent"));
        draft.blocks.push(Block::List { ordered: false, items });
        let numbers: Vec<&content::Fact> = urgent.iter().map(|urgent| &urgent.number).collect();
        if let Some(doubt) = context.doubt(&numbers) {
            draft.para(doubt);
        }
        more(context, &mut draft, &urgent);
    }
    here(context, &mut draft);
    draft.choices(None, places::way_in(context).into_iter().collect());
    if let Some((id, service)) = id.and_then(|id| Some((id, context.env.library.service(id)?))) {
        let title = service::title(context, id);
        draft.heading(context.say_with("person-service", &[("service", Arg::Text(&title))]));
        let human = service.routes.iter().filter(|route| route.kind != RouteKind::Online);
        let facts: Vec<Fact> = human.map(|route| context.route(&mut draft, &service, route)).collect();
        draft.blocks.push(Block::Facts(facts));
        if matches!(service.level, Level::Commune | Level::Region) {
            draft.para(context.say("person-right"));
        }
    }
    let mut choices = vec![Choice::new(context.say("go-back"), Action::Back)];
    if let Some(id) = id {
        choices.push(Choice::new(context.say("service-slip"), Action::Open(Screen::Slip(id))));
    }
    draft.choices(None, choices);
    draft
}

/// The guides that say when to call the urgent numbers: right below them, so that they are in view with them.
fn more(context: &Context, draft: &mut Draft, urgent: &[content::Urgent]) {
    let mut guides: Vec<ServiceId> = Vec::new();
    for guide in urgent.iter().filter_map(|urgent| urgent.guide) {
        if !guides.contains(&guide) {
            guides.push(guide);
        }
    }
    let choice = |id: &ServiceId| Choice::new(service::title(context, *id), Action::Open(Screen::Service(*id)));
    draft.choices(None, guides.iter().map(choice).collect());
}

/// The people of the place where the kiosk stands.
fn here(context: &Context, draft: &mut Draft) {
    let (texts, site) = (context.env.texts, &context.env.settings.site);
    draft.heading(context.say("person-here"));
    let today = match context.env.today {
        Today::Sure(date) if !site.staff_hours.is_empty() => Some(Timetable::of(&site.staff_hours).week_of(date)),
        _ => None,
    };
    match (&today, site.name.along(texts.chain(context.lang))) {
        (Some(today), _) if today.is_empty() => {}
        (_, Some((lang, name))) => {
            let name = Text::plain(lang, name.as_str());
            draft.para(context.say_with("person-ask-staff-of", &[("place", Arg::Text(&name))]));
        }
        (_, None) => draft.para(context.say("person-ask-staff")),
    }
    let fact = |label, lines| Fact { label: context.say(label), lines, doubt: None };
    let mut facts = Vec::new();
    if let Some(today) = today {
        let lines = match today.is_empty() {
            true => vec![context.say("person-not-today")],
            false => texts.hours(context.lang, &today),
        };
        facts.push(fact("person-today", lines));
    }
    for (label, week) in [("person-staff-hours", &site.staff_hours), ("person-hours", &site.hours)] {
        if !week.is_empty() {
            // Whether somebody is here now, and else when.
            let door = context.env.now.map(|now| texts.door(context.lang, Timetable::of(week), now));
            facts.push(fact(label, door.into_iter().chain(texts.hours(context.lang, week)).collect()));
        }
    }
    if !facts.is_empty() {
        draft.blocks.push(Block::Facts(facts));
    }
}
