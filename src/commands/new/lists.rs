//! Topics, life events, words and urgent numbers: each is added to the list of its kind, and nothing else in the file
//! changes.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use super::{Kind, Plan};
use crate::commands::CommandError;
use crate::content::parse::{PROMPT, PlaceValues};
use crate::content::source::ContentFiles;

/// The file of a list, before and after something was added.
pub(super) struct Changed<'f> {
    pub path: String,
    /// Nothing where there was no such file.
    pub before: Option<&'f str>,
    pub after: String,
}

/// The list of a kind with a skeleton at its end.
pub(super) fn of<'f>(kind: Kind, plan: &Plan, files: &'f ContentFiles) -> Result<Changed<'f>, CommandError> {
    let path = path(kind, files);
    let before = files.files.iter().find(|file| file.path == path).map(|file| file.text.as_str());
    let refused = |why: &str| {
        let folder = files.root.display();
        CommandError::Words(format!(
            "cannot add to '{}': {why}; see `kiosk check {folder}`",
            files.root.join(&path).display()
        ))
    };
    if files.findings.iter().any(|finding| finding.path == files.root.join(&path).display().to_string()) {
        return Err(refused("it cannot be read as text"));
    }
    let parsed = before.unwrap_or_default().parse::<DocumentMut>();
    let mut document = parsed.map_err(|error| refused(error.message().lines().next().unwrap_or("it is not TOML")))?;
    let lists = list(document.as_table_mut(), kind, plan).ok_or_else(|| refused(shape(kind)))?;
    lists.push(item(kind, plan));
    // The writer of TOML ends each line in one way; a file from Windows has the other.
    let has_returns = before.is_some_and(|text| text.contains("\r\n"));
    let after = document.to_string();
    Ok(Changed { before, after: if has_returns { after.replace('\n', "\r\n") } else { after }, path })
}

fn path(kind: Kind, files: &ContentFiles) -> String {
    const TERMS: &str = "glossary/terms.toml";
    let in_glossary = |path: &&str| path.starts_with("glossary/") && path.ends_with(".toml");
    let mut glossaries = files.files.iter().map(|file| file.path.as_str()).filter(in_glossary);
    match kind {
        Kind::Topic | Kind::Event => "topics.toml",
        Kind::Urgent => "urgent.toml",
        Kind::Place => "places/new.toml",
        // The usual file, else whichever there is.
        Kind::Term | Kind::Service | Kind::Finder | Kind::Lesson | Kind::Room => {
            let first = glossaries.next();
            if glossaries.chain(first).any(|path| path == TERMS) { TERMS } else { first.unwrap_or(TERMS) }
        }
    }
    .to_owned()
}

fn shape(kind: Kind) -> &'static str {
    match kind {
        Kind::Event => "a life event needs a topic above it, written as [[topic]]: make one with `kiosk new topic ID`",
        _ => "its list is not written as [[…]]",
    }
}

/// The list that the new item belongs to, made where it is not there; nothing where it is written in another way.
fn list<'d>(root: &'d mut Table, kind: Kind, plan: &Plan) -> Option<&'d mut ArrayOfTables> {
    let name = match kind {
        Kind::Topic | Kind::Event => "topic",
        Kind::Urgent => "urgent",
        Kind::Place => "place",
        Kind::Term | Kind::Service | Kind::Finder | Kind::Lesson | Kind::Room => "term",
    };
    let empty = || Item::ArrayOfTables(ArrayOfTables::new());
    let list = root.entry(name).or_insert_with(empty).as_array_of_tables_mut()?;
    if kind != Kind::Event {
        return Some(list);
    }
    let is_asked = |topic: &Table| topic.get("id").and_then(Item::as_str) == plan.topic;
    let topic = match plan.topic {
        Some(_) => list.iter_mut().find(|topic| is_asked(topic))?,
        None => list.iter_mut().last()?,
    };
    topic.entry("event").or_insert_with(empty).as_array_of_tables_mut()
}

fn item(kind: Kind, plan: &Plan) -> Table {
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n");
    table["id"] = value(plan.id);
    match kind {
        Kind::Topic => table["name"] = names(plan, "new-topic"),
        Kind::Event => {
            table["name"] = names(plan, "new-event");
            table["services"] = value(Array::from_iter([PROMPT]));
        }
        Kind::Urgent => {
            table["name"] = names(plan, "new-urgent");
            table["phone"] = value(format!("{PROMPT} +32…"));
            table["source"] = value(format!("{PROMPT} https://…"));
            table["checked"] = value(format!("{PROMPT} the day, such as 2026-11-23, without quotes"));
        }
        Kind::Place => {
            let choices = |values: &[&str]| value(format!("{PROMPT} {}", values.join(", ")));
            let values = PlaceValues::all();
            table["name"] = names(plan, "new-place");
            table["kind"] = choices(&values.kinds);
            table["commune"] = value(format!("{PROMPT} an id of communes.toml"));
            table["postcode"] = value(format!("{PROMPT} four digits"));
            table["street"] = names(plan, "new-street");
            table["number"] = value(PROMPT);
            table["phone"] = value(format!("{PROMPT} +32…"));
            table["offers"] = value(Array::from_iter([format!("{PROMPT} {}", values.offers.join(", "))]));
            table["help"] = choices(&values.help);
            table["status"] = choices(&values.statuses);
            table["source"] = value(format!("{PROMPT} https://…"));
            table["checked"] = value(format!("{PROMPT} the day, such as 2026-11-23, without quotes"));
        }
        Kind::Term | Kind::Service | Kind::Finder | Kind::Lesson | Kind::Room => {
            table["headword"] = names(plan, "new-headword");
            for lang in &plan.survey.required {
                table[lang.as_str()] = value(plan.prompt(*lang, "new-explanation"));
            }
        }
    }
    table
}

/// `{ fr = "…", nl = "…" }`
fn names(plan: &Plan, message: &str) -> Item {
    let said = plan.survey.required.iter().map(|lang| (lang.as_str(), Value::from(plan.prompt(*lang, message))));
    value(InlineTable::from_iter(said))
}
