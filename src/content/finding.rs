//! What is wrong in a file of an author, where, and what to do.

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

/// How much a finding weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It must be corrected: `kiosk check` fails.
    Error,
    /// It should be corrected, or accepted with a reason: fails with `--deny warnings`.
    Warning,
    /// Good to know; it never fails.
    Hint,
}

impl Severity {
    /// The word in a finding.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

/// One finding: `path:line:column: rule: what is wrong: what to do`. What is no error says so before its rule:
/// `path:line:column: warning: rule: …`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
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
        match rule.severity() {
            Severity::Error => write!(f, "{path}:{line}:{column}: {rule}: {what}: {mend}"),
            severity => write!(f, "{path}:{line}:{column}: {}: {rule}: {what}: {mend}", severity.name()),
        }
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Finding { path, line, column, rule, what, mend } = self;
        let mut object = serializer.serialize_struct("Finding", 7)?;
        object.serialize_field("path", path)?;
        object.serialize_field("line", line)?;
        object.serialize_field("column", column)?;
        object.serialize_field("severity", &rule.severity())?;
        object.serialize_field("rule", rule)?;
        object.serialize_field("what", what)?;
        object.serialize_field("mend", mend)?;
        object.end()
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
    ($( $severity:ident { $( $(#[$doc:meta])* $rule:ident = $name:literal, )* } )*) => {
        /// The rules of `kiosk check`.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
        pub enum Rule {
            $( $( $(#[$doc])* #[serde(rename = $name)] $rule, )* )*
        }

        impl Rule {
            /// All of them: each has a broken folder in `tests/bad_content`.
            pub const ALL: &[Rule] = &[$( $(Rule::$rule,)* )*];

            /// The name in a finding, in JSON and of its folder in `tests/bad_content`.
            pub const fn name(self) -> &'static str {
                match self { $( $(Rule::$rule => $name,)* )* }
            }

            /// How much its findings weigh.
            pub const fn severity(self) -> Severity {
                match self { $( $(Rule::$rule => Severity::$severity,)* )* }
            }
        }
    };
}

rules! {
    Error {
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
        /// Questions of a finder that lead in a circle, nowhere, or too far; one with too few or too many answers.
        FinderTree = "finder-tree",
        /// A lesson that is no way from card to exercise: a part too few, too many or used twice.
        LessonParts = "lesson-parts",
        /// An exercise or question that cannot be answered, or to which too much or too little can be answered.
        Exercise = "exercise",
        /// A rehearsal room whose goal or scenes cannot be reached, or in which too little can go wrong.
        Room = "room",
        /// Messages of the scam gym that are too few for a session.
        Gym = "gym",
        /// A text of a lesson or room that is longer than the place that it has.
        LongText = "long-text",
        /// A made-up address or number that somebody could have, or one outside what is made up.
        MadeUp = "made-up",
        /// Words for pass phrases that are too few, or not plain enough to type.
        PassWords = "pass-words",
        /// Lists of words for codes that are not 1,024 words, or in which one word can be taken for another.
        CodeWords = "code-words",
        /// Activities of the check of digital skills that are not those that its rule counts.
        SkillCheck = "skill-check",
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
        /// A sentence of more than twenty words.
        VeryLongSentence = "very-long-sentence",
    }
    Warning {
        /// A sentence of more than fifteen words.
        LongSentence = "long-sentence",
        /// A text that the published formulas call hard to read.
        Readability = "readability",
        /// A word of `words.toml` for which there is a plainer one.
        HardWord = "hard-word",
        /// An abbreviation of `words.toml`.
        Abbreviation = "abbreviation",
        /// A form of address that this content does not use.
        AddressForm = "address-form",
        /// A word that no dictionary has, and not `spelling.toml` either.
        Spelling = "spelling",
        /// An acceptance that accepts nothing, or says not why.
        Acceptance = "acceptance",
        /// A translation of a text that changed since somebody looked at it.
        StaleTranslation = "stale-translation",
        /// A page of which a resident must turn more than one screen.
        LongPage = "long-page",
    }
    Hint {
        /// Pages of which a resident must turn more than one screen where the screen is the smallest one.
        SmallScreen = "small-screen",
    }
}

impl Rule {
    /// Whether a kiosk leaves out the item in which this was found. What only looks or reads badly is shown.
    pub(in crate::content) fn leaves_out(self) -> bool {
        self.severity() == Severity::Error && !matches!(self, Rule::UnknownKey | Rule::UnusedFact | Rule::LongText)
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
    fn what_is_no_error_says_so_in_text_and_in_json() {
        let told = |rule| Finding::of_file("a.md", rule, "what", "mend");
        assert_eq!(told(Rule::Shape).to_string(), "a.md:1:1: shape: what: mend");
        assert_eq!(told(Rule::LongSentence).to_string(), "a.md:1:1: warning: long-sentence: what: mend");
        let json = serde_json::to_value(told(Rule::LongSentence)).expect("JSON");
        assert_eq!((&json["severity"], &json["rule"]), (&"warning".into(), &"long-sentence".into()));
    }

    #[test]
    fn only_errors_leave_an_item_out() {
        for rule in Rule::ALL.iter().filter(|rule| rule.severity() != Severity::Error) {
            assert!(!rule.leaves_out(), "{rule}");
        }
    }

    #[test]
    fn findings_are_told_in_the_order_of_the_files_and_once() {
        let at = |path: &str, line| Finding { line, ..Finding::of_file(path, Rule::Shape, "", "") };
        let ordered = in_order(vec![at("b", 1), at("a", 9), at("a", 2), at("b", 1)]);
        assert_eq!(ordered, [at("a", 2), at("a", 9), at("b", 1)]);
    }
}
