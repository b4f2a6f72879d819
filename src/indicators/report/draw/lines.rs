//! Lines through time.

use plotters::chart::{ChartBuilder, LabelAreaPosition};
use plotters::element::{Circle, PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, VPos};

use super::svg::{Paint, drawn};
use super::{WIDTH, end_of_axis, length, tick};
use crate::indicators::observation::Status;
use crate::indicators::period::Period;
use crate::indicators::report::archive::{Point, Series, periods};
use crate::indicators::report::chart::SERIES_MAX;
use crate::indicators::report::saying::Name;
use crate::indicators::report::words::Words;

const HEIGHT: u32 = 190;
const AXIS: u32 = 22;
/// The room for a digit of the numbers at the left.
const DIGIT: u32 = 7;
/// So many periods are named below, at most.
const LABELS_MAX: usize = 3;

/// The height, and the elements.
pub fn lines(lines: &[(Name, Series)], words: &Words) -> (u32, String) {
    let lines = lines.get(..SERIES_MAX).unwrap_or(lines);
    let periods = periods(lines.iter().map(|(_, series)| series));
    let all = lines.iter().flat_map(|(_, series)| &series.points);
    let end = end_of_axis(all.filter_map(|point| length(point.figure)));
    let left = 10 + DIGIT * tick(words, end).chars().count() as u32;
    let elements = drawn((WIDTH, HEIGHT), |area| {
        let mut builder = ChartBuilder::on(area);
        builder.margin_top(8).margin_right(10);
        builder.set_label_area_size(LabelAreaPosition::Bottom, AXIS);
        builder.set_label_area_size(LabelAreaPosition::Left, left);
        let wide = periods.len().max(1) as f64 - 0.5;
        let mut chart = builder.build_cartesian_2d(-0.5..wide, 0.0..end)?;
        let label = |value: &f64| tick(words, *value);
        let mut mesh = chart.configure_mesh();
        mesh.disable_x_mesh().disable_x_axis().y_labels(5).y_label_formatter(&label);
        mesh.bold_line_style(Paint::Grid.outlined()).light_line_style(plotters::style::TRANSPARENT);
        mesh.set_all_tick_mark_size(2).label_style(Paint::Tick.words(HPos::Right, VPos::Center)).draw()?;
        let plane = chart.plotting_area();
        for (at, period) in labelled(&periods) {
            let (side, half) = match at {
                0 => (HPos::Left, -0.5),
                at if at + 1 == periods.len() => (HPos::Right, 0.5),
                _ => (HPos::Center, 0.0),
            };
            let words_of = Paint::Tick.words(side, VPos::Top);
            let (x, y) = plane.map_coordinate(&(at as f64 + half, 0.0));
            area.draw(&Text::new(words.short_period(period), (x, y + 5), words_of))?;
        }
        plane.draw(&PathElement::new(vec![(-0.5, 0.0), (wide, 0.0)], Paint::Axis.outlined()))?;
        for (number, (_, series)) in lines.iter().enumerate() {
            let paint = Paint::Series(number as u8);
            for piece in pieces(series, &periods) {
                match piece.as_slice() {
                    [alone] => plane.draw(&Circle::new(*alone, 3, paint.filled()))?,
                    _ => plane.draw(&PathElement::new(piece, paint.line()))?,
                }
            }
            // Of one period there is no line to follow to the axis.
            if let ([_], Some(figure)) = (periods.as_slice(), series.now().filter(|figure| figure.value().is_some())) {
                let (x, y) = plane.map_coordinate(&(0.0, length(Some(figure)).unwrap_or_default()));
                area.draw(&Text::new(words.value(figure), (x + 8, y), Paint::Value.words(HPos::Left, VPos::Center)))?;
            }
            for (x, status) in marks(series, &periods) {
                let (x, y) = plane.map_coordinate(&(x, 0.0));
                let y = y - 9 * number as i32;
                match status {
                    Status::Withheld => {
                        area.draw(&Rectangle::new([(x - 4, y - 8), (x + 4, y)], Paint::Withheld.filled()))?
                    }
                    _ => {
                        area.draw(&PathElement::new(vec![(x - 3, y - 3), (x + 3, y - 3)], Paint::Missing.outlined()))?
                    }
                }
            }
        }
        Ok(())
    });
    (HEIGHT, elements)
}

/// The periods that are named: the first, the last, and some between them.
fn labelled(periods: &[Period]) -> Vec<(usize, Period)> {
    let last = periods.len().saturating_sub(1);
    let steps = last.min(LABELS_MAX - 1);
    let places = (0..=steps).map(|step| (step * last).checked_div(steps).unwrap_or(0));
    places.filter_map(|at| Some((at, *periods.get(at)?))).collect()
}

fn x_of(period: Period, periods: &[Period]) -> f64 {
    periods.iter().position(|one| *one == period).unwrap_or(0) as f64
}

/// The values in a row, up to the next one that is not known.
fn pieces(series: &Series, periods: &[Period]) -> Vec<Vec<(f64, f64)>> {
    let mut pieces: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
    for point in &series.points {
        match (length(point.figure), pieces.last_mut()) {
            (Some(value), Some(piece)) => piece.push((x_of(point.period, periods), value)),
            _ => pieces.push(Vec::new()),
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Where there is no value, and why.
fn marks(series: &Series, periods: &[Period]) -> Vec<(f64, Status)> {
    let unknown = series.points.iter().filter(|point| length(point.figure).is_none());
    let status = |point: &Point| point.figure.map_or(Status::NotCollected, |figure| figure.status());
    unknown.map(|point| (x_of(point.period, periods), status(point))).collect()
}
