//! What the content and the list of kiosks say of the things that figures are about.

use crate::base::{Lang, ServiceId};
use crate::content::Library;
use crate::content::model::{self, ItemId, Localized};
use crate::i18n::{Spoken, Texts};
use crate::indicators::catalogue::{Catalogue, Named, Service};
use crate::indicators::formats::{Names, TAGS};
use crate::indicators::kiosks::Kiosks;

/// The names of everything that figures are about.
pub fn catalogue(library: &Library, texts: &Texts, kiosks: &Kiosks) -> Catalogue {
    let titled = |code: &str, item: ItemId| named(code, said(texts, library.title_of(item)));
    let service = |id: ServiceId, service: &model::Service| {
        let steps = service.steps().iter().enumerate().map(|(at, step)| {
            let title = |text: &model::ServiceText| text.steps.get(at).map(|step| step.title.clone());
            let titles = service.texts.0.iter().filter_map(|(lang, text)| Some((*lang, title(text)?)));
            named(&step.id, said(texts, Some(Localized(titles.collect()))))
        });
        Service { named: titled(&service.id, ItemId::Service(id)), group: service.group, steps: steps.collect() }
    };
    let numbers = kiosks.sites.iter().flat_map(|site| site.kiosks.iter().map(|kiosk| kiosk.number));
    let language = |spoken: &Spoken| named(spoken.lang.as_str(), Names::same(&spoken.language.name));
    Catalogue {
        languages: texts.languages().iter().map(language).collect(),
        sites: kiosks.sites.iter().map(|site| named(&site.code, Names::same(&site.name))).collect(),
        kiosks: numbers.max().unwrap_or_default(),
        services: library.services().map(|(id, found)| service(id, &found)).collect(),
        lessons: library.lessons().map(|(id, lesson)| titled(&lesson.id, ItemId::Lesson(id))).collect(),
        topics: library.topics().map(|(_, topic)| named(&topic.id, said(texts, Some(topic.name.clone())))).collect(),
        features: Vec::new(),
    }
}

fn named(code: &str, names: Names) -> Named {
    Named { code: code.to_owned(), names }
}

/// A title in each language, or in the next one that has it.
fn said(texts: &Texts, title: Option<Localized<Box<str>>>) -> Names {
    let title = title.unwrap_or_default();
    Names(TAGS.map(|tag| {
        let chain = tag.parse::<Lang>().map(|lang| texts.chain(lang)).unwrap_or_default();
        title.along(chain).map(|(_, title)| title.to_string()).unwrap_or_default()
    }))
}
