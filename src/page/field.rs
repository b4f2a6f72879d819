//! A line to type in, in the body of a page.

use super::flow::{Flow, Hold, cells};
use super::wrap::{cut, flat, wrap};
use super::{Field, Ink};
use crate::base::Role;

/// Cells before the label, for the focus sign.
const MARKER: u16 = 2;

impl<'a> Flow<'a> {
    /// The label, what was typed, the place of the next character, and behind it or below what a key would complete.
    pub(super) fn field(&mut self, field: &'a Field) {
        let (left, width) = (self.space.left, self.space.width);
        let marker = if width >= 14 { MARKER } else { 0 };
        let (part, first) = (self.new_part(), self.body.lines.len());
        self.open(self.anchor(part, 0), Hold::Open);
        let end = left.saturating_add(width);
        let label = cut(flat(&field.label), usize::from(width - marker));
        let after = (left + marker).saturating_add(cells(&label)).saturating_add(1);
        self.put(left + marker, label, Ink::Label);
        // The caret always has its cell; a line that is full of its label has none for the text.
        let mut x = end;
        if after < end {
            let room = end - after - 1;
            let typed = field.typed.as_str();
            let rows = if field.is_whole { rows(typed, room, width - marker - 1) } else { vec![tail(typed, room)] };
            let last = rows.len() - 1;
            for (at, row) in rows.into_iter().enumerate() {
                let start = if at == 0 { after } else { left + marker };
                if at > 0 {
                    self.open(self.anchor(part, at as u16), Hold::Kept);
                }
                x = start + cells(&row) + 1;
                self.put(start, row, Ink::Text(Role::Strong));
                if at == last {
                    self.put(x - 1, "_", Ink::Caret);
                }
            }
        }
        if let Some(completion) = &field.completion {
            let is_beside = usize::from(x) + 1 + completion.width() <= usize::from(end);
            match wrap(completion, width - marker).next().filter(|_| is_beside) {
                Some(row) => self.put_row(&row, x + 1, Ink::Detail),
                None => self.write(completion, (left + marker, width - marker), Ink::Detail, part, true),
            }
        }
        self.claim(first, field.spot, part, marker);
    }
}

/// The end of a text that is too long for its line: what is being written stays in view.
fn tail(text: &str, room: u16) -> String {
    let (count, room) = (text.chars().count(), usize::from(room));
    match room {
        0 => String::new(),
        _ if count <= room => text.to_owned(),
        _ => "…".chars().chain(text.chars().skip(count - (room - 1))).collect(),
    }
}

/// All of a text in rows that end behind a space where that is possible. The first one stands beside the label; below it there
/// is room for one character at least.
fn rows(text: &str, beside: u16, below: u16) -> Vec<String> {
    let mut rows = Vec::new();
    let mut rest: Vec<char> = text.chars().collect();
    loop {
        let room = usize::from(if rows.is_empty() { beside } else { below });
        if rest.len() <= room {
            rows.push(rest.into_iter().collect());
            return rows;
        }
        let space = rest[..room].iter().rposition(|sign| *sign == ' ').map(|at| at + 1);
        // A word that is longer than a row goes on in the next one; one that fits there as a whole begins there.
        let cut = space.unwrap_or(if rows.is_empty() && beside < below { 0 } else { room });
        let next = rest.split_off(cut);
        rows.push(std::mem::replace(&mut rest, next).into_iter().collect());
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{choices, page, para, rows, screen, text};
    use super::super::{Block, Field, Page, Pick, Spot, Target, layout};
    use crate::base::{Size, Typed};

    fn field(typed: &str, completion: Option<&str>) -> Page {
        let mut text_of = Typed::default();
        text_of.add_all(typed);
        let field = Field {
            spot: Spot(0),
            label: text("Chercher :"),
            typed: text_of,
            is_whole: false,
            completion: completion.map(text),
        };
        let mut found = choices(Pick::Plain, None, &["Un", "Deux"]);
        if let Block::Choices(choices) = &mut found {
            choices.items.iter_mut().for_each(|item| item.spot = Spot(item.spot.0 + 1));
        }
        page("Page", vec![Block::Field(field), para("Suite."), found])
    }

    #[test]
    fn the_caret_stands_behind_the_text_while_the_field_has_the_focus() {
        let mut page = field("kart", Some("→ karte"));
        for size in [Size { width: 80, height: 25 }, Size::MIN] {
            let laid = layout(&page, size);
            assert_eq!(laid.focus, Some(Target::Spot(Spot(0))));
            let line = rows(&laid)[2].trim().to_owned();
            assert_eq!(line, "> Chercher : kart_ → karte");
            let left = if size == Size::MIN { 1 } else { 2 };
            assert_eq!(laid.cursor, (left + 17, 2));
            assert_eq!(laid.hit(laid.cursor.0, laid.cursor.1), laid.focus);
        }
        page.focus = Some(Target::Spot(Spot(1)));
        assert_eq!(screen(&page, 80, 25)[2], "    Chercher : kart  → karte", "elsewhere it has no caret");
    }

    #[test]
    fn what_was_found_has_no_numbers() {
        assert_eq!(screen(&field("kart", None), 80, 25)[6..8], ["    Un", "    Deux"]);
    }

    /// The same field, with all of its text.
    fn whole(typed: &str) -> Page {
        let mut page = field(typed, None);
        if let Some(Block::Field(field)) = page.blocks.first_mut() {
            field.is_whole = true;
        }
        page
    }

    #[test]
    fn a_text_of_which_one_sees_all_goes_on_in_the_next_line() {
        let rows_at = |typed: &str, width: u16| screen(&whole(typed), width, 15)[2..5].to_vec();
        assert_eq!(rows_at("cactus chameau kiwi", 40)[0], " > Chercher : cactus chameau kiwi_");
        let long = "cactus chameau kiwi orange confiture";
        assert_eq!(
            rows_at(long, 40)[..2],
            [" > Chercher : cactus chameau kiwi ", "   orange confiture_"].map(str::trim_end)
        );
        assert_eq!(rows_at(&"a".repeat(40), 40)[1..], [["   ", &"a".repeat(35)].concat(), "   aaaaa_".to_owned()]);
        let laid = layout(&whole(long), Size { width: 40, height: 15 });
        assert_eq!(laid.hit(laid.cursor.0, laid.cursor.1), laid.focus, "the caret is in the field");
    }

    #[test]
    fn the_end_of_a_long_text_stays_in_view_and_the_completion_goes_below() {
        let typed = "carte d'identité de ma fille qui est perdue depuis hier";
        let rows = screen(&field(typed, Some("→ hier-soir")), 40, 15);
        assert_eq!(rows[2..4], [" > Chercher : … est perdue depuis hier_", "   → hier-soir"]);
    }
}
