//! Languages in groups, for tables in which a rare one would stand for somebody.

use crate::base::Lang;

/// A group of languages of visits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LanguageGroup {
    French,
    Dutch,
    English,
    /// Another official language of the European Union.
    OtherEuropean,
    Other,
}

/// The other official languages of the European Union.
const OTHER_EUROPEAN: [&str; 21] = [
    "bg", "cs", "da", "de", "el", "es", "et", "fi", "ga", "hr", "hu", "it", "lt", "lv", "mt", "pl", "pt", "ro", "sk",
    "sl", "sv",
];

impl LanguageGroup {
    /// All of them, in their order.
    pub const ALL: [LanguageGroup; 5] = [
        LanguageGroup::French,
        LanguageGroup::Dutch,
        LanguageGroup::English,
        LanguageGroup::OtherEuropean,
        LanguageGroup::Other,
    ];

    /// That of a language, whatever its region.
    pub fn of(lang: Lang) -> LanguageGroup {
        match lang.as_str().split('-').next().unwrap_or_default() {
            "fr" => LanguageGroup::French,
            "nl" => LanguageGroup::Dutch,
            "en" => LanguageGroup::English,
            tag if OTHER_EUROPEAN.contains(&tag) => LanguageGroup::OtherEuropean,
            _ => LanguageGroup::Other,
        }
    }

    /// Its name in counters.
    pub const fn name(self) -> &'static str {
        match self {
            LanguageGroup::French => "fr",
            LanguageGroup::Dutch => "nl",
            LanguageGroup::English => "en",
            LanguageGroup::OtherEuropean => "other-eu",
            LanguageGroup::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_a_group_and_rare_ones_share_one() {
        for (tag, name) in
            [("fr", "fr"), ("nl-be", "nl"), ("en", "en"), ("pt-br", "other-eu"), ("ar", "other"), ("tr", "other")]
        {
            assert_eq!(LanguageGroup::of(tag.parse().expect("a tag")).name(), name, "{tag}");
        }
        assert!(OTHER_EUROPEAN.is_sorted());
    }
}
