//! What a visit did, as far as it may be counted: each thing once, without order, time or number.

use super::{Answer, Screen};
use crate::base::{Group, Lang, ServiceId, Theme, TopicId};
use crate::content::Library;
use crate::content::model::{Level, RouteKind, RouteState};
use crate::usage::event::{Channel, Event, Feature, Levels, Search};

/// What a visit did. It is part of the visit, so it is forgotten with it.
#[derive(Clone, PartialEq, Default, Debug)]
pub(super) struct Tally {
    /// By service.
    services: Vec<Opened>,
    human: Vec<(Group, Channel)>,
    searches: Vec<Search>,
    /// What was chosen where a search found nothing.
    instead: Vec<TopicId>,
    features: Vec<Feature>,
    /// Whether a place near the resident was looked at.
    near: bool,
}

/// What was done with a service.
#[derive(Clone, PartialEq, Debug)]
struct Opened {
    service: ServiceId,
    /// The step that was read last.
    step: Option<u16>,
    done: bool,
    written_down: bool,
    /// The last answer.
    useful: Option<bool>,
}

impl Tally {
    /// Takes note of the screen that a resident sees.
    pub fn see(&mut self, screen: Screen, library: &Library) {
        match screen {
            // The page of people shows how to reach one; which service it tells of was opened before.
            Screen::Person(_) => return,
            Screen::Place(_) => self.near = true,
            Screen::Route(service, kind) => self.see_route(service, kind, library),
            _ => {}
        }
        let Some(service) = screen.service() else { return };
        let opened = self.opened(service);
        match screen {
            Screen::Step(_, step) => opened.step = Some(step),
            Screen::Done(_, answer) => {
                opened.done = true;
                match answer {
                    Some(Answer::Yes) => opened.useful = Some(true),
                    Some(Answer::No) => opened.useful = Some(false),
                    Some(Answer::Skip) => opened.useful = None,
                    None => {}
                }
            }
            Screen::Slip(_) => opened.written_down = true,
            _ => {}
        }
    }

    /// Takes note of how a search ended.
    pub fn search(&mut self, how: Search) {
        if !self.searches.contains(&how) {
            self.searches.push(how);
        }
    }

    /// Takes note of what was chosen where a search found nothing that fits. Only a topic is counted: a word is not.
    pub fn chose_instead(&mut self, screen: Screen) {
        if let Screen::Topic(topic) = screen
            && !self.instead.contains(&topic)
        {
            self.instead.push(topic);
        }
    }

    /// Takes note of what makes the screen usable for the resident who sees it.
    pub fn see_features(&mut self, screen: Screen, theme: Theme) {
        let of_theme = match theme {
            Theme::Dark => None,
            Theme::HighContrast => Some(Feature::Contrast),
            Theme::Monochrome => Some(Feature::NoColour),
        };
        let of_keys = screen.has_letters().then_some(Feature::SwitchKeyboard);
        for feature in of_theme.into_iter().chain(of_keys) {
            if !self.features.contains(&feature) {
                self.features.push(feature);
            }
        }
    }

    /// A way that the service does not offer is no way to a person.
    fn see_route(&mut self, service: ServiceId, kind: RouteKind, library: &Library) {
        let channel = match kind {
            RouteKind::Counter => Channel::Counter,
            RouteKind::Phone => Channel::Phone,
            RouteKind::Post => Channel::Post,
            RouteKind::Online => return,
        };
        let Some(service) = library.service(service) else { return };
        let is_offered = service.routes.iter().any(|route| route.kind == kind && route.state != RouteState::None);
        let way = (service.group, channel);
        if is_offered && !self.human.contains(&way) {
            self.human.push(way);
        }
    }

    fn opened(&mut self, service: ServiceId) -> &mut Opened {
        let at = self.services.binary_search_by_key(&service, |opened| opened.service).unwrap_or_else(|at| {
            let opened = Opened { service, step: None, done: false, written_down: false, useful: None };
            self.services.insert(at, opened);
            at
        });
        &mut self.services[at]
    }

    /// The counters that go up by one for this visit in a language, in an order that tells nothing.
    pub fn events(&self, lang: Lang, library: &Library) -> Vec<Event> {
        let mut events = vec![Event::Visit, Event::Language(lang)];
        events.extend(self.levels(library).map(Event::Levels));
        events.extend(self.services.iter().flat_map(Opened::events));
        let group = |opened: &Opened| Some((opened.service, library.service(opened.service)?.group));
        let groups = self.services.iter().filter_map(group);
        events.extend(groups.map(|(service, group)| Event::OpenedIn(service, lang, group)));
        events.extend(self.human.iter().map(|(group, channel)| Event::Human(*group, *channel)));
        events.extend(self.searches.iter().copied().map(Event::Search));
        events.extend(self.instead.iter().copied().map(Event::ZeroTopic));
        events.extend(self.features.iter().copied().map(Event::Accessibility));
        events.extend(self.near.then_some(Event::Near));
        events.sort();
        events
    }

    /// How many levels of government the opened services belong to.
    fn levels(&self, library: &Library) -> Option<Levels> {
        let mut levels: Vec<Level> = Vec::new();
        for level in self.services.iter().filter_map(|opened| Some(library.service(opened.service)?.level)) {
            if level != Level::Other && !levels.contains(&level) {
                levels.push(level);
            }
        }
        match levels.len() {
            0 => None,
            1 => Some(Levels::One),
            _ => Some(Levels::Several),
        }
    }
}

impl Opened {
    fn events(&self) -> impl Iterator<Item = Event> + use<> {
        let Opened { service, step, done, written_down, useful } = *self;
        let started = step.map(|_| Event::Started(service));
        let ended = match step {
            _ if done => Some(Event::Done(service)),
            Some(step) => Some(Event::LeftAt(service, step)),
            None => None,
        };
        let written_down = written_down.then_some(Event::WrittenDown(service));
        let useful = useful.map(|useful| Event::Useful(service, useful));
        [Some(Event::Opened(service)), started, ended, written_down, useful].into_iter().flatten()
    }
}
