//! All words of the glossary, by the area that they belong to and by their first letter.

use unicode_normalization::UnicodeNormalization;

use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::{Screen, TermGroup};
use crate::base::{TermId, Text};
use crate::content::model::{Area, PART, Term};

pub fn draft(context: &Context) -> Draft {
    let mut draft = Draft::new("glossary", context.say("glossary-title"));
    let (mut areas, mut letters): (Vec<Area>, Vec<char>) = (Vec::new(), Vec::new());
    for (_, term) in context.env.library.terms() {
        areas.extend(term.area);
        letters.extend(letter(context, &term));
    }
    letters.sort_unstable();
    letters.dedup();
    let open = |group| Action::Open(Screen::Terms(group));
    let by_area = Area::ALL.into_iter().filter(|area| areas.contains(area));
    let by_area = by_area.map(|area| Choice::new(context.say(area_name(area)), open(TermGroup::Area(area))));
    draft.choices(Some(context.say("glossary-areas")), by_area.collect());
    let by_letter = letters
        .into_iter()
        .take(PART)
        .map(|letter| Choice::new(Text::plain(context.lang, letter.to_string()), open(TermGroup::Letter(letter))));
    draft.choices(Some(context.say("glossary-letters")), by_letter.collect());
    draft.choices(None, vec![Choice::new(context.say("go-back"), Action::Back)]);
    draft
}

/// The words of a group in the order of the alphabet.
pub fn terms(context: &Context, group: TermGroup) -> Draft {
    let title = match group {
        TermGroup::Area(area) => context.say(area_name(area)),
        TermGroup::Letter(letter) => Text::plain(context.lang, letter.to_string()),
    };
    let mut draft = Draft::new("terms", title);
    let is_in = |term: &Term| match group {
        TermGroup::Area(area) => term.area == Some(area),
        TermGroup::Letter(wanted) => letter(context, term) == Some(wanted),
    };
    let found = context.env.library.terms().filter(|(_, term)| is_in(term));
    let mut found: Vec<(String, TermId, Text)> = found
        .map(|(id, term)| {
            let headword = context.localized(&term.headword);
            (plain_letters(&headword.to_plain_string()), id, headword)
        })
        .collect();
    found.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
    let choices = found.into_iter().take(PART);
    let choices = choices.map(|(_, id, headword)| Choice::new(headword, Action::Open(Screen::Word(id))));
    draft.choices(Some(context.say("words-intro")), choices.collect());
    draft.choices(None, vec![Choice::new(context.say("go-back"), Action::Back)]);
    draft
}

/// The first letter of a word as a capital without its accent.
fn letter(context: &Context, term: &Term) -> Option<char> {
    let first = plain_letters(&context.localized(&term.headword).to_plain_string()).chars().next()?;
    first.to_uppercase().next()
}

/// Small letters without accents: the order in which one looks words up.
fn plain_letters(word: &str) -> String {
    word.nfd().filter(|sign| sign.is_alphanumeric() || *sign == ' ').flat_map(char::to_lowercase).collect()
}

fn area_name(area: Area) -> &'static str {
    match area {
        Area::Information => "area-information",
        Area::Communication => "area-communication",
        Area::ContentCreation => "area-content-creation",
        Area::Safety => "area-safety",
        Area::ProblemSolving => "area-problem-solving",
    }
}
