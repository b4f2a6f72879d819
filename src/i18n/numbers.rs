//! Numbers with the separators of a language, by CLDR.

use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;

/// The shape of numbers in one language.
pub(super) struct Numbers(Option<DecimalFormatter>);

impl Numbers {
    /// The data of all languages is compiled in, so this finds some shape for every tag.
    pub(super) fn of(cldr: &Locale) -> Numbers {
        Numbers(DecimalFormatter::try_new(cldr.into(), DecimalFormatterOptions::default()).ok())
    }

    /// "1 234" in French, "1.234" in Dutch.
    pub(super) fn grouped(&self, number: i64) -> String {
        match &self.0 {
            Some(formatter) => one_kind_of_space(&formatter.format(&Decimal::from(number)).to_string()),
            None => number.to_string(),
        }
    }

    /// "12,3" in French, from a number of tenths.
    pub(super) fn tenths(&self, tenths: i64) -> String {
        let mut number = Decimal::from(tenths);
        number.multiply_pow10(-1);
        match &self.0 {
            Some(formatter) => one_kind_of_space(&formatter.format(&number).to_string()),
            None => number.to_string(),
        }
    }
}

/// CLDR groups French digits with the narrow U+202F, which screens may draw as nothing or as a box. U+00A0 is in every
/// font and keeps the number on one line as well.
pub(super) fn one_kind_of_space(text: &str) -> String {
    text.replace('\u{202F}', "\u{A0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_as_each_language_does() {
        let grouped = |tag: &str, number| Numbers::of(&tag.parse().expect("a tag")).grouped(number);
        assert_eq!(grouped("fr-BE", 1_234_567), "1\u{A0}234\u{A0}567");
        assert_eq!(grouped("nl-BE", 1_234_567), "1.234.567");
        assert_eq!(grouped("en-GB", 1_234_567), "1,234,567");
        assert_eq!(grouped("fr-BE", 999), "999");
        assert_eq!(grouped("fr-BE", -5), "-5");
        assert!(!grouped("xx", i64::MIN).is_empty());
    }

    #[test]
    fn a_decimal_is_always_written_and_stands_behind_the_sign_of_the_language() {
        let written = |tag: &str, number| Numbers::of(&tag.parse().expect("a tag")).tenths(number);
        assert_eq!(written("fr-BE", 12_345), "1\u{A0}234,5");
        assert_eq!(written("nl-BE", 120), "12,0");
        assert_eq!(["en-GB", "fr-BE"].map(|tag| written(tag, -5)), ["-0.5", "-0,5"]);
    }
}
