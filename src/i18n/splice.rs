//! How styled text gets through Fluent, which knows plain strings only.
//!
//! Each text argument goes into the message as a mark, U+E000 number U+E001, and comes out as the spans themselves: so
//! a foreign name keeps its language and a key its role. Both characters are private use; content may not hold them.

use super::Arg;
use crate::base::{Lang, Role, Span, Text};

const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// The mark that stands in a message for the `index`-th argument.
pub(super) fn mark(index: usize) -> String {
    format!("{OPEN}{index}{CLOSE}")
}

/// Puts the spans of the arguments where their marks stand. A mark that names no text argument is left out.
pub(super) fn splice(lang: Lang, said: &str, args: &[(&str, Arg)]) -> Text {
    let Some((before, marked)) = said.split_once(OPEN) else {
        return Text::plain(lang, said);
    };
    let mut spans = Vec::new();
    push(&mut spans, plain(lang, before));
    for piece in marked.split(OPEN) {
        let Some((index, after)) = piece.split_once(CLOSE) else { continue };
        if let Some((_, Arg::Text(text))) = index.parse().ok().and_then(|index: usize| args.get(index)) {
            text.0.iter().for_each(|span| push(&mut spans, span.clone()));
        }
        push(&mut spans, plain(lang, after));
    }
    Text(spans)
}

fn plain(lang: Lang, text: &str) -> Span {
    Span { text: text.into(), lang, role: Role::Plain }
}

/// Adds a span; plain words of one language become one span, so that a voice says them in one breath.
fn push(spans: &mut Vec<Span>, span: Span) {
    match spans.last_mut() {
        _ if span.text.is_empty() => {}
        Some(last) if last.role == Role::Plain && span.role == Role::Plain && last.lang == span.lang => {
            last.text = [&*last.text, &*span.text].concat().into();
        }
        _ => spans.push(span),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::lang;
    use super::*;

    #[test]
    fn a_text_keeps_its_language_and_role_inside_a_message() {
        let (fr, nl) = (lang("fr"), lang("nl"));
        let name = Text::plain(nl, "Stad Brussel");
        let key = Text::with_role(fr, Role::KeyCap, "F7");
        let args = [("name", Arg::Text(&name)), ("key", Arg::Text(&key))];
        let text = splice(fr, &format!("{} : touche {}.", mark(0), mark(1)), &args);
        let spans: Vec<_> = text.0.iter().map(|span| (&*span.text, span.lang, span.role)).collect();
        assert_eq!(
            spans,
            [
                ("Stad Brussel", nl, Role::Plain),
                (" : touche ", fr, Role::Plain),
                ("F7", fr, Role::KeyCap),
                (".", fr, Role::Plain)
            ]
        );
    }

    #[test]
    fn plain_words_of_one_language_become_one_span() {
        let fr = lang("fr");
        let day = Text::plain(fr, "lundi");
        assert_eq!(splice(fr, &format!("le {} matin", mark(0)), &[("day", Arg::Text(&day))]).0.len(), 1);
    }

    #[test]
    fn marks_that_name_nothing_are_left_out() {
        let fr = lang("fr");
        for stray in ["\u{E000}7\u{E001}", "\u{E000}\u{E001}", "\u{E000}x\u{E001}", "\u{E000}0\u{E001}", "\u{E000}9"] {
            let text = splice(fr, &format!("a{stray}"), &[("n", Arg::Count(1))]);
            assert_eq!(text, Text::plain(fr, "a"), "{stray:?}");
        }
    }
}
