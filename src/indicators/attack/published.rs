//! What an attacker has: every figure that was ever published, and the list of codes.

use std::collections::BTreeMap;

use crate::indicators::formats::codes::{self, ITEMS};
use crate::indicators::formats::folder::{self, CODES, Files, FolderError};
use crate::indicators::observation::Observation;

/// All of it.
#[derive(Clone, Default, Debug)]
pub struct Published {
    pub rows: Vec<Observation>,
    /// The group of each service, as the list of codes says it.
    pub groups: BTreeMap<String, String>,
}

impl Published {
    /// Reads the files of a folder: those with figures, and the list of codes.
    ///
    /// # Errors
    ///
    /// Where one of them is damaged.
    pub fn read(files: &Files) -> Result<Published, FolderError> {
        let groups = files.get(CODES).map(|bytes| groups(bytes).ok_or(FolderError::Codes)).transpose()?;
        Ok(Published { rows: folder::read(files)?, groups: groups.unwrap_or_default() })
    }
}

fn groups(bytes: &[u8]) -> Option<BTreeMap<String, String>> {
    let items = codes::rows(bytes)?.into_iter().filter(|((list, _), _)| list == ITEMS);
    Some(items.filter_map(|((_, code), row)| Some((code, row.parent?))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::formats::sdmx_csv::COLUMNS;

    #[test]
    fn figures_and_groups_are_read_with_their_codes_as_they_were_before_they_were_written() {
        let row = "dataflow,KIOSKBXL:DF_1W(1.0.0),I,Q,BE10,_T,_T,LEVELS@2_PLUS,USEFUL,2026-Q4,185,A,F,ANSWER";
        let figures = format!("{}\r\n{row}\r\n", COLUMNS.join(","));
        let codes = "LIST,CODE,PARENT,FR,NL,EN\r\nCL_ITEM,itsme,identity,a,b,c\r\nCL_SITE,BIB21004A,,a,b,c\r\n";
        let files = [("kiosk-2026-Q4.csv", figures.as_str()), (CODES, codes)];
        let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into();
        let published = Published::read(&files).expect("read");
        assert_eq!(published.rows[0].key.item, "LEVELS:2+");
        assert_eq!(published.groups, BTreeMap::from([("itsme".to_owned(), "identity".to_owned())]));
    }

    #[test]
    fn a_list_of_codes_that_is_damaged_is_no_empty_one() {
        let files = [(CODES.to_owned(), b"LIST,CODE\r\na,b\r\n".to_vec())].into();
        assert!(matches!(Published::read(&files), Err(FolderError::Codes)));
    }
}
