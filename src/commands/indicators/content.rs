//! `kiosk indicators content`: what the figures say to those who write guides and lessons.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::published_files;
use crate::commands::answer::{self, Format};
use crate::commands::{CommandError, Outcome};
use crate::indicators::formats::TAGS;
use crate::indicators::formats::codes::ITEMS;
use crate::indicators::formats::folder;
use crate::indicators::period::Period;
use crate::indicators::rewriting::{self, Guide, Rewriting, Titles, Told};

/// Tell authors what to rewrite first: where guides are left, what was not useful, where a person was wanted
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk indicators content --period 2026-Q4 --from published\n\n\
                  It reads published figures alone: they are rounded, and small ones are withheld. First comes the guide\n\
                  that most people began and did not finish, or called not useful.")]
pub struct Args {
    /// A quarter, such as 2026-Q4: where guides are left is published by quarter
    #[arg(long, value_name = "QUARTER", value_parser = quarter)]
    period: Period,
    /// The folder of published files
    #[arg(long, value_name = "DIR")]
    from: PathBuf,
    /// The language of titles: fr, nl or en
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = TAGS)]
    lang: String,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Writes the list.
pub fn content(args: &Args) -> Result<Outcome, CommandError> {
    let files = published_files::read(&args.from)?;
    let published = folder::read(&files)?;
    if !published.iter().any(|figure| figure.key.period == args.period) {
        let shown = args.from.display();
        let (what, period) = ("publish it, or name the folder into which it was published", args.period);
        return Err(CommandError::Words(format!("there are no figures of {period} in '{shown}': {what}")));
    }
    // What is missing by accident would look as if it had been withheld.
    folder::check_whole(&files)?;
    let items = folder::codes(&files)?.into_iter().filter(|((list, _), _)| list == ITEMS);
    let titles: Titles = items.map(|((_, code), row)| (code, row)).collect();
    let language = TAGS.iter().position(|tag| *tag == args.lang).unwrap_or_default();
    let rewriting = rewriting::of(&published, args.period, &titles, language);
    match args.format {
        Format::Json => {
            let written = serde_json::to_string_pretty(&rewriting);
            answer::write(&format!("{}\n", written.map_err(|error| CommandError::Answer(error.into()))?))?;
        }
        Format::Text => answer::write(&text(&rewriting, args.period))?,
    }
    Ok(Outcome::Fine)
}

fn quarter(text: &str) -> Result<Period, String> {
    match text.parse() {
        Ok(period @ Period::Quarter { .. }) => Ok(period),
        _ => Err(format!("'{text}' is no quarter: write it as 2026-Q4")),
    }
}

fn text(rewriting: &Rewriting, quarter: Period) -> String {
    let mut text =
        format!("What to rewrite first, {quarter}. Counts are rounded; * stands for one that is withheld.\n");
    let (told, silent): (Vec<&Guide>, Vec<&Guide>) = rewriting.guides.iter().partition(|guide| guide.is_told());
    text.push_str("\nGuides\n");
    for (guide, number) in told.iter().zip(1..) {
        write_guide(&mut text, guide, number);
    }
    // Writing into a String cannot fail.
    if !silent.is_empty() {
        let _ = writeln!(text, "  Too seldom used to tell anything of them: {}", silent.len());
    }
    text.push_str("\nLessons\n");
    for lesson in &rewriting.lessons {
        let counts = [("begun", lesson.begun), ("finished", lesson.finished)];
        let _ = writeln!(text, "  {} ({}): {}", lesson.title, lesson.id, counts.map(one).join(", "));
    }
    text.push_str("\nA person was wanted, by group of services\n");
    for wanted in &rewriting.wanted {
        let channels = wanted.channels.iter().map(|(channel, told)| one((channel, *told)));
        let _ = writeln!(text, "  {}: {}", wanted.group, channels.collect::<Vec<_>>().join(", "));
    }
    text
}

fn write_guide(text: &mut String, guide: &Guide, number: usize) {
    let counts = [
        ("opened", guide.opened),
        ("begun", guide.begun),
        ("finished", guide.finished),
        ("useful", guide.useful),
        ("not useful", guide.not_useful),
        ("written down", guide.written_down),
    ];
    let told: Vec<String> = counts.into_iter().filter(|(_, told)| *told != Told::Nothing).map(one).collect();
    let _ = writeln!(text, "{number:>3}. {} ({}, {})\n     {}", guide.title, guide.id, guide.group, told.join(", "));
    let left: Vec<String> = guide.left.iter().map(|left| one((&left.steps.join(" or "), left.people))).collect();
    if !left.is_empty() {
        let _ = writeln!(text, "     left at: {}", left.join(", "));
    }
    if let Some(unfinished) = guide.unfinished().filter(|people| *people > 0) {
        let _ = writeln!(text, "     about {unfinished} people began it and did not finish it");
    }
}

/// "begun 180", or "begun *".
fn one((what, told): (&str, Told)) -> String {
    match told {
        Told::Count(count) => format!("{what} {count}"),
        Told::Withheld => format!("{what} *"),
        Told::Nothing => format!("{what} -"),
    }
}
