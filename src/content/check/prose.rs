//! Whole sentences as the rules of language see them: one text, its tokens, and where each stands in the file.

use std::ops::Range;

use crate::base::Lang;
use crate::content::finding::{Finding, Rule};
use crate::content::parse::notes::{Origin, Passage, Use, Voice};

/// What stands in the text in place of a fact.
const FACT: char = '\u{FFFC}';

/// A passage as one text.
pub(super) struct Prose<'p> {
    pub lang: Lang,
    pub used_as: Use,
    text: String,
    /// Where each piece begins in the text, where it comes from, and whose words it is.
    pieces: Vec<(usize, Origin<'p>, Voice)>,
    pub tokens: Vec<Token>,
}

/// What stands between two spaces.
pub(super) struct Token {
    pub at: Range<usize>,
    pub voice: Voice,
    /// Whether it has a letter or a digit, or is a fact.
    pub is_word: bool,
    /// Whether a sentence ends with it.
    ends: bool,
}

impl<'p> Prose<'p> {
    /// Puts the pieces of a passage together.
    pub fn new(passage: &Passage<'p>) -> Prose<'p> {
        let mut text = String::new();
        let mut pieces = Vec::with_capacity(passage.pieces.len());
        for piece in &passage.pieces {
            pieces.push((text.len(), piece.origin, piece.voice));
            match piece.voice {
                Voice::Fact => text.push(FACT),
                _ => text.push_str(&piece.text),
            }
        }
        let mut prose = Prose { lang: passage.lang, used_as: passage.used_as, text, pieces, tokens: Vec::new() };
        prose.tokens = tokens(&prose.text).map(|at| prose.token(at)).collect();
        prose
    }

    fn token(&self, at: Range<usize>) -> Token {
        let text = &self.text[at.clone()];
        let sign = text.char_indices().find(|(_, sign)| sign.is_alphanumeric() || *sign == FACT);
        let voice = self.piece(at.start + sign.map_or(0, |(offset, _)| offset)).2;
        let bare = text.trim_end_matches(is_closing);
        Token { voice, is_word: sign.is_some(), ends: bare.ends_with(ends_sentence), at }
    }

    fn piece(&self, at: usize) -> &(usize, Origin<'p>, Voice) {
        // A token comes from a piece, and the first piece begins at 0.
        &self.pieces[self.pieces.partition_point(|(start, ..)| *start <= at).saturating_sub(1)]
    }

    /// The words of a part.
    pub fn text(&self, at: &Range<usize>) -> &str {
        &self.text[at.clone()]
    }

    /// The sentences: full stops, question and exclamation marks, colons and semicolons end one, as in the count of
    /// Flesch and of LIX.
    pub fn sentences(&self) -> impl Iterator<Item = &[Token]> {
        self.tokens.split_inclusive(|token| token.ends).filter(|tokens| tokens.iter().any(|token| token.is_word))
    }

    /// A finding at a byte of the text.
    pub fn finding(&self, at: usize, rule: Rule, what: String, mend: impl Into<String>) -> Finding {
        let (start, origin, _) = self.piece(at);
        let origin = origin.plus(at - start);
        let (line, column) = origin.file.place(origin.at);
        Finding { path: origin.file.path.clone(), line, column, rule, what, mend: mend.into() }
    }

    /// Where it begins: the path of its file, line and column.
    pub fn place(&self) -> Option<(&'p str, usize, usize)> {
        let (_, origin, _) = self.pieces.first()?;
        let (line, column) = origin.file.place(origin.at);
        Some((&origin.file.path, line, column))
    }

    /// The words of one voice, cut where the language puts words together: `d'abord`, `peux-tu`.
    pub fn words(&self, voice: Voice) -> Vec<Range<usize>> {
        let tokens = self.tokens.iter().filter(|token| token.is_word && token.voice == voice);
        tokens.flat_map(|token| words(self.lang, self.text(&token.at), token.at.start)).collect()
    }
}

/// The words of a text that is not part of a passage, for comparison with those of one.
pub(super) fn words_of(lang: Lang, text: &str) -> Vec<Range<usize>> {
    tokens(text).flat_map(|at| words(lang, &text[at.clone()], at.start)).collect()
}

/// What stands between spaces.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split(char::is_whitespace).filter_map(move |token| {
        let start = at;
        at += token.len() + text[at + token.len()..].chars().next().map_or(0, char::len_utf8);
        (!token.is_empty()).then_some(start..start + token.len())
    })
}

fn words(lang: Lang, token: &str, start: usize) -> Vec<Range<usize>> {
    let joins = |sign: char| match sign {
        '\'' | '\u{2019}' => lang.as_str() == "fr",
        '-' => lang.as_str() == "fr",
        '/' | '\u{FFFC}' => true,
        _ => false,
    };
    let mut found = Vec::new();
    let mut at = 0;
    for part in token.split(joins) {
        let bare = part.trim_matches(|sign: char| !sign.is_alphanumeric());
        if !bare.is_empty() {
            let from = start + at + part.find(bare).unwrap_or(0);
            found.push(from..from + bare.len());
        }
        at += part.len() + token[at + part.len()..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

fn is_closing(sign: char) -> bool {
    matches!(sign, '"' | '\'' | '\u{2019}' | '”' | '»' | ')')
}

fn ends_sentence(sign: char) -> bool {
    matches!(sign, '.' | '!' | '?' | '…' | ':' | ';')
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::content::parse::notes::{File, Piece};

    /// Hears one text of a language.
    pub fn heard<T>(lang: &str, text: &str, hear: impl FnOnce(&Prose) -> T) -> T {
        let file = File::new("x".to_owned(), text);
        let origin = Origin { file: &file, at: 0, exact: true };
        let lang = lang.parse().expect("a tag");
        let pieces = vec![Piece { text: text.into(), origin, voice: Voice::Own }];
        hear(&Prose::new(&Passage { lang, used_as: Use::Prose, pieces }))
    }

    #[test]
    fn sentences_end_where_a_reader_rests() {
        let count = |text: &str| heard("fr", text, |prose| prose.sentences().count());
        assert_eq!(count("Une phrase. Et une autre !"), 2);
        assert_eq!(count("Votre commune : demandez."), 2);
        assert_eq!(count("Appuyez sur « Envoyer ». Attendez"), 2);
        assert_eq!(count("www.exemple.be ou 1.234 euros"), 1);
        assert_eq!(count("… ?"), 0);
    }

    #[test]
    fn words_are_cut_as_the_language_joins_them() {
        let words = |lang: &str, text: &str| {
            let cut = words_of(lang.parse().expect("a tag"), text);
            cut.into_iter().map(|at| text[at].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(words("fr", "D'abord, peux-tu (aujourd’hui) ?"), ["D", "abord", "peux", "tu", "aujourd", "hui"]);
        assert_eq!(words("nl", "foto's en e-mail."), ["foto's", "en", "e-mail"]);
    }

    #[test]
    fn a_finding_stands_at_its_place_in_the_file() {
        let file = File::new("x".to_owned(), "Zeg [a b](lang:fr) nu.");
        let piece =
            |text: &str, at, voice| Piece { text: text.into(), origin: Origin { file: &file, at, exact: true }, voice };
        let (nl, fr) = ("nl".parse().expect("a tag"), "fr".parse().expect("a tag"));
        let pieces =
            vec![piece("Zeg ", 0, Voice::Own), piece("a b", 5, Voice::Foreign(fr)), piece(" nu.", 18, Voice::Own)];
        let prose = Prose::new(&Passage { lang: nl, used_as: Use::Prose, pieces });
        let own = prose.words(Voice::Own);
        assert_eq!(own.iter().map(|at| prose.text(at)).collect::<Vec<_>>(), ["Zeg", "nu"]);
        let finding = prose.finding(own[1].start, Rule::HardWord, String::new(), "");
        assert_eq!((finding.line, finding.column), (1, 20));
    }
}
