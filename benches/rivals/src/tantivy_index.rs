//! tantivy: an index in a folder, one segment, BM25 with weights.

use std::error::Error;
use std::fs;

use inclusion_kiosk::content::search::Field;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, Query, TermQuery};
use tantivy::schema::{self, FAST, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{AsciiFoldingFilter, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, TextAnalyzer};
use tantivy::{Index, IndexReader, TantivyDocument, Term};
use tempfile::TempDir;

use crate::corpus::{Corpus, FIELDS, WEIGHTS};
use crate::engine::{Cutter, Engine, LIMIT, Words, language, tokens};

/// Memory for writing: enough for one segment.
const WRITER_BYTES: usize = 1_000_000_000;
/// What a word counts in all kinds of texts but the one where it counts most, as a share.
const ELSEWHERE: f32 = 0.3;
/// Shorter words have too many others one edit away.
const FUZZY_MIN: usize = 4;
/// Our analyzer in the schema.
const ANALYZER: &str = "of the way";

/// How texts and queries are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// tantivy's default tokenizer, words as they are.
    Plain,
    /// The same with words one edit away.
    Fuzzy,
    /// Letters without accents, stems, and words one edit away.
    StemsFuzzy,
}

pub struct Tantivy {
    reader: IndexReader,
    fields: [schema::Field; FIELDS],
    way: Way,
    cutter: Cutter,
    /// What texts go through, and what the beginning of a word goes through.
    whole: TextAnalyzer,
    begun: TextAnalyzer,
    /// Its folder, which goes with it.
    folder: TempDir,
}

impl Tantivy {
    pub fn engine<'c>(corpus: &'c Corpus<'_>, way: Way) -> Result<Engine<'c>, Box<dyn Error>> {
        let plain =
            || TextAnalyzer::builder(SimpleTokenizer::default()).filter(RemoveLongFilter::limit(40)).filter(LowerCaser);
        let (whole, begun) = match way {
            Way::Plain | Way::Fuzzy => (plain().build(), plain().build()),
            Way::StemsFuzzy => (
                plain().filter(Stemmer::new(language(corpus.lang))).filter(AsciiFoldingFilter).build(),
                plain().filter(AsciiFoldingFilter).build(),
            ),
        };
        let mut schema = Schema::builder();
        let indexing =
            TextFieldIndexing::default().set_tokenizer(ANALYZER).set_index_option(IndexRecordOption::WithFreqs);
        let options = TextOptions::default().set_indexing_options(indexing);
        let fields = Field::ALL.map(|field| schema.add_text_field(field.name(), options.clone()));
        let place = schema.add_u64_field("place", FAST);
        let folder = TempDir::new()?;
        let index = Index::create_in_dir(folder.path(), schema.build())?;
        index.tokenizers().register(ANALYZER, whole.clone());
        let mut writer = index.writer_with_num_threads(1, WRITER_BYTES)?;
        for (at, document) in (0..).zip(&corpus.documents) {
            let mut row = TantivyDocument::new();
            row.add_u64(place, at);
            fields.iter().zip(&document.texts).for_each(|(field, text)| row.add_text(*field, text));
            writer.add_document(row)?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        let reader = index.reader()?;
        let tantivy = Tantivy { reader, fields, way, cutter: Cutter::of(corpus.lang), whole, begun, folder };
        let bytes = tantivy.bytes()?;
        Ok(Engine { find: Box::new(move |query| tantivy.find(query).expect("a query that tantivy reads")), bytes })
    }

    fn bytes(&self) -> std::io::Result<u64> {
        fs::read_dir(self.folder.path())?.map(|file| Ok(file?.metadata()?.len())).sum()
    }

    fn find(&self, query: &str) -> tantivy::Result<Vec<usize>> {
        let Words { words, is_open } = self.cutter.cut(query);
        let mut any: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let may_go_on = is_open && at + 1 == words.len();
            let fields = self.fields.iter().zip(WEIGHTS);
            let anywhere = fields.flat_map(|(field, weight)| self.word(word, may_go_on, *field, weight)).collect();
            any.push((Occur::Should, Box::new(DisjunctionMaxQuery::with_tie_breaker(anywhere, ELSEWHERE))));
        }
        let searcher = self.reader.searcher();
        let best = searcher.search(&BooleanQuery::new(any), &TopDocs::with_limit(LIMIT).order_by_score())?;
        best.into_iter()
            .map(|(_, address)| {
                let places = searcher.segment_reader(address.segment_ord).fast_fields().u64("place")?;
                Ok(places.first(address.doc_id).unwrap_or_default() as usize)
            })
            .collect()
    }

    /// A word in a field: as it is, and by its beginning or one edit away, for which tantivy has a score that does not depend
    /// on how rare such words are.
    fn word(
        &self,
        word: &str,
        may_go_on: bool,
        field: schema::Field,
        weight: f32,
    ) -> impl Iterator<Item = Box<dyn Query>> + use<> {
        let exact = tokens(&self.whole, word).into_iter().map(move |token| {
            let query = TermQuery::new(Term::from_field_text(field, &token), IndexRecordOption::WithFreqs);
            Box::new(BoostQuery::new(Box::new(query), weight)) as Box<dyn Query>
        });
        let edits = u8::from(self.way != Way::Plain && word.chars().count() >= FUZZY_MIN);
        let analyzer = if may_go_on { &self.begun } else { &self.whole };
        let is_asked = edits > 0 || may_go_on;
        let near = tokens(analyzer, word).into_iter().filter(move |_| is_asked).map(move |token| {
            let term = Term::from_field_text(field, &token);
            let query = if may_go_on {
                FuzzyTermQuery::new_prefix(term, edits, true)
            } else {
                FuzzyTermQuery::new(term, edits, true)
            };
            Box::new(BoostQuery::new(Box::new(query), weight)) as Box<dyn Query>
        });
        exact.chain(near)
    }
}
