//! What stands around the body: the trail, the title and the progress above it, the notice and the key bar below.

use std::borrow::Cow;

use super::bar::Bar;
use super::flow::{cells, sign};
use super::wrap::{clean, cut, flat, wrap};
use super::{Ink, Notice, Page, Row, Run};
use crate::base::{Size, Text};

/// The columns that text may use.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    pub left: u16,
    pub width: u16,
}

impl Measure {
    /// Lines longer than this are hard to read.
    const MOST: u16 = 76;

    /// The columns for text on a screen: in the middle, with a margin where there is room for one.
    pub(super) fn of(size: Size) -> Measure {
        let width = size.width.saturating_sub(2).min(Measure::MOST);
        if width < 8 {
            return Measure { left: 0, width: size.width.max(1) };
        }
        Measure { left: ((size.width - width) / 2).max(1), width }
    }
}

/// Rows that the body keeps on a screen that is too low for the whole frame.
const BODY_LEAST: usize = 4;

/// One row of the frame.
pub(super) enum Stripe {
    Painted(Row),
    /// A row of the key bar, painted when it is known what has the focus.
    Bar(u16),
}

/// The rows above and below the body.
pub(super) struct Frame {
    pub head: Vec<Stripe>,
    pub foot: Vec<Stripe>,
}

/// What a low screen leaves out first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Worth {
    Trail,
    LowerRule,
    UpperRule,
    Bar,
    Notice,
    Title,
}

impl Frame {
    pub(super) fn new(page: &Page, size: Size, bar: &Bar<'_>) -> Frame {
        let measure = Measure::of(size);
        let mut head = head(page, measure);
        let mut foot = foot(page, measure, bar);
        while head.len() + foot.len() + BODY_LEAST > usize::from(size.height) {
            let Some(least) = head.iter().chain(&foot).map(|(worth, _)| *worth).min() else { break };
            head.retain(|(worth, _)| *worth != least);
            foot.retain(|(worth, _)| *worth != least);
        }
        let stripes = |all: Vec<(Worth, Stripe)>| all.into_iter().map(|(_, stripe)| stripe).collect();
        Frame { head: stripes(head), foot: stripes(foot) }
    }
}

fn head(page: &Page, measure: Measure) -> Vec<(Worth, Stripe)> {
    let width = usize::from(measure.width);
    let title = rows(&page.title, measure, Ink::Title);
    let progress = page.progress.as_ref().map(|progress| cut(flat(&progress.words), width));
    let mut progress = progress.filter(|words| !words.is_empty());
    let taken = |left: usize, words: &Option<Cow<'_, str>>| left + 2 + words.as_ref().map_or(0, |w| w.chars().count());

    let mut stripes = Vec::new();
    let beside_title = title.len() == 1 && taken(page.title.width(), &progress) <= width;
    let beside = if beside_title { progress.take() } else { None };
    let places: Vec<String> = page.place.iter().filter(|place| !place.is_blank()).map(Text::to_plain_string).collect();
    if !places.is_empty() {
        let words = progress.take();
        let room = if words.is_some() { width.saturating_sub(taken(0, &words)) } else { width };
        let trail = trail(&places, room);
        let trail = Some(trail).filter(|trail| !trail.is_empty());
        let mut row = Row(trail.iter().map(|trail| run(measure.left, trail, Ink::Place)).collect());
        put_right(&mut row, words, measure);
        stripes.push((Worth::Trail, Stripe::Painted(row)));
    }
    for (i, mut row) in title.into_iter().enumerate() {
        if i == 0 {
            put_right(&mut row, beside.clone(), measure);
        }
        stripes.push((Worth::Title, Stripe::Painted(row)));
    }
    if let Some(words) = progress {
        stripes.push((Worth::Trail, Stripe::Painted(Row(vec![run(measure.left, &words, Ink::Place)]))));
    }
    if !stripes.is_empty() {
        stripes.push((Worth::UpperRule, Stripe::Painted(Row(vec![rule(measure.left, measure.width)]))));
    }
    stripes
}

fn put_right(row: &mut Row, words: Option<Cow<'_, str>>, measure: Measure) {
    if let Some(words) = words {
        let x = (measure.left + measure.width).saturating_sub(cells(&words));
        row.0.push(run(x, &words, Ink::Place));
    }
}

/// "Home > Moving > itsme"; what does not fit is left out from the left.
fn trail(places: &[String], width: usize) -> String {
    const APART: &str = " > ";
    let whole = places.join(APART);
    if whole.chars().count() <= width {
        return whole;
    }
    for kept in 1..places.len() {
        let shorter = format!("…{APART}{}", places[kept..].join(APART));
        if shorter.chars().count() <= width {
            return shorter;
        }
    }
    let last = places.last().map(String::as_str).unwrap_or_default();
    let count = last.chars().count();
    match width {
        0 => String::new(),
        _ if count <= width => last.to_owned(),
        _ => last.chars().skip(count - (width - 1)).fold("…".to_owned(), |text, c| text + c.encode_utf8(&mut [0; 4])),
    }
}

fn foot(page: &Page, measure: Measure, bar: &Bar<'_>) -> Vec<(Worth, Stripe)> {
    let mut stripes = Vec::new();
    let ruled = page.notice.as_ref().and_then(|notice| notice_in_rule(notice, measure)).filter(|_| bar.rows > 0);
    if let Some(notice) = page.notice.as_ref().filter(|_| ruled.is_none()) {
        let indent = if measure.width < 14 { 0 } else { 2 };
        let marked = Measure { left: measure.left + indent, width: measure.width - indent };
        for (i, mut row) in rows(&notice.words, marked, Ink::Mood(notice.mood)).into_iter().enumerate() {
            if i == 0 && indent > 0 {
                row.0.insert(0, run(measure.left, sign(notice.mood), Ink::Mood(notice.mood)));
            }
            stripes.push((Worth::Notice, Stripe::Painted(row)));
        }
    }
    if bar.rows > 0 {
        let worth = if ruled.is_some() { Worth::Notice } else { Worth::LowerRule };
        let row = ruled.unwrap_or_else(|| Row(vec![rule(measure.left, measure.width)]));
        stripes.push((worth, Stripe::Painted(row)));
        stripes.extend((0..bar.rows).map(|row| (Worth::Bar, Stripe::Bar(row))));
    }
    stripes
}

/// A short notice stands in the rule itself, so that the text above does not move when it comes and goes.
fn notice_in_rule(notice: &Notice, measure: Measure) -> Option<Row> {
    const LEAD: u16 = 2;
    let words = format!(" {} {} ", sign(notice.mood), flat(&notice.words));
    let taken = LEAD + cells(&words);
    let rest = measure.width.checked_sub(taken).filter(|rest| *rest > 0)?;
    let x = measure.left;
    Some(Row(vec![rule(x, LEAD), run(x + LEAD, &words, Ink::Mood(notice.mood)), rule(x + taken, rest)]))
}

fn rows(text: &Text, measure: Measure, ink: Ink) -> Vec<Row> {
    let row = |pieces: String| Row(vec![run(measure.left, &pieces, ink)]);
    wrap(text, measure.width).map(|broken| row(broken.pieces().map(|(text, _)| text).collect())).collect()
}

fn rule(x: u16, width: u16) -> Run {
    run(x, &"─".repeat(usize::from(width)), Ink::Rule)
}

fn run(x: u16, text: &str, ink: Ink) -> Run {
    Run { x, text: clean(text), ink, focused: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stands_in_the_middle_and_is_never_wider_than_76_columns() {
        let measure = |width| {
            let Measure { left, width } = Measure::of(Size { width, height: 25 });
            (left, width)
        };
        assert_eq!(measure(80), (2, 76));
        assert_eq!(measure(40), (1, 38));
        assert_eq!(measure(120), (22, 76));
        assert_eq!(measure(81), (2, 76));
        assert_eq!(measure(6), (0, 6));
        assert_eq!(measure(1), (0, 1));
    }

    #[test]
    fn a_long_trail_loses_its_beginning() {
        let places = ["Accueil", "Déménager", "Changer d’adresse"].map(str::to_owned);
        assert_eq!(trail(&places, 60), "Accueil > Déménager > Changer d’adresse");
        assert_eq!(trail(&places, 38), "… > Déménager > Changer d’adresse");
        assert_eq!(trail(&places, 24), "… > Changer d’adresse");
        assert_eq!(trail(&places, 10), "…d’adresse");
        assert_eq!(trail(&places, 1), "…");
    }
}
