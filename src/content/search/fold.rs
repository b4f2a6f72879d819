//! Text as the search compares it: small letters without accents, cut into words.

use std::ops::Range;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// So many characters of a word are compared; no word of a language that we know is longer.
const WORD_MAX: usize = 40;

/// A word of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Word {
    /// Where it stands in the text.
    pub written: Range<usize>,
    /// As it is compared.
    pub folded: String,
    /// Whether a hyphen or an apostrophe ties it to the word before.
    pub is_tied: bool,
}

/// The words of a text, folded. Numbers that stand side by side are one, as phone numbers are written.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    let mut is_tied = false;
    for (at, sign) in text.char_indices() {
        if is_combining_mark(sign) {
            continue;
        }
        if !sign.is_alphanumeric() {
            is_tied = open && is_tie(sign);
            open = false;
            continue;
        }
        let end = at + sign.len_utf8();
        if !open {
            words.push(Word { written: at..end, folded: String::new(), is_tied });
        }
        open = true;
        if let Some(word) = words.last_mut() {
            word.written.end = end;
            fold_sign(sign, &mut word.folded);
        }
    }
    words.iter_mut().for_each(|word| cut(&mut word.folded));
    words.retain(|word| !word.folded.is_empty());
    join_numbers(words)
}

/// The letters and digits of a text as one folded word.
pub(in crate::content) fn letters(text: &str) -> String {
    let mut folded = String::new();
    for sign in text.chars().filter(|sign| sign.is_alphanumeric() && !is_combining_mark(*sign)) {
        fold_sign(sign, &mut folded);
    }
    cut(&mut folded);
    folded
}

fn is_tie(sign: char) -> bool {
    matches!(sign, '-' | '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '‐' | '‑' | '.' | '_' | '&')
}

/// Adds a sign in small letters, without what stands above or below them.
fn fold_sign(sign: char, folded: &mut String) {
    for small in sign.to_lowercase() {
        match small {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            small => decompose_canonical(small, |part| {
                if !is_combining_mark(part) {
                    folded.push(part);
                }
            }),
        }
    }
}

fn cut(word: &mut String) {
    if let Some((end, _)) = word.char_indices().nth(WORD_MAX) {
        word.truncate(end);
    }
}

fn join_numbers(words: Vec<Word>) -> Vec<Word> {
    let is_number = |word: &Word| word.folded.bytes().all(|byte| byte.is_ascii_digit());
    let mut joined: Vec<Word> = Vec::with_capacity(words.len());
    for word in words {
        match joined.last_mut() {
            Some(before) if is_number(before) && is_number(&word) => {
                before.folded.push_str(&word.folded);
                before.written.end = word.written.end;
                cut(&mut before.folded);
            }
            _ => joined.push(word),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn accents_case_hyphens_and_apostrophes_do_not_matter() {
        assert_eq!(folded("Carte d'identité"), ["carte", "d", "identite"]);
        assert_eq!(folded("CARTE D’IDENTITE"), folded("carte d identite"));
        assert_eq!(folded("e\u{301}cole œuvre Straße ça"), ["ecole", "oeuvre", "strasse", "ca"]);
        assert_eq!(folded("rendez-vous"), ["rendez", "vous"]);
        assert!(words("rendez-vous")[1].is_tied && !words("rendez vous")[1].is_tied);
        assert_eq!(letters("BÉNÉFICIAIRE e-box"), "beneficiaireebox");
    }

    #[test]
    fn numbers_side_by_side_are_one() {
        assert_eq!(folded("Card Stop 078 170 170"), ["card", "stop", "078170170"]);
    }

    #[test]
    fn signs_that_are_no_words_are_left_out() {
        assert_eq!(folded("🚌 ?! \u{1b}[2J \u{301} --"), ["2j"]);
        assert!(words("").is_empty());
        assert_eq!(words(&"a".repeat(10_000))[0].folded.len(), WORD_MAX);
    }
}
