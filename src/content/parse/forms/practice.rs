//! The forms of rehearsal rooms and of the scam gym.

use super::super::lesson::FAKES;
use super::super::room::{DEVICES, MINUTES};
use super::lessons::PIECE;
use super::{COMPETENCE, SAID};
use crate::base::{Form, FormKey, ID, Kind, names};

const TEXT: Kind = Kind::Said(&Kind::Text);

/// `room.toml`
pub const ROOM: Form = Form::of(&[
    FormKey::needed("minutes", Kind::Integer(MINUTES.0, MINUTES.1), "How long it takes"),
    FormKey::needed("digcomp", Kind::Several(&COMPETENCE), "Competences of DigComp"),
    FormKey::free("topics", Kind::List(&ID), "Topics of topics.toml to which it belongs"),
    FormKey::free("related", Kind::List(&ID), "Guides that go on from here"),
    FormKey::free("words", Kind::Said(&Kind::Several(&Kind::Text)), "Words that people use for it, in each language"),
    FormKey::needed("title", TEXT, "What the room is called: at most 40 characters, in each language"),
    FormKey::needed("purpose", TEXT, "What one can try here, in each language"),
    FormKey::needed("goal", TEXT, "What there is to reach, in each language"),
    FormKey::needed("first", ID, "The scene where it begins"),
    FormKey::needed("learned", Kind::Tables(&SAID), "What is said at the end: two to five texts"),
    FormKey::needed("scenes", Kind::Named(&SCENE), "The scenes, each under an id of its own"),
]);
pub(in crate::content) const SCENE: Form = Form::of(&[
    FormKey::free("tells", TEXT, "What happens, in each language"),
    FormKey::needed("devices", Kind::Tables(&DEVICE), "One or two things to look at or to listen to"),
]);
pub(in crate::content) const DEVICE: Form = Form::of(&[
    FormKey::needed("kind", Kind::OneOf(&names(&DEVICES)), "What it is"),
    FormKey::needed("title", TEXT, "What stands at its top, or who speaks: at most 34 characters, in each language"),
    FormKey::free("address", TEXT, "The address line, of a screen alone: it ends in `.example`"),
    FormKey::free("lines", Kind::Tables(&SAID), "Text on it: at most four lines of 60 characters"),
    FormKey::free("fields", Kind::Tables(&PRACTICE_FIELD), "Fields to fill in with practice data: at most three"),
    FormKey::free("buttons", Kind::Tables(&BUTTON), "What can be pressed or said: at most four"),
]);
pub(in crate::content) const PRACTICE_FIELD: Form = Form::of(&[
    FormKey::needed("label", TEXT, "What stands beside the field: at most 20 characters, in each language"),
    FormKey::needed("practice", TEXT, "What to type into it, made up: at most 24 characters, in each language"),
]);
pub(in crate::content) const BUTTON: Form = Form {
    keys: &[
        FormKey::free("to", ID, "The scene to which it leads, or `goal`; of a mistake, this scene when left out"),
        FormKey::free("mistake", TEXT, "Why it is a mistake, and what is better, in each language"),
    ],
    said: Some(Kind::Text),
    one_of: &[],
};

/// The files of `gym/`.
pub const GYM: Form = Form::of(&[
    FormKey::free("topics", Kind::List(&ID), "Topics of topics.toml to which the gym belongs"),
    FormKey::free("help", Kind::List(&ID), "Services to call or to forward a false message to"),
    FormKey::free("messages", Kind::Named(&MESSAGE), "Messages, each under an id of its own"),
]);
pub(in crate::content) const MESSAGE: Form = Form::of(&[
    FormKey::needed("kind", Kind::OneOf(&names(&FAKES)), "What it looks like"),
    FormKey::needed("from", TEXT, "Who seems to have sent it, in each language"),
    FormKey::needed("hint", TEXT, "What to look at, without giving the answer away, in each language"),
    FormKey::needed("why", TEXT, "What is said when it is solved, in each language"),
    FormKey::needed(
        "pieces",
        Kind::Tables(&PIECE),
        "Its sentences or lines; a message that is real has no suspicious one",
    ),
]);
