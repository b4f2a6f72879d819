//! Tiles of a map in the body of a page: each in its column and row, with a name and a number.

use super::flow::{Flow, Hold};
use super::wrap::{cut, flat};
use super::{Ink, Target, Tile};
use crate::base::Role;

/// A tile with its whole label: the sign of the focus, twelve letters, and a blank.
const WIDE: u16 = 15;
/// A tile with a short label: the sign of the focus, three letters, a blank, and a number of two digits.
const NARROW: u16 = 7;

/// How the tiles of a map are drawn.
#[derive(Clone, Copy)]
enum Drawn {
    /// In two lines: label, number in words.
    Whole,
    /// In one line: short label and number.
    Short,
}

/// The tiles of one row, each in its column.
struct Row<'r, 'a> {
    tiles: &'r [&'a Tile],
    /// The width of a column.
    cell: u16,
    drawn: Drawn,
}

impl<'a> Flow<'a> {
    /// The tiles in their places where there is room for them; else one below the other.
    pub(super) fn map(&mut self, tiles: &'a [Tile]) {
        let columns = tiles.iter().map(|tile| u16::from(tile.at.0) + 1).max().unwrap_or(1);
        let cell = self.space.width / columns;
        let first = self.body.lines.len();
        // In a damaged pack two tiles may stand in one place.
        let is_alone = |tile: &Tile| tiles.iter().filter(|other| other.at == tile.at).count() == 1;
        if cell >= NARROW && tiles.iter().all(is_alone) {
            self.rows_of_tiles(tiles, cell, if cell >= WIDE { Drawn::Whole } else { Drawn::Short });
        } else {
            tiles.iter().for_each(|tile| self.tile_alone(tile));
        }
        // A map is seen as one.
        for line in self.body.lines.iter_mut().skip(first + 1) {
            line.hold = Hold::Kept;
        }
    }

    fn rows_of_tiles(&mut self, tiles: &'a [Tile], cell: u16, drawn: Drawn) {
        let last = tiles.iter().map(|tile| tile.at.1).max().unwrap_or(0);
        let mut firsts = Vec::new();
        for y in 0..=last {
            let row: Vec<&Tile> = tiles.iter().filter(|tile| tile.at.1 == y).collect();
            if !row.is_empty() {
                firsts.push(self.body.lines.len());
                self.row_of_tiles(&Row { tiles: &row, cell, drawn }, |tile| u16::from(tile.at.0) * cell);
            }
        }
        self.spread(&firsts);
    }

    fn tile_alone(&mut self, tile: &'a Tile) {
        let row = Row { tiles: &[tile], cell: self.space.width, drawn: Drawn::Short };
        self.row_of_tiles(&row, |_| 0);
    }

    /// Tiles beside each other, from left to right.
    fn row_of_tiles(&mut self, row: &Row<'_, 'a>, x_of: impl Fn(&Tile) -> u16) {
        let parts: Vec<u16> = row.tiles.iter().map(|_| self.new_part()).collect();
        let Some(first) = parts.first().copied() else { return };
        let mut choices = Vec::with_capacity(row.tiles.len());
        for (tile, part) in row.tiles.iter().zip(&parts) {
            choices.push(self.choice(tile.spot, *part));
            self.body.tiles.push((Target::Spot(tile.spot), tile.at));
        }
        for line in 0..if matches!(row.drawn, Drawn::Whole) { 2 } else { 1 } {
            self.open(self.anchor(first, line), if line == 0 { Hold::Open } else { Hold::Kept });
            for (tile, choice) in row.tiles.iter().zip(&choices) {
                let x = self.space.left + x_of(tile);
                let (first, marker, width) = self.tile_line(row, tile, x, line);
                self.claim_cells(*choice, (x, width), (line == 0).then_some(marker), first);
            }
        }
    }

    /// One line of one tile: its first piece, its cells for the focus sign, and all its cells.
    fn tile_line(&mut self, row: &Row, tile: &'a Tile, x: u16, line: u16) -> (usize, u16, u16) {
        let first = self.body.pieces.len();
        // A whole tile ends with a blank; after a short one stands the sign of the next.
        let (marker, gap) = if matches!(row.drawn, Drawn::Whole) { (2, 1) } else { (1, 0) };
        let width = row.cell.saturating_sub(gap);
        let room = usize::from(width.saturating_sub(marker));
        let (text, ink) = match (row.drawn, line) {
            (Drawn::Whole, 0) => (flat(&tile.label).to_string(), Ink::Text(Role::Strong)),
            (Drawn::Whole, _) => (flat(&tile.detail).to_string(), Ink::Detail),
            (Drawn::Short, _) => (format!("{} {}", flat(&tile.short), flat(&tile.count)), Ink::Text(Role::Strong)),
        };
        self.put(x + marker, cut(text.into(), room).into_owned(), ink);
        (first, marker, width)
    }
}
