//! What the screen of a kiosk shows after some keys, made without a terminal. `tests/vm` holds a real console
//! against it.
//!
//! The first word is a size, each other one a key or a new size: `cargo run --example screen -- 80x25 enter 1 91x28`.
//! With `--locked` before them the kiosk is one that staff have locked. The last line tells where the cursor stands:
//! column and row, from 0.

#[path = "../tests/all/harness.rs"]
#[expect(dead_code, reason = "the tests need more of a kiosk than its screen")]
mod harness;

use harness::World;
use inclusion_kiosk::app::Msg;
use inclusion_kiosk::base::Size;
use inclusion_kiosk::shell;

fn main() {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let mut world = World::corpus();
    // A kiosk elsewhere that is compared with this one has the date of today.
    world.today = shell::today(None);
    world.settings.locked = words.first().is_some_and(|word| word == "--locked");
    if world.settings.locked {
        words.remove(0);
    }
    let (first, rest) = words.split_first().expect("the first word is a size, such as 80x25");
    let mut kiosk = world.kiosk(size(first).expect("the first word is a size, such as 80x25"));
    for word in rest {
        match size(word) {
            Some(size) => {
                kiosk.send(Msg::Resized(size));
            }
            None => {
                kiosk.keys(word);
            }
        }
    }
    let (x, y) = kiosk.laid().cursor;
    println!("{}\ncursor {x} {y}", kiosk.screen());
}

/// A size as it is written in a list of words: `80x25`.
fn size(word: &str) -> Option<Size> {
    let (width, height) = word.split_once('x')?;
    Some(Size { width: width.parse().ok()?, height: height.parse().ok()? })
}
