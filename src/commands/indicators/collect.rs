//! `kiosk indicators collect`: month files of many kiosks into the coordinator's database.

mod find;

use std::cell::RefCell;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use super::kiosk_list;
use crate::commands::{CommandError, Outcome, answer};
use crate::indicators::collected::{Collected, Refusal, Taken};
use crate::indicators::kiosks::Kiosks;
use crate::indicators::month::{MonthFile, MonthFileError};
use crate::shell;
use crate::shell::sealing::{self, Identity, Unsealed};

/// No month of a kiosk is larger, in bytes.
const FILE_MAX: u64 = 8_000_000;
/// So many files are opened in one go, on all cores.
const TOGETHER: usize = 32;

/// Put month files of kiosks into a database, from which figures are published. Their order does not matter, and a file
/// that is there already changes nothing.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk indicators collect /media/stick --kiosks kiosks.toml \
                  --identity coordinator.key --into collected.db\n\n\
                  A file is refused that was changed, that no kiosk of the list has signed, or that says something else\n\
                  than a file of the same kiosk and month before. The others are taken.\n\
                  Exit codes: 0 all are there, 1 a file was refused, 2 there is no file, or something cannot be read.")]
pub struct Args {
    /// Month files, or folders: then all files that end in .kmonth, in them and in their folders, up to 8 deep. Hidden files
    /// and folders are passed over
    #[arg(required = true, value_name = "FILE|DIR")]
    files: Vec<PathBuf>,
    /// The list of sites and kiosks, each with its public key
    #[arg(long, value_name = "FILE")]
    kiosks: PathBuf,
    /// The coordinator's identity, as `kiosk indicators keygen` makes it
    #[arg(long, value_name = "FILE")]
    identity: PathBuf,
    /// The database; made where there is none
    #[arg(long, value_name = "DB")]
    into: PathBuf,
}

/// Why a file is refused.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("it cannot be read ({0}): check the file and its rights")]
    Unreadable(#[from] io::Error),
    #[error(transparent)]
    Unsealed(#[from] Unsealed),
    #[error(
        "{fault}; where this is so for all files of this kiosk, its key in '{}', line {line}, may have a slip: compare it with \
         the line that `kiosk indicators enrol` writes there",
        list.display()
    )]
    NotVerified { fault: Unsealed, list: PathBuf, line: usize },
    #[error("{0}: ask the site for the file that its kiosk has sealed")]
    Month(#[from] MonthFileError),
    #[error("there is no kiosk {1} of {0} in the list of kiosks: enrol it there, if you know whose it is")]
    Foreign(String, u32),
    #[error(
        "the list of kiosks does not expect {2} of kiosk {1} of {0}: correct `from` and `to` there, or ask its site"
    )]
    NotExpected(String, u32, String),
    #[error(transparent)]
    NotTaken(#[from] Refusal),
}

/// What became of the files.
#[derive(Default)]
struct Report {
    new: usize,
    already_there: usize,
    late: usize,
    refused: usize,
    /// A line for each file that is late or refused.
    lines: String,
}

/// What the coordinator holds files against.
struct Coordinator<'a> {
    identity: Identity,
    kiosks: Kiosks,
    /// The file in which the kiosks stand.
    list: &'a Path,
}

/// Collects month files.
pub fn collect(args: &Args) -> Result<Outcome, CommandError> {
    let kiosks = kiosk_list::read(&args.kiosks)?;
    let coordinator = Coordinator { identity: Identity::read(&args.identity)?, kiosks, list: &args.kiosks };
    let paths = find::month_files(&args.files)?;
    let report = RefCell::new(Report::default());
    let examined = paths.chunks(TOGETHER).flat_map(|paths| examine_all(paths, &coordinator));
    let signed = examined.filter_map(|(path, examined)| match examined {
        Ok(file) => Some((path, file)),
        Err(refused) => {
            report.borrow_mut().refuse(path, &refused);
            None
        }
    });
    let mut collected = Collected::open(&args.into)?;
    collected.take(signed, |path, taken| report.borrow_mut().take(path, taken))?;
    let Report { new, already_there, late, refused, lines } = report.into_inner();
    answer::write(&format!("{lines}New: {new}. Already there: {already_there}. Late: {late}. Refused: {refused}.\n"))?;
    Ok(if refused > 0 { Outcome::NotFine } else { Outcome::Fine })
}

impl Report {
    fn refuse(&mut self, path: &Path, refused: &Refused) {
        self.refused += 1;
        // Writing into a String cannot fail.
        let _ = writeln!(self.lines, "{}: refused: {refused}", path.display());
    }

    fn take(&mut self, path: &Path, taken: Taken) {
        match taken {
            Taken::New => self.new += 1,
            Taken::AlreadyThere => self.already_there += 1,
            Taken::Late => {
                self.late += 1;
                let why = "late: its month was published without it, so only the number of its visits is kept";
                let _ = writeln!(self.lines, "{}: {why}", path.display());
            }
            Taken::Refused(refusal) => self.refuse(path, &refusal.into()),
        }
    }
}

type Examined<'p> = (&'p Path, Result<MonthFile, Refused>);

/// Opens files on all cores and verifies who signed them. They come back in their order.
fn examine_all<'p>(paths: &'p [PathBuf], coordinator: &Coordinator) -> Vec<Examined<'p>> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let one = |path: &'p PathBuf| (path.as_path(), examine(path, coordinator));
    thread::scope(|scope| {
        let shares = paths.chunks(paths.len().div_ceil(cores).max(1));
        let hands: Vec<_> =
            shares.map(|share| scope.spawn(move || share.iter().map(one).collect::<Vec<_>>())).collect();
        let all = hands.into_iter().map(|hand| hand.join().unwrap_or_else(|bug| std::panic::resume_unwind(bug)));
        all.flatten().collect()
    })
}

/// Opens a file, and verifies that the kiosk has signed it that it speaks of.
fn examine(path: &Path, Coordinator { identity, kiosks, list }: &Coordinator) -> Result<MonthFile, Refused> {
    let opened = sealing::open(&shell::read_small_bytes(path, FILE_MAX)?, identity)?;
    let file = MonthFile::read(&opened.plaintext)?;
    // Until the signature is verified, this is only what somebody says.
    let foreign = || Refused::Foreign(file.site.chars().take(40).collect(), file.kiosk);
    let kiosk = kiosks.kiosk(&file.site, file.kiosk).ok_or_else(foreign)?;
    sealing::verify(&opened.plaintext, &opened.signature, &kiosk.key).map_err(|fault| Refused::NotVerified {
        fault,
        list: list.to_path_buf(),
        line: kiosk.key_line,
    })?;
    match (file.simulated, kiosks.is_simulated) {
        (true, false) => return Err(Refusal::SimulatedAmongReal.into()),
        (false, true) => return Err(Refusal::RealAmongSimulated.into()),
        _ => {}
    }
    match file.month.parse() {
        Ok(month) if kiosk.is_expected(month) => Ok(file),
        _ => Err(Refused::NotExpected(file.site, file.kiosk, file.month)),
    }
}
