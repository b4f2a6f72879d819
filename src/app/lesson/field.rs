//! Whether a field of a form may be accepted.

use crate::content::model::FieldRule;

/// Why a field was not accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldFault {
    Empty,
    /// It is not written as it should be.
    Shape,
    /// It is well written, and not what was to be copied.
    Other,
}

/// Judges a field: written as its rule wants, and what was to be copied. Capitals and spaces do not matter where they do not
/// matter on a good form.
pub fn judge(rule: FieldRule, practice: &str, typed: &str) -> Result<(), FieldFault> {
    if typed.trim().is_empty() {
        return Err(FieldFault::Empty);
    }
    if !rule.accepts(typed) {
        return Err(FieldFault::Shape);
    }
    let is_same = bare(rule, typed) == bare(rule, &rule.typed(practice));
    if is_same { Ok(()) } else { Err(FieldFault::Other) }
}

/// A text without what does not matter in a field of this kind.
fn bare(rule: FieldRule, text: &str) -> String {
    let kept: String = match rule {
        FieldRule::Phone => text.chars().filter(char::is_ascii_digit).collect(),
        _ => text.split_whitespace().collect::<Vec<_>>().join(" "),
    };
    kept.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_copied_is_accepted_and_anything_else_is_told_apart() {
        let date = |typed| judge(FieldRule::Date, "07/03/1955", typed);
        assert_eq!(date("07/03/1955"), Ok(()));
        assert_eq!(date(" 07/03/1955 "), Ok(()));
        assert_eq!([date(""), date("  ")], [Err(FieldFault::Empty); 2]);
        assert_eq!(["7/3/1955", "07-03-1955", "31/02/1955", "hier"].map(date), [Err(FieldFault::Shape); 4]);
        assert_eq!(date("08/03/1955"), Err(FieldFault::Other));
        assert_eq!(judge(FieldRule::Text, "Camille Exemple", "camille  exemple"), Ok(()));
    }

    #[test]
    fn hidden_digits_of_a_phone_number_are_typed_as_noughts() {
        let phone = |typed| judge(FieldRule::Phone, "0470 ## ## ##", typed);
        assert_eq!(["0470 00 00 00", "0470000000", "0470/00.00.00"].map(phone), [Ok(()); 3]);
        assert_eq!(phone("0470 ## ## ##"), Err(FieldFault::Shape));
        assert_eq!(phone("0470 12 34 56"), Err(FieldFault::Other));
    }
}
