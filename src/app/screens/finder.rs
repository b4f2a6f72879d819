//! A finder: one question a screen, and at the end what helps and why. Each earlier answer stands below and can be changed;
//! the later ones stay as far as their questions are still asked.

use super::home::service_choices;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::state::{Answered, Visit};
use crate::app::telling::Facts;
use crate::app::{Env, Screen};
use crate::base::{FinderId, Text};
use crate::content::model::{Finder, FinderStep};
use crate::i18n::Arg;

pub fn draft(context: &Context, id: FinderId, step: FinderStep) -> Option<Draft> {
    let finder = &*context.env.library.finder(id)?;
    match step {
        FinderStep::Question(at) => question(context, (id, finder), at),
        FinderStep::End(at) => end(context, (id, finder), at),
    }
}

fn question(context: &Context, (id, finder): (FinderId, &Finder), at: u16) -> Option<Draft> {
    let question = finder.questions.get(usize::from(at))?;
    let mut draft = Draft::new("question", context.localized(&question.text));
    if !question.hint.0.is_empty() {
        let hint = context.paragraph(&mut draft, Facts::default(), &question.hint);
        draft.para(hint);
    }
    let given = context.visit.answer_to(id, at);
    let choice = |(answer, label): (u16, Text)| {
        let action = Action::Answer(Answered { finder: id, question: at, answer });
        Choice::new(label, action).marked(given == Some(answer))
    };
    let answers = (0..).zip(labels(context, finder, at)).map(choice).collect();
    draft.choices(None, answers);
    earlier(context, &mut draft, (id, finder), Some(at));
    Some(draft)
}

fn end(context: &Context, (id, finder): (FinderId, &Finder), at: u16) -> Option<Draft> {
    let end = finder.ends.get(usize::from(at))?;
    let mut draft = Draft::new("found", context.say("found-title"));
    let why = context.paragraph(&mut draft, Facts::default(), &end.why);
    draft.para(why);
    draft.choices(Some(context.say("event-services")), service_choices(context, &end.services));
    draft.choices(None, vec![Choice::new(context.say("go-person"), Action::Open(Screen::Person(None)))]);
    earlier(context, &mut draft, (id, finder), None);
    Some(draft)
}

/// Where one goes on after an answer: to the first question that was not answered yet, or to the end.
pub fn after(visit: &Visit, env: &Env, given: Answered) -> Option<Screen> {
    let finder = env.library.finder(given.finder)?;
    let mut step = finder.next(given.question, given.answer)?;
    // They never lead in a circle; what a damaged pack says has an end all the same.
    for _ in 0..=finder.questions.len() {
        let answered = match step {
            FinderStep::Question(at) => visit.answer_to(given.finder, at).and_then(|answer| finder.next(at, answer)),
            FinderStep::End(_) => None,
        };
        match answered {
            Some(next) => step = next,
            None => return Some(Screen::Finder(given.finder, step)),
        }
    }
    None
}

/// The words of all answers to a question; the last one says that one does not know.
fn labels(context: &Context, finder: &Finder, at: u16) -> Vec<Text> {
    let answers = finder.questions.get(usize::from(at)).map(|question| question.answers.as_slice()).unwrap_or_default();
    let known = answers.iter().map(|answer| context.localized(&answer.text));
    known.chain([context.say("finder-unsure")]).collect()
}

/// The questions that were answered on the way here, to go back to.
fn earlier(context: &Context, draft: &mut Draft, (id, finder): (FinderId, &Finder), here: Option<u16>) {
    let mut choices = Vec::new();
    let mut step = FinderStep::Question(0);
    while let FinderStep::Question(at) = step {
        let answer = context.visit.answer_to(id, at).filter(|_| here != Some(at));
        let Some((answer, next)) = answer.and_then(|answer| Some((answer, finder.next(at, answer)?))) else { break };
        let asked = finder.questions.get(usize::from(at)).map(|question| context.localized(&question.text));
        let said = labels(context, finder, at).into_iter().nth(usize::from(answer));
        if let (Some(asked), Some(said)) = (asked, said) {
            let label =
                context.say_with("finder-answered", &[("question", Arg::Text(&asked)), ("answer", Arg::Text(&said))]);
            choices.push(Choice::new(label, Action::Open(Screen::Finder(id, FinderStep::Question(at)))));
        }
        step = next;
        if choices.len() > finder.questions.len() {
            break;
        }
    }
    draft.choices(Some(context.say("finder-earlier")), choices);
}
