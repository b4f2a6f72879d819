//! F8: the hard words of the screen below, and each of them explained.

use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::telling::Facts;
use crate::base::TermId;
use crate::base::{Lang, Role, Text};
use crate::page::{Block, Fact};

pub fn list(context: &Context, terms: &[TermId]) -> Draft {
    let mut draft = Draft::new("words", context.say("words-title"));
    let choice = |id: &TermId| {
        let headword = context.localized(&context.env.library.term(*id)?.headword);
        Some(Choice::new(headword, Action::Open(Screen::Word(*id))))
    };
    let mut choices: Vec<Choice> = terms.iter().filter_map(choice).collect();
    choices.push(Choice::new(context.say("go-back"), Action::Back));
    draft.choices(Some(context.say("words-intro")), choices);
    draft
}

pub fn word(context: &Context, id: TermId) -> Option<Draft> {
    let term = &*context.env.library.term(id)?;
    let mut draft = Draft::new("word", context.localized(&term.headword));
    let explanation = context.paragraph(&mut draft, Facts::default(), &term.explanation);
    draft.para(explanation);
    let names: Vec<Fact> = term.official.0.iter().map(|(lang, name)| official(context, *lang, name)).collect();
    if !names.is_empty() {
        draft.heading(context.say("word-official"));
        draft.blocks.push(Block::Facts(names));
    }
    draft.choices(None, vec![Choice::new(context.say("go-back"), Action::Back)]);
    Some(draft)
}

/// The name to say at a counter in one language.
fn official(context: &Context, lang: Lang, name: &str) -> Fact {
    let language = context.env.texts.language(lang).map(|language| language.name.as_str()).unwrap_or_default();
    Fact { label: Text::plain(lang, language), lines: vec![Text::with_role(lang, Role::Strong, name)], doubt: None }
}
