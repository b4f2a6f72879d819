//! Puts the sound items together: final ids, back references, and no reference to what was left out.

use crate::base::{CommuneId, EventId, FinderId, ServiceId, TermId, TopicId};
use crate::content::Library;
use crate::content::code_words::CodeWords;
use crate::content::library::{Items, PassWords};
use crate::content::model::{
    Activity, Answer, Block, Commune, Exercise, ExerciseKind, Finder, Gym, Inline, Lesson, LifeEvent, Localized,
    Paragraph, Place, Room, Service, Term, Topic, Urgent,
};
use crate::content::pack::Label;

/// All items as they were read: nothing where one has errors. References are places in these lists.
pub(super) struct Parts {
    pub topics: Vec<Option<Topic>>,
    pub events: Vec<Option<LifeEvent>>,
    pub services: Vec<Option<Service>>,
    /// The topics that each service names.
    pub named: Vec<Vec<TopicId>>,
    pub terms: Vec<Option<Term>>,
    pub finders: Vec<Option<Finder>>,
    pub lessons: Vec<Option<Lesson>>,
    pub rooms: Vec<Option<Room>>,
    pub label: Option<Label>,
    pub gym: Gym,
    pub activities: Vec<Activity>,
    pub pass_words: PassWords,
    pub code_words: CodeWords,
    pub urgent: Vec<Urgent>,
    pub communes: Vec<Option<Commune>>,
    pub places: Vec<Option<Place>>,
}

/// The new place of each item of a list, or nothing where it is left out.
struct Moves(Vec<Option<u32>>);

impl Moves {
    fn of<T>(items: &[Option<T>]) -> Moves {
        let mut next = 0..;
        Moves(items.iter().map(|item| item.as_ref().and_then(|_| next.next())).collect())
    }

    fn of_order(order: &[usize], len: usize) -> Moves {
        let mut moves = vec![None; len];
        for (new, old) in (0..).zip(order) {
            moves[*old] = Some(new);
        }
        Moves(moves)
    }

    fn get(&self, old: usize) -> Option<u32> {
        self.0.get(old).copied().flatten()
    }
}

/// Where the references of items lead once the items that are not sound have gone.
struct Moved {
    services: Moves,
    topics: Moves,
    terms: Moves,
}

/// Makes a library of the items that are sound.
pub(super) fn link(mut parts: Parts) -> Library {
    let services = Moves::of(&parts.services);
    settle_events(&mut parts, &services);
    for urgent in &mut parts.urgent {
        urgent.guide = urgent.guide.and_then(|id| services.get(id.index())).map(ServiceId::handed_out);
    }
    drop_empty_topics(&mut parts);
    let topics = Moves::of(&parts.topics);
    let (kept_terms, terms) = sorted_terms(parts.terms);
    let moved = Moved { services, topics, terms };
    let kept: Vec<Topic> = parts.topics.into_iter().flatten().collect();
    let (communes, places) = placed(parts.communes, parts.places);
    let mut library = Items {
        label: parts.label,
        members: vec![Vec::new(); kept.len()],
        topics: kept,
        events: parts.events.into_iter().flatten().collect(),
        services: Vec::new(),
        terms: kept_terms,
        finders: parts.finders.into_iter().flatten().collect(),
        lessons: parts.lessons.into_iter().flatten().collect(),
        rooms: parts.rooms.into_iter().flatten().collect(),
        gym: parts.gym,
        activities: parts.activities,
        pass_words: parts.pass_words,
        code_words: parts.code_words,
        urgent: parts.urgent,
        communes,
        places,
    };
    move_references(&mut library, &moved);
    add_services(&mut library, parts.services.into_iter().zip(parts.named), &moved);
    add_to_topics(&mut library, &moved.topics);
    Library::of(library)
}

/// Leads life events to what is kept, and leaves out those without a topic or a service.
fn settle_events(parts: &mut Parts, services: &Moves) {
    let finders = Moves::of(&parts.finders);
    for event in parts.events.iter_mut() {
        if let Some(found) = event {
            keep_services(&mut found.services, services);
            found.finder = found.finder.and_then(|id| finders.get(id.index())).map(FinderId::handed_out);
            let homeless = parts.topics.get(found.topic.index()).is_none_or(Option::is_none);
            if homeless || found.services.is_empty() {
                *event = None;
            }
        }
    }
}

/// Leads what the items name to where it went; what has gone is named no more. Services are not in the library yet.
fn move_references(library: &mut Items, Moved { services, topics, terms }: &Moved) {
    library.places.iter_mut().for_each(|place| each(&mut place.note, &mut |note| move_terms(note, terms)));
    for finder in &mut library.finders {
        finder.ends.iter_mut().for_each(|end| keep_services(&mut end.services, services));
        every_paragraph_of(finder, &mut |paragraph| move_terms(paragraph, terms));
    }
    for lesson in &mut library.lessons {
        keep_services(&mut lesson.related, services);
        keep_topics(&mut lesson.topics, topics);
        every_paragraph_of_lesson(lesson, &mut |paragraph| move_terms(paragraph, terms));
    }
    for room in &mut library.rooms {
        keep_services(&mut room.related, services);
        keep_topics(&mut room.topics, topics);
        every_paragraph_of_room(room, &mut |paragraph| move_terms(paragraph, terms));
    }
    keep_services(&mut library.gym.help, services);
    keep_topics(&mut library.gym.topics, topics);
    for message in &mut library.gym.messages {
        each_of_exercise(message, &mut |paragraph| move_terms(paragraph, terms));
    }
    for term in &mut library.terms {
        each(&mut term.explanation, &mut |paragraph| move_terms(paragraph, terms));
    }
}

/// Adds the services, each to the topics that it names.
fn add_services(library: &mut Items, services: impl Iterator<Item = (Option<Service>, Vec<TopicId>)>, moved: &Moved) {
    for (service, named) in services {
        let Some(mut service) = service else { continue };
        let id = ServiceId::handed_out(library.services.len() as u32);
        keep_services(&mut service.related, &moved.services);
        settle(&mut service, &moved.terms);
        for topic in named.iter().filter_map(|topic| moved.topics.get(topic.index())) {
            let members = &mut library.members[topic as usize];
            if members.last() != Some(&id) {
                members.push(id);
            }
        }
        library.services.push(service);
    }
}

/// Adds each life event to its topic.
fn add_to_topics(library: &mut Items, topics: &Moves) {
    for (index, event) in (0..).zip(&mut library.events) {
        // A topic of an event that is kept is kept as well: see `drop_empty_topics`.
        if let Some(topic) = topics.get(event.topic.index()) {
            event.topic = TopicId::handed_out(topic);
            library.topics[topic as usize].events.push(EventId::handed_out(index));
        }
    }
}

/// The sound communes and the sound places in them.
fn placed(communes: Vec<Option<Commune>>, places: Vec<Option<Place>>) -> (Vec<Commune>, Vec<Place>) {
    let moves = Moves::of(&communes);
    let moved = |id: CommuneId| moves.get(id.index()).map(CommuneId::handed_out);
    let mut communes: Vec<Commune> = communes.into_iter().flatten().collect();
    for commune in &mut communes {
        commune.neighbours = commune.neighbours.iter().copied().filter_map(moved).collect();
    }
    let place = |place: Place| match place.commune {
        Some(id) => Some(Place { commune: Some(moved(id)?), ..place }),
        None => Some(place),
    };
    (communes, places.into_iter().flatten().filter_map(place).collect())
}

fn keep_services(ids: &mut Vec<ServiceId>, moves: &Moves) {
    *ids = ids.iter().filter_map(|id| moves.get(id.index())).map(ServiceId::handed_out).collect();
}

fn keep_topics(ids: &mut Vec<TopicId>, moves: &Moves) {
    *ids = ids.iter().filter_map(|id| moves.get(id.index())).map(TopicId::handed_out).collect();
}

/// Leaves out topics to which no sound service and no event belongs: they would lead nowhere.
fn drop_empty_topics(parts: &mut Parts) {
    let mut filled = vec![false; parts.topics.len()];
    let named = parts.services.iter().zip(&parts.named).filter(|(service, _)| service.is_some());
    let by_service = named.flat_map(|(_, topics)| topics.iter().copied());
    let by_event = parts.events.iter().flatten().map(|event| event.topic);
    for topic in by_service.chain(by_event) {
        if let Some(filled) = filled.get_mut(topic.index()) {
            *filled = true;
        }
    }
    for (topic, _) in parts.topics.iter_mut().zip(filled).filter(|(_, filled)| !filled) {
        *topic = None;
    }
}

/// The terms by id, and where each of them went.
fn sorted_terms(terms: Vec<Option<Term>>) -> (Vec<Term>, Moves) {
    let len = terms.len();
    let mut kept: Vec<(usize, Term)> =
        terms.into_iter().enumerate().filter_map(|(old, term)| Some((old, term?))).collect();
    kept.sort_by(|(_, one), (_, other)| one.id.cmp(&other.id));
    let (order, terms): (Vec<usize>, Vec<Term>) = kept.into_iter().unzip();
    (terms, Moves::of_order(&order, len))
}

/// Gives the terms of a service their final ids and lists each of them once.
fn settle(service: &mut Service, moves: &Moves) {
    let mut terms: Vec<TermId> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    every_paragraph(service, &mut |paragraph| {
        move_terms(paragraph, moves);
        for piece in &paragraph.0 {
            if let Inline::Term { term, .. } = piece
                && seen.insert(*term)
            {
                terms.push(*term);
            }
        }
    });
    service.terms = terms;
}

/// Calls `act` for each paragraph of a service, in the order in which a resident meets them.
pub(in crate::content) fn every_paragraph(service: &mut Service, act: &mut impl FnMut(&mut Paragraph)) {
    for (_, text) in &mut service.texts.0 {
        act(&mut text.purpose);
    }
    for before in &mut service.before {
        each(&mut before.text, act);
    }
    for route in &mut service.routes {
        each(&mut route.text, act);
    }
    each(&mut service.cost, act);
    each(&mut service.run_by, act);
    for (_, text) in &mut service.texts.0 {
        for section in text.steps.iter_mut().chain(&mut text.stuck) {
            each_block(&mut section.blocks, act);
        }
    }
}

/// The same for a finder.
pub(in crate::content) fn every_paragraph_of(finder: &mut Finder, act: &mut impl FnMut(&mut Paragraph)) {
    finder.questions.iter_mut().for_each(|question| each(&mut question.hint, act));
    finder.ends.iter_mut().for_each(|end| each(&mut end.why, act));
}

/// The same for a lesson.
pub(in crate::content) fn every_paragraph_of_lesson(lesson: &mut Lesson, act: &mut impl FnMut(&mut Paragraph)) {
    for (_, text) in &mut lesson.texts.0 {
        act(&mut text.purpose);
        text.cards.iter_mut().for_each(|card| each_block(&mut card.blocks, act));
    }
    lesson.exercises.iter_mut().for_each(|exercise| each_of_exercise(exercise, act));
    for question in lesson.questions.iter_mut().flat_map(|pair| [&mut pair.before, &mut pair.after]) {
        each(&mut question.task, act);
        each_answer(&mut question.answers, act);
    }
}

/// The same for a room.
pub(in crate::content) fn every_paragraph_of_room(room: &mut Room, act: &mut impl FnMut(&mut Paragraph)) {
    each(&mut room.purpose, act);
    each(&mut room.goal, act);
    for scene in &mut room.scenes {
        each(&mut scene.tells, act);
        let buttons = scene.devices.iter_mut().flat_map(|device| &mut device.buttons);
        buttons.for_each(|button| each(&mut button.mistake, act));
    }
    room.learned.iter_mut().for_each(|said| each(said, act));
}

fn each_of_exercise(exercise: &mut Exercise, act: &mut impl FnMut(&mut Paragraph)) {
    for said in [&mut exercise.task, &mut exercise.hint, &mut exercise.why] {
        each(said, act);
    }
    match &mut exercise.kind {
        ExerciseKind::ChooseOne(answers) | ExerciseKind::ChooseSeveral(answers) | ExerciseKind::Order(answers) => {
            each_answer(answers, act);
        }
        ExerciseKind::Match(pairs) => pairs.iter_mut().for_each(|pair| each(&mut pair.because, act)),
        ExerciseKind::Type(texts) => texts.iter_mut().for_each(|text| each(&mut text.because, act)),
        ExerciseKind::Keys(presses) => presses.iter_mut().for_each(|press| each(&mut press.text, act)),
        ExerciseKind::Pointer(moves) => moves.iter_mut().for_each(|one| each(&mut one.text, act)),
        ExerciseKind::Spot(fake) | ExerciseKind::RealOrFalse(fake) => {
            fake.pieces.iter_mut().for_each(|piece| each(&mut piece.because, act))
        }
        ExerciseKind::Form(fields) => fields.iter_mut().for_each(|field| each(&mut field.because, act)),
        ExerciseKind::PassPhrase => {}
    }
}

fn each_answer(answers: &mut [Answer], act: &mut impl FnMut(&mut Paragraph)) {
    for answer in answers {
        each(&mut answer.text, act);
        each(&mut answer.because, act);
    }
}

pub(in crate::content) fn each(said: &mut Localized<Paragraph>, act: &mut impl FnMut(&mut Paragraph)) {
    for (_, paragraph) in &mut said.0 {
        act(paragraph);
    }
}

fn each_block(blocks: &mut [Block], act: &mut impl FnMut(&mut Paragraph)) {
    for block in blocks {
        match block {
            Block::Para(paragraph) => act(paragraph),
            Block::List { items, .. } => items.iter_mut().for_each(&mut *act),
            Block::Call { blocks, .. } => {
                // Call-outs hold no call-outs, so this goes one level down at most.
                each_block(blocks, act);
            }
        }
    }
}

fn move_terms(paragraph: &mut Paragraph, moves: &Moves) {
    for piece in &mut paragraph.0 {
        if let Inline::Term { term, text } = piece {
            match moves.get(term.index()) {
                Some(new) => *term = TermId::handed_out(new),
                None => *piece = Inline::Text(std::mem::take(text)),
            }
        }
    }
}
