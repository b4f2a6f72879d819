//! The words of a page in one language: sentences, names, numbers and periods.

use std::collections::{BTreeMap, HashMap};

use super::archive::Figure;
use super::communes::Commune;
use super::saying::{Name, Saying, Word};
use crate::base::{Date, Lang, Role, Text};
use crate::i18n::{Arg, Texts};
use crate::indicators::catalogue::Named;
use crate::indicators::formats::codes::{Code, ITEMS};
use crate::indicators::formats::{Names, TAGS};
use crate::indicators::observation::{Status, Value};
use crate::indicators::period::Period;

/// The list of codes, by list and code.
pub type Codes = BTreeMap<(String, String), Code>;

/// What names things, in all languages.
pub struct Lexicon<'a> {
    texts: &'a Texts,
    names: HashMap<(&'a str, &'a str), &'a Names>,
    communes: &'a [Commune],
    topics: &'a [Named],
}

impl<'a> Lexicon<'a> {
    /// The messages, the published list of codes, and the communes and topics of the content.
    pub fn new(texts: &'a Texts, codes: &'a Codes, communes: &'a [Commune], topics: &'a [Named]) -> Lexicon<'a> {
        let names = codes.iter().map(|((list, code), one)| ((list.as_str(), code.as_str()), &one.names)).collect();
        Lexicon { texts, names, communes, topics }
    }

    /// A name in each language of published files.
    pub fn in_all(&self, name: Name) -> Vec<String> {
        let tags = TAGS.into_iter().enumerate();
        tags.filter_map(|(at, tag)| Some(Words { lexicon: self, lang: tag.parse().ok()?, at }.name(name))).collect()
    }

    /// The words of each language of published files that the program speaks.
    pub fn languages<'l>(&'l self) -> impl Iterator<Item = Words<'l, 'a>> {
        let words = |(at, tag): (usize, &str)| {
            let lang: Lang = tag.parse().ok()?;
            self.texts.language(lang)?;
            Some(Words { lexicon: self, lang, at })
        };
        TAGS.into_iter().enumerate().filter_map(words)
    }
}

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Words<'l, 'a> {
    lexicon: &'l Lexicon<'a>,
    pub lang: Lang,
    /// The place of the language in [`TAGS`].
    at: usize,
}

impl Words<'_, '_> {
    /// The name that the language has for itself.
    pub fn own_name(&self) -> &str {
        self.lexicon.texts.language(self.lang).map_or("", |language| &*language.name)
    }

    /// A message without anything in it.
    pub fn plain(&self, message: &str) -> String {
        self.lexicon.texts.say(self.lang, message, &[]).to_plain_string()
    }

    /// A message with texts in it.
    pub fn filled(&self, message: &str, words: &[(&str, &str)]) -> String {
        let texts: Vec<Text> = words.iter().map(|(_, word)| Text::plain(self.lang, *word)).collect();
        let args: Vec<(&str, Arg)> =
            words.iter().zip(&texts).map(|((name, _), text)| (*name, Arg::Text(text))).collect();
        self.lexicon.texts.say(self.lang, message, &args).to_plain_string()
    }

    /// A sentence. Its figures are [`Role::Strong`].
    pub fn say(&self, saying: &Saying) -> Text {
        let texts: Vec<(&str, Text)> = saying.words.iter().map(|(name, word)| (*name, self.word(word))).collect();
        let args: Vec<(&str, Arg)> = texts.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
        self.lexicon.texts.say(self.lang, &saying.message, &args)
    }

    fn word(&self, word: &Word) -> Text {
        match word {
            Word::Amount(figure) => Text::with_role(self.lang, Role::Strong, self.value(*figure)),
            Word::Figure(figure) => Text::with_role(self.lang, Role::Strong, self.bare(*figure)),
            Word::Period(period) => Text::plain(self.lang, self.period(*period)),
            Word::Name(name) => Text::plain(self.lang, self.name(*name)),
            Word::Among(name) => Text::plain(self.lang, self.filled("report-among", &[("name", &self.name(*name))])),
            Word::Status(status) => Text::plain(self.lang, self.status(*status)),
            Word::Official(official) => Text::plain(self.lang, self.official(official.percent)),
            Word::OfficialYear(official) => Text::plain(self.lang, official.year.to_string()),
        }
    }

    /// The value of a figure without its unit, or why it has none.
    pub fn bare(&self, figure: Figure) -> String {
        match figure.value() {
            Some(Value::Whole(whole)) => self.number(whole as i64),
            Some(Value::Tenths(tenths)) => self.lexicon.texts.tenths(self.lang, tenths).to_plain_string(),
            None => self.status(figure.status()),
        }
    }

    /// The value of a figure, or why it has none.
    pub fn value(&self, figure: Figure) -> String {
        let bare = self.bare(figure);
        if figure.is_percent() && figure.value().is_some() { self.percent(&bare) } else { bare }
    }

    /// The same, or that there is no figure.
    pub fn value_or_none(&self, figure: Option<Figure>) -> String {
        figure.map_or_else(|| self.plain("report-no-figure"), |figure| self.value(figure))
    }

    pub fn percent(&self, number: &str) -> String {
        self.filled("report-percent", &[("number", number)])
    }

    pub fn number(&self, number: i64) -> String {
        self.lexicon.texts.number(self.lang, number).to_plain_string()
    }

    /// An official figure as its source writes it, with the decimal sign of the language.
    pub fn official(&self, percent: &str) -> String {
        let half = self.lexicon.texts.tenths(self.lang, 5).to_plain_string();
        percent.replace('.', half.trim_matches(|c: char| c.is_ascii_digit()))
    }

    /// Why there is no value.
    pub fn status(&self, status: Status) -> String {
        self.plain(&format!("status-{}", status.code().to_ascii_lowercase()))
    }

    pub fn name(&self, name: Name) -> String {
        match name {
            Name::Code(list, code) => self.code(list, code).to_owned(),
            Name::Message(message) => self.plain(message),
            Name::Group(group) => self.plain(&format!("group-{group}")),
            Name::Topic(code) => self.topic(code),
            Name::Kiosk(number) => self.filled("code-kiosk", &[("number", number)]),
            Name::Commune(place) => self.commune(place, |commune| &commune.name),
        }
    }

    /// The few letters of a commune on the map.
    pub fn short_commune(&self, place: usize) -> String {
        self.commune(place, |commune| &commune.short)
    }

    fn commune(&self, place: usize, name: impl Fn(&Commune) -> &Names) -> String {
        self.lexicon.communes.get(place).map(|commune| name(commune).0[self.at].clone()).unwrap_or_default()
    }

    pub const fn communes(&self) -> &[Commune] {
        self.lexicon.communes
    }

    /// What the content calls a topic; what the list of codes calls it where the content has it no more.
    fn topic(&self, code: &str) -> String {
        let known = self.lexicon.topics.iter().find(|topic| topic.code == code);
        known.map_or_else(|| self.code(ITEMS, code).to_owned(), |topic| topic.names.0[self.at].clone())
    }

    /// What a code is called; the code itself where the list lacks it.
    fn code<'s>(&'s self, list: &'static str, code: &'s str) -> &'s str {
        let known = self.lexicon.names.get(&(list, code)).map(|names| names.0[self.at].as_str());
        known.filter(|name| !name.is_empty()).unwrap_or(code)
    }

    /// "octobre 2026", "3e trimestre 2026", "2026".
    pub fn period(&self, period: Period) -> String {
        let texts = self.lexicon.texts;
        let year = Arg::Count(period.year().into());
        match period {
            Period::Month { year, month } => Date::new(year, month, 1)
                .map_or_else(|_| period.to_string(), |first| texts.month(self.lang, first).to_plain_string()),
            Period::Quarter { quarter, .. } => {
                let args = [("quarter", Arg::Count(quarter.into())), ("year", year)];
                texts.say(self.lang, "report-quarter", &args).to_plain_string()
            }
            Period::Year(year) => year.to_string(),
        }
    }

    /// The same in few letters, for the axis of a chart.
    pub fn short_period(&self, period: Period) -> String {
        let year = period.year().to_string();
        match period {
            Period::Month { month, .. } => {
                self.filled("report-month", &[("month", &self.short_month(month)), ("year", &year)])
            }
            Period::Quarter { quarter, .. } => {
                self.filled("report-quarter-short", &[("quarter", &quarter.to_string()), ("year", &year)])
            }
            Period::Year(_) => year,
        }
    }

    fn short_month(&self, month: i8) -> String {
        let names = self.plain("report-months-short");
        let place = usize::from(month.unsigned_abs()).saturating_sub(1);
        names.split_whitespace().nth(place).unwrap_or_default().to_owned()
    }
}
