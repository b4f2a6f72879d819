//! Where people help: the communes of Brussels, and the places in them.

use serde::{Deserialize, Serialize};

use super::{Fact, FactValue, Localized, Paragraph};
use crate::base::{CommuneId, Date, Exception, Lang, PlaceId, Timetable};

/// A commune of Brussels.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Commune {
    pub id: Box<str>,
    pub name: Localized<Box<str>>,
    /// The name on the map, and three or four letters for the map on a small screen.
    pub label: Localized<Box<str>>,
    pub short: Localized<Box<str>>,
    pub postcodes: Vec<Box<str>>,
    /// Where it stands on the map: column and row, from 0.
    pub tile: (u8, u8),
    /// The communes beside it.
    pub neighbours: Vec<CommuneId>,
    pub town_hall: Contact,
}

/// How to reach an office or a place, as far as that is known.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
pub struct Contact {
    pub address: Option<Fact>,
    pub phone: Option<Fact>,
    pub web: Option<Fact>,
    pub hours: Option<Fact>,
}

impl Contact {
    /// All that is known, in the order in which it is told.
    pub fn facts(&self) -> impl Iterator<Item = &Fact> {
        [&self.address, &self.phone, &self.hours, &self.web].into_iter().flatten()
    }
}

/// A place where people help, or a number on which they do.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Place {
    pub id: Box<str>,
    /// As it calls itself, in the languages in which it does.
    pub name: Localized<Box<str>>,
    pub kind: PlaceKind,
    /// None where it is there for the whole region.
    pub commune: Option<CommuneId>,
    pub postcode: Box<str>,
    pub contact: Contact,
    /// Days on which other hours hold.
    pub exceptions: Vec<Exception>,
    /// Whether its hours hold on public holidays too.
    pub open_on_holidays: bool,
    pub offers: Vec<Offer>,
    pub help: Help,
    /// The languages in which people work there.
    pub languages: Vec<Lang>,
    pub status: Status,
    /// Something that residents must know first.
    pub note: Localized<Paragraph>,
    /// Where all of it was read.
    pub sources: Vec<Box<str>>,
    /// The day somebody last looked or phoned.
    pub checked: Date,
}

impl Place {
    /// Whether residents see it: where nothing is confirmed, only if they can phone first.
    pub fn is_shown(&self) -> bool {
        match self.status {
            Status::Confirmed => true,
            Status::NotConfirmed => self.contact.phone.is_some(),
            Status::Closed => false,
        }
    }

    /// When it is open, where that is sure enough to say that it is open now.
    pub fn timetable(&self) -> Option<Timetable<'_>> {
        let hours = self.contact.hours.as_ref().filter(|hours| !hours.confirm && self.status == Status::Confirmed)?;
        let FactValue::Hours(week) = &hours.value else { return None };
        Some(Timetable { week, exceptions: &self.exceptions, open_on_holidays: self.open_on_holidays })
    }

    /// What stands of it in a list.
    pub(in crate::content) fn in_list(&self, id: PlaceId) -> InList {
        let Place { name, kind, commune, offers, help, status, .. } = self;
        let (name, offers) = (name.clone(), offers.clone());
        InList { id, name, kind: *kind, commune: *commune, offers, help: *help, status: *status }
    }
}

/// What stands of a place in a list.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct InList {
    pub id: PlaceId,
    pub name: Localized<Box<str>>,
    pub kind: PlaceKind,
    pub commune: Option<CommuneId>,
    pub offers: Vec<Offer>,
    pub help: Help,
    pub status: Status,
}

/// What kind of place it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum PlaceKind {
    /// A public computer room.
    ComputerRoom,
    Library,
    CommunityCentre,
    HelpDesk,
    Employment,
    Other,
}

/// What is known of a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Status {
    /// A source of late, or somebody who phoned, says that it is there.
    Confirmed,
    NotConfirmed,
    /// It is no longer there, or not for residents: kept so that nobody adds it again.
    Closed,
}

/// Whether people help with computers and the internet there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Help {
    Confirmed,
    Likely,
    NotStated,
    /// It does not help itself, but knows who does.
    Network,
}

/// What a place offers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Offer {
    Computers,
    Internet,
    Wifi,
    Printing,
    Scanning,
    Training,
    Workshops,
    IndividualHelp,
    EidReader,
    StudySpace,
    AdminDocuments,
}

/// What a resident looks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    Computer,
    Printer,
    Training,
    OneToOneHelp,
    CardReader,
}

impl Need {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Need; 5] = [Need::OneToOneHelp, Need::Computer, Need::Printer, Need::Training, Need::CardReader];

    /// Whether a place with these offers has it.
    pub fn is_met(self, offers: &[Offer]) -> bool {
        let by: &[Offer] = match self {
            Need::Computer => &[Offer::Computers],
            Need::Printer => &[Offer::Printing],
            Need::Training => &[Offer::Training, Offer::Workshops],
            Need::OneToOneHelp => &[Offer::IndividualHelp],
            Need::CardReader => &[Offer::EidReader],
        };
        offers.iter().any(|offer| by.contains(offer))
    }
}
