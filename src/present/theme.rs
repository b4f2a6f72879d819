//! How each ink looks in each theme, in the sixteen colours that every terminal has.
//!
//! The Linux console shows bold text in the bright colour, underlined text in cyan, and a bright background as its
//! dark one; the tests below take that into account. Nothing is told by colour alone: what has the focus has a ">",
//! call-outs have a sign and a word, keys have brackets or a frame.

use ratatui::style::{Color, Modifier, Style};

use crate::base::{Role, Theme};
use crate::page::{Ink, Mood};

/// Text colour, background, and what else sets the text apart.
#[derive(Clone, Copy)]
struct Look(Color, Color, Modifier);

const NONE: Modifier = Modifier::empty();
const BOLD: Modifier = Modifier::BOLD;
const LINE: Modifier = Modifier::UNDERLINED;
const TURN: Modifier = Modifier::REVERSED;
const BOLD_LINE: Modifier = Modifier::BOLD.union(Modifier::UNDERLINED);

/// On black, for the theme Dark.
const fn dark(text: Color, more: Modifier) -> Look {
    Look(text, Color::Black, more)
}

/// White or yellow on black, for the theme HighContrast.
const fn high(text: Color, more: Modifier) -> Look {
    Look(text, Color::Black, more)
}

/// Without colour, for the theme Monochrome.
const fn mono(more: Modifier) -> Look {
    Look(Color::Reset, Color::Reset, more)
}

/// A key as it lies on the desk: dark on light.
const KEY_DARK: Look = Look(Color::Black, Color::Gray, NONE);
const KEY_HIGH: Look = Look(Color::Black, Color::White, NONE);

/// What has the focus: one bar, whatever stands in it.
const FOCUS: [Look; 3] = [Look(Color::Black, Color::Cyan, NONE), Look(Color::Black, Color::White, NONE), mono(TURN)];

/// The look of an ink: Dark, HighContrast, Monochrome.
///
/// Dark is calm: grey to read, white for titles and for all that can be chosen, cyan for the order of the page,
/// yellow for what must not be overlooked.
fn looks(ink: Ink) -> [Look; 3] {
    use Color::{Cyan, Gray, LightCyan, LightYellow, White};
    match ink {
        Ink::Text(Role::Plain) => [dark(Gray, NONE), high(White, NONE), mono(NONE)],
        Ink::Text(Role::Strong) => [dark(White, BOLD), high(White, BOLD), mono(BOLD)],
        Ink::Text(Role::Term) => [dark(LightCyan, LINE), high(LightYellow, LINE), mono(LINE)],
        Ink::Text(Role::KeyCap) => [KEY_DARK, high(LightYellow, BOLD), mono(BOLD)],
        Ink::Text(Role::Address) => [dark(White, NONE), high(LightYellow, NONE), mono(BOLD)],
        Ink::Text(Role::LanguageMark) => [dark(Cyan, NONE), high(White, NONE), mono(NONE)],
        Ink::Title => [dark(White, BOLD), high(LightYellow, BOLD), mono(BOLD)],
        Ink::Place => [dark(Gray, NONE), high(White, NONE), mono(NONE)],
        Ink::Rule => [dark(Cyan, NONE), high(White, NONE), mono(NONE)],
        Ink::Heading => [dark(LightCyan, BOLD), high(LightYellow, BOLD), mono(BOLD_LINE)],
        Ink::Mood(Mood::Tip) => [dark(LightCyan, NONE), high(White, BOLD), mono(BOLD)],
        Ink::Mood(Mood::Warning | Mood::Ask) => [dark(LightYellow, NONE), high(LightYellow, BOLD), mono(BOLD)],
        Ink::Marker => [dark(White, BOLD), high(LightYellow, NONE), mono(BOLD)],
        Ink::Detail => [dark(Gray, NONE), high(White, NONE), mono(NONE)],
        Ink::Label => [dark(Cyan, NONE), high(LightYellow, NONE), mono(BOLD)],
        Ink::Doubt => [dark(LightYellow, NONE), high(LightYellow, NONE), mono(LINE)],
        Ink::KeyLabel => [dark(Gray, NONE), high(White, NONE), mono(NONE)],
        Ink::Turning => [dark(LightYellow, NONE), high(LightYellow, NONE), mono(BOLD)],
        Ink::Caret => [dark(White, BOLD), high(White, BOLD), mono(BOLD)],
        Ink::CapLit => [KEY_DARK, KEY_HIGH, mono(TURN)],
        Ink::CapUnlit => [dark(Gray, NONE), high(White, NONE), mono(NONE)],
        Ink::Chart => [dark(Cyan, NONE), high(LightYellow, NONE), mono(NONE)],
    }
}

/// How text of an ink looks. `focused`: it belongs to what has the focus.
pub fn style(theme: Theme, ink: Ink, focused: bool) -> Style {
    let theme = match theme {
        Theme::Dark => 0,
        Theme::HighContrast => 1,
        Theme::Monochrome => 2,
    };
    let Look(text, ground, more) = if focused { FOCUS[theme] } else { looks(ink)[theme] };
    Style::new().fg(text).bg(ground).add_modifier(more)
}

/// How a blank cell looks.
pub fn blank(theme: Theme) -> Style {
    match theme {
        Theme::Dark | Theme::HighContrast => Style::new().fg(Color::Gray).bg(Color::Black),
        Theme::Monochrome => Style::new().fg(Color::Reset).bg(Color::Reset),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every ink, with whether it is text: a rule or the frame of an unused key is only a mark.
    const INKS: [(Ink, bool); 23] = [
        (Ink::Text(Role::Plain), true),
        (Ink::Text(Role::Strong), true),
        (Ink::Text(Role::Term), true),
        (Ink::Text(Role::KeyCap), true),
        (Ink::Text(Role::Address), true),
        (Ink::Text(Role::LanguageMark), true),
        (Ink::Title, true),
        (Ink::Place, true),
        (Ink::Rule, false),
        (Ink::Heading, true),
        (Ink::Mood(Mood::Tip), true),
        (Ink::Mood(Mood::Warning), true),
        (Ink::Mood(Mood::Ask), true),
        (Ink::Marker, true),
        (Ink::Detail, true),
        (Ink::Label, true),
        (Ink::Doubt, true),
        (Ink::KeyLabel, true),
        (Ink::Turning, true),
        (Ink::Caret, true),
        (Ink::CapLit, true),
        (Ink::CapUnlit, false),
        (Ink::Chart, false),
    ];

    /// The palette of the Linux console, by the number of the colour.
    const PALETTE: [u32; 16] = [
        0x00_00_00, 0xaa_00_00, 0x00_aa_00, 0xaa_55_00, 0x00_00_aa, 0xaa_00_aa, 0x00_aa_aa, 0xaa_aa_aa, 0x55_55_55,
        0xff_55_55, 0x55_ff_55, 0xff_ff_55, 0x55_55_ff, 0xff_55_ff, 0x55_ff_ff, 0xff_ff_ff,
    ];

    fn number(colour: Color) -> usize {
        use Color::*;
        let all = [
            Black,
            Red,
            Green,
            Yellow,
            Blue,
            Magenta,
            Cyan,
            Gray,
            DarkGray,
            LightRed,
            LightGreen,
            LightYellow,
            LightBlue,
            LightMagenta,
            LightCyan,
            White,
        ];
        all.iter().position(|known| *known == colour).unwrap_or_else(|| panic!("{colour:?} is not one of the sixteen"))
    }

    fn luminance(rgb: u32) -> f64 {
        let part = |shift: u32| {
            let value = f64::from((rgb >> shift) & 0xff) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    fn contrast(a: usize, b: usize) -> f64 {
        let (a, b) = (luminance(PALETTE[a]), luminance(PALETTE[b]));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The colours that a terminal may show for a style: as written; or as the Linux console does.
    fn shown(style: Style) -> Vec<(usize, usize)> {
        let (text, ground) = (style.fg.map(number), style.bg.map(number));
        let (text, ground) = (text.expect("a text colour"), ground.expect("a background"));
        let console_text = match style.add_modifier {
            more if more.contains(Modifier::UNDERLINED) => number(Color::Cyan),
            more if more.contains(Modifier::BOLD) => text | 8,
            _ => text,
        };
        vec![(text, ground), (console_text, ground & 7), (text, ground & 7)]
    }

    #[test]
    fn text_and_marks_stand_out_in_every_theme() {
        for theme in [Theme::Dark, Theme::HighContrast] {
            for (ink, is_text) in INKS {
                for focused in [false, true] {
                    let least = if is_text || focused { 7.0 } else { 3.0 };
                    for (text, ground) in shown(style(theme, ink, focused)) {
                        let contrast = contrast(text, ground);
                        assert!(contrast >= least, "{theme:?} {ink:?} {focused}: {contrast:.1} is less than {least}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_bar_of_the_focus_stands_out_from_the_page() {
        for theme in [Theme::Dark, Theme::HighContrast] {
            let ground = |style: Style| number(style.bg.expect("a background"));
            let (bar, page) = (ground(style(theme, Ink::Detail, true)), ground(blank(theme)));
            assert!(contrast(bar, page) >= 3.0 && contrast(bar & 7, page) >= 3.0, "{theme:?}");
        }
    }

    #[test]
    fn high_contrast_is_white_and_yellow_on_black_or_the_reverse() {
        let allowed = [Color::Black, Color::White, Color::LightYellow];
        for (ink, _) in INKS {
            for focused in [false, true] {
                let style = style(Theme::HighContrast, ink, focused);
                assert!(style.fg.is_some_and(|colour| allowed.contains(&colour)), "{ink:?}");
                assert!(style.bg.is_some_and(|colour| allowed.contains(&colour)), "{ink:?}");
            }
        }
    }

    #[test]
    fn monochrome_uses_no_colour_and_still_shows_focus_and_keys() {
        for (ink, _) in INKS {
            let (plain, focused) = (style(Theme::Monochrome, ink, false), style(Theme::Monochrome, ink, true));
            assert_eq!((plain.fg, plain.bg), (Some(Color::Reset), Some(Color::Reset)));
            assert_eq!(focused.add_modifier, Modifier::REVERSED);
        }
        let (lit, unlit) =
            (style(Theme::Monochrome, Ink::CapLit, false), style(Theme::Monochrome, Ink::CapUnlit, false));
        assert_ne!(lit, unlit);
    }

    #[test]
    fn nothing_underlined_stands_in_the_bar_of_the_focus() {
        // The Linux console would show it in cyan on cyan.
        for theme in Theme::ALL {
            for (ink, _) in INKS {
                assert!(!style(theme, ink, true).add_modifier.contains(Modifier::UNDERLINED));
            }
        }
    }
}
