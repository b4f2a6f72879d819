//! Phone numbers as people in Belgium write and read them aloud.
//!
//! The groups are written out here because the library that knows all countries, rlibphonenumber, adds 1.8 MB to the
//! program and 56 million instructions to its first use. It is the judge in the tests instead.

/// The calling codes of one and two digits; all others have three.
const SHORT_CALLING_CODES: [&str; 46] = [
    "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48",
    "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
    "86", "90", "91", "92", "93", "94", "95", "98",
];

/// "02 549 67 00" from `+3225496700`; "+33 140506070" for other countries; whatever is not `+` and digits, such as
/// "112", stays as it is.
pub(super) fn grouped(e164: &str) -> String {
    let Some(digits) = e164.strip_prefix('+').filter(|digits| digits.bytes().all(|b| b.is_ascii_digit())) else {
        return e164.to_owned();
    };
    match digits.strip_prefix("32").and_then(belgian) {
        Some(number) => number,
        None => abroad(digits),
    }
}

/// The number as one dials it inside the country, or nothing where its length fits no Belgian number.
fn belgian(number: &str) -> Option<String> {
    let groups: &[usize] = match (number.len(), number.as_bytes()) {
        // Free and paid numbers: 0800 99 961, 0903 12 345.
        (8, [b'8', b'0', b'0', ..] | [b'9', b'0', ..]) => &[3, 2, 3],
        // Brussels, Antwerp, Liège, Ghent: 02 549 67 00.
        (8, [b'2' | b'3' | b'9', ..] | [b'4', b'2' | b'3', ..]) => &[1, 3, 2, 2],
        // All other zones, and 070, 078: 081 24 54 11.
        (8, [b'1' | b'5'..=b'8', ..]) => &[2, 2, 2, 2],
        // Mobile phones: 0470 12 34 56.
        (9, [b'4', ..]) => &[3, 2, 2, 2],
        _ => return None,
    };
    let mut dialled = String::from("0");
    let mut rest = number;
    for (index, len) in groups.iter().enumerate() {
        let (group, after) = rest.split_at(*len);
        if index > 0 {
            dialled.push(' ');
        }
        dialled.push_str(group);
        rest = after;
    }
    Some(dialled)
}

/// The calling code apart, the rest in one piece: each country has groups of its own.
fn abroad(digits: &str) -> String {
    let code = SHORT_CALLING_CODES.iter().find(|code| digits.starts_with(**code)).map_or(3, |code| code.len());
    match digits.split_at_checked(code) {
        Some((code, rest)) if !rest.is_empty() => format!("+{code} {rest}"),
        _ => format!("+{digits}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat};

    use super::*;

    /// What libphonenumber says, for numbers that exist.
    fn judged(e164: &str) -> Option<String> {
        let number = PHONE_NUMBER_UTIL.parse(e164, None).ok().filter(|number| number.is_valid())?;
        Some(number.format_as(PhoneNumberFormat::National).into_owned())
    }

    #[test]
    fn belgian_numbers_are_grouped_as_people_write_them() {
        let pairs = [
            ("+3225496700", "02 549 67 00"),
            ("+3278170170", "078 17 01 70"),
            ("+32470123456", "0470 12 34 56"),
            ("+3280099961", "0800 99 961"),
            ("+3281245411", "081 24 54 11"),
            ("+3242232323", "04 223 23 23"),
            ("+3292101010", "09 210 10 10"),
            ("+3290312345", "0903 12 345"),
            ("+3270245245", "070 24 52 45"),
        ];
        for (e164, national) in pairs {
            assert_eq!(grouped(e164), national);
        }
    }

    #[test]
    fn other_numbers_keep_their_digits() {
        let pairs = [
            ("112", "112"),
            ("105", "105"),
            ("+33140506070", "+33 140506070"),
            ("+352247811", "+352 247811"),
            ("+12125550100", "+1 2125550100"),
            ("+32123", "+32 123"),
            ("+3200000000", "+32 00000000"),
            ("+32", "+32"),
            ("+3", "+3"),
            ("+", "+"),
            ("", ""),
            ("02/549 67 00", "02/549 67 00"),
            ("+32 2 549", "+32 2 549"),
            ("+32é", "+32é"),
        ];
        for (e164, shown) in pairs {
            assert_eq!(grouped(e164), shown);
        }
    }

    #[test]
    fn every_series_of_belgian_numbers_agrees_with_libphonenumber() {
        let mut agreed = 0;
        // The first three digits after 0 decide the groups: 8 and 9 digits, three endings each.
        for series in 100..1000 {
            for ending in ["12345", "20304", "99961", "123456", "203040", "999610"] {
                let e164 = format!("+32{series}{ending}");
                if let Some(national) = judged(&e164) {
                    assert_eq!(grouped(&e164), national, "{e164}");
                    agreed += 1;
                }
            }
        }
        assert!(agreed > 1500, "only {agreed} numbers of the series are valid: the test lost its judge");
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            cases: ProptestConfig::default().cases.max(2000),
            ..ProptestConfig::default()
        })]

        #[test]
        fn every_valid_belgian_number_agrees_with_libphonenumber(
            number in "[2349][0-9]{7}|[15-8][0-9]{7}|4[5-9][0-9]{7}|800[0-9]{5}|90[0-9]{6}|7[08][0-9]{6}",
        ) {
            let e164 = format!("+32{number}");
            if let Some(national) = judged(&e164) {
                prop_assert_eq!(grouped(&e164), national);
            }
        }

        #[test]
        fn no_digit_is_lost_or_added_but_the_zero_for_the_country(text in "\\+?[0-9]{0,14}|\\PC{0,12}") {
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            let (before, after) = (digits(&text), digits(&grouped(&text)));
            let dialled_inside = before.strip_prefix("32").is_some_and(|number| after == format!("0{number}"));
            prop_assert!(after == before || dialled_inside, "{} became {}", before, after);
        }
    }
}
