//! The Belgian keyboard: which keys write a character, and where they are.

/// The rows of character keys from the top, each key by what it writes alone. `^` and `¨` wait for a letter.
const ROWS: [&str; 4] = ["²&é\"'(§è!çà)-", "azertyuiop^$", "qsdfghjklmùµ", "<wxcvbn,;:="];
/// The same keys with Shift.
const SHIFTED: [&str; 4] = ["³1234567890°_", "AZERTYUIOP¨*", "QSDFGHJKLM%£", ">WXCVBN?./+"];
/// What some keys write with Alt Gr: the sign, and what the key writes alone.
const ALT_GR: [(char, char); 13] = [
    ('|', '&'),
    ('@', 'é'),
    ('#', '"'),
    ('{', 'ç'),
    ('}', 'à'),
    ('€', 'e'),
    ('[', '^'),
    (']', '$'),
    ('\\', '<'),
    ('~', '='),
    ('^', '§'),
    ('´', 'ù'),
    ('`', 'µ'),
];
/// Letters that are written with `^` and a letter, and with `¨` and a letter.
const HATS: (&str, &str) = ("âêîôûÂÊÎÔÛ", "aeiouAEIOU");
const DOTS: (&str, &str) = ("äëïöüÄËÏÖÜ", "aeiouAEIOU");

/// A key to press: alone, or while another one is held down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stroke {
    /// Its row, from 0 at the digits; the space bar is row 4.
    pub row: usize,
    /// Its place in the row, from 0.
    pub column: usize,
    pub held: Held,
}

/// What is held down meanwhile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Held {
    Nothing,
    Shift,
    AltGr,
}

/// The row of the space bar.
pub const SPACE_ROW: usize = ROWS.len();

/// What is printed on the keys of a row: what each writes alone.
pub fn row(row: usize) -> Option<impl Iterator<Item = char>> {
    ROWS.get(row).map(|row| row.chars())
}

/// The keys that write a character, one after the other; nothing where this keyboard has none for it.
pub fn strokes(sign: char) -> Vec<Stroke> {
    if let Some(stroke) = stroke(sign) {
        return vec![stroke];
    }
    for (dead, (composed, letters)) in [('^', HATS), ('¨', DOTS)] {
        let letter = composed.chars().zip(letters.chars()).find(|(whole, _)| *whole == sign).map(|(_, letter)| letter);
        if let Some((dead, letter)) = stroke(dead).zip(letter.and_then(stroke)) {
            return vec![dead, letter];
        }
    }
    Vec::new()
}

fn stroke(sign: char) -> Option<Stroke> {
    if sign == ' ' {
        return Some(Stroke { row: SPACE_ROW, column: 0, held: Held::Nothing });
    }
    let alone = find(&ROWS, sign).map(|place| (place, Held::Nothing));
    let shifted = || find(&SHIFTED, sign).map(|place| (place, Held::Shift));
    let alt_gr = || {
        let (_, key) = ALT_GR.iter().find(|(written, _)| *written == sign)?;
        find(&ROWS, *key).map(|place| (place, Held::AltGr))
    };
    let ((row, column), held) = alone.or_else(shifted).or_else(alt_gr)?;
    Some(Stroke { row, column, held })
}

fn find(rows: &[&str], sign: char) -> Option<(usize, usize)> {
    rows.iter().enumerate().find_map(|(row, keys)| Some((row, keys.chars().position(|key| key == sign)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_has_as_many_signs_with_shift_as_without() {
        for (row, shifted) in ROWS.iter().zip(SHIFTED) {
            assert_eq!(row.chars().count(), shifted.chars().count(), "{row}");
        }
    }

    #[test]
    fn all_that_people_write_in_three_languages_can_be_found_on_the_keys() {
        for sign in "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789éèàçùâêîôûëïü @€.,;:!?'-_/&()".chars() {
            assert!(!strokes(sign).is_empty(), "{sign}");
        }
        assert_eq!(strokes('é'), [Stroke { row: 0, column: 2, held: Held::Nothing }]);
        assert_eq!(strokes('@'), [Stroke { row: 0, column: 2, held: Held::AltGr }]);
        assert_eq!(strokes('7'), [Stroke { row: 0, column: 7, held: Held::Shift }]);
        let [hat, letter] = strokes('ê')[..] else { panic!("two keys") };
        assert_eq!((hat, letter), (strokes('^')[0], strokes('e')[0]));
        assert_eq!(strokes('ï')[0].held, Held::Shift);
        assert!(strokes('œ').is_empty());
    }
}
