//! How the pages of services, lessons and rooms fit on screens: a resident turns one page, and finds the rest.

use std::collections::HashMap;

use crate::app::{self, App, Env, Screen, Settings};
use crate::base::{Lang, LessonId, RoomId, ServiceId, Size};
use crate::content::model::{Lesson, Part, Room, RouteKind, ServiceText};
use crate::content::source::ContentFiles;
use crate::content::{Finding, Library, Rule};
use crate::i18n::Texts;
use crate::page::layout;

/// The usual screen: on it, a page that is too long is a warning in its place.
const USUAL: Size = Size { width: 80, height: 25 };
/// One page is seen at once, and one more after turning.
const SCREENFULS_MAX: usize = 2;

/// The pages of services, lessons and rooms that are too long: each one on the usual screen, and all of a text together on the smallest.
pub fn long_pages(library: &Library, texts: &Texts, files: &ContentFiles) -> Vec<Finding> {
    let settings = Settings::default();
    let env = Env::still(library, texts, &settings);
    let mut pages = Pages { env, files, by_path: None, findings: Vec::new() };
    for (id, service) in library.services() {
        let folder = Folder { path: format!("services/{}", service.id), file: "service.toml" };
        for (lang, text) in &service.texts.0 {
            pages.look_at(&folder, *lang, screens(id, text));
        }
    }
    for (id, lesson) in library.lessons() {
        let folder = Folder { path: format!("lessons/{}", lesson.id), file: "lesson.toml" };
        for (lang, _) in &lesson.texts.0 {
            pages.look_at(&folder, *lang, screens_of_lesson(id, &lesson));
        }
    }
    for (id, room) in library.rooms() {
        let folder = Folder { path: format!("rooms/{}", room.id), file: "room.toml" };
        for (lang, _) in &room.title.0 {
            pages.look_at(&folder, *lang, screens_of_room(id, &room));
        }
    }
    pages.findings
}

/// Where the files of an item stand.
struct Folder {
    path: String,
    /// The one with everything but the texts.
    file: &'static str,
}

/// Where the text of a screen stands.
#[derive(Clone, Copy)]
enum TextAt<'t> {
    /// A section of the Markdown file.
    Section(&'t str),
    /// A table of `service.toml`.
    Before,
    Route(RouteKind),
    /// A table of `lesson.toml`.
    Exercise(&'t str),
    /// A table of `room.toml`.
    Scene(&'t str),
}

impl TextAt<'_> {
    /// As an author knows it: the id of a section, or a key of a file in TOML.
    fn name(self) -> String {
        match self {
            TextAt::Section(id) => format!("#{id}"),
            TextAt::Before => "before".to_owned(),
            TextAt::Route(kind) => format!("routes.{}", kind.key()),
            TextAt::Exercise(id) => format!("exercises.{id}"),
            TextAt::Scene(id) => format!("scenes.{id}"),
        }
    }
}

/// The screens of a service that an author fills.
fn screens(id: ServiceId, text: &ServiceText) -> Vec<(Screen, TextAt<'_>)> {
    let mut screens = vec![(Screen::Before(id), TextAt::Before)];
    screens.extend(RouteKind::ALL.map(|kind| (Screen::Route(id, kind), TextAt::Route(kind))));
    screens
        .extend((0..).zip(&text.steps).map(|(step, section)| (Screen::Step(id, step), TextAt::Section(&section.id))));
    screens
        .extend((0..).zip(&text.stuck).map(|(step, section)| (Screen::Stuck(id, step), TextAt::Section(&section.id))));
    screens
}

/// The cards of a lesson, and its exercises before anything is done in them.
fn screens_of_lesson(id: LessonId, lesson: &Lesson) -> Vec<(Screen, TextAt<'_>)> {
    let screen = |(at, part): (u16, &Part)| {
        let name = lesson.id_of(*part)?;
        let place = match part {
            Part::Card(_) => TextAt::Section(name),
            Part::Exercise(_) => TextAt::Exercise(name),
        };
        Some((app::part_at(id, lesson, at)?, place))
    };
    (0..).zip(&lesson.parts).filter_map(screen).collect()
}

/// The scenes of a room, before anything is done in them.
fn screens_of_room(id: RoomId, room: &Room) -> Vec<(Screen, TextAt<'_>)> {
    (0..).zip(&room.scenes).map(|(at, scene)| (Screen::Scene(id, at), TextAt::Scene(&scene.id))).collect()
}

/// How many lines are too many, where a page takes too many screenfuls.
fn over(env: &Env, lang: Lang, screen: Screen, size: Size) -> Option<u16> {
    let laid = layout(&app::page(&App::showing(size, lang, screen), env), size);
    // The last row of a screenful that is not the last one is the one for turning.
    let room = laid.view.saturating_sub(1).saturating_mul(SCREENFULS_MAX as u16);
    (laid.stops.len() > SCREENFULS_MAX).then(|| laid.lines.saturating_sub(room).max(1))
}

/// The pages, and what was found of them so far.
struct Pages<'p> {
    env: Env<'p>,
    files: &'p ContentFiles,
    /// The files, for the places of findings: put in order only where there are some.
    by_path: Option<HashMap<&'p str, &'p str>>,
    findings: Vec<Finding>,
}

impl Pages<'_> {
    /// Looks at all pages of a text.
    fn look_at(&mut self, folder: &Folder, lang: Lang, screens: Vec<(Screen, TextAt)>) {
        if self.env.texts.language(lang).is_none() {
            return;
        }
        let mut small = Vec::new();
        for (screen, place) in screens {
            if let Some(over) = over(&self.env, lang, screen, USUAL) {
                let finding = self.long_page(folder, lang, place, over);
                self.findings.push(finding);
            }
            small.extend(over(&self.env, lang, screen, Size::MIN).map(|over| format!("{} ({over})", place.name())));
        }
        if !small.is_empty() {
            let finding = self.on_the_smallest(folder, lang, &small);
            self.findings.push(finding);
        }
    }

    fn long_page(&mut self, folder: &Folder, lang: Lang, place: TextAt, over: u16) -> Finding {
        let Folder { path, file } = folder;
        let (path, mark) = match place {
            TextAt::Section(section) => (format!("{path}/{lang}.md"), format!("{{#{section}}}")),
            TextAt::Before => (format!("{path}/{file}"), "[[before]]".to_owned()),
            TextAt::Route(_) | TextAt::Exercise(_) | TextAt::Scene(_) => {
                (format!("{path}/{file}"), format!("[{}]", place.name()))
            }
        };
        let Size { width, height } = USUAL;
        let what = format!("in {lang}, this page has {over} lines more than two screens of {width} by {height} hold");
        self.at(&path, &mark, Finding::of_file("", Rule::LongPage, what, "shorten it, or make two pages of it"))
    }

    fn on_the_smallest(&mut self, folder: &Folder, lang: Lang, pages: &[String]) -> Finding {
        let (Size { width, height }, pages) = (Size::MIN, pages.join(", "));
        let what = format!(
            "on a screen of {width} by {height}, these pages have more lines in {lang} than two screens hold: {pages}"
        );
        let finding = Finding::of_file("", Rule::SmallScreen, what, "shorten them where you can");
        match folder.file {
            // A room has all of its languages in one file.
            "room.toml" => self.at(&format!("{}/{}", folder.path, folder.file), "title = ", finding),
            _ => self.at(&format!("{}/{lang}.md", folder.path), "# ", finding),
        }
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
