//! The choice of a language: the first screen of a visit, and F2 on every other one.

use super::helping;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::{Env, Screen, state};
use crate::base::{Lang, Text};
use crate::i18n::Spoken;
use crate::page::{Spot, Target};

/// So many languages leave a line free on the smallest screen.
const LANGUAGES: usize = 3;

pub fn draft(context: &Context) -> Draft {
    let texts = context.env.texts;
    let chosen = context.visit.chosen;
    let title = match texts.language(context.lang) {
        Some(language) => Text::plain(context.lang, language.start.choose.as_str()),
        None => Text::default(),
    };
    let mut draft = Draft::new("languages", title);
    let choices = state::offered(context.env.settings, context.env.texts).map(|Spoken { lang, language }| {
        let (lang, name, choose) = (*lang, language.name.as_str(), language.start.choose.as_str());
        let now = chosen && lang == context.visit.lang;
        // Each language calls its own readers.
        let detail = if now { context.say("languages-now") } else { Text::plain(lang, choose) };
        Choice::new(Text::plain(lang, name), Action::SetLanguage(lang)).marked(now).detail(detail)
    });
    let choices = choices.collect();
    draft.choices(None, choices);
    // Whoever helps sits down together with the resident. In one line below the languages it is in nobody's way; where there
    // are so many that they need all of a small screen, F1 leads to it.
    let has_room = state::offered(context.env.settings, context.env.texts).count() <= LANGUAGES;
    if context.visit.view().screen == Screen::Welcome && has_room {
        draft.choices(None, vec![Choice { detail: None, ..helping::choice(context) }]);
    }
    draft
}

/// The language that the focus stands on.
pub fn in_focus(env: &Env, focus: Option<Target>) -> Option<Lang> {
    match focus {
        Some(Target::Spot(Spot(index))) => {
            state::offered(env.settings, env.texts).nth(index.into()).map(|spoken| spoken.lang)
        }
        _ => None,
    }
}

/// The choice of a language, to put the focus on.
pub fn choice_of(env: &Env, lang: Lang) -> Option<Target> {
    (0..)
        .zip(state::offered(env.settings, env.texts))
        .find(|(_, spoken)| spoken.lang == lang)
        .map(|(index, _)| Target::Spot(Spot(index)))
}
