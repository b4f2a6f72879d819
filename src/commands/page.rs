//! `kiosk page`: any page as plain text, for proof-readers, Braille displays and tests.

mod languages;

use std::path::PathBuf;

use super::{CommandError, Outcome, answer};
use crate::app::{self, Answer, App, Ask, Env, List, Msg, Screen, Settings, When};
use crate::base::{Key, Lang, LessonId, Millis, RoomId, ServiceId, Size};
use crate::content::Library;
use crate::content::model::{FinderStep, PART, RouteKind, Service, ServiceText};
use crate::i18n::Texts;
use crate::page::{Page, layout};
use crate::present::plain;
use crate::shell::{self, Options, Places};

/// Any size will do: plain text is not laid out.
const SIZE: Size = Size { width: 80, height: 25 };

/// Write a page as plain text: what a resident reads there, without a screen.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  kiosk page itsme --lang fr\n  kiosk page itsme#get-app --lang nl\n  kiosk page home\n  \
                        kiosk page itsme --all-languages\n  \
                        kiosk page learn-keyboard --answers\n\n\
                        Screens: start, languages, home, search, places, map, communes, lessons, rooms, gym, code, check, check-result, help, counting, display, person, glossary, questions, finish, erased, too-small."
)]
pub struct Args {
    /// A service, lesson, room or the gym (all its pages), a step (service#step), part (lesson#part), scene (room#scene) or
    /// message (gym#message), a topic, a life event, a word or a screen
    id: String,
    /// The language [default: the first one]
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Write all languages one beside the other, block by block, without the key bar; below each other where the terminal
    /// is narrow
    #[arg(long, conflicts_with = "lang")]
    all_languages: bool,
    /// Write the right answers too: of an exercise or a question as a page of its own, after the one on which it is asked
    #[arg(long)]
    answers: bool,
    /// The content, a folder or a pack [default: as for running the kiosk]
    #[arg(long, value_name = "DIR|PACK")]
    content: Option<PathBuf>,
    /// The folder of languages [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    locales: Option<PathBuf>,
}

/// A page that belongs to no visit.
#[derive(Clone, Copy)]
pub(super) enum Bare {
    Start,
    Erased,
    TooSmall,
}

pub(super) const BARE: [(&str, Bare); 3] =
    [("start", Bare::Start), ("erased", Bare::Erased), ("too-small", Bare::TooSmall)];

/// Writes the page or pages of an id.
pub fn page(args: &Args) -> Result<Outcome, CommandError> {
    let options = Options { content: args.content.clone(), locales: args.locales.clone(), ..Options::default() };
    let places = Places::of(&options);
    let (locales, _) = shell::languages(places.locales.as_deref())?;
    let texts = Texts::new(locales)?;
    let lang = match &args.lang {
        Some(asked) => shell::language(asked, &texts)?,
        None => texts.first(),
    };
    let library = shell::open_content(&places)?.library;
    let settings = Settings::default();
    let today = shell::today(None);
    let env = Env { today, now: shell::now(today), ..Env::still(&library, &texts, &settings) };
    let in_language = |lang| {
        pages(&env, lang, &args.id, args.answers).ok_or_else(|| {
            let bare = BARE.iter().map(|(name, _)| (*name).to_owned());
            CommandError::no_page(&args.id, app::addresses(&library).into_iter().chain(bare))
        })
    };
    let written = if args.all_languages {
        let read = |lang| in_language(lang).map(|pages| (lang, pages));
        let read = texts.tags().into_iter().map(read).collect::<Result<Vec<_>, CommandError>>()?;
        languages::write(&read, shell::terminal_width().unwrap_or(languages::USUAL_WIDTH))
    } else {
        let pages: Vec<String> = in_language(lang)?.iter().map(|named| plain::write(&named.page)).collect();
        pages.join("\n----\n\n")
    };
    answer::write(&written)?;
    Ok(Outcome::Fine)
}

/// A page and what to call it: its address, or what it is for.
pub(super) struct NamedPage {
    pub name: String,
    pub page: Page,
}

/// The pages of an id, in the order in which a resident meets them.
fn pages(env: &Env, lang: Lang, id: &str, with_answers: bool) -> Option<Vec<NamedPage>> {
    if let Some((_, bare)) = BARE.iter().find(|(name, _)| *name == id) {
        return Some(vec![NamedPage { name: id.to_owned(), page: bare_page(env, lang, *bare) }]);
    }
    let mut pages = pages_of(env, lang, app::screen_at(env.library, id)?, with_answers);
    if let [page] = pages.as_mut_slice() {
        id.clone_into(&mut page.name);
    }
    Some(pages)
}

/// The pages of a screen and of what belongs to it, in the order in which a resident meets them.
pub(super) fn pages_of(env: &Env, lang: Lang, screen: Screen, with_answers: bool) -> Vec<NamedPage> {
    let library = env.library;
    let screens = match screen {
        Screen::Service(service) => return service_pages(env, lang, service),
        Screen::Finder(id, FinderStep::Question(0)) => library
            .finder(id)
            .map_or(vec![screen], |finder| finder.steps().map(|(_, step)| Screen::Finder(id, step)).collect()),
        Screen::Lesson(id) => lesson_screens(library, id),
        Screen::Room(id) => room_screens(library, id),
        Screen::Gym => gym_screens(library),
        Screen::Check => check_screens(library),
        Screen::Questions(Ask::FirstTime) => Ask::ALL.map(Screen::Questions).into(),
        Screen::Home => list(screen, List::Home, library.event_ids().len() + library.topic_ids().len()),
        Screen::Topic(id) => {
            list(screen, List::Topic(id), library.topic(id).map_or(0, |topic| topic.services as usize))
        }
        Screen::Event(id) => list(screen, List::Event(id), library.event(id).map_or(0, |event| event.services.len())),
        screen => vec![screen],
    };
    let pages = screens.into_iter().flat_map(|screen| {
        let asked = App::showing(SIZE, lang, screen);
        let answered = asked.with_answer().filter(|_| with_answers);
        [Some(asked), answered].into_iter().flatten().map(|app| app::page(&app, env))
    });
    (1..).zip(pages).map(|(part, page)| NamedPage { name: format!("part {part}"), page }).collect()
}

/// All screens of a lesson.
fn lesson_screens(library: &Library, id: LessonId) -> Vec<Screen> {
    let Some(lesson) = library.lesson(id) else { return vec![Screen::Lesson(id)] };
    let questions = |when| {
        let asked = (0..).take(lesson.questions.len()).map(move |pair| Screen::Asked(id, when, pair));
        std::iter::once(Screen::Sure(id, when)).chain(asked)
    };
    let mut screens = vec![Screen::Lesson(id)];
    screens.extend(questions(When::Before));
    screens.extend((0..lesson.parts.len() as u16).filter_map(|at| app::part_at(id, &lesson, at)));
    screens.extend(questions(When::After));
    screens.extend([Screen::Learned(id), Screen::LessonSlip(id)]);
    screens
}

/// All screens of a rehearsal room: each scene, then each of its mistakes.
fn room_screens(library: &Library, id: RoomId) -> Vec<Screen> {
    let Some(room) = library.room(id) else { return vec![Screen::Room(id)] };
    let mut screens = vec![Screen::Room(id)];
    for (at, scene) in (0..).zip(&room.scenes) {
        screens.push(Screen::Scene(id, at));
        let mistakes = (0..).zip(scene.buttons()).filter(|(_, button)| button.is_mistake());
        screens.extend(mistakes.map(|(button, _)| Screen::Mistake(id, at, button)));
    }
    screens.push(Screen::Rehearsed(id));
    screens
}

/// All screens of the scam gym.
fn gym_screens(library: &Library) -> Vec<Screen> {
    let mut screens = vec![Screen::Gym];
    screens.extend((0..).take(library.gym().messages.len()).map(Screen::Message));
    screens.push(Screen::GymEnd(0));
    screens
}

/// All screens of the check of digital skills.
fn check_screens(library: &Library) -> Vec<Screen> {
    let mut screens = vec![Screen::Check, Screen::CheckOnline];
    screens.extend((0..).take(library.activities().len()).map(Screen::Activity));
    screens.extend([Screen::CheckResult, Screen::CheckSlip]);
    screens
}

/// All parts of a list of so many items.
fn list(first: Screen, list: List, items: usize) -> Vec<Screen> {
    let parts = u16::try_from(items.div_ceil(PART)).unwrap_or(u16::MAX);
    std::iter::once(first).chain((1..parts).map(|part| Screen::More(list, part))).collect()
}

/// All pages of a service, and the list of its hard words as it stands over the first page that has some.
fn service_pages(env: &Env, lang: Lang, service: ServiceId) -> Vec<NamedPage> {
    let visits: Vec<App> =
        screens(env, lang, service).into_iter().map(|screen| App::showing(SIZE, lang, screen)).collect();
    let words = visits.iter().find_map(|visit| {
        let mut visit = visit.clone();
        press(env, &mut visit, Key::F(8));
        (visit.screen() == Some(Screen::Words)).then_some(visit)
    });
    let named = |visit: &App| {
        let page = app::page(visit, env);
        let address = visit.screen().and_then(|screen| app::address_in(env.library, screen)).unwrap_or_default();
        let name = if address.contains('#') { address } else { format!("{address} {}", page.name).trim().to_owned() };
        NamedPage { name, page }
    };
    visits.iter().chain(&words).map(named).collect()
}

/// Goes on as a resident does.
fn press(env: &Env, visit: &mut App, key: Key) {
    let laid = layout(&app::page(visit, env), SIZE);
    app::update(visit, &Env { laid: Some(&laid), ..*env }, Msg::Key(Millis::default(), key));
}

pub(super) fn bare_page(env: &Env, lang: Lang, bare: Bare) -> Page {
    match bare {
        Bare::Start => app::page(&App::fresh(SIZE), env),
        Bare::TooSmall => app::page(&App::fresh(Size { width: Size::MIN.width - 1, ..Size::MIN }), env),
        Bare::Erased => {
            // "Yes" is the first answer.
            let mut visit = App::showing(SIZE, lang, Screen::Finish);
            press(env, &mut visit, Key::Char('1'));
            app::page(&visit, env)
        }
    }
}

fn text<'s>(env: &Env, lang: Lang, service: &'s Service) -> Option<&'s ServiceText> {
    service.texts.along(env.texts.chain(lang)).map(|(_, text)| text)
}

/// All screens of a service.
fn screens(env: &Env, lang: Lang, service: ServiceId) -> Vec<Screen> {
    let read = env.library.service(service);
    let text = read.as_ref().and_then(|service| text(env, lang, service));
    let (steps, stuck) = text.map_or((0, 0), |text| (text.steps.len(), text.stuck.len()));
    let mut screens = vec![Screen::Service(service), Screen::Before(service), Screen::Routes(service)];
    screens.extend(RouteKind::ALL.map(|kind| Screen::Route(service, kind)));
    screens.extend((0..).take(steps).map(|step| Screen::Step(service, step)));
    screens.push(Screen::StuckList(service));
    screens.extend((0..).take(stuck).map(|section| Screen::Stuck(service, section)));
    let answers = [None, Some(Answer::Yes), Some(Answer::No), Some(Answer::Skip)];
    screens.extend(answers.map(|answer| Screen::Done(service, answer)));
    screens.extend([Screen::Slip(service), Screen::Person(Some(service))]);
    screens
}
