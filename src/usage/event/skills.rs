//! The levels of the check of digital skills: the rule of Eurostat's Digital Skills Indicator 2.0.

/// The areas, in the order of Eurostat: information, communication, content, safety, problem solving.
pub const AREAS: usize = 5;
/// As Eurostat codes them; so they are called in counters and figures.
pub const AREA_CODES: [&str; AREAS] = ["IL", "CC", "DCC", "SF", "PS"];
/// So many activities of an area make it "above basic".
const TOP: [u8; AREAS] = [2, 2, 3, 3, 3];

/// Whom the check is about, as far as they said so: the official figures are about people from 16 to 74.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Scope {
    From16To74,
    Other,
    NotSaid,
}

impl Scope {
    /// All of them, in their order.
    pub const ALL: [Scope; 3] = [Scope::From16To74, Scope::Other, Scope::NotSaid];

    /// Its name in counters and figures.
    pub const fn name(self) -> &'static str {
        match self {
            Scope::From16To74 => "16-74",
            Scope::Other => "other",
            Scope::NotSaid => "not-said",
        }
    }
}

/// How much of an area somebody does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AreaLevel {
    None,
    Basic,
    Above,
}

impl AreaLevel {
    /// All of them, in their order.
    pub const ALL: [AreaLevel; 3] = [AreaLevel::None, AreaLevel::Basic, AreaLevel::Above];

    /// Its name in counters and figures.
    pub const fn name(self) -> &'static str {
        match self {
            AreaLevel::None => "none",
            AreaLevel::Basic => "basic",
            AreaLevel::Above => "above",
        }
    }

    /// That of an area in which so many activities are done. Areas that do not exist have no activities.
    pub fn of(area: usize, activities: u8) -> AreaLevel {
        match activities {
            0 => AreaLevel::None,
            some if TOP.get(area).is_some_and(|top| some >= *top) => AreaLevel::Above,
            _ => AreaLevel::Basic,
        }
    }
}

/// The level of all areas together. "At least basic" is the sum of the last two.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum SkillLevel {
    /// No internet in the last three months.
    NotAssessed,
    NoSkills,
    Limited,
    Narrow,
    Low,
    Basic,
    AboveBasic,
}

impl SkillLevel {
    /// All of them, in their order.
    pub const ALL: [SkillLevel; 7] = [
        SkillLevel::NotAssessed,
        SkillLevel::NoSkills,
        SkillLevel::Limited,
        SkillLevel::Narrow,
        SkillLevel::Low,
        SkillLevel::Basic,
        SkillLevel::AboveBasic,
    ];

    /// As Eurostat codes it.
    pub const fn code(self) -> &'static str {
        match self {
            SkillLevel::NotAssessed => "NA",
            SkillLevel::NoSkills => "X",
            SkillLevel::Limited => "LM",
            SkillLevel::Narrow => "N",
            SkillLevel::Low => "LW",
            SkillLevel::Basic => "B",
            SkillLevel::AboveBasic => "AB",
        }
    }
}

/// The level of somebody who was online in the last three months or not.
pub fn level(was_online: bool, areas: [AreaLevel; AREAS]) -> SkillLevel {
    if !was_online {
        return SkillLevel::NotAssessed;
    }
    match areas.iter().filter(|area| **area >= AreaLevel::Basic).count() {
        AREAS if areas.iter().all(|area| *area == AreaLevel::Above) => SkillLevel::AboveBasic,
        AREAS => SkillLevel::Basic,
        4 => SkillLevel::Low,
        3 => SkillLevel::Narrow,
        2 => SkillLevel::Limited,
        _ => SkillLevel::NoSkills,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All ways in which the five areas can stand.
    fn combinations() -> Vec<[AreaLevel; AREAS]> {
        let digit = |number: usize, at: u32| AreaLevel::ALL[number / 3_usize.pow(at) % 3];
        (0..3_usize.pow(AREAS as u32)).map(|number| [0, 1, 2, 3, 4].map(|at| digit(number, at))).collect()
    }

    #[test]
    fn every_combination_of_areas_has_the_level_that_the_rule_says() {
        // As the table of the rule says it, from the numbers of areas alone.
        let wanted = |areas: [AreaLevel; AREAS]| {
            let above = areas.iter().filter(|area| **area == AreaLevel::Above).count();
            let none = areas.iter().filter(|area| **area == AreaLevel::None).count();
            match (none, above) {
                (0, 5) => SkillLevel::AboveBasic,
                (0, _) => SkillLevel::Basic,
                (1, _) => SkillLevel::Low,
                (2, _) => SkillLevel::Narrow,
                (3, _) => SkillLevel::Limited,
                _ => SkillLevel::NoSkills,
            }
        };
        let all = combinations();
        assert_eq!(all.len(), 243);
        for areas in all {
            assert_eq!(level(true, areas), wanted(areas), "{areas:?}");
            assert_eq!(level(false, areas), SkillLevel::NotAssessed);
        }
    }

    #[test]
    fn each_level_is_reached_by_as_many_combinations_as_the_rule_gives_it() {
        let reached = |wanted| combinations().into_iter().filter(|areas| level(true, *areas) == wanted).count();
        // 2^k of the ways in which k areas are basic or above, times the ways to choose those.
        assert_eq!(SkillLevel::ALL.map(reached), [0, 1 + 5 * 2, 10 * 4, 10 * 8, 5 * 16, 32 - 1, 1]);
    }

    #[test]
    fn the_thresholds_are_those_of_the_indicator() {
        use AreaLevel::{Above, Basic, None};
        for area in 0..2 {
            assert_eq!([0, 1, 2, 3, 7].map(|number| AreaLevel::of(area, number)), [None, Basic, Above, Above, Above]);
        }
        for area in 2..5 {
            assert_eq!([0, 1, 2, 3, 7].map(|number| AreaLevel::of(area, number)), [None, Basic, Basic, Above, Above]);
        }
    }
}
