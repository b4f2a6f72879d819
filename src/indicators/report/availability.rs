//! How much the kiosks work. No figure of the region is published: the kiosk in the middle of all stands for them.

use super::archive::{Archive, Figure, Series};
use crate::indicators::observation::Flow;

const INDICATOR: &str = "INC24";

/// Each kiosk in the newest period, in the order of their sites.
pub fn kiosks<'a>(archive: &Archive<'a>) -> Vec<Figure<'a>> {
    archive.cells(Flow::Exact, INDICATOR, |_| true)
}

/// The kiosk in the middle of each period, which need not be the same one.
pub fn middles<'a>(archive: &Archive<'a>) -> Series<'a> {
    archive.series_of_cells(Flow::Exact, INDICATOR, |kiosks| middle(&kiosks))
}

/// The figures of a sentence about the newest period: what half of the kiosks reach, and what the lowest one reaches.
pub fn middle_and_least<'a>(archive: &Archive<'a>) -> [(&'static str, Option<Figure<'a>>); 2] {
    let kiosks = kiosks(archive);
    [("middle", middle(&kiosks)), ("least", ranked(&kiosks).first().copied())]
}

/// The kiosk in the middle of those of one period: half of them work as much, or more. Where none has a value, one of them
/// says why.
fn middle<'a>(kiosks: &[Figure<'a>]) -> Option<Figure<'a>> {
    let ranked = ranked(kiosks);
    ranked.get(ranked.len() / 2).or(kiosks.first()).copied()
}

/// Those that have a value, the least available first.
fn ranked<'a>(kiosks: &[Figure<'a>]) -> Vec<Figure<'a>> {
    let mut ranked: Vec<Figure> = kiosks.iter().copied().filter(|figure| figure.value().is_some()).collect();
    ranked.sort_by_key(|figure| (figure.tenths(), figure.about()));
    ranked
}
