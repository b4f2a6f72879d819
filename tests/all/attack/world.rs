//! Made-up months of kiosks, and what the real publisher makes of them: the harness knows the true counts, the attacker does
//! not.

use std::collections::{BTreeMap, BTreeSet};

use inclusion_kiosk::indicators::attack::{Published, Reason};
use inclusion_kiosk::indicators::catalogue::Catalogue;
use inclusion_kiosk::indicators::gathered::{Gathered, Sum};
use inclusion_kiosk::indicators::kiosks::Kiosks;
use inclusion_kiosk::indicators::month::MonthFile;
use inclusion_kiosk::indicators::observation::{Key, Status};
use inclusion_kiosk::indicators::period::Period;
use inclusion_kiosk::indicators::publish::{Edition, Expected, publish};
use inclusion_kiosk::indicators::residents::{self, Choices, Draw, Residents};
use inclusion_kiosk::indicators::rounding::{DAYS, Secret, threshold};
use inclusion_kiosk::shell::Named;
use inclusion_kiosk::usage::cell::{self, Cell};
use inclusion_kiosk::usage::counters::Month;
use inclusion_kiosk::usage::store::{Counts, Row};

use crate::harness::World;

/// How large a world is: its months are those of 2027, from January on.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub sites: usize,
    pub months: usize,
    /// The visits of a kiosk in a month, on average.
    pub visits: u32,
}

/// The true sums of all periods.
pub type Truth = BTreeMap<Key, Sum>;

/// What is the same in all worlds: content, languages and counters.
pub struct Stage {
    named: Named,
    catalogue: Catalogue,
    cells: Vec<Cell>,
}

impl Stage {
    pub fn of(world: World) -> Stage {
        let catalogue = Catalogue::of(&world.library, &world.texts, &Kiosks::default());
        let named = Named { library: world.library, languages: world.texts.tags() };
        let mut cells = Vec::new();
        cell::all(&named, &mut |cell| cells.push(cell));
        Stage { named, catalogue, cells }
    }

    /// The sums of every month, quarter and year that is whole, in the order in which they are published.
    pub fn gathered(&self, size: Size, seed: u64) -> Vec<Gathered<'_>> {
        let offered = Choices::of(&self.named.library, self.named.languages.clone());
        let months: Vec<Month> = Period::Year(2027).months().into_iter().take(size.months).collect();
        let mut files: BTreeMap<Month, Vec<MonthFile>> = BTreeMap::new();
        for at in 0..size.sites {
            let mut residents = Residents::of(&offered, seed, at as u64);
            for month in &months {
                let counts = residents::month(
                    &mut residents,
                    Draw { month: *month, visits: size.visits },
                    &self.named,
                    &self.cells,
                );
                let counts = counts.into_iter().map(|(cell, count)| Row {
                    month: month.to_string(),
                    table: cell.table.name().to_owned(),
                    cell: cell.name.into_owned(),
                    n: count.n,
                    days: count.days,
                    capped: count.capped,
                });
                let counts = Counts { counts: counts.collect(), ..Counts::default() };
                let file = MonthFile::of(&site(at), 1, *month, true, &counts).expect("counted");
                files.entry(*month).or_default().push(file);
            }
        }
        let whole = |period: &Period| period.months().iter().all(|month| months.contains(month));
        let all = Period::Year(2027).inner().into_iter().chain([Period::Year(2027)]);
        let gather = |period: Period| {
            let mut gathered = Gathered::new(period, &self.catalogue);
            period.months().iter().filter_map(|month| files.get(month)).flatten().for_each(|file| gathered.add(file));
            gathered
        };
        all.filter(whole).map(gather).collect()
    }

    /// Publishes one period after the other.
    pub fn publish(&self, size: Size, gathered: &[Gathered], secret: &Secret) -> Published {
        let expected = Expected { sites: (0..size.sites).map(|at| (site(at), 1)).collect() };
        let mut published = Published { groups: self.groups(), ..Published::default() };
        for period in gathered {
            let edition = Edition {
                catalogue: &self.catalogue,
                expected: &expected,
                secret,
                breaks: BTreeSet::new(),
                earlier: &published,
            };
            let figures = publish(period, &edition);
            published.rows.extend(figures);
        }
        published
    }

    /// The group of each service, as the list of codes has it.
    pub fn groups(&self) -> BTreeMap<String, String> {
        let services = self.catalogue.services.iter();
        services.map(|service| (service.named.code.clone(), service.group.name().to_owned())).collect()
    }
}

/// What is truly counted.
pub fn truth(gathered: &[Gathered]) -> Truth {
    gathered.iter().flat_map(|period| period.sums.clone()).collect()
}

/// The secret of a test.
pub fn secret(seed: u64) -> Secret {
    let mut bytes = [7; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    Secret::new(bytes)
}

/// Why rows are withheld, as the publisher knows; those of steps that were put together it keeps for itself.
pub fn reasons(published: &Published, truth: &Truth, secret: &Secret) -> BTreeMap<usize, Reason> {
    let withheld = published.rows.iter().enumerate().filter(|(_, row)| row.status == Status::Withheld);
    let reason = |(at, row): (usize, &inclusion_kiosk::indicators::observation::Observation)| {
        let sum = truth.get(&row.key)?;
        let is_small = secret.rounded(&row.key, sum.n) < threshold(row.key.indicator);
        let is_rare = sum.days < DAYS;
        Some((
            at,
            match (is_small, is_rare) {
                (true, _) => Reason::Count,
                (false, true) => Reason::Days,
                (false, false) => Reason::Others,
            },
        ))
    };
    withheld.filter_map(reason).collect()
}

pub fn site(at: usize) -> String {
    format!("BIB21{:03}A", at + 1)
}
