//! The linear form of a page: what Braille readers, proof-readers and tests get.
//!
//! One line per sentence group, unwrapped, in reading order, with words where the screen has signs and pictures.

use std::fmt::Write;

use crate::base::Text;
use crate::page::{Block, Choices, Fact, Field, Page, Pick};

/// Writes a page as plain text, whatever of it a screen would show at a time.
pub fn write(page: &Page) -> String {
    let mut writer = Writer::default();
    for hint in page.keys.iter().filter(|hint| hint.on) {
        writer.raw(&format!("{}: {}", words(&hint.cap), words(&hint.label)));
    }
    let mut parts = parts(page);
    parts.push(writer.text);
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// What is to be read on a page, the key bar left out: its head, each of its blocks, and its notice. Whatever a page
/// does not have is an empty text, so that the parts of a page in two languages are the same ones.
pub fn parts(page: &Page) -> Vec<String> {
    let mut writer = Writer::default();
    writer.line(&page.title);
    if !page.place.is_empty() {
        let place: Vec<String> = page.place.iter().map(words).collect();
        writer.raw(&place.join(" > "));
    }
    if let Some(progress) = &page.progress {
        writer.line(&progress.words);
    }
    let mut parts = vec![writer.part()];
    for block in page.blocks.iter().chain(&page.aside) {
        writer.block(block);
        parts.push(writer.part());
    }
    if let Some(notice) = &page.notice {
        writer.line(&notice.words);
    }
    parts.push(writer.part());
    parts
}

#[derive(Default)]
struct Writer {
    text: String,
    /// Choices so far: they are numbered through the page.
    choices: usize,
}

impl Writer {
    /// Ends a part: what was written since the one before.
    fn part(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    fn raw(&mut self, line: &str) {
        if !line.is_empty() {
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    fn line(&mut self, text: &Text) {
        self.raw(&words(text));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text) | Block::Para(text) => self.line(text),
            Block::List { ordered, items } => {
                for (i, item) in items.iter().enumerate() {
                    let sign = if *ordered { format!("{}.", i + 1) } else { "-".to_owned() };
                    self.raw(&format!("{sign} {}", words(item)));
                }
            }
            Block::Call { title, blocks, .. } | Block::Device { title, blocks } => {
                self.line(title);
                for block in blocks {
                    self.block(block);
                }
            }
            Block::Facts(facts) => facts.iter().for_each(|fact| self.fact(fact)),
            Block::Choices(choices) => self.choices(choices),
            Block::Field(field) => self.field(field),
            Block::Map(tiles) => {
                for tile in tiles {
                    // Digits choose no tile, so it has none.
                    self.raw(&format!("- {} ({})", words(&tile.name), words(&tile.detail)));
                }
            }
            Block::Keyboard { words, .. } => self.line(words),
            Block::Bars(bars) => {
                for bar in bars {
                    self.raw(&format!("{}: {}", words(&bar.label), words(&bar.value)));
                }
            }
            Block::Course(course) => self.line(&course.words),
        }
    }

    fn fact(&mut self, fact: &Fact) {
        let label = words(&fact.label);
        let mut lines = fact.lines.iter().chain(&fact.doubt).map(words);
        // A label that is a sentence by itself needs no colon.
        if label.ends_with(['.', '?', '!', ',', ';', ':']) {
            self.raw(&label);
            return lines.for_each(|line| self.raw(&format!("  {line}")));
        }
        match (label.is_empty(), lines.next()) {
            (true, first) => self.raw(&first.unwrap_or_default()),
            (false, first) => self.raw(format!("{label}: {}", first.unwrap_or_default()).trim_end()),
        }
        lines.for_each(|line| self.raw(&format!("  {line}")));
    }

    /// `Search: "kart" (→ kaart)`; an empty one is three dots, as on a form.
    fn field(&mut self, field: &Field) {
        let label = words(&field.label);
        let typed = field.typed.as_str();
        let mut line = if typed.is_empty() { format!("{label} …") } else { format!("{label} \"{typed}\"") };
        if let Some(completion) = &field.completion {
            // Writing into a String cannot fail.
            let _ = write!(line, " ({})", words(completion));
        }
        self.raw(line.trim_start());
    }

    fn choices(&mut self, choices: &Choices) {
        if let Some(head) = &choices.head {
            self.line(head);
        }
        if choices.pick == Pick::Keys {
            let labels: Vec<String> = choices.items.iter().map(|item| words(&item.label)).collect();
            return self.raw(&labels.join(" "));
        }
        for item in &choices.items {
            // Where digits are typed, they choose nothing.
            let mut line = match choices.pick {
                Pick::Plain => format!("- {}", words(&item.label)),
                _ => {
                    self.choices += 1;
                    format!("{}. {}", self.choices, words(&item.label))
                }
            };
            if let Some(detail) = item.detail.as_ref().filter(|detail| !detail.is_blank()) {
                // Writing into a String cannot fail.
                let _ = write!(line, " ({})", words(detail));
            }
            self.raw(&line);
        }
    }
}

/// The characters of a text on one line.
fn words(text: &Text) -> String {
    text.to_plain_string().trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::page::sample;

    #[test]
    fn a_service_reads_from_top_to_bottom() {
        assert_snapshot!(write(&sample::service()), @r"
        Changer d’adresse
        Accueil > Déménager

        Vous avez déménagé ? Dites-le à votre nouvelle commune dans les huit jours. Un agent passe ensuite chez vous.

        Qui: Votre commune
        Coût: Gratuit. Nouvelle carte d’identité : 21,40 euros
          Ce prix date de plus d’un an. Téléphonez pour le vérifier : 02 279 22 11.
        En ligne: mybxl.be : avec une carte d’identité ou itsme
        Au guichet: Boulevard Anspach 6, 1000 Bruxelles
          lundi à vendredi : 8 h 30 à 15 h
          jeudi : 8 h 30 à 18 h
        Par téléphone: 02 279 22 11
        Par la poste: Pas possible.

        Que voulez-vous faire ?
        1. Commencer, étape par étape
        2. Lire ce qu’il faut avoir avec soi
        3. Emporter la page

        F1: Aide
        F2: Langue
        F3: Chercher
        F4: Affichage
        F7: Quelqu’un
        F8: Mots
        F10: Terminer
        Début: Sujets
        Échap: Retour
        Tab: suite
        ");
    }

    #[test]
    fn a_step_tells_its_progress_and_its_call_outs_in_words() {
        let text = write(&sample::step());
        for line in ["Étape 2 sur 5", "Attention", "Bon à savoir", "2. Je suis bloqué"] {
            assert!(text.lines().any(|written| written == line), "{line} is missing in {text}");
        }
        assert!(!text.contains('│'));
    }

    #[test]
    fn a_label_that_is_a_sentence_stands_on_a_line_of_its_own() {
        let facts =
            Block::Facts(vec![sample::fact("Bonjour,", &["Un salut."], None), sample::fact("Qui", &["Lui"], None)]);
        assert_eq!(write(&sample::bare(vec![facts])), "Bonjour,\n  Un salut.\nQui: Lui\n");
    }

    #[test]
    fn choices_are_numbered_through_the_page_with_their_details() {
        let text = write(&sample::topics());
        assert!(text.contains("\n12. Tout de A à Z (la liste de toutes les démarches)\n"));
    }

    #[test]
    fn the_keyboard_is_told_not_drawn() {
        let text = write(&sample::keyboard());
        assert!(text.contains("Cette borne utilise les flèches"));
        assert!(!text.chars().any(|c| ('─'..='╿').contains(&c)));
    }

    #[test]
    fn charts_are_told_not_drawn() {
        let page = sample::chart();
        assert_eq!(parts(&page)[1..3].concat(), "Entre 20 et 120 visites.\noctobre: 20\nnovembre: 120\n");
    }

    #[test]
    fn a_key_that_does_nothing_here_is_not_named() {
        let mut page = sample::service();
        page.keys[0].on = false;
        assert!(!write(&page).contains("F1: Aide"));
    }

    #[test]
    fn an_empty_page_is_an_empty_text() {
        assert_eq!(write(&sample::bare(Vec::new())), "");
    }
}
