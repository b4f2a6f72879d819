//! The command line: wrong words, broken files, and the exit codes that scripts rely on.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::harness::{THREE_GUIDES, copy, project};
use crate::program::{self, OFFICE, PROGRAM};

/// A program that is started in a folder with content.
fn command(program: &str) -> Command {
    let mut command = program::command(program);
    command.current_dir(project("tests/fixtures/three-guides"));
    command
}

fn kiosk(words: &[&str]) -> Output {
    command(PROGRAM).args(words).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the program writes UTF-8")
}

/// It failed with this code, said so in one sentence, and answered nothing.
fn refuses(words: &[&str], code: i32, sentence: &str) {
    let output = kiosk(words);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{words:?}: {said}");
    assert!(said.starts_with("kiosk: ") && said.contains(sentence), "{words:?}: {said}");
    assert_eq!(said.matches('\n').count(), 1, "{words:?}: {said}");
    assert_eq!(text(&output.stdout), "", "{words:?}");
}

/// A copy of the content of the project that a test may break.
fn content() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for (name, from) in [("content", THREE_GUIDES), ("locales", "locales")] {
        copy(&project(from), &folder.path().join(name));
    }
    let content = folder.path().join("content");
    (folder, content)
}

/// `kiosk check` of this content finds something at `place`, and says nothing else anywhere.
fn finds(content: &Path, place: &str) {
    let output = kiosk(&["check", content.to_str().expect("a name")]);
    let found = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{found}{}", text(&output.stderr));
    assert!(found.lines().any(|line| line.contains(place)), "{place} is not told:\n{found}");
    assert!(notes_alone(&output), "{}", text(&output.stderr));
}

/// Nothing went wrong; where dictionaries are missing, a note says so.
fn notes_alone(output: &Output) -> bool {
    text(&output.stderr).lines().all(|line| line.starts_with("kiosk: note: the spelling of "))
}

#[test]
fn words_that_are_not_understood_are_refused() {
    refuses(&["--contnet", "x"], 2, "a similar argument exists: '--content'");
    refuses(&["chek"], 2, "a similar subcommand exists: 'check'");
    refuses(&["page"], 2, "<ID>");
    refuses(&["check", "--format", "xml"], 2, "possible values: text, json");
    refuses(&["page", "home", "--lang", "xx"], 2, "there is no language 'xx': use one of");
    refuses(&["page", "\x1b[2J"], 2, "there is no page '\u{fffd}[2J'");
}

/// Copies a program by another one: a file that this process writes is open in whatever another test starts meanwhile, and
/// what is open for writing cannot be run ("Text file busy").
fn copy_program(from: &str, to: &Path) {
    assert!(Command::new("cp").arg(from).arg(to).status().expect("cp can be run").success());
}

/// A program that stands alone, or with that of the office in one of the places for it, is asked for a pair of keys.
fn keygen_of_a_kiosk_beside(office: Option<&str>) -> Output {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let place = |name: &str, from: &str| {
        let to = folder.path().join(name);
        fs::create_dir_all(to.parent().expect("it stands in a folder")).expect("a folder for a program");
        // A program is large: where it can be, the same file gets one more name.
        if fs::hard_link(from, &to).is_err() {
            copy_program(from, &to);
        }
        to
    };
    let program = place("bin/kiosk", PROGRAM);
    if let Some(name) = office {
        place(name, OFFICE);
    }
    let name = folder.path().join("coordinator");
    let words = ["indicators", "keygen", name.to_str().expect("a name")];
    program::command(program.to_str().expect("a name")).args(words).output().expect("the program starts")
}

#[test]
fn what_is_done_at_a_desk_is_handed_over_to_a_program_beside_or_apart() {
    for place in ["bin/kiosk-office", "libexec/kiosk/kiosk-office"] {
        let output = keygen_of_a_kiosk_beside(Some(place));
        assert_eq!(output.status.code(), Some(0), "{place}: {}", text(&output.stderr));
        assert!(text(&output.stdout).contains("age1"), "{place}: {}", text(&output.stdout));
    }
}

#[test]
fn without_the_program_of_the_office_it_is_said_how_to_get_it() {
    let output = keygen_of_a_kiosk_beside(None);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("bin/kiosk-office'") && said.contains("run `cargo build --release`"), "{said}");
    assert_eq!(said.matches('\n').count(), 1, "{said}");
}

#[test]
fn without_a_terminal_the_kiosk_says_that_it_needs_one() {
    refuses(&[], 2, "the kiosk needs a terminal");
    refuses(&["--content", "/nowhere"], 2, "the kiosk needs a terminal");
}

#[test]
fn folders_and_files_that_cannot_be_opened_are_refused() {
    refuses(&["check", "/nowhere"], 2, "'/nowhere'");
    refuses(&["check", "content/pack.toml"], 2, "'content/pack.toml' is not a folder");
    refuses(&["check", "--locales", "/nowhere"], 2, "'/nowhere'");
    refuses(&["page", "home", "--content", "/nowhere"], 2, "'/nowhere'");
    refuses(&["check", "--config", "/nowhere/kiosk.toml"], 2, "cannot read the settings '/nowhere/kiosk.toml'");
    refuses(&["check", "--config", "/dev/zero"], 2, "it is not a file");
    refuses(&["check", "--places", "/dev/zero"], 2, "it is not a file");
}

#[test]
fn a_page_that_does_not_exist_is_refused_with_the_nearest_one() {
    refuses(&["page", "hom"], 2, "did you mean 'home'?");
    refuses(&["page", "itsm"], 2, "did you mean 'itsme'?");
    refuses(&["page", "itsme#nowhere"], 2, "there is no page 'itsme#nowhere'");
    refuses(&["page", "home#get-app"], 2, "there is no page 'home#get-app'");
}

#[test]
fn every_kind_of_page_is_written() {
    let answer = |words: &[&str]| {
        let output = kiosk(words);
        assert_eq!(output.status.code(), Some(0), "{words:?}: {}", text(&output.stderr));
        text(&output.stdout)
    };
    for screen in
        ["start", "languages", "home", "help", "counting", "display", "person", "finish", "erased", "too-small"]
    {
        assert!(!answer(&["page", screen, "--lang", "en"]).is_empty(), "{screen}");
    }
    assert!(answer(&["page", "moving", "--lang", "en"]).contains("Moving house"));
    assert!(answer(&["page", "i-am-moving", "--lang", "en"]).contains("I am moving"));
    assert!(answer(&["page", "itsme#get-app", "--lang", "en"]).starts_with("Get the app\n"));
    assert!(answer(&["page", "itsme#stuck-no-smartphone", "--lang", "en"]).contains("smartphone"));
    assert!(answer(&["page", "erased", "--lang", "en"]).contains("Nothing about you is kept"));
    let service = answer(&["page", "itsme", "--lang", "en"]);
    // Overview, before, routes and the four of them, seven steps, the stuck list and its sections, the end, the slip.
    assert_eq!(service.split("\n----\n").count(), 3 + 4 + 7 + 1 + 4 + 4 + 3, "{service}");
}

#[test]
fn all_languages_stand_one_beside_the_other_for_proof_readers() {
    let output = kiosk(&["page", "itsme", "--all-languages"]);
    let told = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let rows: Vec<Vec<&str>> = told.lines().map(|line| line.split('│').map(str::trim).collect()).collect();
    for row in [["fr", "nl", "en"], ["Installez l'application", "Haal de app", "Get the app"]] {
        assert!(rows.iter().any(|found| *found == row), "{row:?} are not on one row:\n{told}");
    }
    // Each step has its address, so that whoever finds a fault knows where it is.
    assert!(told.lines().any(|line| line == "==== itsme#get-app"), "{told}");
    assert!(told.lines().all(|line| line.chars().count() <= 160));
    refuses(&["page", "itsme", "--all-languages", "--lang", "fr"], 2, "cannot be used with");
}

#[test]
fn a_reader_that_stops_reading_is_no_fault_and_a_full_disk_is_one() {
    let mut child = command(PROGRAM)
        .args(["page", "itsme"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));

    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let output = command(PROGRAM).args(["page", "itsme"]).stdout(full).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(3));
    assert!(text(&output.stderr).starts_with("kiosk: cannot write the answer"));
}

#[test]
fn broken_toml_is_a_finding_with_its_place() {
    let (_folder, content) = content();
    let file = content.join("services/itsme/service.toml");
    let broken = fs::read_to_string(&file).expect("text").replace("group = \"identity\"", "group = identity");
    fs::write(&file, broken).expect("written");
    finds(&content, "services/itsme/service.toml:2:");
}

/// The words of the parser, such as "expected `nan`", help nobody who writes a guide.
#[test]
fn a_day_and_a_word_of_everyday_are_told_in_words_of_everyday() {
    let told = |old: &str, new: &str| check_changed("urgent.toml", old, new, &[]).1;
    let day = told("checked = 2026-11-23", "checked = 23/11/2026");
    assert!(
        day.contains("`23/11/2026` is not written as a day: write a day of the calendar as year-month-day"),
        "{day}"
    );
    let word = told("seen = \"2013-2024\"", "seen = none");
    assert!(word.contains("a text without quotes: put the text between quotes: `\"none\"`"), "{word}");
}

#[test]
fn a_binary_file_and_an_endless_line_are_findings() {
    let (_folder, content) = content();
    fs::write(content.join("services/itsme/fr.md"), b"\x7fELF\x00\x01\xff").expect("written");
    fs::write(content.join("services/change-of-address/fr.md"), vec![b'x'; 10_000_000]).expect("written");
    finds(&content, "services/itsme/fr.md:1:1:");
    finds(&content, "services/change-of-address/fr.md:1:1:");
}

#[test]
fn a_loop_of_links_is_a_finding() {
    let (_folder, content) = content();
    symlink("..", content.join("services/round")).expect("a link");
    symlink("itself.md", content.join("services/itsme/itself.md")).expect("a link");
    finds(&content, "services/round");
    finds(&content, "services/itsme/itself.md");
}

#[test]
fn a_folder_that_may_not_be_read_is_told() {
    let (folder, content) = content();
    // Whoever runs this as root would be let in everywhere: then it runs as a user without any rights, and from a place
    // that this user can reach.
    let is_root = text(&Command::new("id").arg("-u").output().expect("id can be run").stdout).trim() == "0";
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("changed");
    let reachable = folder.path().join("kiosk");
    if is_root {
        copy_program(PROGRAM, &reachable);
        copy_program(OFFICE, &folder.path().join("kiosk-office"));
    }
    let run = |dir: &Path| {
        let mut command = match is_root {
            true => {
                let mut command = command("setpriv");
                command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&reachable);
                command
            }
            false => command(PROGRAM),
        };
        command.arg("check").arg(dir).output().expect("the program starts")
    };
    let inner = content.join("services/itsme");
    fs::set_permissions(&inner, fs::Permissions::from_mode(0o000)).expect("changed");
    let output = run(&content);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("services/itsme:1:1:"), "{}", text(&output.stdout));
    fs::set_permissions(&inner, fs::Permissions::from_mode(0o755)).expect("changed");

    fs::set_permissions(&content, fs::Permissions::from_mode(0o000)).expect("changed");
    let output = run(&content);
    fs::set_permissions(&content, fs::Permissions::from_mode(0o755)).expect("changed");
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.starts_with("kiosk: cannot open the folder") && said.matches('\n').count() == 1, "{said}");
}

#[test]
fn findings_are_also_a_list_for_programs() {
    let (folder, content) = content();
    let config = folder.path().join("kiosk.toml");
    fs::write(&config, "[kiosk]\nnumbre = 2\n").expect("written");
    fs::write(content.join("urgent.toml"), "nothing = 1\n").expect("written");
    let (content, config) = (content.to_str().expect("a name"), config.to_str().expect("a name"));
    let output = kiosk(&["check", content, "--config", config, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let found = found.as_array().expect("a list");
    for finding in found {
        for key in ["path", "line", "column", "rule", "what", "mend"] {
            assert!(finding.get(key).is_some(), "{finding}");
        }
    }
    let settings = found.iter().find(|finding| finding["rule"] == "settings").expect("the settings are checked");
    assert_eq!((&settings["line"], &settings["column"]), (&2.into(), &1.into()));
}

#[test]
fn the_content_of_the_project_is_clean() {
    let output = kiosk(&["check", "--deny", "warnings", "--dictionaries", "/nowhere"]);
    let told = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{told}");
    let hints = told.strip_prefix("Nothing to correct.\n").unwrap_or_else(|| panic!("{told}"));
    assert!(hints.lines().all(|line| line.contains(": hint: ")), "{told}");
}

/// The content of the project with one word replaced in one file, and what `kiosk check` says of it with more words.
fn check_changed(file: &str, old: &str, new: &str, words: &[&str]) -> (Option<i32>, String) {
    let (_folder, content) = content();
    let path = content.join(file);
    let text_before = fs::read_to_string(&path).expect("text");
    assert!(text_before.contains(old), "{file} holds {old}");
    fs::write(&path, text_before.replacen(old, new, 1)).expect("written");
    let folder = content.to_str().expect("a name");
    let output = kiosk(&[&["check", folder, "--dictionaries", "/nowhere"], words].concat());
    (output.status.code(), text(&output.stdout))
}

#[test]
fn a_warning_fails_only_where_warnings_are_denied() {
    let check = |words: &[&str]| check_changed("services/itsme/en.md", "Install the app", "Utilise the app", words);
    let (code, told) = check(&[]);
    assert!(told.contains("itsme/en.md:17:"), "{told}");
    assert!(told.contains(": warning: hard-word: `Utilise` is not plain: write `use`"), "{told}");
    assert_eq!(code, Some(0));
    assert_eq!(check(&["--deny", "warnings"]).0, Some(1));
    let (_, json) = check(&["--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let warning = found.as_array().expect("a list").iter().find(|finding| finding["rule"] == "hard-word");
    assert_eq!(warning.expect("it is told")["severity"], "warning");
}

#[test]
fn without_dictionaries_a_note_says_so_and_nothing_fails() {
    let output = kiosk(&["check", "--deny", "warnings", "--dictionaries", "/nowhere"]);
    assert_eq!(output.status.code(), Some(0));
    let said = text(&output.stderr);
    assert_eq!(said.matches("no dictionary is installed").count(), 3, "{said}");
    assert!(notes_alone(&output), "{said}");
}

#[test]
fn a_word_that_no_dictionary_has_is_told() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    fs::write(folder.path().join("en.aff"), "SET UTF-8\n").expect("written");
    fs::write(folder.path().join("en.dic"), "1\nthe\n").expect("written");
    let dictionaries = folder.path().to_str().expect("a name");
    let output = kiosk(&["check", "--deny", "warnings", "--dictionaries", dictionaries]);
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stdout);
    assert!(told.contains("warning: spelling: `space` is in no dictionary of en"), "{told}");
    assert!(!told.contains("`the`") && !told.contains("`itsme`"), "{told}");
}

#[test]
fn facts_fall_due_by_month_and_nothing_fails_for_it() {
    let due = |words: &[&str]| {
        let output = kiosk(&[&["check", "--due"], words].concat());
        (output.status.code(), text(&output.stdout))
    };
    let nothing = (Some(0), "Nothing to check again until 2027-04-30.\n".to_owned());
    assert_eq!(due(&["--today", "2027-04-30"]), nothing);
    // The price and the hours were checked on 23 November: they fall due on 23 May, and are told from the first.
    let (code, told) = due(&["--today", "2027-05-01"]);
    assert_eq!(code, Some(0));
    let first: Vec<&str> = told.lines().filter(|line| line.starts_with("2027")).collect();
    assert_eq!(
        first,
        ["2027-05-23  change-of-address: price-anderlecht", "2027-05-23  right-to-non-digital-access: ombuds-hours"]
    );
    assert!(told.contains("source    https://auderghem.be/le-mediateur-bruxellois\n"), "{told}");
    assert!(told.contains("checked   2026-11-23\n  used in   routes.phone\n"), "{told}");
    let (_, json) = due(&["--today", "2027-11-01", "--format", "json"]);
    let facts: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let facts = facts.as_array().expect("a list");
    let days: Vec<&str> = facts.iter().filter_map(|fact| fact["due"].as_str()).collect();
    assert!(days.is_sorted() && days.len() > 10, "{days:?}");
    assert!(facts.iter().any(|fact| fact["item"] == "urgent-112"), "{json}");
    refuses(&["check", "--today", "2027-05-01"], 2, "--due");
    for no_day in ["tomorrow", "2027-6-1", "01/06/2027", "2027-02-30"] {
        refuses(&["check", "--due", "--today", no_day], 2, "write a day as year-month-day, such as 2027-06-01");
    }
}

/// A slip in the year would make a fact believed for years, and nobody would be told to look again.
#[test]
fn a_fact_that_was_checked_after_today_is_told_among_those_due() {
    let (_folder, content) = content();
    let path = content.join("urgent.toml");
    let changed = fs::read_to_string(&path).expect("text").replacen("checked = 2026", "checked = 2062", 1);
    fs::write(&path, changed).expect("written");
    let due = kiosk(&["check", content.to_str().expect("a name"), "--due", "--today", "2026-12-01"]);
    let told = text(&due.stdout);
    assert!(told.starts_with("2026-12-01  urgent-112: "), "{told}");
    assert!(
        told.contains("checked   2062-11-23 is after today: write the day on which somebody checked it\n"),
        "{told}"
    );
    assert_eq!(told.matches("\n  checked ").count(), 1, "{told}");
}

#[test]
fn the_hard_texts_of_a_language_are_named_beside_its_median() {
    let (_folder, content) = content();
    let folder = content.to_str().expect("a name");
    let ask = || text(&kiosk(&["check", folder, "--readability"]).stdout);
    let told = ask();
    assert_eq!(told.lines().filter(|line| line.ends_with(" services")).count(), 3, "{told}");
    assert_eq!(told.matches("not easy: none").count(), 6, "{told}");
    let file = content.join("services/itsme/en.md");
    let hard = "\nAdministrative interoperability necessitates comprehensive institutional harmonisation.\n".repeat(30);
    fs::write(&file, fs::read_to_string(&file).expect("text") + &hard).expect("written");
    let told = ask();
    assert_eq!(told.matches("not easy: itsme\n").count(), 2, "{told}");
}

#[test]
fn a_translation_follows_until_its_source_changes() {
    let (_folder, content) = content();
    let folder = content.to_str().expect("a name");
    let ask = || {
        let output = kiosk(&["check", folder, "--translations"]);
        (output.status.code(), text(&output.stdout))
    };
    assert_eq!(ask(), (Some(0), "All translations follow fr.\n".to_owned()));
    let file = content.join("services/itsme/fr.md");
    let changed = fs::read_to_string(&file).expect("text").replace("Une seule suffit.", "Une seule est assez.");
    fs::write(&file, changed).expect("written");
    let (code, told) = ask();
    assert_eq!(code, Some(1));
    let stale = |lang: &str| format!("itsme: {lang}: changed since somebody looked at it: #choose-route\n");
    assert!(told.starts_with(&format!("{}{}", stale("en"), stale("nl"))), "{told}");
    let plain = text(&kiosk(&["check", folder, "--dictionaries", "/nowhere"]).stdout);
    assert!(plain.contains("itsme/nl.md:5:1: warning: stale-translation: `#choose-route`"), "{plain}");

    let accept = |words: &[&str]| kiosk(&[&["check", folder, "--accept-translation", "itsme"], words].concat());
    assert_eq!(accept(&["--lang", "nl"]).status.code(), Some(0));
    assert!(ask().1.starts_with(&stale("en")), "{}", ask().1);
    assert_eq!(accept(&[]).status.code(), Some(0));
    assert_eq!(ask().0, Some(0));
    refuses(&["check", folder, "--accept-translation", "itsm"], 2, "did you mean 'itsme'?");
    refuses(&["check", folder, "--accept-translation", "zzz"], 2, "translated: use the id of a guide");
    for no_follower in ["de", "fr"] {
        let words = ["check", folder, "--accept-translation", "itsme", "--lang", no_follower];
        refuses(&words, 2, "is no language that follows fr: use one of nl, en");
    }
}

#[test]
fn the_doctor_tells_one_line_each_and_the_mend() {
    let output = command(PROGRAM).args(["doctor"]).env("LC_ALL", "C").output().expect("the program starts");
    let told = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("MEND  terminal  the kiosk needs a terminal"), "{told}");
    assert!(told.contains("MEND  letters   the locale 'C' is not UTF-8: set LANG=C.UTF-8"), "{told}");
    assert!(told.contains("ok    clock"), "{told}");
}

#[test]
fn help_and_version_are_answers() {
    for words in [
        &["--help"][..],
        &["--version"],
        &["check", "--help"],
        &["page", "--help"],
        &["doctor", "--help"],
        &["new", "--help"],
        &["preview", "--help"],
        &["json-schema", "--help"],
        &["key-card", "--help"],
        &["search", "--help"],
        &["key-card"],
        &["key-card", "--lang", "nl"],
    ] {
        let output = kiosk(words);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()), "{words:?}");
        assert!(!output.stdout.is_empty());
    }
}

#[test]
fn a_search_answers_with_an_id_a_tab_and_a_title() {
    let output = kiosk(&["search", "adress", "--lang", "en", "--limit", "1"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    assert_eq!(text(&output.stdout), "change-of-address\tChange your address\n");
    let why = text(&kiosk(&["search", "adress", "--lang", "en", "--limit", "1", "--explain"]).stdout);
    assert!(
        why.starts_with("change-of-address\tChange your address\t") && why.contains("title \"address\" (en)"),
        "{why}"
    );
    assert!(why.contains("\nunderstood: address\n") && why.contains("\ntopics: "), "{why}");
    let json = text(&kiosk(&["search", "itsme", "--format", "json"]).stdout);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["results"][0]["id"], "itsme", "{json}");
}

#[test]
fn a_search_that_finds_nothing_is_not_fine_and_fails_at_nothing() {
    let endless = "kaart ".repeat(2_000);
    for query in ["", "🚌", "qqqqxxzz", "\u{301}", &endless] {
        let output = kiosk(&["search", query, "--lang", "fr"]);
        let found = !output.stdout.is_empty();
        assert_eq!(
            (output.status.code(), text(&output.stderr)),
            (Some(i32::from(!found)), String::new()),
            "{query:.20}"
        );
    }
    refuses(&["search", "kaart", "--lang", "xx"], 2, "xx");
}

/// What a tired author does with packs: each slip is told, and costs nothing.
#[test]
fn slips_with_packs_are_told_and_cost_nothing() {
    let (folder, content) = content();
    let path = |name: &str| folder.path().join(name).to_str().expect("a name").to_owned();
    let (content, old, new) = (content.to_str().expect("a name").to_owned(), path("old.kpack"), path("new.kpack"));
    assert!(kiosk(&["pack", "build", &content, "-o", &old]).status.success());

    let topics = path("content/topics.toml");
    let before = fs::read_to_string(&topics).expect("text");
    refuses(&["pack", "build", &content, "-o", &topics], 2, "is there already, and it is not a pack");
    assert_eq!(fs::read_to_string(&topics).expect("text"), before);
    refuses(&["pack", "build", &content, "-o", &content], 2, "is there already, and it is not a pack");

    let build = || {
        let output = kiosk(&["pack", "build", &content, "-o", &new, "--since", &old]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    assert!(!build().contains("raise"), "the same pack once more is no slip");
    fs::write(&topics, before.replace("I am moving", "I move")).expect("written");
    assert!(build().contains("in place of version 1: raise `version` in "), "{}", build());
    let label = fs::read_to_string(path("content/pack.toml")).expect("text");
    fs::write(path("content/pack.toml"), label.replace("version = 1", "version = 2")).expect("written");
    assert!(!build().contains("raise `version`"));
    assert!(kiosk(&["pack", "build", &content, "-o", &old]).status.success(), "a pack may be made anew");

    assert!(kiosk(&["pack", "keygen", &path("library"), "--no-password"]).status.success());
    refuses(&["pack", "sign", &new, "--key", &path("library.pub")], 2, "is a public key: sign with the secret key");
    assert!(kiosk(&["pack", "sign", &new, "--key", &path("library.key")]).status.success());
    let verify = |pack: &str, keys: &str, sentence| refuses(&["pack", "verify", pack, "--keys", keys], 2, sentence);
    verify(&new, &path("library.pub"), "is not a folder: name the folder that holds the public keys");
    verify(&format!("{new}.minisig"), &path(""), "is a signature: name the pack beside it");
    verify(&path("no.kpack"), &path(""), "no.kpack' (No such file");
    verify(&path(""), &path(""), "it is not a file");

    // Whoever installs as another user than the kiosk sees where it went.
    let words = ["pack", "install", &new, "--keys", &path(""), "--state", &path("state")];
    let told = text(&kiosk(&words).stdout);
    assert!(told.ends_with(&format!("keeps its files in '{}'\n", path("state"))), "{told}");
}

/// The menu of staff brings packs with these words: they are those of the program.
#[test]
fn the_menu_of_staff_calls_the_program_with_words_that_it_knows() {
    let menu = fs::read_to_string(project("kiosk-setup/core/menu.sh")).expect("the menu");
    let (_, words) = menu.split_once("runuser -u kiosk -- kiosk ").expect("it calls the program");
    let words: Vec<&str> =
        words.lines().next().expect("a line").split(" || ").next().expect("words").split(' ').collect();
    let words: Vec<&str> =
        words.into_iter().map(|word| if word == "\"$pack\"" { "/nowhere.kpack" } else { word }).collect();
    refuses(&words, 2, "'/nowhere.kpack'");
}
