//! Which items fit a query best.
//!
//! A word counts as much as it is rare and as well as it fits, and more in a name than in a sentence. Half of a score is
//! what the words find anywhere in an item; the other half is how much of the query one single text of it holds, and how
//! much of that text the query is: "carte perdue" is not "what to do with the card of somebody who lost a tax form".

use super::Field;
use super::lexicons::Lexicons;
use super::mentions::Mention;
use super::numbering::Numbering;
use super::understand::{Asked, Candidate};
use crate::content::model::ItemId;

/// What a word counts in each field.
const WEIGHTS: [f32; Field::ALL.len()] = [1.0, 1.0, 0.9, 0.6, 0.5, 0.45, 0.35, 0.25];
/// What a part of a word counts, as a share of the word.
const PART: f32 = 0.55;
/// What it adds that a word stands in this field too: what an item is about is said in several of them.
const MORE: [f32; Field::ALL.len()] = [0.09, 0.03, 0.05, 0.04, 0.03, 0.01, 0.01, 0.02];
/// Authors write first what people say most: what each of their words counts less than the one before, and at most.
const LATER: f32 = 0.004;
const LATER_MAX: u8 = 25;
/// What a place counts: guides say what to do, and come first where the query names no place.
const PLACE: f32 = 0.9;
/// The share of words that name a place and no guide, in a query that has others too: they say where, the others say what.
const WHERE: f32 = 0.4;
/// A word that nobody knows weighs so much.
const UNKNOWN: f32 = 0.7;
/// The items after so many are not found: no library has them, but a damaged pack may say so.
const ITEMS_MAX: usize = 200_000;
/// So many items are looked at closely.
const SHORTLIST: usize = 48;

/// An item with its score and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranked {
    pub item: u32,
    /// From 0 to about 1.
    pub score: f32,
    /// How much of the query was found in it, from 0 to 1.
    pub share: f32,
    /// The word that says most, and where it stands, once the item was looked at closely.
    pub reason: Option<(Candidate, Mention)>,
}

/// What the words of a query find in each item, by the number of the item.
struct Scores {
    score: Vec<f32>,
    share: Vec<f32>,
    /// What the word at hand finds: the best of its candidates, by its place, and what that one counts.
    best: Vec<(f32, f32)>,
    /// The items that the word at hand finds, and those that any word found.
    touched: Vec<u32>,
    found: Vec<u32>,
}

impl Scores {
    fn of(items: usize) -> Scores {
        let (score, share, best) = (vec![0.0; items], vec![0.0; items], vec![(0.0, 0.0); items]);
        Scores { score, share, best, touched: Vec::new(), found: Vec::new() }
    }

    /// Notes that a candidate with this fit stands in an item.
    fn note(&mut self, item: u32, counts: f32, fit: f32) {
        let Some(best) = self.best.get_mut(item as usize) else { return };
        if best.0 == 0.0 {
            self.touched.push(item);
        }
        if best.0 < counts {
            *best = (counts, fit);
        }
    }

    /// Adds up what the word at hand found, and makes room for the next one.
    fn settle(&mut self, share: f32) {
        for item in self.touched.drain(..) {
            let at = item as usize;
            let (counts, fit) = std::mem::take(&mut self.best[at]);
            if self.score[at] == 0.0 && share * counts > 0.0 {
                self.found.push(item);
            }
            self.score[at] += share * counts;
            self.share[at] += share * fit;
        }
    }

    /// The items with the highest scores.
    fn shortlist(self) -> Vec<Ranked> {
        let Scores { score, share, mut found, .. } = self;
        let in_order =
            |one: &u32, other: &u32| score[*other as usize].total_cmp(&score[*one as usize]).then(one.cmp(other));
        if found.len() > SHORTLIST {
            found.select_nth_unstable_by(SHORTLIST, in_order);
            found.truncate(SHORTLIST);
        }
        found.sort_unstable();
        let ranked = |item: u32| {
            let (score, share) = (score[item as usize], share[item as usize]);
            Ranked { item, score, share, reason: None }
        };
        found.into_iter().map(ranked).collect()
    }
}

/// The best first.
fn in_order(one: &Ranked, other: &Ranked) -> std::cmp::Ordering {
    other.score.total_cmp(&one.score).then(one.item.cmp(&other.item))
}

/// One text of an item: the place of the item in the shortlist, that of its language among the lexicons, field and number.
type OneText = (u16, usize, Field, u8);

/// That a word of the query was found in a text.
struct InText {
    /// What belongs to one text stands together, and in it what belongs to one word: one comparison instead of five.
    order: u64,
    text: OneText,
    /// How many words the text has.
    words: u8,
    /// The place of the word in the query, and how well it fits what stands there.
    asked: usize,
    fit: f32,
}

/// A number by which mentions are put in order.
fn order((place, lexicon, field, number): OneText, asked: usize) -> u64 {
    let [place, lexicon, asked] = [u64::from(place), lexicon as u64, asked as u64];
    place << 40 | lexicon << 24 | (field as u64) << 16 | u64::from(number) << 8 | asked
}

/// Reads mentions and adds up.
pub(super) struct Ranking<'r> {
    pub lexicons: &'r Lexicons<'r>,
    pub numbering: Numbering,
}

impl Ranking<'_> {
    /// The items that have any of the words, the best first.
    pub(super) fn rank(&self, asked: &[Asked]) -> Vec<Ranked> {
        let items = self.numbering.len().min(ITEMS_MAX);
        let mut scores = Scores::of(items);
        let weights = self.weights(asked);
        for (word, weight) in asked.iter().zip(&weights) {
            for candidate in &word.candidates {
                let fit = candidate.fit_in(self.lexicons);
                self.lexicons.mentions(candidate, &mut |item, mentions| {
                    // The one that says most is the first.
                    if let Some(mention) = mentions.iter().next() {
                        scores.note(item, fit * (worth(mention) + more(mentions.fields)), candidate.fit);
                    }
                });
            }
            scores.settle(*weight);
        }
        let mut ranked = scores.shortlist();
        self.look_closely(asked, &weights, items, &mut ranked);
        ranked.sort_by(in_order);
        ranked
    }

    /// How much each word of a query says, as a share of all that it says.
    fn weights(&self, asked: &[Asked]) -> Vec<f32> {
        let says_where =
            |word: &Asked| word.likeliest(self.lexicons).is_some_and(|best| self.lexicons.is_of_places(best));
        let weighed: Vec<(bool, f32)> = asked.iter().map(|word| (says_where(word), self.weigh(word))).collect();
        let sum = |of_where: bool| -> f32 {
            weighed.iter().filter(|(is_where, _)| *is_where == of_where).map(|(_, weight)| weight).sum()
        };
        let (what, place) = (sum(false), sum(true));
        let scale = |is_where: bool| match is_where {
            _ if what == 0.0 || place == 0.0 => 1.0 / (what + place).max(f32::EPSILON),
            true => WHERE / place,
            false => (1.0 - WHERE) / what,
        };
        weighed.iter().map(|(is_where, weight)| scale(*is_where) * weight).collect()
    }

    /// How much a word of the query says: less, the more items have it, and the less it is what was typed.
    fn weigh(&self, word: &Asked) -> f32 {
        let Some(best) = word.likeliest(self.lexicons) else { return UNKNOWN };
        let all = self.numbering.len() as f32;
        let rare = (1.0 + all / self.lexicons.items(best).max(1) as f32).ln() / (1.0 + all).ln();
        // What is only guessed says less of what was meant.
        rare.clamp(0.15, 1.0) * best.fit_in(self.lexicons)
    }

    /// The second half of the scores: how well one text of the item and the query cover each other. And the reasons.
    fn look_closely(&self, asked: &[Asked], weights: &[f32], items: usize, ranked: &mut [Ranked]) {
        let mut listed: Vec<Option<u16>> = vec![None; items];
        for (place, ranked) in (0..).zip(ranked.iter()) {
            listed[ranked.item as usize] = Some(place);
        }
        let mut found: Vec<InText> = Vec::new();
        let mut reasons = vec![0.0f32; ranked.len()];
        for (asked, (word, weight)) in asked.iter().zip(weights).enumerate() {
            for candidate in &word.candidates {
                let fit = candidate.fit_in(self.lexicons);
                self.lexicons.mentions(candidate, &mut |item, mentions| {
                    let Some(place) = listed.get(item as usize).copied().flatten() else { return };
                    for (first, mention) in mentions.iter().enumerate() {
                        let counts = weight * fit * worth(mention);
                        if first == 0 && reasons[usize::from(place)] < counts {
                            reasons[usize::from(place)] = counts;
                            ranked[usize::from(place)].reason = Some((*candidate, mention));
                        }
                        if matches!(mention.field, Field::Body | Field::Meaning) {
                            continue;
                        }
                        let text = (place, candidate.lexicon, mention.field, mention.number);
                        let fit = fit * whole(mention);
                        found.push(InText { order: order(text, asked), text, words: mention.words, asked, fit });
                    }
                });
            }
        }
        let close = closeness(found, weights, ranked.len());
        for (ranked, close) in ranked.iter_mut().zip(close) {
            let kind = match self.numbering.item(ranked.item) {
                // Whoever writes the name of a commune, and nothing else, means it.
                Some(ItemId::Service(_) | ItemId::Commune(_)) => 1.0,
                Some(ItemId::Finder(_)) => 0.97,
                Some(ItemId::Place(_)) => PLACE,
                _ => 0.92,
            };
            ranked.score = kind * (ranked.score + close) / 2.0;
        }
    }
}

/// For each listed item, how well the best of its texts and the query cover each other.
fn closeness(mut found: Vec<InText>, weights: &[f32], listed: usize) -> Vec<f32> {
    let mut close = vec![0.0f32; listed];
    found.sort_unstable_by_key(|found| found.order);
    for text in found.chunk_by(|one, other| one.text == other.text) {
        let (mut of_query, mut of_text) = (0.0, 0.0);
        for word in text.chunk_by(|one, other| one.asked == other.asked) {
            let fit = word.iter().map(|found| found.fit).fold(0.0, f32::max);
            of_query += fit * weights[word[0].asked];
            of_text += fit;
        }
        let InText { text: (place, _, field, _), words, .. } = text[0];
        let of_text = (of_text / f32::from(words.max(1))).min(1.0);
        let of_both = WEIGHTS[field as usize] * of_query * (0.45 + 0.55 * of_text);
        close[usize::from(place)] = close[usize::from(place)].max(of_both);
    }
    close
}

/// What a mention of a word says of an item.
pub(super) fn worth(mention: Mention) -> f32 {
    WEIGHTS[mention.field as usize] * whole(mention)
}

/// How much of a word stands there, and how early.
fn whole(mention: Mention) -> f32 {
    let part = if mention.is_part { PART } else { 1.0 };
    let later = if mention.field == Field::Words { mention.number.min(LATER_MAX) } else { 0 };
    part * (1.0 - LATER * f32::from(later))
}

/// What all the fields add in which a word stands.
fn more(fields: u8) -> f32 {
    MORE.iter().enumerate().filter(|(field, _)| fields >> field & 1 == 1).map(|(_, more)| more).sum()
}
