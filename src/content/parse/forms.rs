//! The form of each TOML file of the content.

mod lessons;
mod practice;

pub use self::lessons::{ACTIVITIES, CODE_WORDS, LESSON, PASS_WORDS};
pub(in crate::content) use self::lessons::{
    ACTIVITY, ANSWER_BEFORE, ANSWER_OF_LESSON, EXERCISE, FAKE, FIELD, ITEM, MOVE, PAIR, PARALLEL, PIECE, PRESS,
    QUESTION_PAIR, WANTED,
};
pub(in crate::content) use self::practice::{BUTTON, DEVICE, MESSAGE, PRACTICE_FIELD, SCENE};
pub use self::practice::{GYM, ROOM};
use super::fact::{ABOUT, PRICE_MAX};
use super::lists::AREAS;
use super::places::{HELP, KINDS, OFFERS, STATUSES, TILE_MAX};
use super::service::{DIRECTIONS, LEVELS, STATES};
use crate::base::{Form, FormKey, Group, HOURS, ID, Kind, names};

/// Belgian numbers have a length of their own; then those abroad, and short ones.
const PHONE: Kind = Kind::Like(
    "^(\\+32([1-35-9][0-9]{7}|4[23][0-9]{6}|4[0-9]{8})|\\+([124-9][0-9]|3[013-9])[0-9]{6,13}|[0-9]{3,4})$",
    "+3225496700",
);
const WEB: Kind = Kind::Like("^[^\\s@:/.]+(\\.[^\\s@:/.]+)+(/[^\\s]*)?$", "www.example.be");
const EMAIL: Kind = Kind::Like("^[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+$", "name@example.be");
const LANGUAGE: Kind = Kind::Like("^[a-z0-9-]{1,8}$", "fr");
/// "2.3": one of the competences of DigComp.
const COMPETENCE: Kind = Kind::Like("^(1\\.[1-3]|2\\.[1-6]|[345]\\.[1-4])$", "2.3");

/// A text in each language and nothing else.
pub(in crate::content) const SAID: Form = Form { keys: &[], said: Some(Kind::Text), one_of: &[] };

/// `pack.toml`
pub const PACK: Form = Form::of(&[
    FormKey::needed("name", ID, "The name of all this content"),
    FormKey::needed("version", Kind::Integer(1, i64::MAX), "A number that only grows"),
    FormKey::needed("languages", Kind::Table(&LANGUAGES), "The languages of the content"),
]);
pub(in crate::content) const LANGUAGES: Form = Form::of(&[
    FormKey::needed("required", Kind::Several(&LANGUAGE), "Everything is said in these; the first one sets the steps"),
    FormKey::free("extra", Kind::List(&LANGUAGE), "Some things are said in these too"),
]);

/// `topics.toml`
pub const TOPICS: Form = Form::of(&[FormKey::free("topic", Kind::Tables(&TOPIC), "A topic of the home screen")]);
pub(in crate::content) const TOPIC: Form = Form::of(&[
    FormKey::needed("id", ID, "Its id: never used again for something else"),
    FormKey::needed("name", Kind::Said(&Kind::Text), "What the topic is called, in each language"),
    FormKey::free("event", Kind::Tables(&EVENT), "A life event under this topic"),
]);
pub(in crate::content) const EVENT: Form = Form::of(&[
    FormKey::needed("id", ID, "Its id: never used again for something else"),
    FormKey::needed("name", Kind::Said(&Kind::Text), "What happened, as people say it: \"I am moving\""),
    FormKey::needed("services", Kind::Several(&ID), "The services that help then, the best one first"),
    FormKey::free("finder", ID, "The finder whose questions tell which of them helps"),
]);

/// `finder.toml`
pub const FINDER: Form = Form::of(&[
    FormKey::needed("title", Kind::Said(&Kind::Text), "What the finder finds out, in each language"),
    FormKey::free("words", Kind::Said(&Kind::Several(&Kind::Text)), "Words that people use for it, in each language"),
    FormKey::needed("first", ID, "The question that is asked first"),
    FormKey::needed("questions", Kind::Named(&QUESTION), "The questions, each under an id of its own"),
    FormKey::needed("ends", Kind::Named(&END), "The ends, each under an id of its own"),
]);
pub(in crate::content) const QUESTION: Form = Form::of(&[
    FormKey::needed("text", Kind::Said(&Kind::Text), "The question, in each language"),
    FormKey::free("hint", Kind::Said(&Kind::Text), "Where to look for the answer, in each language"),
    FormKey::needed("answers", Kind::Tables(&ANSWER), "The answers to choose from"),
    FormKey::needed("unsure", ID, "The question or end to which \"I do not know\" leads"),
]);
pub(in crate::content) const ANSWER: Form = Form {
    keys: &[FormKey::needed("to", ID, "The question or end to which it leads")],
    said: Some(Kind::Text),
    one_of: &[],
};
pub(in crate::content) const END: Form = Form {
    keys: &[FormKey::needed("services", Kind::List(&ID), "The services that help, at most three")],
    said: Some(Kind::Text),
    one_of: &[],
};

/// The files of `glossary/`.
pub const GLOSSARY: Form = Form::of(&[FormKey::free("term", Kind::Tables(&TERM), "A hard word, explained")]);
pub(in crate::content) const TERM: Form = Form {
    keys: &[
        FormKey::needed("id", ID, "Its id, as in [word](glossary:id)"),
        FormKey::needed("headword", Kind::Said(&Kind::Text), "The word itself, in each language"),
        FormKey::free("digcomp", Kind::OneOf(&names(&AREAS)), "The area of DigComp that it belongs to"),
        FormKey::free("official", Kind::Said(&Kind::Text), "The name to say at a counter, in French and Dutch"),
        FormKey::free("words", Kind::Said(&Kind::Several(&Kind::Text)), "Other words for it, in each language"),
    ],
    said: Some(Kind::Text),
    one_of: &[],
};

/// `urgent.toml`
pub const URGENT_NUMBERS: Form =
    Form::of(&[FormKey::free("urgent", Kind::Tables(&URGENT), "A number to call when it cannot wait")]);
pub(in crate::content) const URGENT: Form = Form::of(&[
    FormKey::needed("id", ID, "Its id: never used again for something else"),
    FormKey::needed("name", Kind::Said(&Kind::Text), "When to call it, in each language"),
    FormKey::needed("phone", PHONE, "The number: +32 and the rest without its 0, or a short number"),
    FormKey::free("guide", ID, "The service that says when to call it, and what to say"),
    ABOUT[0],
    ABOUT[1],
    ABOUT[2],
    ABOUT[3],
]);

/// `communes.toml`
pub const COMMUNES: Form = Form::of(&[
    FormKey::free("map", Kind::Table(&MAP), "What tells who lies beside whom"),
    FormKey::free("commune", Kind::Tables(&COMMUNE), "A commune of Brussels"),
]);
pub(in crate::content) const MAP: Form = Form::of(&[
    FormKey::needed("source", Kind::Text, "The map to compare neighbours and tiles with"),
    FormKey::free("checked", Kind::Day, "The day somebody compared them; left out until then"),
]);
pub(in crate::content) const COMMUNE: Form = Form::of(&[
    FormKey::needed("id", ID, "Its id: never used again for something else"),
    FormKey::needed("name", Kind::Said(&Kind::Text), "What it is called, in each language"),
    FormKey::needed("label", Kind::Said(&Kind::Text), "Its name on the map: at most 12 characters"),
    FormKey::needed("short", Kind::Said(&Kind::Text), "Its name on the map of a small screen: at most 3 characters"),
    FormKey::needed("postcodes", Kind::Several(&POSTCODE), "Its postcodes"),
    FormKey::needed("tile", Kind::Several(&Kind::Integer(0, TILE_MAX)), "Its place on the map: column and row, from 0"),
    FormKey::needed("neighbours", Kind::List(&ID), "The communes beside it; each of them names this one too"),
    FormKey::needed("town_hall", Kind::Table(&TOWN_HALL), "Where its town hall is"),
]);
pub(in crate::content) const TOWN_HALL: Form =
    Form::of(&[STREET, NUMBER, CONTACT[0], CONTACT[1], CONTACT[2], ABOUT[0], ABOUT[1], ABOUT[2], ABOUT[3]]);
const POSTCODE: Kind = Kind::Like("^[0-9]{4}$", "1000");
const STREET: FormKey = FormKey::free("street", Kind::Said(&Kind::Text), "The street, in the languages that you know");
const NUMBER: FormKey = FormKey::free("number", Kind::Text, "The number of the house");
/// How to reach an office or a place.
const CONTACT: [FormKey; 3] = [
    FormKey::free("phone", PHONE, "A number: +32 and the rest without its 0"),
    FormKey::free("web", Kind::Or(&WEB, &Kind::Said(&WEB)), "An address without https://, or one for each language"),
    FormKey::free("hours", Kind::Table(&HOURS), "Opening hours of each day"),
];

/// The files of `places/`, and `places.toml` of staff.
pub const PLACES: Form = Form::of(&[FormKey::free("place", Kind::Tables(&PLACE), "A place where people help")]);
pub(in crate::content) const PLACE: Form = Form::of(&[
    FormKey::needed("id", ID, "Its id: never used again for something else"),
    FormKey::needed("name", Kind::Said(&Kind::Text), "What it calls itself, in the languages in which it does"),
    FormKey::needed("kind", Kind::OneOf(&names(&KINDS)), "What kind of place it is; epn: a public computer room"),
    FormKey::free("commune", ID, "Its commune; left out where it is there for the whole region"),
    FormKey::free("postcode", POSTCODE, "Four digits"),
    STREET,
    NUMBER,
    CONTACT[0],
    CONTACT[1],
    CONTACT[2],
    FormKey::free("open_on_holidays", Kind::Flag, "true: its hours hold on public holidays too"),
    FormKey::free("exception", Kind::Tables(&EXCEPTION), "Days on which other hours hold"),
    FormKey::free("languages", Kind::List(&LANGUAGE), "The languages in which people work there"),
    FormKey::free("offers", Kind::List(&Kind::OneOf(&names(&OFFERS))), "What it offers"),
    FormKey::needed("help", Kind::OneOf(&names(&HELP)), "Whether people help with computers and the internet there"),
    FormKey::needed(
        "status",
        Kind::OneOf(&names(&STATUSES)),
        "confirmed; not-confirmed: shown only with a phone number; closed: never shown",
    ),
    FormKey::free("note", Kind::Said(&Kind::Text), "Something that residents must know first"),
    ABOUT[0],
    ABOUT[1],
    ABOUT[2],
    ABOUT[3],
]);
pub(in crate::content) const EXCEPTION: Form = Form::of(&[
    FormKey::needed("from", Kind::Day, "The first day"),
    FormKey::free("to", Kind::Day, "The last day; left out where it is one day"),
    FormKey::free("hours", Kind::Table(&HOURS), "Opening hours of each day; left out where it is closed"),
]);

/// `service.toml`
pub const SERVICE: Form = Form::of(&[
    FormKey::needed("level", Kind::OneOf(&names(&LEVELS)), "Which public authority it belongs to"),
    FormKey::needed("group", Kind::OneOf(&GROUPS), "One of the ten groups of services"),
    FormKey::needed("topics", Kind::Several(&ID), "Topics of topics.toml under which it stands"),
    FormKey::needed(
        "directions",
        Kind::Several(&Kind::OneOf(&DIRECTIONS)),
        "Directions of the digital policy of Brussels",
    ),
    FormKey::free("digcomp", Kind::List(&COMPETENCE), "Competences of DigComp"),
    FormKey::free("related", Kind::List(&ID), "Other services to look at"),
    FormKey::needed("run_by", Kind::Said(&Kind::Text), "Who runs it, in each language"),
    FormKey::free("official", Kind::Tables(&OFFICIAL), "A name to say at a counter, in French and in Dutch"),
    FormKey::free("words", Kind::Said(&Kind::Several(&Kind::Text)), "Words that people use for it, in each language"),
    FormKey::needed("cost", Kind::Said(&Kind::Text), "What it costs, in each language; not known? \"Ask the price\""),
    FormKey::free("before", Kind::Tables(&BEFORE), "Something to know or to have before one starts"),
    FormKey::needed("routes", Kind::Table(&ROUTES), "All ways to get it done; what is not possible is said too"),
    FormKey::free("facts", Kind::Named(&FACT), "Things that may change: written once here, used as [](fact:id)"),
]);
const GROUPS: [&str; 10] = {
    let mut groups = [""; 10];
    let mut at = 0;
    while at < groups.len() {
        groups[at] = Group::ALL[at].name();
        at += 1;
    }
    groups
};
pub(in crate::content) const OFFICIAL: Form = Form { keys: &[], said: Some(Kind::Text), one_of: &[] };
pub(in crate::content) const BEFORE: Form = Form {
    keys: &[FormKey::needed("bring", Kind::Flag, "true: a thing to bring; false: good to know")],
    said: Some(Kind::Text),
    one_of: &[],
};
pub(in crate::content) const ROUTES: Form = Form::of(&[
    FormKey::needed("counter", Kind::Table(&ROUTE), "At a counter"),
    FormKey::needed("phone", Kind::Table(&ROUTE), "By phone"),
    FormKey::needed("post", Kind::Table(&ROUTE), "By post"),
    FormKey::needed("online", Kind::Table(&ROUTE), "On the internet"),
]);
pub(in crate::content) const ROUTE: Form = Form {
    keys: &[
        FormKey::needed(
            "state",
            Kind::OneOf(&names(&STATES)),
            "offered; ask: it is not known; none: it is not possible",
        ),
        FormKey::free("facts", Kind::List(&ID), "Facts to show under the text"),
    ],
    said: Some(Kind::Text),
    one_of: &[],
};

/// The values of which a fact has exactly one.
pub(in crate::content) const VALUES: [&str; 9] =
    ["phone", "web", "email", "number", "price", "hours", "address", "code", "date"];
pub(in crate::content) const FACT: Form = Form {
    keys: &[
        FormKey::free("phone", PHONE, "A number: +32 and the rest without its 0, or a short number"),
        FormKey::free(
            "web",
            Kind::Or(&WEB, &Kind::Said(&WEB)),
            "An address without https://, or one for each language",
        ),
        FormKey::free("email", EMAIL, "An e-mail address"),
        FormKey::free("number", Kind::Integer(i64::MIN, i64::MAX), "A whole number"),
        FormKey::free("price", Kind::Amount(PRICE_MAX), "An amount in euro: 11 or 7.50"),
        FormKey::free("hours", Kind::Table(&HOURS), "Opening hours of each day"),
        FormKey::free("address", Kind::Table(&ADDRESS), "A postal address in Brussels"),
        FormKey::free("code", Kind::Text, "Something to copy as it stands"),
        FormKey::free("date", Kind::Day, "A day, such as 2026-11-23"),
        ABOUT[0],
        ABOUT[1],
        ABOUT[2],
        ABOUT[3],
    ],
    said: None,
    one_of: &VALUES,
};
pub(in crate::content) const ADDRESS: Form = Form::of(&[
    FormKey::needed("street", Kind::Said(&Kind::Text), "The street in French and Dutch"),
    FormKey::needed("number", Kind::Text, "The number of the house"),
    FormKey::needed("postcode", POSTCODE, "Four digits"),
    FormKey::needed("town", Kind::Said(&Kind::Text), "The commune in French and Dutch"),
]);
