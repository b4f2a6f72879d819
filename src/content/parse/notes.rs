//! What every reader of this folder writes to: findings with their places, and the texts that the rules listen to.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashSet;

use crate::base::Lang;
use crate::content::finding::{Finding, Rule};

/// How many comparisons of names the search for "did you mean" may cost in one run: a content folder with thousands
/// of broken references must not take minutes.
const GUESSES_MAX: u32 = 200_000;
/// What `kiosk new` writes before each prompt: a place that the author still has to fill in.
pub const PROMPT: &str = "???";
/// The longest piece of an author's text that a finding repeats.
const QUOTE_MAX: usize = 60;

/// One file under reading: its text, and where its lines begin.
pub(in crate::content) struct File<'a> {
    /// As findings show it.
    pub path: String,
    pub text: &'a str,
    /// The lines that are no valid TOML: what is noted about them would only repeat it.
    pub damaged: HashSet<usize>,
    /// The lines that are still to be filled in: what else is wrong there will change anyway.
    prompts: HashSet<usize>,
    places: OnceCell<Places>,
}

/// Where lines begin, and how many characters stand before every [`STRIDE`]-th byte.
struct Places {
    lines: Vec<usize>,
    characters: Vec<usize>,
}

/// In bytes: a place is found by counting at most so many.
const STRIDE: usize = 256;

impl<'a> File<'a> {
    pub fn new(path: String, text: &'a str) -> File<'a> {
        File { path, text, damaged: HashSet::new(), prompts: HashSet::new(), places: OnceCell::new() }
    }

    /// Line and column of a byte, both from 1; the column in characters.
    pub fn place(&self, at: usize) -> (usize, usize) {
        let places = self.places.get_or_init(|| Places::of(self.text));
        let at = at.min(self.text.len());
        let line = places.lines.partition_point(|start| *start <= at);
        let start = places.lines[line.saturating_sub(1)];
        (line, self.characters(places, at) - self.characters(places, start) + 1)
    }

    fn characters(&self, places: &Places, at: usize) -> usize {
        let stride = at / STRIDE;
        let rest = &self.text.as_bytes()[stride * STRIDE..at];
        places.characters[stride] + rest.iter().filter(|byte| begins_character(**byte)).count()
    }
}

impl Places {
    fn of(text: &str) -> Places {
        let mut places = Places { lines: vec![0], characters: Vec::new() };
        let mut characters = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at.is_multiple_of(STRIDE) {
                places.characters.push(characters);
            }
            characters += usize::from(begins_character(byte));
            if byte == b'\n' {
                places.lines.push(at + 1);
            }
        }
        if text.len().is_multiple_of(STRIDE) {
            places.characters.push(characters);
        }
        places
    }
}

fn begins_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// Where a piece of text comes from.
#[derive(Clone, Copy)]
pub(in crate::content) struct Origin<'f> {
    pub file: &'f File<'f>,
    pub at: usize,
    /// Whether the text stands in the file as it is, so that each of its characters has a place.
    pub exact: bool,
}

impl<'f> Origin<'f> {
    /// The place of a byte of the text.
    pub fn plus(self, offset: usize) -> Origin<'f> {
        Origin { at: if self.exact { self.at + offset } else { self.at }, ..self }
    }

    /// Whether its line is still to be filled in.
    fn is_prompt(self) -> bool {
        !self.file.prompts.is_empty() && self.file.prompts.contains(&self.file.place(self.at).0)
    }
}

/// What a text is for; the rules differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::content) enum Use {
    /// Sentences that residents read.
    Prose,
    /// Sentences of a lesson: facts stand in the guides.
    Lesson,
    /// Something made up to learn with: a false message, what to type for practice.
    MadeUp,
    /// A title of a screen or an item of a menu.
    Title,
    /// A name: numbers may be part of it.
    Name,
    /// The value of a fact: to be copied as it stands.
    Value,
}

/// A text that will be shown.
pub(in crate::content) struct Said<'s> {
    pub origin: Origin<'s>,
    pub text: &'s str,
    pub used_as: Use,
}

/// Whose words a piece of a passage is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::content) enum Voice {
    /// Words of the author, in the language of the passage.
    Own,
    /// Words in another language: `[sans internet](lang:fr)`.
    Foreign(Lang),
    /// A fact: its value is not in the text.
    Fact,
}

/// A piece of a passage.
pub(in crate::content) struct Piece<'p> {
    pub text: Box<str>,
    pub origin: Origin<'p>,
    pub voice: Voice,
}

/// Whole sentences: a paragraph, an item, a title or a name, with everything in it.
pub(in crate::content) struct Passage<'p> {
    pub lang: Lang,
    pub used_as: Use,
    pub pieces: Vec<Piece<'p>>,
}

/// A set of rules that hears every text that will be shown.
pub(in crate::content) trait Listener {
    /// Hears a text as it stands between two pieces of markup.
    fn hear(&self, said: &Said<'_>) -> Vec<Finding>;

    /// Hears whole sentences, after their pieces.
    fn hear_passage(&self, passage: &Passage<'_>) -> Vec<Finding>;
}

/// The findings of a run.
#[derive(Default)]
pub(in crate::content) struct Notes<'l> {
    findings: RefCell<Vec<Finding>>,
    errors: Cell<usize>,
    guesses: Cell<u32>,
    listener: Option<&'l dyn Listener>,
    /// Whether what is still to be filled in is shown as it stands: to its author alone.
    is_for_author: bool,
    /// Files of which is known already why they could not be read.
    unreadable: HashSet<String>,
}

impl<'l> Notes<'l> {
    pub fn new(listener: Option<&'l dyn Listener>, unreadable: &[Finding]) -> Notes<'l> {
        let unreadable = unreadable.iter().map(|finding| finding.path.clone()).collect();
        Notes { listener, unreadable, ..Notes::default() }
    }

    /// The same for an author who writes: a place that is still to be filled in leaves nothing out.
    pub fn for_author(self) -> Notes<'l> {
        Notes { is_for_author: true, ..self }
    }

    /// Whether a value is still to be filled in and may be shown as if it were.
    pub fn may_stand(&self, text: &str) -> bool {
        self.is_for_author && text.contains(PROMPT)
    }

    /// Notes every place of a file that is still to be filled in. Lines that begin with `comment` are not for readers.
    pub fn note_prompts(&self, file: &mut File, comment: Option<char>) {
        // A run of question marks is one place.
        let mut after = 0;
        for (at, _) in file.text.match_indices(PROMPT) {
            let line = file.text[..at].rfind('\n').map_or(0, |end| end + 1);
            let is_comment = comment.is_some_and(|sign| file.text[line..].trim_start().starts_with(sign));
            let is_more = at == std::mem::replace(&mut after, at + PROMPT.len()) && at > 0;
            if is_comment || is_more {
                continue;
            }
            let prompt = file.text[at..].split(['"', '{', '\n', '\r']).next().unwrap_or_default().trim_end();
            let mend = format!("write it in place of the `{PROMPT}` and the words after it");
            self.note(file, at, Rule::Unfilled, format!("{} is still to be filled in", quoted(prompt)), mend);
        }
        let places = file.text.match_indices(PROMPT);
        file.prompts = places.map(|(at, _)| file.place(at).0).collect();
    }

    /// Whether a file or folder, or something in it, could not be read.
    pub fn is_unreadable(&self, path: &str) -> bool {
        self.unreadable
            .iter()
            .any(|file| file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    }

    /// Notes what is wrong at a byte of a file.
    pub fn note(&self, file: &File, at: usize, rule: Rule, what: impl Into<String>, mend: impl Into<String>) {
        let (line, column) = file.place(at);
        let is_prompt = file.prompts.contains(&line);
        if rule.leaves_out() && !(is_prompt && self.is_for_author) {
            self.leave_out();
        }
        let repeats = match rule {
            Rule::Syntax => false,
            Rule::MissingKey | Rule::MissingLanguage | Rule::MissingRoute | Rule::FactSource | Rule::FactDate => {
                !file.damaged.is_empty()
            }
            _ => file.damaged.contains(&line),
        };
        if !repeats && !is_prompt {
            let (path, what, mend) = (file.path.clone(), what.into(), mend.into());
            self.findings.borrow_mut().push(Finding { path, line, column, rule, what, mend });
        }
    }

    /// Leaves out the item that is being read.
    pub fn leave_out(&self) {
        self.errors.set(self.errors.get() + 1);
    }

    /// Leaves out the item of a text that is still to be filled in: no resident sees a prompt.
    pub fn weigh(&self, text: &str) {
        if text.contains(PROMPT) && !self.is_for_author {
            self.leave_out();
        }
    }

    /// Notes something about a whole file or folder.
    pub fn of_file(&self, path: String, rule: Rule, what: impl Into<String>, mend: impl Into<String>) {
        self.leave_out();
        self.findings.borrow_mut().push(Finding::of_file(path, rule, what, mend));
    }

    /// Notes that a file is missing, unless it is there and could not be read.
    pub fn missing(&self, path: String, rule: Rule, mend: impl Into<String>) {
        if self.unreadable.contains(&path) {
            self.leave_out();
        } else {
            self.of_file(path, rule, "this file is missing", mend);
        }
    }

    /// Tells the rules of a text that will be shown.
    pub fn said(&self, origin: Origin<'_>, text: &str, used_as: Use) {
        if let Some(listener) = self.listener.filter(|_| !origin.is_prompt()) {
            self.findings.borrow_mut().extend(listener.hear(&Said { origin, text, used_as }));
        }
    }

    /// Whether somebody hears what is said: else nothing needs to be put together for the rules.
    pub fn is_heard(&self) -> bool {
        self.listener.is_some()
    }

    /// Tells the rules of whole sentences.
    pub fn passage(&self, passage: &Passage<'_>) {
        let is_prompt = passage.pieces.iter().any(|piece| piece.origin.is_prompt());
        if let Some(listener) = self.listener.filter(|_| !is_prompt) {
            self.findings.borrow_mut().extend(listener.hear_passage(passage));
        }
    }

    /// How many findings so far leave an item out: an item is sound when its reading adds none.
    pub fn errors(&self) -> usize {
        self.errors.get()
    }

    /// The findings, in no order.
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings.into_inner()
    }

    /// " (did you mean …?)" with the most similar of some names, or nothing.
    pub fn did_you_mean<'n>(&self, word: &str, names: impl IntoIterator<Item = &'n str>) -> String {
        let allowed = (word.len() / 3).clamp(1, 4);
        let mut best: Option<(usize, &str)> = None;
        for name in names {
            if self.guesses.get() >= GUESSES_MAX || word.len() > QUOTE_MAX {
                return String::new();
            }
            self.guesses.set(self.guesses.get() + 1);
            if name.len().abs_diff(word.len()) > allowed {
                continue;
            }
            let distance = strsim::damerau_levenshtein(word, name);
            if distance <= allowed && best.is_none_or(|least| (distance, name) < least) {
                best = Some((distance, name));
            }
        }
        best.map_or_else(String::new, |(_, name)| format!(" (did you mean `{name}`?)"))
    }
}

/// A piece of an author's text to repeat in a finding, short and on one line.
pub(in crate::content) fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(QUOTE_MAX).collect();
    if text.chars().nth(QUOTE_MAX).is_some() {
        short.push('…');
    }
    format!("`{short}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_lines_and_characters_from_one() {
        let text = format!("é{}\nxé\n", "é".repeat(400));
        let file = File::new(String::new(), &text);
        assert_eq!(file.place(0), (1, 1));
        assert_eq!(file.place(802), (1, 402));
        assert_eq!(file.place(803), (2, 1));
        assert_eq!(file.place(804), (2, 2));
        assert_eq!(file.place(9999), (3, 1));
        assert_eq!(File::new(String::new(), "").place(3), (1, 1));
    }

    #[test]
    fn places_are_the_same_as_those_of_a_plain_count() {
        let text = "aé\n€b\n".repeat(200);
        let file = File::new(String::new(), &text);
        for (at, _) in text.char_indices() {
            let line = text[..at].matches('\n').count() + 1;
            let column = text[..at].rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
            assert_eq!(file.place(at), (line, column), "at byte {at}");
        }
    }

    #[test]
    fn the_most_similar_name_is_offered() {
        let notes = Notes::default();
        assert_eq!(notes.did_you_mean("identty", ["tax", "identity", "entity"]), " (did you mean `identity`?)");
        assert_eq!(notes.did_you_mean("zzz", ["tax", "identity"]), "");
    }
}
