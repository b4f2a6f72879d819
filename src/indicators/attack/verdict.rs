//! What counts as found out.

use crate::indicators::rounding;

/// Counts below this are withheld.
#[expect(clippy::cast_precision_loss, reason = "a small number")]
pub const THRESHOLD: f64 = rounding::THRESHOLD as f64;
/// Bounds that are so far apart say nothing, unless they say that it is a rare thing and surely happened.
pub const ROOM: f64 = 4.0;

/// What an attacker learns of a count.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    /// A small count, exactly.
    Exact,
    /// That a rare thing surely happened.
    Small,
    /// A small count, nearly.
    Narrow,
}

impl Verdict {
    /// That of a count which surely lies between two bounds; none where nothing is found out.
    pub fn of(low: f64, high: f64) -> Option<Verdict> {
        let (low, high) = whole(low, high);
        if high >= THRESHOLD {
            None
        } else if low == high {
            Some(Verdict::Exact)
        } else if low >= 1.0 && high <= 4.0 {
            Some(Verdict::Small)
        } else {
            (high - low < ROOM).then_some(Verdict::Narrow)
        }
    }

    /// Its name in a line of findings.
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Exact => "exact",
            Verdict::Small => "small",
            Verdict::Narrow => "narrow",
        }
    }
}

/// The bounds of a whole number, from those of the solver.
pub fn whole(low: f64, high: f64) -> (f64, f64) {
    let tolerance = super::bounds::TOLERANCE;
    ((low - tolerance).ceil() + 0.0, (high + tolerance).floor())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_small_and_known_too_well_is_found() {
        let verdicts = [
            (3.0, 3.0, Some(Verdict::Exact)),
            (0.0, 0.0, Some(Verdict::Exact)),
            (12.0, 12.0, None),
            (1.0, 4.0, Some(Verdict::Small)),
            (0.0, 3.0, Some(Verdict::Narrow)),
            (6.0, 9.0, Some(Verdict::Narrow)),
            (0.0, 4.0, None),
            (1.0, 5.0, None),
            (6.0, 10.0, None),
            (2.3, 3.2, Some(Verdict::Exact)),
            (2.9999999, 3.0000001, Some(Verdict::Exact)),
        ];
        for (low, high, wanted) in verdicts {
            assert_eq!(Verdict::of(low, high), wanted, "{low} to {high}");
        }
    }

    #[test]
    fn what_is_not_found_between_two_bounds_is_not_found_between_wider_ones() {
        for low in 0..12 {
            for high in low..14 {
                let of = |low: i32, high: i32| Verdict::of(low.into(), high.into());
                if of(low, high).is_none() {
                    let wider = (0..=low).flat_map(|low| (high..=14).map(move |high| (low, high)));
                    assert!(wider.into_iter().all(|(low, high)| of(low, high).is_none()), "{low} to {high}");
                }
            }
        }
    }
}
