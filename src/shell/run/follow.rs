//! The loop in a preview: it follows what an author saves.

use super::Kiosk;
use crate::base::Lang;
use crate::shell::places::Places;
use crate::shell::preview::Preview;
use crate::shell::{Rules, ShellError, clock};

impl Kiosk {
    /// Opens the content for its author, and watches it.
    pub(super) fn begin_preview(
        &mut self,
        places: &Places,
        at: Option<String>,
        check: Rules,
    ) -> Result<(), ShellError> {
        let machine = |error| ShellError::Machine { act: "watch the content folder", error };
        // Watched before it is read: nothing that is saved meanwhile is missed.
        self.inbox.watch(&places.content).map_err(machine)?;
        let mut preview = Preview::open(&places.content, at, check)?;
        Preview::loosen(&mut self.world.settings);
        let lang = self.author_lang();
        preview.follow(clock::boot_time(), lang, &mut self.app, &mut self.world.library);
        self.app = preview.first(lang, &self.app);
        self.preview = Some(preview);
        self.laid = self.lay_out();
        Ok(())
    }

    /// Takes over what was saved meanwhile.
    pub(super) fn follow_files(&mut self) {
        let lang = self.author_lang();
        let Some(preview) = &mut self.preview else { return };
        if preview.follow(clock::boot_time(), lang, &mut self.app, &mut self.world.library) {
            self.laid = self.lay_out();
        }
    }

    fn author_lang(&self) -> Lang {
        self.world.settings.language.unwrap_or_else(|| self.world.texts.first())
    }
}
