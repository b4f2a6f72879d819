//! Moving about on a page: the focus, and which part of the text is in view.
//!
//! The view follows the focus only after a key that moves the focus; all places come from the layout that is on the
//! screen, so a key always acts on what the resident sees.

use super::keymap::Command;
use super::state::View;
use crate::page::{KeyHint, Laid, Target};

/// Which way to go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    On,
    Back,
}

/// An arrow: to the next thing in view, else to the next screenful; after the last one, to the key bar.
pub(super) fn step(view: &mut View, laid: &Laid, keys: &[KeyHint], way: Way) {
    if let Some(Target::Key(_)) = laid.focus {
        return step_in_bar(view, laid, keys, way);
    }
    step_from(view, laid, keys, (laid.focus, way));
}

fn step_from(view: &mut View, laid: &Laid, keys: &[KeyHint], (from, way): (Option<Target>, Way)) {
    let more = laid.after(laid.at).map(|_| Target::More);
    let ring: Vec<Target> = laid.shown.iter().copied().chain(more).collect();
    let here = from.and_then(|from| ring.iter().position(|target| *target == from));
    let next = match (here, way) {
        (Some(here), Way::On) => ring.get(here + 1),
        (Some(here), Way::Back) => here.checked_sub(1).and_then(|index| ring.get(index)),
        (None, _) => None,
    };
    match next {
        Some(next) => view.focus = Some(*next),
        None if way == Way::On && more.is_none() => view.focus = active(keys).next().or(view.focus),
        None => turn(view, laid, way),
    }
}

/// An arrow up or down where choices stand side by side in several rows: to what is nearest in the row above or below.
pub(super) fn step_rows(view: &mut View, laid: &Laid, keys: &[KeyHint], way: Way) {
    let Some(here) = laid.hits.iter().find(|hit| Some(hit.target) == laid.focus) else {
        return step(view, laid, keys, way);
    };
    let is_that_way = |y: u16| if way == Way::On { y > here.y } else { y < here.y };
    let others = laid.hits.iter().filter(|hit| hit.target != here.target && is_that_way(hit.y));
    let others = others.filter(|hit| !matches!(hit.target, Target::Key(_)));
    let nearest = others.min_by_key(|hit| (hit.y.abs_diff(here.y), hit.x.abs_diff(here.x)));
    match (here.target, nearest) {
        (Target::Key(_), _) => step_in_bar(view, laid, keys, way),
        (_, Some(nearest)) => view.focus = Some(nearest.target),
        (_, None) if way == Way::On && laid.after(laid.at).is_none() => {
            view.focus = active(keys).next().or(view.focus);
        }
        (_, None) => turn(view, laid, way),
    }
}

/// Whether the focus is on a tile of a map.
pub(super) fn is_on_tile(laid: &Laid) -> bool {
    laid.focus.is_some_and(|focus| laid.tile(focus).is_some())
}

/// An arrow on a map: to the nearest tile in its direction. Below the last row comes what follows the map, above the first
/// one what stands before it; to the left and to the right the map ends.
pub(super) fn walk_map(view: &mut View, laid: &Laid, keys: &[KeyHint], command: Command) {
    let Some(here) = laid.focus.and_then(|focus| laid.tile(focus)) else { return };
    let in_view: Vec<_> = laid.tiles.iter().filter(|(tile, _)| laid.shown.contains(tile)).collect();
    let ahead = |at: (u8, u8)| match command {
        Command::Left => at.1 == here.1 && at.0 < here.0,
        Command::Right => at.1 == here.1 && at.0 > here.0,
        Command::Up => at.1 < here.1,
        _ => at.1 > here.1,
    };
    // Rows count first: an arrow up or down never leaves out a row.
    let far = |at: (u8, u8)| (at.1.abs_diff(here.1), at.0.abs_diff(here.0));
    let next = in_view.iter().filter(|(_, at)| ahead(*at)).min_by_key(|(_, at)| far(*at));
    match (next, command) {
        (Some((tile, _)), _) => view.focus = Some(*tile),
        (None, Command::Up) => step_from(view, laid, keys, (in_view.first().map(|(tile, _)| *tile), Way::Back)),
        (None, Command::Down) => step_from(view, laid, keys, (in_view.last().map(|(tile, _)| *tile), Way::On)),
        (None, _) => {}
    }
}

/// To the next or previous screenful, if there is one. Going back, the focus is on its last choice.
pub(super) fn turn(view: &mut View, laid: &Laid, way: Way) {
    match way {
        Way::On => {
            if let Some(next) = laid.after(laid.at) {
                view.at = next;
                view.focus = None;
            }
        }
        Way::Back => {
            if let Some(before) = laid.before(laid.at) {
                let in_view = before..laid.at;
                let last = laid.choices.iter().rev().find(|(_, place)| in_view.contains(place));
                view.focus = last.map(|(target, _)| *target);
                view.at = before;
            }
        }
    }
}

/// Along the key bar; up or left of its first key is the text again.
fn step_in_bar(view: &mut View, laid: &Laid, keys: &[KeyHint], way: Way) {
    let keys: Vec<Target> = active(keys).collect();
    let here = laid.focus.and_then(|focus| keys.iter().position(|target| *target == focus)).unwrap_or_default();
    match way {
        Way::On => view.focus = keys.get(here + 1).copied().or(view.focus),
        Way::Back => {
            let before = here.checked_sub(1).and_then(|index| keys.get(index));
            view.focus = before.or(laid.shown.last()).copied();
        }
    }
}

/// Tab: round through every choice of the page, in view or not, and every key of the bar.
pub(super) fn walk(view: &mut View, laid: &Laid, keys: &[KeyHint], way: Way) {
    let choices = laid.choices.iter().map(|(target, _)| *target);
    let ring: Vec<Target> = choices.chain(active(keys)).collect();
    if ring.is_empty() {
        return;
    }
    let here = laid.focus.and_then(|focus| ring.iter().position(|target| *target == focus));
    let next = match (here, way) {
        (Some(here), Way::On) => (here + 1) % ring.len(),
        (Some(here), Way::Back) => (here + ring.len() - 1) % ring.len(),
        // On "more text follows": the first choice after what is in view.
        (None, Way::On) => {
            let after = laid.after(laid.at);
            laid.choices.iter().position(|(_, place)| Some(*place) >= after).unwrap_or(laid.choices.len()) % ring.len()
        }
        (None, Way::Back) => ring.len() - 1,
    };
    let next = ring[next];
    view.focus = Some(next);
    if let Some(place) = laid.place_of(next).filter(|_| !laid.shown.contains(&next)) {
        view.at = laid.holding(place);
    }
}

/// The keys of the bar that do something, without Tab itself: to walk onto the key that walks would help nobody.
fn active(keys: &[KeyHint]) -> impl Iterator<Item = Target> {
    keys.iter().filter(|hint| hint.on && hint.key != crate::base::Key::Tab).map(|hint| Target::Key(hint.key))
}
