//! Where the words of a language stand: which items, in which of their texts.
//!
//! The mentions of one word are an *entry*; entries fill sheets of some kilobytes, and of a pack a sheet is read when one of
//! its words is asked for. An entry also holds the word as authors write it.

use super::Field;
use super::bytes::{Reader, put_number, put_text};

/// A sheet is closed when it is so long; the entry in which that happens is in it as a whole.
pub(super) const SHEET: usize = 4096;
/// The bits of an address that say where in its sheet an entry begins.
const OFFSET_BITS: u32 = 12;

/// One text of an item in which a word stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Mention {
    pub field: Field,
    /// Whether the word is only a part of one that is written there: *kaart* of *identiteitskaart*.
    pub is_part: bool,
    /// How many words the text has, up to [`Mention::LONG`].
    pub words: u8,
    /// Which of the texts of this field it is.
    pub number: u8,
}

impl Mention {
    /// Longer texts count as texts of so many words.
    pub(super) const LONG: u8 = 15;

    fn write(self, bytes: &mut Vec<u8>) {
        let kind = (self.field as u8) << 1 | u8::from(self.is_part);
        bytes.extend([kind << 4 | self.words.min(Mention::LONG), self.number]);
    }

    fn read([kind, number]: [u8; 2]) -> Mention {
        let field = Field::ALL[usize::from(kind >> 5)];
        Mention { field, is_part: kind >> 4 & 1 == 1, words: kind & 0xf, number }
    }
}

/// The mentions of a word in an item, not yet read.
#[derive(Clone, Copy)]
pub(super) struct Mentions<'b> {
    /// The fields in which they are, as bits.
    pub fields: u8,
    /// Two bytes each.
    bytes: &'b [u8],
}

impl Mentions<'_> {
    /// Each of them, the one that says most first.
    pub(super) fn iter(&self) -> impl Iterator<Item = Mention> {
        self.bytes.as_chunks().0.iter().copied().map(Mention::read)
    }
}

/// What is known of a word while the index is built.
#[derive(Clone, Default, Debug)]
pub(super) struct Entry {
    /// As it is written, the best way first.
    pub written: Vec<String>,
    /// The items with their mentions, both in their order.
    pub items: Vec<(u32, Vec<Mention>)>,
}

/// Writes entries into sheets.
#[derive(Default)]
pub(super) struct Sheets {
    closed: Vec<Vec<u8>>,
    open: Vec<u8>,
}

impl Sheets {
    /// Adds an entry and says at which address it stands.
    pub(super) fn put(&mut self, entry: &Entry) -> u32 {
        if self.open.len() >= SHEET {
            self.closed.push(std::mem::take(&mut self.open));
        }
        let address = (self.closed.len() as u32) << OFFSET_BITS | self.open.len() as u32;
        put_number(&mut self.open, entry.written.len() as u64);
        entry.written.iter().for_each(|written| put_text(&mut self.open, written));
        put_number(&mut self.open, entry.items.len() as u64);
        let mut before = 0;
        for (item, mentions) in &entry.items {
            put_number(&mut self.open, u64::from(item - before));
            put_number(&mut self.open, mentions.len() as u64);
            self.open.push(mentions.iter().fold(0, |fields, mention| fields | 1 << mention.field as u8));
            mentions.iter().for_each(|mention| mention.write(&mut self.open));
            before = *item;
        }
        address
    }

    pub(super) fn finish(mut self) -> Vec<Vec<u8>> {
        if !self.open.is_empty() {
            self.closed.push(self.open);
        }
        self.closed
    }
}

/// The number of the sheet of an address.
pub(super) fn sheet_of(address: u32) -> u32 {
    address >> OFFSET_BITS
}

/// An entry of a sheet, not yet read.
pub(super) struct Opened<'b> {
    written: Reader<'b>,
    ways: usize,
    /// In how many items the word stands.
    pub items: usize,
    mentions: Reader<'b>,
}

/// Opens the entry at an address of its sheet.
pub(super) fn open(sheet: &[u8], address: u32) -> Option<Opened<'_>> {
    let offset = address & ((1 << OFFSET_BITS) - 1);
    let rest = sheet.get(offset as usize..)?;
    let mut reader = Reader::of(rest);
    let ways = reader.length()?;
    let written = reader.clone();
    for _ in 0..ways {
        reader.text()?;
    }
    let items = reader.length()?;
    Some(Opened { written, ways, items, mentions: reader })
}

impl<'b> Opened<'b> {
    /// The ways in which the word is written, the best first.
    pub(super) fn written(&mut self) -> impl Iterator<Item = &'b str> {
        let ways = std::mem::take(&mut self.ways);
        (0..ways).map_while(|_| self.written.text())
    }

    /// Shows each item with its mentions; stops where the bytes say nothing.
    pub(super) fn mentions(mut self, show: &mut impl FnMut(u32, Mentions)) -> Option<()> {
        let mut item = 0u32;
        for _ in 0..self.items {
            item = item.checked_add(u32::try_from(self.mentions.number()?).ok()?)?;
            let count = self.mentions.length()?;
            let fields = self.mentions.byte()?;
            show(item, Mentions { fields, bytes: self.mentions.take(2 * count)? });
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_entry_comes_back() {
        let mention = |field, number| Mention { field, is_part: field == Field::Words, words: 3, number };
        let entry = Entry {
            written: vec!["identité".to_owned(), "identités".to_owned()],
            items: vec![
                (3, vec![mention(Field::Title, 0), mention(Field::Words, 7)]),
                (900, vec![mention(Field::Meaning, 255)]),
            ],
        };
        let mut sheets = Sheets::default();
        let addresses: Vec<u32> = (0..400).map(|_| sheets.put(&entry)).collect();
        let sheets = sheets.finish();
        assert!(sheets.len() > 1 && sheets.iter().all(|sheet| sheet.len() < SHEET + 100));
        for address in addresses {
            let mut opened = open(&sheets[sheet_of(address) as usize], address).expect("an entry");
            assert_eq!(opened.written().collect::<Vec<_>>(), entry.written);
            let mut seen = Vec::new();
            opened
                .mentions(&mut |item, mentions| seen.extend(mentions.iter().map(|mention| (item, mention))))
                .expect("whole");
            let put: Vec<(u32, Mention)> = entry
                .items
                .iter()
                .flat_map(|(item, mentions)| mentions.iter().map(|mention| (*item, *mention)))
                .collect();
            assert_eq!(seen, put);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200), address in any::<u32>()) {
            if let Some(mut opened) = open(&bytes, address & 0xff) {
                let _ = opened.written().count();
                let _ = opened.mentions(&mut |_, mentions| assert!(mentions.iter().count() <= 200));
            }
        }
    }
}
