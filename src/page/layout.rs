//! Lays a page out for a size: the only place that decides what is in view, what has the focus and where it stands.

use super::bar::Bar;
use super::flow::{Body, Space, flow};
use super::frame::{Frame, Measure, Stripe};
use super::paint::Painter;
use super::stops::Screenfuls;
use super::{Anchor, Block, Laid, Page, Target};
use crate::base::Size;

/// Below this many rows a page is laid out with fewer blank rows.
const GENEROUS: u16 = 20;

/// Lays a page out. Every size and every page has a layout; below [`Size::MIN`] it shows what fits of the text.
pub fn layout(page: &Page, size: Size) -> Laid {
    let bar = Bar::new(page, size);
    let frame = Frame::new(page, size, &bar);
    let top = frame.head.len() as u16;
    let height = size.height.saturating_sub(top).saturating_sub(frame.foot.len() as u16);
    let measure = Measure::of(size);
    let space = Space { left: measure.left, width: measure.width, height, tight: size.height < GENEROUS };
    let (body, screens) = cut(page, space);
    let at = page.focus.filter(|_| page.seeks).and_then(|focus| place_of(&body, focus));
    let view = InView::new(page, at.unwrap_or(page.at), &body, &screens, height);
    let focus = focus(page, &bar, &frame, &view);
    let (rows, hits, cursor) = Painter::new(&body, &view, focus, measure).screen(page, size, frame, &bar);
    let anchor = |line: usize| body.lines.get(line).map(|line| line.anchor).unwrap_or_default();
    Laid {
        rev: page.rev,
        size,
        rows,
        cursor,
        focus,
        at: anchor(view.first),
        lines: u16::try_from(screens.height()).unwrap_or(u16::MAX),
        view: height,
        stops: screens.starts.iter().map(|start| anchor(*start)).collect(),
        shown: view.shown,
        hits,
        choices: body.choices,
        tiles: body.tiles,
    }
}

/// The body in screenfuls, with what stands aside where that costs none.
fn cut(page: &Page, space: Space) -> (Body<'_>, Screenfuls) {
    let alone = cut_with(page, None, space);
    let both = page.aside.as_ref().map(|aside| cut_with(page, Some(aside), space));
    match both {
        Some(both) if both.1.starts.len() <= alone.1.starts.len() => both,
        _ => alone,
    }
}

fn cut_with<'a>(page: &'a Page, aside: Option<&'a Block>, space: Space) -> (Body<'a>, Screenfuls) {
    let mut body = flow(page.blocks.iter().chain(aside), space);
    let screens = Screenfuls::cut(&mut body, space.height, space.tight);
    (body, screens)
}

/// Where a choice begins.
fn place_of(body: &Body, target: Target) -> Option<Anchor> {
    body.choices.iter().find(|(known, _)| *known == target).map(|(_, at)| *at)
}

/// What of the body is on the screen.
pub(super) struct InView {
    /// The first line, and the one behind the last.
    pub first: usize,
    pub end: usize,
    /// Blank rows above a body that has a screen of its own.
    pub lead: u16,
    /// Choices that begin in view, and the index of the first of them.
    pub shown: Vec<Target>,
    pub first_choice: usize,
    /// Text follows, and there is a row to say so.
    pub more: bool,
    /// The last row of the body says how to go on, or back.
    pub turning: bool,
}

impl InView {
    fn new(page: &Page, at: Anchor, body: &Body<'_>, screens: &Screenfuls, height: u16) -> InView {
        let screen = screens.holding(body, at);
        let first = screens.starts.get(screen).copied().unwrap_or(0);
        let end = screens.starts.get(screen + 1).copied().unwrap_or(body.lines.len());
        let slots = body.lines[first..end].iter().flat_map(|line| &body.slots[line.slots.clone()]);
        let mut begins = slots.filter(|slot| slot.marker.is_some()).map(|slot| slot.choice).peekable();
        let first_choice = begins.peek().copied().unwrap_or(0);
        let shown = begins.map(|choice| body.choices[choice].0).collect();
        let turning = screens.starts.len() > 1 && height > 1;
        // The start screen has nothing but its body: it stands a little above the middle.
        let alone = page.keys.is_empty() && page.place.is_empty() && page.title.is_blank();
        let free = u32::from(height).saturating_sub(screens.height());
        let lead = if alone { (free / 3) as u16 } else { 0 };
        InView { first, end, lead, shown, first_choice, more: turning && end < body.lines.len(), turning }
    }
}

fn focus(page: &Page, bar: &Bar<'_>, frame: &Frame, view: &InView) -> Option<Target> {
    let bar_shown = frame.foot.iter().any(|stripe| matches!(stripe, Stripe::Bar(_)));
    let wanted = page.focus.filter(|target| match target {
        Target::Key(key) => bar_shown && bar.holds(*key),
        Target::More => view.more,
        Target::Spot(_) => view.shown.contains(target),
    });
    wanted.or(view.shown.first().copied()).or(view.more.then_some(Target::More))
}

#[cfg(test)]
mod tests {
    use super::super::sample::*;
    use super::super::{Ink, Mood, Notice, Pick, Spot};
    use super::*;
    use crate::base::Key;

    const DESK: Size = Size { width: 80, height: 25 };

    #[test]
    fn a_step_fits_on_one_screen_of_80_columns() {
        insta::assert_snapshot!(screen(&step(), 80, 25).join("\n"), @r"
        Accueil > Déménager > Changer d’adresse
        Ouvrir le site de la commune                                   Étape 2 sur 5
        ────────────────────────────────────────────────────────────────────────────
        Sur l’ordinateur à côté, tapez mybxl.be dans la barre en haut. Appuyez
        ensuite sur Entrée. Le site s’ouvre après quelques secondes.

        1. Cliquez sur « Se connecter », en haut à droite.
        2. Choisissez « itsme » si vous avez l’application sur votre téléphone.
           Choisissez « carte d’identité » si vous avez votre carte et son code.
        3. Suivez ce que dit l’écran.

        │ ! Attention
        │ Ne donnez jamais votre code à quelqu’un, même à la personne qui vous aide.
        │ Ni la banque ni la commune ne le demandent par téléphone.

        │ i Bon à savoir
        │ Le site existe aussi en néerlandais et en anglais.

        > 1 Étape suivante
          2 Je suis bloqué
          3 Étape précédente

        ────────────────────────────────────────────────────────────────────────────
        F1 Aide        F2 Langue      F3 Chercher    F4 Affichage   F7 Quelqu’un
        F8 Mots        F10 Terminer   Début Sujets   Échap Retour
        ");
    }

    #[test]
    fn the_same_step_is_read_in_four_screens_of_40_columns() {
        let laid = layout(&step(), Size::MIN);
        assert_eq!(laid.stops.len(), 4);
        let last = Page { at: laid.stops[3], ..step() };
        insta::assert_snapshot!(screen(&last, 40, 15).join("\n"), @r"
        … > Changer d’adresse    Étape 2 sur 5
        Ouvrir le site de la commune
        ──────────────────────────────────────
        │ i Bon à savoir
        │ Le site existe aussi en néerlandais
        │ et en anglais.

        > 1 Étape suivante
          2 Je suis bloqué
          3 Étape précédente

          C’est tout. Remonter : PgPréc
        ──────────────────────────────────────
        F1 Aide      F7 Quelqu’un F10 Terminer
        Échap Retour              Tab suite
        ");
    }

    #[test]
    fn a_page_without_keys_has_no_bar_and_one_without_title_no_head() {
        let page = bare(vec![para("Bonjour !")]);
        let rows = screen(&page, 80, 25);
        assert_eq!(rows.iter().filter(|row| !row.is_empty()).collect::<Vec<_>>(), ["  Bonjour !"]);
        assert_eq!(layout(&page, DESK).focus, None);
    }

    #[test]
    fn the_focus_stands_where_the_resident_put_it_while_that_is_in_view() {
        let focus = |page: &Page| layout(page, DESK).focus;
        let mut page = topics();
        page.focus = Some(Target::Spot(Spot(4)));
        assert_eq!(focus(&page), Some(Target::Spot(Spot(4))));
        page.focus = Some(Target::Key(Key::F(7)));
        assert_eq!(focus(&page), Some(Target::Key(Key::F(7))));
        page.focus = Some(Target::More);
        assert_eq!(focus(&page), Some(Target::More));
        // The eleventh choice is on the next screen.
        page.focus = Some(Target::Spot(Spot(10)));
        assert_eq!(focus(&page), Some(Target::Spot(Spot(0))));
        page.at = layout(&page, DESK).stops[1];
        assert_eq!(focus(&page), Some(Target::Spot(Spot(10))));
        // Nothing follows there.
        page.focus = Some(Target::More);
        assert_eq!(focus(&page), Some(Target::Spot(Spot(9))));
        page.keys[0].on = false;
        page.focus = Some(Target::Key(Key::F(1)));
        assert_eq!(focus(&page), Some(Target::Spot(Spot(9))));
    }

    #[test]
    fn text_without_choices_leaves_the_focus_to_the_turning_row() {
        let page = page("Texte", (0..30).map(|_| para("Une phrase.")).collect());
        let laid = layout(&page, DESK);
        assert_eq!(laid.focus, Some(Target::More));
        assert_eq!(rows(&laid)[usize::from(laid.cursor.1)].trim_end(), "  > La suite : Entrée ou PgSuiv");
        let end = layout(&Page { at: *laid.stops.last().expect("two screens"), ..page }, DESK);
        assert_eq!(end.focus, None);
        assert!(rows(&end).iter().any(|row| row.contains("C’est tout.")));
        assert!(end.hits.iter().all(|hit| hit.target != Target::More));
    }

    #[test]
    fn a_short_notice_does_not_move_the_text() {
        let mut page = step();
        let before = screen(&page, 80, 25);
        page.notice = Some(Notice { mood: Mood::Tip, words: text("Cette touche ne fait rien ici.") });
        let after = screen(&page, 80, 25);
        let changed: Vec<&String> = before.iter().zip(&after).filter(|(a, b)| a != b).map(|(_, b)| b).collect();
        assert_eq!(changed.len(), 1);
        assert!(changed[0].starts_with("  ── i Cette touche ne fait rien ici. ──"), "{changed:?}");
    }

    #[test]
    fn a_long_notice_is_told_in_full() {
        let mut page = step();
        let words = "Êtes-vous encore là ? Appuyez sur une touche. Sinon, la borne oublie tout dans trente secondes.";
        page.notice = Some(Notice { mood: Mood::Ask, words: text(words) });
        let rows = screen(&page, 40, 15);
        assert_eq!(
            rows[9..12],
            [
                " ? Êtes-vous encore là ? Appuyez sur",
                "   une touche. Sinon, la borne oublie",
                "   tout dans trente secondes."
            ]
        );
    }

    #[test]
    fn a_long_title_is_never_cut() {
        let title = "Demander une allocation de loyer à la Région de Bruxelles-Capitale";
        let rows = screen(&page(title, Vec::new()), 40, 15);
        assert_eq!(rows[..2], [" Demander une allocation de loyer à la", " Région de Bruxelles-Capitale"]);
    }

    #[test]
    fn a_screen_that_is_too_low_still_shows_text() {
        for (width, height) in [(1, 1), (2, 2), (10, 3), (39, 14), (80, 4)] {
            let laid = layout(&step(), Size { width, height });
            let text = laid.rows.iter().flat_map(|row| &row.0).any(|run| matches!(run.ink, Ink::Text(_)));
            assert!(text, "{width}x{height}");
        }
        assert!(layout(&step(), Size { width: 0, height: 0 }).rows.is_empty());
    }

    #[test]
    fn a_place_that_is_no_longer_there_shows_what_is_nearest() {
        let at = Anchor { block: 60, part: 9, row: 9 };
        let laid = layout(&Page { at, ..step() }, Size::MIN);
        assert_eq!(Some(&laid.at), laid.stops.last());
        assert_eq!(layout(&Page { at, ..bare(Vec::new()) }, DESK).at, Anchor::default());
    }

    #[test]
    fn a_press_finds_all_rows_of_a_choice_and_nothing_beside_it() {
        let laid = layout(&topics(), DESK);
        assert_eq!(laid.hit(2, 2), Some(Target::Spot(Spot(0))));
        assert_eq!(laid.hit(77, 3), Some(Target::Spot(Spot(0))));
        assert_eq!(laid.hit(1, 2), None);
        assert_eq!(laid.hit(40, 0), None);
        let side = layout(&page("Page", vec![choices(Pick::Side, None, &["Oui", "Non"])]), DESK);
        assert_eq!(
            [side.hit(2, 2), side.hit(13, 2), side.hit(16, 2)],
            [Some(Target::Spot(Spot(0))), None, Some(Target::Spot(Spot(1)))]
        );
    }

    #[test]
    fn call_outs_have_a_bar_on_every_row() {
        let inner = vec![para("Un."), para("Deux.")];
        let call = Block::Call { mood: Mood::Warning, title: text("Attention"), blocks: inner };
        let rows = screen(&page("Page", vec![call, para("Trois.")]), 80, 25);
        assert_eq!(rows[2..8], ["  │ ! Attention", "  │ Un.", "  │", "  │ Deux.", "", "  Trois."]);
    }

    #[test]
    fn a_device_is_framed_and_what_can_be_pressed_on_it_stays_inside() {
        let inner = vec![para("Votre code : 4821"), choices(Pick::Go, None, &["Confirmer", "Refuser"])];
        let device = Block::Device { title: text("Votre GSM"), blocks: inner };
        let page = page("Page", vec![device, para("Suite.")]);
        insta::assert_snapshot!(screen(&page, 40, 15)[2..9].join("\n"), @r"
         ┌─ Votre GSM ────────────────────────┐
         │ Votre code : 4821                  │
         │ > 1 Confirmer                      │
         │   2 Refuser                        │
         └────────────────────────────────────┘

         Suite.
        ");
        assert_eq!(screen(&page, 80, 25)[4].matches('│').count(), 2, "the sides run through a blank row");
        let laid = layout(&page, Size::MIN);
        let bar: Vec<_> = laid.rows[4].0.iter().filter(|run| run.focused).collect();
        let end = bar.last().map(|run| run.x + run.text.chars().count() as u16);
        assert_eq!(
            (bar.first().map(|run| run.x), end),
            (Some(3), Some(37)),
            "the bar of the focus leaves the frame alone"
        );
    }
}
