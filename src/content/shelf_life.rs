//! How long a fact may be believed after somebody compared it with its source.
//!
//! `kiosk check --due` lists what is to be compared again. On a running kiosk, what is past its shelf life changes its
//! own sentence (`app/telling.rs`). Urgent numbers are listed, and always shown.

use super::model::{Fact, FactValue};
use crate::base::{Date, Today};

impl FactValue {
    /// The kind, as the key in TOML names it.
    pub fn kind(&self) -> &'static str {
        match self {
            FactValue::Phone(_) => "phone",
            FactValue::Web(_) => "web",
            FactValue::Email(_) => "email",
            FactValue::Number(_) => "number",
            FactValue::Price(_) => "price",
            FactValue::Hours(_) => "hours",
            FactValue::Address(_) => "address",
            FactValue::Code(_) => "code",
            FactValue::Date(_) => "date",
        }
    }

    /// For how many months it may be believed; for ever where it tells of the past, as the number of a judgment does.
    fn months(&self) -> Option<i32> {
        match self {
            FactValue::Hours(_) | FactValue::Price(_) => Some(6),
            FactValue::Phone(_) | FactValue::Web(_) | FactValue::Email(_) => Some(12),
            FactValue::Address(_) | FactValue::Number(_) => Some(12),
            FactValue::Code(_) | FactValue::Date(_) => None,
        }
    }
}

impl Fact {
    /// The day from which it is past its shelf life.
    pub fn due(&self) -> Option<Date> {
        let months = self.value.months()?;
        Some(self.checked.saturating_add(jiff::Span::new().months(months)))
    }

    /// Whether it is past its shelf life; never where nobody knows the date.
    pub fn is_past(&self, today: Today) -> bool {
        match (today, self.due()) {
            (Today::Sure(today), Some(due)) => today >= due,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(value: FactValue) -> Fact {
        Fact { id: "x".into(), value, sources: Vec::new(), checked: Date::constant(2026, 8, 31), confirm: false }
    }

    #[test]
    fn a_fact_is_past_on_the_day_it_falls_due() {
        let price = fact(FactValue::Price(100));
        assert_eq!(price.due(), Some(Date::constant(2027, 2, 28)), "the last day of a shorter month");
        assert!(!price.is_past(Today::Sure(Date::constant(2027, 2, 27))));
        assert!(price.is_past(Today::Sure(Date::constant(2027, 2, 28))));
    }

    #[test]
    fn where_the_date_is_not_sure_everything_stays_as_built() {
        assert!(!fact(FactValue::Price(100)).is_past(Today::Unsure));
    }

    #[test]
    fn what_tells_of_the_past_never_falls_due() {
        assert_eq!(fact(FactValue::Code("126/2025".into())).due(), None);
        assert_eq!(fact(FactValue::Date(Date::constant(2025, 9, 25))).due(), None);
    }
}
