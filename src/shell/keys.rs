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

/// The longest sequence of a key; a longer one may hold text.
const KEY_MAX: usize = b"\x1b[24;5~".len();
/// No keyboard and no mouse sends a longer sequence: whatever is longer is text that somebody typed or pasted into one.
const SEQUENCE_MAX: usize = 32;
/// The first bytes of what some terminals put before pasted text: termina would keep all that follows.
const PASTE: &[u8] = b"\x1b[200~";
/// Ends every sequence that termina can be within, the begun paste too; on the way some of it may look like keys.
const ENDINGS: &[u8] = b"\x1b[201~uM q";
/// A sequence that is nothing, longer than any that is let into termina, to be written over what that remembers.
const BLANK_SEQUENCE: &[u8] = b"\x1b[00000000000000000000000000000000000000000000000000~";
/// As many events as termina's queue has places.
const QUEUE: usize = 32;

/// Reads keys off a stream of bytes that may be cut anywhere. What was read is not remembered, here or in termina.
#[derive(Default, Debug)]
pub struct Parser {
    parser: termina::Parser,
    /// How many bytes came since something was complete: where there are any, the rest of a sequence may be missing.
    begun: usize,
    /// Whether the last thing read was an Esc with nothing behind it.
    after_esc: bool,
    /// Whether termina may still hold what was typed: its queue and its buffer move on when something is taken out, and
    /// erase nothing.
    holds_text: bool,
}

impl Parser {
    /// Takes what one read gave.
    pub fn feed(&mut self, bytes: &[u8], out: &mut dyn FnMut(Input)) {
        if self.after_esc && bytes.first() == Some(&b'[') {
            // On a slow line the Esc of a sequence can come alone. It was taken for a key, and that is done; but the
            // digits in the rest of the sequence must not choose anything.
            self.parser.parse(&[ESC], true);
            self.begun = 1;
        }
        for (at, byte) in bytes.iter().enumerate() {
            // What begins here may stay unfinished: then nothing can be erased before the rest of it comes.
            if self.holds_text && !self.is_waiting() && !matches!(byte, b' '..=b'~') {
                self.erase();
            }
            let is_whole = *byte == ESC && is_key_before(bytes.get(at + 1));
            self.parser.parse(&[*byte], !is_whole);
            self.begun += 1;
            self.holds_text |= self.begun > KEY_MAX;
            let is_paste = *byte == b'~' && self.begun == PASTE.len();
            if self.drain(out) {
                self.begun = 0;
            } else if is_paste || self.begun == SEQUENCE_MAX {
                self.forget();
            }
        }
        self.after_esc = bytes.last() == Some(&ESC);
        if self.holds_text && !self.is_waiting() {
            self.erase();
        }
    }

    /// Whether the rest of a sequence may be missing.
    pub fn is_waiting(&self) -> bool {
        self.begun > 0
    }

    /// The rest does not come: what was begun is forgotten, so that no junk can swallow the keys after it.
    pub fn forget(&mut self) {
        self.parser.parse(ENDINGS, true);
        self.begun = 0;
        self.after_esc = false;
        self.erase();
    }

    /// Writes over everything that termina holds, between two sequences. Its parts cannot be reached from here, and a
    /// new parser in place of this one would leave them in memory that is free; but it takes any bytes.
    fn erase(&mut self) {
        self.parser.parse(BLANK_SEQUENCE, true);
        while self.parser.pop().is_some() {}
        for _ in 0..QUEUE {
            self.parser.parse(b" ", true);
            self.parser.pop();
        }
        self.holds_text = false;
    }

    /// Hands on what is complete; whether anything was.
    fn drain(&mut self, out: &mut dyn FnMut(Input)) -> bool {
        let mut any = false;
        while let Some(event) = self.parser.pop() {
            any = true;
            match event {
                Event::Key(key) => {
                    self.holds_text |= matches!(key.code, KeyCode::Char(_));
                    of_key(key, out);
                }
                Event::Mouse(mouse) => of_mouse(mouse).into_iter().for_each(&mut *out),
                _ => {}
            }
        }
        any
    }
}

/// Whether an Esc is a key of its own, as what comes next in the same read says. Two Esc are two keys, or a key and a
/// sequence. Before `]` and `P` begin answers of terminals, which nobody asked: termina would wait for their end and
/// keep all that is typed until then.
fn is_key_before(next: Option<&u8>) -> bool {
    matches!(next, None | Some(&ESC | b']' | b'P'))
}

/// A key event. Residents never need two keys at once: chords are nothing, except those that staff use (Ctrl and a
/// letter) and those that are really two keys.
fn of_key(event: KeyEvent, out: &mut dyn FnMut(Input)) {
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
            out(Input::Key(Key::Esc));
            plain(code)
        }
        code if chord.is_empty() => plain(code),
        _ => None,
    };
    key.map(Input::Key).into_iter().for_each(out);
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
        read_bytes(&pieces.iter().map(|piece| piece.as_bytes()).collect::<Vec<_>>())
    }

    fn read_bytes(pieces: &[&[u8]]) -> Vec<Input> {
        let mut parser = Parser::default();
        let mut found = Vec::new();
        for piece in pieces {
            parser.feed(piece, &mut |input| found.push(input));
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
            parser.feed(&[byte], &mut |input| found.push(input));
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

    #[test]
    fn what_is_pasted_or_follows_a_chord_with_a_bracket_is_typed_like_anything_else() {
        assert_eq!(keys("\x1b[200~1é\x1b[201~2"), [Key::Char('1'), Key::Char('é'), Key::Char('2')]);
        assert_eq!(keys("\x1b]0;1"), [Key::Esc, Key::Char(']'), Key::Char('0'), Key::Char(';'), Key::Char('1')]);
        assert_eq!(keys("\x1bP1"), [Key::Esc, Key::Char('P'), Key::Char('1')]);
    }

    #[test]
    fn a_sequence_that_never_ends_is_left_before_it_swallows_a_text() {
        let digits = "0".repeat(SEQUENCE_MAX - 2);
        assert_eq!(keys(&format!("\x1b[{digits}")), []);
        assert_eq!(keys(&format!("\x1b[{digits}123")), [Key::Char('1'), Key::Char('2'), Key::Char('3')]);
    }

    /// Pieces of what terminals send, whole and broken, and of what residents type.
    fn piece() -> impl Strategy<Value = &'static [u8]> {
        let keys =
            ["\x1b[A", "\x1bOP", "\x1b[[E", "\x1b[5~", "\x1b[24~", "\x1b[1;5A", "\x1b\t", "\x1b\x1b", "\x1bé", "\r"];
        let mouse = ["\x1b[<0;3;5M", "\x1b[<65;11;7m", "\x1b[M !!", "\x1b[<0;3"];
        let text = ["a", "7", "é", "€", "𝄞", " ", "~", "[", "O", "M", ";"];
        let broken = [
            "\x1b[",
            "\x1bO",
            "\x1b[200~",
            "\x1b[201~",
            "\x1b]0;",
            "\x1bP",
            "\x1b[?1;2",
            "\x1b[>0 q",
            "\x1b[>1",
            "\x1b[97u",
        ];
        let bytes: [&[u8]; 4] = [b"\xc3", b"\xe2\x82", b"\xff", b"\x00"];
        let all = [&keys[..], &mouse, &text, &broken].concat();
        prop::sample::select(all.into_iter().map(str::as_bytes).chain(bytes).collect::<Vec<_>>())
    }

    fn stream() -> impl Strategy<Value = Vec<u8>> {
        proptest::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn where_a_read_ends_changes_no_key_unless_it_leaves_an_esc_alone(
            bytes in stream(),
            cuts in proptest::collection::vec(any::<prop::sample::Index>(), 0..10),
        ) {
            let mut places: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
            places.retain(|at| *at > 0 && bytes[*at - 1] != ESC);
            places.extend([0, bytes.len()]);
            places.sort_unstable();
            let pieces: Vec<&[u8]> = places.windows(2).map(|ends| &bytes[ends[0]..ends[1]]).collect();
            prop_assert_eq!(read_bytes(&pieces), read_bytes(&[&bytes]));
        }

        #[test]
        fn there_are_never_more_keys_than_bytes(bytes in stream(), size in 1..20_usize) {
            let pieces: Vec<&[u8]> = bytes.chunks(size).collect();
            prop_assert!(read_bytes(&pieces).len() <= bytes.len());
        }

        #[test]
        fn whatever_was_begun_is_forgotten_whole(bytes in stream()) {
            let empty = format!("{:?}", termina::Parser::default());
            let mut parser = Parser::default();
            parser.feed(&bytes, &mut |_| {});
            if !parser.is_waiting() {
                prop_assert_eq!(&format!("{:?}", parser.parser), &empty);
            }
            parser.forget();
            prop_assert_eq!(&format!("{:?}", parser.parser), &empty);
        }

        #[test]
        fn junk_is_read_without_harm_and_swallows_no_key_after_it(junk in proptest::collection::vec(any::<u8>(), 0..200)) {
            let mut parser = Parser::default();
            let mut found = Vec::new();
            for piece in junk.chunks(7) {
                parser.feed(piece, &mut |input| found.push(input));
            }
            if parser.is_waiting() {
                parser.forget();
            }
            parser.feed(b"x", &mut |input| found.push(input));
            prop_assert_eq!(found.last(), Some(&Input::Key(Key::Char('x'))));
        }
    }
}
