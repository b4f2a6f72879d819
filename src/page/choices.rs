//! Choices, keys on the screen and the picture of the keyboard in the body of a page.

use super::flow::{Flow, Hold, Slot};
use super::wrap::{cut, flat};
use super::{Cap, Choices, Ink, Item, Pick, Spot, Target};
use crate::base::{Role, Text};

/// Cells between two choices that stand side by side.
const APART: usize = 3;
/// So much wider than its label needs a key on the screen is at most.
const KEY_SPARE: usize = 2;

impl<'a> Flow<'a> {
    pub(super) fn choices(&mut self, choices: &'a Choices) {
        if let Some(head) = choices.head.as_ref().filter(|head| !head.is_blank()) {
            self.heading(head);
            self.heading = false;
        }
        let marker = match self.space.width {
            ..8 => 0,
            8..14 => 2,
            _ => 4,
        };
        let first = self.body.lines.len();
        match choices.pick {
            Pick::Side if marker == 4 && self.fit_side_by_side(&choices.items) => self.side_by_side(&choices.items),
            Pick::Side | Pick::Go => self.below_each_other(&choices.items, marker, Ink::Text(Role::Strong)),
            Pick::Plain => self.below_each_other(&choices.items, marker.min(2), Ink::Text(Role::Plain)),
            Pick::Keys => self.keys(&choices.items, marker),
        }
        // A few choices are weighed against each other, so they are seen together.
        let lines = &mut self.body.lines[first..];
        if lines.len() <= usize::from(self.space.height / 2).max(4) {
            for line in lines.iter_mut().skip(1) {
                line.hold = Hold::Kept;
            }
        }
    }

    fn below_each_other(&mut self, items: &'a [Item], marker: u16, ink: Ink) {
        let mark = if marker == 4 && items.iter().any(|item| item.marked) { 2 } else { 0 };
        for item in items {
            let (part, first) = (self.new_part(), self.body.lines.len());
            self.open(self.anchor(part, 0), Hold::Open);
            let x = self.space.left + marker;
            if item.marked && mark > 0 {
                self.put(x, "√", Ink::Marker);
            }
            let place = (x + mark, self.space.width - marker - mark);
            self.write(&item.label, place, ink, part, false);
            if let Some(detail) = &item.detail {
                self.write(detail, place, Ink::Detail, part, true);
            }
            self.claim(first, item.spot, part, marker);
        }
    }

    /// Gives the lines from `first` to a choice.
    pub(super) fn claim(&mut self, first: usize, spot: Spot, part: u16, marker: u16) {
        let (choice, edges) = (self.choice(spot, part), self.edge_pieces());
        for (i, line) in self.body.lines.iter_mut().enumerate().skip(first) {
            let slot = self.body.slots.len();
            self.body.slots.push(Slot {
                choice,
                x: self.space.left,
                width: self.space.width,
                marker: (i == first).then_some(marker),
                pieces: line.pieces.start + edges..line.pieces.end,
            });
            line.slots = slot..slot + 1;
        }
    }

    /// A choice that begins with a part; its place among the choices.
    pub(super) fn choice(&mut self, spot: Spot, part: u16) -> usize {
        self.body.choices.push((Target::Spot(spot), self.anchor(part, 0)));
        self.body.choices.len() - 1
    }

    /// Gives the pieces from `first` to a choice that has only some cells of the line; in the first of its lines, with the
    /// cells before its label for the focus sign.
    pub(super) fn claim_cells(&mut self, choice: usize, (x, width): (u16, u16), marker: Option<u16>, first: usize) {
        let pieces = first..self.body.pieces.len();
        self.body.slots.push(Slot { choice, x, width, marker, pieces });
        if let Some(line) = self.body.lines.last_mut() {
            line.slots.end = self.body.slots.len();
        }
    }

    fn fit_side_by_side(&self, items: &[Item]) -> bool {
        let widths = items.iter().map(|item| button(item) + APART);
        let all: usize = widths.sum();
        items.iter().all(|item| item.detail.is_none()) && all <= usize::from(self.space.width) + APART
    }

    fn side_by_side(&mut self, items: &'a [Item]) {
        let mut x = self.space.left;
        for (i, item) in items.iter().enumerate() {
            let part = self.new_part();
            if i == 0 {
                self.open(self.anchor(part, 0), Hold::Open);
            }
            let first = self.body.pieces.len();
            let width = button(item) as u16;
            self.put(x + 4, if item.marked { "[√ " } else { "[ " }, Ink::Marker);
            let label = x + if item.marked { 7 } else { 6 };
            self.put(label, flat(&item.label), Ink::Text(Role::Strong));
            self.put(x + width - 2, " ]", Ink::Marker);
            let choice = self.choice(item.spot, part);
            self.claim_cells(choice, (x, width), Some(4), first);
            x += width + APART as u16;
        }
    }

    /// Keys in rows that are filled evenly; each has a cell for the focus sign, and one behind its label.
    fn keys(&mut self, items: &'a [Item], marker: u16) {
        let room = usize::from(self.space.width);
        let least = items.iter().map(|item| item.label.width() + 2).max().unwrap_or(room);
        if least > room || items.iter().any(|item| item.detail.is_some()) {
            return self.below_each_other(items, marker, Ink::Text(Role::Strong));
        }
        let rows = items.len().div_ceil(room / least).max(1);
        let columns = items.len().div_ceil(rows).max(1);
        let width = (room / columns).min(least + KEY_SPARE);
        for row in items.chunks(columns) {
            for (i, item) in row.iter().enumerate() {
                let part = self.new_part();
                if i == 0 {
                    self.open(self.anchor(part, 0), Hold::Open);
                }
                let (x, first) = (self.space.left + (i * width) as u16, self.body.pieces.len());
                self.put(x + 1, flat(&item.label), Ink::Text(Role::Strong));
                let choice = self.choice(item.spot, part);
                self.claim_cells(choice, (x, width as u16), Some(1), first);
            }
        }
    }

    /// The picture where it fits, first with drawn caps, then with one row per row of keys; else its words.
    pub(super) fn keyboard(&mut self, rows: &'a [Vec<Cap>], words: &'a Text) {
        let room = usize::from(self.space.width);
        let fits = |width: fn(&Cap) -> usize| rows.iter().all(|row| row.iter().map(width).sum::<usize>() <= room);
        let tall = rows.len() * 3 <= usize::from(self.space.height.saturating_sub(1));
        if rows.iter().all(Vec::is_empty) || !fits(short_width) {
            return self.paragraph(words);
        }
        let part = self.new_part();
        let drawn = !self.space.tight && tall && fits(|cap| usize::from(cap.width.max(3)));
        let mut at = 0;
        for row in rows {
            for line in 0..if drawn { 3 } else { 1 } {
                self.open(self.anchor(part, at), if at == 0 { Hold::Open } else { Hold::Kept });
                at = at.saturating_add(1);
                let mut x = self.space.left;
                for cap in row {
                    let text = if drawn { drawn_line(cap, line) } else { short(cap) };
                    let width = text.chars().count() as u16;
                    self.put(x, text, if cap.lit { Ink::CapLit } else { Ink::CapUnlit });
                    x += width;
                }
            }
        }
    }
}

/// Cells of a choice that stands beside others: focus sign, number, brackets, mark, label.
fn button(item: &Item) -> usize {
    item.label.width() + if item.marked { 9 } else { 8 }
}

fn short_width(cap: &Cap) -> usize {
    cap.sign.width() + 2
}

/// A key in one row: those that are not used have no brackets, so that not only the colour tells them apart.
fn short(cap: &Cap) -> String {
    let sign = flat(&cap.sign);
    if cap.lit { format!("[{sign}]") } else { format!(" {sign} ") }
}

fn drawn_line(cap: &Cap, line: u8) -> String {
    let inner = usize::from(cap.width.max(3)) - 2;
    match line {
        0 => format!("┌{}┐", "─".repeat(inner)),
        1 => format!("│{:^inner$}│", cut(flat(&cap.sign), inner)),
        _ => format!("└{}┘", "─".repeat(inner)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{choices, item, key, keyboard, page, para, screen, text};
    use super::super::{Block, Cap, Choices, Pick, Spot, Target, layout};
    use crate::base::Size;

    #[test]
    fn only_nine_choices_are_numbered_and_all_are_shown() {
        let labels: Vec<String> = (1..=11).map(|n| format!("choix {n}")).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let page = page("Page", vec![choices(Pick::Go, Some("Que faire ?"), &labels)]);
        let rows = screen(&page, 80, 25);
        assert_eq!(rows[2..5], ["  Que faire ?", "  > 1 choix 1", "    2 choix 2"]);
        assert_eq!(rows[11..14], ["    9 choix 9", "      choix 10", "      choix 11"]);
    }

    #[test]
    fn a_marked_choice_has_a_sign_and_all_labels_stay_in_line() {
        let mut items =
            vec![item(0, "Français", None), item(1, "Nederlands", Some("gekozen")), item(2, "English", None)];
        items[1].marked = true;
        let page = page("Langue", vec![Block::Choices(Choices { pick: Pick::Go, head: None, items })]);
        let rows = screen(&page, 80, 25);
        assert_eq!(rows[2..6], ["  > 1   Français", "    2 √ Nederlands", "        gekozen", "    3   English"]);
    }

    #[test]
    fn yes_and_no_stand_side_by_side_where_they_fit() {
        let mut page = page("Page", vec![choices(Pick::Side, None, &["Oui, tout à fait", "Non, pas encore"])]);
        page.focus = Some(Target::Spot(Spot(1)));
        assert_eq!(screen(&page, 80, 25)[2], "    1 [ Oui, tout à fait ]   > 2 [ Non, pas encore ]");
        assert_eq!(screen(&page, 40, 15)[2..4], ["   1 Oui, tout à fait", " > 2 Non, pas encore"]);
    }

    #[test]
    fn choices_are_not_torn_from_their_question() {
        let blocks = vec![para(&"mot ".repeat(19 * 17)), choices(Pick::Go, Some("Alors ?"), &["a", "b"])];
        let laid = layout(&page("Page", blocks), Size { width: 80, height: 25 });
        assert_eq!(laid.stops[1].block, 1);
        assert!(laid.shown.is_empty());
    }

    #[test]
    fn the_keyboard_is_drawn_in_full_in_one_row_or_told() {
        let tall = screen(&keyboard(), 80, 25);
        assert_eq!(
            tall[5..8].iter().map(|row| row.chars().take(9).collect()).collect::<Vec<String>>(),
            ["  ┌─────┐", "  │Échap│", "  └─────┘"]
        );
        let row = vec![vec![key("Échap", 7, true), key("A", 5, false), key("F1", 5, true)]];
        let words = "Les touches Échap et F1 servent ici.";
        let low = Block::Keyboard { rows: row, words: text(words) };
        assert_eq!(screen(&page("Page", vec![low]), 40, 15)[2], " [Échap] A [F1]");
        let wide: Vec<Cap> = (0..20).map(|_| key("Échap", 7, true)).collect();
        let told = Block::Keyboard { rows: vec![wide], words: text(words) };
        assert_eq!(screen(&page("Page", vec![told]), 40, 15)[2], format!(" {words}"));
    }
}
