//! When the kiosk wakes to count itself: at each tick of the opening hours, and once a day while the date is not sure.

use super::clock;
use crate::base::{DateTime, Millis, Timetable, Today, WeekHours};
use crate::usage::uptime::{tick_after, tick_at};

/// A day of a kiosk that does not know the date.
const DAY: Millis = Millis::from_seconds(24 * 60 * 60);
/// A tick that is told a little late lies in the right five minutes also where two clocks go differently.
const MARGIN: Millis = Millis::from_seconds(1);

/// What is to be counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Beat {
    /// A tick of the opening hours has begun.
    Tick,
    /// Another day without a date has gone by.
    UnsureDay,
}

/// Waits for ticks and days.
pub struct Uptime {
    hours: WeekHours,
    /// The tick that was counted last, or in which the kiosk started.
    tick: Option<DateTime>,
    /// So many days without a date end then, since the start of the kiosk.
    day_ends: Millis,
    is_sure: bool,
    next: Option<Millis>,
}

impl Uptime {
    /// Begins to wait.
    pub fn begin(hours: WeekHours, today: Today) -> Uptime {
        let now = clock::boot_time();
        let tick = clock::now(today).and_then(|now| tick_at(&Timetable::of(&hours), now));
        let mut uptime = Uptime { hours, tick, day_ends: now + DAY, is_sure: false, next: None };
        uptime.plan(today);
        uptime
    }

    /// When to wake at the latest. Nothing wakes the kiosk while it is closed.
    pub fn deadline(&self) -> Option<Millis> {
        self.next
    }

    /// Takes note of what is believed of the date now.
    pub fn heed(&mut self, today: Today) {
        if self.is_sure != matches!(today, Today::Sure(_)) {
            self.plan(today);
        }
    }

    /// What has become due at a moment, if anything. `today`: what is believed of the date, asked only then.
    pub fn beat(&mut self, now: Millis, today: impl FnOnce() -> Today) -> Option<Beat> {
        if self.next.is_none_or(|next| now < next) {
            return None;
        }
        let today = today();
        let beat = match today {
            Today::Sure(_) => self.new_tick(clock::now(today)),
            Today::Unsure => (self.day_ends <= now).then_some(Beat::UnsureDay),
        };
        while self.day_ends <= now {
            self.day_ends = self.day_ends + DAY;
        }
        self.plan(today);
        beat
    }

    /// A tick is counted once, also where the clock was set back a little.
    fn new_tick(&mut self, now: Option<DateTime>) -> Option<Beat> {
        let tick = tick_at(&Timetable::of(&self.hours), now?)?;
        let is_later = self.tick.is_none_or(|last| last < tick);
        self.tick = self.tick.max(Some(tick));
        is_later.then_some(Beat::Tick)
    }

    fn plan(&mut self, today: Today) {
        self.is_sure = matches!(today, Today::Sure(_));
        self.next = match clock::now(today) {
            Some(now) => {
                let next = tick_after(&Timetable::of(&self.hours), now);
                next.and_then(clock::boot_time_of).map(|next| next + MARGIN)
            }
            None => Some(self.day_ends),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn always() -> WeekHours {
        let mut week = WeekHours::default();
        week.0.iter_mut().for_each(|day| *day = WeekHours::parse_day("00:00-24:00").expect("written by hand"));
        week
    }

    fn today() -> Today {
        clock::today(None)
    }

    #[test]
    fn while_it_is_open_the_kiosk_wakes_once_in_five_minutes_and_counts_a_tick_once() {
        let mut uptime = Uptime::begin(always(), today());
        // A public holiday would be closed; then the next tick is far.
        let (now, next) = (clock::boot_time(), uptime.deadline().expect("there is a next tick"));
        assert!(next > now);
        assert_eq!(uptime.beat(now, today), None, "it is not due");
        // The clock of this machine says that the tick in which the kiosk started goes on.
        assert_eq!(uptime.beat(next, today), None);
        if uptime.tick.take().is_some() {
            assert!(next <= now + Millis::from_seconds(5 * 60 + 2));
            let next = uptime.deadline().expect("there is a next tick");
            assert_eq!(uptime.beat(next, today), Some(Beat::Tick));
            let next = uptime.deadline().expect("there is a next tick");
            assert_eq!(uptime.beat(next, today), None);
        }
    }

    #[test]
    fn without_hours_nothing_wakes_the_kiosk() {
        let uptime = Uptime::begin(WeekHours::default(), today());
        assert_eq!(uptime.deadline(), None);
    }

    #[test]
    fn without_a_date_the_kiosk_wakes_once_a_day() {
        let mut uptime = Uptime::begin(always(), Today::Unsure);
        let unsure = || Today::Unsure;
        let first = uptime.deadline().expect("a day");
        assert!(first <= clock::boot_time() + DAY);
        assert_eq!(uptime.beat(Millis(first.0 - 1), unsure), None);
        assert_eq!(uptime.beat(first, unsure), Some(Beat::UnsureDay));
        assert_eq!(uptime.deadline(), Some(first + DAY));
        // A machine that slept for two days tells of one wake-up; and the date may come back.
        assert_eq!(uptime.beat(first + DAY + DAY, unsure), Some(Beat::UnsureDay));
        assert_eq!(uptime.deadline(), Some(first + DAY + DAY + DAY));
        uptime.heed(today());
        assert!(uptime.is_sure && uptime.deadline() < Some(first + DAY));
    }
}
