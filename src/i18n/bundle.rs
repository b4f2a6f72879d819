//! The Fluent messages of one language.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use icu_locale_core::Locale;
use unic_langid::LanguageIdentifier;

use super::Arg;
use super::splice::{mark, splice};
use crate::base::{Lang, LocaleText, Text};

/// All messages of a language, ready to be said.
pub(super) struct Bundle(FluentBundle<FluentResource>);

impl Bundle {
    /// Parses the files in their order. Of a file with mistakes, the messages that parse are used; of a message that
    /// is written twice, the first. Both are findings of `kiosk check`: here, residents must not notice.
    pub(super) fn read(cldr: &Locale, files: Vec<LocaleText>) -> Bundle {
        // Both libraries read the same tags; should they ever differ, Fluent falls back to the plurals of English.
        let locale: LanguageIdentifier = cldr.id.to_string().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        bundle.set_use_isolating(false);
        for file in files {
            let resource = FluentResource::try_new(file.text).unwrap_or_else(|(usable, _mistakes)| usable);
            // The error lists messages that an earlier file has already: the first one stays, as promised above.
            let _doubles = bundle.add_resource(resource);
        }
        Bundle(bundle)
    }

    /// Whether `message` or `message.attribute` is there and has a text.
    pub(super) fn knows(&self, id: &str) -> bool {
        self.pattern(id).is_some()
    }

    /// What the message says in `lang`, the language of these messages. A value that the message wants and was not
    /// given stays visible as `{$name}`.
    pub(super) fn say(&self, lang: Lang, id: &str, args: &[(&str, Arg)]) -> Option<Text> {
        let pattern = self.pattern(id)?;
        // Missing values and the like: the text says as much as it can, the walk over all screens finds the rest.
        let mut mistakes = Vec::new();
        if args.is_empty() {
            return Some(splice(lang, &self.0.format_pattern(pattern, None, &mut mistakes), args));
        }
        let mut values = FluentArgs::with_capacity(args.len());
        for (index, (name, arg)) in args.iter().enumerate() {
            let value = match arg {
                Arg::Text(_) => FluentValue::from(mark(index)),
                Arg::Count(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        let said = self.0.format_pattern(pattern, Some(&values), &mut mistakes);
        Some(splice(lang, &said, args))
    }

    fn pattern(&self, id: &str) -> Option<&Pattern<&str>> {
        match id.split_once('.') {
            Some((message, attribute)) => Some(self.0.get_message(message)?.get_attribute(attribute)?.value()),
            None => self.0.get_message(id)?.value(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fixture::lang;
    use super::*;

    fn bundle(texts: &[&str]) -> Bundle {
        let file = |text: &&str| LocaleText { path: "locales/fr/a.ftl".to_owned(), text: text.to_string() };
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
