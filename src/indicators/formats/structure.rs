//! `structure.xml`: what the figures mean, as an SDMX-ML 3.0 structure message.

mod xml;

use self::xml::Element;
use super::codes::{Code, CodeList};
use super::{AGENCY, Names, VERSION, written};
use crate::i18n::Texts;
use crate::indicators::definitions::{self, Definition, Dimension};
use crate::indicators::observation::Flow;

/// The namespaces of SDMX-ML 3.0.
const NAMESPACES: [(&str, &str); 3] = [
    ("xmlns:mes", "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"),
    ("xmlns:str", "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure"),
    ("xmlns:com", "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"),
];
/// The scheme of what the columns are about.
const CONCEPTS: &str = "CONCEPTS";
/// The dimensions and the code list of each; the period comes after them.
const DIMENSIONS: [(&str, &str); 6] = [
    ("FREQ", "CL_FREQ"),
    ("REF_AREA", "CL_AREA"),
    ("SITE", "CL_SITE"),
    ("LANG", "CL_LANG"),
    ("ITEM", "CL_ITEM"),
    ("INDICATOR", "CL_INDICATOR"),
];
const TIME: &str = "TIME_PERIOD";
const MEASURE: &str = "OBS_VALUE";
/// What is said of each value.
const ATTRIBUTES: [(&str, &str); 3] =
    [("OBS_STATUS", "CL_OBS_STATUS"), ("CONF_STATUS", "CL_CONF_STATUS"), ("UNIT_MEASURE", "CL_UNIT")];
/// Structures of whole numbers, and of numbers with a decimal.
const COUNTS: (&str, &str) = ("DSD_COUNTS", "Long");
const FIGURES: (&str, &str) = ("DSD_FIGURES", "Decimal");

/// The message, made at this time (`2026-12-01T00:00:00Z`).
pub fn write(texts: &Texts, lists: &[CodeList], prepared: &str) -> Vec<u8> {
    let header = Element::of("mes:Header")
        .child(Element::of("mes:ID").text("KIOSKBXL_STRUCTURE"))
        .child(Element::of("mes:Test").text("false"))
        .child(Element::of("mes:Prepared").text(prepared))
        .child(Element::of("mes:Sender").attribute("id", AGENCY));
    let structures = Element::of("mes:Structures")
        .child(Element::of("str:Codelists").children(lists.iter().map(|list| code_list(texts, list))))
        .child(Element::of("str:ConceptSchemes").child(concepts(texts)))
        .child(Element::of("str:Dataflows").children(Flow::ALL.iter().map(|flow| dataflow(texts, *flow))))
        .child(Element::of("str:DataStructures").children([COUNTS, FIGURES].map(|structure| data(texts, structure))));
    let mut message = Element::of("mes:Structure");
    for (name, address) in NAMESPACES {
        message = message.attribute(name, address);
    }
    message.child(header).child(structures).write()
}

/// An element with an id of its own, of this agency.
fn maintained(element: &'static str, id: &str, names: &Names) -> Element {
    Element::of(element)
        .attribute("agencyID", AGENCY)
        .attribute("id", id)
        .attribute("version", VERSION)
        .children(named(names))
}

fn named(names: &Names) -> impl Iterator<Item = Element> {
    names.iter().map(|(tag, name)| Element::of("com:Name").attribute("xml:lang", tag).text(name))
}

fn urn(kind: &str, id: &str) -> String {
    format!("urn:sdmx:org.sdmx.infomodel.{kind}={AGENCY}:{id}({VERSION})")
}

fn code_list(texts: &Texts, list: &CodeList) -> Element {
    let codes = list.codes.iter().map(|one| code(texts, list, one));
    maintained("str:Codelist", list.id, &Names::said(texts, &list.message())).children(codes)
}

fn code(texts: &Texts, list: &CodeList, code: &Code) -> Element {
    let mut element = Element::of("str:Code").attribute("id", &written(&code.code));
    let annotations = match (list.id, code.code.as_str()) {
        // The only trace of connectivity that a kiosk can have.
        ("CL_INDICATOR", "HOME_NET") => dimensions(texts, &[Dimension::Connectivity]),
        ("CL_INDICATOR", id) => definitions::definition(id).map(|one| mapping(texts, one)).unwrap_or_default(),
        _ => Vec::new(),
    };
    if !annotations.is_empty() {
        element = element.child(Element::of("com:Annotations").children(annotations));
    }
    element = element.children(named(&code.names));
    if let Some(parent) = &code.parent {
        element = element.child(Element::of("str:Parent").text(&written(parent)));
    }
    element
}

/// What an indicator maps to.
fn mapping(texts: &Texts, definition: &Definition) -> Vec<Element> {
    let mut annotations = dimensions(texts, definition.dimensions);
    annotations.extend(definition.desi.iter().map(|code| annotation("DESI_CURRENT", code, None)));
    annotations.extend(definition.conditions.iter().map(|condition| {
        annotation("SMART_CITY_CONDITION", condition.code(), Some(&Names::said(texts, condition.message())))
    }));
    annotations.extend(definition.digcomp.iter().map(|area| annotation("DIGCOMP_AREA", &area.to_string(), None)));
    annotations
}

fn dimensions(texts: &Texts, dimensions: &[Dimension]) -> Vec<Element> {
    let annotate = |dimension: &Dimension| {
        annotation("DESI_LEGACY", dimension.code(), Some(&Names::said(texts, dimension.message())))
    };
    dimensions.iter().map(annotate).collect()
}

fn annotation(kind: &str, value: &str, names: Option<&Names>) -> Element {
    let said = |(tag, text)| Element::of("com:AnnotationText").attribute("xml:lang", tag).text(text);
    Element::of("com:Annotation")
        .child(Element::of("com:AnnotationType").text(kind))
        .children(names.iter().flat_map(|names| names.iter().map(said)))
        .child(Element::of("com:AnnotationValue").text(value))
}

fn concepts(texts: &Texts) -> Element {
    let columns = DIMENSIONS.iter().chain(&ATTRIBUTES).map(|(id, _)| *id).chain([TIME, MEASURE]);
    let concept = |id: &str| {
        let names = Names::said(texts, &format!("concept-{}", id.to_ascii_lowercase().replace('_', "-")));
        Element::of("str:Concept").attribute("id", id).children(named(&names))
    };
    maintained("str:ConceptScheme", CONCEPTS, &Names::said(texts, "concepts")).children(columns.map(concept))
}

fn dataflow(texts: &Texts, flow: Flow) -> Element {
    let (structure, _) = if matches!(flow, Flow::Shares | Flow::Exact) { FIGURES } else { COUNTS };
    let names = Names::said(texts, &flow.id().to_ascii_lowercase().replace('_', "-"));
    maintained("str:Dataflow", flow.id(), &names)
        .child(Element::of("str:Structure").text(&urn("datastructure.DataStructure", structure)))
}

fn data(texts: &Texts, (id, number): (&'static str, &'static str)) -> Element {
    let mut dimensions = Element::of("str:DimensionList").attribute("id", "DimensionDescriptor");
    for ((dimension, list), position) in DIMENSIONS.iter().zip(1..) {
        let element = component("str:Dimension", dimension).attribute("position", &format!("{position}"));
        dimensions = dimensions.child(element.child(coded(list)));
    }
    let time = component("str:TimeDimension", TIME).child(number_of("ObservationalTimePeriod"));
    let mut attributes = Element::of("str:AttributeList").attribute("id", "AttributeDescriptor");
    for (attribute, list) in ATTRIBUTES {
        let relation = Element::of("str:AttributeRelationship").child(Element::of("str:Observation"));
        let element = component("str:Attribute", attribute).attribute("usage", "mandatory");
        attributes = attributes.child(element.child(coded(list)).child(relation));
    }
    // A value that is withheld, not collected or impossible is none.
    let measure = component("str:Measure", MEASURE).attribute("usage", "optional").child(number_of(number));
    let measures = Element::of("str:MeasureList").attribute("id", "MeasureDescriptor").child(measure);
    let components =
        Element::of("str:DataStructureComponents").child(dimensions.child(time)).child(attributes).child(measures);
    let names = Names::said(texts, &id.to_ascii_lowercase().replace('_', "-"));
    maintained("str:DataStructure", id, &names).child(components)
}

/// A column, and the concept that it stands for.
fn component(element: &'static str, id: &str) -> Element {
    let concept = format!("{}.{id}", urn("conceptscheme.Concept", CONCEPTS));
    Element::of(element).attribute("id", id).child(Element::of("str:ConceptIdentity").text(&concept))
}

fn coded(list: &str) -> Element {
    Element::of("str:LocalRepresentation").child(Element::of("str:Enumeration").text(&urn("codelist.Codelist", list)))
}

fn number_of(kind: &str) -> Element {
    Element::of("str:LocalRepresentation").child(Element::of("str:TextFormat").attribute("textType", kind))
}
