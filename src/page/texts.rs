//! Every text of a page, and every choice, wherever it stands.

use super::{Block, Choices, Page};
use crate::base::Text;

impl Page {
    /// Every text that somebody may see, hear or print of this page.
    pub fn texts(&self) -> Vec<&Text> {
        let mut texts = vec![&self.title];
        texts.extend(&self.place);
        texts.extend(self.progress.iter().map(|progress| &progress.words));
        texts.extend(self.keys.iter().flat_map(|hint| [&hint.cap, &hint.label]));
        texts.extend(self.notice.iter().map(|notice| &notice.words));
        if !self.keys.is_empty() {
            texts.extend([&self.turning.more, &self.turning.end]);
        }
        self.blocks.iter().chain(&self.aside).for_each(|block| block.add_texts(&mut texts));
        texts
    }

    /// All lists of choices, in reading order; those on devices too.
    pub fn choices(&self) -> Vec<&Choices> {
        fn add<'b>(blocks: &'b [Block], choices: &mut Vec<&'b Choices>) {
            for block in blocks {
                match block {
                    Block::Choices(found) => choices.push(found),
                    Block::Call { blocks, .. } | Block::Device { blocks, .. } => add(blocks, choices),
                    _ => {}
                }
            }
        }
        let mut choices = Vec::new();
        add(&self.blocks, &mut choices);
        choices
    }
}

impl Block {
    /// Adds every text of this block.
    fn add_texts<'b>(&'b self, texts: &mut Vec<&'b Text>) {
        match self {
            Block::Heading(text) | Block::Para(text) => texts.push(text),
            Block::List { items, .. } => texts.extend(items),
            Block::Call { title, blocks, .. } | Block::Device { title, blocks } => {
                texts.push(title);
                blocks.iter().for_each(|block| block.add_texts(texts));
            }
            Block::Facts(facts) => {
                for fact in facts {
                    texts.push(&fact.label);
                    texts.extend(fact.lines.iter().chain(&fact.doubt));
                }
            }
            Block::Choices(choices) => {
                texts.extend(&choices.head);
                for item in &choices.items {
                    texts.push(&item.label);
                    texts.extend(&item.detail);
                }
            }
            Block::Field(field) => {
                texts.push(&field.label);
                texts.extend(&field.completion);
            }
            Block::Map(tiles) => {
                for tile in tiles {
                    texts.extend([&tile.name, &tile.label, &tile.short, &tile.detail, &tile.count]);
                }
            }
            Block::Keyboard { words, .. } => texts.push(words),
            Block::Bars(bars) => {
                for bar in bars {
                    texts.extend([&bar.label, &bar.value]);
                }
            }
            Block::Course(course) => texts.extend([&course.top, &course.from, &course.to, &course.words]),
        }
    }
}
