//! Rounding with a secret: a count becomes a multiple of five, up or down by a draw that is always the same for the same
//! cell and that nobody can repeat without the secret.

use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::observation::Key;

/// Counts are rounded to multiples of this.
pub const BASE: u64 = 5;
/// What is rounded to less than this is withheld.
pub const THRESHOLD: u64 = 10;
/// The same for what people chose to say of themselves.
pub const VOLUNTARY_THRESHOLD: u64 = 20;
/// The counts to which that one applies: what people chose to say of themselves, or what says something of their health.
pub const VOLUNTARY: [&str; 4] = ["FIRST", "AGE", "HOME_NET", "A11Y"];
/// What went up on fewer days than this, added up over the sites, is withheld.
pub const DAYS: u64 = 5;

/// The secret of a year: the owner of the data keeps it off every kiosk, and destroys it when the year is archived.
#[derive(Clone)]
pub struct Secret([u8; 32]);

impl Secret {
    /// That of these bytes.
    pub const fn new(bytes: [u8; 32]) -> Secret {
        Secret(bytes)
    }

    /// A count, rounded for its cell: the mean over all secrets is the count itself.
    pub fn rounded(&self, key: &Key, n: u64) -> u64 {
        let (whole, rest) = (n / BASE, n % BASE);
        // u / 2^64 < rest / BASE, without fractions.
        let is_up = u128::from(self.draw(&canon(key))) * u128::from(BASE) < u128::from(rest) << 64;
        BASE * (whole + u64::from(is_up))
    }

    fn draw(&self, canon: &str) -> u64 {
        // A key of any length will do.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return 0 };
        mac.update(canon.as_bytes());
        let digest = mac.finalize().into_bytes();
        digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

/// The name of a cell, in one fixed order.
fn canon(key: &Key) -> String {
    let Key { flow, period, indicator, site, lang, item } = key;
    format!("v1|{}|{period}|{indicator}|{site}|{lang}|{item}", flow.id())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::observation::{Flow, TOTAL};

    fn key(site: &str) -> Key {
        let total = || TOTAL.to_owned();
        let period = "2026-11".parse().expect("a period");
        Key { flow: Flow::T1, period, indicator: "SESSIONS", site: site.to_owned(), lang: total(), item: total() }
    }

    fn secret(number: u64) -> Secret {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&number.to_le_bytes());
        Secret::new(bytes)
    }

    #[test]
    fn the_mean_over_all_secrets_is_the_count_itself() {
        for n in 0..=14 {
            let sum: u64 = (0..100_000).map(|number| secret(number).rounded(&key("BIB21004A"), n)).sum();
            let mean = sum as f64 / 100_000.0;
            assert!((mean - n as f64).abs() < 0.05, "{n}: {mean}");
        }
    }

    #[test]
    fn nothing_and_multiples_of_five_stay_and_others_go_to_a_neighbour() {
        for number in 0..1000 {
            for n in 0..60 {
                let rounded = secret(number).rounded(&key("BIB21004A"), n);
                assert!(rounded.is_multiple_of(BASE) && rounded.abs_diff(n) < BASE, "{n}: {rounded}");
            }
        }
    }

    #[test]
    fn the_same_cell_is_always_rounded_alike_and_another_one_in_its_own_way() {
        let draws = |site: &str| -> Vec<u64> { (0..64).map(|number| secret(number).rounded(&key(site), 12)).collect() };
        assert_eq!(draws("BIB21004A"), draws("BIB21004A"));
        assert_ne!(draws("BIB21004A"), draws("BIB21004B"));
    }

    #[test]
    fn a_published_ten_is_six_to_fourteen_and_a_withheld_count_is_at_most_nine() {
        let mut of_ten = [false; 30];
        for number in 0..2000 {
            for n in 0..30 {
                let rounded = secret(number).rounded(&key("x"), n);
                of_ten[n as usize] |= rounded == THRESHOLD;
                assert!(rounded >= THRESHOLD || n <= 9);
            }
        }
        let possible: Vec<usize> = (0..30).filter(|n| of_ten[*n]).collect();
        assert_eq!(possible, (6..=14).collect::<Vec<_>>());
    }
}
