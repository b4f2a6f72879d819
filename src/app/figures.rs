//! What was counted in closed months, as staff see it: rounded, so that no screen tells of a single visitor.

use super::FiguresAt;
use crate::base::{Date, Group, Lang};

/// A count of visits as it may be shown. The count itself is nowhere in it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Rounded(Nearest);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Nearest {
    FewerThanTen,
    /// A multiple of five, at least ten.
    About(u64),
}

impl Rounded {
    /// To the nearest five; below ten only that it is below ten, be it nothing.
    pub fn of(count: u64) -> Rounded {
        match count {
            ..10 => Rounded(Nearest::FewerThanTen),
            _ => Rounded(Nearest::About(count.saturating_add(2) / 5 * 5)),
        }
    }

    /// The multiple of five; none below ten.
    pub fn about(self) -> Option<u64> {
        match self.0 {
            Nearest::FewerThanTen => None,
            Nearest::About(number) => Some(number),
        }
    }
}

/// A number of a month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Figure {
    /// Of what visitors did.
    Visits(Rounded),
    /// Hours of the machine, which are not about people.
    Hours(u64),
}

impl Figure {
    /// How far it reaches, to compare it with others: fewer than ten reach nowhere.
    pub fn reach(self) -> u64 {
        match self {
            Figure::Visits(rounded) => rounded.about().unwrap_or(0),
            Figure::Hours(hours) => hours,
        }
    }
}

/// All that staff can look at.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Figures {
    /// Where it was counted: a name of a place, or the code of a site.
    pub counted_at: CountedAt,
    /// Whether the visits were made up.
    pub is_simulated: bool,
    /// The first days of the closed months, oldest first, each following the one before.
    pub months: Vec<Date>,
    /// How many kiosks sent their figures of each of the months; empty where one kiosk shows its own.
    pub heard: Vec<usize>,
    pub measures: Vec<Measure>,
}

impl Figures {
    /// The overview, and where each measure is shown first.
    pub fn fronts(&self) -> Vec<FiguresAt> {
        let measures = (0..=u8::MAX).zip(&self.measures).filter(|_| !self.months.is_empty());
        let measures = measures.map(|(at, measure)| measure.front(at));
        std::iter::once(FiguresAt::Overview).chain(measures).collect()
    }

    /// How many kiosks were heard of a month, and how many of the fullest one, where fewer were heard: all numbers of that
    /// month are lower for it. A month of which nobody was heard has no numbers.
    pub fn fewer_heard(&self, index: usize) -> Option<(usize, usize)> {
        let (heard, most) = (*self.heard.get(index)?, *self.heard.iter().max()?);
        (0 < heard && heard < most).then_some((heard, most))
    }
}

/// Where something was counted.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum CountedAt {
    #[default]
    ThisKiosk,
    /// A site, by its code.
    Site(String),
    /// This many kiosks of several sites together.
    Kiosks(usize),
}

/// Something that was counted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Measure {
    /// The message with its name.
    pub name: &'static str,
    /// The message that says what it is.
    pub about: &'static str,
    pub head: Head,
    pub parts: Vec<Part>,
}

impl Measure {
    /// Where it is shown first, by its place among the measures: its months, or where it tells things apart those of the
    /// newest month.
    pub fn front(&self, at: u8) -> FiguresAt {
        match self.parts.len() {
            1 => FiguresAt::Part { measure: at, part: 0 },
            _ => FiguresAt::Measure { measure: at, back: 0 },
        }
    }
}

/// What is said of a measure where there is one line for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Head {
    /// The number of the first part.
    First,
    /// The name of the part with the highest number.
    Most,
}

/// One of the things that a measure tells apart; the only one where it tells nothing apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    pub name: PartName,
    /// For each of the months; none where nothing is known of it.
    pub values: Vec<Option<Figure>>,
}

/// What a part is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PartName {
    Message(&'static str),
    Group(Group),
    /// A language, by its own name.
    Language(Lang),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_rounded_to_the_nearest_five_and_below_ten_nothing_is_told() {
        let about = |count| Rounded::of(count).about();
        assert_eq!([0, 1, 9].map(about), [None; 3]);
        assert_eq!([10, 12, 13, 17, 18, 22].map(about), [10, 10, 15, 15, 20, 20].map(Some));
        assert_eq!(Rounded::of(0), Rounded::of(9), "nobody and nine look alike");
        assert_eq!(Rounded::of(u64::MAX).about().map(|number| number % 5), Some(0));
    }
}
