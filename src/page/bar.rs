//! The key bar: every key keeps its place on all pages, so a key that does nothing here leaves a blank.

use super::flow::cells;
use super::frame::Measure;
use super::wrap::{clean, cut, flat};
use super::{Hit, Ink, KeyHint, Page, Row, Run, Target};
use crate::base::{Key, Role, Size};

/// Below this many columns only the keys that are needed everywhere stay in the bar; Tab walks to the others.
const WIDE: u16 = 76;

/// The keys that the bar shows.
pub(super) struct Bar<'a> {
    pub rows: u16,
    slots: Vec<Slot<'a>>,
}

struct Slot<'a> {
    hint: &'a KeyHint,
    x: u16,
    row: u16,
    width: u16,
}

impl<'a> Bar<'a> {
    pub(super) fn new(page: &'a Page, size: Size) -> Bar<'a> {
        let tab = page.keys.iter().find(|hint| hint.key == Key::Tab && hint.on);
        let keys: Vec<&KeyHint> = page.keys.iter().filter(|hint| hint.key != Key::Tab).collect();
        if size.width >= WIDE {
            let count = keys.len();
            return Bar::grid(keys.into_iter().enumerate(), count, size);
        }
        let (first, others): (Vec<&KeyHint>, Vec<&KeyHint>) = keys.into_iter().partition(|hint| hint.first);
        let count = (first.len() + 1).next_multiple_of(2);
        let group = match page.focus {
            Some(Target::Key(key)) => others.chunks(count - 1).find(|group| group.iter().any(|hint| hint.key == key)),
            _ => None,
        };
        let tab = tab.filter(|_| others.iter().any(|hint| hint.on)).map(|hint| (count - 1, hint));
        let shown = group.unwrap_or(&first).iter().copied().enumerate();
        let count = if page.keys.is_empty() { 0 } else { count };
        Bar::grid(shown.chain(tab), count, size)
    }

    /// Puts the keys into `count` slots in two rows: of equal width, or each column as wide as its keys need it where they
    /// would be cut otherwise. The caps stand under the text; the cell before each is for the focus sign.
    fn grid(keys: impl Iterator<Item = (usize, &'a KeyHint)>, count: usize, size: Size) -> Bar<'a> {
        let Measure { left, width } = Measure::of(size);
        let (left, width) = if left > 0 { (left - 1, width + 1) } else { (left, width) };
        let columns = count.div_ceil(2).clamp(1, usize::from(u16::MAX));
        let keys: Vec<(usize, &KeyHint)> = keys.collect();
        let widths = column_widths(&keys, columns, width);
        let slot = |(index, hint): (usize, &'a KeyHint)| {
            let column = index % columns;
            let x = left + widths.iter().take(column).sum::<u16>();
            let width = widths.get(column).copied().unwrap_or_default();
            Slot { hint, x, row: (index / columns) as u16, width }
        };
        let slots = keys.into_iter().filter(|(_, hint)| hint.on).map(slot).filter(|slot| slot.width > 0).collect();
        Bar { rows: count.div_ceil(columns) as u16, slots }
    }

    /// Whether a key stands in the bar and does something here.
    pub(super) fn holds(&self, key: Key) -> bool {
        self.slots.iter().any(|slot| slot.hint.key == key)
    }

    /// One of its rows, with what can be pressed in it and where the cursor stands if the focus is there.
    pub(super) fn paint(&self, row: u16, y: u16, focus: Option<Key>, hits: &mut Vec<Hit>) -> (Row, Option<(u16, u16)>) {
        let (mut runs, mut cursor) = (Vec::new(), None);
        for slot in self.slots.iter().filter(|slot| slot.row == row) {
            let focused = focus == Some(slot.hint.key);
            slot.paint(focused, &mut runs);
            if focused {
                cursor = Some((slot.x, y));
            }
            hits.push(Hit { x: slot.x, y, width: slot.width, target: Target::Key(slot.hint.key) });
        }
        (Row(runs), cursor)
    }
}

/// How wide each column is. Keys that do nothing here count too, so that all others keep their places.
fn column_widths(keys: &[(usize, &KeyHint)], columns: usize, width: u16) -> Vec<u16> {
    let even = width / columns as u16;
    let mut needed = vec![0_u16; columns];
    for (index, hint) in keys {
        let words = hint.cap.width() + 1 + hint.label.width();
        let column = &mut needed[index % columns];
        *column = (*column).max(u16::try_from(words).unwrap_or(u16::MAX).saturating_add(1));
    }
    let all = needed.iter().fold(0_u16, |all, column| all.saturating_add(*column));
    if all > width || needed.iter().all(|column| *column <= even) {
        return vec![even; columns];
    }
    let spare = (width - all) / columns as u16;
    needed.into_iter().map(|column| column + spare).collect()
}

impl Slot<'_> {
    fn paint(&self, focused: bool, runs: &mut Vec<Run>) {
        let room = usize::from(self.width - 1);
        let cap = cut(flat(&self.hint.cap), room);
        let label = cut(flat(&self.hint.label), room.saturating_sub(cap.chars().count() + 1));
        let mut put = |x: u16, text: &str, ink: Ink| {
            if !text.is_empty() {
                runs.push(Run { x, text: clean(text), ink, focused });
            }
        };
        let after_cap = self.x + 1 + cells(&cap);
        if focused {
            put(self.x, ">", Ink::Marker);
        }
        put(self.x + 1, &cap, Ink::Text(Role::KeyCap));
        if focused {
            let rest = usize::from(self.x + self.width - after_cap);
            let label = if label.is_empty() { String::new() } else { format!(" {label}") };
            put(after_cap, &format!("{label:rest$}"), Ink::KeyLabel);
        } else {
            put(after_cap + 1, &label, Ink::KeyLabel);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{page, screen, text};
    use super::super::{Target, layout};
    use super::*;

    fn bar(page: &Page, width: u16) -> [String; 2] {
        let rows = screen(page, width, 25);
        [rows[23].clone(), rows[24].clone()]
    }

    #[test]
    fn a_key_that_does_nothing_leaves_its_place_blank() {
        let mut page = page("Page", Vec::new());
        let full = bar(&page, 80);
        assert_eq!(full[0], "  F1 Aide        F2 Langue      F3 Chercher    F4 Affichage   F7 Quelqu’un");
        assert_eq!(full[1], "  F8 Mots        F10 Terminer   Début Sujets   Échap Retour");
        page.keys[2].on = false;
        assert_eq!(bar(&page, 80)[0], full[0].replace("F3 Chercher", "           "));
        page.keys[4].on = false;
        assert_eq!(bar(&page, 80)[1], full[1]);
    }

    #[test]
    fn a_narrow_bar_keeps_the_first_keys_and_tab_leads_to_the_others() {
        let mut page = page("Page", Vec::new());
        assert_eq!(bar(&page, 40), [" F1 Aide      F7 Quelqu’un F10 Terminer", " Échap Retour              Tab suite"]);
        page.focus = Some(Target::Key(Key::F(3)));
        assert_eq!(bar(&page, 40), [" F2 Langue   >F3 Chercher  F4 Affichage", " F8 Mots      Début Sujets Tab suite"]);
        // Here too, a key that does nothing leaves its place blank.
        page.keys[1].on = false;
        assert_eq!(bar(&page, 40)[0], "             >F3 Chercher  F4 Affichage");
        page.focus = Some(Target::Key(Key::F(7)));
        assert_eq!(bar(&page, 40)[0], " F1 Aide     >F7 Quelqu’un F10 Terminer");
    }

    #[test]
    fn a_narrow_bar_that_holds_all_keys_needs_no_tab() {
        let mut page = page("Page", Vec::new());
        page.keys.iter_mut().filter(|hint| !hint.first && hint.key != Key::Tab).for_each(|hint| hint.on = false);
        assert_eq!(bar(&page, 40)[1], " Échap Retour");
    }

    #[test]
    fn the_cursor_stands_on_the_sign_of_the_focused_key() {
        let mut page = page("Page", Vec::new());
        page.focus = Some(Target::Key(Key::F(10)));
        let laid = layout(&page, Size { width: 80, height: 25 });
        assert_eq!(laid.cursor, (16, 24));
        assert_eq!(laid.hit(16, 24), Some(Target::Key(Key::F(10))));
    }

    #[test]
    fn columns_give_each_other_room_so_that_no_label_is_cut() {
        let mut page = page("Page", Vec::new());
        page.keys[0].label = text("Aide et explications");
        let full = bar(&page, 80);
        assert!(full[0].starts_with("  F1 Aide et explications") && full[0].contains("F7 Quelqu’un"), "{full:?}");
        // A key that does nothing keeps its place there too.
        page.keys[0].on = false;
        assert_eq!(
            bar(&page, 80)[0].trim_start(),
            full[0].trim_start_matches("  F1 Aide et explications").trim_start()
        );
    }

    #[test]
    fn a_label_that_is_too_long_says_that_it_was_cut() {
        let mut page = page("Page", Vec::new());
        page.keys[0].label = text("Aide et explications pour tout le monde");
        assert!(bar(&page, 80)[0].starts_with("  F1 Aide et ex… F2"));
    }
}
