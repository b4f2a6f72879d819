//! What is wrong in a file of an author, where, and what to do.

use std::fmt;

/// One finding: `path:line:column: rule: what is wrong: what to do`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize)]
pub struct Finding {
    /// The file, as an author would type it.
    pub path: String,
    /// From 1. A finding about a whole file stands at 1:1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub rule: Rule,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
}

impl Finding {
    /// A finding about a whole file or folder.
    pub fn of_file(path: impl Into<String>, rule: Rule, what: impl Into<String>, mend: impl Into<String>) -> Finding {
        Finding { path: path.into(), line: 1, column: 1, rule, what: what.into(), mend: mend.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Finding { path, line, column, rule, what, mend } = self;
        write!(f, "{path}:{line}:{column}: {rule}: {what}: {mend}")
    }
}

/// The findings by path, line and column, each once, and fit to be printed: what authors typed cannot command a
/// terminal or fill it.
pub fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    for finding in &mut findings {
        for text in [&mut finding.path, &mut finding.what, &mut finding.mend] {
            tame(text);
        }
    }
    findings.sort();
    findings.dedup();
    findings
}

/// The longest path or sentence of a finding, in characters.
const SENTENCE_MAX: usize = 600;

fn tame(text: &mut String) {
    if text.len() > SENTENCE_MAX || text.chars().any(is_command) {
        *text = text.chars().take(SENTENCE_MAX).map(|c| if is_command(c) { '\u{FFFD}' } else { c }).collect();
    }
}

/// Characters that are not seen and change how others are shown or read.
pub(in crate::content) fn is_command(sign: char) -> bool {
    let invisible =
        matches!(sign, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    invisible || sign.is_control()
}

macro_rules! rules {
    ($( $(#[$doc:meta])* $rule:ident = $name:literal, )*) => {
        /// The rules of `kiosk check`.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
        pub enum Rule {
            $( $(#[$doc])* #[serde(rename = $name)] $rule, )*
        }

        impl Rule {
            /// All of them: each has a broken folder in `tests/bad_content`.
            pub const ALL: &[Rule] = &[$(Rule::$rule,)*];

            /// The name in a finding, in JSON and of its folder in `tests/bad_content`.
            pub const fn name(self) -> &'static str {
                match self { $(Rule::$rule => $name,)* }
            }
        }
    };
}

rules! {
    /// A file or folder that cannot be read, is too large, is missing, or is none that the kiosk knows.
    File = "file",
    /// A file that is not valid TOML.
    Syntax = "syntax",
    /// A value of the wrong kind or form.
    Shape = "shape",
    /// A key that is needed and not there.
    MissingKey = "missing-key",
    /// A key that nothing reads: most often a slip of the pen.
    UnknownKey = "unknown-key",
    /// A value that is none of its list: level, direction, DigComp, state of a route.
    UnknownValue = "unknown-value",
    /// A group of services that is none of the ten.
    UnknownGroup = "unknown-group",
    /// A topic that `topics.toml` does not hold.
    UnknownTopic = "unknown-topic",
    /// An id that is not made of `a-z`, `0-9` and `-`.
    BadId = "bad-id",
    /// An id that something else has already.
    DuplicateId = "duplicate-id",
    /// A reference to something that does not exist.
    BrokenLink = "broken-link",
    /// One of the four routes (online, counter, phone, post) is not told.
    MissingRoute = "missing-route",
    /// A required language in which something is not said.
    MissingLanguage = "missing-language",
    /// Steps that are not the same, in the same order, in all languages.
    Parity = "parity",
    /// Too few or too many steps, or too few sections for people who are stuck.
    StepCount = "step-count",
    /// Markdown that the kiosk cannot show, or that would be lost in silence.
    Markup = "markup",
    /// A text without words.
    EmptyText = "empty-text",
    /// A place that `kiosk new` left for the author to fill in.
    Unfilled = "unfilled",
    /// A fact without a source.
    FactSource = "fact-source",
    /// A fact without the day on which somebody checked it.
    FactDate = "fact-date",
    /// A fact that no text and no route uses.
    UnusedFact = "unused-fact",
    /// A number, price, hour, phone number or address that is typed in the text, where nobody will keep it right.
    TypedFact = "typed-fact",
    /// A character that the font of the kiosk does not have.
    Glyph = "glyph",
    /// A letter and its accent that are stored as two characters (not Unicode NFC).
    NotNfc = "not-nfc",
    /// An accent that no single character can hold together with its letter.
    CombiningMark = "combining-mark",
    /// An invisible hyphen.
    SoftHyphen = "soft-hyphen",
    /// An invisible character that commands instead of saying something.
    ControlCharacter = "control-character",
    /// A word that does not fit on one line of a small screen.
    LongWord = "long-word",
    /// A title that does not fit on one line of a small screen.
    LongTitle = "long-title",
    /// A Fluent file with a mistake.
    LocaleSyntax = "locale-syntax",
    /// Messages, attributes or arguments that differ between the required languages.
    LocaleParity = "locale-parity",
}

impl Rule {
    /// Whether a kiosk leaves out the item in which this was found. What only looks or reads badly is shown.
    pub(in crate::content) fn leaves_out(self) -> bool {
        !matches!(self, Rule::UnknownKey | Rule::UnusedFact)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_has_one_name_in_text_and_in_json() {
        for rule in Rule::ALL {
            assert_eq!(serde_json::to_string(rule).expect("a name"), format!("\"{rule}\""));
        }
    }

    #[test]
    fn findings_are_told_in_the_order_of_the_files_and_once() {
        let at = |path: &str, line| Finding { line, ..Finding::of_file(path, Rule::Shape, "", "") };
        let ordered = in_order(vec![at("b", 1), at("a", 9), at("a", 2), at("b", 1)]);
        assert_eq!(ordered, [at("a", 2), at("a", 9), at("b", 1)]);
    }
}
