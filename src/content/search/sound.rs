//! How a word sounds, roughly: words that people write as they hear them get the code of the word that they mean.
//!
//! Each language has a table of rules, read from the longest to the shortest at each letter. French and Dutch keep their
//! vowels; in English those say little of the sound, so all are one.

use crate::base::Lang;

/// What must follow a run of letters for a rule to hold.
#[derive(Clone, Copy, PartialEq)]
enum Then {
    Any,
    End,
    Vowel,
    /// `a`, `o` or `u`.
    Dark,
    /// `e`, `i` or `y`.
    Front,
    /// A consonant that does not open the nose, or the end.
    Closed,
    /// `b`, `m` or `p`.
    Lips,
}

use Then::{Any, Closed, Dark, End, Front, Lips, Vowel};

/// Letters, what must follow, and how they sound.
type Rule = (&'static str, Then, &'static str);

/// Nasal vowels are digits; `c` is the sound of *chat*, `j` that of *jour*.
const FRENCH: &[Rule] = &[
    ("tion", Closed, "si3"),
    ("sion", Closed, "si3"),
    ("tions", End, "si3"),
    ("sions", End, "si3"),
    ("eaux", Any, "o"),
    ("eau", Any, "o"),
    ("aux", End, "o"),
    ("au", Any, "o"),
    ("oin", Closed, "w1"),
    ("ien", Closed, "i1"),
    ("ain", Closed, "1"),
    ("ein", Closed, "1"),
    ("aim", Closed, "1"),
    ("in", Closed, "1"),
    ("im", Lips, "1"),
    ("un", Closed, "1"),
    ("yn", Closed, "1"),
    ("ym", Lips, "1"),
    ("an", Closed, "2"),
    ("am", Lips, "2"),
    ("en", Closed, "2"),
    ("em", Lips, "2"),
    ("on", Closed, "3"),
    ("om", Lips, "3"),
    ("oi", Any, "wa"),
    ("oy", Any, "wa"),
    ("ou", Vowel, "w"),
    ("ou", Any, "u"),
    ("eu", Any, "e"),
    ("oe", Any, "e"),
    ("œ", Any, "e"),
    ("ai", Any, "e"),
    ("ei", Any, "e"),
    ("ay", Any, "e"),
    ("ey", Any, "e"),
    ("er", End, "e"),
    ("ez", End, "e"),
    ("et", End, "e"),
    ("ée", End, "e"),
    ("ées", End, "e"),
    ("es", End, ""),
    ("é", Any, "e"),
    ("è", Any, "e"),
    ("ê", Any, "e"),
    ("ë", Any, "e"),
    ("e", End, ""),
    ("à", Any, "a"),
    ("â", Any, "a"),
    ("î", Any, "i"),
    ("ï", Any, "i"),
    ("ô", Any, "o"),
    ("û", Any, "u"),
    ("ù", Any, "u"),
    ("ill", Vowel, "i"),
    ("y", Any, "i"),
    ("qu", Any, "k"),
    ("q", Any, "k"),
    ("ck", Any, "k"),
    ("k", Any, "k"),
    ("sch", Any, "c"),
    ("ch", Any, "c"),
    ("sh", Any, "c"),
    ("sc", Front, "s"),
    ("cc", Front, "ks"),
    ("c", Front, "s"),
    ("ç", Any, "s"),
    ("c", Any, "k"),
    ("ph", Any, "f"),
    ("gn", Any, "ni"),
    ("gu", Front, "g"),
    ("ge", Vowel, "j"),
    ("g", Front, "j"),
    ("x", End, ""),
    ("s", End, ""),
    ("z", End, ""),
    ("x", Any, "ks"),
    ("z", Any, "s"),
    ("th", Any, "t"),
    ("h", Any, ""),
];

/// `x` is the sound of *ch* and *g*; digits are diphthongs.
const DUTCH: &[Rule] = &[
    ("isch", End, "is"),
    ("ische", End, "ise"),
    ("sch", End, "s"),
    ("sch", Any, "sx"),
    ("sk", Any, "sx"),
    ("tch", Any, "c"),
    ("sjh", Any, "c"),
    ("ch", Any, "x"),
    ("g", Any, "x"),
    ("uij", Any, "8"),
    ("ui", Any, "8"),
    ("uy", Any, "8"),
    ("eij", Any, "9"),
    ("ij", Any, "9"),
    ("ei", Any, "9"),
    ("ey", Any, "9"),
    ("ouw", Any, "7"),
    ("auw", Any, "7"),
    ("ou", Any, "7"),
    ("au", Any, "7"),
    ("oe", Any, "u"),
    ("eu", Any, "6"),
    ("ieu", Any, "iv"),
    ("tie", Closed, "si"),
    ("tie", End, "si"),
    ("ties", End, "sis"),
    ("sie", End, "si"),
    ("cie", End, "si"),
    ("si", Dark, "c"),
    ("ci", Dark, "c"),
    ("ti", Dark, "c"),
    ("sy", Vowel, "c"),
    ("che", End, "c"),
    ("sj", Any, "c"),
    ("sh", Any, "c"),
    ("ie", Any, "i"),
    ("ii", Any, "i"),
    ("y", Vowel, "i"),
    ("y", Any, "i"),
    ("j", Any, "i"),
    ("en", End, "e"),
    ("é", Any, "e"),
    ("è", Any, "e"),
    ("ë", Any, "e"),
    ("ê", Any, "e"),
    ("ï", Any, "i"),
    ("ö", Any, "o"),
    ("ü", Any, "u"),
    ("dt", Any, "t"),
    ("ds", Any, "s"),
    ("ts", End, "s"),
    ("d", End, "t"),
    ("b", End, "p"),
    ("v", Any, "f"),
    ("z", Any, "s"),
    ("th", Any, "t"),
    ("ck", Any, "k"),
    ("c", Front, "s"),
    ("ç", Any, "s"),
    ("c", Any, "k"),
    ("qu", Any, "kw"),
    ("q", Any, "k"),
    ("x", Any, "ks"),
    ("ph", Any, "f"),
    ("h", Any, ""),
];

const ENGLISH: &[Rule] = &[
    ("tion", Any, "can"),
    ("sion", Any, "can"),
    ("cian", Any, "can"),
    ("tious", Any, "cas"),
    ("cious", Any, "cas"),
    ("ci", Vowel, "c"),
    ("ti", Vowel, "c"),
    ("si", Vowel, "c"),
    ("sch", Any, "sk"),
    ("tch", Any, "c"),
    ("ch", Any, "c"),
    ("sh", Any, "c"),
    ("th", Any, "t"),
    ("ph", Any, "f"),
    ("igh", Any, "a"),
    ("gh", Vowel, "g"),
    ("gh", Any, ""),
    ("kn", Any, "n"),
    ("wr", Any, "r"),
    ("ck", Any, "k"),
    ("dge", Any, "j"),
    ("dg", Front, "j"),
    ("g", Front, "j"),
    ("ge", End, "j"),
    ("qu", Any, "kv"),
    ("q", Any, "k"),
    ("sc", Front, "s"),
    ("ce", End, "s"),
    ("se", End, "s"),
    ("c", Front, "s"),
    ("c", Any, "k"),
    ("x", Any, "ks"),
    ("z", Any, "s"),
    ("w", Any, "v"),
    ("le", End, "al"),
    ("mb", End, "m"),
    ("h", End, ""),
];

/// The code of a word in small letters, which may have its accents; in a language without rules, none.
pub(in crate::content) fn sound(lang: Lang, small: &str) -> Option<String> {
    let (rules, vowels_are_one) = match lang.as_str() {
        "fr" => (FRENCH, false),
        "nl" => (DUTCH, false),
        "en" => (ENGLISH, true),
        _ => return None,
    };
    let mut code = String::with_capacity(small.len());
    let mut rest = small;
    while let Some(first) = rest.chars().next() {
        let fits = |(letters, then, _): &&Rule| rest.strip_prefix(letters).is_some_and(|rest| follows(rest, *then));
        // Of rules for the same letters, the first one holds.
        let longest =
            rules.iter().filter(fits).reduce(|best, rule| if rule.0.len() > best.0.len() { rule } else { best });
        let (taken, heard) = match longest {
            Some((letters, _, heard)) => (letters.len(), *heard),
            None => (first.len_utf8(), &rest[..first.len_utf8()]),
        };
        for sound in heard.chars() {
            let sound = if vowels_are_one && is_vowel(sound) { 'a' } else { sound };
            // A sound that is written twice is heard once.
            if !code.ends_with(sound) {
                code.push(sound);
            }
        }
        rest = &rest[taken..];
    }
    if vowels_are_one && code.len() > 2 {
        code.truncate(code.trim_end_matches('a').len());
    }
    (code.chars().count() >= 2).then_some(code)
}

/// The same where the last consonant is not heard, if the language does that: *impôt*.
pub(super) fn without_last(lang: Lang, code: &str) -> Option<&str> {
    let shorter = (lang.as_str() == "fr").then(|| code.strip_suffix(['t', 'd', 'p']))??;
    (shorter.chars().count() >= 2).then_some(shorter)
}

fn is_vowel(sign: char) -> bool {
    matches!(sign, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é' | 'è' | 'ê' | 'ë' | 'à' | 'â' | 'î' | 'ï' | 'ô' | 'û' | 'ù')
}

fn follows(rest: &str, then: Then) -> bool {
    let next = rest.chars().next();
    match then {
        Any => true,
        End => next.is_none(),
        Vowel => next.is_some_and(is_vowel),
        Dark => next.is_some_and(|sign| matches!(sign, 'a' | 'o' | 'u')),
        Front => next.is_some_and(|sign| matches!(sign, 'e' | 'i' | 'y' | 'é' | 'è' | 'ê' | 'ë' | 'î' | 'ï')),
        Closed => next.is_none_or(|sign| !is_vowel(sign) && !matches!(sign, 'n' | 'm' | 'h')),
        Lips => next.is_some_and(|sign| matches!(sign, 'b' | 'm' | 'p')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(tag: &str, word: &str) -> String {
        sound(tag.parse().expect("a tag"), word).expect("a code")
    }

    #[test]
    fn what_is_heard_the_same_has_one_code() {
        for (tag, heard, meant) in [
            ("fr", "kart", "carte"),
            ("fr", "identiter", "identité"),
            ("fr", "chomaje", "chômage"),
            ("fr", "loyé", "loyer"),
            ("fr", "mutuel", "mutuelle"),
            ("fr", "alocassion", "allocation"),
            ("nl", "sosyal", "sociaal"),
            ("nl", "sosjale", "sociale"),
            ("nl", "reibewijs", "rijbewijs"),
            ("nl", "pensjoen", "pensioen"),
            ("nl", "polisie", "politie"),
            ("nl", "kresh", "crèche"),
            ("nl", "kindergelt", "kindergeld"),
            ("en", "aidentiti", "identity"),
            ("en", "baisikel", "bicycle"),
            ("en", "chenj", "change"),
            ("en", "rezidens", "residence"),
            ("en", "taks", "tax"),
        ] {
            assert_eq!(code(tag, heard), code(tag, meant), "{heard}, {meant}");
        }
    }

    #[test]
    fn the_last_consonant_of_french_may_be_silent() {
        let lang = "fr".parse().expect("a tag");
        assert_eq!(without_last(lang, &code("fr", "impôt")), Some(code("fr", "impo").as_str()));
        assert_eq!(sound("xx".parse().expect("a tag"), "word"), None);
    }
}
