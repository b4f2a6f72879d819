//! How easy a whole text is to read, by published formulas. An alarm, never a proof: only readers know.
//!
//! All texts of a service or lesson in one language are scored together: a step alone is too short for the formulas.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::prose::Prose;
use super::syllables;
use crate::base::Lang;
use crate::content::finding::{Finding, Rule};
use crate::content::parse;
use crate::content::parse::notes::{Listener, Passage, Said, Use, Voice};
use crate::content::source::ContentFiles;

/// Shorter texts are not scored.
const WORDS_MIN: usize = 100;
/// The lowest score that is still easy.
const EASE_MIN: f64 = 70.0;
/// Words with more letters are long.
const LETTERS: usize = 6;

/// What the formulas count.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
struct Counts {
    words: usize,
    sentences: usize,
    syllables: usize,
    /// Words of more than six letters.
    long: usize,
}

impl Counts {
    fn per_sentence(self) -> f64 {
        self.words as f64 / self.sentences.max(1) as f64
    }

    fn per_word(self) -> f64 {
        self.syllables as f64 / self.words.max(1) as f64
    }

    /// Flesch (1948), for English.
    fn flesch(self) -> f64 {
        206.835 - 1.015 * self.per_sentence() - 84.6 * self.per_word()
    }

    /// Kandel and Moles (1958), Flesch for French.
    fn kandel_moles(self) -> f64 {
        207.0 - 1.015 * self.per_sentence() - 73.6 * self.per_word()
    }

    /// Douma (1960), Flesch for Dutch.
    fn douma(self) -> f64 {
        206.835 - 0.93 * self.per_sentence() - 77.0 * self.per_word()
    }

    /// Björnsson (1968), for any language; each has its own usual values.
    fn lix(self) -> f64 {
        self.per_sentence() + 100.0 * self.long as f64 / self.words.max(1) as f64
    }
}

/// A formula like the one of Flesch, and the highest LIX of a language.
struct Scale {
    name: &'static str,
    ease: fn(Counts) -> f64,
    lix_max: f64,
}

fn scale(lang: Lang) -> Option<Scale> {
    match lang.as_str() {
        "fr" => Some(Scale { name: "Kandel-Moles", ease: Counts::kandel_moles, lix_max: 35.0 }),
        "nl" => Some(Scale { name: "Flesch-Douma", ease: Counts::douma, lix_max: 32.0 }),
        "en" => Some(Scale { name: "Flesch", ease: Counts::flesch, lix_max: 28.0 }),
        _ => None,
    }
}

/// The texts of a service or lesson in one language.
#[derive(Default)]
struct Item {
    counts: Counts,
    /// Path, line and column of its title.
    title: Option<(String, usize, usize)>,
}

/// What was counted so far, by folder of a service or lesson and language.
#[derive(Default)]
pub(super) struct Scores {
    items: RefCell<BTreeMap<(String, Lang), Item>>,
}

impl Scores {
    /// Counts a passage, if it belongs to a service or lesson. Names are no sentences.
    pub fn hear(&self, prose: &Prose) {
        if prose.used_as == Use::Name {
            return;
        }
        let Some((path, line, column)) = prose.place() else { return };
        let is_scored = |folder: &str| folder.contains("services/") || folder.contains("lessons/");
        let Some((folder, name)) = path.rsplit_once('/').filter(|(folder, _)| is_scored(folder)) else { return };
        let counts = counted(prose);
        let mut items = self.items.borrow_mut();
        let item = items.entry((folder.to_owned(), prose.lang)).or_default();
        item.counts.words += counts.words;
        item.counts.sentences += counts.sentences;
        item.counts.syllables += counts.syllables;
        item.counts.long += counts.long;
        if item.title.is_none() && prose.used_as == Use::Title && name.ends_with(".md") {
            item.title = Some((path.to_owned(), line, column));
        }
    }

    /// How easy the services are to read, by language.
    fn summaries(self) -> Vec<Readability> {
        let mut scored: BTreeMap<Lang, Vec<Scored>> = BTreeMap::new();
        let of_services = self.items.into_inner().into_iter().filter(|((folder, _), _)| folder.contains("services/"));
        for ((folder, lang), Item { counts, .. }) in of_services {
            let Some(scale) = scale(lang).filter(|_| counts.words >= WORDS_MIN) else { continue };
            let service = folder.rsplit('/').next().unwrap_or_default().to_owned();
            scored.entry(lang).or_default().push(Scored { service, ease: (scale.ease)(counts), lix: counts.lix() });
        }
        scored.into_iter().filter_map(|(lang, texts)| Readability::of(lang, &scale(lang)?, texts)).collect()
    }

    /// The services and lessons that are hard to read.
    pub fn findings(self) -> Vec<Finding> {
        let items = self.items.into_inner().into_iter();
        items.flat_map(|((_, lang), item)| judged(lang, item.counts, item.title)).collect()
    }
}

impl Listener for Scores {
    fn hear(&self, _: &Said) -> Vec<Finding> {
        Vec::new()
    }

    fn hear_passage(&self, passage: &Passage) -> Vec<Finding> {
        Scores::hear(self, &Prose::new(passage));
        Vec::new()
    }
}

/// The scores of a service in one language.
struct Scored {
    service: String,
    ease: f64,
    lix: f64,
}

/// How easy the services are to read in one language.
#[derive(Debug, PartialEq, serde::Serialize)]
pub struct Readability {
    pub lang: Lang,
    /// How many services have texts that are long enough to be scored.
    pub services: usize,
    /// The formula that gives the ease.
    pub formula: &'static str,
    pub ease: Spread,
    pub lix: Spread,
}

/// The scores of many services with one formula.
#[derive(Debug, PartialEq, serde::Serialize)]
pub struct Spread {
    pub median: f64,
    /// The limit that easy texts keep.
    pub limit: f64,
    /// The hardest score, and the service that has it.
    pub hardest: f64,
    pub hardest_service: String,
    /// Those that do not keep the limit.
    pub over_limit: Vec<String>,
}

impl Readability {
    /// Nothing where there is no text.
    fn of(lang: Lang, scale: &Scale, texts: Vec<Scored>) -> Option<Self> {
        let eases = texts.iter().map(|text| (text.ease, text.service.as_str())).collect();
        // The lower LIX is, the easier; turned round, the last is the hardest for both.
        let lixes = texts.iter().map(|text| (-text.lix, text.service.as_str())).collect();
        Some(Self {
            lang,
            services: texts.len(),
            formula: scale.name,
            ease: Spread::of(eases, EASE_MIN)?,
            lix: Spread::of(lixes, -scale.lix_max)?.turned(),
        })
    }
}

impl Spread {
    /// Of scores that are higher where a text is easier, and of which `limit` is the lowest that is still easy.
    fn of(mut scores: Vec<(f64, &str)>, limit: f64) -> Option<Self> {
        scores.sort_by(|one, other| one.0.total_cmp(&other.0));
        let (hardest, hardest_service) = scores.first().copied()?;
        let (lower, upper) = (scores[(scores.len() - 1) / 2].0, scores[scores.len() / 2].0);
        let over_limit =
            scores.iter().filter(|(score, _)| *score < limit).map(|(_, name)| (*name).to_owned()).collect();
        let hardest_service = hardest_service.to_owned();
        Some(Self { median: f64::midpoint(lower, upper), limit, hardest, hardest_service, over_limit })
    }

    fn turned(self) -> Self {
        Self { median: -self.median, limit: -self.limit, hardest: -self.hardest, ..self }
    }
}

/// How easy all services of a content folder are to read, by language.
pub fn readability(files: &ContentFiles) -> Vec<Readability> {
    let scores = Scores::default();
    parse::compile_heard(files, Some(&scores));
    scores.summaries()
}

fn judged(lang: Lang, counts: Counts, title: Option<(String, usize, usize)>) -> Vec<Finding> {
    let (Some(scale), Some((path, line, column))) = (scale(lang), title) else { return Vec::new() };
    let mut findings = Vec::new();
    if counts.words < WORDS_MIN {
        return findings;
    }
    let mut say = |what: String| {
        let mend = "write shorter sentences and shorter words in this text, and have somebody read it aloud".to_owned();
        findings.push(Finding { path: path.clone(), line, column, rule: Rule::Readability, what, mend });
    };
    let ease = (scale.ease)(counts);
    if ease < EASE_MIN {
        say(format!("all of this text scores {ease:.1} with the formula {}, and {EASE_MIN} is easy", scale.name));
    }
    if counts.lix() > scale.lix_max {
        say(format!("all of this text has a LIX of {:.1}, and {} is easy in {lang}", counts.lix(), scale.lix_max));
    }
    findings
}

/// Facts and words in other languages are not counted.
fn counted(prose: &Prose) -> Counts {
    let mut counts = Counts::default();
    for tokens in prose.sentences() {
        let own = tokens.iter().filter(|token| token.is_word && token.voice == Voice::Own);
        let mut words = 0;
        for token in own {
            let word = prose.text(&token.at);
            words += 1;
            counts.syllables += syllables::count(prose.lang, word).unwrap_or(1);
            // "l'adresse" is long where "adresse" is, "faites-le" is not.
            let mut parts = word.split(['\'', '\u{2019}', '-']);
            let is_long = |part: &str| part.chars().filter(|sign| sign.is_alphabetic()).count() > LETTERS;
            counts.long += usize::from(parts.any(is_long));
        }
        counts.words += words;
        counts.sentences += usize::from(words > 0);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::super::prose::tests::heard;
    use super::*;

    /// The test vector that was measured with the formulas as they were published.
    #[test]
    fn the_formulas_are_the_published_ones() {
        let counts = Counts { words: 100, sentences: 10, syllables: 150, long: 20 };
        for (score, expected) in
            [(counts.flesch(), 69.785), (counts.kandel_moles(), 86.45), (counts.douma(), 82.035), (counts.lix(), 30.0)]
        {
            assert!((score - expected).abs() < 1e-9, "{score} and not {expected}");
        }
    }

    #[test]
    fn words_sentences_syllables_and_long_words_are_counted() {
        let counts = heard("fr", "Donnez votre adresse. L'administration attend : merci !", counted);
        assert_eq!(counts, Counts { words: 6, sentences: 3, syllables: 2 + 1 + 2 + 5 + 2 + 2, long: 2 });
    }

    #[test]
    fn the_median_of_two_lies_between_them_and_the_hardest_is_named() {
        let spread = Spread::of(vec![(80.0, "easy"), (60.0, "hard")], 70.0).expect("scores");
        assert_eq!((spread.median, spread.hardest, spread.hardest_service.as_str()), (70.0, 60.0, "hard"));
        assert_eq!(spread.over_limit, ["hard"]);
        let three = Spread::of(vec![(-20.0, "a"), (-40.0, "c"), (-30.0, "b")], -35.0).expect("scores").turned();
        assert_eq!(
            (three.median, three.limit, three.hardest, three.over_limit),
            (30.0, 35.0, 40.0, vec!["c".to_owned()])
        );
        assert_eq!(Spread::of(Vec::new(), 70.0), None);
    }

    #[test]
    fn a_short_text_is_not_scored_and_a_hard_one_is() {
        let title = || Some(("x/services/y/en.md".to_owned(), 1, 3));
        let en = "en".parse().expect("a tag");
        let hard = Counts { words: 99, sentences: 3, syllables: 250, long: 60 };
        assert_eq!(judged(en, hard, title()), []);
        let found = judged(en, Counts { words: 100, ..hard }, title());
        assert_eq!(found.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [Rule::Readability; 2]);
        let easy = Counts { words: 100, sentences: 12, syllables: 130, long: 10 };
        assert_eq!(judged(en, easy, title()), []);
        assert_eq!(judged("de".parse().expect("a tag"), hard, title()), []);
    }
}
