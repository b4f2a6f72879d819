//! Dictionaries of hunspell, as the packages of a system install them.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::base::Lang;
use crate::content::check::Dictionaries;

/// Where systems keep them.
pub const FOLDERS: [&str; 3] = ["/usr/share/hunspell", "/usr/local/share/hunspell", "/usr/share/myspell/dicts"];

/// The largest file that is read: those of French, Dutch and English have below 3 MB.
const FILE_MAX: u64 = 50_000_000;

/// Reads the dictionary of each language, the Belgian one first, and tells what is missing.
pub fn read(folders: &[&Path], langs: &[Lang]) -> (Dictionaries, Vec<String>) {
    let mut dictionaries = Dictionaries::default();
    let mut notes = Vec::new();
    for lang in langs {
        let names = names(lang.as_str());
        let places = folders.iter().flat_map(|folder| names.iter().map(|name| folder.join(name)));
        let Some(found) = places.into_iter().find(|path| path.with_extension("dic").is_file()) else {
            let package = if lang.as_str() == "en" { "en-gb" } else { lang.as_str() };
            let what = "is not checked: no dictionary is installed";
            notes.push(format!("the spelling of {lang} {what} (Debian: hunspell-{package})"));
            continue;
        };
        let read =
            text(&found.with_extension("aff")).and_then(|affixes| Ok((affixes, text(&found.with_extension("dic"))?)));
        let added = read
            .map_err(|error| error.to_string())
            .and_then(|(affixes, words)| dictionaries.add(*lang, &affixes, &words));
        if let Err(error) = added {
            let shown = found.display();
            notes.push(format!("the spelling of {lang} is not checked: '{shown}.dic' cannot be used ({error})"));
        }
    }
    (dictionaries, notes)
}

/// The names of the dictionaries of a language, without their endings.
fn names(tag: &str) -> Vec<String> {
    let own = format!("{tag}_{}", tag.to_uppercase());
    let mut names = vec![format!("{tag}_BE"), tag.to_owned(), own];
    if tag == "en" {
        names.insert(0, "en_GB".to_owned());
    }
    names
}

/// A file as text: UTF-8, else the Latin alphabet of older dictionaries.
fn text(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(path)?.take(FILE_MAX + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > FILE_MAX {
        return Err(io::Error::other("it is too large"));
    }
    Ok(String::from_utf8(bytes).unwrap_or_else(|error| error.as_bytes().iter().map(|byte| char::from(*byte)).collect()))
}
