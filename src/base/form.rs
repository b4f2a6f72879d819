//! The form of a file of TOML: which keys its tables may hold. The readers refuse all others, and the schemas for editors
//! are written from it, so that neither can know a key that the other does not.

/// What a table may hold.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    pub keys: &'static [FormKey],
    /// What may stand under the tag of each language beside the keys, if anything.
    pub said: Option<Kind>,
    /// Keys of which exactly one must be there.
    pub one_of: &'static [&'static str],
}

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub struct FormKey {
    pub name: &'static str,
    /// What it is for, in a few words.
    pub about: &'static str,
    /// Whether it must be there.
    pub is_needed: bool,
    pub kind: Kind,
    /// Another key, and the values of it with which this key must be there; with all others it has no place.
    pub only_with: Option<(&'static str, &'static [&'static str])>,
}

/// What a value looks like.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A text with words in it.
    Text,
    /// A text of a certain form: a regular expression that all common engines understand, and an example.
    Like(&'static str, &'static str),
    OneOf(&'static [&'static str]),
    Flag,
    /// A whole number, from and to.
    Integer(i64, i64),
    /// An amount of money: at most two digits after the point.
    Amount(u32),
    /// A day of the calendar, without quotes.
    Day,
    List(&'static Kind),
    /// A list with something in it.
    Several(&'static Kind),
    /// Either of the two.
    Or(&'static Kind, &'static Kind),
    Table(&'static Form),
    /// `[[key]]`
    Tables(&'static Form),
    /// Tables under names of the author's own: `[facts.my-fact]`.
    Named(&'static Form),
    /// One value for each language: `{ fr = "…", nl = "…" }`.
    Said(&'static Kind),
}

/// Small letters, digits and hyphens.
pub const ID: Kind = Kind::Like("^[a-z0-9-]+$", "my-id");

impl Form {
    /// A table of these keys and no others.
    pub const fn of(keys: &'static [FormKey]) -> Form {
        Form { keys, said: None, one_of: &[] }
    }

    /// The names of the keys.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.keys.iter().map(|key| key.name)
    }
}

impl FormKey {
    /// A key that must be there.
    pub const fn needed(name: &'static str, kind: Kind, about: &'static str) -> FormKey {
        FormKey { name, about, is_needed: true, kind, only_with: None }
    }

    /// A key that must be there where another key has one of some values, and that has no place elsewhere.
    pub const fn with(
        other: &'static str,
        values: &'static [&'static str],
        name: &'static str,
        kind: Kind,
        about: &'static str,
    ) -> FormKey {
        FormKey { name, about, is_needed: false, kind, only_with: Some((other, values)) }
    }

    /// A key that may be left out.
    pub const fn free(name: &'static str, kind: Kind, about: &'static str) -> FormKey {
        FormKey { name, about, is_needed: false, kind, only_with: None }
    }
}

/// The names of a list of names and what they stand for.
pub const fn names<T: Copy, const N: usize>(list: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut names = [""; N];
    let mut at = 0;
    while at < N {
        names[at] = list[at].0;
        at += 1;
    }
    names
}
