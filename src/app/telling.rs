//! Content as blocks of a page: paragraphs, facts and routes in the language of the visit.

use super::Env;
use super::draft::{Context, Draft};
use crate::base::{Lang, Role, Span, Text};
use crate::content::model::{
    Block as Told, CallKind, Contact, Fact, FactValue, Inline, Localized, Paragraph, Route, RouteKind, SAME_IN_ALL,
    Section, Service, Summary,
};
use crate::i18n::{Arg, Texts};
use crate::page::{Block, Fact as Shown, Mood};

/// The facts that a text may refer to, and whose they are.
#[derive(Clone, Copy, Default)]
pub struct Facts<'f> {
    known: &'f [Fact],
    /// The service, where all of it was read: its number is told instead of what is too old.
    of: Option<&'f Service>,
}

impl<'f> From<&'f Service> for Facts<'f> {
    fn from(service: &'f Service) -> Facts<'f> {
        Facts { known: &service.facts, of: Some(service) }
    }
}

impl<'f> From<&'f Summary> for Facts<'f> {
    fn from(summary: &'f Summary) -> Facts<'f> {
        Facts { known: &summary.facts, of: None }
    }
}

impl Context<'_> {
    /// Something said in several languages, as plain text; marked where it had to come from another language.
    pub fn localized(&self, said: &Localized<Box<str>>) -> Text {
        match said.along(self.env.texts.chain(self.lang)) {
            Some((lang, words)) => self.said_in(lang, words),
            None => Text::default(),
        }
    }

    /// A paragraph without facts.
    pub fn own_paragraph(&self, draft: &mut Draft, said: &Localized<Paragraph>) -> Text {
        self.paragraph(draft, Facts::default(), said)
    }

    /// Plain words of a language; marked where that is not the one of the page.
    pub fn said_in(&self, lang: Lang, words: &str) -> Text {
        self.env.texts.mark_foreign(self.lang, lang, Text::plain(lang, words))
    }

    /// A paragraph said in several languages, and the facts that it may refer to.
    pub fn paragraph<'f>(&self, draft: &mut Draft, facts: impl Into<Facts<'f>>, said: &Localized<Paragraph>) -> Text {
        match said.along(self.env.texts.chain(self.lang)) {
            Some((lang, paragraph)) => {
                let text = self.inline(draft, facts, lang, paragraph);
                self.env.texts.mark_foreign(self.lang, lang, text)
            }
            None => Text::default(),
        }
    }

    /// A paragraph in the language that it is written in.
    pub fn inline<'f>(
        &self,
        draft: &mut Draft,
        facts: impl Into<Facts<'f>>,
        lang: Lang,
        paragraph: &Paragraph,
    ) -> Text {
        let facts = facts.into();
        let mut text = Text::default();
        for piece in &paragraph.0 {
            let (role, lang, words) = match piece {
                Inline::Text(words) => (Role::Plain, lang, words),
                Inline::Strong(words) => (Role::Strong, lang, words),
                Inline::Foreign { lang, text } => (Role::Plain, *lang, text),
                Inline::Term { term, text } => {
                    if !draft.terms.contains(term) {
                        draft.terms.push(*term);
                    }
                    (Role::Term, lang, text)
                }
                Inline::Fact(index) => {
                    if let Some(fact) = facts.known.get(index.get()) {
                        text = text.then(self.fact_in_text(lang, facts.of, fact));
                    }
                    continue;
                }
            };
            text.0.push(Span { text: words.clone(), lang, role });
        }
        text
    }

    /// The blocks of a step or a stuck section, and a word of care where one of its facts is not sure.
    pub fn section(&self, draft: &mut Draft, service: &Service, lang: Lang, section: &Section) {
        self.blocks(draft, service, lang, &section.blocks);
        if section.blocks.iter().any(|block| self.has_doubt(block, service)) {
            draft.para(self.say("fact-doubt-in-section"));
        }
    }

    /// Blocks of a text, and the facts that they may refer to.
    pub fn blocks<'f>(&self, draft: &mut Draft, facts: impl Into<Facts<'f>>, lang: Lang, blocks: &[Told]) {
        let facts = facts.into();
        for told in blocks {
            let block = self.block(draft, facts, lang, told);
            draft.blocks.push(block);
        }
    }

    fn block(&self, draft: &mut Draft, facts: Facts, lang: Lang, told: &Told) -> Block {
        match told {
            Told::Para(paragraph) => Block::Para(self.inline(draft, facts, lang, paragraph)),
            Told::List { ordered, items } => {
                let items = items.iter().map(|item| self.inline(draft, facts, lang, item)).collect();
                Block::List { ordered: *ordered, items }
            }
            Told::Call { kind, blocks } => {
                let (mood, title) = match kind {
                    CallKind::Warning => (Mood::Warning, "call-warning"),
                    CallKind::Tip => (Mood::Tip, "call-tip"),
                };
                let blocks = blocks.iter().map(|block| self.block(draft, facts, lang, block)).collect();
                Block::Call { mood, title: self.say(title), blocks }
            }
        }
    }

    /// A route: its name, whether it exists, what to do, and the facts that belong to it.
    pub fn route(&self, draft: &mut Draft, service: &Service, route: &Route) -> Shown {
        let mut lines = vec![self.paragraph(draft, service, &route.text)];
        let below = route.facts.iter().filter_map(|index| service.facts.get(index.get()));
        lines.extend(below.flat_map(|fact| self.fact_lines(service, fact)));
        if route.kind == RouteKind::Online {
            lines.push(machine_explains(self.env, self.lang));
        }
        let doubt = self.doubt(&self.route_facts(service, route));
        Shown { label: self.say(route_name(route.kind)), lines, doubt }
    }

    /// The facts of a route: those that stand under its text, then those in it.
    pub fn route_facts<'s>(&self, service: &'s Service, route: &Route) -> Vec<&'s Fact> {
        let below = route.facts.iter().filter_map(|index| service.facts.get(index.get()));
        below.chain(self.facts_in(service, &route.text)).collect()
    }

    /// The facts that a paragraph of a service refers to.
    pub fn facts_in<'s>(&self, service: &'s Service, said: &Localized<Paragraph>) -> Vec<&'s Fact> {
        let paragraph = said.along(self.env.texts.chain(self.lang)).map(|(_, paragraph)| paragraph);
        paragraph.into_iter().flat_map(|paragraph| facts_of(service, paragraph)).collect()
    }

    /// A line of care, if one of these facts comes from a weak or old source.
    pub fn doubt(&self, facts: &[&Fact]) -> Option<Text> {
        facts.iter().any(|fact| self.is_doubtful(fact)).then(|| self.say("fact-doubt"))
    }

    fn has_doubt(&self, block: &Told, service: &Service) -> bool {
        let in_text = |paragraph: &Paragraph| facts_of(service, paragraph).iter().any(|fact| self.is_doubtful(fact));
        match block {
            Told::Para(paragraph) => in_text(paragraph),
            Told::List { items, .. } => items.iter().any(in_text),
            Told::Call { blocks, .. } => blocks.iter().any(|block| self.has_doubt(block, service)),
        }
    }

    /// Whether a fact that is shown comes from a weak or old source: of what is not shown nothing can have changed.
    fn is_doubtful(&self, fact: &Fact) -> bool {
        fact.confirm && !self.is_withheld(fact)
    }

    /// Whether a fact is past its shelf life and does harm if it is wrong: it is not shown any more. A web address that
    /// leads nowhere shows that by itself, and an urgent number that is not shown helps nobody.
    fn is_withheld(&self, fact: &Fact) -> bool {
        fact.is_past(self.env.today)
            && match &fact.value {
                FactValue::Phone(number) => !self.is_urgent(number),
                FactValue::Price(_) | FactValue::Hours(_) | FactValue::Address(_) => true,
                _ => false,
            }
    }

    /// A fact of a service on lines of its own.
    pub fn fact_lines(&self, service: &Service, fact: &Fact) -> Vec<Text> {
        self.lines(fact, self.instead_of(self.lang, || self.number_to_call(service), fact))
    }

    /// The same of an office or a place.
    pub fn contact_lines(&self, contact: &Contact, fact: &Fact) -> Vec<Text> {
        let number = || contact.phone.as_ref().and_then(|phone| self.believed(phone));
        self.lines(fact, self.instead_of(self.lang, number, fact))
    }

    fn lines(&self, fact: &Fact, instead: Option<Text>) -> Vec<Text> {
        match (&fact.value, instead) {
            (_, Some(instead)) => vec![instead],
            (FactValue::Hours(week), None) => self.env.texts.hours(self.lang, week),
            (_, None) => vec![self.fact(self.lang, fact)],
        }
    }

    /// A fact within a sentence of this language.
    fn fact_in_text(&self, lang: Lang, service: Option<&Service>, fact: &Fact) -> Text {
        match self.instead_of(lang, || service.and_then(|service| self.number_to_call(service)), fact) {
            Some(instead) => self.env.texts.say(lang, "fact-past-in-text", &[("instead", Arg::Text(&instead))]),
            None => self.fact(lang, fact),
        }
    }

    /// What is said in place of a fact that is withheld: what to ask, and whom.
    fn instead_of<'n>(&self, lang: Lang, number: impl FnOnce() -> Option<&'n str>, fact: &Fact) -> Option<Text> {
        if !self.is_withheld(fact) {
            return None;
        }
        let texts = self.env.texts;
        let (to_phone, to_ask) = match &fact.value {
            FactValue::Price(_) => ("fact-past-price", "fact-past-price-ask"),
            FactValue::Hours(_) => ("fact-past-hours", "fact-past-hours-ask"),
            FactValue::Address(_) => ("fact-past-address", "fact-past-address-ask"),
            _ => return Some(texts.say(lang, "fact-past-phone", &[])),
        };
        Some(match number() {
            Some(number) => texts.say(lang, to_phone, &[("number", Arg::Text(&texts.phone(lang, number)))]),
            None => texts.say(lang, to_ask, &[]),
        })
    }

    /// Whether a number is one of the urgent ones, wherever it stands.
    fn is_urgent(&self, number: &str) -> bool {
        let urgent = self.env.library.urgent();
        urgent.iter().any(|urgent| matches!(&urgent.number.value, FactValue::Phone(known) if **known == *number))
    }

    /// The number of the phone route of a service, if it has one that may still be believed.
    fn number_to_call<'s>(&self, service: &'s Service) -> Option<&'s str> {
        let route = service.routes.iter().find(|route| route.kind == RouteKind::Phone)?;
        let facts = self.route_facts(service, route);
        facts.into_iter().find_map(|fact| self.believed(fact))
    }

    /// A phone number that is not past its shelf life.
    fn believed<'f>(&self, fact: &'f Fact) -> Option<&'f str> {
        match &fact.value {
            FactValue::Phone(number) if !fact.is_past(self.env.today) => Some(number),
            _ => None,
        }
    }

    /// A fact as it was built.
    pub fn fact(&self, lang: Lang, fact: &Fact) -> Text {
        fact_as_built(self.env.texts, lang, fact)
    }
}

/// A fact as it was built, however old, as a language writes it.
pub fn fact_as_built(texts: &Texts, lang: Lang, fact: &Fact) -> Text {
    match &fact.value {
        FactValue::Phone(number) => texts.phone(lang, number),
        FactValue::Web(address) => {
            let same = SAME_IN_ALL.parse().ok().and_then(|mul| address.get(mul));
            let words = same.or_else(|| address.along(texts.chain(lang)).map(|(_, words)| words));
            words.map(|words| Text::with_role(lang, Role::Address, words.clone())).unwrap_or_default()
        }
        FactValue::Email(address) => Text::with_role(lang, Role::Address, address.clone()),
        FactValue::Code(code) => Text::with_role(lang, Role::Strong, code.clone()),
        FactValue::Number(number) => texts.number(lang, *number),
        FactValue::Price(cents) => texts.price(lang, *cents),
        FactValue::Date(date) => texts.date(lang, *date),
        FactValue::Hours(week) => {
            let mut lines = texts.hours(lang, week).into_iter();
            let first = lines.next().unwrap_or_default();
            lines.fold(first, |text, line| text.then(Text::plain(lang, "; ")).then(line))
        }
        FactValue::Address(address) => {
            let chain = texts.chain(lang);
            let said = |words: &Localized<Box<str>>| match in_some(words, chain) {
                Some((said_in, words)) => Text::with_role(said_in, Role::Address, words),
                None => Text::default(),
            };
            let (street, town) = (said(&address.street), said(&address.town));
            let number = Text::with_role(lang, Role::Address, address.number.clone());
            let postcode = Text::with_role(lang, Role::Address, address.postcode.clone());
            let args = [("street", &street), ("number", &number), ("postcode", &postcode), ("town", &town)];
            let args = args.map(|(name, text)| (name, Arg::Text(text)));
            let message = if address.number.is_empty() { "fact-address-street" } else { "fact-address" };
            texts.say(lang, message, &args).in_role(Role::Address)
        }
    }
}

/// A proper name, in the first language of the chain that has one, else as it calls itself. It is no translation, so
/// nothing marks it.
pub(super) fn said_in_one(context: &Context, name: &Localized<Box<str>>) -> Text {
    in_some(name, context.env.texts.chain(context.lang))
        .map(|(lang, words)| Text::plain(lang, words))
        .unwrap_or_default()
}

/// What is said in the first language of a chain that has it, else in the first that there is.
fn in_some<'w>(said: &'w Localized<Box<str>>, chain: &[Lang]) -> Option<(Lang, &'w str)> {
    let found = said.along(chain).or_else(|| said.0.first().map(|(lang, words)| (*lang, words)));
    found.map(|(lang, words)| (lang, &**words))
}

/// "This machine explains. You do it on your phone, at home, or on a connected computer: in the hall." The place is
/// that of the settings, else "ask here".
pub(super) fn machine_explains(env: &Env, lang: Lang) -> Text {
    let Some(language) = env.texts.language(lang) else { return Text::default() };
    let place = match env.settings.site.connected_computer.along(env.texts.chain(lang)) {
        Some((said_in, place)) => env.texts.mark_foreign(lang, said_in, Text::plain(said_in, place.as_str())),
        None => Text::plain(lang, language.start.ask_here.as_str()),
    };
    Text::plain(lang, format!("{} ", language.start.explains)).then(place).then(Text::plain(lang, "."))
}

/// The message with the name of a route.
pub(super) fn route_name(kind: RouteKind) -> &'static str {
    match kind {
        RouteKind::Online => "route-online",
        RouteKind::Counter => "route-counter",
        RouteKind::Phone => "route-phone",
        RouteKind::Post => "route-post",
    }
}

/// The facts that a paragraph refers to.
fn facts_of<'s>(service: &'s Service, paragraph: &Paragraph) -> Vec<&'s Fact> {
    let index = |piece: &Inline| match piece {
        Inline::Fact(index) => service.facts.get(index.get()),
        _ => None,
    };
    paragraph.0.iter().filter_map(index).collect()
}
