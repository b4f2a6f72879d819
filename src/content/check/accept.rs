//! Findings that an author accepts in place, with a reason.
//!
//! A comment accepts one rule in what follows it: `<!-- check: allow long-sentence: the name of a law -->` above a
//! paragraph, list, call-out or title of Markdown; `# check: allow long-sentence: …` above a key of TOML or a message
//! of Fluent. Only warnings and hints can be accepted.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use crate::base::LocaleFiles;
use crate::content::finding::{Finding, Rule, Severity};
use crate::content::parse::notes::quoted;
use crate::content::source::ContentFiles;

const FORM: &str = "write `check: allow RULE: the reason`, with the name of a rule as findings show it";

/// A comment that accepts.
struct Acceptance {
    line: usize,
    column: usize,
    rule: Rule,
    /// The lines in which it accepts.
    covers: RangeInclusive<usize>,
    is_used: bool,
}

/// Takes away what authors accepted, and notes acceptances that say nothing.
pub fn settle(files: &ContentFiles, locales: &[LocaleFiles], findings: Vec<Finding>) -> Vec<Finding> {
    let content = files.files.iter().map(|file| (files.shown(&file.path), file.text.as_str()));
    let words = locales.iter().flat_map(|locale| locale.messages.iter().chain([&locale.language]));
    let texts = content.chain(words.map(|file| (file.path.clone(), &*file.text)));
    let mut accepted: HashMap<String, Vec<Acceptance>> = HashMap::new();
    let mut faults = Vec::new();
    // The README of a content folder may show how it is done.
    for (path, text) in texts.filter(|(path, text)| text.contains("check:") && !path.ends_with("README.md")) {
        let found = read(&path, text, &mut faults);
        accepted.insert(path, found);
    }
    let mut kept: Vec<Finding> = findings.into_iter().filter(|finding| !accepts(&mut accepted, finding)).collect();
    for (path, acceptances) in accepted {
        for Acceptance { line, column, rule, .. } in acceptances.iter().filter(|acceptance| !acceptance.is_used) {
            let what = format!("nothing here is found by the rule {rule}");
            let mend = "delete this comment, or put it directly above what it accepts";
            faults.push(fault(&path, *line, *column, what, mend));
        }
    }
    kept.append(&mut faults);
    kept
}

fn fault(path: &str, line: usize, column: usize, what: impl Into<String>, mend: &str) -> Finding {
    Finding { line, column, ..Finding::of_file(path, Rule::Acceptance, what, mend) }
}

fn accepts(accepted: &mut HashMap<String, Vec<Acceptance>>, finding: &Finding) -> bool {
    let here = accepted.get_mut(&finding.path).into_iter().flatten();
    let mut fits = here.filter(|one| one.rule == finding.rule && one.covers.contains(&finding.line));
    let first = fits.next();
    first.is_some_and(|one| std::mem::replace(&mut one.is_used, true) || one.is_used)
}

fn read(path: &str, text: &str, faults: &mut Vec<Finding>) -> Vec<Acceptance> {
    let is_markdown = path.ends_with(".md");
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some((start, words)) = comment(line, is_markdown) else { continue };
        let (number, column) = (index + 1, line[..start].chars().count() + 1);
        match allowed(words) {
            Ok(rule) => {
                let covers = covered(&lines, index, is_markdown);
                found.push(Acceptance { line: number, column, rule, covers, is_used: false });
            }
            Err((what, mend)) => faults.push(fault(path, number, column, what, mend)),
        }
    }
    found
}

/// What stands in a comment of a line after `check:`, and where the comment begins.
fn comment(line: &str, is_markdown: bool) -> Option<(usize, &str)> {
    let (open, close) = if is_markdown { ("<!--", "-->") } else { ("#", "") };
    let bare = line.trim_start_matches([' ', '>']);
    let inside = bare.strip_prefix(open)?.trim_start_matches('#').trim_start();
    let words = inside.strip_prefix("check:")?.trim_end().trim_end_matches(close);
    Some((line.len() - bare.len(), words.trim()))
}

/// The rule that `allow RULE: reason` allows.
fn allowed(words: &str) -> Result<Rule, (String, &'static str)> {
    let Some(rest) = words.strip_prefix("allow ") else {
        return Err(("this comment does not say what it allows".to_owned(), FORM));
    };
    let (name, reason) = rest.split_once(':').map_or((rest.trim(), ""), |(name, reason)| (name.trim(), reason.trim()));
    let Some(rule) = Rule::ALL.iter().copied().find(|rule| rule.name() == name) else {
        return Err((format!("there is no rule {}", quoted(name)), FORM));
    };
    if rule.severity() == Severity::Error {
        let mend = "correct what it finds: only warnings and hints can be accepted";
        return Err((format!("{rule} finds errors, and nobody can accept one"), mend));
    }
    if reason.chars().filter(|sign| sign.is_alphabetic()).count() < 3 {
        return Err((format!("nobody says why {rule} is allowed here"), FORM));
    }
    Ok(rule)
}

/// The lines of what follows a comment: a block of Markdown, or a key and what belongs to it.
fn covered(lines: &[&str], comment_at: usize, is_markdown: bool) -> RangeInclusive<usize> {
    let skips = |line: &&&str| line.trim().is_empty() || comment(line, is_markdown).is_some();
    let first = comment_at + 1 + lines[comment_at + 1..].iter().take_while(skips).count();
    let goes_on = |line: &&&str| match is_markdown {
        true => !line.trim().is_empty() && comment(line, true).is_none(),
        false => line.starts_with([' ', '\t', ']', '}', '"', '\'']),
    };
    let more = lines.get(first + 1..).unwrap_or_default().iter().take_while(goes_on).count();
    first + 1..=first + 1 + more
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str, line: usize, rule: Rule) -> Finding {
        Finding { line, ..Finding::of_file(path, rule, "what", "mend") }
    }

    fn settled(name: &str, text: &str, findings: Vec<Finding>) -> Vec<String> {
        let file = crate::content::source::ContentFile { path: name.to_owned(), text: text.to_owned() };
        let files = ContentFiles { files: vec![file], ..ContentFiles::default() };
        settle(&files, &[], findings).iter().map(Finding::to_string).collect()
    }

    #[test]
    fn a_comment_accepts_one_rule_in_the_next_paragraph_alone() {
        let text = "# T\n\n<!-- check: allow long-sentence: the name of a law -->\nOne\ntwo\n\nThree\n";
        let found = |line| vec![at("a.md", line, Rule::LongSentence)];
        assert_eq!(settled("a.md", text, found(5)), [] as [&str; 0]);
        assert_eq!(settled("a.md", text, [found(4), found(5)].concat()), [] as [&str; 0]);
        assert_eq!(settled("a.md", text, found(7)).len(), 2, "it stays, and the comment is unused");
        assert_eq!(settled("a.md", text, vec![at("a.md", 4, Rule::HardWord)]).len(), 2);
        assert_eq!(settled("a.md", text, vec![at("b.md", 4, Rule::LongSentence)]).len(), 2);
    }

    #[test]
    fn comments_for_several_rules_stand_above_each_other() {
        let text = "<!-- check: allow long-sentence: a law -->\n<!-- check: allow hard-word: its name -->\n\nOne\n";
        let found = vec![at("a.md", 4, Rule::LongSentence), at("a.md", 4, Rule::HardWord)];
        assert_eq!(settled("a.md", text, found), [] as [&str; 0]);
    }

    #[test]
    fn a_comment_of_toml_accepts_in_the_next_key_alone() {
        let text = "a = 1\n# check: allow hard-word: the name of an office\nfr = \"x\"\nnl = \"y\"\n";
        assert_eq!(settled("a.toml", text, vec![at("a.toml", 3, Rule::HardWord)]), [] as [&str; 0]);
        assert_eq!(settled("a.toml", text, vec![at("a.toml", 4, Rule::HardWord)]).len(), 2);
    }

    #[test]
    fn an_acceptance_that_says_nothing_is_a_finding_itself() {
        for (comment, said) in [
            ("check: allow hard-word", "nobody says why hard-word is allowed here"),
            ("check: allow hard-word: --", "nobody says why hard-word is allowed here"),
            ("check: allow hard-wort: it is right", "there is no rule `hard-wort`"),
            ("check: allow typed-fact: it is right", "typed-fact finds errors, and nobody can accept one"),
            ("check: hard-word", "this comment does not say what it allows"),
            ("check: allow hard-word: it is right", "nothing here is found by the rule hard-word"),
        ] {
            let told = settled("a.md", &format!("A\n\n<!-- {comment} -->\nB\n"), Vec::new());
            assert_eq!(told.len(), 1, "{told:?}");
            assert!(told[0].starts_with(&format!("a.md:3:1: warning: acceptance: {said}: ")), "{told:?}");
        }
    }
}
