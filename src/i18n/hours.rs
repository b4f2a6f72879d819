//! Opening hours as sentences. All words and their order are messages (`hours-…` in `formats.ftl`): code only decides
//! which days go together and which message fits.

use super::{Arg, Texts, mark_unless};
use crate::base::{Date, DateTime, Door, Lang, Opening, Text, TimeOfDay, Timetable, WEEKDAYS, WeekHours};

impl Texts {
    /// One line per run of days with the same hours: "mardi et mercredi : 9 h à 12 h". A day without hours has no line.
    pub fn hours(&self, lang: Lang, week: &WeekHours) -> Vec<Text> {
        let speaker = self.speaker(lang, "hours-line");
        let line = |(first, last, openings): (usize, usize, &[Opening])| {
            let (days, times) = (self.days(speaker, first, last), self.times(speaker, openings));
            let args = [("days", Arg::Text(&days)), ("times", Arg::Text(&times))];
            mark_unless(lang, speaker, self.part(speaker, "hours-line", &args))
        };
        week.runs().into_iter().map(line).collect()
    }

    /// "open now, until 17:00", "opens Tuesday at 9:00".
    pub fn door(&self, lang: Lang, timetable: Timetable, now: DateTime) -> Text {
        let speaker = self.speaker(lang, "door-open-until");
        let text = match timetable.at(now) {
            Door::OpenUntil(TimeOfDay::MIDNIGHT_AT_END) => self.part(speaker, "door-open-until-midnight", &[]),
            Door::OpenUntil(end) => {
                self.part(speaker, "door-open-until", &[("time", Arg::Text(&self.time(speaker, end)))])
            }
            Door::AlwaysOpen => self.part(speaker, "door-always", &[]),
            Door::Opens(day, from) => self.opens(speaker, now.date(), day, from),
            Door::Closed => self.part(speaker, "door-closed", &[]),
        };
        mark_unless(lang, speaker, text)
    }

    /// "opens today at 13:00", "opens tomorrow at 9:00", "opens Tuesday at 9:00"; with the date where a week lies between.
    fn opens(&self, speaker: Lang, today: Date, day: Date, from: TimeOfDay) -> Text {
        let time = self.time(speaker, from);
        let time = ("time", Arg::Text(&time));
        // Both are days of the same year or the next one.
        let days_ahead = today.until(day).map_or(i32::MAX, |span| span.get_days());
        match days_ahead {
            0 => self.part(speaker, "door-opens-today", &[time]),
            1 => self.part(speaker, "door-opens-tomorrow", &[time]),
            2..7 => {
                let weekday = self.weekday(speaker, day.weekday().to_monday_zero_offset().unsigned_abs().into());
                self.part(speaker, "door-opens-weekday", &[("day", Arg::Text(&weekday)), time])
            }
            _ => self.part(speaker, "door-opens-date", &[("date", Arg::Text(&self.date(speaker, day))), time]),
        }
    }

    /// "lundi", "lundi et mardi", "du lundi au vendredi", "tous les jours"
    fn days(&self, speaker: Lang, first: usize, last: usize) -> Text {
        let (from, to) = (self.weekday(speaker, first), self.weekday(speaker, last));
        let both = [("first", Arg::Text(&from)), ("last", Arg::Text(&to))];
        match last.saturating_sub(first) + 1 {
            1 => self.part(speaker, "hours-days-one", &[("day", Arg::Text(&from))]),
            2 => self.part(speaker, "hours-days-two", &both),
            all if all == WEEKDAYS.len() => self.part(speaker, "hours-days-all", &[]),
            _ => self.part(speaker, "hours-days-run", &both),
        }
    }

    /// "9 h à 12 h et 13 h à 16 h"
    fn times(&self, speaker: Lang, openings: &[Opening]) -> Text {
        let mut spans = openings.iter().map(|opening| self.span(speaker, *opening)).peekable();
        let mut times = spans.next().unwrap_or_default();
        while let Some(next) = spans.next() {
            let id = if spans.peek().is_some() { "hours-comma" } else { "hours-and" };
            times = self.part(speaker, id, &[("before", Arg::Text(&times)), ("next", Arg::Text(&next))]);
        }
        times
    }

    fn span(&self, speaker: Lang, opening: Opening) -> Text {
        let (from, to) = (self.time(speaker, opening.from), self.time(speaker, opening.to));
        let from = ("from", Arg::Text(&from));
        match (opening.from, opening.to) {
            (TimeOfDay::MIDNIGHT_AT_START, TimeOfDay::MIDNIGHT_AT_END) => {
                self.part(speaker, "hours-day-and-night", &[])
            }
            (_, TimeOfDay::MIDNIGHT_AT_END) => self.part(speaker, "hours-span-midnight", &[from]),
            _ => self.part(speaker, "hours-span", &[from, ("to", Arg::Text(&to))]),
        }
    }

    fn time(&self, speaker: Lang, time: TimeOfDay) -> Text {
        let hour = ("hour", Arg::Count(time.hour.into()));
        if time.minute == 0 {
            return self.part(speaker, "hours-time", &[hour]);
        }
        let minute = Text::plain(speaker, format!("{:02}", time.minute));
        self.part(speaker, "hours-time-minutes", &[hour, ("minute", Arg::Text(&minute))])
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{brussels, lang, with_german};
    use super::*;

    fn week(days: &[(usize, &str)]) -> WeekHours {
        let mut week = WeekHours::default();
        for (day, hours) in days {
            week.0[*day] = WeekHours::parse_day(hours).expect("written by hand");
        }
        week
    }

    fn told(tag: &str, week: &WeekHours) -> Vec<String> {
        brussels().hours(lang(tag), week).iter().map(Text::to_plain_string).collect()
    }

    #[test]
    fn days_with_the_same_hours_are_told_together() {
        let week = week(&[
            (0, "14:00-17:00"),
            (1, "09:00-12:00"),
            (2, "09:00-12:00"),
            (4, "08:30-12:00,13:00-16:05"),
            (5, "08:30-12:00,13:00-16:05"),
            (6, "08:30-12:00,13:00-16:05"),
        ]);
        assert_eq!(
            told("fr", &week),
            [
                "lundi : 14 h à 17 h",
                "mardi et mercredi : 9 h à 12 h",
                "du vendredi au dimanche : 8 h 30 à 12 h et 13 h à 16 h 05"
            ]
        );
        assert_eq!(
            told("nl", &week),
            [
                "maandag: 14 tot 17 uur",
                "dinsdag en woensdag: 9 tot 12 uur",
                "vrijdag tot en met zondag: 8.30 tot 12 uur en 13 tot 16.05 uur"
            ]
        );
        assert_eq!(
            told("en", &week),
            [
                "Monday: 14:00 to 17:00",
                "Tuesday and Wednesday: 9:00 to 12:00",
                "Friday to Sunday: 8:30 to 12:00 and 13:00 to 16:05"
            ]
        );
    }

    #[test]
    fn midnight_is_a_word_and_a_whole_day_is_day_and_night() {
        let late = week(&[(3, "18:00-24:00")]);
        assert_eq!(told("fr", &late), ["jeudi : 18 h à minuit"]);
        assert_eq!(told("nl", &late), ["donderdag: 18 uur tot middernacht"]);
        assert_eq!(told("en", &late), ["Thursday: 18:00 to midnight"]);
        let always = week(&[0, 1, 2, 3, 4, 5, 6].map(|day| (day, "00:00-24:00")));
        assert_eq!(told("fr", &always), ["tous les jours : jour et nuit"]);
        assert_eq!(told("nl", &always), ["elke dag: dag en nacht"]);
        assert_eq!(told("en", &always), ["every day: day and night"]);
    }

    #[test]
    fn three_openings_read_as_a_list() {
        let week = week(&[(0, "08:00-10:00,11:00-12:00,13:00-16:00")]);
        assert_eq!(told("fr", &week), ["lundi : 8 h à 10 h, 11 h à 12 h et 13 h à 16 h"]);
    }

    #[test]
    fn a_week_without_hours_has_no_line() {
        assert!(told("fr", &WeekHours::default()).is_empty());
    }

    #[test]
    fn a_line_is_worded_by_one_language_and_marked_once() {
        let lines = with_german().hours(lang("de"), &week(&[(0, "09:00-12:00")]));
        assert_eq!(lines[0].to_plain_string(), "[NL] maandag: 9 tot 12 uur");
        assert_eq!(lines[0].0.iter().map(|span| span.lang.to_string()).collect::<Vec<_>>(), ["de", "nl"]);
    }

    #[test]
    fn a_language_without_any_words_for_hours_still_gives_one_line_per_run() {
        let texts = super::super::fixture::inline(&[("fr", "fr-BE", "[]", "")]);
        assert_eq!(texts.hours(lang("fr"), &week(&[(0, "09:00-12:00")])), [Text::plain(lang("fr"), "hours-line")]);
    }
}
