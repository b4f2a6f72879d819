//! Interface texts, dates, numbers, phone numbers and hours in the language of a visit.
//!
//! Languages are found, not coded: one folder under `locales/` each. What is missing in one is said in the next of
//! its declared chain, and every [`Span`] carries the language that really answered. Where a whole
//! message comes from another language than was asked for, a mark such as `[NL]` stands before it.
//!
//! Nothing in here can fail once [`Texts`] stands: a damaged message file gives what can be read of it, and a message
//! that nobody has is shown by its id. Saying so to the authors is the work of `kiosk check`.

mod bundle;
mod dates;
#[cfg(test)]
mod fixture;
mod hours;
mod numbers;
mod phone;
mod price;
mod splice;

use std::cell::{Cell, OnceCell};
use std::fmt;

use icu_locale_core::Locale;

use crate::base::{Lang, Language, LocaleFiles, LocaleText, Role, Span, Text};
use bundle::Bundle;
use dates::Dates;
use numbers::Numbers;

/// All languages of a kiosk. Making it reads `language.toml` only; the messages of a language are parsed when first
/// used, and so are the names of its days and the shape of its numbers. It stays on the thread that made it.
pub struct Texts {
    /// Never empty; the first one speaks where no language was chosen.
    languages: Vec<Spoken>,
    /// In the same order as `languages`.
    tongues: Vec<Tongue>,
}

/// A value in a message.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// Text that keeps its languages and roles.
    Text(&'a Text),
    /// A number that the message may choose a plural by; its digits are not grouped.
    Count(i64),
}

/// A language and what its `language.toml` says.
#[derive(Clone, PartialEq, Debug)]
pub struct Spoken {
    /// Its tag: the name of its folder.
    pub lang: Lang,
    /// What it declares.
    pub language: Language,
}

/// Why locales cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TextsError {
    /// A `language.toml` that is missing something or says something impossible.
    #[error("{path}: {what}: write it as in locales/fr/language.toml")]
    Language { path: String, what: String },
    /// There was no folder at all.
    #[error("no language was found: a folder of locales needs one folder per language, such as locales/fr")]
    NoLanguage,
}

/// What one language needs to speak; each part is made when it is first asked for.
struct Tongue {
    chain: Vec<Lang>,
    cldr: Locale,
    unread: Cell<Vec<LocaleText>>,
    bundle: OnceCell<Bundle>,
    dates: OnceCell<Dates>,
    numbers: OnceCell<Numbers>,
}

impl Tongue {
    fn bundle(&self) -> &Bundle {
        self.bundle.get_or_init(|| Bundle::read(&self.cldr, self.unread.take()))
    }

    fn dates(&self) -> &Dates {
        self.dates.get_or_init(|| Dates::of(&self.cldr))
    }

    fn numbers(&self) -> &Numbers {
        self.numbers.get_or_init(|| Numbers::of(&self.cldr))
    }
}

impl Texts {
    /// Takes the files of all languages; only `language.toml` is parsed now.
    pub fn new(files: Vec<LocaleFiles>) -> Result<Texts, TextsError> {
        let mut found: Vec<(Spoken, Locale, LocaleFiles)> = Vec::with_capacity(files.len());
        for locale in files {
            if found.iter().any(|(other, ..)| other.lang == locale.lang) {
                let what = format!("the language '{}' is there twice", locale.lang);
                return Err(TextsError::Language { path: locale.language.path, what });
            }
            let (language, cldr) = read_language(&locale)?;
            found.push((Spoken { lang: locale.lang, language }, cldr, locale));
        }
        found.sort_by_key(|(spoken, ..)| (spoken.language.order, spoken.lang));
        if found.is_empty() {
            return Err(TextsError::NoLanguage);
        }
        let languages: Vec<Spoken> = found.iter().map(|(spoken, ..)| spoken.clone()).collect();
        let tongue = |(spoken, cldr, locale): (Spoken, Locale, LocaleFiles)| Tongue {
            chain: chain_of(&spoken, &languages),
            cldr,
            unread: Cell::new(locale.messages),
            bundle: OnceCell::new(),
            dates: OnceCell::new(),
            numbers: OnceCell::new(),
        };
        let tongues = found.into_iter().map(tongue).collect();
        Ok(Texts { languages, tongues })
    }

    /// All languages, in the order that they declare.
    pub fn languages(&self) -> &[Spoken] {
        &self.languages
    }

    /// Their tags, in the same order.
    pub fn tags(&self) -> Vec<Lang> {
        self.languages.iter().map(|spoken| spoken.lang).collect()
    }

    /// The language that speaks where none was chosen: the first one.
    pub fn first(&self) -> Lang {
        self.languages[0].lang
    }

    /// What a language declares.
    pub fn language(&self, lang: Lang) -> Option<&Language> {
        self.languages.iter().find(|spoken| spoken.lang == lang).map(|spoken| &spoken.language)
    }

    /// Where to look for something said in this language: itself, its declared fallbacks, then the first language, each
    /// once. A language that the kiosk does not have is looked up as the first one.
    pub fn chain(&self, lang: Lang) -> &[Lang] {
        &self.tongue(lang).chain
    }

    /// Whether this very language, without its fallbacks, has a message `id`, or `id.attribute`.
    pub fn knows(&self, lang: Lang, id: &str) -> bool {
        self.language(lang).is_some() && self.tongue(lang).bundle().knows(id)
    }

    /// A message, or an attribute of one (`message.attribute`). What comes from another language than `lang` is marked.
    /// A message that no language of the chain has is shown by its id, which the walk over all screens finds.
    pub fn say(&self, lang: Lang, id: &str, args: &[(&str, Arg)]) -> Text {
        match self.answer(lang, id, args) {
            Some((speaker, text)) => mark_unless(lang, speaker, text),
            None => Text::plain(lang, id),
        }
    }

    /// Puts `[NL] ` before a text that is said in another language than the page, so that nobody takes it for a fault.
    /// Its first word may be in any language: a name, or something to say at a counter.
    pub fn mark_foreign(&self, page_lang: Lang, said_in: Lang, text: Text) -> Text {
        mark_unless(page_lang, said_in, text)
    }

    /// "1 234", in one piece: its spaces do not break over two lines.
    pub fn number(&self, lang: Lang, number: i64) -> Text {
        Text::plain(self.known(lang), self.tongue(lang).numbers().grouped(number))
    }

    /// "12,3", from a number of tenths: the decimal is written even where it is a zero.
    pub fn tenths(&self, lang: Lang, tenths: i64) -> Text {
        Text::plain(self.known(lang), self.tongue(lang).numbers().tenths(tenths))
    }

    /// "02 549 67 00", from `+3225496700`: the same in all languages. Numbers of other countries keep their calling
    /// code, and whatever is no E.164 number ("112") stays as it is.
    pub fn phone(&self, lang: Lang, e164: &str) -> Text {
        Text::with_role(lang, Role::Address, phone::grouped(e164).replace(' ', "\u{a0}"))
    }

    /// The first language of the chain that has the message, and what it says; without a mark.
    fn answer(&self, lang: Lang, id: &str, args: &[(&str, Arg)]) -> Option<(Lang, Text)> {
        self.chain(lang)
            .iter()
            .find_map(|&speaker| Some((speaker, self.tongue(speaker).bundle().say(speaker, id, args)?)))
    }

    /// A part of a larger phrase: the phrase as a whole gets the mark.
    fn part(&self, lang: Lang, id: &str, args: &[(&str, Arg)]) -> Text {
        self.answer(lang, id, args).map_or_else(|| Text::plain(lang, id), |(_, text)| text)
    }

    /// Which language of the chain words a phrase, when `id` is its frame: all parts then come from that language.
    fn speaker(&self, lang: Lang, id: &str) -> Lang {
        self.chain(lang).iter().copied().find(|&speaker| self.knows(speaker, id)).unwrap_or(lang)
    }

    fn tongue(&self, lang: Lang) -> &Tongue {
        let index = self.languages.iter().position(|spoken| spoken.lang == lang);
        &self.tongues[index.unwrap_or(0)]
    }

    /// The language itself, or the first one where the kiosk does not have it.
    fn known(&self, lang: Lang) -> Lang {
        if self.language(lang).is_some() { lang } else { self.first() }
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.tags()).finish()
    }
}

/// Reads `language.toml` and refuses what would only be found out later, on a screen.
fn read_language(locale: &LocaleFiles) -> Result<(Language, Locale), TextsError> {
    let wrong = |what: String| TextsError::Language { path: locale.language.path.clone(), what };
    let language: Language = toml::from_str(&locale.language.text).map_err(|error| wrong(one_line(&error)))?;
    if language.name.trim().is_empty() {
        return Err(wrong("the name of the language is empty".to_owned()));
    }
    let cldr = Locale::try_from_str(&language.cldr)
        .map_err(|_| wrong(format!("cldr = '{}' is not a language tag such as 'fr-BE'", language.cldr)))?;
    Ok((language, cldr))
}

/// What a TOML error says, without its drawing of the place.
fn one_line(error: &toml::de::Error) -> String {
    error.message().lines().collect::<Vec<_>>().join(", ")
}

/// The language, its declared fallbacks that exist, then the first language, each once.
fn chain_of(spoken: &Spoken, languages: &[Spoken]) -> Vec<Lang> {
    let mut chain = vec![spoken.lang];
    let first = languages.first().map(|first| first.lang);
    for lang in spoken.language.fallback.iter().copied().chain(first) {
        if languages.iter().any(|other| other.lang == lang) && !chain.contains(&lang) {
            chain.push(lang);
        }
    }
    chain
}

/// Marks a text that `speaker` says on a page in another language; nothing to read needs no mark.
fn mark_unless(page_lang: Lang, speaker: Lang, mut text: Text) -> Text {
    if speaker != page_lang && !text.is_blank() {
        let mark = format!("[{}] ", speaker.as_str().to_ascii_uppercase());
        text.0.insert(0, Span { text: mark.into(), lang: page_lang, role: Role::LanguageMark });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::fixture::{brussels, inline, lang, with_german};
    use super::*;

    #[test]
    fn languages_come_in_their_declared_order_and_the_first_speaks_before_a_choice() {
        let texts = brussels();
        let tags: Vec<_> = texts.languages().iter().map(|spoken| spoken.lang.to_string()).collect();
        assert_eq!(tags, ["fr", "nl", "en"]);
        assert_eq!(texts.first(), lang("fr"));
        assert_eq!(texts.language(lang("nl")).map(|language| &*language.name), Some("Nederlands"));
        assert_eq!(texts.language(lang("pl")), None);
    }

    #[test]
    fn a_chain_holds_each_existing_language_once_and_ends_at_the_first() {
        let texts = inline(&[
            ("fr", "fr-BE", "[]", ""),
            ("de", "de-BE", r#"["xx", "nl", "de", "nl"]"#, ""),
            ("nl", "nl-BE", r#"["fr"]"#, ""),
        ]);
        let chain = |tag| texts.chain(lang(tag)).iter().map(Lang::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!(chain("de"), "de nl fr");
        assert_eq!(chain("nl"), "nl fr");
        assert_eq!(chain("fr"), "fr");
        assert_eq!(chain("zz"), "fr");
    }

    #[test]
    fn a_new_language_is_one_folder_and_what_it_lacks_is_said_and_marked_in_its_fallback() {
        let texts = with_german();
        let de = lang("de");
        assert_eq!(texts.say(de, "welcome", &[]), Text::plain(de, "Willkommen!"));
        let hours = texts.say(de, "hours-days-all", &[]);
        assert_eq!(hours.to_plain_string(), "[NL] elke dag");
        let spans: Vec<_> = hours.0.iter().map(|span| (span.lang, span.role)).collect();
        assert_eq!(spans, [(de, Role::LanguageMark), (lang("nl"), Role::Plain)]);
        assert!(
            texts.knows(de, "welcome") && !texts.knows(de, "hours-days-all") && !texts.knows(lang("zz"), "welcome")
        );
    }

    #[test]
    fn plurals_follow_the_rules_of_the_language_that_speaks() {
        let steps = "steps = { $n ->\n    [one] one\n    [few] few\n    [many] many\n   *[other] other\n } { $n }";
        let texts = inline(&[("fr", "fr-BE", "[]", steps), ("pl", "pl-PL", "[]", steps), ("en", "en-GB", "[]", steps)]);
        let say = |tag, n| texts.say(lang(tag), "steps", &[("n", Arg::Count(n))]).to_plain_string();
        assert_eq!([say("fr", 0), say("en", 0)], ["one 0", "other 0"]);
        assert_eq!([say("pl", 1), say("pl", 2), say("pl", 5)], ["one 1", "few 2", "many 5"]);
        assert_eq!(say("en", 12345), "other 12345");
        let german = with_german();
        let left = |n| german.say(lang("de"), "steps-left", &[("count", Arg::Count(n))]).to_plain_string();
        assert_eq!([left(1), left(0)], ["Noch 1 Schritt.", "Noch 0 Schritte."]);
    }

    #[test]
    fn a_message_that_nobody_has_is_shown_by_its_id() {
        let texts = brussels();
        for id in ["nothing-here", "hours-line.nothing", ".", "", "-term", "\u{E000}0\u{E001}", "é"] {
            assert_eq!(texts.say(lang("nl"), id, &[]), Text::plain(lang("nl"), id));
        }
    }

    #[test]
    fn a_text_that_is_said_in_another_language_than_the_page_is_marked_whatever_its_first_word() {
        let texts = brussels();
        let (fr, nl) = (lang("fr"), lang("nl"));
        let marked = texts.mark_foreign(nl, fr, Text::plain(fr, "Bonjour"));
        assert_eq!(marked.to_plain_string(), "[FR] Bonjour");
        let own = Text::plain(fr, "Rue Haute").then(Text::plain(nl, " is een straat."));
        assert_eq!(texts.mark_foreign(nl, nl, own.clone()), own);
        let foreign = Text::plain(nl, "Hoogstraat").then(Text::plain(fr, " est une rue."));
        assert_eq!(texts.mark_foreign(nl, fr, foreign).to_plain_string(), "[FR] Hoogstraat est une rue.");
        assert_eq!(texts.mark_foreign(nl, fr, Text::plain(fr, "")), Text::plain(fr, ""));
        assert_eq!(texts.mark_foreign(nl, fr, Text::default()), Text::default());
    }

    #[test]
    fn a_fallback_is_marked_even_when_it_starts_with_a_word_of_the_page() {
        let texts = inline(&[("fr", "fr-BE", "[]", "open = { $name } est ouvert."), ("de", "de-BE", "[]", "")]);
        let name = Text::plain(lang("de"), "Rathaus");
        let said = texts.say(lang("de"), "open", &[("name", Arg::Text(&name))]);
        assert_eq!(said.to_plain_string(), "[FR] Rathaus est ouvert.");
        let langs: Vec<_> = said.0.iter().map(|span| span.lang.to_string()).collect();
        assert_eq!(langs, ["de", "de", "fr"]);
    }

    #[test]
    fn a_wrong_language_file_is_refused_with_its_path_and_an_example() {
        let good = include_str!("../locales/fr/language.toml");
        let with = |tag: &str, text: String| LocaleFiles {
            lang: lang(tag),
            language: LocaleText { path: format!("locales/{tag}/language.toml"), text: text.into() },
            messages: Vec::new(),
        };
        let wrongs = [
            good.replace("order = 1", "order = true"),
            good.replace("\"fr-BE\"", "\"french, please\""),
            good.replace("\"Français\"", "\" \""),
            "order".to_owned(),
            good.replace("order = 1", "order = 1\ncolour = 2"),
        ];
        for wrong in wrongs {
            let error = Texts::new(vec![with("fr", wrong)]).expect_err("this file is wrong on purpose").to_string();
            let told = error.starts_with("locales/fr/language.toml: ") && error.ends_with("locales/fr/language.toml");
            assert!(told && !error.contains('\n'), "{error}");
        }
        let last = good.replace("order = 1", "order = 9");
        let twice = Texts::new(vec![with("fr", good.to_owned()), with("nl", good.to_owned()), with("fr", last)]);
        assert!(twice.expect_err("twice the same").to_string().contains("'fr' is there twice"));
        assert!(matches!(Texts::new(Vec::new()), Err(TextsError::NoLanguage)));
    }
}
