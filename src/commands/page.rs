//! `kiosk page`: any page as plain text, for proof-readers, Braille displays and tests.

mod languages;

use std::path::PathBuf;

use super::{CommandError, Outcome, answer};
use crate::app::{self, Answer, App, Env, Msg, Screen, Settings};
use crate::base::{Key, Lang, Millis, ServiceId, Size};
use crate::content::model::{RouteKind, ServiceText};
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
    after_help = "Examples:\n  kiosk page itsme --lang fr\n  kiosk page itsme#get-app --lang nl\n  kiosk page home\n  \
                        kiosk page itsme --all-languages\n\n\
                        Screens: start, languages, home, help, counting, display, person, finish, erased, too-small."
)]
pub struct Args {
    /// A service (all its pages), a step (service#step), a topic, a life event, a word or a screen
    id: String,
    /// The language [default: the first one]
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Write all languages one beside the other, block by block, without the key bar; below each other where the terminal
    /// is narrow
    #[arg(long, conflicts_with = "lang")]
    all_languages: bool,
    /// The content folder [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The folder of languages [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    locales: Option<PathBuf>,
}

/// A page that belongs to no visit.
#[derive(Clone, Copy)]
enum Bare {
    Start,
    Erased,
    TooSmall,
}

const BARE: [(&str, Bare); 3] = [("start", Bare::Start), ("erased", Bare::Erased), ("too-small", Bare::TooSmall)];

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
    let in_language = |lang| {
        pages(&env, lang, &args.id).ok_or_else(|| {
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
struct NamedPage {
    name: String,
    page: Page,
}

/// The pages of an id, in the order in which a resident meets them.
fn pages(env: &Env, lang: Lang, id: &str) -> Option<Vec<NamedPage>> {
    let one = |page| Some(vec![NamedPage { name: id.to_owned(), page }]);
    if let Some((_, bare)) = BARE.iter().find(|(name, _)| *name == id) {
        return one(bare_page(env, lang, *bare));
    }
    match app::screen_at(env.library, id)? {
        Screen::Service(service) => Some(service_pages(env, lang, service)),
        screen => one(app::page(&App::showing(SIZE, lang, screen), env)),
    }
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

fn bare_page(env: &Env, lang: Lang, bare: Bare) -> Page {
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
