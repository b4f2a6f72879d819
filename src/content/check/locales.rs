//! The words of the interface: each language alone, then the required ones against the first of them.

use std::collections::HashMap;

use super::Rules;
use super::language::{self, Declared};
use super::messages::{self, Message, note_broken};
use crate::base::{Lang, LocaleFiles};
use crate::content::finding::{Finding, Rule};
use crate::content::parse::notes::{File, Notes, quoted};

/// A language as it was read.
struct Locale<'l> {
    lang: Lang,
    declared: Declared,
    language: File<'l>,
    /// The Fluent files with their messages.
    files: Vec<(File<'l>, Vec<Message>)>,
    /// Whether all messages could be read; otherwise some only seem to be missing.
    sound: bool,
}

/// Where a message stands: file and place in its list.
type Index<'l> = HashMap<&'l str, (usize, usize)>;

/// All findings of the locales.
pub(super) fn check(locales: &[LocaleFiles], rules: &Rules) -> Vec<Finding> {
    let notes = Notes::default();
    let mut findings = Vec::new();
    let langs: Vec<Lang> = locales.iter().map(|locale| locale.lang).collect();
    let mut read: Vec<Locale> = Vec::new();
    for locale in locales {
        let declared = language::read(locale, &langs, rules, &notes, &mut findings);
        let language = File::new(locale.language.path.clone(), &locale.language.text);
        let (mut files, mut sound) = (Vec::new(), true);
        for message in &locale.messages {
            let file = File::new(message.path.clone(), &message.text);
            let (messages, whole) = messages::read(&file, locale.lang, rules, &notes, &mut findings);
            sound &= whole;
            files.push((file, messages));
        }
        read.push(Locale { lang: locale.lang, declared, language, files, sound });
    }
    read.sort_by_key(|locale| locale.declared.order);
    let indexes: Vec<Index> = read.iter().map(|locale| index(locale, &notes)).collect();
    for (locale, index) in read.iter().zip(&indexes) {
        check_references(locale, index, &notes);
    }
    let mut required = read.iter().zip(&indexes).filter(|(locale, _)| locale.declared.required);
    if let Some(first) = required.next() {
        for other in required {
            Comparison { first, other, notes: &notes }.run();
        }
    }
    findings.extend(notes.into_findings());
    findings
}

fn index<'l>(locale: &'l Locale, notes: &Notes) -> Index<'l> {
    let mut index = Index::new();
    for (place, (file, messages)) in locale.files.iter().enumerate() {
        for (number, message) in messages.iter().enumerate() {
            if index.contains_key(&*message.key) {
                let what = format!("there are two messages {}", quoted(&message.key));
                notes.note(file, message.at, Rule::DuplicateId, what, "delete one of the two, or rename it");
            } else {
                index.insert(&message.key, (place, number));
            }
        }
    }
    index
}

fn check_references(locale: &Locale, index: &Index, notes: &Notes) {
    let complete = locale.sound;
    for (file, messages) in locale.files.iter().filter(|_| complete) {
        for (key, at) in messages.iter().flat_map(|message| &message.refers_to) {
            if !index.contains_key(&**key) {
                note_broken(notes, file, *at, key);
            }
        }
    }
}

/// A required language against the first one.
struct Comparison<'c, 'l> {
    first: (&'c Locale<'l>, &'c Index<'c>),
    other: (&'c Locale<'l>, &'c Index<'c>),
    notes: &'c Notes<'c>,
}

impl Comparison<'_, '_> {
    fn run(&self) {
        let (first, _) = self.first;
        for (file, messages) in &first.files {
            let mut after: Option<&str> = None;
            for message in messages {
                match self.other.1.get(&*message.key) {
                    Some((place, number)) => {
                        let (other_file, others) = &self.other.0.files[*place];
                        self.compare(message, other_file, &others[*number]);
                        after = Some(&message.key);
                    }
                    None if self.other.0.sound => self.missing(file, message, after),
                    None => {}
                }
            }
        }
        for (file, messages) in self.other.0.files.iter().filter(|_| first.sound) {
            for message in messages.iter().filter(|message| !self.first.1.contains_key(&*message.key)) {
                let what = format!("{} has no message {}", first.lang, quoted(&message.key));
                let mend = format!("delete it, correct its name, or write it in {} too", first.lang);
                self.notes.note(file, message.at, Rule::LocaleParity, what, mend);
            }
        }
    }

    /// Notes a missing message: after the message that goes before it in the first language, or at the top of the
    /// file of the same name.
    fn missing(&self, file: &File, message: &Message, after: Option<&str>) {
        let (other, index) = self.other;
        let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let before = after.and_then(|key| index.get(key)).map(|(place, number)| {
            let (file, messages) = &other.files[*place];
            (file, messages[*number].at)
        });
        let same = || other.files.iter().find(|(other, _)| name(&other.path) == name(&file.path));
        let (place, at) = before.or_else(|| same().map(|(file, _)| (file, 0))).unwrap_or((&other.language, 0));
        let (line, _) = file.place(message.at);
        let what = format!("the message {} is missing", quoted(&message.key));
        let mend = format!("translate it from {}:{line}", file.path);
        self.notes.note(place, at, Rule::LocaleParity, what, mend);
    }

    /// What the first language shows must be used; what it does not use does not exist.
    fn compare(&self, first: &Message, file: &File, other: &Message) {
        let lang = self.first.0.lang;
        let uses = |message: &Message, name: &String| message.shown.contains(name) || message.chosen_by.contains(name);
        for name in first.shown.iter().filter(|name| !uses(other, name)) {
            let what = format!("{} does not use the argument `${name}`", quoted(&other.key));
            let mend = format!("write `{{ ${name} }}` where its value belongs, as in {lang}");
            self.notes.note(file, other.at, Rule::LocaleParity, what, mend);
        }
        for name in other.shown.union(&other.chosen_by).filter(|name| !uses(first, name)) {
            let guess = self.notes.did_you_mean(name, first.shown.iter().chain(&first.chosen_by).map(String::as_str));
            let what = format!("{} uses the argument `${name}`, which {lang} does not", quoted(&other.key));
            self.notes.note(file, other.at, Rule::LocaleParity, what, format!("correct its name or delete it{guess}"));
        }
    }
}
