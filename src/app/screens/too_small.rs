//! What a window says that is too small for any page: what to do, in all languages.

use crate::app::draft::Draft;
use crate::app::{Env, state};
use crate::base::Text;

pub fn draft(env: &Env) -> Draft {
    let mut draft = Draft::new("too-small", Text::default());
    for spoken in state::offered(env.settings, env.texts) {
        draft.para(Text::plain(spoken.lang, spoken.language.start.too_small.as_str()));
    }
    draft
}
