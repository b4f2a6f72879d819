//! The skeleton of a finder: one question, two answers, one end.

use super::{NewText, Plan, quoted};
use crate::content::parse::PROMPT;

/// `finder.toml` of a new finder.
pub(super) fn skeleton(plan: &Plan) -> NewText {
    let said = |message: &str| {
        let said = plan.survey.required.iter().map(|lang| format!("{lang} = {}", quoted(&plan.prompt(*lang, message))));
        said.collect::<Vec<_>>()
    };
    let inline = |message: &str| format!("{{ {} }}", said(message).join(", "));
    let lines = |message: &str| said(message).join("\n");
    let answer = format!("[[questions.question-1.answers]]\n{}\nto = \"end-1\"\n", lines("new-answer"));
    let text = format!(
        "first = \"question-1\"\n\n[title]\n{}\n\n[questions.question-1]\ntext = {}\n# Where \"I do not know\" \
         leads.\nunsure = \"end-1\"\n\n{answer}\n{answer}\n[ends.end-1]\nservices = [{}]\n{}\n",
        lines("new-finder"),
        inline("new-question"),
        quoted(PROMPT),
        lines("new-end"),
    );
    NewText { path: format!("finders/{}/finder.toml", plan.id), text }
}
