//! How long a sentence may be: whoever reads slowly has forgotten its beginning at the twentieth word.

use super::prose::Prose;
use crate::content::finding::{Finding, Rule};

/// Longer sentences are hard for some readers.
const WORDS: usize = 15;
/// Longer ones are hard for most.
const WORDS_MAX: usize = 20;

/// The sentences that are too long.
pub(super) fn check(prose: &Prose) -> Vec<Finding> {
    let sentences = prose.sentences().filter_map(|tokens| {
        let words = tokens.iter().filter(|token| token.is_word).count();
        let (rule, limit) = if words > WORDS_MAX {
            (Rule::VeryLongSentence, WORDS_MAX)
        } else if words > WORDS {
            (Rule::LongSentence, WORDS)
        } else {
            return None;
        };
        let what = format!("this sentence has {words} words, and {limit} are the most");
        let first = tokens.first().map_or(0, |token| token.at.start);
        Some(prose.finding(first, rule, what, "make two sentences of it, with one idea each"))
    });
    sentences.collect()
}

#[cfg(test)]
mod tests {
    use super::super::prose::tests::heard;
    use super::*;

    fn found(words: usize) -> Vec<Rule> {
        let text = format!("Ja. {}", vec!["woord"; words].join(" "));
        heard("nl", &text, |prose| check(prose).into_iter().map(|finding| finding.rule).collect())
    }

    #[test]
    fn fifteen_words_are_fine_and_twenty_are_the_end() {
        assert_eq!(found(15), []);
        assert_eq!(found(16), [Rule::LongSentence]);
        assert_eq!(found(20), [Rule::LongSentence]);
        assert_eq!(found(21), [Rule::VeryLongSentence]);
    }

    #[test]
    fn signs_between_words_are_no_words() {
        let text = "Un « deux » – trois / quatre cinq six sept huit neuf dix onze douze treize quatorze quinze !";
        assert_eq!(heard("fr", text, |prose| check(prose).len()), 0);
    }
}
