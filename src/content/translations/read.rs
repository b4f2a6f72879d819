//! What of each file is translated, item by item and part by part.

use std::collections::BTreeMap;

use toml::de::DeValue;

use super::{FILE, Item, Part, Text};
use crate::base::Lang;
use crate::content::parse::notes::{File, Notes};
use crate::content::parse::pack::Languages;
use crate::content::parse::table::{Doc, Table};
use crate::content::source::{ContentFile, ContentFiles};

/// All that is translated.
pub(super) fn items(files: &ContentFiles, langs: &Languages, notes: &Notes) -> Vec<Item> {
    let mut folders: BTreeMap<(&str, &str), Item> = BTreeMap::new();
    let mut items = Vec::new();
    for file in &files.files {
        let shown = files.shown(&file.path);
        let parts: Vec<&str> = file.path.split('/').collect();
        match parts.as_slice() {
            // It remembers, and is not translated itself.
            [.., name] if *name == FILE => {}
            [kind @ ("services" | "lessons" | "rooms"), id, name] => {
                let store = format!("{kind}/{id}/{FILE}");
                let new = || Item { id: (*id).into(), store, parts: Vec::new() };
                let item = folders.entry((kind, id)).or_insert_with(new);
                read_file_of_folder(item, name, shown, file, langs, notes);
            }
            ["gym", _] => {
                let new = || Item { id: "gym".into(), store: format!("gym/{FILE}"), parts: Vec::new() };
                let item = folders.entry(("gym", "")).or_insert_with(new);
                read_messages(item, shown, file, langs, notes);
            }
            ["finders", id, "finder.toml"] => items.push(read_finder(id, shown, file, langs, notes)),
            ["topics.toml"] | ["urgent.toml"] | ["glossary", _] | ["check", "activities.toml"] => {
                items.extend(read_list(shown, file, langs, notes));
            }
            _ => {}
        }
    }
    items.extend(folders.into_values());
    items
}

/// A file of a service, lesson or room.
fn read_file_of_folder(
    item: &mut Item,
    name: &str,
    path: String,
    file: &ContentFile,
    langs: &Languages,
    notes: &Notes,
) {
    if let Some(lang) = name.strip_suffix(".md").and_then(|tag| tag.parse::<Lang>().ok()) {
        if langs.all.contains(&lang) {
            read_sections(item, lang, &path, &file.text);
        }
    } else if name == "service.toml" {
        let doc = Doc::read(path, &file.text, notes);
        let root = doc.root(notes);
        for key in ["run_by", "cost"] {
            add_table(item, key, root.table(key, ""), langs);
        }
        for before in root.tables("before") {
            add_table(item, "before", Some(before), langs);
        }
        if let Some(routes) = root.table("routes", "") {
            for (key, _) in routes.entries() {
                add_table(item, &format!("routes.{}", key.text), routes.table(key.text, ""), langs);
            }
        }
    } else if name == "lesson.toml" {
        let doc = Doc::read(path, &file.text, notes);
        let root = doc.root(notes);
        if let Some(exercises) = root.table("exercises", "") {
            for (id, _) in exercises.entries() {
                let exercise = exercises.table(id.text, "");
                exercise.iter().for_each(|table| add_all(item, &format!("exercises.{}", id.text), table, langs));
            }
        }
        for (number, question) in (1..).zip(root.tables("questions")) {
            add_all(item, &format!("questions.{number}"), &question, langs);
        }
    } else if name == "room.toml" {
        let doc = Doc::read(path, &file.text, notes);
        let root = doc.root(notes);
        for key in ["title", "purpose", "goal"] {
            add_table(item, key, root.table(key, ""), langs);
        }
        for (number, said) in (1..).zip(root.tables("learned")) {
            add_table(item, &format!("learned.{number}"), Some(said), langs);
        }
        if let Some(scenes) = root.table("scenes", "") {
            for (id, _) in scenes.entries() {
                let scene = scenes.table(id.text, "");
                scene.iter().for_each(|table| add_all(item, &format!("scenes.{}", id.text), table, langs));
            }
        }
    }
}

/// The messages of a file of the scam gym.
fn read_messages(item: &mut Item, path: String, file: &ContentFile, langs: &Languages, notes: &Notes) {
    let doc = Doc::read(path, &file.text, notes);
    let root = doc.root(notes);
    let Some(messages) = root.table("messages", "") else { return };
    for (id, _) in messages.entries() {
        messages.table(id.text, "").iter().for_each(|table| add_all(item, id.text, table, langs));
    }
}

/// Adds the texts of a table and of all tables in it to a part of an item.
fn add_all(item: &mut Item, key: &str, table: &Table, langs: &Languages) {
    add_table(item, key, Some(*table), langs);
    for (name, value) in table.entries() {
        match value.value {
            DeValue::Table(_) => table.table(name.text, "").iter().for_each(|inner| add_all(item, key, inner, langs)),
            DeValue::Array(_) => table.tables(name.text).iter().for_each(|inner| add_all(item, key, inner, langs)),
            _ => {}
        }
    }
}

/// Adds the texts of a table to a part of an item.
fn add_table(item: &mut Item, key: &str, table: Option<Table>, langs: &Languages) {
    let Some(table) = table else { return };
    for lang in &langs.all {
        let Some(text) = table.get(lang.as_str()) else { continue };
        let DeValue::String(words) = text.value else { continue };
        add(item, key, *lang, words, &table.file.path, table.file.place(text.span.start));
    }
}

fn add(item: &mut Item, key: &str, lang: Lang, words: &str, path: &str, place: (usize, usize)) {
    let at = item.parts.iter().position(|part| part.key == key).unwrap_or_else(|| {
        item.parts.push(Part { key: key.to_owned(), texts: BTreeMap::new() });
        item.parts.len() - 1
    });
    let new = || Text { words: String::new(), path: path.to_owned(), place };
    let text = item.parts[at].texts.entry(lang).or_insert_with(new);
    text.words.push_str(words);
    text.words.push('\n');
}

/// The sections of a text of a service: what stands from a title to the next one.
fn read_sections(item: &mut Item, lang: Lang, path: &str, text: &str) {
    let file = File::new(path.to_owned(), text);
    let mut key = "title".to_owned();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(id) = line.strip_prefix("## ").and_then(|title| Some(title.rsplit_once("{#")?.1.split_once('}')?.0))
        {
            key = format!("#{id}");
        }
        let is_for_check = line.trim_start().starts_with("<!--");
        if !is_for_check && !line.trim().is_empty() {
            add(item, &key, lang, line, path, file.place(at));
        }
        at += line.len();
    }
}

/// A finder: each question with its hint and answers is a part, and each end.
fn read_finder(id: &str, path: String, file: &ContentFile, langs: &Languages, notes: &Notes) -> Item {
    let mut item = Item { id: id.to_owned(), store: format!("finders/{id}/{FILE}"), parts: Vec::new() };
    let doc = Doc::read(path, &file.text, notes);
    let root = doc.root(notes);
    add_table(&mut item, "title", root.table("title", ""), langs);
    for (kind, table) in ["questions", "ends"].into_iter().filter_map(|kind| Some((kind, root.table(kind, "")?))) {
        for (id, _) in table.entries() {
            let Some(part) = table.table(id.text, "") else { continue };
            let key = format!("{kind}.{}", id.text);
            add_table(&mut item, &key, part.table("text", ""), langs);
            add_table(&mut item, &key, part.table("hint", ""), langs);
            part.tables("answers").into_iter().for_each(|answer| add_table(&mut item, &key, Some(answer), langs));
            add_table(&mut item, &key, Some(part), langs);
        }
    }
    item
}

/// The items of a list: topics with their life events, words, urgent numbers, activities.
fn read_list(path: String, file: &ContentFile, langs: &Languages, notes: &Notes) -> Vec<Item> {
    let doc = Doc::read(path, &file.text, notes);
    let root = doc.root(notes);
    let mut tables = Vec::new();
    for key in ["topic", "term", "urgent", "activities"] {
        for table in root.tables(key) {
            tables.extend(table.tables("event"));
            tables.push(table);
        }
    }
    let read = |table: Table| {
        let id = table.text("id", "")?.text.to_owned();
        let mut item = Item { id, store: FILE.to_owned(), parts: Vec::new() };
        for inner in ["name", "headword", "wording"] {
            add_table(&mut item, "text", table.table(inner, ""), langs);
        }
        add_table(&mut item, "text", Some(table), langs);
        Some(item)
    };
    tables.into_iter().filter_map(read).collect()
}
