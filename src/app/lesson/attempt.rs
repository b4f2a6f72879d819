//! What a resident did in one exercise, and what one more deed makes of it.

use super::ExerciseAt;
use super::field::{self, FieldFault};
use super::judge::{judge, right_so_far};
use crate::base::{Key, Lang, Millis, Typed};
use crate::content::model::{Exercise, ExerciseKind, PointerAct};

/// Two presses within this time are a double click.
const DOUBLE_CLICK: Millis = Millis::from_seconds(1);

/// What a resident did in an exercise so far.
#[derive(Clone, PartialEq, Debug)]
pub struct Attempt {
    pub at: ExerciseAt,
    pub stage: Stage,
    /// Whether the hint is shown.
    pub hinted: bool,
    /// Options that are chosen, pieces that are marked, or items in the order in which they were put: by their places.
    pub picks: Vec<u16>,
    /// How many texts, fields, keys or moves are done; of a pass phrase, how often words were drawn anew; of a message, 1
    /// once it is known to be false.
    pub done: u16,
    /// What stands in the field.
    pub typed: Typed,
    /// What was not quite right with the last deed, where one may go on at once.
    pub snag: Option<Snag>,
    /// When the target was pressed once, where it must be pressed twice.
    clicked: Option<Millis>,
}

/// How far an exercise is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    Trying,
    /// An answer was given that does not fit yet.
    NotYet,
    Solved,
    /// The resident asked to see the answer.
    Shown,
}

/// What was not quite right, where one goes on at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Snag {
    /// Nothing was chosen yet.
    Nothing,
    /// The text is not the wanted one yet.
    Text,
    Field(FieldFault),
    /// Another key than the wanted one.
    OtherKey,
    /// The target was chosen with the keyboard.
    Keyboard,
    /// The second press came too late.
    TooSlow,
    /// Something else was done with the mouse.
    OtherMove,
}

/// What a resident does in an exercise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deed {
    /// Chooses an option, marks a piece (or takes the mark away), or puts an item into the next place.
    Pick(u16),
    /// Takes the last item back.
    TakeBack,
    /// "This is my answer."
    Check,
    /// Tries again; where the answer is known already, from the beginning.
    Again,
    /// "Show me."
    Show,
    /// Shows the hint, or hides it again.
    Hint,
    Write(char),
    Unwrite,
    Press(Key),
    /// Presses the target: with the mouse at a moment, else with the keyboard.
    Click(Option<Millis>),
    Scroll,
    /// Draws four other words.
    Draw,
    /// Says whether the message is false.
    Judge(bool),
}

impl Attempt {
    /// Nothing was done yet.
    pub fn new(at: ExerciseAt) -> Attempt {
        let (picks, typed) = (Vec::new(), Typed::default());
        Attempt { at, stage: Stage::Trying, hinted: false, picks, done: 0, typed, snag: None, clicked: None }
    }

    /// Takes a deed, in the languages of a chain. One that makes no sense here does nothing.
    pub fn take(&mut self, exercise: &Exercise, chain: &[Lang], deed: Deed) {
        let before = (self.stage, self.done);
        match (self.stage, deed) {
            (Stage::Trying | Stage::NotYet, Deed::Hint) => {
                self.hinted = !self.hinted;
                self.snag = None;
            }
            (Stage::Trying | Stage::NotYet, Deed::Show) => self.stage = Stage::Shown,
            (Stage::NotYet, Deed::Again) => self.again(&exercise.kind),
            (Stage::Solved | Stage::Shown, Deed::Again) => *self = Attempt::new(self.at),
            (Stage::Trying, deed) => self.work(&exercise.kind, chain, deed),
            _ => {}
        }
        // What comes of a deed has the first place on the screen.
        if (self.stage, self.done) != before || self.snag.is_some() {
            self.hinted = false;
        }
    }

    /// Back to trying: of an order and of pairs the right beginning stays, marks stay as they are.
    fn again(&mut self, kind: &ExerciseKind) {
        self.stage = Stage::Trying;
        match kind {
            ExerciseKind::ChooseOne(_) => self.picks.clear(),
            ExerciseKind::Order(_) | ExerciseKind::Match(_) => self.picks.truncate(right_so_far(&self.picks)),
            // It was taken for real: now it is known not to be.
            ExerciseKind::RealOrFalse(_) => self.done = 1,
            _ => {}
        }
    }

    fn work(&mut self, kind: &ExerciseKind, chain: &[Lang], deed: Deed) {
        match kind {
            ExerciseKind::ChooseOne(answers) => self.choose(kind, answers.len(), deed),
            ExerciseKind::ChooseSeveral(answers) => self.mark(kind, answers.len(), deed),
            ExerciseKind::Spot(fake) => self.mark(kind, fake.pieces.len(), deed),
            ExerciseKind::RealOrFalse(fake) if self.done == 0 => self.judge(fake.is_false(), deed),
            ExerciseKind::RealOrFalse(fake) => self.mark(kind, fake.pieces.len(), deed),
            ExerciseKind::Order(items) => self.put(kind, items.len(), deed),
            ExerciseKind::Match(pairs) => self.put(kind, pairs.len(), deed),
            ExerciseKind::Type(texts) => {
                let wanted = texts.get(usize::from(self.done)).and_then(|text| text.text.along(chain));
                if self.write(deed)
                    && deed == Deed::Check
                    && let Some((_, wanted)) = wanted
                {
                    match self.typed.as_str() == &**wanted {
                        true => self.next(texts.len()),
                        // Enter twice is no answer.
                        false if self.typed.is_empty() => {}
                        false => self.snag = Some(Snag::Text),
                    }
                }
            }
            ExerciseKind::Form(fields) => {
                let field = fields.get(usize::from(self.done));
                if self.write(deed)
                    && deed == Deed::Check
                    && let Some(field) = field
                    && let Some((_, practice)) = field.practice.along(chain)
                {
                    match field::judge(field.rule, practice, self.typed.as_str()) {
                        Ok(()) => self.next(fields.len()),
                        Err(fault) => self.snag = Some(Snag::Field(fault)),
                    }
                }
            }
            ExerciseKind::Keys(presses) => {
                if let (Deed::Press(key), Some(press)) = (deed, presses.get(usize::from(self.done))) {
                    match press.key.sent() == key {
                        true => self.next(presses.len()),
                        false => self.snag = Some(Snag::OtherKey),
                    }
                }
            }
            ExerciseKind::Pointer(moves) => {
                if let Some(wanted) = moves.get(usize::from(self.done)) {
                    self.point(wanted.act, moves.len(), deed);
                }
            }
            ExerciseKind::PassPhrase if deed == Deed::Draw => self.done = self.done.wrapping_add(1),
            ExerciseKind::PassPhrase => {}
        }
    }

    fn choose(&mut self, kind: &ExerciseKind, options: usize, deed: Deed) {
        if let Deed::Pick(at) = deed
            && usize::from(at) < options
        {
            self.picks = vec![at];
            self.settle(kind);
        }
    }

    /// Of a false message, what gives it away is still to be found; whoever doubts a real one is told why it is fine.
    fn judge(&mut self, is_false: bool, deed: Deed) {
        if let Deed::Judge(said_false) = deed {
            match (is_false, said_false) {
                (true, true) => self.done = 1,
                (true, false) => self.stage = Stage::NotYet,
                (false, true) => self.stage = Stage::Shown,
                (false, false) => self.stage = Stage::Solved,
            }
        }
    }

    fn mark(&mut self, kind: &ExerciseKind, options: usize, deed: Deed) {
        match deed {
            Deed::Pick(at) if usize::from(at) < options => {
                self.snag = None;
                match self.picks.binary_search(&at) {
                    Ok(place) => _ = self.picks.remove(place),
                    Err(place) => self.picks.insert(place, at),
                }
            }
            Deed::Check if self.picks.is_empty() => self.snag = Some(Snag::Nothing),
            Deed::Check => self.settle(kind),
            _ => {}
        }
    }

    fn put(&mut self, kind: &ExerciseKind, items: usize, deed: Deed) {
        match deed {
            Deed::Pick(at) if usize::from(at) < items && !self.picks.contains(&at) => {
                self.picks.push(at);
                // What is left to put needs its room.
                self.hinted = false;
            }
            Deed::TakeBack => _ = self.picks.pop(),
            Deed::Check if self.picks.len() == items => self.settle(kind),
            _ => {}
        }
    }

    /// Changes what stands in the field; says whether the deed belongs there at all.
    fn write(&mut self, deed: Deed) -> bool {
        match deed {
            Deed::Write(sign) => self.typed.add(sign),
            Deed::Unwrite => self.typed.take_last(),
            Deed::Check => return true,
            _ => return false,
        }
        self.snag = None;
        true
    }

    fn point(&mut self, wanted: PointerAct, moves: usize, deed: Deed) {
        self.snag = None;
        match (wanted, deed) {
            (_, Deed::Click(None)) => self.snag = Some(Snag::Keyboard),
            (PointerAct::Click, Deed::Click(_)) | (PointerAct::Scroll, Deed::Scroll) => self.next(moves),
            (PointerAct::DoubleClick, Deed::Click(Some(now))) => match self.clicked {
                Some(before) if now.since(before) <= DOUBLE_CLICK => self.next(moves),
                before => {
                    self.snag = before.map(|_| Snag::TooSlow);
                    self.clicked = Some(now);
                }
            },
            (_, Deed::Click(_)) => self.snag = Some(Snag::OtherMove),
            _ => {}
        }
    }

    /// On to the next text, field, key or move; after the last one the exercise is solved.
    fn next(&mut self, of: usize) {
        self.done = self.done.saturating_add(1);
        self.typed = Typed::default();
        self.snag = None;
        self.clicked = None;
        if usize::from(self.done) >= of {
            self.stage = Stage::Solved;
        }
    }

    fn settle(&mut self, kind: &ExerciseKind) {
        self.stage = if judge(kind, &self.picks).is_right { Stage::Solved } else { Stage::NotYet };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::LessonId;
    use crate::content::model::{
        Answer, Fake, FakeKind, FakePiece, FieldRule, FormField, Localized, Match, Paragraph, PointerMove, Press,
        Wanted, WantedKey,
    };

    fn fr() -> Lang {
        "fr".parse().expect("a tag")
    }

    fn said(words: &str) -> Localized<Box<str>> {
        Localized(vec![(fr(), Box::from(words))])
    }

    fn answers(right: &[bool]) -> Vec<Answer> {
        let answer = |right: &bool| Answer { text: nothing(), right: *right, because: nothing() };
        right.iter().map(answer).collect()
    }

    fn nothing() -> Localized<Paragraph> {
        Localized::default()
    }

    /// One exercise of each kind.
    fn kinds() -> Vec<ExerciseKind> {
        let pair = || Match { one: said("un"), other: said("deux"), because: nothing() };
        let wanted = |text| Wanted { text: said(text), because: nothing() };
        let press = |key| Press { key, text: nothing() };
        let moves = [PointerAct::Click, PointerAct::DoubleClick, PointerAct::Scroll];
        let piece = |suspicious| FakePiece { text: said("a"), suspicious, because: nothing() };
        let pieces = vec![piece(false), piece(true), piece(true)];
        let field =
            |rule, practice| FormField { rule, label: said("Nom"), practice: said(practice), because: nothing() };
        vec![
            ExerciseKind::ChooseOne(answers(&[false, true, false])),
            ExerciseKind::ChooseSeveral(answers(&[true, false, true, false])),
            ExerciseKind::Order(answers(&[true; 4])),
            ExerciseKind::Match(vec![pair(), pair(), pair()]),
            ExerciseKind::Type(vec![wanted("un"), wanted("été @")]),
            ExerciseKind::Keys([WantedKey::Down, WantedKey::Tab, WantedKey::Char('é')].map(press).into()),
            ExerciseKind::Pointer(moves.map(|act| PointerMove { act, text: nothing() }).into()),
            ExerciseKind::Spot(Fake { kind: FakeKind::Sms, from: said("Banque"), pieces }),
            ExerciseKind::Form(vec![field(FieldRule::Postcode, "1000"), field(FieldRule::Text, "Camille")]),
            ExerciseKind::PassPhrase,
            ExerciseKind::RealOrFalse(Fake {
                kind: FakeKind::Qr,
                from: said("Affiche"),
                pieces: vec![piece(true), piece(false)],
            }),
            ExerciseKind::RealOrFalse(Fake {
                kind: FakeKind::Sms,
                from: said("Ami"),
                pieces: vec![piece(false), piece(false)],
            }),
            // What a damaged pack may say.
            ExerciseKind::ChooseOne(Vec::new()),
            ExerciseKind::Order(Vec::new()),
            ExerciseKind::Type(Vec::new()),
        ]
    }

    fn exercise(kind: ExerciseKind) -> Exercise {
        Exercise {
            id: Box::from("e"),
            title: Localized::default(),
            task: nothing(),
            hint: nothing(),
            why: nothing(),
            kind,
        }
    }

    fn fresh() -> Attempt {
        Attempt::new(ExerciseAt::Part(LessonId::handed_out(0), 3))
    }

    /// Does deeds one after the other.
    fn doing(kind: &ExerciseKind, deeds: &[Deed]) -> Attempt {
        let (exercise, mut attempt) = (exercise(kind.clone()), fresh());
        deeds.iter().for_each(|deed| attempt.take(&exercise, &[fr()], *deed));
        attempt
    }

    fn typed(text: &str) -> Vec<Deed> {
        text.chars().map(Deed::Write).collect()
    }

    fn any(random: &mut fastrand::Rng) -> Deed {
        match random.u8(..15) {
            0..=3 => Deed::Pick(random.u16(..6)),
            4 => Deed::TakeBack,
            5 => Deed::Check,
            6 => Deed::Again,
            7 if random.u8(..8) == 0 => Deed::Show,
            7 => Deed::Hint,
            8 => Deed::Write(random.char('a'..='é')),
            9 => Deed::Unwrite,
            10 => Deed::Press([Key::Down, Key::Tab, Key::Char('é'), Key::Enter][random.usize(..4)]),
            11 => Deed::Click([None, Some(Millis(random.u64(..9000)))][random.usize(..2)]),
            12 => Deed::Scroll,
            13 => Deed::Judge(random.bool()),
            _ => Deed::Draw,
        }
    }

    #[test]
    fn whatever_is_done_an_attempt_stays_small_and_is_solved_only_by_the_right_answer() {
        let mut random = fastrand::Rng::with_seed(5);
        let mut solved = std::collections::BTreeSet::new();
        for round in 0..4000 {
            let kinds = kinds();
            let at = round % kinds.len();
            let (exercise, mut attempt) = (exercise(kinds[at].clone()), fresh());
            for _ in 0..60 {
                attempt.take(&exercise, &[fr()], any(&mut random));
                assert!(attempt.picks.len() <= 4, "{attempt:?}");
                let mut distinct = attempt.picks.clone();
                distinct.sort_unstable();
                distinct.dedup();
                assert_eq!(distinct.len(), attempt.picks.len(), "nothing is picked twice: {attempt:?}");
            }
            if attempt.stage == Stage::Solved {
                solved.insert(at);
                let is_right = judge(&exercise.kind, &attempt.picks).is_right;
                assert!(is_right || attempt.done >= 2, "{attempt:?}");
            }
        }
        assert!(solved.len() >= 6, "most kinds are sometimes solved by accident: {solved:?}");
    }

    #[test]
    fn show_me_works_before_and_after_an_answer_and_only_beginning_again_after_it() {
        for kind in kinds() {
            let shown = doing(&kind, &[Deed::Show, Deed::Pick(0), Deed::Check, Deed::Write('a')]);
            assert_eq!((shown.stage, shown.picks.len()), (Stage::Shown, 0), "{kind:?}");
            assert!(!doing(&kind, &[Deed::Hint, Deed::Show]).hinted, "the answer is what is seen: {kind:?}");
            assert_eq!(doing(&kind, &[Deed::Hint, Deed::Show, Deed::Again]), fresh(), "{kind:?}");
        }
        let one = &kinds()[0];
        assert_eq!(doing(one, &[Deed::Pick(0)]).stage, Stage::NotYet);
        assert_eq!(doing(one, &[Deed::Pick(0), Deed::Show]).stage, Stage::Shown);
        assert_eq!(doing(one, &[Deed::Pick(0), Deed::Pick(1)]).stage, Stage::NotYet, "first one tries again");
        assert_eq!(doing(one, &[Deed::Pick(0), Deed::Again, Deed::Pick(1)]).stage, Stage::Solved);
    }

    #[test]
    fn texts_are_typed_letter_by_letter_and_enter_after_the_last_one_solves_it() {
        let kind = &kinds()[4];
        assert_eq!(doing(kind, &typed("un")).done, 0, "one says oneself when a text is done");
        let one = [typed("un"), vec![Deed::Check]].concat();
        let attempt = doing(kind, &one);
        assert_eq!((attempt.done, attempt.typed.as_str(), attempt.stage), (1, "", Stage::Trying));
        let twice = doing(kind, &[one.clone(), vec![Deed::Check]].concat());
        assert_eq!((twice.done, twice.snag), (1, None), "Enter twice is no answer");
        assert_eq!(doing(kind, &[one, typed("été @"), vec![Deed::Check]].concat()).stage, Stage::Solved);
        let wrong = doing(kind, &[typed("ux"), vec![Deed::Check]].concat());
        assert_eq!((wrong.done, wrong.snag), (0, Some(Snag::Text)));
        let mended = [typed("ux"), vec![Deed::Check, Deed::Unwrite, Deed::Write('n'), Deed::Check]].concat();
        let mended = doing(kind, &mended);
        assert_eq!((mended.done, mended.snag), (1, None));
    }

    #[test]
    fn a_double_click_is_two_presses_within_a_second() {
        let kind = &kinds()[6];
        let press = |moment| Deed::Click(Some(Millis(moment)));
        let done = |deeds: &[Deed]| doing(kind, deeds).done;
        assert_eq!(done(&[press(100)]), 1);
        assert_eq!(done(&[press(100), press(200), press(1300)]), 1, "that was too slow");
        assert_eq!(done(&[press(100), press(200), press(1300), press(1400)]), 2, "the second of them begins anew");
        assert_eq!(doing(kind, &[press(1), press(2), press(3), Deed::Scroll]).stage, Stage::Solved);
        assert_eq!(doing(kind, &[Deed::Click(None)]).snag, Some(Snag::Keyboard));
    }

    #[test]
    fn a_hint_may_be_had_after_a_mistake_too_and_goes_with_what_comes_of_the_next_deed() {
        let kind = &kinds()[4];
        let wrong = [typed("ux"), vec![Deed::Check]].concat();
        let hinted = doing(kind, &[wrong.clone(), vec![Deed::Hint]].concat());
        assert_eq!((hinted.hinted, hinted.snag), (true, None));
        assert!(!doing(kind, &[wrong, vec![Deed::Hint, Deed::Check]].concat()).hinted);
    }

    #[test]
    fn an_order_that_is_tried_again_keeps_its_right_beginning() {
        let kind = &kinds()[2];
        let picks = |picks: &[u16]| picks.iter().copied().map(Deed::Pick).collect::<Vec<_>>();
        let again = doing(kind, &[picks(&[0, 1, 3, 2]), vec![Deed::Check, Deed::Again]].concat());
        assert_eq!((again.stage, again.picks), (Stage::Trying, vec![0, 1]));
        assert_eq!(doing(kind, &[picks(&[0, 1, 2, 3]), vec![Deed::Check]].concat()).stage, Stage::Solved);
        assert_eq!(
            doing(kind, &[picks(&[0, 1]), vec![Deed::Check]].concat()).stage,
            Stage::Trying,
            "it is not whole yet"
        );
    }
}
