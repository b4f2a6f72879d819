//! Month files under seal: signed by the kiosk that counted, and encrypted to the coordinator who collects them.
//!
//! Both are common formats. `age -d -i coordinator.key` opens a sealed file; what it gives is a signature of minisign, in
//! four lines, and then the bytes that were signed.

mod keys;

use std::io::Cursor;
use std::io::Read as _;

use minisign::{PublicKey, SignatureBox};

pub use self::keys::{Identity, KeyError, KioskKey, is_recipient};
use super::signing::signature_box;

/// A signature of minisign has so many lines.
const SIGNATURE_LINES: usize = 4;

/// Why bytes are refused. Each reason goes on from the name of a file: `'a.kmonth': …`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unsealed {
    /// They are not of age.
    #[error("it is not a sealed file, or damaged at its beginning: copy it anew from the kiosk")]
    NotSealed,
    /// The identity does not fit.
    #[error("it is sealed for another coordinator, or damaged: use the identity whose recipient stands on the kiosk")]
    NotForUs,
    /// They are not what was encrypted.
    #[error("it was changed or cut short after it was sealed: copy it anew from the kiosk")]
    Changed,
    /// Whoever encrypted them signed nothing.
    #[error("nobody signed it: take the file that a kiosk has sealed")]
    Unsigned,
    /// Another key signed.
    #[error(
        "it is not signed with the key of this kiosk: ask who sealed it, and enrol the kiosk anew if its key was lost"
    )]
    ForeignKey,
    /// The right key signed something else.
    #[error("its signature does not fit it: copy it anew from the kiosk")]
    WrongSignature,
    /// The key to verify with is none.
    #[error(
        "the key of this kiosk in the list of kiosks is not a public key of minisign: copy the line that enrols it anew"
    )]
    NotAKey,
}

/// What was under seal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opened {
    pub plaintext: Vec<u8>,
    /// A signature of minisign, in its four lines.
    pub signature: String,
}

/// Signs bytes with the key of a kiosk and encrypts both to a recipient of age, `age1…`. `comment` is signed too:
/// `minisign -V` shows it. The same bytes look different each time they are sealed.
///
/// # Errors
///
/// Where the recipient is none, or the machine gives no random numbers.
pub fn seal(plaintext: &[u8], key: &KioskKey, recipient: &str, comment: &str) -> Result<Vec<u8>, KeyError> {
    let to: age::x25519::Recipient = recipient.parse().map_err(|_| KeyError::NotARecipient(keys::short(recipient)))?;
    let mut payload = key.sign(plaintext, comment)?.into_bytes();
    payload.extend_from_slice(plaintext);
    age::encrypt(&to, &payload).map_err(|error| KeyError::Machine(error.to_string()))
}

/// Opens what was sealed for an identity. Who signed it is a question for [`verify`].
///
/// # Errors
///
/// The reason why the bytes are refused.
pub fn open(sealed: &[u8], identity: &Identity) -> Result<Opened, Unsealed> {
    let payload = decrypt(sealed, identity)?;
    let lines = payload.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    let end = lines.take(SIGNATURE_LINES).nth(SIGNATURE_LINES - 1).ok_or(Unsealed::Unsigned)?;
    let (signature, plaintext) = payload.split_at(end);
    let signature = String::from_utf8(signature.to_vec()).map_err(|_| Unsealed::Unsigned)?;
    exact_box(&signature).ok_or(Unsealed::Unsigned)?;
    Ok(Opened { plaintext: plaintext.to_vec(), signature })
}

fn decrypt(sealed: &[u8], identity: &Identity) -> Result<Vec<u8>, Unsealed> {
    use age::DecryptError::{InvalidHeader, Io, NoMatchingKeys, UnknownFormat};
    let decryptor = age::Decryptor::new_buffered(sealed).map_err(|_| Unsealed::NotSealed)?;
    let opened = decryptor.decrypt(std::iter::once(identity.age() as &dyn age::Identity));
    let mut reader = opened.map_err(|error| match error {
        NoMatchingKeys => Unsealed::NotForUs,
        InvalidHeader | UnknownFormat | Io(_) => Unsealed::NotSealed,
        _ => Unsealed::Changed,
    })?;
    let mut payload = Vec::with_capacity(sealed.len());
    reader.read_to_end(&mut payload).map_err(|_| Unsealed::Changed)?;
    Ok(payload)
}

/// A signature as minisign writes it, and no other text that says the same: no byte of it can be changed unseen.
fn exact_box(text: &str) -> Option<SignatureBox> {
    signature_box(text).filter(|signature| signature.to_string() == text)
}

/// Whether a signature is of these bytes and of this public key, `RW…`.
///
/// # Errors
///
/// The reason why they are refused.
pub fn verify(plaintext: &[u8], signature: &str, public: &str) -> Result<(), Unsealed> {
    let key = PublicKey::from_base64(public).map_err(|_| Unsealed::NotAKey)?;
    let signature = exact_box(signature).ok_or(Unsealed::Unsigned)?;
    // The number of a key is what a signature says of itself; whether it is true is verified next.
    if signature.keynum() != key.keynum() {
        return Err(Unsealed::ForeignKey);
    }
    let verified = minisign::verify(&key, &signature, Cursor::new(plaintext), true, false, false);
    verified.map_err(|_| Unsealed::WrongSignature)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &[u8] = b"{\"what\":\"kiosk-month\"}\n";

    fn sealed() -> (KioskKey, Identity, Vec<u8>) {
        let (key, identity) = (KioskKey::make().expect("a key"), Identity::make());
        let sealed = seal(TEXT, &key, &identity.recipient(), "BIB21004A-1-2026-11").expect("sealed");
        (key, identity, sealed)
    }

    #[test]
    fn what_is_sealed_is_opened_by_its_identity_and_verified_by_its_key() {
        let (key, identity, sealed) = sealed();
        let Opened { plaintext, signature } = open(&sealed, &identity).expect("opened");
        assert_eq!(plaintext, TEXT);
        assert_eq!(verify(&plaintext, &signature, &key.public().expect("a key")), Ok(()));
        assert!(signature.contains("trusted comment: BIB21004A-1-2026-11\n"), "{signature}");
    }

    #[test]
    fn one_flipped_bit_anywhere_is_refused_with_a_reason() {
        let (_, identity, sealed) = sealed();
        let mut reasons = Vec::new();
        for at in 0..sealed.len() {
            for bit in [0, 7] {
                let mut changed = sealed.clone();
                changed[at] ^= 1 << bit;
                reasons.push(open(&changed, &identity).expect_err("one bit is another one"));
            }
        }
        reasons.dedup();
        for reason in [Unsealed::NotSealed, Unsealed::NotForUs, Unsealed::Changed] {
            assert!(reasons.contains(&reason), "{reasons:?}");
        }
    }

    #[test]
    fn what_is_cut_short_or_made_longer_is_refused() {
        let (_, identity, sealed) = sealed();
        for length in 0..sealed.len() {
            open(&sealed[..length], &identity).expect_err("its end is missing");
        }
        open(&[&sealed[..], b"\n"].concat(), &identity).expect_err("it is longer");
    }

    #[test]
    fn another_identity_and_another_key_are_refused() {
        let (key, identity, sealed) = sealed();
        assert_eq!(open(&sealed, &Identity::make()), Err(Unsealed::NotForUs));
        let Opened { plaintext, signature } = open(&sealed, &identity).expect("opened");
        let other = KioskKey::make().expect("a key").public().expect("a key");
        assert_eq!(verify(&plaintext, &signature, &other), Err(Unsealed::ForeignKey));
        assert_eq!(verify(&plaintext, &signature, "RWshort"), Err(Unsealed::NotAKey));
        // Another signer who takes the number of the key of the kiosk as their own.
        let public = key.public().expect("a key");
        let mut bytes = PublicKey::from_base64(&public).expect("a key").to_bytes();
        let forged = PublicKey::from_base64(&other).expect("a key").to_bytes();
        bytes[10..].copy_from_slice(&forged[10..]);
        let renumbered = PublicKey::from_bytes(&bytes).expect("a key").to_base64();
        assert_eq!(verify(&plaintext, &signature, &renumbered), Err(Unsealed::WrongSignature));
    }

    #[test]
    fn a_changed_plaintext_or_signature_does_not_fit() {
        let (key, identity, sealed) = sealed();
        let public = key.public().expect("a key");
        let Opened { plaintext, signature } = open(&sealed, &identity).expect("opened");
        for at in 0..plaintext.len() {
            let mut changed = plaintext.clone();
            changed[at] ^= 1;
            assert_eq!(verify(&changed, &signature, &public), Err(Unsealed::WrongSignature), "byte {at}");
        }
        // The first line is a comment that nobody signs.
        let signed = signature.find('\n').expect("lines") + 1;
        let is_taken = |text: &str| verify(&plaintext, text, &public).is_ok();
        for at in signed..signature.len() {
            let mut changed = signature.clone().into_bytes();
            changed[at] ^= 1;
            let changed = String::from_utf8(changed).expect("ASCII");
            // A line feed that became another sign, and one that stands elsewhere, leave no four lines.
            assert!(!is_taken(&changed), "byte {at}: {changed}");
        }
    }

    #[test]
    fn what_was_encrypted_unsigned_is_refused() {
        let identity = Identity::make();
        let to: age::x25519::Recipient = identity.recipient().parse().expect("a recipient");
        for payload in [&b""[..], TEXT, b"1\n2\n3\n4\n{}\n", b"\xff\n\n\n\n"] {
            let sealed = age::encrypt(&to, payload).expect("encrypted");
            assert_eq!(open(&sealed, &identity), Err(Unsealed::Unsigned));
        }
    }
}
