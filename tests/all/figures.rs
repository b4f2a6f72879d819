//! What staff see of counts: `kiosk indicators view`.

use inclusion_kiosk::app::figures::{CountedAt, Figures};
use inclusion_kiosk::app::{App, Effect, FiguresAt, Reason, Screen};
use inclusion_kiosk::base::Size;
use inclusion_kiosk::page::{Block, Page, plain_rows};
use inclusion_kiosk::present::plain;
use inclusion_kiosk::shell::figures::Closed;
use inclusion_kiosk::usage::counters::Month;
use insta::assert_snapshot;
use proptest::prelude::*;

use crate::harness::{self, Kiosk, LANGUAGES, SMALL, WIDE, World, lang};

/// Counters of visitors in every measure.
const CELLS: [(&str, &str); 17] = [
    ("guide", "itsme:done"),
    ("guide", "itsme:start"),
    ("human", "health:counter"),
    ("human", "near"),
    ("human", "work:phone"),
    ("lang", "en"),
    ("lang", "fr"),
    ("lang", "nl"),
    ("lang_group", "fr:health"),
    ("lang_group", "nl:health"),
    ("lang_group", "nl:work"),
    ("search", "hit"),
    ("search", "zero"),
    ("sess", "all"),
    ("sess", "engaged"),
    ("train", "mouse:done"),
    ("train", "mouse:start"),
];

/// Figures of months of 2025: its number is a multiple of five.
fn figures(months: &[Vec<u32>]) -> Figures {
    let mut closed = Closed::default();
    for (month, counts) in (1..).zip(months) {
        for ((table, cell), n) in CELLS.iter().zip(counts) {
            closed.add(Month::Of { year: 2025, month }, table, cell, *n);
        }
    }
    // Of several sites, since languages are shown of no single one; ten kiosks are a multiple of five.
    closed.figures(CountedAt::Kiosks(10), false)
}

fn some() -> Figures {
    let month = |visits: u32| (0..CELLS.len() as u32).map(|at| visits * (at + 3) / 19).collect();
    let mut figures = figures(&[month(190), month(44), month(9), month(1203)]);
    figures.is_simulated = true;
    figures
}

fn world(figures: Figures) -> World {
    World { figures: Some(figures), ..World::real() }
}

fn staff<'w>(world: &'w World, tag: &str, size: Size, at: FiguresAt) -> Kiosk<'w> {
    world.kiosk_with(App::showing_figures(size, lang(tag), at))
}

/// Every screen that there is of figures.
fn all_places(figures: &Figures) -> Vec<FiguresAt> {
    let mut places = vec![FiguresAt::Overview];
    for (measure, found) in (0..).zip(&figures.measures) {
        places.extend((0..figures.months.len() as u8).map(|back| FiguresAt::Measure { measure, back }));
        places.extend((0..found.parts.len() as u8).map(|part| FiguresAt::Part { measure, part }));
    }
    places
}

/// All numbers in the texts of a page and in its plain form. A sign between two digits parts thousands.
fn numbers(page: &Page) -> Vec<u64> {
    let mut page = page.clone();
    page.keys.clear();
    let plain = plain::parts(&page).concat();
    // The numbers of choices are not figures.
    let unnumbered = plain.lines().map(|line| line.trim_start_matches(|sign: char| sign.is_ascii_digit()));
    let texts = page.texts().into_iter().map(|text| text.to_plain_string());
    let digits = |number: String| number.chars().filter(char::is_ascii_digit).collect::<String>();
    let of_line = |line: String| harness::numbers(&line).into_iter().map(digits).collect::<Vec<_>>();
    let all = texts.chain(unnumbered.map(str::to_owned)).flat_map(of_line);
    all.map(|number| number.parse().expect("digits")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_counted_every_number_on_a_screen_is_rounded(
        months in prop::collection::vec(prop::collection::vec(0u32..4000, CELLS.len()), 1..5)
    ) {
        let world = world(figures(&months));
        for at in all_places(world.figures.as_ref().expect("figures")) {
            for tag in LANGUAGES {
                let page = staff(&world, tag, WIDE, at).page();
                for number in numbers(&page) {
                    prop_assert!(number % 5 == 0, "{number} at {at:?} in {tag}");
                }
            }
        }
    }
}

#[test]
fn a_number_that_is_not_rounded_would_be_found() {
    let mut figures = figures(&[vec![50; CELLS.len()]]);
    figures.counted_at = CountedAt::Kiosks(1203);
    let page = staff(&world(figures), "en", WIDE, FiguresAt::Overview).page();
    assert!(numbers(&page).contains(&1203));
}

#[test]
fn nobody_and_nine_visitors_look_alike() {
    let (nobody, nine) = (world(figures(&[vec![0; CELLS.len()]])), world(figures(&[vec![9; CELLS.len()]])));
    for at in [FiguresAt::Part { measure: 0, part: 0 }, FiguresAt::Measure { measure: 4, back: 0 }] {
        let [nobody, nine] = [&nobody, &nine].map(|world| staff(world, "fr", WIDE, at).screen());
        assert_eq!(nobody, nine);
        assert!(nobody.contains("moins de 10"), "{nobody}");
    }
}

#[test]
fn staff_go_from_the_overview_to_a_part_and_back_out_and_nothing_is_counted() {
    let world = world(some());
    let mut kiosk = staff(&world, "en", WIDE, FiguresAt::Overview);
    kiosk.sees("April 2025. Choose a line").sees("Visits: 1,015").sees("Made-up visits");
    kiosk.keys("3").sees("Français").sees("Month before: March 2025");
    kiosk.keys("1").sees("fewer than 10").sees("Month after: April 2025").does_not_see("Month before: April");
    kiosk.choose("Nederlands").sees("January 2025").sees("March 2025").sees("fewer than 10");
    kiosk.keys("f1 f3 f6 f7 f8 f9 home").sees("Nederlands");
    assert_eq!(kiosk.deadline(), None, "staff are not asked whether they are still there");
    kiosk.wait(100_000);
    kiosk.keys("f2").choose("Nederlands").sees("Talen").keys("f4 esc esc esc").sees("Wat er geteld is");
    assert_eq!(kiosk.effects, []);
    kiosk.keys("esc");
    assert_eq!(kiosk.effects, [Effect::Leave(Reason::Asked)]);
}

#[test]
fn f10_leaves_from_every_screen() {
    let world = world(some());
    for at in all_places(world.figures.as_ref().expect("figures")) {
        let mut kiosk = staff(&world, "nl", SMALL, at);
        assert_eq!(kiosk.press(inclusion_kiosk::base::Key::F(10)), [Effect::Leave(Reason::Asked)]);
    }
}

#[test]
fn a_month_of_which_fewer_kiosks_were_heard_says_so_wherever_its_numbers_stand() {
    let mut figures = some();
    figures.heard = vec![10, 0, 10, 9];
    let world = world(figures);
    let sees = |at, words: [&str; 3]| {
        for (tag, words) in LANGUAGES.into_iter().zip(words) {
            staff(&world, tag, WIDE, at).sees(words);
        }
    };
    let said = ["leurs chiffres : 9 sur 10.", "hun cijfers stuurden: 9 van 10.", "sent their figures: 9 of 10."];
    sees(FiguresAt::Overview, said);
    sees(FiguresAt::Measure { measure: 4, back: 0 }, said);
    for whole in [1, 2] {
        let at = FiguresAt::Measure { measure: 4, back: whole };
        staff(&world, "en", WIDE, at).does_not_see("sent their figures");
    }
    let course = FiguresAt::Part { measure: 0, part: 0 };
    sees(course, ["avril 2025 (9 sur 10)", "april 2025 (9 van 10)", "April 2025 (9 of 10)"]);
    staff(&world, "en", WIDE, course).does_not_see("March 2025 (").sees("how many of the kiosks sent");
    staff(&world_of_ten(), "en", WIDE, course).does_not_see("of 10)");
}

/// All kiosks were heard in every month.
fn world_of_ten() -> World {
    let mut figures = some();
    figures.heard = vec![10; 4];
    world(figures)
}

#[test]
fn residents_have_no_way_to_figures() {
    let world = World::real();
    let mut kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Figures(FiguresAt::Overview)));
    // A kiosk has none to show, and says so as of any page that it cannot read.
    kiosk.does_not_see("Visits").sees("This page cannot be read").sees("Talk to a person");
    assert!(inclusion_kiosk::app::addresses(&world.library).iter().all(|address| !address.contains("figures")));
}

#[test]
fn before_the_first_month_is_over_the_screen_says_when_figures_come() {
    let world = world(figures(&[]));
    for tag in LANGUAGES {
        let page = staff(&world, tag, SMALL, FiguresAt::Overview).page();
        assert!(matches!(page.blocks.as_slice(), [Block::Para(_)]));
    }
    staff(&world, "en", WIDE, FiguresAt::Overview).sees("No month is closed yet.");
}

#[test]
fn titles_and_the_choices_of_every_screen_fit_the_smallest_one() {
    let world = world(some());
    for at in all_places(world.figures.as_ref().expect("figures")) {
        for tag in LANGUAGES {
            let page = staff(&world, tag, SMALL, at).page();
            assert!(page.title.width() <= 38, "{:?}", page.title);
            for item in page.choices().iter().flat_map(|choices| &choices.items) {
                // A name of an area may take a second row beside the name of its measure.
                assert!(plain_rows(&item.label, 34).len() <= 2, "{:?}", item.label);
            }
        }
    }
}

fn told(tag: &str) -> String {
    let world = world(some());
    let fronts = world.figures.as_ref().expect("figures").fronts();
    let pages = fronts.into_iter().map(|at| plain::parts(&staff(&world, tag, WIDE, at).page()).concat());
    pages.collect::<Vec<_>>().join("----\n")
}

#[test]
fn figures_read_well_in_all_languages() {
    for tag in LANGUAGES {
        assert_snapshot!(format!("figures_{tag}"), told(tag));
    }
}

#[test]
fn figures_look_well_in_both_sizes() {
    let world = world(some());
    let screens = [WIDE, SMALL].into_iter().flat_map(|size| {
        let places =
            [FiguresAt::Overview, FiguresAt::Measure { measure: 2, back: 0 }, FiguresAt::Part { measure: 0, part: 0 }];
        places.map(|at| staff(&world, "en", size, at).screen())
    });
    assert_snapshot!("figures_on_screens", screens.collect::<Vec<_>>().join("\n\n"));
}
