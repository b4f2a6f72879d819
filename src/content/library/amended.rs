//! A library with what staff know of places on top of it: their words stay when a new pack comes.

use std::sync::Arc;

use super::{CodeWords, Numbers, PassWords, Shelf};
use crate::base::{CommuneId, EventId, FinderId, LessonId, PlaceId, RoomId, ServiceId, TermId, TopicId};
use crate::content::model::{
    Activity, Commune, Finder, Gym, InList, ItemId, Lesson, LifeEvent, Outline, Place, Room, Service, Summary, Term,
    Topic, Urgent,
};
use crate::content::pack::Label;
use crate::content::search::{Index, Indexed};

/// A shelf, and places over and behind those on it.
pub(super) struct Amended {
    below: Arc<dyn Shelf>,
    /// Those of a known name, and those after the last one of the shelf.
    places: Vec<(PlaceId, Arc<Place>)>,
    helpers: Arc<Vec<InList>>,
}

impl Amended {
    /// Puts places on a shelf.
    pub fn of(below: Arc<dyn Shelf>, places: Vec<Place>) -> Amended {
        let mut next = (below.numbers().places..).map(PlaceId::handed_out);
        let known = |place: &Place| match below.find(&place.id) {
            Some(ItemId::Place(id)) => Some(id),
            _ => None,
        };
        let places = places.into_iter();
        let places: Vec<(PlaceId, Arc<Place>)> =
            places.filter_map(|place| Some((known(&place).or_else(|| next.next())?, Arc::new(place)))).collect();
        let mut helpers = below.helpers().to_vec();
        helpers.retain(|helper| !places.iter().any(|(id, _)| *id == helper.id));
        helpers.extend(places.iter().filter(|(_, place)| place.is_shown()).map(|(id, place)| place.in_list(*id)));
        helpers.sort_by_key(|helper| helper.id);
        Amended { below, places, helpers: Arc::new(helpers) }
    }

    fn added(&self) -> usize {
        let first = self.below.numbers().places as usize;
        self.places.iter().filter(|(id, _)| id.index() >= first).count()
    }
}

impl Shelf for Amended {
    fn label(&self) -> Option<Label> {
        self.below.label()
    }

    fn numbers(&self) -> Numbers {
        let numbers = self.below.numbers();
        Numbers { places: numbers.places + self.added() as u32, ..numbers }
    }

    fn place(&self, id: PlaceId) -> Option<Arc<Place>> {
        let ours = self.places.iter().find(|(ours, _)| *ours == id);
        ours.map(|(_, place)| place.clone()).or_else(|| self.below.place(id))
    }

    fn helpers(&self) -> Arc<Vec<InList>> {
        self.helpers.clone()
    }

    fn find(&self, name: &str) -> Option<ItemId> {
        let ours = self.places.iter().find(|(_, place)| *place.id == *name);
        ours.map(|(id, _)| ItemId::Place(*id)).or_else(|| self.below.find(name))
    }

    fn is_damaged(&self) -> bool {
        self.below.is_damaged()
    }

    fn urgent(&self) -> Arc<Vec<Urgent>> {
        self.below.urgent()
    }

    fn topic(&self, id: TopicId) -> Option<Arc<Topic>> {
        self.below.topic(id)
    }

    fn services_of(&self, topic: TopicId, part: u16) -> Option<Arc<Vec<ServiceId>>> {
        self.below.services_of(topic, part)
    }

    fn event(&self, id: EventId) -> Option<Arc<LifeEvent>> {
        self.below.event(id)
    }

    fn service(&self, id: ServiceId) -> Option<Arc<Service>> {
        self.below.service(id)
    }

    fn summary(&self, id: ServiceId) -> Option<Arc<Summary>> {
        self.below.summary(id)
    }

    fn term(&self, id: TermId) -> Option<Arc<Term>> {
        self.below.term(id)
    }

    fn finder(&self, id: FinderId) -> Option<Arc<Finder>> {
        self.below.finder(id)
    }

    fn lesson(&self, id: LessonId) -> Option<Arc<Lesson>> {
        self.below.lesson(id)
    }

    fn room(&self, id: RoomId) -> Option<Arc<Room>> {
        self.below.room(id)
    }

    fn gym(&self) -> Arc<Gym> {
        self.below.gym()
    }

    fn activities(&self) -> Arc<Vec<Activity>> {
        self.below.activities()
    }

    fn pass_words(&self) -> Arc<PassWords> {
        self.below.pass_words()
    }

    fn code_words(&self) -> Arc<CodeWords> {
        self.below.code_words()
    }

    fn commune(&self, id: CommuneId) -> Option<Arc<Commune>> {
        self.below.commune(id)
    }

    fn outlines(&self, show: &mut dyn FnMut(Outline)) {
        self.below.outlines(show);
    }

    fn topic_names(&self) -> Vec<Box<str>> {
        self.below.topic_names()
    }

    fn lesson_names(&self) -> Vec<Box<str>> {
        self.below.lesson_names()
    }
}

impl Indexed for Amended {
    fn index(&self) -> Arc<Index> {
        self.below.index()
    }

    fn sheet(&self, lexicon: usize, sheet: u32) -> Option<Arc<Vec<u8>>> {
        self.below.sheet(lexicon, sheet)
    }
}
