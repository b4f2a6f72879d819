//! A solution of a large part, found without a solver.
//!
//! Every equation in turn is put right: what it is off is shared out among its cells as far as their bounds leave room. Where
//! the bounds are wide, as with hundreds of sites, that ends after some rounds, well inside of all bounds.

use super::bounds::Point;

/// After so many rounds it is given up.
const ROUNDS: usize = 2_000;
/// An equation that is off by less is right.
const CLOSE: f64 = 1e-9;
/// The middle of very wide bounds is no likely place: begin at most so far above the least.
const BEGIN: f64 = 20.0;

/// A sum of cells, each with a factor, and what it comes to.
pub type Equation = (Vec<(usize, f64)>, f64);

/// A point within all bounds at which all equations hold; none where it was not found.
pub fn balanced(bounds: &[(f64, f64)], equations: &[Equation]) -> Option<Point> {
    let begin = |(low, high): &(f64, f64)| low + (BEGIN.min((high - low) / 2.0));
    let mut point: Point = bounds.iter().map(begin).collect();
    for _ in 0..ROUNDS {
        let mut worst: f64 = 0.0;
        for (terms, sum) in equations {
            worst = worst.max(put_right(&mut point, bounds, terms, *sum));
        }
        if worst < CLOSE {
            return Some(point);
        }
    }
    None
}

/// Puts one equation right, and says by how much it was off.
fn put_right(point: &mut Point, bounds: &[(f64, f64)], terms: &[(usize, f64)], sum: f64) -> f64 {
    let off = |point: &Point| -> f64 { sum - terms.iter().map(|(at, factor)| factor * point[*at]).sum::<f64>() };
    let before = off(point);
    // A cell that comes to its bound leaves its share to the others.
    for _ in 0..terms.len() {
        let missing = off(point);
        if missing.abs() < CLOSE {
            break;
        }
        let room = |at: usize, factor: f64| {
            let (low, high) = bounds[at];
            if missing * factor > 0.0 { high - point[at] } else { point[at] - low }
        };
        let open: Vec<(usize, f64)> = terms.iter().copied().filter(|(at, factor)| room(*at, *factor) > 0.0).collect();
        if open.is_empty() {
            break;
        }
        #[expect(clippy::cast_precision_loss, reason = "few cells")]
        let share = missing / open.len() as f64;
        for (at, factor) in open {
            let (low, high) = bounds[at];
            point[at] = (point[at] + share / factor).clamp(low, high);
        }
    }
    before.abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_whose_margins_are_given_is_filled_within_its_bounds() {
        // Two rows and two columns: 0 1 / 2 3.
        let sums = [([0, 1], 7.0), ([2, 3], 13.0), ([0, 2], 11.0), ([1, 3], 9.0)];
        let equations: Vec<Equation> = sums.map(|(cells, sum)| (cells.map(|cell| (cell, 1.0)).into(), sum)).into();
        let bounds = [(0.0, 5.0), (0.0, f64::INFINITY), (2.0, 9.0), (0.0, 6.0)];
        let point = balanced(&bounds, &equations).expect("it can be filled");
        for (cells, sum) in &equations {
            let found: f64 = cells.iter().map(|(cell, _)| point[*cell]).sum();
            assert!((found - sum).abs() < 1e-6, "{point:?}");
        }
        assert!(point.iter().zip(&bounds).all(|(value, (low, high))| low <= value && value <= high), "{point:?}");
    }

    #[test]
    fn what_cannot_be_is_given_up() {
        let equations = [(vec![(0, 1.0), (1, 1.0)], 9.0)];
        assert_eq!(balanced(&[(0.0, 4.0), (0.0, 4.0)], &equations), None);
    }
}
