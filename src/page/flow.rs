//! The body of a page as one long column of lines, before it is cut into screenfuls.
//!
//! Nothing here is copied: lines point to pieces, pieces to the texts of the page. Only what is in view becomes rows.

use std::borrow::Cow;
use std::ops::Range;

use super::wrap::{TextRow, flat, wrap, wrap_sentences};
use super::{Anchor, Block, Fact, Ink, Mood, Target};
use crate::base::{Role, Text};

/// Where the body stands and how generous it may be with rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Space {
    pub left: u16,
    pub width: u16,
    /// Rows of the body on this screen.
    pub height: u16,
    /// A low screen: no blank rows inside a block, no tall pictures.
    pub tight: bool,
}

/// All lines of a body and what they are made of.
#[derive(Default)]
pub(super) struct Body<'a> {
    pub lines: Vec<Line>,
    pub pieces: Vec<Piece<'a>>,
    pub slots: Vec<Slot>,
    /// All choices in reading order, with the part where each begins.
    pub choices: Vec<(Target, Anchor)>,
    /// Those that are tiles of a map, with column and row.
    pub tiles: Vec<(Target, (u8, u8))>,
}

/// One line of the column.
pub(super) struct Line {
    pub anchor: Anchor,
    pub hold: Hold,
    /// A blank row stands above it, unless it is the first of a screenful.
    pub gap: Option<Gap>,
    pub pieces: Range<usize>,
    /// The choices that stand in it.
    pub slots: Range<usize>,
}

/// A blank row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    /// How many pieces of edges (bars of call-outs, sides of devices) run through it.
    pub edges: usize,
    /// It stands inside a block, and is left out where the body fits on one screen without it.
    pub inner: bool,
}

/// How much a line wants to stay on one screen with the line above it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Hold {
    /// A part begins here: the best place to turn the page.
    Open,
    /// In the middle of a paragraph.
    Row,
    /// In the middle of something that is read as one: torn only when it is taller than the screen.
    Kept,
    /// Under its heading.
    Glued,
}

/// Text in one ink.
pub(super) struct Piece<'a> {
    pub x: u16,
    pub text: Cow<'a, str>,
    pub ink: Ink,
}

/// The cells of one line that belong to a choice.
pub(super) struct Slot {
    /// Its index in `Body::choices`.
    pub choice: usize,
    pub x: u16,
    pub width: u16,
    /// On the first line of a choice: how many cells there are for the focus sign and the number.
    pub marker: Option<u16>,
    pub pieces: Range<usize>,
}

/// Lays the blocks out below each other.
pub(super) fn flow<'a>(blocks: impl Iterator<Item = &'a Block>, space: Space) -> Body<'a> {
    let mut flow = Flow {
        body: Body {
            lines: Vec::with_capacity(64),
            pieces: Vec::with_capacity(128),
            slots: Vec::with_capacity(64),
            choices: Vec::new(),
            tiles: Vec::new(),
        },
        space,
        edges: Vec::new(),
        block: 0,
        part: 0,
        gap: None,
        glue: false,
        heading: false,
    };
    for (index, block) in blocks.enumerate() {
        flow.block = u16::try_from(index).unwrap_or(u16::MAX);
        flow.part = 0;
        flow.block(block);
    }
    flow.body
}

/// What runs beside the rows of a call-out or device.
#[derive(Clone, Copy)]
struct Edge {
    left: u16,
    /// Of a device alone.
    right: Option<u16>,
    ink: Ink,
}

/// The builder of a [`Body`].
pub(super) struct Flow<'a> {
    pub body: Body<'a>,
    pub space: Space,
    /// The call-outs and devices around what comes next.
    edges: Vec<Edge>,
    block: u16,
    /// The next part of this block.
    pub part: u16,
    /// The next line has a blank row above it.
    gap: Option<Gap>,
    /// The next line stays with the one above it.
    pub glue: bool,
    /// The last block was a heading, or is a call-out that has only its title yet.
    pub heading: bool,
}

impl<'a> Flow<'a> {
    fn block(&mut self, block: &'a Block) {
        // On a low screen what stands on a device is seen together.
        let is_close = self.heading || (self.space.tight && self.edges.last().is_some_and(|edge| edge.right.is_some()));
        self.gap =
            (!self.body.lines.is_empty() && !is_close).then_some(Gap { edges: self.edge_pieces(), inner: false });
        self.heading = false;
        match block {
            Block::Heading(text) => self.heading(text),
            Block::Para(text) => self.paragraph(text),
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Call { mood, title, blocks } => self.call(*mood, title, blocks),
            Block::Device { title, blocks } => self.device(title, blocks),
            Block::Facts(facts) => self.facts(facts),
            Block::Choices(choices) => self.choices(choices),
            Block::Field(field) => self.field(field),
            Block::Map(tiles) => self.map(tiles),
            Block::Keyboard { rows, words } => self.keyboard(rows, words),
            Block::Bars(bars) => self.bars(bars),
            Block::Course(course) => self.course(course),
        }
    }

    /// Where a row of the present block stands.
    pub(super) fn anchor(&self, part: u16, row: u16) -> Anchor {
        Anchor { block: self.block, part, row }
    }

    /// Begins a line.
    pub(super) fn open(&mut self, anchor: Anchor, hold: Hold) {
        let hold = if std::mem::take(&mut self.glue) { Hold::Glued } else { hold };
        let (first, slot) = (self.body.pieces.len(), self.body.slots.len());
        let gap = self.gap.take();
        self.body.lines.push(Line { anchor, hold, gap, pieces: first..first, slots: slot..slot });
        for i in 0..self.edges.len() {
            let Edge { left, right, ink } = self.edges[i];
            self.put(left, "│", ink);
            right.into_iter().for_each(|right| self.put(right, "│", ink));
        }
    }

    /// How many pieces at the start of a line are edges.
    pub(super) fn edge_pieces(&self) -> usize {
        self.edges.iter().map(|edge| 1 + usize::from(edge.right.is_some())).sum()
    }

    /// Adds to the line that was begun last.
    pub(super) fn put(&mut self, x: u16, text: impl Into<Cow<'a, str>>, ink: Ink) {
        let text = text.into();
        if text.is_empty() {
            return;
        }
        self.body.pieces.push(Piece { x, text, ink });
        if let Some(line) = self.body.lines.last_mut() {
            line.pieces.end = self.body.pieces.len();
        }
    }

    pub(super) fn put_row(&mut self, row: &TextRow<'a>, mut x: u16, ink: Ink) {
        for (text, role) in row.pieces() {
            self.put(x, text, in_role(ink, role));
            x = x.saturating_add(cells(text));
        }
    }

    /// Writes a text of the part `part`, its first row into the line that was begun last unless `fresh`.
    pub(super) fn write(&mut self, text: &'a Text, (x, width): (u16, u16), ink: Ink, part: u16, fresh: bool) {
        for (i, row) in wrap(text, width).enumerate() {
            if fresh || i > 0 {
                let above = self.body.lines.last().map(|line| line.anchor);
                let same = above.filter(|above| (above.block, above.part) == (self.block, part));
                let row = same.map_or(0, |above| above.row.saturating_add(1));
                self.open(self.anchor(part, row), if same.is_some() { Hold::Kept } else { Hold::Open });
            }
            self.put_row(&row, x, ink);
        }
    }

    /// The number of a new part.
    pub(super) fn new_part(&mut self) -> u16 {
        let part = self.part;
        self.part = part.saturating_add(1);
        part
    }

    /// Puts a blank row between the items that begin with these lines, if one of them is more than one line high.
    pub(super) fn spread(&mut self, firsts: &[usize]) {
        let ends = firsts.iter().skip(1).copied().chain([self.body.lines.len()]);
        let tall = firsts.iter().zip(ends).any(|(first, end)| end - first > 1);
        let gap = Gap { edges: self.edge_pieces(), inner: true };
        for first in firsts.iter().skip(1).filter(|_| tall && !self.space.tight) {
            // The last ones may have no line at all.
            if let Some(line) = self.body.lines.get_mut(*first) {
                line.gap = Some(gap);
            }
        }
    }

    pub(super) fn heading(&mut self, text: &'a Text) {
        let part = self.new_part();
        let first = self.body.lines.len();
        self.write(text, (self.space.left, self.space.width), Ink::Heading, part, true);
        for line in self.body.lines.iter_mut().skip(first + 1) {
            line.hold = Hold::Glued;
        }
        self.heading = self.body.lines.len() > first;
        self.glue = self.heading;
    }

    pub(super) fn paragraph(&mut self, text: &'a Text) {
        let (base, first) = (self.part, self.body.lines.len());
        let mut rows = wrap_sentences(text, self.space.width);
        for row in rows.by_ref() {
            let hold = if self.body.lines.len() == first { Hold::Open } else { Hold::Row };
            self.open(self.anchor(base.saturating_add(row.part), row.row), hold);
            self.put_row(&row, self.space.left, Ink::Text(Role::Plain));
        }
        self.part = base.saturating_add(rows.part()).saturating_add(1);
        // No single row of a paragraph stands alone at the bottom or at the top of a screen.
        let lines = &mut self.body.lines[first..];
        if let [_, second, ..] = lines {
            second.hold = Hold::Kept;
        }
        if let [_, .., last] = lines {
            last.hold = Hold::Kept;
        }
    }

    fn list(&mut self, ordered: bool, items: &'a [Text]) {
        let digits = items.len().to_string().len() as u16;
        let indent = match (self.space.width, ordered) {
            (..12, _) => 0,
            (_, true) => digits + 2,
            (_, false) => 2,
        };
        let (x, width) = (self.space.left.saturating_add(indent), self.space.width - indent);
        let mut firsts = Vec::with_capacity(items.len());
        for (i, item) in items.iter().enumerate() {
            let part = self.new_part();
            firsts.push(self.body.lines.len());
            self.open(self.anchor(part, 0), Hold::Open);
            if indent > 0 && ordered {
                self.put(self.space.left, format!("{:>1$}.", i + 1, usize::from(digits)), Ink::Marker);
            } else if indent > 0 {
                self.put(self.space.left, "•", Ink::Marker);
            }
            self.write(item, (x, width), Ink::Text(Role::Plain), part, false);
        }
        self.spread(&firsts);
    }

    fn call(&mut self, mood: Mood, title: &'a Text, blocks: &'a [Block]) {
        let outer = self.space;
        let part = self.new_part();
        if outer.width >= 8 {
            self.edges.push(Edge { left: outer.left, right: None, ink: Ink::Mood(mood) });
            (self.space.left, self.space.width) = (outer.left + 2, outer.width - 2);
        }
        let first = self.body.lines.len();
        self.open(self.anchor(part, 0), Hold::Open);
        let indent = if self.space.width >= 12 { 2 } else { 0 };
        if indent > 0 {
            self.put(self.space.left, sign(mood), Ink::Mood(mood));
        }
        self.write(title, (self.space.left + indent, self.space.width - indent), Ink::Mood(mood), part, false);
        for line in self.body.lines.iter_mut().skip(first + 1) {
            line.hold = Hold::Glued;
        }
        (self.heading, self.glue) = (true, true);
        for block in blocks {
            self.block(block);
        }
        (self.heading, self.glue) = (false, false);
        if outer.width >= 8 {
            self.edges.pop();
        }
        self.space = outer;
    }

    /// A frame with the title in its upper side; where there is no room for one, the title stands over what is shown.
    fn device(&mut self, title: &'a Text, blocks: &'a [Block]) {
        const LEAST: u16 = 20;
        let (outer, first) = (self.space, self.body.lines.len());
        if outer.width < LEAST {
            self.heading(title);
            blocks.iter().for_each(|block| self.block(block));
            return;
        }
        let (left, width) = (outer.left, outer.width);
        let part = self.new_part();
        self.open(self.anchor(part, 0), Hold::Open);
        let sides = usize::from(width) - 2;
        let is_in_side = !title.is_blank() && title.width() + 4 <= sides;
        if is_in_side {
            let end = left + 3 + title.width() as u16;
            self.put(left, "┌─", Ink::Rule);
            self.put(left + 3, flat(title), Ink::Heading);
            self.put(end + 1, format!("{}┐", "─".repeat(usize::from(left + width - end) - 2)), Ink::Rule);
        } else {
            self.put(left, format!("┌{}┐", "─".repeat(sides)), Ink::Rule);
        }
        self.edges.push(Edge { left, right: Some(left + width - 1), ink: Ink::Rule });
        (self.space.left, self.space.width) = (left + 2, width - 4);
        self.glue = true;
        if !is_in_side {
            self.write(title, (self.space.left, self.space.width), Ink::Heading, part, true);
        }
        self.heading = true;
        blocks.iter().for_each(|block| self.block(block));
        self.edges.pop();
        (self.space, self.heading, self.gap) = (outer, false, None);
        let part = self.new_part();
        self.glue = true;
        self.open(self.anchor(part, 0), Hold::Glued);
        self.put(left, format!("└{}┘", "─".repeat(sides)), Ink::Rule);
        // A device is seen as one where it fits.
        let lines = &mut self.body.lines[first..];
        if lines.len() <= usize::from(outer.height.saturating_sub(1)) {
            lines.iter_mut().skip(1).filter(|line| line.hold < Hold::Kept).for_each(|line| line.hold = Hold::Kept);
        }
    }

    fn facts(&mut self, facts: &'a [Fact]) {
        let mut firsts = Vec::with_capacity(facts.len());
        for fact in facts {
            firsts.push(self.body.lines.len());
            self.fact(fact);
        }
        self.spread(&firsts);
    }

    fn fact(&mut self, fact: &'a Fact) {
        let Space { left, width, .. } = self.space;
        let part = self.new_part();
        let indent = match width {
            ..12 => 0,
            12..56 => 2,
            _ => 16,
        };
        let beside = indent == 16 && fact.label.width() < 16;
        if beside {
            self.open(self.anchor(part, 0), Hold::Open);
        }
        self.write(&fact.label, (left, width), Ink::Label, part, !beside);
        let lines = fact.lines.iter().map(|line| (line, Ink::Text(Role::Plain)));
        let all = lines.chain(fact.doubt.iter().map(|doubt| (doubt, Ink::Doubt)));
        for (i, (line, ink)) in all.enumerate() {
            self.write(line, (left + indent, width - indent), ink, part, !beside || i > 0);
        }
    }
}

/// The sign of a call-out or notice, always beside its words.
pub(super) fn sign(mood: Mood) -> &'static str {
    match mood {
        Mood::Warning => "!",
        Mood::Ask => "?",
        Mood::Tip => "i",
    }
}

/// How many cells a text takes.
pub(super) fn cells(text: &str) -> u16 {
    u16::try_from(text.chars().count()).unwrap_or(u16::MAX)
}

/// The ink of a span in a text of this ink: what is only plain or stressed looks like the whole.
pub(super) fn in_role(ink: Ink, role: Role) -> Ink {
    match (ink, role) {
        (_, Role::Plain) => ink,
        (Ink::Text(Role::Plain), _) => Ink::Text(role),
        (_, Role::Strong) => ink,
        _ => Ink::Text(role),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{fact, page, screen};
    use super::*;

    #[test]
    fn a_fact_without_words_at_the_end_takes_no_row() {
        let facts = vec![fact("Qui", &["Un", "Deux"], None), fact("", &[], None)];
        let rows = screen(&page("Page", vec![Block::Facts(facts)]), 50, 30);
        assert_eq!(rows[2..6], [" Qui", "   Un", "   Deux", ""]);
    }
}
