//! The skeleton of a rehearsal room: three scenes, a field, and the three mistakes that a room needs.

use super::{NewText, Plan, quoted};
use crate::content::parse::PROMPT;

/// `room.toml` of a new room.
pub(super) fn skeleton(plan: &Plan) -> NewText {
    let topics = plan.topic.map(quoted).unwrap_or_default();
    let text = format!(
        "minutes = 5\ndigcomp = [{}]\ntopics = [{topics}]\n# Guides that go on from here.\nrelated = []\n\ntitle = \
         {}\npurpose = {}\ngoal = {}\nfirst = \"scene-1\"\n# Said at the end: two to five.\nlearned = [\n    {},\n    \
         {},\n]\n{}{}{}",
        quoted(PROMPT),
        said(plan, "new-room"),
        said(plan, "new-room-purpose"),
        said(plan, "new-room-goal"),
        said(plan, "new-learned"),
        said(plan, "new-learned"),
        scene(plan, 1, "screen", "scene-2"),
        scene(plan, 2, "reader", "scene-3"),
        scene(plan, 3, "phone", "goal"),
    );
    NewText { path: format!("rooms/{}/room.toml", plan.id), text }
}

/// A scene with one device: the right button leads on, the other one is a mistake.
fn scene(plan: &Plan, number: u8, kind: &str, leads_to: &str) -> String {
    let field = format!(
        "# Only what stands in `practice` can be typed.\nfields = [{{ label = {}, practice = {} }}]\n",
        said(plan, "new-field"),
        said(plan, "new-practice")
    );
    format!(
        "\n[scenes.scene-{number}]\ntells = {}\n\n# Other devices are screen, phone, reader and \
         voice.\n[[scenes.scene-{number}.devices]]\nkind = \"{kind}\"\ntitle = {}\nlines = [{}]\n{}buttons = [\n    {{ \
         to = \"{leads_to}\", {} }},\n    {{ mistake = {}, {} }},\n]\n",
        said(plan, "new-tells"),
        said(plan, "new-device"),
        said(plan, "new-line"),
        if number == 2 { field.as_str() } else { "" },
        inline(plan, "new-button"),
        said(plan, "new-mistake"),
        inline(plan, "new-wrong-button"),
    )
}

/// A prompt in each language, as a table.
fn said(plan: &Plan, message: &str) -> String {
    format!("{{ {} }}", inline(plan, message))
}

/// The same without its braces.
fn inline(plan: &Plan, message: &str) -> String {
    let prompt = |lang| format!("{lang} = {}", quoted(&plan.prompt(lang, message)));
    plan.survey.required.iter().copied().map(prompt).collect::<Vec<_>>().join(", ")
}
