//! How the counts of one period belong together: which are parts of which. A table, so that a new indicator is a new row.

use super::cells::{Name, Span, System};

/// Cells of an indicator in one period, in the region.
#[derive(Clone, Copy, Debug)]
enum Of {
    /// That which stands for all.
    Total(&'static str),
    /// One of its cells.
    One(&'static str, &'static str),
    /// These of its cells.
    These(&'static str, &'static [&'static str]),
    /// All of its cells, except some.
    All(&'static str, &'static [&'static str]),
    /// Those of its cells whose code begins like this.
    Begin(&'static str, &'static str),
}

/// A whole, and what it is made of.
#[derive(Clone, Copy, Debug)]
enum Relation {
    /// It is the sum of these.
    Is(Of, &'static [Of]),
    /// It holds these, together, and may hold more.
    Holds(Of, &'static [Of]),
    /// It holds each of these, one in the other or not.
    HoldsEach(Of, Of),
    /// Each cell of the first indicator holds the cells of the others that have the same code, or one that begins with it.
    HoldsItsOwn(&'static str, &'static [&'static str]),
    /// The same, and holds nothing else where all of these others are there.
    IsItsOwn(&'static str, &'static [&'static str]),
}

use Of::{All, Begin, One, These, Total};
use Relation::{Holds, HoldsEach, HoldsItsOwn, Is, IsItsOwn};

/// All answers to one of the three questions of the one screen that asks them: not published.
const ASKED: Of = Total("ASKED");

const RELATIONS: [Relation; 39] = [
    Is(Total("SESSIONS"), &[All("DAYPART", &["outside"])]),
    Is(
        One("DAYPART", "outside"),
        &[These("DAYPART", &["weekday-evening", "weekend-morning", "weekend-afternoon", "weekend-evening"])],
    ),
    // Whoever opened something is asked.
    Holds(Total("ENGAGED"), &[ASKED]),
    Is(ASKED, &[All("FIRST", &[])]),
    Is(ASKED, &[All("AGE", &[])]),
    Is(ASKED, &[All("HOME_NET", &[])]),
    HoldsEach(Total("SESSIONS"), All("A11Y", &[])),
    Holds(Total("ENGAGED"), &[All("LEVELS", &[])]),
    // The check of digital skills.
    Holds(Total("ENGAGED"), &[One("CHECK", "start")]),
    Holds(One("CHECK", "start"), &[One("CHECK", "done")]),
    Is(One("CHECK", "start"), &[All("CHECK_START_LANG", &[])]),
    Is(One("CHECK", "done"), &[All("CHECK_DONE_LANG", &[])]),
    HoldsItsOwn("CHECK_START_LANG", &["CHECK_DONE_LANG"]),
    Is(One("CHECK", "done"), &[One("CHECK", "partial"), One("CHECK", "whole")]),
    Is(One("CHECK", "whole"), &[All("CHECK_LEVEL", &[])]),
    Is(One("CHECK", "whole"), &[These("CHECK", &["whole:16-74", "whole:other", "whole:not-said"])]),
    Is(One("CHECK", "whole:16-74"), &[These("CHECK_LEVEL", LEVELS_16_74)]),
    Is(One("CHECK", "whole:other"), &[These("CHECK_LEVEL", LEVELS_OTHER)]),
    Is(One("CHECK", "whole:not-said"), &[These("CHECK_LEVEL", LEVELS_NOT_SAID)]),
    Is(One("CHECK", "basic:16-74"), &[These("CHECK_LEVEL", &["B:16-74", "AB:16-74"])]),
    Is(One("CHECK", "basic:other"), &[These("CHECK_LEVEL", &["B:other", "AB:other"])]),
    Is(One("CHECK", "basic:not-said"), &[These("CHECK_LEVEL", &["B:not-said", "AB:not-said"])]),
    Is(One("CHECK", "whole"), &[Begin("AREA", "IL:"), OFFLINE]),
    Is(One("CHECK", "whole"), &[Begin("AREA", "CC:"), OFFLINE]),
    Is(One("CHECK", "whole"), &[Begin("AREA", "DCC:"), OFFLINE]),
    Is(One("CHECK", "whole"), &[Begin("AREA", "SF:"), OFFLINE]),
    Is(One("CHECK", "whole"), &[Begin("AREA", "PS:"), OFFLINE]),
    Is(One("AREA_BASIC", "IL"), &[These("AREA", &["IL:basic", "IL:above"])]),
    Is(One("AREA_BASIC", "CC"), &[These("AREA", &["CC:basic", "CC:above"])]),
    Is(One("AREA_BASIC", "DCC"), &[These("AREA", &["DCC:basic", "DCC:above"])]),
    Is(One("AREA_BASIC", "SF"), &[These("AREA", &["SF:basic", "SF:above"])]),
    Is(One("AREA_BASIC", "PS"), &[These("AREA", &["PS:basic", "PS:above"])]),
    // Guides, lessons, searches.
    HoldsItsOwn("OPENED", &["GUIDE_START"]),
    HoldsItsOwn("OPENED", &["USEFUL"]),
    HoldsItsOwn("OPENED", &["WRITTEN_DOWN"]),
    // A guide that was begun was read to its end, or left at a step.
    IsItsOwn("GUIDE_START", &["GUIDE_DONE", "STEP"]),
    HoldsItsOwn("TRAIN_START", &["TRAIN_DONE"]),
    Holds(One("SEARCH", "zero"), &[One("SEARCH", "chosen")]),
    HoldsEach(One("SEARCH", "chosen"), All("ZERO_TOPIC", &[])),
];

/// Whoever was not online in three months is not asked about areas.
const OFFLINE: Of = These("CHECK_LEVEL", &["NA:16-74", "NA:other", "NA:not-said"]);
const LEVELS_16_74: &[&str] = &["NA:16-74", "X:16-74", "LM:16-74", "N:16-74", "LW:16-74", "B:16-74", "AB:16-74"];
const LEVELS_OTHER: &[&str] = &["NA:other", "X:other", "LM:other", "N:other", "LW:other", "B:other", "AB:other"];
const LEVELS_NOT_SAID: &[&str] =
    &["NA:not-said", "X:not-said", "LM:not-said", "N:not-said", "LW:not-said", "B:not-said", "AB:not-said"];

/// The cells of a span, by indicator, that the system has: what a relation can speak of.
pub struct Related {
    span: Span,
    items: Vec<(String, String)>,
}

impl Related {
    /// `items`: indicator and code of each cell of the region in this span.
    pub fn new(span: Span, mut items: Vec<(String, String)>) -> Related {
        items.sort();
        items.dedup();
        Related { span, items }
    }

    fn name(&self, indicator: &str, item: &str) -> Name {
        Name::whole(indicator, self.span).item(item)
    }

    fn has(&self, indicator: &str, item: &str) -> bool {
        self.items.binary_search(&(indicator.to_owned(), item.to_owned())).is_ok()
    }

    fn all<'c>(&'c self, indicator: &'c str) -> impl Iterator<Item = &'c str> {
        let items = self.items.iter().filter(move |(of, _)| of == indicator);
        items.map(|(_, item)| item.as_str()).filter(|item| *item != crate::indicators::observation::TOTAL)
    }

    /// The cells that exist of these.
    fn named(&self, of: Of) -> Vec<Name> {
        let of_all = |indicator: &'static str, wanted: &dyn Fn(&str) -> bool| {
            self.all(indicator).filter(|item| wanted(item)).map(|item| self.name(indicator, item)).collect()
        };
        match of {
            Total(indicator) => vec![Name::whole(indicator, self.span)],
            One(indicator, item) => vec![self.name(indicator, item)],
            These(indicator, items) => of_all(indicator, &|item| items.contains(&item)),
            All(indicator, except) => of_all(indicator, &|item| !except.contains(&item)),
            Begin(indicator, begin) => of_all(indicator, &|item| item.starts_with(begin)),
        }
    }

    /// Adds the relations of this span.
    pub fn relate(&self, system: &mut System) {
        for relation in RELATIONS {
            match relation {
                // Where nothing of a part is published, it can be anything.
                Is(whole, parts) if parts.iter().any(|of| self.is_absent(*of)) => self.hold(system, whole, parts),
                Is(whole, parts) => {
                    for whole in self.named(whole) {
                        system.sum(whole, parts.iter().flat_map(|of| self.named(*of)));
                    }
                }
                Holds(whole, parts) => self.hold(system, whole, parts),
                HoldsEach(whole, parts) => {
                    for part in self.named(parts) {
                        self.named(whole).into_iter().for_each(|whole| system.holds(whole, [part.clone()]));
                    }
                }
                HoldsItsOwn(whole, parts) => self.own(system, whole, parts, false),
                IsItsOwn(whole, parts) => self.own(system, whole, parts, true),
            }
        }
        self.searches(system);
    }

    fn is_absent(&self, of: Of) -> bool {
        match of {
            Total(_) => false,
            One(indicator, item) => !self.has(indicator, item),
            These(..) | All(..) | Begin(..) => self.named(of).is_empty(),
        }
    }

    fn hold(&self, system: &mut System, whole: Of, parts: &[Of]) {
        let here: Vec<Name> = parts.iter().filter(|of| !self.is_absent(**of)).flat_map(|of| self.named(*of)).collect();
        self.named(whole).into_iter().for_each(|whole| system.holds(whole, here.clone()));
    }

    /// `item` holds `item` and `item:…` of each of the parts, and nothing else where all of them are there and say all of it.
    fn own(&self, system: &mut System, whole: &str, parts: &[&str], is_all: bool) {
        for item in self.all(whole) {
            let begin = format!("{item}:");
            let of_part = |part: &&str| {
                let own = self.all(part).filter(|of| *of == item || of.starts_with(&begin));
                own.map(|of| self.name(part, of)).collect::<Vec<_>>()
            };
            let own: Vec<Vec<Name>> = parts.iter().map(of_part).collect();
            let name = self.name(whole, item);
            if is_all && own.iter().all(|own| !own.is_empty()) {
                system.sum(name, own.concat());
            } else {
                system.holds(name, own.concat());
            }
        }
    }

    /// What a visit does once at most is a part of all visits, whatever else it is a part of.
    fn searches(&self, system: &mut System) {
        for (indicator, items) in [("SEARCH", &["hit", "zero"][..]), ("CHANNEL", &["near"]), ("TRAIN_START", &[])] {
            let here: Vec<&str> = self.all(indicator).filter(|item| items.is_empty() || items.contains(item)).collect();
            for item in here {
                system.holds(Name::whole("SESSIONS", self.span), [self.name(indicator, item)]);
            }
        }
        // `group:channel`, and all groups of a channel.
        for channel in self.all("CHANNEL").filter(|item| !item.contains(':')) {
            let ending = format!(":{channel}");
            let groups = self.all("CHANNEL").filter(|item| item.ends_with(&ending));
            system.sum(self.name("CHANNEL", channel), groups.map(|item| self.name("CHANNEL", item)));
        }
        for item in self.all("CHANNEL").filter(|item| item.contains(':')) {
            system.holds(Name::whole("SESSIONS", self.span), [self.name("CHANNEL", item)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::attack::{Attacker, Kind, Published, attack};
    use crate::indicators::observation::{Flow, Key, Observation, Status, TOTAL, Value};

    fn row(flow: Flow, indicator: &'static str, item: &str, value: u64) -> Observation {
        let total = || TOTAL.to_owned();
        let period = "2026-Q4".parse().expect("a period");
        let key = Key { flow, period, indicator, site: total(), lang: total(), item: item.to_owned() };
        Observation { key, value: Some(Value::Whole(value)), status: Status::Normal, unit: "SESSION" }
    }

    #[test]
    fn the_attacker_knows_that_who_opened_nothing_is_not_asked() {
        let contradicts = |engaged| {
            let rows = vec![
                row(Flow::T1, "SESSIONS", TOTAL, 200),
                row(Flow::T1, "ENGAGED", TOTAL, engaged),
                row(Flow::OneWay, "FIRST", "no", 30),
                row(Flow::OneWay, "FIRST", "yes", 30),
            ];
            let findings = attack(&Published { rows, ..Published::default() }, &Attacker::default());
            findings.iter().any(|finding| finding.kind == Kind::Solver)
        };
        // 26 and 26 answers at least, of 44 visits at most.
        assert!(contradicts(40));
        assert!(!contradicts(60));
    }
}
