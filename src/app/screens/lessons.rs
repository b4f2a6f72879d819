//! Learning by doing: the list of lessons, the first page of each, its cards and its end.

mod questions;

use std::sync::Arc;

pub use self::questions::{after_reply, after_sure, asked, sure};
use super::exercise::{self, Way};
use super::{code, gym, rooms, service};
use crate::app::address::part_at;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::lesson::ExerciseAt;
use crate::app::telling::Facts;
use crate::app::{Screen, When};
use crate::base::{LessonId, QUESTION_PAIRS, ServiceId, Text, TopicId};
use crate::content::model::{Lesson, Part};
use crate::i18n::Arg;
use crate::page::{Block, Fact, Progress};

/// All lessons, in the order in which they build on each other, and the check of digital skills.
pub fn list(context: &Context) -> Draft {
    let mut draft = Draft::new("lessons", context.say("lessons-title"));
    draft.para(context.say("lessons-intro"));
    let mut ways = Vec::new();
    if !context.env.library.activities().is_empty() {
        let check = Choice::new(context.say("check-title"), Action::Open(Screen::Check));
        ways.push(check.detail(context.say("check-detail")));
    }
    ways.extend(code::way_in(context));
    draft.choices(Some(context.say("lessons-check")), ways);
    draft.choices(Some(context.say("lessons-moments")), practice(context));
    let lessons = in_order(context);
    if !lessons.is_empty() {
        draft.choices(Some(context.say("lessons-choose")), lesson_choices(context, &lessons));
    }
    draft.choices(None, vec![Choice::new(context.say("go-home"), Action::Home)]);
    draft
}

/// The ways to the rehearsal rooms and to the scam gym, where there are some.
fn practice(context: &Context) -> Vec<Choice> {
    rooms::way_in(context).into_iter().chain(gym::way_in(context)).collect()
}

/// The way to the lessons from other screens, where there are some.
pub fn way_in(context: &Context) -> Option<Choice> {
    let library = context.env.library;
    let numbers = library.numbers();
    let is_there = numbers.lessons > 0 || !practice(context).is_empty() || !library.activities().is_empty();
    let way = || Choice::new(context.say("lessons-title"), Action::Open(Screen::Lessons));
    is_there.then(|| way().detail(context.say("lessons-detail")))
}

/// The lessons that belong to a topic.
pub fn of_topic(context: &Context, topic: TopicId) -> Vec<Choice> {
    let mut lessons = in_order(context);
    lessons.retain(|(_, lesson)| lesson.topics.contains(&topic));
    lesson_choices(context, &lessons)
}

/// The lessons that go before a guide: whoever was through it may want to practise.
pub fn of_service(context: &Context, service: ServiceId) -> Vec<Choice> {
    let mut lessons = in_order(context);
    lessons.retain(|(_, lesson)| lesson.related.contains(&service));
    lesson_choices(context, &lessons)
}

/// All lessons by their places.
pub(super) fn in_order(context: &Context) -> Vec<(LessonId, Arc<Lesson>)> {
    let mut lessons: Vec<_> = context.env.library.lessons().collect();
    lessons.sort_by_key(|(_, lesson)| lesson.place);
    lessons
}

/// Lessons to choose from, each with how long it takes.
pub(super) fn lesson_choices(context: &Context, lessons: &[(LessonId, Arc<Lesson>)]) -> Vec<Choice> {
    let choice = |(id, lesson): &(LessonId, Arc<Lesson>)| {
        let (is_done, is_known) = (context.visit.learning.is_done(*id), context.visit.has_done(*id, lesson));
        let detail = match (is_done, is_known) {
            (true, _) => context.say("lesson-seen"),
            (false, true) => context.say("lesson-seen-earlier"),
            (false, false) => minutes(context, lesson),
        };
        Choice::new(context.localized(&lesson.title()), Action::Open(Screen::Lesson(*id)))
            .detail(detail)
            .marked(is_known)
    };
    lessons.iter().map(choice).collect()
}

fn minutes(context: &Context, lesson: &Lesson) -> Text {
    context.say_with("lesson-minutes", &[("minutes", Arg::Count(lesson.minutes.into()))])
}

/// What one can do after a lesson, and the ways into it.
pub fn first(context: &Context, id: LessonId) -> Option<Draft> {
    let lesson = &*context.env.library.lesson(id)?;
    let mut draft = Draft::new("lesson", context.localized(&lesson.title()));
    purpose(context, &mut draft, lesson);
    draft.para(minutes(context, lesson));
    let mut choices = Vec::new();
    let seen = context.visit.learning.part(id).filter(|_| !context.visit.learning.is_done(id));
    let seen = seen.and_then(|part| part_at(id, lesson, part));
    choices.extend(seen.map(|screen| Choice::new(context.say("lesson-go-on"), Action::Open(screen))));
    if !lesson.questions.is_empty() && context.visit.learning.is_before(id) {
        let begin = Choice::new(context.say("lesson-begin"), Action::Open(Screen::Sure(id, When::Before)));
        choices.push(begin.detail(context.say("lesson-begin-detail")));
    }
    let straight =
        part_at(id, lesson, 0).map(|screen| Choice::new(context.say("lesson-straight"), Action::Open(screen)));
    choices.extend(straight);
    choices.push(Choice::new(context.say("service-slip"), Action::Open(Screen::LessonSlip(id))));
    choices.push(Choice::new(context.say("lesson-others"), Action::Open(Screen::Lessons)));
    draft.choices(None, choices);
    draft.choices(Some(context.say("service-related")), service::related(context, &lesson.related));
    Some(draft)
}

fn purpose(context: &Context, draft: &mut Draft, lesson: &Lesson) {
    if let Some((lang, text)) = lesson.texts.along(context.env.texts.chain(context.lang)) {
        let said = context.inline(draft, Facts::default(), lang, &text.purpose);
        draft.para(context.env.texts.mark_foreign(context.lang, lang, said));
    }
}

/// A card: something to read.
pub fn card(context: &Context, id: LessonId, at: u16) -> Option<Draft> {
    let lesson = &*context.env.library.lesson(id)?;
    let Part::Card(card) = *lesson.parts.get(usize::from(at))? else { return None };
    let (lang, text) = lesson.texts.along(context.env.texts.chain(context.lang))?;
    let card = text.cards.get(usize::from(card))?;
    let mut draft = Draft::new("card", context.said_in(lang, &card.title)).progress(progress(context, lesson, at));
    context.blocks(&mut draft, Facts::default(), lang, &card.blocks);
    let on = Choice::new(context.say("lesson-next"), Action::Open(next(context, (id, lesson), at)));
    let back = Choice::new(context.say("lesson-previous"), Action::Replace(before((id, lesson), at)));
    draft.choices(None, vec![on, back]);
    Some(draft)
}

/// An exercise: something to try.
pub fn exercise(context: &Context, id: LessonId, at: u16) -> Option<Draft> {
    let lesson = &*context.env.library.lesson(id)?;
    let way = Way {
        progress: progress(context, lesson, at),
        on: next(context, (id, lesson), at),
        on_label: "lesson-next",
        back: before((id, lesson), at),
        back_label: "lesson-previous",
    };
    exercise::draft(context, "exercise", ExerciseAt::Part(id, at), way)
}

/// "Part 3 of 9".
fn progress(context: &Context, lesson: &Lesson, at: u16) -> Progress {
    let (at, of) = (at.saturating_add(1), u16::try_from(lesson.parts.len()).unwrap_or(u16::MAX));
    let words = context.say_with("lesson-progress", &[("at", Arg::Count(at.into())), ("of", Arg::Count(of.into()))]);
    Progress { at, of, words }
}

/// The next part; after the last one the questions after the lesson, or its end.
fn next(context: &Context, (id, lesson): (LessonId, &Lesson), at: u16) -> Screen {
    part_at(id, lesson, at.saturating_add(1)).unwrap_or_else(|| questions::after_parts(context.visit, id))
}

fn before((id, lesson): (LessonId, &Lesson), at: u16) -> Screen {
    let before = at.checked_sub(1).and_then(|before| part_at(id, lesson, before));
    before.unwrap_or(Screen::Lesson(id))
}

/// The end of a lesson: what was gained, in kind words, and what next.
pub fn learned(context: &Context, id: LessonId) -> Option<Draft> {
    let lesson = &*context.env.library.lesson(id)?;
    let mut draft = Draft::new("learned", context.say("learned-title"));
    encourage(context, &mut draft, (id, lesson));
    let mut choices = Vec::new();
    let others = in_order(context);
    let next = others.iter().find(|(other, next)| next.place > lesson.place && !context.visit.has_done(*other, next));
    choices.extend(next.map(|(next_id, next)| {
        let title = context.localized(&next.title());
        Choice::new(context.say("learned-next"), Action::Open(Screen::Lesson(*next_id))).detail(title)
    }));
    let slip = Choice::new(context.say("service-slip"), Action::Open(Screen::LessonSlip(id)));
    // Nobody looks for a code of which they do not know.
    choices.push(if code::is_there(context) { slip.detail(context.say("slip-with-code")) } else { slip });
    choices.push(Choice::new(context.say("lesson-others"), Action::Open(Screen::Lessons)));
    choices.push(Choice::new(context.say("go-home"), Action::Home));
    draft.choices(Some(context.say("done-next")), choices);
    draft.choices(Some(context.say("service-related")), service::related(context, &lesson.related));
    Some(draft)
}

/// Says how sure one feels now, and which answers are right where one did not know them.
fn encourage(context: &Context, draft: &mut Draft, (id, lesson): (LessonId, &Lesson)) {
    let learning = &context.visit.learning;
    draft.para(context.say("learned-text"));
    let sure = [When::Before, When::After].map(|when| learning.sure(id, when));
    if let [Some(before), Some(after)] = sure
        && after > before
    {
        draft.para(context.say("learned-surer"));
    }
    let known = |when| {
        let right =
            (0..QUESTION_PAIRS).filter(|pair| learning.was_right(context.env.library, id, (when, *pair)) == Some(true));
        right.count()
    };
    if known(When::After) > known(When::Before) {
        draft.para(context.say("learned-more"));
    }
    let open = (0..QUESTION_PAIRS).filter(|pair| {
        let right = learning.was_right(context.env.library, id, (When::After, *pair));
        right == Some(false)
    });
    let facts: Vec<Fact> = open.filter_map(|pair| questions::right_answer(context, draft, lesson, pair)).collect();
    if !facts.is_empty() {
        draft.heading(context.say("learned-answers"));
        draft.blocks.push(Block::Facts(facts));
    }
}

/// What to write down of a lesson: its name, what it was about, and the guides that go on from it.
pub fn slip(context: &Context, id: LessonId) -> Option<Draft> {
    let lesson = &*context.env.library.lesson(id)?;
    let mut draft = Draft::new("lesson-slip", context.say("slip-title"));
    let fact = |label, lines| Fact { label: context.say(label), lines, doubt: None };
    let mut facts = vec![fact("slip-lesson", vec![context.localized(&lesson.title())])];
    if let Some((lang, text)) = lesson.texts.along(context.env.texts.chain(context.lang)) {
        let titles = text.cards.iter().map(|card| context.said_in(lang, &card.title));
        facts.push(fact("slip-learned", titles.collect()));
    }
    let guides: Vec<Text> = lesson.related.iter().map(|id| service::title(context, *id)).collect();
    if !guides.is_empty() {
        facts.push(fact("slip-guides", guides));
    }
    facts.extend(code::to_write_down(context));
    draft.blocks.push(Block::Facts(facts));
    draft.choices(None, vec![Choice::new(context.say("go-back"), Action::Back)]);
    Some(draft)
}
