//! What a key costs in the search: types the judged queries for tuning letter by letter, from the second letter on.
//!
//!     cargo run --release --example search_keys -- brussels.kpack

use std::env;
use std::fs;
use std::path::Path;
use std::time::Duration;

use inclusion_kiosk::base::Lang;
use inclusion_kiosk::content::Library;
use inclusion_kiosk::content::pack::Pack;
use rustix::time::{ClockId, clock_gettime};
use serde::Deserialize;

#[derive(Deserialize)]
struct Judged {
    query: Vec<Query>,
}

#[derive(Deserialize)]
struct Query {
    text: String,
}

fn main() {
    let words: Vec<String> = env::args().skip(1).collect();
    let [pack] = words.as_slice() else { panic!("a pack") };
    let library = Pack::open(Path::new(pack)).expect("a pack").into_library();
    println!("opened: {}", memory());
    let french: Lang = "fr".parse().expect("a tag");
    println!("first search, microseconds: {}", time(&library, "a", french).as_micros());
    println!("after it: {}", memory());
    for tag in ["fr", "nl", "en"] {
        let lang: Lang = tag.parse().expect("a tag");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/search/{tag}/tuning.toml"));
        let queries: Judged = toml::from_str(&fs::read_to_string(path).expect("queries")).expect("queries");
        let mut keys: Vec<Duration> = Vec::new();
        for Query { text } in &queries.query {
            let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]).skip(2);
            keys.extend(ends.map(|end| time(&library, &text[..end], lang)));
        }
        keys.sort_unstable();
        let at = |share: f64| keys[((keys.len() - 1) as f64 * share) as usize].as_micros();
        println!("{tag}: {} keys, microseconds p50 {} p95 {} most {}", keys.len(), at(0.5), at(0.95), at(1.0));
    }
    println!("at the end: {}", memory());
}

/// Processor time: other programs may use the machine meanwhile.
fn time(library: &Library, query: &str, lang: Lang) -> Duration {
    let start = now();
    std::hint::black_box(library.search(query, lang, 10));
    now() - start
}

#[expect(clippy::disallowed_methods, reason = "it measures")]
fn now() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().expect("a time after the start")
}

/// The resident and the proportional memory of this process.
fn memory() -> String {
    let rollup = fs::read_to_string("/proc/self/smaps_rollup").unwrap_or_default();
    let lines = rollup.lines().filter(|line| line.starts_with("Rss") || line.starts_with("Pss:"));
    lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join(", ")
}
