//! What an engine finds, and how long it takes.

use std::hint::black_box;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use crate::corpus::Corpus;
use crate::engine::Engine;
use crate::queries::{HALVES, Judged, Query};

/// How often the first answer is right, how often one of the first three, and the mean of one over the place of the first
/// right one: all from 0 to 1.
#[derive(Clone, Copy, Default)]
pub struct Success {
    pub at_one: f64,
    pub at_three: f64,
    pub rank: f64,
}

/// The figures of an engine.
pub struct Figures {
    pub name: &'static str,
    /// By language, in the order in which they were measured, and half.
    pub success: Vec<(String, [Success; HALVES.len()])>,
    /// Each key of each query, from the second letter on; and whole queries.
    pub keys: Vec<Duration>,
    pub whole: Vec<Duration>,
    /// Its index on the disk, all languages together.
    pub bytes: u64,
}

impl Figures {
    pub fn of(name: &'static str) -> Figures {
        Figures { name, success: Vec::new(), keys: Vec::new(), whole: Vec::new(), bytes: 0 }
    }

    /// Adds an engine with the texts of a language. Whole queries come first, so that the keys find their files in memory.
    pub fn measure(&mut self, tag: &str, engine: &Engine, corpus: &Corpus, judged: &Judged) {
        self.bytes += engine.bytes;
        self.success.push((tag.to_owned(), judged.0.each_ref().map(|queries| success(engine, corpus, queries))));
        for query in judged.0.iter().flatten() {
            let ends = query.text.char_indices().map(|(at, _)| at).chain([query.text.len()]).skip(2);
            for end in ends {
                let taken = time(engine, &query.text[..end]);
                self.keys.push(taken);
                if end == query.text.len() {
                    self.whole.push(taken);
                }
            }
        }
    }
}

fn success(engine: &Engine, corpus: &Corpus, queries: &[Query]) -> Success {
    let mut sum = Success::default();
    for query in queries {
        let found = (engine.find)(&query.text);
        let right = |place: &usize| query.wants.contains(&corpus.documents[*place].id);
        if let Some(at) = found.iter().position(right) {
            sum.at_one += f64::from(at == 0);
            sum.at_three += f64::from(at < 3);
            sum.rank += 1.0 / (at + 1) as f64;
        }
    }
    let count = queries.len() as f64;
    Success { at_one: sum.at_one / count, at_three: sum.at_three / count, rank: sum.rank / count }
}

/// Processor time: other programs may use the machine meanwhile.
fn time(engine: &Engine, query: &str) -> Duration {
    let start = now();
    black_box((engine.find)(query));
    now() - start
}

#[expect(clippy::disallowed_methods, reason = "it measures")]
fn now() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().expect("a time after the start")
}
