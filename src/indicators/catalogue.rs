//! What codes stand for: the services, lessons, topics and sites that figures are about, with their names.

use std::collections::BTreeMap;

use super::formats::codes::{ANSWERS, Code, ITEMS};
use super::formats::{Names, TAGS};
use super::kiosks::Kiosks;
use super::known::UNLISTED;
use crate::base::{Group, Lang};
use crate::content::Library;
use crate::content::model::Localized;
use crate::i18n::{Spoken, Texts};
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

    /// The same with the services and lessons that an earlier list of codes has and the content has no more: they were
    /// published under their names, and kiosks with an older content still count them.
    pub fn with_gone(mut self, earlier: &BTreeMap<(String, String), Code>) -> Catalogue {
        let item = |code: &str| earlier.get(&(ITEMS.to_owned(), code.to_owned()));
        let named = |code: &Code| Named { code: code.code.clone(), names: code.names.clone() };
        for ((list, _), code) in earlier {
            if list != ITEMS {
                continue;
            }
            let group =
                code.parent.as_deref().and_then(|parent| Group::ALL.into_iter().find(|group| group.name() == parent));
            if let Some(group) = group.filter(|_| !self.services.iter().any(|service| service.named.code == code.code))
            {
                let begin = format!("{}:", code.code);
                let steps = earlier.iter().filter_map(|((list, step), names)| {
                    let step = step.strip_prefix(&begin).filter(|_| list == ITEMS)?;
                    let is_step = !step.contains([':', '+']) && !ANSWERS.contains(&step);
                    is_step.then(|| Named { code: step.to_owned(), names: names.names.part_alone(&code.names) })
                });
                self.services.push(Service { named: named(code), group, steps: steps.collect() });
            }
            // Of lessons alone is told what was right before and after.
            let is_lesson = item(&format!("{}:rr", code.code)).is_some() && code.code != UNLISTED;
            if is_lesson && !self.lessons.iter().any(|lesson| lesson.code == code.code) {
                self.lessons.push(named(code));
            }
        }
        self
    }

    /// What the content, the languages and the list of kiosks hold.
    pub fn of(library: &Library, texts: &Texts, kiosks: &Kiosks) -> Catalogue {
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
        let languages = texts.languages().iter();
        let languages = languages.map(|spoken| said(spoken.lang.as_str(), language(texts, spoken))).collect();
        let numbers = kiosks.sites.iter().flat_map(|site| site.kiosks.iter().map(|kiosk| kiosk.number));
        Catalogue {
            languages,
            sites: kiosks.sites.iter().map(|site| said(&site.code, Names::same(&site.name))).collect(),
            kiosks: numbers.max().unwrap_or_default(),
            services,
            lessons,
            topics: topics(library, texts),
            features: Feature::ALL.iter().map(|feature| feature.name().to_owned()).collect(),
        }
    }
}

fn said(id: &str, names: Names) -> Named {
    Named { code: id.to_owned(), names }
}

/// The topics of the content.
pub fn topics(library: &Library, texts: &Texts) -> Vec<Named> {
    let topics = library.topics();
    topics.map(|(_, topic)| said(&topic.id, names(texts, &topic.name, |name| name.to_string()))).collect()
}

/// The name of a language in others; where they have none for it, it is called as it calls itself.
fn language(texts: &Texts, spoken: &Spoken) -> Names {
    let id = format!("language-name-{}", spoken.lang);
    if texts.knows(texts.first(), &id) { Names::said(texts, &id) } else { Names::same(&spoken.language.name) }
}

/// What is said in each language of published files, or in its next one.
pub(super) fn names<T>(texts: &Texts, said: &Localized<T>, name: impl Fn(&T) -> String) -> Names {
    Names(TAGS.map(|tag| {
        let lang: Option<Lang> = tag.parse().ok();
        let said = lang.and_then(|lang| said.along(texts.chain(lang)));
        said.map(|(_, text)| name(text)).unwrap_or_default()
    }))
}
