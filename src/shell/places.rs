//! Where a kiosk finds its content, languages, settings and state, and what was asked for of them.

use std::path::{Path, PathBuf};

use super::{Packs, environment};
use crate::app::figures::Figures;
use crate::content::Finding;
use crate::content::source::ContentFiles;

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
    let service = || environment::service_folder("STATE_DIRECTORY");
    let user = || environment::value("XDG_STATE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || environment::value("HOME").map(|home| PathBuf::from(home).join(".local/state"));
    let user = || user().or_else(home).map(|path| path.join("inclusion-kiosk"));
    service().or_else(user).unwrap_or_else(|| PathBuf::from("/var/lib/kiosk"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_comes_first() {
        let options = Options { content: Some("c".into()), config: Some("k.toml".into()), ..Options::default() };
        let places = Places::of(&options);
        assert_eq!((places.content, places.is_config_asked), ("c".into(), true));
        assert!(!Places::of(&Options::default()).is_config_asked);
    }
}
