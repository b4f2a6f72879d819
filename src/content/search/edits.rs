//! Words that are an edit or two away from one: a letter too many, too few or wrong, or two letters swapped.
//!
//! What has been met of the word is kept as bits, so all places in it are moved on at once, and nothing has to be made for a
//! word before it can be compared: a query has another last word at each key.

/// No more letters of a word are compared: a bit each, and one for its end. Words of the content have forty at most.
const LETTERS_MAX: usize = 62;

/// The letters of a word, and where each stands in it.
pub(super) struct Letters {
    letters: Vec<char>,
    /// For each letter of ASCII the places where it stands, as bits.
    places: [u64; 128],
}

impl Letters {
    pub(super) fn of(word: &str) -> Letters {
        let letters: Vec<char> = word.chars().take(LETTERS_MAX).collect();
        let mut places = [0; 128];
        for (at, letter) in letters.iter().enumerate() {
            if let Some(places) = places.get_mut(*letter as usize) {
                *places |= 1 << at;
            }
        }
        Letters { letters, places }
    }

    pub(super) fn count(&self) -> usize {
        self.letters.len()
    }

    /// The words that are at most so many edits away.
    pub(super) fn within(&self, edits: Edits) -> Within<'_> {
        Within { word: self, edits: edits as usize, is_beginning: false }
    }

    /// The words of which a beginning is at most so many edits away.
    pub(super) fn beginning_within(&self, edits: Edits) -> Within<'_> {
        Within { is_beginning: true, ..self.within(edits) }
    }

    fn places(&self, letter: char) -> u64 {
        let scan = || {
            let places = self.letters.iter().enumerate().filter(|(_, known)| **known == letter);
            places.fold(0, |places, (at, _)| places | 1 << at)
        };
        self.places.get(letter as usize).copied().unwrap_or_else(scan)
    }
}

/// How many edits are allowed.
#[derive(Clone, Copy)]
pub(super) enum Edits {
    One = 1,
    Two = 2,
}

/// What is looked for.
pub(super) struct Within<'w> {
    word: &'w Letters,
    edits: usize,
    is_beginning: bool,
}

/// What has been met of the word.
#[derive(Clone, Copy, Default)]
pub(super) struct Met {
    /// For no edit, one and two: after how many letters of the word one may stand, as bits. More edits have the bits of fewer.
    rows: [u64; 3],
    /// The same for one edit and two, where the next letter but one was met and the next one must follow.
    swapped: [u64; 2],
}

impl Within<'_> {
    /// Before the first letter: with each edit, one letter may be left out.
    pub(super) fn start(&self) -> Met {
        let mut met = Met { rows: [0b1, 0b11, 0b111], ..Met::default() };
        met.rows.iter_mut().for_each(|row| *row &= self.all());
        met
    }

    /// A bit for each place in the word and for its end.
    fn all(&self) -> u64 {
        (self.end() << 1) - 1
    }

    fn end(&self) -> u64 {
        1 << self.word.count()
    }

    /// What has been met after one more letter; nothing where that led too far away.
    pub(super) fn after(&self, met: &Met, letter: char) -> Option<Met> {
        let same = self.word.places(letter);
        let kept = if self.is_beginning { self.end() } else { 0 };
        let right = |row: u64| (row & same) << 1 | (row & kept);
        let mut next = Met::default();
        next.rows[0] = right(met.rows[0]);
        for edits in 1..=self.edits {
            let fewer = met.rows[edits - 1];
            let (wrong, too_many, too_few) = (fewer << 1, fewer, next.rows[edits - 1] << 1);
            let swapped = (met.swapped[edits - 1] & same) << 2;
            next.rows[edits] = (right(met.rows[edits]) | wrong | too_many | too_few | swapped) & self.all();
            next.swapped[edits - 1] = fewer & same >> 1;
        }
        (next.rows[self.edits] != 0).then_some(next)
    }

    /// The first letter behind this one that leads on, where this one did not.
    pub(super) fn next_letter(&self, met: &Met, letter: char) -> Option<char> {
        let mut places = met.rows[self.edits] | met.swapped[self.edits - 1];
        let mut next: Option<char> = None;
        while places != 0 {
            let known = self.word.letters.get(places.trailing_zeros() as usize).copied();
            let is_nearer = |known: &char| *known > letter && next.is_none_or(|next| *known < next);
            next = known.filter(is_nearer).or(next);
            places &= places - 1;
        }
        next
    }

    /// With how many edits the word ends here, if it does.
    pub(super) fn edits(&self, met: &Met) -> Option<u8> {
        (0..=2).zip(met.rows).take(self.edits + 1).find(|(_, row)| row & self.end() != 0).map(|(edits, _)| edits)
    }
}
