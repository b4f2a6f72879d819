//! Cuts a body into screenfuls, at places where a reader can stop.

use super::Anchor;
use super::flow::{Body, Gap, Hold, Line};

/// The screenfuls of a body.
pub(super) struct Screenfuls {
    /// The first line of each, from the top.
    pub starts: Vec<usize>,
    /// The row of each line when all are put below each other, blank rows counted.
    tops: Vec<u32>,
}

impl Screenfuls {
    /// Cuts a body for a screen on which it has `height` rows. Where it does not fit, the last row is for turning.
    /// A body that only fits without the blank rows inside its blocks loses them; on a low screen, all blank rows.
    pub(super) fn cut(body: &mut Body<'_>, height: u16, low: bool) -> Screenfuls {
        let mut cut = Screenfuls { starts: vec![0], tops: tops(&body.lines) };
        let over = cut.height().saturating_sub(u32::from(height));
        for may_go in [|gap: Gap| gap.inner, |_| true].iter().take(if low { 2 } else { 1 }) {
            let spare = body.lines.iter().skip(1).filter(|line| line.gap.is_some_and(may_go)).count() as u32;
            if (1..=spare).contains(&over) {
                for line in &mut body.lines {
                    line.gap = line.gap.filter(|gap| !may_go(*gap));
                }
                cut.tops = tops(&body.lines);
                break;
            }
        }
        if cut.height() > u32::from(height) {
            let view = u32::from(height).saturating_sub(1).max(1);
            let mut start = cut.end_of(body, 0, view);
            while start < body.lines.len() {
                cut.starts.push(start);
                start = cut.end_of(body, start, view);
            }
        }
        cut
    }

    /// Rows that the whole body takes.
    pub(super) fn height(&self) -> u32 {
        self.tops.last().map_or(0, |top| top + 1)
    }

    /// The screenful in which a part stands: the last one that does not begin after it.
    pub(super) fn holding(&self, body: &Body<'_>, at: Anchor) -> usize {
        let after = self.starts.partition_point(|start| body.lines.get(*start).is_none_or(|line| line.anchor <= at));
        after.saturating_sub(1)
    }

    /// The line behind the last one of the screenful that begins with `start`.
    fn end_of(&self, body: &Body<'_>, start: usize, view: u32) -> usize {
        let lines = &body.lines;
        let filled = |end: usize| self.tops[end - 1] + 1 - self.tops[start];
        let mut end = start + 1;
        while end < lines.len() && filled(end + 1) <= view {
            end += 1;
        }
        if end >= lines.len() {
            return lines.len();
        }
        let last = |hold: Hold, least: u32| {
            (start + 1..=end).rev().find(|end| lines[*end].hold <= hold && filled(*end) >= least)
        };
        last(Hold::Open, view / 2)
            .or_else(|| last(Hold::Row, view / 3))
            .or_else(|| last(Hold::Kept, view / 3))
            .unwrap_or(end)
    }
}

fn tops(lines: &[Line]) -> Vec<u32> {
    let mut next: u32 = 0;
    let top = |(i, line): (usize, &Line)| {
        let top = next + u32::from(i > 0 && line.gap.is_some());
        next = top + 1;
        top
    };
    lines.iter().enumerate().map(top).collect()
}
