//! The Fluent messages of one language.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
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

/// All messages of a language. Each is parsed when it is first said: parsed, it takes ten times its size, and a visit says few
/// of them.
pub(super) struct Bundle {
    locale: LanguageIdentifier,
    files: Vec<Cow<'static, str>>,
    /// Where each message stands, ordered by its name, then by its file and place there.
    places: Vec<MessageAt>,
    /// Those that were said.
    said: RefCell<Messages>,
    /// All of them, for messages that use others.
    whole: OnceCell<Messages>,
}

/// A message in the text of its file.
struct MessageAt {
    file: u16,
    name: Range<u32>,
    /// Where the next one begins.
    end: u32,
}

impl Bundle {
    /// Takes the files in their order. Of a file with mistakes, the messages that parse are used; of a message that
    /// is written twice, the first. Both are findings of `kiosk check`: here, residents must not notice.
    pub(super) fn read(cldr: &Locale, files: Vec<LocaleText>) -> Bundle {
        // Both libraries read the same tags; should they ever differ, Fluent falls back to the plurals of English.
        let locale: LanguageIdentifier = cldr.id.to_string().parse().unwrap_or_default();
        let files: Vec<Cow<'static, str>> = files.into_iter().map(|file| file.text).collect();
        let mut places: Vec<MessageAt> =
            (0u16..).zip(&files).flat_map(|(file, text)| messages_in(file, text)).collect();
        // The sort keeps the order of the files among equals.
        places.sort_by(|one, other| name(&files, one).cmp(name(&files, other)));
        let said = RefCell::new(empty(&locale));
        Bundle { locale, files, places, said, whole: OnceCell::new() }
    }

    /// Whether `message` or `message.attribute` is there and has a text.
    pub(super) fn knows(&self, id: &str) -> bool {
        self.parse(id);
        pattern_of(&self.said.borrow(), id).is_some()
    }

    /// What the message says in `lang`, the language of these messages. A value that the message wants and was not
    /// given stays visible as `{$name}`.
    pub(super) fn say(&self, lang: Lang, id: &str, args: &[(&str, Arg)]) -> Option<Text> {
        self.parse(id);
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
        let known = self.said.borrow();
        let said = known.format_pattern(pattern_of(&known, id)?, values, &mut mistakes);
        if !mistakes.iter().any(wants_another_message) {
            return Some(splice(lang, &said, args));
        }
        let whole = self.whole.get_or_init(|| {
            let mut whole = empty(&self.locale);
            self.files.iter().for_each(|text| add(&mut whole, text));
            whole
        });
        let said = whole.format_pattern(pattern_of(whole, id)?, values, &mut mistakes);
        Some(splice(lang, &said, args))
    }

    /// Parses the message of an id, unless that was done.
    fn parse(&self, id: &str) {
        let Some(message) = id.split('.').next() else { return };
        let is_known = || self.said.borrow().has_message(message);
        if is_known() {
            return;
        }
        let first = self.places.partition_point(|place| name(&self.files, place) < message);
        let places = self.places.iter().skip(first).take_while(|place| name(&self.files, place) == message);
        for MessageAt { file, name, end } in places {
            // Of one that is written twice, the first that can be read.
            if !is_known() {
                let text = &self.files[usize::from(*file)][name.start as usize..*end as usize];
                add(&mut self.said.borrow_mut(), text);
            }
        }
    }
}

/// No messages yet.
fn empty(locale: &LanguageIdentifier) -> Messages {
    let mut messages = FluentBundle::new(vec![locale.clone()]);
    messages.set_use_isolating(false);
    messages
}

fn add(messages: &mut Messages, text: &str) {
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(usable, _mistakes)| usable);
    // The error lists messages that are there already: the first one stays, as promised above.
    let _doubles = messages.add_resource(resource);
}

/// The messages of a file: a line that begins with a name and an equals sign, and all up to the next one.
fn messages_in(file: u16, text: &str) -> Vec<MessageAt> {
    let mut places: Vec<MessageAt> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let is_of_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
        let length = line.find(|sign| !is_of_name(sign)).unwrap_or(line.len());
        // A term begins with a hyphen: it ends the message before it.
        if length > 0 && line[length..].trim_start_matches(' ').starts_with('=') {
            if let Some(last) = places.last_mut() {
                last.end = start as u32;
            }
            places.push(MessageAt { file, name: start as u32..(start + length) as u32, end: text.len() as u32 });
        }
        start += line.len();
    }
    places
}

fn name<'f>(files: &'f [Cow<'static, str>], place: &MessageAt) -> &'f str {
    &files[usize::from(place.file)][place.name.start as usize..place.name.end as usize]
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
    fn a_message_is_parsed_when_it_is_said_up_to_the_next_one() {
        let bundle = bundle(&[
            "a = A\n    b = no message\n    .c = C\n\n# Words\n-d = D\nb = { $n ->\n[one] B\n*[other] Bs\n}\r\ne=E",
        ]);
        let parsed = |id| bundle.said.borrow().has_message(id);
        assert!(!parsed("a") && !parsed("b"));
        assert_eq!(say(&bundle, "a", &[]).as_deref(), Some("A\nb = no message"));
        assert_eq!(say(&bundle, "a.c", &[]).as_deref(), Some("C"));
        assert!(parsed("a") && !parsed("b"));
        assert_eq!(say(&bundle, "b", &[("n", Arg::Count(2))]).as_deref(), Some("Bs"));
        assert_eq!(say(&bundle, "e", &[]).as_deref(), Some("E"));
        assert!(!bundle.knows("d") && !bundle.knows("-d"));
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
