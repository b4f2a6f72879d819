//! What things are called in the report, and of what its shares are shares.

use inclusion_kiosk::base::Group;
use inclusion_kiosk::indicators::formats::codes::{self, CodeList};
use inclusion_kiosk::indicators::known::UNLISTED;

use super::*;

/// A page of October 2026 with the names that are published.
fn named(published: Vec<Observation>) -> Written {
    let (library, texts) = world();
    let lists = codes::lists(&texts, &catalogue(&library, &texts, 2), &published, &Codes::new());
    let codes = codes_of(&lists);
    Written::from("2026-10", (&library, texts), codes, published)
}

fn codes_of(lists: &[CodeList]) -> Codes {
    codes::rows(&codes::write(lists)).expect("codes")
}

/// The tables of October 2026 with the names that are published, by name.
fn csv_of(published: &[Observation]) -> Vec<(String, String)> {
    let (library, texts) = world();
    let codes = codes_of(&codes::lists(&texts, &catalogue(&library, &texts, 2), published, &Codes::new()));
    let communes = communes(&library, &texts);
    let report = Report::of(period("2026-10"), published, &communes, false).expect("a report");
    let topics = topics(&library, &texts);
    let lexicon = Lexicon::new(&texts, &codes, &communes, &topics);
    let text = |bytes| String::from_utf8(bytes).expect("text");
    tables(&report, &lexicon).into_iter().map(|(name, bytes)| (name, text(bytes))).collect()
}

fn october(flow: Flow, indicator: &'static str, item: &str, value: u64) -> Observation {
    observation(flow, indicator, "2026-10", item, Some(Value::Whole(value)))
}

/// How much a kiosk worked in a month, in tenths of a percent.
pub fn worked(of: &str, site: &str, kiosk: &str, tenths: i64) -> Observation {
    let mut figure = observation(Flow::Exact, "INC24", of, kiosk, Some(Value::Tenths(tenths)));
    figure.key.site = site.to_owned();
    figure.unit = "PT";
    figure
}

/// The title of a chart as it is read.
fn title(written: &Written, tag: &str, id: &str) -> String {
    let (_, figure) = written.page.split_once(&format!("<figure id=\"{tag}-c-{id}\">")).expect("the chart");
    let title = figure.split_once("</h4>").expect("a title").0;
    pieces(title).map(|(_, text)| text).collect::<String>().replace('\u{a0}', " ")
}

fn openings(lang: &str, group: Group, value: Option<u64>) -> Observation {
    let mut figure = observation(Flow::T6, "OPENED", "2026-10", group.name(), value.map(Value::Whole));
    figure.key.lang = lang.to_owned();
    figure
}

#[test]
fn the_number_of_a_kiosk_stands_under_a_name() {
    let written = named(vec![worked("2026-10", "BIB21001A", "1", 991)]);
    for (tag, name) in [("fr", "Borne"), ("nl", "Kiosk"), ("en", "Kiosk")] {
        let (_, table) = written.main(tag).split_once(&format!("id=\"{tag}-t-availability\"")).expect("the table");
        assert!(table.contains(&format!("<th scope=\"col\">{name}</th>")), "{tag}");
        assert!(!written.main(tag).contains("{$"), "{tag}: the place of a number is shown");
    }
}

#[test]
fn what_is_withheld_and_what_is_missing_are_told_by_different_words() {
    let mut published = two_months();
    published.retain(|one| one.key.indicator != "INC12" || one.key.period == period("2026-09"));
    published.extend([
        openings("fr", Group::Health, Some(40)),
        openings("nl", Group::Health, None),
        openings("nl", Group::Work, Some(35)),
        observation(Flow::OneWay, "HOME_NET", "2026-10", "yes", None),
    ]);
    let written = named(published);
    for (tag, withheld, missing) in
        [("fr", "caché", "pas de chiffre"), ("nl", "verborgen", "geen cijfer"), ("en", "withheld", "no figure")]
    {
        let main = written.main(tag);
        assert!(main.contains(&format!("<td class=\"q\">{withheld}</td>")), "{tag}: the table");
        let (_, bars) = main.split_once(&format!("id=\"{tag}-c-by-language\"")).expect("the chart");
        let bars = bars.split_once("</figure>").expect("its end").0;
        for said in [withheld, missing] {
            assert!(bars.contains(&format!(">{said}</text>")), "{tag}: {said} among the bars\n{bars}");
        }
        assert!(title(&written, tag, "home-net").contains(&format!("({withheld})")), "{tag}: what is withheld");
        assert!(title(&written, tag, "unmet").ends_with(&format!(": {missing}")), "{tag}: what is missing");
        assert!(main.contains(&format!("<p class=\"big none\">{missing}</p>")), "{tag}: the tile");
    }
}

#[test]
fn below_a_chart_stands_only_what_is_drawn_in_it() {
    let withheld = |count: u64| {
        let mut published: Vec<Observation> =
            (0..count).map(|at| october(Flow::OneWay, "ZERO_TOPIC", &format!("topic-{at}"), 20 + 5 * at)).collect();
        published.push(observation(Flow::OneWay, "ZERO_TOPIC", "2026-10", "last", None));
        let written = named(published);
        let (_, figure) = written.main("en").split_once("id=\"en-c-topics\"").expect("the chart");
        let (_, table) = written.main("en").split_once("id=\"en-t-topics\"").expect("the table");
        assert!(table.contains("Withheld to protect visitors"), "the table has all");
        figure.split_once("</figure>").expect("its end").0.contains("Hatched:")
    };
    assert!(withheld(4), "it is among the bars");
    assert!(!withheld(12), "there is no room for it");
}

#[test]
fn topics_groups_and_kiosks_are_called_by_their_own_names() {
    // The list of codes has one entry for a group of services and a topic, and one for a kiosk and a level.
    let published = [
        october(Flow::OneWay, "ZERO_TOPIC", "work", 40),
        openings("fr", Group::Work, Some(40)),
        worked("2026-10", "BIB21001A", "1", 991),
    ];
    let written = named(published.to_vec());
    let said = [
        ("fr", "topics", "Travail et chômage (40)"),
        ("nl", "topics", "Werk en werkloosheid (40)"),
        ("en", "topics", "Work and unemployment (40)"),
        ("en", "by-language", "work, French (40)"),
    ];
    for (tag, id, end) in said {
        let title = title(&written, tag, id);
        assert!(title.ends_with(&format!(": {end}")), "{title}");
    }
    for tag in LANGUAGES {
        assert!(!written.main(tag).contains("(group"), "{tag}: two things are named as one");
    }
    let tables = csv_of(&published);
    for (name, wanted) in [
        ("topics.csv", ",work,Travail et chômage,Werk en werkloosheid,Work and unemployment,40"),
        ("by-language.csv", ",work,travail,werk,work,40"),
        ("availability.csv", ",1,borne 1,kiosk 1,kiosk 1,99.1"),
    ] {
        let (_, table) = tables.iter().find(|(one, _)| one == name).expect("the table");
        assert!(table.contains(wanted), "{table}");
    }
}

#[test]
fn a_title_names_no_silence_and_nothing_that_has_no_name() {
    let month = |item: &str, tenths| observation(Flow::Shares, "INC09", "2026-10", item, Some(Value::Tenths(tenths)));
    let step = |item: &str, tenths| observation(Flow::Shares, "INC10", "2026-10", item, Some(Value::Tenths(tenths)));
    let written = named(vec![
        october(Flow::OneWay, "HOME_NET", "skip", 900),
        october(Flow::OneWay, "HOME_NET", "yes", 100),
        october(Flow::OneWay, "HOME_NET", "no", 50),
        october(Flow::OneWay, "ZERO_TOPIC", UNLISTED, 400),
        october(Flow::OneWay, "ZERO_TOPIC", "housing", 100),
        october(Flow::T3, "OPENED", UNLISTED, 400),
        october(Flow::T3, "OPENED", "itsme", 100),
        month(UNLISTED, 100),
        month("itsme", 600),
        step(&format!("itsme:{UNLISTED}"), 300),
        step(&format!("itsme:a+{UNLISTED}"), 250),
        step("itsme:a", 200),
    ]);
    for (id, end) in [
        ("home-net", "yes (100)"),
        ("topics", "Housing and moving (100)"),
        ("demand", "(100 times)"),
        ("guide-services", "60.0 %"),
        ("steps", "20.0 %"),
    ] {
        let title = title(&written, "en", id);
        assert!(title.ends_with(end), "{title}");
    }
    assert!(written.main("en").contains("question skipped"), "it is drawn all the same");
}

#[test]
fn where_only_silence_is_published_the_title_says_that_answers_are_withheld() {
    let written = named(vec![
        october(Flow::OneWay, "HOME_NET", "skip", 900),
        observation(Flow::OneWay, "HOME_NET", "2026-10", "yes", None),
    ]);
    assert_eq!(title(&written, "en", "home-net"), "Voluntary answers: no value (withheld)");
}

#[test]
fn a_share_says_of_what_it_is_a_share() {
    let share = |indicator, tenths| observation(Flow::Shares, indicator, "2026-10", TOTAL, Some(Value::Tenths(tenths)));
    let written = named(vec![
        october(Flow::T1, "ENGAGED", TOTAL, 500),
        share("INC22", 213),
        share("INC13", 121),
        share("INC01", 87),
        share("INC09", 600),
    ]);
    let said = [
        ("en", "<h3>Visits in which something was opened "),
        ("en", "Of the guides begun, <b>60.0</b>"),
        ("en", "Somebody helped in <b>21.3</b>\u{a0}% of the visits in which something was opened"),
        ("en", "<b>12.1</b>\u{a0}% of the visits in which something was opened"),
        ("en", "Visits in which something was opened, per 100 opening hours of the kiosks"),
        ("fr", "Sur les guides commencés, <b>60,0</b>"),
        ("fr", "Quelqu'un a aidé dans <b>21,3</b>\u{a0}% des visites avec un contenu ouvert"),
        ("fr", "<b>12,1</b>\u{a0}% des visites avec un contenu ouvert"),
        ("fr", "Visites avec un contenu ouvert, par 100 heures d'ouverture des bornes"),
        ("nl", "Van de begonnen gidsen werd <b>60,0</b>"),
        ("nl", "Bij <b>21,3</b>\u{a0}% van de bezoeken met iets geopend"),
        ("nl", "<b>12,1</b>\u{a0}% van de bezoeken met iets geopend"),
        ("nl", "Bezoeken met iets geopend, per 100 openingsuren van de kiosken"),
    ];
    for (tag, words) in said {
        assert!(written.main(tag).contains(words), "{tag}: {words}");
    }
}
