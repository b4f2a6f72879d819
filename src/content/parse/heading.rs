//! Titles: `# Title` and `## Title {#id}`. Read from the raw line, because the parser drops what it cannot use.

use std::ops::Range;

use super::inline::{Cursor, Reader, TITLE};
use super::notes::Use;
use super::pack::{as_id, bad_id, is_id};
use crate::content::finding::Rule;

/// A title as it was read.
pub(super) struct Heading {
    /// The number of `#`: 1 or 2.
    pub level: usize,
    pub title: Box<str>,
    /// Only with level 2, and only where it is right.
    pub id: Option<Box<str>>,
    /// Where the line begins.
    pub at: usize,
}

impl Reader<'_> {
    /// Reads a title of which the first event was just passed.
    pub(super) fn heading(&self, cursor: &mut Cursor, range: &Range<usize>) -> Heading {
        let raw = self.text[range.clone()].trim_end();
        let level = raw.bytes().take_while(|byte| *byte == b'#').count();
        let body = raw.trim_start_matches('#').trim();
        let title = self.words(cursor, range, TITLE);
        let title: Box<str> = title.trim().into();
        let at = range.start;
        let inside = raw.find(&*title).unwrap_or(0);
        self.say(&title, &(at + inside..at + inside + title.len()), Use::Title);
        self.tell_passage(Use::Title);
        if title.is_empty() {
            self.note(at, Rule::EmptyText, "a title without words", "write a title of a few words");
        }
        let id = match level {
            0 => {
                let what = "a line of `=` or `-` makes the text above it a title";
                self.note(at, Rule::Markup, what, "write `## Title {#id}`, or put an empty line above the line");
                None
            }
            1 => {
                if let Some(brace) = raw.find(['{', '}']) {
                    let mend = "write `# Title` alone: the id of a service is the name of its folder";
                    self.note(at + brace, Rule::Markup, "the first title has no id", mend);
                }
                None
            }
            2 => self.heading_id(at, raw, body, &title),
            _ => {
                let mend = "write `# Title` once at the top and `## Title {#id}` for each section";
                self.note(at, Rule::Markup, format!("a title with {level} `#`"), mend);
                None
            }
        };
        if body.ends_with('#') {
            self.note(at, Rule::Markup, "`#` at the end of a title", "delete it");
        }
        Heading { level, title, id, at }
    }

    fn heading_id(&self, at: usize, raw: &str, body: &str, title: &str) -> Option<Box<str>> {
        let title = title.split(" {").next().unwrap_or(title);
        let example = || format!("write `## {title} {{#{}}}`", as_id(title));
        let Some(brace) = body.find(['{', '}']) else {
            self.note(at, Rule::MissingKey, "this section has no id", example());
            return None;
        };
        let place = at + raw.find(['{', '}']).unwrap_or(0);
        let attribute = &body[brace..];
        let inside = attribute.strip_prefix("{#").and_then(|rest| rest.strip_suffix('}'));
        match inside {
            Some(id) if is_id(id) => Some(id.into()),
            Some(id) if !id.contains(['{', '}', '#', ' ']) => {
                let (what, mend) = bad_id(id);
                self.note(place, Rule::BadId, what, mend);
                None
            }
            _ => {
                let what = "the end of this title is not one id in braces";
                self.note(place, Rule::Markup, what, example());
                None
            }
        }
    }
}
