//! Official figures to show beside an indicator. They are about all residents from 16 to 74, asked at home: never a
//! yardstick for the visits of a kiosk, and never tested against them.

/// An official figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Benchmark {
    /// The indicator beside which it may stand.
    pub indicator: &'static str,
    /// The item of that indicator: `_T`, or an area of skills.
    pub item: &'static str,
    /// `BE1` (Brussels), `BE` or `EU27_2020`, as Eurostat codes them.
    pub area: &'static str,
    /// The year of the survey, not that of the edition.
    pub year: i16,
    /// As the source writes it.
    pub percent: &'static str,
    /// The table or the body that says so.
    pub source: &'static str,
    /// Whether it was computed here, from a published figure by the published rule.
    pub is_computed: bool,
}

/// A figure of the share at least basic.
const fn at_least_basic(area: &'static str, year: i16, percent: &'static str, source: &'static str) -> Benchmark {
    Benchmark { indicator: "INC16", item: "_T", area, year, percent, source, is_computed: false }
}

/// A figure of an area of skills in 2025.
const fn of_area(item: &'static str, area: &'static str, percent: &'static str, source: &'static str) -> Benchmark {
    Benchmark { indicator: "INC17", item, area, year: 2025, percent, source, is_computed: false }
}

/// A figure of digital vulnerability.
const fn vulnerable(area: &'static str, year: i16, percent: &'static str, is_computed: bool) -> Benchmark {
    let source = if is_computed { "100 - I_DSK2_BAB" } else { "King Baudouin Foundation" };
    Benchmark { indicator: "INC18", item: "_T", area, year, percent, source, is_computed }
}

const NATIONAL: &str = "Eurostat isoc_sk_dskl_i21";
const REGIONAL: &str = "Eurostat isoc_r_dskl_i";
const STATBEL: &str = "Statbel";

/// All of them.
pub static BENCHMARKS: [Benchmark; 23] = [
    at_least_basic("BE1", 2021, "61.7", STATBEL),
    at_least_basic("BE1", 2023, "65", STATBEL),
    at_least_basic("BE1", 2025, "65.19", REGIONAL),
    at_least_basic("BE", 2021, "54.23", NATIONAL),
    at_least_basic("BE", 2023, "59.39", NATIONAL),
    at_least_basic("BE", 2025, "61.22", NATIONAL),
    at_least_basic("EU27_2020", 2021, "53.92", NATIONAL),
    at_least_basic("EU27_2020", 2023, "55.56", NATIONAL),
    at_least_basic("EU27_2020", 2025, "60.40", NATIONAL),
    of_area("IL", "BE1", "83.09", REGIONAL),
    of_area("CC", "BE1", "93.55", REGIONAL),
    of_area("DCC", "BE1", "77.64", REGIONAL),
    of_area("SF", "BE1", "72.58", REGIONAL),
    of_area("PS", "BE1", "87.81", REGIONAL),
    of_area("IL", "BE", "89.20", NATIONAL),
    of_area("CC", "BE", "94.64", NATIONAL),
    of_area("DCC", "BE", "75.10", NATIONAL),
    of_area("SF", "BE", "70.41", NATIONAL),
    of_area("PS", "BE", "91.92", NATIONAL),
    vulnerable("BE1", 2025, "34.81", true),
    vulnerable("BE", 2021, "46", false),
    vulnerable("BE", 2023, "40", false),
    vulnerable("BE", 2025, "38.78", true),
];
