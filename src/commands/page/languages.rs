//! Pages in all languages one beside the other, block by block: for whoever reads proofs.

use std::fmt::Write;

use super::NamedPage;
use crate::base::{Lang, Text};
use crate::page::plain_rows;
use crate::present::plain;

/// Where the answer does not go to a terminal.
pub(super) const USUAL_WIDTH: u16 = 160;
/// In narrower columns sentences fall to pieces.
const COLUMN_LEAST: u16 = 26;
/// Between two columns.
const APART: &str = " │ ";

/// Writes pages for a terminal of some width. Each language has the same pages.
pub(super) fn write(languages: &[(Lang, Vec<NamedPage>)], width: u16) -> String {
    let columns = Columns::of(languages.iter().map(|(lang, _)| *lang).collect(), width);
    let pages = languages.iter().map(|(_, pages)| pages.len()).max().unwrap_or_default();
    let mut text = String::new();
    for number in 0..pages {
        let page = |(_, pages): &'_ (Lang, Vec<NamedPage>)| pages.get(number).map(|named| plain::parts(&named.page));
        let parts: Vec<Vec<String>> = languages.iter().map(|pages| page(pages).unwrap_or_default()).collect();
        let name = languages.iter().find_map(|(_, pages)| pages.get(number)).map_or("", |named| &named.name);
        if number > 0 {
            text.push('\n');
        }
        columns.page(&mut text, name, &parts);
    }
    text
}

struct Columns {
    langs: Vec<Lang>,
    /// Of one column; nothing where they do not fit beside each other.
    width: Option<u16>,
}

impl Columns {
    fn of(langs: Vec<Lang>, width: u16) -> Columns {
        let count = (langs.len() as u16).max(1);
        let free = width.saturating_sub((count - 1) * APART.chars().count() as u16);
        Columns { langs, width: Some(free / count).filter(|width| *width >= COLUMN_LEAST) }
    }

    fn page(&self, text: &mut String, name: &str, parts: &[Vec<String>]) {
        let _ = writeln!(text, "==== {name}");
        if let Some(width) = self.width {
            let tags: Vec<Vec<String>> = self.langs.iter().map(|lang| vec![lang.to_string()]).collect();
            row_of_blocks(text, &tags, width);
        }
        let count = parts.iter().map(Vec::len).max().unwrap_or_default();
        for number in 0..count {
            let part: Vec<&str> = parts.iter().map(|parts| parts.get(number).map_or("", String::as_str)).collect();
            if part.iter().all(|part| part.is_empty()) {
                continue;
            }
            text.push('\n');
            // Line by line: an item of a list stands beside the same item.
            let lines: Vec<Vec<&str>> = part.iter().map(|part| part.lines().collect()).collect();
            for line in 0..lines.iter().map(Vec::len).max().unwrap_or_default() {
                let said: Vec<&str> = lines.iter().map(|lines| lines.get(line).copied().unwrap_or_default()).collect();
                self.line(text, &said);
            }
        }
    }

    /// The same line in all languages.
    fn line(&self, text: &mut String, said: &[&str]) {
        let said = self.langs.iter().zip(said);
        let Some(width) = self.width else {
            for (lang, line) in said.filter(|(_, line)| !line.is_empty()) {
                let _ = writeln!(text, "{lang}: {line}");
            }
            return;
        };
        let broken: Vec<Vec<String>> = said.map(|(lang, line)| plain_rows(&Text::plain(*lang, *line), width)).collect();
        row_of_blocks(text, &broken, width);
    }
}

/// Blocks of lines beside each other, each with the blank lines that it lacks.
fn row_of_blocks(text: &mut String, blocks: &[Vec<String>], width: u16) {
    let height = blocks.iter().map(Vec::len).max().unwrap_or_default();
    for number in 0..height {
        let cell = |block: &Vec<String>| {
            let line = block.get(number).map_or("", String::as_str);
            format!("{line}{}", " ".repeat(usize::from(width).saturating_sub(line.chars().count())))
        };
        let line = blocks.iter().map(cell).collect::<Vec<_>>().join(APART);
        let _ = writeln!(text, "{}", line.trim_end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;

    fn written(pages: &[(&str, &str)], width: u16) -> String {
        let page = |(tag, title): &(&str, &str)| {
            let lang: Lang = tag.parse().expect("a tag");
            let mut page = sample::bare(Vec::new());
            page.title = Text::plain(lang, *title);
            page.blocks = vec![crate::page::Block::List {
                ordered: false,
                items: title.split(' ').map(|word| Text::plain(lang, word)).collect(),
            }];
            (lang, vec![NamedPage { name: "a#b".to_owned(), page }])
        };
        write(&pages.iter().map(page).collect::<Vec<_>>(), width)
    }

    #[test]
    fn the_same_line_stands_on_the_same_row_and_a_long_one_is_broken() {
        let long = "Un titre qui est bien trop long pour sa colonne";
        let text = written(&[("fr", long), ("nl", "Een titel")], 60);
        let row = |row: usize| text.lines().nth(row).unwrap_or_default();
        assert_eq!(row(0), "==== a#b");
        assert_eq!(row(3), format!("{:<28} │ Een titel", "Un titre qui est bien trop"));
        assert_eq!(row(4), format!("{:<28} │", "long pour sa colonne"));
        assert_eq!(row(6), format!("{:<28} │ - Een", "- Un"));
        assert_eq!(row(8), format!("{:<28} │", "- qui"), "what only one language has");
        assert!(text.lines().all(|line| line.chars().count() <= 60));
    }

    #[test]
    fn where_columns_do_not_fit_the_languages_stand_below_each_other() {
        let text = written(&[("fr", "Un titre"), ("nl", "Een titel")], 40);
        assert_eq!(text, "==== a#b\n\nfr: Un titre\nnl: Een titel\n\nfr: - Un\nnl: - Een\nfr: - titre\nnl: - titel\n");
    }
}
