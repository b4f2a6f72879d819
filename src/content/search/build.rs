//! Builds the index of a library, one language after the other.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::fold::{self, Word};
use super::gather::{self, Gather, TextAt};
use super::lexicon::Lexicon;
use super::mentions::{Entry, Mention, Sheets};
use super::numbering::Numbering;
use super::rank::worth;
use super::sorted::Sorted;
use super::sound::{sound, without_last};
use super::stem::{is_stop_word, stem};
use super::{Field, Index, Indexed};
use crate::base::{Lang, TopicId};
use crate::content::library::{Numbers, Shelf};

/// So many texts of one item are noted for a word.
const MENTIONS: usize = 12;
/// A word that stands in more items leads to so many of them, those of which it says most: nobody looks at more, and a key
/// that reads all of them would be slow in a large library.
const ITEMS: usize = 250;
/// So many ways of writing are kept of a word.
const WAYS: usize = 8;
/// A word of long texts that stands in more than a third of all items, and in so many of them, tells none from another.
const COMMON: usize = 60;
/// A name of two words is noted as one too, where one of them has so many letters at most.
const SHORT: usize = 4;
/// The shortest parts of a Dutch compound.
const PART_MIN: usize = 4;

/// An index that was just built, with the sheets of each of its languages.
pub(in crate::content) struct Built {
    pub index: Arc<Index>,
    pub sheets: Vec<Vec<Arc<Vec<u8>>>>,
}

impl Indexed for Built {
    fn index(&self) -> Arc<Index> {
        self.index.clone()
    }

    fn sheet(&self, lexicon: usize, sheet: u32) -> Option<Arc<Vec<u8>>> {
        self.sheets.get(lexicon)?.get(sheet as usize).cloned()
    }
}

/// Builds the index of everything but communes and places.
pub(in crate::content) fn build_guides(shelf: &dyn Shelf) -> Built {
    let others = Numbers { communes: 0, places: 0, ..shelf.numbers() };
    let languages = gather::languages_of_guides(shelf);
    let built = languages.into_iter().map(|lang| language(lang, Numbering::of(others), |gather| gather.guides(shelf)));
    Built::of(gather::topics(shelf), built)
}

/// Builds the index of communes and places. It is small, and made anew for each library: staff may have added a place.
pub(in crate::content) fn build_places(shelf: &dyn Shelf) -> Built {
    let numbering = Numbering::of(shelf.numbers());
    let languages = gather::languages_of_places(shelf);
    Built::of(Vec::new(), languages.into_iter().map(|lang| language(lang, numbering, |gather| gather.places(shelf))))
}

impl Built {
    fn of(topics: Vec<Option<TopicId>>, languages: impl Iterator<Item = (Lexicon, Vec<Vec<u8>>)>) -> Built {
        let (lexicons, sheets): (_, Vec<_>) = languages.unzip();
        let shared = |sheets: Vec<Vec<u8>>| sheets.into_iter().map(Arc::new).collect();
        Built { index: Arc::new(Index { topics, lexicons }), sheets: sheets.into_iter().map(shared).collect() }
    }
}

/// What is met of a folded word.
#[derive(Default)]
struct Surface {
    /// How often it was written in which way.
    ways: BTreeMap<String, u32>,
    best: Option<Field>,
}

impl Surface {
    /// The way to show it: in small letters where anybody wrote it so, else as most did.
    fn written(&self) -> &str {
        let small = self.ways.keys().find(|way| !way.contains(char::is_uppercase));
        let most = self.ways.iter().max_by_key(|(_, count)| **count).map(|(way, _)| way);
        small.or(most).map_or("", String::as_str)
    }
}

/// The words of a language while its texts are heard.
struct Heard {
    lang: Lang,
    surfaces: HashMap<String, Surface>,
    stems: HashMap<String, BTreeMap<u32, Vec<Mention>>>,
    stem_of: HashMap<String, String>,
}

fn language(lang: Lang, numbering: Numbering, show: impl FnOnce(&mut Gather)) -> (Lexicon, Vec<Vec<u8>>) {
    let mut heard = Heard { lang, surfaces: HashMap::new(), stems: HashMap::new(), stem_of: HashMap::new() };
    let mut hear = |spot: TextAt, text: &str| heard.text(spot, text);
    show(&mut Gather { lang, numbering, show: &mut hear });
    if lang.as_str() == "nl" {
        heard.parts();
    }
    heard.finish(numbering.len())
}

impl Heard {
    fn text(&mut self, (item, field, number): TextAt, text: &str) {
        let words = fold::words(text);
        let lang = self.lang;
        let says = |word: &&Word| !is_stop_word(lang, &word.folded);
        let count = words.iter().filter(says).count().min(usize::from(Mention::LONG)) as u8;
        let mention = Mention { field, is_part: false, words: count.max(1), number };
        let is_name = matches!(field, Field::Title | Field::Words | Field::Official);
        for (at, word) in words.iter().enumerate() {
            if is_name || says(&word) {
                self.word(item, mention, &word.folded, &text[word.written.clone()]);
            }
            // What is tied together may be typed as one word, and so may a short name of two: "e-mail", "Go Pass".
            let before = at.checked_sub(1).and_then(|before| words.get(before));
            let is_one = |before: &&Word| match word.is_tied {
                true => before.folded.len() > 1 || before.folded == "e",
                false => is_name && words.len() == 2 && before.folded.len().min(word.folded.len()) <= SHORT,
            };
            if let Some(before) = before.filter(is_one) {
                let joined = format!("{}{}", before.folded, word.folded);
                self.word(item, mention, &joined, &text[before.written.start..word.written.end]);
            }
        }
    }

    fn word(&mut self, item: u32, mention: Mention, folded: &str, written: &str) {
        let surface = self.surfaces.entry(folded.to_owned()).or_default();
        match surface.ways.get_mut(written) {
            Some(count) => *count += 1,
            None => drop(surface.ways.insert(written.to_owned(), 1)),
        }
        surface.best = Some(surface.best.map_or(mention.field, |best| best.min(mention.field)));
        let stem = self.stem_of.entry(folded.to_owned()).or_insert_with(|| stem(self.lang, folded));
        let items = match self.stems.get_mut(stem) {
            Some(items) => items,
            None => self.stems.entry(stem.clone()).or_default(),
        };
        let mentions = items.entry(item).or_default();
        if !mentions.contains(&mention) {
            mentions.push(mention);
        }
    }

    /// Notes the parts of compounds: who looks for *kaart* wants to see the *identiteitskaart* too.
    fn parts(&mut self) {
        let compounds: Vec<(String, [String; 2])> =
            self.surfaces.keys().filter_map(|word| Some((word.clone(), self.split(word)?))).collect();
        let mut found: Vec<(String, u32, Mention)> = Vec::new();
        for (compound, parts) in &compounds {
            let whole = self.stem_of.get(compound).and_then(|stem| self.stems.get(stem));
            for part in parts.iter().filter_map(|part| self.stem_of.get(part)) {
                for (item, mentions) in whole.into_iter().flatten() {
                    let names = mentions
                        .iter()
                        .filter(|mention| mention.field != Field::Body && mention.field != Field::Meaning);
                    found.extend(names.map(|mention| (part.clone(), *item, Mention { is_part: true, ..*mention })));
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        for (part, item, mention) in found {
            self.stems.entry(part).or_default().entry(item).or_default().push(mention);
        }
    }

    /// The two words that a word is made of, the longest last one first.
    fn split(&self, word: &str) -> Option<[String; 2]> {
        let is_known =
            |part: &str| part.len() >= PART_MIN && self.surfaces.contains_key(part) && !is_stop_word(self.lang, part);
        (PART_MIN..word.len().saturating_sub(PART_MIN - 1)).filter(|at| word.is_char_boundary(*at)).find_map(|at| {
            let (first, last) = word.split_at(at);
            let first = ["", "s", "e", "en"]
                .iter()
                .filter_map(|link| first.strip_suffix(link))
                .find(|first| is_known(first))?;
            is_known(last).then(|| [first.to_owned(), last.to_owned()])
        })
    }

    fn finish(mut self, items: usize) -> (Lexicon, Vec<Vec<u8>>) {
        for mentions in self.stems.values_mut() {
            thin_out(mentions, items);
        }
        let mut names: Vec<String> =
            self.stems.iter().filter(|(_, items)| !items.is_empty()).map(|(stem, _)| stem.clone()).collect();
        names.sort_unstable();
        let number_of: HashMap<&str, u32> = names.iter().map(String::as_str).zip(0..).collect();
        let mut ways: Vec<Vec<(&Surface, &str)>> = vec![Vec::new(); names.len()];
        let (mut surfaces, mut sounds) = (Vec::new(), Vec::new());
        for (folded, surface) in &self.surfaces {
            let number = self.stem_of.get(folded).and_then(|stem| number_of.get(stem.as_str()));
            let Some(number) = number.copied() else { continue };
            ways[number as usize].push((surface, folded));
            surfaces.push((folded.clone(), number));
            sounds.extend(self.codes(folded, surface.written()).into_iter().map(|code| (code, number)));
        }
        let mut sheets = Sheets::default();
        let (mut stems, mut weights) = (Vec::new(), Vec::new());
        for (name, mut ways) in names.iter().zip(ways) {
            ways.sort_by_key(|(surface, folded)| {
                (surface.best, std::cmp::Reverse(surface.ways.values().sum::<u32>()), *folded)
            });
            let written = ways.iter().map(|(surface, _)| surface.written().to_owned()).take(WAYS).collect();
            let items: Vec<(u32, Vec<Mention>)> = self.stems.remove(name).unwrap_or_default().into_iter().collect();
            weights.push(weight(&items));
            stems.push((name.clone(), sheets.put(&Entry { written, items })));
        }
        let lexicon = Lexicon {
            lang: self.lang,
            surfaces: Sorted::of(surfaces),
            stems: Sorted::of(stems),
            sounds: Sorted::of(sounds),
            weights,
        };
        (lexicon, sheets.finish())
    }

    /// How a word may sound to whoever writes it: with its accents and without them.
    fn codes(&self, folded: &str, written: &str) -> Vec<String> {
        if folded.len() < 3 || folded.bytes().any(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let mut codes = Vec::new();
        for small in [written.to_lowercase(), folded.to_owned()] {
            let Some(code) = sound(self.lang, &small) else { continue };
            codes.extend(without_last(self.lang, &code).map(str::to_owned));
            codes.push(code);
        }
        codes
    }
}

/// Leaves out what would be read for every other question and decide none.
fn thin_out(items: &mut BTreeMap<u32, Vec<Mention>>, all: usize) {
    let is_long = |mention: &Mention| matches!(mention.field, Field::Body | Field::Meaning);
    let is_common = items.len() > COMMON && items.len() > all / 3;
    for mentions in items.values_mut() {
        if is_common {
            mentions.retain(|mention| !is_long(mention));
        }
        mentions.sort_unstable();
        mentions.dedup();
        mentions.sort_by(|one, other| worth(*other).total_cmp(&worth(*one)));
        mentions.truncate(MENTIONS);
    }
    items.retain(|_, mentions| !mentions.is_empty());
    if items.len() > ITEMS {
        let says = |mentions: &[Mention]| mentions.first().map_or(0.0, |first| worth(*first));
        let mut best: Vec<(f32, u32)> = items.iter().map(|(item, mentions)| (says(mentions), *item)).collect();
        best.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        for (_, item) in best.drain(ITEMS..) {
            items.remove(&item);
        }
    }
}

/// How much a word matters when there is not room for all: names before sentences, then what stands in more items.
fn weight(items: &[(u32, Vec<Mention>)]) -> u8 {
    let best = items
        .iter()
        .flat_map(|(_, mentions)| mentions)
        .filter(|mention| !mention.is_part)
        .map(|mention| mention.field)
        .min();
    let class = match best {
        Some(Field::Title | Field::Words) => 3,
        Some(Field::Official | Field::Purpose) => 2,
        Some(Field::Section | Field::Question) => 1,
        _ => 0,
    };
    class << 6 | items.len().min(63) as u8
}
