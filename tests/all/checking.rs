//! The rules of language of `kiosk check`, and what an author may answer to them.

use std::fs;

use inclusion_kiosk::content::check::Dictionaries;
use inclusion_kiosk::content::source::{ContentFile, ContentFiles};
use inclusion_kiosk::content::{Rule, Severity, check, parse};

use crate::any_content::rules;
use crate::harness::{good_files, project};

fn file<'f>(files: &'f mut ContentFiles, path: &str) -> &'f mut ContentFile {
    files.files.iter_mut().find(|file| file.path == path).expect("a file of the good content")
}

const GUIDE: &str = "services/library-card/en.md";
const SENTENCE: &str = "You can take home as many books as you like and keep them for four weeks.";

/// The good content in which one guide says something else.
fn saying(words: &str) -> ContentFiles {
    let mut files = good_files();
    let guide = file(&mut files, GUIDE);
    assert!(guide.text.contains("Say that you want a card."));
    guide.text = guide.text.replace("Say that you want a card.", words);
    files
}

#[test]
fn what_an_author_accepts_with_a_reason_is_not_told_and_residents_read_the_same() {
    let plain = saying(SENTENCE);
    assert_eq!(rules(&check::check(&plain, &[], &Dictionaries::default())), [Rule::LongSentence]);
    let accepted = saying(&format!("<!-- check: allow long-sentence: the rule of the library -->\n{SENTENCE}"));
    assert_eq!(check::check(&accepted, &[], &Dictionaries::default()), []);
    assert_eq!(parse::compile(&accepted), parse::compile(&plain));
    // In a call-out, and above it.
    let call = format!("> [!TIP]\n> <!-- check: allow long-sentence: the rule of the library -->\n> {SENTENCE}");
    assert_eq!(check::check(&saying(&call), &[], &Dictionaries::default()), []);
    let call = format!("<!-- check: allow long-sentence: the rule of the library -->\n\n> [!TIP]\n> {SENTENCE}");
    assert_eq!(check::check(&saying(&call), &[], &Dictionaries::default()), []);
}

#[test]
fn an_acceptance_above_the_title_holds_for_the_whole_text() {
    let hard = "Administrative documentation requirements. ".repeat(40);
    let mut files = saying(&hard);
    assert_eq!(rules(&check::check(&files, &[], &Dictionaries::default())), [Rule::Readability; 2]);
    let guide = file(&mut files, GUIDE);
    guide.text.insert_str(0, "<!-- check: allow readability: the law says it so -->\n");
    assert_eq!(check::check(&files, &[], &Dictionaries::default()), []);
}

#[test]
fn a_comment_that_hides_words_is_refused() {
    for hidden in [
        "<!-- check: allow long-sentence: why --> Hidden words.",
        "<!-- a note for myself -->\nWords.",
        "<!-- check: allow long-sentence: why\nand why -->\nWords.",
    ] {
        assert!(
            rules(&check::check(&saying(hidden), &[], &Dictionaries::default())).contains(&Rule::Markup),
            "{hidden}"
        );
    }
}

/// Whoever meant to accept a warning is told how that is written, and not how bold words are.
#[test]
fn a_comment_with_a_slip_is_told_how_it_is_written() {
    for slip in ["<!-- check allow long-sentence: why -->\nWords.", "<!-- Check: allow long-sentence: why -->\nWords."]
    {
        let found = check::check(&saying(slip), &[], &Dictionaries::default());
        let told = found.iter().find(|found| found.rule == Rule::Markup).map(|found| found.mend.as_str());
        assert_eq!(told, Some("write `<!-- check: allow RULE: the reason -->`, or delete it"), "{slip}");
    }
}

/// A warning is for authors: a running kiosk shows the guide all the same.
#[test]
fn no_warning_takes_a_guide_away() {
    let services = parse::compile(&good_files()).0.services().count();
    let mut seen = 0;
    for rule in Rule::ALL.iter().filter(|rule| rule.severity() != Severity::Error) {
        let fixture = project("tests/bad_content").join(rule.name()).join("content");
        let Ok(changes) = ContentFiles::read(&fixture) else { continue };
        let mut files = good_files();
        for change in changes.files {
            files.files.retain(|file| file.path != change.path);
            files.files.push(change);
        }
        let (library, findings) = parse::compile(&files);
        let has_errors = findings.iter().any(|finding| finding.rule.severity() == Severity::Error);
        if !has_errors {
            assert_eq!(library.services().count(), services, "{rule}");
            seen += 1;
        }
    }
    assert!(seen >= 5, "the fixtures are read");
}

/// False alarms are what makes people switch a checker off: the explanations of words that were written and read for
/// this kiosk are plain.
#[test]
fn plain_texts_are_not_flagged() {
    let mut files = good_files();
    files.files.retain(|file| file.path != "words.toml");
    let words = fs::read_to_string(project("content/words.toml")).expect("the words of the project");
    files.files.push(ContentFile { path: "words.toml".to_owned(), text: words });
    for text in [
        "Do you need help? Ask at the counter. It is free.",
        "Say your name and your address, for example on paper.",
        "You may also go there on a weekday: nobody has to wait.",
        "Then press **Send**. You get a letter in a few days.",
    ] {
        file(&mut files, GUIDE).text =
            saying(text).files.iter().find(|file| file.path == GUIDE).expect("it").text.clone();
        assert_eq!(check::check(&files, &[], &Dictionaries::default()), [], "{text}");
    }
    for text in [
        "Vous n'avez pas d'ordinateur portable ? Demandez à l'équipe.",
        "En cas d'urgence, appelez la police. Celle-ci vous aide.",
        "Rendez-vous à la maison communale avec votre carte d'identité.",
    ] {
        let mut files = files.clone();
        let guide = file(&mut files, "services/library-card/fr.md");
        guide.text = guide.text.replace("Dites que vous voulez une carte.", text);
        assert_eq!(check::check(&files, &[], &Dictionaries::default()), [], "{text}");
    }
}
