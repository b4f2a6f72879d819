//! `kiosk new`: something new in the content, with a prompt at every place that its author has to fill in.

mod finder;
mod lesson;
mod lists;
mod room;
mod service;
mod write;

use std::path::{Path, PathBuf};

use super::{CommandError, Outcome, answer};
use crate::app;
use crate::base::{Lang, nearest};
use crate::content::Library;
use crate::content::parse::{self, PROMPT, Survey, as_id, is_id};
use crate::content::source::ContentFiles;
use crate::i18n::{Arg, Texts};
use crate::shell::{self, Options, Places};

/// Begin a guide or something else: `check` tells what is still to be filled in
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  kiosk new service library-card\n  kiosk new event i-lost-my-card --topic library\n  \
                        kiosk new term barcode\n\nEach ??? is a place to fill in. `kiosk check` tells where they are."
)]
pub struct Args {
    /// What it is
    kind: Kind,
    /// Its id: small letters a-z, digits and hyphens, used by nothing else
    id: String,
    /// The topic of a service, lesson, room or life event [default: a prompt, none, or the last topic for a life event]
    #[arg(long, value_name = "TOPIC-ID")]
    topic: Option<String>,
    /// The content folder [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The folder of languages, which have the prompts [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    locales: Option<PathBuf>,
}

/// Everything that content is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
enum Kind {
    /// A guide through a public service: a folder of its own
    Service,
    /// Questions that lead to the services that help
    Finder,
    /// Cards and exercises: a folder of its own
    Lesson,
    /// A rehearsal room, a simulated service to practise with: a folder of its own
    Room,
    /// A topic of the home screen
    Topic,
    /// A life event under a topic
    Event,
    /// A hard word, explained
    Term,
    /// A number to call in danger
    Urgent,
    /// A place where people help
    Place,
}

/// A file that will be there: a path below the content folder, and all of its text.
struct NewText {
    path: String,
    text: String,
}

/// What the makers of skeletons need to know.
struct Plan<'p> {
    id: &'p str,
    topic: Option<&'p str>,
    survey: &'p Survey,
    texts: &'p Texts,
}

impl Plan<'_> {
    /// A prompt in a language, with the sign before it that `check` looks for.
    fn prompt(&self, lang: Lang, message: &str) -> String {
        self.prompt_with(lang, message, &[])
    }

    fn prompt_with(&self, lang: Lang, message: &str, args: &[(&str, Arg)]) -> String {
        format!("{PROMPT} {}", self.texts.say(lang, message, args).to_plain_string())
    }
}

/// Writes the skeleton of something new, or refuses and changes nothing.
pub fn new(args: &Args) -> Result<Outcome, CommandError> {
    let options = Options { content: args.content.clone(), locales: args.locales.clone(), ..Options::default() };
    let places = Places::of(&options);
    let files = ContentFiles::read(&places.content)?;
    let Some(survey) = parse::survey(&files) else {
        let folder = places.content.display();
        let mend = "name the folder with --content DIR";
        return Err(CommandError::Words(format!("'{folder}' is no content folder: it holds no pack.toml; {mend}")));
    };
    let texts = Texts::new(shell::languages(places.locales.as_deref())?.0)?;
    check_id(&args.id, &survey)?;
    check_topic(args, &survey)?;
    let plan = Plan { id: &args.id, topic: args.topic.as_deref(), survey: &survey, texts: &texts };
    let written = match args.kind {
        Kind::Service => {
            let texts = service::skeleton(&plan);
            write::folder(&places.content, &format!("services/{}", args.id), &texts)?;
            texts.iter().map(|text| text.path.clone()).collect()
        }
        Kind::Finder => {
            let text = finder::skeleton(&plan);
            write::folder(&places.content, &format!("finders/{}", args.id), std::slice::from_ref(&text))?;
            vec![text.path]
        }
        Kind::Lesson => {
            let texts = lesson::skeleton(&plan);
            write::folder(&places.content, &format!("lessons/{}", args.id), &texts)?;
            texts.iter().map(|text| text.path.clone()).collect()
        }
        Kind::Room => {
            let text = room::skeleton(&plan);
            write::folder(&places.content, &format!("rooms/{}", args.id), std::slice::from_ref(&text))?;
            vec![text.path]
        }
        kind => {
            let list = lists::of(kind, &plan, &files)?;
            write::over(&places.content, &list.path, list.before, &list.after)?;
            vec![list.path]
        }
    };
    // An urgent number has no page of its own: it stands on that of people who help.
    let shown = if args.kind == Kind::Urgent { "person" } else { &args.id };
    answer::write(&what_now(&places.content, &written, shown))?;
    Ok(Outcome::Fine)
}

fn check_id(id: &str, survey: &Survey) -> Result<(), CommandError> {
    let shown: String = id.chars().take(60).collect();
    if !is_id(id) {
        let guess = as_id(id);
        let mend = format!("use only a-z, 0-9 and '-', such as '{guess}'");
        return Err(CommandError::Words(format!("'{shown}' is not an id: {mend}")));
    }
    if app::screen_at(&Library::default(), id).is_some() {
        let what = format!("'{shown}' is the name of a screen of the kiosk");
        return Err(CommandError::Words(format!("{what}: choose another id, nothing was changed")));
    }
    match survey.names.get(id) {
        Some(kind) => Err(CommandError::Words(format!(
            "'{shown}' is the id of {kind} already: choose another id, nothing was changed"
        ))),
        None => Ok(()),
    }
}

fn check_topic(args: &Args, survey: &Survey) -> Result<(), CommandError> {
    let Some(asked) = &args.topic else { return Ok(()) };
    if !matches!(args.kind, Kind::Service | Kind::Lesson | Kind::Room | Kind::Event) {
        let what = "only a service, a lesson, a room or a life event belongs to a topic";
        return Err(CommandError::Words(format!("{what}: leave out --topic")));
    }
    if survey.topics.contains(asked) {
        return Ok(());
    }
    let guess = nearest(asked, survey.topics.iter().map(String::as_str));
    let guess = guess.map_or_else(String::new, |topic| format!("did you mean '{topic}'? Else "));
    let known = survey.topics.join(", ");
    let shown: String = asked.chars().take(60).collect();
    Err(CommandError::Words(format!("there is no topic '{shown}': {guess}write one of {known}")))
}

/// What was written, and what to do with it.
fn what_now(content: &Path, written: &[String], shown: &str) -> String {
    let files: String = written.iter().map(|path| format!("  {}\n", content.join(path).display())).collect();
    let folder = content.display();
    format!(
        "Written:\n{files}Fill in each place marked {PROMPT}. To see what is left, and how it looks:\n  \
         kiosk check {folder}\n  kiosk preview {shown} --content {folder}\n"
    )
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}
