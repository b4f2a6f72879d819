//! The search of the kiosk beside the searches that one would take instead: the same texts, the same judged queries.
//!
//!     cargo run --release -- brussels.kpack many.kpack
//!
//! The README beside this says how the packs are made and what the figures tell.

mod corpus;
mod engine;
mod fts5;
mod kiosk;
mod measure;
mod queries;
mod report;
mod tantivy_index;

use std::env;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use inclusion_kiosk::base::Lang;
use inclusion_kiosk::content::pack::Pack;

use crate::corpus::Corpus;
use crate::engine::ENGINES;
use crate::measure::Figures;
use crate::queries::Judged;

const LANGUAGES: [&str; 3] = ["fr", "nl", "en"];

fn main() -> ExitCode {
    let packs: Vec<String> = env::args().skip(1).collect();
    if packs.is_empty() {
        eprintln!("name a pack; the README says how to make one: cargo run --release -- brussels.kpack");
        return ExitCode::from(2);
    }
    let mut numbered = packs.iter().enumerate();
    // A larger pack holds copies under other names, of which no query says that they are right.
    match numbered.try_for_each(|(at, pack)| compare(Path::new(pack), at == 0)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Gives every engine the texts of a pack, one language after the other, and writes what they find and what it costs.
fn compare(path: &Path, is_judged: bool) -> Result<(), Box<dyn Error>> {
    let library = Pack::open(path)?.into_library();
    let mut figures: Vec<Figures> = ENGINES.iter().map(|(name, _)| Figures::of(name)).collect();
    let mut documents = 0;
    for tag in LANGUAGES {
        let lang: Lang = tag.parse()?;
        let corpus = Corpus::of(&library, path, lang);
        let judged = Judged::read(tag)?;
        documents = corpus.documents.len();
        for ((_, build), figures) in ENGINES.iter().zip(&mut figures) {
            figures.measure(tag, &build(&corpus)?, &corpus, &judged);
        }
    }
    println!("## {}: {documents} items in each language\n", path.display());
    if is_judged {
        report::write_success(&figures);
    }
    report::write_costs(&figures);
    Ok(())
}
