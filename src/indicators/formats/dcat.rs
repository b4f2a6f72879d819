//! `dcat.jsonld`: a DCAT-AP 3 record of the folder, for catalogues of open data.

use serde_json::{Value, json};

use super::files::{File, after};
use super::{Names, json_file};
use crate::i18n::Texts;

/// The vocabularies of the European Union that a record refers to.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";
/// The region in the vocabulary of territorial units.
const REGION: &str = "http://data.europa.eu/nuts/code/BE10";

/// Where the files will be found, and who publishes them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Address {
    /// What stands before the name of a file: `https://…/`, or a name space.
    pub base: String,
    /// The name of the publisher.
    pub publisher: String,
}

impl Default for Address {
    /// Names that lead nowhere, since nobody has said where the files will be.
    fn default() -> Address {
        Address { base: "urn:kioskbxl:".to_owned(), publisher: super::AGENCY.to_owned() }
    }
}

/// The record of these files of figures, in their order.
pub fn write(texts: &Texts, files: &[File], address: &Address, is_simulated: bool) -> Vec<u8> {
    let said = |id: &str| Names::said(texts, id).json();
    let publisher = json!({
        "@id": format!("{}publisher", address.base),
        "@type": "foaf:Agent",
        "foaf:name": address.publisher,
    });
    let mut distributions: Vec<Value> =
        files.iter().map(|file| of_file(*file, &file.title(texts, is_simulated), address)).collect();
    for (name, message, format) in [
        ("structure.xml", "published-structure", "XML"),
        ("codes.csv", "published-codes", "CSV"),
        ("indicators.csv", "published-indicators", "CSV"),
        ("datapackage.json", "published-package", "JSON"),
    ] {
        distributions.push(distribution(name, &Names::said(texts, message), format, address));
    }
    let modified = files.iter().map(|file| after(file.period)).max();
    let languages = ["FRA", "NLD", "ENG"].map(|code| json!({ "@id": format!("{AUTHORITY}/language/{code}") }));
    let dataset = json!({
        "@id": format!("{}dataset", address.base),
        "@type": "dcat:Dataset",
        "dct:title": Names::title(texts, "published-title", is_simulated).json(),
        "dct:description": said("published-description"),
        "dct:publisher": { "@id": publisher["@id"] },
        "dct:accrualPeriodicity": { "@id": format!("{AUTHORITY}/frequency/MONTHLY") },
        "dct:spatial": { "@id": REGION },
        "dct:accessRights": { "@id": format!("{AUTHORITY}/access-right/PUBLIC") },
        "dct:language": languages,
        "dct:modified": modified.map(|time| json!({ "@value": time, "@type": "xsd:dateTime" })),
        "dcat:theme": { "@id": format!("{AUTHORITY}/data-theme/SOCI") },
        "dcat:distribution": distributions,
    });
    json_file(&json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": format!("{}catalogue", address.base),
        "@type": "dcat:Catalog",
        "dct:title": Names::title(texts, "published-catalogue", is_simulated).json(),
        "dct:description": said("published-catalogue-description"),
        "dct:publisher": publisher,
        "dcat:dataset": dataset,
    }))
}

fn of_file(file: File, title: &Names, address: &Address) -> Value {
    distribution(&file.name(), title, "CSV", address)
}

fn distribution(name: &str, title: &Names, format: &str, address: &Address) -> Value {
    let file = format!("{}{name}", address.base);
    let media = match format {
        "CSV" => "text/csv",
        "XML" => "application/xml",
        _ => "application/json",
    };
    json!({
        "@id": format!("{file}#distribution"),
        "@type": "dcat:Distribution",
        "dct:title": title.json(),
        "dcat:accessURL": { "@id": file },
        "dcat:downloadURL": { "@id": file },
        "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{media}") },
        "dct:format": { "@id": format!("{AUTHORITY}/file-type/{format}") },
        "dct:license": { "@id": format!("{AUTHORITY}/licence/CC_BY_4_0") },
    })
}
