//! The start screen: greets in all languages at once and says what this machine does. It needs `language.toml` only.

use crate::app::draft::Draft;
use crate::app::telling::machine_explains;
use crate::app::{Env, state};
use crate::base::{Role, Text};
use crate::i18n::Spoken;
use crate::page::Block;

pub fn draft(env: &Env) -> Draft {
    let mut draft = Draft::new("start", Text::default());
    // All greetings come first: whatever the size and the number of languages, nobody misses their own.
    let greeting = |spoken: &Spoken| {
        let (lang, start) = (spoken.lang, &spoken.language.start);
        let greeting = Text::with_role(lang, Role::Strong, start.greeting.as_str());
        greeting.then(Text::plain(lang, format!(" {}", start.invitation)))
    };
    draft
        .blocks
        .push(Block::List { ordered: false, items: state::offered(env.settings, env.texts).map(greeting).collect() });
    for spoken in state::offered(env.settings, env.texts) {
        draft.para(machine_explains(env, spoken.lang));
    }
    let first = state::first_language(env.settings, env.texts);
    if let Some(language) = env.texts.language(first).filter(|_| !env.settings.locked) {
        draft.para(Text::plain(first, language.start.leave.as_str()));
    }
    draft
}
