//! What an engine is, which ones there are, and how a query is cut into words for those that do not do it themselves.

use std::error::Error;

use inclusion_kiosk::base::Lang;
use tantivy::tokenizer::{Language, LowerCaser, SimpleTokenizer, StopWordFilter, TextAnalyzer};

use crate::corpus::Corpus;
use crate::fts5::{Fts5, Tokens};
use crate::kiosk;
use crate::tantivy_index::{Tantivy, Way};

/// So many items are asked for: what a page of results shows.
pub const LIMIT: usize = 10;

/// The places of the documents that fit a query, the best first.
type Find<'c> = dyn Fn(&str) -> Vec<usize> + 'c;

/// An engine with the texts of one language.
pub struct Engine<'c> {
    pub find: Box<Find<'c>>,
    /// What its index takes on the disk.
    pub bytes: u64,
}

type Build = for<'c> fn(&'c Corpus<'_>) -> Result<Engine<'c>, Box<dyn Error>>;

pub const ENGINES: [(&str, Build); 6] = [
    ("kiosk", kiosk::engine),
    ("FTS5 unicode61", |corpus| Fts5::engine(corpus, Tokens::Words)),
    ("FTS5 trigram", |corpus| Fts5::engine(corpus, Tokens::Trigrams)),
    ("tantivy", |corpus| Tantivy::engine(corpus, Way::Plain)),
    ("tantivy, fuzzy", |corpus| Tantivy::engine(corpus, Way::Fuzzy)),
    ("tantivy, folded, stems, fuzzy", |corpus| Tantivy::engine(corpus, Way::StemsFuzzy)),
];

/// A query in words.
pub struct Words {
    pub words: Vec<String>,
    /// Whether the last word may go on.
    pub is_open: bool,
}

/// Cuts queries into small words without those that say nothing: neither FTS5 nor tantivy's default tokenizer leaves them
/// out, and every one of them would cost a rival the reading of nearly all documents.
pub struct Cutter {
    all: TextAnalyzer,
    telling: TextAnalyzer,
}

impl Cutter {
    pub fn of(lang: Lang) -> Cutter {
        let lower = || TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser);
        let stop_words = StopWordFilter::new(language(lang)).expect("tantivy knows the stop words of our languages");
        Cutter { all: lower().build(), telling: lower().filter(stop_words).build() }
    }

    pub fn cut(&self, query: &str) -> Words {
        let mut words = tokens(&self.telling, query);
        words.retain(|word| word.chars().count() > 1);
        if words.is_empty() {
            words = tokens(&self.all, query);
        }
        Words { words, is_open: query.ends_with(char::is_alphanumeric) }
    }
}

/// What an analyzer makes of a text.
pub fn tokens(analyzer: &TextAnalyzer, text: &str) -> Vec<String> {
    let (mut analyzer, mut tokens) = (analyzer.clone(), Vec::new());
    analyzer.token_stream(text).process(&mut |token| tokens.push(token.text.clone()));
    tokens
}

pub fn language(lang: Lang) -> Language {
    match lang.as_str() {
        "fr" => Language::French,
        "nl" => Language::Dutch,
        _ => Language::English,
    }
}
