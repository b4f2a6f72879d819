//! What there is to be counted, whatever was counted of it: public knowledge that goes with the figures.

use std::collections::BTreeMap;

use crate::base::Group;

/// The services and languages of the content that kiosks run on, as the coordinator has it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Catalogue {
    /// The languages that a kiosk can offer.
    pub languages: Vec<String>,
    /// By id.
    pub services: BTreeMap<String, CataloguedService>,
}

/// What is known of a service.
#[derive(Clone, PartialEq, Debug)]
pub struct CataloguedService {
    pub group: Group,
    /// The ids of its steps, in their order.
    pub steps: Vec<String>,
}

impl Catalogue {
    /// The group of a service; none where the content does not have it any more.
    pub fn group(&self, service: &str) -> Option<Group> {
        self.services.get(service).map(|service| service.group)
    }

    /// Where a step stands in its guide; those that are not there any more come last.
    pub fn place(&self, service: &str, step: &str) -> usize {
        let steps = self.services.get(service).map(|service| service.steps.as_slice()).unwrap_or_default();
        steps.iter().position(|known| known == step).unwrap_or(usize::MAX)
    }
}
