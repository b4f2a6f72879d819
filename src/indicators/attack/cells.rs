//! What is unknown, and how it hangs together: cells that lie between two bounds, and wholes that are the sum of their parts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::indicators::observation::TOTAL;
use crate::indicators::period::Period;

/// A span of time: a period, or the months of one that are published in no other way.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Span {
    Of(Period),
    RestOf(Period),
}

/// What a cell counts. The same count in two tables has one name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Name {
    pub what: String,
    pub span: Span,
    pub site: String,
    pub lang: String,
    pub item: String,
}

impl Name {
    /// The whole of an indicator in a span.
    pub fn whole(what: &str, span: Span) -> Name {
        let total = || TOTAL.to_owned();
        Name { what: what.to_owned(), span, site: total(), lang: total(), item: total() }
    }

    pub fn site(mut self, site: &str) -> Name {
        self.site = site.to_owned();
        self
    }

    pub fn lang(mut self, lang: &str) -> Name {
        self.lang = lang.to_owned();
        self
    }

    pub fn item(mut self, item: &str) -> Name {
        self.item = item.to_owned();
        self
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Name { what, span, site, lang, item } = self;
        match span {
            Span::Of(period) => write!(f, "{what} {period}")?,
            Span::RestOf(period) => write!(f, "{what} rest of {period}")?,
        }
        write!(f, " SITE={site} LANG={lang} ITEM={item}")
    }
}

/// An unknown count: not negative.
#[derive(Clone, PartialEq, Debug)]
pub struct Unknown {
    pub name: Name,
    pub low: f64,
    /// Infinite where nothing is known.
    pub high: f64,
    /// Whether nothing is published of it.
    pub is_free: bool,
    /// The place of the published row that shows it.
    pub row: Option<usize>,
}

/// A whole and its parts, by their places among the cells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sum {
    pub whole: usize,
    pub parts: Vec<usize>,
    /// Whether the other sums imply it: then it helps to see bounds early, and no equation is made of it.
    pub is_implied: bool,
}

/// Two bounds that exclude each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Contradiction(pub usize);

/// All cells and sums.
#[derive(Clone, Default, Debug)]
pub struct System {
    pub cells: Vec<Unknown>,
    pub sums: Vec<Sum>,
    index: BTreeMap<Name, usize>,
}

impl System {
    /// The place of a cell; a new one can be anything.
    pub fn cell(&mut self, name: Name) -> usize {
        if let Some(at) = self.index.get(&name) {
            return *at;
        }
        let at = self.cells.len();
        self.index.insert(name.clone(), at);
        self.cells.push(Unknown { name, low: 0.0, high: f64::INFINITY, is_free: true, row: None });
        at
    }

    /// The place of a cell that exists.
    pub fn find(&self, name: &Name) -> Option<usize> {
        self.index.get(name).copied()
    }

    /// What is known of a cell beside what was known before.
    pub fn bound(&mut self, at: usize, low: f64, high: f64) {
        if let Some(cell) = self.cells.get_mut(at) {
            cell.low = cell.low.max(low);
            cell.high = cell.high.min(high);
            cell.is_free = false;
        }
    }

    /// The whole is the sum of its parts.
    pub fn sum(&mut self, whole: Name, parts: impl IntoIterator<Item = Name>) {
        self.add(whole, parts, false);
    }

    /// The same, where the other sums say it already.
    pub fn implied(&mut self, whole: Name, parts: impl IntoIterator<Item = Name>) {
        self.add(whole, parts, true);
    }

    /// The whole holds these parts and may hold more.
    pub fn holds(&mut self, whole: Name, parts: impl IntoIterator<Item = Name>) {
        let parts: Vec<Name> = parts.into_iter().collect();
        let Some(first) = parts.first() else { return };
        // One rest for each way of looking at the whole.
        let what = format!("{} without {}", whole.what, first.what);
        let mut rest = Name { what, ..whole.clone() };
        rest.item = if first.item == TOTAL { rest.item } else { format!("{}/{}", whole.item, first.item) };
        self.add(whole, parts.into_iter().chain([rest]), false);
    }

    fn add(&mut self, whole: Name, parts: impl IntoIterator<Item = Name>, is_implied: bool) {
        // A cell that is in several files is one part.
        let parts: BTreeSet<usize> = parts.into_iter().map(|part| self.cell(part)).collect();
        let parts: Vec<usize> = parts.into_iter().collect();
        if !parts.is_empty() {
            let whole = self.cell(whole);
            self.sums.push(Sum { whole, parts, is_implied });
        }
    }

    fn low(&self, at: usize) -> f64 {
        self.cells.get(at).map_or(0.0, |cell| cell.low)
    }

    fn high(&self, at: usize) -> f64 {
        self.cells.get(at).map_or(f64::INFINITY, |cell| cell.high)
    }

    /// Draws the bounds together as far as single sums say it, without solving anything.
    ///
    /// # Errors
    ///
    /// Where that leaves nothing for a cell.
    pub fn tighten(&mut self) -> Result<(), Contradiction> {
        let mut of_cell: Vec<Vec<usize>> = vec![Vec::new(); self.cells.len()];
        for (place, sum) in self.sums.iter().enumerate() {
            for at in sum.parts.iter().chain([&sum.whole]) {
                of_cell[*at].push(place);
            }
        }
        let mut open: Vec<usize> = (0..self.sums.len()).rev().collect();
        let mut is_open = vec![true; self.sums.len()];
        // Bounds are whole numbers and each change moves one by at least 1; the limit is for chains that creep.
        let mut steps = 200 * self.sums.len().max(1);
        while let Some(place) = open.pop().filter(|_| steps > 0) {
            steps -= 1;
            is_open[place] = false;
            for changed in self.tighten_one(place)? {
                for other in &of_cell[changed] {
                    if !std::mem::replace(&mut is_open[*other], true) {
                        open.push(*other);
                    }
                }
            }
        }
        Ok(())
    }

    fn tighten_one(&mut self, place: usize) -> Result<Vec<usize>, Contradiction> {
        let Some(Sum { whole, parts, .. }) = self.sums.get(place).cloned() else { return Ok(Vec::new()) };
        let mut changed = Vec::new();
        let low: f64 = parts.iter().map(|part| self.low(*part)).sum();
        let endless = parts.iter().filter(|part| self.high(**part).is_infinite()).count();
        let finite: f64 = parts.iter().map(|part| self.high(*part)).filter(|high| high.is_finite()).sum();
        let high = if endless > 0 { f64::INFINITY } else { finite };
        self.narrow(whole, low, high, &mut changed)?;
        let (whole_low, whole_high) = (self.low(whole), self.high(whole));
        for part in parts {
            let (mine_low, mine_high) = (self.low(part), self.high(part));
            let others_high = match (endless, mine_high.is_infinite()) {
                (0, _) => finite - mine_high,
                (1, true) => finite,
                _ => f64::INFINITY,
            };
            self.narrow(part, whole_low - others_high, whole_high - (low - mine_low), &mut changed)?;
        }
        Ok(changed)
    }

    fn narrow(&mut self, at: usize, low: f64, high: f64, changed: &mut Vec<usize>) -> Result<(), Contradiction> {
        let Some(cell) = self.cells.get_mut(at) else { return Ok(()) };
        if low > cell.low || high < cell.high {
            cell.low = cell.low.max(low);
            cell.high = cell.high.min(high);
            changed.push(at);
        }
        if cell.low > cell.high { Err(Contradiction(at)) } else { Ok(()) }
    }
}
