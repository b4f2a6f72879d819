//! `kiosk doctor`: is everything here that a kiosk needs? One line each, with the mend.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, access, statvfs};

use super::{CommandError, Outcome, PlaceArgs, answer};
use crate::app::Settings;
use crate::base::{Date, Size, Today};
use crate::i18n::Texts;
use crate::shell::closing::{self, ClosingError};
use crate::shell::sealing::KioskKey;
use crate::shell::{self, Opened, Places, Traits};
use crate::usage::counters::Month;
use crate::usage::store::{self, Counts};

/// Look whether this machine has what a kiosk needs, and tell what to mend.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  kiosk doctor --content content\n\nExit codes: 0 all is well, 1 something is to be mended."
)]
pub struct Args {
    #[command(flatten)]
    places: PlaceArgs,
}

/// What was looked at, and how it is. What is wrong comes with its mend.
struct Line {
    about: &'static str,
    found: Result<String, String>,
}

impl Line {
    fn new(about: &'static str, found: Result<String, String>) -> Line {
        Line { about, found }
    }

    fn written(&self) -> String {
        let (sign, words) = match &self.found {
            Ok(words) => ("ok  ", words),
            Err(words) => ("MEND", words),
        };
        format!("{sign}  {:<10}{words}\n", self.about)
    }
}

/// A month of counters and the log of one transaction take a tenth of this. Bytes.
const ROOM_MIN: u64 = 4 * 1024 * 1024;

/// Looks at everything.
pub fn doctor(args: Args) -> Result<Outcome, CommandError> {
    let places = Places::of(&args.places.options());
    let mut lines = terminal();
    lines.push(Line::new("letters", letters()));
    lines.push(Line::new("content", content_of(&places)));
    let (read, settings, are_settings_fine) = languages_and_settings(&places);
    lines.extend(read);
    lines.push(Line::new("state", state_folder(&places.state)));
    let counts = store::read(&places.state);
    lines.push(Line::new("clock", clock(counts.as_ref().ok().and_then(Option::as_ref))));
    lines.push(Line::new("enrolment", enrolment(&places.state, &settings, are_settings_fine)));
    lines.push(Line::new("months", months(&places.state, &settings, counts.as_ref().ok().and_then(Option::as_ref))));
    lines.push(Line::new("counts", counts.map_err(|error| error.to_string()).map(|counts| counted(counts.as_ref()))));
    answer::write(&lines.iter().map(Line::written).collect::<String>())?;
    if lines.iter().all(|line| line.found.is_ok()) { Ok(Outcome::Fine) } else { Ok(Outcome::NotFine) }
}

fn terminal() -> Vec<Line> {
    let name = std::env::var("TERM").unwrap_or_default();
    let traits = match Traits::of_this_terminal() {
        Ok(traits) => traits,
        Err(error) => return vec![Line::new("terminal", Err(error.to_string()))],
    };
    let size = shell::screen_size();
    let shown = format!("{} by {}", size.width, size.height);
    let (width, height) = (Size::MIN.width, Size::MIN.height);
    let size = match size.is_usable() {
        true => Ok(shown),
        false => {
            Err(format!("{shown} is too small: choose a smaller font or a window of at least {width} by {height}"))
        }
    };
    let colours = match traits.colours {
        true => "yes",
        false => "no: bold, underlined and reversed text instead (NO_COLOR or TERM says so)",
    };
    vec![Line::new("terminal", Ok(name)), Line::new("size", size), Line::new("colours", Ok(colours.to_owned()))]
}

/// Whether the locale of the system says that letters are UTF-8.
fn letters() -> Result<String, String> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG")).unwrap_or_default();
    let plain = locale.to_ascii_lowercase().replace('-', "");
    match plain.contains("utf8") {
        true => Ok(locale),
        false if locale.is_empty() => Err("the system names no locale: set LANG=C.UTF-8".to_owned()),
        false => Err(format!("the locale '{locale}' is not UTF-8: set LANG=C.UTF-8")),
    }
}

fn content_of(places: &Places) -> Result<String, String> {
    let Opened { library, told, faults, .. } = shell::open_content(places).map_err(|error| error.to_string())?;
    let shown = places.content.display();
    match (library.numbers().services, faults.first()) {
        (_, Some(fault)) => Err(format!("{told}; {fault}")),
        (0, None) => {
            Err(format!("no service in '{shown}': run `kiosk check {shown}`, or name a folder or pack with --content"))
        }
        (_, None) => Ok(told),
    }
}

/// The settings can be read only where the languages can: they name some. Says whether the settings have no fault.
fn languages_and_settings(places: &Places) -> (Vec<Line>, Settings, bool) {
    let texts = shell::languages(places.locales.as_deref()).and_then(|(locales, findings)| {
        let texts = Texts::new(locales)?;
        Ok((texts, findings))
    });
    let (texts, findings) = match texts {
        Ok(read) => read,
        Err(error) => return (vec![Line::new("languages", Err(error.to_string()))], Settings::default(), false),
    };
    let known = texts.tags();
    let names = known.iter().map(|lang| lang.as_str()).collect::<Vec<_>>().join(", ");
    let languages = match findings.first() {
        None => Ok(names),
        Some(finding) => Err(finding.to_string()),
    };
    let mut lines = vec![Line::new("languages", languages)];
    match shell::settings(places, &known) {
        Ok((settings, faults)) if faults.is_empty() => {
            let known = if places.config.exists() { "read" } else { "none: the usual values hold" };
            lines.push(Line::new("settings", Ok(format!("{known} ('{}')", places.config.display()))));
            (lines, settings, true)
        }
        Ok((settings, faults)) => {
            lines.extend(faults.iter().map(|fault| Line::new("settings", Err(fault.to_string()))));
            (lines, settings, false)
        }
        Err(error) => {
            lines.push(Line::new("settings", Err(error.to_string())));
            (lines, Settings::default(), false)
        }
    }
}

/// Whether this kiosk can send its months. One that nobody waits for needs nothing.
fn enrolment(state: &Path, settings: &Settings, are_settings_fine: bool) -> Result<String, String> {
    let key = KioskKey::existing(state).map_err(|error| error.to_string())?;
    let sealed_for = closing::sealed_for(state).map_err(|error| error.to_string())?;
    match (&settings.coordinator, key) {
        // A coordinator that cannot be read is not none.
        (None, _) if !are_settings_fine => {
            Err("nobody can be told to be the coordinator while the settings have a fault: mend that first".to_owned())
        }
        (None, None) => Ok("none: no coordinator is set, months stay on this kiosk".to_owned()),
        (None, Some(_)) => Ok("the key is there; no coordinator is set, months stay on this kiosk".to_owned()),
        (Some(_), _) if settings.site.code.is_empty() => Err(ClosingError::NoSite.to_string()),
        (Some(_), None) => Err(ClosingError::NoKey.to_string()),
        (Some(coordinator), Some(_)) => match sealed_for.filter(|before| before != coordinator) {
            None => Ok("the key and the coordinator are there".to_owned()),
            Some(before) => Err(format!(
                "the months that are closed were sealed for another coordinator, {before}, who alone can open them: \
                 correct `coordinator` under [usage] in kiosk.toml, or, if it changed, hand them to that one"
            )),
        },
    }
}

/// The newest month that is closed. Where a coordinator waits, one that is over must be.
fn months(state: &Path, settings: &Settings, counts: Option<&Counts>) -> Result<String, String> {
    let newest = closing::newest_sealed(state).map_err(|error| error.to_string())?;
    let closed = newest.as_ref().map(|(month, _)| *month);
    let day: Option<Date> = counts.and_then(|counts| counts.days.last()).and_then(|total| total.day.parse().ok());
    let over = counts.into_iter().flat_map(|counts| &counts.counts).filter_map(|row| row.month.parse().ok());
    let over = over.filter(|month| day.is_some_and(|day| *month < Month::of(day))).max();
    match newest {
        _ if settings.coordinator.is_some() && over > closed => Err(format!(
            "{} is over and not closed: run `kiosk indicators close` as the user of the kiosk",
            over.map(|month| month.to_string()).unwrap_or_default()
        )),
        Some((month, path)) => Ok(format!("closed up to {month} ('{}')", path.display())),
        None => Ok("none is closed".to_owned()),
    }
}

/// What the kiosk may believe of today's date, and why not.
fn clock(counts: Option<&Counts>) -> Result<String, String> {
    let newest: Option<Date> = counts.and_then(|counts| counts.days.last()).and_then(|total| total.day.parse().ok());
    match shell::today(newest) {
        Today::Sure(date) => Ok(date.to_string()),
        Today::Unsure if shell::is_clock_doubted() => {
            Err("the clock stands before a time that this machine knew: set it in the maintenance menu".to_owned())
        }
        Today::Unsure => Err(match newest.max(shell::build_date()) {
            known if known == newest => format!(
                "the date is before {}, the newest day that was counted, or years after it: set it with `timedatectl set-time`; \
                 if that day has not come yet, run `kiosk indicators forget-days`",
                written(known)
            ),
            known => format!(
                "the date is before the making of this program, {}, or years after it: set it with `timedatectl set-time`",
                written(known)
            ),
        }),
    }
}

fn written(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// How many months are counted, and whether some visits could not be given to one.
fn counted(counts: Option<&Counts>) -> String {
    let rows = counts.map(|counts| counts.counts.as_slice()).unwrap_or_default();
    let months =
        rows.chunk_by(|one, other| one.month == other.month).filter(|month| month[0].month != "unsure").count();
    let unsure: u32 = rows
        .iter()
        .filter(|row| row.month == "unsure" && row.table == "sess" && row.cell == "all")
        .map(|row| row.n)
        .sum();
    match (months, unsure) {
        (0, 0) => "nothing yet".to_owned(),
        (months, 0) => format!("months: {months}"),
        (months, unsure) => format!("months: {months}; visits at a time when the date was not sure: {unsure}"),
    }
}

/// The folder itself, or where it will be made.
fn state_folder(folder: &Path) -> Result<String, String> {
    let shown = folder.display();
    let Ok(about) = fs::metadata(folder) else {
        // A name alone is one in the folder in which this is called.
        let here = |above: &Path| if above.as_os_str().is_empty() { PathBuf::from(".") } else { above.to_owned() };
        return match folder.ancestors().skip(1).map(here).find(|above| above.exists()) {
            Some(above) if above.is_dir() && access(&above, Access::WRITE_OK).is_ok() => {
                Ok(format!("'{shown}' will be made when needed"))
            }
            _ => Err(format!("'{shown}' cannot be made here: name another folder with --state DIR")),
        };
    };
    if !about.is_dir() {
        return Err(format!("'{shown}' is not a folder: name another one with --state DIR"));
    }
    if access(folder, Access::WRITE_OK).is_err() {
        return Err(format!("'{shown}' cannot be written: give it to the user of the kiosk with `chown`"));
    }
    if about.permissions().mode() & 0o077 != 0 {
        return Err(format!("others may look into '{shown}': run `chmod 700 {shown}`"));
    }
    match statvfs(folder).map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize)) {
        Ok(free) => room(folder, free),
        Err(_) => Ok(format!("'{shown}'")),
    }
}

/// Whether counts still fit beside what is there. `free`: bytes.
fn room(folder: &Path, free: u64) -> Result<String, String> {
    let shown = folder.display();
    match free {
        ..ROOM_MIN => {
            Err(format!("the disk of '{shown}' is full: see with `df {shown}` what else is on it, and delete that"))
        }
        _ => Ok(format!("'{shown}'")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_that_is_full_is_told_before_counts_are_lost() {
        let folder = Path::new("/var/lib/kiosk");
        assert_eq!(room(folder, ROOM_MIN), Ok("'/var/lib/kiosk'".to_owned()));
        let told = room(folder, ROOM_MIN - 1).expect_err("full");
        assert!(told.contains("is full") && told.contains("df /var/lib/kiosk"), "{told}");
    }
}
