//! `datapackage.json`, version 2: all tables of a folder with their columns. It lets anybody check by machine that no small
//! count is published.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::files::{File, Kind, after};
use super::sdmx_csv::{COLUMNS, KEY, TOLD};
use super::{LICENCE, Names, VERSION, json_file};
use crate::i18n::Texts;
use crate::indicators::rounding::THRESHOLD;

const RESOURCE: &str = "https://datapackage.org/profiles/2.0/dataresource.json";

/// The package of these files of figures, in their order, beside the lists of codes and indicators.
pub fn write(texts: &Texts, files: &[File], is_simulated: bool) -> Vec<u8> {
    let mut resources: Vec<Value> = files.iter().map(|file| of_file(texts, *file, is_simulated)).collect();
    resources.push(list(texts, "codes", &super::codes::COLUMNS, &["LIST", "CODE"]));
    resources.push(list(texts, "indicators", &super::indicators_csv::COLUMNS, &["INDICATOR"]));
    let newest = files.iter().map(|file| after(file.period)).max();
    json_file(&json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "kiosk-brussels",
        "title": Names::title(texts, "published-title", is_simulated).english(),
        "description": Names::said(texts, "published-description").english(),
        "version": VERSION,
        "simulated": is_simulated,
        "created": newest,
        "licenses": [{ "name": "CC-BY-4.0", "path": LICENCE }],
        "resources": resources,
    }))
}

/// Whether a package says that its visits were made up.
pub fn is_simulated(package: &[u8]) -> bool {
    let package: Option<Value> = serde_json::from_slice(package).ok();
    package.and_then(|package| package.get("simulated")?.as_bool()).unwrap_or_default()
}

/// The files of figures that a package names; none where it is no package.
pub fn figures(package: &[u8]) -> Option<BTreeSet<String>> {
    let package: Value = serde_json::from_slice(package).ok()?;
    let paths = package.get("resources")?.as_array()?.iter().filter_map(|resource| resource.get("path")?.as_str());
    Some(paths.filter(|path| File::named(path).is_some()).map(str::to_owned).collect())
}

fn of_file(texts: &Texts, file: File, is_simulated: bool) -> Value {
    let fields: Vec<Value> = COLUMNS.iter().zip(TOLD).map(|(column, told)| field(column, told, file.kind)).collect();
    let title = file.title(texts, is_simulated);
    // The names of resources are in small letters.
    table(&file.stem().to_ascii_lowercase(), &file.name(), title.english(), &fields, &KEY)
}

fn list(texts: &Texts, name: &str, columns: &[(&str, &str)], key: &[&str]) -> Value {
    let field = |(name, told): &(&str, &str)| json!({ "name": name, "type": "string", "description": told });
    let fields: Vec<Value> = columns.iter().map(field).collect();
    let title = Names::said(texts, &format!("published-{name}"));
    table(name, &format!("{name}.csv"), title.english(), &fields, key)
}

fn table(name: &str, path: &str, title: &str, fields: &[Value], key: &[&str]) -> Value {
    json!({
        "$schema": RESOURCE,
        "name": name,
        "type": "table",
        "path": path,
        "title": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": { "fields": fields, "missingValues": [""], "primaryKey": key },
    })
}

fn field(column: &str, told: &str, kind: Kind) -> Value {
    let (kind, constraints) = match (column, kind) {
        ("ACTION", _) => ("string", Some(json!({ "enum": ["I", "A", "R", "D"] }))),
        ("OBS_VALUE", Kind::Counts) => ("integer", Some(json!({ "minimum": THRESHOLD }))),
        ("OBS_VALUE", _) => ("number", None),
        _ => ("string", Some(json!({ "required": true }))),
    };
    let mut field = json!({ "name": column, "type": kind, "description": told });
    if let Some(constraints) = constraints {
        field["constraints"] = constraints;
    }
    field
}
