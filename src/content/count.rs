//! How much a library says: for whoever wants to know what a pack holds.

use super::Library;
use super::model::{Block, Inline, Localized, Paragraph, Section, Service};
use crate::base::Lang;

/// How much the services of a library say.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Extent {
    pub steps: usize,
    /// The words of all guides in each language, in the order in which the languages were met; a fact counts as one.
    pub words: Vec<(Lang, usize)>,
}

/// Counts steps and words, service by service.
pub fn extent(library: &Library) -> Extent {
    let mut extent = Extent::default();
    for (_, service) in library.services() {
        extent.steps += service.steps().len();
        for (lang, _) in &service.texts.0 {
            let said = words(&service, *lang);
            match extent.words.iter_mut().find(|(known, _)| known == lang) {
                Some((_, words)) => *words += said,
                None => extent.words.push((*lang, said)),
            }
        }
    }
    extent
}

/// The words of a service in a language.
fn words(service: &Service, lang: Lang) -> usize {
    let Some(text) = service.texts.get(lang) else { return 0 };
    let sections = text.steps.iter().chain(&text.stuck).map(of_section);
    let beside = service.before.iter().map(|before| &before.text).chain(service.routes.iter().map(|route| &route.text));
    let said = |said: &Localized<Paragraph>| said.get(lang).map_or(0, of_paragraph);
    let beside: usize = beside.chain([&service.cost, &service.run_by]).map(said).sum();
    of_text(&text.title) + of_paragraph(&text.purpose) + sections.sum::<usize>() + beside
}

fn of_section(section: &Section) -> usize {
    of_text(&section.title) + words_of_blocks(&section.blocks)
}

/// The words of the blocks of a section, without its title.
pub(in crate::content) fn words_of_blocks(blocks: &[Block]) -> usize {
    let of_block = |block: &Block| match block {
        Block::Para(paragraph) => of_paragraph(paragraph),
        Block::List { items, .. } => items.iter().map(of_paragraph).sum(),
        // Call-outs hold no call-outs.
        Block::Call { blocks, .. } => words_of_blocks(blocks),
    };
    blocks.iter().map(of_block).sum()
}

fn of_paragraph(paragraph: &Paragraph) -> usize {
    let of_piece = |piece: &Inline| match piece {
        Inline::Text(text) | Inline::Strong(text) | Inline::Term { text, .. } | Inline::Foreign { text, .. } => {
            of_text(text)
        }
        Inline::Fact(_) => 1,
    };
    paragraph.0.iter().map(of_piece).sum()
}

/// A sign without a letter or digit is no word: French has a space before a colon.
fn of_text(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::parse;
    use crate::content::source::ContentFiles;

    #[test]
    fn steps_and_words_are_counted_in_each_language() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good-content");
        let (library, _) = parse::compile(&ContentFiles::read(&folder).expect("the good content"));
        let Extent { steps, words } = extent(&library);
        let in_files = library.services().map(|(_, service)| service.steps().len()).sum::<usize>();
        assert_eq!((steps, words.len()), (in_files, 2));
        assert_eq!(of_text("Une carte : dix euros."), 4);
        assert!(words.iter().all(|(_, words)| *words > 100), "{words:?}");
    }
}
