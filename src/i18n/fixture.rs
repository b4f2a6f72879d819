//! Locales for the tests of this room: the real ones, the German one that shows how to add a language, and small ones.

use super::Texts;
use crate::base::{Lang, LocaleFiles, LocaleText};

/// A tag that a test wrote by hand.
pub(super) fn lang(tag: &str) -> Lang {
    tag.parse().expect("a test writes right tags")
}

fn locale(tag: &str, language: &str, messages: &str) -> LocaleFiles {
    let file =
        |name: &str, text: &str| LocaleText { path: format!("locales/{tag}/{name}"), text: text.to_owned().into() };
    LocaleFiles {
        lang: lang(tag),
        language: file("language.toml", language),
        messages: vec![file("formats.ftl", messages)],
    }
}

fn real() -> Vec<LocaleFiles> {
    // Not in their order, on purpose: `language.toml` decides.
    vec![
        locale("en", include_str!("../../locales/en/language.toml"), include_str!("../../locales/en/formats.ftl")),
        locale("fr", include_str!("../../locales/fr/language.toml"), include_str!("../../locales/fr/formats.ftl")),
        locale("nl", include_str!("../../locales/nl/language.toml"), include_str!("../../locales/nl/formats.ftl")),
    ]
}

/// The languages of the kiosk, with the messages of `formats.ftl`.
pub(super) fn brussels() -> Texts {
    Texts::new(real()).expect("the locales of the project can be used")
}

/// The same with German, which has a few messages only and falls back to Dutch.
pub(super) fn with_german() -> Texts {
    let language = include_str!("../../tests/fixtures/locales-de/de/language.toml");
    let messages = include_str!("../../tests/fixtures/locales-de/de/kiosk.ftl");
    let mut all = real();
    all.push(locale("de", language, messages));
    Texts::new(all).expect("the German fixture can be used")
}

/// Languages of a few words, in this order: tag, CLDR tag, fallback as TOML, messages.
pub(super) fn inline(locales: &[(&str, &str, &str, &str)]) -> Texts {
    let files = locales.iter().enumerate().map(|(order, (tag, cldr, fallback, messages))| {
        let start =
            "greeting = ''\ninvitation = ''\nexplains = ''\nask_here = ''\nchoose = ''\ntoo_small = ''\nleave = ''";
        let language = format!(
            "name = '{tag}'\norder = {order}\ncldr = '{cldr}'\nvoice = '{tag}'\nrequired = true\n\
             fallback = {fallback}\n[start]\n{start}"
        );
        locale(tag, &language, messages)
    });
    Texts::new(files.collect()).expect("a test writes right locales")
}

mod tests {
    use super::*;

    #[test]
    fn every_language_words_every_format_itself() {
        let texts = brussels();
        let ids = include_str!("../../locales/fr/formats.ftl").lines().filter_map(|line| line.split_once(" ="));
        let ids: Vec<_> = ids.map(|(id, _)| id).filter(|id| !id.starts_with([' ', '#'])).collect();
        assert!(ids.contains(&"hours-line") && ids.contains(&"price-cents"), "{ids:?}");
        for spoken in texts.languages() {
            for id in &ids {
                assert!(texts.knows(spoken.lang, id), "{} has no {id}", spoken.lang);
            }
        }
    }

    #[test]
    fn start_texts_fit_the_smallest_screen_in_few_lines() {
        for spoken in brussels().languages() {
            let start = &spoken.language.start;
            let short = [&start.greeting, &start.invitation, &start.ask_here, &start.choose, &start.leave];
            for text in short {
                assert!((1..=38).contains(&text.chars().count()), "{text}");
            }
            for text in [&start.explains, &start.too_small] {
                assert!((1..=114).contains(&text.chars().count()), "{text}");
            }
        }
    }
}
