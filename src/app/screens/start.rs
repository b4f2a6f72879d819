//! The start screen: greets in all languages at once and says what this machine does. It needs `language.toml` only.

use crate::app::draft::Draft;
use crate::app::telling::connected_computer;
use crate::app::{Env, state};
use crate::base::{Role, Text};
use crate::page::Block;

pub fn draft(env: &Env) -> Draft {
    let mut draft = Draft::new("start", Text::default());
    let offered = env.texts.languages().iter().filter(|spoken| state::is_offered(env, spoken.lang));
    for spoken in offered {
        let (lang, start) = (spoken.lang, &spoken.language.start);
        let greeting = Text::with_role(lang, Role::Strong, start.greeting.as_str());
        draft.blocks.push(Block::Heading(greeting.then(Text::plain(lang, format!(" {}", start.invitation)))));
        draft.para(Text::plain(lang, format!("{} {}", start.explains, connected_computer(env, lang))));
    }
    let first = state::first_language(env);
    if let Some(language) = env.texts.language(first).filter(|_| !env.settings.locked) {
        draft.para(Text::plain(first, language.start.leave.as_str()));
    }
    draft
}
