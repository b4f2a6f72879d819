//! The forms of lessons, of the words of pass phrases, and of the check of digital skills.

use super::super::activities::{AREAS, VERSION};
use super::super::lesson::{FAKES, KINDS, MINUTES, MOVES, PLACES, RULES};
use super::COMPETENCE;
use crate::base::{Form, FormKey, ID, Kind, names};

/// One character, or the name of a key that writes none.
const KEY: Kind = Kind::Like("^(Up|Down|Left|Right|Enter|Backspace|Tab|Space|\\S)$", "Enter");
const SAID: Kind = Kind::Said(&Kind::Text);
const BECAUSE: FormKey = FormKey::needed("because", SAID, "Why, said to whoever chose or wrote it");

/// `lesson.toml`
pub const LESSON: Form = Form::of(&[
    FormKey::needed(
        "place",
        Kind::Integer(PLACES.0, PLACES.1),
        "Its place in the code of progress: never changed, never used again",
    ),
    FormKey::needed("minutes", Kind::Integer(MINUTES.0, MINUTES.1), "How long it takes"),
    FormKey::needed("digcomp", Kind::Several(&COMPETENCE), "Competences of DigComp"),
    FormKey::free("topics", Kind::List(&ID), "Topics of topics.toml to which it belongs"),
    FormKey::free("related", Kind::List(&ID), "Guides that go on from here"),
    FormKey::free("words", Kind::Said(&Kind::Several(&Kind::Text)), "Words that people use for it, in each language"),
    FormKey::needed("parts", Kind::Several(&ID), "The way through it: cards and exercises, first a card"),
    FormKey::needed("exercises", Kind::Named(&EXERCISE), "The exercises, each under an id of its own"),
    FormKey::needed("questions", Kind::Tables(&QUESTION_PAIR), "Three pairs of questions: before and after"),
]);
pub(in crate::content) const EXERCISE: Form = Form::of(&[
    FormKey::needed("kind", Kind::OneOf(&names(&KINDS)), "What there is to do"),
    FormKey::free("title", SAID, "What stands above it, where that of its kind does not fit: at most 38 characters"),
    FormKey::needed("task", SAID, "What is asked and what is expected, in each language"),
    FormKey::needed("hint", SAID, "What leads on without giving the answer away, in each language"),
    FormKey::needed("why", SAID, "What is said when it is solved, in each language"),
    FormKey::with(
        "kind",
        &["choose-one", "choose-several"],
        "options",
        Kind::Tables(&ANSWER_OF_LESSON),
        "Answers to choose from",
    ),
    FormKey::with("kind", &["order"], "items", Kind::Tables(&ITEM), "The items, in the right order"),
    FormKey::with("kind", &["match"], "pairs", Kind::Tables(&PAIR), "What belongs together"),
    FormKey::with("kind", &["type"], "texts", Kind::Tables(&WANTED), "What to type"),
    FormKey::with("kind", &["keys"], "presses", Kind::Tables(&PRESS), "Keys to press, one after the other"),
    FormKey::with("kind", &["pointer"], "moves", Kind::Tables(&MOVE), "What to do with a mouse"),
    FormKey::with("kind", &["spot"], "fake", Kind::Table(&FAKE), "A made-up message, address or page"),
    FormKey::with("kind", &["form"], "fields", Kind::Tables(&FIELD), "The fields to fill in"),
]);
const RIGHT: FormKey = FormKey::free("right", Kind::Flag, "true: a right answer");
pub(in crate::content) const ANSWER_OF_LESSON: Form =
    Form { keys: &[RIGHT, BECAUSE], said: Some(Kind::Text), one_of: &[] };
pub(in crate::content) const ANSWER_BEFORE: Form = Form { keys: &[RIGHT], said: Some(Kind::Text), one_of: &[] };
pub(in crate::content) const ITEM: Form = Form { keys: &[BECAUSE], said: Some(Kind::Text), one_of: &[] };
pub(in crate::content) const PAIR: Form = Form::of(&[
    FormKey::needed("one", SAID, "At most 20 characters, in each language"),
    FormKey::needed("other", SAID, "What belongs to it: at most 34 characters, in each language"),
    BECAUSE,
]);
pub(in crate::content) const WANTED: Form = Form::of(&[
    FormKey::needed("wanted", SAID, "What to type, letter by letter: at most 24 characters, in each language"),
    BECAUSE,
]);
pub(in crate::content) const PRESS: Form =
    Form { keys: &[FormKey::needed("key", KEY, "The key to press")], said: Some(Kind::Text), one_of: &[] };
pub(in crate::content) const MOVE: Form = Form {
    keys: &[FormKey::needed("move", Kind::OneOf(&names(&MOVES)), "What to do with the mouse")],
    said: Some(Kind::Text),
    one_of: &[],
};
pub(in crate::content) const FAKE: Form = Form::of(&[
    FormKey::needed("kind", Kind::OneOf(&names(&FAKES)), "What it looks like"),
    FormKey::needed("from", SAID, "Who seems to have sent it, in each language"),
    FormKey::needed("pieces", Kind::Tables(&PIECE), "Its sentences or lines"),
]);
pub(in crate::content) const PIECE: Form = Form {
    keys: &[FormKey::free("suspicious", Kind::Flag, "true: something is wrong with it"), BECAUSE],
    said: Some(Kind::Text),
    one_of: &[],
};
pub(in crate::content) const FIELD: Form = Form::of(&[
    FormKey::needed("rule", Kind::OneOf(&names(&RULES)), "What the field accepts"),
    FormKey::needed("label", SAID, "What stands beside the field: at most 20 characters, in each language"),
    FormKey::needed("practice", SAID, "What to type into it, made up, in each language"),
    BECAUSE,
]);
pub(in crate::content) const QUESTION_PAIR: Form = Form::of(&[
    FormKey::needed("before", Kind::Table(&PARALLEL), "The question before the lesson"),
    FormKey::needed("after", Kind::Table(&PARALLEL), "The question after it: the same idea, as hard, another example"),
]);
pub(in crate::content) const PARALLEL: Form = Form::of(&[
    FormKey::needed("task", SAID, "What is asked, in each language"),
    FormKey::needed("options", Kind::Tables(&ANSWER_BEFORE), "Three answers; exactly one is right"),
]);

/// `lessons/pass-words.toml`
pub const PASS_WORDS: Form = Form { keys: &[], said: Some(Kind::Several(&Kind::Text)), one_of: &[] };

/// `code-words.toml`
pub const CODE_WORDS: Form = Form { keys: &[], said: Some(Kind::Several(&Kind::Text)), one_of: &[] };

/// `check/activities.toml`
pub const ACTIVITIES: Form = Form::of(&[
    FormKey::needed("version", Kind::OneOf(&[VERSION]), "The list of activities that the rule of the check counts"),
    FormKey::needed("activities", Kind::Tables(&ACTIVITY), "An activity to ask about"),
]);
pub(in crate::content) const ACTIVITY: Form = Form::of(&[
    FormKey::needed("id", Kind::Like("^[A-Z0-9_]+$", "IUEM"), "The variable of Eurostat"),
    FormKey::needed("area", Kind::OneOf(&names(&AREAS)), "Its area"),
    FormKey::needed("wording", SAID, "What is asked, in each language"),
]);
