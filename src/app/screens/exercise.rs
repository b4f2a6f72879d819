//! An exercise: what is asked, what one does, and the answer to it. One screen for all of that, so that trying again is one
//! key and nothing is lost on the way.

mod answer;
mod keyboard;
mod kinds;

use std::sync::Arc;

use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::lesson::{Attempt, Deed, ExerciseAt, Snag, Stage};
use crate::app::state::Visit;
use crate::app::{Env, Screen};
use crate::base::Key;
use crate::content::model::{Exercise, ExerciseKind, Gym, Lesson, Part, PointerAct};
use crate::page::{Block, Mood, Progress};

/// The exercise that is on the screen.
pub struct OpenExercise {
    pub at: ExerciseAt,
    source: Source,
}

/// What holds an exercise, and its place there.
enum Source {
    Lesson(Arc<Lesson>, usize),
    Gym(Arc<Gym>, usize),
}

impl OpenExercise {
    /// The exercise itself.
    pub fn exercise(&self) -> Option<&Exercise> {
        match &self.source {
            Source::Lesson(lesson, index) => lesson.exercises.get(*index),
            Source::Gym(gym, index) => gym.messages.get(*index),
        }
    }

    /// Whether there is a field in it, or a place that takes keys.
    pub fn has_field(&self) -> bool {
        let kind = self.exercise().map(|exercise| &exercise.kind);
        matches!(kind, Some(ExerciseKind::Type(_) | ExerciseKind::Form(_) | ExerciseKind::Keys(_)))
    }

    /// Whether items are put one behind the other, so that each choice leaves other ones.
    pub fn is_put_together(&self) -> bool {
        matches!(self.exercise().map(|exercise| &exercise.kind), Some(ExerciseKind::Order(_) | ExerciseKind::Match(_)))
    }
}

/// The exercise on the screen of a visit, if there is one.
pub fn open(visit: &Visit, env: &Env) -> Option<OpenExercise> {
    match visit.view().screen {
        Screen::Exercise(lesson, part) => exercise_at(env, ExerciseAt::Part(lesson, part)),
        Screen::Message(message) => exercise_at(env, ExerciseAt::Message(message)),
        _ => None,
    }
}

fn exercise_at(env: &Env, at: ExerciseAt) -> Option<OpenExercise> {
    let source = match at {
        ExerciseAt::Part(lesson, part) => {
            let lesson = env.library.lesson(lesson)?;
            let Part::Exercise(index) = *lesson.parts.get(usize::from(part))? else { return None };
            Source::Lesson(lesson, usize::from(index))
        }
        ExerciseAt::Message(message) => Source::Gym(env.library.gym(), usize::from(message)),
    };
    let open = OpenExercise { at, source };
    open.exercise().is_some().then_some(open)
}

/// Whether the exercise on the screen may be given a hint: nobody has answered it yet.
pub fn takes_hint(visit: &Visit, env: &Env) -> bool {
    let Some(open) = open(visit, env) else { return false };
    let is_possible = env.mouse || !matches!(open.exercise().map(|found| &found.kind), Some(ExerciseKind::Pointer(_)));
    let stage = visit.learning.attempt(open.at).map_or(Stage::Trying, |attempt| attempt.stage);
    is_possible && matches!(stage, Stage::Trying | Stage::NotYet)
}

/// The exercise on the screen while it is tried, and how far it is.
fn tried(visit: &Visit, env: &Env) -> Option<(OpenExercise, Attempt)> {
    let open = open(visit, env)?;
    let attempt = visit.learning.attempt(open.at).cloned().unwrap_or_else(|| Attempt::new(open.at));
    (attempt.stage == Stage::Trying).then_some((open, attempt))
}

/// Whether one types in the exercise on the screen.
pub fn is_typed_in(visit: &Visit, env: &Env) -> bool {
    tried(visit, env).is_some_and(|(open, _)| open.has_field())
}

/// Whether Tab leaves the box of a form in which something stands.
pub fn ends_box(visit: &Visit, env: &Env) -> bool {
    let is_form =
        |open: &OpenExercise| open.exercise().is_some_and(|found| matches!(found.kind, ExerciseKind::Form(_)));
    tried(visit, env).is_some_and(|(open, attempt)| is_form(&open) && !attempt.typed.is_empty())
}

/// The single key that the exercise on the screen waits for.
pub fn wanted_key(visit: &Visit, env: &Env) -> Option<Key> {
    let (open, attempt) = tried(visit, env)?;
    match &open.exercise()?.kind {
        ExerciseKind::Keys(presses) => Some(presses.get(usize::from(attempt.done))?.key.sent()),
        _ => None,
    }
}

/// Whether the exercise on the screen waits for the wheel of the mouse.
pub fn wants_scroll(visit: &Visit, env: &Env) -> bool {
    let wanted = tried(visit, env).and_then(|(open, attempt)| match &open.exercise()?.kind {
        ExerciseKind::Pointer(moves) => Some(moves.get(usize::from(attempt.done))?.act),
        _ => None,
    });
    wanted == Some(PointerAct::Scroll)
}

/// The way on from an exercise, and the way back.
pub struct Way {
    pub progress: Progress,
    pub on: Screen,
    /// What the way on is called when the exercise is done.
    pub on_label: &'static str,
    pub back: Screen,
    pub back_label: &'static str,
}

/// The screen of an exercise.
pub fn draft(context: &Context, name: &'static str, at: ExerciseAt, way: Way) -> Option<Draft> {
    let open = exercise_at(context.env, at)?;
    let exercise = open.exercise()?;
    let fresh = Attempt::new(at);
    let attempt = context.visit.learning.attempt(at).unwrap_or(&fresh);
    let own = context.localized(&exercise.title);
    let title = if own.is_blank() { context.say(title(&exercise.kind)) } else { own };
    let mut draft = Draft::new(name, title).progress(way.progress.clone());
    let task = context.own_paragraph(&mut draft, &exercise.task);
    if shows_task(context, exercise, attempt) && !task.is_blank() {
        draft.para(task.clone());
    }
    if attempt.hinted {
        let hint = context.own_paragraph(&mut draft, &exercise.hint);
        draft.call(Mood::Tip, context.say("exercise-hint"), vec![Block::Para(hint)]);
    }
    let here = Here { context, way, exercise, attempt };
    match attempt.stage {
        Stage::Trying => kinds::trying(&here, &mut draft),
        Stage::NotYet => {
            answer::not_yet(&here, &mut draft);
            let again = Choice::new(context.say(again(&here)), Action::Do(Deed::Again));
            let mut choices = vec![again];
            choices.extend(here.ways_out());
            draft.choices(None, choices);
        }
        Stage::Solved | Stage::Shown => {
            answer::right(&here, &mut draft, task);
            let again = Choice::new(context.say("exercise-once-more"), Action::Do(Deed::Again));
            let back = Choice::new(context.say(here.way.back_label), Action::Replace(here.way.back));
            draft.choices(None, vec![here.on(here.way.on_label), again, back]);
        }
    }
    Some(draft)
}

/// Whether the task stands above all else. Once something is done, what comes of it needs the room: on a small screen it would
/// else be a page further down, and look like nothing.
fn shows_task(context: &Context, exercise: &Exercise, attempt: &Attempt) -> bool {
    let is_told = matches!(attempt.snag, Some(Snag::Text | Snag::Field(_) | Snag::OtherKey));
    let is_fresh = attempt.done == 0 && !is_told && attempt.typed.is_empty();
    match exercise.kind {
        // Without a mouse nobody can do what is asked; with one, the target must not move under it.
        ExerciseKind::Pointer(_) => context.env.mouse && attempt.stage == Stage::Trying,
        _ => attempt.stage == Stage::Trying && is_fresh,
    }
}

/// What "try again" is called: of a message that was taken for real, only the look at it is left.
fn again(here: &Here) -> &'static str {
    match here.exercise.kind {
        ExerciseKind::RealOrFalse(_) if here.attempt.done == 0 => "gym-look",
        _ => "exercise-again",
    }
}

/// An exercise and how far it is.
struct Here<'a> {
    context: &'a Context<'a>,
    way: Way,
    exercise: &'a Exercise,
    attempt: &'a Attempt,
}

impl Here<'_> {
    /// On to what follows the exercise.
    fn on(&self, label: &str) -> Choice {
        Choice::new(self.context.say(label), Action::Open(self.way.on))
    }

    /// What can be done instead of answering: nobody has to.
    fn ways_out(&self) -> Vec<Choice> {
        let mut choices = Vec::new();
        if !self.attempt.hinted {
            choices.push(Choice::new(self.context.say("exercise-get-hint"), Action::Do(Deed::Hint)));
        }
        choices.push(Choice::new(self.context.say("exercise-show"), Action::Do(Deed::Show)));
        choices.push(self.on("exercise-pass"));
        choices
    }
}

fn title(kind: &ExerciseKind) -> &'static str {
    match kind {
        ExerciseKind::ChooseOne(_) => "exercise-choose-one",
        ExerciseKind::ChooseSeveral(_) => "exercise-choose-several",
        ExerciseKind::Order(_) => "exercise-order",
        ExerciseKind::Match(_) => "exercise-match",
        ExerciseKind::Type(_) => "exercise-type",
        ExerciseKind::Keys(_) => "exercise-keys",
        ExerciseKind::Pointer(_) => "exercise-pointer",
        ExerciseKind::Spot(_) => "exercise-spot",
        ExerciseKind::Form(_) => "exercise-form",
        ExerciseKind::PassPhrase => "exercise-pass-phrase",
        ExerciseKind::RealOrFalse(_) => "exercise-real-or-false",
    }
}
