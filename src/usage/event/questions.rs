//! What may be answered to the three questions on the way out. Each answer is counted by itself: it is crossed neither with
//! the others nor with anything else of the visit.

/// An answer to a question of yes and no.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Reply {
    Yes,
    No,
    /// The question was offered and not answered.
    Skip,
}

impl Reply {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Reply; 3] = [Reply::Yes, Reply::No, Reply::Skip];

    /// Its name in counters.
    pub const fn name(self) -> &'static str {
        match self {
            Reply::Yes => "yes",
            Reply::No => "no",
            Reply::Skip => "skip",
        }
    }
}

/// An age band, in whole years: those of the statistics on the use of the internet, with an end at both sides.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Age {
    Under16,
    From16,
    From25,
    From55,
    From65,
    From75,
    /// The question was offered and not answered.
    Skip,
}

impl Age {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Age; 7] =
        [Age::Under16, Age::From16, Age::From25, Age::From55, Age::From65, Age::From75, Age::Skip];

    /// Its name in counters.
    pub const fn name(self) -> &'static str {
        match self {
            Age::Under16 => "0-15",
            Age::From16 => "16-24",
            Age::From25 => "25-54",
            Age::From55 => "55-64",
            Age::From65 => "65-74",
            Age::From75 => "75+",
            Age::Skip => "skip",
        }
    }
}
