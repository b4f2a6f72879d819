//! Sites by commune: as squares on the map of tiles, as lines in panels, and their kiosks as dots.

use plotters::element::{Circle, PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, VPos};

use super::svg::{Area, Fault, Paint, drawn};
use super::{WIDTH, end_of_axis, length, tick};
use crate::indicators::observation::Status;
use crate::indicators::report::archive::{Figure, Series};
use crate::indicators::report::chart::{Dot, SiteSeries};
use crate::indicators::report::saying::Name;
use crate::indicators::report::words::Words;

/// The shades of the map.
const SHADES: usize = 4;
/// Words above the squares of a tile.
const NAME: i32 = 16;
/// Panels beside each other, and their height.
const PANELS: usize = 3;
const PANEL: i32 = 62;
/// The row of a commune, the room for its name, and the room for the axis.
const ROW: i32 = 18;
const NAMES: i32 = 138;
const AXIS: i32 = 20;

/// The upper ends of the shades of the map: counts are multiples of five, and so are these.
pub fn steps(places: &[SiteSeries]) -> [f64; SHADES] {
    let largest = places.iter().filter_map(|place| length(place.series.now())).fold(0.0, f64::max);
    let powers = std::iter::successors(Some(1.0), |power| Some(power * 10.0)).take(12);
    let mut nice = powers.flat_map(|power| [5.0, 10.0, 20.0, 25.0].map(|step| step * power));
    let step = nice.find(|step| step * SHADES as f64 >= largest).unwrap_or(largest);
    [1.0, 2.0, 3.0, 4.0].map(|times| times * step)
}

/// The height, and the elements.
pub fn map(places: &[SiteSeries], words: &Words) -> (u32, String) {
    let communes = words.communes();
    let columns = communes.iter().map(|commune| u32::from(commune.at.0) + 1).max().unwrap_or(5);
    let rows = communes.iter().map(|commune| u32::from(commune.at.1) + 1).max().unwrap_or(0);
    let tile = (WIDTH / columns) as i32;
    let elsewhere: Vec<&SiteSeries> = places.iter().filter(|place| place.commune.is_none()).collect();
    let height = tile * rows as i32 + if elsewhere.is_empty() { 0 } else { tile };
    let steps = steps(places);
    let elements = drawn((WIDTH, height as u32), |area| {
        for (number, commune) in communes.iter().enumerate() {
            let corner = (i32::from(commune.at.0) * tile, i32::from(commune.at.1) * tile);
            let inside: Vec<&SiteSeries> = places.iter().filter(|place| place.commune == Some(number)).collect();
            one_tile(area, corner, tile, (&words.short_commune(number), &inside), &steps)?;
        }
        if !elsewhere.is_empty() {
            let name = words.plain("report-elsewhere");
            one_tile(area, (0, tile * rows as i32), tile, (&name, &elsewhere), &steps)?;
        }
        Ok(())
    });
    (height as u32, elements)
}

fn one_tile(
    area: &Area,
    (left, top): (i32, i32),
    tile: i32,
    (name, places): (&str, &[&SiteSeries]),
    steps: &[f64; SHADES],
) -> Result<(), Fault> {
    let frame = [(left + 1, top + 1), (left + tile - 2, top + tile - 2)];
    area.draw(&Rectangle::new(frame, Paint::Frame.filled()))?;
    let words = Paint::Small.words(HPos::Left, VPos::Top);
    area.draw(&Text::new(name.to_owned(), (left + 5, top + 4), words))?;
    // Squares in as few columns as let all of them in.
    let room = tile - 10;
    let columns = (3..).find(|columns| columns * ((tile - NAME - 6) * columns / room).max(1) >= places.len() as i32);
    let square = room / columns.unwrap_or(1);
    for (at, place) in places.iter().enumerate() {
        let (column, row) = (at as i32 % columns.unwrap_or(1), at as i32 / columns.unwrap_or(1));
        let (x, y) = (left + 5 + column * square, top + NAME + 2 + row * square);
        let inside = [(x, y), (x + square - 2, y + square - 2)];
        let (paint, style) = square_of(place.series.now(), steps);
        area.draw(&Rectangle::new(inside, if style { paint.filled() } else { paint.outlined() }))?;
    }
    Ok(())
}

/// As what a site is drawn, and whether it is filled.
fn square_of(figure: Option<Figure>, steps: &[f64; SHADES]) -> (Paint, bool) {
    match (length(figure), figure.map(Figure::status)) {
        (Some(value), _) => {
            let shade = steps.iter().position(|step| value <= *step).unwrap_or(SHADES - 1);
            (Paint::Shade(shade as u8), true)
        }
        (None, Some(Status::Withheld)) => (Paint::Withheld, true),
        _ => (Paint::Missing, false),
    }
}

/// The communes that have a site, by their place in the list; what stands elsewhere comes last.
fn with_sites(communes: impl Iterator<Item = Option<usize>>) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = communes.collect();
    found.sort_by_key(|commune| (commune.is_none(), *commune));
    found.dedup();
    found
}

fn name(commune: Option<usize>, words: &Words) -> String {
    match commune {
        Some(place) => words.name(Name::Commune(place)),
        None => words.plain("report-elsewhere"),
    }
}

/// What the upper line of each panel stands for.
pub fn end_of_panels(places: &[SiteSeries]) -> f64 {
    let all = places.iter().flat_map(|place| &place.series.points);
    end_of_axis(all.filter_map(|point| length(point.figure)))
}

/// The height, and the elements.
pub fn panels(places: &[SiteSeries], words: &Words) -> (u32, String) {
    let communes = with_sites(places.iter().map(|place| place.commune));
    let end = end_of_panels(places);
    let longest = places.iter().map(|place| place.series.points.len()).max().unwrap_or(1).max(2);
    let width = WIDTH as i32 / PANELS as i32;
    let height = communes.len().div_ceil(PANELS) as i32 * PANEL;
    let elements = drawn((WIDTH, height as u32), |area| {
        for (number, commune) in communes.iter().enumerate() {
            let corner = ((number % PANELS) as i32 * width, (number / PANELS) as i32 * PANEL);
            let (left, top) = corner;
            let words_of = Paint::Small.words(HPos::Left, VPos::Top);
            area.draw(&Text::new(short(&name(*commune, words)), (left + 2, top + 1), words_of))?;
            let (floor, roof) = (top + PANEL - 8, top + 16);
            let line = |y| PathElement::new(vec![(left + 2, y), (left + width - 8, y)], Paint::Grid.outlined());
            area.draw(&line(floor))?;
            area.draw(&line(roof))?;
            let at = |x: usize, value: f64| {
                let x = left + 2 + (x as i32 * (width - 10)) / (longest as i32 - 1);
                (x, floor - (value / end * f64::from(floor - roof)).round() as i32)
            };
            for place in places.iter().filter(|place| place.commune == *commune) {
                months(area, &place.series, longest, &at)?;
            }
        }
        Ok(())
    });
    (height as u32, elements)
}

/// A name that fits above a panel.
fn short(name: &str) -> String {
    const LETTERS: usize = 15;
    if name.chars().count() <= LETTERS {
        name.to_owned()
    } else {
        name.chars().take(LETTERS - 1).chain(['…']).collect()
    }
}

/// The line of a site, with a hatched square where a month was withheld.
fn months(area: &Area, series: &Series, longest: usize, at: &impl Fn(usize, f64) -> (i32, i32)) -> Result<(), Fault> {
    let first = longest - series.points.len();
    let mut piece = Vec::new();
    for (number, point) in series.points.iter().enumerate() {
        match (length(point.figure), point.figure.map(|figure| figure.status())) {
            (Some(value), _) => piece.push(at(first + number, value)),
            (None, status) => {
                line(area, std::mem::take(&mut piece))?;
                if status == Some(Status::Withheld) {
                    let (x, y) = at(first + number, 0.0);
                    area.draw(&Rectangle::new([(x - 3, y - 6), (x + 3, y)], Paint::Withheld.filled()))?;
                }
            }
        }
    }
    line(area, piece)
}

fn line(area: &Area, piece: Vec<(i32, i32)>) -> Result<(), Fault> {
    match piece.as_slice() {
        [] => Ok(()),
        [alone] => area.draw(&Circle::new(*alone, 1, Paint::Series(0).filled())),
        _ => area.draw(&PathElement::new(piece, Paint::Series(0).outlined())),
    }
}

/// The height, and the elements.
pub fn dots(dots: &[Dot], words: &Words) -> (u32, String) {
    let communes = with_sites(dots.iter().map(|dot| dot.commune));
    let least = dots.iter().filter_map(|dot| length(Some(dot.figure))).fold(95.0, f64::min);
    // To the next five below: what is drawn is near the top, and the axis says where it begins.
    let (begin, end) = ((least / 5.0).floor() * 5.0, 100.0);
    let bottom = communes.len() as i32 * ROW;
    let height = bottom + AXIS;
    let x_of = |value: f64| {
        let room = f64::from(WIDTH as i32 - NAMES - 12);
        NAMES + ((value - begin) / (end - begin) * room).round() as i32
    };
    let elements = drawn((WIDTH, height as u32), |area| {
        for step in 0..=2 {
            let value = begin + (end - begin) * f64::from(step) / 2.0;
            let x = x_of(value);
            area.draw(&PathElement::new(vec![(x, 0), (x, bottom)], Paint::Grid.outlined()))?;
            let words_of = Paint::Tick.words(if step == 2 { HPos::Right } else { HPos::Center }, VPos::Top);
            let x = if step == 2 { x + 10 } else { x };
            area.draw(&Text::new(words.percent(&tick(words, value)), (x, bottom + 5), words_of))?;
        }
        for (row, commune) in communes.iter().enumerate() {
            let y = row as i32 * ROW + ROW / 2;
            let words_of = Paint::Small.words(HPos::Left, VPos::Center);
            area.draw(&Text::new(name(*commune, words), (2, y), words_of))?;
            for dot in dots.iter().filter(|dot| dot.commune == *commune) {
                match (length(Some(dot.figure)), dot.figure.status()) {
                    (Some(value), _) => area.draw(&Circle::new((x_of(value), y), 4, Paint::Series(0).outlined()))?,
                    (None, Status::Withheld) => {
                        let inside = [(NAMES - 12, y - 4), (NAMES - 4, y + 4)];
                        area.draw(&Rectangle::new(inside, Paint::Withheld.filled()))?;
                    }
                    _ => {
                        area.draw(&PathElement::new(vec![(NAMES - 12, y), (NAMES - 4, y)], Paint::Missing.outlined()))?
                    }
                }
            }
        }
        Ok(())
    });
    (height as u32, elements)
}
