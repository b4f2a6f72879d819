//! What a message does to the state.

mod hands;

use self::hands::{begin_at_field, take_code};
use super::draft::Action;
use super::focus::{self, Way};
use super::keymap::{self, Command};
use super::lesson::Deed;
use super::questions::Told;
use super::rehearsal::Act;
use super::screens::{self, Typing};
use super::state::{Phase, Visit, first_language};
use super::{App, Ask, Effect, Env, Msg, Reason, Screen};
use crate::base::{Key, Lang, Millis, RoomId, Theme};
use crate::page::{Anchor, Spot, Target};
use crate::usage::event::Search;

/// How long "still there?" waits for a key.
const GRACE: Millis = Millis::from_seconds(30);
/// The field of a screen where one types: its first choice.
const FIELD: Target = Target::Spot(Spot(0));
/// How long the screen says that nothing is kept.
const ERASED_SHOWN: Millis = Millis::from_seconds(20);

/// With what something was chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hand {
    Keyboard,
    Mouse,
}

/// Takes a message: the only door to the state.
pub fn update(app: &mut App, env: &Env, msg: Msg) -> Vec<Effect> {
    let (phase, size) = (app.phase.clone(), app.size);
    let effects = take(app, env, msg);
    if let Phase::Visit(visit) = &mut app.phase {
        let shown = visit.view().screen;
        visit.tally.see(shown, env.library);
        visit.tally.see_features(shown, visit.theme);
        visit.questions.is_shown |= matches!(shown, Screen::Questions(_));
        visit.learning.see(shown);
        visit.rehearsal.see(shown);
        begin_at_field(visit, env);
        if shown == Screen::CheckResult {
            visit.check.finish(&env.library.activities());
        }
    }
    if app.phase != phase || app.size != size {
        app.rev += 1;
    }
    effects
}

fn take(app: &mut App, env: &Env, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Tick(now) => app.pass_time(env, now),
        Msg::Key(now, key) => app.attend(env, now, |app| app.press(env, key)),
        Msg::Pointer(now, rev, target) if rev == app.rev => app.attend(env, now, |app| app.point(env, target)),
        Msg::Pointer(now, ..) => app.attend(env, now, |_| Vec::new()),
        Msg::Wheel(now, by) => {
            let command = if by > 0 { Command::PageDown } else { Command::PageUp };
            app.attend(env, now, |app| app.wheel(env, command))
        }
        Msg::Resized(size) => {
            app.size = size;
            Vec::new()
        }
        Msg::Stop(reason) => vec![Effect::Leave(reason)],
    }
}

impl App {
    /// When time will change something next, if nobody presses a key.
    pub fn deadline(&self, env: &Env) -> Option<Millis> {
        match &self.phase {
            Phase::Start => None,
            Phase::Visit(visit) if visit.is_of_staff() => None,
            Phase::Visit(visit) => Some(match visit.asked {
                Some(since) => since + GRACE,
                None => self.last + limit(visit, env),
            }),
            Phase::Erased { .. } => Some(self.last + ERASED_SHOWN),
        }
    }

    /// Asks "still there?", and forgets who does not answer.
    fn pass_time(&mut self, env: &Env, now: Millis) -> Vec<Effect> {
        match &mut self.phase {
            Phase::Start => Vec::new(),
            // Nobody of the staff is asked whether they are still there.
            Phase::Visit(visit) if visit.is_of_staff() => Vec::new(),
            Phase::Visit(visit) => {
                let limit = limit(visit, env);
                if visit.asked.is_none() && now.since(self.last) >= limit {
                    visit.asked = Some(self.last + limit);
                }
                match visit.asked {
                    Some(since) if now.since(since) >= GRACE => self.forget(env, Phase::Start),
                    _ => Vec::new(),
                }
            }
            Phase::Erased { .. } if now.since(self.last) >= ERASED_SHOWN => self.forget(env, Phase::Start),
            Phase::Erased { .. } => Vec::new(),
        }
    }

    /// Somebody is there. The answer to "still there?" does nothing else; the first sign of life after a visit that has
    /// run out in the meantime (the machine may have slept) finds the start screen.
    fn attend(&mut self, env: &Env, now: Millis, act: impl FnOnce(&mut App) -> Vec<Effect>) -> Vec<Effect> {
        let mut effects = self.pass_time(env, now);
        self.last = now;
        if let Phase::Visit(visit) = &mut self.phase
            && visit.asked.take().is_some()
        {
            return effects;
        }
        effects.extend(act(self));
        effects
    }

    fn press(&mut self, env: &Env, key: Key) -> Vec<Effect> {
        if let Some(deed) = self.key_deed(env, key) {
            return self.act(env, Action::Do(deed));
        }
        let command = self.meaning(env, key);
        if command == Some(Command::Leave) {
            let allowed = !env.settings.locked || self.is_of_staff();
            return if allowed { vec![Effect::Leave(Reason::Asked)] } else { Vec::new() };
        }
        if matches!(key, Key::Ctrl(_)) || !self.size.is_usable() {
            return Vec::new();
        }
        match (&self.phase, command) {
            (Phase::Start, _) => self.welcome(env),
            (Phase::Erased { .. }, _) => self.forget(env, Phase::Start),
            (Phase::Visit(_), Some(command)) => self.perform(env, command),
            (Phase::Visit(_), None) => Vec::new(),
        }
    }

    /// What a key means on the screen that is shown.
    fn meaning(&self, env: &Env, key: Key) -> Option<Command> {
        let keyboard = env.settings.keyboard;
        match self.typing(env) {
            Some(_) => keymap::meaning_while_typing(key, keyboard, self.focus(env) != Some(FIELD)),
            None => keymap::meaning(key, keyboard),
        }
    }

    /// What is typed on the screen that is shown, if anything is.
    fn typing(&self, env: &Env) -> Option<Typing> {
        match &self.phase {
            Phase::Visit(visit) => screens::typing(visit, env),
            _ => None,
        }
    }

    /// What a key does in an exercise that asks for single keys. The keys that lead out of it mean what they always mean.
    fn key_deed(&self, env: &Env, key: Key) -> Option<Deed> {
        let Phase::Visit(visit) = &self.phase else { return None };
        let wanted = screens::wanted_key(visit, env).filter(|_| self.size.is_usable())?;
        let is_beside = self.focus(env) != Some(FIELD);
        let is_taken = match key {
            // Beside the field they choose, as everywhere.
            Key::Enter | Key::Char(' ') => !is_beside,
            key if key == wanted => true,
            Key::Char(_) | Key::Backspace => true,
            Key::Up | Key::Left | Key::Right => !is_beside,
            _ => false,
        };
        is_taken.then_some(Deed::Press(key))
    }

    fn point(&mut self, env: &Env, target: Target) -> Vec<Effect> {
        match (&self.phase, target) {
            (_, Target::Key(key)) => self.press(env, key),
            (Phase::Visit(_), target) if self.size.is_usable() => self.choose(env, target, Hand::Mouse),
            // The start and the farewell take any press as a key; a window that is too small takes none.
            _ => self.press(env, Key::Enter),
        }
    }

    fn wheel(&mut self, env: &Env, command: Command) -> Vec<Effect> {
        match &self.phase {
            Phase::Visit(visit) if self.size.is_usable() && screens::wants_scroll(visit, env) => {
                self.act(env, Action::Do(Deed::Scroll))
            }
            Phase::Visit(_) if self.size.is_usable() => self.perform(env, command),
            _ => Vec::new(),
        }
    }

    fn welcome(&mut self, env: &Env) -> Vec<Effect> {
        let lang = first_language(env.settings, env.texts);
        let mut visit = Visit::new(lang, Theme::default());
        visit.learning.seed = self.last.0;
        if let Some(view) = visit.view_mut() {
            view.focus = screens::language_choice(env, lang);
        }
        self.phase = Phase::Visit(Box::new(visit));
        Vec::new()
    }

    /// Forgets the visitor: one assignment, and what they typed ahead goes with it. What may be counted goes up by one.
    /// Who leaves before the choice of a language had no moment to refuse, so that is no visit.
    fn forget(&mut self, env: &Env, phase: Phase) -> Vec<Effect> {
        if let Phase::Visit(visit) = &mut self.phase {
            note_search(visit, env);
        }
        let counted = match &self.phase {
            Phase::Visit(visit) if env.settings.count && visit.chosen && !visit.refused => {
                Some(Effect::Count(visit.events(env.library)))
            }
            _ => None,
        };
        *self = App { rev: self.rev, last: self.last, phase, ..App::fresh(self.size) };
        counted.into_iter().chain([Effect::ForgetInput]).collect()
    }

    fn perform(&mut self, env: &Env, command: Command) -> Vec<Effect> {
        let Phase::Visit(visit) = &self.phase else { return Vec::new() };
        match command {
            // As in any form: the lessons teach it.
            Command::Walk if self.focus(env) == Some(FIELD) && screens::ends_box(visit, env) => {
                self.act(env, Action::Do(Deed::Check))
            }
            Command::Walk
            | Command::WalkBack
            | Command::Up
            | Command::Down
            | Command::Left
            | Command::Right
            | Command::PageUp
            | Command::PageDown => {
                self.move_focus(env, command);
                Vec::new()
            }
            Command::Choose => match self.focus(env) {
                Some(FIELD) if self.typing(env) == Some(Typing::Search) => self.choose_first(env),
                Some(FIELD) if self.typing(env) == Some(Typing::Code) => self.act(env, Action::TakeCode),
                Some(FIELD) if self.typing(env) == Some(Typing::Exercise) => self.act(env, Action::Do(Deed::Check)),
                Some(FIELD) if self.typing(env) == Some(Typing::Rehearsal) => {
                    self.act(env, Action::Rehearse(Act::Enter))
                }
                Some(target) => self.choose(env, target, Hand::Keyboard),
                None => Vec::new(),
            },
            Command::Number(number) => match self.laid(env).and_then(|laid| laid.numbered(number)) {
                Some(target) => self.choose(env, target, Hand::Keyboard),
                None => Vec::new(),
            },
            Command::Write(_) | Command::Unwrite | Command::Complete => self.write_with(env, command),
            command => match screens::action_of(visit, env, command) {
                Some(action) => self.act(env, action),
                None => Vec::new(),
            },
        }
    }

    fn choose(&mut self, env: &Env, target: Target, hand: Hand) -> Vec<Effect> {
        let Phase::Visit(visit) = &self.phase else { return Vec::new() };
        match target {
            Target::Spot(spot) => match screens::draft(visit, env).actions.get(usize::from(spot.0)) {
                Some(Action::Click) => {
                    let pressed = (hand == Hand::Mouse).then_some(self.last);
                    self.act(env, Action::Do(Deed::Click(pressed)))
                }
                Some(action) => self.act(env, *action),
                None => Vec::new(),
            },
            Target::Key(key) => match keymap::meaning(key, env.settings.keyboard) {
                Some(command) => self.perform(env, command),
                None => Vec::new(),
            },
            Target::More => self.perform(env, Command::PageDown),
        }
    }

    fn act(&mut self, env: &Env, action: Action) -> Vec<Effect> {
        let Phase::Visit(visit) = &mut self.phase else { return Vec::new() };
        if !action.is_typing() {
            note_search(visit, env);
        }
        match action {
            Action::Open(screen) | Action::Found(screen) => visit.open(screen),
            Action::Instead(screen) => {
                visit.tally.search(Search::Chosen);
                visit.tally.chose_instead(screen);
                visit.open(screen);
            }
            Action::TryWord(_)
            | Action::Field
            | Action::Write(_)
            | Action::Unwrite
            | Action::Clear
            | Action::Complete => self.act_in_field(env, action),
            Action::TakeCode | Action::CodeWord(_) => take_code(visit, env, action),
            Action::Replace(screen) => visit.replace(screen),
            Action::Home => go_home(visit),
            Action::Back if visit.stack.len() > 1 => {
                visit.stack.pop();
            }
            // There is nothing to erase and nothing to ask.
            Action::Back | Action::Finish if visit.is_of_staff() => return vec![Effect::Leave(Reason::Asked)],
            Action::Back if visit.chosen => lead_out(visit, env),
            // Nothing was chosen yet, so nothing is lost.
            Action::Back => return self.forget(env, Phase::Start),
            Action::SetLanguage(lang) => choose_language(visit, lang),
            Action::SetTheme(theme) => visit.theme = theme,
            Action::Answer(_)
            | Action::Sure(..)
            | Action::Reply(..)
            | Action::Scope(_)
            | Action::Online(_)
            | Action::Activity(..) => {
                if let Some(screen) = answered(visit, env, action) {
                    visit.open(screen);
                }
            }
            Action::CheckAgain => {
                visit.check = visit.check.again();
                visit.open(Screen::Check);
            }
            Action::Do(deed) => self.work(env, deed),
            Action::BeginRoom(room) => begin_room(visit, room),
            Action::Rehearse(act) => self.rehearse(env, act),
            // It is pressed with a hand, which only `choose` knows.
            Action::Click => {}
            Action::Assist(helps) => assist(visit, helps),
            Action::Finish => lead_out(visit, env),
            Action::Tell(told) => take_told(visit, env, told),
            Action::Refuse(refused) => visit.refuse(refused),
            Action::Erase => return self.erase(env),
            Action::EraseUncounted => {
                visit.refused = true;
                return self.erase(env);
            }
        }
        Vec::new()
    }

    /// Forgets the visitor and says so.
    fn erase(&mut self, env: &Env) -> Vec<Effect> {
        let Phase::Visit(visit) = &self.phase else { return Vec::new() };
        let Visit { lang, theme, refused, .. } = **visit;
        self.forget(env, Phase::Erased { lang, theme, refused })
    }

    fn move_focus(&mut self, env: &Env, command: Command) {
        let Some(laid) = self.laid(env) else { return };
        let Phase::Visit(visit) = &mut self.phase else { return };
        let keys = screens::keys(visit, env);
        let Some(view) = visit.view_mut() else { return };
        if std::mem::take(&mut view.seeks) {
            view.at = laid.at;
        }
        match command {
            Command::Up if view.screen.goes_by_rows() => focus::step_rows(view, laid, &keys, Way::Back),
            Command::Down if view.screen.goes_by_rows() => focus::step_rows(view, laid, &keys, Way::On),
            Command::Walk => focus::walk(view, laid, &keys, Way::On),
            Command::WalkBack => focus::walk(view, laid, &keys, Way::Back),
            Command::PageDown => focus::turn(view, laid, Way::On),
            Command::PageUp => focus::turn(view, laid, Way::Back),
            Command::Up | Command::Down | Command::Left | Command::Right if focus::is_on_tile(laid) => {
                focus::walk_map(view, laid, &keys, command);
            }
            Command::Up | Command::Left => focus::step(view, laid, &keys, Way::Back),
            _ => focus::step(view, laid, &keys, Way::On),
        }
        // Until one is chosen, the language follows the focus, and stays when that leaves the list for the key bar.
        if !visit.chosen {
            visit.lang = screens::page_language(visit, env);
        }
    }

    fn focus(&self, env: &Env) -> Option<Target> {
        self.laid(env).and_then(|laid| laid.focus)
    }

    /// The layout of the page that is on the screen; none if it is of another page.
    fn laid<'a>(&self, env: &Env<'a>) -> Option<&'a crate::page::Laid> {
        env.laid.filter(|laid| laid.rev == self.rev)
    }
}

/// Whoever goes on without a choice stays with the language that speaks.
fn go_home(visit: &mut Visit) {
    visit.chosen = true;
    visit.stack.truncate(1);
    visit.open(Screen::Home);
}

/// A rehearsal begins at its first scene, whatever was done in this room before.
fn begin_room(visit: &mut Visit, room: RoomId) {
    visit.rehearsal.begin(room);
    visit.open(Screen::Scene(room, 0));
}

/// The language changes under the resident, and nothing else: from the first choice one goes on to the home screen.
fn choose_language(visit: &mut Visit, lang: Lang) {
    visit.lang = lang;
    visit.chosen = true;
    if visit.view().screen == Screen::Welcome {
        visit.open(Screen::Home);
    } else {
        visit.stack.pop();
    }
}

/// Somebody wants to finish: the last screen, and before it the questions where they are still to be asked.
fn lead_out(visit: &mut Visit, env: &Env) {
    if matches!(visit.view().screen, Screen::Questions(_)) {
        // The way back from the last screen leads to what one was doing.
        visit.leave_questions();
        visit.open(Screen::Finish);
    } else if screens::are_questions_due(visit, env) {
        visit.open(Screen::Questions(Ask::FirstTime));
    } else {
        visit.open(Screen::Finish);
    }
}

/// Takes an answer to a question on the way out, and asks the next one.
fn take_told(visit: &mut Visit, env: &Env, told: Told) {
    visit.questions.tell(told);
    match told.ask().next() {
        Some(next) => visit.open(Screen::Questions(next)),
        None => lead_out(visit, env),
    }
}

/// Takes an answer to a question of a finder, of a lesson or of the check of digital skills, and says what follows it.
fn answered(visit: &mut Visit, env: &Env, action: Action) -> Option<Screen> {
    match action {
        Action::Answer(given) => {
            visit.answer(given);
            screens::after_answer(visit, env, given)
        }
        Action::Sure(lesson, when, sure) => {
            visit.learning.set_sure(lesson, when, sure);
            screens::after_sure(visit, env, lesson, when)
        }
        Action::Reply(lesson, of, reply) => {
            visit.learning.set_reply(lesson, of, reply);
            screens::after_reply(visit, env, lesson, of)
        }
        Action::Scope(scope) => {
            visit.check.scope = Some(scope);
            Some(Screen::CheckOnline)
        }
        Action::Online(said) => {
            visit.check.set_online(said);
            Some(screens::next_of_check(visit, env))
        }
        Action::Activity(activity, said) => {
            visit.check.say(activity, said);
            Some(screens::next_of_check(visit, env))
        }
        _ => None,
    }
}

/// Somebody begins to help, or leaves the resident alone. The help screen says so from its top.
fn assist(visit: &mut Visit, helps: bool) {
    visit.helping.set(helps);
    if let Some(view) = visit.view_mut().filter(|view| view.screen == Screen::Help) {
        (view.focus, view.at) = (None, Anchor::default());
    }
}

/// Takes note of a search that is left now: only how it ended.
fn note_search(visit: &mut Visit, env: &Env) {
    let outcome = visit.view().screen.is_for_typing().then(|| screens::outcome(visit, env)).flatten();
    if let Some(outcome) = outcome {
        visit.tally.search(outcome);
    }
}

fn limit(visit: &Visit, env: &Env) -> Millis {
    let is_for_reading = visit.view().screen.is_for_reading();
    let limit = if is_for_reading { env.settings.reading_limit } else { env.settings.list_limit };
    // Two people talk with each other between two keys.
    if visit.helping.is_on() { env.settings.helping_limit.max(limit) } else { limit }
}
