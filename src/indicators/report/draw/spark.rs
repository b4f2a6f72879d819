//! Small bars without words, for tiles: a figure and what it was before.

use maud::Markup;
use plotters::chart::ChartBuilder;
use plotters::element::{PathElement, Rectangle};

use super::svg::{Paint, drawn};
use super::{end_of_axis, length, svg};
use crate::indicators::observation::Status;
use crate::indicators::report::archive::{NEWEST_MAX, Series};

/// A bar and the gap behind it, in dots.
const STEP: u32 = 10;

/// A bar for each period of a series that is cut to its newest ones; this one stands out.
pub fn spark(series: &Series, height: u32, alternative: &str) -> Markup {
    let points = &series.points;
    let end = end_of_axis(points.iter().filter_map(|point| length(point.figure)));
    let width = STEP * NEWEST_MAX as u32;
    let first = NEWEST_MAX.saturating_sub(points.len());
    let elements = drawn((width, height), |area| {
        let mut chart = ChartBuilder::on(area).build_cartesian_2d(0.0..NEWEST_MAX as f64, 0.0..end)?;
        chart.configure_mesh().disable_mesh().disable_axes().draw()?;
        let plane = chart.plotting_area();
        for (at, point) in points.iter().enumerate() {
            let left = (first + at) as f64;
            let bar = |top, paint: Paint| plane.draw(&Rectangle::new([(left, top), (left + 0.8, 0.0)], paint.filled()));
            match (length(point.figure), point.figure.map(|figure| figure.status())) {
                (Some(value), _) if at + 1 == points.len() => bar(value, Paint::Series(0))?,
                (Some(value), _) => bar(value, Paint::Past)?,
                (None, Some(Status::Withheld)) => bar(end / 2.0, Paint::Withheld)?,
                _ => {
                    let (x, y) = plane.map_coordinate(&(left, 0.0));
                    area.draw(&PathElement::new(vec![(x, y - 1), (x + 8, y - 1)], Paint::Missing.outlined()))?;
                }
            }
        }
        Ok(())
    });
    // Bars without words may be as wide as there is room.
    svg((width, height), Some("none"), &elements, alternative)
}
