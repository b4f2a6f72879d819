//! What one does in each kind of exercise.

use super::Here;
use super::answer::{fake_title, message, practice_facts, practice_of};
use super::keyboard;
use crate::app::draft::{Action, Choice, Draft};
use crate::app::lesson::{Deed, FieldFault, Snag, pass_phrase, shuffled};
use crate::base::{Role, Text};
use crate::content::model::{
    Answer, ExerciseKind, Fake, FormField, Localized, Match, Paragraph, PointerAct, PointerMove, Press, Wanted,
    WantedKey,
};
use crate::i18n::Arg;
use crate::page::{Block, Fact, Mood};

/// The body of an exercise while it is tried.
pub fn trying(here: &Here, draft: &mut Draft) {
    match &here.exercise.kind {
        ExerciseKind::ChooseOne(answers) => choose_one(here, draft, answers),
        ExerciseKind::ChooseSeveral(answers) => choose_several(here, draft, answers),
        ExerciseKind::Spot(fake) => spot(here, draft, fake),
        ExerciseKind::Order(items) => order(here, draft, items),
        ExerciseKind::Match(pairs) => matching(here, draft, pairs),
        ExerciseKind::Type(texts) => typing(here, draft, texts),
        ExerciseKind::Keys(presses) => keys(here, draft, presses),
        ExerciseKind::Form(fields) => form(here, draft, fields),
        ExerciseKind::Pointer(moves) if here.context.env.mouse => pointer(here, draft, moves),
        ExerciseKind::Pointer(moves) => no_pointer(here, draft, moves),
        ExerciseKind::PassPhrase => phrase(here, draft),
        ExerciseKind::RealOrFalse(_) if here.attempt.done == 0 => real_or_false(here, draft),
        ExerciseKind::RealOrFalse(fake) => {
            draft.para(here.context.say("gym-mark"));
            spot(here, draft, fake);
        }
    }
}

/// The message as one meets it, and the question whether to believe it.
fn real_or_false(here: &Here, draft: &mut Draft) {
    let context = here.context;
    draft.blocks.extend(message(here));
    let judge = |label, is_false| Choice::new(context.say(label), Action::Do(Deed::Judge(is_false)));
    let mut choices = vec![judge("gym-false", true), judge("gym-real", false)];
    choices.extend(here.ways_out());
    draft.choices(None, choices);
}

fn choose_one(here: &Here, draft: &mut Draft, answers: &[Answer]) {
    let mut choices = Vec::new();
    for (at, answer) in (0..).zip(answers) {
        let label = here.context.own_paragraph(draft, &answer.text);
        choices.push(Choice::new(label, Action::Do(Deed::Pick(at))));
    }
    draft.choices(None, choices);
    draft.choices(None, here.ways_out());
}

fn choose_several(here: &Here, draft: &mut Draft, answers: &[Answer]) {
    let labels = answers.iter().map(|answer| here.context.own_paragraph(draft, &answer.text)).collect();
    marks(here, draft, labels, "exercise-chosen");
}

fn spot(here: &Here, draft: &mut Draft, fake: &Fake) {
    draft.heading(fake_title(here.context, fake));
    let labels = fake.pieces.iter().map(|piece| here.context.localized(&piece.text)).collect();
    let word = if here.exercise.title.0.is_empty() { "exercise-marked" } else { "exercise-chosen" };
    marks(here, draft, labels, word);
}

/// Things to mark, as many as one likes.
fn marks(here: &Here, draft: &mut Draft, labels: Vec<Text>, word: &str) {
    let say = |id| here.context.say(id);
    let choice = |(at, label): (u16, Text)| {
        let choice = Choice::new(label, Action::Do(Deed::Pick(at)));
        match here.attempt.picks.contains(&at) {
            true => choice.detail(say(word)).marked(true),
            false => choice,
        }
    };
    if here.attempt.snag == Some(Snag::Nothing) {
        draft.para(say("exercise-nothing-yet"));
    }
    let how = if here.attempt.picks.is_empty() { "exercise-marks-how" } else { "exercise-marks-undo" };
    draft.para(say(how));
    draft.choices(None, (0..).zip(labels).map(choice).collect());
    let mut choices = vec![Choice::new(say("exercise-check"), Action::Do(Deed::Check))];
    choices.extend(here.ways_out());
    draft.choices(None, choices);
}

fn order(here: &Here, draft: &mut Draft, items: &[Answer]) {
    let placed = here.attempt.picks.iter().filter_map(|at| items.get(usize::from(*at)));
    let placed: Vec<Text> = placed.map(|item| here.context.own_paragraph(draft, &item.text)).collect();
    let head = if placed.is_empty() { "exercise-order-first" } else { "exercise-order-next" };
    let made = (!placed.is_empty()).then_some(Block::List { ordered: true, items: placed });
    let text = |draft: &mut Draft, at: u16| {
        let item = items.get(usize::from(at))?;
        Some(here.context.own_paragraph(draft, &item.text))
    };
    put(here, draft, (items.len(), here.context.say(head)), made, text);
}

fn matching(here: &Here, draft: &mut Draft, pairs: &[Match]) {
    let pair = |(one, at): (&Match, &u16)| {
        let other = pairs.get(usize::from(*at))?;
        let lines = vec![here.context.localized(&other.other)];
        Some(Fact { label: here.context.localized(&one.one), lines, doubt: None })
    };
    let made: Vec<Fact> = pairs.iter().zip(&here.attempt.picks).filter_map(pair).collect();
    let next = pairs.get(made.len());
    let made = (!made.is_empty()).then_some(Block::Facts(made));
    let one = next.map(|pair| here.context.localized(&pair.one).in_role(Role::Strong)).unwrap_or_default();
    let head = here.context.say_with("exercise-match-with", &[("one", Arg::Text(&one))]);
    let text = |_: &mut Draft, at: u16| pairs.get(usize::from(at)).map(|pair| here.context.localized(&pair.other));
    put(here, draft, (pairs.len(), head), made, text);
}

/// Items to put one behind the other: those that are left, in an order drawn by lot, then what was made of the others. The
/// open question comes first: on a small screen it would else be a page further down after each choice.
fn put(
    here: &Here,
    draft: &mut Draft,
    (items, head): (usize, Text),
    made: Option<Block>,
    mut text: impl FnMut(&mut Draft, u16) -> Option<Text>,
) {
    let picks = &here.attempt.picks;
    let left = shuffled(items, here.context.visit.learning.seed, here.attempt.at);
    let mut choices = Vec::new();
    for at in left.into_iter().filter(|at| !picks.contains(at)) {
        choices.extend(text(draft, at).map(|label| Choice::new(label, Action::Do(Deed::Pick(at)))));
    }
    draft.choices(Some(head), choices);
    draft.blocks.extend(made);
    let say = |id| here.context.say(id);
    let mut choices = Vec::new();
    if picks.len() == items {
        choices.push(Choice::new(say("exercise-check"), Action::Do(Deed::Check)));
    }
    if !picks.is_empty() {
        choices.push(Choice::new(say("exercise-take-back"), Action::Do(Deed::TakeBack)));
    }
    choices.extend(here.ways_out());
    draft.choices(None, choices);
}

/// What was done last in an exercise of several steps, and what is to be noticed about it.
fn done(here: &Here, draft: &mut Draft, because: Option<&Localized<Paragraph>>) {
    let attempt = here.attempt;
    // It tells of the step before: the next key, or a hint, needs its room.
    let is_past = attempt.hinted || attempt.snag.is_some() || !attempt.typed.is_empty();
    if attempt.done == 0 || is_past {
        return;
    }
    let because = because.map(|because| here.context.own_paragraph(draft, because));
    let blocks = because.filter(|because| !because.is_blank()).map(Block::Para).into_iter().collect();
    draft.call(Mood::Tip, here.context.say("exercise-yes"), blocks);
}

/// The step that was done last.
fn last<'s, S>(here: &Here, steps: &'s [S]) -> Option<&'s S> {
    steps.get(usize::from(here.attempt.done).checked_sub(1)?)
}

fn typing(here: &Here, draft: &mut Draft, texts: &[Wanted]) {
    let context = here.context;
    done(here, draft, last(here, texts).map(|text| &text.because));
    let Some(wanted) = texts.get(usize::from(here.attempt.done)) else { return };
    // Without a mark of its language: every sign of it is to be typed.
    let Some((lang, text)) = wanted.text.along(context.env.texts.chain(context.lang)) else { return };
    let shown = Text::with_role(lang, Role::Strong, text.clone());
    draft.para(context.say_with("exercise-type-this", &[("text", Arg::Text(&shown))]));
    draft.field(context.say("exercise-typed"), &here.attempt.typed, None);
    if here.attempt.snag == Some(Snag::Text) {
        draft.para(context.say("exercise-type-more"));
    }
    keyboard::next_stroke(context, draft, text, here.attempt.typed.as_str());
    draft.plain(None, here.ways_out());
}

fn keys(here: &Here, draft: &mut Draft, presses: &[Press]) {
    let context = here.context;
    done(here, draft, None);
    let Some(press) = presses.get(usize::from(here.attempt.done)) else { return };
    let text = context.own_paragraph(draft, &press.text);
    draft.para(text);
    draft.field(context.say("exercise-key"), &here.attempt.typed, None);
    if here.attempt.snag == Some(Snag::OtherKey) {
        draft.para(context.say("exercise-other-key"));
    }
    keyboard::wanted(context, draft, press.key);
    // Arrows and Enter are answers here; Tab is one now and then.
    let out = if press.key == WantedKey::Tab { "exercise-keys-out-down" } else { "exercise-keys-out" };
    draft.plain(Some(context.say(out)), here.ways_out());
}

fn form(here: &Here, draft: &mut Draft, fields: &[FormField]) {
    let context = here.context;
    // All of it at first; then what is typed now stands beside its field, also on a small screen.
    if here.attempt.done == 0 && here.attempt.snag.is_none() {
        draft.heading(context.say("exercise-practice"));
        draft.blocks.push(Block::Facts(practice_facts(context, fields)));
    }
    let Some(field) = fields.get(usize::from(here.attempt.done)) else { return };
    done(here, draft, None);
    let label = context.localized(&field.label);
    draft.field(context.say_with("exercise-field", &[("field", Arg::Text(&label))]), &here.attempt.typed, None);
    let practice = practice_of(context, field).unwrap_or_default();
    draft.para(context.say_with("exercise-field-how", &[("text", Arg::Text(&practice))]));
    if let Some(Snag::Field(fault)) = here.attempt.snag {
        let said = context.say(match fault {
            FieldFault::Empty => "exercise-field-empty",
            FieldFault::Shape => "exercise-field-shape",
            FieldFault::Other => "exercise-field-other",
        });
        let mut blocks = vec![Block::Para(said)];
        if fault == FieldFault::Shape {
            blocks.push(Block::Para(context.own_paragraph(draft, &field.because)));
        }
        draft.call(Mood::Warning, context.say("exercise-not-yet"), blocks);
    }
    let mut choices = vec![Choice::new(context.say("exercise-field-done"), Action::Do(Deed::Check))];
    choices.extend(here.ways_out());
    draft.plain(None, choices);
}

/// What is said of a press stands below the target: between the two presses of a double click it must not move.
fn pointer(here: &Here, draft: &mut Draft, moves: &[PointerMove]) {
    let context = here.context;
    let Some(wanted) = moves.get(usize::from(here.attempt.done)) else { return };
    // Whoever presses keys does not aim: what is said of it may stand first.
    if here.attempt.snag == Some(Snag::Keyboard) {
        draft.para(context.say("pointer-keyboard"));
    }
    let text = context.own_paragraph(draft, &wanted.text);
    draft.para(text);
    let snag = match here.attempt.snag {
        Some(Snag::TooSlow) => Some("pointer-too-slow"),
        Some(Snag::OtherMove) => Some("pointer-other-move"),
        _ => None,
    };
    let target = match wanted.act {
        PointerAct::Click => "pointer-click",
        PointerAct::DoubleClick => "pointer-double-click",
        PointerAct::Scroll => "pointer-scroll",
    };
    draft.side_by_side(None, vec![Choice::new(context.say(target), Action::Click)]);
    match snag {
        Some(snag) => draft.para(context.say(snag)),
        None if here.attempt.snag.is_none() => done(here, draft, None),
        None => {}
    }
    let mut choices = here.ways_out();
    choices.pop();
    choices.push(here.on("pointer-pass"));
    draft.choices(None, choices);
}

/// Where there is no mouse, what one would do with it is told, and the lesson goes on.
fn no_pointer(here: &Here, draft: &mut Draft, moves: &[PointerMove]) {
    let context = here.context;
    draft.para(context.say("pointer-none"));
    let items = moves.iter().map(|wanted| context.own_paragraph(draft, &wanted.text)).collect();
    draft.blocks.push(Block::List { ordered: true, items });
    let back = Choice::new(context.say(here.way.back_label), Action::Replace(here.way.back));
    draft.choices(None, vec![here.on("lesson-next"), back]);
}

fn phrase(here: &Here, draft: &mut Draft) {
    let context = here.context;
    let all = context.env.library.pass_words();
    let drawn = all.along(context.env.texts.chain(context.lang)).map(|(lang, words)| {
        let words = pass_phrase(words, context.visit.learning.seed, here.attempt.at, here.attempt.done);
        Text::with_role(lang, Role::Strong, words.join(" "))
    });
    if let Some(words) = drawn.filter(|words| !words.is_blank()) {
        draft.para(context.say_with("phrase-drawn", &[("words", Arg::Text(&words))]));
    }
    draft.para(context.say("phrase-length"));
    let never = Block::Para(context.say("phrase-never"));
    draft.call(Mood::Warning, context.say("call-warning"), vec![never]);
    let why = context.own_paragraph(draft, &here.exercise.why);
    draft.para(why);
    let other = Choice::new(context.say("phrase-other"), Action::Do(Deed::Draw));
    let mut choices = vec![here.on("lesson-next"), other];
    if !here.attempt.hinted {
        choices.push(Choice::new(context.say("exercise-get-hint"), Action::Do(Deed::Hint)));
    }
    draft.choices(None, choices);
}
