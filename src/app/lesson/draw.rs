//! What is drawn by lot, always the same for the same seed: the order of items, and words for a pass phrase.

use super::PartAt;

/// So many words make a pass phrase.
const WORDS: usize = 4;

/// The places of so many items in an order that is not the right one.
pub fn shuffled(items: usize, seed: u64, at: PartAt) -> Vec<u16> {
    let mut order: Vec<u16> = (0..).take(items).collect();
    generator(seed, at, 0).shuffle(&mut order);
    if order.is_sorted() && items > 1 {
        order.rotate_left(1);
    }
    order
}

/// Four words of a list, each from another place of it; fewer where there are not so many.
pub fn pass_phrase(words: &[Box<str>], seed: u64, at: PartAt, draw: u16) -> Vec<&str> {
    let mut generator = generator(seed, at, u64::from(draw) + 1);
    let mut drawn: Vec<&str> = generator.choose_multiple(words, WORDS).into_iter().map(|word| &**word).collect();
    generator.shuffle(&mut drawn);
    drawn
}

fn generator(seed: u64, at: PartAt, draw: u64) -> fastrand::Rng {
    let place = (at.lesson.index() as u64) << 32 | u64::from(at.part) << 16;
    fastrand::Rng::with_seed(seed.rotate_left(17) ^ place ^ draw)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::LessonId;

    fn at(part: u16) -> PartAt {
        PartAt { lesson: LessonId::handed_out(1), part }
    }

    #[test]
    fn items_are_never_drawn_in_the_right_order_and_always_all_of_them() {
        for seed in 0..500 {
            for items in 2..7 {
                let mut order = shuffled(items, seed, at(3));
                assert!(!order.is_sorted(), "{order:?}");
                assert_eq!(order, shuffled(items, seed, at(3)), "the same visit shows the same order");
                order.sort_unstable();
                assert!(order.into_iter().eq(0..items as u16));
            }
        }
        assert_eq!((shuffled(0, 1, at(0)), shuffled(1, 1, at(0))), (vec![], vec![0]));
    }

    #[test]
    fn four_words_are_drawn_and_each_draw_is_another_one() {
        let words: Vec<Box<str>> = (0..256).map(|number| Box::from(format!("w{number}"))).collect();
        let first = pass_phrase(&words, 9, at(2), 0);
        assert_eq!(first.len(), 4);
        assert_eq!(first, pass_phrase(&words, 9, at(2), 0));
        assert_ne!(first, pass_phrase(&words, 9, at(2), 1));
        assert_ne!(first, pass_phrase(&words, 10, at(2), 0), "another visit has other words");
        let drawn: std::collections::BTreeSet<String> =
            (0..2000).flat_map(|draw| pass_phrase(&words, 1, at(0), draw)).map(str::to_owned).collect();
        assert_eq!(drawn.len(), 256, "every word can be drawn");
        assert_eq!(pass_phrase(&words[..2], 1, at(0), 0).len(), 2);
        assert!(pass_phrase(&[], 1, at(0), 0).is_empty());
    }
}
