//! Made-up visits and openings, and what is truly counted of them: the harness knows it, the attacker does not.

use std::collections::BTreeMap;

use inclusion_kiosk::indicators::observation::{Flow, Key, TOTAL};
use inclusion_kiosk::indicators::period::Period;

const LANGUAGES: [(&str, &str); 10] = [
    ("fr", "fr"),
    ("nl", "nl"),
    ("en", "en"),
    ("es", "other-eu"),
    ("pt", "other-eu"),
    ("ro", "other-eu"),
    ("ar", "other"),
    ("tr", "other"),
    ("ps", "other"),
    ("ti", "other"),
];
const GROUPS: [&str; 10] = [
    "administration",
    "identity",
    "work",
    "housing-energy",
    "tax-money-bank",
    "health",
    "family-school",
    "mobility-environment",
    "justice-safety",
    "skills",
];
const DAYPARTS: [&str; 6] = [
    "weekday-morning",
    "weekday-afternoon",
    "weekday-evening",
    "weekend-morning",
    "weekend-afternoon",
    "weekend-evening",
];

/// How large a world is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub sites: usize,
    pub months: usize,
    pub services: usize,
    /// The visits of the busiest site in a month, on average; the n-th has an n-th of it, to the power of `fall`.
    pub visits: f64,
    pub fall: f64,
}

/// Counts by what they are about.
pub type Truth = BTreeMap<Key, u64>;

/// What is counted in a world, from the first months of 2027 on.
pub fn truth(size: Size, seed: u64) -> Truth {
    let mut world = World { random: fastrand::Rng::with_seed(seed), truth: Truth::new(), size };
    let months: Vec<Period> =
        (0..size.months).map(|at| Period::Month { year: 2027 + at as i16 / 12, month: at as i8 % 12 + 1 }).collect();
    let periods = |month: Period| -> Vec<Period> {
        let Period::Month { year, month: number } = month else { return Vec::new() };
        let whole = |period: &Period| period.months().len() <= size.months;
        let of = [month, Period::Quarter { year, quarter: (number + 2) / 3 }, Period::Year(year)];
        of.into_iter().filter(whole).collect()
    };
    for month in &months {
        world.zeros(&periods(*month));
        for site in 0..size.sites {
            world.visits(site, &periods(*month));
        }
    }
    world.truth
}

/// The group of each service of such a world, as the list of codes has it.
pub fn groups(size: Size) -> BTreeMap<String, String> {
    (0..size.services).map(|at| (service(at), GROUPS[at % GROUPS.len()].to_owned())).collect()
}

pub fn site(at: usize) -> String {
    format!("BIB21{:03}A", at + 1)
}

fn service(at: usize) -> String {
    format!("service-{at}")
}

struct World {
    random: fastrand::Rng,
    truth: Truth,
    size: Size,
}

impl World {
    /// Cells in which nothing was counted are published too.
    fn zeros(&mut self, periods: &[Period]) {
        for site in 0..self.size.sites {
            let site = site_codes(site);
            for (lang, group) in LANGUAGES {
                self.visit(periods, &site, lang, group, 0);
                for of in GROUPS {
                    self.opening(periods, &site, lang, None, of, 0);
                }
            }
            self.kind(periods, &site, "ENGAGED", 0);
            self.kind(periods, &site, "ASSISTED", 0);
        }
        for at in 0..self.size.services {
            self.opening(periods, &site_codes(0), "fr", Some(&service(at)), GROUPS[at % GROUPS.len()], 0);
            self.guide(periods, &service(at), false, 0);
            self.guide(periods, &service(at), true, 0);
        }
        for answer in ["yes", "no", "skip"] {
            self.one_way(periods, "FIRST", answer, 0);
        }
    }

    fn visits(&mut self, at: usize, periods: &[Period]) {
        let of_site = site_codes(at);
        let mean = self.size.visits / ((at + 1) as f64).powf(self.size.fall);
        for _ in 0..self.poisson(mean) {
            let (lang, group) = LANGUAGES[self.zipf(LANGUAGES.len(), 1.3)];
            self.visit(periods, &of_site, lang, group, 1);
            let part = DAYPARTS[self.zipf(DAYPARTS.len(), 0.8)];
            self.one_way(periods, "DAYPART", part, 1);
            if self.random.f64() < 0.3 {
                let answer = ["no", "yes", "skip"][self.zipf(3, 1.0)];
                self.one_way(periods, "FIRST", answer, 1);
            }
            if self.random.f64() < 0.1 {
                self.kind(periods, &of_site, "ASSISTED", 1);
            }
            if self.random.f64() < 0.8 {
                self.kind(periods, &of_site, "ENGAGED", 1);
                let mut opened: Vec<usize> = (0..3).map(|_| self.zipf(self.size.services, 1.0)).collect();
                opened.sort_unstable();
                opened.dedup();
                for at in opened {
                    let of = GROUPS[at % GROUPS.len()];
                    self.opening(periods, &of_site, lang, Some(&service(at)), of, 1);
                    if self.random.f64() < 0.5 {
                        self.guide(periods, &service(at), false, 1);
                        if self.random.f64() < 0.6 {
                            self.guide(periods, &service(at), true, 1);
                        }
                    }
                }
            }
        }
    }

    fn visit(&mut self, periods: &[Period], site: &[String; 2], lang: &str, group: &str, n: u64) {
        self.kind(periods, site, "SESSIONS", n);
        self.add(periods, "M", Flow::T2, "SESSIONS", [TOTAL, lang, TOTAL], n);
        self.add(periods, "Q", Flow::T4, "SESSIONS", [&site[1], group, TOTAL], n);
        if group.starts_with("other") {
            self.kind(periods, site, "OTHERLANG", n);
        }
    }

    fn kind(&mut self, periods: &[Period], sites: &[String; 2], indicator: &'static str, n: u64) {
        let monthly = matches!(indicator, "SESSIONS" | "ENGAGED");
        for site in sites {
            self.add(periods, "Q", Flow::T1, indicator, [site, TOTAL, TOTAL], n);
            if monthly {
                self.add(periods, "M", Flow::T1, indicator, [site, TOTAL, TOTAL], n);
            }
        }
        if monthly {
            self.add(periods, "A", Flow::T1, indicator, [TOTAL, TOTAL, TOTAL], n);
        }
    }

    fn opening(&mut self, periods: &[Period], site: &[String; 2], lang: &str, item: Option<&str>, group: &str, n: u64) {
        if let Some(item) = item {
            for item in [item, TOTAL] {
                self.add(periods, "M", Flow::T3, "OPENED", [TOTAL, TOTAL, item], n);
            }
        }
        self.add(periods, "Q", Flow::T5, "OPENED", [&site[1], TOTAL, group], n);
        self.add(periods, "Q", Flow::T6, "OPENED", [TOTAL, lang, group], n);
    }

    fn guide(&mut self, periods: &[Period], item: &str, is_done: bool, n: u64) {
        let (monthly, quarterly) = if is_done { ("GUIDE_DONE", "DONES") } else { ("GUIDE_START", "STARTS") };
        for of in [item, TOTAL] {
            self.add(periods, "M", Flow::T3, monthly, [TOTAL, TOTAL, of], n);
        }
        self.one_way(periods, quarterly, item, n);
    }

    fn one_way(&mut self, periods: &[Period], indicator: &'static str, item: &str, n: u64) {
        self.add(periods, "Q", Flow::OneWay, indicator, [TOTAL, TOTAL, item], n);
    }

    fn add(&mut self, periods: &[Period], every: &str, flow: Flow, indicator: &'static str, at: [&str; 3], n: u64) {
        for period in periods.iter().filter(|period| period.frequency() == every) {
            let [site, lang, item] = at.map(str::to_owned);
            *self.truth.entry(Key { flow, period: *period, indicator, site, lang, item }).or_default() += n;
        }
    }

    fn poisson(&mut self, mean: f64) -> u64 {
        let (mut left, mut count) = (mean, 0);
        while left > 0.0 {
            let limit = (-left.min(30.0)).exp();
            let mut product = self.random.f64();
            while product > limit {
                product *= self.random.f64();
                count += 1;
            }
            left -= 30.0;
        }
        count
    }

    /// One of `n`, the k-th with a weight of 1 / k^power.
    fn zipf(&mut self, n: usize, power: f64) -> usize {
        let weight = |k: usize| 1.0 / ((k + 1) as f64).powf(power);
        let mut at = self.random.f64() * (0..n).map(weight).sum::<f64>();
        for k in 0..n {
            at -= weight(k);
            if at <= 0.0 {
                return k;
            }
        }
        n - 1
    }
}

/// The region, and the site.
fn site_codes(at: usize) -> [String; 2] {
    [TOTAL.to_owned(), site(at)]
}
