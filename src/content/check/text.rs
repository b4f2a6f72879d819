//! Rules about characters and lengths: what the screen, the printer and the voice can carry.

use std::collections::HashSet;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

use crate::content::finding::{Finding, Rule, is_command};
use crate::content::parse::notes::{Said, Use};

/// The longest word that fits on a line of a screen of 40 columns, with its margins.
const WORD_MAX: usize = 36;
/// The longest title that fits there on one line.
const TITLE_MAX: usize = 38;

/// The characters of the font of the Linux console, one `U+XXXX` a line.
const GLYPHS: &str = include_str!("vt-glyphs.txt");

fn has_glyph(sign: char) -> bool {
    static FONT: OnceLock<HashSet<char>> = OnceLock::new();
    let font = FONT.get_or_init(|| {
        let codes = GLYPHS.lines().filter_map(|line| line.trim().strip_prefix("U+"));
        codes.filter_map(|code| u32::from_str_radix(code, 16).ok().and_then(char::from_u32)).collect()
    });
    font.contains(&sign)
}

/// A finding at a byte of a text.
pub(super) fn finding(said: &Said, offset: usize, rule: Rule, what: String, mend: impl Into<String>) -> Finding {
    let origin = said.origin.plus(offset);
    let (line, column) = origin.file.place(origin.at);
    Finding { path: origin.file.path.clone(), line, column, rule, what, mend: mend.into() }
}

/// All rules of this file.
pub(super) fn check(said: &Said) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !said.text.bytes().all(|byte| byte == b'\n' || (0x20..0x7F).contains(&byte)) {
        check_characters(said, &mut findings);
    }
    if said.used_as != Use::Value {
        check_words(said, &mut findings);
    }
    let length = said.text.chars().count();
    if said.used_as == Use::Title && length > TITLE_MAX {
        let what = format!("this title has {length} characters, and a line has room for {TITLE_MAX}");
        findings.push(finding(said, 0, Rule::LongTitle, what, "say it in fewer or shorter words"));
    }
    findings
}

/// Each character once a text: the second time says nothing new.
fn check_characters(said: &Said, findings: &mut Vec<Finding>) {
    let mut seen = HashSet::new();
    let mut before: Option<char> = None;
    let mut composes = false;
    for (offset, sign) in said.text.char_indices() {
        if sign == '\n' || said.text[offset..].starts_with("\r\n") {
            continue;
        }
        let joined = before.and_then(|letter| compose(letter, sign)).filter(|_| is_combining_mark(sign));
        if let Some(joined) = joined {
            composes = true;
            let what = format!("{} is stored as a letter and an accent", name(joined));
            findings.push(finding(said, offset, Rule::NotNfc, what, format!("type `{joined}` anew, as one character")));
        } else if seen.insert(sign)
            && let Some((rule, what, mend)) = wrong_character(sign)
        {
            findings.push(finding(said, offset, rule, what, mend));
        }
        before = Some(sign);
    }
    if !composes && !unicode_normalization::is_nfc(said.text) {
        let offset = said.text.char_indices().zip(said.text.nfc()).find(|((_, old), new)| old != new);
        if let Some(((offset, old), new)) = offset {
            let what = format!("{} is not in the form NFC", name(old));
            findings.push(finding(said, offset, Rule::NotNfc, what, format!("type `{new}` anew")));
        }
    }
}

fn wrong_character(sign: char) -> Option<(Rule, String, &'static str)> {
    if sign == '\u{AD}' {
        let mend = "delete it: the kiosk does not break words";
        Some((Rule::SoftHyphen, format!("{} is an invisible hyphen", name(sign)), mend))
    } else if is_command(sign) {
        Some((
            Rule::ControlCharacter,
            format!("{} is an invisible character", name(sign)),
            "delete it or write a space",
        ))
    } else if is_combining_mark(sign) {
        let mend = "write the word with letters that exist as one character";
        Some((Rule::CombiningMark, format!("{} is an accent of its own", name(sign)), mend))
    } else if !has_glyph(sign) {
        let mend = "write it with the letters and signs of a usual keyboard";
        Some((Rule::Glyph, format!("the screen cannot show {}", name(sign)), mend))
    } else {
        None
    }
}

/// A character with its number; the character itself only where a terminal shows it as one.
fn name(sign: char) -> String {
    let code = format!("U+{:04X}", sign as u32);
    if is_command(sign) || is_combining_mark(sign) || sign == '\u{AD}' { code } else { format!("`{sign}` ({code})") }
}

fn check_words(said: &Said, findings: &mut Vec<Finding>) {
    let mut at = 0;
    for word in said.text.split([' ', '\n']) {
        let length = if word.len() > WORD_MAX { word.chars().count() } else { 0 };
        if length > WORD_MAX {
            let what = format!("this word has {length} characters, and a line has room for {WORD_MAX}");
            findings.push(finding(said, at, Rule::LongWord, what, "write it as several words, or use a shorter one"));
        }
        at += word.len() + 1;
    }
}
