//! Rehearsal rooms without a screen: what was typed into their fields, and which rooms were played to the end.
//!
//! A field takes the sign that comes next in its practice data and no other: nothing real can be typed here, because there is
//! no place for it.

use super::Screen;
use crate::base::{RoomId, Typed};

/// What a visit did in rehearsal rooms. It is part of the visit, so it is forgotten with it.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Rehearsal {
    scenes: Vec<Tried>,
    /// The scene that was on the screen last.
    seen: Option<SceneAt>,
    done: Vec<RoomId>,
}

/// A scene: a room and its number there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SceneAt {
    pub room: RoomId,
    pub scene: u16,
}

/// What was done in a scene.
#[derive(Clone, PartialEq, Debug)]
pub struct Tried {
    at: SceneAt,
    /// How many fields are filled.
    pub filled: u16,
    /// What stands in the field that is being filled: always a beginning of its practice data.
    pub typed: Typed,
    /// Whether the last key was another one than the practice data needs, or came before all of them stood there.
    pub is_off: bool,
}

/// What a resident does in a scene.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    Write(char),
    Unwrite,
    /// "This is all of it."
    Enter,
    /// Has the practice data filled in.
    Fill,
    /// Presses a button that needs the fields filled first.
    TooEarly,
}

impl Rehearsal {
    /// Takes note of the screen that a resident sees.
    pub fn see(&mut self, screen: Screen) {
        match screen {
            Screen::Scene(room, scene) => {
                self.seen = Some(SceneAt { room, scene });
                self.tried_mut(SceneAt { room, scene });
            }
            Screen::Rehearsed(room) => {
                self.seen = None;
                if !self.is_done(room) {
                    self.done.push(room);
                }
            }
            _ => {}
        }
    }

    /// Whether a room was entered.
    pub fn is_begun(&self) -> bool {
        !self.scenes.is_empty()
    }

    /// Whether the goal of a room was reached.
    pub fn is_done(&self, room: RoomId) -> bool {
        self.done.contains(&room)
    }

    /// The scene of a room that was seen last.
    pub fn last(&self, room: RoomId) -> Option<u16> {
        self.seen.filter(|seen| seen.room == room).map(|seen| seen.scene)
    }

    /// What was done in a scene, if anything.
    pub fn tried(&self, at: SceneAt) -> Option<&Tried> {
        self.scenes.iter().find(|tried| tried.at == at)
    }

    /// Empties the fields of a room: it is played from the beginning.
    pub fn begin(&mut self, room: RoomId) {
        self.scenes.retain(|tried| tried.at.room != room);
    }

    /// Does something in a scene whose fields want these practice data.
    pub fn act(&mut self, at: SceneAt, practice: &[&str], act: Act) {
        let tried = self.tried_mut(at);
        tried.is_off = act == Act::TooEarly;
        let Some(wanted) = practice.get(usize::from(tried.filled)) else { return };
        if !wanted.starts_with(tried.typed.as_str()) {
            // The language has changed, and the practice data with it.
            tried.typed = Typed::default();
        }
        let is_whole = tried.typed.as_str() == *wanted;
        match act {
            Act::Write(sign) => match wanted.strip_prefix(tried.typed.as_str()).and_then(|rest| rest.chars().next()) {
                Some(next) if is_same(next, sign) => tried.typed.add(next),
                _ => tried.is_off = true,
            },
            Act::Unwrite => tried.typed.take_last(),
            Act::Enter if !is_whole => tried.is_off = true,
            // Whoever presses a button has filled the field in without Enter.
            Act::TooEarly if !is_whole => {}
            Act::Enter | Act::TooEarly | Act::Fill => {
                tried.is_off = false;
                tried.filled = tried.filled.saturating_add(1);
                tried.typed = Typed::default();
            }
        }
    }

    fn tried_mut(&mut self, at: SceneAt) -> &mut Tried {
        let place = self.scenes.iter().position(|tried| tried.at == at).unwrap_or_else(|| {
            self.scenes.push(Tried { at, filled: 0, typed: Typed::default(), is_off: false });
            self.scenes.len() - 1
        });
        &mut self.scenes[place]
    }
}

/// Whether a key writes the wanted sign; capitals do not matter here.
fn is_same(wanted: char, sign: char) -> bool {
    wanted == sign || wanted.to_lowercase().eq(sign.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at() -> SceneAt {
        SceneAt { room: RoomId::handed_out(0), scene: 2 }
    }

    #[test]
    fn a_field_takes_its_practice_data_and_nothing_else() {
        let mut random = fastrand::Rng::with_seed(8);
        for _ in 0..500 {
            let (mut rehearsal, practice) = (Rehearsal::default(), ["1234", "Camille Exemple"]);
            for _ in 0..60 {
                let act = match random.u8(..8) {
                    0 => Act::Unwrite,
                    1 => [Act::TooEarly, Act::Enter][random.usize(..2)],
                    2..=4 => Act::Write(random.char('0'..='9')),
                    _ => Act::Write(random.alphanumeric()),
                };
                rehearsal.act(at(), &practice, act);
                let tried = rehearsal.tried(at()).expect("something was done");
                let wanted = practice.get(usize::from(tried.filled)).copied().unwrap_or_default();
                assert!(wanted.starts_with(tried.typed.as_str()), "only the practice data can stand there");
            }
        }
    }

    #[test]
    fn the_fields_are_filled_one_after_the_other_by_hand_or_by_the_machine() {
        let (mut rehearsal, practice) = (Rehearsal::default(), ["12", "Ada"]);
        let mut does = |act| {
            rehearsal.act(at(), &practice, act);
            let tried = rehearsal.tried(at()).expect("something was done");
            (tried.filled, tried.typed.as_str().to_owned(), tried.is_off)
        };
        assert_eq!(does(Act::Write('9')), (0, String::new(), true));
        assert_eq!(does(Act::Write('1')), (0, "1".to_owned(), false));
        assert_eq!(does(Act::Enter), (0, "1".to_owned(), true), "not all of it stands there");
        assert_eq!(does(Act::Write('2')), (0, "12".to_owned(), false), "Enter is still to come");
        assert_eq!(does(Act::Write('2')), (0, "12".to_owned(), true));
        assert_eq!(does(Act::Enter), (1, String::new(), false));
        does(Act::Write('a'));
        assert_eq!(does(Act::Write('D')), (1, "Ad".to_owned(), false));
        rehearsal.act(at(), &practice, Act::Fill);
        assert_eq!(rehearsal.tried(at()).map(|tried| tried.filled), Some(2));
        rehearsal.act(at(), &practice, Act::Write('x'));
        assert_eq!(rehearsal.tried(at()).map(|tried| tried.filled), Some(2), "there is nothing more to fill");
        rehearsal.begin(at().room);
        assert_eq!(rehearsal.tried(at()), None);
    }
}
