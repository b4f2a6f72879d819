//! The key of a kiosk, which signs its months, and the identity of the coordinator, which opens them.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use age::secrecy::ExposeSecret as _;
use minisign::{KeyPair, PublicKey, SecretKey, SecretKeyBox};

use crate::shell::text_file::{self, FileError};

/// No key is longer.
const FILE_MAX: u64 = 4096;
/// In the state folder: for the kiosk alone, and for everybody.
const SECRET: &str = "kiosk.key";
const PUBLIC: &str = "kiosk.pub";

/// Why a key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// A file cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// There is a key of that name.
    #[error("'{}' is there already: choose another name, a key is never written over", .0.display())]
    Exists(PathBuf),
    /// The file is not the key of a kiosk.
    #[error("'{}' is not the secret key of a kiosk: bring it back from a copy, or delete it and enrol the kiosk anew", .0.display())]
    NotAKioskKey(PathBuf),
    /// Half of the pair is missing.
    #[error("'{}' is there, but the secret key beside it is gone: bring that back from a copy, or delete this file and enrol the kiosk anew", .0.display())]
    SecretGone(PathBuf),
    /// The file is no identity.
    #[error("'{}' is not an identity of age: make one with `kiosk indicators keygen`", .0.display())]
    NotAnIdentity(PathBuf),
    /// A text is no recipient.
    #[error("'{0}' is not a recipient of age: copy the line that begins with age1 from the coordinator")]
    NotARecipient(String),
    /// The machine cannot make keys or signatures.
    #[error("cannot sign or seal on this machine ({0}): try again")]
    Machine(String),
}

/// The beginning of a text, for an error.
pub(super) fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

/// Whether a text is a recipient of age: `age1…`.
pub fn is_recipient(text: &str) -> bool {
    text.parse::<age::x25519::Recipient>().is_ok()
}

/// The key with which a kiosk signs its months. It has no password: the rights of its file protect it.
pub struct KioskKey {
    secret: SecretKey,
}

impl KioskKey {
    /// That of a state folder; it is made the first time, and then it stays.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read or written, is something else, or only half of the pair is there.
    pub fn of(state: &Path) -> Result<KioskKey, KeyError> {
        let (secret, public) = (state.join(SECRET), state.join(PUBLIC));
        if let Some(key) = KioskKey::read(&secret)? {
            // The kiosk may have been stopped between the two, or before what is unfinished was taken away.
            text_file::take_unfinished_away(&secret).map_err(FileError::unwritable(&secret))?;
            key.place_public(&public)?;
            return Ok(key);
        }
        if fs::symlink_metadata(&public).is_ok() {
            return Err(KeyError::SecretGone(public));
        }
        DirBuilder::new().recursive(true).mode(0o700).create(state).map_err(FileError::unwritable(state))?;
        let key = KioskKey::make()?;
        let text = key.secret.to_box(None).map_err(|error| KeyError::Machine(error.to_string()))?.to_string();
        text_file::place(&secret, &text, 0o600).map_err(FileError::unwritable(&secret))?;
        // Another program may have made one at this moment: what stands there now is the key.
        let key = KioskKey::read(&secret)?.ok_or_else(|| KeyError::NotAKioskKey(secret.clone()))?;
        key.place_public(&public)?;
        Ok(key)
    }

    /// That of a state folder, if it was made.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read or is something else.
    pub fn existing(state: &Path) -> Result<Option<KioskKey>, KeyError> {
        KioskKey::read(&state.join(SECRET))
    }

    /// A new one that stands nowhere.
    ///
    /// # Errors
    ///
    /// Where the machine gives no random numbers.
    pub fn make() -> Result<KioskKey, KeyError> {
        let pair = KeyPair::generate_unencrypted_keypair().map_err(|error| KeyError::Machine(error.to_string()))?;
        Ok(KioskKey { secret: pair.sk })
    }

    fn read(path: &Path) -> Result<Option<KioskKey>, KeyError> {
        let text = match text_file::read(path, FILE_MAX) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) if text_file::is_other(&error) => return Err(KeyError::NotAKioskKey(path.to_owned())),
            Err(error) => return Err(FileError::unreadable(path)(error).into()),
        };
        let secret = SecretKeyBox::from_string(&text).and_then(SecretKeyBox::into_unencrypted_secret_key);
        let secret = secret.map_err(|_| KeyError::NotAKioskKey(path.to_owned()))?;
        Ok(Some(KioskKey { secret }))
    }

    /// Its public half, as it stands in the coordinator's list of kiosks: `RW…`.
    ///
    /// # Errors
    ///
    /// Where the key is only half of one.
    pub fn public(&self) -> Result<String, KeyError> {
        let public = PublicKey::from_secret_key(&self.secret);
        Ok(public.map_err(|error| KeyError::Machine(error.to_string()))?.to_base64())
    }

    fn place_public(&self, path: &Path) -> Result<(), KeyError> {
        let public = PublicKey::from_secret_key(&self.secret).and_then(|public| public.to_box());
        let public = public.map_err(|error| KeyError::Machine(error.to_string()))?;
        let placed = match path.exists() {
            true => text_file::take_unfinished_away(path),
            false => text_file::place(path, &public.to_string(), 0o644),
        };
        Ok(placed.map_err(FileError::unwritable(path))?)
    }

    /// A signature of minisign, in its four lines.
    pub(super) fn sign(&self, bytes: &[u8], comment: &str) -> Result<String, KeyError> {
        let signature = minisign::sign(None, &self.secret, bytes, Some(comment), None);
        Ok(signature.map_err(|error| KeyError::Machine(error.to_string()))?.to_string())
    }
}

/// The identity of a coordinator, which alone opens what kiosks seal for its recipient.
pub struct Identity(age::x25519::Identity);

impl Identity {
    /// A new one that stands nowhere.
    pub fn make() -> Identity {
        Identity(age::x25519::Identity::generate())
    }

    /// Reads a file as `age-keygen` writes it: its first identity.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read or holds none.
    pub fn read(path: &Path) -> Result<Identity, KeyError> {
        let text = text_file::read(path, FILE_MAX).map_err(|error| match text_file::is_other(&error) {
            true => KeyError::NotAnIdentity(path.to_owned()),
            false => FileError::unreadable(path)(error).into(),
        })?;
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let identity = lines.next().and_then(|line| line.parse().ok());
        identity.map(Identity).ok_or_else(|| KeyError::NotAnIdentity(path.to_owned()))
    }

    /// Writes it into a new file, for its owner alone. `created` is the moment, `2026-11-25T16:05:00Z`.
    ///
    /// # Errors
    ///
    /// Where there is a file of that name, or none can be written.
    pub fn write_new(&self, path: &Path, created: &str) -> Result<(), KeyError> {
        let secret = self.0.to_string();
        let text = format!("# created: {created}\n# public key: {}\n{}\n", self.recipient(), secret.expose_secret());
        text_file::write_new(path, &text, 0o600).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => KeyError::Exists(path.to_owned()),
            _ => FileError::unwritable(path)(error).into(),
        })
    }

    /// To whom kiosks seal: `age1…`.
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }

    pub(super) fn age(&self) -> &age::x25519::Identity {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("a file").permissions().mode() & 0o777
    }

    #[test]
    fn the_key_of_a_kiosk_is_made_once_and_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let state = folder.path().join("state");
        let public = |state: &Path| KioskKey::of(state).expect("a key").public().expect("a key");
        let first = public(&state);
        assert!(PublicKey::from_base64(&first).is_ok() && first.starts_with("RW"), "{first}");
        assert_eq!(public(&state), first);
        assert_eq!((mode(&state), mode(&state.join(SECRET)), mode(&state.join(PUBLIC))), (0o700, 0o600, 0o644));
        assert!(fs::read_to_string(state.join(PUBLIC)).expect("a file").ends_with(&format!("{first}\n")));
        fs::remove_file(state.join(PUBLIC)).expect("removed");
        assert_eq!(public(&state), first);
        assert!(state.join(PUBLIC).exists());
        for left in ["kiosk.key.new", "kiosk.pub.new"] {
            fs::write(state.join(left), "half of it").expect("left by a kill");
            assert_eq!(public(&state), first);
        }
        assert_eq!(fs::read_dir(&state).expect("a folder").count(), 2, "nothing is left over");
    }

    #[test]
    fn a_lost_or_damaged_secret_key_is_never_replaced_in_silence() {
        let folder = tempfile::tempdir().expect("a folder");
        KioskKey::of(folder.path()).expect("a key");
        fs::remove_file(folder.path().join(SECRET)).expect("removed");
        assert!(matches!(KioskKey::of(folder.path()), Err(KeyError::SecretGone(_))));
        for text in [&b""[..], b"untrusted comment: \nRWaaaa\n", b"\xff"] {
            fs::write(folder.path().join(SECRET), text).expect("written");
            assert!(matches!(KioskKey::of(folder.path()), Err(KeyError::NotAKioskKey(_))));
        }
    }

    #[test]
    fn an_identity_is_read_as_it_is_written_and_never_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("coordinator.key");
        let identity = Identity::make();
        identity.write_new(&path, "2026-11-26T09:00:00Z").expect("written");
        assert_eq!(Identity::read(&path).expect("read").recipient(), identity.recipient());
        assert!(is_recipient(&identity.recipient()));
        assert_eq!(mode(&path), 0o600);
        assert!(matches!(Identity::make().write_new(&path, ""), Err(KeyError::Exists(_))));
        fs::write(&path, "age1notasecret\n").expect("written");
        assert!(matches!(Identity::read(&path), Err(KeyError::NotAnIdentity(_))));
        assert!(matches!(Identity::read(&folder.path().join("no")), Err(KeyError::File(FileError::Unreadable { .. }))));
    }
}
