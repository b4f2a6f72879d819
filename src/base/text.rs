//! Styled text: what a sentence is made of before anybody draws, speaks or prints it.

use super::Lang;

/// A piece of text in one language with one role.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Span {
    pub text: Box<str>,
    /// The language the words are really in: of a fallback or a foreign name too.
    pub lang: Lang,
    pub role: Role,
}

/// What a span is, not how it looks: the theme decides that.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub enum Role {
    #[default]
    Plain,
    Strong,
    /// A hard word that F8 explains.
    Term,
    /// The name printed on a key.
    KeyCap,
    /// A phone number, a web, mail or street address: something to copy exactly.
    Address,
    /// Says that what follows is in another language than the page.
    LanguageMark,
}

/// A line or paragraph of text: spans in reading order.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Text(pub Vec<Span>);

impl Text {
    /// Text of one plain span.
    pub fn plain(lang: Lang, text: impl Into<Box<str>>) -> Text {
        Text::with_role(lang, Role::Plain, text)
    }

    /// Text of one span.
    pub fn with_role(lang: Lang, role: Role, text: impl Into<Box<str>>) -> Text {
        Text(vec![Span { text: text.into(), lang, role }])
    }

    /// The same text, followed by another.
    pub fn then(mut self, more: Text) -> Text {
        self.0.extend(more.0);
        self
    }

    /// The same text with every plain span in `role`.
    pub fn in_role(mut self, role: Role) -> Text {
        for span in self.0.iter_mut().filter(|span| span.role == Role::Plain) {
            span.role = role;
        }
        self
    }

    /// The characters alone, without roles.
    pub fn to_plain_string(&self) -> String {
        self.0.iter().map(|span| &*span.text).collect()
    }

    /// How many cells the text takes on one line: one per character (`check` refuses all others).
    pub fn width(&self) -> usize {
        self.0.iter().map(|span| span.text.chars().count()).sum()
    }

    /// Whether there is nothing to read.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|span| span.text.trim().is_empty())
    }
}
