//! The schemas for text editors: in step with the program, true of the content, and of one mind with `kiosk check`.
//!
//! After a change of the forms in `src/content/parse/forms.rs` or of the settings: `BLESS=1 cargo test schemas`.

use std::fs;
use std::path::PathBuf;

use inclusion_kiosk::content::Rule;
use inclusion_kiosk::content::parse;
use inclusion_kiosk::content::source::ContentFiles;
use inclusion_kiosk::indicators::kiosks::Kiosks;
use inclusion_kiosk::shell::SETTINGS_KEYS;
use jsonschema::Validator;
use serde_json::Value;
use toml_edit::{DocumentMut, Item, TableLike, value};

use crate::harness::{THREE_GUIDES, project};
use crate::program::{PROGRAM, command};

/// Whether a schema describes the file at a path of the content.
type Describes = fn(&str) -> bool;
/// Something that goes wrong with a key of a table.
type Mistake = fn(&mut dyn TableLike, &str);

/// Each schema, and the files of the content that it describes.
const SCHEMAS: [(&str, Describes); 16] = [
    ("service", |path| path.starts_with("services/") && path.ends_with("/service.toml")),
    ("finder", |path| path.starts_with("finders/") && path.ends_with("/finder.toml")),
    ("lesson", |path| path.starts_with("lessons/") && path.ends_with("/lesson.toml")),
    ("room", |path| path.starts_with("rooms/") && path.ends_with("/room.toml")),
    ("gym", |path| path.starts_with("gym/") && path.ends_with(".toml") && !path.ends_with("/translations.toml")),
    ("pass-words", |path| path == "lessons/pass-words.toml"),
    ("code-words", |path| path == "code-words.toml"),
    ("activities", |path| path == "check/activities.toml"),
    ("topics", |path| path == "topics.toml"),
    ("glossary", |path| path.starts_with("glossary/") && path.ends_with(".toml")),
    ("urgent", |path| path == "urgent.toml"),
    ("communes", |path| path == "communes.toml"),
    ("places", |path| path.starts_with("places/") && path.ends_with(".toml")),
    ("pack", |path| path == "pack.toml"),
    // The settings and the coordinator's list stand elsewhere.
    ("kiosk", |_| false),
    ("kiosks", |_| false),
];

/// What a schema can tell: the form of a file, without looking into others.
const OF_FORM: [Rule; 9] = [
    Rule::Shape,
    Rule::MissingKey,
    Rule::UnknownKey,
    Rule::UnknownValue,
    Rule::UnknownGroup,
    Rule::BadId,
    Rule::MissingRoute,
    Rule::FactSource,
    Rule::FactDate,
];

fn schema_file(name: &str) -> PathBuf {
    project("schemas").join(format!("{name}.json"))
}

/// The schema as the program writes it.
fn told(name: &str) -> Vec<u8> {
    let output = command(PROGRAM).args(["json-schema", name]).output().expect("it starts");
    assert!(output.status.success(), "{name}");
    output.stdout
}

fn validator(name: &str) -> Validator {
    jsonschema::validator_for(&serde_json::from_slice(&told(name)).expect("JSON")).expect("a schema")
}

/// What an editor hands to a schema: days are texts.
fn as_json(text: &str) -> Value {
    fn json(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(day) => day.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(json).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, json(value))).collect(),
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(flag) => flag.into(),
        }
    }
    json(toml::Value::Table(text.parse().expect("TOML")))
}

fn faults(validator: &Validator, text: &str) -> Vec<String> {
    let json = as_json(text);
    validator.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_schemas_are_those_of_the_program() {
    for (name, _) in SCHEMAS {
        let told = told(name);
        if std::env::var_os("BLESS").is_some() {
            fs::write(schema_file(name), &told).expect("written");
        }
        let kept: Value = serde_json::from_slice(&fs::read(schema_file(name)).expect("a schema")).expect("JSON");
        let told: Value = serde_json::from_slice(&told).expect("JSON");
        assert!(kept == told, "schemas/{name}.json is stale: run `BLESS=1 cargo test schemas`");
    }
}

#[test]
fn the_content_of_the_project_follows_the_schemas() {
    let mut count = 0;
    for content in ["content", "tests/fixtures/good-content", "tests/fixtures/code-words"] {
        for file in ContentFiles::read(&project(content)).expect("content").files {
            let Some((name, _)) = SCHEMAS.iter().find(|(_, describes)| describes(&file.path)) else { continue };
            assert_eq!(faults(&validator(name), &file.text), [] as [&str; 0], "{content}/{}", file.path);
            count += 1;
        }
    }
    assert!(count >= 13, "{count} files were looked at");
}

#[test]
fn the_settings_of_the_readme_and_the_example_of_every_key_follow_their_schema() {
    let validator = validator("kiosk");
    let readme = fs::read_to_string(project("README.md")).expect("a README");
    let settings = readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("settings");
    assert_eq!(faults(&validator, settings), [] as [&str; 0]);
    for (section, keys) in SETTINGS_KEYS {
        for (key, example, _) in keys {
            assert_eq!(faults(&validator, &format!("[{section}]\n{example}\n")), [] as [&str; 0]);
            let wrong = format!("[{section}]\n{key} = 1.5\n");
            assert_ne!(faults(&validator, &wrong), [] as [&str; 0], "{wrong}");
        }
    }
    for wrong in ["[kisok]\n", "[kiosk]\nnumbre = 1\n", "[kiosk]\nnumber = 0\n", "[visit]\nlist_seconds = 5\n"] {
        assert_ne!(faults(&validator, wrong), [] as [&str; 0], "{wrong}");
    }
}

#[test]
fn the_schema_of_the_list_of_kiosks_and_its_reader_refuse_the_same() {
    let validator = validator("kiosks");
    let key = format!("RW{}", "A".repeat(54));
    let good = format!(
        "simulated = false\n[[site]]\ncode = \"BIB21004A\"\nname = \"Sésame\"\ncommune = \"Bruxelles\"\n\
         [[site.kiosk]]\nnumber = 1\nkey = \"{key}\"\nfrom = \"2026-11\"\nto = \"2027-03\"\n"
    );
    let agree = |text: &str, is_good: bool| {
        assert_eq!(faults(&validator, text).is_empty(), is_good, "schema:\n{text}");
        assert_eq!(Kiosks::read("kiosks.toml", text).is_ok(), is_good, "reader:\n{text}");
    };
    agree(&good, true);
    for line in good.lines() {
        let is_free = line.starts_with("simulated") || line.starts_with("to ");
        let Some((key, _)) = line.split_once(" = ") else { continue };
        agree(&good.replacen(&format!("{line}\n"), "", 1), is_free);
        agree(&good.replacen(line, &line.replacen(key, &format!("{key}x"), 1), 1), false);
        agree(&good.replacen(line, &format!("{key} = 1.5"), 1), false);
    }
    for (from, to) in [("BIB21004A", "bib"), ("2026-11", "2026-13"), ("RWA", "RXA"), ("number = 1", "number = 0")] {
        agree(&good.replacen(from, to, 1), false);
    }
}

/// The ways to the keys of a file, by names and places in lists. Of a list of tables the first one stands for all.
fn ways(json: &Value, way: &[String], found: &mut Vec<Vec<String>>) {
    let on = |name: &str| [way, &[name.to_owned()]].concat();
    match json {
        Value::Object(keys) => {
            for (key, value) in keys {
                found.push(on(key));
                ways(value, &on(key), found);
            }
        }
        Value::Array(items) => items.iter().take(1).for_each(|item| ways(item, &on("0"), found)),
        _ => {}
    }
}

/// The table at the end of a way.
fn table_at<'t>(table: &'t mut dyn TableLike, way: &[String]) -> Option<&'t mut dyn TableLike> {
    let Some((name, rest)) = way.split_first() else { return Some(table) };
    let item = table.get_mut(name)?;
    if item.is_array() {
        let (place, rest) = rest.split_first()?;
        return table_at(item.as_array_mut()?.get_mut(place.parse().ok()?)?.as_inline_table_mut()?, rest);
    }
    match (item, rest.split_first()) {
        (Item::ArrayOfTables(list), Some((place, rest))) => table_at(list.get_mut(place.parse().ok()?)?, rest),
        (item, _) => table_at(item.as_table_like_mut()?, rest),
    }
}

/// The files in which mistakes are planted: of a kind the largest, which has most of the keys; of lessons each, since no
/// lesson has all kinds of exercises. The three guides have no lessons.
fn to_plant(describes: Describes) -> (&'static str, ContentFiles, Vec<usize>) {
    for content in [THREE_GUIDES, "tests/fixtures/good-content", "tests/fixtures/code-words"] {
        let files = ContentFiles::read(&project(content)).expect("content");
        let described = files.files.iter().enumerate().filter(|(_, file)| describes(&file.path));
        let mut found: Vec<usize> = described.map(|(index, _)| index).collect();
        found.sort_by_key(|index| std::cmp::Reverse(files.files[*index].text.len()));
        if let Some(first) = found.first() {
            let are_lessons = files.files[*first].path.starts_with("lessons/");
            found.truncate(if are_lessons { found.len() } else { 1 });
            return (content, files, found);
        }
    }
    (THREE_GUIDES, ContentFiles::default(), Vec::new())
}

#[test]
fn a_schema_refuses_what_check_refuses() {
    let mut planted = [0, 0];
    for (name, describes) in SCHEMAS {
        let (content, files, indexes) = to_plant(describes);
        for index in indexes {
            plant(name, (content, &files), index, &mut planted);
        }
    }
    assert!(planted[0] > 20 && planted[1] > 400, "{planted:?} were let through and refused");
}

/// Plants each mistake at each key of a file: schema and check refuse the same of them.
fn plant(name: &str, (content, files): (&str, &ContentFiles), index: usize, planted: &mut [usize; 2]) {
    let (file, validator) = (&files.files[index], validator(name));
    let mut ways = Vec::new();
    self::ways(&as_json(&file.text), &[], &mut ways);
    for way in &ways {
        let (key, above) = way.split_last().expect("a way has an end");
        let changes: [(&str, Mistake); 3] = [
            ("without", |table, key| drop(table.remove(key))),
            ("renamed", |table, key| {
                let item = table.remove(key).expect("it is there");
                table.insert("x-unknown", item);
            }),
            ("of another kind", |table, key| {
                let wrong = if table.get(key).is_some_and(Item::is_bool) { value("yes") } else { value(true) };
                table.insert(key, wrong);
            }),
        ];
        for (how, act) in changes {
            let mut document: DocumentMut = file.text.parse().expect("TOML");
            act(table_at(document.as_table_mut(), above).expect("a table"), key);
            let text = document.to_string();
            let mut files = files.clone();
            files.files[index].text = text.clone();
            let shown = project(content).join(&file.path).display().to_string();
            let found = parse::compile(&files).1;
            let found = found.iter().filter(|found| found.path == shown && OF_FORM.contains(&found.rule));
            let found: Vec<String> = found.map(ToString::to_string).collect();
            let refused = faults(&validator, &text);
            assert_eq!(found.is_empty(), refused.is_empty(), "{name} {way:?} {how}: {found:?} but {refused:?}");
            planted[usize::from(!refused.is_empty())] += 1;
        }
    }
}

/// A digit too few or too many is the slip that harms most: nobody sees it, and a resident calls somebody else.
#[test]
fn a_phone_number_of_the_wrong_length_is_refused_by_check_and_schema() {
    let content = ContentFiles::read(&project(THREE_GUIDES)).expect("content");
    let index = content.files.iter().position(|file| file.path.ends_with("access/service.toml")).expect("a service");
    let validator = validator("service");
    let is_right = |number: &str| {
        let mut files = content.clone();
        let text = &mut files.files[index].text;
        assert!(text.contains("+3225496700"), "the number of the test");
        *text = text.replace("+3225496700", number);
        let by_check = parse::compile(&files).1.is_empty();
        assert_eq!(by_check, faults(&validator, &files.files[index].text).is_empty(), "{number}");
        by_check
    };
    for right in ["+3225496700", "+3270245245", "+3280099961", "+3242200000", "+32470123456", "+33140506070", "112"] {
        assert!(is_right(right), "{right}");
    }
    for wrong in [
        "+322549670",
        "+32254967001",
        "+3247012345",
        "+324701234567",
        "+32025496700",
        "+3202549670",
        "+0225496700",
        "+331405",
        "12",
        "12345",
        "025496700",
    ] {
        assert!(!is_right(wrong), "{wrong}");
    }
}
