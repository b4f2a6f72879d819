//! What Markdown can do and the kiosk does not: each with a sentence that says what to write instead.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::inline::Reader;
use crate::content::finding::Rule;

/// Notes an element that the kiosk does not show.
pub(super) fn note(reader: &Reader, event: &Event, range: &Range<usize>) {
    let (what, mend) = match event {
        Event::Start(Tag::HtmlBlock) if reader.text[range.clone()].starts_with("<!--") => COMMENT_ABOVE,
        Event::Start(tag) => of_tag(tag),
        Event::Code(_) => ("code", "write the words without `"),
        Event::InlineHtml(words) if words.starts_with("<!--") => COMMENT,
        Event::Html(_) | Event::InlineHtml(_) => HTML,
        Event::HardBreak => ("a forced line break", "delete the two spaces or the \\ at the end of the line"),
        Event::Rule => ("a line across the page", "delete it: sections are separate screens already"),
        Event::FootnoteReference(_) => ("a footnote", "write it as a sentence of its own"),
        _ => ("an element that the kiosk cannot show", "write it as a paragraph or a list"),
    };
    reader.note(range.start, Rule::Markup, what, mend);
}

/// Whether a block of HTML is nothing but a comment for `kiosk check`, such as `<!-- check: allow RULE: reason -->`.
pub(super) fn is_for_check(block: &str) -> bool {
    let block = block.trim();
    let inside = block.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    inside.is_some_and(|inside| inside.trim_start().starts_with("check:") && !inside.contains(['\n', '<', '>']))
}

const COMMENT: (&str, &str) =
    ("a comment inside a text", "put a comment for `kiosk check` alone on the line above the paragraph; delete others");
const COMMENT_ABOVE: (&str, &str) =
    ("a comment that says nothing to `kiosk check`", "write `<!-- check: allow RULE: the reason -->`, or delete it");
const HTML: (&str, &str) = ("HTML", "delete it: write `**words**` for bold, nothing else is needed");

fn of_tag(tag: &Tag) -> (&'static str, &'static str) {
    match tag {
        Tag::Emphasis => ("words in italics", "write `**words**` for bold, or plain words"),
        Tag::Strikethrough => ("words that are struck out", "delete them"),
        Tag::Image { .. } => ("an image", "say in words what it shows"),
        Tag::CodeBlock(_) => ("a block of code", "begin the line without spaces and without ```"),
        Tag::HtmlBlock => HTML,
        Tag::BlockQuote(_) => ("a quote inside another block", "end the call-out or list with an empty line first"),
        Tag::List(_) => ("a list inside a list", "write one list, or two sections"),
        Tag::Heading { .. } => ("a title inside another block", "begin the line of the title with `## `"),
        Tag::Link { .. } => ("a link", "write the words alone"),
        Tag::Strong => ("bold words", "write the words alone"),
        Tag::Table(_) => ("a table", "write a list"),
        _ => ("an element that the kiosk cannot show", "write it as a paragraph or a list"),
    }
}

/// What to do about a sign that stayed in the text.
pub(super) fn mend_sign(sign: char) -> &'static str {
    match sign {
        '[' | ']' => "write a link as `[word](glossary:id)`, without a space before `(`, or leave out the brackets",
        '{' | '}' => "an id stands at the end of a title only: `## Title {#id}`",
        '|' => "write a list instead of a table",
        '`' => "write the words without `",
        '*' => "close bold words: `**words**`, without spaces inside the stars",
        _ => "write it in words",
    }
}
