//! What an attacker has: every row of every file that was ever published, and the list of codes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::indicators::observation::{Flow, Observation, Status, Value};
use crate::indicators::period::Period;

/// The list of codes that stands beside the figures.
const CODES: &str = "codes.csv";

/// A row of a published file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The name of its file.
    pub file: String,
    pub flow: Flow,
    pub period: Period,
    pub indicator: String,
    pub site: String,
    pub lang: String,
    pub item: String,
    pub value: Option<Value>,
    pub status: Status,
}

impl Row {
    /// An observation, as it stands in a file.
    pub fn of(file: &str, observation: &Observation) -> Row {
        let key = observation.key.clone();
        Row {
            file: file.to_owned(),
            flow: key.flow,
            period: key.period,
            indicator: key.indicator.to_owned(),
            site: key.site,
            lang: key.lang,
            item: key.item,
            value: observation.value,
            status: observation.status,
        }
    }

    /// Its count; none where it is withheld, or no count.
    pub const fn count(&self) -> Option<u64> {
        match self.value {
            Some(Value::Whole(count)) => Some(count),
            _ => None,
        }
    }

    /// What it is about, as a reader of the file finds it.
    pub fn cell(&self) -> String {
        let Row { flow, period, indicator, site, lang, item, .. } = self;
        format!("{} {indicator} {period} SITE={site} LANG={lang} ITEM={item}", flow.id())
    }

    /// Whether two rows are about the same thing.
    pub fn is_about_the_same(&self, other: &Row) -> bool {
        let about = |row: &Row| {
            (row.flow, row.period, row.indicator.clone(), row.site.clone(), row.lang.clone(), row.item.clone())
        };
        about(self) == about(other)
    }
}

/// All of it.
#[derive(Clone, Default, Debug)]
pub struct Published {
    pub rows: Vec<Row>,
    /// The group of each service, as the list of codes says it.
    pub groups: BTreeMap<String, String>,
}

/// Why a folder of published files cannot be attacked.
#[derive(Debug, thiserror::Error)]
pub enum PublishedError {
    /// The folder or a file cannot be opened.
    #[error("cannot read '{}' ({error}): name the folder into which `kiosk indicators publish` wrote", path.display())]
    Unreadable { path: PathBuf, error: std::io::Error },
    /// A file is no table of figures.
    #[error("'{}', row {row}: {what}: put back the file as it was published", path.display())]
    Row { path: PathBuf, row: usize, what: String },
    /// There is nothing.
    #[error("there are no published files in '{}': name the folder into which `kiosk indicators publish` wrote", .0.display())]
    Empty(PathBuf),
}

impl Published {
    /// Reads a folder: every CSV file with figures, and the list of codes.
    ///
    /// # Errors
    ///
    /// Where the folder has no figures, or one of its files cannot be read.
    pub fn read(folder: &Path) -> Result<Published, PublishedError> {
        let unreadable = |error| PublishedError::Unreadable { path: folder.to_owned(), error };
        let mut paths = Vec::new();
        for entry in fs::read_dir(folder).map_err(unreadable)? {
            paths.push(entry.map_err(unreadable)?.path());
        }
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
        paths.sort();
        let mut published = Published::default();
        for path in paths {
            let text =
                fs::read_to_string(&path).map_err(|error| PublishedError::Unreadable { path: path.clone(), error })?;
            published.add(&path, &text)?;
        }
        if published.rows.is_empty() { Err(PublishedError::Empty(folder.to_owned())) } else { Ok(published) }
    }

    /// Adds what is published in one file.
    pub fn publish(&mut self, file: &str, observations: &[Observation]) {
        self.rows.extend(observations.iter().map(|observation| Row::of(file, observation)));
    }

    fn add(&mut self, path: &Path, text: &str) -> Result<(), PublishedError> {
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let wrong = |row: usize, what: String| PublishedError::Row { path: path.to_owned(), row, what };
        let header = reader.headers().map_err(|error| wrong(1, error.to_string()))?.clone();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_codes = name == CODES;
        // Other tables, such as the list of indicators, hold no figures.
        if !is_codes && !header.iter().any(|column| column == "OBS_VALUE") {
            return Ok(());
        }
        for (at, record) in reader.records().enumerate() {
            let record = record.map_err(|error| wrong(at + 2, error.to_string()))?;
            let field = |column: &str| {
                let place = header.iter().position(|name| name == column);
                place.and_then(|place| record.get(place)).ok_or_else(|| wrong(at + 2, format!("{column} is missing")))
            };
            if is_codes {
                if !field("PARENT")?.is_empty() {
                    self.groups.insert(field("CODE")?.to_owned(), field("PARENT")?.to_owned());
                }
                continue;
            }
            let no = |what: &str| wrong(at + 2, format!("{what} is not known"));
            let owned = |column: &str| field(column).map(str::to_owned);
            self.rows.push(Row {
                file: name.clone(),
                flow: flow(field("STRUCTURE_ID")?).ok_or_else(|| no("STRUCTURE_ID"))?,
                period: field("TIME_PERIOD")?.parse().map_err(|_| no("TIME_PERIOD"))?,
                indicator: owned("INDICATOR")?,
                site: owned("SITE")?,
                lang: owned("LANG")?,
                item: owned("ITEM")?,
                value: value(field("OBS_VALUE")?).ok_or_else(|| no("OBS_VALUE"))?,
                status: status(field("OBS_STATUS")?).ok_or_else(|| no("OBS_STATUS"))?,
            });
        }
        Ok(())
    }
}

/// `KIOSKBXL:DF_T1(1.0.0)`.
fn flow(structure: &str) -> Option<Flow> {
    let name = structure.split_once(':').map_or(structure, |(_, name)| name);
    let id = name.split('(').next().unwrap_or_default();
    Flow::ALL.into_iter().find(|flow| flow.id() == id)
}

/// Empty where there is none; not known where it is no number.
fn value(text: &str) -> Option<Option<Value>> {
    if text.is_empty() {
        return Some(None);
    }
    let Some((whole, tenth)) = text.split_once('.') else {
        return text.parse().ok().map(|count| Some(Value::Whole(count)));
    };
    let tenths = format!("{whole}{tenth}").parse().ok().filter(|_| tenth.len() == 1)?;
    Some(Some(Value::Tenths(tenths)))
}

fn status(code: &str) -> Option<Status> {
    use Status::{Break, Experimental, Impossible, Normal, NotCollected, Unreliable, Withheld};
    let all = [Normal, Break, Experimental, NotCollected, Impossible, Withheld, Unreliable];
    all.into_iter().find(|status| status.code() == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SITE,LANG,ITEM,INDICATOR,TIME_PERIOD,OBS_VALUE,\
                        OBS_STATUS,CONF_STATUS,UNIT_MEASURE\n";

    fn read(name: &str, text: &str) -> Result<Published, PublishedError> {
        let mut published = Published::default();
        published.add(Path::new(name), text).map(|()| published)
    }

    #[test]
    fn a_row_is_read_as_it_was_published() {
        let row = "dataflow,KIOSKBXL:DF_T1(1.0.0),I,M,BE10,BIB21004A,_T,_T,SESSIONS,2026-11,185,A,F,SESSION\n";
        let published = read("kiosk-2026-11.csv", &format!("{HEAD}{row}")).expect("read");
        let [row] = &published.rows[..] else { panic!("one row") };
        assert_eq!((row.flow, row.count(), row.status), (Flow::T1, Some(185), Status::Normal));
        assert_eq!(row.cell(), "DF_T1 SESSIONS 2026-11 SITE=BIB21004A LANG=_T ITEM=_T");
    }

    #[test]
    fn shares_have_tenths_and_what_is_withheld_has_no_value() {
        assert_eq!(value("33.3"), Some(Some(Value::Tenths(333))));
        assert_eq!(value("-1.2"), Some(Some(Value::Tenths(-12))));
        assert_eq!(value(""), Some(None));
        assert_eq!(value("some"), None);
        assert_eq!(value("1.23"), None);
    }

    #[test]
    fn a_file_that_is_no_table_of_figures_is_named_with_its_row() {
        let row = "dataflow,KIOSKBXL:DF_T9(1.0.0),I,M,BE10,BIB21004A,_T,_T,SESSIONS,2026-11,185,A,F,SESSION\n";
        let error = read("a.csv", &format!("{HEAD}{row}")).expect_err("no such table");
        assert_eq!(
            error.to_string(),
            "'a.csv', row 2: STRUCTURE_ID is not known: put back the file as it was published"
        );
        assert!(read("indicators.csv", "ID,NAME\nINC01,Reach\n").expect("no figures").rows.is_empty());
    }

    #[test]
    fn the_list_of_codes_says_the_group_of_a_service() {
        let codes = "LIST,CODE,PARENT,FR,NL,EN\nCL_ITEM,itsme,identity,a,b,c\nCL_SITE,BIB21004A,,a,b,c\n";
        let published = read("codes.csv", codes).expect("read");
        assert_eq!(published.groups, BTreeMap::from([("itsme".to_owned(), "identity".to_owned())]));
    }
}
