//! The languages of the interface: of a folder, or those in the program.

use std::io::ErrorKind;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::ShellError;
use crate::base::{Lang, LocaleFiles, LocaleText};
use crate::content::Finding;
use crate::content::source::read_locales;

/// The languages as they were when this program was built: the interface never lacks words.
static EMBEDDED: Dir = include_dir!("$CARGO_MANIFEST_DIR/locales");
/// What the coordinator's commands alone say: a file for each language. A kiosk never says it, so it stands apart.
static OF_COORDINATOR: Dir = include_dir!("$CARGO_MANIFEST_DIR/locales-coordinator");

/// The files of all languages: of a folder, else those in the program.
pub fn languages(folder: Option<&Path>) -> Result<(Vec<LocaleFiles>, Vec<Finding>), ShellError> {
    match folder {
        Some(folder) => Ok(read_locales(folder)?),
        None => Ok((embedded_languages(), Vec::new())),
    }
}

/// The same, with what the coordinator's commands alone say.
pub fn languages_of_coordinator(folder: Option<&Path>) -> Result<Vec<LocaleFiles>, ShellError> {
    let (mut locales, _) = languages(folder)?;
    for locale in &mut locales {
        let beside = match folder {
            Some(folder) => coordinators_words(folder, locale.lang)?,
            None => None,
        };
        let name = format!("{}.ftl", locale.lang);
        let embedded = || {
            let text = OF_COORDINATOR.get_file(&name)?.contents_utf8()?.to_owned();
            Some(LocaleText { path: format!("locales-coordinator/{name}"), text: text.into() })
        };
        locale.messages.extend(beside.or_else(embedded));
    }
    Ok(locales)
}

/// What the coordinator's commands alone say in a language, as it stands beside a folder of locales; none where nothing
/// stands there.
///
/// # Errors
///
/// Where it is there and cannot be read: other words than its own would be said in its place.
pub fn coordinators_words(locales: &Path, lang: Lang) -> Result<Option<LocaleText>, ShellError> {
    let path = locales.with_file_name("locales-coordinator").join(format!("{lang}.ftl"));
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(Some(LocaleText { path: path.display().to_string(), text: text.into() })),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ShellError::Words { path, error }),
    }
}

fn embedded_languages() -> Vec<LocaleFiles> {
    let text = |file: &'static include_dir::File| LocaleText {
        path: format!("locales/{}", file.path().display()),
        text: file.contents_utf8().unwrap_or_default().into(),
    };
    let language = |folder: &'static Dir| {
        let lang = folder.path().to_str()?.parse().ok()?;
        let language = text(folder.get_file(folder.path().join("language.toml"))?);
        let mut messages: Vec<LocaleText> = folder
            .files()
            .filter(|file| file.path().extension().is_some_and(|ending| ending == "ftl"))
            .map(text)
            .collect();
        messages.sort_by(|one, other| one.path.cmp(&other.path));
        Some(LocaleFiles { lang, language, messages })
    };
    EMBEDDED.dirs().filter_map(language).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_in_the_program_are_those_of_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        let read = languages(Some(&folder)).expect("the project has locales").0;
        let embedded = embedded_languages();
        let names = |locales: &[LocaleFiles]| -> Vec<(String, usize)> {
            locales.iter().map(|locale| (locale.lang.to_string(), locale.messages.len())).collect()
        };
        assert_eq!(names(&read), names(&embedded));
        assert!(embedded.iter().all(|locale| !locale.language.text.is_empty()));
    }

    #[test]
    fn words_beside_a_folder_are_read_or_it_is_said_that_they_cannot_be() {
        let folder = tempfile::tempdir().expect("a folder");
        let (locales, beside) = (folder.path().join("locales"), folder.path().join("locales-coordinator"));
        let words = |tag: &str| coordinators_words(&locales, tag.parse().expect("a tag"));
        assert!(words("fr").expect("nothing stands there").is_none());
        std::fs::create_dir_all(beside.join("nl.ftl")).expect("a folder");
        std::fs::write(beside.join("fr.ftl"), "report-title = Rapport").expect("written");
        std::fs::write(beside.join("en.ftl"), b"report-title = \xff").expect("written");
        assert_eq!(
            words("fr").expect("it is read").map(|words| words.text.to_string()).as_deref(),
            Some("report-title = Rapport")
        );
        for tag in ["nl", "en"] {
            let error = words(tag).expect_err("it cannot be read").to_string();
            assert!(error.contains(&format!("{tag}.ftl")) && error.contains("check that it is a text"), "{error}");
        }
    }
}
