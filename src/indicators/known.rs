//! Which counters of a month file the coordinator's content knows.
//!
//! The key of a kiosk lies on a public machine, so a name that it signs may be anything: an id, or a text. And a kiosk may
//! have a newer content. So no name is published that is in no list of codes: what was counted under such names is put
//! together under one code, and all totals stay what they are.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::catalogue::Catalogue;
use crate::base::{Lang, LessonId, ServiceId, TopicId};
use crate::usage::cell::{self, Names, ServiceNames};
use crate::usage::event::LanguageGroup;

/// The code of services, steps, lessons and topics that the content does not know.
pub const UNLISTED: &str = "unlisted";

/// Every counter of a content.
pub struct KnownCounters(BTreeSet<(&'static str, String)>);

impl KnownCounters {
    /// Those that kiosks with this content have.
    pub fn of(catalogue: &Catalogue) -> KnownCounters {
        let mut known = BTreeSet::new();
        cell::all(catalogue, &mut |cell| {
            known.insert((cell.table.name(), cell.name.into_owned()));
        });
        KnownCounters(known)
    }

    fn has(&self, table: &'static str, name: String) -> bool {
        self.0.contains(&(table, name))
    }

    /// The counter as which one of a month file is added up: itself, or one that stands for all unlisted ones; none where it
    /// is no part of anything.
    pub fn listed<'n>(&self, table: &str, name: &'n str) -> Option<Cow<'n, str>> {
        let table = cell::Table::ALL.into_iter().map(cell::Table::name).find(|known| *known == table)?;
        // Not published under their names, or the same in every content.
        if matches!(table, "pack" | "up" | "late") || self.has(table, name.to_owned()) {
            return Some(Cow::Borrowed(name));
        }
        let unlisted = |rest: &str| Some(Cow::Owned(format!("{UNLISTED}:{rest}")));
        match (table, name.split_once(':')) {
            ("item_open" | "zero", _) => Some(Cow::Borrowed(UNLISTED)),
            ("lang", _) => Some(Cow::Borrowed(group_of_language(name))),
            ("lang_group", Some((lang, group))) => {
                let is_group = crate::base::Group::ALL.iter().any(|known| known.name() == group);
                is_group.then(|| Cow::Owned(format!("{}:{group}", group_of_language(lang))))
            }
            ("guide", Some((service, what))) => match (self.has("item_open", service.to_owned()), what) {
                (false, "start" | "done" | "written-down") => unlisted(what),
                (true, step) if step.starts_with("quit@") => Some(Cow::Owned(format!("{service}:quit@{UNLISTED}"))),
                _ => None,
            },
            ("useful", Some((_, what @ ("yes" | "no")))) | ("train", Some((_, what @ ("start" | "done")))) => {
                unlisted(what)
            }
            ("gain", Some((_, what))) => match what.rsplit_once(':') {
                Some((_, "rr" | "rw" | "wr" | "ww")) => unlisted(what),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The group of a language, or of what stands for languages of a group.
pub fn group_of_language(code: &str) -> &'static str {
    let group = LanguageGroup::ALL.into_iter().find(|group| group.name() == code);
    let group = group.or_else(|| code.parse::<Lang>().ok().map(LanguageGroup::of));
    group.unwrap_or(LanguageGroup::Other).name()
}

/// By name: ids are numbers of the program that counts.
impl Names for Catalogue {
    fn languages(&self) -> Vec<Lang> {
        self.languages.iter().filter_map(|language| language.code.parse().ok()).collect()
    }

    fn service(&self, _: ServiceId) -> Option<ServiceNames> {
        None
    }

    fn lesson(&self, _: LessonId) -> Option<Box<str>> {
        None
    }

    fn lessons(&self) -> Vec<Box<str>> {
        self.lessons.iter().map(|lesson| lesson.code.as_str().into()).collect()
    }

    fn topic(&self, _: TopicId) -> Option<Box<str>> {
        None
    }

    fn topics(&self) -> Vec<Box<str>> {
        self.topics.iter().map(|topic| topic.code.as_str().into()).collect()
    }

    fn pack(&self) -> Option<(Box<str>, u64)> {
        None
    }

    fn services(&self, show: &mut dyn FnMut(&ServiceNames)) {
        for service in &self.services {
            let steps = service.steps.iter().map(|step| step.code.as_str().into()).collect();
            show(&ServiceNames { service: service.named.code.as_str().into(), steps });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Group;
    use crate::indicators::catalogue::{Named, Service};
    use crate::indicators::formats::Names as Said;

    fn known() -> KnownCounters {
        let named = |code: &str| Named { code: code.to_owned(), names: Said::same(code) };
        KnownCounters::of(&Catalogue {
            languages: vec![named("fr")],
            services: vec![Service { named: named("tax"), group: Group::TaxMoneyBank, steps: vec![named("open")] }],
            lessons: vec![named("mouse")],
            topics: vec![named("money")],
            ..Catalogue::default()
        })
    }

    #[test]
    fn what_the_content_has_keeps_its_name_and_what_it_has_not_gets_one_name() {
        let known = known();
        for (table, name, listed) in [
            ("item_open", "tax", Some("tax")),
            ("item_open", "95.02.11-123.45", Some("unlisted")),
            ("guide", "tax:start", Some("tax:start")),
            ("guide", "tax:quit@open", Some("tax:quit@open")),
            ("guide", "tax:quit@gone", Some("tax:quit@unlisted")),
            ("guide", "other:start", Some("unlisted:start")),
            // A guide is told with its steps where it is known: of several nobody knows in which order they come.
            ("guide", "other:quit@open", None),
            ("useful", "other:yes", Some("unlisted:yes")),
            ("train", "mouse:start", Some("mouse:start")),
            ("train", "other:start", Some("unlisted:start")),
            ("gain", "other:2:wr", Some("unlisted:2:wr")),
            ("zero", "other", Some("unlisted")),
            ("lang", "ro", Some(LanguageGroup::OtherEuropean.name())),
            ("lang", "somebody-s-name", Some("other")),
            ("lang_group", "ps:health", Some("other:health")),
            ("lang_group", "ps:somebody", None),
            ("age", "95.02.11-123.45", None),
            ("sess", "all", Some("all")),
            ("pack", "brussels@3", Some("brussels@3")),
            ("later", "x", None),
        ] {
            assert_eq!(known.listed(table, name).as_deref(), listed, "{table} {name}");
        }
    }
}
