//! SQLite's full-text search: a table without the texts, BM25 with weights.

use std::collections::BTreeSet;
use std::error::Error;

use inclusion_kiosk::content::search::Field;
use rusqlite::{Connection, params_from_iter};
use tempfile::NamedTempFile;

use crate::corpus::{Corpus, FIELDS, WEIGHTS};
use crate::engine::{Cutter, Engine, LIMIT, Words};

/// What SQLite makes of a text.
#[derive(Clone, Copy)]
pub enum Tokens {
    Words,
    Trigrams,
}

pub struct Fts5 {
    connection: Connection,
    tokens: Tokens,
    cutter: Cutter,
    /// Its file, which goes with it.
    file: NamedTempFile,
}

impl Fts5 {
    pub fn engine<'c>(corpus: &'c Corpus<'_>, tokens: Tokens) -> Result<Engine<'c>, Box<dyn Error>> {
        let file = NamedTempFile::new()?;
        let connection = Connection::open(file.path())?;
        let fts5 = Fts5 { connection, tokens, cutter: Cutter::of(corpus.lang), file };
        fts5.fill(corpus)?;
        let bytes = fts5.file.as_file().metadata()?.len();
        Ok(Engine { find: Box::new(move |query| fts5.find(query).expect("a query that SQLite reads")), bytes })
    }

    fn fill(&self, corpus: &Corpus) -> Result<(), rusqlite::Error> {
        let how = match self.tokens {
            Tokens::Words => "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'",
            Tokens::Trigrams => "tokenize = 'trigram remove_diacritics 1'",
        };
        // `text` would be a word of SQLite's own.
        let columns = Field::ALL.map(|field| format!("of_{}", field.name())).join(", ");
        let weights = WEIGHTS.map(|weight| weight.to_string()).join(", ");
        self.connection.execute_batch(&format!(
            "CREATE VIRTUAL TABLE item USING fts5({columns}, content = '', {how});
             INSERT INTO item(item, rank) VALUES('rank', 'bm25({weights})');
             BEGIN;"
        ))?;
        let values = ["?"; FIELDS + 1].join(", ");
        let mut insert = self.connection.prepare(&format!("INSERT INTO item(rowid, {columns}) VALUES({values})"))?;
        for (place, document) in corpus.documents.iter().enumerate() {
            insert.execute(params_from_iter([place.to_string()].iter().chain(&document.texts)))?;
        }
        self.connection.execute_batch("COMMIT; INSERT INTO item(item) VALUES('optimize'); VACUUM;")
    }

    fn find(&self, query: &str) -> Result<Vec<usize>, rusqlite::Error> {
        let words = self.cutter.cut(query);
        let expression = match self.tokens {
            Tokens::Words => any_word(&words),
            Tokens::Trigrams => any_trigram(&words),
        };
        if expression.is_empty() {
            return Ok(Vec::new());
        }
        let sql = "SELECT rowid FROM item WHERE item MATCH ?1 ORDER BY rank LIMIT ?2";
        let mut search = self.connection.prepare_cached(sql)?;
        let rows = search.query_map((expression, LIMIT as i64), |row| row.get::<_, i64>(0))?;
        rows.map(|row| row.map(|place| place as usize)).collect()
    }
}

/// Any of the words, of which the last may go on.
fn any_word(Words { words, is_open }: &Words) -> String {
    let mut expression = words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" OR ");
    if *is_open && !expression.is_empty() {
        expression.push('*');
    }
    expression
}

/// Any three letters of the words that stand together, the gaps before and after a word among them.
fn any_trigram(Words { words, .. }: &Words) -> String {
    let of_word = |word: &String| {
        let letters: Vec<char> = format!(" {word} ").chars().collect();
        letters.windows(3).map(|three| format!("\"{}\"", three.iter().collect::<String>())).collect::<Vec<_>>()
    };
    let trigrams: BTreeSet<String> = words.iter().flat_map(of_word).collect();
    trigrams.into_iter().collect::<Vec<_>>().join(" OR ")
}
