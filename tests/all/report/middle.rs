//! Figures through time in the tiles: the kiosk in the middle, and so many periods as are drawn.

use super::words::worked;
use super::*;

#[test]
fn the_kiosk_in_the_middle_is_found_anew_in_each_month() {
    // The one in the middle of October was not there before.
    let published = vec![
        worked("2026-08", "BIB21001A", "1", 900),
        worked("2026-08", "BIB21002A", "1", 950),
        worked("2026-09", "BIB21001A", "1", 910),
        worked("2026-09", "BIB21002A", "1", 960),
        worked("2026-10", "BIB21001A", "1", 920),
        worked("2026-10", "BIB21002A", "1", 970),
        worked("2026-10", "BIB21003A", "1", 940),
    ];
    let report = Report::of(period("2026-10"), &published, &[], false).expect("a report");
    let tile = report.tiles.last().expect("the tile of availability");
    let series = &tile.lines.first().expect("its line").series;
    let middles: Vec<(String, Option<Value>)> = series
        .points
        .iter()
        .map(|one| (one.period.to_string(), one.figure.and_then(|figure| figure.value())))
        .collect();
    let wanted = [("2026-08", 950), ("2026-09", 960), ("2026-10", 940)];
    assert_eq!(middles, wanted.map(|(of, tenths)| (of.to_owned(), Some(Value::Tenths(tenths)))));
    assert_eq!(tile.lines[0].change.word(), "fewer");
    let said = page_of(published);
    for words in ["Half of the kiosks worked <b>94.0</b>", "Half of the kiosks: <b>94.0</b>"] {
        assert!(said.main("en").contains(words), "{words}");
    }
}

#[test]
fn a_month_without_any_kiosk_is_a_gap_and_not_the_month_before() {
    let mut published = two_months();
    published.push(worked("2026-09", "BIB21001A", "1", 910));
    let report = Report::of(period("2026-10"), &published, &[], false).expect("a report");
    let line = report.tiles.last().and_then(|tile| tile.lines.first()).expect("the line");
    assert_eq!(line.series.points.len(), 2);
    assert!(line.series.now().is_none() && line.series.before().is_some());
    assert_eq!(line.change.word(), "alone");
}

#[test]
fn what_is_said_of_small_bars_begins_where_they_begin() {
    let sessions = |of: &Period| {
        let key = Key {
            flow: Flow::T1,
            period: *of,
            indicator: "ENGAGED",
            site: TOTAL.into(),
            lang: TOTAL.into(),
            item: TOTAL.into(),
        };
        Observation { key, value: Some(Value::Whole(500)), status: Status::Normal, unit: "SESSION" }
    };
    let published: Vec<Observation> = months("2026-10", 20).iter().map(sessions).collect();
    let written = page_of(published);
    let article = written.main("en").split_once("<article").expect("a tile").1;
    let svg = article.split_once("</svg>").expect("its bars").0;
    assert_eq!(svg.matches("<rect").count(), 13, "a year and the same month of the year before");
    assert!(svg.contains("From 500 (October 2025) to 500 (October 2026)."), "{svg}");
}
