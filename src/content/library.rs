//! All content of a kiosk, whether it was read from a folder or stands in a pack.
//!
//! A [`Library`] is a read-only snapshot, and the only one who hands out ids. It is a handle: cloning it copies nothing,
//! and threads may share it. Reading is total: what cannot be read is not there, and [`Library::is_damaged`] says so.

mod amended;
mod folder;

use std::sync::{Arc, OnceLock};

pub(in crate::content) use self::folder::Items;
use super::code_words::CodeWords;
use super::model::{
    Activity, Commune, Finder, Gym, InList, ItemId, Lesson, LifeEvent, Localized, Outline, PART, Place, Room, Service,
    Summary, Term, Topic, Urgent,
};
use super::pack::Label;
use super::search::{self, Built, Indexed};
use crate::base::{CommuneId, EventId, FinderId, LessonId, PlaceId, RoomId, ServiceId, TermId, TopicId};

/// So many communes are looked at; there are nineteen. A damaged pack may claim any number.
pub(in crate::content) const COMMUNES_MAX: usize = 100;

/// All content of a kiosk. The default one is empty.
#[derive(Clone)]
pub struct Library {
    shelf: Arc<dyn Shelf>,
    /// The index of communes and places, made at the first search.
    places: Arc<OnceLock<Built>>,
}

/// Where a library takes its items from: a folder that was read as a whole, or a pack that is read piece by piece. Its index
/// is that of everything but communes and places.
pub(in crate::content) trait Shelf: Indexed + Send + Sync {
    fn label(&self) -> Option<Label>;
    fn numbers(&self) -> Numbers;
    fn is_damaged(&self) -> bool;
    fn urgent(&self) -> Arc<Vec<Urgent>>;
    fn topic(&self, id: TopicId) -> Option<Arc<Topic>>;
    fn services_of(&self, topic: TopicId, part: u16) -> Option<Arc<Vec<ServiceId>>>;
    fn event(&self, id: EventId) -> Option<Arc<LifeEvent>>;
    fn service(&self, id: ServiceId) -> Option<Arc<Service>>;
    fn summary(&self, id: ServiceId) -> Option<Arc<Summary>>;
    fn term(&self, id: TermId) -> Option<Arc<Term>>;
    fn finder(&self, id: FinderId) -> Option<Arc<Finder>>;
    fn lesson(&self, id: LessonId) -> Option<Arc<Lesson>>;
    fn room(&self, id: RoomId) -> Option<Arc<Room>>;
    fn gym(&self) -> Arc<Gym>;
    fn activities(&self) -> Arc<Vec<Activity>>;
    fn pass_words(&self) -> Arc<PassWords>;
    fn code_words(&self) -> Arc<CodeWords>;
    fn commune(&self, id: CommuneId) -> Option<Arc<Commune>>;
    fn place(&self, id: PlaceId) -> Option<Arc<Place>>;
    fn helpers(&self) -> Arc<Vec<InList>>;
    fn outlines(&self, show: &mut dyn FnMut(Outline));
    fn topic_names(&self) -> Vec<Box<str>>;
    fn lesson_names(&self) -> Vec<Box<str>>;
    fn find(&self, name: &str) -> Option<ItemId>;
}

/// Plain words of each language: the machine draws pass phrases from them.
pub type PassWords = Localized<Vec<Box<str>>>;

/// How many items of each kind there are.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, serde::Serialize, serde::Deserialize)]
pub struct Numbers {
    pub topics: u32,
    pub events: u32,
    pub services: u32,
    pub terms: u32,
    pub finders: u32,
    pub lessons: u32,
    pub rooms: u32,
    pub communes: u32,
    pub places: u32,
}

impl Default for Library {
    fn default() -> Library {
        Library::of(Items::default())
    }
}

impl Library {
    /// The library of a folder.
    pub(in crate::content) fn of(items: Items) -> Library {
        Library::on(folder::Folder::of(items))
    }

    /// The library that a shelf holds.
    pub(in crate::content) fn on(shelf: impl Shelf + 'static) -> Library {
        Library { shelf: Arc::new(shelf), places: Arc::default() }
    }

    /// The shelf itself.
    pub(in crate::content) fn shelf(&self) -> &dyn Shelf {
        &*self.shelf
    }

    /// The index of communes and places: those of staff are in it as well, whatever the shelf was built with.
    pub(in crate::content) fn places_index(&self) -> &Built {
        self.places.get_or_init(|| search::build_places(self.shelf()))
    }

    /// Whether the other one is a handle to the same shelf.
    pub fn is_same(&self, other: &Library) -> bool {
        std::ptr::addr_eq(Arc::as_ptr(&self.shelf), Arc::as_ptr(&other.shelf))
    }

    /// Its name and version; none where `pack.toml` says none.
    pub fn label(&self) -> Option<Label> {
        self.shelf.label()
    }

    /// How many items of each kind there are.
    pub fn numbers(&self) -> Numbers {
        self.shelf.numbers()
    }

    /// Whether something could not be read since the library was opened.
    pub fn is_damaged(&self) -> bool {
        self.shelf.is_damaged()
    }

    /// The urgent numbers, in the order of the author.
    pub fn urgent(&self) -> Arc<Vec<Urgent>> {
        self.shelf.urgent()
    }

    /// The ids of all topics, in the order of the home screen.
    pub fn topic_ids(&self) -> impl ExactSizeIterator<Item = TopicId> + use<> {
        (0..self.numbers().topics).map(TopicId::handed_out)
    }

    /// The ids of all life events, in the order of the home screen.
    pub fn event_ids(&self) -> impl ExactSizeIterator<Item = EventId> + use<> {
        (0..self.numbers().events).map(EventId::handed_out)
    }

    /// The ids of all services, in the order of their names.
    pub fn service_ids(&self) -> impl ExactSizeIterator<Item = ServiceId> + use<> {
        (0..self.numbers().services).map(ServiceId::handed_out)
    }

    /// The ids of all words, in the order of their names.
    pub fn term_ids(&self) -> impl ExactSizeIterator<Item = TermId> + use<> {
        (0..self.numbers().terms).map(TermId::handed_out)
    }

    /// The ids of all finders, in the order of their names.
    pub fn finder_ids(&self) -> impl ExactSizeIterator<Item = FinderId> + use<> {
        (0..self.numbers().finders).map(FinderId::handed_out)
    }

    /// The ids of all lessons, in the order of their names.
    pub fn lesson_ids(&self) -> impl ExactSizeIterator<Item = LessonId> + use<> {
        (0..self.numbers().lessons).map(LessonId::handed_out)
    }

    /// The ids of all rehearsal rooms, in the order of their names.
    pub fn room_ids(&self) -> impl ExactSizeIterator<Item = RoomId> + use<> {
        (0..self.numbers().rooms).map(RoomId::handed_out)
    }

    /// The ids of all communes, in the order of the author.
    pub fn commune_ids(&self) -> impl ExactSizeIterator<Item = CommuneId> + use<> {
        (0..self.numbers().communes).map(CommuneId::handed_out)
    }

    /// The ids of all places, those that residents do not see too.
    pub fn place_ids(&self) -> impl ExactSizeIterator<Item = PlaceId> + use<> {
        (0..self.numbers().places).map(PlaceId::handed_out)
    }

    pub fn topic(&self, id: TopicId) -> Option<Arc<Topic>> {
        self.shelf.topic(id)
    }

    /// The services that name a topic: the part with this number, from 0, of at most [`PART`] of them.
    pub fn services_of(&self, topic: TopicId, part: u16) -> Arc<Vec<ServiceId>> {
        self.shelf.services_of(topic, part).unwrap_or_default()
    }

    pub fn event(&self, id: EventId) -> Option<Arc<LifeEvent>> {
        self.shelf.event(id)
    }

    /// A service, with everything that it says.
    pub fn service(&self, id: ServiceId) -> Option<Arc<Service>> {
        self.shelf.service(id)
    }

    /// What stands of a service in a list.
    pub fn summary(&self, id: ServiceId) -> Option<Arc<Summary>> {
        self.shelf.summary(id)
    }

    /// A word of the glossary.
    pub fn term(&self, id: TermId) -> Option<Arc<Term>> {
        self.shelf.term(id)
    }

    pub fn finder(&self, id: FinderId) -> Option<Arc<Finder>> {
        self.shelf.finder(id)
    }

    pub fn lesson(&self, id: LessonId) -> Option<Arc<Lesson>> {
        self.shelf.lesson(id)
    }

    pub fn room(&self, id: RoomId) -> Option<Arc<Room>> {
        self.shelf.room(id)
    }

    /// The messages of the scam gym; nothing where the content has none.
    pub fn gym(&self) -> Arc<Gym> {
        self.shelf.gym()
    }

    /// What the check of digital skills asks about, area by area; nothing where the content has none.
    pub fn activities(&self) -> Arc<Vec<Activity>> {
        self.shelf.activities()
    }

    /// The words from which pass phrases are drawn; nothing where the content has none.
    pub fn pass_words(&self) -> Arc<PassWords> {
        self.shelf.pass_words()
    }

    /// The words of codes; nothing where the content has none.
    pub fn code_words(&self) -> Arc<CodeWords> {
        self.shelf.code_words()
    }

    pub fn commune(&self, id: CommuneId) -> Option<Arc<Commune>> {
        self.shelf.commune(id)
    }

    pub fn place(&self, id: PlaceId) -> Option<Arc<Place>> {
        self.shelf.place(id)
    }

    /// The places that residents see, by the order of their ids.
    pub fn helpers(&self) -> Arc<Vec<InList>> {
        self.shelf.helpers()
    }

    /// All communes that can be read.
    pub fn communes(&self) -> impl Iterator<Item = (CommuneId, Arc<Commune>)> {
        self.commune_ids().filter_map(|id| Some((id, self.commune(id)?)))
    }

    /// All places that can be read, those that residents do not see too.
    pub fn places(&self) -> impl Iterator<Item = (PlaceId, Arc<Place>)> {
        self.place_ids().filter_map(|id| Some((id, self.place(id)?)))
    }

    /// The same library with places that staff wrote: those of a known name in the place of what is known, all others
    /// after them.
    pub(in crate::content) fn amended(&self, places: Vec<Place>) -> Library {
        Library::on(amended::Amended::of(self.shelf.clone(), places))
    }

    /// All topics that can be read.
    pub fn topics(&self) -> impl Iterator<Item = (TopicId, Arc<Topic>)> {
        self.topic_ids().filter_map(|id| Some((id, self.topic(id)?)))
    }

    /// All services that can be read, one after the other.
    pub fn services(&self) -> impl Iterator<Item = (ServiceId, Arc<Service>)> {
        self.service_ids().filter_map(|id| Some((id, self.service(id)?)))
    }

    /// All words that can be read.
    pub fn terms(&self) -> impl Iterator<Item = (TermId, Arc<Term>)> {
        self.term_ids().filter_map(|id| Some((id, self.term(id)?)))
    }

    /// All finders that can be read.
    pub fn finders(&self) -> impl Iterator<Item = (FinderId, Arc<Finder>)> {
        self.finder_ids().filter_map(|id| Some((id, self.finder(id)?)))
    }

    /// All lessons that can be read.
    pub fn lessons(&self) -> impl Iterator<Item = (LessonId, Arc<Lesson>)> {
        self.lesson_ids().filter_map(|id| Some((id, self.lesson(id)?)))
    }

    /// All rehearsal rooms that can be read.
    pub fn rooms(&self) -> impl Iterator<Item = (RoomId, Arc<Room>)> {
        self.room_ids().filter_map(|id| Some((id, self.room(id)?)))
    }

    /// Shows the names under which each service is counted, without reading what it says.
    pub fn outlines(&self, show: &mut dyn FnMut(Outline)) {
        self.shelf.outlines(show);
    }

    /// The names of all topics, without reading what they say.
    pub fn topic_names(&self) -> Vec<Box<str>> {
        self.shelf.topic_names()
    }

    /// The names of all lessons, without reading what they say.
    pub fn lesson_names(&self) -> Vec<Box<str>> {
        self.shelf.lesson_names()
    }

    /// What a name of a topic, life event, service, term, finder, lesson, room, commune or place stands for.
    pub fn find(&self, name: &str) -> Option<ItemId> {
        self.shelf.find(name)
    }

    /// The name of an item, by which it is found.
    pub fn name_of(&self, item: ItemId) -> Option<Box<str>> {
        Some(match item {
            ItemId::Topic(id) => self.topic(id)?.id.clone(),
            ItemId::Event(id) => self.event(id)?.id.clone(),
            ItemId::Service(id) => self.service(id)?.id.clone(),
            ItemId::Term(id) => self.term(id)?.id.clone(),
            ItemId::Finder(id) => self.finder(id)?.id.clone(),
            ItemId::Lesson(id) => self.lesson(id)?.id.clone(),
            ItemId::Room(id) => self.room(id)?.id.clone(),
            ItemId::Commune(id) => self.commune(id)?.id.clone(),
            ItemId::Place(id) => self.place(id)?.id.clone(),
        })
    }

    /// What an item is called.
    pub fn title_of(&self, item: ItemId) -> Option<Localized<Box<str>>> {
        Some(match item {
            ItemId::Topic(id) => self.topic(id)?.name.clone(),
            ItemId::Event(id) => self.event(id)?.name.clone(),
            ItemId::Service(id) => self.summary(id)?.title.clone(),
            ItemId::Term(id) => self.term(id)?.headword.clone(),
            ItemId::Finder(id) => self.finder(id)?.title.clone(),
            ItemId::Lesson(id) => self.lesson(id)?.title(),
            ItemId::Room(id) => self.room(id)?.title.clone(),
            ItemId::Commune(id) => self.commune(id)?.name.clone(),
            ItemId::Place(id) => self.place(id)?.name.clone(),
        })
    }

    /// The services that name a topic, part by part.
    pub(in crate::content) fn parts_of(&self, id: TopicId, topic: &Topic) -> impl Iterator<Item = Arc<Vec<ServiceId>>> {
        (0..topic.services.div_ceil(PART as u32)).map(move |part| self.services_of(id, part as u16))
    }
}

/// Two libraries are equal where they say the same; one may be a folder and the other its pack.
impl PartialEq for Library {
    fn eq(&self, other: &Library) -> bool {
        let members = |library: &Library| -> Vec<Arc<Vec<ServiceId>>> {
            library.topics().flat_map(|(id, topic)| library.parts_of(id, &topic).collect::<Vec<_>>()).collect()
        };
        self.urgent() == other.urgent()
            && self.topics().eq(other.topics())
            && members(self) == members(other)
            && self.event_ids().map(|id| self.event(id)).eq(other.event_ids().map(|id| other.event(id)))
            && self.services().eq(other.services())
            && self.service_ids().map(|id| self.summary(id)).eq(other.service_ids().map(|id| other.summary(id)))
            && self.terms().eq(other.terms())
            && self.finders().eq(other.finders())
            && self.lessons().eq(other.lessons())
            && self.rooms().eq(other.rooms())
            && self.gym() == other.gym()
            && self.activities() == other.activities()
            && self.pass_words() == other.pass_words()
            && self.code_words() == other.code_words()
            && self.communes().eq(other.communes())
            && self.places().eq(other.places())
            && self.helpers() == other.helpers()
    }
}

impl std::fmt::Debug for Library {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Library").field(&self.numbers()).finish()
    }
}
