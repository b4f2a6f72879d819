//! Turns the text of a file into settings, and notes every fault in it.

use toml::de::DeTable;

use super::SettingsFault;
use super::values::{self, Value, Wrong, short};
use crate::app::Settings;
use crate::base::{HOURS, ID, Kind, Lang, names, nearest};

/// A key of a section: its name, how it is written, and what its value looks like.
pub type SettingsKey = (&'static str, &'static str, Kind);

const NAME: Kind = Kind::Or(&Kind::Text, &Kind::Said(&Kind::Text));
const SECONDS: Kind = Kind::Integer(values::SECONDS.start, values::SECONDS.end - 1);
const CODE: Kind = Kind::Like("^[A-Za-z0-9-]{1,32}$", "BIB21004A");
const RECIPIENT: Kind = Kind::Like("^age1[02-9ac-hj-np-z]{58}$", values::RECIPIENT_EXAMPLE);
const TAG: Kind = Kind::Like("^[a-z0-9-]{1,8}$", "fr");

/// The keys of each section.
pub const KEYS: [(&str, &[SettingsKey]); 5] = [
    (
        "site",
        &[
            ("code", "code = \"BIB21004A\"", CODE),
            ("name", "name = \"Bibliothèque Sésame\"", NAME),
            ("commune", "commune = \"schaerbeek\"", ID),
            ("hours", "hours = { tuesday = \"09:00-12:00,13:00-16:00\" }", Kind::Table(&HOURS)),
            ("staff_hours", "staff_hours = { tuesday = \"09:00-12:00\" }", Kind::Table(&HOURS)),
            ("connected_computer", "connected_computer = { fr = \"à la bibliothèque, au premier étage\" }", NAME),
        ],
    ),
    (
        "kiosk",
        &[
            ("number", "number = 1", Kind::Integer(values::NUMBERS.start, values::NUMBERS.end - 1)),
            ("keyboard", "keyboard = \"be\"", Kind::OneOf(&names(&values::KEYBOARDS))),
            ("locked", "locked = true", Kind::Flag),
        ],
    ),
    (
        "visit",
        &[
            ("list_seconds", "list_seconds = 60", SECONDS),
            ("reading_seconds", "reading_seconds = 180", SECONDS),
            ("helping_seconds", "helping_seconds = 300", SECONDS),
        ],
    ),
    ("languages", &[("offered", "offered = [\"fr\", \"nl\", \"en\"]", Kind::Several(&TAG))]),
    (
        "usage",
        &[
            ("count", "count = true", Kind::Flag),
            (
                "coordinator",
                "coordinator = \"age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\"",
                RECIPIENT,
            ),
        ],
    ),
];

/// Reads one file over what is known already. `known` are the languages that the kiosk speaks.
pub fn read_text(settings: &mut Settings, path: &str, text: &str, known: &[Lang], faults: &mut Vec<SettingsFault>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut wrong: Vec<Wrong> = errors.iter().map(syntax).collect();
    // A broken line is told once; what the reader made of the rest of it means nothing.
    wrong.dedup_by_key(|wrong| place(text, wrong.at).0);
    let broken: Vec<usize> = wrong.iter().map(|wrong| place(text, wrong.at).0).collect();
    let is_broken = |at: usize| broken.contains(&place(text, at).0);
    for (name, value) in root.get_ref().iter().filter(|(name, _)| !is_broken(name.span().start)) {
        let at = name.span().start;
        let name: &str = name.get_ref();
        let Some((section, keys)) = KEYS.iter().find(|(section, _)| *section == name) else {
            wrong.push(no_section(name, at));
            continue;
        };
        let Some(table) = value.get_ref().as_table() else {
            let what = format!("`{section}` is a section, not a value");
            wrong.push(Wrong::new(at, what, format!("write the line [{section}] and its keys below it")));
            continue;
        };
        for (key, value) in table.iter().filter(|(key, _)| !is_broken(key.span().start)) {
            let at = key.span().start;
            match keys.iter().find(|(known, ..)| known == key.get_ref()) {
                Some((key, example, _)) => set(settings, (section, key, example), value, known, &mut wrong),
                None => wrong.push(no_key(section, key.get_ref(), at, keys)),
            }
        }
    }
    wrong.sort_by_key(|wrong| wrong.at);
    faults.extend(wrong.into_iter().map(|Wrong { at, what, mend }| {
        let (line, column) = place(text, at);
        SettingsFault { path: path.to_owned(), line, column, rule: "settings", what, mend }
    }));
}

/// Sets one key. What is wrong leaves it as it was.
fn set(
    settings: &mut Settings,
    (section, key, example): (&str, &str, &str),
    value: &Value,
    known: &[Lang],
    wrong: &mut Vec<Wrong>,
) {
    let site = &mut settings.site;
    match (section, key) {
        ("site", "code") => put(&mut site.code, values::code(value, example), wrong),
        ("site", "name") => keep(&mut site.name, values::localized(value, example, known, wrong)),
        ("site", "commune") => put(&mut site.commune, values::id(value, example), wrong),
        ("site", "hours") => keep(&mut site.hours, values::hours(value, example, wrong)),
        ("site", "staff_hours") => keep(&mut site.staff_hours, values::hours(value, example, wrong)),
        ("site", "connected_computer") => {
            keep(&mut site.connected_computer, values::localized(value, example, known, wrong));
        }
        ("kiosk", "number") => put(&mut settings.number, values::kiosk_number(value, example), wrong),
        ("kiosk", "keyboard") => put(&mut settings.keyboard, values::keyboard(value, example), wrong),
        ("kiosk", "locked") => put(&mut settings.locked, values::truth(value, example), wrong),
        ("visit", "list_seconds") => put(&mut settings.list_limit, values::seconds(value, example), wrong),
        ("visit", "reading_seconds") => put(&mut settings.reading_limit, values::seconds(value, example), wrong),
        ("visit", "helping_seconds") => put(&mut settings.helping_limit, values::seconds(value, example), wrong),
        ("languages", "offered") => {
            keep(&mut settings.offered, values::languages(value, example, known, wrong));
        }
        ("usage", "count") => put(&mut settings.count, values::truth(value, example), wrong),
        ("usage", "coordinator") => {
            put(&mut settings.coordinator, values::recipient(value, example).map(Some), wrong);
        }
        _ => {}
    }
}

fn put<T>(slot: &mut T, read: Result<T, Wrong>, wrong: &mut Vec<Wrong>) {
    match read {
        Ok(value) => *slot = value,
        Err(fault) => wrong.push(fault),
    }
}

fn keep<T>(slot: &mut T, read: Option<T>) {
    if let Some(value) = read {
        *slot = value;
    }
}

fn syntax(error: &toml::de::Error) -> Wrong {
    let what = error.message().lines().next().unwrap_or("this is not TOML").trim().to_owned();
    let mend = "write lines such as `key = \"text\"` under a line such as `[site]`";
    Wrong::new(error.span().map_or(0, |span| span.start), what, mend)
}

fn no_section(name: &str, at: usize) -> Wrong {
    let home = KEYS.iter().find(|(_, keys)| keys.iter().any(|(key, ..)| *key == name));
    match home {
        Some((section, _)) => {
            let what = format!("`{name}` stands outside its section");
            Wrong::new(at, what, format!("move it below the line [{section}]"))
        }
        None => {
            let sections = KEYS.map(|(section, _)| section);
            let mend = format!("write [{}]{}", sections.join("], ["), guess(name, &sections));
            Wrong::new(at, format!("there is no section [{}]", short(name)), mend)
        }
    }
}

fn no_key(section: &str, name: &str, at: usize, keys: &[SettingsKey]) -> Wrong {
    let names: Vec<&str> = keys.iter().map(|(key, ..)| *key).collect();
    let what = format!("[{section}] has no key `{}`", short(name));
    Wrong::new(at, what, format!("correct or delete it{}", guess(name, &names)))
}

/// `; did you mean …?`, where something is near enough.
pub fn guess(name: &str, names: &[&str]) -> String {
    match nearest(name, names.iter().copied()) {
        Some(known) => format!("; did you mean `{known}`?"),
        None => String::new(),
    }
}

/// The line and column of a byte, from 1, the column in characters.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::Keyboard;
    use crate::base::Millis;

    fn known() -> Vec<Lang> {
        ["fr", "nl", "en"].map(|tag| tag.parse().expect("a tag")).to_vec()
    }

    fn read(text: &str) -> (Settings, Vec<String>) {
        let mut settings = Settings::default();
        let mut faults = Vec::new();
        read_text(&mut settings, "k.toml", text, &known(), &mut faults);
        (settings, faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn all_keys_are_read() {
        let (settings, faults) = read(
            r#"
            [site]
            code = "schaerbeek-1"
            name = { fr = "Bibliothèque Sésame", nl = "Bibliotheek Sésame" }
            commune = "schaerbeek"
            connected_computer = "au premier étage"
            hours = { tuesday = "09:00-12:00,13:00-16:00" }
            [site.staff_hours]
            tuesday = "09:00-12:00"
            [kiosk]
            number = 2
            keyboard = "fr"
            locked = true
            [visit]
            list_seconds = 90
            reading_seconds = 600
            helping_seconds = 240
            [languages]
            offered = ["nl", "fr"]
            [usage]
            count = false
            coordinator = "age1y7wzafk9s004g238lfwdnw79r6n56jm5j36x4v8e2g973efusaequy4ltg"
            "#,
        );
        assert_eq!(faults, [] as [&str; 0]);
        assert_eq!((settings.number, settings.keyboard, settings.locked), (2, Keyboard::Fr, true));
        assert_eq!(settings.list_limit, Millis::from_seconds(90));
        assert_eq!(settings.reading_limit, Millis::from_seconds(600));
        assert_eq!(settings.helping_limit, Millis::from_seconds(240));
        let [fr, nl, en] = known()[..] else { panic!("three languages") };
        assert_eq!(settings.offered, [nl, fr]);
        assert_eq!(settings.site.name.get(nl).map(String::as_str), Some("Bibliotheek Sésame"));
        assert_eq!(settings.site.connected_computer.get(en).map(String::as_str), Some("au premier étage"));
        assert_eq!(settings.site.hours.0[1].len(), 2);
        assert_eq!(
            (settings.count, settings.coordinator.as_deref()),
            (false, Some("age1y7wzafk9s004g238lfwdnw79r6n56jm5j36x4v8e2g973efusaequy4ltg"))
        );
        assert_eq!(read("[site]\ncode = \"BIB21004A\"").0.site.code, "BIB21004A");
        assert!(!settings.site.staff_hours.is_empty());
    }

    #[test]
    fn every_fault_is_told_with_its_place_and_leaves_the_rest_alone() {
        let table = [
            (
                "[kiosk]\nnumbre = 2\nlocked = true",
                "k.toml:2:1: settings: [kiosk] has no key `numbre`: correct or delete it; did you mean `number`?",
            ),
            (
                "locked = true\n[kiosk]\nlocked = true",
                "k.toml:1:1: settings: `locked` stands outside its section: move it below the line [kiosk]",
            ),
            (
                "[kisok]\n[kiosk]\nlocked = true",
                "k.toml:1:2: settings: there is no section [kisok]: write [site], [kiosk], [visit], [languages], [usage]; did you mean `kiosk`?",
            ),
            (
                "[printer]\ncount = true\n[kiosk]\nlocked = true",
                "k.toml:1:2: settings: there is no section [printer]: write [site], [kiosk], [visit], [languages], [usage]",
            ),
            (
                "site = 1\n[kiosk]\nlocked = true",
                "k.toml:1:1: settings: `site` is a section, not a value: write the line [site] and its keys below it",
            ),
            (
                "[kiosk]\nlocked = true\nnumber = \"two\"",
                "k.toml:3:10: settings: a value of the kind string does not fit here: write `number = 1`",
            ),
            (
                "[kiosk]\nlocked = true\nnumber = 0",
                "k.toml:3:10: settings: 0 is not from 1 to 9999: write it like `number = 1`",
            ),
            (
                "[kiosk]\nlocked = true\nkeyboard = \"azerty\"",
                "k.toml:3:12: settings: the keyboard 'azerty' is not known: write \"be\", \"fr\" or \"us\"",
            ),
            (
                "[kiosk]\nlocked = true\n[visit]\nlist_seconds = 5",
                "k.toml:4:16: settings: 5 is not from 60 to 600: write it like `list_seconds = 60`",
            ),
            (
                "[kiosk]\nlocked = true\n[site]\nhours = { tuseday = \"09:00-12:00\" }",
                "k.toml:4:11: settings: 'tuseday' is not a day: write monday to sunday; did you mean `tuesday`?",
            ),
            (
                "[kiosk]\nlocked = true\n[site]\nhours = { monday = \"9-12\" }",
                "k.toml:4:20: settings: '9-12' are not opening hours: write them like \"09:00-12:00,13:00-16:00\"",
            ),
            (
                "[kiosk]\nlocked = true\n[site]\nname = { de = \"Bücherei\" }",
                "k.toml:4:10: settings: this kiosk has no language 'de': write one of fr, nl, en, or add its folder to the locales",
            ),
            (
                "[kiosk]\nlocked = true\n[site]\ncode = \"É 1\"",
                "k.toml:4:8: settings: 'É 1' is not the code of a site: use at most 32 letters, digits and hyphens, such as `code = \"BIB21004A\"`",
            ),
            (
                "[kiosk]\nlocked = true\n[usage]\ncoordinator = \"age1abc\"",
                "k.toml:4:15: settings: 'age1abc' is not a recipient of age: copy the line that begins with age1 from the coordinator whole, such as `coordinator = \"age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\"`",
            ),
            (
                "[kiosk]\nlocked = true\n[usage]\ncoordinator = \"age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\"",
                "k.toml:4:15: settings: this is the example of the manual, and nobody who collects figures can open what is sealed for it: copy the line that begins with age1 from the coordinator of your kiosks, or delete it here",
            ),
            (
                "[kiosk]\nlocked = true\n[site]\nname = \"a\\u001b[2J\"",
                "k.toml:4:8: settings: this text holds signs that no screen shows in one place: write it like `name = \"Bibliothèque Sésame\"`",
            ),
            (
                "[kiosk]\nlocked = true\n[languages]\noffered = [\"xx\"]",
                "k.toml:4:12: settings: this kiosk has no language 'xx': write one of fr, nl, en, or add its folder to the locales",
            ),
            (
                "[kiosk]\nlocked = true\n[languages]\noffered = \"fr\"",
                "k.toml:4:11: settings: a value of the kind string does not fit here: write `offered = [\"fr\", \"nl\", \"en\"]`",
            ),
        ];
        for (text, wanted) in table {
            let (settings, faults) = read(text);
            assert_eq!(faults, [wanted], "{text}");
            assert_eq!(settings, Settings { locked: true, ..Settings::default() }, "{text}");
        }
    }

    #[test]
    fn a_line_that_is_not_toml_costs_only_itself() {
        let (settings, faults) = read("[kiosk]\nnumber = = 2\nlocked = true\n");
        assert!(settings.locked);
        assert_eq!(settings.number, 1);
        let [fault] = &faults[..] else { panic!("one line is broken: {faults:?}") };
        assert!(fault.starts_with("k.toml:2:10: settings: "), "{fault}");
    }

    #[test]
    fn a_later_file_stands_on_top_of_an_earlier_one() {
        let mut settings = Settings::default();
        let mut faults = Vec::new();
        for text in ["[kiosk]\nnumber = 3\nlocked = true", "[kiosk]\nnumber = 4"] {
            read_text(&mut settings, "k.toml", text, &known(), &mut faults);
        }
        assert_eq!((settings.number, settings.locked, faults.len()), (4, true, 0));
    }

    /// Lines that are nearly settings: sections, keys and values in any order, and anything in between.
    fn file() -> impl Strategy<Value = String> {
        let names = KEYS.iter().flat_map(|(section, keys)| keys.iter().map(|(key, ..)| *key).chain([*section]));
        let examples = KEYS.iter().flat_map(|(_, keys)| keys.iter().map(|(_, example, _)| *example));
        let signs =
            ["[", "]", "=", "{", "}", ",", ".", "\"", "'", "#", "\n", "\n", "\r\n", "\\u", "é", "\u{feff}", "\u{301}"];
        let values =
            ["1", "0x7fffffffffffffff", "-1", "true", "nan", "\"\"", "1979-05-27", "[[]]", "{}", "\"\"\"", "'fr'"];
        let known: Vec<&str> = names.chain(examples).chain(signs).chain(values).collect();
        let piece = prop_oneof![8 => prop::sample::select(known).prop_map(str::to_owned), 1 => any::<String>()];
        proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    /// A value of any kind, as it stands in a file.
    fn value() -> impl Strategy<Value = String> {
        let text = any::<String>().prop_map(|text| format!("{text:?}"));
        let number = any::<i64>().prop_map(|number| number.to_string());
        let hours = "\"[0-9:,-]{0,20}\"";
        let plain = prop_oneof![text, number, hours, Just("true".to_owned()), "[a-z]{0,6}", "\"[a-z]{2}\""];
        plain.prop_recursive(3, 10, 3, |inner| {
            let list = proptest::collection::vec(inner.clone(), 0..3).prop_map(|all| format!("[{}]", all.join(", ")));
            let keys = prop::sample::select(vec!["fr", "nl", "de", "monday", "sunday", "\"\"", "x"]);
            let table = (keys, inner).prop_map(|(key, value)| format!("{{ {key} = {value} }}"));
            prop_oneof![list, table]
        })
    }

    /// Every fault names a place that an editor can go to.
    fn are_inside(faults: &[SettingsFault], text: &str) -> Result<(), TestCaseError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines: Vec<&str> = text.split('\n').collect();
        for fault in faults {
            prop_assert!((1..=lines.len()).contains(&fault.line), "{} in {:?}", fault, text);
            let length = lines[fault.line - 1].chars().count();
            prop_assert!((1..=length + 1).contains(&fault.column), "{} in {:?}", fault, text);
            prop_assert!(!fault.what.is_empty() && !fault.mend.is_empty());
            prop_assert!(!fault.to_string().contains(char::is_control), "{:?}", fault);
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_read_and_every_fault_has_a_place_in_it(text in prop_oneof![file(), any::<String>()]) {
            let mut faults = Vec::new();
            read_text(&mut Settings::default(), "k.toml", &text, &known(), &mut faults);
            are_inside(&faults, &text)?;
        }

        #[test]
        fn a_wrong_value_leaves_the_setting_as_it_was(
            key in prop::sample::select(KEYS.iter().flat_map(|(section, keys)| keys.iter().map(move |(key, ..)| (*section, *key))).collect::<Vec<_>>()),
            value in value(),
        ) {
            let (section, key) = key;
            let text = format!("[{section}]\n{key} = {value}\n");
            let mut settings = Settings::default();
            let mut faults = Vec::new();
            read_text(&mut settings, "k.toml", &text, &known(), &mut faults);
            are_inside(&faults, &text)?;
            // In a table or a list each entry stands for itself.
            let is_one_value = !value.starts_with(['[', '{']);
            if is_one_value && !faults.is_empty() {
                prop_assert_eq!(settings, Settings::default(), "{}", text);
            }
        }

        #[test]
        fn what_is_right_is_not_lost_because_something_else_is_wrong(wrong in value()) {
            // The wrong key is none that exists, and whatever its value is it ends with its line.
            prop_assume!(!wrong.contains('\n'));
            let (settings, faults) = read(&format!("[kiosk]\nlocked = true\nnumbre = {wrong}\n[visit]\nlist_seconds = 90\n"));
            prop_assert!(settings.locked && !faults.is_empty());
            prop_assert_eq!(settings.list_limit, Millis::from_seconds(90));
        }
    }
}
