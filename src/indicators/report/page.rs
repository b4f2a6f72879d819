//! The report as one page of HTML that asks for nothing else: all languages, one of which is shown.

mod chapters;
mod first_screen;
mod method;
mod tables;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Report;
use super::chart::Chart;
use super::saying::Saying;
use super::words::{Lexicon, Words};
use crate::base::{Lang, Role, Text};
use crate::indicators::period::Period;

const STYLE: &str = include_str!("page/page.css");
/// The page works without it: it chooses the language of the reader, and tells the browser which one is shown.
const SCRIPT: &str = include_str!("page/page.js");

/// The page. The same report and words give the same page.
pub fn page(report: &Report, lexicon: &Lexicon) -> String {
    let languages: Vec<Words> = lexicon.languages().collect();
    let first = languages.first();
    let shown: String = languages.iter().map(|words| shows(words.lang)).collect();
    let markup = html! {
        (DOCTYPE)
        html lang=[first.map(|words| words.lang)] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                meta name="color-scheme" content="light dark";
                // Nothing is asked for, not even the small picture that browsers want of every site.
                link rel="icon" href="data:,";
                title { (first.map(|words| title(report, words)).unwrap_or_default()) }
                style { (PreEscaped(STYLE)) (PreEscaped(shown)) }
            }
            body {
                (hatches())
                (switch(report, &languages))
                @for words in &languages { (in_language(report, words)) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    markup.into_string()
}

/// What shows the words of a language while it is chosen.
fn shows(lang: Lang) -> String {
    format!("body:has(#l-{lang}:checked) main[lang={lang}]{{display:block}}")
}

fn title(report: &Report, words: &Words) -> String {
    words.filled("report-title", &[("period", &words.period(report.period))])
}

/// The pattern of what was withheld; all charts use it.
fn hatches() -> Markup {
    html! {
        svg.hatches aria-hidden="true" width="0" height="0" {
            defs {
                pattern id="hatch" patternUnits="userSpaceOnUse" width="5" height="5" patternTransform="rotate(45)" {
                    rect.hb width="5" height="5" {}
                    rect.hf width="2" height="5" {}
                }
            }
        }
    }
}

/// Chooses the language, without a script too.
fn switch(report: &Report, languages: &[Words]) -> Markup {
    html! {
        header.switch {
            fieldset {
                legend.unseen {
                    @for words in languages { span lang=(words.lang) { (words.plain("report-language")) " " } }
                }
                @for (at, words) in languages.iter().enumerate() {
                    input type="radio" name="lang" id={ "l-" (words.lang) } value=(words.lang) checked[at == 0]
                        data-title=(title(report, words));
                    label for={ "l-" (words.lang) } lang=(words.lang) { (words.own_name()) }
                }
            }
        }
    }
}

fn in_language(report: &Report, words: &Words) -> Markup {
    html! {
        main lang=(words.lang) {
            (first_screen::first_screen(report, words))
            (chapters::chapters(report, words))
            (tables::tables(report, words))
            (method::method(words))
        }
    }
}

/// What one sees in a chart; where there is no value, what would be measured and why nothing is seen.
fn title_of(chart: &Chart, words: &Words) -> Text {
    let title = &chart.title;
    if title.is_silent() { words.say(&title.clone().of_what(chart.measure)) } else { words.say(title) }
}

/// A sentence with its figures.
fn said(words: &Words, saying: &Saying) -> Markup {
    spans(words.lang, &words.say(saying))
}

fn spans(lang: Lang, text: &Text) -> Markup {
    html! {
        @for span in &text.0 {
            @match (span.role, span.lang == lang) {
                (Role::Strong, _) => b { (span.text) },
                (_, true) => (unbroken(&span.text)),
                (_, false) => span lang=(span.lang) { (unbroken(&span.text)) },
            }
        }
    }
}

/// With the signs that stand behind a space kept on the line of the word before them.
fn unbroken(text: &str) -> String {
    [" %", " :", " ;", " ?", " »"]
        .iter()
        .fold(text.replace("« ", "«\u{a0}"), |text, sign| text.replace(sign, &sign.replace(' ', "\u{a0}")))
}

/// The word for the length of a period: an attribute of messages.
const fn length_of(period: Period) -> &'static str {
    match period {
        Period::Month { .. } => "month",
        Period::Quarter { .. } => "quarter",
        Period::Year(_) => "year",
    }
}
