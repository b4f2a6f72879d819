//! How long a kiosk was there for residents, and why it started: nothing of it is about people.
//!
//! The opening hours are cut into ticks of five minutes. Each tick that begins while the kiosk runs is counted, and so is
//! each tick that there is, whether the kiosk ran or not.

use super::cell::{Cell, Table};
use crate::base::{Date, DateTime, Opening, TimeOfDay, Timetable};

/// The length of a tick in minutes.
const TICK: u32 = 5;
/// So many days ahead the next tick is looked for.
const DAYS_AHEAD: usize = 366;

/// How many ticks begin in the opening hours of a day.
pub fn ticks_on(hours: &Timetable<'_>, day: Date) -> u32 {
    hours.on(day).iter().map(|opening| length(opening).div_ceil(TICK)).sum()
}

/// The tick in which a moment lies, by its beginning; none while it is closed.
pub fn tick_at(hours: &Timetable<'_>, now: DateTime) -> Option<DateTime> {
    let minute = minutes(TimeOfDay { hour: now.hour().unsigned_abs(), minute: now.minute().unsigned_abs() });
    let is_open = |opening: &&Opening| (minutes(opening.from)..minutes(opening.to)).contains(&minute);
    let from = minutes(hours.on(now.date()).iter().find(is_open)?.from);
    at_minute(now.date(), from + (minute - from) / TICK * TICK)
}

/// When the next tick begins after a moment; none where it is always closed, or the hours are not known.
pub fn tick_after(hours: &Timetable<'_>, now: DateTime) -> Option<DateTime> {
    let days = std::iter::successors(Some(now.date()), |day| day.tomorrow().ok()).take(DAYS_AHEAD);
    let ticks = days.flat_map(|day| {
        let of_opening = |opening: &Opening| (minutes(opening.from)..minutes(opening.to)).step_by(TICK as usize);
        hours.on(day).iter().flat_map(of_opening).filter_map(move |minute| at_minute(day, minute))
    });
    ticks.into_iter().find(|tick| *tick > now)
}

fn minutes(time: TimeOfDay) -> u32 {
    u32::from(time.hour) * 60 + u32::from(time.minute)
}

fn length(opening: &Opening) -> u32 {
    minutes(opening.to).saturating_sub(minutes(opening.from))
}

fn at_minute(day: Date, minute: u32) -> Option<DateTime> {
    let time = jiff::civil::Time::new((minute / 60) as i8, (minute % 60) as i8, 0, 0).ok()?;
    Some(day.to_datetime(time))
}

/// How the run before this one ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// It ended because it should, or there was none.
    Ended,
    /// The machine lost its power, or stopped without a word.
    PowerCut,
    /// The program was killed, or hung until it was.
    Kill,
    /// A bug ended it.
    Bug,
}

impl Cause {
    /// All of them, those with a counter in the order of its name.
    pub const ALL: [Cause; 4] = [Cause::Ended, Cause::Bug, Cause::Kill, Cause::PowerCut];

    /// The counter of starts after such an end, beside that of all starts.
    pub fn cell(self) -> Option<Cell> {
        let name = match self {
            Cause::Ended => return None,
            Cause::PowerCut => "after-power-cut",
            Cause::Kill => "after-kill",
            Cause::Bug => "after-bug",
        };
        Some(Cell { table: Table::Up, name: name.into() })
    }
}

/// What the file says of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Run {
    /// None has begun, or it ended because it should.
    Ended,
    /// It has begun and has not said how it ended.
    Running,
    /// A bug ended it.
    Bug,
}

impl Run {
    /// How a run ended that left this behind. `is_same_boot`: the machine has not been started since that run began.
    pub fn cause(self, is_same_boot: bool) -> Cause {
        match (self, is_same_boot) {
            (Run::Ended, _) => Cause::Ended,
            (Run::Bug, _) => Cause::Bug,
            (Run::Running, true) => Cause::Kill,
            (Run::Running, false) => Cause::PowerCut,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::WeekHours;

    fn week(hours: &str) -> WeekHours {
        let mut week = WeekHours::default();
        week.0[..5].iter_mut().for_each(|day| *day = WeekHours::parse_day(hours).expect("written by hand"));
        week
    }

    fn moment(text: &str) -> DateTime {
        text.parse().expect("a moment")
    }

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn a_day_has_as_many_ticks_as_begin_while_it_is_open() {
        for (hours, ticks) in [
            ("09:00-17:00", 96),
            ("09:00-12:00,13:00-16:00", 72),
            ("09:00-09:05", 1),
            ("09:00-09:06", 2),
            ("09:02-09:04", 1),
            ("00:00-24:00", 288),
        ] {
            let week = week(hours);
            let table = Timetable::of(&week);
            assert_eq!(ticks_on(&table, date("2026-11-25")), ticks, "{hours}");
            // Each of them begins after the one before it, on that day.
            let mut now = moment("2026-11-24T23:59:59");
            for _ in 0..ticks {
                now = tick_after(&table, now).expect("there is a next one");
                assert_eq!((now.date(), tick_at(&table, now)), (date("2026-11-25"), Some(now)), "{hours}");
            }
            assert!(tick_after(&table, now).is_some_and(|next| next.date() == date("2026-11-26")), "{hours}");
        }
        let week = week("09:00-17:00");
        let table = Timetable::of(&week);
        assert_eq!(ticks_on(&table, date("2026-11-28")), 0, "a Saturday");
        assert_eq!(ticks_on(&table, date("2026-12-25")), 0, "a public holiday");
        assert_eq!(ticks_on(&Timetable::of(&WeekHours::default()), date("2026-11-25")), 0);
    }

    #[test]
    fn a_moment_lies_in_the_tick_that_began_last_and_in_none_while_it_is_closed() {
        let week = week("09:02-12:00,13:00-16:00");
        let table = Timetable::of(&week);
        for (now, tick) in [
            ("2026-11-25T09:01:59", None),
            ("2026-11-25T09:02:00", Some("2026-11-25T09:02:00")),
            ("2026-11-25T09:06:59", Some("2026-11-25T09:02:00")),
            ("2026-11-25T09:07:00", Some("2026-11-25T09:07:00")),
            ("2026-11-25T12:00:00", None),
            ("2026-11-25T15:59:59", Some("2026-11-25T15:55:00")),
            ("2026-11-28T10:00:00", None),
        ] {
            assert_eq!(tick_at(&table, moment(now)), tick.map(moment), "{now}");
        }
    }

    #[test]
    fn the_next_tick_may_lie_after_a_weekend_and_a_holiday_and_there_may_be_none() {
        let week = week("09:00-12:00");
        let table = Timetable::of(&week);
        // Christmas of 2026 is a Friday.
        assert_eq!(tick_after(&table, moment("2026-12-24T11:55:00")), Some(moment("2026-12-28T09:00:00")));
        assert_eq!(tick_after(&table, moment("2026-12-24T11:50:00")), Some(moment("2026-12-24T11:55:00")));
        assert_eq!(tick_after(&Timetable::of(&WeekHours::default()), moment("2026-12-24T11:50:00")), None);
    }

    #[test]
    fn a_run_that_did_not_say_how_it_ended_was_killed_unless_the_machine_started_since() {
        let causes = [Run::Ended, Run::Running, Run::Bug].map(|run| [true, false].map(|same| run.cause(same)));
        assert_eq!(
            causes,
            [[Cause::Ended; 2], [Cause::Kill, Cause::PowerCut], [Cause::Bug; 2]],
            "in this boot, and in one before"
        );
    }
}
