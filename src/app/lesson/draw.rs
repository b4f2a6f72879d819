//! What is drawn by lot, always the same for the same seed: the order of items, words for a pass phrase,
//! and the messages of the scam gym.

use super::ExerciseAt;
use crate::content::model::{Exercise, ExerciseKind, Gym};

/// So many words make a pass phrase.
const WORDS: usize = 4;
/// So many messages make a session.
const SESSION: usize = 10;

/// The places of so many items in an order that is not the right one.
pub fn shuffled(items: usize, seed: u64, at: ExerciseAt) -> Vec<u16> {
    let mut order: Vec<u16> = (0..).take(items).collect();
    generator(seed, at, 0).shuffle(&mut order);
    if order.is_sorted() && items > 1 {
        order.rotate_left(1);
    }
    order
}

/// Four words of a list, each from another place of it; fewer where there are not so many.
pub fn pass_phrase(words: &[Box<str>], seed: u64, at: ExerciseAt, draw: u16) -> Vec<&str> {
    let mut generator = generator(seed, at, u64::from(draw) + 1);
    let mut drawn: Vec<&str> = generator.choose_multiple(words, WORDS).into_iter().map(|word| &**word).collect();
    generator.shuffle(&mut drawn);
    drawn
}

/// The messages of a visit, session by session, by their places among all of them: drawn by lot, none twice, real and false
/// ones in the same measure in each. What does not fill a session is left to other visits.
pub fn sessions(gym: &Gym, seed: u64) -> Vec<Vec<u16>> {
    let mut generator = fastrand::Rng::with_seed(seed.rotate_left(31));
    let is_false = |message: &Exercise| matches!(&message.kind, ExerciseKind::RealOrFalse(fake) if fake.is_false());
    let (mut of_false, mut of_real): (Vec<u16>, Vec<u16>) =
        (0..).take(gym.messages.len()).partition(|at| is_false(&gym.messages[usize::from(*at)]));
    let mut spread: Vec<(u64, u16)> = Vec::with_capacity(gym.messages.len());
    for messages in [&mut of_false, &mut of_real] {
        generator.shuffle(messages);
        let step = 1_000_000 / messages.len().max(1) as u64;
        // Each kind stands evenly between the beginning and the end.
        spread.extend(messages.iter().zip(0..).map(|(at, place)| (place * step + step / 2, *at)));
    }
    spread.sort_unstable();
    let order: Vec<u16> = spread.into_iter().map(|(_, at)| at).collect();
    let mut sessions: Vec<Vec<u16>> = order.chunks(SESSION).map(<[u16]>::to_vec).collect();
    sessions.retain(|session| session.len() == SESSION);
    sessions.iter_mut().for_each(|session| generator.shuffle(session));
    sessions
}

fn generator(seed: u64, at: ExerciseAt, draw: u64) -> fastrand::Rng {
    let place = match at {
        ExerciseAt::Part(lesson, part) => (lesson.index() as u64) << 32 | u64::from(part) << 16,
        ExerciseAt::Message(message) => 1 << 63 | u64::from(message) << 16,
    };
    fastrand::Rng::with_seed(seed.rotate_left(17) ^ place ^ draw)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::LessonId;
    use crate::content::model::{Fake, FakeKind, FakePiece, Localized};

    fn at(part: u16) -> ExerciseAt {
        ExerciseAt::Part(LessonId::handed_out(1), part)
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

    fn gym(of_false: usize, of_real: usize) -> Gym {
        let message = |suspicious| {
            let piece =
                |suspicious| FakePiece { text: Localized::default(), suspicious, because: Localized::default() };
            let fake =
                Fake { kind: FakeKind::Sms, from: Localized::default(), pieces: vec![piece(suspicious), piece(false)] };
            let [task, hint, why] = Default::default();
            Exercise {
                id: "m".into(),
                title: Localized::default(),
                task,
                hint,
                why,
                kind: ExerciseKind::RealOrFalse(fake),
            }
        };
        let messages = (0..of_false).map(|_| message(true)).chain((0..of_real).map(|_| message(false))).collect();
        Gym { messages, ..Gym::default() }
    }

    #[test]
    fn no_message_repeats_in_a_visit_and_each_session_has_some_of_both_kinds() {
        let gym = gym(26, 14);
        for seed in 0..300 {
            let sessions = sessions(&gym, seed);
            assert_eq!(sessions.len(), 4);
            let mut all: Vec<u16> = sessions.concat();
            for session in &sessions {
                let of_false = session.iter().filter(|at| **at < 26).count();
                assert!((5..=8).contains(&of_false), "{session:?}");
            }
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), 40);
        }
        assert_ne!(sessions(&gym, 1), sessions(&gym, 2));
    }

    #[test]
    fn what_does_not_fill_a_session_is_left_out() {
        assert_eq!(sessions(&gym(7, 8), 3).len(), 1);
        assert!(sessions(&gym(4, 5), 3).is_empty());
        assert!(sessions(&Gym::default(), 3).is_empty());
    }
}
