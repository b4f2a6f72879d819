//! Facts that were typed into a sentence: there, nobody finds them when they change.

use super::made_up;
use super::text::finding;
use crate::content::finding::{Finding, Rule};
use crate::content::parse::notes::{Said, Use, quoted};

/// Endings of names of the web.
const ENDINGS: [&str; 11] = ["be", "brussels", "vlaanderen", "com", "org", "eu", "net", "info", "gov", "fr", "nl"];
/// Words beside which a number is a number of a house.
const STREETS: [&str; 8] = ["rue", "avenue", "boulevard", "chaussée", "place", "square", "quai", "street"];
/// The same where they end a name: `Wetstraat`.
const DUTCH_STREETS: [&str; 4] = ["straat", "laan", "plein", "steenweg"];
/// What follows or goes before an amount of money.
const MONEY: [&str; 4] = ["€", "eur", "euro", "euros"];
/// What follows an hour.
const HOURS: [&str; 9] = ["h", "u", "uur", "heure", "heures", "o'clock", "am", "pm", "hrs"];

/// How the months begin in French, Dutch and English.
const MONTHS: [&str; 26] = [
    "janv", "janu", "févr", "febr", "mars", "maart", "march", "avril", "april", "mai", "mei", "may", "juin", "juni",
    "june", "juil", "juli", "july", "août", "augu", "sept", "octo", "okto", "nove", "déce", "dece",
];

/// Short numbers of help lines in Belgium.
const SHORT_NUMBERS: [&str; 12] =
    ["101", "102", "103", "105", "106", "107", "110", "112", "1712", "1722", "1733", "1819"];

/// What a typed fact looks like.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Kind {
    Mail,
    Web,
    Phone,
    Price,
    Hour,
    Date,
    Street,
    Number,
}

impl Kind {
    fn what(self) -> &'static str {
        match self {
            Kind::Mail => "an e-mail address",
            Kind::Web => "a web address",
            Kind::Phone => "a phone number",
            Kind::Price => "a price",
            Kind::Hour => "an hour",
            Kind::Date => "a date",
            Kind::Street => "an address",
            Kind::Number => "a number",
        }
    }

    fn example(self) -> &'static str {
        match self {
            Kind::Mail => "email = \"name@example.be\"",
            Kind::Web => "web = \"www.example.be\"",
            Kind::Phone => "phone = \"+3225496700\"",
            Kind::Price => "price = 11",
            Kind::Hour => "hours = { monday = \"09:00-12:00\" }",
            Kind::Date => "date = 2025-09-25",
            Kind::Street => "address = { … }",
            Kind::Number => "number = 3",
        }
    }
}

/// Typed facts of a text, each once.
pub(super) fn check(said: &Said) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !said.text.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | '.')) {
        return findings;
    }
    let words: Vec<(usize, &str)> = words(said.text).collect();
    let mut covered = 0;
    for (index, (at, word)) in words.iter().enumerate() {
        if *at < covered {
            continue;
        }
        let typed = typed(said.text, &words, index).or_else(|| made_up_address(said, (*at, word)));
        let Some((kind, end)) = typed else { continue };
        covered = end;
        let piece = said.text[*at..end].trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '€'));
        let what = format!("{} is {} in the text", quoted(if piece.is_empty() { word } else { piece }), kind.what());
        let words = if kind == Kind::Number { ", or write the number in words" } else { "" };
        let fact = kind.example();
        let mend = match said.used_as {
            Use::Lesson if is_address(kind) => OUTSIDE.to_owned(),
            Use::Lesson => "write it in words, or lead to the guide that has it with `related`".to_owned(),
            Use::Title => format!("leave it out of the title, and write it in the text as a fact, such as `{fact}`"),
            _ => format!("write it once as a fact, such as `{fact}`, and here `[](fact:its-id)`{words}"),
        };
        findings.push(finding(said, *at, rule(said.used_as, kind), what, mend));
    }
    findings
}

/// What is wrong with an address or number in a lesson: false ones stand where they are called false.
const OUTSIDE: &str =
    "leave it out: a made-up one stands in `fake`, `practice` or `wanted` alone, a real one in a guide";

fn is_address(kind: Kind) -> bool {
    matches!(kind, Kind::Mail | Kind::Web | Kind::Phone)
}

fn rule(used_as: Use, kind: Kind) -> Rule {
    if used_as == Use::Lesson && is_address(kind) { Rule::MadeUp } else { Rule::TypedFact }
}

/// An address in a lesson with any ending: those that nobody can have too.
fn made_up_address(said: &Said, (at, word): (usize, &str)) -> Option<(Kind, usize)> {
    let is_found = said.used_as == Use::Lesson && made_up::host(word).is_some();
    let kind = if word.contains('@') { Kind::Mail } else { Kind::Web };
    is_found.then_some((kind, at + word.len()))
}

/// The words of a text with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(char::is_whitespace).filter_map(move |word| {
        let start = at;
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

/// Whether a fact begins with a word, of which kind it is, and where it ends.
fn typed(text: &str, words: &[(usize, &str)], index: usize) -> Option<(Kind, usize)> {
    let (at, word) = words[index];
    let end = at + word.len();
    let core = word.trim_matches(|c: char| !c.is_alphanumeric());
    if is_mail(core) {
        return Some((Kind::Mail, end));
    }
    if is_web(core) {
        return Some((Kind::Web, end));
    }
    if !word.bytes().any(|byte| byte.is_ascii_digit()) || is_ordinary_name(core) {
        return None;
    }
    // A number goes on over spaces: `02 549 67 00`.
    let more = words[index + 1..]
        .iter()
        .take_while(|(_, next)| next.bytes().any(|byte| byte.is_ascii_digit()) && !next.contains(char::is_alphabetic));
    let end = more.last().map_or(end, |(at, last)| at + last.len());
    let last = words.partition_point(|(at, _)| *at < end);
    let whole = &text[at..end];
    let after = words.get(last).map(|(_, word)| bare(word)).unwrap_or_default();
    let before =
        index.checked_sub(1).and_then(|index| words.get(index)).map(|(_, word)| bare(word)).unwrap_or_default();
    match kind(whole, &before, &after, || near_street(words, index, last)) {
        Kind::Date if is_month(&after) => Some((Kind::Date, end_of_date(words, last))),
        kind => Some((kind, end)),
    }
}

fn kind(whole: &str, before: &str, after: &str, near_street: impl Fn() -> bool) -> Kind {
    let digits = whole.bytes().filter(u8::is_ascii_digit).count();
    let unit: String = whole.chars().skip_while(|c| !c.is_alphabetic()).take_while(|c| c.is_alphabetic()).collect();
    let unit = unit.to_lowercase();
    let clock = whole.split_once([':', '.']).is_some_and(|(hour, rest)| {
        let minutes = rest.bytes().take_while(u8::is_ascii_digit).count();
        minutes == 2 && hour.bytes().rev().take_while(u8::is_ascii_digit).count() <= 2 && digits <= 8
    });
    if whole.contains('€') || MONEY.contains(&after) || MONEY.contains(&before) || MONEY.contains(&unit.as_str()) {
        Kind::Price
    } else if is_date(whole) || is_month(after) {
        Kind::Date
    } else if whole.contains('+')
        || digits >= 8
        || SHORT_NUMBERS.contains(&whole.trim_matches(|c: char| !c.is_alphanumeric()))
    {
        Kind::Phone
    } else if clock || HOURS.contains(&after) || HOURS.contains(&unit.as_str()) {
        Kind::Hour
    } else if near_street() {
        Kind::Street
    } else {
        Kind::Number
    }
}

/// Where a date ends of which the month is the word `month`: behind the year, if it has one.
fn end_of_date(words: &[(usize, &str)], month: usize) -> usize {
    let is_year = |(_, word): &&(usize, &str)| word.bytes().filter(u8::is_ascii_digit).count() == 4;
    let last = words.get(month + 1).filter(is_year).or(words.get(month));
    last.map_or(0, |(at, word)| at + word.len())
}

/// `7/3/2026`, `07-03-26` or `2026-03-07`.
pub(super) fn is_date(whole: &str) -> bool {
    let whole = whole.trim_matches(|sign: char| !sign.is_ascii_digit());
    let parts: Vec<&str> = whole.split(['/', '-', '.']).collect();
    let lengths = match parts.as_slice() {
        [one, two, three] => [one.len(), two.len(), three.len()],
        _ => return false,
    };
    let digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    digits && matches!(lengths, [1..=2, 1..=2, 2 | 4] | [4, 2, 2]) && !whole.starts_with("00")
}

fn is_month(word: &str) -> bool {
    MONTHS
        .iter()
        .any(|start| if start.len() == 3 { word == *start } else { word.starts_with(start) && word.len() < 12 })
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '€').to_lowercase()
}

/// Whether a street is named in the sentence of the words `from..to`, not far from them.
fn near_street(words: &[(usize, &str)], from: usize, to: usize) -> bool {
    let ends = |word: &str| word.ends_with(['.', '!', '?', ':', ';']);
    let before = words[..from].iter().rev().take(8).take_while(|(_, word)| !ends(word));
    let last_of_sentence = words[from..to].last().is_some_and(|(_, word)| ends(word));
    let after = words[to..].iter().take(if last_of_sentence { 0 } else { 2 });
    before.chain(after).any(|(_, word)| is_street(&bare(word)))
}

fn is_street(word: &str) -> bool {
    STREETS.contains(&word) || DUTCH_STREETS.iter().any(|street| word.ends_with(street))
}

/// One digit that is part of a name: `MP3`, `F7`, `4G`.
fn is_ordinary_name(word: &str) -> bool {
    let mut signs = word.chars();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let first_is_digit = signs.next().is_some_and(|c| c.is_ascii_digit());
    let second = signs.next();
    let single = digits == 1 && word.chars().all(char::is_alphanumeric);
    if first_is_digit { single && second.is_some_and(char::is_uppercase) } else { single }
}

fn is_mail(word: &str) -> bool {
    word.split_once('@')
        .is_some_and(|(name, host)| name.ends_with(char::is_alphanumeric) && host.starts_with(char::is_alphanumeric))
}

fn is_web(word: &str) -> bool {
    let word = word.to_lowercase();
    if word.contains("://") || word.starts_with("www.") {
        return true;
    }
    let host = word.split('/').next().unwrap_or_default();
    host.rsplit_once('.').is_some_and(|(name, ending)| {
        ENDINGS.contains(&ending)
            && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'))
            && !name.is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::parse::notes::{File, Origin};

    fn found(text: &str) -> Vec<String> {
        let file = File::new("x".to_owned(), text);
        let origin = Origin { file: &file, at: 0, exact: true };
        check(&Said { origin, text, used_as: Use::Prose }).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn facts_typed_in_a_sentence_are_found() {
        for (text, expected) in [
            ("Call 112 now.", "`112` is a phone number in the text"),
            ("Bel 02 549 67 00.", "`02 549 67 00` is a phone number in the text"),
            ("Bel +32 2 549 67 00.", "`+32 2 549 67 00` is a phone number in the text"),
            ("It costs 7 €.", "`7` is a price in the text"),
            ("Cela coûte 12,50 euros.", "`12,50` is a price in the text"),
            ("À partir de 9 h du matin", "`9` is an hour in the text"),
            ("Open at 9:00.", "`9:00` is an hour in the text"),
            ("Vanaf 9u30.", "`9u30` is an hour in the text"),
            ("Rue de la Loi 16, à Bruxelles", "`16` is an address in the text"),
            ("Wetstraat 16", "`16` is an address in the text"),
            ("Go to www.example.org/x.", "`www.example.org/x` is a web address in the text"),
            ("Go to ombuds.brussels.", "`ombuds.brussels` is a web address in the text"),
            ("Write to info@example.be.", "`info@example.be` is an e-mail address in the text"),
            ("Go to Wetstraat. You have 8 days.", "`8` is a number in the text"),
            ("Le 1er étage", "`1er` is a number in the text"),
            ("Vóór 7/3/2026.", "`7/3/2026` is a date in the text"),
            ("Le 1er mars, ou avant", "`1er mars` is a date in the text"),
            ("On 12 March 2026", "`12 March 2026` is a date in the text"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
    }

    #[test]
    fn names_and_numbers_in_words_are_no_facts() {
        for text in [
            "An MP3 over 4G.",
            "Press F7.",
            "There are two ways.",
            "It contains the sign @.",
            "N.B. Fini.Ensuite",
            "e.g. this",
        ] {
            assert_eq!(found(text), [] as [String; 0], "{text}");
        }
    }
}
