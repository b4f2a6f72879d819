//! What can be typed on a Belgian keyboard, key by key: an exercise must not ask for anything else.

/// Letters and signs beside those of ASCII: with a key of their own, or with the dead keys of ^ and ¨.
const BESIDE_ASCII: &str = "éèçàù§°²³µ£€âêîôûäëïöüÂÊÎÔÛÄËÏÖÜ";

/// The first character of a text that a Belgian keyboard does not write.
pub(super) fn untypeable(text: &str) -> Option<char> {
    text.chars().find(|sign| !matches!(sign, ' '..='~') && !BESIDE_ASCII.contains(*sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_keys_of_their_own_can_be_typed_and_typographic_signs_cannot() {
        assert_eq!(untypeable("Été ? naam@example.org 7 €"), Some('É'));
        assert_eq!(untypeable("un café à 7 €, één koffie"), None);
        assert_eq!(untypeable("« non »"), Some('«'));
        assert_eq!(untypeable("l’eau"), Some('’'));
    }
}
