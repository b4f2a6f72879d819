//! What was found out, in words.

use std::fmt;

use super::aims::Target;
use super::bounds::Trouble;
use super::cells::System;
use super::published::Published;
use super::verdict::Verdict;
use crate::indicators::formats::files::File;
use crate::indicators::observation::Observation;

/// What kind of thing was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// How large a count is.
    Count(Verdict),
    /// An attribute of everybody in a whole.
    Group,
    /// The truth lies outside of what is possible.
    Unsound,
    /// The files contradict each other, or the solver failed.
    Solver,
    /// A figure was published twice, with two values.
    Changed,
    /// A share tells more than the counts.
    Share,
}

impl Kind {
    /// Its name in a line of findings.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Count(verdict) => verdict.name(),
            Kind::Group => "group",
            Kind::Unsound => "unsound",
            Kind::Solver => "solver",
            Kind::Changed => "changed",
            Kind::Share => "share",
        }
    }
}

/// Something that was found out. It is written as one line: file, cell, kind, and what one learns.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Finding {
    pub file: String,
    pub cell: String,
    pub kind: Kind,
    pub learnt: String,
    /// For whom, where it is not for everybody.
    pub by: &'static str,
    /// The cells of the system that were found out.
    pub cells: Vec<usize>,
}

impl Finding {
    /// About a row.
    pub fn about(row: &Observation, kind: Kind, learnt: String) -> Finding {
        let file = File::of(row).name();
        Finding { file, cell: row.key.to_string(), kind, learnt, by: "", cells: Vec::new() }
    }

    pub(super) fn of(
        row: &Observation,
        target: &Target,
        verdict: Verdict,
        (low, high): (f64, f64),
        by: &'static str,
    ) -> Finding {
        let what = match (target.is_remainder, by) {
            (true, _) => "what is left of it without its published parts",
            (false, "") => "the true count",
            (false, _) => "the count of others",
        };
        let learnt =
            if low == high { format!("{what} is {low}") } else { format!("{what} is between {low} and {high}") };
        Finding { by, cells: target.cells.clone(), ..Finding::about(row, Kind::Count(verdict), learnt) }
    }

    pub(super) fn group(row: &Observation, whole: usize) -> Finding {
        let learnt = "all of it is of one kind, and somebody is in it".to_owned();
        Finding { cells: vec![whole], ..Finding::about(row, Kind::Group, learnt) }
    }

    pub(super) fn trouble(published: &Published, system: &System, cells: &[usize], trouble: &Trouble) -> Finding {
        match trouble {
            Trouble::Contradiction => Finding::contradiction(published, system, cells, Kind::Solver),
            Trouble::Solver(what) => {
                let learnt = format!("the solver failed ({what})");
                Finding { learnt, ..Finding::contradiction(published, system, cells, Kind::Solver) }
            }
        }
    }

    /// The first published of these cells stands for all of them.
    pub(super) fn contradiction(published: &Published, system: &System, cells: &[usize], kind: Kind) -> Finding {
        let mut shown = cells.iter().filter_map(|cell| published.rows.get(system.cells.get(*cell)?.row?));
        let learnt = match kind {
            Kind::Unsound => "the truth is not among what the files allow",
            _ => "no counts at all agree with all files",
        };
        let learnt = learnt.to_owned();
        let cells = cells.to_vec();
        match shown.next() {
            Some(row) => Finding { cells, ..Finding::about(row, kind, learnt) },
            None => {
                let name = cells.first().and_then(|cell| system.cells.get(*cell)).map(|cell| cell.name.to_string());
                Finding { file: "-".to_owned(), cell: name.unwrap_or_default(), kind, learnt, by: "", cells }
            }
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}: {}{}", self.file, self.cell, self.kind.name(), self.learnt, self.by)
    }
}
