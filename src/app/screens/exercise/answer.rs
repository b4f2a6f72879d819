//! The answer to what a resident did: why, always, and never with blame.

use super::Here;
use crate::app::draft::{Context, Draft};
use crate::app::lesson::{Stage, judge};
use crate::base::{Role, Text};
use crate::content::model::{Exercise, ExerciseKind, Fake, FakeKind, FormField, Localized, Paragraph};
use crate::i18n::Arg;
use crate::page::{Block, Fact, Mood};

/// An answer that does not fit yet: what is to be said about what was chosen.
pub fn not_yet(here: &Here, draft: &mut Draft) {
    let context = here.context;
    let verdict = judge(&here.exercise.kind, &here.attempt.picks);
    let mut blocks = Vec::new();
    if matches!(here.exercise.kind, ExerciseKind::RealOrFalse(_)) && here.attempt.done == 0 {
        blocks.push(Block::Para(context.say("gym-taken-for-real")));
        draft.call(Mood::Ask, context.say("gym-is-false"), blocks);
        return draft.blocks.extend(message(here));
    }
    let fake = match &here.exercise.kind {
        ExerciseKind::Spot(fake) | ExerciseKind::RealOrFalse(fake) => Some(fake),
        _ => None,
    };
    blocks.extend(fake.map(|fake| Block::Para(fake_title(context, fake))));
    let lacks = verdict.missing > 0 && verdict.told.iter().all(|(_, right)| *right);
    if lacks {
        blocks.push(Block::Para(context.say("exercise-missing")));
    }
    let [fits, not] = heads(here.exercise);
    // What does not fit comes first: it helps on.
    for (fits, head) in [(false, not), (true, fits)] {
        let told = verdict.told.iter().filter(|(_, right)| *right == fits);
        let facts: Vec<Fact> = told.filter_map(|(at, _)| told_of(here, draft, *at)).collect();
        if !facts.is_empty() {
            // Of a piece of a message that was taken for suspicious it is not plain what "right" means.
            let is_match = matches!(here.exercise.kind, ExerciseKind::Match(_));
            let has_heads = fake.is_some() || is_match || lacks || verdict.told.len() > facts.len();
            blocks.extend(has_heads.then(|| Block::Heading(context.say(head))));
            blocks.push(Block::Facts(facts));
        }
    }
    draft.call(Mood::Ask, context.say("exercise-not-yet"), blocks);
}

/// A message of the gym as one meets it.
pub fn message(here: &Here) -> Option<Block> {
    let ExerciseKind::RealOrFalse(fake) = &here.exercise.kind else { return None };
    let blocks = fake.pieces.iter().map(|piece| Block::Para(here.context.localized(&piece.text))).collect();
    Some(Block::Device { title: fake_title(here.context, fake), blocks })
}

/// Why the answer is right, what was asked, and the answer itself.
pub fn right(here: &Here, draft: &mut Draft, task: Text) {
    let context = here.context;
    let title = if here.attempt.stage == Stage::Solved { "exercise-right" } else { "exercise-answer" };
    let why = context.own_paragraph(draft, &here.exercise.why);
    let verdict = match &here.exercise.kind {
        ExerciseKind::RealOrFalse(fake) if fake.is_false() => Some("gym-is-false"),
        ExerciseKind::RealOrFalse(_) => Some("gym-is-real"),
        _ => None,
    };
    let verdict = verdict.map(|verdict| Block::Para(context.say(verdict)));
    draft.call(Mood::Tip, context.say(title), verdict.into_iter().chain([Block::Para(why)]).collect());
    if !task.is_blank() {
        draft.para(task);
    }
    answer(here, draft);
}

fn answer(here: &Here, draft: &mut Draft) {
    let context = here.context;
    match &here.exercise.kind {
        ExerciseKind::ChooseOne(answers) => {
            let right = (0..).zip(answers).filter(|(_, answer)| answer.right);
            let facts = right.filter_map(|(at, _)| told_of(here, draft, at)).collect();
            draft.blocks.push(Block::Facts(facts));
        }
        ExerciseKind::ChooseSeveral(answers) => {
            both(here, draft, answers.iter().map(|answer| answer.right));
        }
        ExerciseKind::Spot(fake) | ExerciseKind::RealOrFalse(fake) => {
            draft.heading(fake_title(context, fake));
            both(here, draft, fake.pieces.iter().map(|piece| piece.suspicious));
        }
        ExerciseKind::Order(items) => {
            let items = items.iter().map(|item| context.own_paragraph(draft, &item.text)).collect();
            draft.blocks.push(Block::List { ordered: true, items });
        }
        ExerciseKind::Match(pairs) => {
            let fact = |label, lines| Fact { label, lines, doubt: None };
            let facts = pairs.iter().map(|pair| {
                let because = context.own_paragraph(draft, &pair.because);
                fact(context.localized(&pair.one), vec![context.localized(&pair.other).in_role(Role::Strong), because])
            });
            let facts = facts.collect();
            draft.blocks.push(Block::Facts(facts));
        }
        ExerciseKind::Type(texts) => {
            let facts = texts.iter().map(|text| Fact {
                label: context.localized(&text.text),
                lines: vec![context.own_paragraph(draft, &text.because)],
                doubt: None,
            });
            let facts = facts.collect();
            draft.blocks.push(Block::Facts(facts));
        }
        ExerciseKind::Keys(presses) => {
            draft.heading(context.say("exercise-keys-were"));
            steps(context, draft, presses.iter().map(|press| &press.text));
        }
        ExerciseKind::Pointer(moves) => steps(context, draft, moves.iter().map(|wanted| &wanted.text)),
        ExerciseKind::Form(fields) => draft.blocks.push(Block::Facts(practice_facts(context, fields))),
        ExerciseKind::PassPhrase => {}
    }
}

/// The headings over what is to be chosen and over what is not.
fn heads(exercise: &Exercise) -> [&'static str; 2] {
    match &exercise.kind {
        // Under a title of its own it need not be about what is suspicious.
        ExerciseKind::Spot(_) if !exercise.title.0.is_empty() => ["exercise-told-fits", "exercise-told-not"],
        ExerciseKind::Spot(_) | ExerciseKind::RealOrFalse(_) => ["exercise-told-suspicious", "exercise-told-fine"],
        ExerciseKind::Match(_) => ["exercise-told-fits", "exercise-told-apart"],
        _ => ["exercise-told-fits", "exercise-told-not"],
    }
}

/// Without numbers: those choose what stands below.
fn steps<'s>(context: &Context, draft: &mut Draft, texts: impl Iterator<Item = &'s Localized<Paragraph>>) {
    let items = texts.map(|text| context.own_paragraph(draft, text)).collect();
    draft.blocks.push(Block::List { ordered: false, items });
}

/// All options or pieces: those that are right, then the others, each with its reason.
fn both(here: &Here, draft: &mut Draft, right: impl Iterator<Item = bool>) {
    let right: Vec<bool> = right.collect();
    for (wanted, head) in [true, false].into_iter().zip(heads(here.exercise)) {
        let places = (0..).zip(&right).filter(|(_, right)| **right == wanted);
        let facts: Vec<Fact> = places.filter_map(|(at, _)| told_of(here, draft, at)).collect();
        if !facts.is_empty() {
            draft.heading(here.context.say(head));
            draft.blocks.push(Block::Facts(facts));
        }
    }
}

/// An option, piece, item or pair, and what is said about it.
fn told_of(here: &Here, draft: &mut Draft, at: u16) -> Option<Fact> {
    let (context, at) = (here.context, usize::from(at));
    let (label, because): (Text, &Localized<Paragraph>) = match &here.exercise.kind {
        ExerciseKind::ChooseOne(answers) | ExerciseKind::ChooseSeveral(answers) | ExerciseKind::Order(answers) => {
            let answer = answers.get(at)?;
            (context.own_paragraph(draft, &answer.text), &answer.because)
        }
        ExerciseKind::Match(pairs) => {
            let pair = pairs.get(at)?;
            (context.localized(&pair.one), &pair.because)
        }
        ExerciseKind::Spot(fake) | ExerciseKind::RealOrFalse(fake) => {
            let piece = fake.pieces.get(at)?;
            (context.localized(&piece.text), &piece.because)
        }
        _ => return None,
    };
    let lines = vec![context.own_paragraph(draft, because)];
    Some(Fact { label, lines, doubt: None })
}

/// "A made-up e-mail, from: your bank".
pub fn fake_title(context: &Context, fake: &Fake) -> Text {
    let kind = match fake.kind {
        FakeKind::Sms => "fake-sms",
        FakeKind::Email => "fake-email",
        FakeKind::Address => "fake-address",
        FakeKind::Page => "fake-page",
        FakeKind::Call => "fake-call",
        FakeKind::Qr => "fake-qr",
    };
    let from = context.localized(&fake.from);
    context.say_with(kind, &[("from", Arg::Text(&from))])
}

/// What is to be copied into a form, as it is typed.
pub fn practice_facts(context: &Context, fields: &[FormField]) -> Vec<Fact> {
    let fact = |field: &FormField| {
        let typed = practice_of(context, field);
        Fact { label: context.localized(&field.label), lines: typed.into_iter().collect(), doubt: None }
    };
    fields.iter().map(fact).collect()
}

/// The same of one field.
pub fn practice_of(context: &Context, field: &FormField) -> Option<Text> {
    let (lang, practice) = field.practice.along(context.env.texts.chain(context.lang))?;
    Some(Text::with_role(lang, Role::Strong, field.rule.typed(practice)))
}
