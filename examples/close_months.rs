//! Closes the months of a state folder that were over in November 2026, and erases the old ones, as a kiosk does when a
//! day begins. `tests/durability.rs` kills it at every write.

use std::path::PathBuf;

use inclusion_kiosk::shell::closing::{self, MonthSender};
use inclusion_kiosk::usage::counters::Month;
use inclusion_kiosk::usage::store::Store;

fn main() {
    let mut words = std::env::args().skip(1);
    let folder = PathBuf::from(words.next().expect("a folder"));
    let sender = MonthSender { site: "BIB21004A".to_owned(), kiosk: 1, coordinator: words.next() };
    let current = Month::Of { year: 2026, month: 11 };
    let mut store = Store::open(&folder).expect("opened");
    closing::close_all(&mut store, &folder, &sender, current).expect("closed");
    closing::erase_old(&mut store, &folder, current).expect("erased");
}
