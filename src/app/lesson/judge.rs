//! Whether an answer is right, and what to say about it.

use crate::content::model::{Answer, ExerciseKind};

/// What comes of an answer.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Verdict {
    pub is_right: bool,
    /// Whose "because" is told: options, pieces, items or pairs by their places, and whether they were well chosen.
    pub told: Vec<(u16, bool)>,
    /// How many of the right ones were not chosen.
    pub missing: usize,
}

/// Judges what was picked; the kinds in which nothing is picked judge each deed by itself.
pub fn judge(kind: &ExerciseKind, picks: &[u16]) -> Verdict {
    match kind {
        ExerciseKind::ChooseOne(answers) | ExerciseKind::ChooseSeveral(answers) => {
            marked(picks, &answers.iter().map(is_right).collect::<Vec<_>>())
        }
        ExerciseKind::Spot(fake) | ExerciseKind::RealOrFalse(fake) => {
            marked(picks, &fake.pieces.iter().map(|piece| piece.suspicious).collect::<Vec<_>>())
        }
        ExerciseKind::Order(items) => {
            // Behind the first item that stands elsewhere all others are out of place too, and need no word.
            let first = Some(right_so_far(picks)).filter(|first| *first < items.len());
            let told = first.map(|first| (first as u16, false)).into_iter().collect();
            Verdict { is_right: first.is_none(), told, missing: 0 }
        }
        ExerciseKind::Match(pairs) => {
            let wrong = (0..pairs.len() as u16).filter(|at| picks.get(usize::from(*at)) != Some(at));
            let told: Vec<_> = wrong.map(|at| (at, false)).collect();
            Verdict { is_right: told.is_empty(), told, missing: 0 }
        }
        ExerciseKind::Type(_)
        | ExerciseKind::Keys(_)
        | ExerciseKind::Pointer(_)
        | ExerciseKind::Form(_)
        | ExerciseKind::PassPhrase => Verdict::default(),
    }
}

fn is_right(answer: &Answer) -> bool {
    answer.right
}

/// How many items at the start stand where they belong.
pub(super) fn right_so_far(picks: &[u16]) -> usize {
    picks.iter().zip(0..).take_while(|(pick, place)| *pick == place).count()
}

/// Where each option is right or wrong by itself.
fn marked(picks: &[u16], right: &[bool]) -> Verdict {
    let told: Vec<_> = picks.iter().filter_map(|at| Some((*at, *right.get(usize::from(*at))?))).collect();
    let chosen = told.iter().filter(|(_, fits)| *fits).count();
    let missing = right.iter().filter(|right| **right).count().saturating_sub(chosen);
    Verdict { is_right: missing == 0 && chosen == told.len(), told, missing }
}
