//! Makes the rows of a screen from what was decided about it, and notes what can be pressed where.

use super::bar::Bar;
use super::flow::{Body, Line, Piece, Slot, cells};
use super::frame::{Frame, Measure, Stripe};
use super::layout::InView;
use super::wrap::{clean, wrap};
use super::{Hit, Ink, Page, Row, Run, Target};
use crate::base::{Key, Size};

/// Choices that a digit can choose.
const NUMBERED: usize = 9;

/// Makes the rows of the screen, from top to bottom.
pub(super) struct Painter<'p> {
    body: &'p Body<'p>,
    view: &'p InView,
    focus: Option<Target>,
    measure: Measure,
    rows: Vec<Row>,
    hits: Vec<Hit>,
    /// Where the focus stands.
    cursor: Option<(u16, u16)>,
    /// Where the text begins.
    text: Option<(u16, u16)>,
}

impl<'p> Painter<'p> {
    pub(super) fn new(body: &'p Body<'p>, view: &'p InView, focus: Option<Target>, measure: Measure) -> Painter<'p> {
        Painter { body, view, focus, measure, rows: Vec::new(), hits: Vec::new(), cursor: None, text: None }
    }

    /// All rows of the screen, what can be pressed in them, and where the cursor stands.
    pub(super) fn screen(
        mut self,
        page: &Page,
        size: Size,
        frame: Frame,
        bar: &Bar<'_>,
    ) -> (Vec<Row>, Vec<Hit>, (u16, u16)) {
        self.rows.reserve(usize::from(size.height));
        self.stripes(frame.head, bar);
        let home = (self.measure.left.min(size.width.saturating_sub(1)), self.y().min(size.height.saturating_sub(1)));
        self.body(page, size.height.saturating_sub(frame.foot.len() as u16));
        self.stripes(frame.foot, bar);
        self.rows.resize(usize::from(size.height), Row::default());
        (self.rows, self.hits, self.cursor.or(self.text).unwrap_or(home))
    }

    fn y(&self) -> u16 {
        self.rows.len() as u16
    }

    fn stripes(&mut self, stripes: Vec<Stripe>, bar: &Bar<'_>) {
        let focus = self.focus_key();
        for stripe in stripes {
            let row = match stripe {
                Stripe::Painted(row) => row,
                Stripe::Bar(row) => {
                    let (row, cursor) = bar.paint(row, self.y(), focus, &mut self.hits);
                    self.cursor = self.cursor.or(cursor);
                    row
                }
            };
            self.rows.push(row);
        }
    }

    fn focus_key(&self) -> Option<Key> {
        match self.focus {
            Some(Target::Key(key)) => Some(key),
            _ => None,
        }
    }

    /// The rows of the body, up to the row `end` of the screen.
    fn body(&mut self, page: &Page, end: u16) {
        let end = usize::from(end);
        let top = self.rows.len() + usize::from(self.view.lead);
        self.rows.resize(top, Row::default());
        for line in &self.body.lines[self.view.first..self.view.end] {
            if let Some(gap) = line.gap.filter(|_| self.rows.len() > top) {
                let edges = self.body.pieces[line.pieces.clone()].iter().take(gap.edges);
                let row = Row(edges.map(|edge| run(edge, false)).collect());
                self.rows.push(in_order(row));
            }
            let row = self.line(line);
            self.rows.push(row);
        }
        self.rows.resize(end, Row::default());
        if self.view.turning {
            self.rows.truncate(end - 1);
            let row = self.turning(page);
            self.rows.push(row);
        }
    }

    fn line(&mut self, line: &Line) -> Row {
        let body = self.body;
        let slots = &body.slots[line.slots.clone()];
        let before = slots.first().map_or(line.pieces.end, |slot| slot.pieces.start);
        let mut runs = Vec::with_capacity(line.pieces.len() + 1);
        for piece in &body.pieces[line.pieces.start..before] {
            if self.text.is_none() && piece.ink != Ink::Rule && &*piece.text != "│" {
                self.text = Some((piece.x, self.y()));
            }
            runs.push(run(piece, false));
        }
        for slot in slots {
            self.slot(slot, &mut runs);
        }
        in_order(Row(runs))
    }

    /// The cells of a choice: its focus sign and number, its text, and where it has the focus a bar over all of it.
    fn slot(&mut self, slot: &Slot, runs: &mut Vec<Run>) {
        let body = self.body;
        let target = body.choices[slot.choice].0;
        let number = slot.choice.checked_sub(self.view.first_choice).filter(|n| *n < self.view.shown.len());
        let focused = self.focus == Some(target) && number == self.position(target);
        let y = self.y();
        if number.is_some() {
            self.hits.push(Hit { x: slot.x, y, width: slot.width, target });
        }
        let mut x = slot.x;
        if let Some(width) = slot.marker {
            if focused {
                self.cursor = Some((slot.x, y));
            }
            let sign = if focused { '>' } else { ' ' };
            let digit = number.filter(|n| *n < NUMBERED).map(|n| (n + 1).to_string()).unwrap_or_default();
            let marker: String = format!("{sign} {digit:<2}").chars().take(usize::from(width)).collect();
            if marker.trim() != "" {
                x += width;
                runs.push(Run { x: slot.x, text: marker.into(), ink: Ink::Marker, focused });
            }
        }
        for piece in &body.pieces[slot.pieces.clone()] {
            if piece.ink == Ink::Caret {
                if !focused {
                    continue;
                }
                self.cursor = Some((piece.x, y));
            }
            if focused {
                fill(runs, x, piece.x);
            }
            x = piece.x.saturating_add(cells(&piece.text));
            runs.push(run(piece, focused));
        }
        if focused {
            fill(runs, x, slot.x + slot.width);
        }
    }

    /// Which of the choices in view a target is. A page that names a choice twice has the focus on the first.
    fn position(&self, target: Target) -> Option<usize> {
        self.view.shown.iter().position(|shown| *shown == target)
    }

    /// The row that says how the text goes on.
    fn turning(&mut self, page: &Page) -> Row {
        let Measure { left, width } = self.measure;
        let words = if self.view.more { &page.turning.more } else { &page.turning.end };
        let focused = self.focus == Some(Target::More);
        let y = self.y();
        let indent = if width >= 14 { 2 } else { 0 };
        let mut runs = Vec::new();
        if focused && indent > 0 {
            runs.push(Run { x: left, text: "> ".into(), ink: Ink::Turning, focused });
        }
        let mut x = left + indent;
        for (text, _) in wrap(words, width - indent).next().iter().flat_map(|row| row.pieces()) {
            let text = clean(text);
            let at = x;
            x += cells(&text);
            runs.push(Run { x: at, text, ink: Ink::Turning, focused });
        }
        if focused {
            fill(&mut runs, x, left + width);
            self.cursor = Some((left, y));
        }
        if self.view.more {
            self.hits.push(Hit { x: left, y, width, target: Target::More });
        }
        Row(runs)
    }
}

/// The right sides of devices come before the text that stands left of them.
fn in_order(mut row: Row) -> Row {
    if !row.0.is_sorted_by_key(|run| run.x) {
        row.0.sort_by_key(|run| run.x);
    }
    row
}

fn run(piece: &Piece<'_>, focused: bool) -> Run {
    Run { x: piece.x, text: clean(&piece.text), ink: piece.ink, focused }
}

/// Closes a hole in the bar of what has the focus.
fn fill(runs: &mut Vec<Run>, from: u16, to: u16) {
    if from < to {
        let text = " ".repeat(usize::from(to - from)).into();
        runs.push(Run { x: from, text, ink: Ink::Marker, focused: true });
    }
}
