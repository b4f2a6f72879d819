//! What stands beside a page in a preview: what to correct in the files of what it shows.

use crate::base::{Lang, Size, Text};
use crate::content::Finding;
use crate::i18n::{Arg, Texts};
use crate::page::{Block, Mood, Notice, Page, Turning};

/// The language of findings.
const ENGLISH: &str = "en";
/// Cells of a row that are lost to the margins, and on average to its last word.
const LOST: usize = 10;

/// Everything there is to say about what is shown.
pub(super) struct Remarks<'r> {
    /// The language of the page.
    pub lang: Lang,
    pub texts: &'r Texts,
    pub findings: Vec<Finding>,
    /// Why the folder cannot be read.
    pub trouble: Option<&'r str>,
    /// Whether what is shown is older than what was saved.
    pub is_last_good: bool,
}

impl Remarks<'_> {
    /// All of them, on a page of their own.
    pub fn page(&self) -> Page {
        let say = |id| self.texts.say(self.lang, id, &[]);
        let mut blocks = Vec::new();
        if self.is_last_good {
            blocks.push(Block::Para(self.state()));
        }
        blocks.extend(self.trouble.map(|trouble| Block::Para(self.english(trouble.to_owned()))));
        blocks.extend(self.findings.iter().map(|finding| Block::Para(self.english(told(finding)))));
        blocks.push(Block::Para(say("preview-leave")));
        let count = self.findings.len();
        let title = match count {
            0 if self.trouble.is_none() && !self.is_last_good => say("preview-nothing"),
            0 => say("preview-look"),
            _ => self.texts.say(self.lang, "preview-to-correct", &[("count", Arg::Count(count as i64))]),
        };
        let turning = Turning { more: say("preview-more"), end: Text::default() };
        Page { turning, ..Page::bare("preview", self.lang, title, blocks) }
    }

    /// The first of them, short enough to leave the page readable; nothing where there is none.
    pub fn notice(&self, size: Size) -> Option<Notice> {
        let first = match (self.trouble, self.findings.first()) {
            (Some(trouble), _) => Some(trouble.to_owned()),
            (None, Some(finding)) => Some(format!("1/{} {}", self.findings.len(), told(finding))),
            (None, None) => None,
        };
        let state = self.is_last_good.then(|| self.state());
        let rows = if size.width < 60 { 3 } else { 2 };
        let room = rows * usize::from(size.width).saturating_sub(LOST);
        let words = match (first, state) {
            (None, None) => return None,
            (None, Some(state)) => state,
            (Some(first), None) => self.english(cut(first, room)),
            (Some(first), Some(state)) => {
                let room = room.saturating_sub(state.width());
                self.english(cut(first + ".", room) + " ").then(state)
            }
        };
        Some(Notice { mood: Mood::Warning, words })
    }

    /// Why what is shown is not what was saved.
    fn state(&self) -> Text {
        let is_gone = self.findings.is_empty() && self.trouble.is_none();
        self.texts.say(self.lang, if is_gone { "preview-gone" } else { "preview-last-good" }, &[])
    }

    fn english(&self, words: String) -> Text {
        Text::plain(ENGLISH.parse().unwrap_or(self.lang), words)
    }
}

fn told(finding: &Finding) -> String {
    let Finding { path, line, column, what, mend, .. } = finding;
    // Of a service or a lesson the name of the file is enough: it is on the screen.
    let inside = path.strip_prefix("services/").or_else(|| path.strip_prefix("lessons/"));
    let name = inside.and_then(|path| path.split_once('/')).map_or(path.as_str(), |(_, name)| name);
    format!("{name}:{line}:{column}: {what}: {mend}")
}

fn cut(text: String, room: usize) -> String {
    match text.char_indices().nth(room.max(1) - 1) {
        Some((end, _)) if text.chars().count() > room => format!("{}…", text[..end].trim_end()),
        _ => text,
    }
}
