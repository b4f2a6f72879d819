//! The three pages for people who write content, followed to the letter: every command is typed, every file is written,
//! and what the page says that one will read is read.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::preview::Author;
use super::{Kiosk, program, size};

/// What a page asks its reader to do.
#[derive(Clone, PartialEq, Debug)]
enum Step {
    /// Type this.
    Type(String),
    /// Write this into the file that was named right before.
    Write(String, String),
    /// Read this in the answer to the last command.
    Read(String),
}

/// The steps of a page: its code blocks, in their order.
fn steps(page: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut file = None;
    let mut block: Option<(String, String)> = None;
    for event in Parser::new(page) {
        match event {
            Event::Code(code) if code.starts_with("content/") => file = Some(code.to_string()),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) => {
                block = Some((kind.to_string(), String::new()))
            }
            Event::Text(text) => {
                if let Some((_, code)) = &mut block {
                    code.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                let (kind, code) = block.take().expect("a block ends that began with ```");
                match kind.as_str() {
                    "sh" => steps.extend(code.lines().map(|line| Step::Type(line.to_owned()))),
                    "text" => steps.push(Step::Read(code)),
                    "toml" | "markdown" => {
                        steps.push(Step::Write(file.take().expect("the file is named before its text"), code));
                    }
                    other => panic!("nobody knows what to do with a block of {other}"),
                }
            }
            _ => {}
        }
    }
    steps
}

fn page(lang: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/authoring.{lang}.md"));
    fs::read_to_string(path).expect("the page")
}

/// A machine on which `kiosk` can be typed.
struct Desk {
    author: Author,
    path: String,
}

impl Desk {
    fn new() -> Desk {
        let author = Author::begins();
        let programs = author.folder.path().join("programs");
        fs::create_dir(&programs).expect("a folder");
        symlink(program(), programs.join("kiosk")).expect("a link");
        let path = format!("{}:{}", programs.display(), std::env::var("PATH").expect("programs are somewhere"));
        Desk { author, path }
    }

    /// Types a command that answers, and returns the answer.
    fn types(&self, line: &str) -> String {
        let mut command = Command::new("sh");
        command.args(["-c", line]).env("PATH", &self.path).current_dir(self.author.folder.path());
        let output = command.output().expect("sh can be run");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "'{line}': {said}{}", String::from_utf8_lossy(&output.stdout));
        String::from_utf8(output.stdout).expect("text")
    }

    /// Types a command that stays on the screen.
    fn opens(&self, line: &str) -> Kiosk {
        Kiosk::start_changed("sh".as_ref(), &["-c", &format!("exec {line}")], size(80, 25), |command| {
            command.env("PATH", &self.path);
            command.cwd(self.author.folder.path());
        })
    }
}

#[test]
fn the_pages_for_authors_work_to_the_letter() {
    for (lang, title) in [("fr", "Imprimer un document"), ("nl", "Een document afdrukken"), ("en", "Print a document")]
    {
        let desk = Desk::new();
        let mut second_window = None;
        let mut answer = String::new();
        let steps = steps(&page(lang));
        for step in &steps {
            match step {
                Step::Type(line) if line.starts_with("kiosk preview ") => {
                    let mut kiosk = desk.opens(line);
                    kiosk.sees("???");
                    second_window = Some(kiosk);
                }
                Step::Type(line) => answer = desk.types(line),
                Step::Write(file, text) => {
                    let path = desk.author.folder.path().join(file);
                    assert!(fs::read_to_string(&path).expect("it was begun").contains("???"), "{file}");
                    fs::write(path, text).expect("written");
                }
                Step::Read(text) => assert!(answer.starts_with(text.as_str()), "{lang}: '{text}' is not in:\n{answer}"),
            }
        }
        let mut kiosk = second_window.expect("the page opens a second window");
        kiosk.sees(title).until(|screen| !screen.contents().contains("???"), "a guide without prompts");
        kiosk.types("\x11");
        assert_eq!(kiosk.ends(), 0);
        for word in ["kiosk new ", "kiosk preview ", "kiosk check", "kiosk page "] {
            let is_typed = steps.iter().any(|step| matches!(step, Step::Type(line) if line.starts_with(word)));
            assert!(is_typed, "{lang}: nobody is told to type '{word}'");
        }
    }
}

#[test]
fn the_example_is_the_same_in_all_three_pages() {
    let files = |lang: &str| {
        let written = steps(&page(lang)).into_iter().filter(|step| matches!(step, Step::Write(..)));
        written.collect::<Vec<_>>()
    };
    assert_eq!(files("fr").len(), 8, "a guide and a lesson");
    assert_eq!(files("fr"), files("nl"));
    assert_eq!(files("fr"), files("en"));
}
