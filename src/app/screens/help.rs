//! F1: what the keys do, with a picture of the keyboard.

use super::{cap, helping};
use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::keymap::{BAR, MOVES};
use crate::base::{Key, Text};
use crate::page::{Block, Cap, Fact};

pub fn draft(context: &Context) -> Draft {
    let mut draft = Draft::new("help", context.say("help-title"));
    draft.para(context.say("help-intro"));
    // Who wants to stop helping finds that at once; who is alone finds the keys first. The way back stands before it, so that a
    // key too many changes nothing.
    let is_helped = context.visit.helping.is_on();
    let back = || vec![Choice::new(context.say("go-back"), Action::Back), helping::choice(context)];
    draft.choices(None, if is_helped { back() } else { Vec::new() });
    // The keys that lead everywhere come first; the picture shows where they are.
    draft.blocks.push(Block::Facts(MOVES.iter().map(|(keys, help)| explain(context, keys, help)).collect()));
    draft.blocks.push(Block::Keyboard { rows: picture(context), words: context.say("help-picture") });
    draft.blocks.push(Block::Facts(BAR.iter().map(|bar| explain(context, &[bar.key], bar.help)).collect()));
    let mut choices = if is_helped { Vec::new() } else { back() };
    if context.env.settings.count {
        choices.push(Choice::new(context.say("go-counting"), Action::Open(Screen::Counting)));
    }
    draft.choices(None, choices);
    draft
}

fn explain(context: &Context, keys: &[Key], help: &str) -> Fact {
    let mut label = Text::default();
    for (index, key) in keys.iter().enumerate() {
        if index > 0 {
            // Two characters stand for all between them.
            let between = if matches!(key, Key::Char(_)) { " - " } else { " " };
            label = label.then(Text::plain(context.lang, between));
        }
        label = label.then(cap(context.env.texts, context.lang, *key));
    }
    Fact { label, lines: vec![context.say(help)], doubt: None }
}

/// A keyboard with the keys that this kiosk uses, and nothing of the rest but the shape.
fn picture(context: &Context) -> Vec<Vec<Cap>> {
    let key = |key: Key, width: u16| Cap { sign: cap(context.env.texts, context.lang, key), width, lit: true };
    let blank = |width: u16| Cap { sign: Text::default(), width, lit: false };
    let f = |number: u8| {
        let used = BAR.iter().any(|bar| bar.key == Key::F(number));
        if used { key(Key::F(number), 5) } else { blank(5) }
    };
    let functions = std::iter::once(key(Key::Esc, 6)).chain((1..=10).map(f)).collect();
    let digits = (1..=9).map(|digit| key(Key::Char(char::from(b'0' + digit)), 5));
    let digits = std::iter::once(blank(6)).chain(digits).chain([key(Key::Home, 9)]).collect();
    let arrows = [Key::Left, Key::Up, Key::Down, Key::Right].map(|arrow| key(arrow, 5));
    let letters = [key(Key::Tab, 6), blank(12), key(Key::Enter, 9)].into_iter().chain(arrows);
    let letters = letters.chain([key(Key::PageUp, 8), key(Key::PageDown, 8)]).collect();
    vec![functions, digits, letters]
}
