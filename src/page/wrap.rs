//! Breaks a text into rows: at spaces only, except where one word is longer than the row: then at a sign inside it, if it
//! has one, as in a web address.

use std::borrow::Cow;

use crate::base::{Role, Span, Text};

/// A place in the characters of a text.
#[derive(Clone, Copy, PartialEq, Debug)]
struct CharAt {
    span: usize,
    byte: usize,
}

/// The rows of a text, from the first to the last. Spaces at the ends of a row are left out.
pub(super) struct Rows<'a> {
    spans: &'a [Span],
    width: usize,
    next: CharAt,
    /// The sentence of the next row's first word, and how many rows above it that sentence began.
    part: u16,
    row: u16,
    /// Whether sentences are counted.
    sentences: bool,
    /// The word at `next` may begin a sentence: the one before it ended with a full stop.
    ended: bool,
}

/// One row of a text.
#[derive(Debug)]
pub(super) struct TextRow<'a> {
    spans: &'a [Span],
    from: CharAt,
    to: CharAt,
    /// The sentence in which the row begins.
    pub part: u16,
    /// How many rows below the start of that sentence it stands.
    pub row: u16,
}

/// What a scan of one row has seen at its last space.
struct Gap {
    /// Where the spaces begin and where the next word does.
    spaces: CharAt,
    word: CharAt,
    /// Sentences that began in the row up to here, and whether the last word ended one.
    begun: u16,
    ended: bool,
}

/// Breaks a text into rows of at most `width` cells. Its sentences are not counted: all of it is one part.
pub(super) fn wrap(text: &Text, width: u16) -> Rows<'_> {
    Rows { sentences: false, ..wrap_sentences(text, width) }
}

/// The rows of a text that is read on paper or in a terminal, not on a page of the kiosk.
pub fn plain_rows(text: &Text, width: u16) -> Vec<String> {
    wrap(text, width).map(|row| row.pieces().map(|(piece, _)| piece).collect()).collect()
}

/// Breaks a text into rows of at most `width` cells that know in which sentence they begin.
pub(super) fn wrap_sentences(text: &Text, width: u16) -> Rows<'_> {
    let (width, next) = (usize::from(width.max(1)), CharAt { span: 0, byte: 0 });
    Rows { spans: &text.0, width, next, part: 0, row: 0, sentences: true, ended: false }
}

/// Whether a row may end here. A no-break space is part of its word.
fn is_break(c: char) -> bool {
    c == ' ' || c.is_control()
}

/// Whether a word that is too long may be cut between these two: "https://" "help." is how one reads an address.
fn is_joint(before: char, next: char) -> bool {
    matches!(before, '/' | '-' | '@') || next == '.'
}

/// Whether a space belongs to the sign beside it, as French writes: « oui », vraiment ?
fn is_glue(before: char, next: Option<char>) -> bool {
    before == '«' || matches!(next, Some(':' | ';' | '?' | '!' | '»'))
}

impl<'a> Rows<'a> {
    /// The sentence of the next row, or, after the last row, of the last sentence.
    pub(super) fn part(&self) -> u16 {
        self.part
    }

    /// The quick way for most labels: one span that fits on one row, if only for having so few bytes.
    fn short(&mut self) -> Option<TextRow<'a>> {
        let [span] = self.spans else { return None };
        let fits = !self.sentences && self.next.byte == 0 && self.next.span == 0 && span.text.len() <= self.width;
        let text = span.text.trim_end_matches(is_break);
        let from = text.len() - text.trim_start_matches(is_break).len();
        if !fits || from == text.len() {
            return None;
        }
        let place = |byte| CharAt { span: 0, byte };
        Some(self.end_row(place(from), place(text.len()), CharAt { span: 1, byte: 0 }, 0, false))
    }

    fn chars(&self, from: CharAt) -> impl Iterator<Item = (CharAt, char)> + use<'a> {
        self.spans[from.span..].iter().enumerate().flat_map(move |(i, span)| {
            let skip = if i == 0 { from.byte } else { 0 };
            let place = move |byte| CharAt { span: from.span + i, byte: skip + byte };
            span.text[skip..].char_indices().map(move |(byte, c)| (place(byte), c))
        })
    }

    /// Ends the row that was scanned and says where the next begins. `begun` sentences began after its first word.
    fn end_row(&mut self, first: CharAt, to: CharAt, next: CharAt, begun: u16, ended: bool) -> TextRow<'a> {
        let row = TextRow { spans: self.spans, from: first, to, part: self.part, row: self.row };
        self.row = if begun > 0 { 1 } else { self.row.saturating_add(1) };
        self.part = self.part.saturating_add(begun);
        (self.next, self.ended) = (next, ended);
        row
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = TextRow<'a>;

    fn next(&mut self) -> Option<TextRow<'a>> {
        if let Some(row) = self.short() {
            return Some(row);
        }
        let (first, first_char) = self.chars(self.next).find(|(_, c)| !is_break(*c))?;
        if self.ended {
            (self.part, self.row) = (self.part.saturating_add(1), 0);
        }
        let (mut columns, mut begun, mut stop) = (0, 0, Stop::No);
        let mut gap: Option<Gap> = None;
        let mut in_gap = false;
        let mut chars = self.chars(first).peekable();
        let mut before = first_char;
        let mut joint = None;
        while let Some((place, c)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next);
            let is_gap = is_break(c) && !is_glue(before, next);
            if place != first && is_joint(before, c) {
                joint = Some(place);
            }
            before = c;
            if is_gap {
                if !in_gap {
                    gap = Some(Gap { spaces: place, word: place, begun, ended: stop != Stop::No });
                }
                in_gap = true;
                columns += 1;
                continue;
            }
            if let Some(gap) = gap.as_mut().filter(|_| in_gap) {
                (gap.word, in_gap) = (place, false);
                begun += u16::from(gap.ended);
            }
            if columns >= self.width {
                return Some(match gap {
                    Some(gap) => self.end_row(first, gap.spaces, gap.word, gap.begun, gap.ended),
                    None => {
                        let cut = joint.unwrap_or(place);
                        self.end_row(first, cut, cut, begun, false)
                    }
                });
            }
            columns += 1;
            if self.sentences {
                stop = stop.after(c);
            }
        }
        let end = CharAt { span: self.spans.len(), byte: 0 };
        let to = gap.filter(|_| in_gap).map_or(end, |gap| gap.spaces);
        Some(self.end_row(first, to, end, begun, false))
    }
}

/// Whether the characters so far end a sentence. A closing quote or bracket after the full stop belongs to it.
#[derive(Clone, Copy, PartialEq)]
enum Stop {
    No,
    Yes,
}

impl Stop {
    fn after(self, c: char) -> Stop {
        match c {
            '.' | '?' | '!' => Stop::Yes,
            // A space that belongs to its row stands before a closing sign: « Oui. »
            '»' | '”' | '"' | '’' | ')' | ' ' | '\u{a0}' | '\u{202f}' => self,
            _ => Stop::No,
        }
    }
}

impl<'a> TextRow<'a> {
    /// What stands in the row, span by span.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (&'a str, Role)> + use<'a> {
        let (from, to, spans) = (self.from, self.to, self.spans);
        let last = (to.span + 1).min(spans.len());
        spans[from.span..last].iter().enumerate().filter_map(move |(i, span)| {
            let start = if i == 0 { from.byte } else { 0 };
            let end = if from.span + i == to.span { to.byte } else { span.text.len() };
            let text = &span.text[start..end];
            (!text.is_empty()).then_some((text, span.role))
        })
    }
}

/// The characters of a text, copied only where it has several spans.
pub(super) fn flat(text: &Text) -> Cow<'_, str> {
    match text.0.as_slice() {
        [] => Cow::default(),
        [span] => Cow::Borrowed(&span.text),
        _ => Cow::Owned(text.to_plain_string()),
    }
}

/// The text on one line of at most `width` cells; what does not fit is replaced by "…" at its end.
pub(super) fn cut(text: Cow<'_, str>, width: usize) -> Cow<'_, str> {
    if text.len() <= width || text.chars().count() <= width {
        return text;
    }
    if width == 0 {
        return Cow::default();
    }
    let kept: String = text.chars().take(width - 1).collect();
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// The text as it goes to the screen: a control character must never reach the terminal.
pub(super) fn clean(text: &str) -> Box<str> {
    if text.chars().any(char::is_control) {
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{fr, text};
    use super::*;

    fn rows(words: &str, width: u16) -> Vec<String> {
        wrap(&text(words), width).map(|row| row.pieces().map(|(text, _)| text).collect()).collect()
    }

    fn places(words: &str, width: u16) -> Vec<(u16, u16)> {
        wrap_sentences(&text(words), width).map(|row| (row.part, row.row)).collect()
    }

    #[test]
    fn rows_end_at_spaces_only() {
        assert_eq!(rows("one two three", 7), ["one two", "three"]);
        assert_eq!(rows("one  two", 5), ["one", "two"]);
        assert_eq!(rows("  one ", 5), ["one"]);
        assert_eq!(rows("11\u{a0}euros et 9\u{202f}h", 8), ["11\u{a0}euros", "et 9\u{202f}h"]);
        assert_eq!(rows("", 5), Vec::<String>::new());
        assert_eq!(rows("   ", 5), Vec::<String>::new());
    }

    #[test]
    fn a_word_longer_than_the_row_is_broken_where_the_row_ends() {
        assert_eq!(rows("a abcdefghij b", 4), ["a", "abcd", "efgh", "ij b"]);
        assert_eq!(rows("abc", 0), ["a", "b", "c"]);
    }

    #[test]
    fn a_word_made_of_two_spans_is_not_torn_and_keeps_its_roles() {
        let text = text("say ").then(Text::with_role(fr(), Role::Strong, "it")).then(text("sme now"));
        let rows: Vec<Vec<(&str, Role)>> = wrap(&text, 6).map(|row| row.pieces().collect()).collect();
        assert_eq!(rows[0], [("say", Role::Plain)]);
        assert_eq!(rows[1], [("it", Role::Strong), ("sme", Role::Plain)]);
        assert_eq!(rows[2], [("now", Role::Plain)]);
    }

    #[test]
    fn rows_know_the_sentence_in_which_they_begin() {
        // "Aa bb." | "Cc dd" | "ee? Ff" | "gg."
        assert_eq!(places("Aa bb. Cc dd ee? Ff gg.", 6), [(0, 0), (1, 0), (1, 1), (2, 1)]);
        // On one row, all of it belongs to the first sentence.
        assert_eq!(places("Aa bb. Cc dd ee? Ff gg.", 60), [(0, 0)]);
        // Three sentences begin in the first row, the second row goes on with the last of them.
        assert_eq!(places("A. B. C cc dd", 8), [(0, 0), (2, 1)]);
        assert_eq!(places("«\u{a0}Oui.\u{a0}» Non", 8), [(0, 0), (1, 0)]);
    }

    #[test]
    fn cut_text_says_that_it_was_cut() {
        assert_eq!(cut("Terminer".into(), 8), "Terminer");
        assert_eq!(cut("Terminer".into(), 5), "Term…");
        assert_eq!(cut("Ma page".into(), 4), "Ma…");
        assert_eq!(cut("Terminer".into(), 0), "");
    }

    #[test]
    fn control_characters_become_spaces() {
        assert_eq!(&*clean("a\u{1b}[2Jb"), "a [2Jb");
    }
}
