//! All content of a kiosk, whether it was read from a folder or stands in a pack.
//!
//! A [`Library`] is a read-only snapshot, and the only one who hands out ids. It is a handle: cloning it copies nothing,
//! and threads may share it. Reading is total: what cannot be read is not there, and [`Library::is_damaged`] says so.

mod amended;
mod folder;

use std::sync::Arc;

pub(in crate::content) use self::folder::Items;
use super::model::{
    Commune, Finder, InList, ItemId, LifeEvent, Outline, PART, Place, Service, Summary, Term, Topic, Urgent,
};
use super::search::Index;
use crate::base::{CommuneId, EventId, FinderId, PlaceId, ServiceId, TermId, TopicId};

/// All content of a kiosk. The default one is empty.
#[derive(Clone)]
pub struct Library(Arc<dyn Shelf>);

/// Where a library takes its items from: a folder that was read as a whole, or a pack that is read piece by piece.
pub(in crate::content) trait Shelf: Send + Sync {
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
    fn commune(&self, id: CommuneId) -> Option<Arc<Commune>>;
    fn place(&self, id: PlaceId) -> Option<Arc<Place>>;
    fn helpers(&self) -> Arc<Vec<InList>>;
    fn outlines(&self, show: &mut dyn FnMut(Outline));
    fn find(&self, name: &str) -> Option<ItemId>;
    /// What the search keeps in memory: made or read when it is first asked for.
    fn search_index(&self) -> Arc<Index>;
    /// A sheet of mentions of the words of a language.
    fn search_sheet(&self, lexicon: usize, sheet: u32) -> Option<Arc<Vec<u8>>>;
}

/// How many items of each kind there are.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, serde::Serialize, serde::Deserialize)]
pub struct Numbers {
    pub topics: u32,
    pub events: u32,
    pub services: u32,
    pub terms: u32,
    pub finders: u32,
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
        Library(Arc::new(folder::Folder::of(items)))
    }

    /// The library that a shelf holds.
    pub(in crate::content) fn on(shelf: impl Shelf + 'static) -> Library {
        Library(Arc::new(shelf))
    }

    /// The shelf itself.
    pub(in crate::content) fn shelf(&self) -> &dyn Shelf {
        &*self.0
    }

    /// Whether the other one is a handle to the same shelf.
    pub fn is_same(&self, other: &Library) -> bool {
        std::ptr::addr_eq(Arc::as_ptr(&self.0), Arc::as_ptr(&other.0))
    }

    /// How many items of each kind there are.
    pub fn numbers(&self) -> Numbers {
        self.0.numbers()
    }

    /// Whether something could not be read since the library was opened.
    pub fn is_damaged(&self) -> bool {
        self.0.is_damaged()
    }

    /// The urgent numbers, in the order of the author.
    pub fn urgent(&self) -> Arc<Vec<Urgent>> {
        self.0.urgent()
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

    /// The ids of all communes, in the order of the author.
    pub fn commune_ids(&self) -> impl ExactSizeIterator<Item = CommuneId> + use<> {
        (0..self.numbers().communes).map(CommuneId::handed_out)
    }

    /// The ids of all places, those that residents do not see too.
    pub fn place_ids(&self) -> impl ExactSizeIterator<Item = PlaceId> + use<> {
        (0..self.numbers().places).map(PlaceId::handed_out)
    }

    /// A topic.
    pub fn topic(&self, id: TopicId) -> Option<Arc<Topic>> {
        self.0.topic(id)
    }

    /// The services that name a topic: the part with this number, from 0, of at most [`PART`] of them.
    pub fn services_of(&self, topic: TopicId, part: u16) -> Arc<Vec<ServiceId>> {
        self.0.services_of(topic, part).unwrap_or_default()
    }

    /// A life event.
    pub fn event(&self, id: EventId) -> Option<Arc<LifeEvent>> {
        self.0.event(id)
    }

    /// A service, with everything that it says.
    pub fn service(&self, id: ServiceId) -> Option<Arc<Service>> {
        self.0.service(id)
    }

    /// What stands of a service in a list.
    pub fn summary(&self, id: ServiceId) -> Option<Arc<Summary>> {
        self.0.summary(id)
    }

    /// A word of the glossary.
    pub fn term(&self, id: TermId) -> Option<Arc<Term>> {
        self.0.term(id)
    }

    /// A finder.
    pub fn finder(&self, id: FinderId) -> Option<Arc<Finder>> {
        self.0.finder(id)
    }

    /// A commune.
    pub fn commune(&self, id: CommuneId) -> Option<Arc<Commune>> {
        self.0.commune(id)
    }

    /// A place.
    pub fn place(&self, id: PlaceId) -> Option<Arc<Place>> {
        self.0.place(id)
    }

    /// The places that residents see, by the order of their ids.
    pub fn helpers(&self) -> Arc<Vec<InList>> {
        self.0.helpers()
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
        Library::on(amended::Amended::of(self.0.clone(), places))
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

    /// Shows the names under which each service is counted, without reading what it says.
    pub fn outlines(&self, show: &mut dyn FnMut(Outline)) {
        self.0.outlines(show);
    }

    /// What a name of a topic, life event, service, term, finder, commune or place stands for.
    pub fn find(&self, name: &str) -> Option<ItemId> {
        self.0.find(name)
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
