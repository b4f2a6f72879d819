//! F4: how the screen looks.

use crate::app::draft::{Action, Choice, Context, Draft};
use crate::base::Theme;

pub fn draft(context: &Context) -> Draft {
    let mut draft = Draft::new("display", context.say("display-title"));
    let choice = |theme: Theme| {
        let (label, detail) = match theme {
            Theme::Dark => ("display-dark", "display-dark-detail"),
            Theme::HighContrast => ("display-contrast", "display-contrast-detail"),
            Theme::Monochrome => ("display-monochrome", "display-monochrome-detail"),
        };
        let now = theme == context.visit.theme;
        let detail = context.say(if now { "display-now" } else { detail });
        Choice::new(context.say(label), Action::SetTheme(theme)).detail(detail).marked(now)
    };
    let themes = Theme::ALL.into_iter().map(choice).collect();
    draft.choices(Some(context.say("display-intro")), themes);
    draft.choices(None, vec![Choice::new(context.say("go-back"), Action::Back)]);
    draft
}
