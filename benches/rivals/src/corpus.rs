//! What every engine is given: the texts that the kiosk's own search looks at.

use std::collections::HashMap;
use std::path::Path;

use inclusion_kiosk::base::Lang;
use inclusion_kiosk::content::Library;
use inclusion_kiosk::content::model::ItemId;
use inclusion_kiosk::content::search::Field;

/// So many kinds of texts.
pub const FIELDS: usize = Field::ALL.len();
/// What a word counts in each kind of text, in the order of `Field::ALL`: the same for all rivals. With the weights of the
/// kiosk's own search they found less of the half of the queries that is for tuning.
pub const WEIGHTS: [f32; FIELDS] = [10.0, 8.0, 6.0, 3.0, 2.0, 1.5, 1.0, 0.5];

/// An item: its name in the content, and its texts by kind.
pub struct Document {
    pub id: String,
    pub texts: [String; FIELDS],
}

/// The items of a library in one language.
pub struct Corpus<'l> {
    pub library: &'l Library,
    pub pack: &'l Path,
    pub lang: Lang,
    pub documents: Vec<Document>,
    /// The place of each item among the documents.
    pub places: HashMap<ItemId, usize>,
}

impl<'l> Corpus<'l> {
    pub fn of(library: &'l Library, pack: &'l Path, lang: Lang) -> Corpus<'l> {
        let mut documents: Vec<Document> = Vec::new();
        let mut places = HashMap::new();
        library.searched(lang, &mut |item, field, text| {
            let Some(id) = name(library, item) else { return };
            let place = *places.entry(item).or_insert_with(|| {
                documents.push(Document { id, texts: Default::default() });
                documents.len() - 1
            });
            let texts = &mut documents[place].texts[field as usize];
            texts.push_str(text);
            texts.push('\n');
        });
        Corpus { library, pack, lang, documents, places }
    }
}

/// The name of what a search may find; topics and life events are named beside what was found.
fn name(library: &Library, item: ItemId) -> Option<String> {
    match item {
        ItemId::Topic(_) | ItemId::Event(_) => None,
        item => library.name_of(item).map(String::from),
    }
}
