//! The months of all kiosks, added up for one period: true counts, which nobody publishes as they are.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::catalogue::Catalogue;
use super::known::KnownCounters;
use super::month::MonthFile;
use super::observation::{Flow, Key, TOTAL};
use super::period::Period;
use super::sources::{Target, Whose, essential, targets};
use crate::base::Group;
use crate::usage::cell::Table;
use crate::usage::counters::Count;

/// The true count of a cell.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Sum {
    pub n: u64,
    /// Days on which it went up, added up over the sites: at most five a site and month.
    pub days: u64,
    /// Whether the limit of a day was passed somewhere, so that more may have been done than was counted.
    pub is_capped: bool,
}

impl Sum {
    fn add(&mut self, other: Sum) {
        self.n += other.n;
        self.days += other.days;
        self.is_capped |= other.is_capped;
    }

    /// Takes in another counter of the same kiosk and month: a day may be the same one, so the longer row of days stands.
    fn take_in(&mut self, count: Count) {
        self.n += u64::from(count.n);
        self.days = self.days.max(count.days.into());
        self.is_capped |= count.capped > 0;
    }
}

/// Five-minute ticks: when a kiosk ran, and when it should have.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Ticks {
    pub available: u64,
    pub opening: u64,
}

/// What is known of the kiosks in a period.
pub struct Gathered<'c> {
    pub period: Period,
    /// The month and the site that were added last, and the days of their cells so far.
    at: (String, String),
    days: BTreeMap<Target, u64>,
    /// By service.
    groups: HashMap<&'c str, Group>,
    known: KnownCounters,
    /// Names that were counted and that no list of codes has, by table.
    pub unlisted: BTreeSet<(String, String)>,
    pub sums: BTreeMap<Key, Sum>,
    /// The kiosks that reported, by site and number.
    pub kiosks: BTreeMap<(String, u32), Ticks>,
    /// The languages that were offered, by site.
    pub offered: BTreeMap<String, BTreeSet<String>>,
    /// By service: the versions of the content that held it, and the sites that had that version.
    pub versions: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
}

impl<'c> Gathered<'c> {
    /// Nothing yet.
    pub fn new(period: Period, catalogue: &'c Catalogue) -> Gathered<'c> {
        let groups = catalogue.services.iter().map(|service| (service.named.code.as_str(), service.group)).collect();
        Gathered {
            period,
            at: Default::default(),
            days: BTreeMap::new(),
            groups,
            known: KnownCounters::of(catalogue),
            unlisted: BTreeSet::new(),
            sums: BTreeMap::new(),
            kiosks: BTreeMap::new(),
            offered: BTreeMap::new(),
            versions: BTreeMap::new(),
        }
    }

    /// Adds the month of a kiosk. That it is one of this period, and the only one of its kiosk, is for the caller to see; and
    /// that the kiosks of a site come one after the other in each month, as they are collected.
    pub fn add(&mut self, file: &MonthFile) {
        let mut here: BTreeMap<Target, Sum> = BTreeMap::new();
        let group_of = |service: &str| self.groups.get(service).copied();
        for (table, cells) in &file.counts {
            for (cell, counted) in cells {
                let listed = self.known.listed(table, cell);
                if listed.as_deref() != Some(cell) && is_counted(table) && counted.0 > 0 {
                    self.unlisted.insert((table.clone(), cell.clone()));
                }
                let Some(listed) = listed else { continue };
                for target in targets(self.period, table, &listed, &group_of) {
                    here.entry(target).or_default().take_in((*counted).into());
                }
            }
        }
        self.flag_groups(file, &mut here);
        self.count_days_of_site(file, &mut here);
        for (target, sum) in here {
            if target.whose != Whose::Region {
                self.sum(&target, &file.site).add(sum);
            }
            if target.whose != Whose::Sites {
                self.sum(&target, TOTAL).add(sum);
            }
        }
        self.know(file);
    }

    /// A group goes on where one of its services has stopped at the limit of a day, in each language: so what one busy visitor
    /// did that day is in it.
    fn flag_groups(&self, file: &MonthFile, here: &mut BTreeMap<Target, Sum>) {
        let capped = file.table("item_open").filter(|(_, count)| count.capped > 0);
        let groups: BTreeSet<&str> =
            capped.filter_map(|(service, _)| self.groups.get(service)).map(|group| group.name()).collect();
        let is_of_group = |target: &Target| match (target.flow, target.indicator) {
            (Flow::T5 | Flow::T6, _) => groups.contains(target.item.as_str()),
            (_, "ESSENTIAL") => groups.iter().any(|group| essential(group) == target.item),
            _ => false,
        };
        here.iter_mut().filter(|(target, _)| is_of_group(target)).for_each(|(_, sum)| sum.is_capped = true);
    }

    /// A day on which several kiosks of a site were used is one day of the site. Which days they were nobody knows, so the
    /// kiosk with the most of them stands for the site.
    fn count_days_of_site(&mut self, file: &MonthFile, here: &mut BTreeMap<Target, Sum>) {
        if self.at != (file.month.clone(), file.site.clone()) {
            self.at = (file.month.clone(), file.site.clone());
            self.days.clear();
        }
        for (target, sum) in here {
            let known = self.days.entry(target.clone()).or_default();
            let more = sum.days.saturating_sub(*known);
            *known += more;
            sum.days = more;
        }
    }

    /// Adds visits that came to be known after their month was published.
    pub fn add_late(&mut self, n: u64, days: u64) {
        if let Period::Quarter { .. } = self.period {
            let key = self.key(Flow::OneWay, "LATE", TOTAL, TOTAL, TOTAL);
            self.sums.entry(key).or_default().add(Sum { n, days, is_capped: false });
        }
    }

    fn sum(&mut self, target: &Target, site: &str) -> &mut Sum {
        let key = self.key(target.flow, target.indicator, site, &target.lang, &target.item);
        self.sums.entry(key).or_default()
    }

    /// The key of a cell of this period.
    pub fn key(&self, flow: Flow, indicator: &'static str, site: &str, lang: &str, item: &str) -> Key {
        let (site, lang, item) = (site.to_owned(), lang.to_owned(), item.to_owned());
        Key { flow, period: self.period, indicator, site, lang, item }
    }

    /// Takes note of what is not about people.
    fn know(&mut self, file: &MonthFile) {
        let ticks = self.kiosks.entry((file.site.clone(), file.kiosk)).or_default();
        let of = |cell| file.count("up", cell).map_or(0, |count| u64::from(count.n));
        ticks.available += of("available");
        ticks.opening += of("opening");
        let languages = file.table("lang").filter_map(|(lang, _)| self.known.listed("lang", lang));
        let languages: Vec<String> = languages.map(Cow::into_owned).collect();
        self.offered.entry(file.site.clone()).or_default().extend(languages);
        let mut packs = file.table("pack").filter(|(_, count)| count.n > 0).map(|(pack, _)| pack);
        // Where the content changed within the month it is not known which of the two held a service.
        if let (Some(pack), None) = (packs.next(), packs.next()) {
            let is_listed = |service: &str| self.known.listed("item_open", service).as_deref() == Some(service);
            for (service, _) in file.table("item_open").filter(|(service, _)| is_listed(service)) {
                let of_service = self.versions.entry(service.to_owned()).or_default();
                of_service.entry(pack.to_owned()).or_default().insert(file.site.clone());
            }
        }
    }

    /// How many guides of a group there are.
    pub fn guides_of(&self, group: &str) -> usize {
        let is_start = |key: &&Key| key.flow == Flow::T3 && key.indicator == "GUIDE_START";
        let guides = self.sums.keys().filter(is_start).filter_map(|key| self.groups.get(key.item.as_str()));
        guides.filter(|of| of.name() == group).count()
    }

    /// How many kiosks of a site reported.
    pub fn kiosks_of(&self, site: &str) -> usize {
        self.kiosks.keys().filter(|(of, _)| of == site).count()
    }
}

/// Whether there is a table of counters of this name.
fn is_counted(table: &str) -> bool {
    Table::ALL.iter().any(|known| known.name() == table)
}
