//! Lying bars, each under its name and with its value behind it.

use plotters::chart::{ChartBuilder, LabelAreaPosition};
use plotters::element::{Rectangle, Text};
use plotters::style::text_anchor::{HPos, VPos};

use super::svg::{Paint, drawn};
use super::{WIDTH, end_of_axis, length, tick};
use crate::indicators::observation::Status;
use crate::indicators::report::archive::Figure;
use crate::indicators::report::chart::{Row, SERIES_MAX};
use crate::indicators::report::words::Words;

/// The height of a line of words, of a bar, and of the gap below a row.
const LINE: f64 = 15.0;
const BAR: f64 = 13.0;
const GAP: f64 = 7.0;
/// The letters that fit into a line, and the height of the axis.
const LETTERS: usize = 46;
const AXIS: u32 = 18;
/// How much longer the axis is than the longest bar: its value stands there.
const ROOM_FOR_VALUES: f64 = 1.3;
/// How long a bar is that only says that something was withheld, as a part of the axis.
const HATCHED: f64 = 0.06;

/// The height, and the elements.
pub fn bars(rows: &[Row], words: &Words) -> (u32, String) {
    let names: Vec<Vec<String>> = rows.iter().map(|row| in_lines(&words.name(row.name))).collect();
    let heights = rows
        .iter()
        .zip(&names)
        .map(|(row, name)| name.len() as f64 * LINE + row.figures.len().min(SERIES_MAX) as f64 * BAR + GAP);
    let total: f64 = heights.sum();
    let end = end_of_axis(rows.iter().flat_map(|row| &row.figures).filter_map(|figure| length(*figure)));
    let height = total as u32 + AXIS;
    let elements = drawn((WIDTH, height), |area| {
        let mut builder = ChartBuilder::on(area);
        // Half of the nought below the axis.
        builder.margin_left(4).set_label_area_size(LabelAreaPosition::Bottom, AXIS);
        let mut chart = builder.build_cartesian_2d(0.0..end * ROOM_FOR_VALUES, total..0.0)?;
        let label = |value: &f64| if *value <= end { tick(words, *value) } else { String::new() };
        let mut mesh = chart.configure_mesh();
        mesh.disable_y_mesh().disable_y_axis().x_labels(5).x_label_formatter(&label).set_all_tick_mark_size(2);
        mesh.bold_line_style(Paint::Grid.outlined()).light_line_style(plotters::style::TRANSPARENT);
        mesh.axis_style(Paint::Grid.outlined()).label_style(Paint::Tick.words(HPos::Center, VPos::Top)).draw()?;
        let plane = chart.plotting_area();
        let mut top = 0.0;
        for (row, name) in rows.iter().zip(&names) {
            for line in name {
                plane.draw(&Text::new(line.clone(), (0.0, top + 1.0), Paint::Label.words(HPos::Left, VPos::Top)))?;
                top += LINE;
            }
            for (series, figure) in row.figures.iter().enumerate().take(SERIES_MAX) {
                let (long, paint) = bar(*figure, series, end);
                let room = [(0.0, top + 1.0), (long, top + BAR - 1.0)];
                if long > 0.0 {
                    plane.draw(&Rectangle::new(room, paint.filled()))?;
                }
                let value = words.value_or_none(*figure);
                let said = if length(*figure).is_some() { Paint::Value } else { Paint::Tick };
                let at = (long + end * 0.015, top + BAR / 2.0);
                plane.draw(&Text::new(value, at, said.words(HPos::Left, VPos::Center)))?;
                top += BAR;
            }
            top += GAP;
        }
        Ok(())
    });
    (height, elements)
}

/// How long a bar is, and as what it is drawn.
fn bar(figure: Option<Figure>, series: usize, end: f64) -> (f64, Paint) {
    match (length(figure), figure.map(Figure::status)) {
        (Some(value), _) => (value.max(0.0), Paint::Series(series as u8)),
        (None, Some(Status::Withheld)) => (end * HATCHED, Paint::Withheld),
        _ => (0.0, Paint::Missing),
    }
}

/// A name in lines that fit: two at most.
fn in_lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in name.split(' ') {
        let last = lines.len() - 1;
        let line = &mut lines[last];
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= LETTERS {
            line.push(' ');
            line.push_str(word);
        } else if last == 0 {
            lines.push(word.to_owned());
        } else {
            line.push('…');
            break;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_goes_into_two_lines_and_is_cut_at_a_word() {
        assert_eq!(in_lines("santé"), ["santé"]);
        let long = "word ".repeat(40);
        let lines = in_lines(long.trim());
        assert_eq!(lines.len(), 2);
        assert!(
            lines.iter().all(|line| line.chars().count() <= LETTERS + 1) && lines[1].ends_with("word…"),
            "{lines:?}"
        );
    }
}
