//! Prices in words: no library has a stable formatter for money, and the sign reads worse than the word.

use super::{Arg, Texts, mark_unless};
use crate::base::{Lang, Text};

impl Texts {
    /// "11 euros", "11,50 euros", from cents. Worded by the messages `price-whole` and `price-cents`.
    pub fn price(&self, lang: Lang, cents: u32) -> Text {
        let speaker = self.speaker(lang, "price-whole");
        let (euros, cents) = (i64::from(cents / 100), cents % 100);
        let amount = self.number(speaker, euros);
        let id = if cents == 0 { "price-whole" } else { "price-cents" };
        let cents = Text::plain(speaker, format!("{cents:02}"));
        let args = [("euros", Arg::Count(euros)), ("amount", Arg::Text(&amount)), ("cents", Arg::Text(&cents))];
        mark_unless(lang, speaker, self.part(speaker, id, &args))
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{brussels, lang, with_german};

    #[test]
    fn a_price_is_said_with_the_word_euro() {
        let texts = brussels();
        let price = |tag, cents| texts.price(lang(tag), cents).to_plain_string();
        assert_eq!(
            [0, 100, 150, 1100, 1105].map(|cents| price("fr", cents)),
            ["0 euro", "1 euro", "1,50 euro", "11 euros", "11,05 euros"]
        );
        assert_eq!([100, 1100, 1150].map(|cents| price("nl", cents)), ["1 euro", "11 euro", "11,50 euro"]);
        assert_eq!(
            [100, 150, 1100, 1150].map(|cents| price("en", cents)),
            ["1 euro", "1.50 euros", "11 euros", "11.50 euros"]
        );
        assert_eq!(price("fr", 128_846), "1\u{A0}288,46 euros");
        assert_eq!(price("nl", u32::MAX), "42.949.672,95 euro");
    }

    #[test]
    fn a_price_is_worded_by_one_language() {
        let said = with_german().price(lang("de"), 123_450);
        assert_eq!(said.to_plain_string(), "[NL] 1.234,50 euro");
        assert_eq!(said.0.len(), 2);
    }
}
