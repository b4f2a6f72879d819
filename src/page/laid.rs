//! A page laid out for one size: the rows to paint, and everything that must agree with them.

use super::{Anchor, Mood, Target};
use crate::base::{Role, Size};

/// What `layout` makes of a page. Drawing, the cursor, the pointer, numbers and the turning of pages all read this one
/// value, so they cannot disagree.
#[derive(Clone, PartialEq, Debug)]
pub struct Laid {
    /// `Page::rev` of the page it was made from.
    pub rev: u64,
    pub size: Size,
    /// Every row of the screen, top to bottom; `rows.len() == size.height`.
    pub rows: Vec<Row>,
    /// Where the hardware cursor stands: on the focus, else at the start of the text. Column, row.
    pub cursor: (u16, u16),
    /// What the focus is really on: `Page::focus` where that is in view, else the first choice in view, else `More`
    /// where text follows. Nothing on a page without choices that fits.
    pub focus: Option<Target>,
    /// The first part in view: the last of `stops` that does not lie behind `Page::at`.
    pub at: Anchor,
    /// Rows that the whole body takes, blank ones between its blocks counted.
    pub lines: u16,
    /// Rows that the body has on this screen. Where it has more `lines`, the last of them is the turning row.
    pub view: u16,
    /// The first part of each screenful, from the top.
    pub stops: Vec<Anchor>,
    /// Choices in view, in reading order; the n-th is chosen by the digit n.
    pub shown: Vec<Target>,
    /// All choices of the page in reading order, with the part where each begins.
    pub choices: Vec<(Target, Anchor)>,
    /// The choices that are tiles of a map, with column and row. No digit chooses them: a postcode would.
    pub tiles: Vec<(Target, (u8, u8))>,
    /// The cells of everything that can be pressed.
    pub hits: Vec<Hit>,
}

/// Cells of one row that belong to a target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hit {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub target: Target,
}

/// One row of the screen: runs from left to right that do not overlap; what lies between them is blank.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Row(pub Vec<Run>);

/// Text in one ink.
#[derive(Clone, PartialEq, Debug)]
pub struct Run {
    pub x: u16,
    pub text: Box<str>,
    pub ink: Ink,
    /// Whether it belongs to what has the focus. The runs of a focused thing cover all its cells, blank ones too.
    pub focused: bool,
}

/// What a run is; the theme decides how that looks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Ink {
    Text(Role),
    Title,
    Place,
    Rule,
    Heading,
    /// The word and sign of a call-out or notice.
    Mood(Mood),
    /// A number, bullet or sign before an item.
    Marker,
    Detail,
    Label,
    Doubt,
    KeyLabel,
    /// The line that says that more text follows.
    Turning,
    /// Where the next character of a field will stand: shown while the field has the focus.
    Caret,
    /// A key in the picture of the keyboard that this kiosk uses, and one that it does not use.
    CapLit,
    CapUnlit,
    /// A bar or a column of a chart.
    Chart,
}

impl Laid {
    /// What was pressed at a cell.
    pub fn hit(&self, x: u16, y: u16) -> Option<Target> {
        let hit = self.hits.iter().find(|hit| hit.y == y && (hit.x..hit.x.saturating_add(hit.width)).contains(&x))?;
        Some(hit.target)
    }

    /// The start of the next screenful.
    pub fn after(&self, at: Anchor) -> Option<Anchor> {
        self.stops.iter().copied().find(|stop| *stop > at)
    }

    /// The start of the screenful before.
    pub fn before(&self, at: Anchor) -> Option<Anchor> {
        self.stops.iter().copied().rev().find(|stop| *stop < at)
    }

    /// The start of the screenful in which a part stands.
    pub fn holding(&self, part: Anchor) -> Anchor {
        self.stops.iter().copied().rev().find(|stop| *stop <= part).unwrap_or_default()
    }

    /// The column and row of a tile.
    pub fn tile(&self, target: Target) -> Option<(u8, u8)> {
        self.tiles.iter().find(|(tile, _)| *tile == target).map(|(_, at)| *at)
    }

    /// The choice in view that a digit chooses, from 1.
    pub fn numbered(&self, number: u8) -> Option<Target> {
        let target = self.shown.get(usize::from(number.checked_sub(1)?)).copied();
        target.filter(|target| self.tile(*target).is_none())
    }

    /// Where a choice of the page begins.
    pub fn place_of(&self, target: Target) -> Option<Anchor> {
        self.choices.iter().find(|(choice, _)| *choice == target).map(|(_, anchor)| *anchor)
    }
}
