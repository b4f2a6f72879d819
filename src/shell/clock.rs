//! The only clock of the house: time since the machine started, today's date in Brussels, and an alarm.

#![expect(clippy::disallowed_methods, reason = "this is the one place that reads a clock")]

use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rustix::time::{
    ClockId, Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, clock_gettime, timerfd_create,
    timerfd_settime,
};

use crate::base::{Date, DateTime, Millis, Today};
use crate::usage::counters::Moment;

/// The rule of Belgian time. It is written out so that no zone files are needed, on the machine or in the program.
const BELGIAN_TIME: &str = "CET-1CEST,M3.5.0,M10.5.0/3";
/// The file by which a machine that `kiosk-setup` made says that its clock stands before a time that has been.
const DOUBT: &str = "/run/kiosk-clock-unsure";

/// How long the machine has been running; time asleep counts.
pub fn boot_time() -> Millis {
    let time = clock_gettime(ClockId::Boottime);
    Millis(time.tv_sec.unsigned_abs() * 1000 + time.tv_nsec.unsigned_abs() / 1_000_000)
}

/// What the clocks of Brussels show, where today's date may be believed.
pub fn now(today: Today) -> Option<DateTime> {
    match today {
        Today::Sure(_) => belgian_time(clock_gettime(ClockId::Realtime).tv_sec),
        Today::Unsure => None,
    }
}

/// When a time on the clocks of Brussels comes, as [`boot_time`]; none where it is past.
pub fn boot_time_of(time: DateTime) -> Option<Millis> {
    let comes = TimeZone::posix(BELGIAN_TIME).ok()?.to_timestamp(time).ok()?.as_millisecond();
    let now = clock_gettime(ClockId::Realtime);
    let wait = u64::try_from(comes - (now.tv_sec * 1000 + now.tv_nsec / 1_000_000)).ok()?;
    Some(boot_time() + Millis(wait))
}

/// What may be believed of today's date, after the build of this program and the newest day that was begun in the counts.
pub fn today(newest_day: Option<Date>) -> Today {
    believe(belgian_time(clock_gettime(ClockId::Realtime).tv_sec), newest_day, is_clock_doubted())
}

/// Whether the machine itself found its clock before the last time that it knew: a clock that lost its battery.
pub fn is_clock_doubted() -> bool {
    Path::new(DOUBT).exists()
}

/// This moment, as far as it is counted.
pub fn moment(newest_day: Option<Date>) -> Moment {
    let now = belgian_time(clock_gettime(ClockId::Realtime).tv_sec);
    Moment::of(believe(now, newest_day, is_clock_doubted()), now.map(DateTime::hour).unwrap_or_default())
}

fn believe(now: Option<DateTime>, newest_day: Option<Date>, is_doubted: bool) -> Today {
    let known = newest_day.into_iter().chain(build_date());
    now.filter(|_| !is_doubted).map_or(Today::Unsure, |now| Today::believe(now.date(), known))
}

/// The day of the source that this program was built from.
pub fn build_date() -> Option<Date> {
    belgian_time(env!("KIOSK_BUILD_SECONDS").parse().ok()?).map(DateTime::date)
}

/// The moment, for a line of a log file: `2026-11-25T16:05:00Z`.
pub fn stamp() -> String {
    let seconds = clock_gettime(ClockId::Realtime).tv_sec;
    Timestamp::from_second(seconds).map(|moment| moment.to_string()).unwrap_or_default()
}

/// Date and time in Belgium at a moment in seconds since 1970.
pub fn belgian_time(seconds: i64) -> Option<DateTime> {
    let moment = Timestamp::from_second(seconds).ok()?;
    Some(TimeZone::posix(BELGIAN_TIME).ok()?.to_datetime(moment))
}

/// Wakes the loop at a moment of [`boot_time`], also when the machine slept through it: `poll` counts only time awake.
///
/// A key moves the moment further away almost every time. The timer is then left as it is and set anew when it goes off
/// too early, so that a key costs no system call.
pub struct Alarm {
    timer: OwnedFd,
    armed: Option<Millis>,
}

impl Alarm {
    /// An alarm that is not set.
    pub fn new() -> std::io::Result<Alarm> {
        let flags = TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC;
        Ok(Alarm { timer: timerfd_create(TimerfdClockId::Boottime, flags)?, armed: None })
    }

    /// Sees to it that the alarm goes off at `moment` at the latest, or not at all.
    pub fn set(&mut self, moment: Option<Millis>) -> std::io::Result<()> {
        let stands = match (self.armed, moment) {
            (None, None) => true,
            (Some(armed), Some(moment)) => armed <= moment,
            _ => false,
        };
        if stands {
            return Ok(());
        }
        let zero = Timespec { tv_sec: 0, tv_nsec: 0 };
        // A time of 0 would switch the timer off.
        let at = moment.map_or(zero, |Millis(at)| Timespec {
            tv_sec: i64::try_from(at / 1000).unwrap_or(i64::MAX),
            tv_nsec: (at % 1000 * 1_000_000).max(1) as _,
        });
        let time = Itimerspec { it_interval: zero, it_value: at };
        timerfd_settime(&self.timer, TimerfdTimerFlags::ABSTIME, &time)?;
        self.armed = moment;
        Ok(())
    }

    /// Takes note that it went off.
    pub fn acknowledge(&mut self) {
        self.armed = None;
        // Only the count of how often it went off is thrown away; where it did not, there is nothing to read.
        let _ = rustix::io::read(&self.timer, &mut [0; 8]);
    }
}

impl AsFd for Alarm {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.timer.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_that_of_brussels_in_winter_and_summer() {
        let date = |moment: &str| {
            let moment: Timestamp = moment.parse().expect("a moment");
            belgian_time(moment.as_second()).expect("a date").date().to_string()
        };
        assert_eq!(date("2026-01-31T22:59:59Z"), "2026-01-31");
        assert_eq!(date("2026-01-31T23:00:00Z"), "2026-02-01");
        assert_eq!(date("2026-07-31T21:59:59Z"), "2026-07-31");
        assert_eq!(date("2026-07-31T22:00:00Z"), "2026-08-01");
        // The night in which the clocks go back, and the one in which they go forward.
        assert_eq!(date("2026-10-25T22:59:59Z"), "2026-10-25");
        assert_eq!(date("2026-03-28T23:00:00Z"), "2026-03-29");
    }

    #[test]
    fn a_clock_before_the_build_or_before_a_known_day_is_not_believed() {
        let built = build_date().expect("the build has a date");
        assert!(matches!(today(None), Today::Sure(date) if date >= built));
        assert_eq!(today(Some(Date::constant(9000, 1, 1))), Today::Unsure);
    }

    #[test]
    fn a_clock_that_the_machine_doubts_is_not_believed() {
        let now = build_date().map(|date| date.at(12, 0, 0, 0));
        assert!(matches!(believe(now, None, false), Today::Sure(_)));
        assert_eq!(believe(now, None, true), Today::Unsure);
    }

    #[test]
    fn an_alarm_is_moved_only_when_it_would_be_too_late() {
        let mut alarm = Alarm::new().expect("a timer");
        let soon = boot_time() + Millis::from_seconds(1000);
        alarm.set(Some(soon)).expect("set");
        alarm.set(Some(soon + Millis(5))).expect("left as it is");
        assert_eq!(alarm.armed, Some(soon));
        alarm.set(Some(Millis(1))).expect("set earlier");
        assert_eq!(alarm.armed, Some(Millis(1)));
        let mut waiting = [rustix::event::PollFd::new(&alarm, rustix::event::PollFlags::IN)];
        assert_eq!(rustix::event::poll(&mut waiting, None), Ok(1));
        alarm.acknowledge();
        assert_eq!(alarm.armed, None);
    }
}
