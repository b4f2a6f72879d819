//! The counters of a month in which virtual residents came.

use std::collections::BTreeMap;

use fastrand::Rng;

use super::Residents;
use crate::base::{Date, Today};
use crate::usage::cell::{self, Cell, Names};
use crate::usage::counters::{Count, Moment, Month, raise};

/// How many come on a day of the week, from Monday on.
const WEEK: [f64; 7] = [0.6, 1.0, 1.1, 1.0, 1.0, 0.7, 0.0];
/// The hours at which the place is open.
const HOURS: std::ops::Range<i8> = 9..19;

/// Ticks of five minutes in the hours of a day.
const TICKS: u32 = (HOURS.end - HOURS.start) as u32 * 12;

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Draw {
    pub month: Month,
    /// How many visits a kiosk has in a month on average.
    pub visits: u32,
}

/// The counters after a month, in the order of their keys. `all` are those that there are.
pub fn month(residents: &mut Residents<'_>, draw: Draw, names: &dyn Names, all: &[Cell]) -> Vec<(Cell, Count)> {
    let mut counts: BTreeMap<(&str, Cell), (Count, u16)> =
        all.iter().map(|cell| ((cell.table.name(), cell.clone()), Default::default())).collect();
    for (date, visits) in days(&mut residents.random, draw) {
        counts.values_mut().for_each(|(_, today)| *today = 0);
        for _ in 0..visits {
            let moment = Moment::of(Today::Sure(date), residents.random.i8(HOURS));
            for cell in cell::of_visit(&residents.visit(), moment, names) {
                let table = cell.table;
                let (count, today) = counts.entry((table.name(), cell)).or_default();
                let (raised, on_day) = raise(table, *count, Some(*today));
                (*count, *today) = (raised, on_day.unwrap_or(*today));
            }
        }
    }
    let opening = open_days(draw) * TICKS;
    let available = (f64::from(opening) * (0.97 + 0.03 * residents.random.f64())) as u32;
    for (cell, n) in [(Cell::OPENING, opening), (Cell::AVAILABLE, available)] {
        counts.insert((cell.table.name(), cell), (Count { n, ..Count::default() }, 0));
    }
    counts.into_iter().map(|((_, cell), (count, _))| (cell, count)).collect()
}

fn dates(month: Month) -> impl Iterator<Item = Date> {
    let first = month.first_day();
    let days = std::iter::successors(first, |day| day.tomorrow().ok());
    days.take_while(move |day| Some(day.month()) == first.map(Date::month))
}

/// How much of a week's visits a day has.
fn share(date: Date) -> f64 {
    WEEK.get(usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())).copied().unwrap_or_default()
}

fn open_days(draw: Draw) -> u32 {
    dates(draw.month).filter(|date| share(*date) > 0.0).count() as u32
}

/// The days of a month on which somebody comes, and how many.
fn days(random: &mut Rng, draw: Draw) -> Vec<(Date, u32)> {
    let dates: Vec<Date> = dates(draw.month).collect();
    let shares: Vec<f64> = dates.iter().copied().map(share).collect();
    let sum: f64 = shares.iter().sum();
    let summer = if dates.first().is_some_and(|date| matches!(date.month(), 7 | 8)) { 0.7 } else { 1.05 };
    let all = f64::from(draw.visits) * summer * (0.5 + random.f64());
    let mut on_day = |share: f64| {
        let number = all * share / sum;
        // What is left of a visit is one with that chance.
        number as u32 + u32::from(random.f64() < number.fract())
    };
    let numbers: Vec<u32> = shares.into_iter().map(&mut on_day).collect();
    dates.into_iter().zip(numbers).filter(|(_, visits)| *visits > 0).collect()
}
