//! Stores visits one after the other, and says after each one that it is stored. `tests/durability.rs` kills it at every
//! write.

use std::io::Write;
use std::path::PathBuf;

use inclusion_kiosk::base::{Date, Today};
use inclusion_kiosk::usage::cell::{Cell, Table};
use inclusion_kiosk::usage::counters::Moment;
use inclusion_kiosk::usage::store::Store;

fn main() {
    let mut words = std::env::args().skip(1);
    let folder = PathBuf::from(words.next().expect("a folder"));
    let visits: u32 = words.next().and_then(|number| number.parse().ok()).expect("how many visits");
    let moment = Moment::of(Today::Sure(Date::constant(2026, 11, 25)), 15);
    let guide = |name: &'static str| Cell { table: Table::Guide, name: name.into() };
    let cells = [Cell::VISITS, guide("a:start"), guide("b:start"), guide("c:done")];
    let mut store = Store::open(&folder).expect("opened");
    for _ in 0..visits {
        store.record(moment, &cells, &|show| cells.iter().cloned().for_each(show)).expect("counted");
        store.settle(moment.month()).expect("settled");
        // One line, one write: what is read of it was stored.
        std::io::stdout().write_all(b"stored\n").expect("told");
    }
}
