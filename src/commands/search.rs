//! `kiosk search`: what residents would find, for authors who look for the words that are missing.

use std::path::PathBuf;

use super::answer::Format;
use super::{CommandError, Outcome, answer};
use crate::base::Lang;
use crate::content::Library;
use crate::content::model::{ItemId, Service};
use crate::content::search::{Found, Hit, SectionAt};
use crate::i18n::Texts;
use crate::shell::{self, Options, Places};

/// Write what residents find when they type this, the best first: id, tab, title.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  kiosk search \"kart didentiter\" --lang fr\n  \
                  kiosk search kindergeld --lang fr --explain\n\n\
                  Nothing that fits: the answer is empty and the exit code 1. --explain then says what was understood.")]
pub struct Args {
    /// What somebody types
    query: String,
    /// The language of the visit [default: the first one]
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// The most results
    #[arg(long, value_name = "N", default_value_t = 10)]
    limit: usize,
    /// The form of the answer
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Say why: score, kind of text, language and word of the content; and what was understood
    #[arg(long)]
    explain: bool,
    /// The content, a folder or a pack [default: as for running the kiosk]
    #[arg(long, value_name = "DIR|PACK")]
    content: Option<PathBuf>,
    /// The folder of languages [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    locales: Option<PathBuf>,
}

/// Writes what is found.
pub fn search(args: &Args) -> Result<Outcome, CommandError> {
    let options = Options { content: args.content.clone(), locales: args.locales.clone(), ..Options::default() };
    let places = Places::of(&options);
    let texts = Texts::new(shell::languages(places.locales.as_deref())?.0)?;
    let lang = match &args.lang {
        Some(asked) => shell::language(asked, &texts)?,
        None => texts.first(),
    };
    let library = shell::open_content(&places)?.library;
    let found = library.search(&args.query, lang, args.limit);
    let told = Told { library: &library, chain: texts.chain(lang) };
    answer::write(&match args.format {
        Format::Text => told.text(&found, args.explain),
        Format::Json => told.json(&found),
    })?;
    Ok(if found.hits.is_empty() { Outcome::NotFine } else { Outcome::Fine })
}

/// How a result is told.
struct Told<'t> {
    library: &'t Library,
    /// The languages in which a title is looked for.
    chain: &'t [Lang],
}

impl Told<'_> {
    fn text(&self, found: &Found, explain: bool) -> String {
        let mut told = String::new();
        for hit in &found.hits {
            told.push_str(&format!("{}\t{}", self.address(hit), self.title(hit.item)));
            if explain {
                told.push_str(&format!("\t{}\t{} \"{}\" ({})", hit.score, hit.matched.name(), hit.word, hit.lang));
            }
            told.push('\n');
        }
        if explain {
            let weak = if found.is_weak { " (nothing fits well)" } else { "" };
            told.push_str(&format!("understood: {}{weak}\n", found.understood.join(", ")));
            told.push_str(&format!("topics: {}\n", self.topics(found).join(", ")));
            told.push_str(&format!("other words: {}\n", found.other_words.join(", ")));
            told.push_str(&format!("completion: {}\n", found.completion.as_deref().unwrap_or_default()));
        }
        told
    }

    fn json(&self, found: &Found) -> String {
        let hit = |hit: &Hit| {
            serde_json::json!({
                "id": self.address(hit), "title": self.title(hit.item), "score": hit.score,
                "matched": hit.matched.name(), "word": hit.word, "lang": hit.lang.as_str(),
            })
        };
        let told = serde_json::json!({
            "results": found.hits.iter().map(hit).collect::<Vec<_>>(),
            "understood": found.understood, "topics": self.topics(found), "other_words": found.other_words,
            "completion": found.completion, "weak": found.is_weak,
        });
        format!("{told:#}\n")
    }

    fn topics(&self, found: &Found) -> Vec<String> {
        found.topics.iter().filter_map(|topic| Some(self.library.topic(*topic)?.id.to_string())).collect()
    }

    /// The id of a result, with the step where it leads to one.
    fn address(&self, hit: &Hit) -> String {
        let section = |service: &Service| match hit.section {
            Some(SectionAt::Step(step)) => service.steps().get(usize::from(step)).map(|step| step.id.clone()),
            Some(SectionAt::Stuck(at)) => service.stuck().get(usize::from(at)).map(|stuck| stuck.id.clone()),
            None => None,
        };
        let name = self.library.name_of(hit.item).unwrap_or_default();
        let section = match hit.item {
            ItemId::Service(id) => self.library.service(id).and_then(|service| section(&service)),
            _ => None,
        };
        section.map_or_else(|| name.to_string(), |section| format!("{name}#{section}"))
    }

    fn title(&self, item: ItemId) -> String {
        let title = self.library.title_of(item);
        title.and_then(|title| title.along(self.chain).map(|(_, title)| title.to_string())).unwrap_or_default()
    }
}
