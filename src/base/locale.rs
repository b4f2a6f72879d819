//! A folder of `locales/` as it was read, and what its `language.toml` says.

use std::borrow::Cow;

use serde::Deserialize;

use super::Lang;

/// One text file of a locale.
#[derive(Clone, Debug)]
pub struct LocaleText {
    /// The name to show in a finding, such as `locales/fr/screens.ftl`.
    pub path: String,
    /// Those in the program are not copied: of most languages nobody reads more than `language.toml`.
    pub text: Cow<'static, str>,
}

/// All files of one language: `language.toml` and the Fluent files beside it, in the order of their names.
#[derive(Clone, Debug)]
pub struct LocaleFiles {
    pub lang: Lang,
    pub language: LocaleText,
    pub messages: Vec<LocaleText>,
}

/// What `language.toml` declares.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Its own name, such as `Nederlands`.
    pub name: String,
    /// Its place in lists of languages; the first one speaks where no language was chosen yet.
    pub order: u16,
    /// The CLDR tag that dates and numbers follow, such as `fr-BE`.
    pub cldr: String,
    /// The tag of the voice, such as `fr-be`.
    pub voice: String,
    /// Whether all texts must exist in it.
    pub required: bool,
    /// Where to look, in this order, for what is missing in it.
    #[serde(default)]
    pub fallback: Vec<Lang>,
    /// The words of the start screen, which greets in all languages at once.
    pub start: StartTexts,
}

/// The words that are shown before a language was chosen.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartTexts {
    /// "Good day!"
    pub greeting: String,
    /// "Press a key."
    pub invitation: String,
    /// "This machine explains. You do the rest …", up to the place, which follows it.
    pub explains: String,
    /// The place where settings name none.
    pub ask_here: String,
    /// "Choose your language"
    pub choose: String,
    /// What to do when the window is too small.
    pub too_small: String,
    /// How to leave the program, where settings allow it.
    pub leave: String,
}
