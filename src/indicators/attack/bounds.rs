//! Least and greatest values, by linear programming.

use std::collections::{BTreeMap, BTreeSet};

use microlp::{ComparisonOp, Error, LinearExpr, OptimizationDirection, Problem, Variable};

use super::balance::{Equation, balanced};

/// How far a value of the solver may be off.
pub const TOLERANCE: f64 = 1e-6;

/// Why the solver gives no bound.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// No counts at all could have been published like this.
    Contradiction,
    /// The solver gave up, and says why.
    Solver(String),
}

/// Values of the cells of a part that all equations allow, by their places in it.
pub type Point = Vec<f64>;

/// Year, and quarter of it where a cell belongs to one.
pub type Block = (i16, Option<i8>);

/// Cells that hang together, and nothing else: what is not among them says nothing of them.
#[derive(Clone, Default, Debug)]
pub struct Part {
    /// The places of its cells in the system.
    pub cells: Vec<usize>,
    place: BTreeMap<usize, usize>,
    /// The quarter or year to which each belongs.
    block: Vec<Block>,
    /// The number of the site to which each belongs; none for the region.
    site: Vec<Option<usize>>,
    bounds: Vec<(f64, f64)>,
    equations: Vec<Equation>,
    /// More than any bound that could matter, so that nothing is endless.
    largest: f64,
}

/// A variable of the solver: a cell, or a part of it.
#[derive(Clone, Copy, Debug)]
struct Column {
    place: usize,
    weight: f64,
    low: f64,
    high: f64,
}

impl Part {
    /// Where a cell of the system stands in this part.
    pub fn place(&self, cell: usize) -> Option<usize> {
        self.place.get(&cell).copied()
    }

    /// The same with another bound below one cell.
    pub fn at_least(&self, place: usize, low: f64) -> Part {
        let mut part = self.clone();
        if let Some(bounds) = part.bounds.get_mut(place) {
            bounds.0 = bounds.0.max(low);
        }
        part
    }

    /// The quarters and years that its cells belong to.
    pub fn blocks(&self) -> BTreeSet<Block> {
        self.block.iter().copied().collect()
    }

    /// The block of a cell, by its place.
    pub fn block(&self, place: usize) -> Option<Block> {
        self.block.get(place).copied()
    }

    /// What is left to be solved where all cells but these are as in this point, which is a solution.
    pub fn slice(&self, point: &Point, is_open: &dyn Fn(usize) -> bool) -> Part {
        let mut slice = Part::default();
        let mut places: Vec<Option<usize>> = Vec::new();
        for (at, cell) in self.cells.iter().enumerate() {
            let bounds = self.bounds.get(at).zip(self.block(at)).filter(|_| is_open(at));
            places.push(bounds.map(|_| slice.cells.len()));
            if let Some((bounds, block)) = bounds {
                slice.add(*cell, (block, self.site(at)), *bounds);
            }
        }
        for (terms, sum) in &self.equations {
            let (mut open, mut left) = (Vec::new(), *sum);
            for (at, factor) in terms {
                match places.get(*at).copied().flatten() {
                    Some(place) => open.push((place, *factor)),
                    None => left -= factor * point.get(*at).copied().unwrap_or_default(),
                }
            }
            if !open.is_empty() {
                slice.equations.push((open, left));
            }
        }
        slice.end()
    }

    /// The number of the site of a cell, by its place; none for the region.
    pub fn site(&self, place: usize) -> Option<usize> {
        self.site.get(place).copied().flatten()
    }

    /// The cells that are in an equation with one of these, which are among them.
    pub fn beside(&self, is_one: &dyn Fn(usize) -> bool) -> BTreeSet<usize> {
        let near = self.equations.iter().filter(|(terms, _)| terms.iter().any(|(at, _)| is_one(*at)));
        near.flat_map(|(terms, _)| terms.iter().map(|(at, _)| *at)).collect()
    }

    /// A solution well inside of all bounds, found without the solver; none where that fails.
    pub fn balanced(&self) -> Option<Point> {
        let columns = (0..self.bounds.len()).map(|place| self.column(place, 0.0));
        let bounds: Vec<(f64, f64)> = columns.map(|column| (column.low, column.high)).collect();
        balanced(&bounds, &self.equations)
    }

    /// Takes in a cell of the system.
    pub fn add(&mut self, cell: usize, (block, site): (Block, Option<usize>), bounds: (f64, f64)) {
        self.place.insert(cell, self.cells.len());
        self.cells.push(cell);
        self.block.push(block);
        self.site.push(site);
        self.bounds.push(bounds);
    }

    /// Where the sum of some cells is greatest, or least: a point, and the sum there.
    ///
    /// # Errors
    ///
    /// Where there is no point at all, or the solver fails.
    pub fn extreme(&self, cells: &[usize], is_greatest: bool) -> Result<(f64, Point), Trouble> {
        let mut weights = vec![0.0; self.bounds.len()];
        for cell in cells {
            if let Some(weight) = weights.get_mut(*cell) {
                *weight += 1.0;
            }
        }
        let columns = weights.into_iter().enumerate().map(|(place, weight)| self.column(place, weight));
        self.solve(&columns.collect::<Vec<_>>(), is_greatest)
    }

    /// A point at which as much as possible of each of these cells is up to its level; more of one does not make up for less
    /// of another, so it shows of many cells at once that they can be so large.
    ///
    /// # Errors
    ///
    /// Where there is no point at all, or the solver fails.
    pub fn raised(&self, levels: &BTreeMap<usize, f64>) -> Result<Point, Trouble> {
        self.solve(&self.split(levels, [1.0, 0.0]), true).map(|(_, point)| point)
    }

    /// A point at which as little as possible of each of these cells is above its level.
    ///
    /// # Errors
    ///
    /// Where there is no point at all, or the solver fails.
    pub fn lowered(&self, levels: &BTreeMap<usize, f64>) -> Result<Point, Trouble> {
        self.solve(&self.split(levels, [0.0, 1.0]), false).map(|(_, point)| point)
    }

    /// A point at which as much as possible of some cells is up to their level, and as little as possible of others is above
    /// theirs.
    ///
    /// # Errors
    ///
    /// Where there is no point at all, or the solver fails.
    pub fn parted(&self, up: &BTreeMap<usize, f64>, down: &BTreeMap<usize, f64>) -> Result<Point, Trouble> {
        let mut levels = up.clone();
        levels.extend(down);
        let mut columns = self.split(&levels, [1.0, 0.0]);
        for column in columns.iter_mut().filter(|column| down.contains_key(&column.place)) {
            column.weight = -1.0;
        }
        self.solve(&columns, true).map(|(_, point)| point)
    }

    /// Columns for what of a cell is below its level and what is above it, with a weight each; one for each other cell.
    fn split(&self, levels: &BTreeMap<usize, f64>, [below, above]: [f64; 2]) -> Vec<Column> {
        let mut columns = Vec::new();
        for place in 0..self.bounds.len() {
            let whole = self.column(place, 0.0);
            match levels.get(&place) {
                None => columns.push(whole),
                Some(level) if *level <= whole.low => columns.push(Column { weight: above, ..whole }),
                Some(level) if *level >= whole.high => columns.push(Column { weight: below, ..whole }),
                Some(level) => {
                    columns.push(Column { weight: below, high: *level, ..whole });
                    columns.push(Column { weight: above, low: 0.0, high: whole.high - level, place });
                }
            }
        }
        columns
    }

    fn column(&self, place: usize, weight: f64) -> Column {
        let (low, high) = self.bounds.get(place).copied().unwrap_or_default();
        let high = if high.is_finite() { high } else { self.largest };
        Column { place, weight, low, high }
    }

    fn solve(&self, columns: &[Column], is_greatest: bool) -> Result<(f64, Point), Trouble> {
        let direction = if is_greatest { OptimizationDirection::Maximize } else { OptimizationDirection::Minimize };
        let mut problem = Problem::new(direction);
        let mut of_place: Vec<Vec<Variable>> = vec![Vec::new(); self.bounds.len()];
        for column in columns {
            let variable = problem.add_var(column.weight, (column.low, column.high));
            if let Some(here) = of_place.get_mut(column.place) {
                here.push(variable);
            }
        }
        for (terms, sum) in &self.equations {
            let mut row = LinearExpr::empty();
            for (at, factor) in terms {
                of_place.get(*at).into_iter().flatten().for_each(|variable| row.add(*variable, *factor));
            }
            problem.add_constraint(row, ComparisonOp::Eq, *sum);
        }
        let outcome = problem.solve().map_err(|error| match error {
            Error::Infeasible => Trouble::Contradiction,
            other => Trouble::Solver(other.to_string()),
        })?;
        if !outcome.is_optimal() {
            return Err(Trouble::Solver("it stopped before the optimum".to_owned()));
        }
        let solution = outcome.into_solution().map_err(|_| Trouble::Solver("it was interrupted".to_owned()))?;
        let value = |variables: &Vec<Variable>| variables.iter().map(|variable| solution.var_value(*variable)).sum();
        Ok((solution.objective(), of_place.iter().map(value).collect()))
    }

    /// An equation: factors of cells, by their places, and what they come to.
    pub fn equate(&mut self, terms: Vec<(usize, f64)>, sum: f64) {
        self.equations.push((terms, sum));
    }

    /// Once all cells are there.
    pub fn end(mut self) -> Part {
        let lows: f64 = self.bounds.iter().map(|(low, _)| *low).sum();
        let highs = self.bounds.iter().map(|(_, high)| *high).filter(|high| high.is_finite());
        self.largest = 1000.0 + lows + highs.fold(0.0, f64::max);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::attack::cells::{Name, Span, System};
    use crate::indicators::attack::parts::parts;

    fn name(code: &str) -> Name {
        Name::whole("SESSIONS", Span::Of("2026-11".parse().expect("a period"))).item(code)
    }

    fn bounded(system: &mut System, code: &str, low: f64, high: f64) {
        let cell = system.cell(name(code));
        system.bound(cell, low, high);
    }

    /// The least and greatest of a cell.
    fn interval(system: &System, code: &str) -> (f64, f64) {
        let cell = system.find(&name(code)).expect("a cell");
        let mut tight = system.clone();
        tight.tighten().expect("no contradiction");
        let all = parts(&tight, &[]);
        let Some(part) = all.iter().find(|part| part.place(cell).is_some()) else {
            return (tight.cells[cell].low, tight.cells[cell].high);
        };
        let place = part.place(cell).expect("in its part");
        let extreme = |is_greatest| part.extreme(&[place], is_greatest).expect("solved").0;
        (extreme(false), extreme(true))
    }

    fn square() -> System {
        let mut system = System::default();
        for (whole, parts) in [("r1", ["11", "12"]), ("r2", ["21", "22"]), ("c1", ["11", "21"]), ("c2", ["12", "22"])] {
            system.sum(name(whole), parts.map(name));
        }
        system
    }

    #[test]
    fn the_case_of_the_textbook_has_the_bounds_of_the_textbook() {
        let mut system = square();
        for (margin, count) in [("r1", 7.0), ("r2", 3.0), ("c1", 6.0), ("c2", 4.0)] {
            bounded(&mut system, margin, count, count);
        }
        assert_eq!(interval(&system, "11"), (3.0, 6.0));
        assert_eq!(interval(&system, "22"), (0.0, 3.0));
    }

    #[test]
    fn margins_that_cannot_be_are_a_contradiction() {
        let mut system = square();
        for (margin, count) in [("r1", 7.0), ("r2", 3.0), ("c1", 6.0), ("c2", 5.0)] {
            bounded(&mut system, margin, count, count);
        }
        let is_seen_early = system.tighten().is_err();
        let is_seen = |part: &Part| part.extreme(&[], true).err() == Some(Trouble::Contradiction);
        assert!(is_seen_early || parts(&system, &[]).iter().any(is_seen));
    }

    const AXES: [&str; 2] = ["0", "1"];

    /// The code of a cell of a cube, or of a sum of them: `_` is both.
    fn codes() -> Vec<String> {
        let digit = |number: usize, at: u32| ["0", "1", "_"][number / 3_usize.pow(at) % 3];
        (0..27).map(|number| [0, 1, 2].map(|at| digit(number, at)).concat()).collect()
    }

    fn inner(code: &str) -> Vec<String> {
        match code.find('_') {
            None => vec![code.to_owned()],
            Some(_) => AXES.iter().flat_map(|of| inner(&code.replacen('_', of, 1))).collect(),
        }
    }

    /// Every cube whose cells are at most `most` and whose sums lie within the bounds: the least and greatest of each cell.
    fn by_brute_force(bounds: &BTreeMap<String, (f64, f64)>, most: u32) -> BTreeMap<String, (f64, f64)> {
        let cells = inner("___");
        let mut found: BTreeMap<String, (f64, f64)> = BTreeMap::new();
        for number in 0..(most + 1).pow(8) {
            let digit = |at: u32| f64::from(number / (most + 1).pow(at) % (most + 1));
            let cube: BTreeMap<&str, f64> =
                cells.iter().zip(0..).map(|(code, at)| (code.as_str(), digit(at))).collect();
            let sum = |code: &str| inner(code).iter().map(|cell| cube[cell.as_str()]).sum::<f64>();
            if bounds.iter().all(|(code, (low, high))| (*low..=*high).contains(&sum(code))) {
                for code in codes() {
                    let value = sum(&code);
                    let range = found.entry(code).or_insert((value, value));
                    *range = (range.0.min(value), range.1.max(value));
                }
            }
        }
        found
    }

    #[test]
    fn no_table_that_agrees_with_the_bounds_lies_outside_of_those_of_the_solver() {
        // Rounded to a multiple of 2, up or down: as with 5, and few enough tables to try all.
        const MOST: u32 = 3;
        let mut random = fastrand::Rng::with_seed(7);
        for _ in 0..12 {
            let truth: BTreeMap<String, f64> =
                inner("___").into_iter().map(|code| (code, f64::from(random.u32(0..=MOST)))).collect();
            let mut bounds = BTreeMap::new();
            let mut system = System::default();
            for code in codes() {
                let sum: f64 = inner(&code).iter().map(|cell| truth[cell]).sum();
                let rounded = if sum % 2.0 == 1.0 && random.bool() { sum + 1.0 } else { sum - sum % 2.0 };
                let withheld = if code.contains('_') { f64::INFINITY } else { f64::from(MOST) };
                let (low, high) = if rounded < 4.0 { (0.0, withheld.min(3.0)) } else { (rounded - 1.0, rounded + 1.0) };
                bounded(&mut system, &code, low, high.min(withheld));
                if let Some(at) = code.find('_') {
                    system.sum(
                        name(&code),
                        AXES.map(|of| {
                            let mut part = code.clone();
                            part.replace_range(at..=at, of);
                            name(&part)
                        }),
                    );
                }
                bounds.insert(code, (low, high.min(withheld)));
            }
            let brute = by_brute_force(&bounds, MOST);
            for (code, (low, high)) in brute {
                let solved = interval(&system, &code);
                assert!(
                    solved.0 <= low + TOLERANCE && solved.1 >= high - TOLERANCE,
                    "{code}: all tables {low} to {high}, solver {solved:?}"
                );
            }
        }
    }
}
