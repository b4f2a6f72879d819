//! The numbers that stand for items in an index.

use crate::base::{CommuneId, EventId, FinderId, LessonId, PlaceId, RoomId, ServiceId, TermId, TopicId};
use crate::content::library::Numbers;
use crate::content::model::ItemId;

/// The numbers of items, kind after kind: services, finders, words, topics, life events, lessons, rooms, communes,
/// places. Whoever adds a place leaves all other numbers as they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Numbering {
    counts: [u32; 9],
}

impl Numbering {
    pub(super) fn of(numbers: Numbers) -> Numbering {
        let Numbers { topics, events, services, terms, finders, lessons, rooms, communes, places } = numbers;
        Numbering { counts: [services, finders, terms, topics, events, lessons, rooms, communes, places] }
    }

    /// How many numbers there are.
    pub(super) fn len(self) -> usize {
        self.counts.iter().map(|count| *count as usize).sum()
    }

    /// The number of an item. A damaged pack may claim so many items that they have none of their own: those are not found.
    pub(super) fn number(self, item: ItemId) -> u32 {
        let (kind, index) = match item {
            ItemId::Service(id) => (0, id.index()),
            ItemId::Finder(id) => (1, id.index()),
            ItemId::Term(id) => (2, id.index()),
            ItemId::Topic(id) => (3, id.index()),
            ItemId::Event(id) => (4, id.index()),
            ItemId::Lesson(id) => (5, id.index()),
            ItemId::Room(id) => (6, id.index()),
            ItemId::Commune(id) => (7, id.index()),
            ItemId::Place(id) => (8, id.index()),
        };
        self.counts.iter().take(kind).fold(index as u32, |number, before| number.saturating_add(*before))
    }

    /// The item of a number.
    pub(super) fn item(self, number: u32) -> Option<ItemId> {
        let mut index = number;
        for (kind, count) in self.counts.into_iter().enumerate() {
            match index.checked_sub(count) {
                Some(rest) => index = rest,
                None => return item_of(kind, index),
            }
        }
        None
    }
}

fn item_of(kind: usize, index: u32) -> Option<ItemId> {
    match kind {
        0 => Some(ItemId::Service(ServiceId::handed_out(index))),
        1 => Some(ItemId::Finder(FinderId::handed_out(index))),
        2 => Some(ItemId::Term(TermId::handed_out(index))),
        3 => Some(ItemId::Topic(TopicId::handed_out(index))),
        4 => Some(ItemId::Event(EventId::handed_out(index))),
        5 => Some(ItemId::Lesson(LessonId::handed_out(index))),
        6 => Some(ItemId::Room(RoomId::handed_out(index))),
        7 => Some(ItemId::Commune(CommuneId::handed_out(index))),
        8 => Some(ItemId::Place(PlaceId::handed_out(index))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_item_has_one_number() {
        let numbers = Numbers {
            topics: 2,
            events: 3,
            services: 4,
            terms: 5,
            finders: 1,
            lessons: 8,
            rooms: 2,
            communes: 6,
            places: 7,
        };
        let numbering = Numbering::of(numbers);
        let items: Vec<ItemId> = (0..numbering.len() as u32).filter_map(|number| numbering.item(number)).collect();
        assert_eq!(items.len(), 38);
        assert!(items.iter().zip(0..).all(|(item, number)| numbering.number(*item) == number));
        assert_eq!(numbering.item(38), None);
        let more = Numbering::of(Numbers { places: 8, ..numbers });
        assert!(items.iter().all(|item| more.number(*item) == numbering.number(*item)), "one place more");
    }

    #[test]
    fn any_count_of_a_damaged_pack_is_taken() {
        let most = u32::MAX;
        let numbers = Numbers { topics: most, services: most, communes: most, ..Numbers::default() };
        let numbering = Numbering::of(numbers);
        assert_eq!(numbering.number(ItemId::Place(PlaceId::handed_out(3))), most);
        assert_eq!(numbering.item(most), Some(ItemId::Topic(TopicId::handed_out(0))));
    }
}
