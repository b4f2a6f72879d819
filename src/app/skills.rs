//! The check of digital skills: what was answered, which activity is asked about next, and what comes of it.
//!
//! An area is no longer asked about once enough of its activities are done: more of them change nothing, so the result is
//! the one of the full list.

use crate::content::model::{Activity, SkillArea};
use crate::usage::event::skills::{AREAS, AreaLevel, Scope, SkillLevel, level};
use crate::usage::event::{Event, LanguageGroup};

/// More activities than this are asked of nobody, whatever a damaged pack says.
const ACTIVITIES_MAX: usize = 60;

/// What was answered in a visit. It is part of the visit, so it is forgotten with it.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Check {
    pub scope: Option<Scope>,
    /// Whether the internet was used in the last three months.
    online: Option<Said>,
    /// By activity.
    said: Vec<Option<Said>>,
    /// Whom it was about and what came of it, once the result was seen: the last time it was, of the first turn.
    seen: Option<(Scope, Outcome)>,
    /// Whether the questions were begun again: one visit counts as one person.
    is_again: bool,
}

/// An answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Said {
    Yes,
    No,
    /// "I would rather not say."
    Nothing,
}

/// What comes of the answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outcome {
    pub level: SkillLevel,
    pub areas: [AreaLevel; AREAS],
    /// Whether an answer that was not given could have changed it.
    pub is_partial: bool,
}

/// What is asked next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Next {
    Online,
    Activity(u16),
    Result,
}

impl Check {
    /// Takes the answer about the last three months.
    pub fn set_online(&mut self, said: Said) {
        self.online = Some(said);
    }

    /// What was answered about the last three months.
    pub fn online(&self) -> Option<Said> {
        self.online
    }

    /// Takes an answer about an activity, in the place of an earlier one.
    pub fn say(&mut self, activity: u16, said: Said) {
        let at = usize::from(activity);
        if at < ACTIVITIES_MAX {
            self.said.resize(self.said.len().max(at + 1), None);
            self.said[at] = Some(said);
        }
    }

    /// What was answered about an activity.
    pub fn said(&self, activity: u16) -> Option<Said> {
        self.said.get(usize::from(activity)).copied().flatten()
    }

    /// Takes note that the result was seen.
    pub fn finish(&mut self, activities: &[Activity]) {
        if self.online.is_some() && !self.is_again && self.next(activities) == Next::Result {
            self.seen = Some((self.scope.unwrap_or(Scope::NotSaid), self.outcome(activities)));
        }
    }

    /// The level of whole answers: of this turn, else of the first one. A level that an answer could have changed is none.
    pub fn level(&self, activities: &[Activity]) -> Option<SkillLevel> {
        let is_whole = self.online.is_some() && self.next(activities) == Next::Result;
        let now = is_whole.then(|| self.outcome(activities)).filter(|outcome| !outcome.is_partial);
        let first = self.seen.map(|(_, outcome)| outcome).filter(|outcome| !outcome.is_partial);
        now.or(first).map(|outcome| outcome.level)
    }

    /// The same questions for another turn. What is counted stays that of the first one, if it came to a result.
    pub fn again(&self) -> Check {
        Check { seen: self.seen, is_again: self.seen.is_some(), ..Check::default() }
    }

    /// What is asked next.
    pub fn next(&self, activities: &[Activity]) -> Next {
        match self.online {
            None => return Next::Online,
            Some(Said::No | Said::Nothing) => return Next::Result,
            Some(Said::Yes) => {}
        }
        let areas = self.areas(activities);
        let is_open = |activity: &Activity| areas[activity.area as usize] < AreaLevel::Above;
        let open = (0..).zip(activities.iter().take(ACTIVITIES_MAX));
        let open = open.filter(|(at, activity)| self.said(*at).is_none() && is_open(activity));
        open.map(|(at, _)| at).next().map_or(Next::Result, Next::Activity)
    }

    /// What comes of the answers so far. What was not said counts as not done.
    pub fn outcome(&self, activities: &[Activity]) -> Outcome {
        let areas = self.areas(activities);
        let withheld = |area: SkillArea| {
            let of_area = (0..).zip(activities).filter(|(_, activity)| activity.area == area);
            areas[area as usize] < AreaLevel::Above
                && of_area.into_iter().any(|(at, _)| self.said(at) == Some(Said::Nothing))
        };
        let was_online = self.online == Some(Said::Yes);
        let is_partial = self.online == Some(Said::Nothing) || (was_online && SkillArea::ALL.into_iter().any(withheld));
        Outcome { level: level(was_online, areas), areas, is_partial }
    }

    fn areas(&self, activities: &[Activity]) -> [AreaLevel; AREAS] {
        let mut done = [0_u8; AREAS];
        for (at, activity) in (0..).zip(activities.iter().take(ACTIVITIES_MAX)) {
            if self.said(at) == Some(Said::Yes) {
                done[activity.area as usize] += 1;
            }
        }
        std::array::from_fn(|area| AreaLevel::of(area, done[area]))
    }

    /// What of it is counted, in a language. Levels are counted of whole checks alone, and crossed neither with the areas nor
    /// with the language.
    pub fn events(&self, language: LanguageGroup) -> Vec<Event> {
        let mut events = Vec::new();
        if self.scope.is_some() || self.seen.is_some() {
            events.extend([Event::CheckStarted, Event::CheckStartedIn(language)]);
        }
        let Some((scope, outcome)) = self.seen else { return events };
        events.extend([Event::CheckDone, Event::CheckDoneIn(language)]);
        if outcome.is_partial {
            events.push(Event::CheckPartial);
            return events;
        }
        events.push(Event::CheckLevel(outcome.level, scope));
        if outcome.level != SkillLevel::NotAssessed {
            events.extend((0..).zip(outcome.areas).map(|(area, level)| Event::CheckArea(area, level)));
        }
        events
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::model::Localized;

    const DUTCH: LanguageGroup = LanguageGroup::Dutch;
    const STARTED: [Event; 2] = [Event::CheckStarted, Event::CheckStartedIn(DUTCH)];
    const DONE: [Event; 2] = [Event::CheckDone, Event::CheckDoneIn(DUTCH)];

    /// The areas of the thirty activities, in their order.
    fn activities() -> Vec<Activity> {
        let numbers = SkillArea::ALL.into_iter().zip([4, 6, 7, 6, 7]);
        let areas = numbers.flat_map(|(area, number)| std::iter::repeat_n(area, number));
        areas.map(|area| Activity { id: Box::from("A"), area, text: Localized::default() }).collect()
    }

    /// The check of somebody who answers like this to whatever is asked.
    fn asked(activities: &[Activity], answers: &[Said]) -> (Check, usize) {
        let mut check = Check { scope: Some(Scope::Other), ..Check::default() };
        let mut questions = 0;
        loop {
            match check.next(activities) {
                Next::Online => check.set_online(Said::Yes),
                Next::Activity(at) => {
                    questions += 1;
                    assert_eq!(check.said(at), None, "nothing is asked twice");
                    check.say(at, answers[usize::from(at)]);
                }
                Next::Result => return (check, questions),
            }
        }
    }

    #[test]
    fn stopping_early_gives_what_the_full_list_gives() {
        let activities = activities();
        let mut random = fastrand::Rng::with_seed(21);
        let (mut fewer, mut partial) = (0, 0);
        for _ in 0..100_000 {
            // Every kind of person: those who do nearly all of it, and those who do nearly nothing or say nearly nothing.
            let (yes, nothing) = (random.u8(..=100), random.u8(..20));
            let answers: Vec<Said> = activities
                .iter()
                .map(|_| match random.u8(..100) {
                    roll if roll < nothing => Said::Nothing,
                    _ if random.u8(..100) < yes => Said::Yes,
                    _ => Said::No,
                })
                .collect();
            let (early, questions) = asked(&activities, &answers);
            let mut full = Check { scope: Some(Scope::Other), ..Check::default() };
            full.set_online(Said::Yes);
            (0..).zip(&answers).for_each(|(at, said)| full.say(at, *said));
            assert_eq!(early.outcome(&activities), full.outcome(&activities), "{answers:?}");
            fewer += usize::from(questions < activities.len());
            partial += usize::from(full.outcome(&activities).is_partial);
        }
        assert!(fewer > 50_000, "most people are asked less: {fewer}");
        assert!(partial > 1_000, "some withhold what matters: {partial}");
    }

    #[test]
    fn an_answer_that_is_withheld_matters_only_where_an_area_stays_below_its_top() {
        let activities = activities();
        let mut answers = vec![Said::No; activities.len()];
        answers[0] = Said::Nothing;
        assert!(asked(&activities, &answers).0.outcome(&activities).is_partial);
        (answers[1], answers[2]) = (Said::Yes, Said::Yes);
        let outcome = asked(&activities, &answers).0.outcome(&activities);
        assert!(!outcome.is_partial, "two of information are enough: {outcome:?}");
        assert_eq!(outcome.areas[0], AreaLevel::Above);
    }

    #[test]
    fn a_whole_check_counts_its_level_and_five_areas_and_a_partial_one_neither() {
        let activities = activities();
        let mut answers = vec![Said::Yes; activities.len()];
        let (mut check, questions) = asked(&activities, &answers);
        assert_eq!(questions, 2 + 2 + 3 + 3 + 3, "whoever does all of it is asked least");
        assert_eq!(check.events(DUTCH), STARTED, "the result was not seen yet");
        check.finish(&activities);
        let events = check.events(DUTCH);
        assert!(events.contains(&Event::CheckLevel(SkillLevel::AboveBasic, Scope::Other)), "{events:?}");
        assert_eq!(events.iter().filter(|event| matches!(event, Event::CheckArea(..))).count(), AREAS);
        let mut again = check.again();
        assert_eq!(again.events(DUTCH), events, "what was seen stays counted");
        again.set_online(Said::No);
        again.finish(&activities);
        assert_eq!(again.events(DUTCH), events, "one visit is one person");
        answers.fill(Said::Nothing);
        let (mut check, _) = asked(&activities, &answers);
        check.finish(&activities);
        assert_eq!(check.events(DUTCH), [&STARTED[..], &DONE, &[Event::CheckPartial]].concat());
    }

    #[test]
    fn whoever_was_not_online_is_asked_nothing_more() {
        let activities = activities();
        let mut check = Check { scope: Some(Scope::From16To74), ..Check::default() };
        check.set_online(Said::No);
        assert_eq!(check.next(&activities), Next::Result);
        check.finish(&activities);
        let level = Event::CheckLevel(SkillLevel::NotAssessed, Scope::From16To74);
        assert_eq!(check.events(DUTCH), [&STARTED[..], &DONE, &[level]].concat());
    }
}
