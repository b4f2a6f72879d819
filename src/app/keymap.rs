//! What each key means: the one table that the screens, the key bar, the help screen and the simulation read.

use crate::app::Keyboard;
use crate::base::Key;

/// What a resident or a member of staff wants when they press a key.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Command {
    Help,
    Languages,
    Search,
    Display,
    WriteDown,
    Person,
    Words,
    Hint,
    Finish,
    Back,
    Home,
    /// On to the next thing that can be chosen, the key bar too.
    Walk,
    WalkBack,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Choose,
    /// The n-th choice in view, from 1.
    Number(u8),
    /// Write this character into the field.
    Write(char),
    /// Take the last character of the field away.
    Unwrite,
    /// Write the rest of the word that is offered.
    Complete,
    /// Leave the program, where settings allow it.
    Leave,
}

/// A key of the key bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BarKey {
    pub key: Key,
    pub command: Command,
    /// The message with its short name in the bar.
    pub label: &'static str,
    /// The message that explains it on the help screen.
    pub help: &'static str,
    /// Whether it stays in the bar of a narrow screen.
    pub first: bool,
}

/// The key bar: the order is fixed, so that each key always has the same place.
pub const BAR: [BarKey; 12] = [
    bar(Key::F(1), Command::Help, "key-help", "help-help", true),
    bar(Key::F(2), Command::Languages, "key-languages", "help-languages", false),
    bar(Key::F(3), Command::Search, "key-search", "help-search", true),
    bar(Key::F(4), Command::Display, "key-display", "help-display", false),
    bar(Key::F(6), Command::WriteDown, "key-write-down", "help-write-down", false),
    bar(Key::F(7), Command::Person, "key-person", "help-person", true),
    bar(Key::F(8), Command::Words, "key-words", "help-words", false),
    bar(Key::F(9), Command::Hint, "key-hint", "help-hint", false),
    bar(Key::F(10), Command::Finish, "key-finish", "help-finish", true),
    bar(Key::Esc, Command::Back, "key-back", "help-back", true),
    bar(Key::Home, Command::Home, "key-home", "help-home", false),
    bar(Key::Tab, Command::Walk, "key-walk", "help-walk", true),
];

const fn bar(key: Key, command: Command, label: &'static str, help: &'static str, first: bool) -> BarKey {
    BarKey { key, command, label, help, first }
}

/// The keys that the bar does not name, in the order of the help screen.
pub const MOVES: [(&[Key], &str); 5] = [
    (&[Key::Up, Key::Down], "help-arrows"),
    (&[Key::Enter], "help-choose"),
    (&[Key::PageUp, Key::PageDown], "help-pages"),
    (&[Key::Char('1'), Key::Char('9')], "help-numbers"),
    (&[Key::Right], "help-complete"),
];

/// What a key means. Residents never need two keys at once, so every chord but Ctrl-Q means nothing.
pub fn meaning(key: Key, keyboard: Keyboard) -> Option<Command> {
    if let Some(bar) = BAR.iter().find(|bar| bar.key == key) {
        return Some(bar.command);
    }
    Some(match key {
        Key::Enter | Key::Char(' ') => Command::Choose,
        Key::Backspace => Command::Back,
        Key::BackTab => Command::WalkBack,
        Key::Up => Command::Up,
        Key::Down => Command::Down,
        Key::Left => Command::Left,
        Key::Right => Command::Right,
        Key::PageUp => Command::PageUp,
        Key::PageDown => Command::PageDown,
        Key::Ctrl('q') => Command::Leave,
        Key::Char(sign) => Command::Number(digit(sign, keyboard)?),
        _ => return None,
    })
}

/// What a key means on a screen with a field: every character is itself, digits and signs too, and Backspace only takes the
/// last one away. Where the focus is `beside` the field, a space chooses as everywhere and Right moves on.
pub fn meaning_while_typing(key: Key, keyboard: Keyboard, beside: bool) -> Option<Command> {
    match key {
        Key::Char(' ') if beside => Some(Command::Choose),
        Key::Char(sign) => Some(Command::Write(sign)),
        Key::Backspace => Some(Command::Unwrite),
        Key::Right if !beside => Some(Command::Complete),
        key => meaning(key, keyboard),
    }
}

/// The digit that stands on the key of a sign, from 1 to 9. Both AZERTY keyboards give digits with Shift only, and a
/// resident never needs two keys at once; with Caps Lock Linux gives capital accented letters there.
fn digit(sign: char, keyboard: Keyboard) -> Option<u8> {
    Some(match sign {
        '1'..='9' => sign as u8 - b'0',
        '&' => 1,
        'é' | 'É' => 2,
        '"' => 3,
        '\'' => 4,
        '(' => 5,
        '§' => 6,
        'è' | 'È' => 7,
        '!' => 8,
        'ç' | 'Ç' => 9,
        '-' if keyboard == Keyboard::Fr => 6,
        '_' if keyboard == Keyboard::Fr => 8,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digit_row_of_both_azerty_keyboards_needs_no_shift() {
        for (row, keyboard) in [("&é\"'(§è!ç", Keyboard::Be), ("&é\"'(-è_ç", Keyboard::Fr), ("123456789", Keyboard::Us)]
        {
            let digits: Vec<_> = row.chars().map(|sign| meaning(Key::Char(sign), keyboard)).collect();
            let wanted: Vec<_> = (1..=9).map(|digit| Some(Command::Number(digit))).collect();
            assert_eq!(digits, wanted, "{row}");
        }
        assert_eq!(meaning(Key::Char('É'), Keyboard::Be), Some(Command::Number(2)));
        assert_eq!(meaning(Key::Char('-'), Keyboard::Be), None, "on a Belgian keyboard the minus is not the key of 6");
    }

    #[test]
    fn in_a_field_every_character_is_itself_and_backspace_leads_nowhere() {
        for beside in [false, true] {
            let meaning = |key| meaning_while_typing(key, Keyboard::Be, beside);
            for sign in "azertyQS019&é\"'(§è!çà-_".chars() {
                assert_eq!(meaning(Key::Char(sign)), Some(Command::Write(sign)));
            }
            assert_eq!(meaning(Key::Backspace), Some(Command::Unwrite));
            for key in [Key::Esc, Key::Home, Key::F(7), Key::Tab, Key::Enter, Key::Down, Key::Ctrl('q')] {
                assert_eq!(meaning(key), super::meaning(key, Keyboard::Be), "{key:?}");
            }
        }
        assert_eq!(meaning_while_typing(Key::Char(' '), Keyboard::Be, false), Some(Command::Write(' ')));
        assert_eq!(meaning_while_typing(Key::Char(' '), Keyboard::Be, true), Some(Command::Choose));
    }

    #[test]
    fn no_chord_means_anything_but_the_way_out_for_staff() {
        for letter in ('a'..='z').filter(|letter| *letter != 'q') {
            assert_eq!(meaning(Key::Ctrl(letter), Keyboard::Be), None);
        }
    }

    #[test]
    fn no_key_stands_twice_in_the_bar() {
        for (index, bar) in BAR.iter().enumerate() {
            assert!(BAR.iter().skip(index + 1).all(|other| other.key != bar.key && other.label != bar.label));
        }
    }
}
