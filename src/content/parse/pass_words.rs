//! `lessons/pass-words.toml`: the plain words of which the machine makes pass phrases.

use super::Ctx;
use super::forms;
use super::notes::{Passage, Piece, Use, Voice, quoted};
use super::table::{Doc, Str};
use crate::content::finding::Rule;
use crate::content::library::PassWords;

/// So many words of a language at least: four of them are one of four thousand million phrases.
const WORDS_MIN: usize = 256;
/// How many letters a word has.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=10;

/// Reads the words; nothing where something is wrong with one.
pub(super) fn read(ctx: Ctx, doc: &Doc) -> PassWords {
    let before = ctx.notes.errors();
    let root = doc.root(ctx.notes);
    root.fits(&forms::PASS_WORDS, &ctx.languages.all);
    let mut words = PassWords::default();
    for lang in &ctx.languages.all {
        let example = format!("{lang} = [\"word\", \"another\"]");
        if !root.has(lang.as_str()) {
            if ctx.languages.required.contains(lang) {
                let what = format!("the words are missing in {lang}");
                root.note(root.at, Rule::MissingLanguage, what, format!("write `{example}`"));
            }
            continue;
        }
        let said = root.need_texts(lang.as_str(), &example);
        if said.len() < WORDS_MIN {
            let what = format!("there are {} words in {lang}", said.len());
            let mend = format!("write {WORDS_MIN} at least: of fewer, a phrase is easy to guess");
            root.note(said.first().map_or(root.at, |word| word.at), Rule::PassWords, what, mend);
        }
        let mut seen = std::collections::HashSet::new();
        for word in &said {
            check(ctx, word, seen.insert(word.text));
            let pieces = vec![Piece { text: word.text.into(), origin: word.origin, voice: Voice::Own }];
            ctx.notes.passage(&Passage { lang: *lang, used_as: Use::Title, pieces });
        }
        words.0.push((*lang, said.iter().map(|word| word.text.into()).collect()));
    }
    if ctx.notes.errors() == before { words } else { PassWords::default() }
}

fn check(ctx: Ctx, word: &Str, is_new: bool) {
    let is_plain = word.text.bytes().all(|letter| letter.is_ascii_lowercase()) && LETTERS.contains(&word.text.len());
    let what = if !is_plain {
        format!("{} is not made of {} to {} small letters a-z", quoted(word.text), LETTERS.start(), LETTERS.end())
    } else if !is_new {
        format!("{} stands twice in the list", quoted(word.text))
    } else {
        return;
    };
    ctx.notes.note(word.file, word.at, Rule::PassWords, what, "write another word, short and easy to type");
}
