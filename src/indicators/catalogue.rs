//! What codes stand for: the services, lessons, topics and sites that figures are about, with their names.

use super::formats::Names;
use crate::base::Group;

/// A code and its names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    pub code: String,
    pub names: Names,
}

/// A service that can be opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Service {
    pub named: Named,
    pub group: Group,
    /// Its steps, in their order.
    pub steps: Vec<Named>,
}

/// Everything that figures can be about.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Catalogue {
    /// The languages of the kiosks.
    pub languages: Vec<Named>,
    pub sites: Vec<Named>,
    /// The highest number of a kiosk at any site.
    pub kiosks: u32,
    pub services: Vec<Service>,
    pub lessons: Vec<Named>,
    pub topics: Vec<Named>,
    /// The cells of the aids that exist: their names are messages.
    pub features: Vec<String>,
}

impl Catalogue {
    /// Where a step stands in its guide; those that are not there any more come last.
    pub fn place(&self, service: &str, step: &str) -> usize {
        let service = self.services.iter().find(|known| known.named.code == service);
        let steps = service.map(|service| service.steps.as_slice()).unwrap_or_default();
        steps.iter().position(|known| known.code == step).unwrap_or(usize::MAX)
    }
}
