//! The tag of a language: the name of its folder under `locales/`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A language tag of at most eight ASCII characters, such as `fr` or `pt-br`. Copied everywhere, compared often.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang {
    bytes: [u8; 8],
    len: u8,
}

/// The tag is empty, longer than eight characters, or holds something else than `a-z`, `0-9` and `-`.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("'{0}' is not a language tag: write one to eight characters of a-z, 0-9 and '-', such as 'fr'")]
pub struct LangError(pub String);

impl Lang {
    /// The tag as text.
    pub fn as_str(&self) -> &str {
        // Only ASCII gets in, so the bytes are always UTF-8.
        std::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or_default()
    }
}

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(tag: &str) -> Result<Self, LangError> {
        let fits = (1..=8).contains(&tag.len());
        if !fits || !tag.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            return Err(LangError(tag.chars().take(40).collect()));
        }
        let mut bytes = [0; 8];
        bytes[..tag.len()].copy_from_slice(tag.as_bytes());
        Ok(Lang { bytes, len: tag.len() as u8 })
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(deserializer)?;
        tag.parse().map_err(serde::de::Error::custom)
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_str().serialize(serializer)
    }
}
