//! The communes of the region: their numbers in the codes of sites, and their places on the map.

use crate::content::Library;
use crate::i18n::Texts;
use crate::indicators::catalogue::names;
use crate::indicators::formats::Names;

/// The number of the first commune, as the state numbers them (NIS).
const FIRST: usize = 21001;
/// The ids of the communes in the content, in the order of their numbers, 21001 to 21019.
const IDS: [&str; 19] = [
    "anderlecht",
    "auderghem",
    "berchem-sainte-agathe",
    "bruxelles",
    "etterbeek",
    "evere",
    "forest",
    "ganshoren",
    "ixelles",
    "jette",
    "koekelberg",
    "molenbeek-saint-jean",
    "saint-gilles",
    "saint-josse-ten-noode",
    "schaerbeek",
    "uccle",
    "watermael-boitsfort",
    "woluwe-saint-lambert",
    "woluwe-saint-pierre",
];

/// A commune on the map.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Commune {
    /// 21001 to 21019.
    pub number: usize,
    pub name: Names,
    /// Three or four letters.
    pub short: Names,
    /// Its column and row, from 0.
    pub at: (u8, u8),
}

/// The communes that the content knows, in the order of their numbers.
pub fn communes(library: &Library, texts: &Texts) -> Vec<Commune> {
    let known: Vec<_> = library.communes().map(|(_, commune)| commune).collect();
    let commune = |(place, id): (usize, &&str)| {
        let commune = known.iter().find(|commune| *commune.id == **id)?;
        let name = names(texts, &commune.name, |name| name.to_string());
        let short = names(texts, &commune.short, |short| short.to_string());
        Some(Commune { number: FIRST + place, name, short, at: commune.tile })
    };
    IDS.iter().enumerate().filter_map(commune).collect()
}

/// The number of the commune in which a site stands, by its code: `BIB21004A` is in 21004.
pub fn number_of(site: &str) -> Option<usize> {
    let digits = site.strip_prefix("BIB")?.get(..5)?;
    digits.parse().ok().filter(|number| (FIRST..FIRST + IDS.len()).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_found_on_the_map_by_its_code() {
        let codes = ["BIB21001A", "BIB21019CB", "BIB21020A", "BIB2100", "HALL-3", "BIB2100éA"];
        assert_eq!(codes.map(number_of), [Some(21001), Some(21019), None, None, None, None]);
    }
}
