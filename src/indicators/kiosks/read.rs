//! Turns the text of `kiosks.toml` into kiosks, or into every fault in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use toml::de::{DeTable, DeValue};

use super::{BREAK, Break, FORM, KIOSK, Kiosk, Kiosks, SITE, Site};
use crate::base::{Form, Kind, nearest};
use crate::indicators::counts;
use crate::usage::counters::Month;

/// What is wrong in the file, where, and what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KiosksFault {
    /// The file, as it was named.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
}

impl fmt::Display for KiosksFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let KiosksFault { path, line, column, what, mend } = self;
        write!(f, "{path}:{line}:{column}: kiosks: {what}: {mend}")
    }
}

type Value<'v> = toml::Spanned<DeValue<'v>>;

/// A fault at a byte of the text.
struct Wrong {
    at: usize,
    what: String,
    mend: String,
}

/// Reads a file.
pub fn read(path: &str, text: &str) -> Result<Kiosks, Vec<KiosksFault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut reader = Reader { wrong: Vec::new(), keys: BTreeMap::new(), lines };
    let kiosks = match DeTable::parse(text) {
        Ok(root) => reader.root(root.get_ref()),
        Err(error) => {
            let what = error.message().lines().next().unwrap_or("this is not TOML").to_owned();
            let mend = "write lines such as `key = \"text\"` under [[site]] and [[site.kiosk]]";
            reader.tell(error.span().map_or(0, |span| span.start), what, mend);
            None
        }
    };
    match kiosks {
        Some(kiosks) if reader.wrong.is_empty() => Ok(kiosks),
        _ => {
            reader.wrong.sort_by_key(|wrong| wrong.at);
            let fault = |Wrong { at, what, mend }: Wrong| {
                let (line, column) = place(text, at);
                KiosksFault { path: path.to_owned(), line, column, what, mend }
            };
            Err(reader.wrong.into_iter().map(fault).collect())
        }
    }
}

/// The line and column of a byte, from 1, the column in characters.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}

/// A text of the file as a sentence can carry it.
fn short(text: &str) -> String {
    text.chars().take(60).map(|sign| if sign.is_control() { '\u{fffd}' } else { sign }).collect()
}

struct Reader {
    wrong: Vec<Wrong>,
    /// The public keys so far, and whose they are.
    keys: BTreeMap<String, String>,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl Reader {
    fn tell(&mut self, at: usize, what: impl Into<String>, mend: impl Into<String>) {
        self.wrong.push(Wrong { at, what: what.into(), mend: mend.into() });
    }

    fn root(&mut self, root: &DeTable<'_>) -> Option<Kiosks> {
        self.knows(root, &FORM, "this file", 0);
        let simulated = root.get("simulated").map(|value| (value, value.get_ref().as_bool()));
        if let Some((value, None)) = simulated {
            self.tell(value.span().start, "this is neither true nor false", "write `simulated = true`, or nothing");
        }
        let is_simulated = simulated.and_then(|(_, flag)| flag).unwrap_or_default();
        let mut sites: Vec<Site> = Vec::new();
        for value in self.tables(root, "site") {
            let Some(table) = value.get_ref().as_table() else { continue };
            let Some(site) = self.site(table, value.span().start) else { continue };
            if sites.iter().any(|known| known.code == site.code) {
                let at = table.get("code").map_or(value.span().start, |code| code.span().start);
                self.tell(
                    at,
                    format!("the site {} is there twice", site.code),
                    "put all its kiosks under the first one",
                );
            }
            sites.push(site);
        }
        let breaks = self.tables(root, "break").into_iter().filter_map(|value| self.new_series(value)).collect();
        Some(Kiosks { is_simulated, sites, breaks })
    }

    fn new_series(&mut self, value: &Value<'_>) -> Option<Break> {
        let table = value.get_ref().as_table()?;
        self.knows(table, &BREAK, "[[break]]", value.span().start);
        let [month, indicator, why] = ["month", "indicator", "why"].map(|key| self.text(table, &BREAK, key));
        why?;
        Some(Break { month: month?.parse().ok()?, indicator: indicator? })
    }

    fn site(&mut self, table: &DeTable<'_>, at: usize) -> Option<Site> {
        self.knows(table, &SITE, "[[site]]", at);
        let [code, name, commune] = ["code", "name", "commune"].map(|key| self.text(table, &SITE, key));
        let (code, name, commune) = (code?, name?, commune?);
        let mut kiosks: Vec<Kiosk> = Vec::new();
        for value in self.tables(table, "kiosk") {
            let Some(table) = value.get_ref().as_table() else { continue };
            let at = value.span().start;
            let Some(kiosk) = self.kiosk(table, at) else { continue };
            let at_of = |key: &str| table.get(key).map_or(at, |value| value.span().start);
            if kiosks.iter().any(|known| known.number == kiosk.number) {
                let what = format!("the kiosk {} of {code} is there twice", kiosk.number);
                self.tell(at_of("number"), what, "give each kiosk of a site a number of its own");
            }
            let whose = format!("kiosk {} of {code}", kiosk.number);
            if let Some(other) = self.keys.insert(kiosk.key.clone(), whose) {
                let what = format!("this is the key of {other}");
                self.tell(
                    at_of("key"),
                    what,
                    "each kiosk has a key of its own: run `kiosk indicators enrol` on this one",
                );
            }
            kiosks.push(kiosk);
        }
        Some(Site { code, name, commune, kiosks })
    }

    fn kiosk(&mut self, table: &DeTable<'_>, at: usize) -> Option<Kiosk> {
        self.knows(table, &KIOSK, "an entry of `kiosk`", at);
        let number = self.number(table);
        let [key, from, to] = ["key", "from", "to"].map(|key| self.text(table, &KIOSK, key));
        let month = |text: String| text.parse::<Month>().ok();
        let (from, to) = (month(from?)?, to.and_then(month));
        if let Some(value) = table.get("to")
            && to.is_some_and(|to| to < from)
        {
            self.tell(value.span().start, "the last month is before the first one", "write a later month, or none");
        }
        let key_at = table.get("key").map_or(at, |value| value.span().start);
        let key_line = self.lines.partition_point(|begin| *begin <= key_at);
        Some(Kiosk { number: number?, key: key?, key_line, from, to })
    }

    /// The tables of a list of them; tells what else stands there.
    fn tables<'t>(&mut self, table: &'t DeTable<'_>, key: &str) -> Vec<&'t Value<'t>> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let list = value.get_ref().as_array().map(|list| list.iter().collect::<Vec<_>>()).unwrap_or_default();
        if list.is_empty() || list.iter().any(|value| !value.get_ref().is_table()) {
            let header = if key == "kiosk" { "[[site.kiosk]]".to_owned() } else { format!("[[{key}]]") };
            self.tell(
                value.span().start,
                format!("`{key}` is not a list of tables"),
                format!("write {header} on a line"),
            );
        }
        list
    }

    /// Tells keys that do not exist, and those that are missing; one that is only written with a slip is told once.
    fn knows(&mut self, table: &DeTable<'_>, form: &Form, what: &str, at: usize) {
        let mut meant = BTreeSet::new();
        for name in table.keys().filter(|name| !form.names().any(|known| known == &**name.get_ref())) {
            let mend = match nearest(name.get_ref(), form.names()) {
                Some(known) => {
                    meant.insert(known);
                    format!("write `{known}`, or delete it")
                }
                None => format!("delete it, or write one of {}", form.names().collect::<Vec<_>>().join(", ")),
            };
            self.tell(name.span().start, format!("`{}` means nothing in {what}", short(name.get_ref())), mend);
        }
        let missing = form.keys.iter().filter(|key| key.is_needed && !table.contains_key(key.name));
        for key in missing.filter(|key| !meant.contains(key.name)) {
            self.tell(at, format!("`{}` is missing in {what}", key.name), format!("add it: {}", key.about));
        }
    }

    /// A text of the form of its key. One that is missing was told already, where it must be there.
    fn text(&mut self, table: &DeTable<'_>, form: &Form, key: &str) -> Option<String> {
        let value = table.get(key)?;
        let kind = form.keys.iter().find(|known| known.name == key).map(|known| known.kind)?;
        let Some(text) = value.get_ref().as_str() else {
            self.tell(value.span().start, format!("`{key}` is not a text"), format!("write `{key} = \"…\"`"));
            return None;
        };
        let fits = match key {
            "code" => {
                (1..=32).contains(&text.len())
                    && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
            }
            "key" => is_public_key(text),
            "indicator" => counts::count(text).is_some(),
            "from" | "to" | "month" => matches!(text.parse(), Ok(Month::Of { .. })),
            _ => !text.trim().is_empty() && !text.chars().any(char::is_control),
        };
        if !fits {
            let example = if let Kind::Like(_, example) = kind { example } else { "Sésame" };
            let mend = match key {
                "key" => "copy the line anew that `kiosk indicators enrol` writes at this kiosk: a key begins with RW and has \
                          56 signs"
                    .to_owned(),
                "indicator" => "write the code of a count, as the column INDICATOR of the figures has it: \"CHECK_LEVEL\""
                    .to_owned(),
                _ => format!("write it like \"{example}\""),
            };
            self.tell(value.span().start, format!("`{key}` cannot be '{}'", short(text)), mend);
        }
        fits.then(|| text.to_owned())
    }

    fn number(&mut self, table: &DeTable<'_>) -> Option<u32> {
        let value = table.get("number")?;
        let number = value.get_ref().as_integer();
        let number = number.and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok());
        let number = number.filter(|number| (1..=9999).contains(number));
        if number.is_none() {
            self.tell(value.span().start, "this is not a number from 1 to 9999", "write it like `number = 1`");
        }
        number
    }
}

/// Whether a text looks like a public key of minisign: two letters that say so, eight bytes and thirty-two in base64.
fn is_public_key(text: &str) -> bool {
    text.len() == 56
        && text.starts_with("RW")
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const GOOD: &str = r#"
[[site]]
code = "BIB21004A"
name = "Sésame"
commune = "Schaerbeek"
[[site.kiosk]]
number = 1
key = "RWQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
from = "2026-11"
[[site.kiosk]]
number = 2
key = "RWQBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
from = "2026-11"
to = "2027-03"
"#;

    fn month(text: &str) -> Month {
        text.parse().expect("a month")
    }

    #[test]
    fn a_new_series_is_of_a_count_that_is_published() {
        let with = |entry: &str| Kiosks::read("kiosks.toml", &format!("{GOOD}[[break]]\n{entry}"));
        let entry = "month = \"2027-01\"\nindicator = \"DAYPART\"\nwhy = \"Evenings begin at six.\"\n";
        let kiosks = with(entry).expect("read");
        let in_months = |months: &[Month]| kiosks.breaks_in(months).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(in_months(&[month("2027-01"), month("2027-02")]), ["DAYPART"]);
        assert!(in_months(&[month("2026-12")]).is_empty());
        for (from, to) in [("DAYPART", "DAYTIME"), ("2027-01", "unsure"), ("why", "because"), ("Evenings", "\\u0000")] {
            assert!(entry.contains(from) && with(&entry.replacen(from, to, 1)).is_err(), "{to}");
        }
    }

    #[test]
    fn the_list_says_which_kiosk_is_expected_when() {
        let kiosks = Kiosks::read("kiosks.toml", GOOD).expect("a good list");
        assert!(!kiosks.is_simulated);
        let expected = |text: &str| kiosks.expected(month(text)).map(|(_, kiosk)| kiosk.number).collect::<Vec<_>>();
        assert_eq!(expected("2026-10"), [] as [u32; 0]);
        assert_eq!(expected("2026-11"), [1, 2]);
        assert_eq!(expected("2027-03"), [1, 2]);
        assert_eq!(expected("2027-04"), [1]);
        assert_eq!(kiosks.kiosk("BIB21004A", 2).map(|kiosk| kiosk.to), Some(Some(month("2027-03"))));
        assert_eq!(kiosks.kiosk("BIB21004A", 2).map(|kiosk| kiosk.key_line), Some(12));
        assert_eq!(kiosks.kiosk("BIB21004A", 3), None);
        assert_eq!(kiosks.kiosk("BIB21004B", 1), None);
        assert!(Kiosks::read("kiosks.toml", &format!("simulated = true\n{GOOD}")).expect("good").is_simulated);
    }

    #[test]
    fn every_fault_is_told_with_its_place() {
        for (from, to, wanted) in [
            ("name = \"Sésame\"", "", "k.toml:2:1: kiosks: `name` is missing in [[site]]: add it: what people call it"),
            ("name =", "nmae =", "k.toml:4:1: kiosks: `nmae` means nothing in [[site]]: write `name`, or delete it"),
            ("\"BIB21004A\"", "\"_T\"", "k.toml:3:8: kiosks: `code` cannot be '_T': write it like \"BIB21004A\""),
            (
                "number = 2",
                "number = 1",
                "k.toml:11:10: kiosks: the kiosk 1 of BIB21004A is there twice: give each kiosk of a site a number of its own",
            ),
            (
                "number = 2",
                "number = 0",
                "k.toml:11:10: kiosks: this is not a number from 1 to 9999: write it like `number = 1`",
            ),
            (
                "RWQB",
                "RWQA",
                "k.toml:12:7: kiosks: this is the key of kiosk 1 of BIB21004A: each kiosk has a key of its own: run `kiosk indicators enrol` on this one",
            ),
            (
                "2027-03",
                "2026-10",
                "k.toml:14:6: kiosks: the last month is before the first one: write a later month, or none",
            ),
            (
                "RWQAAA",
                "RWQAA",
                "k.toml:8:7: kiosks: `key` cannot be 'RWQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA': copy the line anew that `kiosk indicators enrol` writes at this kiosk: a key begins with RW and has 56 signs",
            ),
            (
                "[[site]]",
                "[[sites]]",
                "k.toml:2:3: kiosks: `sites` means nothing in this file: write `site`, or delete it",
            ),
            ("2027-03", "2027-13", "k.toml:14:6: kiosks: `to` cannot be '2027-13': write it like \"2026-11\""),
            ("\"2027-03\"", "unsure", "k.toml:14:6: kiosks: "),
            ("[[site.kiosk]]\nnumber = 1", "number = 1", "k.toml:6:1: kiosks: `number` means nothing in [[site]]: "),
        ] {
            assert!(GOOD.contains(from), "{from}");
            let faults = Kiosks::read("k.toml", &GOOD.replacen(from, to, 1)).expect_err("it is wrong on purpose");
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            assert!(faults.iter().any(|fault| fault.starts_with(wanted)), "{faults:#?}\n{wanted}");
        }
        let slip = Kiosks::read("k.toml", &GOOD.replacen("name =", "nmae =", 1)).expect_err("a slip");
        assert_eq!(slip.len(), 1, "a slip is one fault: {slip:?}");
        let twice = format!("{GOOD}{}", GOOD.replace("RWQ", "RWR"));
        let faults = Kiosks::read("k.toml", &twice).expect_err("a site is there twice");
        assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [17], "{faults:?}");
        for text in ["", "site = 1", "site = []", "[[site]]", "[site]", "simulated = 1"] {
            Kiosks::read("k.toml", text).expect_err(text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_a_list_or_its_faults_have_places_in_it(cut in 0..GOOD.len(), put in "[\\[\\]\"=a-z0-9 \n.{}é]{0,12}") {
            let at = (0..=cut).rev().find(|at| GOOD.is_char_boundary(*at)).unwrap_or_default();
            let text = format!("{}{put}{}", &GOOD[..at], &GOOD[at..]);
            if let Err(faults) = Kiosks::read("k.toml", &text) {
                let lines: Vec<&str> = text.split('\n').collect();
                prop_assert!(!faults.is_empty());
                for fault in faults {
                    prop_assert!((1..=lines.len()).contains(&fault.line), "{}", fault);
                    prop_assert!((1..=lines[fault.line - 1].chars().count() + 1).contains(&fault.column), "{}", fault);
                }
            }
        }
    }
}
