//! The kinds of values that settings have, each with what to write instead of a wrong one.

use std::ops::Range;

use toml::de::DeValue;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::read::guess;
use crate::app::Keyboard;
use crate::base::{Lang, Millis, WEEKDAYS, WeekHours};
use crate::content::model::Localized;
use crate::shell::sealing::is_recipient;

/// The longest text of a setting, in characters: a place or a name is one line.
const TEXT_MAX: usize = 100;
/// The longest code of a site, in characters.
const CODE_MAX: usize = 32;
/// The limits of time without a key, in seconds.
pub const SECONDS: Range<i64> = 60..601;
/// The numbers that a kiosk may have.
pub const NUMBERS: Range<i64> = 1..10_000;
/// The recipient that stands in examples. Whose it is nobody here knows, so no month may be sealed for it.
pub const RECIPIENT_EXAMPLE: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
/// The keyboards, by their names in the file.
pub const KEYBOARDS: [(&str, Keyboard); 3] = [("be", Keyboard::Be), ("fr", Keyboard::Fr), ("us", Keyboard::Us)];

/// A value and where it stands.
pub type Value<'v> = toml::Spanned<DeValue<'v>>;

/// What is wrong with a value: where, what, and what to do.
#[derive(Debug)]
pub struct Wrong {
    pub at: usize,
    pub what: String,
    pub mend: String,
}

impl Wrong {
    /// Something wrong at a place of the file.
    pub fn new(at: usize, what: impl Into<String>, mend: impl Into<String>) -> Wrong {
        Wrong { at, what: what.into(), mend: mend.into() }
    }

    fn kind(value: &Value, example: &str) -> Wrong {
        let kind = value.get_ref().type_str();
        Wrong::new(
            value.span().start,
            format!("a value of the kind {kind} does not fit here"),
            format!("write `{example}`"),
        )
    }
}

/// A text on one line, composed as screens need it.
pub fn text(value: &Value, example: &str) -> Result<String, Wrong> {
    let text: String = value.get_ref().as_str().ok_or_else(|| Wrong::kind(value, example))?.trim().nfc().collect();
    let wrong = |what: &str| Err(Wrong::new(value.span().start, what, format!("write it like `{example}`")));
    if text.is_empty() {
        return wrong("this text is empty");
    }
    if text.chars().count() > TEXT_MAX {
        return wrong(&format!("this text is longer than {TEXT_MAX} characters"));
    }
    if text.chars().any(|sign| sign.is_control() || is_combining_mark(sign)) {
        return wrong("this text holds signs that no screen shows in one place");
    }
    Ok(text)
}

/// A short name of small letters, digits and hyphens.
pub fn id(value: &Value, example: &str) -> Result<String, Wrong> {
    let id = text(value, example)?;
    if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        let mend = format!("use small letters, digits and hyphens only, such as `{example}`");
        return Err(Wrong::new(value.span().start, format!("'{id}' is not a short name"), mend));
    }
    Ok(id)
}

/// The code of a site, of letters, digits and hyphens: as the list of sites has it (`BIB21004A`), or a name of one's own.
pub fn code(value: &Value, example: &str) -> Result<String, Wrong> {
    let code = text(value, example)?;
    if code.len() > CODE_MAX || !code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        let mend = format!("use at most {CODE_MAX} letters, digits and hyphens, such as `{example}`");
        return Err(Wrong::new(value.span().start, format!("'{}' is not the code of a site", short(&code)), mend));
    }
    Ok(code)
}

/// To whom months are sealed: a recipient of age.
pub fn recipient(value: &Value, example: &str) -> Result<String, Wrong> {
    let recipient = text(value, example)?;
    // It must not stand in a log.
    if recipient.to_ascii_uppercase().starts_with("AGE-SECRET") {
        let what = "this is the secret line of the coordinator, which must not be on a kiosk".to_owned();
        let mend = "delete it here, and copy the line that begins with age1".to_owned();
        return Err(Wrong::new(value.span().start, what, mend));
    }
    if recipient == RECIPIENT_EXAMPLE {
        let what = "this is the example of the manual, and nobody who collects figures can open what is sealed for it";
        let mend = "copy the line that begins with age1 from the coordinator of your kiosks, or delete it here";
        return Err(Wrong::new(value.span().start, what.to_owned(), mend.to_owned()));
    }
    if !is_recipient(&recipient) {
        let mend = format!("copy the line that begins with age1 from the coordinator whole, such as `{example}`");
        return Err(Wrong::new(value.span().start, format!("'{}' is not a recipient of age", short(&recipient)), mend));
    }
    Ok(recipient)
}

/// `true` or `false`.
pub fn truth(value: &Value, example: &str) -> Result<bool, Wrong> {
    value.get_ref().as_bool().ok_or_else(|| Wrong::kind(value, example))
}

/// A whole number in a range.
fn number(value: &Value, range: Range<i64>, example: &str) -> Result<i64, Wrong> {
    let number = value.get_ref().as_integer().ok_or_else(|| Wrong::kind(value, example))?;
    let digits = number.as_str();
    match i64::from_str_radix(digits, number.radix()) {
        Ok(number) if range.contains(&number) => Ok(number),
        _ => {
            let what = format!("{digits} is not from {} to {}", range.start, range.end - 1);
            Err(Wrong::new(value.span().start, what, format!("write it like `{example}`")))
        }
    }
}

/// The number of a kiosk.
pub fn kiosk_number(value: &Value, example: &str) -> Result<u16, Wrong> {
    // The range fits.
    Ok(number(value, NUMBERS, example)? as u16)
}

/// A time without a key.
pub fn seconds(value: &Value, example: &str) -> Result<Millis, Wrong> {
    Ok(Millis::from_seconds(number(value, SECONDS, example)?.unsigned_abs()))
}

/// The keyboard in front of the resident.
pub fn keyboard(value: &Value, example: &str) -> Result<Keyboard, Wrong> {
    let name = text(value, example)?;
    let known = KEYBOARDS.iter().find(|(known, _)| *known == name).map(|(_, keyboard)| *keyboard);
    known.ok_or_else(|| {
        let mend = "write \"be\", \"fr\" or \"us\"";
        Wrong::new(value.span().start, format!("the keyboard '{name}' is not known"), mend)
    })
}

/// A text, or a table with a text for each language. A text alone holds in all of them.
pub fn localized(value: &Value, example: &str, known: &[Lang], wrong: &mut Vec<Wrong>) -> Option<Localized<String>> {
    let Some(table) = value.get_ref().as_table() else {
        match text(value, example) {
            Ok(text) => return Some(Localized(known.iter().map(|lang| (*lang, text.clone())).collect())),
            Err(fault) => wrong.push(fault),
        }
        return None;
    };
    let mut said = Vec::new();
    for (key, value) in table.iter() {
        match (language(key.get_ref(), key.span().start, known), text(value, example)) {
            (Ok(lang), Ok(text)) => said.push((lang, text)),
            (Err(fault), _) | (_, Err(fault)) => wrong.push(fault),
        }
    }
    (!said.is_empty()).then_some(Localized(said))
}

/// A list of languages that the kiosk speaks.
pub fn languages(value: &Value, example: &str, known: &[Lang], wrong: &mut Vec<Wrong>) -> Option<Vec<Lang>> {
    let Some(list) = value.get_ref().as_array() else {
        wrong.push(Wrong::kind(value, example));
        return None;
    };
    let mut languages = Vec::new();
    for value in list.iter() {
        let tag = value.get_ref().as_str().ok_or_else(|| Wrong::kind(value, example));
        match tag.and_then(|tag| language(tag, value.span().start, known)) {
            Ok(lang) if !languages.contains(&lang) => languages.push(lang),
            Ok(_) => {}
            Err(fault) => wrong.push(fault),
        }
    }
    (!languages.is_empty()).then_some(languages)
}

fn language(tag: &str, at: usize, known: &[Lang]) -> Result<Lang, Wrong> {
    known.iter().copied().find(|lang| lang.as_str() == tag).ok_or_else(|| {
        let tags: Vec<&str> = known.iter().map(Lang::as_str).collect();
        let mend = format!("write one of {}, or add its folder to the locales", tags.join(", "));
        Wrong::new(at, format!("this kiosk has no language '{}'", short(tag)), mend)
    })
}

/// The hours of a week: a table with a text for each day on which somebody is there.
pub fn hours(value: &Value, example: &str, wrong: &mut Vec<Wrong>) -> Option<WeekHours> {
    let Some(table) = value.get_ref().as_table() else {
        wrong.push(Wrong::kind(value, example));
        return None;
    };
    let mut week = WeekHours::default();
    for (key, value) in table.iter() {
        let name: &str = key.get_ref();
        let Some(day) = WEEKDAYS.iter().position(|day| *day == name) else {
            let mend = format!("write monday to sunday{}", guess(name, &WEEKDAYS));
            wrong.push(Wrong::new(key.span().start, format!("'{}' is not a day", short(name)), mend));
            continue;
        };
        let Some(hours) = value.get_ref().as_str() else {
            wrong.push(Wrong::kind(value, "monday = \"09:00-12:00\""));
            continue;
        };
        match (WeekHours::parse_day(hours), week.0.get_mut(day)) {
            (Ok(openings), Some(slot)) => *slot = openings,
            _ => {
                let what = format!("'{}' are not opening hours", short(hours));
                wrong.push(Wrong::new(value.span().start, what, "write them like \"09:00-12:00,13:00-16:00\""));
            }
        }
    }
    (!week.is_empty()).then_some(week)
}

/// A text from a file as a sentence can carry it.
pub fn short(text: &str) -> String {
    text.chars().take(40).map(|sign| if sign.is_control() { '\u{fffd}' } else { sign }).collect()
}
