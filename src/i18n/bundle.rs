//! The Fluent messages of one language.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentBundle, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use icu_locale_core::Locale;
use unic_langid::LanguageIdentifier;

use super::Arg;
use super::splice::{mark, splice};
use crate::base::{Lang, LocaleText, Text};

type Messages = FluentBundle<FluentResource>;

/// All messages of a language. A file is parsed when the first of its messages is asked for: parsed, it takes ten times its
/// size, and most visits see few of them.
pub(super) struct Bundle {
    locale: LanguageIdentifier,
    files: Vec<MessageFile>,
    /// Where each message begins, ordered by its name, then by its file.
    places: Vec<Place>,
    /// All files in one, for messages that use those of other files.
    whole: OnceCell<Messages>,
}

struct MessageFile {
    text: Cow<'static, str>,
    parsed: OnceCell<Messages>,
}

/// The name of a message, as a place in the text of its file.
struct Place {
    file: u16,
    name: Range<u32>,
}

impl Bundle {
    /// Takes the files in their order. Of a file with mistakes, the messages that parse are used; of a message that
    /// is written twice, the first. Both are findings of `kiosk check`: here, residents must not notice.
    pub(super) fn read(cldr: &Locale, files: Vec<LocaleText>) -> Bundle {
        // Both libraries read the same tags; should they ever differ, Fluent falls back to the plurals of English.
        let locale: LanguageIdentifier = cldr.id.to_string().parse().unwrap_or_default();
        let files: Vec<MessageFile> =
            files.into_iter().map(|file| MessageFile { text: file.text, parsed: OnceCell::new() }).collect();
        let numbered = (0u16..).zip(&files);
        let mut places: Vec<Place> =
            numbered.flat_map(|(file, of)| names(&of.text).map(move |name| Place { file, name })).collect();
        places.sort_by(|one, other| (name(&files, one), one.file).cmp(&(name(&files, other), other.file)));
        Bundle { locale, files, places, whole: OnceCell::new() }
    }

    /// Whether `message` or `message.attribute` is there and has a text.
    pub(super) fn knows(&self, id: &str) -> bool {
        self.find(id).is_some()
    }

    /// What the message says in `lang`, the language of these messages. A value that the message wants and was not
    /// given stays visible as `{$name}`.
    pub(super) fn say(&self, lang: Lang, id: &str, args: &[(&str, Arg)]) -> Option<Text> {
        let (messages, pattern) = self.find(id)?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (index, (name, arg)) in args.iter().enumerate() {
            let value = match arg {
                Arg::Text(_) => FluentValue::from(mark(index)),
                Arg::Count(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        let values = (!args.is_empty()).then_some(&values);
        // Missing values and the like: the text says as much as it can, the walk over all screens finds the rest.
        let mut mistakes = Vec::new();
        let said = messages.format_pattern(pattern, values, &mut mistakes);
        if !mistakes.iter().any(wants_another_message) {
            return Some(splice(lang, &said, args));
        }
        let whole = self.whole();
        let said = whole.format_pattern(pattern_of(whole, id)?, values, &mut mistakes);
        Some(splice(lang, &said, args))
    }

    /// A text, and what it is to be said with.
    fn find(&self, id: &str) -> Option<(&Messages, &Pattern<&str>)> {
        let message = id.split('.').next()?;
        let first = self.places.partition_point(|place| name(&self.files, place) < message);
        let places = self.places.iter().skip(first).take_while(|place| name(&self.files, place) == message);
        places.map(|place| self.parsed(place.file)).find_map(|messages| Some((messages, pattern_of(messages, id)?)))
    }

    fn parsed(&self, file: u16) -> &Messages {
        let MessageFile { text, parsed } = &self.files[usize::from(file)];
        parsed.get_or_init(|| self.messages(std::iter::once(text)))
    }

    fn whole(&self) -> &Messages {
        self.whole.get_or_init(|| self.messages(self.files.iter().map(|file| &file.text)))
    }

    fn messages<'t>(&self, texts: impl Iterator<Item = &'t Cow<'static, str>>) -> Messages {
        let mut messages = FluentBundle::new(vec![self.locale.clone()]);
        messages.set_use_isolating(false);
        for text in texts {
            let resource = FluentResource::try_new(text.to_string()).unwrap_or_else(|(usable, _mistakes)| usable);
            // The error lists messages that an earlier file has already: the first one stays, as promised above.
            let _doubles = messages.add_resource(resource);
        }
        messages
    }
}

/// The names of the messages of a file: what begins a line with a letter. What follows them may be no message after all.
fn names(text: &str) -> impl Iterator<Item = Range<u32>> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let is_of_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
        let length = line.find(|sign| !is_of_name(sign)).unwrap_or(line.len());
        line.starts_with(|sign: char| sign.is_ascii_alphabetic()).then(|| at as u32..(at + length) as u32)
    })
}

fn name<'f>(files: &'f [MessageFile], place: &Place) -> &'f str {
    &files[usize::from(place.file)].text[place.name.start as usize..place.name.end as usize]
}

fn pattern_of<'m>(messages: &'m Messages, id: &str) -> Option<&'m Pattern<&'m str>> {
    match id.split_once('.') {
        Some((message, attribute)) => Some(messages.get_message(message)?.get_attribute(attribute)?.value()),
        None => messages.get_message(id)?.value(),
    }
}

/// Whether a message could not be said for want of another one, which may stand in another file.
fn wants_another_message(mistake: &FluentError) -> bool {
    let FluentError::ResolverError(ResolverError::Reference(kind)) = mistake else { return false };
    matches!(kind, ReferenceKind::Message { .. } | ReferenceKind::Term { .. })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fixture::lang;
    use super::*;

    fn bundle(texts: &[&str]) -> Bundle {
        let file = |text: &&str| LocaleText { path: "locales/fr/a.ftl".to_owned(), text: text.to_string().into() };
        Bundle::read(&"fr-BE".parse().expect("a tag"), texts.iter().map(file).collect())
    }

    fn say(bundle: &Bundle, id: &str, args: &[(&str, Arg)]) -> Option<String> {
        bundle.say(lang("fr"), id, args).map(|text| text.to_plain_string())
    }

    #[test]
    fn messages_and_attributes_are_found_by_their_names() {
        let bundle = bundle(&["back = Retour\n    .hint = Touche Échap\nbare =\n    .only = oui\n-brand = Kiosk\n"]);
        assert_eq!(say(&bundle, "back", &[]).as_deref(), Some("Retour"));
        assert_eq!(say(&bundle, "back.hint", &[]).as_deref(), Some("Touche Échap"));
        assert_eq!(say(&bundle, "bare.only", &[]).as_deref(), Some("oui"));
        for unknown in ["bare", "-brand", "brand", "back.x", "back.hint.x", ""] {
            assert!(!bundle.knows(unknown), "{unknown}");
        }
    }

    #[test]
    fn a_mistake_costs_its_own_message_only() {
        let bundle = bundle(&["a = A\nb = { oops\nc = C\nd { } =\n", "e = E"]);
        let said = ["a", "b", "c", "e"].map(|id| say(&bundle, id, &[]).unwrap_or_default());
        assert_eq!(said, ["A", "", "C", "E"]);
    }

    #[test]
    fn the_first_of_two_messages_with_one_name_wins() {
        let bundle = bundle(&["a = un\na = deux", "a = trois\nb = B"]);
        assert_eq!(say(&bundle, "a", &[]).as_deref(), Some("un"));
        assert_eq!(say(&bundle, "b", &[]).as_deref(), Some("B"));
    }

    #[test]
    fn no_invisible_mark_surrounds_a_value_and_a_missing_value_shows() {
        let bundle = bundle(&["a = Étape { $n } de { $of }."]);
        assert_eq!(say(&bundle, "a", &[("n", Arg::Count(2))]).as_deref(), Some("Étape 2 de {$of}."));
    }

    #[test]
    fn a_message_may_use_messages_and_terms_of_other_files() {
        let bundle = bundle(&["a = le { b } de { -brand }", "b = menu", "-brand = Kiosk"]);
        assert_eq!(say(&bundle, "a", &[]).as_deref(), Some("le menu de Kiosk"));
    }

    #[test]
    fn a_file_is_parsed_when_one_of_its_messages_is_said() {
        let bundle = bundle(&["a = A\n    b = no message", "b = B\r\nc = C"]);
        let parsed = || bundle.files.iter().map(|file| file.parsed.get().is_some()).collect::<Vec<_>>();
        assert_eq!(say(&bundle, "c", &[]).as_deref(), Some("C"));
        assert_eq!(parsed(), [false, true]);
        assert!(bundle.knows("b") && !bundle.knows("d"));
        assert_eq!(parsed(), [false, true]);
        assert!(bundle.knows("a"));
        assert_eq!(parsed(), [true, true]);
    }

    #[test]
    fn a_message_that_calls_itself_ends() {
        let bundle = bundle(&["a = x { b }\nb = y { a }"]);
        assert!(say(&bundle, "a", &[]).is_some());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_message_file_and_no_id_can_stop_the_kiosk(
            text in "(a(|b|\\.c)? = )?[a-c{}$.\\-\"*\\[\\]()0-9>= \n\u{E000}\u{E001}é#,:]{0,80}",
            id in "[a-c.$-]{0,5}",
            count in any::<i64>(),
        ) {
            let bundle = bundle(&[&text]);
            let word = Text::plain(lang("nl"), "woord");
            for id in ["a", "ab", "a.c", &id] {
                say(&bundle, id, &[("a", Arg::Text(&word)), ("b", Arg::Count(count)), ("", Arg::Count(0))]);
                say(&bundle, id, &[]);
            }
        }
    }
}
