//! The files of a period by name, and what stands in each one.

use super::Names;
use crate::i18n::Texts;
use crate::indicators::observation::{Flow, Observation};
use crate::indicators::period::Period;

/// What a file of figures holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Counts of visits and openings, rounded.
    Counts,
    /// Shares and rates of these counts.
    Shares,
    /// What is not about people.
    Exact,
}

impl Kind {
    /// All of them, in their order.
    pub const ALL: [Kind; 3] = [Kind::Counts, Kind::Shares, Kind::Exact];

    /// That of a table of figures.
    pub const fn of(flow: Flow) -> Kind {
        match flow {
            Flow::Shares => Kind::Shares,
            Flow::Exact => Kind::Exact,
            _ => Kind::Counts,
        }
    }

    /// What stands behind the period in the name of its files.
    const fn ending(self) -> &'static str {
        match self {
            Kind::Counts => "",
            Kind::Shares => "-shares",
            Kind::Exact => "-exact",
        }
    }

    /// The message of its title.
    const fn message(self) -> &'static str {
        match self {
            Kind::Counts => "published-counts",
            Kind::Shares => "published-shares",
            Kind::Exact => "published-exact",
        }
    }
}

/// A file of figures.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct File {
    pub period: Period,
    pub kind: Kind,
}

impl File {
    /// `kiosk-2026-11-shares`.
    pub fn stem(self) -> String {
        format!("kiosk-{}{}", self.period, self.kind.ending())
    }

    /// `kiosk-2026-11-shares.csv`.
    pub fn name(self) -> String {
        format!("{}.csv", self.stem())
    }

    /// The name of the file that describes its columns.
    pub fn metadata(self) -> String {
        format!("{}-metadata.json", self.name())
    }

    /// The file of figures that has this name.
    pub fn named(name: &str) -> Option<File> {
        let stem = name.strip_prefix("kiosk-")?.strip_suffix(".csv")?;
        Kind::ALL.into_iter().find_map(|kind| {
            let period = stem.strip_suffix(kind.ending())?.parse().ok()?;
            Some(File { period, kind })
        })
    }

    /// The one in which a figure stands.
    pub const fn of(observation: &Observation) -> File {
        File { period: observation.key.period, kind: Kind::of(observation.key.flow) }
    }

    /// Of all figures, those that stand in it.
    pub fn holds(self, observation: &Observation) -> bool {
        File::of(observation) == self
    }

    /// What it holds, and of when.
    pub fn title(self, texts: &Texts, is_simulated: bool) -> Names {
        Names::title(texts, self.kind.message(), is_simulated).then(", ", &Names::same(&self.period.to_string()))
    }
}

/// The day after a period, at midnight: before it, nothing of the period can have been published.
pub fn after(period: Period) -> String {
    let day = match period {
        Period::Month { year, month: 12 } | Period::Quarter { year, quarter: 4 } | Period::Year(year) => {
            format!("{:04}-01-01", year + 1)
        }
        Period::Month { year, month } => format!("{year:04}-{:02}-01", month + 1),
        Period::Quarter { year, quarter } => format!("{year:04}-{:02}-01", quarter * 3 + 1),
    };
    format!("{day}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_by_its_name() {
        for name in ["kiosk-2026-11.csv", "kiosk-2026-Q4-shares.csv", "kiosk-2026-exact.csv"] {
            assert_eq!(File::named(name).map(File::name).as_deref(), Some(name));
        }
        for name in ["kiosk-2026-13.csv", "kiosk-.csv", "codes.csv", "kiosk-2026-11.csv-metadata.json", "2026-11.csv"] {
            assert_eq!(File::named(name), None, "{name}");
        }
    }

    #[test]
    fn a_period_is_over_on_the_first_day_of_the_next_one() {
        for (period, day) in
            [("2026-11", "2026-12-01"), ("2026-12", "2027-01-01"), ("2026-Q3", "2026-10-01"), ("2026", "2027-01-01")]
        {
            assert_eq!(after(period.parse().expect("a period")), format!("{day}T00:00:00Z"));
        }
    }
}
