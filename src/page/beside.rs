//! Two pages on one screen, one beside the other: for people who write the pages.

use super::{Ink, Laid, Row, Run};
use crate::base::Size;

/// Cells between the two: blank, a line, blank.
const GAP: u16 = 3;

/// Puts a page that is only read to the right of one that is used. The cursor, the choices and the turning of pages are
/// those of the left one.
pub fn beside(left: Laid, right: &Laid) -> Laid {
    let size = Size { width: left.size.width + GAP + right.size.width, ..left.size };
    let shift = left.size.width + GAP;
    let line = Run { x: left.size.width + 1, text: "│".into(), ink: Ink::Rule, focused: false };
    let mut read = right.rows.iter();
    let join = |row: Row| {
        let moved = read.next().into_iter().flat_map(|row| &row.0).map(|run| Run {
            x: run.x + shift,
            focused: false,
            ..run.clone()
        });
        Row(row.0.into_iter().chain([line.clone()]).chain(moved).collect())
    };
    Laid { size, rows: left.rows.into_iter().map(join).collect(), ..left }
}

/// How wide the right page is on a screen with a left page of this width; nothing where it would be too narrow to read.
pub fn width_beside(screen: Size, left: u16) -> Option<u16> {
    screen.width.checked_sub(left + GAP).filter(|width| *width >= Size::MIN.width)
}
