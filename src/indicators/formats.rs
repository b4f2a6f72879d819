//! Published figures as files that anybody can read, and back: SDMX-CSV with its structure message, a data package, CSVW
//! metadata and a DCAT record.
//!
//! Everything here is a pure function: the same figures, words and files give the same bytes.

pub mod codes;
pub mod csvw;
pub mod datapackage;
pub mod dcat;
pub mod files;
pub mod folder;
pub mod indicators_csv;
pub mod sdmx_csv;
pub mod structure;

use crate::base::{Lang, Text};
use crate::i18n::{Arg, Texts};

/// Who answers for the structures, as SDMX names agencies.
pub const AGENCY: &str = "KIOSKBXL";
/// The version of all structures.
pub const VERSION: &str = "1.0.0";
/// The Region of Brussels-Capital in NUTS 2024.
pub const AREA: &str = "BE10";
/// The languages in which published files say what is in them.
pub const TAGS: [&str; 3] = ["fr", "nl", "en"];
/// The licence of what is published.
const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// A name in each of [`TAGS`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Names(pub [String; 3]);

impl Names {
    /// A message in each language. One that a language lacks is said, and marked, in its next one.
    pub fn said(texts: &Texts, id: &str) -> Names {
        Names::said_with(texts, id, &[])
    }

    /// A message that names go into, by their variables.
    pub fn said_with(texts: &Texts, id: &str, names: &[(&str, &Names)]) -> Names {
        Names([0, 1, 2].map(|at| {
            let Ok(lang) = TAGS[at].parse::<Lang>() else { return String::new() };
            let values: Vec<(&str, Text)> =
                names.iter().map(|(variable, names)| (*variable, Text::plain(lang, names.0[at].as_str()))).collect();
            let values: Vec<(&str, Arg)> = values.iter().map(|(variable, text)| (*variable, Arg::Text(text))).collect();
            texts.say(lang, id, &values).to_plain_string().replace('\u{a0}', " ")
        }))
    }

    /// The name of a part of something: `itsme: ask for the code`.
    pub fn part(texts: &Texts, whole: &Names, part: &Names) -> Names {
        Names::said_with(texts, "code-part", &[("whole", whole), ("part", part)])
    }

    /// The name of a part alone, from that which [`Names::part`] made.
    pub fn part_alone(&self, whole: &Names) -> Names {
        Names([0, 1, 2].map(|at| {
            let part = self.0[at].strip_prefix(whole.0[at].as_str()).unwrap_or(&self.0[at]);
            part.trim_start_matches([':', ' ']).to_owned()
        }))
    }

    /// A title. That of made-up figures says so.
    fn title(texts: &Texts, id: &str, is_simulated: bool) -> Names {
        let title = Names::said(texts, id);
        if is_simulated { Names::said(texts, "published-simulated").then(" – ", &title) } else { title }
    }

    /// The same in all languages.
    pub fn same(name: &str) -> Names {
        Names(TAGS.map(|_| name.to_owned()))
    }

    /// This name, and another one behind it.
    #[must_use]
    pub fn then(&self, between: &str, other: &Names) -> Names {
        Names([0, 1, 2].map(|at| format!("{}{between}{}", self.0[at], other.0[at])))
    }

    /// The languages with what is said in them.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        TAGS.into_iter().zip(self.0.iter().map(String::as_str))
    }

    /// As values of JSON-LD.
    fn json(&self) -> serde_json::Value {
        let said = |(tag, text)| serde_json::json!({ "@language": tag, "@value": text });
        serde_json::Value::Array(self.iter().map(said).collect())
    }

    fn english(&self) -> &str {
        &self.0[2]
    }
}

/// A code as published files write it: codes of SDMX hold neither a colon nor a plus.
pub fn written(code: &str) -> String {
    code.replace(':', "@").replace('+', "_PLUS")
}

/// A code, from how published files write it.
pub fn unwritten(code: &str) -> String {
    code.replace("_PLUS", "+").replace('@', ":")
}

/// JSON as a file: indented, with a line feed at its end.
fn json_file(json: &serde_json::Value) -> Vec<u8> {
    // Texts, numbers and lists can always be written.
    let mut bytes = serde_json::to_vec_pretty(json).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_they_are_written_and_are_codes_of_sdmx() {
        for code in ["_T", "75+", "2+", "AB:16-74", "health:counter", "itsme:ask", "weekday-morning", "learn-web:ww"] {
            assert_eq!(unwritten(&written(code)), code);
            let fits = |c: char| c.is_ascii_alphanumeric() || "_@$-".contains(c);
            assert!(written(code).chars().all(fits), "{code}");
        }
    }
}
