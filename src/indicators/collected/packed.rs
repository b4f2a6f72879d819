//! The counters of a month as two strings of bytes: their names, which most kiosks share, and their numbers.
//!
//! Most counters of a month stand at 0, so a run of zeros is two small numbers.

use std::collections::BTreeMap;

use crate::indicators::month::{Counted, MonthFile};

/// The names of the counters of a month, in their order.
pub struct CellList(BTreeMap<String, Vec<String>>);

/// The names of a month's counters, and their numbers in the same order.
pub fn pack(file: &MonthFile) -> (Vec<u8>, Vec<u8>) {
    let names: BTreeMap<&str, Vec<&str>> =
        file.counts.iter().map(|(table, cells)| (table.as_str(), cells.keys().map(String::as_str).collect())).collect();
    // Maps with keys of text can always be written.
    let names = serde_json::to_vec(&names).unwrap_or_default();
    let mut numbers = Vec::new();
    let mut zeros = 0;
    for counted in file.counts.values().flat_map(BTreeMap::values) {
        if *counted == Counted::default() {
            zeros += 1;
            continue;
        }
        end_run(&mut numbers, &mut zeros);
        let Counted(n, days, capped) = *counted;
        // One more, so that 0 begins a run.
        write(&mut numbers, u64::from(n) + 1);
        write(&mut numbers, u64::from(days));
        write(&mut numbers, u64::from(capped));
    }
    end_run(&mut numbers, &mut zeros);
    (names, numbers)
}

fn end_run(numbers: &mut Vec<u8>, zeros: &mut u64) {
    if *zeros > 0 {
        numbers.push(0);
        write(numbers, *zeros);
        *zeros = 0;
    }
}

impl CellList {
    /// Reads what [`pack`] has made of names.
    pub fn read(names: &[u8]) -> Option<CellList> {
        serde_json::from_slice(names).ok().map(CellList)
    }

    /// The counters of these names with these numbers; none where the numbers are not of them.
    pub fn with(&self, numbers: &[u8]) -> Option<BTreeMap<String, BTreeMap<String, Counted>>> {
        let mut numbers = numbers;
        let mut zeros = 0;
        let mut next = || {
            if zeros == 0 {
                match read(&mut numbers)? {
                    0 => zeros = read(&mut numbers)?,
                    n => {
                        let [days, capped] = [read(&mut numbers)?, read(&mut numbers)?];
                        let n = u32::try_from(n - 1).ok()?;
                        return Some(Counted(n, u16::try_from(days).ok()?, u16::try_from(capped).ok()?));
                    }
                }
            }
            zeros = zeros.checked_sub(1)?;
            Some(Counted::default())
        };
        let mut tables = BTreeMap::new();
        for (table, cells) in &self.0 {
            let counted: Option<BTreeMap<String, Counted>> =
                cells.iter().map(|cell| Some((cell.clone(), next()?))).collect();
            tables.insert(table.clone(), counted?);
        }
        (zeros == 0 && numbers.is_empty()).then_some(tables)
    }
}

/// Seven bits a byte, the lowest first; all bytes but the last have the eighth.
fn write(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..63).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn file(counts: BTreeMap<String, BTreeMap<String, Counted>>) -> MonthFile {
        MonthFile::with("BIB21004A", 1, "2026-11".to_owned(), false, counts)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_counters_are_unpacked_as_they_were_packed(
            counts in prop::collection::btree_map(
                "[a-z_]{0,3}",
                prop::collection::btree_map(
                    ".{0,3}",
                    prop_oneof![Just((0, 0, 0)), any::<(u32, u16, u16)>()].prop_map(|(n, days, capped)| Counted(n, days, capped)),
                    0..9,
                ),
                0..5,
            ),
        ) {
            let (names, numbers) = pack(&file(counts.clone()));
            let list = CellList::read(&names).expect("names");
            prop_assert_eq!(list.with(&numbers), Some(counts));
            prop_assert_eq!(list.with(&[&numbers[..], &[1, 0, 0]].concat()), None, "one number too many");
        }

        #[test]
        fn any_bytes_are_numbers_or_none(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let (names, _) = pack(&file([("a".to_owned(), [("b".to_owned(), Counted(1, 1, 0))].into())].into()));
            let _ = CellList::read(&names).expect("names").with(&bytes);
        }
    }

    #[test]
    fn counters_at_zero_take_no_room() {
        let cells: BTreeMap<String, Counted> = (0..5000).map(|at| (format!("{at}"), Counted::default())).collect();
        assert_eq!(pack(&file([("guide".to_owned(), cells)].into())).1.len(), 3);
    }
}
