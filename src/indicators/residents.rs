//! Virtual residents: visits drawn by lot, for demonstrations, training and tests of load. The same seed gives the same
//! visits.
//!
//! Their shares are plausible and nothing more: they are guesses, and no figure about residents of Brussels.

mod month;

use fastrand::Rng;

pub use self::month::{Draw, month};
use crate::base::{Group, Lang, LessonId, QUESTION_PAIRS, ServiceId, TopicId};
use crate::content::Library;
use crate::usage::event::skills::{AREAS, AreaLevel, Scope, level};
use crate::usage::event::{Age, Channel, Event, Feature, Gain, LanguageGroup, Levels, Reply, Search};

/// How much less often the next service is wanted than the one before it: the exponent of Zipf's law.
const ZIPF: f64 = 0.8;

/// What residents can choose from.
#[derive(Clone, Debug)]
pub struct Choices {
    pub languages: Vec<Lang>,
    pub services: Vec<Offered>,
    pub lessons: Vec<LessonId>,
    pub topics: Vec<TopicId>,
}

impl Choices {
    /// All services, lessons and topics of a library, in these languages.
    pub fn of(library: &Library, languages: Vec<Lang>) -> Choices {
        let services = library.services().map(|(id, service)| Offered {
            id,
            group: service.group,
            level: service.level as u8,
            steps: service.steps().len() as u16,
        });
        Choices {
            languages,
            services: services.collect(),
            lessons: library.lessons().map(|(id, _)| id).collect(),
            topics: library.topic_ids().collect(),
        }
    }
}

/// A service, as far as visits depend on it.
#[derive(Clone, Copy, Debug)]
pub struct Offered {
    pub id: ServiceId,
    pub group: Group,
    /// The level of government, by any number of its own.
    pub level: u8,
    /// How many steps its guide has.
    pub steps: u16,
}

/// The residents who come to one kiosk.
pub struct Residents<'c> {
    choices: &'c Choices,
    random: Rng,
    /// How much each language is spoken here, those before it included.
    languages: Vec<f64>,
    /// The same for how much each service is wanted.
    services: Vec<f64>,
}

impl<'c> Residents<'c> {
    /// Those of a kiosk, by its number among all. Of one seed all kiosks want the same services most.
    pub fn of(choices: &'c Choices, seed: u64, kiosk: u64) -> Residents<'c> {
        let mut ranks: Vec<usize> = (0..choices.services.len()).collect();
        Rng::with_seed(seed).shuffle(&mut ranks);
        let services = summed(ranks.iter().map(|rank| 1.0 / (*rank as f64 + 1.0).powf(ZIPF)));
        let mut random = Rng::with_seed(seed.rotate_left(23) ^ kiosk.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let french = 0.45 + 0.35 * random.f64();
        let share = |lang: &Lang| match LanguageGroup::of(*lang) {
            LanguageGroup::French => french,
            LanguageGroup::Dutch => 0.6 * (1.0 - french),
            LanguageGroup::English => 0.3 * (1.0 - french),
            LanguageGroup::OtherEuropean | LanguageGroup::Other => 0.05 * (1.0 - french),
        };
        let languages = summed(choices.languages.iter().map(share));
        Residents { choices, random, languages, services }
    }

    /// What one of them does, each thing once.
    pub fn visit(&mut self) -> Vec<Event> {
        let mut events = vec![Event::Visit];
        let lang = self.pick(&self.languages.clone()).and_then(|at| self.choices.languages.get(at).copied());
        events.extend(lang.map(Event::Language));
        if self.chance(0.18) {
            return events;
        }
        let group = lang.map_or(LanguageGroup::Other, LanguageGroup::of);
        let before = events.len();
        self.look_for_services(lang, &mut events);
        if self.chance(0.08) {
            self.learn(&mut events);
        }
        if self.chance(0.04) {
            self.check_skills(group, &mut events);
        }
        let is_engaged = events.len() > before;
        if is_engaged {
            events.push(Event::Engaged);
        }
        self.search(&mut events);
        let sometimes = [
            (0.12, Event::Assisted),
            (0.06, Event::Near),
            (0.04, Event::Accessibility(Feature::Contrast)),
            (0.01, Event::Accessibility(Feature::NoColour)),
            (0.05, Event::Accessibility(Feature::SwitchKeyboard)),
        ];
        for (chance, event) in sometimes {
            if self.chance(chance) {
                events.push(event);
            }
        }
        // Who opened nothing is not asked.
        if is_engaged && self.chance(0.5) {
            self.answer_questions(&mut events);
        }
        events.sort_unstable();
        events.dedup();
        events
    }

    fn look_for_services(&mut self, lang: Option<Lang>, events: &mut Vec<Event>) {
        let mut levels = Vec::new();
        for chance in [0.9, 0.4, 0.25] {
            if !self.chance(chance) {
                break;
            }
            let at = self.pick(&self.services.clone());
            let Some(service) = at.and_then(|at| self.choices.services.get(at).copied()) else { break };
            events.push(Event::Opened(service.id));
            events.extend(lang.map(|lang| Event::OpenedIn(service.id, lang, service.group)));
            levels.push(service.level);
            if self.chance(0.65) {
                self.follow(service, events);
            }
            if self.chance(0.22) {
                let channel = [Channel::Counter, Channel::Counter, Channel::Phone, Channel::Phone, Channel::Post];
                events.extend(self.random.choice(channel).map(|channel| Event::Human(service.group, channel)));
            }
        }
        levels.sort_unstable();
        levels.dedup();
        match levels.len() {
            0 => {}
            1 => events.push(Event::Levels(Levels::One)),
            _ => events.push(Event::Levels(Levels::Several)),
        }
    }

    /// Goes through a guide, to its end or to the step at which it is too much.
    fn follow(&mut self, service: Offered, events: &mut Vec<Event>) {
        // Somebody opens a service twice in a visit: a guide has one end.
        let is_known = |event: &Event| matches!(event, Event::Started(known) if *known == service.id);
        if events.iter().any(is_known) {
            return;
        }
        events.push(Event::Started(service.id));
        match (0..service.steps).find(|_| self.chance(0.08)) {
            Some(step) => events.push(Event::LeftAt(service.id, step)),
            None => {
                events.push(Event::Done(service.id));
                if self.chance(0.2) {
                    events.push(Event::Useful(service.id, self.chance(0.8)));
                }
            }
        }
        if self.chance(0.2) {
            events.push(Event::WrittenDown(service.id));
        }
    }

    fn learn(&mut self, events: &mut Vec<Event>) {
        let Some(lesson) = self.random.choice(&self.choices.lessons).copied() else { return };
        events.push(Event::LessonStarted(lesson));
        if self.chance(0.7) {
            events.push(Event::LessonDone(lesson));
            for pair in 0..QUESTION_PAIRS {
                if self.chance(0.6) {
                    let before = self.chance(0.5);
                    let after = self.chance(if before { 0.92 } else { 0.55 });
                    events.push(Event::Gain(lesson, pair, Gain::of(before, after)));
                }
            }
        }
    }

    fn check_skills(&mut self, group: LanguageGroup, events: &mut Vec<Event>) {
        events.extend([Event::CheckStarted, Event::CheckStartedIn(group)]);
        if !self.chance(0.75) {
            return;
        }
        events.extend([Event::CheckDone, Event::CheckDoneIn(group)]);
        if self.chance(0.08) {
            events.push(Event::CheckPartial);
            return;
        }
        let scope = [Scope::From16To74, Scope::From16To74, Scope::From16To74, Scope::NotSaid, Scope::Other];
        let scope = self.random.choice(scope).unwrap_or(Scope::NotSaid);
        let was_online = self.chance(0.95);
        let able = self.random.f64();
        let areas: [AreaLevel; AREAS] = std::array::from_fn(|area| {
            let activities = (0..4).filter(|_| self.chance(0.2 + 0.75 * able)).count();
            AreaLevel::of(area, activities as u8)
        });
        events.push(Event::CheckLevel(level(was_online, areas), scope));
        if was_online {
            events.extend(areas.iter().zip(0..).map(|(level, area)| Event::CheckArea(area, *level)));
        }
    }

    fn search(&mut self, events: &mut Vec<Event>) {
        if !self.chance(0.35) {
            return;
        }
        if self.chance(0.82) {
            events.push(Event::Search(Search::Hit));
        } else {
            events.push(Event::Search(Search::Zero));
            if self.chance(0.5) {
                events.push(Event::Search(Search::Chosen));
                events.extend(self.random.choice(&self.choices.topics).copied().map(Event::ZeroTopic));
            }
        }
    }

    /// The three questions on the way out, each of which may be left open.
    fn answer_questions(&mut self, events: &mut Vec<Event>) {
        let reply = |random: &mut Rng, yes: f64| match random.f64() {
            drawn if drawn < 0.4 => Reply::Skip,
            _ if random.f64() < yes => Reply::Yes,
            _ => Reply::No,
        };
        events.push(Event::FirstTime(reply(&mut self.random, 0.45)));
        events.push(Event::HomeNet(reply(&mut self.random, 0.8)));
        let ages = [(Age::Under16, 3), (Age::From16, 13), (Age::From25, 45), (Age::From55, 15), (Age::From65, 15)];
        let shares = ages.into_iter().chain([(Age::From75, 9)]);
        let among: Vec<Age> = shares.flat_map(|(age, share)| std::iter::repeat_n(age, share)).collect();
        let age = if self.chance(0.4) { None } else { self.random.choice(&among).copied() };
        events.push(Event::Age(age.unwrap_or(Age::Skip)));
    }

    fn chance(&mut self, chance: f64) -> bool {
        self.random.f64() < chance
    }

    /// A place in a list of shares that are summed up; none in an empty one.
    fn pick(&mut self, shares: &[f64]) -> Option<usize> {
        let all = shares.last()?;
        let at = self.random.f64() * all;
        Some(shares.partition_point(|share| *share <= at).min(shares.len() - 1))
    }
}

/// Each share with those before it.
fn summed(shares: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sum = 0.0;
    let add = |share| {
        sum += share;
        sum
    };
    shares.map(add).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_opened_nothing_is_asked_nothing() {
        // What is opened here is the check of skills alone, so most open nothing.
        let languages = vec!["fr".parse().expect("a language")];
        let choices = Choices { languages, services: Vec::new(), lessons: Vec::new(), topics: Vec::new() };
        let mut residents = Residents::of(&choices, 1, 0);
        let is_asked = |events: &[Event]| events.iter().any(|event| matches!(event, Event::FirstTime(_)));
        let visits: Vec<Vec<Event>> = (0..5000).map(|_| residents.visit()).collect();
        let asked: Vec<&Vec<Event>> = visits.iter().filter(|events| is_asked(events)).collect();
        assert!(asked.len() > 20, "some are asked: {}", asked.len());
        assert!(asked.iter().all(|events| events.contains(&Event::Engaged)));
    }
}
