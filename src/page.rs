//! What a screen means, before anybody draws, reads out or prints it.
//!
//! A [`Page`] is built by `app` from its state, and is the same for the same state. Everything that shows it reads
//! the Page (plain text) or what [`layout()`] makes of it for a size (the screen, the pointer, the turning of pages).

mod bar;
mod beside;
mod chart;
mod choices;
mod field;
mod flow;
mod frame;
mod laid;
mod layout;
mod map;
mod paint;
#[cfg(test)]
mod proofs;
#[cfg(test)]
pub(crate) mod sample;
mod stops;
mod texts;
mod wrap;

pub use beside::{beside, width_beside};
pub use laid::{Hit, Ink, Laid, Row, Run};
pub use layout::layout;
pub use wrap::plain_rows;

use crate::base::{Key, Lang, Text, Typed};

/// Something on this page that can be chosen. The screen gives the number, the same in every language.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Spot(pub u16);

/// Whatever can hold the focus or be pressed. Pressing `Key` is pressing the key: the key bar needs no code of its own.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Target {
    /// A choice of the page.
    Spot(Spot),
    /// A key of the key bar.
    Key(Key),
    /// The line that says that more text follows: choosing it turns the page.
    More,
}

/// A place in the reading that outlives a change of size or language: a block, a part of it (a sentence, an item, a
/// fact, counted through nested blocks), and how many rows below the start of that part: 0 unless the screen begins in
/// the middle of a paragraph, or of a part that is taller than the screen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct Anchor {
    pub block: u16,
    pub part: u16,
    pub row: u16,
}

/// One screen, as meaning.
#[derive(Clone, PartialEq, Debug)]
pub struct Page {
    /// For tests and `kiosk page`; never shown.
    pub name: &'static str,
    /// The revision of the state it was built from: a press on an older page does nothing.
    pub rev: u64,
    /// The language of the visit; a span in another one is in that language on purpose or for want of a translation.
    pub lang: Lang,
    pub title: Text,
    /// Where one is, outermost first: Home, Identity, itsme. Without the title itself.
    pub place: Vec<Text>,
    pub progress: Option<Progress>,
    /// In reading order, which is also the order of the focus.
    pub blocks: Vec<Block>,
    /// The first part to show.
    pub at: Anchor,
    /// What the resident last moved to; `layout` decides where it stands when that is not in view.
    pub focus: Option<Target>,
    /// Whether the part to show is the one where the focus stands, wherever that is, instead of `at`.
    pub seeks: bool,
    /// What stands after all else for whoever sits beside the resident: it is left out where it would cost a screenful.
    pub aside: Option<Block>,
    /// The key bar, in the fixed order of the keymap. A key that does nothing here is `on: false` and keeps its place.
    pub keys: Vec<KeyHint>,
    /// One line that stands above the key bar until the next key.
    pub notice: Option<Notice>,
    /// What the line between the text and the key bar says when the text does not fit.
    pub turning: Turning,
}

impl Page {
    /// A page of these blocks and nothing around them: no place, no key bar, no words for what is out of view.
    pub fn bare(name: &'static str, lang: Lang, title: Text, blocks: Vec<Block>) -> Page {
        Page {
            name,
            rev: 0,
            lang,
            title,
            place: Vec::new(),
            progress: None,
            blocks,
            at: Anchor::default(),
            focus: None,
            seeks: false,
            aside: None,
            keys: Vec::new(),
            notice: None,
            turning: Turning { more: Text::default(), end: Text::default() },
        }
    }
}

/// The words for "there is more".
#[derive(Clone, PartialEq, Debug)]
pub struct Turning {
    /// More text follows: "More: press Enter".
    pub more: Text,
    /// This is the end, and text stands before it: "Back up: press PgUp".
    pub end: Text,
}

/// "Step 2 of 5".
#[derive(Clone, PartialEq, Debug)]
pub struct Progress {
    pub at: u16,
    pub of: u16,
    pub words: Text,
}

/// A key of the key bar and what it does here.
#[derive(Clone, PartialEq, Debug)]
pub struct KeyHint {
    pub key: Key,
    /// What is printed on the key, in the language of the visit.
    pub cap: Text,
    pub label: Text,
    /// Whether it does something on this page.
    pub on: bool,
    /// Whether it stays in the bar below 76 columns; the others follow there when the focus walks on (Tab).
    pub first: bool,
}

/// A line that tells something without moving the focus.
#[derive(Clone, PartialEq, Debug)]
pub struct Notice {
    pub mood: Mood,
    pub words: Text,
}

/// What a call-out or notice is. Always shown as a word and a sign, never as a colour alone.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Mood {
    Tip,
    Warning,
    /// A question that waits for an answer: "still there?".
    Ask,
}

/// The closed list of what a page is made of.
#[derive(Clone, PartialEq, Debug)]
pub enum Block {
    Heading(Text),
    Para(Text),
    List {
        ordered: bool,
        items: Vec<Text>,
    },
    /// A call-out; `title` is its word, such as "Watch out".
    Call {
        mood: Mood,
        title: Text,
        blocks: Vec<Block>,
    },
    /// Something that is only shown: a telephone, a page, a card reader, with what stands on it.
    Device {
        title: Text,
        blocks: Vec<Block>,
    },
    /// Routes, hours, cost: a label and its lines.
    Facts(Vec<Fact>),
    Choices(Choices),
    Field(Field),
    /// Tiles in their places, to be walked with the arrows.
    Map(Vec<Tile>),
    /// A picture of the keyboard. `words` says the same for those who do not see it.
    Keyboard {
        rows: Vec<Vec<Cap>>,
        words: Text,
    },
    /// Numbers that are compared: a bar for each, below each other.
    Bars(Vec<Bar>),
    Course(Course),
}

/// All of a share: see [`Bar::share`].
pub const WHOLE: u16 = 1000;

/// A number among others that it is compared with.
#[derive(Clone, PartialEq, Debug)]
pub struct Bar {
    pub label: Text,
    /// The number in words.
    pub value: Text,
    /// Its length, in thousandths of the longest; none where nothing is known.
    pub share: Option<u16>,
}

/// How a number went over time: columns side by side.
#[derive(Clone, PartialEq, Debug)]
pub struct Course {
    /// The height of each column, in thousandths of the highest that can be; none where nothing is known.
    pub points: Vec<Option<u16>>,
    /// What the highest that can be is.
    pub top: Text,
    /// The names of the first and of the last point.
    pub from: Text,
    pub to: Text,
    /// The same for those who do not see it.
    pub words: Text,
}

/// A label with what is known under it.
#[derive(Clone, PartialEq, Debug)]
pub struct Fact {
    pub label: Text,
    pub lines: Vec<Text>,
    /// Why the resident should check it first, where the kiosk is not sure of it.
    pub doubt: Option<Text>,
}

/// A line to type in. It can have the focus, like a choice.
#[derive(Clone, PartialEq, Debug)]
pub struct Field {
    pub spot: Spot,
    /// What stands before the text: "Search:".
    pub label: Text,
    pub typed: Typed,
    /// Whether all of it is shown, over several lines where one is too short; else its end.
    pub is_whole: bool,
    /// The word that a key would complete, with that key.
    pub completion: Option<Text>,
}

/// A list of choices.
#[derive(Clone, PartialEq, Debug)]
pub struct Choices {
    pub pick: Pick,
    pub head: Option<Text>,
    pub items: Vec<Item>,
}

/// How choices are laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pick {
    /// One below the other.
    Go,
    /// Side by side where they fit: yes, no, skip.
    Side,
    /// One below the other where digits are typed, and so choose nothing. What stands out in a label is the page's to say.
    Plain,
    /// Keys on the screen: as many side by side as fit, all of one width, without numbers.
    Keys,
}

/// One choice. Its number, if it has one, is given by `layout`: 1 to 9 are the first nine in view.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    pub spot: Spot,
    pub label: Text,
    pub detail: Option<Text>,
    /// Whether it is the one in force (a language, a theme) or already done (a step): a sign; `detail` has the word.
    pub marked: bool,
}

/// A tile of a map: a choice that stands in a column and a row.
#[derive(Clone, PartialEq, Debug)]
pub struct Tile {
    pub spot: Spot,
    /// Column and row, from 0. No two tiles of a map stand in one place.
    pub at: (u8, u8),
    /// The whole name, for those who do not see the map.
    pub name: Text,
    /// The name where there is some room, and where there is none.
    pub label: Text,
    pub short: Text,
    /// "4 places", and the number alone.
    pub detail: Text,
    pub count: Text,
}

/// A key in the picture of the keyboard.
#[derive(Clone, PartialEq, Debug)]
pub struct Cap {
    /// What is printed on it.
    pub sign: Text,
    /// Its width in cells, the frame included.
    pub width: u16,
    /// Whether this kiosk uses it.
    pub lit: bool,
}
