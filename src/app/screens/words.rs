//! F8: the hard words of the screen below, and each of them explained.

use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::telling::Facts;
use crate::base::TermId;
use crate::base::{Lang, Role, Text};
use crate::content::model::Localized;
use crate::page::{Block, Fact};

pub fn list(context: &Context, terms: &[TermId]) -> Draft {
    let mut draft = Draft::new("words", context.say("words-title"));
    let service = context.visit.service().and_then(|id| context.env.library.service(id));
    let names: Vec<Fact> = service.iter().flat_map(|service| &service.official).filter_map(side_by_side).collect();
    if !names.is_empty() {
        draft.heading(context.say("word-official"));
        draft.blocks.push(Block::Facts(names));
    }
    let choice = |id: &TermId| {
        let headword = context.localized(&context.env.library.term(*id)?.headword);
        Some(Choice::new(headword, Action::Open(Screen::Word(*id))))
    };
    draft.choices(Some(context.say("words-intro")), terms.iter().filter_map(choice).collect());
    let all = Choice::new(context.say("words-all"), Action::Open(Screen::Glossary));
    draft.choices(None, vec![all, Choice::new(context.say("go-back"), Action::Back)]);
    draft
}

/// A name in French, and beside it the Dutch one: what one must say at a counter, in either language.
fn side_by_side(name: &Localized<Box<str>>) -> Option<Fact> {
    let mut said = name.0.iter().map(|(lang, name)| Text::with_role(*lang, Role::Strong, name.clone()));
    Some(Fact { label: said.next()?, lines: said.collect(), doubt: None })
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
