//! One `<lang>.md` of a service or lesson: title, purpose and sections.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, Tag};

use super::Ctx;
use super::heading::Heading;
use super::inline::{Cursor, FactNames, Reader};
use super::notes::{File, Origin, quoted};
use super::refused;
use crate::base::Lang;
use crate::content::finding::Rule;
use crate::content::model::{Block, CallKind, Paragraph, Section};

/// A text, and where its sections stand.
pub(super) struct Sectioned {
    pub title: Box<str>,
    pub purpose: Paragraph,
    /// Those that have an id, as they come.
    pub sections: Vec<Section>,
    /// Their ids with their places.
    pub ids: Vec<(Box<str>, usize)>,
    /// Whether every section has an id, so that languages can be compared.
    pub complete: bool,
}

/// Reads the files of a folder, language by language; says whether all are there that must be.
pub(super) fn read_all<'f>(
    ctx: Ctx,
    path: &str,
    files: &'f BTreeMap<Lang, File<'f>>,
    facts: Option<&FactNames>,
) -> (Vec<(Lang, &'f File<'f>, Sectioned)>, bool) {
    let mut texts = Vec::new();
    for lang in &ctx.languages.all {
        let file = files.get(lang);
        if file.is_none() && ctx.languages.required.contains(lang) {
            let mend = "translate the text of another language and write it here";
            ctx.notes.missing(format!("{path}/{lang}.md"), Rule::MissingLanguage, mend);
        }
        texts.extend(file.map(|file| (*lang, file, read(ctx, file, *lang, facts))));
    }
    let is_whole = ctx.languages.required.iter().all(|lang| files.contains_key(lang));
    (texts, is_whole)
}

/// Reads the file of one language.
fn read(ctx: Ctx, file: &File, lang: Lang, facts: Option<&FactNames>) -> Sectioned {
    ctx.notes.weigh(file.text);
    let origin = Origin { file, at: 0, exact: true };
    let (reader, events) = Reader::new(ctx, facts, lang, origin, file.text);
    let mut cursor = Cursor::new(&events);
    let (title, purpose) = reader.head(&mut cursor);
    let mut ids: Vec<(Box<str>, usize)> = Vec::new();
    let mut seen = HashSet::new();
    let mut complete = true;
    let mut sections = Vec::new();
    while let Some((event, range)) = cursor.next() {
        if !matches!(event, Event::Start(Tag::Heading { .. })) {
            continue;
        }
        let heading = reader.heading(&mut cursor, range);
        if heading.level == 1 {
            reader.note(heading.at, Rule::Markup, "a second title with one `#`", "write `## Title {#id}`");
        }
        let blocks = reader.blocks(&mut cursor, Inside::Section);
        let Heading { title, id, at, .. } = heading;
        if blocks.is_empty() {
            let what = format!("the section {} is empty", quoted(&title));
            reader.note(at, Rule::EmptyText, what, "write at least one sentence under the title");
        }
        let Some(id) = id else {
            complete = false;
            continue;
        };
        if !seen.insert(id.clone()) {
            let mend = "choose another id for one of the two";
            reader.note(at, Rule::DuplicateId, format!("two sections have the id {}", quoted(&id)), mend);
            complete = false;
        }
        ids.push((id.clone(), at));
        sections.push(Section { id, title, blocks });
    }
    Sectioned { title, purpose, sections, ids, complete }
}

/// What holds the blocks that are read.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Section,
    Call,
}

impl Reader<'_> {
    /// The title and the one paragraph that says what the service is for.
    fn head(&self, cursor: &mut Cursor) -> (Box<str>, Paragraph) {
        const TITLE_FIRST: &str = "begin the file with `# Title`, then one paragraph that says what it is for";
        let mut title: Box<str> = "".into();
        let before = self.blocks(cursor, Inside::Section);
        let heads = matches!(cursor.peek(), Some((Event::Start(Tag::Heading { .. }), range)) if self.is_title(range));
        if !before.is_empty() || !heads {
            self.note(0, Rule::Shape, "the file does not begin with its title", TITLE_FIRST);
        }
        if heads && let Some((_, range)) = cursor.next() {
            title = self.heading(cursor, range).title;
        } else {
            return (title, Paragraph::default());
        }
        let start = cursor.peek().map_or(self.text.len(), |(_, range)| range.start);
        let mut blocks = self.blocks(cursor, Inside::Section).into_iter();
        let purpose = match (blocks.next(), blocks.next()) {
            (Some(Block::Para(purpose)), None) => purpose,
            (None, _) => {
                let mend = "write one paragraph that says what it is for";
                self.note(start, Rule::EmptyText, "no paragraph stands below the title", mend);
                Paragraph::default()
            }
            _ => {
                let mend = "keep one paragraph, and move the rest into a section `## Title {#id}`";
                self.note(start, Rule::Shape, "more than one paragraph stands below the title", mend);
                Paragraph::default()
            }
        };
        (title, purpose)
    }

    fn is_title(&self, range: &Range<usize>) -> bool {
        self.text[range.start..].starts_with('#') && !self.text[range.start..].starts_with("##")
    }

    /// Reads blocks up to the next title, or to the end of the call-out.
    fn blocks(&self, cursor: &mut Cursor, inside: Inside) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = cursor.peek() {
            if inside == Inside::Section && matches!(event, Event::Start(Tag::Heading { .. })) {
                break;
            }
            cursor.next();
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Paragraph) => {
                    self.check_lines(range);
                    blocks.push(Block::Para(self.inlines(cursor)));
                }
                Event::Start(Tag::List(first)) => blocks.push(self.list(cursor, *first, range)),
                Event::Start(Tag::BlockQuote(kind)) if inside == Inside::Section => {
                    blocks.extend(self.call(cursor, *kind, range));
                }
                Event::Start(Tag::HtmlBlock) if self.is_for_check(range) => cursor.skip(),
                Event::Start(_) => {
                    refused::note(self, event, range);
                    cursor.skip();
                }
                _ => refused::note(self, event, range),
            }
        }
        blocks
    }

    /// A block of HTML may hold several comments, one a line.
    fn is_for_check(&self, range: &Range<usize>) -> bool {
        let mut lines = lines(self.text, range).map(|(_, line)| line.trim_start_matches([' ', '>']));
        lines.all(|line| line.is_empty() || refused::is_for_check(line))
    }

    fn list(&self, cursor: &mut Cursor, first: Option<u64>, range: &Range<usize>) -> Block {
        if first.is_some_and(|number| number != 1) {
            let mend = "begin the list with `1.`; if it is a sentence, do not begin the line with a number and a point";
            self.note(range.start, Rule::Markup, "a list that does not begin with 1", mend);
        }
        let mut items = Vec::new();
        let mut loose = false;
        while let Some((event, range)) = cursor.next() {
            if !matches!(event, Event::Start(Tag::Item)) {
                break;
            }
            if !loose && matches!(cursor.peek(), Some((Event::Start(Tag::Paragraph), _))) {
                loose = true;
                let mend = "delete the empty lines between and inside the items";
                self.note(range.start, Rule::Markup, "a list with empty lines", mend);
            }
            self.check_lazy_item(range);
            let item = self.inlines(cursor);
            if item.0.is_empty() {
                self.note(range.start, Rule::EmptyText, "an item without words", "write the item or delete it");
            }
            items.push(item);
        }
        Block::List { ordered: first.is_some(), items }
    }

    fn call(&self, cursor: &mut Cursor, kind: Option<BlockQuoteKind>, range: &Range<usize>) -> Option<Block> {
        const WHICH: &str = "write `> [!WARNING]` or `> [!TIP]` alone on the first line of the quote";
        let kind = match kind {
            Some(BlockQuoteKind::Warning) => Some(CallKind::Warning),
            Some(BlockQuoteKind::Tip) => Some(CallKind::Tip),
            Some(_) => {
                self.note(range.start, Rule::Markup, "a call-out of another kind", WHICH);
                None
            }
            None => {
                self.note(range.start, Rule::Markup, "a quote that is no call-out", WHICH);
                None
            }
        };
        let lazy =
            lines(self.text, range).find(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('>'));
        if let Some((at, _)) = lazy {
            let mend = "begin the line with `> `, or put an empty line above it";
            self.note(at, Rule::Markup, "this line continues the call-out above it", mend);
        }
        let blocks = self.blocks(cursor, Inside::Call);
        if blocks.is_empty() {
            self.note(range.start, Rule::EmptyText, "a call-out without words", "write a sentence after `> `");
        }
        kind.map(|kind| Block::Call { kind, blocks })
    }

    /// Lines of a paragraph that look like something else.
    fn check_lines(&self, range: &Range<usize>) {
        for (at, line) in lines(self.text, range) {
            let line = line.trim_start();
            let second = line.chars().nth(1);
            let (what, mend) = if line.starts_with('#') {
                ("this line is no title", "write `## ` with a space, at most six `#`")
            } else if line.starts_with(['-', '+', '*', '•']) && second.is_some_and(char::is_alphabetic)
                || line.starts_with("• ")
            {
                ("this line is no item of a list", "write `- ` with a space at the beginning of the item")
            } else {
                continue;
            };
            self.note(at, Rule::Markup, what, mend);
        }
    }

    /// A line that an item swallows although it is not indented.
    fn check_lazy_item(&self, range: &Range<usize>) {
        let lazy = lines(self.text, range).skip(1).find(|&(_, line)| {
            let quoted = line.trim_start().strip_prefix('>');
            let line = quoted.map_or(line, |rest| rest.strip_prefix(' ').unwrap_or(rest));
            !line.trim().is_empty() && !line.starts_with(' ')
        });
        if let Some((at, _)) = lazy {
            let mend = "put an empty line above it, or begin it with two spaces";
            self.note(at, Rule::Markup, "this line continues the item above it", mend);
        }
    }
}

/// The lines of a part of a text, with the place of each.
fn lines<'t>(text: &'t str, range: &Range<usize>) -> impl Iterator<Item = (usize, &'t str)> {
    let mut at = range.start;
    text[range.clone()].split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}
