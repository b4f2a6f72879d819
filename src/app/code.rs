//! A code that remembers, so that the machine can forget: which lessons were done, in four everyday words and a fifth that
//! checks them. What was decided and why stands in `docs/decisions/0012-a-code-of-five-words.md`.
//!
//! Codes stand on paper for years: nothing here may change but by a new version.

mod entry;

pub use entry::{Entry, Trouble};

use crate::usage::event::skills::SkillLevel;

/// A code has so many words.
pub const WORDS: usize = 5;
/// The last of them checks the others.
const DATA: usize = WORDS - 1;
/// Each word stands for one of so many numbers.
const BITS: u32 = 10;
const MASK: u64 = (1 << BITS) - 1;
/// x^10 + x^3 + 1: its powers of x are all 1,023 numbers of GF(1024) but nought.
const POLYNOMIAL: u16 = 0b100_0000_1001;
/// One bit for each place of a lesson, then three for the level, then five for the version.
const LEVEL_AT: u32 = 32;
const VERSION_AT: u32 = 35;
/// The version of the codes that are read and written here.
const VERSION: u64 = 0;
/// Added to the words: whoever has done little would else have the first word of the list three times.
const WHITE: [u16; DATA] = [389, 742, 151, 906];

/// The numbers of the words of a code, each below 1024.
pub type Code = [u16; WORDS];

/// What a code remembers.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Progress {
    /// The lesson at place 1 is the lowest bit.
    lessons: u32,
    /// The level of a whole check of digital skills.
    pub level: Option<SkillLevel>,
}

/// Why five words are no code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// The fifth word does not fit the others.
    Mismatch,
    /// It was made by a later version of this program.
    Later,
}

impl Progress {
    /// No lesson yet, and a level of the check.
    pub fn at(level: Option<SkillLevel>) -> Progress {
        Progress { lessons: 0, level }
    }

    /// Whether the lesson at a place, from 1 on, was done.
    pub fn has(self, place: u8) -> bool {
        self.lessons & bit(place) != 0
    }

    /// Takes note of the lesson at a place.
    pub fn add(&mut self, place: u8) {
        self.lessons |= bit(place);
    }

    /// How many lessons were done.
    pub fn lessons(self) -> u32 {
        self.lessons.count_ones()
    }

    /// Whether there is nothing to remember.
    pub fn is_empty(self) -> bool {
        self == Progress::default()
    }

    /// Both together. Lessons that were done stay done; of two levels the other one is the newer.
    pub fn with(self, other: Progress) -> Progress {
        Progress { lessons: self.lessons | other.lessons, level: other.level.or(self.level) }
    }

    /// Its code.
    pub fn code(self) -> Code {
        let level = self.level.and_then(|level| SkillLevel::ALL.iter().position(|known| *known == level));
        let level = level.map_or(0, |at| at as u64 + 1);
        write(u64::from(self.lessons) | level << LEVEL_AT | VERSION << VERSION_AT)
    }

    /// What a code remembers.
    pub fn of(code: Code) -> Result<Progress, Fault> {
        let number = read(code).ok_or(Fault::Mismatch)?;
        if number >> VERSION_AT != VERSION {
            return Err(Fault::Later);
        }
        let level = (number >> LEVEL_AT & 0b111) as usize;
        let level = level.checked_sub(1).and_then(|at| SkillLevel::ALL.get(at)).copied();
        Ok(Progress { lessons: number as u32, level })
    }
}

/// The bit of a place; none for a place that no lesson can have.
fn bit(place: u8) -> u32 {
    place.checked_sub(1).and_then(|at| 1_u32.checked_shl(at.into())).unwrap_or_default()
}

/// The word at a place of a code that makes it fit, where all its other words are known.
pub fn missing(code: Code, at: usize) -> Option<u16> {
    let fits = |word: &u16| {
        let mut tried = code;
        if let Some(place) = tried.get_mut(at) {
            *place = *word;
        }
        sum(&tried) == 0
    };
    (0..1 << BITS).find(fits)
}

/// The code of a number of forty bits.
fn write(number: u64) -> Code {
    let mut code = [0; WORDS];
    for (at, white) in WHITE.into_iter().enumerate() {
        code[at] = (number >> (BITS * at as u32) & MASK) as u16 ^ white;
    }
    // The last word counts once, so what is missing at it is what the others come to.
    code[DATA] = sum(&code);
    code
}

/// The number of a code whose words fit.
fn read(code: Code) -> Option<u64> {
    let word = |(at, white): (usize, u16)| u64::from(code[at] ^ white) << (BITS * at as u32);
    (sum(&code) == 0).then(|| WHITE.into_iter().enumerate().map(word).fold(0, |number, word| number | word))
}

/// Each word times another power of x: x^4, x^3, x^2, x, 1. One word that is changed changes the sum, and so do two
/// different words that change their places.
fn sum(code: &Code) -> u16 {
    code.iter().fold(0, |sum, word| times_x(sum) ^ word)
}

fn times_x(number: u16) -> u16 {
    let doubled = number << 1;
    if doubled >> BITS == 0 { doubled } else { doubled ^ POLYNOMIAL }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Any progress.
    fn any(random: &mut fastrand::Rng) -> Progress {
        let level = random.usize(..=SkillLevel::ALL.len()).checked_sub(1).map(|at| SkillLevel::ALL[at]);
        Progress { lessons: random.u32(..), level }
    }

    /// A code that fits, whatever its version and level.
    fn any_code(random: &mut fastrand::Rng) -> Code {
        write(random.u64(..1 << 40))
    }

    #[test]
    fn every_progress_comes_back_from_its_code() {
        let mut random = fastrand::Rng::with_seed(1);
        let rounds = (0..100_000).map(|_| any(&mut random));
        for progress in rounds.chain([Progress::default(), Progress { lessons: u32::MAX, level: None }]) {
            let code = progress.code();
            assert!(code.iter().all(|word| *word < 1024), "{code:?}");
            assert_eq!(Progress::of(code), Ok(progress), "{code:?}");
        }
    }

    // The numbers come from another program, with tables of logarithms in the place of shifts.
    #[test]
    fn a_code_on_paper_is_read_for_ever() {
        let mut progress = Progress::at(Some(SkillLevel::Low));
        assert_eq!(Progress::default().code(), [389, 742, 151, 906, 570]);
        [1, 2, 12, 32].into_iter().for_each(|place| progress.add(place));
        assert_eq!(progress.code(), [390, 740, 151, 924, 566]);
    }

    #[test]
    fn any_one_wrong_word_is_noticed() {
        let mut random = fastrand::Rng::with_seed(2);
        for _ in 0..40 {
            let code = any_code(&mut random);
            for at in 0..WORDS {
                for wrong in (0..1024).filter(|wrong| *wrong != code[at]) {
                    let mut changed = code;
                    changed[at] = wrong;
                    assert_eq!(Progress::of(changed), Err(Fault::Mismatch), "{code:?} as {changed:?}");
                }
                assert_eq!(missing(code, at), Some(code[at]), "the others tell which one it was");
            }
        }
    }

    #[test]
    fn any_two_words_that_change_their_places_are_noticed() {
        let mut random = fastrand::Rng::with_seed(3);
        for _ in 0..20_000 {
            let code = any_code(&mut random);
            for (one, other) in (0..WORDS).flat_map(|one| (one + 1..WORDS).map(move |other| (one, other))) {
                let mut changed = code;
                changed.swap(one, other);
                assert_eq!(read(changed).is_none(), code[one] != code[other], "{code:?} as {changed:?}");
            }
        }
    }

    #[test]
    fn of_words_that_nobody_drew_one_in_a_thousand_fits() {
        let mut random = fastrand::Rng::with_seed(4);
        let junk = std::iter::repeat_with(|| [0; WORDS].map(|_: u16| random.u16(..1024)));
        let fits = junk.take(200_000).filter(|code| read(*code).is_some()).count();
        assert!((120..280).contains(&fits), "{fits} of 200,000");
    }

    #[test]
    fn a_code_of_a_later_version_is_known_as_such() {
        for version in 1..32 {
            assert_eq!(Progress::of(write(version << VERSION_AT | 7)), Err(Fault::Later));
        }
    }

    #[test]
    fn whoever_has_done_nothing_has_five_different_words() {
        let mut code = Progress::default().code();
        code.sort_unstable();
        assert!(code.is_sorted_by(|one, next| one < next), "{code:?}");
    }

    #[test]
    fn only_the_places_of_lessons_are_remembered() {
        let mut progress = Progress::default();
        [0, 33, 64, u8::MAX].into_iter().for_each(|place| progress.add(place));
        assert!(progress.is_empty() && !progress.has(0) && !progress.has(33));
        (1..=32).for_each(|place| progress.add(place));
        assert_eq!(progress.lessons(), 32);
    }
}
