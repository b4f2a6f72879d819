//! The skeleton of a lesson: `lesson.toml` with three exercises and three pairs of questions, and a text in each required
//! language.

use super::{NewText, Plan, quoted};
use crate::base::{Lang, QUESTION_PAIRS};
use crate::content::parse::PROMPT;
use crate::i18n::Arg;

/// As many as the skeleton names in `parts`.
const CARDS: i64 = 2;

/// All files of a new lesson.
pub(super) fn skeleton(plan: &Plan) -> Vec<NewText> {
    let path = |name: &str| format!("lessons/{}/{name}", plan.id);
    let toml = NewText { path: path("lesson.toml"), text: toml(plan) };
    let texts =
        plan.survey.required.iter().map(|lang| NewText { path: path(&format!("{lang}.md")), text: text(plan, *lang) });
    std::iter::once(toml).chain(texts).collect()
}

fn toml(plan: &Plan) -> String {
    let place = match plan.survey.free_lesson_place {
        Some(place) => place.to_string(),
        None => quoted(PROMPT),
    };
    let topics = plan.topic.map(quoted).unwrap_or_default();
    let mut toml = format!(
        "# Its place in the code of progress: never changed, never used again.\nplace = {place}\nminutes = 5\ndigcomp = \
         [{}]\ntopics = [{topics}]\n# Guides that go on from here.\nrelated = []\n\n# The way through the lesson: three \
         to six exercises among the cards.\nparts = [\"card-1\", \"choose\", \"card-2\", \"sort\", \"match\"]\n",
        quoted(PROMPT)
    );
    toml.push_str("\n# Other kinds are choose-several, type, keys, pointer, spot, form and pass-phrase.\n");
    toml.push_str(&exercise(plan, "choose", "choose-one"));
    for is_right in [true, false] {
        toml.push_str(&option(plan, "exercises.choose.options", is_right));
        toml.push_str(&format!("because = {}\n", said(plan, "new-because")));
    }
    toml.push_str(&exercise(plan, "sort", "order"));
    for _ in 0..3 {
        let item = lines(plan, "new-item");
        toml.push_str(&format!("\n[[exercises.sort.items]]\n{item}because = {}\n", said(plan, "new-because")));
    }
    toml.push_str(&exercise(plan, "match", "match"));
    for _ in 0..2 {
        let [one, other, because] =
            ["new-pair-one", "new-pair-other", "new-because"].map(|said_as| said(plan, said_as));
        toml.push_str(&format!("\n[[exercises.match.pairs]]\none = {one}\nother = {other}\nbecause = {because}\n"));
    }
    toml.push_str("\n# Each pair asks the same before and after the lesson, with another example.\n");
    for _ in 0..QUESTION_PAIRS {
        toml.push_str("[[questions]]\n");
        for (key, message) in [("before", "new-question-before"), ("after", "new-question-after")] {
            toml.push_str(&format!("[questions.{key}]\ntask = {}\n", said(plan, message)));
            for is_right in [true, false, false] {
                toml.push_str(&option(plan, &format!("questions.{key}.options"), is_right));
            }
            toml.push('\n');
        }
    }
    toml.truncate(toml.trim_end().len());
    toml + "\n"
}

fn exercise(plan: &Plan, id: &str, kind: &str) -> String {
    let [task, hint, why] = ["new-task", "new-hint", "new-why"].map(|message| said(plan, message));
    format!("\n[exercises.{id}]\nkind = {}\ntask = {task}\nhint = {hint}\nwhy = {why}\n", quoted(kind))
}

fn option(plan: &Plan, list: &str, is_right: bool) -> String {
    let right = if is_right { "right = true\n" } else { "" };
    format!("\n[[{list}]]\n{right}{}", lines(plan, if is_right { "new-right" } else { "new-wrong" }))
}

/// `{ fr = "…", nl = "…" }`
fn said(plan: &Plan, message: &str) -> String {
    let said = plan.survey.required.iter().map(|lang| format!("{lang} = {}", quoted(&plan.prompt(*lang, message))));
    format!("{{ {} }}", said.collect::<Vec<_>>().join(", "))
}

/// A line for each language.
fn lines(plan: &Plan, message: &str) -> String {
    plan.survey.required.iter().map(|lang| format!("{lang} = {}\n", quoted(&plan.prompt(*lang, message)))).collect()
}

fn text(plan: &Plan, lang: Lang) -> String {
    let (title, purpose) = (plan.prompt(lang, "new-lesson"), plan.prompt(lang, "new-lesson-purpose"));
    let mut text = format!("# {title}\n\n{purpose}\n");
    for number in 1..=CARDS {
        let title = plan.prompt_with(lang, "new-card", &[("number", Arg::Count(number))]);
        text.push_str(&format!("\n## {title} {{#card-{number}}}\n\n{}\n", plan.prompt(lang, "new-card-text")));
    }
    text
}
