//! Before and after a lesson: how sure one feels, and three questions. All of it can be left out.

use crate::app::address::part_at;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::lesson::{Reply, question};
use crate::app::state::Visit;
use crate::app::{Env, Screen, When};
use crate::base::{LessonId, QUESTION_PAIRS};
use crate::content::model::Lesson;
use crate::i18n::Arg;
use crate::page::{Fact, Progress};

/// The five answers, from "not at all" on.
const SURE: [&str; 5] = ["sure-1", "sure-2", "sure-3", "sure-4", "sure-5"];

/// "How sure do you feel?"
pub fn sure(context: &Context, id: LessonId, when: When) -> Option<Draft> {
    let lesson = &*context.env.library.lesson(id)?;
    let mut draft = Draft::new("sure", context.say("sure-title"));
    let title = context.localized(&lesson.title());
    let question = match when {
        When::Before => "sure-before",
        When::After => "sure-after",
    };
    draft.para(context.say_with(question, &[("lesson", Arg::Text(&title))]));
    let given = context.visit.learning.sure(id, when);
    let choice = |(number, label): (u8, &str)| {
        Choice::new(context.say(label), Action::Sure(id, when, Some(number))).marked(given == Some(number))
    };
    draft.choices(None, (1..).zip(SURE).map(choice).collect());
    draft.choices(None, vec![Choice::new(context.say("questions-pass"), Action::Sure(id, when, None))]);
    Some(draft)
}

/// A question of a pair.
pub fn asked(context: &Context, id: LessonId, when: When, pair: u8) -> Option<Draft> {
    let lesson = &*context.env.library.lesson(id)?;
    let learning = &context.visit.learning;
    let asked = question(lesson.questions.get(usize::from(pair))?, when, learning.seed);
    let title = match when {
        When::Before => "questions-before",
        When::After => "questions-after",
    };
    let of = lesson.questions.len().min(usize::from(QUESTION_PAIRS)) as u16;
    let at = u16::from(pair) + 1;
    let words = context.say_with("questions-progress", &[("at", Arg::Count(at.into())), ("of", Arg::Count(of.into()))]);
    let mut draft = Draft::new("asked", context.say(title)).progress(Progress { at, of, words });
    let task = context.own_paragraph(&mut draft, &asked.task);
    draft.para(task);
    let given = learning.reply(id, when, pair);
    let mut choices = Vec::new();
    for (at, answer) in (0..=u8::MAX).zip(&asked.answers) {
        let label = context.own_paragraph(&mut draft, &answer.text);
        let reply = Reply::Answer(at);
        let choice = Choice::new(label, Action::Reply(id, (when, pair), reply)).marked(given == Some(reply));
        // Only who proof-reads a lesson sees which one is right.
        choices.push(match learning.reveals && answer.right {
            true => choice.detail(context.say("questions-right")),
            false => choice,
        });
    }
    let unsure = Choice::new(context.say("finder-unsure"), Action::Reply(id, (when, pair), Reply::Unsure));
    choices.push(unsure.marked(given == Some(Reply::Unsure)));
    draft.choices(None, choices);
    let past = match when {
        When::Before => part_at(id, lesson, 0)?,
        When::After => Screen::Learned(id),
    };
    draft.choices(None, vec![Choice::new(context.say("questions-pass"), Action::Open(past))]);
    Some(draft)
}

/// A question after a lesson with its right answer.
pub fn right_answer(context: &Context, draft: &mut Draft, lesson: &Lesson, pair: u8) -> Option<Fact> {
    let asked = question(lesson.questions.get(usize::from(pair))?, When::After, context.visit.learning.seed);
    let right = asked.answers.iter().find(|answer| answer.right)?;
    let label = context.own_paragraph(draft, &asked.task);
    Some(Fact { label, lines: vec![context.own_paragraph(draft, &right.text)], doubt: None })
}

/// What follows the last part of a lesson: what was asked before it is asked again, and nothing else.
pub fn after_parts(visit: &Visit, id: LessonId) -> Screen {
    match visit.learning.sure(id, When::Before) {
        Some(_) => Screen::Sure(id, When::After),
        None => next_after(visit, id, 0),
    }
}

/// What follows "how sure do you feel?". Whoever does not say it before a lesson is asked nothing else either.
pub fn after_sure(visit: &Visit, env: &Env, id: LessonId, when: When) -> Option<Screen> {
    match when {
        When::Before if visit.learning.sure(id, when).is_some() => Some(Screen::Asked(id, when, 0)),
        When::Before => part_at(id, &*env.library.lesson(id)?, 0),
        When::After if visit.learning.sure(id, when).is_some() => Some(next_after(visit, id, 0)),
        When::After => Some(Screen::Learned(id)),
    }
}

/// What follows a question.
pub fn after_reply(visit: &Visit, env: &Env, id: LessonId, (when, pair): (When, u8)) -> Option<Screen> {
    let next = pair.saturating_add(1);
    match when {
        When::Before => {
            let lesson = env.library.lesson(id)?;
            let is_there = next < QUESTION_PAIRS && usize::from(next) < lesson.questions.len();
            if is_there { Some(Screen::Asked(id, when, next)) } else { part_at(id, &lesson, 0) }
        }
        When::After => Some(next_after(visit, id, next)),
    }
}

/// The next question after a lesson whose other half was answered before it, from this pair on; then the end.
fn next_after(visit: &Visit, id: LessonId, from: u8) -> Screen {
    let was_answered = |pair: &u8| visit.learning.reply(id, When::Before, *pair).is_some();
    let next = (from..QUESTION_PAIRS).find(was_answered);
    next.map_or(Screen::Learned(id), |pair| Screen::Asked(id, When::After, pair))
}
