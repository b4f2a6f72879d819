//! Paints a laid out page into the cells of a terminal.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Style;

use super::theme::{blank, style};
use crate::base::Theme;
use crate::page::Laid;

/// Fills every cell of the buffer. A buffer of another size than the page was laid out for shows what fits.
///
/// Cells are written one by one: splitting text into graphemes would cost more than everything else a key does, and
/// every character of a page takes one cell.
pub fn draw(laid: &Laid, theme: Theme, buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width.max(1));
    let ground = blank(theme);
    let mut rows = laid.rows.iter();
    for line in buffer.content.chunks_mut(width) {
        let runs = rows.next().map(|row| row.0.as_slice()).unwrap_or_default();
        let mut cells = line.iter_mut();
        let mut x = 0;
        for run in runs {
            let start = usize::from(run.x);
            cells.by_ref().take(start.saturating_sub(x)).for_each(|cell| clear(cell, ground));
            let style = style(theme, run.ink, run.focused);
            x = x.max(start);
            for c in run.text.chars() {
                let Some(cell) = cells.next() else { break };
                paint(cell, c, style);
                x += 1;
            }
        }
        cells.for_each(|cell| clear(cell, ground));
    }
}

fn clear(cell: &mut Cell, style: Style) {
    cell.reset();
    colour(cell, style);
}

fn paint(cell: &mut Cell, c: char, style: Style) {
    cell.set_char(c);
    colour(cell, style);
}

fn colour(cell: &mut Cell, style: Style) {
    cell.fg = style.fg.unwrap_or_default();
    cell.bg = style.bg.unwrap_or_default();
    cell.modifier = style.add_modifier;
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Color;

    use super::*;
    use crate::base::Size;
    use crate::page::{Target, layout, sample};

    fn drawn(theme: Theme, page: &crate::page::Page, width: u16, height: u16) -> Buffer {
        let mut buffer = Buffer::filled(Rect::new(3, 5, width, height), Cell::new("¤"));
        draw(&layout(page, Size { width: 80, height: 25 }), theme, &mut buffer);
        buffer
    }

    fn row(buffer: &Buffer, y: u16) -> Vec<Cell> {
        let width = usize::from(buffer.area.width);
        buffer.content[usize::from(y) * width..][..width].to_vec()
    }

    #[test]
    fn every_cell_is_painted_with_both_colours() {
        for page in sample::all() {
            for theme in [Theme::Dark, Theme::HighContrast] {
                let buffer = drawn(theme, &page, 80, 25);
                assert!(buffer.content.iter().all(|cell| cell.fg != Color::Reset && cell.bg != Color::Reset));
                assert!(buffer.content.iter().all(|cell| cell.symbol() != "¤"));
            }
        }
    }

    #[test]
    fn a_buffer_of_any_size_is_filled() {
        for (width, height) in [(0, 0), (1, 1), (79, 24), (200, 60), (80, 1), (1, 40)] {
            let buffer = drawn(Theme::Dark, &sample::service(), width, height);
            assert!(buffer.content.iter().all(|cell| cell.bg != Color::Reset), "{width}x{height}");
        }
    }

    #[test]
    fn the_focused_choice_is_one_bar_across_the_text_on_all_its_rows() {
        let page = sample::topics();
        let buffer = drawn(Theme::Dark, &page, 80, 25);
        let laid = layout(&page, Size { width: 80, height: 25 });
        let hits: Vec<_> = laid.hits.iter().filter(|hit| Some(hit.target) == laid.focus).collect();
        assert_eq!(hits.len(), 2);
        for hit in hits {
            let grounds: Vec<Color> = row(&buffer, hit.y).iter().map(|cell| cell.bg).collect();
            assert!(grounds[2..78].iter().all(|ground| *ground == Color::Cyan));
            assert_eq!((grounds[1], grounds[78]), (Color::Black, Color::Black));
        }
        let sign = &row(&buffer, laid.cursor.1)[usize::from(laid.cursor.0)];
        assert_eq!(sign.symbol(), ">");
    }

    #[test]
    fn a_focused_key_of_the_bar_has_the_sign_and_the_colour() {
        let mut page = sample::service();
        page.focus = Some(Target::Key(crate::base::Key::F(7)));
        let buffer = drawn(Theme::Dark, &page, 80, 25);
        let bar = row(&buffer, 23);
        let focused: String = bar.iter().filter(|cell| cell.bg == Color::Cyan).map(Cell::symbol).collect();
        assert_eq!(focused, ">F7 Quelqu’un  ");
    }
}
