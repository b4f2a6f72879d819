//! A value of any type that serde can read, drawn at random: so records stay random when the model changes.

use serde::de::value::{Error, StrDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer, SeqAccess,
    VariantAccess, Visitor,
};

/// Texts that are not what readers expect.
const TEXTS: [&str; 16] = [
    "",
    " ",
    "Words of a guide.",
    "wifi",
    "+3225496700",
    "+32é",
    "+",
    "\u{1b}[2J\u{7}",
    "\u{202e}\u{200b}\u{feff}",
    "e\u{301}\u{301}\u{301}",
    "👩‍👩‍👧‍👦 漢字 שלום",
    "../../etc/passwd",
    "\n\n\r\t",
    "{ $name } {\"x\"} # %s",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente-Antragsformular",
    "mul",
];
const TAGS: [&str; 6] = ["fr", "nl", "en", "mul", "x", "pt-br"];
const DATES: [&str; 5] = ["2026-11-25", "2020-02-29", "-9999-01-01", "9999-12-31", "0000-01-01"];
/// So many items of a list at most; now and then it is a long one.
const ITEMS: usize = 4;
const MANY_ITEMS: usize = 200;
/// So deep are lists in lists.
const DEPTH: usize = 12;

/// Draws a value; none where what was drawn is refused by its reader.
pub fn value<T: DeserializeOwned>(random: &mut fastrand::Rng) -> Option<T> {
    (0..20).find_map(|_| T::deserialize(&mut Draw { random, depth: 0, is_tag: false }).ok())
}

struct Draw<'r> {
    random: &'r mut fastrand::Rng,
    depth: usize,
    /// Whether what comes is the tag of a language.
    is_tag: bool,
}

impl Draw<'_> {
    fn one_of<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[self.random.usize(..texts.len())]
    }

    fn text(&mut self) -> String {
        match (std::mem::take(&mut self.is_tag), self.random.u8(..)) {
            (true, _) => self.one_of(&TAGS).to_owned(),
            (false, 0..3) => self.one_of(&TEXTS).repeat(500),
            (false, _) => self.one_of(&TEXTS).to_owned(),
        }
    }

    /// Small numbers most often: those of things that exist.
    fn number(&mut self) -> u64 {
        match self.random.u8(..) {
            0..200 => self.random.u64(..4),
            200..240 => self.random.u64(..300),
            _ => u64::MAX >> self.random.u32(..64),
        }
    }

    fn items<'v, V: Visitor<'v>>(
        &mut self,
        left: usize,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if self.depth > DEPTH {
            return Err(Error::custom("too deep"));
        }
        self.depth += 1;
        let value = visitor.visit_seq(Items { draw: self, left, fields, at: 0 });
        self.depth -= 1;
        value
    }
}

struct Items<'d, 'r> {
    draw: &'d mut Draw<'r>,
    left: usize,
    fields: &'static [&'static str],
    at: usize,
}

impl<'v> SeqAccess<'v> for Items<'_, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'v>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        self.draw.is_tag = matches!(self.fields.get(self.at), Some(&("lang" | "languages")));
        self.at += 1;
        seed.deserialize(&mut *self.draw).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident $number:ty,)*) => {
        $(fn $method<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(self.number() as $number)
        })*
    };
}

macro_rules! refused {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'v>>(self, _: V) -> Result<V::Value, Error> {
            panic!("no record held one so far: draw it here")
        })*
    };
}

impl<'v> Deserializer<'v> for &mut Draw<'_> {
    type Error = Error;

    numbers! {
        deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64, deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16,
        deserialize_i32 visit_i32 i32, deserialize_i64 visit_i64 i64,
    }
    refused! {
        deserialize_any deserialize_f32 deserialize_f64 deserialize_bytes deserialize_byte_buf
        deserialize_unit deserialize_map deserialize_ignored_any deserialize_identifier
    }

    fn deserialize_bool<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(self.random.bool())
    }

    fn deserialize_char<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_char(self.text().chars().next().unwrap_or('\0'))
    }

    fn deserialize_str<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Error> {
        // Dates alone are read from borrowed text.
        visitor.visit_str(self.one_of(&DATES))
    }

    fn deserialize_string<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.text())
    }

    fn deserialize_option<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.random.bool() { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_unit_struct<V: Visitor<'v>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'v>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Error> {
        let most = if self.random.u8(..100) == 0 { MANY_ITEMS } else { ITEMS };
        let items = self.random.usize(..most);
        let fields: &[&str] = if std::mem::take(&mut self.is_tag) { &["lang"; MANY_ITEMS] } else { &[] };
        self.items(items, fields, visitor)
    }

    fn deserialize_tuple<V: Visitor<'v>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        // A pair begins with a language.
        let fields: &[&str] = if length == 2 { &["lang"] } else { &[] };
        self.items(length, fields, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'v>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.items(length, &[], visitor)
    }

    fn deserialize_struct<V: Visitor<'v>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.items(fields.len(), fields, visitor)
    }

    fn deserialize_enum<V: Visitor<'v>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let variant = variants[self.random.usize(..variants.len())];
        visitor.visit_enum(Variant { draw: self, variant })
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

struct Variant<'d, 'r> {
    draw: &'d mut Draw<'r>,
    variant: &'static str,
}

impl<'v, 'd, 'r> EnumAccess<'v> for Variant<'d, 'r> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'v>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        let name: StrDeserializer<Error> = self.variant.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'v> VariantAccess<'v> for Variant<'_, '_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'v>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self.draw)
    }

    fn tuple_variant<V: Visitor<'v>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        self.draw.items(length, &[], visitor)
    }

    fn struct_variant<V: Visitor<'v>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        self.draw.items(fields.len(), fields, visitor)
    }
}
