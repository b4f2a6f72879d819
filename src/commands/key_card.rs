//! `kiosk key-card`: what each key does, on paper: a card beside the screen, stickers for the keys, and a ruler for the
//! height of letters. It is written from the keymap and the words of the help screen, so all of them say the same.

use std::path::PathBuf;

use maud::{DOCTYPE, Markup, html};

use super::{CommandError, Outcome, answer};
use crate::app;
use crate::app::keymap::{BAR, BarKey, Command, MOVES};
use crate::base::{Key, Lang};
use crate::i18n::{Arg, Texts};
use crate::shell::{self, Options, Places};

/// How far people sit from the screen, in centimetres.
const DISTANCES_CM: [u16; 3] = [50, 60, 70];
/// How high a capital H has to stand, in ten-thousandths of the distance: 0.7 degrees (EN 301 549, 5.1.4).
const H_PER_DISTANCE: u16 = 122;

/// Only text and borders: browsers leave backgrounds out when they print.
const STYLE: &str = "
@page { size: A4; margin: 15mm }
body { font: 16pt/1.3 sans-serif; color: #000; background: #fff }
section { break-after: page }
h1 { font-size: 26pt; margin: 0 0 6mm }
table { border-collapse: collapse; width: 100% }
td { border-bottom: 0.3mm solid #999; padding: 2mm }
td:first-child { white-space: nowrap; width: 1% }
kbd { display: inline-block; font: bold 15pt sans-serif; border: 0.6mm solid #000; border-radius: 1.5mm; padding: 1mm 2.5mm; margin-right: 1mm }
ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 3mm }
li { border: 0.2mm dashed #000; width: 15mm; padding: 0.5mm; font: 6.5pt/1.15 sans-serif; text-align: center }
li b { display: block; font-size: 10pt }
.ruler { display: inline-block; border-left: 12mm solid #000; margin-right: 4mm; vertical-align: top }
";

/// Write a card that explains the keys, stickers and a ruler for letters, as a page to print
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk key-card > key-card.html\n\nOpen it in any browser and print it at 100 %.")]
pub struct Args {
    /// The language [default: all of them]
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// The folder of languages [default: as for running the kiosk]
    #[arg(long, value_name = "DIR")]
    locales: Option<PathBuf>,
}

/// Writes the page.
pub fn key_card(args: &Args) -> Result<Outcome, CommandError> {
    let places = Places::of(&Options { locales: args.locales.clone(), ..Options::default() });
    let (locales, _) = shell::languages(places.locales.as_deref())?;
    let texts = Texts::new(locales)?;
    let languages = match &args.lang {
        Some(asked) => vec![shell::language(asked, &texts)?],
        None => texts.tags(),
    };
    answer::write(&document(&texts, &languages).into_string())?;
    Ok(Outcome::Fine)
}

fn document(texts: &Texts, languages: &[Lang]) -> Markup {
    let title = languages.first().map(|lang| say(texts, *lang, "card-title")).unwrap_or_default();
    html! {
        (DOCTYPE)
        html lang=[languages.first().map(ToString::to_string)] {
            head {
                meta charset="utf-8";
                title { (title) }
                style { (maud::PreEscaped(STYLE)) }
            }
            body {
                @for lang in languages { (card(texts, *lang)) }
                (staff_page(texts, languages))
            }
        }
    }
}

/// The card of one language.
fn card(texts: &Texts, lang: Lang) -> Markup {
    let moves = MOVES.iter().map(|(keys, help)| (*keys, *help));
    let bar = BAR.iter().map(|bar| (std::slice::from_ref(&bar.key), on_paper(bar)));
    html! {
        section lang=(lang) {
            h1 { (say(texts, lang, "card-title")) }
            p { (say(texts, lang, "help-intro")) }
            p { (say(texts, lang, "card-digits")) }
            table {
                @for (keys, help) in moves.chain(bar) {
                    tr {
                        td {
                            @for (index, key) in keys.iter().enumerate() {
                                // Two digits stand for all between them.
                                @if index > 0 && matches!(key, Key::Char(_)) { "- " }
                                kbd { (cap(texts, lang, *key)) } " "
                            }
                        }
                        td { (say(texts, lang, help)) }
                    }
                }
            }
        }
    }
}

/// What the help screen says about a key. That one calls itself "this page", which on paper it is not.
fn on_paper(bar: &BarKey) -> &'static str {
    if bar.command == Command::Help { "help-title" } else { bar.help }
}

/// Stickers with the words of all languages, since residents of all languages use the same keys; and the ruler.
fn staff_page(texts: &Texts, languages: &[Lang]) -> Markup {
    html! {
        section {
            @for lang in languages { p lang=(lang) { (say(texts, *lang, "card-stickers")) } }
            ul { @for bar in &BAR { li { (sticker(texts, languages, bar)) } } }
            @for lang in languages { p lang=(lang) { (say(texts, *lang, "card-ruler")) } }
            @for distance in DISTANCES_CM {
                p {
                    span.ruler style={ "height:" (millimetres(distance)) "mm" } {}
                    @for lang in languages { span lang=(lang) { (at_distance(texts, *lang, distance)) } br; }
                }
            }
        }
    }
}

fn sticker(texts: &Texts, languages: &[Lang], bar: &BarKey) -> Markup {
    html! {
        @if let Some(lang) = languages.first() { b { (cap(texts, *lang, bar.key)) } }
        @for lang in languages { span lang=(lang) { (say(texts, *lang, bar.label)) } br; }
    }
}

fn at_distance(texts: &Texts, lang: Lang, distance: u16) -> String {
    texts.say(lang, "card-distance", &[("distance", Arg::Count(distance.into()))]).to_plain_string()
}

/// The height of an H for people at this distance: never less than asked, to a tenth.
fn millimetres(distance_cm: u16) -> String {
    let tenths = (distance_cm * H_PER_DISTANCE).div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn say(texts: &Texts, lang: Lang, id: &str) -> String {
    texts.say(lang, id, &[]).to_plain_string()
}

fn cap(texts: &Texts, lang: Lang, key: Key) -> String {
    app::cap(texts, lang, key).to_plain_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_h_is_as_high_as_the_standard_asks() {
        assert_eq!(DISTANCES_CM.map(millimetres), ["6.1", "7.4", "8.6"]);
    }

    #[test]
    fn the_help_screen_is_not_this_page_on_paper() {
        let names: Vec<_> = BAR.iter().map(on_paper).collect();
        assert!(names.contains(&"help-title") && !names.contains(&"help-help"), "{names:?}");
    }
}
