//! Three questions on the way out, for those who like to answer: each may be left out, and all of them with one key.
//!
//! They come when somebody chooses to finish, since by then they were helped and nothing stands in their way; and before the
//! last screen, since whoever has said "yes, finish" there is forgotten at once, with nothing in between, and since that
//! screen shows what is counted, these answers too. Who opened nothing is not held up, and who walks away is asked nothing.
//! Each has a screen of its own, so that every answer has a digit and stands beside the others.

use crate::app::Env;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::questions::{Ask, Told};
use crate::app::state::Visit;
use crate::i18n::Arg;
use crate::page::Progress;
use crate::usage::event::{Age, Event, Reply};

/// Whether they are still to be asked: once a visit, and only of those who opened something and let themselves be counted.
pub fn are_due(visit: &Visit, env: &Env) -> bool {
    let is_counted = env.settings.count && visit.chosen && !visit.refused;
    is_counted && !visit.questions.is_shown && visit.events(env.library).contains(&Event::Engaged)
}

pub fn draft(context: &Context, ask: Ask) -> Draft {
    let given = context.visit.questions;
    let question = context.say(match ask {
        Ask::FirstTime => "ask-first",
        Ask::Age => "ask-age",
        Ask::HomeNet => "ask-net",
    });
    // What they are for is said before the first one; then the question alone is the title.
    let (title, head) = match ask {
        Ask::FirstTime => (context.say("ask-title"), Some(question)),
        Ask::Age | Ask::HomeNet => (question, None),
    };
    let (at, of) = (ask as u16 + 1, Ask::ALL.len() as u16);
    let words = context.say_with("questions-progress", &[("at", Arg::Count(at.into())), ("of", Arg::Count(of.into()))]);
    let mut draft = Draft::new("questions", title).progress(Progress { at, of, words });
    if ask == Ask::FirstTime {
        draft.para(context.say("ask-intro"));
    }
    // It comes first, so that Enter passes all of them.
    let pass = if given.is_begun() { "ask-on" } else { "ask-without" };
    draft.choices(None, vec![Choice::new(context.say(pass), Action::Finish)]);
    match ask {
        Ask::FirstTime => draft.side_by_side(head, replies(context, given.first_time, Told::FirstTime)),
        Ask::Age => {
            let choice = |age| Choice::new(context.say(age_name(age)), Action::Tell(Told::Age(age)));
            draft.choices(head, Age::ALL.map(|age| choice(age).marked(given.age == Some(age))).into());
        }
        Ask::HomeNet => draft.side_by_side(head, replies(context, given.home_net, Told::HomeNet)),
    }
    draft
}

fn replies(context: &Context, given: Option<Reply>, told: fn(Reply) -> Told) -> Vec<Choice> {
    let choice = |reply| Choice::new(context.say(reply_name(reply)), Action::Tell(told(reply)));
    Reply::ALL.map(|reply| choice(reply).marked(given == Some(reply))).into()
}

/// An answer as it is to be chosen.
pub fn reply_name(reply: Reply) -> &'static str {
    match reply {
        Reply::Yes => "done-yes",
        Reply::No => "done-no",
        Reply::Skip => "check-not-said",
    }
}

/// An age band as it is to be chosen.
pub fn age_name(age: Age) -> &'static str {
    match age {
        Age::Under16 => "ask-age-0-15",
        Age::From16 => "ask-age-16-24",
        Age::From25 => "ask-age-25-54",
        Age::From55 => "ask-age-55-64",
        Age::From65 => "ask-age-65-74",
        Age::From75 => "ask-age-75",
        Age::Skip => "check-not-said",
    }
}
