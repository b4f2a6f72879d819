//! Where a kiosk finds its content, languages, settings and state.

use std::env;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::{Packs, ShellError};
use crate::app::figures::Figures;
use crate::base::{Lang, LocaleFiles, LocaleText};
use crate::content::Finding;
use crate::content::source::{ContentFiles, read_locales};

/// The languages as they were when this program was built: the interface never lacks words.
static EMBEDDED: Dir = include_dir!("$CARGO_MANIFEST_DIR/locales");
/// What the coordinator's commands alone say: a file for each language. A kiosk never says it, so it stands apart.
static OF_COORDINATOR: Dir = include_dir!("$CARGO_MANIFEST_DIR/locales-coordinator");

/// Finds what is to be corrected in a content folder.
pub type Rules = fn(&ContentFiles) -> Vec<Finding>;

/// Whom the kiosk is for.
#[derive(Clone, Default, Debug)]
pub enum Audience {
    /// Everybody who comes.
    #[default]
    Residents,
    /// Whoever writes its content: a preview, which begins at an address.
    Author {
        /// The address; the start screen where there is none.
        at: Option<String>,
        /// Finds what is to be corrected: a program without previews holds no rules.
        check: Rules,
    },
    /// Staff who look at what was counted, and at nothing else.
    Staff(Box<Figures>),
}

/// What somebody asked for on the command line.
#[derive(Clone, Default, Debug)]
pub struct Options {
    /// The content: a folder, or a pack.
    pub content: Option<PathBuf>,
    /// The folder of languages.
    pub locales: Option<PathBuf>,
    /// The state folder.
    pub state: Option<PathBuf>,
    /// The file of settings.
    pub config: Option<PathBuf>,
    /// The language that speaks before one is chosen.
    pub lang: Option<String>,
    /// The file for log lines.
    pub log: Option<PathBuf>,
    /// Whom the kiosk is for.
    pub audience: Audience,
}

/// Where everything is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Places {
    /// The content: a folder, or a pack.
    pub content: PathBuf,
    /// The packs of this kiosk, which come first where nobody asked for other content and this is no checkout.
    pub packs: Option<Packs>,
    /// The folder of languages; those in the program where there is none.
    pub locales: Option<PathBuf>,
    /// What the kiosk keeps.
    pub state: PathBuf,
    /// The file of settings as installed.
    pub config: PathBuf,
    /// Whether somebody asked for this file of settings by name.
    pub is_config_asked: bool,
}

impl Places {
    /// What was asked for, else what is in a checkout, else what is installed.
    pub fn of(options: &Options) -> Places {
        let is_checkout = Path::new("content/pack.toml").is_file();
        let in_checkout = |name: &str| Some(PathBuf::from(name)).filter(|path| is_checkout && path.is_dir());
        let content = options.content.clone().or_else(|| in_checkout("content"));
        let state = options.state.clone().unwrap_or_else(usual_state);
        Places {
            packs: content.is_none().then(|| Packs::of(&state)),
            content: content.unwrap_or_else(|| PathBuf::from("/usr/share/kiosk/content")),
            locales: options.locales.clone().or_else(|| in_checkout("locales")),
            state,
            config: options.config.clone().unwrap_or_else(|| PathBuf::from("/etc/kiosk/kiosk.toml")),
            is_config_asked: options.config.is_some(),
        }
    }

    /// The places where people help, as staff know them: on top of those of the content, whatever pack comes.
    pub fn staff_places(&self) -> PathBuf {
        self.state.join("places.toml")
    }

    /// What staff changed on the kiosk itself.
    pub fn state_settings(&self) -> PathBuf {
        self.state.join("settings.toml")
    }
}

/// The state folder of a service, else that of a user, else that of the machine.
fn usual_state() -> PathBuf {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty());
    // systemd separates several folders by colons; the kiosk has one.
    let service = || set("STATE_DIRECTORY").and_then(|list| env::split_paths(&list).next());
    let user = || set("XDG_STATE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || set("HOME").map(|home| PathBuf::from(home).join(".local/state"));
    let user = || user().or_else(home).map(|path| path.join("inclusion-kiosk"));
    service().or_else(user).unwrap_or_else(|| PathBuf::from("/var/lib/kiosk"))
}

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

    #[test]
    fn what_was_asked_for_comes_first() {
        let options = Options { content: Some("c".into()), config: Some("k.toml".into()), ..Options::default() };
        let places = Places::of(&options);
        assert_eq!((places.content, places.is_config_asked), ("c".into(), true));
        assert!(!Places::of(&Options::default()).is_config_asked);
    }
}
