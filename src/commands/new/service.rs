//! The skeleton of a service: `service.toml`, and a text in each required language.

use super::{NewText, Plan, quoted};
use crate::base::Lang;
use crate::content::parse::{PROMPT, ServiceValues};
use crate::i18n::Arg;

/// As many as a guide has at the least.
const STEPS: i64 = 3;
const STUCK: i64 = 2;

/// The routes with their prompts: a person first.
const ROUTES: [(&str, &str); 4] =
    [("counter", "new-counter"), ("phone", "new-phone"), ("post", "new-post"), ("online", "new-online")];

/// How a fact is written: a new guide has none, and the comment shows how to add one.
const FACTS: &str = "\
# A number, price, address or opening hour stands here once, and in a text as [](fact:website). Without the #:
# [facts.website]
# web = \"www.THE-ADDRESS\"
# source = \"https://WHERE-YOU-READ-IT\"
# checked = YEAR-MONTH-DAY
";

/// All files of a new service.
pub(super) fn skeleton(plan: &Plan) -> Vec<NewText> {
    let path = |name: &str| format!("services/{}/{name}", plan.id);
    let toml = NewText { path: path("service.toml"), text: toml(plan) };
    let texts =
        plan.survey.required.iter().map(|lang| NewText { path: path(&format!("{lang}.md")), text: text(plan, *lang) });
    std::iter::once(toml).chain(texts).collect()
}

fn toml(plan: &Plan) -> String {
    let ServiceValues { levels, groups, directions, states } = ServiceValues::all();
    let one_of = |values: &[&str]| format!("# One of: {}\n", values.join(", "));
    let prompt = quoted(PROMPT);
    let topics: Vec<&str> = plan.survey.topics.iter().map(String::as_str).collect();
    let topic = quoted(plan.topic.unwrap_or(PROMPT));
    let said = |message: &str| {
        let line = |lang: &Lang| format!("{lang} = {}\n", quoted(&plan.prompt(*lang, message)));
        plan.survey.required.iter().map(line).collect::<String>()
    };
    let words = |lang: &Lang| format!("{lang} = [{}]\n", quoted(&plan.prompt(*lang, "new-word")));
    let words: String = plan.survey.required.iter().map(words).collect();
    let mut toml = format!(
        "{}level = {prompt}\n{}group = {prompt}\n{}topics = [{topic}]\n{}directions = [{prompt}]\n",
        one_of(&levels),
        one_of(&groups),
        one_of(&topics),
        one_of(&directions),
    );
    toml.push_str(&format!("\n[run_by]\n{}", said("new-run-by")));
    toml.push_str(&format!("\n[words]\n{words}"));
    toml.push_str(&format!("\n[cost]\n{}", said("new-cost")));
    toml.push_str(&format!("\n# One of these for each thing.\n[[before]]\nbring = true\n{}", said("new-before")));
    for (route, message) in ROUTES {
        toml.push_str(&format!("\n[routes.{route}]\n{}state = {prompt}\n{}", one_of(&states), said(message)));
    }
    toml.push_str(&format!("\n{FACTS}"));
    toml
}

fn text(plan: &Plan, lang: Lang) -> String {
    let mut text = format!("# {}\n\n{}\n", plan.prompt(lang, "new-title"), plan.prompt(lang, "new-purpose"));
    let sections = [("step", STEPS, "new-step", "new-step-text"), ("stuck", STUCK, "new-stuck", "new-stuck-text")];
    for (kind, count, title, body) in sections {
        for number in 1..=count {
            let title = plan.prompt_with(lang, title, &[("number", Arg::Count(number))]);
            text.push_str(&format!("\n## {title} {{#{kind}-{number}}}\n\n{}\n", plan.prompt(lang, body)));
        }
    }
    text
}
