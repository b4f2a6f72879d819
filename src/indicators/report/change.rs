//! Whether a figure is another one than that of the period before, as far as rounding lets one say so.

use super::archive::{About, Archive, Figure, Series};
use crate::indicators::observation::Status;

/// A published count is at most so far from the true one.
const COUNT_ERROR: i64 = 4;

/// What became of a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    More,
    Fewer,
    /// Rounding alone may make the difference.
    Same,
    /// One of the two is not known, or the series is another one from here on.
    Unknown,
}

impl Change {
    /// Its word in messages: an attribute.
    pub const fn word(self) -> &'static str {
        match self {
            Change::More => "more",
            Change::Fewer => "fewer",
            Change::Same => "same",
            Change::Unknown => "alone",
        }
    }
}

/// What can make two figures differ although nothing changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rounding<'a> {
    /// A machine counted them: nothing.
    Exact,
    /// Counts that were rounded.
    Count,
    /// Shares of these counts, which are added up.
    ShareOf(&'a [About<'a>]),
}

/// The change between the last two figures of a series.
pub fn change<'a>(archive: &Archive<'a>, series: &Series<'a>, rounding: Rounding<'a>) -> Change {
    let (Some(now), Some(before)) = (series.now(), series.before()) else { return Change::Unknown };
    let is_new_series = now.status() == Status::Break;
    let (Some(value), Some(old)) = (now.tenths(), before.tenths()) else { return Change::Unknown };
    let errors = (error(archive, now, rounding), error(archive, before, rounding));
    let (Some(error), Some(old_error), false) = (errors.0, errors.1, is_new_series) else { return Change::Unknown };
    match value - old {
        difference if difference > error + old_error => Change::More,
        difference if -difference > error + old_error => Change::Fewer,
        _ => Change::Same,
    }
}

/// How far a figure may be from what it would be without rounding, in tenths: for a share `p` of `N`, 4(1+p)/N.
fn error<'a>(archive: &Archive<'a>, figure: Figure<'a>, rounding: Rounding<'a>) -> Option<i64> {
    match rounding {
        Rounding::Exact => Some(0),
        Rounding::Count => Some(COUNT_ERROR * 10),
        Rounding::ShareOf(parts) => {
            let counts = parts.iter().map(|about| archive.figure(*about, figure.period())?.tenths());
            let whole = counts.sum::<Option<i64>>().filter(|whole| *whole > 0)?;
            // In tenths of a percent: 1000 are the whole.
            Some((COUNT_ERROR * 10 * (1000 + figure.tenths()?)).div_euclid(whole) + 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::observation::{Flow, Key, Observation, TOTAL, Value};

    fn observation(flow: Flow, indicator: &'static str, period: &str, value: Value, status: Status) -> Observation {
        let [site, lang, item] = [TOTAL, TOTAL, TOTAL].map(str::to_owned);
        let key = Key { flow, indicator, period: period.parse().expect("a period"), site, lang, item };
        Observation { key, value: Some(value), status, unit: "PT" }
    }

    const SHARE: About = About::region(Flow::Shares, "INC09");
    const WHOLE: &[About] = &[About::region(Flow::T3, "GUIDE_START")];

    fn changed(values: [i64; 2], whole: u64, status: Status) -> Change {
        let mut published = Vec::new();
        for (period, value) in ["2026-09", "2026-10"].into_iter().zip(values) {
            published.push(observation(Flow::Shares, "INC09", period, Value::Tenths(value), status));
            published.push(observation(Flow::T3, "GUIDE_START", period, Value::Whole(whole), Status::Normal));
        }
        let archive = Archive::until("2026-10".parse().expect("a period"), &published);
        change(&archive, &archive.series(SHARE), Rounding::ShareOf(WHOLE))
    }

    #[test]
    fn what_rounding_alone_can_do_is_no_change() {
        // Of 100, a half moves by 6 points at each end.
        assert_eq!(changed([500, 610], 100, Status::Normal), Change::Same);
        assert_eq!(changed([500, 640], 100, Status::Normal), Change::More);
        assert_eq!(changed([500, 480], 1000, Status::Normal), Change::Fewer);
    }

    #[test]
    fn nothing_is_compared_over_a_break() {
        assert_eq!(changed([500, 900], 1000, Status::Break), Change::Unknown);
    }
}
