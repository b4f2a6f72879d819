//! Makes load for `kiosk indicators collect`: sealed months of many kiosks, with the list of these kiosks and the identity
//! that opens them.
//!
//!     cargo run --release --example many_months -- /tmp/load 1000 60
//!
//! 64 months are drawn, and each file is one of them under another name: what it costs to open, verify and keep a month
//! does not depend on its numbers. Everything is marked as simulated.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use inclusion_kiosk::i18n::Texts;
use inclusion_kiosk::indicators::month::{Counted, MonthFile};
use inclusion_kiosk::indicators::residents::{self, Choices, Draw, Residents};
use inclusion_kiosk::shell::sealing::{self, Identity, KioskKey};
use inclusion_kiosk::shell::{self, Named, Options, Places};
use inclusion_kiosk::usage::cell::{self, Cell};
use inclusion_kiosk::usage::counters::{Count, Month};

/// So many months are drawn.
const DRAWN: usize = 64;
/// Visits of a kiosk in a month, on average.
const VISITS: u32 = 200;
/// The first month: quarters are whole.
const FIRST: Month = Month::Of { year: 2021, month: 10 };
/// So many kiosks stand in a site.
const KIOSKS_OF_SITE: usize = 5;

fn main() {
    let mut words = std::env::args().skip(1);
    let folder = PathBuf::from(words.next().expect("a folder"));
    let mut number =
        || words.next().and_then(|number| number.parse().ok()).expect("how many kiosks, and how many months");
    let (kiosks, months): (usize, i32) = (number(), number() as i32);
    fs::create_dir_all(folder.join("months")).expect("a folder");
    let identity = Identity::make();
    identity.write_new(&folder.join("coordinator.key"), "2026-11-26T09:00:00Z").expect("written");
    let drawn = drawn();
    let keys: Vec<KioskKey> = (0..kiosks).map(|_| KioskKey::make().expect("a key")).collect();
    fs::write(folder.join("kiosks.toml"), list(&keys)).expect("written");
    let (drawn, recipient) = (&drawn, &identity.recipient());
    let hands = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for hand in 0..hands {
            let (keys, folder) = (&keys, folder.join("months"));
            scope.spawn(move || {
                for (kiosk, key) in keys.iter().enumerate().skip(hand).step_by(hands) {
                    (0..months).for_each(|month| seal(drawn, kiosk, key, month, recipient, &folder));
                }
            });
        }
    });
    println!("{} files in {}", kiosks * months as usize, folder.join("months").display());
}

/// The counters of some months of virtual residents.
fn drawn() -> Vec<Vec<(Cell, Count)>> {
    let places = Places::of(&Options { content: Some("content".into()), ..Options::default() });
    let texts = Texts::new(shell::languages(None).expect("languages").0).expect("languages");
    let library = shell::open_content(&places).expect("the content of the project").library;
    let named = Named { library, languages: texts.tags() };
    let choices = Choices::of(&named.library, named.languages.clone());
    let mut cells = Vec::new();
    cell::all(&named, &mut |cell| cells.push(cell));
    let draw = Draw { month: FIRST, visits: VISITS };
    let month = |at| residents::month(&mut Residents::of(&choices, 7, at as u64), draw, &named, &cells);
    (0..DRAWN).map(month).collect()
}

/// The code of the site of a kiosk, and its number there.
fn place(kiosk: usize) -> (String, u32) {
    let (site, number) = (kiosk / KIOSKS_OF_SITE, kiosk % KIOSKS_OF_SITE);
    (format!("BIB{}X{site}", 21001 + site % 19), number as u32 + 1)
}

fn list(keys: &[KioskKey]) -> String {
    let mut text = "simulated = true\n".to_owned();
    for (kiosk, key) in keys.iter().enumerate() {
        let ((code, number), key) = (place(kiosk), key.public().expect("a key"));
        if number == 1 {
            text += &format!("[[site]]\ncode = \"{code}\"\nname = \"Site {code}\"\ncommune = \"Bruxelles\"\n");
        }
        text += &format!("[[site.kiosk]]\nnumber = {number}\nkey = \"{key}\"\nfrom = \"{FIRST}\"\n");
    }
    text
}

fn seal(drawn: &[Vec<(Cell, Count)>], kiosk: usize, key: &KioskKey, month: i32, recipient: &str, folder: &Path) {
    let mut tables = std::collections::BTreeMap::<String, std::collections::BTreeMap<String, Counted>>::new();
    for (cell, Count { n, days, capped }) in &drawn[(kiosk * 7 + month as usize) % drawn.len()] {
        let counted = Counted(*n, *days, *capped);
        tables.entry(cell.table.name().to_owned()).or_default().insert(cell.name.to_string(), counted);
    }
    let month = FIRST.later(month).expect("a month").to_string();
    let (code, number) = place(kiosk);
    let file = MonthFile::with(&code, number, month, true, tables);
    let name = format!("{}-{}-{}", file.site, file.kiosk, file.month);
    let sealed = sealing::seal(&file.bytes(), key, recipient, &name).expect("sealed");
    fs::write(folder.join(name).with_extension("kmonth"), sealed).expect("written");
}
