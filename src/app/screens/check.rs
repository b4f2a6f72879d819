//! The check of digital skills: a few short questions, and kind words about what comes next. It gives no grade.

use std::sync::Arc;

use super::{code, lessons};
use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::skills::{Next, Said};
use crate::app::state::Visit;
use crate::base::{LessonId, Text};
use crate::content::model::{Lesson, SkillArea};
use crate::i18n::Arg;
use crate::page::{Block, Fact, Progress};
use crate::usage::event::skills::{AreaLevel, Scope, SkillLevel};

/// So many lessons are offered after the check.
const LESSONS: usize = 3;

/// What the check is, and whom it is about.
pub fn draft(context: &Context) -> Draft {
    let mut draft = Draft::new("check", context.say("check-title"));
    let number = context.env.library.activities().len() as i64;
    draft.para(context.say_with("check-intro", &[("number", Arg::Count(number))]));
    draft.para(context.say("check-kind"));
    let given = context.visit.check.scope;
    let choice = |(label, scope): (&str, Scope)| {
        // Which of the two ends it was is not kept.
        let is_given = given == Some(scope) && scope != Scope::Other;
        Choice::new(context.say(label), Action::Scope(scope)).marked(is_given)
    };
    if context.visit.earlier.level.is_some() {
        draft.para(context.say("check-earlier"));
    }
    // The two ends are counted as one; but nobody of seventy-six wants to be put with children.
    let ages = [
        (scope_name(Scope::From16To74), Scope::From16To74),
        ("check-scope-older", Scope::Other),
        ("check-scope-younger", Scope::Other),
        (scope_name(Scope::NotSaid), Scope::NotSaid),
    ];
    draft.choices(Some(context.say("check-scope")), ages.map(choice).into());
    if let Some(level) = context.visit.earlier.level {
        let next = lessons::lesson_choices(context, &after_level(context, level));
        draft.choices(Some(context.say("check-lessons")), next);
    }
    draft.choices(None, vec![Choice::new(context.say("go-back"), Action::Back)]);
    draft
}

/// Whom the check is about.
pub fn scope_name(scope: Scope) -> &'static str {
    match scope {
        Scope::From16To74 => "check-scope-16-74",
        Scope::Other => "check-scope-other",
        Scope::NotSaid => "check-not-said",
    }
}

/// Whether the internet was used in the last three months.
pub fn online(context: &Context) -> Draft {
    let mut draft = Draft::new("check-online", context.say("check-online-title"));
    draft.para(context.say("check-online"));
    answers(context, &mut draft, context.visit.check.online(), Action::Online);
    draft
}

/// "Have you …?"
pub fn activity(context: &Context, at: u16) -> Option<Draft> {
    let activities = context.env.library.activities();
    let activity = activities.get(usize::from(at))?;
    let area = activity.area as u16 + 1;
    let of = SkillArea::ALL.len() as u16;
    let words = context.say_with("check-progress", &[("at", Arg::Count(area.into())), ("of", Arg::Count(of.into()))]);
    let progress = Progress { at: area, of, words };
    let mut draft = Draft::new("activity", context.say(area_name(activity.area))).progress(progress);
    let text = context.own_paragraph(&mut draft, &activity.text);
    draft.para(text);
    answers(context, &mut draft, context.visit.check.said(at), |said| Action::Activity(at, said));
    Some(draft)
}

fn answers(context: &Context, draft: &mut Draft, given: Option<Said>, action: impl Fn(Said) -> Action) {
    let answers = [(Said::Yes, "done-yes"), (Said::No, "done-no"), (Said::Nothing, "check-not-said")];
    let choice =
        |(said, label): (Said, &str)| Choice::new(context.say(label), action(said)).marked(given == Some(said));
    draft.choices(None, answers.into_iter().map(choice).collect());
    draft.choices(None, vec![Choice::new(context.say("check-stop"), Action::Open(Screen::Lessons))]);
}

/// What follows an answer.
pub fn next_screen(visit: &Visit, env: &crate::app::Env) -> Screen {
    match visit.check.next(&env.library.activities()) {
        Next::Online => Screen::CheckOnline,
        Next::Activity(at) => Screen::Activity(at),
        Next::Result => Screen::CheckResult,
    }
}

/// What one does already, what may come next, and three lessons.
pub fn result(context: &Context) -> Draft {
    let areas = areas(context);
    let title = if has_begun(&areas) { "check-result-title" } else { "check-result-first" };
    let mut draft = Draft::new("check-result", context.say(title));
    if has_begun(&areas) {
        draft.para(context.say("check-result-text"));
        draft.blocks.push(Block::Facts(facts(context, &areas)));
    } else {
        draft.para(context.say("check-result-offline"));
    }
    if let Some(next) = next_area(&areas) {
        let area = context.say(area_name(next));
        draft.para(context.say_with("check-next", &[("area", Arg::Text(&area))]));
    }
    let lessons = lessons::lesson_choices(context, &proposed(context, &areas));
    draft.choices(Some(context.say("check-lessons")), lessons);
    let mut choices = vec![Choice::new(context.say("service-slip"), Action::Open(Screen::CheckSlip))];
    choices.push(Choice::new(context.say("lesson-others"), Action::Open(Screen::Lessons)));
    choices.push(Choice::new(context.say("check-again"), Action::CheckAgain));
    choices.push(Choice::new(context.say("go-home"), Action::Home));
    draft.choices(None, choices);
    draft
}

/// What to write down of the result.
pub fn slip(context: &Context) -> Draft {
    let mut draft = Draft::new("check-slip", context.say("slip-title"));
    let areas = areas(context);
    let fact = |label, lines| Fact { label: context.say(label), lines, doubt: None };
    let mut shown = vec![fact("slip-name", vec![context.say("check-title")])];
    if has_begun(&areas) {
        shown.extend(facts(context, &areas));
    }
    if let Some(next) = next_area(&areas) {
        shown.push(fact("slip-next", vec![context.say(area_name(next))]));
    }
    let lessons: Vec<Text> =
        proposed(context, &areas).iter().map(|(_, lesson)| context.localized(&lesson.title())).collect();
    if !lessons.is_empty() {
        shown.push(fact("slip-lessons", lessons));
    }
    shown.extend(code::to_write_down(context));
    draft.blocks.push(Block::Facts(shown));
    draft.choices(None, vec![Choice::new(context.say("go-back"), Action::Back)]);
    draft
}

fn areas(context: &Context) -> [(SkillArea, AreaLevel); 5] {
    let outcome = context.visit.check.outcome(&context.env.library.activities());
    SkillArea::ALL.map(|area| (area, outcome.areas[area as usize]))
}

fn facts(context: &Context, areas: &[(SkillArea, AreaLevel)]) -> Vec<Fact> {
    let fact = |(area, level): &(SkillArea, AreaLevel)| Fact {
        label: context.say(area_name(*area)),
        lines: vec![context.say(level_name(*level))],
        doubt: None,
    };
    areas.iter().map(fact).collect()
}

/// Whether somebody does anything of it yet. Who does not would read a list of what is missing.
fn has_begun(areas: &[(SkillArea, AreaLevel)]) -> bool {
    areas.iter().any(|(_, level)| *level > AreaLevel::None)
}

/// The first area in which there is most to discover; none where all of them are well known, and for whoever begins with the
/// internet: the first lessons come before any area.
fn next_area(areas: &[(SkillArea, AreaLevel)]) -> Option<SkillArea> {
    if !has_begun(areas) {
        return None;
    }
    let open = areas.iter().filter(|(_, level)| *level < AreaLevel::Above);
    open.min_by_key(|(_, level)| *level).map(|(area, _)| *area)
}

/// A lesson for each area in which there is much to discover, where there is most of it first; then the first ones that the
/// resident has not seen.
fn proposed(context: &Context, areas: &[(SkillArea, AreaLevel)]) -> Vec<(LessonId, Arc<Lesson>)> {
    // Whoever does a lot of something is not sent to the first lessons.
    let is_able = areas.iter().any(|(_, level)| *level == AreaLevel::Above);
    let mut open = open_lessons(context, is_able);
    let mut proposed = Vec::new();
    // Who does nothing of it yet begins at the beginning.
    if has_begun(areas) {
        let mut weak: Vec<_> = areas.iter().filter(|(_, level)| *level < AreaLevel::Above).collect();
        weak.sort_by_key(|(_, level)| *level);
        for (area, _) in weak.into_iter().take(LESSONS) {
            let found = open.iter().position(|(_, lesson)| is_about(lesson, *area));
            proposed.extend(found.map(|at| open.remove(at)));
        }
    }
    proposed.extend(open);
    proposed.truncate(LESSONS);
    proposed
}

/// What comes next for somebody of whom a code tells the level alone, which knows nothing of areas.
fn after_level(context: &Context, level: SkillLevel) -> Vec<(LessonId, Arc<Lesson>)> {
    let mut open = open_lessons(context, level == SkillLevel::AboveBasic);
    open.truncate(LESSONS);
    open
}

/// All lessons, those that were done last.
fn open_lessons(context: &Context, is_able: bool) -> Vec<(LessonId, Arc<Lesson>)> {
    let mut open = lessons::in_order(context);
    if is_able {
        // Who does a lot of it needs no keyboard: the last lessons ask most.
        open.reverse();
    }
    // The sort keeps the order of the lessons among equals.
    open.sort_by_key(|(id, lesson)| context.visit.has_done(*id, lesson));
    open
}

/// Whether a lesson is about an area: the areas of DigComp have the same order.
fn is_about(lesson: &Lesson, area: SkillArea) -> bool {
    let number = area as usize + 1;
    lesson.digcomp.iter().any(|competence| competence.split('.').next() == Some(number.to_string().as_str()))
}

/// How much of an area somebody does, in kind words.
pub fn level_name(level: AreaLevel) -> &'static str {
    match level {
        AreaLevel::None => "check-area-none",
        AreaLevel::Basic => "check-area-basic",
        AreaLevel::Above => "check-area-above",
    }
}

/// The name of an area.
pub fn area_name(area: SkillArea) -> &'static str {
    match area {
        SkillArea::Information => "area-information",
        SkillArea::Communication => "area-communication",
        SkillArea::Content => "area-content-creation",
        SkillArea::Safety => "area-safety",
        SkillArea::ProblemSolving => "area-problem-solving",
    }
}
