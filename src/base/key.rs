//! A key as the keyboard sends it, before anybody asked what it means.

/// One press of a key. What it does is decided by `app::keymap` alone.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Key {
    /// A printable character; Space is `Char(' ')`.
    Char(char),
    /// F1 is `F(1)`.
    F(u8),
    /// A letter held with Ctrl, in lower case.
    Ctrl(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}
