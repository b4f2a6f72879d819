//! The screens, one file each, and the frame that all of them share: place, key bar, notice.

mod check;
mod code;
mod counting;
mod display;
mod done;
mod erased;
mod exercise;
mod figures;
mod finder;
mod finish;
mod glossary;
mod guide;
mod gym;
mod help;
mod helping;
mod home;
mod languages;
mod lessons;
mod person;
mod places;
mod questions;
mod rooms;
mod route;
mod search;
mod service;
mod slip;
mod start;
mod stuck;
mod too_small;
mod unreadable;
mod words;

pub(super) use self::check::next_screen as next_of_check;
pub(super) use self::exercise::{ends_box, open as open_exercise, wanted_key, wants_scroll};
pub(super) use self::finder::after as after_answer;
pub(super) use self::languages::choice_of as language_choice;
pub(super) use self::lessons::{after_reply, after_sure};
pub(super) use self::questions::are_due as are_questions_due;
pub(super) use self::rooms::open as open_scene;
pub(super) use self::search::{completion, other_word, outcome};
use super::draft::{Action, Context, Draft};
use super::keymap::{BAR, Command};
use super::lesson::Deed;
use super::state::{Phase, View, Visit};
use super::{App, Env, List, Screen};
use crate::base::{Key, Lang, TermId, Text};
use crate::i18n::{Arg, Texts};
use crate::page::{Block, KeyHint, Mood, Notice, Page, Spot, Turning};

/// What is typed on a screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Typing {
    /// What somebody looks for.
    Search,
    /// A code from another day.
    Code,
    /// A text, a field or single keys.
    Exercise,
    /// Practice data of a rehearsal room.
    Rehearsal,
}

/// What is typed on the screen that is shown, if anything is.
pub(super) fn typing(visit: &Visit, env: &Env) -> Option<Typing> {
    match visit.view().screen {
        screen if screen.is_for_typing() => Some(Typing::Search),
        Screen::Scene(..) => rooms::is_typed_in(visit, env).then_some(Typing::Rehearsal),
        screen if screen.is_for_code() => code::is_there(&context(visit, env)).then_some(Typing::Code),
        _ => exercise::is_typed_in(visit, env).then_some(Typing::Exercise),
    }
}

/// Whether a choice is the field or a key on the screen: typing does not take the focus from there.
pub(super) fn is_key(screen: Screen, spot: Spot) -> bool {
    search::is_key(screen, spot) || code::is_key(screen, spot)
}

/// The block of the field on the screen that is shown.
pub(super) fn field_block(visit: &Visit, env: &Env) -> Option<u16> {
    let blocks = draft(visit, env).blocks;
    blocks.iter().position(|block| matches!(block, Block::Field(_))).and_then(|at| u16::try_from(at).ok())
}

/// Whether characters are typed on the screen that is shown, and so choose nothing.
pub fn is_typed_on(app: &App, env: &Env) -> bool {
    matches!(&app.phase, Phase::Visit(visit) if typing(visit, env).is_some())
}

/// The page of a state: the same state, the same page.
pub fn page(app: &App, env: &Env) -> Page {
    if !app.size.is_usable() {
        return bare_page(app, env, too_small::draft(env));
    }
    match &app.phase {
        Phase::Start => bare_page(app, env, start::draft(env)),
        Phase::Erased { lang, refused, .. } => bare_page(app, env, erased::draft(env, *lang, *refused)),
        Phase::Visit(visit) => visit_page(app, visit, env),
    }
}

/// A page without place and key bar: nobody is there yet, or no longer.
fn bare_page(app: &App, env: &Env, draft: Draft) -> Page {
    let lang = app.lang().unwrap_or_else(|| super::first_language(env.settings, env.texts));
    Page { rev: app.rev, ..Page::bare(draft.name, lang, draft.title, draft.blocks) }
}

fn visit_page(app: &App, visit: &Visit, env: &Env) -> Page {
    let draft = draft(visit, env);
    let view = visit.view();
    let lang = page_language(visit, env);
    let say = |id| env.texts.say(lang, id, &[]);
    let notice = match visit.asked {
        Some(_) => Some(Notice { mood: Mood::Ask, words: say("still-there") }),
        None if visit.is_of_staff() => figures::notice(&context(visit, env)),
        None if visit.helping.is_on() => Some(helping::notice(&context(visit, env))),
        // Whoever begins learns that visits are counted, and that they may refuse.
        None if view.screen == Screen::Welcome && env.settings.count => {
            Some(Notice { mood: Mood::Tip, words: say("welcome-counting") })
        }
        None => None,
    };
    Page {
        name: draft.name,
        rev: app.rev,
        lang,
        place: place(visit, env, lang),
        keys: hints(visit, env, lang, has_words(visit, env, || !draft.terms.is_empty())),
        title: draft.title,
        progress: draft.progress,
        blocks: draft.blocks,
        at: view.at,
        focus: view.focus,
        seeks: view.seeks,
        aside: helping::cue(&context(visit, env)),
        notice,
        turning: Turning { more: say("more-text"), end: say("end-of-text") },
    }
}

/// The first choice of a language speaks the language that one is about to choose; all others that of the visit.
pub(super) fn page_language(visit: &Visit, env: &Env) -> Lang {
    match visit.view() {
        View { screen: Screen::Welcome, focus, .. } => languages::in_focus(env, focus).unwrap_or(visit.lang),
        _ => visit.lang,
    }
}

/// The screen that is shown, without its frame.
pub(super) fn draft(visit: &Visit, env: &Env) -> Draft {
    let context = context(visit, env);
    draft_of(visit.view().screen, &context)
}

fn context<'a>(visit: &'a Visit, env: &'a Env<'a>) -> Context<'a> {
    Context { env, visit, lang: page_language(visit, env) }
}

/// The screen by itself; a calm word where the library cannot read what it tells of.
fn draft_of(screen: Screen, context: &Context) -> Draft {
    let draft = match screen {
        Screen::Welcome | Screen::Languages => Some(languages::draft(context)),
        Screen::Home => Some(home::draft(context, 0)),
        Screen::Search => Some(search::draft(context)),
        Screen::Letters => Some(search::letters(context)),
        Screen::Topic(topic) => home::topic(context, topic, 0),
        Screen::Event(event) => home::event(context, event, 0),
        Screen::Finder(id, step) => finder::draft(context, id, step),
        Screen::More(List::Home, part) => Some(home::draft(context, part)),
        Screen::More(List::Topic(topic), part) => home::topic(context, topic, part),
        Screen::More(List::Event(event), part) => home::event(context, event, part),
        Screen::Service(service) => service::draft(context, service),
        Screen::Before(service) => service::before(context, service),
        Screen::Routes(service) => route::list(context, service),
        Screen::Route(service, kind) => route::one(context, service, kind),
        Screen::Step(service, step) => guide::draft(context, service, step),
        Screen::StuckList(service) => stuck::list(context, service),
        Screen::Stuck(service, section) => stuck::section(context, service, section),
        Screen::Done(service, answer) => Some(done::draft(context, service, answer)),
        Screen::Slip(service) => slip::draft(context, service),
        Screen::Person(service) => Some(person::draft(context, service)),
        Screen::Places => Some(places::draft(context)),
        Screen::Map => Some(places::map(context)),
        Screen::Communes(need) => Some(places::communes(context, need)),
        Screen::Near(commune, need) => places::near(context, commune, need),
        Screen::Place(place) => places::one(context, place),
        Screen::Lessons => Some(lessons::list(context)),
        Screen::Code => Some(code::draft(context)),
        Screen::CodeLetters => Some(code::letters(context)),
        Screen::WelcomeBack => Some(code::welcome_back(context)),
        Screen::Lesson(lesson) => lessons::first(context, lesson),
        Screen::Sure(lesson, when) => lessons::sure(context, lesson, when),
        Screen::Asked(lesson, when, pair) => lessons::asked(context, lesson, when, pair),
        Screen::Card(lesson, part) => lessons::card(context, lesson, part),
        Screen::Exercise(lesson, part) => lessons::exercise(context, lesson, part),
        Screen::Learned(lesson) => lessons::learned(context, lesson),
        Screen::LessonSlip(lesson) => lessons::slip(context, lesson),
        Screen::Rooms => Some(rooms::list(context)),
        Screen::Room(room) => rooms::front(context, room),
        Screen::Scene(room, scene) => rooms::scene(context, room, scene),
        Screen::Mistake(room, scene, button) => rooms::mistake(context, room, scene, button),
        Screen::Rehearsed(room) => rooms::end(context, room),
        Screen::Gym => Some(gym::front(context)),
        Screen::Message(message) => gym::message(context, message),
        Screen::GymEnd(session) => Some(gym::end(context, session)),
        Screen::Check => Some(check::draft(context)),
        Screen::CheckOnline => Some(check::online(context)),
        Screen::Activity(activity) => check::activity(context, activity),
        Screen::CheckResult => Some(check::result(context)),
        Screen::CheckSlip => Some(check::slip(context)),
        Screen::Help => Some(help::draft(context)),
        Screen::Counting => Some(counting::draft(context)),
        Screen::Display => Some(display::draft(context)),
        Screen::Words => Some(words::list(context, &words_below(context))),
        Screen::Glossary => Some(glossary::draft(context)),
        Screen::Terms(group) => Some(glossary::terms(context, group)),
        Screen::Word(term) => words::word(context, term),
        Screen::Questions(ask) => Some(questions::draft(context, ask)),
        Screen::Finish => Some(finish::draft(context)),
        Screen::Figures(at) => figures::draft(context, at),
    };
    draft.unwrap_or_else(|| unreadable::draft(context))
}

/// The hard words of the screen under the list of words.
fn words_below(context: &Context) -> Vec<TermId> {
    let below = context.visit.stack.iter().rev().nth(1);
    below.map(|view| draft_of(view.screen, context).terms).unwrap_or_default()
}

/// What a key of the bar does here, if anything.
pub(super) fn action_of(visit: &Visit, env: &Env, command: Command) -> Option<Action> {
    action(visit, env, command, || has_words(visit, env, || has_hard_words(visit, env)))
}

fn has_hard_words(visit: &Visit, env: &Env) -> bool {
    !draft(visit, env).terms.is_empty()
}

/// Whether the list of words has something to say here: not over itself and the glossary, which it leads to.
fn has_words(visit: &Visit, env: &Env, has_hard_words: impl Fn() -> bool) -> bool {
    match visit.view().screen {
        Screen::Welcome | Screen::Glossary | Screen::Terms(_) => false,
        Screen::Words | Screen::Word(_) => has_hard_words(),
        _ => env.library.numbers().terms > 0,
    }
}

fn action(visit: &Visit, env: &Env, command: Command, has_words: impl Fn() -> bool) -> Option<Action> {
    let here = visit.view().screen;
    let open = |screen: Screen| (here != screen).then_some(Action::Open(screen));
    match command {
        Command::Languages | Command::Display | Command::Finish | Command::Back => {}
        // Staff who look at figures find nothing else behind them.
        _ if visit.is_of_staff() => return None,
        _ => {}
    }
    match command {
        Command::Help => open(Screen::Help),
        Command::Languages if here == Screen::Welcome => None,
        Command::Languages => open(Screen::Languages),
        Command::Search if here.is_for_typing() => Some(Action::Field),
        // Whoever looked for something with letters on the screen finds them again.
        Command::Search => {
            let earlier = visit.stack.iter().rev().map(|view| view.screen).find(|screen| screen.is_for_typing());
            open(earlier.unwrap_or(Screen::Search))
        }
        Command::Display => open(Screen::Display),
        Command::WriteDown => visit.slip().and_then(open),
        Command::Hint => exercise::takes_hint(visit, env).then_some(Action::Do(Deed::Hint)),
        Command::Person => open(Screen::Person(visit.service())),
        Command::Words if has_words() => open(Screen::Words),
        Command::Finish => (here != Screen::Finish).then_some(Action::Finish),
        Command::Back => Some(Action::Back),
        Command::Home => (here != Screen::Home).then_some(Action::Home),
        _ => None,
    }
}

/// The key bar of the screen that is shown.
pub(super) fn keys(visit: &Visit, env: &Env) -> Vec<KeyHint> {
    hints(visit, env, page_language(visit, env), has_words(visit, env, || has_hard_words(visit, env)))
}

fn hints(visit: &Visit, env: &Env, lang: Lang, has_words: bool) -> Vec<KeyHint> {
    let hint = |bar: &super::keymap::BarKey| KeyHint {
        key: bar.key,
        cap: cap(env.texts, lang, bar.key),
        label: env.texts.say(lang, bar.label, &[]),
        on: bar.command == Command::Walk || action(visit, env, bar.command, || has_words).is_some(),
        first: bar.first,
    };
    BAR.iter().map(hint).collect()
}

/// What is printed on a key, in the words of a language; nothing for a key that means nothing here.
pub fn cap(texts: &Texts, lang: Lang, key: Key) -> Text {
    let id = match key {
        Key::F(number) => return texts.say(lang, "cap-f", &[("number", Arg::Count(number.into()))]),
        Key::Char(sign) => return Text::plain(lang, sign.to_string()),
        Key::Enter => "cap-enter",
        Key::Esc => "cap-escape",
        Key::Tab => "cap-tab",
        Key::Up => "cap-up",
        Key::Down => "cap-down",
        Key::Left => "cap-left",
        Key::Right => "cap-right",
        Key::Home => "cap-home",
        Key::PageUp => "cap-page-up",
        Key::PageDown => "cap-page-down",
        Key::Ctrl(_) | Key::BackTab | Key::Backspace | Key::Delete | Key::Insert | Key::End => return Text::default(),
    };
    texts.say(lang, id, &[])
}

/// Where one is: the home screen, the topic and the service on the way here.
fn place(visit: &Visit, env: &Env, lang: Lang) -> Vec<Text> {
    let context = Context { env, visit, lang };
    let below = visit.stack.split_last().map(|(_, below)| below).unwrap_or_default();
    // One lesson or room does not lie inside another: that of the screen is the place, or else the last one on the way. A
    // scene has the name of its room for a title.
    let here = visit.view().screen;
    let of = |screen: Screen| screen.lesson().is_some() || screen.room().is_some();
    let is_place = |screen: Screen| matches!(screen, Screen::Lesson(_) | Screen::Room(_));
    let last = below.iter().rposition(|view| is_place(view.screen));
    let is_told = |(at, view): &(usize, &View)| match view.screen {
        Screen::Room(_) if of(here) => false,
        Screen::Lesson(_) if of(here) => view.screen.lesson() == here.lesson(),
        screen => !is_place(screen) || Some(*at) == last,
    };
    let here = (0..).zip(below).filter(is_told);
    here.filter_map(|(_, view)| place_name(&context, view.screen)).collect()
}

fn place_name(context: &Context, screen: Screen) -> Option<Text> {
    let library = context.env.library;
    match screen {
        Screen::Home => Some(context.say("home-place")),
        Screen::Search | Screen::Letters => Some(context.say("key-search")),
        Screen::Topic(topic) => Some(context.localized(&library.topic(topic)?.name)),
        Screen::Event(event) => Some(context.localized(&library.event(event)?.name)),
        Screen::Service(service) => Some(service::title(context, service)),
        Screen::Places => Some(context.say("places-place")),
        Screen::Lessons => Some(context.say("lessons-place")),
        Screen::Lesson(lesson) => Some(context.localized(&library.lesson(lesson)?.title())),
        Screen::Rooms => Some(context.say("rooms-place")),
        Screen::Room(room) => Some(context.localized(&library.room(room)?.title)),
        Screen::Gym => Some(context.say("gym-place")),
        Screen::Figures(at) => figures::place_name(context, at),
        Screen::Near(commune, _) => Some(context.localized(&library.commune(commune)?.name)),
        _ => None,
    }
}
