//! The looks of a screen that a resident can choose from; the colours stand in `present::theme`.

/// How the screen is coloured.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub enum Theme {
    /// Light text on black.
    #[default]
    Dark,
    /// White and yellow on black only.
    HighContrast,
    /// No colour at all: bold, underline and reverse carry every difference.
    Monochrome,
}

impl Theme {
    /// All of them, in the order of the display screen.
    pub const ALL: [Theme; 3] = [Theme::Dark, Theme::HighContrast, Theme::Monochrome];
}
