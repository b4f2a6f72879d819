//! One Fluent file: its messages and terms, the arguments they use, and what they refer to.

use std::collections::BTreeSet;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::prose::Prose;
use super::{Rules, text};
use crate::base::Lang;
use crate::content::finding::{Finding, Rule};
use crate::content::parse::notes::{File, Notes, Origin, Passage, Piece, Said, Use, Voice, quoted};

/// How deep braces and parentheses may be nested. The parser calls itself for each: without a limit, a file of a
/// million braces would exhaust its stack.
const DEPTH_MAX: usize = 100;

/// A message, an attribute of one (`id.attribute`), or a term (`-id`).
#[derive(Debug)]
pub(super) struct Message {
    pub key: String,
    pub at: usize,
    /// Arguments that are shown.
    pub shown: BTreeSet<String>,
    /// Arguments that only choose between variants.
    pub chosen_by: BTreeSet<String>,
    /// Messages and terms that it refers to, with their places.
    pub refers_to: Vec<(String, usize)>,
}

/// Reads a file, and notes what is wrong in it alone. Says whether all of it could be read.
pub(super) fn read(
    file: &File,
    lang: Lang,
    rules: &Rules,
    notes: &Notes,
    findings: &mut Vec<Finding>,
) -> (Vec<Message>, bool) {
    if let Some(at) = too_deep(file.text) {
        let what = format!("more than {DEPTH_MAX} braces or parentheses are open");
        notes.note(file, at, Rule::LocaleSyntax, what, "close each `{` with `}` and each `(` with `)`");
        return (Vec::new(), false);
    }
    let (resource, errors) = match parser::parse(file.text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let sound = errors.is_empty();
    for error in errors {
        let mend = "correct it: a message is `id = text`, an argument is `{ $name }`, a choice has one `*[other]`";
        notes.note(file, error.pos.start, Rule::LocaleSyntax, sentence(&error.kind.to_string()), mend);
    }
    let mut reader = FluentReader { file, lang, rules, findings, messages: Vec::new() };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                reader.begin(message.id.name.to_owned(), message.id.name);
                message.value.iter().for_each(|value| reader.pattern(value));
                for attribute in &message.attributes {
                    reader.begin(format!("{}.{}", message.id.name, attribute.id.name), attribute.id.name);
                    reader.pattern(&attribute.value);
                }
            }
            Entry::Term(term) => {
                reader.begin(format!("-{}", term.id.name), term.id.name);
                reader.pattern(&term.value);
                term.attributes.iter().for_each(|attribute| reader.pattern(&attribute.value));
            }
            _ => {}
        }
    }
    (reader.messages, sound)
}

/// The sentence of the parser, in the tone of ours.
fn sentence(text: &str) -> String {
    let short: String = text.chars().take(100).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut letters = short.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn too_deep(text: &str) -> Option<usize> {
    let mut open: Vec<u8> = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => open.push(byte),
            b'(' if !open.is_empty() => open.push(byte),
            b'}' | b')' => {
                open.pop();
            }
            _ => {}
        }
        if open.len() > DEPTH_MAX {
            return Some(at);
        }
    }
    None
}

struct FluentReader<'f> {
    file: &'f File<'f>,
    lang: Lang,
    rules: &'f Rules<'f>,
    findings: &'f mut Vec<Finding>,
    messages: Vec<Message>,
}

impl FluentReader<'_> {
    /// Where a part of the text stands in it.
    fn offset(&self, part: &str) -> usize {
        (part.as_ptr() as usize).wrapping_sub(self.file.text.as_ptr() as usize).min(self.file.text.len())
    }

    fn begin(&mut self, key: String, part: &str) {
        let at = self.offset(part);
        let (shown, chosen_by) = (BTreeSet::new(), BTreeSet::new());
        self.messages.push(Message { key, at, shown, chosen_by, refers_to: Vec::new() });
    }

    fn say(&mut self, part: &str, text: &str, exact: bool) {
        let origin = Origin { file: self.file, at: self.offset(part), exact };
        self.findings.extend(text::check(&Said { origin, text, used_as: Use::Name }));
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        let pieces = pattern.elements.iter().map(|element| {
            let (text, voice) = match element {
                PatternElement::TextElement { value } => (*value, Voice::Own),
                // Whatever stands here when it is shown: one word.
                PatternElement::Placeable { .. } => ("", Voice::Fact),
            };
            let at = if text.is_empty() { 0 } else { self.offset(text) };
            Piece { text: text.into(), origin: Origin { file: self.file, at, exact: true }, voice }
        });
        let passage = Passage { lang: self.lang, used_as: Use::Prose, pieces: pieces.collect() };
        self.findings.extend(self.rules.hear_prose(&Prose::new(&passage)));
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.say(value, value, true),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, false),
            Expression::Select { selector, variants } => {
                self.inline(selector, true);
                for variant in variants {
                    if let VariantKey::Identifier { name } = variant.key {
                        self.say(name, name, true);
                    }
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, chooses: bool) {
        match inline {
            InlineExpression::StringLiteral { value } => {
                self.say(value, &unescape_unicode_to_string(value), false);
            }
            InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                if let Some(message) = self.messages.last_mut() {
                    let arguments = if chooses { &mut message.chosen_by } else { &mut message.shown };
                    arguments.insert(id.name.to_owned());
                }
            }
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments, chooses),
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                self.refer(attribute.map_or(id.name.to_owned(), |name| format!("{}.{name}", id.name)), id.name);
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.refer(format!("-{}", id.name), id.name);
                if let Some(arguments) = arguments {
                    self.arguments(arguments, chooses);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>, chooses: bool) {
        arguments.positional.iter().for_each(|argument| self.inline(argument, chooses));
        arguments.named.iter().for_each(|argument| self.inline(&argument.value, chooses));
    }

    fn refer(&mut self, key: String, part: &str) {
        let at = self.offset(part);
        if let Some(message) = self.messages.last_mut() {
            message.refers_to.push((key, at));
        }
    }
}

/// Notes a reference to a message that this language does not have.
pub(super) fn note_broken(notes: &Notes, file: &File, at: usize, key: &str) {
    let what = format!("there is no message {} in this language", quoted(key));
    notes.note(file, at, Rule::BrokenLink, what, "correct the name, or write that message");
}
