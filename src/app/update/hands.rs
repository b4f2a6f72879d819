//! What somebody types, and does in an exercise or a scene: where it goes, and what comes into view with it.

use super::FIELD;
use crate::app::code::Entry;
use crate::app::draft::Action;
use crate::app::keymap::Command;
use crate::app::lesson::{Deed, Stage};
use crate::app::rehearsal::Act;
use crate::app::screens::{self, Typing};
use crate::app::state::{Phase, View, Visit};
use crate::app::{App, Effect, Env, Screen};
use crate::base::Typed;
use crate::page::{Anchor, Target};
use crate::usage::event::Search;

impl App {
    /// Changes what stands in the field of the search, of the code or of an exercise.
    pub(super) fn write_with(&mut self, env: &Env, command: Command) -> Vec<Effect> {
        let typing = self.typing(env);
        let action = match (command, typing) {
            (Command::Write(sign), Some(Typing::Exercise)) => Action::Do(Deed::Write(sign)),
            (Command::Unwrite, Some(Typing::Exercise)) => Action::Do(Deed::Unwrite),
            (Command::Write(sign), Some(Typing::Rehearsal)) => Action::Rehearse(Act::Write(sign)),
            (Command::Unwrite, Some(Typing::Rehearsal)) => Action::Rehearse(Act::Unwrite),
            (Command::Write(sign), _) => Action::Write(sign),
            (Command::Unwrite, _) => Action::Unwrite,
            (Command::Complete, Some(Typing::Search)) => Action::Complete,
            _ => return Vec::new(),
        };
        self.act(env, action)
    }

    /// Enter in the field: the first that was found; where there is none, the focus goes on to what is offered.
    pub(super) fn choose_first(&mut self, env: &Env) -> Vec<Effect> {
        let Phase::Visit(visit) = &self.phase else { return Vec::new() };
        let first = screens::draft(visit, env).actions.into_iter().find(|action| matches!(action, Action::Found(_)));
        match first {
            Some(found) => self.act(env, found),
            None => {
                self.move_focus(env, Command::Down);
                Vec::new()
            }
        }
    }

    /// Changes what stands in the field, and brings that into view.
    fn write(&mut self, env: &Env, change: impl FnOnce(&mut Typed)) {
        let focus = self.focus(env);
        let Phase::Visit(visit) = &mut self.phase else { return };
        let screen = visit.view().screen;
        match screen.is_for_code() {
            true => visit.entry.write(change),
            false => change(&mut visit.typed),
        }
        let Some(view) = visit.view_mut() else { return };
        view.focus = focus;
        if !matches!(focus, Some(Target::Spot(spot)) if screens::is_key(screen, spot)) {
            (view.focus, view.at) = (Some(FIELD), Anchor::default());
        }
    }

    /// Does something in the field of a search, or goes to it.
    pub(super) fn act_in_field(&mut self, env: &Env, action: Action) {
        let Phase::Visit(visit) = &mut self.phase else { return };
        match action {
            Action::TryWord(index) => {
                visit.tally.search(Search::Chosen);
                if let Some(word) = screens::other_word(visit, env, index) {
                    visit.typed = Typed::default();
                    self.write(env, |typed| typed.add_all(&word));
                }
            }
            Action::Field => {
                if let Some(view) = visit.view_mut() {
                    (view.focus, view.seeks) = (Some(FIELD), true);
                }
            }
            Action::Write(sign) => self.write(env, |typed| typed.add(sign)),
            Action::Unwrite => self.write(env, Typed::take_last),
            Action::Clear => self.write(env, |typed| *typed = Typed::default()),
            Action::Complete => {
                if let Some(rest) = screens::completion(visit, env) {
                    self.write(env, |typed| typed.add_all(&rest));
                }
            }
            _ => {}
        }
    }

    /// Does something in the exercise that is shown. What comes of it is read from the top; what is typed comes into view.
    pub(super) fn work(&mut self, env: &Env, deed: Deed) {
        let Phase::Visit(visit) = &mut self.phase else { return };
        let Some(open) = screens::open_exercise(visit, env) else { return };
        let Some(exercise) = open.exercise() else { return };
        let attempt = visit.learning.attempt_mut(open.at);
        let before = (attempt.stage, attempt.done, attempt.snag);
        attempt.take(exercise, env.texts.chain(visit.lang), deed);
        let is_writing = matches!(deed, Deed::Write(_) | Deed::Unwrite | Deed::Press(_) | Deed::Check);
        let in_field = is_writing && attempt.stage == Stage::Trying && open.has_field();
        let is_new =
            (attempt.stage, attempt.done, attempt.snag) != before || matches!(deed, Deed::TakeBack | Deed::Hint);
        let moves_on = is_new || (matches!(deed, Deed::Pick(_)) && open.is_put_together());
        let field = if in_field { screens::field_block(visit, env) } else { None };
        let Some(view) = visit.view_mut() else { return };
        if let Some(block) = field {
            (view.focus, view.at) = (Some(FIELD), Anchor { block, ..Anchor::default() });
        } else if moves_on {
            (view.focus, view.at) = (None, Anchor::default());
        }
    }

    /// Does something in the scene of a rehearsal room. What comes next has the focus, and is in view: the open field, and
    /// after the last one what can be pressed below it.
    pub(super) fn rehearse(&mut self, env: &Env, act: Act) {
        let Phase::Visit(visit) = &mut self.phase else { return };
        let Some((at, open)) = screens::open_scene(visit, env) else { return };
        let practice = open.practice(visit, env);
        visit.rehearsal.act(at, &practice, act);
        let is_open = screens::typing(visit, env).is_some();
        let Some(view) = visit.view_mut() else { return };
        view.focus = Some(if is_open { FIELD } else { Target::Spot(open.first_button()) });
        view.seeks = true;
    }
}

/// Whoever comes to a scene with a field begins there, where it is in view: the first thing that can be pressed is often a
/// mistake. Where it is not, what happens in the scene is read first.
pub(super) fn begin_at_field(visit: &mut Visit, env: &Env) {
    let is_new = matches!(visit.view(), View { screen: Screen::Scene(..), focus: None, .. });
    if is_new
        && screens::typing(visit, env).is_some()
        && let Some(view) = visit.view_mut()
    {
        view.focus = Some(FIELD);
    }
}

/// Takes what was typed as a code, after a word that may be meant was put into it. What is not right with it is said from the top
/// of the page.
pub(super) fn take_code(visit: &mut Visit, env: &Env, action: Action) {
    let words = env.library.code_words();
    if let Action::CodeWord(choice) = action {
        visit.entry.put(&words, choice);
    }
    match visit.entry.read(&words, visit.lang) {
        Some(progress) => {
            visit.earlier = visit.earlier.with(progress);
            visit.entry = Entry::default();
            visit.replace(Screen::WelcomeBack);
        }
        None => {
            if let Some(view) = visit.view_mut() {
                (view.focus, view.at) = (Some(FIELD), Anchor::default());
            }
        }
    }
}
