//! The start test of a pack: every page of every language is made and laid out before a resident sees one.

use crate::app::{self, Env, Settings};
use crate::base::{Lang, Size};
use crate::commands::page;
use crate::content::Library;
use crate::content::model::ItemId;
use crate::i18n::Texts;
use crate::page::{Page, layout};
use crate::present::plain;
use crate::shell;

/// The smallest screen: what fits there fits everywhere.
const SIZE: Size = Size::MIN;

/// Shows every page of a library in every language; says which one cannot be shown.
pub fn try_out(library: &Library) -> Result<(), String> {
    let languages = shell::languages(None).map_err(|error| error.to_string());
    let texts = languages.and_then(|(locales, _)| Texts::new(locales).map_err(|error| error.to_string()))?;
    let settings = Settings::default();
    let env = Env::still(library, &texts, &settings);
    if library.numbers().services == 0 {
        return Err("there is no service in it".to_owned());
    }
    for lang in texts.tags() {
        for (name, bare) in page::BARE {
            show(&page::bare_page(&env, lang, bare), name, lang)?;
        }
        let screens = app::NAMED_SCREENS.iter().map(|(name, screen)| Ok::<_, String>((Box::from(*name), *screen)));
        let items = items(library).map(|item| Ok((name_of(library, item)?, app::screen_of(item))));
        for named in screens.chain(items) {
            let (name, screen) = named?;
            for shown in page::pages_of(&env, lang, screen, true) {
                show(&shown.page, &name, lang)?;
            }
        }
    }
    if library.is_damaged() { Err("a part of it cannot be read".to_owned()) } else { Ok(()) }
}

fn items(library: &Library) -> impl Iterator<Item = ItemId> {
    let topics = library.topic_ids().map(ItemId::Topic);
    let events = library.event_ids().map(ItemId::Event);
    let terms = library.term_ids().map(ItemId::Term);
    let finders = library.finder_ids().map(ItemId::Finder);
    let lessons = library.lesson_ids().map(ItemId::Lesson);
    let rooms = library.room_ids().map(ItemId::Room);
    let communes = library.commune_ids().map(ItemId::Commune);
    let places = library.place_ids().map(ItemId::Place);
    let lists =
        topics.chain(events).chain(terms).chain(finders).chain(lessons).chain(rooms).chain(communes).chain(places);
    lists.chain(library.service_ids().map(ItemId::Service))
}

/// The name of an item, which must lead back to it.
fn name_of(library: &Library, item: ItemId) -> Result<Box<str>, String> {
    let name = library.name_of(item).ok_or("a part of it cannot be read")?;
    match library.find(&name) {
        Some(found) if found == item => Ok(name),
        _ => Err("a name in it stands for something else".to_owned()),
    }
}

fn show(page: &Page, name: &str, lang: Lang) -> Result<(), String> {
    let fault = |what: &str| Err(format!("{what} on '{name}' in {lang}"));
    if page.name == "unreadable" {
        return fault("something cannot be read");
    }
    if plain::write(page).trim().is_empty() {
        return fault("nothing is said");
    }
    if page.texts().iter().any(|text| text.0.iter().any(|span| span.text.chars().any(char::is_control))) {
        return fault("a text holds signs that are no letters");
    }
    if layout(page, SIZE).rows.is_empty() {
        return fault("nothing is shown");
    }
    Ok(())
}
