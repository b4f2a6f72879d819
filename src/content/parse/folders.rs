//! Which file of a content folder is what.

use std::collections::BTreeMap;

use super::notes::{File, Notes};
use super::pack::{Languages, bad_id, is_id};
use super::table::Doc;
use crate::base::Lang;
use crate::content::finding::Rule;
use crate::content::source::{ContentFile, ContentFiles};

/// The files of a service or lesson.
#[derive(Default)]
pub(super) struct Folder<'a> {
    /// `service.toml` or `lesson.toml`.
    pub toml: Option<Doc<'a>>,
    pub texts: BTreeMap<Lang, File<'a>>,
}

/// The files of a content folder by what they are for.
#[derive(Default)]
pub(super) struct Folders<'a> {
    pub topics: Option<Doc<'a>>,
    pub urgent: Option<Doc<'a>>,
    pub glossary: Vec<Doc<'a>>,
    pub communes: Option<Doc<'a>>,
    /// In the order of their paths.
    pub places: Vec<Doc<'a>>,
    /// `finder.toml` of each finder, by id.
    pub finders: BTreeMap<&'a str, Doc<'a>>,
    /// By id: the order in which services have their numbers.
    pub services: BTreeMap<&'a str, Folder<'a>>,
    pub lessons: BTreeMap<&'a str, Folder<'a>>,
    /// `room.toml` of each rehearsal room, by id.
    pub rooms: BTreeMap<&'a str, Doc<'a>>,
    /// The files of the scam gym, in the order of their paths.
    pub gym: Vec<Doc<'a>>,
    pub pass_words: Option<Doc<'a>>,
    pub code_words: Option<Doc<'a>>,
    pub activities: Option<Doc<'a>>,
}

/// `pack.toml`, which names the languages: read before all others.
pub(super) fn pack<'a>(files: &'a ContentFiles, notes: &Notes) -> Option<Doc<'a>> {
    let file = files.files.iter().find(|file| file.path == "pack.toml");
    if file.is_none() {
        note_missing(files, "pack.toml", "write it with `name`, `version` and `languages`", notes);
    }
    file.map(|file| Doc::read(files.shown(&file.path), &file.text, notes))
}

impl<'a> Folders<'a> {
    /// Sorts the files, and notes those that have no place.
    pub fn of(files: &'a ContentFiles, languages: &Languages, notes: &Notes) -> Folders<'a> {
        let mut folders = Folders::default();
        for file in &files.files {
            folders.place(files, file, languages, notes);
        }
        if folders.topics.is_none() {
            note_missing(
                files,
                "topics.toml",
                "write it: it is the home screen, with a `[[topic]]` for each item",
                notes,
            );
        }
        if folders.urgent.is_none() {
            note_missing(files, "urgent.toml", "write it: an `[[urgent]]` for each number to call in danger", notes);
        }
        folders
    }

    fn place(&mut self, files: &'a ContentFiles, file: &'a ContentFile, languages: &Languages, notes: &Notes) {
        let shown = files.shown(&file.path);
        let doc = |notes| Doc::read(files.shown(&file.path), &file.text, notes);
        let parts: Vec<&str> = file.path.split('/').collect();
        match parts.as_slice() {
            ["pack.toml"] | ["README.md"] | [_, "README.md"] => {}
            // For `kiosk check` alone.
            ["words.toml"]
            | ["spelling.toml"]
            | ["translations.toml"]
            | ["services" | "finders" | "lessons" | "rooms", _, "translations.toml"] => {}
            ["topics.toml"] => self.topics = Some(doc(notes)),
            ["urgent.toml"] => self.urgent = Some(doc(notes)),
            ["communes.toml"] => self.communes = Some(doc(notes)),
            ["places", name] if name.ends_with(".toml") => self.places.push(doc(notes)),
            ["glossary", name] if name.ends_with(".toml") => self.glossary.push(doc(notes)),
            ["check", "activities.toml"] => self.activities = Some(doc(notes)),
            ["lessons", "pass-words.toml"] => self.pass_words = Some(doc(notes)),
            ["code-words.toml"] => self.code_words = Some(doc(notes)),
            ["services" | "finders" | "lessons" | "rooms", id, _] if !is_id(id) => {
                let (what, mend) = bad_id(id);
                notes.of_file(shown, Rule::BadId, what, mend);
            }
            ["finders", id, "finder.toml"] => {
                self.finders.insert(id, doc(notes));
            }
            ["rooms", id, "room.toml"] => {
                self.rooms.insert(id, doc(notes));
            }
            ["gym", "translations.toml"] => {}
            ["gym", name] if name.ends_with(".toml") => self.gym.push(doc(notes)),
            ["services", id, "service.toml"] => self.services.entry(id).or_default().toml = Some(doc(notes)),
            ["lessons", id, "lesson.toml"] => self.lessons.entry(id).or_default().toml = Some(doc(notes)),
            [kind @ ("services" | "lessons"), id, name] if name.ends_with(".md") => {
                let tag = name.trim_end_matches(".md");
                match tag.parse::<Lang>().ok().filter(|lang| languages.all.contains(lang)) {
                    Some(lang) => {
                        let mut text = File::new(shown, &file.text);
                        notes.note_prompts(&mut text, None);
                        let folders = if *kind == "services" { &mut self.services } else { &mut self.lessons };
                        folders.entry(id).or_default().texts.insert(lang, text);
                    }
                    None => {
                        let what = "this is no language of `pack.toml`";
                        let mend = format!("name it after one of {}, or add it to `extra` there", languages.list());
                        notes.of_file(shown, Rule::File, what, mend);
                    }
                }
            }
            _ => {
                let what = "the kiosk has no use for this file here";
                let mend = "move it: a service has `services/<id>/service.toml` and a `.md` per language";
                notes.of_file(shown, Rule::File, what, mend);
            }
        }
    }
}

fn note_missing(files: &ContentFiles, name: &str, mend: &str, notes: &Notes) {
    notes.missing(files.shown(name), Rule::File, mend);
}
