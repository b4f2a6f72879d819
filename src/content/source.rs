//! Reads a content folder, a folder of locales, and dictionaries. Only this part of the room opens files.
//!
//! What cannot be read becomes a finding, so that one bad file never hides what is wrong in the others. Only a folder
//! that cannot be opened at all is an error.

pub mod dictionaries;

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::finding::{Finding, Rule};
use crate::base::{Lang, LocaleFiles, LocaleText};

/// The largest file that is read, in bytes: many times the longest list of words, and little memory for any machine. Whatever is
/// larger is no text that somebody wrote, but a picture or a log that was put there by mistake.
const FILE_MAX: u64 = 1_000_000;

/// A content folder as it was read.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct ContentFiles {
    /// The folder as somebody typed it; findings begin with it.
    pub root: PathBuf,
    /// The files of text, by path.
    pub files: Vec<ContentFile>,
    /// What could not be read.
    pub findings: Vec<Finding>,
}

/// One file of text of a content folder.
#[derive(Clone, PartialEq, Debug)]
pub struct ContentFile {
    /// Below the folder, with `/` between names: `services/itsme/fr.md`.
    pub path: String,
    pub text: String,
}

/// A folder that cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// There is nothing of that name.
    #[error("there is no folder '{}': check the path, or run this in the folder that holds `content`", .0.display())]
    Missing(PathBuf),
    /// It is something else than a folder.
    #[error("'{}' is not a folder: give the folder that holds the files", .0.display())]
    NotAFolder(PathBuf),
    /// The system refuses, for the reason given.
    #[error("cannot open the folder '{}' ({reason}): check its rights with `ls -ld`", path.display())]
    Refused {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
}

impl ContentFiles {
    /// Reads all `.toml` and `.md` files of a folder and of the folders in it.
    pub fn read(dir: &Path) -> Result<ContentFiles, SourceError> {
        let walk = Walk::through(dir, &["toml", "md"])?;
        Ok(ContentFiles { root: dir.to_path_buf(), files: walk.files, findings: walk.findings })
    }

    /// The path of a file as a finding shows it.
    pub(in crate::content) fn shown(&self, path: &str) -> String {
        shown(&self.root, path)
    }
}

/// Reads the languages of a folder of locales: each of its folders that holds a `language.toml`.
///
/// What could not be read comes along as findings.
pub fn read_locales(dir: &Path) -> Result<(Vec<LocaleFiles>, Vec<Finding>), SourceError> {
    let mut walk = Walk::through(dir, &["toml", "ftl", "md"])?;
    let mut locales: Vec<LocaleFiles> = Vec::new();
    let mut strays = HashSet::new();
    // `language.toml` first: it says that the folder is a language.
    let (languages, others): (Vec<_>, Vec<_>) =
        std::mem::take(&mut walk.files).into_iter().partition(|file| file.path.ends_with("/language.toml"));
    for file in languages {
        let folder = file.path.trim_end_matches("/language.toml");
        let language = LocaleText { path: shown(dir, &file.path), text: file.text.into() };
        match folder.parse::<Lang>() {
            Ok(lang) => locales.push(LocaleFiles { lang, language, messages: Vec::new() }),
            Err(error) => {
                strays.insert(folder.to_owned());
                let mend = "give the folder the tag of the language, such as `fr`";
                walk.findings.push(Finding::of_file(language.path, Rule::BadId, error.to_string(), mend));
            }
        }
    }
    for file in others.into_iter().filter(|file| !file.path.ends_with("README.md")) {
        let path = shown(dir, &file.path);
        let folder = file.path.split_once('/').map(|(folder, _)| folder);
        let locale = locales.iter_mut().find(|locale| Some(locale.lang.as_str()) == folder);
        match locale {
            Some(locale) if file.path.ends_with(".ftl") => {
                locale.messages.push(LocaleText { path, text: file.text.into() });
            }
            Some(_) => walk.findings.push(stray(path)),
            None if folder.is_some_and(|folder| strays.contains(folder)) => {}
            None => {
                let mend = "put a `language.toml` into the folder of each language";
                let what = "this file belongs to no language";
                walk.findings.push(Finding::of_file(path, Rule::File, what, mend));
            }
        }
    }
    Ok((locales, walk.findings))
}

fn stray(path: String) -> Finding {
    let what = "the kiosk does not read files like this one";
    Finding::of_file(path, Rule::File, what, "move it out of this folder or correct its name")
}

fn shown(root: &Path, path: &str) -> String {
    root.join(path).display().to_string()
}

/// One walk through a folder and all folders in it.
struct Walk<'w> {
    root: &'w Path,
    endings: &'w [&'w str],
    /// Folders seen so far, by device and number: a link may lead to a folder twice.
    seen: HashSet<(u64, u64)>,
    files: Vec<ContentFile>,
    findings: Vec<Finding>,
}

impl<'w> Walk<'w> {
    fn through(root: &'w Path, endings: &'w [&'w str]) -> Result<Walk<'w>, SourceError> {
        let refused = |reason: io::Error| match reason.kind() {
            io::ErrorKind::NotFound => SourceError::Missing(root.to_path_buf()),
            io::ErrorKind::NotADirectory => SourceError::NotAFolder(root.to_path_buf()),
            _ => SourceError::Refused { path: root.to_path_buf(), reason },
        };
        let about = fs::metadata(root).map_err(refused)?;
        if !about.is_dir() {
            return Err(SourceError::NotAFolder(root.to_path_buf()));
        }
        let names = names(root).map_err(refused)?;
        let mut walk = Walk { root, endings, seen: HashSet::new(), files: Vec::new(), findings: Vec::new() };
        walk.seen.insert((about.dev(), about.ino()));
        // Folders still to walk through, instead of recursion: no depth of folders can exhaust the stack.
        let mut waiting: Vec<(String, Vec<String>)> = vec![(String::new(), names)];
        while let Some((folder, names)) = waiting.pop() {
            for name in names {
                let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
                waiting.extend(walk.visit(path));
            }
        }
        walk.files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(walk)
    }

    /// Reads a file, or opens a folder and returns the names in it.
    fn visit(&mut self, path: String) -> Option<(String, Vec<String>)> {
        let full = self.root.join(&path);
        let about = match fs::metadata(&full) {
            Ok(about) => about,
            Err(reason) => {
                self.refused(&path, &reason);
                return None;
            }
        };
        if about.is_file() {
            self.read(path, &full, about.len());
            return None;
        }
        if !about.is_dir() {
            self.note(&path, "this is neither a file nor a folder", "delete it");
            return None;
        }
        if !self.seen.insert((about.dev(), about.ino())) {
            self.note(&path, "this link leads to a folder that is read already", "delete the link");
            return None;
        }
        match names(&full) {
            Ok(names) if names.is_empty() => {
                self.note(&path, "this folder is empty", "delete it, or write the files that belong in it");
                None
            }
            Ok(names) => Some((path, names)),
            Err(reason) => {
                self.refused(&path, &reason);
                None
            }
        }
    }

    fn read(&mut self, path: String, full: &Path, len: u64) {
        let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
        if !self.endings.contains(&ending) {
            self.findings.push(stray(shown(self.root, &path)));
            return;
        }
        let mut bytes = Vec::new();
        // The length is asked for twice: some files of the system are longer than they say.
        let limited = fs::File::open(full).and_then(|file| file.take(FILE_MAX + 1).read_to_end(&mut bytes));
        if let Err(reason) = limited {
            self.refused(&path, &reason);
        } else if len > FILE_MAX || bytes.len() as u64 > FILE_MAX {
            let what = format!("this file is larger than {} kB", FILE_MAX / 1000);
            self.note(&path, what, "shorten it or delete it: a guide has a few kB");
        } else {
            match String::from_utf8(bytes) {
                Ok(text) => {
                    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
                    self.files.push(ContentFile { path, text });
                }
                Err(error) => self.not_text(&path, error.utf8_error().valid_up_to(), error.as_bytes()),
            }
        }
    }

    fn not_text(&mut self, path: &str, valid: usize, bytes: &[u8]) {
        if bytes.contains(&0) {
            self.note(path, "this is a binary file, not a text", "delete it, or write it anew as a text file");
            return;
        }
        let before = String::from_utf8_lossy(&bytes[..valid]);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
        let byte = bytes[valid];
        let finding = Finding::of_file(
            shown(self.root, path),
            Rule::File,
            format!("the byte 0x{byte:02X} is not UTF-8"),
            "save the file as UTF-8 and correct the letter at this place",
        );
        self.findings.push(Finding { line, column, ..finding });
    }

    fn refused(&mut self, path: &str, reason: &io::Error) {
        let mend = match reason.kind() {
            io::ErrorKind::NotFound => "delete the link: it leads nowhere",
            io::ErrorKind::PermissionDenied => "check its rights with `ls -l`",
            _ => "check the file, then try again",
        };
        self.note(path, format!("this cannot be read ({reason})"), mend);
    }

    fn note(&mut self, path: &str, what: impl Into<String>, mend: &str) {
        self.findings.push(Finding::of_file(shown(self.root, path), Rule::File, what, mend));
    }
}

/// The names in a folder, sorted; hidden ones are left out.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().expect("a folder for the test");
        for (path, bytes) in files {
            let path = dir.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
        dir
    }

    fn told(findings: &[Finding], dir: &Path) -> Vec<String> {
        let root = format!("{}/", dir.display());
        let mut told: Vec<String> = findings.iter().map(|finding| finding.to_string().replace(&root, "")).collect();
        told.sort();
        told
    }

    #[test]
    fn files_are_read_in_the_order_of_their_paths() {
        let dir = folder(&[("b.toml", b"x"), ("a/z.md", "\u{feff}é".as_bytes()), (".hidden.md", b"x")]);
        let content = ContentFiles::read(dir.path()).expect("readable");
        let read: Vec<_> = content.files.iter().map(|file| (&*file.path, &*file.text)).collect();
        assert_eq!(read, [("a/z.md", "é"), ("b.toml", "x")]);
        assert_eq!(content.findings, []);
    }

    #[test]
    fn what_cannot_be_read_is_a_finding_and_the_rest_is_read() {
        let dir = folder(&[
            ("good.md", b"x"),
            ("latin.md", b"a\nbc\xe9d"),
            ("photo.md", b"\xff\xd8\x00"),
            ("long.md", &vec![b'x'; 10_000_000]),
            ("notes.docx", b"x"),
        ]);
        std::os::unix::fs::symlink("nowhere.md", dir.path().join("link.md")).expect("a link");
        std::os::unix::fs::symlink("/dev/zero", dir.path().join("zero.md")).expect("a link");
        fs::create_dir(dir.path().join("empty")).expect("a folder");
        let content = ContentFiles::read(dir.path()).expect("readable");
        assert_eq!(content.files.len(), 1);
        assert_eq!(
            told(&content.findings, dir.path()),
            [
                "empty:1:1: file: this folder is empty: delete it, or write the files that belong in it",
                "latin.md:2:3: file: the byte 0xE9 is not UTF-8: save the file as UTF-8 and correct the letter at this place",
                "link.md:1:1: file: this cannot be read (No such file or directory (os error 2)): delete the link: it leads nowhere",
                "long.md:1:1: file: this file is larger than 1000 kB: shorten it or delete it: a guide has a few kB",
                "notes.docx:1:1: file: the kiosk does not read files like this one: move it out of this folder or correct its name",
                "photo.md:1:1: file: this is a binary file, not a text: delete it, or write it anew as a text file",
                "zero.md:1:1: file: this is neither a file nor a folder: delete it",
            ]
        );
    }

    #[test]
    fn a_loop_of_links_ends() {
        let dir = folder(&[("a/good.md", b"x")]);
        std::os::unix::fs::symlink("..", dir.path().join("a/up")).expect("a link");
        std::os::unix::fs::symlink("self", dir.path().join("self")).expect("a link");
        let content = ContentFiles::read(dir.path()).expect("readable");
        assert_eq!(content.files.len(), 1);
        assert_eq!(content.findings.len(), 2, "{:?}", content.findings);
    }

    #[test]
    fn a_folder_that_cannot_be_opened_is_an_error_that_names_it() {
        let dir = folder(&[("file.md", b"x")]);
        let missing = ContentFiles::read(&dir.path().join("nowhere")).expect_err("it does not exist");
        assert!(missing.to_string().contains("nowhere"), "{missing}");
        let file = ContentFiles::read(&dir.path().join("file.md")).expect_err("it is a file");
        assert!(file.to_string().contains("is not a folder"), "{file}");
        let below = ContentFiles::read(&dir.path().join("file.md/x")).expect_err("it is below a file");
        assert!(matches!(below, SourceError::NotAFolder(_)), "{below}");
    }

    #[test]
    fn a_locale_is_a_folder_with_a_language_file() {
        let dir = folder(&[
            ("fr/language.toml", b"x"),
            ("fr/kiosk.ftl", b"a = b"),
            ("fr/notes.md", b"x"),
            ("nl/kiosk.ftl", b"x"),
            ("Français/language.toml", b"x"),
            ("README.md", b"x"),
        ]);
        let (locales, findings) = read_locales(dir.path()).expect("readable");
        assert_eq!(locales.len(), 1);
        assert_eq!(locales[0].messages.len(), 1);
        let told = told(&findings, dir.path());
        assert_eq!(told.len(), 3, "{told:?}");
    }
}
