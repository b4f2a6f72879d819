//! The content of a kiosk, read and linked: topics, life events, services, terms, and the facts that their texts use.
//!
//! The same values are the records of a pack: whoever changes one of them changes the format (see `pack/record.rs`).

mod lesson;
mod places;
mod practice;

use serde::{Deserialize, Deserializer, Serialize};

pub use self::lesson::{
    Activity, Answer, Exercise, ExerciseKind, Fake, FakeKind, FakePiece, FieldRule, FormField, Lesson, LessonText,
    Match, ParallelQuestion, Part, PointerAct, PointerMove, Press, QuestionPair, SkillArea, Wanted, WantedKey,
};
pub use self::places::{Commune, Contact, Help, InList, Need, Offer, Place, PlaceKind, Status};
pub use self::practice::{Button, Device, DeviceKind, Gym, Leads, PracticeField, Room, Scene};
use crate::base::{
    CommuneId, Date, EventId, FinderId, Group, Lang, LessonId, PlaceId, RoomId, ServiceId, TermId, TopicId, WeekHours,
    week_of_record,
};

/// So many items of a list stand on one page at most; the others on the pages after it.
pub const PART: usize = 60;

/// The tag of what is the same in all languages: "multiple", as in ISO 639-2.
pub const SAME_IN_ALL: &str = "mul";

/// Something said in several languages. What is missing in one is looked for along the chain of another.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Localized<T>(pub Vec<(Lang, T)>);

impl<T> Default for Localized<T> {
    fn default() -> Self {
        Localized(Vec::new())
    }
}

impl<T> Localized<T> {
    /// What is said in exactly this language.
    pub fn get(&self, lang: Lang) -> Option<&T> {
        self.0.iter().find(|(said, _)| *said == lang).map(|(_, value)| value)
    }

    /// The first language of a chain in which it is said, and what is said.
    pub fn along(&self, chain: &[Lang]) -> Option<(Lang, &T)> {
        chain.iter().find_map(|lang| self.get(*lang).map(|value| (*lang, value)))
    }
}

/// What a name in the content stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ItemId {
    Topic(TopicId),
    Event(EventId),
    Service(ServiceId),
    Term(TermId),
    Finder(FinderId),
    Lesson(LessonId),
    Room(RoomId),
    Commune(CommuneId),
    Place(PlaceId),
}

/// A topic of the home screen.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Topic {
    pub id: Box<str>,
    pub name: Localized<Box<str>>,
    pub events: Vec<EventId>,
    /// How many services name this topic; the library lists them part by part, by the order of their ids.
    pub services: u32,
}

/// A life event: what happened to a resident, in their own words.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LifeEvent {
    pub id: Box<str>,
    pub name: Localized<Box<str>>,
    pub topic: TopicId,
    /// In the order of the author.
    pub services: Vec<ServiceId>,
    /// The questions that find out which of them helps.
    pub finder: Option<FinderId>,
}

/// Questions that lead to the services that help: they never lead in a circle.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Finder {
    pub id: Box<str>,
    pub title: Localized<Box<str>>,
    /// Words that people use for what it finds out: for the search alone.
    pub words: Localized<Vec<Box<str>>>,
    /// The first one is asked first.
    pub questions: Vec<Question>,
    pub ends: Vec<FinderEnd>,
}

impl Finder {
    /// All of its questions and ends with their ids.
    pub fn steps(&self) -> impl Iterator<Item = (&str, FinderStep)> {
        let questions = (0..).zip(&self.questions).map(|(at, question)| (&*question.id, FinderStep::Question(at)));
        questions.chain((0..).zip(&self.ends).map(|(at, end)| (&*end.id, FinderStep::End(at))))
    }

    /// The question or end with this id.
    pub fn step(&self, id: &str) -> Option<FinderStep> {
        self.steps().find(|(known, _)| *known == id).map(|(_, step)| step)
    }

    /// The id of a question or end.
    pub fn id_of(&self, step: FinderStep) -> Option<&str> {
        self.steps().find(|(_, known)| *known == step).map(|(id, _)| id)
    }

    /// Where an answer leads; after the last answer of a question stands "I do not know".
    pub fn next(&self, question: u16, answer: u16) -> Option<FinderStep> {
        let question = self.questions.get(usize::from(question))?;
        match question.answers.get(usize::from(answer)) {
            Some(answer) => Some(answer.leads_to),
            None => (usize::from(answer) == question.answers.len()).then_some(question.unsure),
        }
    }
}

/// A question of a finder.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Question {
    pub id: Box<str>,
    pub text: Localized<Box<str>>,
    /// Where to look for the answer, if that helps.
    pub hint: Localized<Paragraph>,
    pub answers: Vec<FinderAnswer>,
    /// Where "I do not know" leads.
    pub unsure: FinderStep,
}

/// An answer to a question of a finder.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FinderAnswer {
    pub text: Localized<Box<str>>,
    pub leads_to: FinderStep,
}

/// A place in a finder: an index into its questions or its ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum FinderStep {
    Question(u16),
    End(u16),
}

/// Where a finder ends. A person is always offered as well.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FinderEnd {
    pub id: Box<str>,
    /// Why these services, in a sentence.
    pub why: Localized<Paragraph>,
    pub services: Vec<ServiceId>,
}

/// The areas of digital competence (DigComp) to which words of the glossary belong.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Area {
    Information,
    Communication,
    ContentCreation,
    Safety,
    ProblemSolving,
}

impl Area {
    /// All of them, in their order.
    pub const ALL: [Area; 5] =
        [Area::Information, Area::Communication, Area::ContentCreation, Area::Safety, Area::ProblemSolving];
}

/// A word of the glossary.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Term {
    pub id: Box<str>,
    pub headword: Localized<Box<str>>,
    pub area: Option<Area>,
    pub explanation: Localized<Paragraph>,
    /// The French and Dutch name to say at a counter, where there is one.
    pub official: Localized<Box<str>>,
    /// Other words for it: for the search alone.
    pub words: Localized<Vec<Box<str>>>,
}

/// Which public authority a service belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Level {
    Commune,
    Region,
    Community,
    Federal,
    Other,
}

/// A service that the kiosk guides through.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Service {
    pub id: Box<str>,
    pub level: Level,
    pub group: Group,
    pub run_by: Localized<Paragraph>,
    /// The French and Dutch names of the service, its office and its documents: what to say at a counter.
    pub official: Vec<Localized<Box<str>>>,
    /// Words that people use for it: for the search alone.
    pub words: Localized<Vec<Box<str>>>,
    pub cost: Localized<Paragraph>,
    /// What to know or to have before one starts.
    pub before: Vec<Before>,
    /// Always the four, in the order of [`RouteKind::ALL`].
    pub routes: [Route; 4],
    pub facts: Vec<Fact>,
    pub related: Vec<ServiceId>,
    pub texts: Localized<ServiceText>,
    /// The terms that its texts refer to, each once, in order of first use.
    pub terms: Vec<TermId>,
}

impl Service {
    /// The steps in one of its languages, for their ids: those are the same, in the same order, in all of them.
    pub fn steps(&self) -> &[Section] {
        self.texts.0.first().map(|(_, text)| text.steps.as_slice()).unwrap_or_default()
    }

    /// The same for the sections for people who are stuck.
    pub fn stuck(&self) -> &[Section] {
        self.texts.0.first().map(|(_, text)| text.stuck.as_slice()).unwrap_or_default()
    }
}

/// Something to know before one starts, or to bring along.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Before {
    /// Whether it is a thing to bring: then it stands on the page to write down.
    pub bring: bool,
    pub text: Localized<Paragraph>,
}

/// The ways to get a service done.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum RouteKind {
    Online,
    Counter,
    Phone,
    Post,
}

impl RouteKind {
    /// All of them, in the order in which they are shown: with a person first, the internet beside it.
    pub const ALL: [RouteKind; 4] = [RouteKind::Counter, RouteKind::Phone, RouteKind::Post, RouteKind::Online];

    /// The name in TOML: `[routes.online]`.
    pub fn key(self) -> &'static str {
        match self {
            RouteKind::Online => "online",
            RouteKind::Counter => "counter",
            RouteKind::Phone => "phone",
            RouteKind::Post => "post",
        }
    }
}

/// One way to get a service done.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Route {
    pub kind: RouteKind,
    pub state: RouteState,
    /// Facts to show under it: indexes into [`Service::facts`].
    pub facts: Vec<FactIndex>,
    pub text: Localized<Paragraph>,
}

/// What is known of a route.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum RouteState {
    /// The service offers it.
    Offered,
    /// It is not known: the text says whom to ask.
    Ask,
    /// The service does not offer it: the text says what to do instead.
    None,
}

/// A fact of a service: an index into [`Service::facts`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct FactIndex(pub(in crate::content) u32);

impl FactIndex {
    /// The index itself.
    pub fn get(self) -> usize {
        self.0 as usize
    }
}

/// A thing that may change and was looked up: written once, used by reference.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Fact {
    pub id: Box<str>,
    pub value: FactValue,
    /// Web addresses or titles of what was read; at least one.
    pub sources: Vec<Box<str>>,
    /// The day somebody last compared it with its source.
    pub checked: Date,
    /// Whether the source is weak or old: the text then asks the resident to check it first.
    pub confirm: bool,
}

/// The value of a fact, without any format.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum FactValue {
    /// E.164 (`+3225496700`), or a short number of three or four digits (`112`).
    Phone(Box<str>),
    /// A web address without `https://`; under [`SAME_IN_ALL`] where it is the same in all languages.
    Web(Localized<Box<str>>),
    Email(Box<str>),
    Number(i64),
    /// Cents of a euro.
    Price(u32),
    Hours(#[serde(with = "week_of_record")] WeekHours),
    Address(Address),
    /// Something to copy as it stands, such as the number of a judgment.
    Code(Box<str>),
    Date(Date),
}

/// A postal address in Brussels.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Address {
    pub street: Localized<Box<str>>,
    /// Nothing where only the street is known.
    pub number: Box<str>,
    pub postcode: Box<str>,
    pub town: Localized<Box<str>>,
}

/// A number to call when it cannot wait; shown first on the page of people.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Urgent {
    pub id: Box<str>,
    /// When to call it: "Fire, accident, someone in danger".
    pub name: Localized<Box<str>>,
    /// A fact of the kind `Phone`.
    pub number: Fact,
    /// The service that says more: when to call it, and what to say.
    pub guide: Option<ServiceId>,
}

/// What stands of a service in a list: enough to choose it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Summary {
    pub title: Localized<Box<str>>,
    pub purpose: Localized<Paragraph>,
    /// The facts in `purpose`.
    pub facts: Vec<Fact>,
}

impl Summary {
    /// That of a service.
    pub(in crate::content) fn of(service: &Service) -> Summary {
        let texts = &service.texts.0;
        let title = texts.iter().map(|(lang, text)| (*lang, text.title.clone())).collect();
        let mut facts: Vec<Fact> = Vec::new();
        let mut purpose: Vec<(Lang, Paragraph)> =
            texts.iter().map(|(lang, text)| (*lang, text.purpose.clone())).collect();
        for piece in purpose.iter_mut().flat_map(|(_, paragraph)| &mut paragraph.0) {
            if let Inline::Fact(index) = piece
                && let Some(fact) = service.facts.get(index.get())
            {
                let known = facts.iter().position(|known| known.id == fact.id);
                let at = known.unwrap_or_else(|| {
                    facts.push(fact.clone());
                    facts.len() - 1
                });
                *index = FactIndex(at as u32);
            }
        }
        Summary { title: Localized(title), purpose: Localized(purpose), facts }
    }
}

/// The names under which a service is counted.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Outline {
    pub id: Box<str>,
    /// The ids of its steps, in their order.
    pub steps: Vec<Box<str>>,
}

impl Outline {
    /// Those of a service.
    pub fn of(service: &Service) -> Outline {
        // The steps have the same ids in all languages.
        let texts = service.texts.0.first();
        let steps = texts.into_iter().flat_map(|(_, text)| text.steps.iter().map(|step| step.id.clone())).collect();
        Outline { id: service.id.clone(), steps }
    }
}

/// What a service says in one language.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ServiceText {
    pub title: Box<str>,
    /// What it is for, in one sentence.
    pub purpose: Paragraph,
    pub steps: Vec<Section>,
    /// "I have no smartphone": where people get stuck.
    pub stuck: Vec<Section>,
}

/// A step or a stuck section: one screen.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Section {
    pub id: Box<str>,
    pub title: Box<str>,
    pub blocks: Vec<Block>,
}

/// A block of a section.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Block {
    Para(Paragraph),
    List {
        ordered: bool,
        items: Vec<Paragraph>,
    },
    Call {
        kind: CallKind,
        #[serde(deserialize_with = "read_flat")]
        blocks: Vec<Block>,
    },
}

/// Call-outs hold no call-outs. The bytes of a damaged record could say so, one in the other without an end.
fn read_flat<'de, D: Deserializer<'de>>(record: D) -> Result<Vec<Block>, D::Error> {
    #[derive(Deserialize)]
    enum Flat {
        Para(Paragraph),
        List { ordered: bool, items: Vec<Paragraph> },
    }
    let block = |flat| match flat {
        Flat::Para(paragraph) => Block::Para(paragraph),
        Flat::List { ordered, items } => Block::List { ordered, items },
    };
    Ok(Vec::deserialize(record)?.into_iter().map(block).collect())
}

/// What a call-out is for: `> [!WARNING]` or `> [!TIP]`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum CallKind {
    Warning,
    Tip,
}

/// A paragraph, an item or a line: inline pieces in reading order.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
pub struct Paragraph(pub Vec<Inline>);

/// A piece of a paragraph.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Inline {
    Text(Box<str>),
    Strong(Box<str>),
    /// A word that the glossary explains.
    Term {
        term: TermId,
        text: Box<str>,
    },
    /// A fact of the same service.
    Fact(FactIndex),
    /// Words in another language, to be said as they stand: `[sans internet](lang:fr)`.
    Foreign {
        lang: Lang,
        text: Box<str>,
    },
}
