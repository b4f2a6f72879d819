//! Rehearsal rooms and the scam gym: moments that frighten, to live through where nothing is real.

use serde::{Deserialize, Serialize};

use super::{Exercise, Localized, Paragraph};
use crate::base::{ServiceId, TopicId};

/// A small simulated service: scenes with devices, and buttons that lead from one to another.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Room {
    pub id: Box<str>,
    pub minutes: u8,
    /// The competences of DigComp that it is about: "2.6".
    pub digcomp: Vec<Box<str>>,
    pub topics: Vec<TopicId>,
    /// The services that go on from here.
    pub related: Vec<ServiceId>,
    /// Words that people use for it: for the search alone.
    pub words: Localized<Vec<Box<str>>>,
    pub title: Localized<Box<str>>,
    /// What one can try here.
    pub purpose: Localized<Paragraph>,
    /// What there is to reach.
    pub goal: Localized<Paragraph>,
    /// The first one is where it begins.
    pub scenes: Vec<Scene>,
    /// What is said at the end.
    pub learned: Vec<Localized<Paragraph>>,
}

/// A moment: what one has before oneself, and what one can do.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Scene {
    pub id: Box<str>,
    /// What happens; nothing where the devices say it.
    pub tells: Localized<Paragraph>,
    pub devices: Vec<Device>,
}

impl Scene {
    /// The fields of all devices, in reading order.
    pub fn fields(&self) -> impl Iterator<Item = &PracticeField> {
        self.devices.iter().flat_map(|device| &device.fields)
    }

    /// The buttons of all devices, in reading order.
    pub fn buttons(&self) -> impl Iterator<Item = &Button> {
        self.devices.iter().flat_map(|device| &device.buttons)
    }
}

/// What one looks at or listens to.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Device {
    pub kind: DeviceKind,
    /// What stands at its top; of a voice, who says to be speaking.
    pub title: Localized<Box<str>>,
    /// What stands in the address line; nothing where there is none.
    pub address: Localized<Box<str>>,
    pub lines: Vec<Localized<Box<str>>>,
    pub fields: Vec<PracticeField>,
    pub buttons: Vec<Button>,
}

/// What a device is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum DeviceKind {
    /// A page on the screen of a computer.
    Screen,
    Phone,
    /// A card reader.
    Reader,
    /// Somebody on the telephone.
    Voice,
}

/// A field that takes its practice data and nothing else.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PracticeField {
    pub label: Localized<Box<str>>,
    /// What is to be typed: made up, and shown beside the field.
    pub practice: Localized<Box<str>>,
}

/// Something to press.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Button {
    pub text: Localized<Box<str>>,
    pub leads: Leads,
    /// Why it is a mistake; nothing where it is none.
    pub mistake: Localized<Paragraph>,
}

impl Button {
    /// Whether it leads astray: then it is explained first.
    pub fn is_mistake(&self) -> bool {
        !self.mistake.0.is_empty()
    }
}

/// Where a button leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Leads {
    /// The scene with this number, from 0.
    To(u16),
    Goal,
}

/// The scam gym: messages that are real or false.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
pub struct Gym {
    pub topics: Vec<TopicId>,
    /// Whom to call and where to forward a false message.
    pub help: Vec<ServiceId>,
    /// Each is an exercise of the kind "real or false".
    pub messages: Vec<Exercise>,
}
