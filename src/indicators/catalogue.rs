//! What codes stand for: the services, lessons, topics and sites that figures are about, with their names.

use super::formats::{Names, TAGS};
use super::kiosks::Kiosks;
use crate::base::{Group, Lang};
use crate::content::Library;
use crate::content::model::Localized;
use crate::i18n::Texts;
use crate::usage::event::Feature;

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

    /// What the content, the languages and the list of kiosks hold.
    pub fn of(library: &Library, texts: &Texts, kiosks: &Kiosks) -> Catalogue {
        let said = |id: &str, names: Names| Named { code: id.to_owned(), names };
        let services = library.services().map(|(_, service)| {
            let steps = service.texts.0.first().map_or(0, |(_, text)| text.steps.len());
            let step = |at: usize| {
                let id = service.texts.0.first().and_then(|(_, text)| text.steps.get(at)).map(|step| step.id.clone());
                let names = names(texts, &service.texts, |text| {
                    text.steps.get(at).map(|step| step.title.to_string()).unwrap_or_default()
                });
                said(&id.unwrap_or_default(), names)
            };
            Service {
                named: said(&service.id, names(texts, &service.texts, |text| text.title.to_string())),
                group: service.group,
                steps: (0..steps).map(step).collect(),
            }
        });
        let services = services.collect();
        let lessons = library.lessons();
        let lessons = lessons
            .map(|(_, lesson)| said(&lesson.id, names(texts, &lesson.texts, |text| text.title.to_string())))
            .collect();
        let topics = library.topics();
        let topics = topics.map(|(_, topic)| said(&topic.id, names(texts, &topic.name, |name| name.to_string())));
        let topics = topics.collect();
        let languages = texts.languages().iter();
        let languages =
            languages.map(|spoken| said(spoken.lang.as_str(), Names::same(&spoken.language.name))).collect();
        let numbers = kiosks.sites.iter().flat_map(|site| site.kiosks.iter().map(|kiosk| kiosk.number));
        Catalogue {
            languages,
            sites: kiosks.sites.iter().map(|site| said(&site.code, Names::same(&site.name))).collect(),
            kiosks: numbers.max().unwrap_or_default(),
            services,
            lessons,
            topics,
            features: Feature::ALL.iter().map(|feature| feature.name().to_owned()).collect(),
        }
    }
}

/// What is said in each language of published files, or in its next one.
pub(super) fn names<T>(texts: &Texts, said: &Localized<T>, name: impl Fn(&T) -> String) -> Names {
    Names(TAGS.map(|tag| {
        let lang: Option<Lang> = tag.parse().ok();
        let said = lang.and_then(|lang| said.along(texts.chain(lang)));
        said.map(|(_, text)| name(text)).unwrap_or_default()
    }))
}
