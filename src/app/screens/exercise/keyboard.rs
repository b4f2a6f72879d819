//! Where the next key is: in words, and in a picture of the Belgian keyboard around it.

use crate::app::Keyboard;
use crate::app::draft::{Context, Draft};
use crate::app::lesson::keyboard::{Held, SPACE_ROW, Stroke, row, strokes};
use crate::base::{Role, Text};
use crate::content::model::WantedKey;
use crate::i18n::Arg;
use crate::page::{Block, Cap};

/// So many keys are drawn to the left and to the right of the wanted one, so that the picture fits on a narrow screen.
const BESIDE: usize = 4;
/// Cells of a key in the picture.
const WIDTH: u16 = 5;

/// Says which key comes next to write a text, and shows where it is.
pub fn next_stroke(context: &Context, draft: &mut Draft, wanted: &str, typed: &str) {
    match wanted.strip_prefix(typed) {
        Some(rest) => match rest.chars().next() {
            Some(sign) => show(context, draft, sign),
            None => draft.para(context.say("stroke-enter")),
        },
        None => {
            draft.blocks.extend(capital(wanted, typed).map(|id| Block::Para(context.say(id))));
            let same = wanted.chars().zip(typed.chars()).take_while(|(wanted, sign)| wanted == sign).count();
            let back = typed.chars().count() - same;
            draft.para(context.say_with("stroke-back", &[("count", Arg::Count(back as i64))]));
        }
    }
}

/// What is said where only the size of a letter is wrong: nobody sees Caps Lock, and few know Shift.
fn capital(wanted: &str, typed: &str) -> Option<&'static str> {
    let (wanted, sign) = wanted.chars().zip(typed.chars()).find(|(wanted, sign)| wanted != sign)?;
    let is_same_letter = wanted.to_lowercase().eq(sign.to_lowercase());
    is_same_letter.then_some(if wanted.is_uppercase() { "stroke-capital" } else { "stroke-caps-lock" })
}

/// Shows where a wanted key is, where it is a key with a sign on it: the others stand in the task.
pub fn wanted(context: &Context, draft: &mut Draft, key: WantedKey) {
    match key {
        WantedKey::Char(sign) => show(context, draft, sign),
        WantedKey::Space => show(context, draft, ' '),
        _ => {}
    }
}

fn show(context: &Context, draft: &mut Draft, sign: char) {
    let strokes = match context.env.settings.keyboard {
        Keyboard::Be => strokes(sign),
        // Of another keyboard there is no picture.
        Keyboard::Fr | Keyboard::Us => Vec::new(),
    };
    let Some(first) = strokes.first() else {
        let sign = key_text(context, sign);
        return draft.para(context.say_with("stroke-somewhere", &[("key", Arg::Text(&sign))]));
    };
    let mut words = told(context, first);
    if let Some(then) = strokes.get(1).and_then(printed) {
        let then = key_text(context, then);
        words = words.then(Text::plain(context.lang, " "));
        words = words.then(context.say_with("stroke-then", &[("key", Arg::Text(&then))]));
    }
    // Whoever looks at the keys finds a neighbour sooner than they count.
    words = words.then(Text::plain(context.lang, " ")).then(beside(context, first));
    draft.para(words);
    draft.blocks.push(Block::Keyboard { rows: picture(context, first), words: counted(context, first) });
}

/// "Next: hold Shift down and press é."
fn told(context: &Context, stroke: &Stroke) -> Text {
    let Some(sign) = printed(stroke) else { return context.say("stroke-space") };
    let key = key_text(context, sign);
    let id = match stroke.held {
        Held::Nothing => "stroke-alone",
        Held::Shift => "stroke-shift",
        Held::AltGr => "stroke-alt-gr",
    };
    context.say_with(id, &[("key", Arg::Text(&key))])
}

/// The place of the key, for those who do not see the picture.
fn counted(context: &Context, stroke: &Stroke) -> Text {
    match printed(stroke) {
        Some(_) => {
            let (row, at) = (stroke.row as i64 + 1, stroke.column as i64 + 1);
            context.say_with("stroke-place", &[("row", Arg::Count(row)), ("at", Arg::Count(at))])
        }
        None => context.say("stroke-longest"),
    }
}

/// The keys to the left and to the right.
fn beside(context: &Context, stroke: &Stroke) -> Text {
    let at = |column: usize| printed(&Stroke { column, ..*stroke }).map(|sign| key_text(context, sign));
    let (left, right) = (stroke.column.checked_sub(1).and_then(at), at(stroke.column + 1));
    match (left, right) {
        (Some(left), Some(right)) => {
            context.say_with("stroke-between", &[("left", Arg::Text(&left)), ("right", Arg::Text(&right))])
        }
        (None, Some(right)) => context.say_with("stroke-first", &[("right", Arg::Text(&right))]),
        (Some(left), None) => context.say_with("stroke-last", &[("left", Arg::Text(&left))]),
        (None, None) => context.say("stroke-longest"),
    }
}

/// What is printed on the key of a stroke, as large as on the key; nothing on the space bar.
fn printed(stroke: &Stroke) -> Option<char> {
    let sign = row(stroke.row)?.nth(stroke.column)?;
    Some(if sign.is_ascii_alphabetic() { sign.to_ascii_uppercase() } else { sign })
}

fn key_text(context: &Context, sign: char) -> Text {
    Text::with_role(context.lang, Role::KeyCap, sign.to_string())
}

/// The keys around the wanted one, and the keys that are held down or press space.
fn picture(context: &Context, wanted: &Stroke) -> Vec<Vec<Cap>> {
    let is_space = wanted.row == SPACE_ROW;
    let key = |row: usize, column: usize| {
        let sign = printed(&Stroke { row, column, held: Held::Nothing })?;
        let lit = (row, column) == (wanted.row, wanted.column);
        Some(Cap { sign: Text::plain(context.lang, sign.to_string()), width: WIDTH, lit })
    };
    let columns = wanted.column.saturating_sub(BESIDE)..=wanted.column + BESIDE;
    // So few that picture, text and field have room on one screen.
    let rows = match wanted.held {
        Held::Nothing => wanted.row.saturating_sub(1)..=wanted.row,
        Held::Shift | Held::AltGr => wanted.row..=wanted.row,
    };
    let mut drawn: Vec<Vec<Cap>> = match is_space {
        true => Vec::new(),
        false => rows.map(|row| columns.clone().filter_map(|column| key(row, column)).collect()).collect(),
    };
    if is_space || wanted.held != Held::Nothing {
        let wide = |id: &str, width, lit| Cap { sign: context.say(id), width, lit };
        drawn.push(vec![
            wide("cap-shift", 9, wanted.held == Held::Shift),
            wide("cap-space", 14, is_space),
            wide("cap-alt-gr", 9, wanted.held == Held::AltGr),
        ]);
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn only_a_wrong_size_of_a_letter_speaks_of_caps_lock_or_shift() {
        for (wanted, typed, said) in [
            ("hello", "HE", Some("stroke-caps-lock")),
            ("hello", "hE", Some("stroke-caps-lock")),
            ("Ixelles", "ixelles", Some("stroke-capital")),
            ("Été", "ét", Some("stroke-capital")),
            ("hello", "hx", None),
            ("hello", "helloo", None),
            ("1000", "à", None),
        ] {
            assert_eq!(capital(wanted, typed), said, "{typed} for {wanted}");
        }
    }
}
