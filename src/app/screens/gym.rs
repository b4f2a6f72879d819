//! The scam gym: ten messages, real or false, and what gives the false ones away.

use super::exercise::{self, Way};
use super::service;
use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::lesson::{ExerciseAt, sessions};
use crate::base::TopicId;
use crate::content::model::{Route, RouteKind, RouteState};
use crate::i18n::Arg;
use crate::page::{Block, Fact, Progress};

/// The way to the gym from other screens, where there is one.
pub fn way_in(context: &Context) -> Option<Choice> {
    let is_there = !all(context).is_empty();
    let way = || Choice::new(context.say("gym-title"), Action::Open(Screen::Gym)).detail(context.say("gym-detail"));
    is_there.then(way)
}

/// The same where it belongs to a topic.
pub fn of_topic(context: &Context, topic: TopicId) -> Option<Choice> {
    way_in(context).filter(|_| context.env.library.gym().topics.contains(&topic))
}

/// The sessions of this visit.
fn all(context: &Context) -> Vec<Vec<u16>> {
    sessions(&context.env.library.gym(), context.visit.learning.seed)
}

/// What the gym is, and the way into the next session.
pub fn front(context: &Context) -> Draft {
    let mut draft = Draft::new("gym", context.say("gym-title"));
    draft.para(context.say("gym-intro"));
    draft.para(context.say("gym-practice"));
    draft.choices(None, ways_on(context, 0));
    draft
}

/// To the first message that was not looked at yet, from a session on and then among those that were passed; to other lessons,
/// and home.
fn ways_on(context: &Context, from: usize) -> Vec<Choice> {
    let settled = |message: &u16| context.visit.learning.is_settled(*message);
    let sessions = all(context);
    let (before, after) = sessions.split_at(from.min(sessions.len()));
    let open = after.iter().chain(before).find(|session| !session.iter().all(settled));
    let next = open.and_then(|session| session.iter().find(|message| !settled(message)));
    let is_begun = open.is_some_and(|session| session.iter().any(settled));
    let mut choices = Vec::new();
    choices.extend(next.map(|message| {
        let label = match is_begun {
            true => "gym-go-on",
            false if sessions.first() == open => "gym-begin",
            false => "gym-other-ten",
        };
        Choice::new(context.say(label), Action::Open(Screen::Message(*message)))
    }));
    choices.push(Choice::new(context.say("lesson-others"), Action::Open(Screen::Lessons)));
    choices.push(Choice::new(context.say("go-home"), Action::Home));
    choices
}

/// A message: real or false, and what gives it away.
pub fn message(context: &Context, message: u16) -> Option<Draft> {
    let sessions = all(context);
    let place = |session: &Vec<u16>| session.iter().position(|at| *at == message);
    // A message that this visit did not draw is seen by whoever proof-reads it: alone.
    let alone = vec![message];
    let (number, session) = (0..).zip(&sessions).find(|(_, session)| place(session).is_some()).unwrap_or((0, &alone));
    let at = place(session)?;
    let (shown, of) = (at as u16 + 1, session.len() as u16);
    let words = context.say_with("gym-progress", &[("at", Arg::Count(shown.into())), ("of", Arg::Count(of.into()))]);
    let way = Way {
        progress: Progress { at: shown, of, words },
        on: session.get(at + 1).map_or(Screen::GymEnd(number), |next| Screen::Message(*next)),
        on_label: if at + 1 < session.len() { "gym-next" } else { "gym-finish" },
        back: at.checked_sub(1).map_or(Screen::Gym, |before| Screen::Message(session[before])),
        back_label: if at == 0 { "go-back" } else { "gym-previous" },
    };
    exercise::draft(context, "message", ExerciseAt::Message(message), way)
}

/// The end of a session: what always helps, whom to call and where to forward.
pub fn end(context: &Context, session: u16) -> Draft {
    let mut draft = Draft::new("gym-end", context.say("gym-end-title"));
    draft.para(context.say("gym-end-text"));
    let help = context.env.library.gym().help.clone();
    let mut facts = Vec::new();
    for id in &help {
        let Some(service) = context.env.library.service(*id) else { continue };
        // The number to call, or what one sends where.
        let is_offered = |route: &&Route| route.kind == RouteKind::Phone && route.state == RouteState::Offered;
        let human = service.routes.iter().find(is_offered);
        let lines = human.map(|route| context.route(&mut draft, &service, route).lines).unwrap_or_default();
        facts.push(Fact { label: service::title(context, *id), lines, doubt: None });
    }
    if !facts.is_empty() {
        draft.heading(context.say("gym-help"));
        draft.blocks.push(Block::Facts(facts));
    }
    draft.choices(None, ways_on(context, usize::from(session) + 1));
    draft.choices(Some(context.say("service-related")), service::related(context, &help));
    draft
}
