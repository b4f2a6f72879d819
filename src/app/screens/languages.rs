//! The choice of a language: the first screen of a visit, and F2 on every other one.

use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::{Env, state};
use crate::base::{Lang, Text};
use crate::page::{Spot, Target};

pub fn draft(context: &Context) -> Draft {
    let texts = context.env.texts;
    let chosen = context.visit.chosen;
    let title = match texts.language(context.lang) {
        Some(language) => Text::plain(context.lang, language.start.choose.as_str()),
        None => Text::default(),
    };
    let mut draft = Draft::new("languages", title);
    let choices = offered(context.env).map(|lang| {
        let language = texts.language(lang);
        let (name, choose) = language.map_or(("", ""), |language| (&language.name, &language.start.choose));
        let now = chosen && lang == context.visit.lang;
        // Each language calls its own readers.
        let detail = if now { context.say("languages-now") } else { Text::plain(lang, choose) };
        Choice::new(Text::plain(lang, name), Action::SetLanguage(lang)).marked(now).detail(detail)
    });
    let choices = choices.collect();
    draft.choices(None, choices);
    draft
}

/// The languages to choose from, in their order.
fn offered<'a>(env: &'a Env) -> impl Iterator<Item = Lang> + 'a {
    env.texts.languages().iter().map(|spoken| spoken.lang).filter(|lang| state::is_offered(env, *lang))
}

/// The language that the focus stands on.
pub fn in_focus(env: &Env, focus: Option<Target>) -> Option<Lang> {
    match focus {
        Some(Target::Spot(Spot(index))) => offered(env).nth(index.into()),
        _ => None,
    }
}
