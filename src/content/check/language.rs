//! `language.toml`: what a language says of itself.

use toml::de::DeValue;

use super::prose::Prose;
use super::{Rules, text};
use crate::base::{Lang, LocaleFiles};
use crate::content::finding::{Finding, Rule};
use crate::content::parse::notes::{Notes, Passage, Piece, Said, Use, Voice, quoted};
use crate::content::parse::table::{Doc, Str, Table};

/// What the comparison of languages needs to know.
pub(super) struct Declared {
    /// Its place; the last one where it does not say.
    pub order: i64,
    pub required: bool,
}

const START: [&str; 7] = ["greeting", "invitation", "explains", "ask_here", "choose", "too_small", "leave"];

/// Reads the file, notes what is wrong in it, and checks its texts.
pub(super) fn read(
    locale: &LocaleFiles,
    langs: &[Lang],
    rules: &Rules,
    notes: &Notes,
    findings: &mut Vec<Finding>,
) -> Declared {
    let doc = Doc::read(locale.language.path.clone(), &locale.language.text, notes);
    let root = doc.root(notes);
    root.only(&["name", "order", "cldr", "voice", "required", "fallback", "start"], &[]);
    let mut say = |text: Option<Str>, used_as: Use| {
        if let Some(Str { text, origin, .. }) = text {
            findings.extend(text::check(&Said { origin, text, used_as: Use::Name }));
            let pieces = vec![Piece { text: text.into(), origin, voice: Voice::Own }];
            findings.extend(rules.hear_prose(&Prose::new(&Passage { lang: locale.lang, used_as, pieces })));
        }
    };
    say(root.need_text("name", "name = \"Français\""), Use::Name);
    check_tag(&root, "cldr", "cldr = \"fr-BE\"");
    check_tag(&root, "voice", "voice = \"fr-be\"");
    for tag in root.texts("fallback", "fallback = [\"fr\"]") {
        if !langs.iter().any(|lang| lang.as_str() == tag.text) {
            let what = format!("there is no language {}", quoted(tag.text));
            root.note(tag.at, Rule::BrokenLink, what, "write the name of a folder beside this one, or delete it");
        }
    }
    if let Some(start) = root.need_table("start", "[start]") {
        start.only(&START, &[]);
        for key in START {
            say(start.need_text(key, &format!("{key} = \"…\"")), Use::Prose);
        }
    }
    let order = order(&root);
    let required = root.need("required", "required = true").map(|value| matches!(value.value, DeValue::Boolean(true)));
    root.flag("required");
    Declared { order, required: required.unwrap_or(false) }
}

fn order(root: &Table) -> i64 {
    const EXAMPLE: &str = "order = 1";
    let value = root.need("order", EXAMPLE);
    let order = value.as_ref().and_then(|value| root.as_integer(value, "order", EXAMPLE));
    match (value, order) {
        (Some(value), Some(order)) if u16::try_from(order).is_err() => {
            root.wrong(&value, "order", EXAMPLE);
            i64::MAX
        }
        (_, order) => order.unwrap_or(i64::MAX),
    }
}

fn check_tag(root: &Table, key: &str, example: &str) {
    let Some(tag) = root.need_text(key, example) else { return };
    if tag.text.parse::<unic_langid::LanguageIdentifier>().is_err() {
        let what = format!("{} is not the tag of a language", quoted(tag.text));
        root.note(tag.at, Rule::Shape, what, format!("write it like `{example}`"));
    }
}
