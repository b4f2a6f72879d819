//! Sites that are made up: codes, names, and the files that speak of them.

use crate::usage::counters::Month;

/// The communes of the region in the order of their numbers, 21001 to 21019.
const COMMUNES: [&str; 19] = [
    "Anderlecht",
    "Auderghem",
    "Berchem-Sainte-Agathe",
    "Bruxelles",
    "Etterbeek",
    "Evere",
    "Forest",
    "Ganshoren",
    "Ixelles",
    "Jette",
    "Koekelberg",
    "Molenbeek-Saint-Jean",
    "Saint-Gilles",
    "Saint-Josse-ten-Noode",
    "Schaerbeek",
    "Uccle",
    "Watermael-Boitsfort",
    "Woluwe-Saint-Lambert",
    "Woluwe-Saint-Pierre",
];

/// A site that is made up.
pub struct SimulatedSite {
    /// Such as `BIB21004A`.
    pub code: String,
    name: String,
    commune: &'static str,
    pub kiosks: u32,
    /// The public keys of its kiosks, once they are made.
    pub keys: Vec<String>,
}

impl SimulatedSite {
    /// The site of this number, from 0.
    pub fn of(number: u32) -> SimulatedSite {
        let (commune, round) = (number % 19, number / 19);
        let name = COMMUNES.get(commune as usize).copied().unwrap_or_default();
        SimulatedSite {
            code: format!("BIB{}{}", 21001 + commune, letters(round)),
            name: format!("Simulated site {} ({name})", number + 1),
            commune: name,
            kiosks: if number % 4 == 3 { 2 } else { 1 },
            keys: Vec::new(),
        }
    }
}

/// A, B, … Z, AA, AB, …
fn letters(number: u32) -> String {
    let last = char::from(b'A' + (number % 26) as u8);
    if number < 26 { last.to_string() } else { letters(number / 26 - 1) + &last.to_string() }
}

/// The list of these sites for `kiosk indicators collect`.
pub fn kiosks_toml(sites: &[SimulatedSite], first: Month) -> String {
    let mut text = "# Made up by `kiosk simulate`: there are no such kiosks.\nsimulated = true\n".to_owned();
    for SimulatedSite { code, name, commune, keys, .. } in sites {
        text += &format!("\n[[site]]\ncode = \"{code}\"\nname = \"{name}\"\ncommune = \"{commune}\"\n");
        for (key, number) in keys.iter().zip(1..) {
            text += &format!("[[site.kiosk]]\nnumber = {number}\nkey = \"{key}\"\nfrom = \"{first}\"\n");
        }
    }
    text
}

/// The settings of one of their kiosks. It counts nobody.
pub fn settings_toml(site: &SimulatedSite, number: u32, recipient: &str) -> String {
    let SimulatedSite { code, name, .. } = site;
    format!(
        "# Made up by `kiosk simulate`: there is no such kiosk.\n[site]\ncode = \"{code}\"\nname = \"{name}\"\n\n\
         [kiosk]\nnumber = {number}\n\n[usage]\ncount = false\ncoordinator = \"{recipient}\"\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::kiosks::Kiosks;

    #[test]
    fn every_site_has_a_code_of_its_own_and_the_list_is_read() {
        let mut sites: Vec<SimulatedSite> = (0..2000).map(SimulatedSite::of).collect();
        assert_eq!(sites[0].code, "BIB21001A");
        assert_eq!(sites[18].code, "BIB21019A");
        assert_eq!(sites[19].code, "BIB21001B");
        for (site, at) in sites.iter_mut().zip(0..) {
            site.keys = (0..site.kiosks).map(|number| format!("RW{:054}", at * 2 + number)).collect();
        }
        let first = Month::Of { year: 2026, month: 1 };
        let kiosks = Kiosks::read("kiosks.toml", &kiosks_toml(&sites, first)).expect("a good list");
        assert!(kiosks.is_simulated);
        assert_eq!(kiosks.expected(first).count(), 2500);
    }
}
