//! SDMX-CSV 2.0: one figure a row, lines that end as RFC 4180 says.

use std::collections::BTreeSet;

use super::{AGENCY, AREA, VERSION, unwritten, written};
use crate::indicators::counts;
use crate::indicators::observation::{Flow, Key, Observation, Status, Value};
use crate::indicators::period::Period;

/// The columns, in their order.
pub const COLUMNS: [&str; 14] = [
    "STRUCTURE",
    "STRUCTURE_ID",
    "ACTION",
    "FREQ",
    "REF_AREA",
    "SITE",
    "LANG",
    "ITEM",
    "INDICATOR",
    "TIME_PERIOD",
    "OBS_VALUE",
    "OBS_STATUS",
    "CONF_STATUS",
    "UNIT_MEASURE",
];

/// What each of the [`COLUMNS`] tells, for the files that describe them.
pub const TOLD: [&str; COLUMNS.len()] = [
    "What SDMX-CSV is told next: always dataflow",
    "The table of figures",
    "What a reader does with the row: I, it is information",
    "How often such a figure comes: M month, Q quarter, A year",
    "The region: BE10, the Brussels-Capital Region in NUTS 2024",
    "The site, or _T for all sites that reported",
    "The language or group of languages, or _T",
    "What is counted apart: a service, a group of services, a lesson, an answer, a level (NA, X, LM, N, LW, B, AB) or an area \
     (IL, CC, DCC, SF, PS) of Eurostat's Digital Skills Indicator 2.0; or _T. Its names stand in codes.csv",
    "The count, or the indicator that indicators.csv defines",
    "The month, quarter or year",
    "The value; none where OBS_STATUS is Q, L or M. Counts of people are rounded to 5",
    "How the value is to be taken: A normal, B break in the series, G experimental, L not collected, M cannot exist, Q \
     withheld, U low reliability",
    "F free; C confidential, where the value is withheld",
    "The unit: PT is percent",
];

/// What makes a row one of a kind.
pub const KEY: [&str; 8] = ["STRUCTURE_ID", "FREQ", "REF_AREA", "SITE", "LANG", "ITEM", "INDICATOR", "TIME_PERIOD"];

/// All statuses of figures.
const STATUSES: [Status; 7] = [
    Status::Normal,
    Status::Break,
    Status::Experimental,
    Status::NotCollected,
    Status::Impossible,
    Status::Withheld,
    Status::Unreliable,
];

/// Why figures cannot be written as a file.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum WriteError {
    /// Two figures are about the same.
    #[error("two figures say {0}: this is a fault of the program, so nothing is written; tell those who maintain it")]
    Doubled(String),
    /// A value without one, or none with one.
    #[error(
        "the figure of {0} has a value and is said to have none, or the other way round: this is a fault of the program, so nothing is written; tell those who maintain it"
    )]
    Status(String),
}

/// Why a file is not what [`write()`] writes.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It is not a table of CSV.
    #[error("it is not CSV in UTF-8 ({0})")]
    Csv(#[from] csv::Error),
    /// The first line is another one.
    #[error("line 1: the columns must be {}", COLUMNS.join(","))]
    Header,
    /// A row says something that it cannot say.
    #[error("line {line}: {what}")]
    Row {
        /// From 1, the columns being line 1.
        line: u64,
        /// One sentence.
        what: String,
    },
}

/// The id of a table of figures, as `STRUCTURE_ID` has it.
pub fn structure_id(flow: Flow) -> String {
    format!("{AGENCY}:{}({VERSION})", flow.id())
}

/// Whether a figure of this status has no value.
pub const fn is_empty(status: Status) -> bool {
    matches!(status, Status::Withheld | Status::NotCollected | Status::Impossible)
}

/// A file of figures, in the order of their keys.
///
/// # Errors
///
/// Where two figures have one key, and where value and status do not go together.
pub fn write(observations: &[Observation]) -> Result<Vec<u8>, WriteError> {
    let mut sorted: Vec<&Observation> = observations.iter().collect();
    sorted.sort_by(|one, other| one.key.cmp(&other.key));
    if let Some([one, _]) = sorted.windows(2).find(|pair| pair[0].key == pair[1].key) {
        return Err(WriteError::Doubled(told(&one.key)));
    }
    if let Some(wrong) = sorted.iter().find(|one| one.value.is_none() != is_empty(one.status)) {
        return Err(WriteError::Status(told(&wrong.key)));
    }
    Ok(lines(std::iter::once(COLUMNS.map(str::to_owned)).chain(sorted.into_iter().map(row))))
}

/// Rows of one width as CSV.
pub(in crate::indicators) fn lines<R: IntoIterator<Item = String>>(rows: impl Iterator<Item = R>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Rows of one width can always be written into memory.
        let _cannot_fail = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}

fn row(observation: &Observation) -> [String; COLUMNS.len()] {
    let Observation { key, value, status, unit } = observation;
    [
        "dataflow".to_owned(),
        structure_id(key.flow),
        "I".to_owned(),
        key.period.frequency().to_owned(),
        AREA.to_owned(),
        written(&key.site),
        written(&key.lang),
        written(&key.item),
        key.indicator.to_owned(),
        key.period.to_string(),
        value.map(|value| value.to_string()).unwrap_or_default(),
        status.code().to_owned(),
        status.confidentiality().to_owned(),
        (*unit).to_owned(),
    ]
}

/// A key as people read it.
fn told(key: &Key) -> String {
    let Key { flow, period, indicator, site, lang, item } = key;
    format!("{} {period} {indicator} {site} {lang} {item}", flow.id())
}

/// Reads what [`write()`] has written, in any order of its rows.
///
/// # Errors
///
/// With the line, where the file is no such file or says something that no figure says.
pub fn read(bytes: &[u8]) -> Result<Vec<Observation>, ReadError> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    if reader.headers()?.iter().ne(COLUMNS) {
        return Err(ReadError::Header);
    }
    let mut observations = Vec::new();
    let mut keys = BTreeSet::new();
    for record in reader.into_records() {
        let record = record?;
        let line = record.position().map_or(0, |position| line_of(bytes, position));
        let observation = observation(&record).map_err(|what| ReadError::Row { line, what })?;
        if !keys.insert(observation.key.clone()) {
            return Err(ReadError::Row { line, what: format!("{} is there twice", told(&observation.key)) });
        }
        observations.push(observation);
    }
    Ok(observations)
}

/// The line on which a row stands. Where lines end with two characters, the reader still stands before the second one of the
/// line before.
fn line_of(bytes: &[u8], position: &csv::Position) -> u64 {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = bytes.get(start..).unwrap_or_default();
    let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    position.line() + ends.filter(|byte| **byte == b'\n').count() as u64
}

fn observation(record: &csv::StringRecord) -> Result<Observation, String> {
    if record.len() != COLUMNS.len() {
        return Err(format!("it has {} fields and must have {}", record.len(), COLUMNS.len()));
    }
    let field = |column: &str| {
        let at = COLUMNS.iter().position(|name| *name == column);
        at.and_then(|at| record.get(at)).unwrap_or_default()
    };
    let expect = |column: &str, value: &str| {
        let is_so = field(column) == value;
        is_so.then_some(()).ok_or_else(|| format!("{column} is '{}' and must be '{value}'", field(column)))
    };
    let unknown = |column: &str| format!("{column} '{}' is not known", field(column));
    expect("STRUCTURE", "dataflow")?;
    expect("ACTION", "I")?;
    expect("REF_AREA", AREA)?;
    let flow = Flow::ALL.into_iter().find(|flow| structure_id(*flow) == field("STRUCTURE_ID"));
    let flow = flow.ok_or_else(|| unknown("STRUCTURE_ID"))?;
    let period: Period = field("TIME_PERIOD").parse().map_err(|_| unknown("TIME_PERIOD"))?;
    expect("FREQ", period.frequency())?;
    let indicator = counts::indicator(field("INDICATOR")).ok_or_else(|| unknown("INDICATOR"))?;
    let unit = counts::unit(field("UNIT_MEASURE")).ok_or_else(|| unknown("UNIT_MEASURE"))?;
    let status = STATUSES.into_iter().find(|status| status.code() == field("OBS_STATUS"));
    let status = status.ok_or_else(|| unknown("OBS_STATUS"))?;
    expect("CONF_STATUS", status.confidentiality())?;
    let code = |column: &str| match field(column) {
        "" => Err(format!("{column} is empty")),
        code => Ok(unwritten(code)),
    };
    let key = Key { flow, period, indicator, site: code("SITE")?, lang: code("LANG")?, item: code("ITEM")? };
    let value = match (field("OBS_VALUE"), is_empty(status)) {
        ("", true) => None,
        ("", false) => return Err("OBS_VALUE is empty, and OBS_STATUS is neither Q, L nor M".to_owned()),
        (_, true) => return Err(format!("OBS_VALUE is there, and OBS_STATUS is {}", status.code())),
        (text, false) => Some(value(text).ok_or_else(|| unknown("OBS_VALUE"))?),
    };
    Ok(Observation { key, value, status, unit })
}

/// A value as it is written, and in no other way.
fn value(text: &str) -> Option<Value> {
    let value = match text.split_once('.') {
        None => Value::Whole(text.parse().ok()?),
        Some((whole, tenth)) => Value::Tenths(format!("{whole}{tenth}").parse().ok()?),
    };
    (value.to_string() == text).then_some(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_period() -> impl Strategy<Value = Period> {
        prop_oneof![
            (1..9999i16, 1..=12i8).prop_map(|(year, month)| Period::Month { year, month }),
            (1..9999i16, 1..=4i8).prop_map(|(year, quarter)| Period::Quarter { year, quarter }),
            (1..9999i16).prop_map(Period::Year),
        ]
    }

    fn any_observation() -> impl Strategy<Value = Observation> {
        let indicators: Vec<&'static str> = counts::indicators().collect();
        let key = (
            prop::sample::select(Flow::ALL.to_vec()),
            any_period(),
            prop::sample::select(indicators),
            "_T|BIB210[01][0-9][A-Z]",
            "_T|[a-z]{2,3}(-[a-z]{2})?",
            "_T|[a-z0-9-]{1,12}(:[a-z0-9-]{1,12})?|[A-Z]{1,3}|[0-9]{1,2}\\+",
        );
        let key = key.prop_map(|(flow, period, indicator, site, lang, item)| Key {
            flow,
            period,
            indicator,
            site,
            lang,
            item,
        });
        let value = prop_oneof![any::<u64>().prop_map(Value::Whole), (-99999..99999i64).prop_map(Value::Tenths)];
        let unit = prop::sample::select(counts::UNITS.to_vec());
        (key, value, prop::sample::select(STATUSES.to_vec()), unit).prop_map(|(key, value, status, unit)| {
            let value = (!is_empty(status)).then_some(value);
            Observation { key, value, status, unit }
        })
    }

    proptest! {
        #[test]
        fn figures_are_read_as_they_are_written(mut some in prop::collection::vec(any_observation(), 0..20)) {
            some.sort_by(|one, other| one.key.cmp(&other.key));
            some.dedup_by(|one, other| one.key == other.key);
            let bytes = write(&some).expect("figures");
            prop_assert_eq!(read(&bytes).expect("a file"), some);
        }

        #[test]
        fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _whatever = read(&bytes);
        }
    }

    const ROW: &str = "dataflow,KIOSKBXL:DF_T1(1.0.0),I,M,BE10,BIB21004A,_T,_T,SESSIONS,2026-11,185,A,F,SESSION";

    fn file(row: &str) -> String {
        format!("{}\r\n{ROW}\r\n{row}\r\n", COLUMNS.join(","))
    }

    #[test]
    fn a_wrong_row_is_refused_with_its_line() {
        let other = ROW.replace("BIB21004A", "_T");
        assert_eq!(read(file(&other).as_bytes()).expect("two rows").len(), 2);
        for (from, to) in [
            ("dataflow", "datastructure"),
            ("DF_T1", "DF_T9"),
            (",I,", ",D,"),
            (",M,", ",Q,"),
            ("BE10", "BE1"),
            ("SESSIONS", "PERSONS"),
            ("2026-11", "2026-13"),
            ("185,A", ",A"),
            ("185,A", "185,Q"),
            ("185,A,F", ",Q,F"),
            ("185,A,F", "185,A,C"),
            ("185,A", "185,P"),
            ("185", "-1"),
            ("185", "0185"),
            ("185", "1.25"),
            ("185", "1,5"),
            (",SESSION", ",PERSON"),
            ("_T,_T,_T", "_T,,_T"),
            (",SESSION", ""),
            (",SESSION", ",SESSION,"),
        ] {
            let wrong = other.replacen(from, to, 1);
            assert_ne!(wrong, other, "{from}");
            let error = read(file(&wrong).as_bytes()).expect_err(to).to_string();
            assert!(error.starts_with("line 3: "), "{from} -> {to}: {error}");
            let unix = read(file(&wrong).replace('\r', "").as_bytes()).expect_err(to).to_string();
            assert_eq!(unix, error, "lines may end in either way");
        }
        let twice = read(file(ROW).as_bytes()).expect_err("twice").to_string();
        assert!(twice.starts_with("line 3: ") && twice.ends_with("is there twice"), "{twice}");
        assert!(matches!(read(b"A,B\r\n"), Err(ReadError::Header)));
    }

    #[test]
    fn figures_that_contradict_themselves_are_not_written() {
        let good = read(file(&ROW.replace("BIB21004A", "_T")).as_bytes()).expect("two rows");
        let mut empty = good.clone();
        empty[0].value = None;
        assert!(matches!(write(&empty), Err(WriteError::Status(_))));
        let doubled = [good.clone(), good].concat();
        assert!(matches!(write(&doubled), Err(WriteError::Doubled(_))));
    }
}
