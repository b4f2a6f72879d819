//! What a resident types into a field. It lives as long as the visit, and leaves nothing behind.

use std::fmt;

use zeroize::Zeroizing;

/// Text that a resident typed. Its `Debug` tells its length alone, and it has neither `Display` nor `Serialize`, so no log,
/// file or counter can come to hold it by accident. Its place in memory is written over when it goes.
#[derive(Default)]
pub struct Typed(Zeroizing<String>);

impl Typed {
    /// So many characters are taken, and no more: nobody needs more words to say what they look for.
    pub const MOST: usize = 60;
    /// Bytes that a character takes at most: see [`Typed::takes`].
    const WIDEST: usize = 3;

    /// Whether a character can be written here: one that takes one cell and that the Linux console can show, or nearly all
    /// of them. That is all of French, Dutch and English, and their neighbours.
    pub fn takes(sign: char) -> bool {
        matches!(sign, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | '’' | '€')
    }

    /// Writes a character at the end. One that cannot be shown is not taken, nor a space before the first word.
    pub fn add(&mut self, sign: char) {
        let is_full = self.0.chars().count() >= Self::MOST;
        if is_full || !Self::takes(sign) || (sign == ' ' && self.0.is_empty()) {
            return;
        }
        // All the room at once: a text that grows would move to another place.
        let taken = self.0.len();
        self.0.reserve_exact((Self::MOST * Self::WIDEST).saturating_sub(taken));
        self.0.push(sign);
    }

    /// Writes several characters at the end, as many as there is room for.
    pub fn add_all(&mut self, text: &str) {
        text.chars().for_each(|sign| self.add(sign));
    }

    /// Takes the last character away.
    pub fn take_last(&mut self) {
        self.0.pop();
    }

    /// What stands there.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The word that is being written: what stands behind the last space.
    pub fn last_word(&self) -> &str {
        self.0.rsplit(' ').next().unwrap_or_default()
    }
}

impl Clone for Typed {
    fn clone(&self) -> Typed {
        let mut copy = Typed::default();
        copy.add_all(&self.0);
        copy
    }
}

impl PartialEq for Typed {
    fn eq(&self, other: &Typed) -> bool {
        *self.0 == *other.0
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Typed({} characters)", self.0.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Typed {
        let mut typed = Typed::default();
        typed.add_all(text);
        typed
    }

    #[test]
    fn nobody_reads_in_a_log_what_was_typed() {
        assert_eq!(format!("{:?}", typed("k0vaz")), "Typed(5 characters)");
    }

    #[test]
    fn it_never_moves_while_it_grows() {
        let mut text = typed("€");
        let place = text.as_str().as_ptr();
        text.add_all(&"€".repeat(100));
        assert_eq!(text.as_str().chars().count(), Typed::MOST);
        assert_eq!(text.as_str().as_ptr(), place);
    }

    #[test]
    fn only_what_takes_one_cell_is_taken() {
        assert_eq!(typed(" carte d’identité, œuf ŵ 2 €").as_str(), "carte d’identité, œuf ŵ 2 €");
        assert_eq!(typed("a\u{301}\n\u{7f}\u{ad}漢🙂b").as_str(), "ab");
        for sign in ['\0', '\u{85}', '\u{a0}', '\u{200b}'] {
            assert!(!Typed::takes(sign), "{sign:?}");
        }
    }

    #[test]
    fn the_last_character_can_be_taken_back_as_often_as_one_likes() {
        let mut text = typed("né");
        assert_eq!(text.last_word(), "né");
        text.add(' ');
        assert_eq!(text.last_word(), "");
        (0..5).for_each(|_| text.take_last());
        assert!(text.is_empty());
    }
}
