//! A sorted list of words, each with a number: found as they are, by their beginning, or by what is near to them.
//!
//! The list is flat: all words in one text. Walking it with an automaton of edits goes, by growing steps, to the next letter
//! that is not too far away. It comes out of packs that anybody may have made, so no byte of it is trusted.

use std::ops::Range;

use levenshtein_automata::{DFA, Distance, SINK_STATE};

use super::bytes::{Reader, put_number, put_text};

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
        let from = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let to = self.ends.get(index).copied().unwrap_or(from);
        self.text.get(from as usize..to as usize).unwrap_or_default()
    }

    pub(super) fn value(&self, index: usize) -> Option<u32> {
        self.values.get(index).copied()
    }

    /// The first place in a range whose word does not come before this one.
    fn first_from(&self, Range { start: mut from, end: mut to }: Range<usize>, word: &str) -> usize {
        while from < to {
            let middle = from + (to - from) / 2;
            if self.word(middle) < word { from = middle + 1 } else { to = middle }
        }
        from
    }

    /// Where a word stands.
    pub(super) fn find(&self, word: &str) -> Range<usize> {
        let from = self.first_from(0..self.len(), word);
        let same = (from..self.len()).take_while(|at| self.word(*at) == word).count();
        from..from + same
    }

    /// Where the words stand that begin so.
    pub(super) fn beginning(&self, start: &str) -> Range<usize> {
        self.beginning_in(0..self.len(), start)
    }

    fn beginning_in(&self, range: Range<usize>, start: &str) -> Range<usize> {
        let from = self.first_from(range, start);
        from..self.first_not(from, |known| known.starts_with(start))
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

    /// The places of the words that an automaton takes, with the number of edits; at most `most` of them, in their order.
    pub(super) fn near(&self, dfa: &DFA, most: usize) -> Vec<(usize, u8)> {
        let mut found = Vec::new();
        // The states after each byte of the word before.
        let mut states = vec![dfa.initial_state()];
        let (mut at, mut before) = (0, "");
        while at < self.len() && found.len() < most {
            let word = self.word(at);
            let shared = word.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count();
            states.truncate(shared + 1);
            let mut dead = None;
            for (depth, byte) in word.bytes().enumerate().skip(states.len() - 1) {
                let state = states.last().map_or(SINK_STATE, |state| dfa.transition(*state, byte));
                if state == SINK_STATE {
                    dead = Some(depth);
                    break;
                }
                states.push(state);
            }
            before = word;
            match dead {
                Some(depth) => match next_start(dfa, &states, word.as_bytes(), depth) {
                    Some(start) => at = self.first_not(at + 1, |known| known.as_bytes() < start.as_slice()),
                    None => break,
                },
                None => {
                    if let Some(Distance::Exact(edits)) = states.last().map(|state| dfa.distance(*state)) {
                        found.push((at, edits));
                    }
                    at += 1;
                }
            }
        }
        found
    }

    /// The first place from here on for whose word this does not hold; it must hold for the first ones only. It is near most
    /// often, so it is looked for in growing steps, then by halving the last one.
    fn first_not(&self, from: usize, holds: impl Fn(&str) -> bool) -> usize {
        let (mut from, mut step) = (from, 1);
        while from + step <= self.len() && holds(self.word(from + step - 1)) {
            from += step;
            step *= 2;
        }
        let mut to = (from + step - 1).min(self.len());
        while from < to {
            let middle = from + (to - from) / 2;
            if holds(self.word(middle)) { from = middle + 1 } else { to = middle }
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

/// How the next words begin that an automaton may take, after a word whose byte at this depth led nowhere: `states` are those
/// before each of its bytes.
fn next_start(dfa: &DFA, states: &[u32], word: &[u8], depth: usize) -> Option<Vec<u8>> {
    (0..=depth).rev().find_map(|depth| {
        let state = *states.get(depth)?;
        let next = (word[depth].checked_add(1)?..=u8::MAX).find(|byte| dfa.transition(state, *byte) != SINK_STATE)?;
        Some([&word[..depth], &[next]].concat())
    })
}

#[cfg(test)]
mod tests {
    use levenshtein_automata::LevenshteinAutomatonBuilder;
    use proptest::prelude::*;

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
            words in proptest::collection::vec("[abé]{1,7}", 0..60),
            asked in "[abé]{1,7}",
            edits in 1u8..=2,
        ) {
            let sorted = Sorted::of(words.into_iter().map(|word| (word, 0)).collect());
            let dfa = LevenshteinAutomatonBuilder::new(edits, true).build_dfa(&asked);
            let looked: Vec<(usize, u8)> = (0..sorted.len())
                .filter_map(|at| match dfa.eval(sorted.word(at)) {
                    Distance::Exact(edits) => Some((at, edits)),
                    Distance::AtLeast(_) => None,
                })
                .collect();
            prop_assert_eq!(sorted.near(&dfa, usize::MAX), looked);
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
