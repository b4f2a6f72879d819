//! `kiosk page`: any page as plain text, for proof-readers, Braille displays and tests.

use std::path::PathBuf;

use super::{CommandError, Outcome, answer};
use crate::app::{self, Answer, App, Env, Msg, Screen, Settings};
use crate::base::{Key, Lang, Millis, ServiceId, Size, nearest};
use crate::content::model::{ItemId, RouteKind, ServiceText};
use crate::content::parse;
use crate::content::source::ContentFiles;
use crate::i18n::Texts;
use crate::page::{Page, layout};
use crate::present::plain;
use crate::shell::{self, Options, Places};

/// Any size will do: plain text is not laid out.
const SIZE: Size = Size { width: 80, height: 25 };

/// Write a page as plain text: what a resident reads there, without a screen.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  kiosk page itsme --lang fr\n  kiosk page itsme#get-app --lang nl\n  kiosk page home\n\n\
                        Screens: start, languages, home, help, counting, display, person, finish, erased, too-small."
)]
pub struct Args {
    /// A service (all its pages), a step (service#step), a topic, a life event, a word or a screen
    id: String,
    /// The language [default: the first one]
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// The content folder [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The folder of languages [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    locales: Option<PathBuf>,
}

/// A page that can be asked for by the name of its screen.
#[derive(Clone, Copy)]
enum Named {
    Start,
    Erased,
    TooSmall,
    Visit(Screen),
}

const SCREENS: [(&str, Named); 10] = [
    ("start", Named::Start),
    ("languages", Named::Visit(Screen::Languages)),
    ("home", Named::Visit(Screen::Home)),
    ("help", Named::Visit(Screen::Help)),
    ("counting", Named::Visit(Screen::Counting)),
    ("display", Named::Visit(Screen::Display)),
    ("person", Named::Visit(Screen::Person(None))),
    ("finish", Named::Visit(Screen::Finish)),
    ("erased", Named::Erased),
    ("too-small", Named::TooSmall),
];

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
    let (library, _) = parse::compile(&ContentFiles::read(&places.content)?);
    let settings = Settings::default();
    let env = Env { library: &library, texts: &texts, settings: &settings, today: shell::today(None), laid: None };
    let pages = pages(&env, lang, &args.id).ok_or_else(|| CommandError::NoPage {
        asked: args.id.chars().take(80).collect(),
        guess: guess(&env, lang, &args.id),
    })?;
    let written: Vec<String> = pages.iter().map(plain::write).collect();
    answer::write(&written.join("\n----\n\n"))?;
    Ok(Outcome::Fine)
}

/// The pages of an id, in the order in which a resident meets them.
fn pages(env: &Env, lang: Lang, id: &str) -> Option<Vec<Page>> {
    if let Some((_, named)) = SCREENS.iter().find(|(name, _)| *name == id) {
        return Some(vec![named_page(env, lang, *named)]);
    }
    let (item, part) = id.split_once('#').map_or((id, None), |(item, part)| (item, Some(part)));
    let screens = match (env.library.find(item)?, part) {
        (ItemId::Service(service), None) => return Some(service_pages(env, lang, service)),
        (ItemId::Service(service), Some(part)) => vec![screen_of_part(env, lang, service, part)?],
        (_, Some(_)) => return None,
        (ItemId::Topic(topic), None) => vec![Screen::Topic(topic)],
        (ItemId::Event(event), None) => vec![Screen::Event(event)],
        (ItemId::Term(term), None) => vec![Screen::Word(term)],
    };
    Some(screens.into_iter().map(|screen| app::page(&App::showing(SIZE, lang, screen), env)).collect())
}

/// All pages of a service, and the list of its hard words as it stands over the first page that has some.
fn service_pages(env: &Env, lang: Lang, service: ServiceId) -> Vec<Page> {
    let visits: Vec<App> =
        screens(env, lang, service).into_iter().map(|screen| App::showing(SIZE, lang, screen)).collect();
    let words = visits.iter().find_map(|visit| {
        let mut visit = visit.clone();
        press(env, &mut visit, Key::F(8));
        (visit.screen() == Some(Screen::Words)).then_some(visit)
    });
    visits.iter().chain(&words).map(|visit| app::page(visit, env)).collect()
}

/// Goes on as a resident does.
fn press(env: &Env, visit: &mut App, key: Key) {
    let laid = layout(&app::page(visit, env), SIZE);
    app::update(visit, &Env { laid: Some(&laid), ..*env }, Msg::Key(Millis::default(), key));
}

fn named_page(env: &Env, lang: Lang, named: Named) -> Page {
    match named {
        Named::Start => app::page(&App::fresh(SIZE), env),
        Named::TooSmall => app::page(&App::fresh(Size { width: Size::MIN.width - 1, ..Size::MIN }), env),
        Named::Visit(screen) => app::page(&App::showing(SIZE, lang, screen), env),
        Named::Erased => {
            // "Yes" is the first answer.
            let mut visit = App::showing(SIZE, lang, Screen::Finish);
            press(env, &mut visit, Key::Char('1'));
            app::page(&visit, env)
        }
    }
}

fn text<'e>(env: &Env<'e>, lang: Lang, service: ServiceId) -> Option<&'e ServiceText> {
    env.library.service(service).texts.along(env.texts.chain(lang)).map(|(_, text)| text)
}

/// All screens of a service.
fn screens(env: &Env, lang: Lang, service: ServiceId) -> Vec<Screen> {
    let (steps, stuck) = text(env, lang, service).map_or((0, 0), |text| (text.steps.len(), text.stuck.len()));
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

fn screen_of_part(env: &Env, lang: Lang, service: ServiceId, part: &str) -> Option<Screen> {
    let text = text(env, lang, service)?;
    let step = (0..).zip(&text.steps).find(|(_, step)| *step.id == *part);
    let stuck = || (0..).zip(&text.stuck).find(|(_, section)| *section.id == *part);
    let step = step.map(|(index, _)| Screen::Step(service, index));
    step.or_else(|| stuck().map(|(index, _)| Screen::Stuck(service, index)))
}

/// `did you mean …? Else `, where something is near enough.
fn guess(env: &Env, lang: Lang, asked: &str) -> String {
    let library = env.library;
    let mut ids: Vec<String> = SCREENS.iter().map(|(name, _)| (*name).to_owned()).collect();
    for (_, topic) in library.topics() {
        ids.push(topic.id.to_string());
        ids.extend(topic.events.iter().map(|event| library.event(*event).id.to_string()));
    }
    ids.extend(library.terms().map(|(_, term)| term.id.to_string()));
    for (id, service) in library.services() {
        ids.push(service.id.to_string());
        let sections = text(env, lang, id).into_iter().flat_map(|text| text.steps.iter().chain(&text.stuck));
        ids.extend(sections.map(|section| format!("{}#{}", service.id, section.id)));
    }
    match nearest(asked, ids.iter().map(String::as_str)) {
        Some(id) => format!("did you mean '{id}'? Else "),
        None => String::new(),
    }
}
