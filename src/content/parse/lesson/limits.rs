//! How long the texts of a lesson may be: what fits beside others on a small screen, and into the head of a reader.

use super::super::notes::{File, Notes};
use super::super::table::Table;
use crate::base::Lang;
use crate::content::count::words_of_blocks;
use crate::content::finding::Rule;
use crate::content::model::{Block, Inline, Localized, Paragraph, Section};

/// The most that a text may hold.
pub(in crate::content::parse) struct Limit {
    characters: usize,
    sentences: usize,
}

impl Limit {
    pub(in crate::content::parse) const fn of(characters: usize, sentences: usize) -> Limit {
        Limit { characters, sentences }
    }
}

/// A task, a hint, a reason.
pub(in crate::content::parse) const SENTENCES: Limit = Limit { characters: 200, sentences: 2 };
/// An activity of the check of digital skills.
pub(in crate::content::parse) const WORDING: Limit = Limit { characters: 260, sentences: 3 };
/// An answer to choose, an item to order, a line of a fake.
pub(in crate::content::parse) const LINE: Limit = Limit { characters: 60, sentences: 2 };
pub(in crate::content::parse) const PAIR_ONE: Limit = Limit { characters: 20, sentences: 1 };
pub(in crate::content::parse) const PAIR_OTHER: Limit = Limit { characters: 34, sentences: 1 };
pub(in crate::content::parse) const WANTED: Limit = Limit { characters: 24, sentences: 2 };
/// What stands above an exercise, on one line of a small screen.
pub(in crate::content::parse) const TITLE: Limit = Limit { characters: 38, sentences: 1 };
pub(in crate::content::parse) const LABEL: Limit = Limit { characters: 20, sentences: 1 };
pub(in crate::content::parse) const PRACTICE: Limit = Limit { characters: 34, sentences: 2 };
/// What a card holds at most.
const CARD_WORDS: usize = 60;

/// What is shown of a text.
pub(in crate::content::parse) trait Shown {
    fn shown(&self) -> String;
}

impl Shown for Box<str> {
    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Shown for Paragraph {
    fn shown(&self) -> String {
        let words = |piece: &Inline| match piece {
            Inline::Text(text) | Inline::Strong(text) => text.to_string(),
            Inline::Term { text, .. } | Inline::Foreign { text, .. } => text.to_string(),
            Inline::Fact(_) => String::new(),
        };
        self.0.iter().map(words).collect()
    }
}

/// Notes the texts of a table that are longer than they may be.
pub(in crate::content::parse) fn check<T: Shown>(table: &Table, said: &Localized<T>, limit: &Limit) {
    for (lang, text) in &said.0 {
        let (text, at) = (text.shown(), place(table, *lang));
        let characters = text.chars().count();
        if characters > limit.characters {
            let what = format!("this text has {characters} characters, and {} are the most here", limit.characters);
            table.note(at, Rule::LongText, what, "say it in fewer or shorter words");
        }
        let sentences = sentences(&text);
        if sentences > limit.sentences {
            let what = format!("this text has {sentences} sentences, and {} are the most here", limit.sentences);
            table.note(at, Rule::LongText, what, "keep what the reader needs now");
        }
    }
}

/// Where the text of a language begins in a table.
pub(super) fn place(table: &Table, lang: Lang) -> usize {
    table.get(lang.as_str()).map_or(table.at, |value| value.span.start)
}

/// How many sentences a text has: each ends with a sign, or with the text.
fn sentences(text: &str) -> usize {
    let ends = |word: &str| word.trim_end_matches(['"', '\'', '»', '”', ')']).ends_with(['.', '!', '?', '…']);
    // French signs stand alone: they end the sentence before them, which has begun when a word came.
    let (mut ended, mut is_open) = (0, false);
    for word in text.split_whitespace() {
        is_open |= word.contains(char::is_alphanumeric);
        if is_open && ends(word) {
            ended += 1;
            is_open = false;
        }
    }
    ended + usize::from(is_open)
}

/// Notes a card that holds too much.
pub(super) fn check_card(notes: &Notes, file: &File, at: usize, card: &Section) {
    let words: usize = words_of_blocks(&card.blocks);
    if words > CARD_WORDS {
        let what = format!("this card has {words} words, and {CARD_WORDS} are the most");
        notes.note(file, at, Rule::LongText, what, "shorten it, or make two cards of it");
    }
    let calls = card.blocks.iter().filter(|block| matches!(block, Block::Call { .. })).count();
    if calls > 1 {
        let what = format!("this card has {calls} call-outs, and one is the most");
        notes.note(file, at, Rule::LongText, what, "keep the one that matters most");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_with_a_sign_or_with_the_text() {
        assert_eq!(sentences("Bonjour"), 1);
        assert_eq!(sentences("Vite ! Ce soir, on bloque tout."), 2);
        assert_eq!(sentences("Appuyez sur « Oui ». Puis attendez"), 2);
        assert_eq!(sentences("www.example.org"), 1);
        assert_eq!(sentences(""), 0);
    }
}
