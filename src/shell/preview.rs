//! A preview: the real kiosk for whoever writes its content. What is saved is read at once; where it cannot be shown, the
//! version before stays, and what is wrong stands beside it.

mod remarks;

use std::path::Path;

use crate::app::{self, App, Screen, Settings};
use crate::base::{Lang, Millis, Size};
use crate::content::source::{ContentFiles, SourceError};
use crate::content::{Finding, Library, parse};
use crate::i18n::Texts;
use crate::page::{Laid, Page, layout, width_beside};
use crate::shell::Rules;

use self::remarks::Remarks;

/// After the last change, files are left alone for so long: an editor saves in several steps.
const QUIET: Millis = Millis(60);
/// So long after the first change they are read in any case.
const QUIET_MOST: Millis = Millis(500);
/// Nobody who writes is asked whether they are still there.
const FOR_EVER: Millis = Millis::from_seconds(u32::MAX as u64);
/// The width of the kiosk where its author has a wider screen.
const USUAL_WIDTH: u16 = 80;

/// What is read, and how it differs from what is shown.
pub struct Preview {
    check: Rules,
    files: ContentFiles,
    newest: Library,
    findings: Vec<Finding>,
    /// Those of them for which something is left out.
    grave: Vec<Finding>,
    /// Why the folder cannot be read any more.
    trouble: Option<String>,
    /// The address to show, until there is something at it.
    wanted: Option<String>,
    /// When the files are read again, and by when at the latest.
    due: Option<(Millis, Millis)>,
}

impl Preview {
    /// Reads the content folder. The address is shown as soon as something good stands there.
    pub fn open(content: &Path, at: Option<String>, check: Rules) -> Result<Preview, SourceError> {
        let mut preview = Preview {
            check,
            files: ContentFiles::default(),
            newest: Library::default(),
            findings: Vec::new(),
            grave: Vec::new(),
            trouble: None,
            wanted: at,
            due: None,
        };
        preview.take(ContentFiles::read(content)?);
        Ok(preview)
    }

    fn take(&mut self, files: ContentFiles) {
        self.newest = parse::compile_for_author(&files);
        self.findings = (self.check)(&files);
        self.grave = parse::compile(&files).1;
        self.files = files;
    }

    /// Nothing may be counted, locked or forgotten while somebody writes.
    pub fn loosen(settings: &mut Settings) {
        settings.count = false;
        settings.locked = false;
        settings.list_limit = FOR_EVER;
        settings.reading_limit = FOR_EVER;
        settings.helping_limit = FOR_EVER;
    }

    /// Something changed in the folder.
    pub fn note_change(&mut self, now: Millis) {
        let latest = self.due.map_or(now + QUIET_MOST, |(_, latest)| latest);
        self.due = Some(((now + QUIET).min(latest), latest));
    }

    /// When [`follow`](Preview::follow) has something to do, if nothing happens before.
    pub fn deadline(&self) -> Option<Millis> {
        self.due.map(|(due, _)| due)
    }

    /// Reads what was saved, if it is time, and shows the newest version as soon as it has what is on the screen. Says
    /// whether anything changed that can be seen.
    pub fn follow(&mut self, now: Millis, lang: Lang, app: &mut App, library: &mut Library) -> bool {
        let is_read = self.due.take_if(|(due, _)| *due <= now).is_some() && self.read_again();
        let next = match self.wanted.as_deref().and_then(|at| app::screen_at(&self.newest, at)) {
            Some(screen) => {
                self.wanted = None;
                Some(app.moved(lang, screen))
            }
            None if library.is_same(&self.newest) => None,
            None => app.carried(library, &self.newest),
        };
        let is_new = next.is_some();
        if let Some(next) = next {
            *app = next;
            *library = self.newest.clone();
        }
        is_read || is_new
    }

    fn read_again(&mut self) -> bool {
        let root = self.files.root.clone();
        match ContentFiles::read(&root) {
            Ok(files) if files == self.files && self.trouble.is_none() => return false,
            Ok(files) => {
                self.trouble = None;
                self.take(files);
            }
            Err(error) => self.trouble = Some(error.to_string()),
        }
        true
    }

    /// The first screen of a preview: where it was asked for one that cannot be shown yet, the home screen.
    pub fn first(&self, lang: Lang, app: &App) -> App {
        if self.wanted.is_some() { app.moved(lang, Screen::Home) } else { app.clone() }
    }

    /// Lays out a page with the remarks about what it shows: beside it where there is room, else in the line above the
    /// key bar.
    pub fn lay_out(&self, page: Page, app: &App, library: &Library, texts: &Texts) -> Laid {
        let size = app.size();
        let is_last_good = !library.is_same(&self.newest);
        let mut findings = self.about(app, library);
        // First what keeps the newest version from being shown, then the text of the language that is shown.
        let text = format!("{}.md", page.lang);
        findings.sort_by_key(|(finding, is_grave)| (is_last_good && !is_grave, !finding.path.ends_with(&text)));
        let findings = findings.into_iter().map(|(finding, _)| finding).collect();
        let remarks = Remarks { lang: page.lang, texts, findings, trouble: self.trouble.as_deref(), is_last_good };
        match width_beside(size, USUAL_WIDTH) {
            Some(width) => {
                let kiosk = layout(&page, Size { width: USUAL_WIDTH, ..size });
                crate::page::beside(kiosk, &layout(&remarks.page(), Size { width, ..size }))
            }
            None => layout(&Page { notice: remarks.notice(size).or(page.notice.clone()), ..page }, size),
        }
    }

    /// The findings about what is on the screen, with paths below the content folder, and whether each is grave.
    fn about(&self, app: &App, library: &Library) -> Vec<(Finding, bool)> {
        let wanted = self.wanted.as_deref().map(|at| at.split('#').next().unwrap_or(at));
        let below = match (wanted, app.screen()) {
            (Some("gym"), _) => Some("gym/".to_owned()),
            (Some(id), _) => Some(format!("services/{id}/")),
            (None, Some(screen)) => part(library, screen),
            (None, None) => None,
        };
        let Some(below) = below else { return Vec::new() };
        let mut found = self.below(&below);
        for kind in ["lessons", "rooms"] {
            if let Some(id) = wanted.filter(|_| found.is_empty()) {
                found = self.below(&format!("{kind}/{id}/"));
            }
        }
        // A word or a topic: nobody knows where it would stand.
        if found.is_empty() && wanted.is_some() { self.below("") } else { found }
    }

    fn below(&self, below: &str) -> Vec<(Finding, bool)> {
        let root = format!("{}/", self.files.root.display().to_string().trim_end_matches('/'));
        let told = self.findings.iter().filter_map(|finding| {
            let path = finding.path.strip_prefix(&root).unwrap_or(&finding.path);
            let told = || (Finding { path: path.to_owned(), ..finding.clone() }, self.grave.contains(finding));
            path.starts_with(below).then(told)
        });
        told.collect()
    }
}

/// Where what a screen shows is written, below the content folder: the beginning of its paths.
fn part(library: &Library, screen: Screen) -> Option<String> {
    if let Some(id) = screen.service() {
        return Some(format!("services/{}/", library.service(id)?.id));
    }
    if let Some(id) = screen.lesson() {
        return Some(format!("lessons/{}/", library.lesson(id)?.id));
    }
    if let Some(id) = screen.room() {
        return Some(format!("rooms/{}/", library.room(id)?.id));
    }
    match screen {
        // From here one reaches everything.
        Screen::Home => Some(String::new()),
        Screen::Topic(_) | Screen::Event(_) => Some("topics.toml".to_owned()),
        Screen::Finder(id, _) => Some(format!("finders/{}/", library.finder(id)?.id)),
        Screen::Lessons | Screen::WelcomeBack => Some("lessons/".to_owned()),
        Screen::Rooms => Some("rooms/".to_owned()),
        Screen::Gym | Screen::Message(_) | Screen::GymEnd(_) => Some("gym/".to_owned()),
        Screen::Code | Screen::CodeLetters => Some("code-words.toml".to_owned()),
        Screen::Check | Screen::CheckOnline | Screen::Activity(_) | Screen::CheckResult | Screen::CheckSlip => {
            Some("check/".to_owned())
        }
        Screen::Word(_) => Some("glossary/".to_owned()),
        Screen::Person(_) => Some("urgent.toml".to_owned()),
        Screen::Map | Screen::Communes(_) => Some("communes.toml".to_owned()),
        Screen::Near(..) | Screen::Place(_) => Some("places/".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::check;

    #[test]
    fn an_author_is_never_locked_in_counted_or_asked_whether_they_are_still_there() {
        let mut settings = Settings { locked: true, ..Settings::default() };
        Preview::loosen(&mut settings);
        assert!(!settings.locked && !settings.count);
        let a_working_day = Millis::from_seconds(8 * 60 * 60);
        let limits = [settings.list_limit, settings.reading_limit, settings.helping_limit];
        assert!(limits.iter().all(|limit| *limit > a_working_day), "{limits:?}");
    }

    #[test]
    fn files_are_read_when_it_was_quiet_for_a_moment_and_not_put_off_for_ever() {
        let dir = tempfile::tempdir().expect("a folder");
        let mut preview =
            Preview::open(dir.path(), None, |files| check::check(files, &[], &check::Dictionaries::default()))
                .expect("a folder can be read");
        assert_eq!(preview.deadline(), None, "nothing wakes it without a cause");
        let begin = Millis::from_seconds(1);
        preview.note_change(begin);
        assert_eq!(preview.deadline(), Some(begin + QUIET));
        // Somebody who saves all the time.
        (1..20).for_each(|step| preview.note_change(begin + Millis(step * 40)));
        assert_eq!(preview.deadline(), Some(begin + QUIET_MOST));
    }
}
