//! `kiosk pack keygen`, `sign` and `verify`: whose pack is it?

use std::path::PathBuf;

use super::KeyArgs;
use crate::commands::{CommandError, Outcome, answer};
use crate::content::pack::Pack;
use crate::shell;

/// Make a pair of keys: NAME.key signs packs, and kiosks that have NAME.pub trust them.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk pack keygen library\n\n\
                  Keep library.key to yourself; copy library.pub to /etc/kiosk/keys/ of each kiosk.")]
pub struct KeygenArgs {
    /// The name of both files, without their endings
    name: PathBuf,
    /// Protect the secret key by nothing but the rights of its file
    #[arg(long)]
    no_password: bool,
}

/// Sign a pack: the signature is NAME.kpack.minisig beside it, which `minisign -V` verifies too.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk pack sign brussels.kpack --key library.key")]
pub struct SignArgs {
    /// The pack
    pack: PathBuf,
    /// The secret key
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
}

/// Verify that a pack is whole and that somebody trusted signed it.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  kiosk pack verify brussels.kpack --keys /etc/kiosk/keys\n\n\
                  Exit codes: 0 it is, 1 it is not, 2 a file cannot be read.")]
pub struct VerifyArgs {
    /// The pack
    pack: PathBuf,
    #[command(flatten)]
    keys: KeyArgs,
}

/// Makes a pair of keys.
pub fn keygen(args: &KeygenArgs) -> Result<Outcome, CommandError> {
    let (public, secret) = shell::keygen(&args.name, !args.no_password)?;
    answer::write(&format!("{}: for every kiosk\n{}: keep it to yourself\n", public.display(), secret.display()))?;
    Ok(Outcome::Fine)
}

/// Signs a pack that is whole.
pub fn sign(args: &SignArgs) -> Result<Outcome, CommandError> {
    let pack = Pack::verify(&args.pack)?;
    let comment = format!("pack:{} version:{}", pack.about().name, pack.about().version);
    let signature = shell::sign(&args.pack, &args.key, &comment)?;
    answer::write(&format!("{}\n", signature.display()))?;
    Ok(Outcome::Fine)
}

/// Verifies a pack and its signature.
pub fn verify(args: &VerifyArgs) -> Result<Outcome, CommandError> {
    let signature = shell::read_signature(&args.pack)?;
    let key = shell::verify_signature(&args.pack, &signature, &args.pack, &args.keys.keys)?;
    let pack = Pack::verify(&args.pack)?;
    let about = pack.about();
    answer::write(&format!("{} version {}, signed by '{key}'\n", about.name, about.version))?;
    Ok(Outcome::Fine)
}
