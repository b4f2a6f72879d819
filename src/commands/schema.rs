//! `kiosk json-schema`: the form of a TOML file as a JSON Schema, for editors that tell mistakes while one types.

use serde_json::{Map, Value, json};

use super::{CommandError, Outcome, answer};
use crate::base::{Form, FormKey, Kind};
use crate::content::parse::forms;
use crate::indicators::kiosks;
use crate::shell::{SETTINGS_KEYS, SettingsKey};

/// The dialect that editors of TOML understand.
const DIALECT: &str = "http://json-schema.org/draft-07/schema#";
/// What may be the tag of a language.
const TAG: &str = "^[a-z]{2,3}(-[a-z0-9]+)?$";

/// Write the JSON Schema of a file, for text editors
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk json-schema service > schemas/service.json")]
pub struct Args {
    /// The file
    file: Described,
}

/// The files that have a schema.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
enum Described {
    /// service.toml of a service
    Service,
    /// topics.toml
    Topics,
    /// finder.toml of a finder
    Finder,
    /// lesson.toml of a lesson
    Lesson,
    /// room.toml of a rehearsal room
    Room,
    /// The files of gym/
    Gym,
    /// lessons/pass-words.toml
    PassWords,
    /// code-words.toml
    CodeWords,
    /// check/activities.toml
    Activities,
    /// The files of glossary/
    Glossary,
    /// urgent.toml
    Urgent,
    /// communes.toml
    Communes,
    /// The files of places/, and places.toml of staff
    Places,
    /// pack.toml
    Pack,
    /// kiosk.toml, the settings of a kiosk
    Kiosk,
    /// kiosks.toml, the coordinator's list of kiosks
    Kiosks,
}

/// Writes a schema.
pub fn schema(args: &Args) -> Result<Outcome, CommandError> {
    let (title, mut schema) = match args.file {
        Described::Service => ("A service: service.toml", of_form(&forms::SERVICE)),
        Described::Topics => ("Topics and life events: topics.toml", of_form(&forms::TOPICS)),
        Described::Finder => ("A finder: finder.toml", of_form(&forms::FINDER)),
        Described::Lesson => ("A lesson: lesson.toml", of_form(&forms::LESSON)),
        Described::Room => ("A rehearsal room: room.toml", of_form(&forms::ROOM)),
        Described::Gym => ("Messages of the scam gym: gym/*.toml", of_form(&forms::GYM)),
        Described::PassWords => ("Words of pass phrases: lessons/pass-words.toml", of_form(&forms::PASS_WORDS)),
        Described::CodeWords => ("Words of codes: code-words.toml", of_form(&forms::CODE_WORDS)),
        Described::Activities => ("The check of digital skills: check/activities.toml", of_form(&forms::ACTIVITIES)),
        Described::Glossary => ("Hard words: glossary/*.toml", of_form(&forms::GLOSSARY)),
        Described::Urgent => ("Urgent numbers: urgent.toml", of_form(&forms::URGENT_NUMBERS)),
        Described::Communes => ("The communes of Brussels: communes.toml", of_form(&forms::COMMUNES)),
        Described::Places => ("Places where people help: places/*.toml, places.toml", of_form(&forms::PLACES)),
        Described::Pack => ("All content of a kiosk: pack.toml", of_form(&forms::PACK)),
        Described::Kiosk => ("Settings of a kiosk: kiosk.toml", of_settings(&SETTINGS_KEYS)),
        Described::Kiosks => ("Sites and kiosks whose months are collected: kiosks.toml", of_form(&kiosks::FORM)),
    };
    schema.insert("$schema".to_owned(), DIALECT.into());
    schema.insert("title".to_owned(), title.into());
    answer::write(&(serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"))?;
    Ok(Outcome::Fine)
}

fn of_form(form: &Form) -> Map<String, Value> {
    let described = |about: &str, kind: &Kind| {
        let mut schema = of_kind(kind);
        schema.insert("description".to_owned(), about.into());
        Value::Object(schema)
    };
    let keys: Map<String, Value> =
        form.keys.iter().map(|key| (key.name.to_owned(), described(key.about, &key.kind))).collect();
    let needed: Vec<&str> = form.keys.iter().filter(|key| key.is_needed).map(|key| key.name).collect();
    let mut schema = object(keys, needed);
    if let Some(kind) = &form.said {
        schema.insert("patternProperties".to_owned(), json!({ TAG: of_kind(kind) }));
    }
    if !form.one_of.is_empty() {
        let one_of: Vec<Value> = form.one_of.iter().map(|key| json!({ "required": [key] })).collect();
        schema.insert("oneOf".to_owned(), one_of.into());
    }
    let conditions: Vec<Value> = form.keys.iter().filter_map(condition).collect();
    if !conditions.is_empty() {
        schema.insert("allOf".to_owned(), conditions.into());
    }
    schema
}

/// Where a key must be there and where it has no place, if that depends on another key.
fn condition(key: &FormKey) -> Option<Value> {
    let (other, values) = key.only_with?;
    let is_there = json!({ "required": [key.name] });
    let mut condition = Map::new();
    condition.insert("if".to_owned(), json!({ "properties": { other: { "enum": values } }, "required": [other] }));
    condition.insert("then".to_owned(), is_there.clone());
    condition.insert("else".to_owned(), json!({ "not": is_there }));
    Some(Value::Object(condition))
}

fn of_settings(sections: &[(&str, &[SettingsKey])]) -> Map<String, Value> {
    let key = |(name, example, kind): &SettingsKey| {
        let mut schema = of_kind(kind);
        schema.insert("description".to_owned(), format!("Such as: {example}").into());
        ((*name).to_owned(), Value::Object(schema))
    };
    let section = |(name, keys): &(&str, &[SettingsKey])| {
        ((*name).to_owned(), Value::Object(object(keys.iter().map(key).collect(), Vec::new())))
    };
    object(sections.iter().map(section).collect(), Vec::new())
}

/// A table of these keys and no others.
fn object(keys: Map<String, Value>, needed: Vec<&str>) -> Map<String, Value> {
    let mut schema = Map::new();
    schema.insert("type".to_owned(), "object".into());
    schema.insert("properties".to_owned(), keys.into());
    schema.insert("additionalProperties".to_owned(), false.into());
    if !needed.is_empty() {
        schema.insert("required".to_owned(), needed.into());
    }
    schema
}

fn of_kind(kind: &Kind) -> Map<String, Value> {
    let schema = match kind {
        Kind::Text => json!({ "type": "string", "pattern": "\\S" }),
        Kind::Like(pattern, example) => json!({ "type": "string", "pattern": pattern, "examples": [example] }),
        Kind::OneOf(values) => json!({ "type": "string", "enum": values }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Integer(from, to) => json!({ "type": "integer", "minimum": from, "maximum": to }),
        Kind::Amount(most) => json!({ "type": "number", "minimum": 0, "maximum": most }),
        // Editors hand days of TOML over as texts.
        Kind::Day => json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Kind::List(kind) => json!({ "type": "array", "items": of_kind(kind) }),
        Kind::Several(kind) => json!({ "type": "array", "items": of_kind(kind), "minItems": 1 }),
        Kind::Or(one, other) => json!({ "anyOf": [of_kind(one), of_kind(other)] }),
        Kind::Table(form) => Value::Object(of_form(form)),
        Kind::Tables(form) => json!({ "type": "array", "items": of_form(form) }),
        Kind::Named(form) => json!({
            "type": "object",
            "patternProperties": { "^[a-z0-9-]+$": of_form(form) },
            "additionalProperties": false,
        }),
        Kind::Said(kind) => json!({
            "type": "object",
            "patternProperties": { TAG: of_kind(kind) },
            "additionalProperties": false,
        }),
    };
    match schema {
        Value::Object(schema) => schema,
        // Each of them is written with braces above.
        _ => Map::new(),
    }
}
