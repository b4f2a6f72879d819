//! A back end of plotters that writes SVG whose colours are classes: the page gives them their colours, dark and light, on
//! a screen and on paper.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingAreaErrorKind, DrawingBackend, IntoDrawingArea, RGBColor};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, ShapeStyle, TextStyle};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind};

/// What something is drawn as: a class of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Paint {
    Grid,
    Axis,
    /// The words of an axis: not a figure.
    Tick,
    Label,
    Value,
    /// Small words, such as the name of a tile on the map.
    Small,
    /// One of four series.
    Series(u8),
    /// One of four steps from little to much.
    Shade(u8),
    /// The same as the first series, for what was before.
    Past,
    Withheld,
    /// Not collected, or not published: nothing is there.
    Missing,
    Frame,
}

/// All of them, by the number that stands for them while plotters draws.
const PAINTS: [(Paint, &str); 18] = [
    (Paint::Grid, "g"),
    (Paint::Axis, "ax"),
    (Paint::Tick, "t"),
    (Paint::Label, "lb"),
    (Paint::Value, "v"),
    (Paint::Small, "sm"),
    (Paint::Series(0), "a"),
    (Paint::Series(1), "b"),
    (Paint::Series(2), "c"),
    (Paint::Series(3), "d"),
    (Paint::Shade(0), "h1"),
    (Paint::Shade(1), "h2"),
    (Paint::Shade(2), "h3"),
    (Paint::Shade(3), "h4"),
    (Paint::Past, "p"),
    (Paint::Withheld, "q"),
    (Paint::Missing, "n"),
    (Paint::Frame, "f"),
];

impl Paint {
    /// The class of the page.
    pub fn class(self) -> &'static str {
        PAINTS.iter().find(|(paint, _)| *paint == self).map_or("", |(_, class)| class)
    }

    /// The colour that stands for it while plotters draws.
    pub fn colour(self) -> RGBColor {
        let number = PAINTS.iter().position(|(paint, _)| *paint == self).unwrap_or(0);
        RGBColor(0, 0, number as u8)
    }

    pub fn filled(self) -> ShapeStyle {
        self.colour().filled()
    }

    pub fn outlined(self) -> ShapeStyle {
        Color::stroke_width(&self.colour(), 1)
    }

    /// A thick line.
    pub fn line(self) -> ShapeStyle {
        Color::stroke_width(&self.colour(), 2)
    }

    /// Words that stand with this corner at their place.
    pub fn words(self, horizontal: HPos, vertical: VPos) -> TextStyle<'static> {
        let size = match self {
            Paint::Tick | Paint::Small => 11,
            _ => 12,
        };
        ("sans-serif", size).into_font().color(&self.colour()).pos(Pos::new(horizontal, vertical))
    }
}

/// Where plotters draws.
pub type Area<'s> = DrawingArea<Svg<'s>, Shift>;
/// Why it does not. Writing into a text cannot fail.
pub type Fault = DrawingAreaErrorKind<Infallible>;

/// What `draw` draws: the elements of an SVG, without the SVG itself.
pub fn drawn(size: (u32, u32), draw: impl FnOnce(&Area) -> Result<(), Fault>) -> String {
    let mut elements = String::new();
    let area = Svg { elements: &mut elements, size }.into_drawing_area();
    let done = draw(&area);
    debug_assert!(done.is_ok(), "{done:?}");
    drop(area);
    elements
}

/// The SVG under way.
pub struct Svg<'s> {
    elements: &'s mut String,
    size: (u32, u32),
}

impl Svg<'_> {
    fn put(&mut self, element: std::fmt::Arguments) -> Result<(), DrawingErrorKind<Infallible>> {
        // A text grows as it is written to: this does not fail.
        let _ = self.elements.write_fmt(element);
        Ok(())
    }

    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, class: &str, stroke: &str) {
        let mut last: Option<BackendCoord> = None;
        for (x, y) in points {
            let element = match last {
                None => write!(self.elements, "<path class=\"{class}{stroke}\" d=\"M{x} {y}"),
                Some((at_x, at_y)) => write!(self.elements, "l{} {}", x - at_x, y - at_y),
            };
            // As above.
            let _ = element;
            last = Some((x, y));
        }
        if last.is_some() {
            self.elements.push_str("\"/>");
        }
    }
}

/// Whether nothing is to be seen of something.
fn is_clear(colour: BackendColor) -> bool {
    colour.alpha <= 0.0
}

fn class(colour: BackendColor) -> &'static str {
    PAINTS.get(usize::from(colour.rgb.2)).map_or("", |(_, class)| class)
}

/// As text of XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Result<(), DrawingErrorKind<Infallible>> {
        self.put(format_args!("<rect class=\"{}\" x=\"{x}\" y=\"{y}\" width=\"1\" height=\"1\"/>", class(colour)))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        is_filled: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let (class, stroke) = (class(style.color()), if is_filled { "" } else { " s" });
        let (width, height) = ((right - left).max(1), (bottom - top).max(1));
        self.put(format_args!(
            "<rect class=\"{class}{stroke}\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"/>"
        ))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        if !is_clear(style.color()) {
            self.path(path, class(style.color()), if style.stroke_width() > 1 { " s w" } else { " s" });
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        is_filled: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let (class, stroke) = (class(style.color()), if is_filled { "" } else { " s o" });
        self.put(format_args!("<circle class=\"{class}{stroke}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.path(path, class(style.color()), "");
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        (x, y): BackendCoord,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let Pos { h_pos, v_pos } = style.anchor();
        let anchor = match h_pos {
            HPos::Left => "",
            HPos::Center => " m",
            HPos::Right => " e",
        };
        // From the line on which letters stand, in tenths of their size.
        let down = match v_pos {
            VPos::Top => 8.0,
            VPos::Center => 3.5,
            VPos::Bottom => -2.0,
        };
        let y = y + (style.size() * down / 10.0).round() as i32;
        let (class, text) = (class(style.color()), escaped(text));
        self.put(format_args!("<text class=\"{class}{anchor}\" x=\"{x}\" y=\"{y}\">{text}</text>"))
    }

    /// Letters of sans-serif are half as wide as high, more or less.
    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = text.chars().count() as f64 * style.size() * 0.55;
        Ok((width.round() as u32, style.size().round() as u32))
    }

    fn blit_bitmap(
        &mut self,
        _place: BackendCoord,
        _size: (u32, u32),
        _pixels: &[u8],
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_has_classes_and_no_colour_of_its_own() {
        let svg = drawn((100, 50), |area| {
            area.draw(&plotters::element::Rectangle::new([(1, 2), (31, 12)], Paint::Series(1).filled()))?;
            area.draw(&plotters::element::PathElement::new(vec![(0, 0), (5, 9), (7, 9)], Paint::Grid.outlined()))?;
            let words = Paint::Label.words(HPos::Right, VPos::Bottom);
            area.draw(&plotters::element::Text::new("5 < 6 & é", (40, 20), words))
        });
        let rect = "<rect class=\"b\" x=\"1\" y=\"2\" width=\"30\" height=\"10\"/>";
        let path = "<path class=\"g s\" d=\"M0 0l5 9l2 0\"/>";
        let text = "<text class=\"lb e\" x=\"40\" y=\"18\">5 &lt; 6 &amp; é</text>";
        assert_eq!(svg, [rect, path, text].concat());
    }

    #[test]
    fn each_paint_has_a_class_and_a_colour_of_its_own() {
        let mut classes: Vec<&str> = PAINTS.iter().map(|(paint, _)| paint.class()).collect();
        classes.sort_unstable();
        classes.dedup();
        assert_eq!(classes.len(), PAINTS.len());
        for (paint, name) in PAINTS {
            assert_eq!(class(paint.colour().to_backend_color()), name);
        }
    }
}
