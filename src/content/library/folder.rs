//! A folder that was read as a whole.

use std::sync::{Arc, OnceLock};

use super::{CodeWords, Numbers, PassWords, Shelf};
use crate::base::{CommuneId, EventId, FinderId, LessonId, PlaceId, RoomId, ServiceId, TermId, TopicId};
use crate::content::model::{
    Activity, Commune, Finder, Gym, InList, ItemId, Lesson, LifeEvent, Outline, PART, Place, Room, Service, Summary,
    Term, Topic, Urgent,
};
use crate::content::pack::Label;
use crate::content::search::{self, Built, Index, Indexed};

/// The items of a folder, each list in the order of its ids.
#[derive(Default)]
pub(in crate::content) struct Items {
    pub label: Option<Label>,
    pub topics: Vec<Topic>,
    /// The services of each topic.
    pub members: Vec<Vec<ServiceId>>,
    pub events: Vec<LifeEvent>,
    pub services: Vec<Service>,
    pub terms: Vec<Term>,
    pub finders: Vec<Finder>,
    pub lessons: Vec<Lesson>,
    pub rooms: Vec<Room>,
    pub gym: Gym,
    pub activities: Vec<Activity>,
    pub pass_words: PassWords,
    pub code_words: CodeWords,
    pub urgent: Vec<Urgent>,
    pub communes: Vec<Commune>,
    pub places: Vec<Place>,
}

/// The same, to be handed out.
pub(super) struct Folder {
    label: Option<Label>,
    topics: Vec<Arc<Topic>>,
    /// The services of each topic, in parts.
    members: Vec<Vec<Arc<Vec<ServiceId>>>>,
    events: Vec<Arc<LifeEvent>>,
    services: Vec<Arc<Service>>,
    summaries: Vec<Arc<Summary>>,
    terms: Vec<Arc<Term>>,
    finders: Vec<Arc<Finder>>,
    lessons: Vec<Arc<Lesson>>,
    rooms: Vec<Arc<Room>>,
    gym: Arc<Gym>,
    activities: Arc<Vec<Activity>>,
    pass_words: Arc<PassWords>,
    code_words: Arc<CodeWords>,
    urgent: Arc<Vec<Urgent>>,
    communes: Vec<Arc<Commune>>,
    places: Vec<Arc<Place>>,
    helpers: Arc<Vec<InList>>,
    /// Its index, made at the first search.
    search: OnceLock<Built>,
}

impl Folder {
    pub(super) fn of(mut items: Items) -> Folder {
        for (topic, members) in items.topics.iter_mut().zip(&items.members) {
            topic.services = members.len() as u32;
        }
        let parts = |members: &Vec<ServiceId>| members.chunks(PART).map(|part| Arc::new(part.to_vec())).collect();
        Folder {
            label: items.label,
            topics: items.topics.into_iter().map(Arc::new).collect(),
            members: items.members.iter().map(parts).collect(),
            events: items.events.into_iter().map(Arc::new).collect(),
            summaries: items.services.iter().map(|service| Arc::new(Summary::of(service))).collect(),
            services: items.services.into_iter().map(Arc::new).collect(),
            terms: items.terms.into_iter().map(Arc::new).collect(),
            finders: items.finders.into_iter().map(Arc::new).collect(),
            lessons: items.lessons.into_iter().map(Arc::new).collect(),
            rooms: items.rooms.into_iter().map(Arc::new).collect(),
            gym: Arc::new(items.gym),
            activities: Arc::new(items.activities),
            pass_words: Arc::new(items.pass_words),
            code_words: Arc::new(items.code_words),
            urgent: Arc::new(items.urgent),
            search: OnceLock::new(),
            communes: items.communes.into_iter().map(Arc::new).collect(),
            helpers: Arc::new(helpers(items.places.iter())),
            places: items.places.into_iter().map(Arc::new).collect(),
        }
    }

    fn built(&self) -> &Built {
        self.search.get_or_init(|| search::build_guides(self))
    }
}

impl Shelf for Folder {
    fn label(&self) -> Option<Label> {
        self.label.clone()
    }

    fn numbers(&self) -> Numbers {
        Numbers {
            topics: self.topics.len() as u32,
            events: self.events.len() as u32,
            services: self.services.len() as u32,
            terms: self.terms.len() as u32,
            finders: self.finders.len() as u32,
            lessons: self.lessons.len() as u32,
            rooms: self.rooms.len() as u32,
            communes: self.communes.len() as u32,
            places: self.places.len() as u32,
        }
    }

    fn is_damaged(&self) -> bool {
        false
    }

    fn urgent(&self) -> Arc<Vec<Urgent>> {
        self.urgent.clone()
    }

    fn topic(&self, id: TopicId) -> Option<Arc<Topic>> {
        self.topics.get(id.index()).cloned()
    }

    fn services_of(&self, topic: TopicId, part: u16) -> Option<Arc<Vec<ServiceId>>> {
        self.members.get(topic.index())?.get(usize::from(part)).cloned()
    }

    fn event(&self, id: EventId) -> Option<Arc<LifeEvent>> {
        self.events.get(id.index()).cloned()
    }

    fn service(&self, id: ServiceId) -> Option<Arc<Service>> {
        self.services.get(id.index()).cloned()
    }

    fn summary(&self, id: ServiceId) -> Option<Arc<Summary>> {
        self.summaries.get(id.index()).cloned()
    }

    fn term(&self, id: TermId) -> Option<Arc<Term>> {
        self.terms.get(id.index()).cloned()
    }

    fn finder(&self, id: FinderId) -> Option<Arc<Finder>> {
        self.finders.get(id.index()).cloned()
    }

    fn lesson(&self, id: LessonId) -> Option<Arc<Lesson>> {
        self.lessons.get(id.index()).cloned()
    }

    fn room(&self, id: RoomId) -> Option<Arc<Room>> {
        self.rooms.get(id.index()).cloned()
    }

    fn gym(&self) -> Arc<Gym> {
        self.gym.clone()
    }

    fn activities(&self) -> Arc<Vec<Activity>> {
        self.activities.clone()
    }

    fn pass_words(&self) -> Arc<PassWords> {
        self.pass_words.clone()
    }

    fn code_words(&self) -> Arc<CodeWords> {
        self.code_words.clone()
    }

    fn commune(&self, id: CommuneId) -> Option<Arc<Commune>> {
        self.communes.get(id.index()).cloned()
    }

    fn place(&self, id: PlaceId) -> Option<Arc<Place>> {
        self.places.get(id.index()).cloned()
    }

    fn helpers(&self) -> Arc<Vec<InList>> {
        self.helpers.clone()
    }

    fn outlines(&self, show: &mut dyn FnMut(Outline)) {
        self.services.iter().for_each(|service| show(Outline::of(service)));
    }

    fn topic_names(&self) -> Vec<Box<str>> {
        self.topics.iter().map(|topic| topic.id.clone()).collect()
    }

    fn lesson_names(&self) -> Vec<Box<str>> {
        self.lessons.iter().map(|lesson| lesson.id.clone()).collect()
    }

    fn find(&self, name: &str) -> Option<ItemId> {
        fn place<T>(items: &[Arc<T>], is_it: impl Fn(&T) -> bool) -> Option<u32> {
            items.iter().position(|item| is_it(item)).map(|index| index as u32)
        }
        let service = || place(&self.services, |item| *item.id == *name);
        let topic = || place(&self.topics, |item| *item.id == *name);
        let event = || place(&self.events, |item| *item.id == *name);
        let term = || place(&self.terms, |item| *item.id == *name);
        let finder = || place(&self.finders, |item| *item.id == *name);
        let lesson = || place(&self.lessons, |item| *item.id == *name);
        let room = || place(&self.rooms, |item| *item.id == *name);
        let commune = || place(&self.communes, |item| *item.id == *name);
        let helper = || place(&self.places, |item| *item.id == *name);
        service()
            .map(|index| ItemId::Service(ServiceId::handed_out(index)))
            .or_else(|| topic().map(|index| ItemId::Topic(TopicId::handed_out(index))))
            .or_else(|| event().map(|index| ItemId::Event(EventId::handed_out(index))))
            .or_else(|| term().map(|index| ItemId::Term(TermId::handed_out(index))))
            .or_else(|| finder().map(|index| ItemId::Finder(FinderId::handed_out(index))))
            .or_else(|| lesson().map(|index| ItemId::Lesson(LessonId::handed_out(index))))
            .or_else(|| room().map(|index| ItemId::Room(RoomId::handed_out(index))))
            .or_else(|| commune().map(|index| ItemId::Commune(CommuneId::handed_out(index))))
            .or_else(|| helper().map(|index| ItemId::Place(PlaceId::handed_out(index))))
    }
}

impl Indexed for Folder {
    fn index(&self) -> Arc<Index> {
        self.built().index()
    }

    fn sheet(&self, lexicon: usize, sheet: u32) -> Option<Arc<Vec<u8>>> {
        self.built().sheet(lexicon, sheet)
    }
}

/// What stands of places in a list, without those that residents do not see.
pub(super) fn helpers<'p>(places: impl Iterator<Item = &'p Place>) -> Vec<InList> {
    let all = (0..).zip(places).filter(|(_, place)| place.is_shown());
    all.map(|(index, place)| place.in_list(PlaceId::handed_out(index))).collect()
}
