//! What holds for every layout: of pages that nobody wrote, on screens that nobody sells.

use proptest::prelude::*;

use super::sample::*;
use super::*;
use crate::base::{Role, Size, Typed};

/// The letters of body texts. Everything around the body is written in capitals, and call-outs use the sign "i".
fn is_body(c: char) -> bool {
    c.is_ascii_lowercase() && c != 'i'
}

fn words() -> impl Strategy<Value = Text> {
    let role =
        prop::sample::select(vec![Role::Plain, Role::Plain, Role::Strong, Role::Term, Role::KeyCap, Role::Address]);
    let word = prop_oneof![8 => "[a-hj-z]{1,9}[ .]{1,2}", 1 => "[a-hj-z]{30,90}", 1 => "[a-hj-z]\u{a0}[a-hj-z]{3} ", 1 => "[ \n\t?!]{0,3}"];
    let span = (prop::collection::vec(word, 0..12), role);
    prop::collection::vec(span, 0..4).prop_map(|spans| {
        let span = |(words, role): (Vec<String>, Role)| Text::with_role(fr(), role, words.concat());
        spans.into_iter().map(span).fold(Text::default(), Text::then)
    })
}

fn capitals() -> impl Strategy<Value = Text> {
    "([A-Z]{1,12} ){0,5}".prop_map(|words| text(words.trim_end()))
}

fn mood() -> impl Strategy<Value = Mood> {
    prop::sample::select(vec![Mood::Tip, Mood::Warning, Mood::Ask])
}

fn some_choices() -> impl Strategy<Value = Block> {
    let item = (words(), prop::option::of(words()), any::<bool>());
    let pick = prop::sample::select(vec![Pick::Go, Pick::Side, Pick::Plain, Pick::Keys]);
    (pick, prop::option::of(words()), prop::collection::vec(item, 0..14)).prop_map(|(pick, head, items)| {
        let item = |(label, detail, marked)| Item { spot: Spot(0), label, detail, marked };
        Block::Choices(Choices { pick, head, items: items.into_iter().map(item).collect() })
    })
}

fn short_side() -> impl Strategy<Value = Block> {
    prop::collection::vec("[a-hj-z]{2,8}", 1..5).prop_map(|labels| {
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        choices(Pick::Side, None, &labels)
    })
}

fn keys_on_screen() -> impl Strategy<Value = Block> {
    prop::collection::vec("[a-hj-z]{1,4}", 0..40).prop_map(|labels| {
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        choices(Pick::Keys, None, &labels)
    })
}

fn field() -> impl Strategy<Value = Block> {
    // What is too long for its line is cut, so it is no part of the words that must be seen.
    (capitals(), "[A-Z ]{0,70}", any::<bool>(), prop::option::of(words())).prop_map(
        |(label, text, is_whole, completion)| {
            let mut typed = Typed::default();
            typed.add_all(&text);
            Block::Field(Field { spot: Spot(0), label, typed, is_whole, completion })
        },
    )
}

fn picture() -> impl Strategy<Value = Block> {
    let cap = (capitals(), 0u16..20, any::<bool>()).prop_map(|(sign, width, lit)| Cap { sign, width, lit });
    let rows = prop::collection::vec(prop::collection::vec(cap, 0..8), 0..5);
    (rows, capitals()).prop_map(|(rows, words)| Block::Keyboard { rows, words })
}

/// Tiles in any places, two of them in one now and then. What a tile says depends on the room: so it is no body text.
fn some_map() -> impl Strategy<Value = Block> {
    let tile = ((0u8..6, 0u8..6), capitals(), capitals(), capitals());
    (prop::collection::vec(tile, 0..12), 0u8..4).prop_map(|(mut tiles, twice)| {
        tiles.sort_by_key(|(at, ..)| (at.1, at.0));
        if twice > 0 {
            tiles.dedup_by_key(|(at, ..)| *at);
        }
        let tile = |(at, label, short, detail): ((u8, u8), Text, Text, Text)| Tile {
            spot: Spot(0),
            at,
            name: label.clone(),
            label,
            short,
            detail,
            count: text("7"),
        };
        Block::Map(tiles.into_iter().map(tile).collect())
    })
}

fn some_bars() -> impl Strategy<Value = Block> {
    let bar = (words(), words(), prop::option::of(0u16..1200));
    prop::collection::vec(bar, 0..8).prop_map(|bars| {
        let bar = |(label, value, share)| Bar { label, value, share };
        Block::Bars(bars.into_iter().map(bar).collect())
    })
}

/// Where it is drawn its words are not: so they are no body text.
fn course() -> impl Strategy<Value = Block> {
    let points = prop::collection::vec(prop::option::of(0u16..1200), 0..60);
    (points, capitals(), capitals(), capitals(), capitals())
        .prop_map(|(points, top, from, to, words)| Block::Course(Course { points, top, from, to, words }))
}

fn block() -> impl Strategy<Value = Block> {
    let fact = (words(), prop::collection::vec(words(), 0..4), prop::option::of(words()));
    let fact = fact.prop_map(|(label, lines, doubt)| Fact { label, lines, doubt });
    let leaf = prop_oneof![
        words().prop_map(Block::Heading),
        words().prop_map(Block::Para),
        (any::<bool>(), prop::collection::vec(words(), 0..5))
            .prop_map(|(ordered, items)| Block::List { ordered, items }),
        prop::collection::vec(fact, 0..4).prop_map(Block::Facts),
        some_choices(),
        short_side(),
        keys_on_screen(),
        field(),
        picture(),
        some_map(),
        some_bars(),
        course(),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        (prop::option::of(mood()), words(), prop::collection::vec(inner, 0..3)).prop_map(|(mood, title, blocks)| {
            match mood {
                Some(mood) => Block::Call { mood, title, blocks },
                None => Block::Device { title, blocks },
            }
        })
    })
}

fn target() -> impl Strategy<Value = Target> {
    let keys: Vec<Key> = keys().iter().map(|hint| hint.key).collect();
    prop_oneof![
        (0u16..20).prop_map(|spot| Target::Spot(Spot(spot))),
        prop::sample::select(keys).prop_map(Target::Key),
        Just(Target::More),
    ]
}

fn some_page() -> impl Strategy<Value = Page> {
    let hints = prop::collection::vec((any::<bool>(), any::<bool>()), keys().len());
    let frame = (
        capitals(),
        prop::collection::vec(capitals(), 0..4),
        prop::option::of(capitals()),
        prop::option::of((mood(), capitals())),
    );
    let anchor = (0u16..5, 0u16..5, 0u16..5).prop_map(|(block, part, row)| Anchor { block, part, row });
    let state = (anchor, prop::option::of(target()), any::<bool>());
    (frame, prop::collection::vec(block(), 0..5), state, hints).prop_map(|(frame, mut blocks, state, hints)| {
        number(&mut blocks, &mut 0);
        let mut page = page("", blocks);
        (page.title, page.place) = (frame.0, frame.1);
        page.progress = frame.2.map(|words| Progress { at: 1, of: 2, words });
        page.notice = frame.3.map(|(mood, words)| Notice { mood, words });
        (page.at, page.focus) = (state.0, state.1);
        page.turning = Turning { more: text("MORE"), end: text("END") };
        page.keys.retain(|_| state.2);
        for (hint, (on, first)) in page.keys.iter_mut().zip(hints) {
            (hint.on, hint.first, hint.label) = (on, first, text("LABEL"));
            hint.cap = text(&hint.cap.to_plain_string().to_uppercase());
        }
        page
    })
}

/// Gives every choice a spot of its own.
fn number(blocks: &mut [Block], next: &mut u16) {
    for block in blocks {
        match block {
            Block::Choices(choices) => {
                for item in &mut choices.items {
                    item.spot = Spot(*next);
                    *next += 1;
                }
            }
            Block::Field(field) => {
                field.spot = Spot(*next);
                *next += 1;
            }
            Block::Map(tiles) => {
                for tile in tiles {
                    tile.spot = Spot(*next);
                    *next += 1;
                }
            }
            Block::Call { blocks, .. } | Block::Device { blocks, .. } => number(blocks, next),
            _ => {}
        }
    }
}

fn size() -> impl Strategy<Value = Size> {
    let low = (1u16..=60, 1u16..=20);
    prop_oneof![low, (1u16..=220, 1u16..=80), Just((80, 25)), Just((40, 15))]
        .prop_map(|(width, height)| Size { width, height })
}

/// All texts of a body whose letters stand on the screen, in reading order. It is an oracle, written apart from
/// [`Page::texts`]: that has besides what only plain text says of a map, a course and a keyboard, and the label of a field.
fn texts<'a>(blocks: &'a [Block], out: &mut Vec<&'a Text>) {
    for block in blocks {
        match block {
            Block::Heading(text) | Block::Para(text) => out.push(text),
            Block::List { items, .. } => out.extend(items),
            Block::Call { title, blocks, .. } | Block::Device { title, blocks } => {
                out.push(title);
                texts(blocks, out);
            }
            Block::Facts(facts) => {
                for fact in facts {
                    out.push(&fact.label);
                    out.extend(fact.lines.iter().chain(&fact.doubt));
                }
            }
            Block::Choices(choices) => {
                out.extend(&choices.head);
                for item in &choices.items {
                    out.push(&item.label);
                    out.extend(&item.detail);
                }
            }
            Block::Field(field) => out.extend(&field.completion),
            Block::Bars(bars) => bars.iter().for_each(|bar| out.extend([&bar.label, &bar.value])),
            Block::Keyboard { .. } | Block::Map(_) | Block::Course(_) => {}
        }
    }
}

fn letters(texts: &[&Text]) -> String {
    texts.iter().flat_map(|text| &text.0).flat_map(|span| span.text.chars()).filter(|c| is_body(*c)).collect()
}

fn letters_on(laid: &Laid) -> String {
    let runs = laid.rows.iter().flat_map(|row| &row.0);
    runs.flat_map(|run| run.text.chars()).filter(|c| is_body(*c)).collect()
}

/// Everything that must agree within one layout.
fn check(laid: &Laid, page: &Page, size: Size) -> Result<(), TestCaseError> {
    prop_assert_eq!(laid.rows.len(), usize::from(size.height));
    for row in &laid.rows {
        let mut next = 0;
        for run in &row.0 {
            let end = usize::from(run.x) + run.text.chars().count();
            prop_assert!(usize::from(run.x) >= next && end <= usize::from(size.width), "{:?}", row);
            prop_assert!(!run.text.is_empty() && !run.text.chars().any(char::is_control));
            next = end;
        }
    }
    prop_assert!(laid.cursor.0 < size.width && laid.cursor.1 < size.height);
    prop_assert!(laid.stops.contains(&laid.at) && laid.stops.is_sorted_by(|a, b| a < b));
    let shown: Vec<Target> =
        laid.choices.iter().map(|(target, _)| *target).filter(|t| laid.shown.contains(t)).collect();
    prop_assert_eq!(&shown, &laid.shown);
    for (i, hit) in laid.hits.iter().enumerate() {
        prop_assert!(hit.width > 0 && hit.x + hit.width <= size.width && hit.y < size.height);
        prop_assert_eq!(laid.hit(hit.x, hit.y), Some(hit.target), "hit {} is covered by another", i);
        prop_assert!(matches!(hit.target, Target::More | Target::Key(_)) || laid.shown.contains(&hit.target));
    }
    for target in &laid.shown {
        prop_assert!(laid.hits.iter().any(|hit| hit.target == *target));
    }
    check_focus(laid, page, size)
}

fn check_focus(laid: &Laid, page: &Page, size: Size) -> Result<(), TestCaseError> {
    let focused: Vec<(u16, &Run)> = (0..)
        .zip(&laid.rows)
        .flat_map(|(y, row)| row.0.iter().map(move |run| (y, run)))
        .filter(|(_, run)| run.focused)
        .collect();
    let Some(focus) = laid.focus else {
        prop_assert!(focused.is_empty() && laid.shown.is_empty());
        return Ok(());
    };
    prop_assert_eq!(laid.hit(laid.cursor.0, laid.cursor.1), Some(focus));
    for (y, run) in &focused {
        prop_assert_eq!(laid.hit(run.x, *y), Some(focus));
    }
    for hit in laid.hits.iter().filter(|hit| hit.target == focus) {
        let runs = focused.iter().filter(|(y, run)| *y == hit.y && (hit.x..hit.x + hit.width).contains(&run.x));
        prop_assert_eq!(runs.map(|(_, run)| run.text.chars().count()).sum::<usize>(), usize::from(hit.width));
    }
    if size.is_usable() {
        let sign = focused.first().map(|(_, run)| run.text.starts_with('>'));
        prop_assert_eq!(sign, Some(true));
    }
    match (page.focus, focus) {
        (Some(wanted), _) if laid.hits.iter().any(|hit| hit.target == wanted) => prop_assert_eq!(focus, wanted),
        (_, Target::Spot(_)) => prop_assert_eq!(Some(&focus), laid.shown.first()),
        (_, Target::More) => prop_assert!(laid.shown.is_empty() && laid.after(laid.at).is_some()),
        (_, Target::Key(_)) => prop_assert!(false, "a key has the focus that was not asked for"),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn walking_the_screens_shows_every_word_once_and_in_order(page in some_page(), size in size()) {
        let mut page = page;
        let mut expected = Vec::new();
        texts(&page.blocks, &mut expected);
        let expected = letters(&expected);
        page.at = Anchor::default();
        let mut laid = layout(&page, size);
        let mut seen = String::new();
        loop {
            check(&laid, &page, size)?;
            seen += &letters_on(&laid);
            let Some(next) = laid.after(laid.at) else { break };
            page.at = next;
            laid = layout(&page, size);
            prop_assert_eq!(laid.at, next);
        }
        prop_assert_eq!(seen, expected);
        prop_assert_eq!(laid.stops.len() > 1, laid.lines > laid.view);
    }

    #[test]
    fn every_choice_can_be_walked_to(page in some_page(), size in size()) {
        let laid = layout(&page, size);
        check(&laid, &page, size)?;
        for (target, part) in laid.choices.iter().take(6) {
            let page = Page { at: laid.holding(*part), focus: Some(*target), ..page.clone() };
            let there = layout(&page, size);
            prop_assert_eq!(there.focus, Some(*target));
        }
    }
}

/// Paragraphs of three sentences; every word of a sentence carries its number.
fn numbered(words_per_sentence: usize) -> Vec<Block> {
    let sentence = |n: usize| format!("{}. ", vec![format!("s{n}"); words_per_sentence].join(" "));
    (0..10).map(|p| para(&(0..3).map(|s| sentence(p * 3 + s)).collect::<String>())).collect()
}

fn words_on(laid: &Laid) -> String {
    laid.rows.iter().flat_map(|row| &row.0).map(|run| format!(" {} ", run.text.replace('.', " "))).collect()
}

#[test]
fn the_sentence_that_is_read_stays_in_view_when_size_or_language_change() {
    let sizes = [(80, 25), (40, 15), (100, 30), (60, 18)].map(|(width, height)| Size { width, height });
    let pages = [9, 14].map(|words| page("Sentences", numbered(words)));
    for (from, before) in sizes.iter().flat_map(|size| pages.iter().map(move |page| (size, page))) {
        for at in layout(before, *from).stops {
            let number = at.block * 3 + at.part;
            for (to, after) in sizes.iter().flat_map(|size| pages.iter().map(move |page| (size, page))) {
                let laid = layout(&Page { at, ..after.clone() }, *to);
                let words = words_on(&laid);
                assert!(words.contains(&format!(" s{number} ")), "{from:?} to {to:?}: sentence {number} in {words}");
            }
        }
    }
}

#[test]
fn a_heading_never_stands_alone_at_the_bottom() {
    for lines in 1..30 {
        let mut blocks: Vec<Block> = (0..lines).map(|_| para("mot")).collect();
        blocks.extend([Block::Heading(text("TITRE")), para("suite"), choices(Pick::Go, Some("TITRE"), &["a", "b"])]);
        let mut page = page("Page", blocks);
        for at in layout(&page, Size { width: 80, height: 25 }).stops {
            page.at = at;
            let laid = layout(&page, Size { width: 80, height: 25 });
            let rows: Vec<String> =
                laid.rows[2..21].iter().map(|row| row.0.iter().map(|run| &*run.text).collect()).collect();
            let last = rows.iter().rev().find(|row| !row.is_empty());
            assert!(last.is_none_or(|row| row != "TITRE"), "{rows:?}");
        }
    }
}
