//! `pack.toml`: the name and version of the content, and its languages.

use toml::de::DeValue;

use super::forms;
use super::notes::{Notes, quoted};
use super::table::{Doc, Str, Table};
use crate::base::Lang;
use crate::content::finding::Rule;

/// The languages of the content.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::content) struct Languages {
    /// All texts must exist in these. The first one sets the steps that the others follow.
    pub required: Vec<Lang>,
    /// The required ones, then those in which texts may exist.
    pub all: Vec<Lang>,
}

impl Languages {
    /// French, Dutch and English: what holds where `pack.toml` does not say.
    pub fn usual() -> Languages {
        let required: Vec<Lang> = ["fr", "nl", "en"].iter().filter_map(|tag| tag.parse().ok()).collect();
        Languages { all: required.clone(), required }
    }

    /// Their tags in a sentence.
    pub fn list(&self) -> String {
        self.all.iter().map(Lang::as_str).collect::<Vec<_>>().join(", ")
    }
}

const NAME: &str = "name = \"brussels\"";
const VERSION: &str = "version = 1";
const LANGUAGES: &str = "languages = { required = [\"fr\", \"nl\", \"en\"], extra = [] }";
const EXTRA: &str = "extra = []";

/// Reads `pack.toml`.
pub(in crate::content) fn read(doc: &Doc, notes: &Notes) -> Languages {
    let root = doc.root(notes);
    root.fits(&forms::PACK, &[]);
    if let Some(name) = root.need_text("name", NAME) {
        check_id(&name, notes);
    }
    if let Some(version) = root.need("version", VERSION)
        && root.as_integer(&version, "version", VERSION).is_some_and(|number| number < 1)
    {
        root.wrong(&version, "version", VERSION);
    }
    let Some(table) = root.need_table("languages", LANGUAGES) else { return Languages::usual() };
    table.fits(&forms::LANGUAGES, &[]);
    let mut all = Vec::new();
    read_tags(&table, table.need_texts("required", "required = [\"fr\", \"nl\", \"en\"]"), &mut all);
    let required = all.clone();
    if matches!(table.get("extra"), Some(value) if !matches!(value.value, DeValue::Array(_))) {
        table.note(table.at, Rule::Shape, "`extra` is not a list", format!("write `{EXTRA}`"));
    } else {
        read_tags(&table, table.texts("extra", EXTRA), &mut all);
    }
    if required.is_empty() { Languages::usual() } else { Languages { required, all } }
}

fn read_tags(table: &Table, tags: Vec<Str>, langs: &mut Vec<Lang>) {
    for tag in tags {
        match tag.text.parse::<Lang>() {
            Ok(lang) if langs.contains(&lang) => {
                let what = format!("the language {lang} is named twice");
                table.note(tag.at, Rule::DuplicateId, what, "delete one of the two");
            }
            Ok(lang) => langs.push(lang),
            Err(error) => table.note(tag.at, Rule::BadId, quoted(tag.text), error.to_string()),
        }
    }
}

/// Whether a name may be an id.
pub fn is_id(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Notes an id that is not one.
pub(super) fn check_id(id: &Str, notes: &Notes) -> bool {
    let good = is_id(id.text);
    if !good {
        let (what, mend) = bad_id(id.text);
        notes.note(id.file, id.at, Rule::BadId, what, mend);
    }
    good
}

/// What is wrong with an id, and what to do.
pub(super) fn bad_id(id: &str) -> (String, String) {
    let what = format!("{} is not an id", quoted(id));
    (what, format!("use only a-z, 0-9 and '-', such as `{}`", as_id(id)))
}

/// The id that most resembles a title.
pub fn as_id(title: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let letters = title.nfd().filter(char::is_ascii).map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    let id: String = letters.take(40).collect::<String>().to_ascii_lowercase();
    let words: Vec<&str> = id.split('-').filter(|word| !word.is_empty()).take(4).collect();
    if words.is_empty() { "my-id".to_owned() } else { words.join("-") }
}
