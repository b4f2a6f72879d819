//! The report of a published period.

mod middle;
mod words;

use std::collections::BTreeSet;
use std::fs;

use inclusion_kiosk::content::check;
use inclusion_kiosk::content::source::{ContentFiles, dictionaries};
use inclusion_kiosk::content::{Library, Severity};
use inclusion_kiosk::i18n::Texts;
use inclusion_kiosk::indicators::catalogue::{Catalogue, Named, topics};
use inclusion_kiosk::indicators::definitions::{BENCHMARKS, DEFINITIONS};
use inclusion_kiosk::indicators::formats::dcat::Address;
use inclusion_kiosk::indicators::formats::folder::{self, CODES, Context, Files};
use inclusion_kiosk::indicators::formats::{Names, codes};
use inclusion_kiosk::indicators::observation::{Flow, Key, Observation, Status, TOTAL, Value};
use inclusion_kiosk::indicators::period::Period;
use inclusion_kiosk::indicators::report::{Codes, Lexicon, Report, communes, page, tables};
use inclusion_kiosk::shell;

use crate::formats::sample;
use crate::harness::{LANGUAGES, World, lang, numbers, project};
use crate::program::{PROGRAM, command};

/// What the coordinator's program says, and all content.
fn world() -> (Library, Texts) {
    let locales = shell::languages_of_coordinator(Some(&project("locales"))).expect("the project has locales");
    (World::corpus().library, Texts::new(locales).expect("the locales are well formed"))
}

fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

/// The months up to this one, the newest first.
fn months(until: &str, number: usize) -> Vec<Period> {
    std::iter::successors(Some(period(until)), |period| Some(period.before())).take(number).collect()
}

/// A catalogue with so many sites, in all communes.
fn catalogue(library: &Library, texts: &Texts, sites: usize) -> Catalogue {
    let code = |number: usize| format!("BIB{}{}", 21001 + number % 19, char::from(b'A' + (number / 19) as u8));
    let site = |number| Named { code: code(number), names: Names::same(&format!("Bibliothèque n\u{b0} {number}")) };
    Catalogue { sites: (0..sites).map(site).collect(), ..sample::catalogue(library, texts) }
}

/// A page with what it was made of.
struct Written {
    texts: Texts,
    codes: Codes,
    published: Vec<Observation>,
    page: String,
}

impl Written {
    /// The page of figures that were written into a folder of published files, and read from there.
    fn of(period_of_report: &str, sites: usize, periods: &[Period]) -> Written {
        let (library, texts) = world();
        let catalogue = catalogue(&library, &texts, sites);
        let address = Address::default();
        let context = Context { texts: &texts, catalogue: &catalogue, address: &address, is_simulated: true };
        let mut files = Files::new();
        for period in periods {
            let figures = sample::figures(*period, &catalogue);
            files.extend(folder::publish(&figures, &files, &context).expect("a folder"));
        }
        let codes = codes::rows(&files[CODES]).expect("codes");
        let published = folder::read(&files).expect("figures");
        Written::from(period_of_report, (&library, texts), codes, published)
    }

    fn from(
        period_of_report: &str,
        (library, texts): (&Library, Texts),
        codes: Codes,
        published: Vec<Observation>,
    ) -> Written {
        let communes = communes(library, &texts);
        let report = Report::of(period(period_of_report), &published, &communes, true).expect("a report");
        let page = page(&report, &Lexicon::new(&texts, &codes, &communes, &topics(library, &texts)));
        Written { texts, codes, published, page }
    }

    /// What stands on the page in a language.
    fn main(&self, tag: &str) -> &str {
        let (_, after) = self.page.split_once(&format!("<main lang=\"{tag}\">")).expect("the language");
        after.split_once("</main>").expect("its end").0
    }

    /// A published value as the language writes it.
    fn value(&self, tag: &str, value: Value) -> String {
        let lang = lang(tag);
        let text = match value {
            Value::Whole(whole) => self.texts.number(lang, whole as i64),
            Value::Tenths(tenths) => self.texts.tenths(lang, tenths),
        };
        text.to_plain_string()
    }
}

/// A piece of a page: the tag before it, and its text.
fn pieces(html: &str) -> impl Iterator<Item = (&str, &str)> {
    html.split('<').filter_map(|piece| piece.split_once('>'))
}

/// What is read as a text: what screens show, and what is said of pictures.
fn texts_of(html: &str) -> Vec<(&str, &str)> {
    let mut texts = Vec::new();
    for (tag, text) in pieces(html) {
        texts.push((tag, text));
        texts.extend(tag.split_once("aria-label=\"").and_then(|(_, label)| Some((tag, label.split_once('"')?.0))));
    }
    texts
}

/// A year of months, and the quarters and the year in it.
fn a_year() -> Vec<Period> {
    let mut periods = months("2026-12", 14);
    periods.extend(["2026-Q3", "2026-Q4", "2026"].map(period));
    periods
}

#[test]
fn every_number_of_the_page_stands_in_a_published_file() {
    for of in ["2026-12", "2026-Q4", "2026"] {
        let written = Written::of(of, 23, &a_year());
        for tag in LANGUAGES {
            let lang = lang(tag);
            let values = written.published.iter().filter_map(|figure| figure.value);
            let published: BTreeSet<String> = values.map(|value| written.value(tag, value)).collect();
            // What is no figure of a kiosk: words of the house, names of things, official figures, years.
            let locales = shell::languages_of_coordinator(Some(&project("locales"))).expect("locales");
            let said = locales.iter().filter(|locale| locale.lang == lang).flat_map(|locale| &locale.messages);
            let mut words: BTreeSet<String> = said.flat_map(|file| numbers(&file.text)).collect();
            words.extend(written.codes.values().flat_map(|code| code.names.iter().flat_map(|(_, name)| numbers(name))));
            words.extend(DEFINITIONS.iter().flat_map(|one| numbers(one.id)));
            words.extend(
                DEFINITIONS.iter().flat_map(|one| one.desi.iter().chain(one.series).flat_map(|code| numbers(code))),
            );
            let official = |percent: &str| if tag == "en" { percent.to_owned() } else { percent.replace('.', ",") };
            words.extend(BENCHMARKS.iter().flat_map(|one| [official(one.percent), one.year.to_string()]));
            words.extend(BENCHMARKS.iter().flat_map(|one| numbers(one.source)));
            words.extend(written.published.iter().map(|figure| figure.key.period.year().to_string()));
            let mut seen = 0;
            for (element, text) in texts_of(written.main(tag)) {
                let is_tick = element.starts_with("text class=\"t")
                    || element.contains("class=\"t\"")
                    || element.contains(" t\"");
                for number in numbers(text).into_iter().filter(|_| !is_tick) {
                    let is_figure = ["b", "td", "text class=\"v\"", "p class=\"big\""].contains(&element);
                    let is_known = published.contains(&number) || (!is_figure && words.contains(&number));
                    assert!(is_known, "{of} {tag}: {number} in <{element}>{text}");
                    seen += 1;
                }
            }
            assert!(seen > 500, "{of} {tag}: only {seen} numbers");
        }
    }
}

#[test]
fn a_figure_of_the_model_is_a_published_one_of_that_time_or_before() {
    let (library, texts) = world();
    let catalogue = catalogue(&library, &texts, 5);
    let published: Vec<Observation> = a_year().iter().flat_map(|period| sample::figures(*period, &catalogue)).collect();
    let communes = communes(&library, &texts);
    let report = Report::of(period("2026-10"), &published, &communes, false).expect("a report");
    let figures = report.figures();
    assert!(figures.len() > 200, "{}", figures.len());
    for figure in figures {
        assert!(published.contains(figure.observation()));
        assert!(figure.period().end() <= (2026, 10), "{}", figure.period());
    }
    assert_eq!(report.tiles.len(), 7);
    assert_eq!(report.directions.len(), 9);
    assert!(Report::of(period("2027-01"), &published, &communes, false).is_none(), "nothing of it was published");
}

fn observation(flow: Flow, indicator: &'static str, of: &str, item: &str, value: Option<Value>) -> Observation {
    let [site, lang] = [TOTAL, TOTAL].map(str::to_owned);
    let key = Key { flow, period: period(of), indicator, site, lang, item: item.to_owned() };
    let status = if value.is_some() { Status::Normal } else { Status::Withheld };
    Observation { key, value, status, unit: if flow == Flow::Shares { "PT" } else { "SESSION" } }
}

/// What happened in two months.
fn two_months() -> Vec<Observation> {
    let mut published = Vec::new();
    for (of, opened, ended, unmet) in [("2026-09", 12_255, 617, 176), ("2026-10", 11_985, 609, 184)] {
        published.extend([
            observation(Flow::T1, "SESSIONS", of, TOTAL, Some(Value::Whole(16_040))),
            observation(Flow::T1, "ENGAGED", of, TOTAL, Some(Value::Whole(opened))),
            observation(Flow::T3, "GUIDE_START", of, TOTAL, Some(Value::Whole(9_000))),
            observation(Flow::OneWay, "SEARCH", of, "hit", Some(Value::Whole(400))),
            observation(Flow::OneWay, "SEARCH", of, "zero", Some(Value::Whole(100))),
            observation(Flow::Shares, "INC09", of, TOTAL, Some(Value::Tenths(ended))),
            observation(Flow::Shares, "INC12", of, TOTAL, Some(Value::Tenths(unmet))),
        ]);
    }
    published
}

fn page_of(published: Vec<Observation>) -> Written {
    let (library, texts) = world();
    Written::from("2026-10", (&library, texts), Codes::new(), published)
}

/// The page as a reader reads it, from its beginning to the first tile.
fn top(written: &Written, tag: &str) -> String {
    let main = written.main(tag).split("<article").next().expect("a beginning");
    pieces(main).map(|(_, text)| text).collect::<String>().replace('\u{a0}', " ")
}

#[test]
fn the_first_screen_says_what_happened_in_three_sentences() {
    let written = page_of(two_months());
    let said = [
        (
            "fr",
            [
                "Un contenu a été ouvert dans 11 985 visites : moins qu'avant (12 255).",
                "Sur les guides commencés, 60,9 % ont été lus jusqu'au bout : moins qu'avant (61,7 %).",
                // Of 500 searches, rounding alone may make such a difference.
                "18,4 % des recherches n'ont rien trouvé : presque comme avant (17,6 %).",
            ],
        ),
        (
            "nl",
            [
                "Bezoekers openden iets bij 11.985 bezoeken: minder dan ervoor (12.255).",
                "Van de begonnen gidsen werd 60,9 % tot het einde gelezen: minder dan ervoor (61,7 %).",
                "18,4 % van de zoekopdrachten vond niets: ongeveer zoals ervoor (17,6 %).",
            ],
        ),
        (
            "en",
            [
                "Visitors opened something in 11,985 visits: fewer than before (12,255).",
                "Of the guides begun, 60.9 % were read to the end: less than before (61.7 %).",
                "18.4 % of the searches found nothing: about as before (17.6 %).",
            ],
        ),
    ];
    for (tag, sentences) in said {
        let top = top(&written, tag);
        for sentence in sentences {
            assert!(top.contains(sentence), "{tag}: {sentence}\n{top}");
        }
    }
}

#[test]
fn what_is_withheld_is_said_and_hatched_and_is_never_nothing() {
    let mut published = two_months();
    for figure in published.iter_mut().filter(|one| one.key.period == period("2026-10") && one.key.flow != Flow::Exact)
    {
        *figure = Observation { value: None, status: Status::Withheld, ..figure.clone() };
    }
    let written = page_of(published);
    let top = top(&written, "en");
    assert!(top.contains("Nothing can be said about the number of visits."), "{top}");
    let main = written.main("en");
    assert!(main.contains("<p class=\"big none\">withheld</p>"), "the tile says so");
    assert!(main.contains("<rect class=\"q\""), "it is hatched");
    assert!(main.contains("<td class=\"q\">withheld</td>"), "so does the table");
    assert!(main.contains("<h4>Visits: no value (withheld)</h4>"), "the title says of what there is no value");
    for (tag, text) in pieces(main) {
        let is_figure = tag == "td" || tag == "text class=\"v\"" || tag.starts_with("p class=\"big");
        assert!(!(is_figure && text.trim_end_matches(" %") == "0"), "<{tag}>{text}");
    }
}

#[test]
fn the_same_figures_give_the_same_page_in_whatever_order_they_come() {
    let mut written = Written::of("2026-12", 7, &a_year());
    let (library, texts) = world();
    written.published.reverse();
    let again = Written::from("2026-12", (&library, texts), written.codes, written.published);
    assert!(again.page == written.page, "the pages differ");
}

#[test]
fn the_page_asks_for_nothing_else() {
    let written = Written::of("2026-12", 3, &a_year());
    for word in ["http:", "https:", "//", " src=", "@import", "<iframe", "<object", "<form"] {
        let found = written.page.match_indices(word).next();
        let around = |at: usize| written.page.get(at.saturating_sub(40)..at + 40).unwrap_or_default();
        assert!(found.is_none(), "{word}: {}", around(found.map_or(0, |(at, _)| at)));
    }
    let addresses: BTreeSet<&str> =
        written.page.match_indices("url(").filter_map(|(at, _)| written.page.get(at..at + 11)).collect();
    assert_eq!(addresses, BTreeSet::from(["url(#hatch)"]));
}

#[test]
fn each_chart_has_a_title_a_measure_words_for_those_who_do_not_see_it_and_a_table() {
    let (library, texts) = world();
    let catalogue = catalogue(&library, &texts, 23);
    let published: Vec<Observation> = a_year().iter().flat_map(|period| sample::figures(*period, &catalogue)).collect();
    let communes = communes(&library, &texts);
    let report = Report::of(period("2026-12"), &published, &communes, false).expect("a report");
    let codes = Codes::new();
    let topics = topics(&library, &texts);
    let lexicon = Lexicon::new(&texts, &codes, &communes, &topics);
    let page = page(&report, &lexicon);
    let charts: Vec<&str> = report.charts().map(|chart| chart.id).collect();
    assert!(charts.len() > 18, "{charts:?}");
    for tag in LANGUAGES {
        for id in &charts {
            let (_, figure) = page.split_once(&format!("<figure id=\"{tag}-c-{id}\">")).expect("the chart");
            let figure = figure.split_once("</figure>").expect("its end").0;
            for part in ["<figcaption><h4>", "<p class=\"soft\">", &format!("href=\"#{tag}-t-{id}\"")] {
                assert!(figure.contains(part), "{tag} {id}: {part}");
            }
            let is_drawn = figure.contains("<svg role=\"img\" aria-label=\"") || figure.contains("<p class=\"none\">");
            assert!(is_drawn, "{tag} {id}");
            assert!(page.contains(&format!("id=\"{tag}-t-{id}\"")), "{tag} {id} has a table");
            assert!(!figure.contains("report-"), "{tag} {id}: a message is missing");
        }
    }
    let tables = tables(&report, &lexicon);
    assert_eq!(tables.len(), charts.len());
    for (name, bytes) in tables {
        let rows = csv::Reader::from_reader(bytes.as_slice()).records().count();
        assert!(rows > 0 && name.ends_with(".csv"), "{name}");
    }
}

#[test]
fn the_page_is_under_a_megabyte_with_sixty_months_of_two_hundred_sites() {
    let (library, texts) = world();
    let catalogue = catalogue(&library, &texts, 200);
    let months = months("2026-12", 60);
    let mut published: Vec<Observation> = months.iter().flat_map(|month| sample::figures(*month, &catalogue)).collect();
    for quarter in std::iter::successors(Some(period("2026-Q4")), |quarter| Some(quarter.before())).take(20) {
        published.extend(sample::figures(quarter, &catalogue));
    }
    // The sample has five services; there are more.
    for (number, service) in catalogue.services.iter().enumerate().skip(5) {
        let code = service.named.code.as_str();
        let [opened, ended, step] =
            [Value::Whole(10 + 5 * number as u64), Value::Tenths(600), Value::Tenths(71)].map(Some);
        published.push(observation(Flow::T3, "OPENED", "2026-12", code, opened));
        published.push(observation(Flow::Shares, "INC09", "2026-12", code, ended));
        for at in &service.steps {
            published.push(observation(Flow::Shares, "INC10", "2026-Q4", &format!("{code}:{}", at.code), step));
        }
    }
    for site in &catalogue.sites {
        let mut kiosk = observation(Flow::Exact, "INC24", "2026-12", "3", Some(Value::Tenths(991)));
        kiosk.key.site.clone_from(&site.code);
        published.push(kiosk);
    }
    let lists = codes::lists(&texts, &catalogue, &published, &Codes::new());
    let codes = codes::rows(&codes::write(&lists)).expect("codes");
    let written = Written::from("2026-12", (&library, texts), codes, published);
    let bytes = written.page.len();
    assert!(bytes < 1_000_000, "{bytes} bytes");
    assert!(bytes > 300_000, "{bytes} bytes: something is missing");
}

#[test]
fn the_words_of_the_report_follow_the_rules_of_the_house() {
    let mut files = ContentFiles::read(&project("content")).expect("the project has content");
    // Of the content, the lists of words alone.
    files.files.retain(|file| !file.path.contains('/'));
    let locales = shell::languages_of_coordinator(Some(&project("locales"))).expect("the project has locales");
    let langs: Vec<_> = locales.iter().map(|locale| locale.lang).collect();
    let folders = dictionaries::FOLDERS.map(std::path::Path::new).to_vec();
    let (dictionaries, _) = dictionaries::read(&folders, &langs);
    let found = check::check(&files, &locales, &dictionaries);
    let of_report = |path: &str| path.contains("locales-coordinator");
    let faults: Vec<String> = found
        .iter()
        .filter(|finding| of_report(&finding.path) && finding.rule.severity() != Severity::Hint)
        .map(ToString::to_string)
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_quarter_and_a_year_tell_of_what_comes_monthly_in_the_newest_month_of_them() {
    let (library, texts) = world();
    let catalogue = catalogue(&library, &texts, 3);
    let published: Vec<Observation> = a_year().iter().flat_map(|period| sample::figures(*period, &catalogue)).collect();
    for (of, languages, visits) in
        [("2026-11", "2026-11", "2026-11"), ("2026-Q4", "2026-12", "2026-Q4"), ("2026", "2026-12", "2026")]
    {
        let report = Report::of(period(of), &published, &[], false).expect("a report");
        let told =
            |at: usize| report.tiles[at].lines.first().and_then(|line| line.series.period()).map(|one| one.to_string());
        assert_eq!([told(0).as_deref(), told(1).as_deref()], [Some(visits), Some(languages)], "{of}");
    }
}

#[test]
fn the_command_writes_a_page_and_tables_and_says_what_to_do_where_nothing_was_published() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("a name").to_owned();
    let (library, texts) = world();
    let catalogue = catalogue(&library, &texts, 3);
    let address = Address::default();
    let context = Context { texts: &texts, catalogue: &catalogue, address: &address, is_simulated: true };
    let figures = sample::figures(period("2026-11"), &catalogue);
    fs::create_dir(path("published")).expect("a folder");
    for (name, bytes) in folder::publish(&figures, &Files::new(), &context).expect("a folder") {
        fs::write(path("published") + "/" + &name, bytes).expect("written");
    }
    let report = |period: &str| {
        let mut command = command(PROGRAM);
        command.current_dir(project(".")).args([
            "indicators",
            "report",
            "--period",
            period,
            "--from",
            &path("published"),
        ]);
        command.args(["--out", &path("report.html"), "--tables", &path("tables")]).output().expect("it starts")
    };
    let output = report("2026-12");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("nothing of 2026-12 was published") && said.contains("publish it first"), "{said}");
    assert!(!folder.path().join("report.html").exists(), "nothing is written");

    let output = report("2026-11");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let page = fs::read_to_string(path("report.html")).expect("a page");
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"fr\">") && page.contains("Visites inventées"));
    let table = fs::read_to_string(path("tables") + "/visits.csv").expect("a table");
    assert!(
        table.starts_with(
            "INDICATOR,TIME_PERIOD,SITE,LANG,ITEM,NAME_FR,NAME_NL,NAME_EN,OBS_VALUE,OBS_STATUS,UNIT_MEASURE"
        )
    );

    // What is missing by accident would look as if nothing had been published.
    fs::remove_file(path("published") + "/kiosk-2026-11-shares.csv").expect("removed");
    fs::remove_file(path("report.html")).expect("removed");
    let output = report("2026-11");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("'kiosk-2026-11-shares.csv' was published and is missing: put it back"), "{said}");
    assert!(!folder.path().join("report.html").exists(), "nothing is written");
}

#[test]
fn a_sentence_about_a_part_of_the_period_says_which() {
    let mut published = two_months();
    published.push(observation(Flow::T1, "ENGAGED", "2026", TOTAL, Some(Value::Whole(90_000))));
    let (library, texts) = world();
    let written = Written::from("2026", (&library, texts), Codes::new(), published);
    let top = top(&written, "en");
    assert!(top.contains("Visitors opened something in 90,000 visits."), "{top}");
    assert!(top.contains("less than before (61.7 %). Only: October 2026."), "{top}");
    assert_eq!(top.matches("Only:").count(), 2, "{top}");
}
