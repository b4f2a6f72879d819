//! How many syllables a word has, by the spelling of its language. For sums over a text: single words may be wrong by
//! one.

use crate::base::Lang;

/// The syllables of a word, at least one; nothing for a language whose spelling this file does not know.
pub(super) fn count(lang: Lang, word: &str) -> Option<usize> {
    let letters: Vec<char> = word.chars().filter(|sign| sign.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let syllables = match lang.as_str() {
        "fr" => french(&letters),
        "nl" => dutch(&letters),
        "en" => english(&letters),
        _ => return None,
    };
    Some(syllables.max(1))
}

fn is_vowel(letter: char) -> bool {
    "aàâäáeéèêëiîïíoôöóuùûüúyœæ".contains(letter)
}

fn ends(letters: &[char], ending: &str) -> bool {
    let start = letters.len().checked_sub(ending.chars().count());
    start.is_some_and(|start| letters[start..].iter().copied().eq(ending.chars()))
}

fn begins(letters: &[char], beginning: &str) -> bool {
    let mut letters = letters.iter().copied();
    beginning.chars().all(|letter| letters.next() == Some(letter))
}

/// French words in `-ent` whose ending is heard; those in `-ment` are heard too, but for some verbs.
const HEARD: &[&str] = &[
    "absent",
    "accent",
    "accident",
    "adolescent",
    "agent",
    "argent",
    "cent",
    "client",
    "compétent",
    "content",
    "dent",
    "différent",
    "équivalent",
    "évident",
    "excellent",
    "fréquent",
    "lent",
    "parent",
    "patient",
    "permanent",
    "précédent",
    "présent",
    "président",
    "prudent",
    "récent",
    "résident",
    "serpent",
    "souvent",
    "talent",
    "urgent",
    "vent",
    "violent",
];
/// Verbs in `-ment`, without it.
const VERBS: &[&str] = &[
    "ai", "affir", "anim", "char", "confir", "consom", "dor", "fer", "fil", "for", "expri", "impri", "infor", "nom",
    "suppri", "transfor",
];

fn french(letters: &[char]) -> usize {
    let letters = &without_silent_u(letters);
    let mut end = letters.len();
    if ends(letters, "ent") && !is_heard(letters) {
        end -= 3;
    } else if ends(letters, "es") && end > 3 {
        end -= 2;
    } else if ends(letters, "e") && end > 2 {
        end -= 1;
    }
    let letters = &letters[..end];
    let mut syllables = 0;
    for (at, letter) in letters.iter().enumerate().filter(|(_, letter)| is_vowel(**letter)) {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1).copied();
        let glides = *letter == 'y' && before.is_some_and(is_vowel) && after.is_some_and(is_vowel);
        let begins = match before {
            Some(before) if is_vowel(before) => splits(letters, at, before, *letter),
            _ => true,
        };
        syllables += usize::from(begins && !glides);
    }
    syllables
}

/// Whether the ending of a French word in `-ent` is heard.
fn is_heard(letters: &[char]) -> bool {
    let word: String = letters.iter().collect();
    HEARD.contains(&&*word) || word.strip_suffix("ment").is_some_and(|stem| !VERBS.contains(&stem))
}

/// Without the u of `que` and `guichet`.
fn without_silent_u(letters: &[char]) -> Vec<char> {
    let is_silent = |at: usize| {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1);
        let soft = after.is_some_and(|letter| "eéèêiy".contains(*letter));
        letters[at] == 'u' && (before == Some('q') || before == Some('g') && soft)
    };
    (0..letters.len()).filter(|at| !is_silent(*at)).map(|at| letters[at]).collect()
}

/// Whether a French vowel after another one begins a syllable.
fn splits(letters: &[char], at: usize, before: char, letter: char) -> bool {
    let behind_cluster = |at: usize| {
        at >= 2
            && matches!(letters[at - 1], 'r' | 'l')
            && matches!(letters[at - 2], 'b' | 'c' | 'd' | 'f' | 'g' | 'p' | 't' | 'v')
    };
    let glide = before == 'y' && at >= 2 && is_vowel(letters[at - 2]);
    glide
        || before == 'é'
        || matches!(letter, 'ï' | 'ë' | 'ü')
        || letter == 'é' && matches!(before, 'a' | 'o')
        || letter == 'a' && before == 'o'
        || before == 'i' && behind_cluster(at - 1)
}

/// Vowels that are one sound in Dutch, the longest first.
const DUTCH: &[&str] =
    &["aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij", "ei", "au", "ou", "ai"];

fn dutch(letters: &[char]) -> usize {
    let mut syllables = 0;
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        let sound = DUTCH.iter().find(|sound| begins(rest, sound));
        let length = sound.map_or(1, |sound| sound.len());
        // "station", "pensioen": the i is a j.
        let is_j = rest.starts_with(&['i', 'o']) && at > 0 && matches!(letters[at - 1], 's' | 't');
        syllables += usize::from((sound.is_some() || is_vowel(letters[at])) && !is_j);
        at += length;
    }
    syllables
}

/// English words that their spelling does not explain, in order.
const ENGLISH: &[(&str, usize)] = &[
    ("area", 3),
    ("being", 2),
    ("business", 2),
    ("client", 2),
    ("create", 2),
    ("created", 3),
    ("doing", 2),
    ("every", 2),
    ("everyone", 3),
    ("everything", 3),
    ("going", 2),
    ("idea", 3),
    ("people", 2),
    ("quiet", 2),
    ("science", 2),
    ("society", 4),
    ("somebody", 3),
    ("someone", 2),
    ("something", 2),
    ("sometimes", 2),
    ("website", 2),
    ("websites", 2),
];

fn english(letters: &[char]) -> usize {
    let word: String = letters.iter().collect();
    if let Ok(known) = ENGLISH.binary_search_by_key(&&*word, |(known, _)| *known) {
        return ENGLISH[known].1;
    }
    let vowel = |at: usize| letters.get(at).copied().is_some_and(is_vowel);
    let mut syllables = 0;
    for at in (0..letters.len()).filter(|at| vowel(*at)) {
        let begins = at == 0 || !vowel(at - 1);
        let pair = (at.checked_sub(1).map(|at| letters[at]), letters[at]);
        let soft = at >= 2 && matches!(letters[at - 2], 'c' | 't' | 's' | 'g' | 'x');
        let hiatus = match pair {
            (Some('y'), 'e' | 'i') => at >= 2 && vowel(at - 2) && !ends(letters, "yed") && !ends(letters, "yes"),
            (Some('i'), 'a' | 'o') => !soft,
            (Some('e'), 'o') | (Some('u'), 'a') => !(at >= 2 && matches!(letters[at - 2], 'q' | 'g')),
            _ => false,
        };
        syllables += usize::from(begins || hiatus);
    }
    syllables.saturating_sub(silent(letters))
}

/// One where the last e of an English word is not heard.
fn silent(letters: &[char]) -> usize {
    let before = |back: usize| letters.len().checked_sub(back).map(|at| letters[at]);
    let consonant = |letter: Option<char>| letter.is_some_and(|letter| !is_vowel(letter));
    let is_silent = if ends(letters, "le") {
        !consonant(before(3))
    } else if ends(letters, "e") {
        consonant(before(2))
    } else if ends(letters, "es") {
        // "boxes", "pages", "dishes" and "tables" have a syllable more.
        let is_heard = match before(3) {
            Some('h') => matches!(before(4), Some('s' | 'c')),
            Some('l') => consonant(before(4)),
            letter => matches!(letter, Some('s' | 'x' | 'z' | 'c' | 'g')),
        };
        consonant(before(3)) && !is_heard
    } else {
        ends(letters, "ed") && consonant(before(3)) && !matches!(before(3), Some('t' | 'd'))
    };
    usize::from(is_silent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differs(lang: &str, words: &[(&str, usize)]) -> Vec<String> {
        let lang = lang.parse().expect("a tag");
        let counted = words.iter().map(|(word, syllables)| (word, *syllables, count(lang, word)));
        let wrong = counted.filter(|(_, syllables, counted)| *counted != Some(*syllables));
        wrong.map(|(word, syllables, counted)| format!("{word}: {syllables}, and not {counted:?}")).collect()
    }

    #[test]
    fn french_words_have_the_syllables_that_one_hears() {
        let words = [
            ("rue", 1),
            ("commune", 2),
            ("communes", 2),
            ("carte", 1),
            ("adresse", 2),
            ("administration", 5),
            ("téléphone", 3),
            ("demandez", 3),
            ("demandent", 2),
            ("document", 3),
            ("souvent", 2),
            ("argent", 2),
            ("confirment", 2),
            ("paiement", 2),
            ("bibliothèque", 4),
            ("ordinateur", 4),
            ("numéro", 3),
            ("question", 2),
            ("création", 3),
            ("client", 2),
            ("payer", 2),
            ("envoyez", 3),
            ("voyage", 2),
            ("naïf", 2),
            ("je", 1),
            ("de", 1),
            ("les", 1),
            ("journée", 2),
            ("quelqu'un", 2),
            ("février", 3),
            ("aéroport", 4),
            ("vous", 1),
            ("eau", 1),
            ("choisissez", 3),
            ("œil", 1),
            ("Bruxelles", 2),
            ("guichet", 2),
            ("quel", 1),
            ("langue", 1),
            ("figure", 2),
        ];
        assert_eq!(differs("fr", &words), [] as [String; 0]);
    }

    #[test]
    fn dutch_words_have_the_syllables_that_one_hears() {
        let words = [
            ("gemeente", 3),
            ("identiteitskaart", 5),
            ("je", 1),
            ("geopend", 3),
            ("financiële", 5),
            ("huis", 1),
            ("nieuwe", 2),
            ("bibliotheek", 4),
            ("adres", 2),
            ("station", 2),
            ("pensioen", 2),
            ("informatie", 4),
            ("beantwoord", 3),
            ("computer", 3),
            ("ziekenfonds", 3),
            ("mooi", 1),
            ("leeuw", 1),
            ("bijlage", 3),
            ("vraag", 1),
            ("rijksregisternummer", 6),
            ("afspraak", 2),
            ("e-mail", 2),
            ("loket", 2),
            ("geëist", 3),
            ("app", 1),
            ("telefoon", 3),
            ("aanvragen", 3),
        ];
        assert_eq!(differs("nl", &words), [] as [String; 0]);
    }

    #[test]
    fn english_words_have_the_syllables_that_one_hears() {
        let words = [
            ("the", 1),
            ("table", 2),
            ("code", 1),
            ("codes", 1),
            ("asked", 1),
            ("wanted", 2),
            ("boxes", 2),
            ("offices", 3),
            ("library", 3),
            ("identity", 4),
            ("information", 4),
            ("people", 2),
            ("area", 3),
            ("address", 2),
            ("commune", 2),
            ("special", 2),
            ("social", 2),
            ("radio", 3),
            ("video", 3),
            ("website", 2),
            ("you", 1),
            ("employer", 3),
            ("national", 3),
            ("online", 2),
            ("page", 1),
            ("pages", 2),
            ("free", 1),
            ("somebody", 3),
            ("letter", 2),
            ("usual", 3),
            ("played", 1),
            ("language", 2),
            ("phones", 1),
            ("tables", 2),
        ];
        assert_eq!(differs("en", &words), [] as [String; 0]);
    }

    #[test]
    fn the_words_that_are_looked_up_are_in_order() {
        assert!(ENGLISH.is_sorted());
    }

    #[test]
    fn of_other_languages_nothing_is_said() {
        assert_eq!(count("de".parse().expect("a tag"), "Straße"), None);
    }
}
