//! The ten public holidays of Belgium, by rule: seven fixed days, and three that follow Easter.
//!
//! No kept crate that goes with `jiff` was found for them.

use super::Date;

/// Month and day.
const FIXED: [(i8, i8); 7] = [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)];
/// Days after Easter Sunday: Easter Monday, Ascension Day, Whit Monday.
const AFTER_EASTER: [i32; 3] = [1, 39, 50];

/// Whether a day is one of the public holidays of Belgium.
pub fn is_public_holiday(day: Date) -> bool {
    FIXED.contains(&(day.month(), day.day()))
        || easter(day.year()).is_some_and(|easter| {
            AFTER_EASTER.iter().any(|days| easter.saturating_add(jiff::Span::new().days(*days)) == day)
        })
}

/// Easter Sunday of a year, by the rule of Meeus, Jones and Butcher for the Gregorian calendar; none before year 1.
pub fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    if year < 1 {
        return None;
    }
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let moon = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    Date::new(year as i16, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Easter Mondays as a public calendar lists them.
    const MONDAYS: [&str; 26] = [
        "2000-04-24",
        "2001-04-16",
        "2002-04-01",
        "2003-04-21",
        "2004-04-12",
        "2005-03-28",
        "2006-04-17",
        "2007-04-09",
        "2008-03-24",
        "2009-04-13",
        "2010-04-05",
        "2011-04-25",
        "2026-04-06",
        "2027-03-29",
        "2028-04-17",
        "2029-04-02",
        "2030-04-22",
        "2031-04-14",
        "2032-03-29",
        "2033-04-18",
        "2034-04-10",
        "2035-03-26",
        "2036-04-14",
        "2037-04-06",
        "2038-04-26",
        "2039-04-11",
    ];

    #[test]
    fn easter_is_where_the_calendar_has_it() {
        for monday in MONDAYS {
            let monday: Date = monday.parse().expect("a date");
            assert_eq!(easter(monday.year()).map(|sunday| sunday.tomorrow().expect("a day")), Some(monday));
        }
        for year in 1..=9999 {
            let sunday = easter(year).expect("every year has one");
            assert_eq!(sunday.weekday(), jiff::civil::Weekday::Sunday, "{sunday}");
            let (first, last) = (Date::constant(year, 3, 22), Date::constant(year, 4, 25));
            assert!((first..=last).contains(&sunday), "{sunday}");
        }
    }

    #[test]
    fn a_year_has_ten_public_holidays() {
        let holidays = |year: i16| -> Vec<String> {
            let days =
                Date::constant(year, 1, 1).series(jiff::Span::new().days(1)).take_while(|day| day.year() == year);
            days.filter(|day| is_public_holiday(*day)).map(|day| day.to_string()).collect()
        };
        let of_2027 = [
            "2027-01-01",
            "2027-03-29",
            "2027-05-01",
            "2027-05-06",
            "2027-05-17",
            "2027-07-21",
            "2027-08-15",
            "2027-11-01",
            "2027-11-11",
            "2027-12-25",
        ];
        assert_eq!(holidays(2027), of_2027);
        // In 2008 Ascension Day was the first of May.
        assert_eq!(holidays(2008).len(), 9);
    }
}
