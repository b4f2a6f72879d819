//! "I have a code": five words from paper, so that somebody goes on where they were on another day.

use super::lessons;
use crate::app::Screen;
use crate::app::code::{Code, Trouble};
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::base::{LessonId, Role, Text};
use crate::content::code_words::WordAt;
use crate::content::model::Lesson;
use crate::i18n::Arg;
use crate::page::{Block, Fact, Mood, Spot};

/// The keys on the screen: accents do not matter, so these are all.
const LETTERS: std::ops::RangeInclusive<char> = 'a'..='z';
/// The field, all letters, space and "take back": the first spots of the screen with letters.
const KEY_SPOTS: u16 = 1 + 26 + 2;

/// The way to the field from the list of lessons.
pub fn way_in(context: &Context) -> Option<Choice> {
    let way = || Choice::new(context.say("code-way-in"), Action::Open(Screen::Code));
    is_there(context).then(|| way().detail(context.say("code-way-in-detail")))
}

/// Whether the language of the page has words for codes.
pub fn is_there(context: &Context) -> bool {
    context.env.library.code_words().list(context.lang).is_some()
}

/// The screen for a keyboard.
pub fn draft(context: &Context) -> Draft {
    let Some(mut draft) = begun(context, "code") else { return elsewhere(context) };
    said(context, &mut draft);
    let letters = Choice::new(context.say("search-letters"), Action::Replace(Screen::CodeLetters));
    ways_on(context, &mut draft, letters);
    draft
}

/// The same with letters on the screen, for those who cannot type on the keyboard.
pub fn letters(context: &Context) -> Draft {
    let Some(mut draft) = begun(context, "code-letters") else { return elsewhere(context) };
    let key = |sign: char| Choice::new(Text::plain(context.lang, sign.to_string()), Action::Write(sign));
    draft.keys(LETTERS.map(key).collect());
    let space = Choice::new(context.say("search-space"), Action::Write(' '));
    draft.keys(vec![space, Choice::new(context.say("search-take-back"), Action::Unwrite)]);
    said(context, &mut draft);
    let keyboard = Choice::new(context.say("search-keyboard"), Action::Replace(Screen::Code));
    ways_on(context, &mut draft, keyboard);
    draft
}

fn begun(context: &Context, name: &'static str) -> Option<Draft> {
    is_there(context).then(|| {
        let mut draft = Draft::new(name, context.say("code-title"));
        draft.whole_field(context.say("code-label"), &context.visit.entry.typed);
        draft
    })
}

/// The same in a language that has no words for codes: somebody may change the language on the way. What was typed stays.
fn elsewhere(context: &Context) -> Draft {
    let mut draft = Draft::new("no-code", context.say("code-title"));
    draft.para(context.say("code-elsewhere"));
    let languages = Choice::new(context.say("help-languages"), Action::Open(Screen::Languages));
    draft.choices(None, vec![languages, Choice::new(context.say("lesson-others"), Action::Open(Screen::Lessons))]);
    draft
}

/// Whether a choice is the field or a key on the screen: typing does not take the focus from there.
pub fn is_key(screen: Screen, spot: Spot) -> bool {
    screen == Screen::CodeLetters && spot.0 < KEY_SPOTS
}

/// What to type; once somebody said that it is their code and it is none, what to look at.
fn said(context: &Context, draft: &mut Draft) {
    let Some(trouble) = &context.visit.entry.trouble else {
        draft.para(context.say("code-how"));
        return;
    };
    let title = match trouble {
        Trouble::Later => context.say("code-later-title"),
        _ => context.say("exercise-not-yet"),
    };
    if let Trouble::Unknown { at, near } = trouble {
        // Right below the field: on a small screen they would else be a page further down.
        offer(context, draft, *at, near);
    }
    draft.call(Mood::Tip, title, vec![Block::Para(told(context, trouble))]);
}

/// The words that may be meant, to choose from.
fn offer(context: &Context, draft: &mut Draft, at: u8, near: &[WordAt]) {
    let known = context.env.library.code_words();
    let choice = |(choice, word): (u16, &WordAt)| {
        let label = Text::plain(word.lang, known.word(*word)?);
        Some(Choice::new(label, Action::CodeWord(choice)))
    };
    let head = context.say_with("code-near", &[("at", Arg::Count(i64::from(at) + 1))]);
    draft.plain(Some(head), (0..).zip(near).filter_map(choice).collect());
}

fn told(context: &Context, trouble: &Trouble) -> Text {
    match trouble {
        Trouble::Nothing => context.say("code-nothing"),
        Trouble::Few(count) => context.say_with("code-few", &[("count", Arg::Count((*count).into()))]),
        Trouble::Many => context.say("code-many"),
        // By its number: the word itself stands in the field, and nowhere else.
        Trouble::Unknown { at, .. } => context.say_with("code-unknown", &[("at", Arg::Count(i64::from(*at) + 1))]),
        Trouble::Mismatch => context.say("code-mismatch"),
        Trouble::Later => context.say("code-later"),
    }
}

fn ways_on(context: &Context, draft: &mut Draft, other_way: Choice) {
    let mut choices = vec![Choice::new(context.say("code-take"), Action::TakeCode)];
    if !context.visit.entry.typed.is_empty() {
        choices.push(Choice::new(context.say("search-clear"), Action::Clear));
    }
    choices.push(other_way);
    choices.push(Choice::new(context.say("code-none"), Action::Open(Screen::Lessons)));
    draft.plain(None, choices);
}

/// What a code remembered, and what comes next.
pub fn welcome_back(context: &Context) -> Draft {
    let mut draft = Draft::new("welcome-back", context.say("welcome-back-title"));
    let earlier = context.visit.earlier;
    let all = lessons::in_order(context);
    let known: Vec<Text> =
        all.iter().filter(|(_, lesson)| earlier.has(lesson.place)).map(|(_, lesson)| title(context, lesson)).collect();
    // A damaged pack may have two lessons at one place.
    let others = (earlier.lessons() as usize).saturating_sub(known.len());
    if !known.is_empty() {
        draft.para(context.say("welcome-back-lessons"));
        draft.blocks.push(Block::List { ordered: false, items: known });
    }
    if others > 0 {
        draft.para(context.say_with("welcome-back-others", &[("count", Arg::Count(others as i64))]));
    }
    if earlier.level.is_some() {
        let check = context.say("check-title");
        draft.para(context.say_with("welcome-back-check", &[("check", Arg::Text(&check))]));
    }
    if earlier.is_empty() {
        draft.para(context.say("welcome-back-empty"));
    }
    let mut choices = Vec::new();
    let next = all.iter().find(|(id, lesson)| !context.visit.has_done(*id, lesson));
    choices.extend(next.map(|(id, lesson)| on_to(context, *id, lesson)));
    choices.push(Choice::new(context.say("lesson-others"), Action::Open(Screen::Lessons)));
    choices.push(Choice::new(context.say("go-home"), Action::Home));
    draft.choices(Some(context.say("done-next")), choices);
    draft.para(context.say("welcome-back-kept"));
    draft
}

fn title(context: &Context, lesson: &Lesson) -> Text {
    context.localized(&lesson.title())
}

fn on_to(context: &Context, id: LessonId, lesson: &Lesson) -> Choice {
    Choice::new(context.say("learned-next"), Action::Open(Screen::Lesson(id))).detail(title(context, lesson))
}

/// The code of what was done so far, for a page to write down; nothing where the language has no words for it.
pub fn to_write_down(context: &Context) -> Option<Fact> {
    let is_possible = context.env.library.code_words().list(context.lang).is_some();
    let lines = match words(context) {
        Some(code) => vec![code, context.say("slip-code-for"), context.say("slip-code-says")],
        None if is_possible => vec![context.say("slip-code-none")],
        None => return None,
    };
    Some(Fact { label: context.say("slip-code"), lines, doubt: None })
}

/// The code of what was learned, where something was.
pub fn words(context: &Context) -> Option<Text> {
    let progress = context.visit.progress(context.env.library);
    if progress.is_empty() {
        return None;
    }
    let (known, lang) = (context.env.library.code_words(), context.lang);
    let code: Code = progress.code();
    let words: Vec<&str> =
        code.iter().map(|index| known.word(WordAt { lang, index: *index })).collect::<Option<_>>()?;
    Some(Text::with_role(lang, Role::Strong, words.join(" ")))
}
