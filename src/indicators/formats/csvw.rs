//! Beside each file of figures, its columns as CSVW metadata ("CSV on the Web").

use serde_json::{Value, json};

use super::files::{File, Kind};
use super::sdmx_csv::{COLUMNS, KEY, TOLD};
use super::{LICENCE, json_file};
use crate::i18n::Texts;

/// The metadata of a file of figures.
pub fn write(texts: &Texts, file: File, is_simulated: bool) -> Vec<u8> {
    let columns: Vec<Value> =
        COLUMNS.iter().zip(TOLD).map(|(column, told)| of_column(column, told, file.kind)).collect();
    json_file(&json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
        "url": file.name(),
        "dc:title": file.title(texts, is_simulated).json(),
        "dc:license": { "@id": LICENCE },
        "dialect": { "delimiter": ",", "encoding": "utf-8", "header": true },
        "tableSchema": { "columns": columns, "primaryKey": KEY },
    }))
}

fn of_column(column: &str, told: &str, kind: Kind) -> Value {
    let datatype = match (column, kind) {
        ("ACTION", _) => json!({ "base": "string", "format": "[IARD]" }),
        ("FREQ", _) => json!({ "base": "string", "format": "[MQA]" }),
        ("OBS_VALUE", Kind::Counts) => json!({ "base": "integer", "minimum": 0 }),
        ("OBS_VALUE", _) => json!({ "base": "decimal" }),
        ("OBS_STATUS", _) => json!({ "base": "string", "format": "[ABGLMQU]" }),
        ("CONF_STATUS", _) => json!({ "base": "string", "format": "[FC]" }),
        _ => json!("string"),
    };
    let is_required = column != "OBS_VALUE";
    json!({
        "name": column,
        "titles": column,
        "dc:description": told,
        "datatype": datatype,
        "required": is_required,
    })
}
