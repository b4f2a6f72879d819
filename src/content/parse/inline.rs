//! Sentences: inline Markdown, in files and in the texts of TOML.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::Ctx;
use super::notes::{Origin, Passage, Piece, Use, Voice, quoted};
use super::refused;
use super::table::Str;
use crate::base::Lang;
use crate::base::TermId;
use crate::content::finding::Rule;
use crate::content::model::{FactIndex, Inline, Paragraph};

/// The facts of a service, while its texts are read.
pub(super) struct FactNames<'a> {
    pub index: BTreeMap<&'a str, u32>,
    pub used: RefCell<Vec<bool>>,
    /// Whether all facts are known: not where the file of the facts is damaged.
    pub complete: bool,
}

/// Parsed Markdown: events with the part of the text that each comes from.
pub(super) type Events<'t> = Vec<(Event<'t>, Range<usize>)>;

/// Reads the events of one text.
pub(super) struct Reader<'r> {
    pub ctx: Ctx<'r>,
    pub facts: Option<&'r FactNames<'r>>,
    pub lang: Lang,
    pub origin: Origin<'r>,
    pub text: &'r str,
    /// Parts that look like references and are none: noted once, as a whole.
    broken: Vec<Range<usize>>,
    /// The pieces of the passage that is being read, while somebody hears.
    heard: RefCell<Vec<Piece<'r>>>,
}

/// Where a reader stands among the events.
pub(super) struct Cursor<'e, 't> {
    events: &'e [(Event<'t>, Range<usize>)],
    at: usize,
}

impl<'e, 't> Cursor<'e, 't> {
    pub fn new(events: &'e [(Event<'t>, Range<usize>)]) -> Self {
        Cursor { events, at: 0 }
    }

    pub fn peek(&self) -> Option<&'e (Event<'t>, Range<usize>)> {
        self.events.get(self.at)
    }

    pub fn next(&mut self) -> Option<&'e (Event<'t>, Range<usize>)> {
        let event = self.peek();
        self.at += 1;
        event
    }

    /// Passes over everything up to the end of the element that was just begun.
    pub fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }
}

/// Reads one line of TOML as inline Markdown.
pub(super) fn line(ctx: Ctx, text: &Str, lang: Lang, facts: Option<&FactNames>) -> Paragraph {
    let (reader, events) = Reader::new(ctx, facts, lang, text.origin, text.text);
    let mut cursor = Cursor::new(&events);
    let mut paragraph = Paragraph::default();
    match cursor.next() {
        Some((Event::Start(Tag::Paragraph), _)) => paragraph = reader.inlines(&mut cursor),
        Some((_, range)) => {
            let what = "this text begins with a sign of Markdown (a list, a title or a quote)";
            reader.note(range.start, Rule::Markup, what, "write one sentence, without the sign at its beginning");
        }
        None => {
            // Not even a paragraph: a reference definition, noted when the reader was made.
        }
    }
    if let Some((_, range)) = cursor.peek() {
        let what = "this text has more than one paragraph";
        reader.note(range.start, Rule::Markup, what, "write it as one paragraph, without an empty line");
    }
    paragraph
}

impl<'r> Reader<'r> {
    /// Parses a text and notes what the parser would pass over in silence.
    pub fn new<'t>(
        ctx: Ctx<'r>,
        facts: Option<&'r FactNames<'r>>,
        lang: Lang,
        origin: Origin<'r>,
        text: &'r str,
    ) -> (Self, Events<'t>)
    where
        'r: 't,
    {
        let mut broken = Vec::new();
        let mut callback = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
            broken.push(link.span);
            None
        };
        let options = Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_GFM;
        let parser = Parser::new_with_broken_link_callback(text, options, Some(&mut callback));
        let definitions: Vec<Range<usize>> =
            parser.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
        let events: Events = parser.into_offset_iter().collect();
        broken.sort_by_key(|span| span.start);
        let reader = Reader { ctx, facts, lang, origin, text, broken, heard: RefCell::default() };
        for span in definitions {
            let what = "this line defines a reference and would not be shown";
            reader.note(span.start, Rule::Markup, what, "write the link where it is used: `[word](glossary:id)`");
        }
        for span in &reader.broken {
            reader.note_broken(span);
        }
        (reader, events)
    }

    /// Notes something at a byte of the text.
    pub fn note(&self, offset: usize, rule: Rule, what: impl Into<String>, mend: impl Into<String>) {
        let origin = self.origin.plus(offset);
        self.ctx.notes.note(origin.file, origin.at, rule, what, mend);
    }

    fn note_broken(&self, span: &Range<usize>) {
        let piece = self.text.get(span.clone()).unwrap_or_default();
        let what = format!("{} leads nowhere", quoted(piece));
        if piece.starts_with("[!") {
            let mend = "write `> [!WARNING]` or `> [!TIP]` alone on the first line of the quote";
            self.note(span.start, Rule::Markup, what, mend);
        } else {
            self.note(span.start, Rule::BrokenLink, what, "write `[word](glossary:id)`, or leave out the brackets");
        }
    }

    /// Reads a paragraph or an item up to its end, and tells the rules of it as a whole.
    pub fn inlines(&self, cursor: &mut Cursor) -> Paragraph {
        let paragraph = self.pieces(cursor);
        self.tell_passage(self.ctx.prose);
        paragraph
    }

    fn pieces(&self, cursor: &mut Cursor) -> Paragraph {
        let mut pieces = Vec::new();
        while let Some((event, range)) = cursor.next() {
            match event {
                Event::End(_) => break,
                Event::Text(text) => {
                    self.check_text(text, range, is_sign);
                    self.say(text, range, self.ctx.prose);
                    push_text(&mut pieces, text);
                }
                Event::SoftBreak => {
                    self.gather(" ", self.origin.plus(range.start), Voice::Own);
                    push_text(&mut pieces, " ");
                }
                Event::HardBreak => {
                    refused::note(self, event, range);
                    push_text(&mut pieces, " ");
                }
                Event::Start(Tag::Strong) => pieces.push(Inline::Strong(self.words(cursor, range, "bold words"))),
                Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                    let before = self.heard.borrow().len();
                    let words = self.words(cursor, range, "a link");
                    let plain = *link_type == LinkType::Inline && title.is_empty();
                    let piece = self.link(plain, dest_url, words, range);
                    self.hear_link(before, piece.as_ref(), range.start);
                    pieces.extend(piece);
                }
                Event::Start(Tag::Paragraph) => {
                    // An item of a loose list: its list notes that. The words are read all the same.
                    pieces.extend(self.inlines(cursor).0);
                }
                Event::Start(_) => {
                    refused::note(self, event, range);
                    cursor.skip();
                }
                _ => refused::note(self, event, range),
            }
        }
        Paragraph(trimmed(pieces))
    }

    /// Reads words that may hold no further markup.
    pub fn words(&self, cursor: &mut Cursor, whole: &Range<usize>, of: &str) -> Box<str> {
        let mut words = String::new();
        while let Some((event, range)) = cursor.next() {
            match event {
                Event::End(TagEnd::Strong | TagEnd::Link | TagEnd::Heading(_)) => break,
                Event::Text(text) => {
                    self.check_text(text, range, if of == TITLE { is_title_sign } else { is_sign });
                    if of != TITLE {
                        self.say(text, range, self.ctx.prose);
                    }
                    words.push_str(text);
                }
                Event::SoftBreak => words.push(' '),
                Event::Start(Tag::Strong | Tag::Link { .. }) => {
                    let what = format!("{of} can hold plain words only");
                    self.note(range.start, Rule::Markup, what, "put bold words and links side by side");
                    cursor.skip();
                }
                Event::Start(_) => {
                    refused::note(self, event, range);
                    cursor.skip();
                }
                _ => refused::note(self, event, range),
            }
        }
        if of == "bold words" && words.trim().is_empty() {
            self.note(
                whole.start,
                Rule::EmptyText,
                "bold without words",
                "write words between the stars, or delete them",
            );
        }
        words.into()
    }

    fn link(&self, plain: bool, target: &str, words: Box<str>, range: &Range<usize>) -> Option<Inline> {
        let at = range.start;
        let needs_words = |kind: &str| {
            if words.trim().is_empty() {
                let mend = format!("write the words to show: `[words]({kind}:…)`");
                self.note(at, Rule::EmptyText, "this link has no words", mend);
            }
        };
        match target.split_once(':') {
            Some(("glossary", id)) if plain => {
                needs_words("glossary");
                let origin = self.origin.plus(at);
                match self.ctx.names.term(id, origin.file, origin.at, self.ctx.notes) {
                    Some(term) => Some(Inline::Term { term: TermId::handed_out(term), text: words }),
                    None => Some(Inline::Text(words)),
                }
            }
            Some(("fact", id)) if plain => self.fact(id, &words, at),
            Some(("lang", tag)) if plain => {
                needs_words("lang");
                self.foreign(tag, words, at)
            }
            Some(("glossary" | "fact" | "lang", _)) => {
                let mend = format!("write `[words]({target})`, with nothing else in the parentheses");
                self.note(at, Rule::Markup, "a link in a form that the kiosk does not read", mend);
                None
            }
            _ => {
                let what = format!("a link to {}", quoted(target));
                let mend = "link only to `glossary:id`, `fact:id` or `lang:tag`; a web address is a fact";
                self.note(at, Rule::BrokenLink, what, mend);
                None
            }
        }
    }

    fn fact(&self, id: &str, words: &str, at: usize) -> Option<Inline> {
        if !words.is_empty() {
            let mend = format!("write `[](fact:{id})`: the value stands in place of the words");
            self.note(at, Rule::Markup, "a fact takes no words", mend);
        }
        let Some(facts) = self.facts else {
            let mend = "write the sentence without it: facts belong to services";
            self.note(at, Rule::BrokenLink, format!("there is no fact {} here", quoted(id)), mend);
            return None;
        };
        let Some(index) = facts.index.get(id) else {
            if facts.complete {
                let guess = self.ctx.notes.did_you_mean(id, facts.index.keys().copied());
                let mend =
                    format!("add `[facts.{}]` to service.toml, or correct the id{guess}", super::pack::as_id(id));
                self.note(at, Rule::BrokenLink, format!("there is no fact {}", quoted(id)), mend);
            }
            return None;
        };
        if let Some(used) = facts.used.borrow_mut().get_mut(*index as usize) {
            *used = true;
        }
        Some(Inline::Fact(FactIndex(*index)))
    }

    fn foreign(&self, tag: &str, words: Box<str>, at: usize) -> Option<Inline> {
        let known = tag.parse::<Lang>().ok().filter(|lang| self.ctx.languages.all.contains(lang));
        match known {
            Some(lang) if lang == self.lang => {
                let what = format!("these words are marked as {lang} in a text that is {lang}");
                self.note(at, Rule::Markup, what, "write the words without the link");
                None
            }
            Some(lang) => Some(Inline::Foreign { lang, text: words }),
            None => {
                let mend = format!("write one of {}", self.ctx.languages.list());
                self.note(at, Rule::BrokenLink, format!("{} is no language of this content", quoted(tag)), mend);
                None
            }
        }
    }

    /// Tells the rules of a piece of text.
    pub fn say(&self, text: &str, range: &Range<usize>, used_as: Use) {
        let origin = self.origin.plus(range.start);
        let exact = self.origin.exact && self.text.get(range.clone()) == Some(text);
        self.ctx.notes.said(Origin { exact, ..origin }, text, used_as);
        self.gather(text, Origin { exact, ..origin }, Voice::Own);
    }

    fn gather(&self, text: &str, origin: Origin<'r>, voice: Voice) {
        if self.ctx.notes.is_heard() {
            self.heard.borrow_mut().push(Piece { text: text.into(), origin, voice });
        }
    }

    /// What a link is, for the rules: its words were gathered since `before` as if they were the author's.
    fn hear_link(&self, before: usize, piece: Option<&Inline>, at: usize) {
        match piece {
            Some(Inline::Foreign { lang, .. }) => {
                self.heard.borrow_mut()[before..].iter_mut().for_each(|piece| piece.voice = Voice::Foreign(*lang));
            }
            Some(Inline::Fact(_)) => self.gather("", self.origin.plus(at), Voice::Fact),
            _ => {}
        }
    }

    /// Tells the rules of everything that was gathered.
    pub fn tell_passage(&self, used_as: Use) {
        let pieces = self.heard.take();
        if !pieces.is_empty() {
            self.ctx.notes.passage(&Passage { lang: self.lang, used_as, pieces });
        }
    }

    /// Notes signs of Markdown that stayed in the text, and characters written as `&name;`.
    fn check_text(&self, text: &str, range: &Range<usize>, is_sign: fn(u8) -> bool) {
        let source = &self.text[range.clone()];
        if source != text {
            if source.starts_with('&') {
                let mend = format!("write the character itself: {}", quoted(text));
                self.note(range.start, Rule::Markup, format!("{} is a code of HTML", quoted(source)), mend);
            }
            return;
        }
        let escaped = usize::from(self.text[..range.start].ends_with('\\'));
        if let Some((offset, sign)) = first_sign(text, escaped, is_sign)
            && !self.is_in_broken(range.start + offset)
        {
            let what = format!("the sign `{sign}` would be shown as it is");
            self.note(range.start + offset, Rule::Markup, what, refused::mend_sign(sign));
        }
    }

    fn is_in_broken(&self, at: usize) -> bool {
        let next = self.broken.partition_point(|span| span.start <= at);
        next > 0 && self.broken[next - 1].contains(&at)
    }
}

/// What [`Reader::words`] reads when it reads a title.
pub(super) const TITLE: &str = "a title";

/// Whether this is a sign of Markdown that never belongs to a sentence.
pub(super) fn is_sign(byte: u8) -> bool {
    is_title_sign(byte) || matches!(byte, b'{' | b'}')
}

/// The same without braces: what is wrong with those of a title is said once, by the reader of its id.
fn is_title_sign(byte: u8) -> bool {
    matches!(byte, b'[' | b']' | b'|' | b'`' | b'*' | b'<')
}

/// The first of these signs in a text, from the byte `from` on. Most texts hold none, so they are read byte by byte.
pub(super) fn first_sign(text: &str, from: usize, is_sign: fn(u8) -> bool) -> Option<(usize, char)> {
    let found = text.bytes().enumerate().skip(from).find(|(_, byte)| is_sign(*byte));
    found.map(|(at, byte)| (at, char::from(byte)))
}

fn push_text(pieces: &mut Vec<Inline>, text: &str) {
    if let Some(Inline::Text(last)) = pieces.last_mut() {
        let mut joined = std::mem::take(last).into_string();
        joined.push_str(text);
        *last = joined.into();
    } else {
        pieces.push(Inline::Text(text.into()));
    }
}

/// Without the spaces that a hard break or a comment may leave at the ends.
fn trimmed(mut pieces: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text(first)) = pieces.first_mut() {
        *first = first.trim_start_matches(' ').into();
    }
    if let Some(Inline::Text(last)) = pieces.last_mut() {
        *last = last.trim_end_matches(' ').into();
    }
    pieces.retain(|piece| !matches!(piece, Inline::Text(text) if text.is_empty()));
    pieces
}
