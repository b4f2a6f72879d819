//! `kiosk check --translations` and `--accept-translation`: which translations follow their source, and who says so.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::super::answer::{self, Format};
use super::super::{CommandError, Outcome};
use crate::base::{Lang, nearest};
use crate::content::source::ContentFiles;
use crate::content::translations::{Gap, State, Translations};

/// Tells what is missing, stale or was never looked at, by item and language.
pub fn tell(files: &ContentFiles, format: Format) -> Result<Outcome, CommandError> {
    let translations = Translations::of(files);
    let gaps = translations.gaps();
    let text = match format {
        // Texts and numbers, which JSON can always hold.
        Format::Json => serde_json::to_string_pretty(&gaps).unwrap_or_default() + "\n",
        Format::Text if gaps.is_empty() => format!("All translations follow {}.\n", translations.source()),
        Format::Text => written(&gaps, translations.source()),
    };
    answer::write(&text)?;
    if gaps.is_empty() { Ok(Outcome::Fine) } else { Ok(Outcome::NotFine) }
}

fn written(gaps: &[Gap], source: Lang) -> String {
    let mut lines: BTreeMap<(&str, &str, &str), Vec<&str>> = BTreeMap::new();
    for gap in gaps {
        let state = match gap.state {
            State::Missing => "missing",
            State::Stale => "changed since somebody looked at it",
            State::Unseen => "not looked at yet",
        };
        lines.entry((&gap.item, &gap.language, state)).or_default().push(&gap.part);
    }
    let line = |((item, lang, state), parts): ((&str, &str, &str), Vec<&str>)| {
        format!("{item}: {lang}: {state}: {}\n", parts.join(", "))
    };
    let told: String = lines.into_iter().map(line).collect();
    format!("{told}Compare with {source}, then run `kiosk check --accept-translation ITEM`.\n")
}

/// Remembers that somebody looked at the translations of these items.
pub fn accept(files: &ContentFiles, items: &[String], only: Option<Lang>) -> Result<Outcome, CommandError> {
    let mut translations = Translations::of(files);
    if let Some(lang) = only.filter(|lang| translations.followers().all(|other| other != *lang)) {
        let known: Vec<String> = translations.followers().map(|lang| lang.to_string()).collect();
        let (source, known) = (translations.source(), known.join(", "));
        let what = format!("'{lang}' is no language that follows {source}: use one of {known}");
        return Err(CommandError::Words(what));
    }
    let mut changed: BTreeMap<String, String> = BTreeMap::new();
    for id in items {
        match translations.accept(id, only) {
            Some((path, text)) => changed.insert(path, text),
            None => {
                let asked: String = id.chars().take(80).collect();
                let mend = match nearest(&asked, translations.ids()) {
                    Some(near) => format!("did you mean '{near}'?"),
                    None => "use the id of a guide, a topic, a life event, a word or an urgent number".to_owned(),
                };
                let what = format!("there is no item '{asked}' that is translated: {mend}");
                return Err(CommandError::Words(what));
            }
        };
    }
    for (path, text) in changed {
        write(&files.root.join(path), &text)?;
    }
    answer::write(&format!("Remembered: {} follows {}.\n", items.join(", "), translations.source()))?;
    Ok(Outcome::Fine)
}

/// Puts the new text in place at once, so that an interrupted command leaves the old one.
fn write(path: &Path, text: &str) -> Result<(), CommandError> {
    let refused = |error| CommandError::Write { path: path.to_path_buf(), error };
    let new = path.with_extension("toml.new");
    fs::write(&new, text).map_err(refused)?;
    fs::rename(&new, path).map_err(refused)
}
