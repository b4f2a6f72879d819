//! Published figures as files: what can be read of them, and what stays as it is once it is published.

pub mod sample;

use std::collections::{BTreeMap, BTreeSet};

use inclusion_kiosk::indicators::catalogue::Catalogue;
use inclusion_kiosk::indicators::counts;
use inclusion_kiosk::indicators::definitions::DEFINITIONS;
use inclusion_kiosk::indicators::formats::codes;
use inclusion_kiosk::indicators::formats::dcat::Address;
use inclusion_kiosk::indicators::formats::files::File;
use inclusion_kiosk::indicators::formats::folder::{self, Context, Files, FolderError};
use inclusion_kiosk::indicators::formats::{sdmx_csv, written};
use inclusion_kiosk::indicators::observation::{Observation, Value};
use serde_json::Value as Json;

use crate::harness::World;

/// A world, and what its codes stand for.
fn world() -> (World, Catalogue) {
    let world = World::corpus();
    let catalogue = sample::catalogue(&world.library, &world.texts);
    (world, catalogue)
}

fn publish(period: &str, present: &Files) -> Result<Files, FolderError> {
    let (world, catalogue) = world();
    let figures = sample::figures(period.parse().expect("a period"), &catalogue);
    publish_figures(&world, &catalogue, &figures, present)
}

fn publish_figures(
    world: &World,
    catalogue: &Catalogue,
    figures: &[Observation],
    present: &Files,
) -> Result<Files, FolderError> {
    let address = Address::default();
    folder::publish(
        figures,
        present,
        &Context { texts: &world.texts, catalogue, address: &address, is_simulated: false },
    )
}

/// The folder after a month and then its quarter.
fn sample_folder() -> Files {
    let mut files = publish("2026-10", &Files::new()).expect("a month");
    files.extend(publish("2026-Q4", &files).expect("a quarter"));
    files
}

fn json(files: &Files, name: &str) -> Json {
    serde_json::from_slice(&files[name]).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// 6.4, number 8: SDMX-CSV, CSVW and data package parse; every row without a value has Q, L or M.
#[test]
fn the_examples_parse_and_every_row_without_a_value_says_why() {
    let files = sample_folder();
    let mut empty = 0;
    for (name, bytes) in files.iter().filter(|(name, _)| File::named(name).is_some()) {
        sdmx_csv::read(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        // Read by another way than that of the program.
        for line in String::from_utf8(bytes.clone()).expect("text").lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            assert_eq!(fields.len(), sdmx_csv::COLUMNS.len(), "{line}");
            assert_eq!(fields[10].is_empty(), ["Q", "L", "M"].contains(&fields[11]), "{line}");
            empty += usize::from(fields[10].is_empty());
        }
        let csvw = json(&files, &format!("{name}-metadata.json"));
        assert_eq!(csvw["url"], name.as_str());
        let columns = csvw["tableSchema"]["columns"].as_array().expect("columns");
        assert!(columns.iter().map(|column| column["name"].as_str().expect("a name")).eq(sdmx_csv::COLUMNS));
    }
    assert!(empty > 10, "the example withholds something");
    let package = json(&files, "datapackage.json");
    let paths: BTreeSet<&str> =
        package["resources"].as_array().expect("resources").iter().filter_map(|one| one["path"].as_str()).collect();
    let tables = files.keys().map(String::as_str).filter(|name| name.ends_with(".csv"));
    assert_eq!(paths, tables.collect(), "the package has every table of the folder");
    assert!(json(&files, "dcat.jsonld")["dcat:dataset"]["dct:title"].is_array());
}

#[test]
fn the_least_count_of_people_is_checked_by_machine_and_exact_figures_are_free() {
    let package = json(&sample_folder(), "datapackage.json");
    for resource in package["resources"].as_array().expect("resources") {
        let fields = resource["schema"]["fields"].as_array().expect("fields");
        let Some(value) = fields.iter().find(|field| field["name"] == "OBS_VALUE") else { continue };
        let path = resource["path"].as_str().expect("a path");
        let is_of_people = !path.contains("-exact") && !path.contains("-shares");
        let minimum = value["constraints"]["minimum"].as_u64();
        assert_eq!(minimum, is_of_people.then_some(10), "{path}");
    }
}

#[test]
fn publishing_again_gives_the_same_bytes_and_a_published_period_never_changes() {
    let files = sample_folder();
    let again = publish("2026-Q4", &files).expect("the same again");
    assert!(again.iter().all(|(name, bytes)| files[name] == *bytes), "nothing changes");

    let (world, catalogue) = world();
    let mut figures = sample::figures("2026-Q4".parse().expect("a quarter"), &catalogue);
    let changed = figures.iter_mut().find(|one| matches!(one.value, Some(Value::Whole(_)))).expect("a count");
    changed.value = Some(Value::Whole(995));
    let refused = publish_figures(&world, &catalogue, &figures, &files).expect_err("it would change");
    assert!(matches!(&refused, FolderError::Published(name) if name == "kiosk-2026-Q4.csv"), "{refused}");

    let mut damaged = files.clone();
    damaged.insert("codes.csv".to_owned(), b"LIST\r\n1\r\n".to_vec());
    assert!(matches!(publish("2026-12", &damaged), Err(FolderError::Codes)));
}

#[test]
fn files_about_the_folder_tell_all_periods_and_no_code_is_lost() {
    let (world, mut catalogue) = world();
    let files = publish("2026-10", &Files::new()).expect("a month");
    let gone = catalogue.services.remove(0).named.code;
    let figures = sample::figures("2026-11".parse().expect("a month"), &catalogue);
    let after = publish_figures(&world, &catalogue, &figures, &files).expect("another month");
    let text = |name: &str| String::from_utf8(after[name].clone()).expect("text");
    for name in ["datapackage.json", "dcat.jsonld"] {
        for month in ["2026-10", "2026-11"] {
            assert!(text(name).contains(&format!("kiosk-{month}-shares.csv")), "{name} tells {month}");
        }
    }
    assert!(text("codes.csv").contains(&format!("CL_ITEM,{gone},")), "a service that was taken away keeps its code");
    assert!(text("structure.xml").contains(&format!("<str:Code id=\"{gone}\">")));
    assert_eq!(folder::read(&after).expect("figures").len(), figures.len());
}

#[test]
fn every_code_of_the_figures_is_in_a_list_and_services_know_their_group() {
    let (_, catalogue) = world();
    let files = sample_folder();
    let rows = codes::rows(&files["codes.csv"]).expect("codes");
    for one in folder::read(&files).expect("figures") {
        let key = one.key;
        for (list, code) in [
            ("CL_SITE", key.site.as_str()),
            ("CL_LANG", &key.lang),
            ("CL_ITEM", &key.item),
            ("CL_INDICATOR", key.indicator),
            ("CL_UNIT", one.unit),
        ] {
            assert!(rows.contains_key(&(list.to_owned(), code.to_owned())), "{list} has {code}");
        }
    }
    for service in &catalogue.services {
        let code = &rows[&("CL_ITEM".to_owned(), service.named.code.clone())];
        assert_eq!(code.parent.as_deref(), Some(service.group.name()), "{}", service.named.code);
    }
}

#[test]
fn every_name_is_there_in_three_languages_and_every_code_is_one_of_sdmx() {
    let (world, catalogue) = world();
    let lists = codes::lists(&world.texts, &catalogue, &[], &Default::default());
    let prefixes = [
        "freq-",
        "area-",
        "code-",
        "status-",
        "confidentiality-",
        "unit-",
        "count-",
        "cell-",
        "feature-",
        "level-",
        "skills-",
        "group-",
        "language-group-",
        "inc",
    ];
    for list in &lists {
        assert!(world.texts.knows(world.texts.first(), &list.message()), "{}", list.id);
        let mut seen = BTreeSet::new();
        for code in &list.codes {
            assert!(seen.insert(written(&code.code)), "{} has {} once", list.id, code.code);
            for (tag, name) in code.names.iter() {
                let is_said = !name.is_empty() && !name.starts_with('[') && !name.contains("{$");
                let is_id = prefixes.iter().any(|prefix| name.starts_with(prefix)) && !name.contains(' ');
                assert!(is_said && !is_id, "{} {} {tag}: {name}", list.id, code.code);
            }
        }
    }
    for lang in world.texts.tags() {
        for definition in &DEFINITIONS {
            for id in ["what", "compare", "guard"].map(|attribute| definition.attribute(attribute)) {
                assert!(world.texts.knows(lang, &id), "{lang}: {id}");
            }
        }
        for id in ["published-title", "df-1w", "dsd-counts", "concept-obs-value", "benchmark-at-least-basic"] {
            assert!(world.texts.knows(lang, id), "{lang}: {id}");
        }
    }
}

/// The rows of a file with columns, by the names of these.
fn table(files: &Files, name: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(files[name].as_slice());
    reader.deserialize().map(|row| row.unwrap_or_else(|error| panic!("{name}: {error}"))).collect()
}

#[test]
fn no_two_codes_of_a_list_have_one_name() {
    let rows = table(&sample_folder(), "codes.csv");
    for language in ["FR", "NL", "EN"] {
        let mut named: BTreeMap<(&str, &str), &str> = BTreeMap::new();
        for row in &rows {
            let (list, code, name) = (&row["LIST"], &row["CODE"], &row[language]);
            if let Some(other) = named.insert((list, name), code) {
                panic!("{list}: {other} and {code} are both called '{name}' in {language}");
            }
        }
    }
}

#[test]
fn names_say_in_each_language_what_a_code_is() {
    let rows = codes::rows(&sample_folder()["codes.csv"]).expect("codes");
    for (list, code, names) in [
        // The rule of Eurostat knows a level "basic", and all from there on.
        ("CL_ITEM", "B:16-74", ["de base : 16 à 74 ans", "basis: 16 tot 74 jaar", "basic: 16 to 74 years"]),
        (
            "CL_ITEM",
            "basic:16-74",
            ["au moins de base : 16 à 74 ans", "minstens basis: 16 tot 74 jaar", "at least basic: 16 to 74 years"],
        ),
        ("CL_ITEM", "IL:basic", ["information : de base", "informatie: basis", "information: basic"]),
        ("CL_ITEM", "2", ["borne 2", "kiosk 2", "kiosk 2"]),
        // Codes that stand for two things.
        (
            "CL_ITEM",
            "1",
            ["un niveau de pouvoir ou borne 1", "één bestuursniveau of kiosk 1", "one level of government or kiosk 1"],
        ),
        (
            "CL_ITEM",
            "other",
            ["une autre langue ou autre âge", "een andere taal of andere leeftijd", "another language or other age"],
        ),
        (
            "CL_ITEM",
            "work",
            [
                "travail (groupe de services) ou Travail et chômage (thème)",
                "werk (groep van diensten) of Werk en werkloosheid (onderwerp)",
                "work (group of services) or Work and unemployment (topic)",
            ],
        ),
        ("CL_LANG", "nl", ["néerlandais", "Nederlands", "Dutch"]),
        ("CL_ITEM", "fr", ["français", "Frans", "French"]),
    ] {
        assert_eq!(rows[&(list.to_owned(), code.to_owned())].names.0, names, "{code}");
    }
}

#[test]
fn steps_of_a_guide_that_is_gone_keep_their_names() {
    let (world, mut catalogue) = world();
    let service = catalogue.services.iter().position(|service| service.steps.len() > 1).expect("a guide");
    let first = codes::lists(&world.texts, &catalogue, &[], &Default::default());
    let earlier = codes::rows(&codes::write(&first)).expect("codes");
    let gone = catalogue.services.remove(service);
    let catalogue = catalogue.with_gone(&earlier);
    let later = codes::rows(&codes::write(&codes::lists(&world.texts, &catalogue, &[], &earlier))).expect("codes");
    for step in &gone.steps {
        let key = ("CL_ITEM".to_owned(), format!("{}:{}", gone.named.code, step.code));
        assert_eq!(later[&key], earlier[&key]);
    }
}

#[test]
fn every_figure_that_is_collected_has_a_formula_of_published_counts() {
    let files = sample_folder();
    let rows = table(&files, "indicators.csv");
    assert_eq!(rows.len(), DEFINITIONS.len());
    let mut terms = 0;
    for row in &rows {
        let (id, formula) = (&row["INDICATOR"], &row["FORMULA"]);
        assert_eq!(formula.is_empty(), row["STATUS"] == "L", "{id}");
        assert_eq!(formula.split("; ").count(), row["BREAKDOWN"].split("; ").count(), "{id}: one breakdown a formula");
        for term in formula.split("DF_").skip(1) {
            let (flow, rest) = term.split_once('.').expect("a table and a count");
            let code = rest.split('[').next().expect("a count");
            let count = counts::count(code).unwrap_or_else(|| panic!("{id}: there is no count {code}"));
            let flows: Vec<&str> = count.flows.iter().map(|(flow, _)| flow.id()).collect();
            assert!(flows.contains(&format!("DF_{flow}").as_str()), "{id}: {code} is in {flow}");
            terms += 1;
        }
    }
    assert!(terms > 60, "{terms}");
    let of = |id: &str| rows.iter().find(|row| row["INDICATOR"] == id).expect("an indicator");
    assert!(
        of("INC10")["BREAKDOWN"].ends_with("service@step@hazard") && of("INC10")["FORMULA"].contains("earlier step")
    );
    assert!(of("INC15")["BREAKDOWN"].ends_with("lesson@error") && of("INC15")["FORMULA"].contains("sqrt"));
    assert_eq!(of("INC25")["FREQ"], "Q");
}

#[test]
fn every_column_is_described() {
    let files = sample_folder();
    let of_package = json(&files, "datapackage.json");
    let of_package = of_package["resources"].as_array().expect("resources").iter();
    let fields = of_package
        .flat_map(|one| one["schema"]["fields"].as_array().expect("fields"))
        .map(|field| &field["description"]);
    let of_csvw = json(&files, "kiosk-2026-Q4.csv-metadata.json");
    let columns = of_csvw["tableSchema"]["columns"].as_array().expect("columns").iter();
    let told: Vec<_> = fields.chain(columns.map(|column| &column["dc:description"])).collect();
    assert!(told.len() > 100 && told.iter().all(|told| told.as_str().is_some_and(|told| told.len() > 10)), "{told:?}");
}
