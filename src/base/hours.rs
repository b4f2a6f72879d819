//! Weekly opening hours, as staff and authors write them: `tuesday = "09:00-12:00,13:00-16:00"`.

use serde::{Deserialize, Serialize};

use super::Date;
use super::form::{Form, FormKey, Kind};

/// The names of the days in settings and content, Monday first.
pub const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const OPENINGS: Kind = Kind::Like(
    "^\\s*[0-9]{1,2}:[0-9]{2}-[0-9]{1,2}:[0-9]{2}\\s*(,\\s*[0-9]{1,2}:[0-9]{2}-[0-9]{1,2}:[0-9]{2}\\s*)*$",
    "09:00-12:00,13:00-16:00",
);
const fn day(name: &'static str) -> FormKey {
    FormKey::free(name, OPENINGS, "When it is open; a day that is left out is closed or not known")
}

/// The hours of a week in TOML.
pub const HOURS: Form = Form::of(&DAYS);
const DAYS: [FormKey; 7] = {
    let mut days = [day(""); 7];
    let mut at = 0;
    while at < days.len() {
        days[at] = day(WEEKDAYS[at]);
        at += 1;
    }
    days
};

/// A time of day to the minute, in local time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct TimeOfDay {
    pub hour: u8,
    pub minute: u8,
}

impl TimeOfDay {
    /// The midnight with which a day begins, and the one with which it ends.
    pub const MIDNIGHT_AT_START: TimeOfDay = TimeOfDay { hour: 0, minute: 0 };
    pub const MIDNIGHT_AT_END: TimeOfDay = TimeOfDay { hour: 24, minute: 0 };
}

/// One stretch of time in which a door or a phone line is open.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Opening {
    pub from: TimeOfDay,
    pub to: TimeOfDay,
}

/// The hours of an ordinary week: the openings of each day, Monday first. A day without openings is closed or unknown.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct WeekHours(pub [Vec<Opening>; 7]);

/// A day's hours that cannot be read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("'{0}' are not opening hours: write them like \"09:00-12:00,13:00-16:00\"")]
pub struct HoursError(pub String);

impl WeekHours {
    /// Reads the hours of one day, such as `09:00-12:00,13:00-16:00`.
    pub fn parse_day(text: &str) -> Result<Vec<Opening>, HoursError> {
        let wrong = || HoursError(text.chars().take(60).collect());
        let openings: Option<Vec<Opening>> = text.split(',').map(|part| parse_opening(part.trim())).collect();
        let openings = openings.ok_or_else(wrong)?;
        if openings.windows(2).any(|pair| pair[0].to > pair[1].from) {
            return Err(wrong());
        }
        Ok(openings)
    }

    /// Whether no day has hours.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    /// The openings of the weekday of a date.
    pub fn of_day(&self, date: Date) -> &[Opening] {
        &self.0[date.weekday().to_monday_zero_offset() as usize]
    }

    /// Neighbouring days with the same hours, put together: `(first day, last day, hours)`, closed days left out.
    pub fn runs(&self) -> Vec<(usize, usize, &[Opening])> {
        let mut runs: Vec<(usize, usize, &[Opening])> = Vec::new();
        for (day, openings) in self.0.iter().enumerate().filter(|(_, openings)| !openings.is_empty()) {
            match runs.last_mut() {
                Some((_, last, hours)) if *last + 1 == day && *hours == openings.as_slice() => *last = day,
                _ => runs.push((day, day, openings)),
            }
        }
        runs
    }
}

fn parse_opening(text: &str) -> Option<Opening> {
    let (from, to) = text.split_once('-')?;
    let opening = Opening { from: parse_time(from.trim())?, to: parse_time(to.trim())? };
    (opening.from < opening.to).then_some(opening)
}

fn parse_time(text: &str) -> Option<TimeOfDay> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let time = TimeOfDay { hour: hour.parse().ok()?, minute: minute.parse().ok()? };
    (time.minute < 60 && (time.hour < 24 || (time.hour == 24 && time.minute == 0))).then_some(time)
}

/// A week in a record of a pack: lists of numbers. In a file of an author or of staff it is text, and that is what
/// [`WeekHours`] itself reads.
pub mod week_of_record {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Opening, WeekHours};

    /// Writes it.
    pub fn serialize<S: Serializer>(week: &WeekHours, record: S) -> Result<S::Ok, S::Error> {
        week.0.serialize(record)
    }

    /// Reads it.
    pub fn deserialize<'de, D: Deserializer<'de>>(record: D) -> Result<WeekHours, D::Error> {
        <[Vec<Opening>; 7]>::deserialize(record).map(WeekHours)
    }
}

impl<'de> Deserialize<'de> for WeekHours {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let days = std::collections::BTreeMap::<String, String>::deserialize(deserializer)?;
        let mut week = WeekHours::default();
        for (day, hours) in days {
            let index = WEEKDAYS.iter().position(|name| *name == day);
            let index =
                index.ok_or_else(|| Error::custom(format!("'{day}' is not a day: write monday, tuesday, …")))?;
            week.0[index] = WeekHours::parse_day(&hours).map_err(Error::custom)?;
        }
        Ok(week)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_of_a_day_are_read_or_refused_with_an_example() {
        assert_eq!(WeekHours::parse_day("09:00-12:00, 13:00-16:30").map(|hours| hours.len()), Ok(2));
        for wrong in ["9-12", "12:00-09:00", "09:00-12:00,11:00-13:00", "25:00-26:00", "", "09:00"] {
            let error = WeekHours::parse_day(wrong).expect_err("these hours are wrong on purpose");
            assert!(error.to_string().contains("09:00-12:00"), "{error}");
        }
    }

    #[test]
    fn neighbouring_days_with_equal_hours_are_told_together() {
        let day = |text| WeekHours::parse_day(text).expect("written by hand");
        let mut week = WeekHours::default();
        week.0[0] = day("14:00-17:00");
        week.0[1] = day("09:00-12:00");
        week.0[2] = day("09:00-12:00");
        week.0[4] = day("09:00-12:00");
        let runs: Vec<_> = week.runs().into_iter().map(|(first, last, _)| (first, last)).collect();
        assert_eq!(runs, [(0, 0), (1, 2), (4, 4)]);
    }
}
