//! The search of one part: which of its targets are found out.
//!
//! A solution of the solver is a way in which everything could have been. Every target has some value in it, so each
//! solution shows of all targets at once that they can be as small or as large as there. As soon as two solutions lie so far
//! apart that a target is [safe](super::verdict), wider bounds cannot change that, and it needs no solution of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::bounds::{Part, Point, Trouble};
use super::verdict::{ROOM, THRESHOLD, Verdict};

/// From so many cells on, a part is solved some sites at a time.
const LARGE: usize = 2_000;
/// So many sites.
const SITES_TOGETHER: usize = 16;
/// So many solutions are kept.
const POINTS_MAX: usize = 64;

/// A sum of cells that somebody would like to know.
#[derive(Clone, PartialEq, Debug)]
pub struct Aim {
    /// By their places in the part.
    pub cells: Vec<usize>,
    /// What is added by cells whose value is known.
    pub known: f64,
    /// What of it the attacker knows as their own.
    pub own: f64,
}

impl Aim {
    fn at(&self, point: &Point) -> f64 {
        let sum: f64 = self.cells.iter().filter_map(|at| point.get(*at)).sum();
        sum + self.known - self.own
    }
}

/// How small and large an aim can be, as far as it is known.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Range {
    pub low: f64,
    pub high: f64,
}

const NOTHING: Range = Range { low: f64::INFINITY, high: f64::NEG_INFINITY };

impl Range {
    fn take_in(&mut self, value: f64) {
        self.low = self.low.min(value);
        self.high = self.high.max(value);
    }

    fn is_safe(&self) -> bool {
        self.low <= self.high && Verdict::of(self.low, self.high).is_none()
    }
}

/// Solutions of a part.
#[derive(Clone, Default, Debug)]
pub struct Points(Vec<Point>);

impl Points {
    /// Keeps another one.
    pub fn add(&mut self, point: Point) {
        if self.0.len() == POINTS_MAX {
            self.0.remove(1);
        }
        self.0.push(point);
    }

    /// Between all of them: where each leaves room, so does it.
    fn middle(&self) -> Option<Point> {
        let first = self.0.first()?;
        #[expect(clippy::cast_precision_loss, reason = "few points")]
        let count = self.0.len() as f64;
        let mean = |at: usize| self.0.iter().filter_map(|point| point.get(at)).sum::<f64>() / count;
        Some((0..first.len()).map(mean).collect())
    }

    /// Those in which a cell is at least so large. Whatever lies between two solutions is one too: so each in which it is
    /// smaller is drawn as far towards the one in which it is largest as is needed.
    pub fn at_least(&self, place: usize, low: f64) -> Points {
        let cell = |point: &Point| point.get(place).copied().unwrap_or_default();
        let Some(largest) = self.0.iter().max_by(|one, other| cell(one).total_cmp(&cell(other))) else {
            return Points::default();
        };
        let drawn = |point: &Point| {
            let way = way(cell(point), cell(largest), low)?;
            Some(point.iter().zip(largest).map(|(from, to)| from + way * (to - from)).collect())
        };
        Points(self.0.iter().filter_map(drawn).collect())
    }

    /// The range of an aim that they show, and all that lies between two of them, where a cell is at least so large.
    fn range_where(&self, place: usize, low: f64, aim: &Aim) -> Range {
        let seen = |point: &Point| (point.get(place).copied().unwrap_or_default(), aim.at(point));
        let seen: Vec<(f64, f64)> = self.0.iter().map(seen).collect();
        let mut range = NOTHING;
        for (cell, value) in &seen {
            for (other, towards) in &seen {
                if let Some(way) = way(*cell, *other, low) {
                    range.take_in(value + way * (towards - value));
                }
            }
            if range.is_safe() {
                break;
            }
        }
        range
    }

    /// Whether one of them shows this in a cell.
    pub fn any(&self, place: usize, is_shown: fn(f64) -> bool) -> bool {
        self.0.iter().any(|point| point.get(place).is_some_and(|value| is_shown(*value)))
    }
}

/// How much of the way to go from one value towards another, up to a level; none where the way does not lead there.
fn way(from: f64, to: f64, level: f64) -> Option<f64> {
    if from >= level {
        Some(0.0)
    } else if to >= level {
        Some((level - from) / (to - from))
    } else {
        None
    }
}

/// Solutions in which any two aims that are single cells lie far apart, once the one way and once the other: as far as all
/// of them can at once. They show much of what is possible where one of the cells is known.
///
/// # Errors
///
/// Where the part has no solution.
pub fn spread(part: &Part, aims: &[Aim], points: &mut Points) -> Result<(), Trouble> {
    let mut cells: Vec<usize> =
        aims.iter().filter(|aim| aim.cells.len() == 1).flat_map(|aim| aim.cells.clone()).collect();
    cells.sort_unstable();
    cells.dedup();
    // Two different numbers have a digit in which they differ.
    for digit in 0..usize::BITS - cells.len().leading_zeros() {
        for side in [0, 1] {
            let up = cells.iter().enumerate().filter(|(number, _)| number >> digit & 1 == side);
            let up: BTreeMap<usize, f64> = up.map(|(_, place)| (*place, ROOM + 1.0)).collect();
            let down: BTreeMap<usize, f64> =
                cells.iter().filter(|at| !up.contains_key(at)).map(|at| (*at, 0.0)).collect();
            points.add(part.parted(&up, &down)?);
        }
    }
    Ok(())
}

/// The range of each aim where a cell is at least so large, as in [`ranges`].
///
/// # Errors
///
/// Where the part has no solution with so large a cell.
pub fn ranges_where(
    part: &Part,
    place: usize,
    low: f64,
    aims: &[Aim],
    points: &mut Points,
) -> Result<Vec<Range>, Trouble> {
    let shown: Vec<Range> = aims.iter().map(|aim| points.range_where(place, low, aim)).collect();
    if shown.iter().all(Range::is_safe) {
        return Ok(shown);
    }
    let part = part.at_least(place, low);
    let mut here = points.at_least(place, low);
    if here.0.is_empty() {
        here.add(part.extreme(&[place], true)?.1);
    }
    let mut found = Points::default();
    let mut search = Ranging { part: &part, aims, points: &mut here, ranges: shown, found: Some(&mut found) };
    search.all_at_once()?;
    search.one_by_one()?;
    let ranges = search.ranges;
    found.0.into_iter().for_each(|point| points.add(point));
    Ok(ranges)
}

/// The range of each aim: the widest that was needed to see that it is safe, or else all of it.
///
/// # Errors
///
/// Where the part has no solution.
pub fn ranges(part: &Part, aims: &[Aim], points: &mut Points) -> Result<Vec<Range>, Trouble> {
    let mut search = Ranging { part, aims, points, ranges: vec![NOTHING; aims.len()], found: None };
    for at in 0..search.points.0.len() {
        let point = search.points.0.get(at).cloned().unwrap_or_default();
        search.take_in(&point);
    }
    if part.cells.len() >= LARGE && !search.open().is_empty() {
        match part.balanced() {
            Some(balanced) => search.learn(balanced),
            None => search.raise_all()?,
        }
        search.site_by_site();
    }
    search.as_one()?;
    Ok(search.ranges)
}

struct Ranging<'s> {
    part: &'s Part,
    aims: &'s [Aim],
    points: &'s mut Points,
    ranges: Vec<Range>,
    /// What is learnt is kept here too.
    found: Option<&'s mut Points>,
}

impl Ranging<'_> {
    fn open(&self) -> Vec<usize> {
        self.ranges.iter().enumerate().filter(|(_, range)| !range.is_safe()).map(|(at, _)| at).collect()
    }

    fn take_in(&mut self, point: &Point) {
        for (range, aim) in self.ranges.iter_mut().zip(self.aims) {
            range.take_in(aim.at(point));
        }
    }

    fn learn(&mut self, point: Point) {
        self.take_in(&point);
        if let Some(found) = &mut self.found {
            found.add(point.clone());
        }
        self.points.add(point);
    }

    /// Without looking at some sites alone.
    fn as_one(&mut self) -> Result<(), Trouble> {
        if !self.open().is_empty() && self.points.0.is_empty() {
            self.raise_all()?;
        }
        if self.part.blocks().len() > 1 {
            self.block_by_block();
        }
        self.all_at_once()?;
        self.one_by_one()
    }

    /// As much as possible of every cell at once.
    fn raise_all(&mut self) -> Result<(), Trouble> {
        let levels = (0..self.part.cells.len()).map(|place| (place, THRESHOLD)).collect();
        let point = self.part.raised(&levels)?;
        self.learn(point);
        Ok(())
    }

    /// All that is open, down and up, as long as that settles some of it.
    fn all_at_once(&mut self) -> Result<(), Trouble> {
        loop {
            let before = self.open().len();
            for is_up in [false, true] {
                let levels = self.levels(is_up);
                if !levels.is_empty() {
                    let point = if is_up { self.part.raised(&levels) } else { self.part.lowered(&levels) }?;
                    self.learn(point);
                }
            }
            if self.open().len() == before {
                return Ok(());
            }
        }
    }

    /// How far up or down the cells of what is open have to come, so that it is safe.
    fn levels(&self, is_up: bool) -> BTreeMap<usize, f64> {
        let mut levels: BTreeMap<usize, f64> = BTreeMap::new();
        for at in self.open() {
            let (Some(aim), Some(range)) = (self.aims.get(at), self.ranges.get(at)) else { continue };
            let level = match (&aim.cells[..], is_up) {
                ([_], true) => (range.low + ROOM).clamp(ROOM + 1.0, THRESHOLD) + aim.own - aim.known,
                ([_], false) => (range.high - ROOM).max(0.0) + aim.own - aim.known,
                (_, true) => THRESHOLD,
                (_, false) => 0.0,
            };
            for cell in &aim.cells {
                let known = levels.entry(*cell).or_insert(level);
                *known = if is_up { known.max(level) } else { known.min(level) };
            }
        }
        levels
    }

    /// A part of several quarters hangs together by few cells. A solution stays one where a single quarter of it is solved
    /// anew and the others are left as they are: that is a small thing to solve.
    fn block_by_block(&mut self) {
        let Some(middle) = self.points.middle() else { return };
        let part = self.part;
        for block in part.blocks() {
            self.in_slice(&middle, &|at| part.block(at) == Some(block));
        }
    }

    /// Hundreds of sites hang together by the totals of the region alone, and a few of them have all the room there that any of
    /// them needs: so some are solved at a time, with what of the region they are in.
    fn site_by_site(&mut self) {
        let Some(whole) = self.points.middle() else { return };
        let part = self.part;
        self.in_slice(&whole, &|at| part.site(at).is_none_or(|site| site < SITES_TOGETHER));
        let mut tried = BTreeSet::new();
        while let Some(batch) = self.open_sites(&mut tried) {
            let is_of_batch = |at: usize| part.site(at).is_some_and(|site| batch.contains(&site));
            let beside = part.beside(&is_of_batch);
            self.in_slice(&whole, &|at| is_of_batch(at) || part.site(at).is_none() && beside.contains(&at));
        }
    }

    /// Some sites about which something is open that was not tried yet, and others that make room for them.
    fn open_sites(&self, tried: &mut BTreeSet<usize>) -> Option<BTreeSet<usize>> {
        let mut batch: BTreeSet<usize> = BTreeSet::new();
        for at in self.open() {
            let cells = self.aims.get(at).map(|aim| aim.cells.as_slice()).unwrap_or_default();
            if batch.len() < SITES_TOGETHER && tried.insert(at) {
                batch.extend(cells.iter().filter_map(|at| self.part.site(*at)));
            }
        }
        let last = *batch.last()?;
        batch.extend((last + 1..).take(SITES_TOGETHER.saturating_sub(batch.len()).max(SITES_TOGETHER / 4)));
        Some(batch)
    }

    /// Solves what lies within some cells, the others left as they are in a solution.
    fn in_slice(&mut self, whole: &Point, is_open: &dyn Fn(usize) -> bool) {
        let open = self.open();
        let here = open.iter().filter_map(|at| self.aims.get(*at));
        let here: Vec<&Aim> = here.filter(|aim| aim.cells.iter().all(|at| is_open(*at))).collect();
        if here.is_empty() {
            return;
        }
        let slice = self.part.slice(whole, is_open);
        let place = |at: &usize| slice.place(*self.part.cells.get(*at)?);
        let of_slice = |aim: &&Aim| Aim { cells: aim.cells.iter().filter_map(place).collect(), ..(*aim).clone() };
        let aims: Vec<Aim> = here.iter().map(of_slice).collect();
        let mut points = Points::default();
        // A slice that the solver cannot do says nothing: what stays open is solved as a whole.
        let ranges = vec![NOTHING; aims.len()];
        let mut search = Ranging { part: &slice, aims: &aims, points: &mut points, ranges, found: None };
        let _ = search.as_one();
        for point in points.0 {
            let mut whole = whole.clone();
            for (cell, value) in slice.cells.iter().zip(point) {
                if let Some(place) = self.part.place(*cell).and_then(|place| whole.get_mut(place)) {
                    *place = value;
                }
            }
            self.learn(whole);
        }
    }

    fn one_by_one(&mut self) -> Result<(), Trouble> {
        for (at, aim) in self.aims.iter().enumerate() {
            for is_greatest in [true, false] {
                if self.ranges.get(at).is_some_and(Range::is_safe) {
                    break;
                }
                let point = self.part.extreme(&aim.cells, is_greatest)?.1;
                self.learn(point);
            }
        }
        Ok(())
    }
}

/// All of the range of each aim, with two solutions for each of them.
///
/// # Errors
///
/// Where the part has no solution.
pub fn whole_ranges(part: &Part, aims: &[Aim]) -> Result<Vec<Range>, Trouble> {
    let range = |aim: &Aim| {
        let mut range = NOTHING;
        for is_greatest in [true, false] {
            range.take_in(aim.at(&part.extreme(&aim.cells, is_greatest)?.1));
        }
        Ok(range)
    };
    aims.iter().map(range).collect()
}
