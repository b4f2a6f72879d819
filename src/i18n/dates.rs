//! Dates in the words of a language, by CLDR.
//!
//! The formatter of one fixed calendar is used because it costs half the program size of the general one. How the day
//! of the week joins the date is the message `date-long`, because CLDR writes "Monday, 7 December 2026" where people in
//! Brussels, and GOV.UK, write no comma; a language without that message follows CLDR.

use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{E, YM, YMD, YMDE};
use icu_locale_core::Locale;

use super::numbers::one_kind_of_space;
use super::{Arg, Texts};
use crate::base::{Date, Lang, Text, WEEKDAYS};

impl Texts {
    /// "lundi 7 décembre 2026": with the day of the week, which people plan by, and never in figures only.
    pub fn date(&self, lang: Lang, date: Date) -> Text {
        let lang = self.known(lang);
        let dates = self.tongue(lang).dates();
        if !self.knows(lang, "date-long") {
            return Text::plain(lang, dates.with_weekday(date));
        }
        let weekday = self.weekday(lang, date.weekday().to_monday_zero_offset().unsigned_abs().into());
        let mut day = dates.without_weekday(date);
        // CLDR writes "1 mars", nobody else does.
        if date.day() == 1 && self.knows(lang, "date-first") {
            day = day.replacen('1', &self.say(lang, "date-first", &[]).to_plain_string(), 1);
        }
        let day = Text::plain(lang, day);
        self.part(lang, "date-long", &[("weekday", Arg::Text(&weekday)), ("date", Arg::Text(&day))])
    }

    /// "décembre 2026": the month in which a day lies.
    pub fn month(&self, lang: Lang, day: Date) -> Text {
        let lang = self.known(lang);
        Text::plain(lang, self.tongue(lang).dates().month(day))
    }

    /// The name of a day of the week, inside a sentence: 0 is Monday, 6 Sunday, 7 Monday again.
    pub fn weekday(&self, lang: Lang, index: usize) -> Text {
        let lang = self.known(lang);
        Text::plain(lang, self.tongue(lang).dates().weekday(index))
    }
}

/// How one language writes days.
pub(super) struct Dates {
    with_weekday: Option<FixedCalendarDateTimeFormatter<Gregorian, YMDE>>,
    without_weekday: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    weekday: Option<FixedCalendarDateTimeFormatter<Gregorian, E>>,
}

impl Dates {
    /// The data of all languages is compiled in, so this finds some words for every tag.
    pub(super) fn of(cldr: &Locale) -> Dates {
        Dates {
            with_weekday: FixedCalendarDateTimeFormatter::try_new(cldr.into(), YMDE::long()).ok(),
            without_weekday: FixedCalendarDateTimeFormatter::try_new(cldr.into(), YMD::long()).ok(),
            month: FixedCalendarDateTimeFormatter::try_new(cldr.into(), YM::long()).ok(),
            weekday: FixedCalendarDateTimeFormatter::try_new(cldr.into(), E::long()).ok(),
        }
    }

    fn with_weekday(&self, date: Date) -> String {
        match (&self.with_weekday, gregorian(date)) {
            (Some(formatter), Some(day)) => one_kind_of_space(&formatter.format(&day).to_string()),
            _ => date.to_string(),
        }
    }

    fn without_weekday(&self, date: Date) -> String {
        match (&self.without_weekday, gregorian(date)) {
            (Some(formatter), Some(day)) => one_kind_of_space(&formatter.format(&day).to_string()),
            _ => date.to_string(),
        }
    }

    fn month(&self, date: Date) -> String {
        match (&self.month, gregorian(date)) {
            (Some(formatter), Some(day)) => one_kind_of_space(&formatter.format(&day).to_string()),
            _ => format!("{:04}-{:02}", date.year(), date.month()),
        }
    }

    /// "lundi" for 0; the week begins again at 7.
    fn weekday(&self, index: usize) -> String {
        let index = index % WEEKDAYS.len();
        // 1 January 2024 was a Monday.
        let day = u8::try_from(index + 1).ok().and_then(|day| IcuDate::try_new_gregorian(2024, 1, day).ok());
        match (&self.weekday, day) {
            (Some(formatter), Some(day)) => one_kind_of_space(&formatter.format(&day).to_string()),
            _ => WEEKDAYS[index].to_owned(),
        }
    }
}

/// The same day for ICU; every day of the one library exists in the other.
fn gregorian(date: Date) -> Option<IcuDate<Gregorian>> {
    IcuDate::try_new_gregorian(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs()).ok()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{brussels, inline, lang, with_german};
    use super::*;

    #[test]
    fn a_date_is_said_in_full_in_each_language() {
        let texts = with_german();
        let said = |tag, day| texts.date(lang(tag), day);
        let day = Date::constant(2026, 12, 7);
        assert_eq!(said("fr", day), Text::plain(lang("fr"), "lundi 7 décembre 2026"));
        assert_eq!(said("nl", day).to_plain_string(), "maandag 7 december 2026");
        assert_eq!(said("en", day).to_plain_string(), "Monday 7 December 2026");
        assert_eq!(said("fr", Date::constant(2027, 2, 28)).to_plain_string(), "dimanche 28 février 2027");
        let first = Date::constant(2026, 3, 1);
        assert_eq!(said("fr", first).to_plain_string(), "dimanche 1er mars 2026");
        assert_eq!(said("nl", first).to_plain_string(), "zondag 1 maart 2026");
    }

    #[test]
    fn a_language_without_a_message_for_dates_follows_cldr() {
        let said = with_german().date(lang("de"), Date::constant(2026, 12, 7));
        assert_eq!(said, Text::plain(lang("de"), "Montag, 7. Dezember 2026"));
    }

    #[test]
    fn a_month_is_said_with_its_year() {
        let texts = with_german();
        let said = |tag| texts.month(lang(tag), Date::constant(2026, 12, 7)).to_plain_string();
        assert_eq!(
            ["fr", "nl", "en", "de"].map(said),
            ["décembre 2026", "december 2026", "December 2026", "Dezember 2026"]
        );
    }

    #[test]
    fn a_language_that_the_kiosk_does_not_have_counts_as_the_first() {
        assert_eq!(brussels().weekday(lang("zz"), 1), Text::plain(lang("fr"), "mardi"));
        assert_eq!(brussels().date(lang("zz"), Date::ZERO), brussels().date(lang("fr"), Date::ZERO));
    }

    #[test]
    fn every_date_and_every_tag_gives_words() {
        let texts = inline(&[("fr", "xx", "[]", "date-long = { $date }"), ("nl", "xx", "[]", "")]);
        for day in [Date::MIN, Date::MAX, Date::ZERO, Date::constant(2024, 2, 29)] {
            assert!(!texts.date(lang("fr"), day).is_blank() && !texts.date(lang("nl"), day).is_blank());
        }
    }

    #[test]
    fn the_week_begins_on_monday_and_begins_again() {
        let texts = brussels();
        let week = |tag| (0..8).map(|n| texts.weekday(lang(tag), n).to_plain_string()).collect::<Vec<_>>().join(" ");
        assert_eq!(week("fr"), "lundi mardi mercredi jeudi vendredi samedi dimanche lundi");
        assert_eq!(week("nl"), "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag maandag");
        assert_eq!(week("en"), "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Monday");
    }
}
