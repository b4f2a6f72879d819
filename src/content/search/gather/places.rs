//! What is searched of communes and of the places where people help.

use super::{FACTS, Gather, Languages};
use crate::base::{CommuneId, Lang};
use crate::content::library::{COMMUNES_MAX, Shelf};
use crate::content::model::{Commune, Contact, FactValue, ItemId, Place};
use crate::content::search::Field;

/// The languages in which communes and places have names, in the order of their tags.
pub(in crate::content::search) fn languages_of_places(shelf: &dyn Shelf) -> Vec<Lang> {
    let mut languages = Languages::default();
    for (_, commune) in communes(shelf) {
        languages.note(&commune.name);
    }
    shelf.helpers().iter().for_each(|helper| languages.note(&helper.name));
    languages.in_order()
}

fn communes(shelf: &dyn Shelf) -> impl Iterator<Item = (CommuneId, std::sync::Arc<Commune>)> {
    let ids = (0..shelf.numbers().communes).map(CommuneId::handed_out).take(COMMUNES_MAX);
    ids.filter_map(|id| Some((id, shelf.commune(id)?)))
}

impl Gather<'_> {
    /// Communes, and the places that residents see.
    pub(in crate::content::search) fn places(&mut self, shelf: &dyn Shelf) {
        for (id, commune) in communes(shelf) {
            self.commune(self.numbering.number(ItemId::Commune(id)), &commune);
        }
        for helper in shelf.helpers().iter() {
            let Some(place) = shelf.place(helper.id) else { continue };
            let item = self.numbering.number(ItemId::Place(helper.id));
            self.place(item, &place);
            if let Some(commune) = place.commune.and_then(|id| shelf.commune(id)) {
                self.said((item, Field::Official, 0), &commune.name);
            }
        }
    }

    fn commune(&mut self, item: u32, commune: &Commune) {
        self.said((item, Field::Title, 0), &commune.name);
        for (number, postcode) in (0..=u8::MAX).zip(&commune.postcodes) {
            (self.show)((item, Field::Words, number), postcode);
        }
        self.contact(item, &commune.town_hall);
    }

    fn place(&mut self, item: u32, place: &Place) {
        self.said((item, Field::Title, 0), &place.name);
        (self.show)((item, Field::Official, 1), &place.postcode);
        self.contact(item, &place.contact);
    }

    fn contact(&mut self, item: u32, contact: &Contact) {
        for (number, fact) in (FACTS..=u8::MAX).zip(contact.facts()) {
            match &fact.value {
                FactValue::Address(address) => {
                    if let Some(street) = address.street.get(self.lang) {
                        (self.show)((item, Field::Purpose, 0), &format!("{street} {}", address.number));
                    }
                }
                value => self.fact((item, Field::Official, number), value),
            }
        }
    }
}
