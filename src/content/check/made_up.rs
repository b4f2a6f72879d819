//! What is made up to learn with: no address in it may be one that somebody has or could buy, and no number one that rings.
//!
//! Free of harm are the names that nobody can have (RFC 2606: `.example`, `.test`, `.invalid`, `.localhost`, and
//! `example.com`, `.net` and `.org`) and numbers of which digits are masked: `0470 ## ## ##`.

use super::text::finding;
use super::typed::is_date;
use crate::content::finding::{Finding, Rule};
use crate::content::parse::notes::{Said, quoted};

/// Top-level names that nobody can have.
const RESERVED: [&str; 4] = ["example", "test", "invalid", "localhost"];
/// Names below others that nobody can have.
const RESERVED_BELOW: [&str; 3] = ["example.com", "example.net", "example.org"];
/// Endings of files that are no top-level names: `photo.jpg` is no address.
const FILES: [&str; 12] = ["pdf", "jpg", "jpeg", "png", "doc", "docx", "xls", "xlsx", "odt", "txt", "exe", "mp3"];
/// More digits than this in a row, with what stands between the pairs of them, may be a number that somebody has.
const DIGITS_MAX: usize = 6;

/// Addresses and numbers that somebody could have.
pub(super) fn check(said: &Said) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, word) in words(said.text) {
        if let Some(host) = host(word).filter(|host| !is_reserved(host)) {
            let what = format!("somebody has {} or could buy it", quoted(host));
            let mend = "end the made-up address with `.example`, such as `my-bank.example`, or use `example.org`";
            findings.push(finding(said, at, Rule::MadeUp, what, mend));
        }
    }
    for (at, number) in numbers(said.text) {
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        if digits > DIGITS_MAX && !is_date(number) {
            let what = format!("{} may be a number that somebody has", quoted(number));
            findings.push(finding(said, at, Rule::MadeUp, what, "mask its digits, such as `0470 ## ## ##`"));
        }
    }
    findings
}

/// The host of a word, if it is an address of the web or of e-mail.
pub(super) fn host(word: &str) -> Option<&str> {
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    let without_scheme = word.split_once("://").map_or(word, |(_, rest)| rest);
    let authority = without_scheme.split(['/', '?', '#']).next().unwrap_or_default();
    let has_path = authority.len() < without_scheme.len() || without_scheme.len() < word.len();
    let named = authority.rsplit_once('@');
    let behind = named.map_or(authority, |(_, host)| host);
    // "site:shop.be" is no host with a port.
    let host =
        behind.split(':').find(|part| part.contains('.')).or_else(|| behind.split(':').next()).unwrap_or_default();
    let (before, ending) = host.rsplit_once('.').unwrap_or(("", host));
    let is_name = before.ends_with(char::is_alphanumeric)
        && ending.chars().count() > 1
        && (ending.starts_with("xn--") || ending.chars().all(|sign| sign.is_alphabetic() || sign == '-'))
        && (has_path || named.is_some() || !FILES.contains(&ending.to_lowercase().as_str()));
    let is_mail = named.is_some_and(|(name, _)| name.ends_with(char::is_alphanumeric)) && !host.is_empty();
    (is_name || is_mail).then_some(host)
}

/// Whether nobody can have a name of the web.
fn is_reserved(host: &str) -> bool {
    let host = host.to_lowercase();
    let ending = host.rsplit('.').next().unwrap_or_default();
    let is_below = |name: &&str| host.strip_suffix(*name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    RESERVED.contains(&ending) || RESERVED_BELOW.iter().any(is_below)
}

/// What stands between spaces, with its place.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let at = move |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace().map(move |word| (at(word), word))
}

/// Digits with what people write between them, each run with its place. A masked digit ends a run.
fn numbers(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    let is_between = |sign: char| matches!(sign, ' ' | '\u{A0}' | '\u{202F}' | '.' | '/' | '-' | '(' | ')');
    for (at, sign) in text.char_indices().chain([(text.len(), 'x')]) {
        match (start, sign.is_ascii_digit()) {
            (None, true) => start = Some(at),
            (Some(from), false) if !is_between(sign) => {
                found.push((from, text[from..at].trim_end_matches(is_between)));
                start = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::parse::notes::{File, Origin, Use};

    fn found(text: &str) -> Vec<String> {
        let file = File::new("x".to_owned(), text);
        let origin = Origin { file: &file, at: 0, exact: true };
        check(&Said { origin, text, used_as: Use::MadeUp }).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn addresses_that_somebody_could_have_are_found() {
        for (text, host) in [
            ("Payez ici : mon-colis.be", "mon-colis.be"),
            ("info@ma-banque.com", "ma-banque.com"),
            ("https://www.example.be/x", "www.example.be"),
            ("Go to (my-example.org).", "my-example.org"),
            ("example.com.evil.net", "example.com.evil.net"),
            ("https://banque.example@vol.xyz/", "vol.xyz"),
            ("facture.zip", "facture.zip"),
            ("https://vol.be/photo.jpg", "vol.be"),
            ("naam@mail", "mail"),
            ("bücher.shop", "bücher.shop"),
            ("Site:mon-colis.be", "mon-colis.be"),
            ("https://vol.be:8080/x", "vol.be"),
            ("colis.xn--p1ai", "colis.xn--p1ai"),
        ] {
            assert_eq!(found(text), [format!("somebody has `{host}` or could buy it")], "{text}");
        }
    }

    #[test]
    fn numbers_that_somebody_could_have_are_found() {
        for number in ["0470 12 34 56", "02/549.67.00", "+32 2 549 67 00", "BE68 5390 0754 7034", "85.07.30-033.28"] {
            assert_eq!(found(number).len(), 1, "{number}");
        }
    }

    #[test]
    fn names_that_nobody_can_have_and_masked_numbers_are_left_alone() {
        for text in [
            "Votre banque, info@ma-banque-alerte.example",
            "https://rendez-vous.commune.example/passeport?x=1",
            "www.example.org/aide",
            "EXAMPLE.COM",
            "0470 ## ## ##",
            "BE68 #### #### ####",
            "photo.jpg, facture.pdf",
            "07/03/1955",
            "1000 Bruxelles, 2 euros avant midi",
            "N.B. fini",
            "@",
            "https://",
        ] {
            assert_eq!(found(text), [] as [String; 0], "{text}");
        }
    }
}
