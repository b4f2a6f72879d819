//! How the published periods lie in each other.

use std::collections::BTreeSet;

use super::cells::Span;
use super::published::Published;
use crate::indicators::period::Period;

/// The periods of which something is published.
pub struct Spans {
    periods: BTreeSet<Period>,
}

impl Spans {
    /// Those of a publication.
    pub fn of(published: &Published) -> Spans {
        Spans { periods: published.rows.iter().map(|row| row.key.period).collect() }
    }

    /// All of them, and what is left of each where its parts are not published.
    pub fn all(&self) -> Vec<Span> {
        let rests = self.periods.iter().map(|period| Span::RestOf(*period));
        let has_rest = |rest: &Span| match rest {
            Span::RestOf(period) => self.parts(Span::Of(*period)).contains(rest),
            Span::Of(_) => false,
        };
        let mut all: Vec<Span> = rests.filter(has_rest).collect();
        all.extend(self.periods.iter().map(|period| Span::Of(*period)));
        all
    }

    /// The published periods that make up this one, none of them in another; and what is left of it. None where none lies in it.
    pub fn parts(&self, span: Span) -> Vec<Span> {
        let Span::Of(period) = span else { return Vec::new() };
        let months = period.months();
        let inside = |other: &&Period| **other != period && other.months().iter().all(|month| months.contains(month));
        let mut inner: Vec<Period> = self.periods.iter().filter(inside).copied().collect();
        // Months of a quarter that is published are in the quarter.
        let quarters: Vec<Period> = inner.iter().filter(|period| period.frequency() == "Q").copied().collect();
        let is_covered = |other: &Period| {
            let months = other.months();
            quarters.iter().any(|quarter| months.iter().all(|month| quarter.months().contains(month)))
        };
        inner.retain(|other| other.frequency() == "Q" || !is_covered(other));
        if inner.is_empty() {
            return Vec::new();
        }
        let covered: usize = inner.iter().map(|period| period.months().len()).sum();
        let rest = (covered < months.len()).then_some(Span::RestOf(period));
        inner.into_iter().map(Span::Of).chain(rest).collect()
    }

    /// The published quarter in which a month lies, or itself.
    pub fn quarter_of(&self, span: Span) -> Option<Span> {
        let (Span::Of(period) | Span::RestOf(period)) = span;
        let of = |quarter: &&Period| {
            quarter.frequency() == "Q" && period.months().iter().all(|month| quarter.months().contains(month))
        };
        self.periods.iter().find(of).map(|quarter| Span::Of(*quarter))
    }
}
