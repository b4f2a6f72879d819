//! What a terminal sends, as keys and presses of the mouse.
//!
//! termina's parser reads the bytes; the shell reads the terminal itself. crossterm's reader cannot serve: after a
//! sequence that it does not know (the 5 of a number pad) it stays in a blocking read, and time would stand still for
//! the visit (`docs/decisions/0007-reading-keys.md`).

use termina::event::{Event, KeyCode, KeyEvent, KeyEventKind, Modifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::base::Key;

/// Something that a resident did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Input {
    Key(Key),
    /// The left button of the mouse was released on this cell.
    Press {
        x: u16,
        y: u16,
    },
    /// The wheel turned: positive is towards the end of the text.
    Wheel(i8),
}

const ESC: u8 = 0x1b;

/// Reads keys off a stream of bytes that may be cut anywhere.
#[derive(Default, Debug)]
pub struct Parser {
    parser: termina::Parser,
    /// Whether the last byte completed nothing: the rest of a sequence may be missing.
    is_waiting: bool,
    /// Whether the last thing read was an Esc with nothing behind it.
    after_esc: bool,
}

impl Parser {
    /// Takes what one read gave.
    pub fn feed(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        if self.after_esc && bytes.first() == Some(&b'[') {
            // On a slow line the Esc of a sequence can come alone. It was taken for a key, and that is done; but the
            // digits in the rest of the sequence must not choose anything.
            self.parser.parse(&[ESC], true);
        }
        self.after_esc = bytes.last() == Some(&ESC);
        for (at, byte) in bytes.iter().enumerate() {
            // Two Esc are two keys, or a key and a sequence: the first one is complete.
            let is_whole = *byte == ESC && bytes.get(at + 1).is_none_or(|next| *next == ESC);
            self.parser.parse(&[*byte], !is_whole);
            self.is_waiting = !self.drain(out);
        }
    }

    /// Whether the rest of a sequence may be missing.
    pub fn is_waiting(&self) -> bool {
        self.is_waiting
    }

    /// The rest does not come: what was begun is forgotten, so that no junk can swallow the keys after it.
    pub fn forget(&mut self) {
        *self = Parser::default();
    }

    /// Moves what is complete to `out`; whether anything was.
    fn drain(&mut self, out: &mut Vec<Input>) -> bool {
        let mut any = false;
        while let Some(event) = self.parser.pop() {
            any = true;
            match event {
                Event::Key(key) => of_key(key, out),
                Event::Mouse(mouse) => out.extend(of_mouse(mouse)),
                _ => {}
            }
        }
        any
    }
}

/// A key event. Residents never need two keys at once: chords are nothing, except those that staff use (Ctrl and a
/// letter) and those that are really two keys.
fn of_key(event: KeyEvent, out: &mut Vec<Input>) {
    if event.kind == KeyEventKind::Release {
        return;
    }
    let chord = event.modifiers.difference(Modifiers::SHIFT);
    let key = match event.code {
        // Shift and Tab on the Linux console.
        KeyCode::Tab if chord == Modifiers::ALT => Some(Key::BackTab),
        // Some terminals send this for Backspace.
        KeyCode::Char('h') if chord == Modifiers::CONTROL => Some(Key::Backspace),
        KeyCode::Char(letter) if chord == Modifiers::CONTROL && letter.is_ascii_lowercase() => Some(Key::Ctrl(letter)),
        code @ (KeyCode::Char(_) | KeyCode::Enter | KeyCode::Backspace) if chord == Modifiers::ALT => {
            // An Esc that arrives with another key in one read is Esc, then that key.
            out.push(Input::Key(Key::Esc));
            plain(code)
        }
        code if chord.is_empty() => plain(code),
        _ => None,
    };
    out.extend(key.map(Input::Key));
}

fn plain(code: KeyCode) -> Option<Key> {
    Some(match code {
        KeyCode::Char(sign) if !sign.is_control() => Key::Char(sign),
        KeyCode::Function(number) => Key::F(number),
        KeyCode::Enter => Key::Enter,
        KeyCode::Escape => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return None,
    })
}

fn of_mouse(event: MouseEvent) -> Option<Input> {
    match event.kind {
        MouseEventKind::Up(MouseButton::Left) => Some(Input::Press { x: event.column, y: event.row }),
        MouseEventKind::ScrollUp => Some(Input::Wheel(-1)),
        MouseEventKind::ScrollDown => Some(Input::Wheel(1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(pieces: &[&str]) -> Vec<Input> {
        let mut parser = Parser::default();
        let mut found = Vec::new();
        for piece in pieces {
            parser.feed(piece.as_bytes(), &mut found);
        }
        found
    }

    fn keys(text: &str) -> Vec<Key> {
        let key = |input: Input| match input {
            Input::Key(key) => key,
            other => panic!("{other:?} is no key"),
        };
        read(&[text]).into_iter().map(key).collect()
    }

    #[test]
    fn the_keys_of_terminals_are_known() {
        let console = "\x1b[[A \x1b[[E \x1b[17~ \x1b[21~ \x1b[1~ \x1b[4~ \x1b[5~ \x1b[6~ \x1b[3~ \x1b\t \x7f";
        let mut wanted = vec![Key::F(1), Key::F(5), Key::F(6), Key::F(10), Key::Home, Key::End];
        wanted.extend([Key::PageUp, Key::PageDown, Key::Delete, Key::BackTab, Key::Backspace]);
        let spaces = |keys: Vec<Key>| keys.into_iter().filter(|key| *key != Key::Char(' ')).collect::<Vec<_>>();
        assert_eq!(spaces(keys(console)), wanted);
        let xterm = "\x1bOP \x1bOS \x1b[15~ \x1b[24~ \x1b[H \x1b[F \x1b[A \x1bOB \x1b[1;2C \x1b[D \x1b[Z \x1b[2~ \x08";
        let mut wanted = vec![Key::F(1), Key::F(4), Key::F(5), Key::F(12), Key::Home, Key::End, Key::Up, Key::Down];
        wanted.extend([Key::Right, Key::Left, Key::BackTab, Key::Insert, Key::Backspace]);
        assert_eq!(spaces(keys(xterm)), wanted);
        let signs = [Key::Char('a'), Key::Enter, Key::Tab, Key::Char('É'), Key::Char('€'), Key::Char('7')];
        assert_eq!(keys("a\r\tÉ€7"), signs);
    }

    #[test]
    fn an_esc_that_comes_with_another_key_is_esc_and_then_that_key() {
        assert_eq!(keys("\x1b"), [Key::Esc]);
        assert_eq!(keys("\x1bé"), [Key::Esc, Key::Char('é')]);
        assert_eq!(keys("\x1b\x1b[A"), [Key::Esc, Key::Up]);
        assert_eq!(keys("\x1b\x1b[5~"), [Key::Esc, Key::PageUp]);
        assert_eq!(keys("\x1b\r\x1b"), [Key::Esc, Key::Enter, Key::Esc]);
        assert_eq!(keys("\x1b\x1b\x1b"), [Key::Esc, Key::Esc, Key::Esc]);
    }

    #[test]
    fn chords_and_keys_without_a_meaning_are_nothing() {
        assert_eq!(keys("\x03\x1a"), [Key::Ctrl('c'), Key::Ctrl('z')]);
        assert_eq!(keys("\x1c\x1b[1;5A\x1b[1;3D\x1b[G\x1b[E\x1bOE"), []);
        assert_eq!(keys("\0\x1b[?1;2c\u{85}"), []);
    }

    #[test]
    fn only_the_left_button_and_the_wheel_count() {
        let events = "\x1b[<0;3;5M\x1b[<0;3;5m\x1b[<2;3;5m\x1b[<64;1;1M\x1b[<65;1;1M";
        assert_eq!(read(&[events]), [Input::Press { x: 2, y: 4 }, Input::Wheel(-1), Input::Wheel(1)]);
    }

    #[test]
    fn a_sequence_that_comes_in_pieces_is_still_one_key() {
        assert_eq!(read(&["\x1b[", "5", "~"]), [Input::Key(Key::PageUp)]);
        assert_eq!(read(&["\x1bO", "P"]), [Input::Key(Key::F(1))]);
        let mut parser = Parser::default();
        let mut found = Vec::new();
        for byte in "é".bytes() {
            parser.feed(&[byte], &mut found);
        }
        assert_eq!(found, [Input::Key(Key::Char('é'))]);
        assert!(!parser.is_waiting());
    }

    #[test]
    fn the_digits_of_a_torn_sequence_choose_nothing() {
        assert_eq!(read(&["\x1b", "[5~"]), [Input::Key(Key::Esc), Input::Key(Key::PageUp)]);
        assert_eq!(read(&["\x1b", "5"]), [Input::Key(Key::Esc), Input::Key(Key::Char('5'))]);
        assert_eq!(read(&["\x1b[5"]), []);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn junk_is_read_without_harm_and_swallows_no_key_after_it(junk in proptest::collection::vec(any::<u8>(), 0..200)) {
            let mut parser = Parser::default();
            let mut found = Vec::new();
            for piece in junk.chunks(7) {
                parser.feed(piece, &mut found);
            }
            if parser.is_waiting() {
                parser.forget();
            }
            parser.feed(b"x", &mut found);
            prop_assert_eq!(found.last(), Some(&Input::Key(Key::Char('x'))));
        }
    }
}
