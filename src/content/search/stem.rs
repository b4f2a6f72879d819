//! What a language does with words: which of them say nothing, and what stays of one without its endings.

use std::collections::HashSet;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use crate::base::Lang;

/// Words that stand in any question, in each language; folded.
const STOP_WORDS: [(&str, &str); 3] = [
    (
        "fr",
        "a ai aie aimerais alors as au aucun aussi aux avec avez avoir avons c ca car ce cela ces cet cette chez ci \
         comme comment d dans de des depuis dois doit donc du elle en entre es est et etait etre eu eux fais faire fait \
         faut il ils j je jai l la le les leur lui m ma mais me mes moi mon n ne nos notre nous on ont ou par pas peu \
         peut peux plus pour pourquoi puis qu quand que quel quelle quelles quels quelqu quelque qui quoi s sa sans se \
         ses si son sont suis sur t ta te tes toi ton tres trop tu un une va vais vas veut veux voila vos votre vous \
         voudrais vouloir y cest quil chose truc",
    ),
    (
        "nl",
        "aan al alles als altijd ben bent bij daar dan dat de der deze die dit doe doen door dus een en er geen ge gij \
         haar had heb hebben heeft het hier hij hoe hun iemand iets ik in is ja je jij jou jouw juist kan kon kunnen kun \
         maar mag me meer men met mij mijn moet moeten n na naar nee niet niets niks nog nu of om omdat ons onze ook op \
         over s t te teveel toch toen tot u uit uw van veel voor waar waarom wat we wel welk welke wie wij wil \
         willen word worden wordt zal ze zich zij zijn zo zoek zonder zou",
    ),
    (
        "en",
        "a about all also am an and any are as at be because been but by can cannot cant could d did didn do does doesn doing \
         don dont for from get got had has have he help her here him his how i if im in into is it its ive just ll like m \
         make me mine must my need no not of on one or our out please s she should so some still t than that the their them \
         then there they this to too up us very want was wasn we what when where which who why will with would you your",
    ),
];

/// The same, to be asked often: a word of the content is asked about at each key for which it may be the rest.
static STOP_WORD_SETS: LazyLock<[(&str, HashSet<&str>); 3]> =
    LazyLock::new(|| STOP_WORDS.map(|(tag, words)| (tag, words.split_ascii_whitespace().collect())));

/// Whether a folded word says nothing in a language.
pub(super) fn is_stop_word(lang: Lang, folded: &str) -> bool {
    let set = STOP_WORD_SETS.iter().find(|(tag, _)| *tag == lang.as_str());
    set.is_some_and(|(_, words)| words.contains(folded))
}

/// What stays of a folded word without its endings. Of a language without an algorithm, that is the word itself.
pub(super) fn stem(lang: Lang, folded: &str) -> String {
    let folded = if lang.as_str() == "nl" { without_diminutive(folded) } else { folded };
    let stemmer = match lang.as_str() {
        "fr" => Stemmer::create(Algorithm::French),
        "nl" => Stemmer::create(Algorithm::Dutch),
        "en" => Stemmer::create(Algorithm::English),
        _ => return folded.to_owned(),
    };
    // The algorithms are made for letters of these languages.
    match folded.bytes().all(|byte| byte.is_ascii_lowercase()) {
        true => stemmer.stem(folded).into_owned(),
        false => folded.to_owned(),
    }
}

/// In Brussels a *brief* is a *briefje*, and a *bak* a *bakske*.
fn without_diminutive(folded: &str) -> &str {
    let endings = ["tjes", "tje", "jes", "je", "skes", "ske"];
    let word = endings.iter().find_map(|ending| folded.strip_suffix(ending));
    word.filter(|word| word.len() >= 3).unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_several_are_the_same() {
        for (tag, one, several) in [
            ("fr", "facture", "factures"),
            ("fr", "allocation", "allocations"),
            ("nl", "belasting", "belastingen"),
            ("nl", "kaart", "kaarten"),
            ("nl", "brief", "briefje"),
            ("en", "bill", "bills"),
            ("en", "library", "libraries"),
        ] {
            let lang = tag.parse().expect("a tag");
            assert_eq!(stem(lang, one), stem(lang, several), "{one}, {several}");
        }
    }

    #[test]
    fn a_language_that_nobody_knows_keeps_its_words() {
        let lang = "xx".parse().expect("a tag");
        assert_eq!((stem(lang, "cards").as_str(), is_stop_word(lang, "the")), ("cards", false));
    }
}
