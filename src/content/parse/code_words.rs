//! `code-words.toml`: the everyday words of which codes are made.

use std::collections::{HashMap, HashSet};

use super::Ctx;
use super::forms;
use super::notes::{Use, quoted};
use super::table::{Doc, Str, Table};
use crate::base::Lang;
use crate::content::code_words::{CodeWords, LIST};
use crate::content::finding::Rule;
use crate::content::search::folded;

/// How many letters a word has: five of the longest and what stands between them fit into the field.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=10;
const ANOTHER: &str = "write another word, before the lists are published; after that they never change";

/// Reads the lists; nothing where something is wrong with one, since codes of half a list could not be read.
pub(super) fn read(ctx: Ctx, doc: &Doc) -> CodeWords {
    let before = ctx.notes.errors();
    let root = doc.root(ctx.notes);
    root.fits(&forms::CODE_WORDS, &ctx.languages.all);
    let mut words = CodeWords::default();
    let mut known = Known::default();
    for lang in &ctx.languages.all {
        let Some(said) = list(ctx, &root, *lang) else { continue };
        for word in &said {
            check(ctx, word, &mut known);
            ctx.notes.said(word.origin, word.text, Use::Value);
        }
        // What stands near a word of another language is no trap: nobody mixes them by a slip of the finger alone.
        known.traces.clear();
        words.0.0.push((*lang, said.iter().map(|word| word.text.into()).collect()));
    }
    if ctx.notes.errors() == before { words } else { CodeWords::default() }
}

/// The words of a language; none where it is not there.
fn list<'d>(ctx: Ctx, root: &Table<'d>, lang: Lang) -> Option<Vec<Str<'d>>> {
    let example = format!("{lang} = [\"word\", \"another\"]");
    if !root.has(lang.as_str()) {
        if ctx.languages.required.contains(&lang) {
            let what = format!("the words are missing in {lang}");
            root.note(root.at, Rule::MissingLanguage, what, format!("write `{example}`"));
        }
        return None;
    }
    let said = root.need_texts(lang.as_str(), &example);
    if said.len() != LIST {
        let what = format!("there are {} words in {lang}", said.len());
        let mend = format!("write exactly {LIST}: each stands for a number");
        root.note(said.first().map_or(root.at, |word| word.at), Rule::CodeWords, what, mend);
    }
    Some(said)
}

/// The words so far, as they are compared.
#[derive(Default)]
struct Known {
    words: HashSet<String>,
    /// The words of this list under each of their traces.
    traces: HashMap<Trace, String>,
}

/// What words have in common that differ by one letter.
#[derive(PartialEq, Eq, Hash)]
enum Trace {
    Whole(String),
    /// Where one letter is covered.
    Covered(String),
    /// Where one letter is taken out.
    Without(String),
}

fn check(ctx: Ctx, word: &Str, known: &mut Known) {
    let compared = folded(word.text);
    let is_plain = word.text.chars().all(|sign| sign.is_alphabetic() && !sign.is_uppercase())
        && LETTERS.contains(&word.text.chars().count())
        && LETTERS.contains(&compared.len());
    let what = if !is_plain {
        format!("{} is not made of {} to {} small letters", quoted(word.text), LETTERS.start(), LETTERS.end())
    } else if known.words.contains(&compared) {
        format!("{} stands in the lists already, with or without accents", quoted(word.text))
    } else if let Some(other) = known.one_letter_from(&compared) {
        format!("{} is one letter away from {}", quoted(word.text), quoted(other))
    } else {
        known.add(compared);
        return;
    };
    ctx.notes.note(word.file, word.at, Rule::CodeWords, what, ANOTHER);
}

impl Known {
    /// A word of this list from which another one differs by one letter, more, less or changed.
    fn one_letter_from(&self, word: &str) -> Option<&str> {
        let other_way = |trace| match trace {
            Trace::Whole(word) => Trace::Without(word),
            Trace::Without(word) => Trace::Whole(word),
            covered => covered,
        };
        traces(word).find_map(|trace| self.traces.get(&other_way(trace))).map(String::as_str)
    }

    fn add(&mut self, word: String) {
        traces(&word).for_each(|trace| drop(self.traces.insert(trace, word.clone())));
        self.words.insert(word);
    }
}

fn traces(word: &str) -> impl Iterator<Item = Trace> {
    let of_letter = |(at, letter): (usize, char)| {
        let (before, after) = (&word[..at], &word[at + letter.len_utf8()..]);
        [Trace::Covered(format!("{before}_{after}")), Trace::Without(format!("{before}{after}"))]
    };
    word.char_indices().flat_map(of_letter).chain([Trace::Whole(word.to_owned())])
}
