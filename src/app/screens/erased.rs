//! The farewell: nothing is kept. It stands for a moment, or until a key.

use crate::app::Env;
use crate::app::draft::Draft;
use crate::base::Lang;

pub fn draft(env: &Env, lang: Lang, refused: bool) -> Draft {
    let say = |id| env.texts.say(lang, id, &[]);
    let mut draft = Draft::new("erased", say("erased-title"));
    draft.para(say("erased-nothing-kept"));
    if refused {
        draft.para(say("erased-not-counted"));
    }
    draft.para(say("erased-goodbye"));
    draft.para(say("erased-next"));
    draft
}
