//! Numbers that are compared at a glance: bars below each other, and a course of columns side by side.

use super::flow::{Flow, Hold, cells};
use super::wrap::{cut, flat};
use super::{Bar, Course, Ink, WHOLE};
use crate::base::Role;

/// A bar beside its label and value says something only where it has so many cells.
const BAR_LEAST: u16 = 16;
/// Cells between label, value and bar.
const APART: u16 = 2;
/// A longer bar, or a column wider than this, says no more.
const BAR_MOST: u16 = 50;
const COLUMN_MOST: u16 = 5;
/// The rows of a course, and the steps that half blocks make of them.
const ROWS: u16 = 4;
const STEPS: u32 = 2 * ROWS as u32;

impl<'a> Flow<'a> {
    /// Each bar beside its label and value where all of them leave room for that; else below.
    pub(super) fn bars(&mut self, bars: &'a [Bar]) {
        let widest = |width: fn(&Bar) -> usize| bars.iter().map(width).max().unwrap_or(0) as u16;
        let (label, value) = (widest(|bar| bar.label.width()), widest(|bar| bar.value.width()));
        let before = label.saturating_add(value).saturating_add(2 * APART);
        let room = self.space.width.saturating_sub(before);
        for bar in bars {
            if room >= BAR_LEAST {
                self.bar_beside(bar, (label, value), room.min(BAR_MOST));
            } else {
                self.bar_below(bar);
            }
        }
    }

    fn bar_beside(&mut self, bar: &'a Bar, (label, value): (u16, u16), room: u16) {
        let part = self.new_part();
        self.open(self.anchor(part, 0), Hold::Open);
        let left = self.space.left;
        self.put(left, flat(&bar.label), Ink::Text(Role::Plain));
        // Numbers stand below each other by their last digit.
        let end = left + label + APART + value;
        self.put(end - bar.value.width() as u16, flat(&bar.value), Ink::Text(Role::Strong));
        self.put(end + APART, drawn(bar.share, room), Ink::Chart);
    }

    fn bar_below(&mut self, bar: &'a Bar) {
        let (part, first) = (self.new_part(), self.body.lines.len());
        let (left, width) = (self.space.left, self.space.width);
        self.open(self.anchor(part, 0), Hold::Open);
        self.write(&bar.label, (left, width), Ink::Text(Role::Plain), part, false);
        let is_one_line = self.body.lines.len() == first + 1;
        let beside = left + bar.label.width() as u16 + APART;
        if is_one_line && beside + bar.value.width() as u16 <= left + width {
            self.put(beside, flat(&bar.value), Ink::Text(Role::Strong));
        } else {
            self.write(&bar.value, (left, width), Ink::Text(Role::Strong), part, true);
        }
        let line = drawn(bar.share, width.min(BAR_MOST));
        if !line.is_empty() {
            let row = self.body.lines.len() - first;
            self.open(self.anchor(part, u16::try_from(row).unwrap_or(u16::MAX)), Hold::Kept);
            self.put(left, line, Ink::Chart);
        }
    }

    /// Columns on a line, with their ends named below it and the highest beside it. Where there are more than cells, the
    /// first ones are left out; where there is no room to draw, the words are written.
    pub(super) fn course(&mut self, course: &'a Course) {
        let scale = course.top.width() as u16 + 1;
        let (left, room) = (self.space.left + scale, self.space.width.saturating_sub(scale));
        let count = u16::try_from(course.points.len()).unwrap_or(u16::MAX);
        let ends = course.from.width() + course.to.width() + usize::from(APART);
        if count == 0 || count > room || ends > usize::from(room) {
            return self.paragraph(&course.words);
        }
        let pitch = (room / count).min(COLUMN_MOST);
        // A line is at least as long as what stands below its ends.
        let width = (pitch * count).max(ends as u16);
        let part = self.new_part();
        for row in 0..ROWS {
            self.open(self.anchor(part, row), if row == 0 { Hold::Open } else { Hold::Kept });
            if row == 0 {
                self.put(self.space.left, flat(&course.top), Ink::Detail);
            }
            for (x, point) in (left..).step_by(usize::from(pitch)).zip(&course.points) {
                let column = usize::from(if pitch > 1 { pitch - 1 } else { 1 });
                self.put(x, sign(*point, row).repeat(column), Ink::Chart);
            }
        }
        self.open(self.anchor(part, ROWS), Hold::Kept);
        self.put(left, "─".repeat(usize::from(width)), Ink::Rule);
        self.open(self.anchor(part, ROWS + 1), Hold::Kept);
        self.put(left, flat(&course.from), Ink::Detail);
        if course.points.len() > 1 {
            self.put(left + width - course.to.width() as u16, cut(flat(&course.to), usize::from(width)), Ink::Detail);
        }
    }
}

/// A bar of at most so many cells, to half a cell. What is known has one, however short; what is not known has none.
fn drawn(share: Option<u16>, room: u16) -> String {
    let Some(share) = share else { return String::new() };
    let halves = u32::from(share.min(WHOLE)) * 2 * u32::from(room) / u32::from(WHOLE);
    let halves = halves.max(1) as usize;
    let mut bar = "█".repeat(halves / 2);
    if halves % 2 == 1 {
        bar.push('▌');
    }
    debug_assert!(cells(&bar) <= room.max(1));
    bar
}

/// What of a column stands in a row, from the top.
fn sign(point: Option<u16>, row: u16) -> &'static str {
    let Some(share) = point else { return "" };
    let steps = ((u32::from(share.min(WHOLE)) * STEPS + u32::from(WHOLE) / 2) / u32::from(WHOLE)).max(1);
    match steps.saturating_sub(u32::from(ROWS - 1 - row) * 2) {
        0 => "",
        1 => "▄",
        _ => "█",
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{bare, page, screen, text};
    use super::super::{Block, Page};
    use super::*;

    fn bar(label: &str, value: &str, share: Option<u16>) -> Bar {
        Bar { label: text(label), value: text(value), share }
    }

    fn bars() -> Page {
        let bars = vec![
            bar("novembre 2026", "120", Some(1000)),
            bar("octobre 2026", "65", Some(541)),
            bar("septembre 2026", "moins de 10", Some(0)),
            bar("août 2026", "?", None),
        ];
        page("Visites", vec![Block::Bars(bars)])
    }

    #[test]
    fn bars_stand_beside_their_labels_and_numbers_end_below_each_other() {
        let rows = screen(&bars(), 60, 20);
        let long = "█".repeat(29);
        assert_eq!(rows[2], format!(" novembre 2026           120  {long}"));
        assert_eq!(rows[3], format!(" octobre 2026             65  {}▌", "█".repeat(15)));
        assert_eq!(rows[4], " septembre 2026  moins de 10  ▌");
        assert_eq!(rows[5], " août 2026                 ?");
    }

    #[test]
    fn on_a_narrow_screen_they_stand_below() {
        let rows = screen(&bars(), 40, 20);
        assert_eq!(rows[2], " novembre 2026  120");
        assert_eq!(rows[3], format!(" {}", "█".repeat(38)));
        assert_eq!(rows[6..9], [" septembre 2026  moins de 10", " ▌", " août 2026  ?"]);
    }

    fn course(points: Vec<Option<u16>>) -> Block {
        let words = text("De 80 à 120 visites.");
        Block::Course(Course { points, top: text("120"), from: text("août"), to: text("novembre"), words })
    }

    #[test]
    fn a_course_is_columns_on_a_line_and_what_is_not_known_is_a_gap() {
        let points = vec![Some(1000), Some(500), None, Some(0)];
        let rows = screen(&page("Visites", vec![course(points)]), 60, 20);
        let wanted = [
            " 120 ████",
            "     ████",
            "     ████ ████",
            "     ████ ████      ▄▄▄▄",
            "     ────────────────────",
            "     août        novembre",
        ];
        assert_eq!(rows[2..8], wanted);
    }

    #[test]
    fn a_course_without_room_is_told() {
        let rows = screen(&page("Visites", vec![course(vec![Some(1000); 60])]), 40, 20);
        assert_eq!(rows[2], " De 80 à 120 visites.");
        assert!(screen(&bare(vec![course(Vec::new())]), 60, 20).concat().contains("De 80 à 120"));
    }
}
