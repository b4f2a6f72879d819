//! The facts of a service and of the urgent numbers: `[facts.<id>]` with one value, its sources and a day.

use std::cell::RefCell;
use std::collections::BTreeMap;

use toml::de::DeValue;

use super::Ctx;
use super::forms;
use super::inline::FactNames;
use super::localized::names;
use super::notes::{Use, quoted};
use super::pack::check_id;
use super::service::OFFICIAL_LANGUAGES;
use super::table::{Str, Table, Value, as_date};
use crate::base::{Date, FormKey, HOURS, Kind, WEEKDAYS, WeekHours};
use crate::content::finding::Rule;
use crate::content::model::{Address, Fact, FactValue, Localized, SAME_IN_ALL};

/// The keys beside the value.
pub(super) const ABOUT: [FormKey; 4] = [
    FormKey::needed("source", Kind::Or(&Kind::Text, &Kind::Several(&Kind::Text)), "Where it was read"),
    FormKey::needed("checked", Kind::Day, "The day somebody last compared it with its source"),
    FormKey::free("seen", Kind::Text, "The year of what was read"),
    FormKey::free("confirm", Kind::Flag, "true: the source is weak or old, so residents are told to ask first"),
];
/// The highest price in euros: above it somebody typed cents.
pub(super) const PRICE_MAX: u32 = 1_000_000;

/// The facts of a file, and their names for the texts that use them.
pub(super) struct Facts<'d> {
    /// Only the sound ones; what lacks one is left out anyway.
    pub facts: Vec<Fact>,
    pub names: FactNames<'d>,
    /// Where each of them stands.
    pub places: Vec<usize>,
}

/// Reads all facts of a service.
pub(super) fn read_all<'d>(ctx: Ctx, root: Option<Table<'d>>, complete: bool) -> Facts<'d> {
    let table = root.and_then(|root| root.table("facts", "[facts.my-fact]"));
    let mut facts = Vec::new();
    let mut index = BTreeMap::new();
    let mut places = Vec::new();
    for (id, value) in table.iter().flat_map(Table::entries) {
        let Some(table) = table.and_then(|table| table.as_table(&value, "facts", "[facts.my-fact]")) else { continue };
        let place = places.len() as u32;
        check_id(&id, ctx.notes);
        table.fits(&forms::FACT, &[]);
        match read(ctx, &table, &id) {
            Some(fact) => facts.push(fact),
            // The places of the others are no longer right, so their service cannot be shown.
            None => ctx.notes.leave_out(),
        }
        index.insert(id.text, place);
        places.push(id.at);
    }
    let used = RefCell::new(vec![false; places.len()]);
    Facts { facts, names: FactNames { index, used, complete }, places }
}

fn read(ctx: Ctx, table: &Table, id: &Str) -> Option<Fact> {
    let present: Vec<&str> = forms::VALUES.into_iter().filter(|key| table.has(key)).collect();
    let value = match present.as_slice() {
        [key] => table.get(key).and_then(|value| read_value(ctx, table, key, &value)),
        [] => {
            let mend = format!("add one of {}", forms::VALUES.join(", "));
            table.note(table.at, Rule::MissingKey, format!("the fact {} has no value", quoted(id.text)), mend);
            None
        }
        several => {
            let what = format!("the fact {} has several values: {}", quoted(id.text), several.join(", "));
            table.note(table.at, Rule::Shape, what, "keep one, and write a fact of its own for each other");
            None
        }
    };
    about(table, id.text).zip(value).map(|(about, value)| about.fact(id.text, value))
}

/// What stands beside the value of a fact.
pub(super) struct About {
    pub sources: Vec<Box<str>>,
    pub checked: Date,
    confirm: bool,
}

impl About {
    /// A fact of which this is told.
    pub fn fact(&self, id: &str, value: FactValue) -> Fact {
        let About { sources, checked, confirm } = self;
        Fact { id: id.into(), value, sources: sources.clone(), checked: *checked, confirm: *confirm }
    }
}

/// Reads what stands beside the value of a fact; nothing where nobody says when it was checked.
pub(super) fn about(table: &Table, id: &str) -> Option<About> {
    let sources = sources(table, id);
    let checked = match table.get("checked") {
        Some(day) => {
            let date = as_date(day.value);
            if date.is_none() {
                let mend = "write a day without quotes and without an hour: `checked = 2026-11-23`";
                table.note(day.span.start, Rule::FactDate, "`checked` is not a day", mend);
            }
            date
        }
        None => {
            let what = format!("nobody says when the fact {} was checked", quoted(id));
            table.note(table.at, Rule::FactDate, what, "write the day: `checked = 2026-11-23`");
            None
        }
    };
    table.text("seen", "seen = \"2022-2025\"");
    let confirm = table.flag("confirm").unwrap_or(false);
    Some(About { sources, checked: checked?, confirm })
}

fn sources(table: &Table, id: &str) -> Vec<Box<str>> {
    const EXAMPLE: &str = "source = \"https://…\"";
    let found: Vec<Str> = match table.get("source") {
        Some(value) if matches!(value.value, DeValue::Array(_)) => table.texts("source", EXAMPLE),
        Some(value) => table.as_text(&value, "source", EXAMPLE).into_iter().collect(),
        None => Vec::new(),
    };
    if found.is_empty() {
        let what = format!("the fact {} has no source", quoted(id));
        table.note(table.at, Rule::FactSource, what, format!("write where you read it: `{EXAMPLE}`"));
    }
    found.into_iter().map(|source| source.text.into()).collect()
}

/// Reads a value that may be left out, under the key of its kind.
pub(super) fn value_of(ctx: Ctx, table: &Table, key: &str) -> Option<FactValue> {
    table.get(key).and_then(|value| read_value(ctx, table, key, &value))
}

fn read_value(ctx: Ctx, table: &Table, key: &str, value: &Value) -> Option<FactValue> {
    match key {
        "phone" => shaped(ctx, table, key, value, "phone = \"+3225496700\"", is_phone).map(FactValue::Phone),
        "email" => shaped(ctx, table, key, value, "email = \"name@example.be\"", is_email).map(FactValue::Email),
        "code" => shaped(ctx, table, key, value, "code = \"126/2025\"", |_| true).map(FactValue::Code),
        "number" => table.as_integer(value, key, "number = 3").map(FactValue::Number),
        "price" => price(table, value).map(FactValue::Price),
        "web" => web(ctx, table, value).map(FactValue::Web),
        "hours" => hours(table, value).map(FactValue::Hours),
        "address" => address(ctx, table, value).map(FactValue::Address),
        _ => {
            let date = as_date(value.value);
            if date.is_none() {
                table.wrong(value, key, "date = 2025-09-25");
            }
            date.map(FactValue::Date)
        }
    }
}

/// A text that must have a certain form.
fn shaped(
    ctx: Ctx,
    table: &Table,
    key: &str,
    value: &Value,
    example: &str,
    good: fn(&str) -> bool,
) -> Option<Box<str>> {
    let text = table.as_text(value, key, example)?;
    ctx.notes.said(text.origin, text.text, Use::Value);
    if !good(text.text) {
        let what = format!("{} is not right for `{key}`", quoted(text.text));
        table.note(text.at, Rule::Shape, what, format!("write it like `{example}`"));
        return None;
    }
    Some(text.text.into())
}

/// Reads a phone number, of a fact or of an urgent number.
pub(super) fn phone(ctx: Ctx, table: &Table) -> Option<FactValue> {
    const EXAMPLE: &str = "phone = \"112\"";
    let value = table.need("phone", EXAMPLE)?;
    shaped(ctx, table, "phone", &value, EXAMPLE, is_phone).map(FactValue::Phone)
}

/// E.164, or a short number of three or four digits.
fn is_phone(text: &str) -> bool {
    let (digits, is_long_enough) = match (text.strip_prefix("+32"), text.strip_prefix('+')) {
        (Some(digits), _) => (digits, is_belgian(digits.as_bytes())),
        (None, Some(digits)) => (digits, (8..=15).contains(&digits.len()) && !digits.starts_with('0')),
        (None, None) => (text, (3..=4).contains(&text.len())),
    };
    is_long_enough && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether what follows `+32` is as long as numbers of its kind are: a digit that somebody left out is seen.
fn is_belgian(number: &[u8]) -> bool {
    match (number.len(), number) {
        // Mobile phones, which have one digit more.
        (9, [b'4', ..]) => true,
        // Liège; all others that begin with 4 are mobile.
        (8, [b'4', second, ..]) => matches!(second, b'2' | b'3'),
        (8, [first, ..]) => *first != b'0',
        _ => false,
    }
}

fn is_email(text: &str) -> bool {
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    plain && text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.contains('@') && is_host(host))
}

fn is_host(text: &str) -> bool {
    text.contains('.') && text.split('.').all(|part| !part.is_empty())
}

fn is_web(text: &str) -> bool {
    let host = text.split('/').next().unwrap_or_default();
    text.bytes().all(|byte| byte.is_ascii_graphic())
        && is_host(host)
        && !text.contains("://")
        && !host.contains(['@', ':'])
}

fn web(ctx: Ctx, table: &Table, value: &Value) -> Option<Localized<Box<str>>> {
    const EXAMPLE: &str = "web = \"www.example.be\"";
    if !matches!(value.value, DeValue::Table(_)) {
        let lang = SAME_IN_ALL.parse().ok()?;
        return Some(Localized(vec![(lang, shaped(ctx, table, "web", value, EXAMPLE, is_web)?)]));
    }
    let inner = table.as_table(value, "web", EXAMPLE)?;
    inner.fits(&forms::SAID, &ctx.languages.all);
    let mut said = Vec::new();
    for lang in &ctx.languages.all {
        match inner.get(lang.as_str()) {
            Some(value) => said.extend(shaped(ctx, &inner, "web", &value, EXAMPLE, is_web).map(|web| (*lang, web))),
            None if ctx.languages.required.contains(lang) => {
                let mend = format!("write it in {lang}, or one text for all languages: `{EXAMPLE}`");
                inner.note(inner.at, Rule::MissingLanguage, format!("the address is missing in {lang}"), mend);
            }
            None => {}
        }
    }
    Some(Localized(said))
}

/// Whole euros, or euros and cents.
fn price(table: &Table, value: &Value) -> Option<u32> {
    let cents = match value.value {
        DeValue::Integer(euros) if euros.radix() == 10 => euros.as_str().parse::<u32>().ok().map(|euros| (euros, 0)),
        DeValue::Float(amount) => amount.as_str().split_once('.').and_then(|(euros, cents)| {
            let two = format!("{cents:0<2}");
            let right = two.len() == 2 && two.bytes().all(|byte| byte.is_ascii_digit());
            Some((euros.parse::<u32>().ok()?, two.parse::<u32>().ok().filter(|_| right)?))
        }),
        _ => None,
    };
    match cents {
        Some((euros, cents)) if euros <= PRICE_MAX => Some(euros * 100 + cents),
        _ => {
            table.wrong(value, "price", "price = 11` or `price = 7.50");
            None
        }
    }
}

fn hours(table: &Table, value: &Value) -> Option<WeekHours> {
    const EXAMPLE: &str = "hours = { monday = \"09:00-12:00,13:00-16:00\" }";
    let table = table.as_table(value, "hours", EXAMPLE)?;
    table.fits(&HOURS, &[]);
    let mut week = WeekHours::default();
    for (day, openings) in WEEKDAYS.iter().zip(&mut week.0) {
        let Some(text) = table.text(day, &format!("{day} = \"09:00-12:00\"")) else { continue };
        match WeekHours::parse_day(text.text) {
            Ok(read) => *openings = read,
            Err(_) => {
                let what = format!("{} are not opening hours", quoted(text.text));
                table.note(text.at, Rule::Shape, what, "write them like `09:00-12:00,13:00-16:00`");
            }
        }
    }
    if week.is_empty() {
        table.note(table.at, Rule::EmptyText, "no day has hours", format!("write `{EXAMPLE}`"));
    }
    Some(week)
}

fn address(ctx: Ctx, table: &Table, value: &Value) -> Option<Address> {
    const EXAMPLE: &str = "address = { street = { fr = \"…\", nl = \"…\" }, number = \"1\", \
                           postcode = \"1000\", town = { fr = \"…\", nl = \"…\" } }";
    let table = table.as_table(value, "address", EXAMPLE)?;
    table.fits(&forms::ADDRESS, &[]);
    let part = |key: &str| {
        let table = table.need_table(key, &format!("{key} = {{ fr = \"…\", nl = \"…\" }}"))?;
        Some(names(ctx, &table, &forms::SAID, key, &OFFICIAL_LANGUAGES, Use::Value))
    };
    let (street, town) = (part("street"), part("town"));
    let number = table.need_text("number", "number = \"1\"");
    let postcode = table.need_text("postcode", "postcode = \"1000\"");
    postcode.iter().for_each(|postcode| check_postcode(ctx, postcode));
    for text in number.iter().chain(&postcode) {
        ctx.notes.said(text.origin, text.text, Use::Value);
    }
    Some(Address { street: street?, number: number?.text.into(), postcode: postcode?.text.into(), town: town? })
}

/// Notes a postcode that is none.
pub(super) fn check_postcode(ctx: Ctx, postcode: &Str) {
    if postcode.text.len() != 4 || !postcode.text.bytes().all(|byte| byte.is_ascii_digit()) {
        let what = format!("{} is not a postcode", quoted(postcode.text));
        ctx.notes.note(postcode.file, postcode.at, Rule::Shape, what, "write four digits: `postcode = \"1000\"`");
    }
}
