//! Writes a folder of published files with made-up figures, to show and to validate: two months, a quarter and a year.
//!
//!     cargo run --example published_sample -- /tmp/sample

#[path = "../tests/all/harness.rs"]
#[expect(dead_code, reason = "the tests need more of a kiosk than its content")]
mod harness;
#[path = "../tests/all/formats/sample.rs"]
mod sample;

use std::fs;
use std::path::Path;

use harness::World;
use inclusion_kiosk::indicators::formats::dcat::Address;
use inclusion_kiosk::indicators::formats::folder::{self, Context, Files};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder] = words.as_slice() else { panic!("a folder") };
    let world = World::corpus();
    let catalogue = sample::catalogue(&world.library, &world.texts);
    let address = Address::default();
    let context = Context { texts: &world.texts, catalogue: &catalogue, address: &address, is_simulated: true };
    let mut files = Files::new();
    for period in ["2026-10", "2026-11", "2026-Q4", "2026"] {
        let figures = sample::figures(period.parse().expect("a period"), &catalogue);
        files.extend(folder::publish(&figures, &files, &context).expect("a folder"));
    }
    fs::create_dir_all(folder).expect("a folder");
    for (name, bytes) in files {
        fs::write(Path::new(folder).join(name), bytes).expect("written");
    }
}
