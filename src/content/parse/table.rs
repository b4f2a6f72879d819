//! A typed reader of TOML that knows the place of everything and notes every fault instead of stopping at the first.

use std::collections::HashSet;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::notes::{File, Notes, Origin, quoted};
use crate::base::{Date, Form, Lang};
use crate::content::finding::Rule;

/// A TOML file that was read.
pub(in crate::content) struct Doc<'a> {
    pub file: File<'a>,
    entries: DeTable<'a>,
}

impl<'a> Doc<'a> {
    /// Reads a file as far as it is valid TOML and notes where it is not.
    pub fn read(path: String, text: &'a str, notes: &Notes) -> Doc<'a> {
        let mut file = File::new(path, text);
        let (entries, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let span = error.span().unwrap_or(0..0);
            let (what, mend) = syntax(text.get(span.clone()).unwrap_or_default(), error.message());
            notes.note(&file, span.start, Rule::Syntax, what, mend);
        }
        let spans = errors.iter().map(|error| error.span().unwrap_or(0..0));
        let damaged: HashSet<usize> =
            spans.flat_map(|span| [span.start, span.end]).map(|at| file.place(at).0).collect();
        file.damaged = damaged;
        notes.note_prompts(&mut file, Some('#'));
        Doc { file, entries: entries.into_inner() }
    }

    /// Whether parts of the file could not be understood.
    pub fn is_damaged(&self) -> bool {
        !self.file.damaged.is_empty()
    }

    /// The table of the whole file.
    pub fn root<'d>(&'d self, notes: &'d Notes<'d>) -> Table<'d> {
        Table { file: &self.file, notes, entries: &self.entries, at: 0 }
    }
}

/// What is wrong with a piece of TOML, and the mend; where the parser's own words help no author, in ours.
fn syntax(piece: &str, message: &str) -> (String, String) {
    let piece = piece.trim();
    let is_bare = piece.starts_with(char::is_alphabetic) && piece.len() <= 60 && !piece.contains('"');
    let of_parser = || message.lines().next().unwrap_or("this is not TOML").trim().to_owned();
    if message.contains("duplicate key") {
        (of_parser(), "delete one of the two, or rename it".to_owned())
    } else if is_day(piece) {
        (format!("{} is not written as a day", quoted(piece)), DAY.to_owned())
    } else if message.contains("must be quoted") {
        ("a text without quotes".to_owned(), format!("put the text between quotes: `\"{piece}\"`"))
    } else if message.contains("string") {
        (of_parser(), "close the text with a quote, such as `key = \"text\"`".to_owned())
    } else if message.contains("date") {
        (of_parser(), DAY.to_owned())
    } else if is_bare {
        ("a text without quotes".to_owned(), format!("put the text between quotes: `\"{piece}\"`"))
    } else {
        let mend = "correct this line: TOML has lines such as `key = \"text\"`, `[table]` and `[[list]]`";
        (of_parser(), mend.to_owned())
    }
}

const DAY: &str = "write a day of the calendar as year-month-day, such as `2026-11-23`";

/// Whether somebody wrote a day as one does on paper: `23/11/2026`.
fn is_day(piece: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    piece.split('/').count() == 3 && piece.split('/').all(is_number)
}

/// A table of a file.
#[derive(Clone, Copy)]
pub(in crate::content) struct Table<'d> {
    pub file: &'d File<'d>,
    pub notes: &'d Notes<'d>,
    entries: &'d DeTable<'d>,
    /// Where it begins: findings about what it lacks stand there.
    pub at: usize,
}

/// A text of a file.
#[derive(Clone, Copy)]
pub(in crate::content) struct Str<'d> {
    pub text: &'d str,
    pub file: &'d File<'d>,
    /// Where the value begins, its quote included.
    pub at: usize,
    /// Where the text begins.
    pub origin: Origin<'d>,
}

/// A value and its place.
pub(in crate::content) struct Value<'d> {
    pub value: &'d DeValue<'d>,
    pub span: Range<usize>,
}

impl<'d> Table<'d> {
    /// Notes something about this table.
    pub fn note(&self, at: usize, rule: Rule, what: impl Into<String>, mend: impl Into<String>) {
        self.notes.note(self.file, at, rule, what, mend);
    }

    /// Notes every key that is none of `known` and no language of `langs`.
    pub fn only(&self, known: &[&str], langs: &[Lang]) {
        for (key, _) in self.entries.iter() {
            let name = key.get_ref().as_ref();
            if known.contains(&name) || langs.iter().any(|lang| lang.as_str() == name) {
                continue;
            }
            let names = known.iter().copied().chain(langs.iter().map(Lang::as_str));
            let guess = self.notes.did_you_mean(name, names);
            let what = format!("nothing reads the key {}", quoted(name));
            self.note(key.span().start, Rule::UnknownKey, what, format!("correct or delete it{guess}"));
        }
    }

    /// Notes every key that is not of this form. `langs` are the languages in which something may be said here.
    pub fn fits(&self, form: &Form, langs: &[Lang]) {
        self.only(&form.names().collect::<Vec<_>>(), if form.said.is_some() { langs } else { &[] });
    }

    /// The entries, in the order of their places in the file.
    pub fn entries(&self) -> Vec<(Str<'d>, Value<'d>)> {
        let mut entries: Vec<_> = self
            .entries
            .iter()
            .map(|(key, value)| {
                let at = key.span().start;
                let origin = Origin { file: self.file, at, exact: false };
                let key = Str { text: key.get_ref().as_ref(), file: self.file, at, origin };
                (key, Value { value: value.get_ref(), span: value.span() })
            })
            .collect();
        entries.sort_by_key(|(key, _)| key.at);
        entries
    }

    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// The value of a key, if it is there.
    pub fn get(&self, key: &str) -> Option<Value<'d>> {
        self.entries.get(key).map(|value| Value { value: value.get_ref(), span: value.span() })
    }

    /// The value of a key that must be there.
    pub fn need(&self, key: &str, example: &str) -> Option<Value<'d>> {
        let value = self.get(key);
        if value.is_none() {
            let mend = format!("write `{example}`");
            self.note(self.at, Rule::MissingKey, format!("`{key}` is missing"), mend);
        }
        value
    }

    /// Notes that a value has the wrong kind.
    pub fn wrong(&self, value: &Value<'d>, key: &str, example: &str) {
        let what = format!("`{key}` cannot be {}", kind(value.value));
        self.note(value.span.start, Rule::Shape, what, format!("write `{example}`"));
    }

    /// A value as text.
    pub fn as_text(&self, value: &Value<'d>, key: &str, example: &str) -> Option<Str<'d>> {
        let DeValue::String(text) = value.value else {
            self.wrong(value, key, example);
            return None;
        };
        let text = text.as_ref();
        self.notes.weigh(text);
        let at = value.span.start;
        let inside = self.file.text.get(value.span.clone()).and_then(|source| source.find(text));
        let origin = match inside {
            Some(inside) => Origin { file: self.file, at: at + inside, exact: true },
            None => Origin { file: self.file, at, exact: false },
        };
        if text.trim().is_empty() {
            self.note(at, Rule::EmptyText, format!("`{key}` has no words"), format!("write `{example}`"));
            return None;
        }
        Some(Str { text, file: self.file, at, origin })
    }

    /// The text of a key, if it is there.
    pub fn text(&self, key: &str, example: &str) -> Option<Str<'d>> {
        self.get(key).and_then(|value| self.as_text(&value, key, example))
    }

    /// The text of a key that must be there.
    pub fn need_text(&self, key: &str, example: &str) -> Option<Str<'d>> {
        self.need(key, example).and_then(|value| self.as_text(&value, key, example))
    }

    /// A list of texts, or nothing where the key is not there.
    pub fn texts(&self, key: &str, example: &str) -> Vec<Str<'d>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(items) = value.value else {
            self.wrong(&value, key, example);
            return Vec::new();
        };
        let items = items.iter().map(|item| Value { value: item.get_ref(), span: item.span() });
        items.filter_map(|item| self.as_text(&item, key, example)).collect()
    }

    /// A list of texts that must be there and hold at least one.
    pub fn need_texts(&self, key: &str, example: &str) -> Vec<Str<'d>> {
        let Some(value) = self.need(key, example) else { return Vec::new() };
        if matches!(value.value, DeValue::Array(items) if items.is_empty()) {
            self.note(value.span.start, Rule::MissingKey, format!("`{key}` is empty"), format!("write `{example}`"));
        }
        self.texts(key, example)
    }

    /// Yes or no, or nothing where the key is not there.
    pub fn flag(&self, key: &str) -> Option<bool> {
        let value = self.get(key)?;
        match value.value {
            DeValue::Boolean(flag) => Some(*flag),
            _ => {
                self.wrong(&value, key, &format!("{key} = true"));
                None
            }
        }
    }

    /// A value as table.
    pub fn as_table(&self, value: &Value<'d>, key: &str, example: &str) -> Option<Table<'d>> {
        match value.value {
            DeValue::Table(entries) => Some(Table { entries, at: value.span.start, ..*self }),
            _ => {
                self.wrong(value, key, example);
                None
            }
        }
    }

    /// The table of a key, if it is there.
    pub fn table(&self, key: &str, example: &str) -> Option<Table<'d>> {
        self.get(key).and_then(|value| self.as_table(&value, key, example))
    }

    /// The table of a key that must be there.
    pub fn need_table(&self, key: &str, example: &str) -> Option<Table<'d>> {
        self.need(key, example).and_then(|value| self.as_table(&value, key, example))
    }

    /// A list of tables (`[[key]]`), or nothing where the key is not there.
    pub fn tables(&self, key: &str) -> Vec<Table<'d>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let example = format!("[[{}]]", key.rsplit('.').next().unwrap_or(key));
        let DeValue::Array(items) = value.value else {
            self.wrong(&value, key, &example);
            return Vec::new();
        };
        let items = items.iter().map(|item| Value { value: item.get_ref(), span: item.span() });
        items.filter_map(|item| self.as_table(&item, key, &example)).collect()
    }

    /// A small whole number that must be there, within bounds.
    pub fn number(&self, key: &str, (least, most): (i64, i64)) -> Option<u8> {
        let example = format!("{key} = {least}");
        let value = self.need(key, &example)?;
        let number = self.as_integer(&value, key, &example)?;
        let is_within = (least..=most).contains(&number);
        if !is_within {
            let what = format!("`{key}` is {number}");
            self.note(value.span.start, Rule::Shape, what, format!("write a number from {least} to {most}"));
        }
        u8::try_from(number).ok().filter(|_| is_within)
    }

    /// A whole number.
    pub fn as_integer(&self, value: &Value<'d>, key: &str, example: &str) -> Option<i64> {
        let read = match value.value {
            DeValue::Integer(integer) => i64::from_str_radix(integer.as_str(), integer.radix()).ok(),
            _ => None,
        };
        if read.is_none() {
            self.wrong(value, key, example);
        }
        read
    }
}

/// A day without an hour.
pub(in crate::content) fn as_date(value: &DeValue) -> Option<Date> {
    let DeValue::Datetime(moment) = value else { return None };
    let (Some(date), None, None) = (moment.date, moment.time, moment.offset) else { return None };
    let part = |number: u8| i8::try_from(number).ok();
    Date::new(i16::try_from(date.year).ok()?, part(date.month)?, part(date.day)?).ok()
}

fn kind(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "this number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
