//! Signatures of packs, in the format of minisign: the standard tool verifies ours, and we verify its own.
//!
//! A signature stands beside the pack: `NAME.kpack.minisig`. Whom a kiosk trusts stands in a folder of public keys.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use minisign::{KeyPair, PublicKey, PublicKeyBox, SecretKeyBox, SignatureBox};

use super::text_file::{self, FileError};

/// No key and no signature is longer.
const FILE_MAX: u64 = 4096;
/// The length of the last line of a signature: 64 bytes in base64. The crate takes it for granted.
const LAST_LINE: usize = 88;

/// Why something cannot be signed or is not trusted.
#[derive(Debug, thiserror::Error)]
pub enum SigningError {
    /// A file cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// There is a key of that name.
    #[error("'{}' is there already: choose another name, a key is never written over", .0.display())]
    Exists(PathBuf),
    /// A file is no key.
    #[error("'{}' is not a key of minisign: make one with `kiosk pack keygen`", .0.display())]
    NotAKey(PathBuf),
    /// No key can be made.
    #[error("cannot make a key ({0}): try again, in a terminal")]
    Keygen(String),
    /// The secret key cannot be used.
    #[error("cannot use the secret key '{}' ({reason}): type its password again, in a terminal, or use another key", path.display())]
    SecretKey {
        /// The file.
        path: PathBuf,
        /// What the crate says.
        reason: String,
    },
    /// Somebody wants to sign with what only verifies.
    #[error("'{}' is a public key: sign with the secret key, the file that ends in .key", .0.display())]
    PublicKey(PathBuf),
    /// The signature was named instead of the pack.
    #[error("'{}' is a signature: name the pack beside it, without .minisig", .0.display())]
    IsSignature(PathBuf),
    /// A key was named instead of the folder that holds it.
    #[error("'{}' is not a folder: name the folder that holds the public keys", .0.display())]
    KeysNotAFolder(PathBuf),
    /// Nobody signed the pack.
    #[error("there is no signature '{}': bring it with the pack, or make one with `kiosk pack sign`", .0.display())]
    Unsigned(PathBuf),
    /// The file beside the pack is no signature.
    #[error("'{}' is not a signature of minisign: copy it anew, or sign the pack again", .0.display())]
    NotASignature(PathBuf),
    /// No key is trusted.
    #[error("no trusted key in '{}': put the public key of your content there, such as name.pub", .0.display())]
    NoKeys(PathBuf),
    /// None of the trusted keys made the signature.
    #[error("the key that signed '{}' is not trusted: add its public key to '{}' if you know whose it is", pack.display(), keys.display())]
    Untrusted {
        /// The pack.
        pack: PathBuf,
        /// The folder of trusted keys.
        keys: PathBuf,
    },
    /// The signature is of other bytes.
    #[error("the signature of '{}' does not fit it: copy both files anew, or sign the pack again", .0.display())]
    Wrong(PathBuf),
}

impl SigningError {
    /// Whether the pack is at fault, and not a path or the machine.
    pub fn is_refusal(&self) -> bool {
        use SigningError::{NoKeys, NotASignature, Unsigned, Untrusted, Wrong};
        matches!(self, Unsigned(_) | NotASignature(_) | NoKeys(_) | Untrusted { .. } | Wrong(_))
    }
}

/// A key whose packs are trusted.
pub struct TrustedKey {
    /// Its name: that of its file without `.pub`.
    pub name: String,
    key: PublicKey,
}

/// Where the signature of a pack stands.
pub fn signature_of(pack: &Path) -> PathBuf {
    let mut path = pack.as_os_str().to_owned();
    path.push(".minisig");
    PathBuf::from(path)
}

/// Reads the public keys of a folder, in the order of their names.
pub fn trusted_keys(folder: &Path) -> Result<Vec<TrustedKey>, SigningError> {
    let unreadable = |error| FileError::unreadable(folder)(error);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(SigningError::NoKeys(folder.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(SigningError::KeysNotAFolder(folder.to_owned()));
        }
        Err(error) => return Err(unreadable(error).into()),
    };
    let paths: io::Result<Vec<PathBuf>> = entries.map(|entry| Ok(entry?.path())).collect();
    let mut paths = paths.map_err(unreadable)?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "pub"));
    paths.sort();
    if paths.is_empty() {
        return Err(SigningError::NoKeys(folder.to_owned()));
    }
    paths.iter().map(|path| trusted_key(path)).collect()
}

fn trusted_key(path: &Path) -> Result<TrustedKey, SigningError> {
    let not_a_key = |_| SigningError::NotAKey(path.to_owned());
    let text = text(path, SigningError::NotAKey)?;
    let key = PublicKeyBox::from_string(&text).and_then(PublicKeyBox::into_public_key).map_err(not_a_key)?;
    let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(TrustedKey { name, key })
}

/// Reads a key or a signature; says what a file is not that holds anything else.
fn text(path: &Path, not_one: fn(PathBuf) -> SigningError) -> Result<String, SigningError> {
    text_file::read(path, FILE_MAX).map_err(|error| match text_file::is_other(&error) {
        true => not_one(path.to_owned()),
        false => FileError::unreadable(path)(error).into(),
    })
}

/// That there is a file of this name.
fn is_there(path: &Path) -> Result<(), SigningError> {
    match fs::metadata(path).map_err(FileError::unreadable(path))?.is_file() {
        true => Ok(()),
        false => Err(FileError::unreadable(path)(io::Error::other("it is not a file")).into()),
    }
}

/// The signature that stands beside a pack, as text.
pub fn read_signature(pack: &Path) -> Result<String, SigningError> {
    let path = signature_of(pack);
    match text(&path, SigningError::NotASignature) {
        Err(SigningError::File(FileError::Unreadable { error, .. })) if error.kind() == io::ErrorKind::NotFound => {
            // A wrong path has no signature either, but then the path is what to mend.
            is_there(pack)?;
            match pack.extension() {
                Some(ending) if ending == "minisig" => Err(SigningError::IsSignature(pack.to_owned())),
                _ => Err(SigningError::Unsigned(path)),
            }
        }
        read => read,
    }
}

/// Whether one of the trusted keys of a folder signed the bytes of `copy`; its name. `pack` is what errors speak of.
pub fn verify(copy: &Path, signature: &str, pack: &Path, folder: &Path) -> Result<String, SigningError> {
    let read = signature_box(signature).ok_or_else(|| SigningError::NotASignature(signature_of(pack)))?;
    let keys = trusted_keys(folder)?;
    let untrusted = || SigningError::Untrusted { pack: pack.to_owned(), keys: folder.to_owned() };
    let key = keys.iter().find(|key| key.key.keynum() == read.keynum()).ok_or_else(untrusted)?;
    let file = File::open(copy).map_err(FileError::unreadable(copy))?;
    let verified = minisign::verify(&key.key, &read, file, true, false, false);
    verified.map(|()| key.name.clone()).map_err(|_| SigningError::Wrong(pack.to_owned()))
}

/// A signature of minisign, in its four lines; none where a text is anything else.
pub(super) fn signature_box(text: &str) -> Option<SignatureBox> {
    let is_whole = text.lines().nth(3).is_some_and(|line| line.trim().len() == LAST_LINE);
    SignatureBox::from_string(text).ok().filter(|read| is_whole && read.is_prehashed())
}

/// Makes a pair of keys: `NAME.pub` for everybody, `NAME.key` for its owner alone. With a password, it is asked for.
pub fn keygen(name: &Path, has_password: bool) -> Result<(PathBuf, PathBuf), SigningError> {
    let ending = |ending: &str| {
        let mut path = name.as_os_str().to_owned();
        path.push(ending);
        PathBuf::from(path)
    };
    let (public, secret) = (ending(".pub"), ending(".key"));
    for path in [&public, &secret] {
        if fs::symlink_metadata(path).is_ok() {
            return Err(SigningError::Exists(path.clone()));
        }
    }
    let pair = match has_password {
        true => KeyPair::generate_encrypted_keypair(None),
        false => KeyPair::generate_unencrypted_keypair(),
    };
    let boxes = pair.and_then(|pair| Ok((pair.pk.to_box()?, pair.sk.to_box(None)?)));
    let (open, closed) = boxes.map_err(|error| SigningError::Keygen(error.to_string()))?;
    for (path, text, mode) in [(&secret, closed.to_string(), 0o600), (&public, open.to_string(), 0o644)] {
        text_file::write_new(path, &text, mode).map_err(FileError::unwritable(path))?;
    }
    Ok((public, secret))
}

/// Signs a pack with a secret key. `comment` is signed too: `minisign -V` shows it. Returns where the signature stands.
pub fn sign(pack: &Path, key: &Path, comment: &str) -> Result<PathBuf, SigningError> {
    let fault = |reason: String| SigningError::SecretKey { path: key.to_owned(), reason };
    let written = text(key, SigningError::NotAKey)?;
    if PublicKeyBox::from_string(&written).and_then(PublicKeyBox::into_public_key).is_ok() {
        return Err(SigningError::PublicKey(key.to_owned()));
    }
    let closed = SecretKeyBox::from_string(&written).map_err(|error| fault(error.to_string()))?;
    let secret = match closed.clone().into_unencrypted_secret_key() {
        Ok(secret) => secret,
        // It may have a password, which the crate asks for.
        Err(_) => closed.into_secret_key(None).map_err(|error| fault(error.to_string()))?,
    };
    let file = File::open(pack).map_err(FileError::unreadable(pack))?;
    let signature =
        minisign::sign(None, &secret, file, Some(comment), None).map_err(|error| fault(error.to_string()))?;
    let path = signature_of(pack);
    let written = File::create(&path).and_then(|mut file| {
        file.write_all(signature.to_string().as_bytes())?;
        file.sync_all()
    });
    written.map_err(FileError::unwritable(&path))?;
    Ok(path)
}
