//! The state of the kiosk. It holds ids, never words: so the language can change at any moment, on any screen.

use super::code::{Entry, Progress};
use super::helping::Helping;
use super::lesson::{ExerciseAt, Learning, Stage};
use super::questions::Questions;
use super::rehearsal::Rehearsal;
use super::skills::Check;
use super::tally::Tally;
use super::{FiguresAt, Screen};
use crate::app::Settings;
use crate::base::{FinderId, Lang, LessonId, Millis, ServiceId, Size, Theme, Typed};
use crate::content::Library;
use crate::content::model::Lesson;
use crate::i18n::{Spoken, Texts};
use crate::page::{Anchor, Target};
use crate::usage::event::{Event, LanguageGroup};

/// How many screens deep a visit can go back.
const STACK_MAX: usize = 64;

/// The whole state.
#[derive(Clone, PartialEq, Debug)]
pub struct App {
    /// Grows with every change that can be seen.
    pub(super) rev: u64,
    pub(super) size: Size,
    /// The moment of the last key.
    pub(super) last: Millis,
    pub(super) phase: Phase,
}

/// Whether somebody is there.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Phase {
    /// Nobody: the start screen greets in all languages.
    Start,
    Visit(Box<Visit>),
    /// A visit has just been erased; the screen says so in its language.
    Erased {
        lang: Lang,
        theme: Theme,
        refused: bool,
    },
}

/// What the kiosk knows of the person before it. Dropping it forgets them.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Visit {
    pub lang: Lang,
    /// Whether the resident chose a language.
    pub chosen: bool,
    pub theme: Theme,
    /// The way back; the last one is on the screen. Never empty.
    pub stack: Vec<View>,
    /// What it would add to the counters.
    pub tally: Tally,
    /// What was answered to the questions of finders.
    pub answers: Vec<Answered>,
    /// What stands in the field of the search. It stays while the resident looks at what was found.
    pub typed: Typed,
    /// What was done in lessons.
    pub learning: Learning,
    /// What was done in rehearsal rooms.
    pub rehearsal: Rehearsal,
    /// What was answered in the check of digital skills.
    pub check: Check,
    /// What stands in the field of the code.
    pub entry: Entry,
    /// What a code remembered of other days. It is counted nowhere: that was done in another visit.
    pub earlier: Progress,
    /// Whether somebody helps the resident.
    pub helping: Helping,
    /// What was answered on the way out.
    pub questions: Questions,
    /// Whether the resident does not want to be counted.
    pub refused: bool,
    /// Whether the screen asks "still there?", and since when.
    pub asked: Option<Millis>,
}

/// An answer to a question of a finder, both by their places.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Answered {
    pub finder: FinderId,
    pub question: u16,
    pub answer: u16,
}

/// A screen and where the resident is on it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct View {
    pub screen: Screen,
    pub focus: Option<Target>,
    pub at: Anchor,
    /// Whether the view goes to where the focus stands.
    pub seeks: bool,
}

impl App {
    /// The kiosk at its start screen, with nobody before it.
    pub fn fresh(size: Size) -> App {
        App { rev: 0, size, last: Millis::default(), phase: Phase::Start }
    }

    /// The kiosk on one screen of a visit in a language, as if somebody had gone there from the home screen.
    pub fn showing(size: Size, lang: Lang, screen: Screen) -> App {
        let mut visit = Visit::new(lang, Theme::default());
        visit.chosen = true;
        visit.open(Screen::Home);
        visit.open(screen);
        App { phase: Phase::Visit(Box::new(visit)), ..App::fresh(size) }
    }

    /// What was counted, for staff, and nothing else.
    pub fn showing_figures(size: Size, lang: Lang, at: FiguresAt) -> App {
        let overview = Screen::Figures(FiguresAt::Overview);
        let mut visit = Visit { chosen: true, stack: vec![View::of(overview)], ..Visit::new(lang, Theme::default()) };
        visit.open(Screen::Figures(at));
        App { phase: Phase::Visit(Box::new(visit)), ..App::fresh(size) }
    }

    /// Whether staff look at what was counted.
    pub(super) fn is_of_staff(&self) -> bool {
        matches!(&self.phase, Phase::Visit(visit) if visit.is_of_staff())
    }

    /// The same screen with its right answer, for those who proof-read a lesson; none where nothing is to be answered.
    pub fn with_answer(&self) -> Option<App> {
        let mut app = self.clone();
        let Phase::Visit(visit) = &mut app.phase else { return None };
        match visit.view().screen {
            Screen::Exercise(lesson, part) => {
                visit.learning.attempt_mut(ExerciseAt::Part(lesson, part)).stage = Stage::Shown;
            }
            Screen::Message(message) => {
                visit.learning.attempt_mut(ExerciseAt::Message(message)).stage = Stage::Shown;
            }
            Screen::Asked(..) => visit.learning.reveals = true,
            _ => return None,
        }
        Some(app)
    }

    /// Grows with every change that can be seen.
    pub fn rev(&self) -> u64 {
        self.rev
    }

    /// The size of the screen that it believes in.
    pub fn size(&self) -> Size {
        self.size
    }

    /// How the screen is coloured now.
    pub fn theme(&self) -> Theme {
        match &self.phase {
            Phase::Start => Theme::default(),
            Phase::Visit(visit) => visit.theme,
            Phase::Erased { theme, .. } => *theme,
        }
    }

    /// Whether nobody is there: the start screen.
    pub fn is_at_start(&self) -> bool {
        self.phase == Phase::Start
    }

    /// The screen of the visit, where there is one.
    pub fn screen(&self) -> Option<Screen> {
        match &self.phase {
            Phase::Visit(visit) => Some(visit.view().screen),
            _ => None,
        }
    }

    /// The language of the visit, where there is one.
    pub fn lang(&self) -> Option<Lang> {
        match &self.phase {
            Phase::Start => None,
            Phase::Visit(visit) => Some(visit.lang),
            Phase::Erased { lang, .. } => Some(*lang),
        }
    }

    /// How many screens deep the visit is.
    pub fn depth(&self) -> usize {
        match &self.phase {
            Phase::Visit(visit) => visit.stack.len(),
            _ => 0,
        }
    }
}

impl Visit {
    /// A visit that has just begun, at the choice of the language.
    pub fn new(lang: Lang, theme: Theme) -> Visit {
        Visit {
            lang,
            chosen: false,
            theme,
            stack: vec![View::of(Screen::Welcome)],
            tally: Tally::default(),
            answers: Vec::new(),
            typed: Typed::default(),
            learning: Learning::default(),
            rehearsal: Rehearsal::default(),
            check: Check::default(),
            entry: Entry::default(),
            earlier: Progress::default(),
            helping: Helping::default(),
            questions: Questions::default(),
            refused: false,
            asked: None,
        }
    }

    /// Whether it is no visit of a resident: staff look at what was counted.
    pub fn is_of_staff(&self) -> bool {
        matches!(self.stack.first(), Some(View { screen: Screen::Figures(_), .. }))
    }

    /// The screen that is shown.
    pub fn view(&self) -> View {
        self.stack.last().copied().unwrap_or(View::of(Screen::Welcome))
    }

    /// The same, to change where the resident is on it.
    pub fn view_mut(&mut self) -> Option<&mut View> {
        self.stack.last_mut()
    }

    /// Goes to a screen; to where the resident was on it, if it is on the way back already.
    pub fn open(&mut self, screen: Screen) {
        let is_searching = self.stack.iter().any(|view| view.screen.is_for_typing());
        if screen.is_for_typing() && !is_searching {
            // A new search: what was looked for before would stand in its way.
            self.typed = Typed::default();
        }
        self.go(screen);
    }

    fn go(&mut self, screen: Screen) {
        let known = match screen {
            // They tell of the screen right below them, so an older one of them is another one.
            Screen::Languages | Screen::Words => None,
            _ => self.stack.iter().position(|view| view.screen == screen),
        };
        match known {
            Some(known) => {
                self.stack.truncate(known + 1);
                if (screen.is_for_typing() || matches!(screen, Screen::Scene(..)))
                    && let Some(view) = self.view_mut()
                {
                    // To the field, not to a result of before or to the mistake that was made.
                    *view = View::of(screen);
                }
            }
            None => {
                if self.stack.len() == STACK_MAX {
                    // The oldest ones after the home screen make room.
                    self.stack.remove(2);
                }
                self.stack.push(View::of(screen));
            }
        }
    }

    /// Puts another screen in the place of the one that is shown.
    pub fn replace(&mut self, screen: Screen) {
        self.stack.pop();
        self.go(screen);
    }

    /// Takes the word of a resident on whether this visit is not to be counted. Who refuses is asked nothing for counts.
    pub fn refuse(&mut self, refused: bool) {
        self.refused = refused;
        if refused {
            self.leave_questions();
        }
    }

    /// Takes the questions on the way out from the way back.
    pub fn leave_questions(&mut self) {
        self.stack.retain(|view| !matches!(view.screen, Screen::Questions(_)));
    }

    /// The answer that was given to a question of a finder.
    pub fn answer_to(&self, finder: FinderId, question: u16) -> Option<u16> {
        let is_it = |given: &&Answered| (given.finder, given.question) == (finder, question);
        self.answers.iter().find(is_it).map(|given| given.answer)
    }

    /// Takes an answer, in the place of an earlier one. Answers to other questions stay: they still hold where they are
    /// asked again.
    pub fn answer(&mut self, given: Answered) {
        self.answers.retain(|other| (other.finder, other.question) != (given.finder, given.question));
        self.answers.push(given);
    }

    /// Whether a lesson was done, in this visit or on another day.
    pub fn has_done(&self, id: LessonId, lesson: &Lesson) -> bool {
        self.learning.is_done(id) || self.earlier.has(lesson.place)
    }

    /// What a code would remember: of this visit and of other days.
    pub fn progress(&self, library: &Library) -> Progress {
        let mut now = Progress::at(self.check.level(&library.activities()));
        for (id, lesson) in library.lessons() {
            if self.learning.is_done(id) {
                now.add(lesson.place);
            }
        }
        self.earlier.with(now)
    }

    /// What of the visit is counted, each thing once, in an order that tells nothing.
    pub fn events(&self, library: &Library) -> Vec<Event> {
        let mut events = self.tally.events(self.lang, library);
        events.extend(self.learning.events(library));
        events.extend(self.check.events(LanguageGroup::of(self.lang)));
        events.extend(self.helping.event());
        events.extend(self.questions.events());
        let is_content =
            |event: &Event| matches!(event, Event::Opened(_) | Event::LessonStarted(_) | Event::CheckStarted);
        if events.iter().any(is_content) || self.rehearsal.is_begun() || self.learning.has_judged() {
            events.push(Event::Engaged);
        }
        events.sort();
        events
    }

    /// The page to write down of what the resident is busy with.
    pub fn slip(&self) -> Option<Screen> {
        self.stack.iter().rev().find_map(|view| match view.screen {
            Screen::CheckResult | Screen::CheckSlip => Some(Screen::CheckSlip),
            screen => screen.lesson().map(Screen::LessonSlip).or(screen.service().map(Screen::Slip)),
        })
    }

    /// The service that the resident is busy with.
    pub fn service(&self) -> Option<ServiceId> {
        self.stack.iter().rev().find_map(|view| view.screen.service())
    }
}

impl View {
    pub fn of(screen: Screen) -> View {
        View { screen, focus: None, at: Anchor::default(), seeks: false }
    }
}

/// The language that speaks where none was chosen: the one that was asked for at the start if it is offered, else the first
/// one that is.
pub fn first_language(settings: &Settings, texts: &Texts) -> Lang {
    let asked = offered(settings, texts).find(|spoken| Some(spoken.lang) == settings.language);
    asked.or_else(|| offered(settings, texts).next()).map_or_else(|| texts.first(), |spoken| spoken.lang)
}

/// The languages to choose from, in their order: all of them where settings name none that exists.
pub fn offered<'e>(settings: &'e Settings, texts: &'e Texts) -> impl Iterator<Item = &'e Spoken> + use<'e> {
    let (wanted, languages) = (&settings.offered, texts.languages());
    let all = !languages.iter().any(|spoken| wanted.contains(&spoken.lang));
    languages.iter().filter(move |spoken| all || wanted.contains(&spoken.lang))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::content::parse;
    use crate::content::source::ContentFiles;

    #[test]
    fn the_way_back_has_an_end_and_always_leads_home() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good-content");
        let files = ContentFiles::read(&folder).expect("the good content");
        let (library, _) = parse::compile(&files);
        let (service, _) = library.services().next().expect("a service");
        let mut visit = Visit::new("en".parse().expect("a tag"), Theme::default());
        visit.open(Screen::Home);
        (0..200).for_each(|step| visit.open(Screen::Step(service, step)));
        let screens: Vec<Screen> = visit.stack.iter().map(|view| view.screen).collect();
        assert_eq!(screens.len(), STACK_MAX);
        assert_eq!(screens[..3], [Screen::Welcome, Screen::Home, Screen::Step(service, 138)]);
        assert_eq!(visit.view().screen, Screen::Step(service, 199));
    }
}
