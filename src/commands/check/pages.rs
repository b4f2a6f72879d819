//! How the pages of a service fit on screens: a resident turns one page, and finds the rest.

use std::collections::HashMap;

use crate::app::{self, App, Env, Screen, Settings};
use crate::base::{Lang, ServiceId, Size, Today};
use crate::content::model::{RouteKind, Service, ServiceText};
use crate::content::source::ContentFiles;
use crate::content::{Finding, Library, Rule};
use crate::i18n::Texts;
use crate::page::layout;

/// The usual screen: on it, a page that is too long is a warning in its place.
const USUAL: Size = Size { width: 80, height: 25 };
/// One page is seen at once, and one more after turning.
const SCREENFULS_MAX: usize = 2;

/// The pages of services that are too long: each one on the usual screen, and all of a text together on the smallest.
pub fn long_pages(library: &Library, texts: &Texts, files: &ContentFiles) -> Vec<Finding> {
    let settings = Settings::default();
    let env = Env { library, texts, settings: &settings, today: Today::Unsure, now: None, mouse: true, laid: None };
    let mut findings = Vec::new();
    let mut sources = Sources { files, by_path: None };
    for (id, service) in library.services() {
        for (lang, text) in service.texts.0.iter().filter(|(lang, _)| texts.language(*lang).is_some()) {
            let mut small = Vec::new();
            for (screen, place) in screens(id, text) {
                if let Some(over) = over(&env, *lang, screen, USUAL) {
                    findings.push(sources.long_page(&service, *lang, place, over));
                }
                small.extend(over(&env, *lang, screen, Size::MIN).map(|over| format!("{} ({over})", place.name())));
            }
            if !small.is_empty() {
                findings.push(sources.on_the_smallest(&service, *lang, &small));
            }
        }
    }
    findings
}

/// Where the text of a screen stands.
#[derive(Clone, Copy)]
enum Place<'t> {
    /// A section of the Markdown file.
    Section(&'t str),
    /// A table of `service.toml`.
    Before,
    Route(RouteKind),
}

impl Place<'_> {
    /// As an author knows it: the id of a section, or a key of `service.toml`.
    fn name(self) -> String {
        match self {
            Place::Section(id) => format!("#{id}"),
            Place::Before => "before".to_owned(),
            Place::Route(kind) => format!("routes.{}", kind.key()),
        }
    }
}

/// The screens of a service that an author fills.
fn screens(id: ServiceId, text: &ServiceText) -> Vec<(Screen, Place<'_>)> {
    let mut screens = vec![(Screen::Before(id), Place::Before)];
    screens.extend(RouteKind::ALL.map(|kind| (Screen::Route(id, kind), Place::Route(kind))));
    screens.extend((0..).zip(&text.steps).map(|(step, section)| (Screen::Step(id, step), Place::Section(&section.id))));
    screens
        .extend((0..).zip(&text.stuck).map(|(step, section)| (Screen::Stuck(id, step), Place::Section(&section.id))));
    screens
}

/// How many lines are too many, where a page takes too many screenfuls.
fn over(env: &Env, lang: Lang, screen: Screen, size: Size) -> Option<u16> {
    let laid = layout(&app::page(&App::showing(size, lang, screen), env), size);
    // The last row of a screenful that is not the last one is the one for turning.
    let room = laid.view.saturating_sub(1).saturating_mul(SCREENFULS_MAX as u16);
    (laid.stops.len() > SCREENFULS_MAX).then(|| laid.lines.saturating_sub(room).max(1))
}

/// The files, for the places of findings: looked up only where there are some.
struct Sources<'f> {
    files: &'f ContentFiles,
    by_path: Option<HashMap<&'f str, &'f str>>,
}

impl Sources<'_> {
    fn long_page(&mut self, service: &Service, lang: Lang, place: Place, over: u16) -> Finding {
        let id = &service.id;
        let (path, mark) = match place {
            Place::Section(section) => (format!("services/{id}/{lang}.md"), format!("{{#{section}}}")),
            Place::Before => (format!("services/{id}/service.toml"), "[[before]]".to_owned()),
            Place::Route(kind) => (format!("services/{id}/service.toml"), format!("[routes.{}]", kind.key())),
        };
        let Size { width, height } = USUAL;
        let what = format!("in {lang}, this page has {over} lines more than two screens of {width} by {height} hold");
        self.at(&path, &mark, Finding::of_file("", Rule::LongPage, what, "shorten it, or make two pages of it"))
    }

    fn on_the_smallest(&mut self, service: &Service, lang: Lang, pages: &[String]) -> Finding {
        let (Size { width, height }, pages) = (Size::MIN, pages.join(", "));
        let what =
            format!("on a screen of {width} by {height}, these pages have more lines than two screens hold: {pages}");
        let finding = Finding::of_file("", Rule::SmallScreen, what, "shorten them where you can");
        self.at(&format!("services/{}/{lang}.md", service.id), "# ", finding)
    }

    /// A finding at the first line of a file that holds a mark.
    fn at(&mut self, path: &str, mark: &str, finding: Finding) -> Finding {
        let files = self.files;
        let by_path = self
            .by_path
            .get_or_insert_with(|| files.files.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect());
        let text = by_path.get(path).copied().unwrap_or_default();
        let line = text.lines().position(|line| line.contains(mark)).map_or(1, |before| before + 1);
        Finding { path: self.files.root.join(path).display().to_string(), line, ..finding }
    }
}
