//! The judged queries of `tests/search`.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// The queries to tune with, and those that are only ever measured.
pub const HALVES: [&str; 2] = ["tuning", "judging"];

#[derive(Deserialize)]
struct Listed {
    query: Vec<Query>,
}

/// What somebody typed, and the items of which each is a right answer.
#[derive(Deserialize)]
pub struct Query {
    pub text: String,
    pub wants: Vec<String>,
}

/// The queries of a language, by half.
pub struct Judged(pub [Vec<Query>; HALVES.len()]);

impl Judged {
    pub fn read(tag: &str) -> Result<Judged, Box<dyn Error>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/search").join(tag);
        let half = |half: &str| -> Result<Vec<Query>, Box<dyn Error>> {
            Ok(toml::from_str::<Listed>(&fs::read_to_string(folder.join(format!("{half}.toml")))?)?.query)
        };
        let [tuning, judging] = HALVES;
        Ok(Judged([half(tuning)?, half(judging)?]))
    }
}
