//! Helper mode on the screens: the choice that turns it on and off, the sign that it is on, and a word for the helper beside what
//! the resident does.

use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context};
use crate::app::lesson::Stage;
use crate::content::model::ExerciseKind;
use crate::page::{Block, Mood, Notice};

use super::exercise;

/// Cues for the steps of a guide and the scenes of a rehearsal room: they take turns, since one that always stands there is no longer read.
const STEPS: [&str; 4] = ["helping-press", "helping-ask", "helping-wait", "helping-look"];
const CARDS: [&str; 2] = ["helping-read", "helping-own-words"];

/// "I am helping somebody", or the way to stop that.
pub fn choice(context: &Context) -> Choice {
    let is_on = context.visit.helping.is_on();
    let (label, detail) = match is_on {
        true => ("helping-stop", "helping-stop-detail"),
        false => ("helping-start", "helping-start-detail"),
    };
    Choice::new(context.say(label), Action::Assist(!is_on)).detail(context.say(detail))
}

/// The sign that it is on, on every screen: in the rule above the keys, where it takes no room.
pub fn notice(context: &Context) -> Notice {
    Notice { mood: Mood::Tip, words: context.say("helping-on") }
}

/// A word for the helper. It stands below all else, and is left out where it would cost a screenful: nothing that the resident
/// needs moves because of it.
pub fn cue(context: &Context) -> Option<Block> {
    let cue = cue_on(context, context.visit.view().screen).filter(|_| context.visit.helping.is_on())?;
    let words = vec![Block::Para(context.say(cue))];
    Some(Block::Call { mood: Mood::Tip, title: context.say("helping-title"), blocks: words })
}

fn cue_on(context: &Context, screen: Screen) -> Option<&'static str> {
    match screen {
        Screen::Step(_, at) => Some(in_turn(&STEPS, at)),
        Screen::Card(_, at) => Some(in_turn(&CARDS, at)),
        Screen::Exercise(..) | Screen::Message(_) => in_exercise(context),
        Screen::Scene(_, at) => Some(in_turn(&STEPS, at)),
        _ => None,
    }
}

fn in_turn(cues: &[&'static str], at: u16) -> &'static str {
    cues[usize::from(at) % cues.len()]
}

fn in_exercise(context: &Context) -> Option<&'static str> {
    let open = exercise::open(context.visit, context.env)?;
    let stage = context.visit.learning.attempt(open.at).map(|attempt| attempt.stage);
    Some(match (stage, &open.exercise()?.kind) {
        (Some(Stage::Solved | Stage::Shown), _) => "helping-solved",
        (_, ExerciseKind::Pointer(_)) if context.env.mouse => "helping-mouse",
        (_, ExerciseKind::Type(_) | ExerciseKind::Keys(_) | ExerciseKind::Form(_)) => "helping-keyboard",
        _ => "helping-search",
    })
}
