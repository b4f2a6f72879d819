//! Lessons: cards to read and exercises to try, and what the check of digital skills asks.

use serde::{Deserialize, Serialize};

use super::{Localized, Paragraph, Section};
use crate::base::{Date, Key, ServiceId, TopicId};

/// A lesson: cards to read and exercises to try, five to ten minutes.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Lesson {
    pub id: Box<str>,
    /// Its place in the code of progress, 1 to 32.
    pub place: u8,
    pub minutes: u8,
    /// The competences of DigComp that it is about: "1.1".
    pub digcomp: Vec<Box<str>>,
    pub topics: Vec<TopicId>,
    /// The services that go on from here.
    pub related: Vec<ServiceId>,
    /// Words that people use for it: for the search alone.
    pub words: Localized<Vec<Box<str>>>,
    pub texts: Localized<LessonText>,
    /// The way through it: first a card.
    pub parts: Vec<Part>,
    pub exercises: Vec<Exercise>,
    /// Three of them.
    pub questions: Vec<QuestionPair>,
}

impl Lesson {
    /// Its title in each language.
    pub fn title(&self) -> Localized<Box<str>> {
        Localized(self.texts.0.iter().map(|(lang, text)| (*lang, text.title.clone())).collect())
    }

    /// The cards in one of its languages, for their ids: those are the same, in the same order, in all of them.
    pub fn cards(&self) -> &[Section] {
        self.texts.0.first().map(|(_, text)| text.cards.as_slice()).unwrap_or_default()
    }

    /// The id of a part: cards and exercises share their ids.
    pub fn id_of(&self, part: Part) -> Option<&str> {
        match part {
            Part::Card(at) => self.cards().get(usize::from(at)).map(|card| &*card.id),
            Part::Exercise(at) => self.exercises.get(usize::from(at)).map(|exercise| &*exercise.id),
        }
    }
}

/// The text of a lesson in one language.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LessonText {
    pub title: Box<str>,
    /// What one can do after it.
    pub purpose: Paragraph,
    pub cards: Vec<Section>,
}

/// A part of the way through a lesson: an index into its cards or its exercises.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Part {
    Card(u16),
    Exercise(u16),
}

/// Something to try.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Exercise {
    pub id: Box<str>,
    /// What stands above it; nothing where that of its kind fits.
    pub title: Localized<Box<str>>,
    /// What is asked, and what is expected.
    pub task: Localized<Paragraph>,
    /// What leads on without giving the answer away.
    pub hint: Localized<Paragraph>,
    /// What is said when it is solved or shown.
    pub why: Localized<Paragraph>,
    pub kind: ExerciseKind,
}

/// What there is to do in an exercise.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum ExerciseKind {
    /// Exactly one answer is right.
    ChooseOne(Vec<Answer>),
    /// At least one answer is right, and one is wrong.
    ChooseSeveral(Vec<Answer>),
    /// In the right order.
    Order(Vec<Answer>),
    Match(Vec<Match>),
    Type(Vec<Wanted>),
    Keys(Vec<Press>),
    Pointer(Vec<PointerMove>),
    Spot(Fake),
    Form(Vec<FormField>),
    /// The machine draws four words.
    PassPhrase,
    /// Whether a message is real or false; of a false one, what gives it away. A real one has no suspicious piece.
    RealOrFalse(Fake),
}

/// An answer to choose, or an item to put in its place.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Answer {
    pub text: Localized<Paragraph>,
    /// Whether it is right; items of an order all are.
    pub right: bool,
    /// What is said to whoever chose it; nothing in the questions before and after.
    pub because: Localized<Paragraph>,
}

/// Two things that belong together.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Match {
    pub one: Localized<Box<str>>,
    pub other: Localized<Box<str>>,
    pub because: Localized<Paragraph>,
}

/// Something to type, letter by letter.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Wanted {
    pub text: Localized<Box<str>>,
    pub because: Localized<Paragraph>,
}

/// A key to press.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Press {
    pub key: WantedKey,
    /// What to press and where it is.
    pub text: Localized<Paragraph>,
}

/// Which key is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum WantedKey {
    Up,
    Down,
    Left,
    Right,
    Enter,
    Backspace,
    Tab,
    Space,
    Char(char),
}

impl WantedKey {
    /// As the keyboard sends it.
    pub fn sent(self) -> Key {
        match self {
            WantedKey::Up => Key::Up,
            WantedKey::Down => Key::Down,
            WantedKey::Left => Key::Left,
            WantedKey::Right => Key::Right,
            WantedKey::Enter => Key::Enter,
            WantedKey::Backspace => Key::Backspace,
            WantedKey::Tab => Key::Tab,
            WantedKey::Space => Key::Char(' '),
            WantedKey::Char(sign) => Key::Char(sign),
        }
    }
}

/// Something to do with a mouse.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PointerMove {
    pub act: PointerAct,
    pub text: Localized<Paragraph>,
}

/// What to do with a mouse.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum PointerAct {
    Click,
    DoubleClick,
    Scroll,
}

/// A made-up message, address or page in pieces, some of them suspicious.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Fake {
    pub kind: FakeKind,
    /// Who seems to have sent it.
    pub from: Localized<Box<str>>,
    pub pieces: Vec<FakePiece>,
}

impl Fake {
    /// Whether something in it is suspicious.
    pub fn is_false(&self) -> bool {
        self.pieces.iter().any(|piece| piece.suspicious)
    }
}

/// What a fake looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum FakeKind {
    Sms,
    Email,
    Address,
    Page,
    Call,
    /// A square code on a poster or a lamp post, and where it leads.
    Qr,
}

/// A sentence or line of a fake.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FakePiece {
    pub text: Localized<Box<str>>,
    pub suspicious: bool,
    /// What gives it away, or why it is fine.
    pub because: Localized<Paragraph>,
}

/// A field of a form to fill in.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FormField {
    pub rule: FieldRule,
    pub label: Localized<Box<str>>,
    /// What is to be typed: made up.
    pub practice: Localized<Box<str>>,
    /// How it should be written, with an example.
    pub because: Localized<Paragraph>,
}

/// What a field of a form accepts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum FieldRule {
    Text,
    Number,
    /// `dd/mm/yyyy`
    Date,
    /// Four digits.
    Postcode,
    Email,
    /// Masked digits are typed as 0.
    Phone,
}

impl FieldRule {
    /// Whether a field accepts what somebody typed.
    pub fn accepts(self, typed: &str) -> bool {
        let typed = typed.trim();
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        match self {
            FieldRule::Text => !typed.is_empty(),
            FieldRule::Number => is_digits(typed),
            FieldRule::Postcode => typed.len() == 4 && is_digits(typed),
            FieldRule::Date => is_date(typed),
            FieldRule::Email => is_email(typed),
            FieldRule::Phone => {
                let digits: String = typed.chars().filter(|sign| !matches!(sign, ' ' | '/' | '.')).collect();
                (9..=10).contains(&digits.len()) && digits.starts_with('0') && is_digits(&digits)
            }
        }
    }

    /// What somebody types who copies a value for practice: a masked digit as 0.
    pub fn typed(self, practice: &str) -> String {
        match self {
            FieldRule::Phone => practice.replace('#', "0"),
            _ => practice.to_owned(),
        }
    }
}

/// Whether a text is a day of the calendar, written as in Belgium: `07/03/1955`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('/').collect();
    let [day, month, year] = parts.as_slice() else { return false };
    let is_written = day.len() == 2 && month.len() == 2 && year.len() == 4;
    let date = day.parse().ok().zip(month.parse().ok()).zip(year.parse().ok());
    is_written && date.is_some_and(|((day, month), year)| Date::new(year, month, day).is_ok())
}

fn is_email(text: &str) -> bool {
    let is_host = |host: &str| host.contains('.') && host.split('.').all(|label| !label.is_empty());
    let has_space = text.contains(char::is_whitespace);
    let parts = text.split_once('@').filter(|_| !has_space);
    parts.is_some_and(|(name, host)| !name.is_empty() && !host.contains('@') && is_host(host))
}

/// Two questions of the same idea and difficulty: one before the lesson, one after it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct QuestionPair {
    pub before: ParallelQuestion,
    pub after: ParallelQuestion,
}

/// A question before or after a lesson: exactly one answer is right.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ParallelQuestion {
    pub task: Localized<Paragraph>,
    pub answers: Vec<Answer>,
}

/// An activity that the check of digital skills asks about.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Activity {
    /// The variables of Eurostat that it stands for.
    pub id: Box<str>,
    pub area: SkillArea,
    pub text: Localized<Paragraph>,
}

/// The areas of the check of digital skills, as Eurostat has them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum SkillArea {
    Information,
    Communication,
    Content,
    Safety,
    ProblemSolving,
}

impl SkillArea {
    /// All of them, in their order.
    pub const ALL: [SkillArea; 5] = [
        SkillArea::Information,
        SkillArea::Communication,
        SkillArea::Content,
        SkillArea::Safety,
        SkillArea::ProblemSolving,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_accepts_what_follows_its_rule_and_nothing_else() {
        for (rule, right, wrong) in [
            (FieldRule::Text, "Exemple", " "),
            (FieldRule::Number, "12", "1,2"),
            (FieldRule::Postcode, "1000", "100"),
            (FieldRule::Date, "29/02/2024", "29/02/2023"),
            (FieldRule::Date, " 07/03/1955 ", "7/3/1955"),
            (FieldRule::Email, "name@example.org", "name@example"),
            (FieldRule::Email, "a.b@mail.example.org", "a b@example.org"),
            (FieldRule::Phone, "0470 00 00 00", "470 00 00 00"),
            (FieldRule::Phone, "02/000.00.00", "0470 00 00 0o"),
        ] {
            assert!(rule.accepts(right), "{rule:?} {right}");
            assert!(!rule.accepts(wrong), "{rule:?} {wrong}");
        }
        assert!(FieldRule::Phone.accepts(&FieldRule::Phone.typed("0470 ## ## ##")));
    }
}
