//! Shares and rates, from published counts alone: whoever has the file can compute them again.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Edition, steps};
use crate::base::Group;
use crate::indicators::gathered::Gathered;
use crate::indicators::observation::{Flow, Key, Observation, Status, TOTAL, Value};
use crate::indicators::period::Period;
use crate::usage::event::LanguageGroup;

/// A share of fewer than this is withheld: the rounding would weigh too much.
const WITHHELD_BELOW: u64 = 50;
/// A share of fewer than this is flagged.
const UNRELIABLE_BELOW: u64 = 100;
/// Pairs of answers from which a gain is told.
const PAIRS_MIN: u64 = 50;
/// Ticks of five minutes in an hour.
const TICKS_AN_HOUR: u64 = 12;

/// `part` of `whole` in tenths of a percent, the half rounded up.
pub fn tenths(part: u64, whole: u64) -> i64 {
    ((part * 1000 + whole / 2) / whole.max(1)) as i64
}

/// A published count, as a share may use it.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Published {
    Count { n: u64, is_reliable: bool },
    Withheld,
    NotCollected,
    Impossible,
}

use Published::{Count, Impossible, NotCollected, Withheld};

impl Published {
    /// The counts of both, put together; what is not known of one of them is not known of both.
    fn with(self, other: Published, both: impl Fn(u64, u64) -> u64) -> Published {
        match (self, other) {
            (Count { n: one, is_reliable }, Count { n: two, is_reliable: also }) => {
                Count { n: both(one, two), is_reliable: is_reliable && also }
            }
            (Count { .. }, unknown) | (unknown, _) => unknown,
        }
    }

    fn plus(self, other: Published) -> Published {
        self.with(other, |one, two| one + two)
    }

    /// The rounding of the two may make the part larger than the whole.
    fn minus(self, other: Published) -> Published {
        self.with(other, u64::saturating_sub)
    }

    /// This part of a whole.
    fn of(self, whole: Published) -> (Option<Value>, Status) {
        match self.with(whole, |part, _| part).with(whole, |part, _| part) {
            Count { n: part, is_reliable } => match whole {
                Count { n: whole, .. } if whole >= WITHHELD_BELOW => {
                    let is_reliable = is_reliable && whole >= UNRELIABLE_BELOW;
                    let status = if is_reliable { Status::Normal } else { Status::Unreliable };
                    (Some(Value::Tenths(tenths(part, whole))), status)
                }
                _ => (None, Status::Withheld),
            },
            Withheld => (None, Status::Withheld),
            NotCollected => (None, Status::NotCollected),
            Impossible => (None, Status::Impossible),
        }
    }
}

/// The published counts of a period, and the shares that are made of them.
struct Desk<'d> {
    gathered: &'d Gathered<'d>,
    counts: HashMap<&'d Key, &'d Observation>,
    shares: Vec<Observation>,
}

/// All shares of a period.
pub fn shares(gathered: &Gathered, edition: &Edition, published: &[Observation]) -> Vec<Observation> {
    let counts = published.iter().map(|observation| (&observation.key, observation)).collect();
    let mut desk = Desk { gathered, counts, shares: Vec::new() };
    let sites: Vec<&str> = edition.expected.sites.keys().map(String::as_str).chain([TOTAL]).collect();
    match gathered.period {
        Period::Month { .. } => {
            sites.iter().for_each(|site| desk.reach(site));
            desk.by_month(edition);
        }
        Period::Quarter { .. } => {
            sites.iter().for_each(|site| desk.visits_of(site));
            desk.languages_of_sites();
            desk.by_quarter();
            desk.skills();
            desk.abandonment(&steps::in_order(published, edition));
        }
        Period::Year(_) => desk.gains(),
    }
    desk.shares
}

impl Desk<'_> {
    fn count(&self, flow: Flow, indicator: &'static str, site: &str, lang: &str, item: &str) -> Published {
        let key = self.gathered.key(flow, indicator, site, lang, item);
        match self.counts.get(&key) {
            None => NotCollected,
            Some(Observation { value: Some(Value::Whole(n)), status, .. }) => {
                Count { n: *n, is_reliable: *status != Status::Unreliable }
            }
            Some(Observation { status: Status::NotCollected, .. }) => NotCollected,
            Some(Observation { status: Status::Impossible, .. }) => Impossible,
            Some(_) => Withheld,
        }
    }

    fn visits(&self, indicator: &'static str, site: &str) -> Published {
        self.count(Flow::T1, indicator, site, TOTAL, TOTAL)
    }

    fn one_way(&self, indicator: &'static str, item: &str) -> Published {
        self.count(Flow::OneWay, indicator, TOTAL, TOTAL, item)
    }

    /// The codes of the cells that were published of an indicator.
    fn items(&self, flow: Flow, indicator: &str) -> Vec<String> {
        let of = |key: &&&Key| key.flow == flow && key.indicator == indicator && key.item != TOTAL;
        let mut items: Vec<String> = self.counts.keys().filter(of).map(|key| key.item.clone()).collect();
        items.sort();
        items.dedup();
        items
    }

    fn put(&mut self, indicator: &'static str, at: [&str; 3], share: (Option<Value>, Status)) {
        let [site, lang, item] = at;
        let key = self.gathered.key(Flow::Shares, indicator, site, lang, item);
        let (value, status) = share;
        self.shares.push(Observation { key, value, status, unit: "PT" });
    }

    fn put_item(&mut self, indicator: &'static str, item: &str, share: (Option<Value>, Status)) {
        self.put(indicator, [TOTAL, TOTAL, item], share);
    }

    /// INC01: visits that opened something, in a hundred opening hours.
    fn reach(&mut self, site: &str) {
        let of_site = |key: &&(String, u32)| site == TOTAL || key.0 == site;
        let kiosks = &self.gathered.kiosks;
        let ticks: u64 = kiosks.iter().filter(|(key, _)| of_site(key)).map(|(_, ticks)| ticks.opening).sum();
        let engaged = self.visits("ENGAGED", site);
        let (value, status) = match engaged {
            Count { .. } if ticks == 0 => (None, Status::NotCollected),
            Count { n, is_reliable } if n >= WITHHELD_BELOW => {
                let rate = (n * 100 * 10 * TICKS_AN_HOUR + ticks / 2) / ticks;
                let is_reliable = is_reliable && n >= UNRELIABLE_BELOW;
                let status = if is_reliable { Status::Normal } else { Status::Unreliable };
                (Some(Value::Tenths(rate as i64)), status)
            }
            Count { .. } => (None, Status::Withheld),
            unknown => unknown.of(unknown),
        };
        let key = self.gathered.key(Flow::Shares, "INC01", site, TOTAL, TOTAL);
        self.shares.push(Observation { key, value, status, unit: "SESSIONS_PER_100H" });
    }

    fn by_month(&mut self, edition: &Edition) {
        let all = self.visits("SESSIONS", TOTAL);
        for lang in &edition.catalogue.languages {
            let share = self.count(Flow::T2, "SESSIONS", TOTAL, lang, TOTAL).of(all);
            self.put("INC03", [TOTAL, lang, TOTAL], share);
        }
        let opened = self.count(Flow::T3, "OPENED", TOTAL, TOTAL, TOTAL);
        for service in self.items(Flow::T3, "OPENED") {
            let of = |indicator| self.count(Flow::T3, indicator, TOTAL, TOTAL, &service);
            let (demand, completion) = (of("OPENED").of(opened), of("GUIDE_DONE").of(of("GUIDE_START")));
            self.put_item("INC07", &service, demand);
            self.put_item("INC09", &service, completion);
        }
        let starts = self.count(Flow::T3, "GUIDE_START", TOTAL, TOTAL, TOTAL);
        let done = self.count(Flow::T3, "GUIDE_DONE", TOTAL, TOTAL, TOTAL);
        self.put_item("INC09", TOTAL, done.of(starts));
        for channel in self.items(Flow::OneWay, "CHANNEL") {
            let of = match channel.split_once(':') {
                Some((group, _)) => self.one_way("STARTS_GROUP", group),
                None => starts,
            };
            let share = self.one_way("CHANNEL", &channel).of(of);
            self.put_item("INC11", &channel, share);
        }
        let zero = self.one_way("SEARCH", "zero");
        let share = zero.of(zero.plus(self.one_way("SEARCH", "hit")));
        self.put_item("INC12", TOTAL, share);
        for topic in self.items(Flow::OneWay, "ZERO_TOPIC") {
            let share = self.one_way("ZERO_TOPIC", &topic).of(zero);
            self.put_item("INC12", &topic, share);
        }
    }

    /// INC02, INC04 and INC22.
    fn visits_of(&mut self, site: &str) {
        let [all, engaged, assisted, other] =
            ["SESSIONS", "ENGAGED", "ASSISTED", "OTHERLANG"].map(|indicator| self.visits(indicator, site));
        self.put("INC02", [site, TOTAL, TOTAL], all.minus(engaged).of(all));
        self.put("INC04", [site, TOTAL, TOTAL], other.of(all));
        self.put("INC22", [site, TOTAL, TOTAL], assisted.of(engaged));
    }

    /// INC03, by site and group of languages.
    fn languages_of_sites(&mut self) {
        let sites: Vec<String> = self.gathered.offered.keys().cloned().collect();
        for site in sites {
            for group in LanguageGroup::ALL {
                let here = self.count(Flow::T4, "SESSIONS", &site, group.name(), TOTAL);
                let share = here.of(self.visits("SESSIONS", &site));
                self.put("INC03", [&site, group.name(), TOTAL], share);
            }
        }
    }

    fn by_quarter(&mut self) {
        let all = self.visits("SESSIONS", TOTAL);
        let engaged = self.visits("ENGAGED", TOTAL);
        for (indicator, cell) in [("INC05", "FIRST"), ("INC06", "AGE")] {
            self.declared(indicator, cell, all);
        }
        let essential = self.one_way("ESSENTIAL", "yes");
        self.put_item("INC08", TOTAL, essential.of(essential.plus(self.one_way("ESSENTIAL", "no"))));
        for service in self.items(Flow::OneWay, "STARTS") {
            let share = self.one_way("DONES", &service).of(self.one_way("STARTS", &service));
            self.put_item("INC09", &service, share);
        }
        self.put_item("INC13", TOTAL, self.one_way("LEVELS", "2+").of(engaged));
        for lesson in self.items(Flow::OneWay, "TRAIN_START") {
            let share = self.one_way("TRAIN_DONE", &lesson).of(self.one_way("TRAIN_START", &lesson));
            self.put_item("INC14", &lesson, share);
        }
        self.put_item("INC20", TOTAL, self.one_way("DAYPART", "outside").of(all));
        for feature in self.items(Flow::OneWay, "A11Y") {
            let share = self.one_way("A11Y", &feature).of(engaged);
            self.put_item("INC21", &feature, share);
        }
        self.put_item("INC23", TOTAL, (None, Status::NotCollected));
        // The demand of a group, in a language: of the openings in this language that are published in all groups.
        for lang in self.gathered.offered.values().flatten().cloned().collect::<BTreeSet<_>>() {
            self.demand(&lang);
        }
    }

    /// INC07, by group of services in a language, where all of its groups are published.
    fn demand(&mut self, lang: &str) {
        let of = |group: Group| self.count(Flow::T6, "OPENED", TOTAL, lang, group.name());
        let all = Group::ALL.into_iter().map(of).reduce(Published::plus).unwrap_or(NotCollected);
        let shares: Vec<_> = Group::ALL.into_iter().map(|group| (group, of(group).of(all))).collect();
        for (group, share) in shares {
            self.put("INC07", [TOTAL, lang, group.name()], share);
        }
    }

    /// What was answered to a question, and how many answered.
    fn declared(&mut self, indicator: &'static str, cell: &'static str, all: Published) {
        let answers: Vec<String> = self.items(Flow::OneWay, cell).into_iter().filter(|item| item != "skip").collect();
        let declared = answers.iter().map(|answer| self.one_way(cell, answer)).reduce(Published::plus);
        let declared = declared.unwrap_or(NotCollected);
        for answer in answers {
            let share = self.one_way(cell, &answer).of(declared);
            self.put_item(indicator, &answer, share);
        }
        self.put_item(indicator, "response", declared.of(all));
    }

    /// INC16 to INC19: of whole checks alone.
    fn skills(&mut self) {
        let check = |desk: &Self, item: &str| desk.one_way("CHECK", item);
        for scope in ["16-74", "other", "not-said"] {
            let whole = check(self, &format!("whole:{scope}"));
            let basic = check(self, &format!("basic:{scope}")).of(whole);
            self.put_item("INC16", scope, basic);
            let vulnerable = whole.minus(check(self, &format!("basic:{scope}"))).of(whole);
            self.put_item("INC18", scope, vulnerable);
        }
        let whole = check(self, "whole");
        for area in self.items(Flow::OneWay, "AREA_BASIC") {
            let share = self.one_way("AREA_BASIC", &area).of(whole);
            self.put_item("INC17", &area, share);
        }
        let start = check(self, "start");
        self.put_item("INC19", "done", check(self, "done").of(start));
        self.put_item("INC19", "start", start.of(self.visits("ENGAGED", TOTAL)));
        for group in LanguageGroup::ALL.map(LanguageGroup::name) {
            let share = self.one_way("CHECK_DONE_LANG", group).of(self.one_way("CHECK_START_LANG", group));
            self.put("INC19", [TOTAL, group, "done"], share);
        }
    }

    /// INC10: how many of those who began leave at a step, and how many of those who came so far.
    fn abandonment(&mut self, guides: &BTreeMap<&str, Vec<&Observation>>) {
        for (service, steps) in guides {
            let starts = self.one_way("STARTS", service);
            let mut still = starts;
            for step in steps {
                let left = self.one_way("STEP", &step.key.item);
                self.put_item("INC10", &step.key.item, left.of(starts));
                self.put_item("INC10", &format!("{}:hazard", step.key.item), left.of(still));
                still = still.minus(left);
            }
        }
    }

    /// INC15: answers that were wrong before a lesson and right after it, less those the other way round.
    fn gains(&mut self) {
        let items = self.items(Flow::OneWay, "GAIN");
        let mut lessons: Vec<&str> = items.iter().filter_map(|item| Some(item.rsplit_once(':')?.0)).collect();
        lessons.dedup();
        for lesson in lessons {
            let [rr, rw, wr, ww] =
                ["rr", "rw", "wr", "ww"].map(|what| self.one_way("GAIN", &format!("{lesson}:{what}")));
            let all = rr.plus(rw).plus(wr).plus(ww);
            let (gain, error) = match (all, rw, wr) {
                (Count { n, .. }, Count { n: lost, .. }, Count { n: won, .. }) if n >= PAIRS_MIN => gain(won, lost, n),
                (NotCollected, ..) => ((None, Status::NotCollected), (None, Status::NotCollected)),
                _ => ((None, Status::Withheld), (None, Status::Withheld)),
            };
            self.put_item("INC15", lesson, gain);
            self.put_item("INC15", &format!("{lesson}:error"), error);
        }
    }
}

/// A gain in percent of pairs, and its standard error: sqrt(((won + lost) - (won - lost)^2 / n) / n) of paired shares.
#[expect(clippy::cast_possible_truncation, reason = "a percentage has at most four digits")]
fn gain(won: u64, lost: u64, n: u64) -> ((Option<Value>, Status), (Option<Value>, Status)) {
    let (won, lost, n) = (won as f64, lost as f64, n as f64);
    let tenths = |share: f64| (Some(Value::Tenths((share * 1000.0).round() as i64)), Status::Experimental);
    let difference = won - lost;
    let variance = ((won + lost - difference * difference / n) / n).max(0.0);
    // Of the mean of n pairs.
    (tenths(difference / n), tenths((variance / n).sqrt()))
}
