//! The indicators of digital inclusion, INC01 to INC25, as data: what each one is about, of which published counts it is
//! made, and what it may be held against.
//!
//! Publishing computes from this table, the files for readers are written from it, and so are reports. Its words are
//! messages of `locales/*/indicators.ftl`: see [`Definition::message`].

mod benchmarks;
mod table;

pub use self::benchmarks::{BENCHMARKS, Benchmark};
pub use self::table::DEFINITIONS;
use super::observation::{Flow, Status};

/// A dimension of the Digital Economy and Society Index as it was until 2020, which the Region still sorts its projects by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Dimension {
    Connectivity,
    HumanCapital,
    UseOfInternet,
    DigitalTechnology,
    DigitalPublicServices,
}

impl Dimension {
    /// All of them, in their order.
    pub const ALL: [Dimension; 5] = [
        Dimension::Connectivity,
        Dimension::HumanCapital,
        Dimension::UseOfInternet,
        Dimension::DigitalTechnology,
        Dimension::DigitalPublicServices,
    ];

    /// Its code in published files.
    pub const fn code(self) -> &'static str {
        match self {
            Dimension::Connectivity => "CONN",
            Dimension::HumanCapital => "HC",
            Dimension::UseOfInternet => "UI",
            Dimension::DigitalTechnology => "IDT",
            Dimension::DigitalPublicServices => "DPS",
        }
    }

    /// The message of its name.
    pub const fn message(self) -> &'static str {
        match self {
            Dimension::Connectivity => "desi-conn",
            Dimension::HumanCapital => "desi-hc",
            Dimension::UseOfInternet => "desi-ui",
            Dimension::DigitalTechnology => "desi-idt",
            Dimension::DigitalPublicServices => "desi-dps",
        }
    }
}

/// One of the four conditions that projects of the Region fulfil beside the five dimensions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Condition {
    CrossOver,
    Pooling,
    DigitalInclusion,
    EuropeanIntegration,
}

impl Condition {
    /// All of them, in their order.
    pub const ALL: [Condition; 4] =
        [Condition::CrossOver, Condition::Pooling, Condition::DigitalInclusion, Condition::EuropeanIntegration];

    /// Its code in published files.
    pub const fn code(self) -> &'static str {
        match self {
            Condition::CrossOver => "C1",
            Condition::Pooling => "C2",
            Condition::DigitalInclusion => "C3",
            Condition::EuropeanIntegration => "C4",
        }
    }

    /// The message of its name.
    pub const fn message(self) -> &'static str {
        match self {
            Condition::CrossOver => "condition-c1",
            Condition::Pooling => "condition-c2",
            Condition::DigitalInclusion => "condition-c3",
            Condition::EuropeanIntegration => "condition-c4",
        }
    }
}

/// What the counts could tell about a person before they are rounded and withheld.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Risk {
    None,
    Low,
    Medium,
    High,
}

impl Risk {
    /// Its code in published files.
    pub const fn code(self) -> &'static str {
        match self {
            Risk::None => "NONE",
            Risk::Low => "L",
            Risk::Medium => "M",
            Risk::High => "H",
        }
    }
}

/// How often a figure comes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Every {
    Month,
    Quarter,
    Year,
}

impl Every {
    /// Its code: that of [`Period::frequency`](super::period::Period::frequency).
    pub const fn code(self) -> &'static str {
        match self {
            Every::Month => "M",
            Every::Quarter => "Q",
            Every::Year => "A",
        }
    }
}

/// For which codes of a dimension there is a value of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Over {
    /// One value, for all together.
    Total,
    /// Each site, and all together.
    SitesAndTotal,
    Sites,
    Languages,
    LanguageGroups,
    Services,
    Groups,
    Lessons,
    Topics,
    /// Each kiosk by its number.
    Kiosks,
    /// Each step of a service: `service:step`.
    Steps,
    /// Each way to a person, by group of services: `group:channel`.
    Channels,
    /// Each aid for people who see, hear or move otherwise.
    Features,
    /// Each cell of this table whose code is in the list.
    Codes(&'static [&'static str]),
}

impl Over {
    /// Its name in published files.
    pub fn name(self) -> String {
        match self {
            Over::Total => "_T".to_owned(),
            Over::SitesAndTotal => "site, _T".to_owned(),
            Over::Sites => "site".to_owned(),
            Over::Languages => "language".to_owned(),
            Over::LanguageGroups => "language group".to_owned(),
            Over::Services => "service".to_owned(),
            Over::Groups => "service group".to_owned(),
            Over::Lessons => "lesson".to_owned(),
            Over::Topics => "topic".to_owned(),
            Over::Kiosks => "kiosk".to_owned(),
            Over::Steps => "service:step".to_owned(),
            Over::Channels => "service group:channel".to_owned(),
            Over::Features => "feature".to_owned(),
            Over::Codes(codes) => codes.join(", "),
        }
    }
}

/// Which codes of a dimension a term of a formula takes, seen from a value that is being made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pick {
    /// `_T`.
    Total,
    /// The code of the value itself.
    Own,
    /// This one.
    Only(&'static str),
    /// These, added up.
    Sum(&'static [&'static str]),
    /// All that the table has, added up, without `_T`.
    All,
    /// The code of the value, and this behind it.
    OwnThen(&'static str),
    /// The code of the value up to its colon.
    OwnUpToColon,
    /// This, a colon, and the code of the value.
    AfterColon(&'static str),
}

/// Published counts that go into a formula.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Term {
    /// Whether it is taken away instead of added.
    pub is_minus: bool,
    pub flow: Flow,
    /// A code of [`COUNTS`](super::counts::COUNTS).
    pub count: &'static str,
    pub site: Pick,
    pub lang: Pick,
    pub item: Pick,
}

/// How a figure is made of published counts: `scale * numerator / denominator`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    pub every: Every,
    pub site: Over,
    pub lang: Over,
    pub item: Over,
    pub numerator: &'static [Term],
    pub denominator: &'static [Term],
    /// 100 for percent.
    pub scale: u32,
    /// A code of [`UNITS`](super::counts::UNITS).
    pub unit: &'static str,
    /// It is withheld where the denominator is smaller.
    pub denominator_min: u32,
    /// Whether less than nothing means something: elsewhere it comes from rounding alone, and is nothing.
    pub is_signed: bool,
}

/// A figure that no [`Share`] makes: how it is made, as `indicators.csv` tells it. `publish` computes it by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Special {
    pub every: Every,
    /// For which codes there is a value of its own, as [`Over::name`] writes it.
    pub over: &'static str,
    /// As `FORMULA` has it.
    pub formula: &'static str,
}

/// An indicator.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// `INC01` to `INC25`.
    pub id: &'static str,
    /// Where its values stand: [`Flow::Shares`], or [`Flow::Exact`] where it is not about people.
    pub flow: Flow,
    /// Dimensions of the index until 2020.
    pub dimensions: &'static [Dimension],
    /// Groups and codes of the index since 2023 (the dashboard of the Digital Decade).
    pub desi: &'static [&'static str],
    pub conditions: &'static [Condition],
    /// Areas of DigComp, from 1 to 5.
    pub digcomp: &'static [u8],
    /// Empty where it is not counted yet, or is no share of counts.
    pub shares: &'static [Share],
    /// Its figures that are made otherwise.
    pub special: &'static [Special],
    /// [`Status::NotCollected`] where no screen feeds it yet, [`Status::Experimental`] where its instrument is not proven.
    pub status: Status,
    pub risk: Risk,
    /// Codes of public series that a reader may look at beside it. Whether they compare is said in words.
    pub series: &'static [&'static str],
}

impl Definition {
    /// The message of its name, `inc01`. Its attributes: `.what` (what is divided by what), `.compare` (what it can be held
    /// against, and what not) and `.guard` (how visitors are protected).
    pub fn message(&self) -> String {
        self.id.to_ascii_lowercase()
    }

    /// The message of one of its attributes.
    pub fn attribute(&self, attribute: &str) -> String {
        format!("{}.{attribute}", self.message())
    }

    /// How often it comes: as often as the most frequent of its figures.
    pub fn every(&self) -> Every {
        let special = self.special.iter().map(|special| special.every);
        self.shares.iter().map(|share| share.every).chain(special).min().unwrap_or(Every::Quarter)
    }

    /// What official figures say of the same, in their order.
    pub fn benchmarks(&self) -> impl Iterator<Item = &'static Benchmark> {
        BENCHMARKS.iter().filter(|benchmark| benchmark.indicator == self.id)
    }
}

/// The definition of an indicator.
pub fn definition(id: &str) -> Option<&'static Definition> {
    DEFINITIONS.iter().find(|definition| definition.id == id)
}

#[cfg(test)]
mod tests {
    use super::super::counts;
    use super::*;

    #[test]
    fn there_are_25_indicators_and_each_one_is_about_a_dimension_or_a_condition() {
        let ids: Vec<String> = DEFINITIONS.iter().map(|definition| definition.id.to_owned()).collect();
        assert_eq!(ids, (1..=25).map(|number| format!("INC{number:02}")).collect::<Vec<_>>());
        for definition in &DEFINITIONS {
            assert!(!definition.dimensions.is_empty() || !definition.conditions.is_empty(), "{}", definition.id);
            assert!(definition.digcomp.iter().all(|area| (1..=5).contains(area)), "{}", definition.id);
            assert_eq!(definition.shares.is_empty(), ["INC23", "INC25"].contains(&definition.id), "{}", definition.id);
        }
    }

    #[test]
    fn formulas_name_counts_that_are_published_in_that_table_and_that_often() {
        for definition in &DEFINITIONS {
            for share in definition.shares {
                assert!(!share.numerator.is_empty() && !share.denominator.is_empty(), "{}", definition.id);
                assert!(counts::unit(share.unit).is_some(), "{}", share.unit);
                for term in share.numerator.iter().chain(share.denominator) {
                    let count =
                        counts::count(term.count).unwrap_or_else(|| panic!("{}: {}", definition.id, term.count));
                    let comes = |(flow, every): &(Flow, &[Every])| *flow == term.flow && every.contains(&share.every);
                    assert!(count.flows.iter().any(comes), "{}: {} in {:?}", definition.id, term.count, term.flow);
                }
            }
        }
    }

    #[test]
    fn what_comes_monthly_quarterly_and_yearly_is_as_the_method_says() {
        let of = |every| {
            let ids =
                DEFINITIONS.iter().filter(|definition| definition.every() == every).map(|definition| definition.id);
            ids.collect::<Vec<_>>()
        };
        assert_eq!(of(Every::Month), ["INC01", "INC03", "INC07", "INC09", "INC11", "INC12", "INC24"]);
        assert_eq!(of(Every::Year), ["INC15"]);
    }

    #[test]
    fn official_figures_are_percentages_and_those_of_brussels_are_there() {
        for benchmark in &BENCHMARKS {
            let percent: f64 = benchmark.percent.parse().expect("a number");
            assert!((0.0..=100.0).contains(&percent) && definition(benchmark.indicator).is_some());
        }
        let find = |indicator: &str, item: &str, year| {
            let mut found = BENCHMARKS
                .iter()
                .filter(|one| one.indicator == indicator && one.item == item && one.area == "BE1" && one.year == year);
            found.next().map(|benchmark| benchmark.percent)
        };
        assert_eq!(find("INC16", "_T", 2025), Some("65.19"));
        assert_eq!(find("INC17", "SF", 2025), Some("72.58"));
        // By the rule of the barometer: all who are not at least basic.
        assert_eq!(find("INC18", "_T", 2025), Some("34.81"));
    }
}
