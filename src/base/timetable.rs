//! When a door is open: an ordinary week, the days that are not ordinary, and public holidays.
//!
//! All of it is told in the time that clocks in Brussels show. When these go forward or back, doors keep to them.

use serde::{Deserialize, Serialize};

use super::hours::{Opening, TimeOfDay, WeekHours, week_of_record};
use super::{Date, DateTime, is_public_holiday};

/// So many days ahead the next opening is looked for.
const DAYS_AHEAD: usize = 366;
/// A door that is open for so many days without a break is always open.
const DAYS_ALWAYS: usize = 8;

/// Days on which other hours hold than in an ordinary week.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Exception {
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Without any: closed.
    #[serde(with = "week_of_record")]
    pub hours: WeekHours,
}

/// When a door is open.
#[derive(Clone, Copy, Debug)]
pub struct Timetable<'t> {
    pub week: &'t WeekHours,
    /// The first one that holds on a day counts, on a public holiday too.
    pub exceptions: &'t [Exception],
    /// Whether public holidays are days like all others; else it is closed then.
    pub open_on_holidays: bool,
}

/// How a door stands at a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Door {
    OpenUntil(TimeOfDay),
    AlwaysOpen,
    Opens(Date, TimeOfDay),
    /// It does not open within a year.
    Closed,
}

impl<'t> Timetable<'t> {
    /// The timetable of an ordinary week, closed on public holidays.
    pub fn of(week: &'t WeekHours) -> Timetable<'t> {
        Timetable { week, exceptions: &[], open_on_holidays: false }
    }

    /// The openings of a day.
    pub fn on(&self, day: Date) -> &'t [Opening] {
        let exception = self.exceptions.iter().find(|exception| (exception.from..=exception.to).contains(&day));
        match exception {
            Some(exception) => exception.hours.of_day(day),
            None if is_public_holiday(day) && !self.open_on_holidays => &[],
            None => self.week.of_day(day),
        }
    }

    /// The openings of a day as a week in which no other day has any.
    pub fn week_of(&self, day: Date) -> WeekHours {
        let mut week = WeekHours::default();
        week.0[day.weekday().to_monday_zero_offset() as usize] = self.on(day).to_vec();
        week
    }

    /// Whether the door is open at a moment, and until when; else when it opens.
    pub fn at(&self, now: DateTime) -> Door {
        let time = TimeOfDay { hour: now.hour().unsigned_abs(), minute: now.minute().unsigned_abs() };
        let here = self.on(now.date());
        if let Some(opening) = here.iter().find(|opening| (opening.from..opening.to).contains(&time)) {
            return self.closes(now.date(), *opening);
        }
        if let Some(next) = here.iter().find(|opening| opening.from > time) {
            return Door::Opens(now.date(), next.from);
        }
        let later = days_after(now.date()).take(DAYS_AHEAD);
        let next = later.filter_map(|day| Some((day, self.on(day).first()?.from))).next();
        next.map_or(Door::Closed, |(day, from)| Door::Opens(day, from))
    }

    /// When a door closes that is open: openings that follow each other without a break are one.
    fn closes(&self, day: Date, opening: Opening) -> Door {
        let mut end = opening.to;
        for day in [day].into_iter().chain(days_after(day)).take(DAYS_ALWAYS) {
            // The record of a damaged pack may hold an opening that ends before it begins.
            while let Some(next) = self.on(day).iter().find(|next| next.from == end && next.to > end) {
                end = next.to;
            }
            let goes_on = end == TimeOfDay::MIDNIGHT_AT_END
                && day.tomorrow().is_ok_and(|next| {
                    self.on(next).first().is_some_and(|next| next.from == TimeOfDay::MIDNIGHT_AT_START)
                });
            if !goes_on {
                return Door::OpenUntil(end);
            }
            end = TimeOfDay::MIDNIGHT_AT_START;
        }
        Door::AlwaysOpen
    }
}

fn days_after(day: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(day.tomorrow().ok(), |day| day.tomorrow().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Vec<Opening> {
        WeekHours::parse_day(text).expect("written by hand")
    }

    fn week(days: &[(usize, &str)]) -> WeekHours {
        let mut week = WeekHours::default();
        for (at, hours) in days {
            week.0[*at] = day(hours);
        }
        week
    }

    fn told(timetable: Timetable, now: &str) -> String {
        let time = |time: TimeOfDay| format!("{}:{:02}", time.hour, time.minute);
        match timetable.at(now.parse().expect("a moment")) {
            Door::OpenUntil(end) => format!("until {}", time(end)),
            Door::AlwaysOpen => "always".to_owned(),
            Door::Opens(day, from) => format!("{day} {}", time(from)),
            Door::Closed => "closed".to_owned(),
        }
    }

    #[test]
    fn a_door_says_until_when_it_is_open_and_when_it_opens() {
        // 23 November 2026 is a Monday.
        let week = week(&[(0, "09:00-12:00,13:00-17:00"), (1, "09:00-12:00,12:00-16:00")]);
        let table = Timetable::of(&week);
        for (now, wanted) in [
            ("2026-11-23T08:59", "2026-11-23 9:00"),
            ("2026-11-23T09:00", "until 12:00"),
            ("2026-11-23T11:59:59", "until 12:00"),
            ("2026-11-23T12:00", "2026-11-23 13:00"),
            ("2026-11-23T17:00", "2026-11-24 9:00"),
            ("2026-11-24T09:30", "until 16:00"),
            ("2026-11-24T16:00", "2026-11-30 9:00"),
        ] {
            assert_eq!(told(table, now), wanted, "{now}");
        }
        assert_eq!(told(Timetable::of(&WeekHours::default()), "2026-11-23T09:00"), "closed");
    }

    #[test]
    fn a_public_holiday_is_closed_unless_somebody_says_otherwise() {
        let week = week(&[0, 1, 2, 3, 4].map(|at| (at, "09:00-17:00")));
        let table = Timetable::of(&week);
        // Friday 1 January 2027, and the Monday after it.
        assert_eq!(told(table, "2027-01-01T10:00"), "2027-01-04 9:00");
        assert_eq!(told(Timetable { open_on_holidays: true, ..table }, "2027-01-01T10:00"), "until 17:00");
        let date = Date::constant(2027, 1, 1);
        let open = [Exception { from: date, to: date, hours: self::week(&[(4, "10:00-12:00")]) }];
        assert_eq!(told(Timetable { exceptions: &open, ..table }, "2027-01-01T10:00"), "until 12:00");
    }

    #[test]
    fn exceptions_come_before_the_ordinary_week() {
        let (week, summer) = (week(&[(0, "09:00-17:00")]), week(&[(0, "10:00-12:00")]));
        let exceptions = [
            Exception {
                from: Date::constant(2027, 7, 26),
                to: Date::constant(2027, 7, 26),
                hours: WeekHours::default(),
            },
            Exception { from: Date::constant(2027, 7, 1), to: Date::constant(2027, 8, 31), hours: summer },
        ];
        let table = Timetable { exceptions: &exceptions, ..Timetable::of(&week) };
        assert_eq!(told(table, "2027-07-19T10:00"), "until 12:00");
        assert_eq!(told(table, "2027-07-19T12:00"), "2027-08-02 10:00", "the 26th is closed");
        assert_eq!(told(table, "2027-08-30T13:00"), "2027-09-06 9:00");
    }

    #[test]
    fn midnight_is_no_break() {
        let bar = week(&[(4, "20:00-24:00"), (5, "00:00-02:00")]);
        assert_eq!(told(Timetable::of(&bar), "2026-11-27T21:00"), "until 2:00");
        let late = week(&[(4, "20:00-24:00")]);
        assert_eq!(told(Timetable::of(&late), "2026-11-27T21:00"), "until 24:00");
        let always = week(&[0, 1, 2, 3, 4, 5, 6].map(|at| (at, "00:00-24:00")));
        assert_eq!(told(Timetable { open_on_holidays: true, ..Timetable::of(&always) }, "2026-11-27T21:00"), "always");
    }
}
