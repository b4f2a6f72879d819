//! Texts that stand in a table under the tags of their languages.

use super::Ctx;
use super::forms;
use super::inline::{self, FactNames, first_sign, is_sign};
use super::notes::{Passage, Piece, Use, Voice};
use super::refused::mend_sign;
use super::table::{Str, Table};
use crate::base::{Form, Lang};
use crate::content::finding::Rule;
use crate::content::model::{Localized, Paragraph};

/// The languages that a table must hold.
fn required<'c>(ctx: Ctx<'c>) -> impl Iterator<Item = &'c str> {
    ctx.languages.required.iter().map(Lang::as_str)
}

/// Reads the texts of a table of this form.
fn texts<'d>(ctx: Ctx, table: &Table<'d>, form: &Form, of: &str, needed: &[&str]) -> Vec<(Lang, Str<'d>)> {
    table.fits(form, &ctx.languages.all);
    let mut texts = Vec::new();
    for lang in &ctx.languages.all {
        let tag = lang.as_str();
        let example = format!("{tag} = \"…\"");
        if !table.has(tag) && needed.contains(&tag) {
            let mend = format!("write `{example}`");
            table.note(table.at, Rule::MissingLanguage, format!("{of} is missing in {tag}"), mend);
        }
        texts.extend(table.text(tag, &example).map(|text| (*lang, text)));
    }
    texts
}

/// Sentences: inline Markdown in all required languages.
pub(super) fn paragraphs(
    ctx: Ctx,
    table: &Table,
    form: &Form,
    of: &str,
    facts: Option<&FactNames>,
) -> Localized<Paragraph> {
    let needed: Vec<&str> = required(ctx).collect();
    let texts = texts(ctx, table, form, of, &needed);
    Localized(texts.into_iter().map(|(lang, text)| (lang, inline::line(ctx, &text, lang, facts))).collect())
}

/// Names: plain text, in the languages `needed` as far as the content has them.
pub(super) fn names(
    ctx: Ctx,
    table: &Table,
    form: &Form,
    of: &str,
    needed: &[&str],
    used_as: Use,
) -> Localized<Box<str>> {
    let texts = texts(ctx, table, form, of, needed);
    Localized(texts.into_iter().map(|(lang, text)| (lang, plain(ctx, &text, lang, used_as))).collect())
}

/// The table `name` of an item: plain text in all required languages.
pub(super) fn name(ctx: Ctx, table: &Table, key: &str, used_as: Use) -> Localized<Box<str>> {
    let needed: Vec<&str> = required(ctx).collect();
    let example =
        format!("{key} = {{ {} }}", needed.iter().map(|tag| format!("{tag} = \"…\"")).collect::<Vec<_>>().join(", "));
    let Some(inner) = table.need_table(key, &example) else { return Localized::default() };
    names(ctx, &inner, &forms::SAID, &format!("`{key}`"), &needed, used_as)
}

/// The table `words` of an item, where it has one: words that people use for it, in all required languages.
pub(super) fn words(ctx: Ctx, root: &Table) -> Localized<Vec<Box<str>>> {
    let mut words = Localized::default();
    let Some(table) = root.table("words", "[words]") else { return words };
    table.fits(&forms::SAID, &ctx.languages.all);
    for lang in &ctx.languages.all {
        let example = format!("{lang} = [\"a word\", \"some words\"]");
        if table.has(lang.as_str()) {
            let said = table.need_texts(lang.as_str(), &example);
            for word in &said {
                ctx.notes.said(word.origin, word.text, Use::Name);
            }
            words.0.push((*lang, said.iter().map(|word| word.text.into()).collect()));
        } else if ctx.languages.required.contains(lang) {
            let mend = format!("write `{example}`");
            table.note(table.at, Rule::MissingLanguage, format!("`words` is missing in {lang}"), mend);
        }
    }
    words
}

/// A text without markup.
fn plain(ctx: Ctx, text: &Str, lang: Lang, used_as: Use) -> Box<str> {
    ctx.notes.said(text.origin, text.text, used_as);
    if ctx.notes.is_heard() && used_as != Use::Value {
        let piece = Piece { text: text.text.into(), origin: text.origin, voice: Voice::Own };
        ctx.notes.passage(&Passage { lang, used_as, pieces: vec![piece] });
    }
    if let Some((offset, sign)) = first_sign(text.text, 0, is_sign) {
        let at = text.origin.plus(offset).at;
        let what = format!("the sign `{sign}` would be shown as it is");
        ctx.notes.note(text.file, at, Rule::Markup, what, mend_sign(sign));
    }
    text.text.into()
}
