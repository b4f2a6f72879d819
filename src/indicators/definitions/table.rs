//! The table of the indicators.

use super::{Condition, Definition, Dimension, Every, Over, Pick, Risk, Share, Special, Term};
use crate::indicators::observation::{Flow, Status};
use Condition::{CrossOver as C1, DigitalInclusion as C3, EuropeanIntegration as C4, Pooling as C2};
use Dimension::{DigitalPublicServices, HumanCapital, UseOfInternet};

/// A share of fewer than this is withheld, whatever it is about.
const DENOMINATOR_MIN: u32 = 50;
/// Where a share takes a service, a step or a poll apart, its whole must be larger.
const WHOLE_MIN: u32 = 100;

/// A count of the visits to a site, or of the region.
const fn visits(count: &'static str) -> Term {
    Term { is_minus: false, flow: Flow::T1, count, site: Pick::Own, lang: Pick::Total, item: Pick::Total }
}

/// A count of a cell that stands by itself.
const fn one_way(count: &'static str, item: Pick) -> Term {
    Term { is_minus: false, flow: Flow::OneWay, count, site: Pick::Total, lang: Pick::Total, item }
}

/// A count by service in the region.
const fn by_service(count: &'static str, item: Pick) -> Term {
    Term { is_minus: false, flow: Flow::T3, count, site: Pick::Total, lang: Pick::Total, item }
}

/// The openings at a site by group of services.
const fn at_site(site: Pick, item: Pick) -> Term {
    Term { is_minus: false, flow: Flow::T5, count: "OPENED", site, lang: Pick::Total, item }
}

/// The openings in a language by group of services.
const fn in_language(lang: Pick, item: Pick) -> Term {
    Term { is_minus: false, flow: Flow::T6, count: "OPENED", site: Pick::Total, lang, item }
}

/// Ticks of five minutes at a site.
const fn ticks(item: Pick) -> Term {
    Term { is_minus: false, flow: Flow::Exact, count: "UPTICKS", site: Pick::Own, lang: Pick::Total, item }
}

const fn minus(term: Term) -> Term {
    Term { is_minus: true, ..term }
}

/// A share in percent of the region, once a quarter.
const REGION: Share = Share {
    every: Every::Quarter,
    site: Over::Total,
    lang: Over::Total,
    item: Over::Total,
    numerator: &[],
    denominator: &[],
    scale: 100,
    unit: "PT",
    denominator_min: DENOMINATOR_MIN,
    is_signed: false,
};

/// The same of each site too.
const SITES: Share = Share { site: Over::SitesAndTotal, ..REGION };

/// An indicator that says how well nobody is left out, and that is of low risk.
const PLAIN: Definition = Definition {
    id: "",
    flow: Flow::Shares,
    dimensions: &[],
    desi: &[],
    conditions: &[C3],
    digcomp: &[],
    shares: &[],
    special: &[],
    status: Status::Normal,
    risk: Risk::Low,
    series: &[],
};

/// The bands of age that can be declared.
const AGES: &[&str] = &["0-15", "16-24", "25-54", "55-64", "65-74", "75+"];
/// The ways to a person.
const CHANNELS: &[&str] = &["counter", "phone", "post"];
/// Whom a check of digital skills is about.
const SCOPES: &[&str] = &["16-74", "other", "not-said"];
/// The areas of skills, as Eurostat codes them.
const AREAS: &[&str] = &["IL", "CC", "DCC", "SF", "PS"];
/// All indicators, in the order of their ids.
pub static DEFINITIONS: [Definition; 25] = [
    Definition {
        id: "INC01",
        dimensions: &[UseOfInternet],
        shares: &[Share {
            every: Every::Month,
            numerator: &[visits("ENGAGED")],
            denominator: &[ticks(Pick::Only("opening"))],
            // A tick is five minutes: 12 are an hour, and 100 hours are asked for.
            scale: 1200,
            unit: "SESSIONS_PER_100H",
            denominator_min: 1,
            ..SITES
        }],
        ..PLAIN
    },
    Definition {
        id: "INC02",
        shares: &[Share {
            numerator: &[visits("SESSIONS"), minus(visits("ENGAGED"))],
            denominator: &[visits("SESSIONS")],
            ..SITES
        }],
        ..PLAIN
    },
    Definition {
        id: "INC03",
        conditions: &[C3, C4],
        shares: &[
            Share {
                every: Every::Month,
                lang: Over::Languages,
                numerator: &[Term { flow: Flow::T2, lang: Pick::Own, ..visits("SESSIONS") }],
                denominator: &[visits("SESSIONS")],
                ..REGION
            },
            Share {
                site: Over::Sites,
                lang: Over::LanguageGroups,
                numerator: &[Term { flow: Flow::T4, lang: Pick::Own, ..visits("SESSIONS") }],
                denominator: &[visits("SESSIONS")],
                ..REGION
            },
            Share {
                lang: Over::Languages,
                item: Over::Groups,
                numerator: &[in_language(Pick::Own, Pick::Own)],
                denominator: &[in_language(Pick::All, Pick::Own)],
                ..REGION
            },
        ],
        risk: Risk::High,
        ..PLAIN
    },
    Definition {
        id: "INC04",
        shares: &[Share { numerator: &[visits("OTHERLANG")], denominator: &[visits("SESSIONS")], ..SITES }],
        risk: Risk::Medium,
        ..PLAIN
    },
    Definition {
        id: "INC05",
        shares: &[
            Share {
                item: Over::Codes(&["yes"]),
                numerator: &[one_way("FIRST", Pick::Only("yes"))],
                denominator: &[one_way("FIRST", Pick::Sum(&["yes", "no"]))],
                ..REGION
            },
            Share {
                item: Over::Codes(&["response"]),
                numerator: &[one_way("FIRST", Pick::Sum(&["yes", "no"]))],
                denominator: &[visits("SESSIONS")],
                ..REGION
            },
        ],
        risk: Risk::Medium,
        ..PLAIN
    },
    Definition {
        id: "INC06",
        dimensions: &[HumanCapital],
        conditions: &[],
        shares: &[
            Share {
                item: Over::Codes(AGES),
                numerator: &[one_way("AGE", Pick::Own)],
                denominator: &[one_way("AGE", Pick::Sum(AGES))],
                ..REGION
            },
            Share {
                item: Over::Codes(&["response"]),
                numerator: &[one_way("AGE", Pick::Sum(AGES))],
                denominator: &[visits("SESSIONS")],
                ..REGION
            },
        ],
        risk: Risk::Medium,
        series: &["isoc_sk_dskl_i21"],
        ..PLAIN
    },
    Definition {
        id: "INC07",
        dimensions: &[UseOfInternet, DigitalPublicServices],
        desi: &["desi_egov_users_anys"],
        conditions: &[],
        shares: &[
            Share {
                every: Every::Month,
                item: Over::Services,
                numerator: &[by_service("OPENED", Pick::Own)],
                denominator: &[by_service("OPENED", Pick::Total)],
                ..REGION
            },
            Share {
                site: Over::Sites,
                item: Over::Groups,
                numerator: &[at_site(Pick::Own, Pick::Own)],
                denominator: &[at_site(Pick::Own, Pick::All)],
                ..REGION
            },
            Share {
                lang: Over::Languages,
                item: Over::Groups,
                numerator: &[in_language(Pick::Own, Pick::Own)],
                denominator: &[in_language(Pick::Own, Pick::All)],
                ..REGION
            },
        ],
        risk: Risk::Medium,
        series: &["desi_egov_users_anys"],
        ..PLAIN
    },
    Definition {
        id: "INC08",
        shares: &[Share {
            numerator: &[one_way("ESSENTIAL", Pick::Only("yes"))],
            denominator: &[one_way("ESSENTIAL", Pick::Sum(&["yes", "no"]))],
            ..REGION
        }],
        risk: Risk::Medium,
        ..PLAIN
    },
    Definition {
        id: "INC09",
        dimensions: &[DigitalPublicServices],
        desi: &["desi_dps_cit", "desi_us"],
        conditions: &[],
        shares: &[
            Share {
                every: Every::Month,
                item: Over::Services,
                numerator: &[by_service("GUIDE_DONE", Pick::Own)],
                denominator: &[by_service("GUIDE_START", Pick::Own)],
                ..REGION
            },
            Share {
                every: Every::Month,
                numerator: &[by_service("GUIDE_DONE", Pick::Total)],
                denominator: &[by_service("GUIDE_START", Pick::Total)],
                ..REGION
            },
            Share {
                item: Over::Services,
                numerator: &[one_way("DONES", Pick::Own)],
                denominator: &[one_way("STARTS", Pick::Own)],
                ..REGION
            },
        ],
        ..PLAIN
    },
    Definition {
        id: "INC10",
        dimensions: &[DigitalPublicServices],
        desi: &["desi_us", "desi_tdpd"],
        conditions: &[],
        shares: &[Share {
            item: Over::Steps,
            numerator: &[one_way("STEP", Pick::Own)],
            denominator: &[one_way("STARTS", Pick::OwnUpToColon)],
            denominator_min: WHOLE_MIN,
            ..REGION
        }],
        special: &[Special {
            every: Every::Quarter,
            over: "service:step:hazard",
            formula: "100 * (DF_1W.STEP[ITEM={ITEM up to @hazard}]) / (DF_1W.STARTS[ITEM={ITEM up to @}] - \
                      DF_1W.STEP[ITEM=each earlier step of this guide]) PT",
        }],
        risk: Risk::Medium,
        ..PLAIN
    },
    Definition {
        id: "INC11",
        dimensions: &[DigitalPublicServices],
        shares: &[
            Share {
                every: Every::Month,
                item: Over::Channels,
                numerator: &[one_way("CHANNEL", Pick::Own)],
                denominator: &[one_way("STARTS_GROUP", Pick::OwnUpToColon)],
                ..REGION
            },
            Share {
                every: Every::Month,
                item: Over::Codes(CHANNELS),
                numerator: &[one_way("CHANNEL", Pick::Own)],
                denominator: &[by_service("GUIDE_START", Pick::Total)],
                ..REGION
            },
        ],
        ..PLAIN
    },
    Definition {
        id: "INC12",
        dimensions: &[DigitalPublicServices],
        shares: &[
            Share {
                every: Every::Month,
                numerator: &[one_way("SEARCH", Pick::Only("zero"))],
                denominator: &[one_way("SEARCH", Pick::Sum(&["hit", "zero"]))],
                ..REGION
            },
            Share {
                every: Every::Month,
                item: Over::Topics,
                numerator: &[one_way("ZERO_TOPIC", Pick::Own)],
                denominator: &[one_way("SEARCH", Pick::Only("zero"))],
                ..REGION
            },
        ],
        ..PLAIN
    },
    Definition {
        id: "INC13",
        conditions: &[C1],
        shares: &[Share {
            numerator: &[one_way("LEVELS", Pick::Only("2+"))],
            denominator: &[visits("ENGAGED")],
            ..REGION
        }],
        ..PLAIN
    },
    Definition {
        id: "INC14",
        dimensions: &[HumanCapital],
        desi: &["desi-dsk"],
        conditions: &[],
        digcomp: &[1, 2, 3, 4, 5],
        shares: &[Share {
            item: Over::Lessons,
            numerator: &[one_way("TRAIN_DONE", Pick::Own)],
            denominator: &[one_way("TRAIN_START", Pick::Own)],
            ..REGION
        }],
        ..PLAIN
    },
    Definition {
        id: "INC15",
        dimensions: &[HumanCapital],
        desi: &["desi-dsk"],
        conditions: &[],
        digcomp: &[1, 2, 3, 4, 5],
        shares: &[Share {
            every: Every::Year,
            item: Over::Lessons,
            numerator: &[one_way("GAIN", Pick::OwnThen(":wr")), minus(one_way("GAIN", Pick::OwnThen(":rw")))],
            denominator: &[
                one_way("GAIN", Pick::OwnThen(":rr")),
                one_way("GAIN", Pick::OwnThen(":rw")),
                one_way("GAIN", Pick::OwnThen(":wr")),
                one_way("GAIN", Pick::OwnThen(":ww")),
            ],
            is_signed: true,
            ..REGION
        }],
        special: &[Special {
            every: Every::Year,
            over: "lesson:error",
            formula: "100 * sqrt(wr + rw - (wr - rw)^2 / n) / n PT, where wr = DF_1W.GAIN[ITEM={ITEM up to @error}@wr], \
                      rw = DF_1W.GAIN[ITEM={ITEM up to @error}@rw], n = DF_1W.GAIN[ITEM={ITEM up to @error}@rr] + rw + wr + \
                      DF_1W.GAIN[ITEM={ITEM up to @error}@ww]",
        }],
        status: Status::Experimental,
        ..PLAIN
    },
    Definition {
        id: "INC16",
        dimensions: &[HumanCapital],
        desi: &["desi_dsk_bab"],
        conditions: &[C4],
        digcomp: &[1, 2, 3, 4, 5],
        shares: &[Share {
            item: Over::Codes(SCOPES),
            numerator: &[one_way("CHECK", Pick::AfterColon("basic"))],
            denominator: &[one_way("CHECK", Pick::AfterColon("whole"))],
            ..REGION
        }],
        risk: Risk::Medium,
        series: &["isoc_sk_dskl_i21", "isoc_r_dskl_i"],
        ..PLAIN
    },
    Definition {
        id: "INC17",
        dimensions: &[HumanCapital],
        desi: &["desi-dsk"],
        conditions: &[C4],
        digcomp: &[1, 2, 3, 4, 5],
        shares: &[Share {
            item: Over::Codes(AREAS),
            numerator: &[one_way("AREA_BASIC", Pick::Own)],
            denominator: &[one_way("CHECK", Pick::Only("whole"))],
            ..REGION
        }],
        series: &["isoc_sk_dskl_i21", "isoc_r_dskl_i"],
        ..PLAIN
    },
    Definition {
        id: "INC18",
        dimensions: &[HumanCapital],
        desi: &["desi-dsk"],
        digcomp: &[1, 2, 3, 4, 5],
        shares: &[Share {
            item: Over::Codes(SCOPES),
            numerator: &[
                one_way("CHECK", Pick::AfterColon("whole")),
                minus(one_way("CHECK", Pick::AfterColon("basic"))),
            ],
            denominator: &[one_way("CHECK", Pick::AfterColon("whole"))],
            ..REGION
        }],
        ..PLAIN
    },
    Definition {
        id: "INC19",
        dimensions: &[HumanCapital],
        desi: &["desi_dsk_bab"],
        conditions: &[],
        shares: &[
            Share {
                item: Over::Codes(&["done"]),
                numerator: &[one_way("CHECK", Pick::Only("done"))],
                denominator: &[one_way("CHECK", Pick::Only("start"))],
                ..REGION
            },
            Share {
                item: Over::Codes(&["start"]),
                numerator: &[one_way("CHECK", Pick::Only("start"))],
                denominator: &[visits("ENGAGED")],
                ..REGION
            },
            Share {
                item: Over::LanguageGroups,
                numerator: &[one_way("CHECK_DONE_LANG", Pick::Own)],
                denominator: &[one_way("CHECK_START_LANG", Pick::Own)],
                ..REGION
            },
        ],
        ..PLAIN
    },
    Definition {
        id: "INC20",
        shares: &[Share {
            numerator: &[one_way("DAYPART", Pick::Only("outside"))],
            denominator: &[visits("SESSIONS")],
            ..REGION
        }],
        ..PLAIN
    },
    Definition {
        id: "INC21",
        shares: &[Share {
            item: Over::Features,
            numerator: &[one_way("A11Y", Pick::Own)],
            denominator: &[visits("ENGAGED")],
            ..REGION
        }],
        risk: Risk::High,
        ..PLAIN
    },
    Definition {
        id: "INC22",
        shares: &[Share { numerator: &[visits("ASSISTED")], denominator: &[visits("ENGAGED")], ..SITES }],
        ..PLAIN
    },
    // No screen asks for opinions yet.
    Definition {
        id: "INC23",
        dimensions: &[UseOfInternet],
        conditions: &[C1],
        digcomp: &[2],
        status: Status::NotCollected,
        risk: Risk::Medium,
        series: &["I_IUVOTE"],
        ..PLAIN
    },
    Definition {
        id: "INC24",
        flow: Flow::Exact,
        conditions: &[C2],
        shares: &[Share {
            every: Every::Month,
            site: Over::Sites,
            item: Over::Kiosks,
            numerator: &[ticks(Pick::OwnThen(":available"))],
            denominator: &[ticks(Pick::OwnThen(":opening"))],
            denominator_min: 1,
            ..REGION
        }],
        risk: Risk::None,
        ..PLAIN
    },
    // The content that sites share is told by their packs, not by counts of visits.
    Definition {
        id: "INC25",
        flow: Flow::Exact,
        conditions: &[C2, C4],
        special: &[Special {
            every: Every::Quarter,
            over: "_T",
            formula: "100 * (DF_EXACT.ITEMS[ITEM=shared]) / (DF_EXACT.ITEMS[ITEM=all]) PT",
        }],
        risk: Risk::None,
        ..PLAIN
    },
];
