//! The search against what people type: judged queries in each language, each with the items that a helper behind a desk
//! would accept as the first answer. `cargo test --test all judged -- --nocapture` writes the figures of both halves, and
//! what is missed of the half that may be looked at.

use std::fs;

use inclusion_kiosk::base::Lang;
use inclusion_kiosk::content::Library;
use inclusion_kiosk::content::model::ItemId;
use inclusion_kiosk::content::parse;
use inclusion_kiosk::content::search::{Field, Found, SectionAt};
use proptest::prelude::*;
use serde::Deserialize;

use crate::harness::{LANGUAGES, World, lang, project};

/// So many of the first three hits of a hundred queries must be right, in each language, in the half that is for judging.
const TARGET: f64 = 95.0;

#[derive(Deserialize)]
struct Judged {
    query: Vec<Query>,
}

#[derive(Deserialize)]
struct Query {
    text: String,
    kind: String,
    wants: Vec<String>,
}

/// Answers from this place on are shown: `SHOWN=1` shows all that are not the first.
fn shown() -> usize {
    std::env::var("SHOWN").ok().and_then(|place| place.parse().ok()).unwrap_or(3)
}

fn judged(tag: &str, half: &str) -> Vec<Query> {
    let path = project(&format!("tests/search/{tag}/{half}.toml"));
    let text = fs::read_to_string(path).expect("the judged queries");
    toml::from_str::<Judged>(&text).expect("queries").query
}

fn name(library: &Library, item: ItemId) -> String {
    library.name_of(item).expect("a hit is there").into()
}

fn names(library: &Library, found: &Found) -> Vec<String> {
    found.hits.iter().map(|hit| name(library, hit.item)).collect()
}

/// Success at one and at three, and the mean reciprocal rank, of a hundred.
struct Figures {
    one: f64,
    three: f64,
    rank: f64,
}

fn figures(library: &Library, tag: &str, half: &str, show: bool) -> Figures {
    let queries = judged(tag, half);
    let (mut one, mut three, mut rank) = (0, 0, 0.0);
    for query in &queries {
        let found = library.search(&query.text, lang(tag), 10);
        let names = names(library, &found);
        let place = names.iter().position(|name| query.wants.contains(name));
        one += usize::from(place == Some(0));
        three += usize::from(place.is_some_and(|place| place < 3));
        rank += place.map_or(0.0, |place| 1.0 / (place + 1) as f64);
        if show && place.is_none_or(|place| place >= shown()) {
            let hits: Vec<String> = found
                .hits
                .iter()
                .zip(&names)
                .take(4)
                .map(|(hit, name)| format!("{name} ({} {})", hit.word, hit.score))
                .collect();
            println!(
                "{tag} {:6} {:40} wants {} at {place:?}, has {}",
                query.kind,
                query.text,
                query.wants.join(","),
                hits.join(", ")
            );
        }
    }
    let of_hundred = |count: f64| 100.0 * count / queries.len() as f64;
    let figures =
        Figures { one: of_hundred(one as f64), three: of_hundred(three as f64), rank: rank / queries.len() as f64 };
    let Figures { one, three, rank } = figures;
    println!(
        "{tag} {half:8} {:3} queries: success@1 {one:5.1} %, success@3 {three:5.1} %, mean reciprocal rank {rank:.3}",
        queries.len()
    );
    figures
}

#[test]
fn judged_queries_find_a_right_answer_among_the_first_three() {
    let library = World::corpus().library;
    let tuned = LANGUAGES.map(|tag| figures(&library, tag, "tuning", true));
    if std::env::var_os("TUNING").is_some() {
        return;
    }
    let judged = LANGUAGES.map(|tag| figures(&library, tag, "judging", false));
    for (tag, figures) in LANGUAGES.iter().zip(tuned.iter()).chain(LANGUAGES.iter().zip(judged.iter())) {
        assert!(
            figures.three >= TARGET,
            "{tag}: {:.1} % of the queries have a right answer among the first three",
            figures.three
        );
        assert!(figures.rank > 0.5 && figures.one > 50.0, "{tag}: the right answers stand low");
    }
}

/// What is wrong where an item is not among the first `most` for one of these queries, or where the search itself says that
/// it found nothing that fits.
fn faults<'q>(
    library: &Library,
    item: ItemId,
    queries: impl IntoIterator<Item = (Lang, &'q str)>,
    most: usize,
) -> Vec<String> {
    let fault = |(tag, query): (Lang, &str)| {
        let found = library.search(query, tag, 10);
        let place = found.hits.iter().position(|hit| hit.item == item);
        let is_found = !found.is_weak && place.is_some_and(|place| place < most);
        (!is_found).then(|| format!("{tag} '{query}' finds {:?}, weak: {}", names(library, &found), found.is_weak))
    };
    queries.into_iter().filter_map(fault).collect()
}

#[test]
fn every_service_is_found_by_its_own_title_among_the_first_two() {
    let library = World::corpus().library;
    for (id, service) in library.services() {
        let titles = service.texts.0.iter().map(|(tag, text)| (*tag, &*text.title));
        assert_eq!(faults(&library, ItemId::Service(id), titles, 2), [""; 0]);
    }
}

#[test]
fn every_place_that_residents_see_is_found_by_its_own_name_among_the_first_three() {
    let library = World::corpus().library;
    for helper in library.helpers().iter() {
        let names = helper.name.0.iter().map(|(tag, name)| (*tag, &**name));
        assert_eq!(faults(&library, ItemId::Place(helper.id), names, 3), [""; 0]);
    }
}

#[test]
fn every_commune_is_found_by_its_names_and_its_postcodes_first_or_second() {
    let library = World::corpus().library;
    for (id, commune) in library.communes() {
        let names = commune.name.0.iter().map(|(tag, name)| (*tag, &**name));
        let postcodes = commune.postcodes.iter().flat_map(|code| LANGUAGES.map(|tag| (lang(tag), &**code)));
        assert_eq!(faults(&library, ItemId::Commune(id), names.chain(postcodes), 2), [""; 0]);
    }
}

#[test]
fn places_are_found_by_what_they_are_called_and_where_they_are() {
    let library = World::corpus().library;
    for (query, tag, wanted) in [
        ("evere", "fr", "evere"),
        ("1140", "nl", "evere"),
        ("skarbeek", "fr", "schaerbeek"),
        ("Schaarbeek", "fr", "schaerbeek"),
        ("muntpunt", "en", "muntpunt"),
        ("muntpunkt", "nl", "muntpunt"),
        ("bibliothèque schaerbeek", "fr", "bib-mille-et-une-pages"),
        ("bibliothèque thomas owen", "fr", "bib-thomas-owen"),
        ("02 240 32 80", "en", "bib-mille-et-une-pages"),
        ("avenue de roodebeek 111", "fr", "bib-thomas-owen"),
    ] {
        let found = library.search(query, lang(tag), 3);
        assert!(names(&library, &found).iter().any(|name| name == wanted), "{tag} {query}: {found:#?}");
        assert!(!found.is_weak, "{tag} {query}");
    }
    let understood = |query: &str| library.search(query, lang("fr"), 3).understood;
    assert_eq!(understood("muntpunkt"), ["muntpunt".into()]);
    let completed = |query: &str| library.search(query, lang("fr"), 3).completion;
    assert_eq!(completed("muntp").as_deref(), Some("unt"));
}

#[test]
fn a_guide_comes_before_the_places_that_share_its_words() {
    let library = World::corpus().library;
    for (query, tag) in [("carte d'identité schaerbeek", "fr"), ("kinderbijslag evere", "nl"), ("itsme 1140", "en")] {
        let found = library.search(query, lang(tag), 10);
        let is_guide = found.hits.first().is_some_and(|hit| matches!(hit.item, ItemId::Service(_)));
        let commune = found.hits.iter().position(|hit| matches!(hit.item, ItemId::Commune(_)));
        assert!(is_guide && commune.is_some(), "{tag} {query}: {:?}", names(&library, &found));
    }
}

/// What staff wrote: a place of their own, one that is known by another name, and one that is gone.
const OF_STAFF: &str = r#"
[[place]]
id = "own"
name = { fr = "Le Zwinlabo" }
kind = "other"
commune = "jette"
postcode = "1090"
help = "confirmed"
status = "confirmed"
source = "https://example.be"
checked = 2026-11-23

[[place]]
id = "bib-mille-et-une-pages"
name = { nl = "Kwetterhuis" }
kind = "library"
help = "confirmed"
status = "confirmed"
source = "https://example.be"
checked = 2026-11-23

[[place]]
id = "bib-thomas-owen"
name = { fr = "Bibliothèque Thomas Owen" }
kind = "library"
help = "confirmed"
status = "closed"
source = "https://example.be"
checked = 2026-11-23
"#;

#[test]
fn a_place_that_staff_wrote_is_found_over_a_folder_and_over_a_pack() {
    let folder = World::corpus();
    let (packed, _kept) = folder.packed();
    // The index of the shelf is there before staff write anything.
    let before = [
        folder.library.search("mille et une pages", lang("fr"), 3),
        packed.library.search("mille et une pages", lang("fr"), 3),
    ];
    assert_eq!(names(&folder.library, &before[0]).first().map(String::as_str), Some("bib-mille-et-une-pages"));
    assert_eq!(before[0], before[1]);
    for library in [&folder.library, &packed.library] {
        let (amended, findings) = parse::amend(library, "places.toml", OF_STAFF);
        assert_eq!(findings, []);
        for tag in LANGUAGES {
            let first = |query: &str| names(&amended, &amended.search(query, lang(tag), 3)).into_iter().next();
            assert_eq!(first("zwinlabo").as_deref(), Some("own"), "{tag}");
            assert_eq!(first("kweterhuis").as_deref(), Some("bib-mille-et-une-pages"), "{tag}");
            assert!(
                !names(&amended, &amended.search("thomas owen", lang(tag), 10)).contains(&"bib-thomas-owen".into())
            );
            let old = amended.search("mille et une pages", lang(tag), 10);
            assert!(
                !names(&amended, &old).contains(&"bib-mille-et-une-pages".to_owned()),
                "the name that staff corrected, {tag}"
            );
        }
        let one = amended.search("carte d'identité jette", lang("fr"), 10);
        assert_eq!(
            one,
            parse::amend(&folder.library, "places.toml", OF_STAFF).0.search("carte d'identité jette", lang("fr"), 10)
        );
    }
}

/// What nobody types on purpose.
const ODD: [&str; 12] = [
    "",
    " ",
    "e\u{301}\u{301}\u{301}",
    "🚌🚌🚌",
    "👩‍👩‍👧‍👦 kaart",
    "\u{1b}[2J\u{7}\u{0}",
    "\u{202e}\u{200b}\u{feff}",
    "漢字 שלום العربية",
    "'''''-----",
    "ﬁﬂ ß İ ŉ ǰ",
    "0",
    "000000000000000000000000000000000000000000",
];

#[test]
fn odd_and_endless_queries_are_answered() {
    let world = World::real();
    let long = [
        "a".repeat(10_000),
        "kaart ".repeat(2_000),
        "é".repeat(10_000),
        "🚌".repeat(10_000),
        "identiteitskaartidentiteitskaart".repeat(300),
        "de la le les ".repeat(1_000),
    ];
    for query in ODD.iter().copied().chain(long.iter().map(String::as_str)) {
        for tag in LANGUAGES.iter().chain(&["xx"]) {
            let found = world.library.search(query, lang(tag), 10);
            assert!(found.hits.len() <= 10 && !found.topics.is_empty(), "{query:.20}");
            assert_eq!(found, world.library.search(query, lang(tag), 10), "{query:.20}");
        }
    }
    let nothing = world.library.search("", lang("fr"), 10);
    assert!(nothing.hits.is_empty() && !nothing.is_weak, "who typed nothing has not failed");
}

#[test]
fn another_search_is_shown_every_title_and_every_everyday_word() {
    let world = World::real();
    for tag in LANGUAGES.map(lang) {
        let mut shown = Vec::new();
        world.library.searched(tag, &mut |item, field, text| shown.push((item, field, text.to_owned())));
        for (id, service) in world.library.services() {
            let item = ItemId::Service(id);
            let title = service.texts.get(tag).map(|text| (Field::Title, &text.title));
            let words = service.words.get(tag).into_iter().flatten().map(|word| (Field::Words, word));
            for (field, text) in title.into_iter().chain(words) {
                assert!(shown.contains(&(item, field, text.to_string())), "{} {text}", service.id);
            }
        }
    }
}

#[test]
fn what_nobody_knows_still_leads_somewhere() {
    let library = World::corpus().library;
    for tag in LANGUAGES {
        let found = library.search("qqqqxxzz", lang(tag), 10);
        assert!(found.hits.is_empty() && found.is_weak && found.understood.is_empty());
        assert_eq!((found.topics.len(), found.other_words.len()), (4, 4), "{tag}");
    }
}

#[test]
fn the_reason_of_a_hit_is_a_word_of_the_content_and_its_language() {
    let library = World::corpus().library;
    let first = |query: &str, tag: &str| {
        let found = library.search(query, lang(tag), 3);
        let hit = found.hits.first().expect("a hit").clone();
        (name(&library, hit.item), hit.word.to_string(), hit.lang.to_string())
    };
    let is = |(id, word, tag): (String, String, String), expected: (&str, &str, &str)| {
        assert_eq!((id.as_str(), word.as_str(), tag.as_str()), expected);
    };
    is(first("kart didentiter", "fr"), ("eid-card", "carte", "fr"));
    is(first("kinderbeslag", "nl"), ("child-benefit-brussels", "kinderbijslag", "nl"));
    is(first("verhuizing", "fr"), ("find-moving", "verhuizing", "nl"));
    is(first("kinderbijslagg", "nl"), ("child-benefit-brussels", "kinderbijslag", "nl"));
}

#[test]
fn a_word_is_completed_as_the_content_writes_it() {
    let library = World::corpus().library;
    let completed =
        |query: &str, tag: &str| library.search(query, lang(tag), 1).completion.map(|rest| format!("{query}{rest}"));
    assert_eq!(completed("identi", "fr").as_deref(), Some("identité"));
    assert_eq!(completed("ma carte d'IDENTI", "fr").as_deref(), Some("ma carte d'IDENTIté"));
    assert_eq!(completed("rijbew", "nl").as_deref(), Some("rijbewijs"));
    for query in ["", "i", "carte ", "qqqq", "🚌", "itsme"] {
        assert_eq!(completed(query, "fr"), None, "{query}");
    }
}

#[test]
fn a_hit_in_a_section_alone_leads_to_that_section() {
    let world = World::real();
    let service = world.service("itsme");
    let found = world.library.search("I changed or lost my phone", lang("en"), 5);
    let hit = found.hits.iter().find(|hit| hit.item == ItemId::Service(service)).expect("itsme");
    let stuck = world
        .library
        .service(service)
        .expect("itsme")
        .stuck()
        .iter()
        .position(|section| &*section.id == "stuck-other-phone");
    assert!(hit.section.is_none() || hit.section == stuck.map(|at| SectionAt::Stuck(at as u16)), "{hit:?}");
}

#[test]
fn a_pack_finds_what_its_folder_finds() {
    let folder = World::corpus();
    let (packed, _kept) = folder.packed();
    for tag in LANGUAGES {
        let helpers = folder.library.helpers();
        let of_places = helpers.iter().filter_map(|helper| helper.name.get(lang(tag))).map(|name| name.to_string());
        let communes = folder.library.communes().flat_map(|(_, commune)| commune.postcodes.clone());
        let judged = judged(tag, "tuning").into_iter().map(|query| query.text);
        for query in judged.chain(of_places).chain(communes.map(String::from)) {
            let (one, other) =
                (folder.library.search(&query, lang(tag), 10), packed.library.search(&query, lang(tag), 10));
            assert_eq!(one, other, "{tag} {query}");
        }
    }
    assert!(!packed.library.is_damaged());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_letter_by_letter_is_answered_the_same_each_time(query in "\\PC{0,30}|[a-zéèç' -]{0,40}", tag in 0usize..3) {
        let world = World::real();
        let tag = lang(LANGUAGES[tag]);
        let ends = query.char_indices().map(|(at, _)| at).chain([query.len()]);
        for end in ends {
            let found = world.library.search(&query[..end], tag, 5);
            prop_assert_eq!(&found, &world.library.search(&query[..end], tag, 5));
            let mut items: Vec<ItemId> = found.hits.iter().map(|hit| hit.item).collect();
            items.dedup();
            prop_assert_eq!(items.len(), found.hits.len(), "each item once");
        }
    }
}
