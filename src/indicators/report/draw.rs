//! Charts as SVG: their words are text, their colours are classes.
//!
//! All are as wide as a phone. What has no value is hatched or left empty: never a bar of nothing.

mod bars;
mod lines;
mod places;
mod spark;
mod svg;

use maud::{Markup, PreEscaped, html};

pub use self::places::{end_of_panels, steps as steps_of_map};
pub use self::spark::spark;
pub use self::svg::Paint;
use super::archive::Figure;
use super::chart::{Chart, Drawn};
use super::words::Words;

/// How wide a chart is, in its own units: about the dots of a phone.
const WIDTH: u32 = 340;

/// The drawing of a chart. `alternative` is what those hear who do not see it.
pub fn chart(chart: &Chart, words: &Words, alternative: &str) -> Markup {
    let (height, elements) = match &chart.drawn {
        Drawn::Bars { rows, drawn_max, .. } => bars::bars(rows.get(..*drawn_max).unwrap_or(rows), words),
        Drawn::Lines(lines) => lines::lines(lines, words),
        Drawn::Map(places) => places::map(places, words),
        Drawn::Panels(places) => places::panels(places, words),
        Drawn::Dots(dots) => places::dots(dots, words),
    };
    svg((WIDTH, height), None, &elements, alternative)
}

fn svg((width, height): (u32, u32), aspect: Option<&str>, elements: &str, alternative: &str) -> Markup {
    html! {
        svg role="img" aria-label=(alternative) viewBox={ "0 0 " (width) " " (height) } preserveAspectRatio=[aspect] {
            (PreEscaped(elements))
        }
    }
}

/// A figure as a length.
fn length(figure: Option<Figure>) -> Option<f64> {
    figure?.tenths().map(|tenths| tenths as f64 / 10.0)
}

/// The end of an axis that holds all these values: 1, 2, 2.5 or 5 times a power of ten, and never less than 4.
fn end_of_axis(values: impl Iterator<Item = f64>) -> f64 {
    let largest = values.fold(4.0, f64::max);
    let power = 10f64.powf(largest.log10().floor());
    let steps = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    steps.into_iter().map(|step| step * power).find(|end| *end >= largest).unwrap_or(10.0 * power)
}

/// A number of an axis.
fn tick(words: &Words, value: f64) -> String {
    if value.fract() == 0.0 { words.number(value as i64) } else { words.official(&format!("{value:.1}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_at_a_round_number_that_holds_all() {
        for (largest, end) in
            [(0.0, 4.0), (7.0, 8.0), (61.2, 80.0), (100.0, 100.0), (101.0, 120.0), (12_340.0, 15_000.0)]
        {
            assert!((end_of_axis([1.0, largest].into_iter()) - end).abs() < 1e-6, "{largest}");
        }
    }
}
