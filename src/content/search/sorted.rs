//! A sorted list of words, each with a number: found as they are, by their beginning, or by what is near to them.
//!
//! The list is flat: all words in one text. Looking for what is near to a word goes, by growing steps, to the next letter that
//! is not too far away. It comes out of packs that anybody may have made, so no byte of it is trusted.

use std::ops::Range;

use super::bytes::{Reader, put_number, put_text};
use super::edits::Within;

/// No word of an index is longer: `fold` cuts them at forty characters.
const WORD_BYTES_MAX: usize = 200;

/// Words in their order, each with a number; a word may stand there several times.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Sorted {
    text: String,
    /// Where each word ends.
    ends: Vec<u32>,
    values: Vec<u32>,
}

impl Sorted {
    /// Of pairs in any order.
    pub(super) fn of(mut pairs: Vec<(String, u32)>) -> Sorted {
        pairs.sort_unstable();
        pairs.dedup();
        let mut sorted = Sorted::default();
        for (word, value) in pairs {
            sorted.push(&word, value);
        }
        sorted.trim();
        sorted
    }

    fn push(&mut self, word: &str, value: u32) {
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        self.values.push(value);
    }

    fn trim(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.values.shrink_to_fit();
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn word(&self, index: usize) -> &str {
        self.text.get(self.range(index)).unwrap_or_default()
    }

    /// A word to be compared with another one: letters are in the order of their bytes.
    fn bytes(&self, index: usize) -> &[u8] {
        self.text.as_bytes().get(self.range(index)).unwrap_or_default()
    }

    fn range(&self, index: usize) -> Range<usize> {
        let from = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let to = self.ends.get(index).copied().unwrap_or(from);
        from as usize..to as usize
    }

    pub(super) fn value(&self, index: usize) -> Option<u32> {
        self.values.get(index).copied()
    }

    /// The first place in a range whose word does not come before this one.
    fn first_from(&self, Range { start: mut from, end: mut to }: Range<usize>, word: &str) -> usize {
        while from < to {
            let middle = from + (to - from) / 2;
            if self.bytes(middle) < word.as_bytes() { from = middle + 1 } else { to = middle }
        }
        from
    }

    /// Where a word stands.
    pub(super) fn find(&self, word: &str) -> Range<usize> {
        let from = self.first_from(0..self.len(), word);
        let same = (from..self.len()).take_while(|at| self.bytes(*at) == word.as_bytes()).count();
        from..from + same
    }

    /// Where the words stand that begin so.
    pub(super) fn beginning(&self, start: &str) -> Range<usize> {
        self.beginning_in(0..self.len(), start)
    }

    fn beginning_in(&self, range: Range<usize>, start: &str) -> Range<usize> {
        let from = self.first_from(range, start);
        from..self.first_not(from, |known| known.starts_with(start.as_bytes()))
    }

    /// The words with which this one begins, each with where it stands; the shortest first.
    pub(super) fn beginnings_of<'w>(&self, word: &'w str) -> Vec<(&'w str, usize)> {
        let mut found = Vec::new();
        let mut range = 0..self.len();
        for end in word.char_indices().map(|(at, sign)| at + sign.len_utf8()) {
            let start = &word[..end];
            range = self.beginning_in(range, start);
            if range.is_empty() {
                break;
            }
            if self.word(range.start) == start {
                found.push((start, range.start));
            }
        }
        found
    }

    /// The places of the words that are near, with the number of edits; at most `most` of them, in their order.
    pub(super) fn near(&self, wanted: &Within, most: usize) -> Vec<(usize, u8)> {
        let mut found = Vec::new();
        // What was met before each letter of the word before, with where that letter begins; then at its end.
        let mut path = vec![(0, wanted.start())];
        let mut start = String::new();
        let (mut at, mut before) = (0, "");
        while at < self.len() && found.len() < most {
            let word = self.word(at);
            let shared = word.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count();
            path.truncate(path.partition_point(|(end, _)| *end <= shared).max(1));
            before = word;
            let Some((from, mut met)) = path.last().copied() else { break };
            let mut dead = None;
            for (offset, letter) in word[from..].char_indices() {
                match wanted.after(&met, letter) {
                    Some(next) => {
                        met = next;
                        path.push((from + offset + letter.len_utf8(), met));
                    }
                    None => {
                        dead = Some((from + offset, letter));
                        break;
                    }
                }
            }
            let Some((end, letter)) = dead else {
                found.extend(wanted.edits(&met).map(|edits| (at, edits)));
                at += 1;
                continue;
            };
            start.clear();
            start.push_str(&word[..end]);
            at = match wanted.next_letter(&met, letter) {
                Some(next) => {
                    start.push(next);
                    self.first_not(at + 1, |known| known < start.as_bytes())
                }
                None => self.first_not(at + 1, |known| known.starts_with(start.as_bytes())),
            };
        }
        found
    }

    /// The first place from here on for whose word this does not hold; it must hold for the first ones only. It is near most
    /// often, so it is looked for in growing steps, then by halving the last one.
    fn first_not(&self, from: usize, holds: impl Fn(&[u8]) -> bool) -> usize {
        let (mut from, mut step) = (from, 1);
        while from + step <= self.len() && holds(self.bytes(from + step - 1)) {
            from += step;
            step *= 2;
        }
        let mut to = (from + step - 1).min(self.len());
        while from < to {
            let middle = from + (to - from) / 2;
            if holds(self.bytes(middle)) { from = middle + 1 } else { to = middle }
        }
        from
    }

    /// As bytes: of each word only what differs from the one before.
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        put_number(bytes, self.len() as u64);
        let mut before = "";
        for index in 0..self.len() {
            let word = self.word(index);
            let mut shared = word.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count();
            while !word.is_char_boundary(shared) {
                shared -= 1;
            }
            put_number(bytes, shared as u64);
            put_text(bytes, &word[shared..]);
            put_number(bytes, u64::from(self.values[index]));
            before = word;
        }
    }

    /// What was written, or nothing.
    pub(super) fn read(bytes: &mut Reader) -> Option<Sorted> {
        let count = bytes.length()?;
        let mut sorted = Sorted::default();
        let mut word = String::new();
        for _ in 0..count {
            let shared = bytes.index()?;
            word.get(..shared)?;
            word.truncate(shared);
            word.push_str(bytes.text()?);
            // What words share takes no room in the bytes, but it does in memory.
            if word.len() > WORD_BYTES_MAX {
                return None;
            }
            let value = bytes.index()?;
            // A list that is not in its order would be searched in vain.
            if sorted.len() > 0 && *word < *sorted.word(sorted.len() - 1) {
                return None;
            }
            sorted.push(&word, u32::try_from(value).ok()?);
        }
        sorted.trim();
        Some(sorted)
    }
}

#[cfg(test)]
mod tests {
    use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};
    use proptest::prelude::*;

    use super::super::edits::{Edits, Letters};
    use super::*;

    fn list(words: &[&str]) -> Sorted {
        Sorted::of(words.iter().zip(0..).map(|(word, value)| ((*word).to_owned(), value)).collect())
    }

    #[test]
    fn words_are_found_whole_and_by_their_beginning() {
        let sorted = list(&["carte", "car", "cartes", "zebre", "abri", "car"]);
        assert_eq!(sorted.len(), 6);
        assert_eq!(sorted.find("car").len(), 2, "a word may have two numbers");
        assert_eq!(sorted.beginning("cart").map(|at| sorted.word(at)).collect::<Vec<_>>(), ["carte", "cartes"]);
        assert!(sorted.find("cart").is_empty() && sorted.beginning("x").is_empty());
        assert_eq!(sorted.beginning("").len(), 6);
        let begun = sorted.beginnings_of("cartesien").into_iter().map(|(start, at)| (start, sorted.word(at)));
        assert_eq!(begun.collect::<Vec<_>>(), [("car", "car"), ("carte", "carte"), ("cartes", "cartes")]);
        assert_eq!(sorted.beginnings_of("zoo"), []);
    }

    #[test]
    fn bytes_that_are_no_list_are_refused() {
        let mut long = vec![1, 0, 0xc9, 1];
        long.extend([b'a'; 201]);
        long.push(0);
        for bytes in [&[9][..], &[1, 3, 1, b'a', 0], &[2, 0, 1, b'b', 0, 0, 1, b'a', 0], &[1, 0, 1, 0xff, 0], &long] {
            assert_eq!(Sorted::read(&mut Reader::of(bytes)), None, "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn the_walk_finds_what_a_look_at_every_word_finds(
            words in proptest::collection::vec("[abcé]{1,9}", 0..80),
            asked in "[abcé]{1,9}",
            is_two in any::<bool>(),
            is_beginning in any::<bool>(),
        ) {
            let sorted = Sorted::of(words.into_iter().map(|word| (word, 0)).collect());
            let (edits, most) = if is_two { (Edits::Two, 2) } else { (Edits::One, 1) };
            let dfa = LevenshteinAutomatonBuilder::new(most, true).build_dfa(&asked);
            let exact = |word: &str| match dfa.eval(word) {
                Distance::Exact(edits) => Some(edits),
                Distance::AtLeast(_) => None,
            };
            let beginnings = |word: &str| {
                let ends = word.char_indices().map(|(end, _)| end).chain([word.len()]);
                ends.filter_map(|end| exact(&word[..end])).min()
            };
            let edits_of = |word: &str| if is_beginning { beginnings(word) } else { exact(word) };
            let looked: Vec<(usize, u8)> =
                (0..sorted.len()).filter_map(|at| Some((at, edits_of(sorted.word(at))?))).collect();
            let letters = Letters::of(&asked);
            let wanted = if is_beginning { letters.beginning_within(edits) } else { letters.within(edits) };
            prop_assert_eq!(sorted.near(&wanted, usize::MAX), looked);
        }

        #[test]
        fn what_is_written_is_read_again(words in proptest::collection::vec(("[a-cé]{0,5}", 0u32..), 0..40)) {
            let sorted = Sorted::of(words);
            let mut bytes = Vec::new();
            sorted.write(&mut bytes);
            prop_assert_eq!(Sorted::read(&mut Reader::of(&bytes)), Some(sorted));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let _ = Sorted::read(&mut Reader::of(&bytes));
        }
    }
}
