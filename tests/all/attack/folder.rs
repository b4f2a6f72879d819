//! `kiosk indicators attack` on a folder of published files: what it refuses to judge.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::program::{PROGRAM, command};

const HEADER: &str = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SITE,LANG,ITEM,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,\
                      CONF_STATUS,UNIT_MEASURE";
const NOVEMBER: &str = "kiosk-2026-11.csv";

/// Visits to two sites in one month, as a package that names one file of figures.
fn published() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let visits = [("_T", 110), ("BIB21004A", 60), ("BIB21012A", 50)].map(|(site, visits)| {
        format!("dataflow,KIOSKBXL:DF_T1(1.0.0),I,M,BE10,{site},_T,_T,SESSIONS,2026-11,{visits},A,F,SESSION\r\n")
    });
    put(folder.path(), NOVEMBER, &format!("{HEADER}\r\n{}", visits.concat()));
    put(folder.path(), "datapackage.json", &package(&[NOVEMBER, "codes.csv"]));
    folder
}

fn package(names: &[&str]) -> String {
    let resources: Vec<String> = names.iter().map(|name| format!(r#"{{"path":"{name}"}}"#)).collect();
    format!(r#"{{"resources":[{}]}}"#, resources.join(","))
}

fn put(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("written");
}

fn attack(folder: &Path, words: &[&str]) -> Output {
    let mut command = command(PROGRAM);
    command.args(["indicators", "attack"]).arg(folder).args(words).output().expect("the program starts")
}

/// It judged nothing, and said why.
fn refuses(folder: &Path, words: &[&str], sentences: &[&str]) {
    let output = attack(folder, words);
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(2), "{words:?}: {said}");
    assert!(output.stdout.is_empty(), "{words:?}: no all-clear");
    assert!(sentences.iter().all(|sentence| said.contains(sentence)), "{words:?}: {said}");
}

#[test]
fn a_folder_that_is_whole_is_judged_and_says_nothing_but_the_answer() {
    let folder = published();
    for words in [&[][..], &["--insider", "own"], &["--insider", "BIB21004A:2026-11=58"]] {
        let output = attack(folder.path(), words);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8_lossy(&output.stdout), "Nothing was found out from the 3 published figures.\n");
        // Progress is for terminals alone.
        assert!(output.stderr.is_empty());
    }
}

#[test]
fn a_slip_in_what_an_insider_knows_is_told_with_what_there_is() {
    let folder = published();
    for (words, sentence) in [
        ("BIB21004B:2026-11=58", "name one of BIB21004A, BIB21012A"),
        ("BIB21004A:2026-10=58", "name one of 2026-11"),
        ("BIB21004A:2026-11", "SITE:PERIOD=VISITS"),
        ("BIB21004A=58", "SITE:PERIOD=VISITS"),
        ("BIB21004A:2026-13=58", "SITE:PERIOD=VISITS"),
        ("BIB21004A:2026-11=many", "SITE:PERIOD=VISITS"),
        ("me", "SITE:PERIOD=VISITS"),
    ] {
        refuses(folder.path(), &["--insider", words], &[sentence]);
    }
}

#[test]
fn a_total_that_the_figures_exclude_is_a_finding_about_it() {
    // A published 60 is 56 to 64.
    let output = attack(published().path(), &["--insider", "BIB21004A:2026-11=70"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("for whoever knows all visits of the site"));
}

#[test]
fn a_folder_that_is_not_what_was_published_gets_no_all_clear() {
    let folder = published();
    put(folder.path(), "datapackage.json", &package(&[NOVEMBER, "kiosk-2026-Q4.csv"]));
    refuses(folder.path(), &[], &["'kiosk-2026-Q4.csv' was published and is missing"]);
    for foreign in ["kiosk-2026-12.csv", "kiosk-2026-11-copy.csv"] {
        let folder = published();
        put(folder.path(), foreign, HEADER);
        refuses(folder.path(), &[], &[foreign, "take it out"]);
    }
    for package in [None, Some("{}"), Some("not JSON")] {
        let folder = published();
        match package {
            None => fs::remove_file(folder.path().join("datapackage.json")).expect("removed"),
            Some(text) => put(folder.path(), "datapackage.json", text),
        }
        refuses(folder.path(), &[], &["datapackage.json"]);
    }
    refuses(tempfile::tempdir().expect("a folder").path(), &[], &["there are no published files"]);
    refuses(Path::new("/nowhere/at/all"), &[], &["there are no published files"]);
}
