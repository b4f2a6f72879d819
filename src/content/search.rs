//! The search: what the content has for what somebody typed, in their own words and with their own spelling.
//!
//! The texts that `gather` shows are cut into words and folded (`fold`), brought to their stems (`stem`) and to codes of
//! their sound (`sound`). `build` makes an index of them: per language a `lexicon`, which is kept in memory from the
//! first search on, and sheets of `mentions`, which are read when one of their words is asked for. Communes and places have a
//! second, small index, since staff may add to them; `lexicons` puts both side by side. A query goes the same way:
//! `understand` finds the words of the content that may have been meant (`guess` those that nobody wrote so, also by `edits`),
//! `rank` the items that fit them best.
//!
//! Nothing of a query outlives the call, and what comes out are words of the content alone.

mod build;
mod bytes;
mod edits;
mod fold;
mod gather;
mod guess;
mod lexicon;
mod lexicons;
mod mentions;
mod numbering;
mod rank;
mod sorted;
mod sound;
mod stem;
mod understand;

pub(in crate::content) use self::build::{Built, build_guides, build_places};
pub(in crate::content) use self::fold::letters as folded;
use self::gather::{Gather, NO_SECTION, STUCK, TextAt};
pub(in crate::content) use self::lexicon::Lexicon;
pub(in crate::content) use self::lexicons::Indexed;
use self::lexicons::Lexicons;
use self::mentions::{Mention, sheet_of};
use self::numbering::Numbering;
use self::rank::{Ranked, Ranking};
pub(in crate::content) use self::sound::sound;
use self::understand::{Asked, Candidate, Understanding};
use super::library::{Library, Shelf};
use super::model::ItemId;
use crate::base::{Lang, TopicId};

/// So many topics are near a query.
const TOPICS: usize = 4;
/// So many other words to try are named.
const OTHER_WORDS: usize = 4;
/// A first hit below this score, or with less of the query in it, is a guess.
const WEAK_SCORE: f32 = 0.25;
const WEAK_SHARE: f32 = 0.4;

/// What a search found. Its words are words of the content, never of the resident. It is made anew from what stands in the
/// field, and not kept in a state.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Found {
    /// The best first, each item once.
    pub hits: Vec<Hit>,
    /// The words of the content as which the query was understood, as they are written there, in the order of the query.
    pub understood: Vec<Box<str>>,
    /// The nearest topics, the best first: never none where the library has any.
    pub topics: Vec<TopicId>,
    /// Other words to try, in the language of the visit.
    pub other_words: Vec<Box<str>>,
    /// The rest of the last word: "ité" after "ident".
    pub completion: Option<Box<str>>,
    /// Whether the query has words, and nothing fits them well.
    pub is_weak: bool,
}

/// An item that was found.
#[derive(Clone, PartialEq, Debug)]
pub struct Hit {
    pub item: ItemId,
    /// Where in a service the words stand, if they stand only there.
    pub section: Option<SectionAt>,
    /// The language through which it was found.
    pub lang: Lang,
    /// The kind of text in which the word stands that says most.
    pub matched: Field,
    /// That word, as it is written in the content.
    pub word: Box<str>,
    /// From 0 to about 1000: for whoever wants to know why one stands before the other.
    pub score: u32,
}

/// A section of a service, by its number among the steps or among the stuck sections.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SectionAt {
    Step(u16),
    Stuck(u16),
}

/// The kinds of texts that are searched, from those that say most of an item to those that say least.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Field {
    /// The title of a service, finder, topic or life event; the headword of a term; the name of a commune or place.
    Title,
    /// Words that people use for a service; the postcodes of a commune.
    Words,
    /// Official names, phone numbers and web addresses; the commune and the postcode of a place.
    Official,
    /// What a service is for, and who runs it; the street of a place.
    Purpose,
    /// The title of a step or of a stuck section.
    Section,
    /// A question of a finder with its answers.
    Question,
    /// The explanation of a term.
    Meaning,
    /// The text of a step or of a stuck section, and what else a service says.
    Body,
}

impl Field {
    /// All of them, in their order.
    pub const ALL: [Field; 8] = [
        Field::Title,
        Field::Words,
        Field::Official,
        Field::Purpose,
        Field::Section,
        Field::Question,
        Field::Meaning,
        Field::Body,
    ];

    /// Its name in the answers of the command line.
    pub fn name(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Words => "words",
            Field::Official => "official",
            Field::Purpose => "purpose",
            Field::Section => "section",
            Field::Question => "question",
            Field::Meaning => "meaning",
            Field::Body => "text",
        }
    }
}

/// What stays in memory of an index.
#[derive(Clone, PartialEq, Default, Debug)]
pub(in crate::content) struct Index {
    /// The first topic of each service.
    pub topics: Vec<Option<TopicId>>,
    /// One for each language, in the order of their tags.
    pub lexicons: Vec<Lexicon>,
}

/// Whether each word of an index has its mentions.
pub(in crate::content) fn is_whole(index: &Index, from: &dyn Indexed) -> bool {
    index.lexicons.iter().enumerate().all(|(at, lexicon)| {
        (0..lexicon.stems.len()).all(|stem| {
            let entry = lexicon.stems.value(stem).and_then(|address| {
                let sheet = from.sheet(at, sheet_of(address))?;
                mentions::open(&sheet, address)?.mentions(&mut |_, _| {})
            });
            entry.is_some()
        })
    })
}

impl Library {
    /// What the content has for what somebody typed, in the language of the visit first. Any text will do, of which the
    /// first hundred letters and the first eight words that say something are looked at.
    pub fn search(&self, query: &str, lang: Lang, limit: usize) -> Found {
        let (shelf, places) = (self.shelf(), self.places_index());
        let guides = shelf.index();
        let lexicons = Lexicons::of(lang, (&guides, shelf), (&places.index, places));
        let numbering = Numbering::of(self.numbers());
        Search { lexicons, topics: &guides.topics, numbering, shelf }.find(query, limit)
    }

    /// Shows each text of guides, finders and words that the search looks at in a language, with its item and its kind:
    /// whoever compares this search with another gives both the same.
    pub fn searched(&self, lang: Lang, show: &mut dyn FnMut(ItemId, Field, &str)) {
        let numbering = Numbering::of(self.numbers());
        let mut show = |(number, field, _): TextAt, text: &str| {
            if let Some(item) = numbering.item(number) {
                show(item, field, text);
            }
        };
        Gather { lang, numbering, show: &mut show }.guides(self.shelf());
    }
}

/// A search in a language.
struct Search<'s> {
    lexicons: Lexicons<'s>,
    /// The first topic of each service.
    topics: &'s [Option<TopicId>],
    numbering: Numbering,
    shelf: &'s dyn Shelf,
}

impl Search<'_> {
    fn find(&self, query: &str, limit: usize) -> Found {
        let asked = Understanding { lexicons: &self.lexicons }.asked(query);
        let ranked = Ranking { lexicons: &self.lexicons, numbering: self.numbering }.rank(&asked);
        let mut found = Found {
            hits: ranked.iter().filter_map(|ranked| self.hit(ranked)).take(limit).collect(),
            understood: self.understood(&asked),
            topics: self.topics(&ranked),
            other_words: Vec::new(),
            completion: self.completion(query),
            is_weak: false,
        };
        let is_guess = |first: &Ranked| first.score < WEAK_SCORE || first.share < WEAK_SHARE;
        found.is_weak = !asked.is_empty() && (found.hits.is_empty() || ranked.first().is_none_or(is_guess));
        if found.is_weak {
            found.other_words = self.other_words(&asked, &found);
        }
        found
    }

    fn hit(&self, ranked: &Ranked) -> Option<Hit> {
        let item = self.numbering.item(ranked.item)?;
        // They are named apart, as what is near.
        if matches!(item, ItemId::Topic(_) | ItemId::Event(_)) {
            return None;
        }
        let (candidate, Mention { field, number, .. }) = ranked.reason?;
        let lang = self.lexicons.lang_of(candidate.lexicon)?;
        let is_in_section = matches!(item, ItemId::Service(_)) && matches!(field, Field::Section | Field::Body);
        let section = match number {
            _ if !is_in_section => None,
            NO_SECTION => None,
            STUCK.. => Some(SectionAt::Stuck(u16::from(number - STUCK))),
            step => Some(SectionAt::Step(u16::from(step))),
        };
        let score = (ranked.score * 1000.0) as u32;
        Some(Hit { item, section, lang, matched: field, word: self.lexicons.written(&candidate)?, score })
    }

    /// The words of the content as which those of the query were understood.
    fn understood(&self, asked: &[Asked]) -> Vec<Box<str>> {
        let mut understood: Vec<Box<str>> = Vec::new();
        for word in asked {
            if let Some(word) = word.likeliest(&self.lexicons).and_then(|best| self.lexicons.written(best))
                && !understood.contains(&word)
            {
                understood.push(word);
            }
        }
        understood
    }

    /// Words that are near to those of the query, then what the near topics are called.
    fn other_words(&self, asked: &[Asked], found: &Found) -> Vec<Box<str>> {
        let near = asked.iter().flat_map(|word| &word.candidates);
        let near = near.filter(|candidate| self.lexicons.is_own(candidate.lexicon));
        let near = near.filter_map(|candidate| self.lexicons.written(candidate));
        let topics = found.topics.iter().filter_map(|topic| self.first_word(*topic));
        let mut words: Vec<Box<str>> = Vec::new();
        for word in near.chain(topics) {
            if words.len() == OTHER_WORDS {
                break;
            }
            if word.chars().count() > 2 && !found.understood.contains(&word) && !words.contains(&word) {
                words.push(word);
            }
        }
        words
    }

    /// The first word of the name of a topic that says something.
    fn first_word(&self, topic: TopicId) -> Option<Box<str>> {
        let topic = self.shelf.topic(topic)?;
        let name = topic.name.get(self.lexicons.lang)?;
        let says = |word: &fold::Word| !stem::is_stop_word(self.lexicons.lang, &word.folded);
        fold::words(name).into_iter().find(says).map(|word| name[word.written].to_lowercase().into())
    }

    /// The topics of what was found, then all others in the order of the home screen.
    fn topics(&self, ranked: &[Ranked]) -> Vec<TopicId> {
        let mut near: Vec<TopicId> = Vec::new();
        let of_hits = ranked.iter().filter_map(|ranked| match self.numbering.item(ranked.item)? {
            ItemId::Topic(topic) => Some(topic),
            ItemId::Event(event) => self.shelf.event(event).map(|event| event.topic),
            ItemId::Service(service) => self.topics.get(service.index()).copied().flatten(),
            ItemId::Room(room) => self.shelf.room(room).and_then(|room| room.topics.first().copied()),
            ItemId::Lesson(lesson) => self.shelf.lesson(lesson).and_then(|lesson| lesson.topics.first().copied()),
            ItemId::Term(_) | ItemId::Finder(_) | ItemId::Commune(_) | ItemId::Place(_) => None,
        });
        let all = (0..self.shelf.numbers().topics).map(TopicId::handed_out);
        for topic in of_hits.chain(all) {
            if near.len() == TOPICS {
                break;
            }
            if !near.contains(&topic) {
                near.push(topic);
            }
        }
        near
    }

    /// What is missing at the end of the query to the word of the content that begins so and matters most.
    fn completion(&self, query: &str) -> Option<Box<str>> {
        let last = query
            .char_indices()
            .rev()
            .take_while(|(_, sign)| sign.is_alphanumeric())
            .last()
            .map(|(at, _)| &query[at..])?;
        let start = fold::letters(last);
        if start.chars().count() < 2 {
            return None;
        }
        let own = self.lexicons.own();
        let weight =
            |lexicon: &Lexicon, surface: usize| lexicon.surfaces.value(surface).map(|stem| lexicon.weight(stem));
        // Whoever has written a word may have meant it: a rarer one would lead away from it.
        let whole = own.iter().filter_map(|lexicon| weight(lexicon, lexicon.surfaces.find(&start).next()?)).max();
        let longer = own
            .iter()
            .enumerate()
            .flat_map(|(at, lexicon)| lexicon.surfaces.beginning(&start).map(move |surface| (at, *lexicon, surface)));
        let weighed =
            longer.filter_map(|(at, lexicon, surface)| Some((weight(lexicon, surface)?, at, lexicon, surface)));
        let weighed = weighed.filter(|(weight, ..)| whole.is_none_or(|whole| *weight > whole));
        let says = weighed.filter(|(_, _, lexicon, surface)| {
            let word = lexicon.surfaces.word(*surface);
            word != start && !stem::is_stop_word(lexicon.lang, word)
        });
        let (_, at, lexicon, surface) = says.max_by_key(|(weight, at, lexicon, surface)| {
            (*weight, std::cmp::Reverse((lexicon.surfaces.word(*surface).len(), *at, *surface)))
        })?;
        let candidate =
            Candidate { lexicon: at, stem: lexicon.surfaces.value(surface)?, surface: Some(surface), fit: 1.0 };
        // Nobody types a web address to the end.
        let written = self.lexicons.written(&candidate).filter(|written| !written.contains(['.', '/', '@']))?;
        let split = written.char_indices().map(|(at, _)| at).find(|at| fold::letters(&written[..*at]) == start)?;
        Some(written[split..].into())
    }
}
