//! What virtual residents find in the content.

use super::Named;
use crate::indicators::residents::{Choices, Offered};

/// The languages, services, lessons and topics that there are.
pub fn choices(named: &Named) -> Choices {
    let services = named.library.services().map(|(id, service)| Offered {
        id,
        group: service.group,
        level: service.level as u8,
        steps: service.steps().len() as u16,
    });
    Choices {
        languages: named.languages.clone(),
        services: services.collect(),
        lessons: named.library.lessons().map(|(id, _)| id).collect(),
        topics: named.library.topic_ids().collect(),
    }
}
