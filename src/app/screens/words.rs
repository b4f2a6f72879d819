//! F8: the hard words of the screen below, and each of them explained.

use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::telling::Facts;
use crate::base::TermId;
use crate::base::{Lang, Role, Text};
use crate::content::model::{Localized, Service};
use crate::i18n::Arg;
use crate::page::{Block, Fact};

pub fn list(context: &Context, terms: &[TermId]) -> Draft {
    let mut draft = Draft::new("words", context.say("words-title"));
    let service = context.visit.service().and_then(|id| context.env.library.service(id));
    let items: Vec<Text> = service.iter().flat_map(|service| official_names(context, service)).collect();
    if !items.is_empty() {
        draft.heading(context.say("word-official"));
        draft.blocks.push(Block::List { ordered: false, items });
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

/// The names of a service in French, and beside each of them the Dutch one: what one must say at a counter, in either
/// language.
pub fn official_names(context: &Context, service: &Service) -> Vec<Text> {
    let pair = |name: &Localized<Box<str>>| {
        let mut said = name.0.iter().map(|(lang, name)| Text::with_role(*lang, Role::Strong, name.clone()));
        let (one, other) = (said.next()?, said.next()?);
        if one.to_plain_string() == other.to_plain_string() {
            return Some(one);
        }
        Some(context.say_with("word-official-pair", &[("one", Arg::Text(&one)), ("other", Arg::Text(&other))]))
    };
    service.official.iter().filter_map(pair).collect()
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
