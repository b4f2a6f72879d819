//! Tiles of a map in the body of a page: each in its column and row, with a name and a number.

use super::flow::{Flow, Hold, Slot};
use super::wrap::{cut, flat};
use super::{Ink, Target, Tile};
use crate::base::Role;

/// A tile with its whole label: the sign of the focus, twelve letters, and a blank.
const WIDE: u16 = 15;
/// A tile with a short label: the sign of the focus, three letters, a blank, and a number of two digits.
const NARROW: u16 = 7;

/// How the tiles of a map are drawn.
#[derive(Clone, Copy)]
enum Size {
    /// Two rows: label, number in words.
    Wide,
    /// One row: short label and number.
    Narrow,
}

impl<'a> Flow<'a> {
    /// The tiles in their places where there is room for them; else one below the other.
    pub(super) fn map(&mut self, tiles: &'a [Tile]) {
        let columns = tiles.iter().map(|tile| u16::from(tile.at.0) + 1).max().unwrap_or(1);
        let cell = self.space.width / columns;
        let first = self.body.lines.len();
        let is_twice = |tile: &Tile| tiles.iter().filter(|other| other.at == tile.at).count() > 1;
        match cell {
            // In a damaged pack two tiles may stand in one place.
            _ if tiles.iter().any(is_twice) => {
                tiles.iter().for_each(|tile| self.row_of_tiles(&[tile], (self.space.width, Size::Narrow)));
            }
            WIDE.. => self.rows_of_tiles(tiles, (cell, Size::Wide)),
            NARROW.. => self.rows_of_tiles(tiles, (cell, Size::Narrow)),
            _ => tiles.iter().for_each(|tile| self.row_of_tiles(&[tile], (self.space.width, Size::Narrow))),
        }
        // A map is seen as one.
        for line in self.body.lines.iter_mut().skip(first + 1) {
            line.hold = Hold::Kept;
        }
    }

    fn rows_of_tiles(&mut self, tiles: &'a [Tile], (cell, size): (u16, Size)) {
        let last = tiles.iter().map(|tile| tile.at.1).max().unwrap_or(0);
        let mut firsts = Vec::new();
        for y in 0..=last {
            let row: Vec<&Tile> = tiles.iter().filter(|tile| tile.at.1 == y).collect();
            if !row.is_empty() {
                firsts.push(self.body.lines.len());
                self.row_of_tiles(&row, (cell, size));
            }
        }
        self.spread(&firsts);
    }

    /// Tiles beside each other, from left to right.
    fn row_of_tiles(&mut self, tiles: &[&'a Tile], (cell, size): (u16, Size)) {
        let choice = self.body.choices.len();
        let parts: Vec<u16> = tiles.iter().map(|_| self.new_part()).collect();
        let Some(first) = parts.first().copied() else { return };
        for (tile, part) in tiles.iter().zip(&parts) {
            let target = Target::Spot(tile.spot);
            self.body.choices.push((target, self.anchor(*part, 0)));
            self.body.tiles.push((target, tile.at));
        }
        let is_alone = cell == self.space.width && tiles.len() == 1;
        let x_of = |tile: &Tile| if is_alone { 0 } else { u16::from(tile.at.0) * cell };
        for line in 0..if matches!(size, Size::Wide) { 2 } else { 1 } {
            self.open(self.anchor(first, line), if line == 0 { Hold::Open } else { Hold::Kept });
            for (at, tile) in tiles.iter().enumerate() {
                let x = self.space.left + x_of(tile);
                self.tile(tile, (x, cell, size), (choice + at, line));
            }
            if let Some(line) = self.body.lines.last_mut() {
                line.slots.end = self.body.slots.len();
            }
        }
    }

    /// One line of one tile.
    fn tile(&mut self, tile: &'a Tile, (x, cell, size): (u16, u16, Size), (choice, line): (usize, u16)) {
        let first = self.body.pieces.len();
        // A wide tile ends with a blank; after a narrow one stands the sign of the next.
        let (marker, gap) = if matches!(size, Size::Wide) { (2, 1) } else { (1, 0) };
        let width = cell.saturating_sub(gap);
        let room = usize::from(width.saturating_sub(marker));
        let (text, ink) = match (size, line) {
            (Size::Wide, 0) => (flat(&tile.label).to_string(), Ink::Text(Role::Strong)),
            (Size::Wide, _) => (flat(&tile.detail).to_string(), Ink::Detail),
            (Size::Narrow, _) => (format!("{} {}", flat(&tile.short), flat(&tile.count)), Ink::Text(Role::Strong)),
        };
        self.put(x + marker, cut(text.into(), room).into_owned(), ink);
        let pieces = first..self.body.pieces.len();
        self.body.slots.push(Slot { choice, x, width, marker: (line == 0).then_some(marker), pieces });
    }
}
