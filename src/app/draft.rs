//! A screen on its way to becoming a page: blocks, and beside each choice what it does.
//!
//! A choice and its action are written in one place, so a screen cannot show one thing and do another.

use super::lesson::{Deed, Reply};
use super::questions::Told;
use super::rehearsal::Act;
use super::skills::Said;
use super::state::{Answered, Visit};
use super::{Env, Screen, When};
use crate::base::{Lang, Text, Theme, Typed};
use crate::base::{LessonId, RoomId, TermId};
use crate::i18n::Arg;
use crate::page::{Block, Choices, Field, Item, Mood, Pick, Progress, Spot};
use crate::usage::event::skills::Scope;

/// What a choice or a key does.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Action {
    Open(Screen),
    Replace(Screen),
    Back,
    Home,
    SetLanguage(Lang),
    SetTheme(Theme),
    /// Opens what a search found.
    Found(Screen),
    /// Opens what is offered where a search found nothing that fits well.
    Instead(Screen),
    /// Writes another word into the field, in the place of what stands there: the n-th that the search offers.
    TryWord(u16),
    /// Puts the focus on the field.
    Field,
    /// Writes a character into the field.
    Write(char),
    /// Takes the last character away.
    Unwrite,
    /// Empties the field.
    Clear,
    /// Writes the rest of the word that is offered.
    Complete,
    /// "This is my code."
    TakeCode,
    /// Writes the n-th word that may be meant into the code, in the place of one that nobody knows.
    CodeWord(u16),
    /// Answers a question of a finder and goes on to what was not answered yet.
    Answer(Answered),
    /// Does something in the exercise that is shown.
    Do(Deed),
    /// Presses the target of an exercise.
    Click,
    /// Plays a rehearsal room from its beginning.
    BeginRoom(RoomId),
    /// Does something in the scene that is shown.
    Rehearse(Act),
    /// Says how sure one feels about a lesson, or nothing, and goes on.
    Sure(LessonId, When, Option<u8>),
    /// Answers a question before or after a lesson, and goes on.
    Reply(LessonId, (When, u8), Reply),
    /// Says whom the check of digital skills is about, and goes on.
    Scope(Scope),
    /// Says whether the internet was used, and goes on.
    Online(Said),
    /// Answers about an activity, and goes on.
    Activity(u16, Said),
    /// Begins the check of digital skills anew.
    CheckAgain,
    /// Whether somebody helps the resident.
    Assist(bool),
    /// Leads out: over the questions, where they are still to be asked, to the last screen.
    Finish,
    /// Answers one of these questions, and goes on.
    Tell(Told),
    /// Whether this visit is not to be counted.
    Refuse(bool),
    /// Forget the visit.
    Erase,
    /// Forget the visit, and do not count it.
    EraseUncounted,
}

impl Action {
    /// Whether it changes what stands in the field, or how that is typed, and so does not end a search.
    pub fn is_typing(self) -> bool {
        match self {
            Action::Field | Action::Write(_) | Action::Unwrite | Action::Complete => true,
            Action::Replace(screen) => screen.is_for_typing(),
            _ => false,
        }
    }
}

/// What a screen is built from.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub env: &'a Env<'a>,
    pub visit: &'a Visit,
    pub lang: Lang,
}

impl Context<'_> {
    /// A message in the language of the page.
    pub fn say(&self, id: &str) -> Text {
        self.env.texts.say(self.lang, id, &[])
    }

    /// A message with values.
    pub fn say_with(&self, id: &str, args: &[(&str, Arg)]) -> Text {
        self.env.texts.say(self.lang, id, args)
    }
}

/// A screen before the frame is put around it.
pub(super) struct Draft {
    pub name: &'static str,
    pub title: Text,
    pub progress: Option<Progress>,
    pub blocks: Vec<Block>,
    /// What `Spot(n)` does.
    pub actions: Vec<Action>,
    /// The hard words on it, each once, in order of appearance.
    pub terms: Vec<TermId>,
}

/// A choice and what it does.
pub(super) struct Choice {
    pub label: Text,
    pub detail: Option<Text>,
    pub marked: bool,
    pub action: Action,
}

impl Choice {
    pub fn new(label: Text, action: Action) -> Choice {
        Choice { label, detail: None, marked: false, action }
    }

    pub fn detail(self, detail: Text) -> Choice {
        Choice { detail: Some(detail), ..self }
    }

    pub fn marked(self, marked: bool) -> Choice {
        Choice { marked, ..self }
    }
}

impl Draft {
    pub fn new(name: &'static str, title: Text) -> Draft {
        Draft { name, title, progress: None, blocks: Vec::new(), actions: Vec::new(), terms: Vec::new() }
    }

    pub fn progress(self, progress: Progress) -> Draft {
        Draft { progress: Some(progress), ..self }
    }

    pub fn para(&mut self, text: Text) {
        self.blocks.push(Block::Para(text));
    }

    /// A call-out.
    pub fn call(&mut self, mood: Mood, title: Text, blocks: Vec<Block>) {
        self.blocks.push(Block::Call { mood, title, blocks });
    }

    pub fn heading(&mut self, text: Text) {
        self.blocks.push(Block::Heading(text));
    }

    /// Choices below each other; nothing where there are none.
    pub fn choices(&mut self, head: Option<Text>, choices: Vec<Choice>) {
        self.pick(Pick::Go, head, choices);
    }

    /// Choices side by side where they fit.
    pub fn side_by_side(&mut self, head: Option<Text>, choices: Vec<Choice>) {
        self.pick(Pick::Side, head, choices);
    }

    /// Choices below each other without numbers: where digits are typed.
    pub fn plain(&mut self, head: Option<Text>, choices: Vec<Choice>) {
        self.pick(Pick::Plain, head, choices);
    }

    /// Keys on the screen.
    pub fn keys(&mut self, choices: Vec<Choice>) {
        self.pick(Pick::Keys, None, choices);
    }

    /// A line to type in.
    pub fn field(&mut self, label: Text, typed: &Typed, completion: Option<Text>) {
        let block = self.field_block(label, typed, completion);
        self.blocks.push(block);
    }

    /// The same for a text of which one wants to see all.
    pub fn whole_field(&mut self, label: Text, typed: &Typed) {
        let spot = self.spot(Action::Field);
        self.blocks.push(Block::Field(Field { spot, label, typed: typed.clone(), is_whole: true, completion: None }));
    }

    /// A line to type in that is put somewhere else than below what stands here.
    pub fn field_block(&mut self, label: Text, typed: &Typed, completion: Option<Text>) -> Block {
        let spot = self.spot(Action::Field);
        Block::Field(Field { spot, label, typed: typed.clone(), is_whole: false, completion })
    }

    /// Choices that are put somewhere else than below what stands here; nothing where there are none.
    pub fn choices_block(&mut self, pick: Pick, head: Option<Text>, choices: Vec<Choice>) -> Option<Block> {
        if choices.is_empty() {
            return None;
        }
        // A page carries at most some sixty choices.
        let item = |Choice { label, detail, marked, action }: Choice| {
            let spot = self.spot(action);
            Item { spot, label, detail, marked }
        };
        let items = choices.into_iter().map(item).collect();
        Some(Block::Choices(Choices { pick, head, items }))
    }

    fn pick(&mut self, pick: Pick, head: Option<Text>, choices: Vec<Choice>) {
        let block = self.choices_block(pick, head, choices);
        self.blocks.extend(block);
    }

    /// The number of the next thing that can be chosen, and what it does.
    fn spot(&mut self, action: Action) -> Spot {
        let spot = Spot(self.actions.len() as u16);
        self.actions.push(action);
        spot
    }
}
